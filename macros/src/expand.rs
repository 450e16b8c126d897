//! The driver: parse → check → plan → emit. Every stage before the last collects mistakes and goes on; the last cannot fail.

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, Path, Token};

use crate::check::{check_broadcast, check_core_ufunc, check_einsum, check_ufunc, has_core_axes, text_of};
use crate::emit::{Call, emit_broadcast, emit_core_ufunc, emit_einsum, emit_failure, emit_ufunc, emit_unfinished};
use crate::errors::Errors;
use crate::plan::{plan_broadcast, plan_einsum, plan_ufunc};
use crate::syntax::{EinsumInput, parse_broadcast, parse_ufunc};

/// Expands `$crate; einsum; input`.
pub fn einsum(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let (krate, call, input) = match split_header.parse2(input) {
        Ok(parts) => parts,
        Err(error) => return error.to_compile_error(),
    };
    let input = match syn::parse2::<EinsumInput>(input) {
        Ok(input) => input,
        Err(error) => {
            errors.add(error);
            return emit_failure(&errors, std::iter::empty());
        }
    };
    let mut kernel = check_einsum(&input, &mut errors);
    if !errors.is_empty() {
        let operands = kernel.operands.iter().map(|operand| &operand.expr);
        return emit_failure(&errors, operands.chain(&kernel.scalars));
    }
    let plan = plan_einsum(&mut kernel);
    emit_einsum(&krate, &kernel, &plan, call)
}

/// Expands `$crate; broadcast; input`.
pub fn broadcast(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let (krate, call, tokens) = match split_header.parse2(input) {
        Ok(parts) => parts,
        Err(error) => return error.to_compile_error(),
    };
    let notation = text_of(&tokens);
    let input = match parse_broadcast(tokens) {
        Ok(input) => input,
        Err(error) => {
            errors.add(error);
            return emit_failure(&errors, std::iter::empty());
        }
    };
    let mut program = check_broadcast(&input, notation, &mut errors);
    if !errors.is_empty() {
        let operands = program.operands.iter().map(|operand| &operand.expr);
        // A label that was taken for a scalar, because it was read before it was found.
        let is_label = |expr: &&syn::Expr| program.labels.contains(&text_of(expr));
        return emit_failure(&errors, operands.chain(program.scalars.iter().filter(|expr| !is_label(expr))));
    }
    let plan = plan_broadcast(&mut program);
    emit_broadcast(&krate, &program, &plan, call)
}

/// Expands `$crate; ufunc; functions`. Items, not a block: the mistakes of all functions, and the items of those that have a signature.
pub fn ufunc(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let (krate, _, tokens) = match split_header.parse2(input) {
        Ok(parts) => parts,
        Err(error) => return error.to_compile_error(),
    };
    let functions = match parse_ufunc(tokens) {
        Ok(functions) => functions,
        Err(error) => return error.to_compile_error(),
    };
    let mut items = TokenStream::new();
    for function in &functions {
        if has_core_axes(function) {
            items.extend(check_core_ufunc(function, &mut errors).map(|routine| emit_core_ufunc(&krate, &routine)));
            continue;
        }
        let before = errors.count();
        let Some(mut routine) = check_ufunc(function, &mut errors) else { continue };
        items.extend(if errors.count() == before {
            plan_ufunc(&mut routine);
            emit_ufunc(&krate, &routine)
        } else {
            emit_unfinished(&krate, &routine)
        });
    }
    items.extend(errors.to_items());
    items
}

/// The path of the facade and the macro's name, which the facade puts in front of the user's tokens.
fn split_header(input: ParseStream) -> syn::Result<(TokenStream, Call, TokenStream)> {
    let krate = input.call(Path::parse_mod_style)?;
    input.parse::<Token![;]>()?;
    let name: Ident = input.parse()?;
    input.parse::<Token![;]>()?;
    let call = match name.to_string().as_str() {
        "try_einsum" | "try_broadcast" => Call::Try,
        "einsum_path" | "broadcast_plan" => Call::Plan,
        _ => Call::Run,
    };
    Ok((quote::quote!(#krate), call, input.parse()?))
}
