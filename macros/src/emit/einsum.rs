//! The expansion of `einsum!` and its kin.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Expr;

use super::axes::{emit_axes, emit_result_shape};
use super::scalar::{emit_scalar, emit_scale};
use super::{at, hidden, operand_name, scalar_name};
use crate::ir::{Contraction, Output, Source, Sub, SubKind};
use crate::plan::{Plan, PlannedTerm, Work, is_scalar, update_name};

/// Which of the macros was called.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// `einsum!`: panics on run-time errors.
    Einsum,
    /// `try_einsum!`: returns them.
    TryEinsum,
    /// `einsum_path!`: returns the plan.
    EinsumPath,
}

/// The expansion: `einsum!(a[i, j] * b[j, k] -> [i, k])` becomes
///
/// ```text
/// match (&a, &b) {
///     (x0, x1) => {
///         use ::ndweave::macro_support as nd;
///         #[derive(Clone, Copy)]
///         struct Kernel;
///         impl nd::Kernel for Kernel {
///             const SPEC: nd::Spec = nd::Spec {
///                 name: "einsum",
///                 labels: &["i", "j", "k"],
///                 operands: &[nd::subscripts("a", &[0, 1]), nd::subscripts("b", &[1, 2])],
///                 output: nd::subscripts("", &[0, 2]),
///                 terms: &[&[0, 1]],
///                 stretch: false,
///             };
///         }
///         let x0 = nd::operand(nd::Num::<2>, x0);
///         let x1 = nd::like(&x0, nd::operand(nd::Num::<2>, x1));
///         let axis_i = nd::axis(nd::Num::<0>, &x0);
///         let axis_j = nd::axis(nd::Num::<1>, &x0);
///         let axis_j = nd::agree!("…", "…", nd::pair(axis_j, nd::axis(nd::Num::<0>, &x1)));
///         let axis_k = nd::axis(nd::Num::<1>, &x1);
///         let terms = nd::first_plus(nd::product(nd::Num::<0>, (x0, (x1, ()))));
///         nd::unwrap(nd::evaluate(Kernel, nd::Size::<3, 2>, (x0, (x1, ())), &[], nd::Tuple((axis_i, axis_k)), terms))
///     }
/// }
/// ```
pub fn emit_einsum(krate: &TokenStream, kernel: &Contraction, plan: &Plan, call: Call) -> TokenStream {
    let (patterns, values) = bindings(kernel);
    let declared = emit_kernel(kernel, plan, call);
    let operands = emit_operands(kernel, plan);
    let axes = emit_axes(kernel);
    let terms = emit_terms(plan);
    let run = emit_run(kernel, call);
    let import =
        matches!(kernel.output, Output::Into { .. }).then(|| quote!(use #krate::macro_support::BindTarget as _;));
    quote! {{
        #import
        match (#(#values,)*) {
            (#(#patterns,)*) => {
                use #krate::macro_support as nd;
                #declared
                #operands
                #axes
                let terms = #terms;
                #run
            }
        }
    }}
}

/// What the user's expressions are bound to, each evaluated once; the target last, as it is borrowed mutably.
fn bindings(kernel: &Contraction) -> (Vec<TokenStream>, Vec<TokenStream>) {
    let (mut patterns, mut values) = (Vec::new(), Vec::new());
    let mut bind = |pattern: TokenStream, value: TokenStream| {
        patterns.push(pattern);
        values.push(value);
    };
    for (number, operand) in kernel.operands.iter().enumerate() {
        if operand.source == Source::Borrowed {
            let expr = &operand.expr;
            bind(operand_name(number).into_token_stream(), quote!(&#expr));
        }
    }
    for (number, scalar) in kernel.scalars.iter().enumerate() {
        bind(scalar_name(number).into_token_stream(), quote!(&#scalar));
    }
    for (number, expr) in fixed(kernel).enumerate() {
        bind(hidden(format_args!("index{number}")).into_token_stream(), expr.into_token_stream());
    }
    if let Output::Into { expr, .. } = &kernel.output {
        bind(hidden("out").into_token_stream(), quote!((#expr).ndweave_target()));
    }
    (patterns, values)
}

/// The indices of fixed axes: the operands', then the output's.
fn fixed(kernel: &Contraction) -> impl Iterator<Item = &Expr> {
    let operands = kernel.operands.iter().flat_map(|operand| &operand.subscripts);
    operands.chain(kernel.output.subscripts()).filter_map(|subscript| match &subscript.kind {
        SubKind::Fixed(expr) => Some(&**expr),
        SubKind::Label(_) | SubKind::Ellipsis => None,
    })
}

/// The kernel as a type.
fn emit_kernel(kernel: &Contraction, plan: &Plan, call: Call) -> TokenStream {
    let name = if call == Call::EinsumPath { "einsum_path" } else { "einsum" };
    let labels = &kernel.labels;
    let operands = kernel.operands.iter().map(|operand| emit_subscripts(&operand.name, &operand.subscripts));
    let output = match &kernel.output {
        Output::New(subscripts) => emit_subscripts("", subscripts),
        Output::Into { name, subscripts, .. } => emit_subscripts(name, subscripts),
    };
    let terms = plan.terms.iter().map(|term| {
        let numbers = term.operands.iter().map(|&number| proc_macro2::Literal::usize_unsuffixed(number));
        quote!(&[#(#numbers),*])
    });
    let stretch = kernel.stretch;
    quote! {
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        struct Kernel;
        impl nd::Kernel for Kernel {
            const SPEC: nd::Spec = nd::Spec {
                name: #name,
                labels: &[#(#labels),*],
                operands: &[#(#operands),*],
                output: #output,
                terms: &[#(#terms),*],
                stretch: #stretch,
            };
        }
    }
}

fn emit_subscripts(name: &str, subscripts: &[Sub]) -> TokenStream {
    let axes = subscripts.iter().map(|subscript| match subscript.kind {
        SubKind::Label(number) => proc_macro2::Literal::usize_unsuffixed(number).into_token_stream(),
        SubKind::Ellipsis => quote!(nd::ELLIPSIS),
        SubKind::Fixed(_) => quote!(nd::FIXED),
    });
    quote!(nd::subscripts(#name, &[#(#axes),*]))
}

/// Binds operands and target to their ranks, and the factors of a product to one element type.
fn emit_operands(kernel: &Contraction, plan: &Plan) -> TokenStream {
    let mut out = TokenStream::new();
    if let Output::Into { span, subscripts, .. } = &kernel.output {
        let (variable, span) = (hidden("out"), at(*span));
        let bound = emit_bound("target", subscripts, quote!(#variable), span);
        out.extend(quote_spanned!(span=> let #variable = #bound;));
    }
    for (number, operand) in kernel.operands.iter().enumerate() {
        let (variable, target, span) = (operand_name(number), hidden("out"), at(operand.span));
        let bound = match operand.source {
            Source::Borrowed => emit_bound("operand", &operand.subscripts, quote!(#variable), span),
            Source::InPlace => quote_spanned!(span=> nd::in_place(&#target)),
            Source::Snapshot => {
                let copy = hidden(format_args!("copy{number}"));
                out.extend(quote_spanned!(span=> let #copy = nd::snapshot(&#target);));
                emit_bound("operand", &operand.subscripts, quote!(&#copy), span)
            }
        };
        let bound = match first_factor(plan, number) {
            Some(first) => {
                let first = operand_name(first);
                quote_spanned!(span=> nd::like(&#first, #bound))
            }
            None => bound,
        };
        out.extend(quote_spanned!(span=> let #variable = #bound;));
    }
    out
}

/// `operand(Num::<2>, x0)`: checks the rank; with an ellipsis, that there are enough axes.
fn emit_bound(bind: &str, subscripts: &[Sub], value: TokenStream, span: Span) -> TokenStream {
    let ellipsis = subscripts.iter().any(|subscript| matches!(subscript.kind, SubKind::Ellipsis));
    let (bind, count) = if ellipsis {
        (format_ident!("{bind}_at_least"), subscripts.len() - 1)
    } else {
        (format_ident!("{bind}"), subscripts.len())
    };
    quote_spanned!(span=> nd::#bind(nd::Num::<#count>, #value))
}

/// The first factor of the product to which an operand belongs, where that is another operand.
fn first_factor(plan: &Plan, operand: usize) -> Option<usize> {
    let products = plan.terms.iter().filter(|term| matches!(term.work, Work::Product { .. }));
    let product = products.into_iter().find(|term| term.operands.contains(&operand))?;
    product.operands.first().copied().filter(|&first| first != operand)
}

/// Operands as a list: `(x0, (x1, ()))`.
fn emit_list(operands: impl DoubleEndedIterator<Item = usize>) -> TokenStream {
    operands.rev().fold(quote!(()), |list, number| {
        let variable = operand_name(number);
        quote!((#variable, #list))
    })
}

/// `plus(first_plus(product(Num::<0>, …)), general(Num::<1>, …))`
fn emit_terms(plan: &Plan) -> TokenStream {
    let mut terms: Option<TokenStream> = None;
    for (number, term) in plan.terms.iter().enumerate() {
        let (one, span) = (emit_term(number, term), at(term.span));
        terms = Some(match (terms, term.negative) {
            (None, false) => quote_spanned!(span=> nd::first_plus(#one)),
            (None, true) => quote_spanned!(span=> nd::first_minus(#one)),
            (Some(terms), false) => quote_spanned!(span=> nd::plus(#terms, #one)),
            (Some(terms), true) => quote_spanned!(span=> nd::minus(#terms, #one)),
        });
    }
    terms.unwrap_or_default()
}

fn emit_term(number: usize, term: &PlannedTerm) -> TokenStream {
    let list = emit_list(term.operands.iter().copied());
    match &term.work {
        Work::Product { scales } => {
            let scales = scales.iter().map(|scale| {
                let (value, span) = (emit_scale(scale), at(scale.span));
                quote_spanned!(span=> .scaled(#value))
            });
            quote!(nd::product(nd::Num::<#number>, #list)#(#scales)*)
        }
        Work::General(value) => {
            let value = emit_scalar(value, &term.operands);
            quote!(nd::general(nd::Num::<#number>, #list, #value))
        }
    }
}

/// The call that runs or explains the kernel.
fn emit_run(kernel: &Contraction, call: Call) -> TokenStream {
    let list = emit_list(0..kernel.operands.len());
    let slots = if kernel.ellipsis { 8 } else { 0 };
    let (labels, count) = (kernel.labels.len() + slots, kernel.operands.len());
    let size = quote!(nd::Size::<#labels, #count>);
    let is_fixed = |subscript: &&Sub| matches!(subscript.kind, SubKind::Fixed(_));
    let inputs = kernel.operands.iter().flat_map(|operand| &operand.subscripts).filter(is_fixed).count();
    let outputs = kernel.output.subscripts().iter().filter(is_fixed).count();
    let indices = |range: std::ops::Range<usize>| {
        let indices = range.map(|number| hidden(format_args!("index{number}")));
        quote!(&[#(nd::index(#indices)),*])
    };
    let (fixed, fixed_out) = (indices(0..inputs), indices(inputs..inputs + outputs));
    let result = match &kernel.output {
        _ if call == Call::EinsumPath => {
            let (notation, copied) = (&kernel.notation, copied(kernel));
            quote!(nd::explain(Kernel, #size, #list, #fixed, terms, #notation, &[#(#copied),*]))
        }
        output if is_scalar(output) => quote!(nd::evaluate_scalar(Kernel, #size, #list, #fixed, terms)),
        Output::New(subscripts) => {
            let shape = emit_result_shape(kernel, subscripts);
            quote!(nd::evaluate(Kernel, #size, #list, #fixed, #shape, terms))
        }
        Output::Into { update, .. } => {
            let (out, mode) = (hidden("out"), format_ident!("{}", update_name(*update)));
            quote!(nd::evaluate_into(Kernel, #size, #list, #fixed, #out, #fixed_out, nd::#mode, terms))
        }
    };
    if call == Call::TryEinsum { result } else { quote!(nd::unwrap(#result)) }
}

/// The operands that are read from a copy of the output, as they were written.
fn copied(kernel: &Contraction) -> Vec<String> {
    let copies = kernel.operands.iter().filter(|operand| operand.source == Source::Snapshot);
    copies.map(|operand| operand.name.clone()).collect()
}
