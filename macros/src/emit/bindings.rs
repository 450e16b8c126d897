//! What all expansions do first: bind the user's expressions, each once, and state their subscripts.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Expr;

use super::{at, operand_name, placed, scalar_name};
use crate::ir::{Operand, Source, Sub, SubKind, gathered, has_ellipsis};

/// `&a`, with parentheses where `&` would bind to a part.
pub fn by_reference(expr: &Expr) -> TokenStream {
    match expr {
        Expr::Path(_) | Expr::Field(_) | Expr::MethodCall(_) | Expr::Call(_) | Expr::Paren(_) => quote!(&#expr),
        _ => quote!(&(#expr)),
    }
}

/// The variable of a fixed index.
pub fn index_name(number: usize, span: Span) -> Ident {
    Ident::new(&format!("index{number}"), span)
}

/// How many labels the runtime sets aside for an ellipsis.
pub const ELLIPSIS_SLOTS: usize = 8;

/// `[0, 1]`
pub fn emit_subscripts(subscripts: &[Sub]) -> TokenStream {
    let axes = subscripts.iter().map(|subscript| match subscript.kind {
        SubKind::Label(number) => Literal::usize_unsuffixed(number).into_token_stream(),
        SubKind::Ellipsis => quote!(nd::ELLIPSIS),
        SubKind::Fixed(_) => quote!(nd::FIXED),
        SubKind::Gathered(_) => quote!(nd::GATHERED),
    });
    quote!([#(#axes),*])
}

/// `let s0 = ScopeScalar::scalar(s0);`
pub fn emit_scalars(scalars: &[Expr]) -> TokenStream {
    scalars
        .iter()
        .enumerate()
        .map(|(number, scalar)| {
            let (name, span) = (scalar_name(number), at(syn::spanned::Spanned::span(scalar)));
            let value = placed(&name, span);
            quote_spanned!(span=> let #name = nd::ScopeScalar::scalar(#value);)
        })
        .collect()
}

/// What is bound.
pub enum Bind {
    Operand,
    Target,
}

/// `Ranked::<2, _>::operand(Operand::ndweave_bind(x0))`: checks the rank; with an ellipsis, that there are enough axes.
pub fn emit_bound(bind: Bind, subscripts: &[Sub], value: TokenStream, span: Span) -> TokenStream {
    let ellipsis = has_ellipsis(subscripts);
    let (rule, count) = if ellipsis { ("RankedAtLeast", subscripts.len() - 1) } else { ("Ranked", subscripts.len()) };
    let count = Literal::usize_unsuffixed(count);
    let rule = format_ident!("{rule}");
    match bind {
        Bind::Operand => quote_spanned!(span=> nd::#rule::<#count, _>::operand(nd::Operand::ndweave_bind(#value))),
        Bind::Target => quote_spanned!(span=> nd::#rule::<#count, _>::target(nd::OperandMut::ndweave_bind_mut(#value))),
    }
}

/// `let x1 = IndexElement::index(x1);`, for an index array: its elements are integers.
pub fn emit_index_array(operand: &Operand, number: usize) -> TokenStream {
    let (variable, span) = (operand_name(number), at(operand.span));
    if !operand.indexes {
        return TokenStream::new();
    }
    // The argument underlines the index array, where its elements are no integers.
    let value = placed(&variable, span);
    quote_spanned!(span=> let #variable = nd::IndexElement::index(#value);)
}

/// `, 0 by 1`: operand 0 is gathered by the index array that is operand 1.
pub fn emit_gathers(operands: &[Operand]) -> TokenStream {
    let mut gathers = TokenStream::new();
    for (number, operand) in operands.iter().enumerate() {
        for index in gathered(&operand.subscripts) {
            let [operand, index] = [number, index.index].map(Literal::usize_unsuffixed);
            gathers.extend(quote!(, #operand by #index));
        }
    }
    gathers
}

/// Operands as a list: `(x0, (x1, ()))`.
pub fn emit_list(operands: impl DoubleEndedIterator<Item = usize>) -> TokenStream {
    operands.rev().fold(quote!(()), |list, number| {
        let variable = operand_name(number);
        quote!((#variable, #list))
    })
}

/// The operands that are read from a copy of the output, as they were written.
pub fn copied(operands: &[Operand]) -> Vec<String> {
    let copies = operands.iter().filter(|operand| matches!(operand.source, Source::Snapshot(_)));
    copies.map(|operand| operand.name.clone()).collect()
}
