//! Scalar expressions as calls of the runtime's constructors.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::{at, operand_name, scalar_name};
use crate::ir::{Kind, Node};

/// The expression over the operands of its term: `Mul::apply(both(arg(P0, &x0), lit(2.0)))`.
pub fn emit_scalar(node: &Node, operands: &[usize]) -> TokenStream {
    let span = at(node.span);
    match &node.kind {
        Kind::Operand(number) => {
            let place = operands.iter().position(|operand| operand == number).unwrap_or(0);
            let (position, name) = (emit_position(place), operand_name(*number));
            quote_spanned!(span=> nd::arg(#position, &#name))
        }
        Kind::Scalar(number) => {
            let name = scalar_name(*number);
            quote_spanned!(span=> nd::lit(#name))
        }
        Kind::Literal(literal) => quote_spanned!(span=> nd::lit(#literal)),
        Kind::Local(name) => quote!(#name),
        Kind::Apply(constructor, arguments) => {
            let arguments: Vec<TokenStream> =
                arguments.iter().map(|argument| emit_scalar(argument, operands)).collect();
            emit_apply(constructor, &arguments, span)
        }
        Kind::Cast(inner, to) => {
            let inner = emit_scalar(inner, operands);
            quote_spanned!(span=> nd::Cast::<#to, _, _>::apply(#inner))
        }
        Kind::Block(lets, tail) => {
            let names = lets.iter().map(|(name, _)| name);
            let values = lets.iter().map(|(_, value)| emit_scalar(value, operands));
            let tail = emit_scalar(tail, operands);
            quote!({ #(let #names = #values;)* #tail })
        }
    }
}

/// `Sqrt::apply(x)`, `Mul::apply(both(l, r))`, `Clamp::apply(three(x, low, high))`, or
/// `Select::apply(Condition::check(c), both(yes, no))`.
fn emit_apply(constructor: &str, arguments: &[TokenStream], span: Span) -> TokenStream {
    let name = format_ident!("{constructor}");
    match arguments {
        [x] => quote_spanned!(span=> nd::#name::apply(#x)),
        [l, r] => quote_spanned!(span=> nd::#name::apply(nd::both(#l, #r))),
        [condition, yes, no] if constructor == "Select" => {
            quote_spanned!(span=> nd::#name::apply(nd::Condition::check(#condition), nd::both(#yes, #no)))
        }
        _ => quote_spanned!(span=> nd::#name::apply(nd::three(#(#arguments),*))),
    }
}

/// The position of an operand in its term's list: `P0`, `P1`, …
fn emit_position(place: usize) -> TokenStream {
    const NAMED: usize = 8;
    let named = format_ident!("P{}", place.min(NAMED - 1));
    (NAMED..=place).fold(quote!(nd::#named), |position, _| quote!(nd::next(#position)))
}

/// A factor of a product that is not an operand.
pub fn emit_scale(node: &Node) -> TokenStream {
    let span = at(node.span);
    match &node.kind {
        Kind::Scalar(number) => {
            let name = scalar_name(*number);
            quote_spanned!(span=> #name)
        }
        Kind::Literal(literal) => literal.clone(),
        _ => TokenStream::new(),
    }
}
