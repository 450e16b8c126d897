//! Bodies of plain Rust, which see the core arrays of one point: rustc checks them. Only what makes a result whose length is not
//! constant is changed, so that it is written where it belongs.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Expr, Pat, Stmt, parse_quote};

use crate::check::text_of;
use crate::errors::Errors;
use crate::ir::cores::{CoreArray, CoreBody, CoreLength, CoreRoutine, Look};

/// The variable of the place of a result.
pub fn room_name(number: usize) -> Ident {
    format_ident!("__out{number}", span = Span::mixed_site())
}

/// Checks such a body.
pub fn check(routine: &CoreRoutine, errors: &mut Errors) -> CoreBody {
    let before = errors.count();
    let params = routine.params.iter().map(|param| (&param.array, param.name.span()));
    let deeper = params.chain(routine.results.iter().map(|result| (result, routine.item.sig.output.span())));
    for (_, span) in deeper.filter(|(array, _)| array.look() == Look::Deeper) {
        errors.at(
            span,
            "a length inside of two other axes is a label: plain Rust sees labels as the two outer lengths only; write the body with \
             labels, or constants inside",
        );
    }
    let mut statements = routine.item.block.stmts.clone();
    for (number, result) in routine.results.iter().enumerate().filter(|(_, result)| result.look() != Look::Value) {
        fill(number, result, routine, &mut statements, errors);
    }
    let mut arrays: Vec<Ident> = routine.params.iter().map(|param| param.name.clone()).collect();
    arrays.extend((0..routine.results.len()).filter_map(|number| returned(number, routine)));
    let tokens = rewritten(quote!(#(#statements)*), &arrays, &routine.labels, errors);
    if errors.count() == before { CoreBody::Statements(tokens) } else { CoreBody::Unclear }
}

/// Turns `let mut out = [0.0; n];`, where `out` is the result, into one that fills the place of the result.
fn fill(number: usize, result: &CoreArray, routine: &CoreRoutine, statements: &mut [Stmt], errors: &mut Errors) {
    let written = written(result, routine);
    let cure =
        format!("a result whose length is not constant is made by `let mut out = {written};` and returned by name");
    let Some(name) = returned(number, routine) else {
        let span = statements.last().map_or(routine.item.block.span(), Spanned::span);
        errors.at(span, cure);
        return;
    };
    let made = statements.iter_mut().find_map(|statement| match statement {
        Stmt::Local(local) if bound(&local.pat) == Some(&name) => Some(local),
        _ => None,
    });
    let Some(local) = made else {
        errors.at(name.span(), format_args!("`{name}` is not made here: {cure}"));
        return;
    };
    let room = room_name(number);
    let filled = match local.init.as_ref().map(|init| &*init.expr) {
        Some(Expr::Repeat(outer)) => match (result.look(), &*outer.expr) {
            (Look::Slice, value) => {
                let length = &outer.len;
                Some(quote_spanned!(outer.span()=> #room.fill(#value, #length)))
            }
            (_, Expr::Repeat(inner)) => {
                let (value, width, height) = (&inner.expr, &inner.len, &outer.len);
                Some(quote_spanned!(outer.span()=> #room.fill(#value, #height, #width)))
            }
            _ => None,
        },
        _ => None,
    };
    match (filled, &mut local.init) {
        (Some(filled), Some(init)) => {
            *init.expr = Expr::Verbatim(filled);
            if let Pat::Type(typed) = &local.pat {
                local.pat = (*typed.pat).clone();
            }
            local.attrs.push(parse_quote!(#[allow(unused_mut)]));
        }
        _ => errors.over(&*local, cure),
    }
}

/// `[[0.0; n]; m]`, for a message.
fn written(result: &CoreArray, routine: &CoreRoutine) -> String {
    let length = |axis: &CoreLength| match axis {
        CoreLength::Label(label) => routine.labels[*label].to_string(),
        CoreLength::Exactly(length) | CoreLength::Computed(length) => text_of(length),
    };
    result.axes.iter().rev().fold("0.0".to_owned(), |inner, axis| format!("[{inner}; {}]", length(axis)))
}

/// The name that a body ends with, in the place of a result.
fn returned(number: usize, routine: &CoreRoutine) -> Option<Ident> {
    let tail = match routine.item.block.stmts.last()? {
        Stmt::Expr(Expr::Return(back), _) => back.expr.as_deref()?,
        Stmt::Expr(tail, None) => tail,
        _ => return None,
    };
    let part = match tail {
        Expr::Tuple(parts) if routine.results.len() > 1 => parts.elems.get(number)?,
        tail => tail,
    };
    match part {
        Expr::Path(path) => path.path.get_ident().cloned(),
        _ => None,
    }
}

/// The name that a `let` binds.
fn bound(pattern: &Pat) -> Option<&Ident> {
    match pattern {
        Pat::Ident(name) => Some(&name.ident),
        Pat::Type(typed) => bound(&typed.pat),
        _ => None,
    }
}

/// The tokens with `p[i][j]` for `p[i, j]`; other arrays whose length is a label are mistakes.
fn rewritten(tokens: TokenStream, arrays: &[Ident], labels: &[Ident], errors: &mut Errors) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let TokenTree::Group(group) = token else {
            out.push(token);
            continue;
        };
        let brackets = group.delimiter() == Delimiter::Bracket;
        let of_array = matches!(out.last(), Some(TokenTree::Ident(name)) if arrays.contains(name));
        if brackets && !matches!(out.last(), Some(TokenTree::Punct(mark)) if mark.as_char() == '!') {
            check_repeat(&group, labels, errors);
        }
        let inner = rewritten(group.stream(), arrays, labels, errors);
        let mut places = vec![inner.clone()];
        if let (true, true, [TokenTree::Group(tuple)]) = (brackets, of_array, &*Vec::from_iter(inner)) {
            places = entries(tuple.stream());
        }
        out.extend(places.into_iter().map(|place| {
            let mut single = Group::new(group.delimiter(), place);
            single.set_span(group.span());
            TokenTree::Group(single)
        }));
    }
    out.into_iter().collect()
}

/// What stands between commas.
fn entries(tokens: TokenStream) -> Vec<TokenStream> {
    let mut all = vec![TokenStream::new()];
    for token in tokens {
        match token {
            TokenTree::Punct(comma) if comma.as_char() == ',' => all.push(TokenStream::new()),
            token => all.last_mut().into_iter().for_each(|entry| entry.extend([token.clone()])),
        }
    }
    all.retain(|entry| !entry.is_empty());
    all
}

/// `[0.0; n]`, where it is not the result.
fn check_repeat(brackets: &Group, labels: &[Ident], errors: &mut Errors) {
    let tokens: Vec<TokenTree> = brackets.stream().into_iter().collect();
    let is_semicolon = |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ';');
    let Some(at) = tokens.iter().position(is_semicolon) else { return };
    let length: TokenStream = tokens[at + 1..].iter().cloned().collect();
    if let Some(label) = labels.iter().find(|label| names(length.clone(), label)) {
        let text = text_of(&length);
        errors.at(
            brackets.span(),
            format_args!(
                "an array whose length depends on label `{label}`, but which is not the result: write `vec![…; {text}]`"
            ),
        );
    }
}

/// Whether a name is among the tokens.
fn names(tokens: TokenStream, name: &Ident) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == *name,
        TokenTree::Group(group) => names(group.stream(), name),
        _ => false,
    })
}
