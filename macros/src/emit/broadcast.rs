//! The expansion of `broadcast!` and its kin.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Expr;
use syn::spanned::Spanned;

use super::axes::{Extents, emit_axes, emit_result_shape};
use super::bindings::{
    Bind, ELLIPSIS_SLOTS, by_reference, copied, emit_bound, emit_gathers, emit_index_array, emit_list, emit_scalars,
    emit_subscripts, index_name,
};
use super::stages::{
    emit_body, emit_read_specs, emit_reduction_specs, emit_reductions, emit_temps, gives_scalar, target_name,
};
use super::{Call, at, hidden, operand_name, placed, scalar_name};
use crate::ir::{Operand, Outcome, Program, Source, Sub, SubKind, Write, has_ellipsis};
use crate::plan::ProgramPlan;

/// The expansion; more of them are in `macros/tests/expanded`. `broadcast!((x[i, j] - max[k](x[i, k])).exp() -> [i, j])`
/// becomes
///
/// ```text
/// {
///     match (&x, &x) {
///         (x0, x1) => {
///             use ::ndweave::macro_support as nd;
///             nd::program!(
///                 "broadcast" 3 2, ["i", "j", "k"], ["x" [0, 1], "x" [0, 2]], ["" [0, 1]],
///                 [[0] / [2] [nd::Read::Operand(1)]], [nd::Read::Operand(0), nd::Read::Temp(0)], false
///             );
///             let x0 = nd::Ranked::<2, _>::operand(nd::Operand::ndweave_bind(x0));
///             let x1 = nd::Ranked::<2, _>::operand(nd::Operand::ndweave_bind(x1));
///             let axis_i = nd::axis(nd::Num::<0>, &x0);
///             let axis_i = nd::label::i::Operands::agree(nd::pair(axis_i, nd::axis(nd::Num::<0>, &x1)));
///             let axis_j = nd::axis(nd::Num::<1>, &x0);
///             let operands = (x0, (x1, ()));
///             let t0 = nd::MaxOf::reduce(nd::over((x1, ()), nd::arg(nd::P0, &x1)));
///             let body = nd::put(nd::Exp::apply(nd::Sub::apply(nd::both(nd::arg(nd::P0, &x0), nd::temp(nd::P1, &t0)))));
///             let reads = (x0, (nd::read(&t0), ()));
///             let shape = nd::Tuple((axis_i, axis_j));
///             let result = nd::broadcast(Kernel, operands, &[], &[], shape, (t0, ()), reads, body);
///             nd::Outcome(result).unwrap()
///         }
///     }
/// }
/// ```
pub fn emit_broadcast(krate: &TokenStream, program: &Program, plan: &ProgramPlan, call: Call) -> TokenStream {
    let (patterns, values) = bindings(program);
    let declared = emit_program(program, plan, call);
    let operands = emit_operands(program);
    let axes = emit_axes(&extents(program));
    let scalars = emit_scalars(&program.scalars);
    let list = emit_list(0..program.operands.len());
    let reductions = emit_reductions(program, plan);
    let body = emit_body(program, plan);
    let run = emit_run(program, call);
    let import = (!writes(program).is_empty()).then(|| quote!(use #krate::macro_support::BindTarget as _;));
    // An expansion is one expression: without braces, `match` would end a statement early.
    quote! {{
        #import
        match (#(#values,)*) {
            (#(#patterns,)*) => {
                use #krate::macro_support as nd;
                #declared
                #operands
                #axes
                #scalars
                let operands = #list;
                #reductions
                #body
                #run
            }
        }
    }}
}

fn writes(program: &Program) -> &[Write] {
    match &program.outcome {
        Outcome::New(..) => &[],
        Outcome::Into(_, writes) => writes,
    }
}

/// Who has which axes.
fn extents(program: &Program) -> Extents<'_> {
    let targets = writes(program).iter().enumerate().map(|(number, write)| (target_name(number), &*write.subscripts));
    let result = match &program.outcome {
        Outcome::New(subscripts, _) => Some(&**subscripts),
        Outcome::Into(..) => None,
    };
    Extents {
        labels: &program.labels,
        operands: &program.operands,
        targets: targets.collect(),
        result,
        ranges: &program.ranges,
        rule: if program.positional { "Target" } else { "Output" },
        stretch: false,
    }
}

/// What the user's expressions are bound to, each evaluated once; the targets last, as they are borrowed mutably.
fn bindings(program: &Program) -> (Vec<TokenStream>, Vec<TokenStream>) {
    let (mut patterns, mut values) = (Vec::new(), Vec::new());
    let mut bind = |pattern: Ident, value: TokenStream| {
        patterns.push(pattern.into_token_stream());
        values.push(value);
    };
    for (number, operand) in program.operands.iter().enumerate() {
        if operand.source == Source::Borrowed {
            bind(operand_name(number), by_reference(&operand.expr));
        }
    }
    for (number, scalar) in program.scalars.iter().enumerate() {
        bind(scalar_name(number), by_reference(scalar));
    }
    for (number, expr) in fixed(program).enumerate() {
        bind(index_name(number, at(expr.span())), expr.into_token_stream());
    }
    for (number, range) in program.ranges.iter().enumerate() {
        for (name, bound) in bound_names(number).into_iter().zip([&range.start, &range.end]) {
            bind(placed(&name, bound.span()), bound.into_token_stream());
        }
    }
    for (number, write) in writes(program).iter().enumerate() {
        // The borrow underlines the target, where it conflicts with another one.
        let (expr, span) = (&write.expr, at(write.span));
        bind(target_name(number), quote_spanned!(span=> (#expr).ndweave_target()));
    }
    (patterns, values)
}

/// The variables of a range's bounds.
fn bound_names(number: usize) -> [Ident; 2] {
    [hidden(format_args!("start{number}")), hidden(format_args!("end{number}"))]
}

/// The indices of fixed axes: the operands', then the outputs'.
fn fixed(program: &Program) -> impl Iterator<Item = &Expr> {
    let operands = program.operands.iter().flat_map(|operand| &operand.subscripts);
    let outputs = writes(program).iter().flat_map(|write| &write.subscripts);
    operands.chain(outputs).filter_map(|subscript| match &subscript.kind {
        SubKind::Fixed(expr) => Some(&**expr),
        SubKind::Label(_) | SubKind::Ellipsis | SubKind::Gathered(_) => None,
    })
}

/// The kernel as a type: `program!("broadcast" 3 2, ["i", "j", "k"], […], […], […], […], false);`
fn emit_program(program: &Program, plan: &ProgramPlan, call: Call) -> TokenStream {
    let name = if call == Call::Plan { "broadcast_plan" } else { "broadcast" };
    let outputs = program.outcome.outputs();
    let ellipsis = program.operands.iter().any(|operand| has_ellipsis(&operand.subscripts))
        || outputs.iter().any(|output| has_ellipsis(output));
    let slots = if ellipsis { ELLIPSIS_SLOTS } else { 0 };
    let size = [program.labels.len() + slots, program.operands.len()].map(Literal::usize_unsuffixed);
    let labels = program.labels.iter().map(|label| label.trim_start_matches("r#"));
    let operands = program.operands.iter().map(|operand| emit_named(&operand.name, &operand.subscripts));
    let names = writes(program).iter().map(|write| &*write.name).chain([""]);
    let outputs = outputs.iter().zip(names).map(|(output, name)| emit_named(name, output));
    let reductions = emit_reduction_specs(program, plan);
    let reads = if plan.last { quote!([]) } else { emit_read_specs(&plan.reads) };
    let (whole, gathers) = (plan.whole, emit_gathers(&program.operands));
    quote! {
        nd::program!(
            #name #(#size)*, [#(#labels),*], [#(#operands),*], [#(#outputs),*], #reductions, #reads, #whole #gathers
        );
    }
}

/// `"x" [0, 1]`
fn emit_named(name: &str, subscripts: &[Sub]) -> TokenStream {
    let subscripts = emit_subscripts(subscripts);
    quote!(#name #subscripts)
}

/// Whether an operand may be a number whose type rustc does not know yet (`let c = 0.5;`), while the rules for its axes ask for it.
fn is_unsettled(operand: &Operand) -> bool {
    let axes = &*operand.subscripts;
    matches!(operand.expr, Expr::Path(_)) && matches!(axes, [Sub { kind: SubKind::Ellipsis, .. }])
}

/// Binds outputs and operands to their ranks.
fn emit_operands(program: &Program) -> TokenStream {
    let mut out = TokenStream::new();
    for (number, write) in writes(program).iter().enumerate() {
        let (variable, span) = (target_name(number), at(write.span));
        let value = placed(&variable, span);
        let bound = emit_bound(Bind::Target, &write.subscripts, quote!(#value), span);
        out.extend(quote_spanned!(span=> let #variable = #bound;));
    }
    for (number, operand) in program.operands.iter().enumerate() {
        let (variable, span) = (operand_name(number), at(operand.span));
        let bound = match operand.source {
            Source::Borrowed => {
                let value = placed(&variable, span);
                let value = if is_unsettled(operand) {
                    quote_spanned!(span=> nd::settled!(#value))
                } else {
                    value.into_token_stream()
                };
                emit_bound(Bind::Operand, &operand.subscripts, value, span)
            }
            Source::InPlace(target) => {
                let target = target_name(target);
                quote_spanned!(span=> nd::in_place(&#target))
            }
            Source::Snapshot(target) => {
                let (copy, target) = (hidden(format_args!("copy{number}")), target_name(target));
                out.extend(quote_spanned!(span=> let #copy = nd::snapshot(&#target);));
                emit_bound(Bind::Operand, &operand.subscripts, quote!(&#copy), span)
            }
        };
        out.extend(quote_spanned!(span=> let #variable = #bound;));
        out.extend(emit_index_array(operand, number));
    }
    out
}

/// The call that runs or explains the kernel.
fn emit_run(program: &Program, call: Call) -> TokenStream {
    let is_fixed = |subscript: &&Sub| matches!(subscript.kind, SubKind::Fixed(_));
    let inputs = program.operands.iter().flat_map(|operand| &operand.subscripts).filter(is_fixed).count();
    let indices: Vec<TokenStream> = fixed(program).enumerate().map(|(number, expr)| emit_index(number, expr)).collect();
    let (fixed, fixed_out) = indices.split_at(inputs);
    let (fixed, fixed_out) = (quote!(&[#(#fixed),*]), quote!(&[#(#fixed_out),*]));
    let (ranges, temps) = (emit_ranges(program), emit_temps(program));
    let (notation, copied) = (&program.notation, copied(&program.operands));
    let targets = (0..writes(program).len()).rev().fold(quote!(()), |list, number| {
        let target = target_name(number);
        quote!((#target, #list))
    });
    let common = quote!(Kernel, operands, #fixed, #ranges);
    let (prepare, result) = match &program.outcome {
        Outcome::New(..) if call == Call::Plan => {
            let result = quote!(nd::plan_broadcast(#common, #temps, reads, body, #notation, &[#(#copied),*]));
            (TokenStream::new(), result)
        }
        Outcome::Into(..) if call == Call::Plan => {
            let rest = quote!(#temps, reads, body, #notation, &[#(#copied),*]);
            (quote!(let targets = #targets;), quote!(nd::plan_broadcast_into(#common, &targets, #rest)))
        }
        Outcome::New(..) if gives_scalar(program) => {
            (TokenStream::new(), quote!(nd::broadcast_scalar(#common, #temps, reads, body)))
        }
        Outcome::New(subscripts, _) => {
            let shape = emit_result_shape(&program.labels, subscripts);
            (quote!(let shape = #shape;), quote!(nd::broadcast(#common, shape, #temps, reads, body)))
        }
        Outcome::Into(..) => {
            let result = quote!(nd::broadcast_into(#common, targets, #fixed_out, #temps, reads, body));
            (quote!(let targets = #targets;), result)
        }
    };
    match &program.outcome {
        _ if call == Call::Try => quote!(#prepare #result),
        Outcome::Into(..) if call == Call::Run => quote!(#prepare nd::done(#result)),
        _ => quote!(#prepare let result = #result; nd::Outcome(result).unwrap()),
    }
}

/// `FixedIndex::fixed_index(index0)`
fn emit_index(number: usize, expr: &Expr) -> TokenStream {
    let span = at(expr.span());
    let name = index_name(number, span);
    quote_spanned!(span=> nd::FixedIndex::fixed_index(#name))
}

/// `&[range(0, start0, end0)]`
fn emit_ranges(program: &Program) -> TokenStream {
    let ranges = program.ranges.iter().enumerate().map(|(number, range)| {
        let (label, span) = (Literal::usize_unsuffixed(range.label), at(range.span));
        let [start, end] = bound_names(number);
        let (start, end) = (placed(&start, range.start.span()), placed(&end, range.end.span()));
        quote_spanned!(span=> nd::range(#label, nd::FixedIndex::fixed_index(#start), nd::FixedIndex::fixed_index(#end)))
    });
    quote!(&[#(#ranges),*])
}
