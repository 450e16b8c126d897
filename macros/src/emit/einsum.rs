//! The expansion of `einsum!` and its kin.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Expr;

use super::axes::{Extents, emit_axes, emit_result_shape};
use super::bindings::{
    Bind, ELLIPSIS_SLOTS, by_reference, copied, emit_bound, emit_gathers, emit_index_array, emit_list, emit_scalars,
    emit_subscripts, index_name,
};
use super::scalar::{emit_scalar, emit_scale};
use super::{Call, at, hidden, operand_name, placed, scalar_name};
use crate::ir::{Contraction, Output, Read, Source, Sub, SubKind};
use crate::plan::{Plan, PlannedTerm, Work, is_scalar, update_name};

/// The expansion; more of them are in `macros/tests/expanded`. `einsum!(a[i, j] * b[j, k] -> [i, k])` becomes
///
/// ```text
/// {
///     match (&a, &b) {
///         (x0, x1) => {
///             use ::ndweave::macro_support as nd;
///             nd::kernel!("einsum" 3 2, ["i", "j", "k"], "a" [0, 1], "b" [1, 2] => "" [0, 2], [&[0, 1]], false);
///             let x0 = nd::Ranked::<2, _>::operand(nd::Operand::ndweave_bind(x0));
///             let x1 = nd::Ranked::<2, _>::operand(nd::Operand::ndweave_bind(x1));
///             let x1 = nd::Multiplies::operand(nd::like(&x0, x1));
///             let axis_i = nd::axis(nd::Num::<0>, &x0);
///             let axis_j = nd::axis(nd::Num::<1>, &x0);
///             let axis_j = nd::label::j::Operands::agree(nd::pair(axis_j, nd::axis(nd::Num::<0>, &x1)));
///             let axis_k = nd::axis(nd::Num::<1>, &x1);
///             let operands = (x0, (x1, ()));
///             let terms = nd::Term::first_plus(nd::product(nd::Num::<0>, operands));
///             let shape = nd::Tuple((axis_i, axis_k));
///             let result = nd::evaluate(Kernel, operands, &[], shape, terms);
///             nd::Outcome(result).unwrap()
///         }
///     }
/// }
/// ```
pub fn emit_einsum(krate: &TokenStream, kernel: &Contraction, plan: &Plan, call: Call) -> TokenStream {
    let (patterns, values) = bindings(kernel);
    let declared = emit_kernel(kernel, plan, call);
    let operands = emit_operands(kernel, plan);
    let axes = emit_axes(&extents(kernel));
    let scalars = emit_scalars(&kernel.scalars);
    let list = emit_list(0..kernel.operands.len());
    let terms = emit_terms(kernel, plan);
    let run = emit_run(kernel, call);
    let import =
        matches!(kernel.output, Output::Into { .. }).then(|| quote!(use #krate::macro_support::BindTarget as _;));
    let body = quote! {
        match (#(#values,)*) {
            (#(#patterns,)*) => {
                use #krate::macro_support as nd;
                #declared
                #operands
                #axes
                #scalars
                let operands = #list;
                let terms = #terms;
                #run
            }
        }
    };
    // An expansion is one expression: without braces, `match` would end a statement early.
    quote!({ #import #body })
}

/// Who has which axes.
fn extents(kernel: &Contraction) -> Extents<'_> {
    let (targets, result) = match &kernel.output {
        Output::New(subscripts) => (Vec::new(), Some(&**subscripts)),
        Output::Into { subscripts, .. } => (vec![(hidden("out"), &**subscripts)], None),
    };
    let (labels, operands, stretch) = (&kernel.labels, &kernel.operands, kernel.stretch);
    Extents { labels, operands, targets, result, ranges: &[], rule: "Output", stretch }
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
            bind(operand_name(number).into_token_stream(), by_reference(&operand.expr));
        }
    }
    for (number, scalar) in kernel.scalars.iter().enumerate() {
        bind(scalar_name(number).into_token_stream(), by_reference(scalar));
    }
    for (number, expr) in fixed(kernel).enumerate() {
        let span = at(syn::spanned::Spanned::span(expr));
        bind(index_name(number, span).into_token_stream(), expr.into_token_stream());
    }
    if let Output::Into { expr, span, .. } = &kernel.output {
        // The borrow underlines the target, where it conflicts with another one.
        let span = at(*span);
        bind(hidden("out").into_token_stream(), quote_spanned!(span=> (#expr).ndweave_target()));
    }
    (patterns, values)
}

/// The indices of fixed axes: the operands', then the output's.
fn fixed(kernel: &Contraction) -> impl Iterator<Item = &Expr> {
    let operands = kernel.operands.iter().flat_map(|operand| &operand.subscripts);
    operands.chain(kernel.output.subscripts()).filter_map(|subscript| match &subscript.kind {
        SubKind::Fixed(expr) => Some(&**expr),
        SubKind::Label(_) | SubKind::Ellipsis | SubKind::Gathered(_) => None,
    })
}

/// The kernel as a type: `kernel!("einsum", ["i", "j", "k"], "a" [0, 1], "b" [1, 2] => "" [0, 2], …);`
fn emit_kernel(kernel: &Contraction, plan: &Plan, call: Call) -> TokenStream {
    let name = if call == Call::Plan { "einsum_path" } else { "einsum" };
    let slots = if kernel.ellipsis { ELLIPSIS_SLOTS } else { 0 };
    let size = [kernel.labels.len() + slots, kernel.operands.len()].map(Literal::usize_unsuffixed);
    let labels = kernel.labels.iter().map(|label| label.trim_start_matches("r#"));
    let names = kernel.operands.iter().map(|operand| &operand.name);
    let axes = kernel.operands.iter().map(|operand| emit_subscripts(&operand.subscripts));
    let output_name = match &kernel.output {
        Output::New(_) => "",
        Output::Into { name, .. } => name,
    };
    let output = emit_subscripts(kernel.output.subscripts());
    let terms = plan.terms.iter().map(|term| {
        let numbers = term.operands.iter().map(|&number| Literal::usize_unsuffixed(number));
        quote!(&[#(#numbers),*])
    });
    let (stretch, gathers) = (kernel.stretch, emit_gathers(&kernel.operands));
    quote! {
        nd::kernel!(#name #(#size)*, [#(#labels),*], #(#names #axes),* => #output_name #output, [#(#terms),*], #stretch #gathers);
    }
}

/// Binds operands and target to their ranks, and the factors of a product to one element type.
fn emit_operands(kernel: &Contraction, plan: &Plan) -> TokenStream {
    let mut out = TokenStream::new();
    if let Output::Into { span, subscripts, .. } = &kernel.output {
        let (variable, span) = (hidden("out"), at(*span));
        let value = placed(&variable, span);
        let bound = emit_bound(Bind::Target, subscripts, quote!(#value), span);
        out.extend(quote_spanned!(span=> let #variable = #bound;));
    }
    for (number, operand) in kernel.operands.iter().enumerate() {
        let (variable, target, span) = (operand_name(number), hidden("out"), at(operand.span));
        let bound = match operand.source {
            Source::Borrowed => {
                let value = placed(&variable, span);
                emit_bound(Bind::Operand, &operand.subscripts, quote!(#value), span)
            }
            Source::InPlace(_) => quote_spanned!(span=> nd::in_place(&#target)),
            Source::Snapshot(_) => {
                let copy = hidden(format_args!("copy{number}"));
                out.extend(quote_spanned!(span=> let #copy = nd::snapshot(&#target);));
                emit_bound(Bind::Operand, &operand.subscripts, quote!(&#copy), span)
            }
        };
        out.extend(quote_spanned!(span=> let #variable = #bound;));
        out.extend(emit_index_array(operand, number));
        if let Some(first) = first_factor(plan, number) {
            let first = operand_name(first);
            out.extend(quote_spanned!(span=> let #variable = nd::Multiplies::operand(nd::like(&#first, #variable));));
        }
    }
    out
}

/// The first factor of the product to which an operand belongs, where that is another operand.
fn first_factor(plan: &Plan, operand: usize) -> Option<usize> {
    let products = plan.terms.iter().filter(|term| matches!(term.work, Work::Product { .. }));
    let product = products.into_iter().find(|term| term.operands.contains(&operand))?;
    product.operands.first().copied().filter(|&first| first != operand)
}

/// `joined(Term::plus(general(Num::<1>, …), Term::first_plus(product(Num::<0>, …))))`
fn emit_terms(kernel: &Contraction, plan: &Plan) -> TokenStream {
    let mut terms: Option<TokenStream> = None;
    for (number, term) in plan.terms.iter().enumerate() {
        let (one, span) = (emit_term(number, term, kernel.operands.len()), at(term.span));
        terms = Some(match (terms, term.negative) {
            (None, false) => quote_spanned!(span=> nd::Term::first_plus(#one)),
            (None, true) => quote_spanned!(span=> nd::Term::first_minus(#one)),
            (Some(terms), false) => quote_spanned!(span=> nd::SameElement::joined(nd::Term::plus(#one, #terms))),
            (Some(terms), true) => quote_spanned!(span=> nd::SameElement::joined(nd::Term::minus(#one, #terms))),
        });
    }
    terms.unwrap_or_default()
}

fn emit_term(number: usize, term: &PlannedTerm, operands: usize) -> TokenStream {
    let number = Literal::usize_unsuffixed(number);
    let list = if term.operands.iter().copied().eq(0..operands) {
        quote!(operands)
    } else {
        emit_list(term.operands.iter().copied())
    };
    match &term.work {
        Work::Product { scales } => {
            scales.iter().fold(quote!(nd::product(nd::Num::<#number>, #list)), |product, scale| {
                let (value, span) = (emit_scale(scale), at(scale.span));
                quote_spanned!(span=> nd::SameElement::scaled(nd::scale(#product, #value)))
            })
        }
        Work::General(value) => {
            let reads: Vec<Read> = term.operands.iter().map(|&number| Read::Operand(number)).collect();
            let value = emit_scalar(value, &reads);
            quote!(nd::general(nd::Num::<#number>, #list, #value))
        }
    }
}

/// The call that runs or explains the kernel.
fn emit_run(kernel: &Contraction, call: Call) -> TokenStream {
    let is_fixed = |subscript: &&Sub| matches!(subscript.kind, SubKind::Fixed(_));
    let inputs = kernel.operands.iter().flat_map(|operand| &operand.subscripts).filter(is_fixed).count();
    let outputs = kernel.output.subscripts().iter().filter(is_fixed).count();
    let indices = |from: usize, count: usize| {
        let indices = fixed(kernel).enumerate().skip(from).take(count).map(|(number, expr)| {
            let span = at(syn::spanned::Spanned::span(expr));
            let name = index_name(number, span);
            quote_spanned!(span=> nd::FixedIndex::fixed_index(#name))
        });
        quote!(&[#(#indices),*])
    };
    let (fixed, fixed_out) = (indices(0, inputs), indices(inputs, outputs));
    let (prepare, result) = match &kernel.output {
        _ if call == Call::Plan => {
            let (notation, copied) = (&kernel.notation, copied(&kernel.operands));
            (TokenStream::new(), quote!(nd::explain(Kernel, operands, #fixed, terms, #notation, &[#(#copied),*])))
        }
        output if is_scalar(output) => {
            (TokenStream::new(), quote!(nd::evaluate_scalar(Kernel, operands, #fixed, terms)))
        }
        Output::New(subscripts) => {
            let shape = emit_result_shape(&kernel.labels, subscripts);
            (quote!(let shape = #shape;), quote!(nd::evaluate(Kernel, operands, #fixed, shape, terms)))
        }
        Output::Into { update, span, .. } => {
            let (out, mode) = (hidden("out"), format_ident!("{}", update_name(*update)));
            let (span, terms) = (at(*span), quote!(terms));
            let fit = quote_spanned!(span=> let #terms = nd::Fits::fit(nd::fit(&#out, #terms)););
            (fit, quote!(nd::evaluate_into(Kernel, operands, #fixed, #out, #fixed_out, nd::#mode, terms)))
        }
    };
    match &kernel.output {
        _ if call == Call::Try => quote!(#prepare #result),
        Output::Into { .. } if call == Call::Run => quote!(#prepare nd::done(#result)),
        _ => quote!(#prepare let result = #result; nd::Outcome(result).unwrap()),
    }
}
