//! The passes of `broadcast!`: reductions, each a value `t0`, `t1`, …, and the body that gives or writes the result.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};

use super::scalar::{Scope, emit_scalar};
use super::{at, hidden, operand_name};
use crate::ir::{Kind, Node, Outcome, Program, Read, Reading, Write};
use crate::plan::{Kept, ProgramPlan, update_name};

/// The variable of a reduction's result.
fn temp_name(number: usize) -> Ident {
    hidden(format_args!("t{number}"))
}

/// The variable of an existing output.
pub fn target_name(number: usize) -> Ident {
    hidden(format_args!("out{number}"))
}

/// `let t0 = MaxOf::reduce(over((x1, ()), arg(P0, &x1)));` for every reduction.
pub fn emit_reductions(program: &Program, plan: &ProgramPlan) -> TokenStream {
    let stages = program.reductions.iter().zip(&plan.reductions).enumerate();
    stages
        .map(|(number, (reduction, planned))| {
            let (variable, span) = (temp_name(number), at(reduction.span));
            let rule = format_ident!("{}", reduction.rule.constructor, span = span);
            let list = emit_reads(&planned.reads);
            let body = emit_scalar(&reduction.body, &planned.reads);
            let over = if reduction.rule.reading == Reading::Place {
                let place = Scope::new(&planned.reads).position(Read::Flat(number));
                quote_spanned!(span=> nd::over_indexed(#list, #body, nd::value(#place)))
            } else {
                quote_spanned!(span=> nd::over(#list, #body))
            };
            quote_spanned!(span=> let #variable = nd::#rule::reduce(#over);)
        })
        .collect()
}

/// What a pass reads, as a list: `(x0, (read(&t0), (number(), ())))`.
fn emit_reads(reads: &[Read]) -> TokenStream {
    reads.iter().rev().fold(quote!(()), |list, read| match *read {
        Read::Operand(number) => {
            let variable = operand_name(number);
            quote!((#variable, #list))
        }
        Read::Temp(number) => {
            let variable = temp_name(number);
            quote!((nd::read(&#variable), #list))
        }
        Read::Index(_) | Read::Flat(_) | Read::Terms(_) => quote!((nd::number(), #list)),
    })
}

/// The results of all reductions: `(t0, (t1, ()))`.
pub fn emit_temps(program: &Program) -> TokenStream {
    (0..program.reductions.len()).rev().fold(quote!(()), |list, number| {
        let variable = temp_name(number);
        quote!((#variable, #list))
    })
}

/// `let body = …; let reads = …;`
pub fn emit_body(program: &Program, plan: &ProgramPlan) -> TokenStream {
    let reads = if plan.last { quote!(()) } else { emit_reads(&plan.reads) };
    let body = match &program.outcome {
        Outcome::New(_, value) if plan.closes => {
            let (then, value) = emit_closing(value, plan);
            quote!(nd::#then(#value))
        }
        Outcome::New(..) if plan.last => quote!(nd::last(nd::Assign)),
        Outcome::New(_, value) => {
            let value = emit_scalar(value, &plan.reads);
            quote!(nd::put(#value))
        }
        Outcome::Into(_, writes) if plan.last => emit_last_into(program, plan, writes),
        Outcome::Into(lets, writes) if lets.is_empty() => emit_writes(writes, &mut Scope::new(&plan.reads)),
        Outcome::Into(lets, writes) => Scope::new(&plan.reads).emit_lets(lets, |scope| emit_writes(writes, scope)),
    };
    quote!(let body = #body; let reads = #reads;)
}

/// A function of the last reduction's values, and what takes it: of means, the values are what the sums are divided to.
fn emit_closing(value: &Node, plan: &ProgramPlan) -> (Ident, TokenStream) {
    let (mut value, mut means) = (value.clone(), false);
    value.each_mut(&mut |node| {
        if let Kind::Temp(_, reading @ Reading::Mean) = &mut node.kind {
            (*reading, means) = (Reading::Value, true);
        }
    });
    let then = if means { "then_shared" } else { "then" };
    (format_ident!("{then}"), emit_scalar(&value, &plan.reads))
}

/// The last reduction writes the output itself.
fn emit_last_into(program: &Program, plan: &ProgramPlan, writes: &[Write]) -> TokenStream {
    let last = temp_name(program.reductions.len().saturating_sub(1));
    let emit = |write: &Write| {
        let (target, mode, span) = (target_name(0), format_ident!("{}", update_name(write.update)), at(write.span));
        if plan.closes {
            let (then, value) = emit_closing(&write.value, plan);
            let then = format_ident!("{then}_into");
            return quote_spanned!(span=> nd::Writes::checked(nd::#then(&#target, nd::#mode, #value)));
        }
        quote_spanned!(span=> nd::Writes::checked(nd::last_into(&#target, &#last, nd::#mode)))
    };
    writes.first().map(emit).unwrap_or_default()
}

/// `writes(w0, writes(w1, w2))`
fn emit_writes(writes: &[Write], scope: &mut Scope) -> TokenStream {
    let mut all: Vec<TokenStream> = Vec::new();
    for (number, write) in writes.iter().enumerate() {
        let (target, mode, span) =
            (target_name(number), format_ident!("{}", update_name(write.update)), at(write.span));
        let value = scope.emit(&write.value);
        let one = quote_spanned!(span=> nd::Writes::checked(nd::write(&#target, nd::#mode, #value)));
        all.push(match &write.mask {
            Some(mask) => {
                let (span, mask) = (at(mask.span), scope.emit(mask));
                let mask = quote_spanned!(span=> nd::Where::check(#mask));
                quote!(nd::masked(#mask, #one))
            }
            None => one,
        });
    }
    all.into_iter().rev().reduce(|rest, one| quote!(nd::writes(#one, #rest))).unwrap_or_default()
}

/// The reductions in the kernel's declaration: `[[0] / [2] [Read::Operand(1)]]`.
pub fn emit_reduction_specs(program: &Program, plan: &ProgramPlan) -> TokenStream {
    let specs = program.reductions.iter().zip(&plan.reductions).map(|(reduction, planned)| {
        let kept = planned.kept.iter().map(|axis| match axis {
            Kept::Label(label) => Literal::usize_unsuffixed(*label).into_token_stream(),
            Kept::Ellipsis => quote!(nd::ELLIPSIS),
        });
        let reduced = reduction.reduced.iter().map(|&label| Literal::usize_unsuffixed(label));
        let reads = emit_read_specs(&planned.reads);
        quote!([#(#kept),*] / [#(#reduced),*] #reads)
    });
    quote!([#(#specs),*])
}

/// `[Read::Operand(0), Read::Temp(0)]`
pub fn emit_read_specs(reads: &[Read]) -> TokenStream {
    let specs = reads.iter().map(|read| {
        let (kind, number) = match read {
            Read::Operand(number) => ("Operand", number),
            Read::Temp(number) => ("Temp", number),
            Read::Index(number) => ("Index", number),
            Read::Flat(number) => ("Flat", number),
            Read::Terms(number) => ("Terms", number),
        };
        let (kind, number) = (format_ident!("{kind}"), Literal::usize_unsuffixed(*number));
        quote!(nd::Read::#kind(#number))
    });
    quote!([#(#specs),*])
}

/// Whether the result is one number.
pub fn gives_scalar(program: &Program) -> bool {
    matches!(&program.outcome, Outcome::New(subscripts, _) if subscripts.is_empty())
}
