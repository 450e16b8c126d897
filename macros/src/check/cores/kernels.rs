//! Bodies in the notation of `broadcast!`: `sum[d]((p[m, d] - q[n, d]).powi(2)).sqrt()` is a kernel over all points at once.
//!
//! Operands get `..` in front of their labels, which stands for the axes that a call loops over; `broadcast!` does the rest.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Expr, Stmt};

use crate::errors::Errors;
use crate::ir::cores::{CoreBody, CoreKernel, CoreLength, CoreRoutine};

/// The reductions of `broadcast!`.
const REDUCTIONS: &[&str] = &["sum", "prod", "min", "max", "mean", "all", "any", "count", "argmin", "argmax"];

/// Whether a body is a kernel: `broadcast!` or `einsum!`, or an expression with labels.
pub fn is_kernel(routine: &CoreRoutine) -> bool {
    called(routine).is_some() || has_labels(routine.item.block.to_token_stream(), routine)
}

/// `broadcast!(…)`, if that is the body.
fn called(routine: &CoreRoutine) -> Option<(&'static str, &syn::Macro)> {
    let call = match routine.item.block.stmts.as_slice() {
        [Stmt::Expr(Expr::Macro(call), None)] => &call.mac,
        [Stmt::Macro(call)] if call.semi_token.is_none() => &call.mac,
        _ => return None,
    };
    let name = &call.path.segments.last()?.ident;
    let name = if name == "broadcast" {
        "try_broadcast"
    } else if name == "einsum" {
        "try_einsum"
    } else {
        return None;
    };
    Some((name, call))
}

/// Whether a parameter stands with a label of the signature, `p[m, d]`, or a reduction with labels, `sum[d](…)`.
fn has_labels(tokens: TokenStream, routine: &CoreRoutine) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    tokens.iter().enumerate().any(|(place, token)| match token {
        TokenTree::Group(group) => has_labels(group.stream(), routine),
        TokenTree::Ident(name) => {
            let Some(TokenTree::Group(brackets)) = tokens.get(place + 1) else { return false };
            if brackets.delimiter() != Delimiter::Bracket {
                return false;
            }
            let reduced = matches!(tokens.get(place + 2), Some(TokenTree::Group(inner)) if inner.delimiter() == Delimiter::Parenthesis);
            let labelled = || {
                let is_label = |entry: &Vec<TokenTree>| {
                    matches!(entry.as_slice(), [TokenTree::Ident(name)] if routine.labels.contains(name))
                };
                entries(brackets).iter().any(is_label)
            };
            match routine.params.iter().any(|param| param.name == *name) {
                true => labelled(),
                false => reduced && REDUCTIONS.iter().any(|word| name == word),
            }
        }
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// The subscripts in brackets, which may have been rewritten to a tuple.
fn entries(brackets: &Group) -> Vec<Vec<TokenTree>> {
    let inner = subscripts(brackets);
    let mut all = vec![Vec::new()];
    for token in inner {
        match token {
            TokenTree::Punct(comma) if comma.as_char() == ',' => all.push(Vec::new()),
            token => all.last_mut().into_iter().for_each(|entry| entry.push(token.clone())),
        }
    }
    all.retain(|entry| !entry.is_empty());
    all
}

/// What stands in the brackets of `p[m, d]`, also where it has been rewritten to `p[(m, d)]`.
fn subscripts(brackets: &Group) -> TokenStream {
    let inner: Vec<TokenTree> = brackets.stream().into_iter().collect();
    match inner.as_slice() {
        [TokenTree::Group(tuple)] if tuple.delimiter() == Delimiter::Parenthesis => tuple.stream(),
        _ => brackets.stream(),
    }
}

/// Checks such a body.
pub fn check(routine: &CoreRoutine, errors: &mut Errors) -> CoreBody {
    let before = errors.count();
    let kernels = match called(routine) {
        Some((call, mac)) => check_call(call, mac, routine, errors),
        None => check_expression(routine, errors),
    };
    if errors.count() == before { CoreBody::Kernels(kernels) } else { CoreBody::Unclear }
}

/// `broadcast!(… -> [m, n])`
fn check_call(call: &'static str, mac: &syn::Macro, routine: &CoreRoutine, errors: &mut Errors) -> Vec<CoreKernel> {
    let tokens: Vec<TokenTree> = mac.tokens.clone().into_iter().collect();
    if let Some(TokenTree::Literal(text)) = tokens.first()
        && text.to_string().contains('"')
    {
        errors.at(
            text.span(),
            "NumPy's string inside a ufunc: write the labels of the operands, as in `a[m, k] * b[k, n] -> [m, n]`",
        );
        return Vec::new();
    }
    let [result] = routine.results.as_slice() else {
        errors.over(
            &mac.path,
            "one kernel for several results: write a tuple of expressions with labels, without the macro",
        );
        return Vec::new();
    };
    let (expr, labels, span) = match tokens.as_slice() {
        [expr @ .., TokenTree::Punct(dash), TokenTree::Punct(tip), TokenTree::Group(output)]
            if dash.as_char() == '-' && tip.as_char() == '>' && output.delimiter() == Delimiter::Bracket =>
        {
            (expr, entries(output), output.span())
        }
        all => (all, Vec::new(), mac.path.span()),
    };
    if labels.len() != result.axes.len() {
        let (written, axes) = (labels.len(), result.axes.len());
        errors.at(
            span,
            format_args!("the labels of the kernel's output are {written}, the core axes of the result {axes}"),
        );
    }
    // A range gives the extent of a label; here the signature does.
    let labels: Vec<&TokenTree> = labels.iter().filter_map(|entry| entry.first()).collect();
    let expr = with_ellipsis(expr.iter().cloned().collect(), routine, errors);
    vec![CoreKernel { call, labels: quote!(#(#labels),*), expr }]
}

/// An expression, or a tuple of them behind `let`s.
fn check_expression(routine: &CoreRoutine, errors: &mut Errors) -> Vec<CoreKernel> {
    let Some((tail, lets)) = parts(&routine.item.block.stmts, errors) else { return Vec::new() };
    let parts: Vec<&Expr> = match tail {
        Expr::Tuple(tuple) if routine.results.len() > 1 => tuple.elems.iter().collect(),
        tail => vec![tail],
    };
    if parts.len() != routine.results.len() {
        let count = routine.results.len();
        errors.over(tail, format_args!("the function has {count} results: end with a tuple of as many expressions"));
        return Vec::new();
    }
    let kernels = parts.iter().zip(&routine.results).map(|(part, result)| {
        let mut labels = Vec::new();
        for axis in &result.axes {
            match axis {
                CoreLength::Label(label) => labels.push(&routine.labels[*label]),
                CoreLength::Exactly(length) | CoreLength::Computed(length) => errors.over(
                    length,
                    "this axis of the result has no label: write the body as `broadcast!(… -> [i])`, with labels for all axes",
                ),
            }
        }
        let expr = if lets.is_empty() { part.to_token_stream() } else { quote!({ #(#lets)* #part }) };
        let expr = with_ellipsis(expr, routine, errors);
        CoreKernel { call: "try_broadcast", labels: quote!(#(#labels),*), expr }
    });
    kernels.collect()
}

/// The value of a body, and the `let`s in front of it.
fn parts<'a>(statements: &'a [Stmt], errors: &mut Errors) -> Option<(&'a Expr, &'a [Stmt])> {
    let [lets @ .., Stmt::Expr(tail, None)] = statements else {
        let span = statements.last().map_or(Span::call_site(), Spanned::span);
        errors.at(span, "a body with labels ends with an expression, as in `sum[d](p[m, d] * q[n, d])`");
        return None;
    };
    for statement in lets {
        if !matches!(statement, Stmt::Local(_)) {
            errors.over(
                statement,
                "a body with labels is an expression, perhaps behind `let`s; a loop over places reads them by index, `p[i][j]`",
            );
            return None;
        }
    }
    Some((tail, lets))
}

/// The tokens with `..` in front of the labels of parameters, and behind the names of those that have none.
fn with_ellipsis(tokens: TokenStream, routine: &CoreRoutine, errors: &mut Errors) -> TokenStream {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut out = TokenStream::new();
    let mut place = 0;
    while let Some(token) = tokens.get(place) {
        place += 1;
        let before = place.checked_sub(2).and_then(|before| tokens.get(before));
        match token {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), with_ellipsis(group.stream(), routine, errors));
                inner.set_span(group.span());
                out.extend([TokenTree::Group(inner)]);
            }
            TokenTree::Ident(name) if !is_part(before) => {
                let Some(param) = routine.params.iter().find(|param| param.name == *name) else {
                    out.extend([token.clone()]);
                    continue;
                };
                let brackets = match tokens.get(place) {
                    Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => Some(group),
                    _ => None,
                };
                place += usize::from(brackets.is_some());
                if matches!(before, Some(TokenTree::Ident(word)) if word == "let" || word == "mut") {
                    errors.at(name.span(), format_args!("`{name}` is a parameter: bind the value to another name"));
                }
                let axes = param.array.axes.len();
                out.extend(operand(name, axes, brackets, routine, errors));
            }
            token => out.extend([token.clone()]),
        }
    }
    out
}

/// Whether a name behind this token is a field, a method or part of a path.
fn is_part(before: Option<&TokenTree>) -> bool {
    matches!(before, Some(TokenTree::Punct(punct)) if matches!(punct.as_char(), '.' | ':' | '\''))
}

/// `p[.., m, d]` of `p[m, d]`.
fn operand(
    name: &Ident,
    axes: usize,
    brackets: Option<&Group>,
    routine: &CoreRoutine,
    errors: &mut Errors,
) -> TokenStream {
    let Some(brackets) = brackets else {
        if axes > 0 {
            errors.at(
                name.span(),
                format_args!("`{name}` has core axes: it stands with a label for each, as in `{name}[i]`"),
            );
        }
        let span = name.span();
        return quote_spanned!(span=> #name[..]);
    };
    let written = entries(brackets);
    if written.iter().any(|entry| matches!(entry.as_slice(), [TokenTree::Punct(dot), ..] if dot.as_char() == '.')) {
        errors.at(brackets.span(), "`..` inside a ufunc: the axes in front of the core axes are never written");
    } else if written.len() != axes {
        let counted =
            |count: usize, word: &str, several: &str| format!("{count} {}", if count == 1 { word } else { several });
        let (axes, count) =
            (counted(axes, "core axis", "core axes"), counted(written.len(), "subscript", "subscripts"));
        errors.at(brackets.span(), format_args!("`{name}` has {axes}, but {count}"));
    }
    let inner = with_ellipsis(subscripts(brackets), routine, errors);
    let mut group = Group::new(Delimiter::Bracket, quote!(.., #inner));
    group.set_span(brackets.span());
    quote!(#name #group)
}
