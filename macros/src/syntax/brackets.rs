//! Subscripts made digestible for syn: `a[i, j]` is rewritten to `a[(i, j)]`, spans kept, and syn's own expression parser
//! does the rest of the grammar.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

/// Rewrites every bracket group that follows an expression and holds a comma, or nothing, to hold a tuple.
pub fn rewrite(tokens: TokenStream) -> TokenStream {
    let mut out = Vec::new();
    for token in tokens {
        let TokenTree::Group(group) = token else {
            out.push(token);
            continue;
        };
        let mut inner = rewrite(group.stream());
        let subscripts = group.delimiter() == Delimiter::Bracket && out.last().is_some_and(ends_expression);
        if subscripts {
            inner = wrap_ranges(inner);
        }
        if subscripts && (inner.is_empty() || has_comma(&inner)) {
            let mut tuple = Group::new(Delimiter::Parenthesis, inner);
            tuple.set_span(group.span());
            inner = TokenTree::Group(tuple).into();
        }
        let mut rewritten = Group::new(group.delimiter(), inner);
        rewritten.set_span(group.span());
        out.push(TokenTree::Group(rewritten));
    }
    out.into_iter().collect()
}

/// A label with a range, `k in 0..n`, as `r#in!(k in 0..n)`, which syn reads as an expression.
pub fn wrap_ranges(subscripts: TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    let mut tokens = subscripts.into_iter().peekable();
    while tokens.peek().is_some() {
        let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ',');
        let mut one = Vec::new();
        while let Some(token) = tokens.next_if(|token| !is_comma(token)) {
            one.push(token);
        }
        match one.as_slice() {
            [TokenTree::Ident(label), TokenTree::Ident(word), ..] if word == "in" => {
                let (mark, label) = (range_mark(label.span()), label.span());
                let mut range = Group::new(Delimiter::Parenthesis, one.into_iter().collect());
                range.set_span(label);
                out.extend(quote::quote_spanned!(label=> #mark! #range));
            }
            _ => out.extend(one),
        }
        out.extend(tokens.next());
    }
    out
}

/// The macro's name that marks a label with a range; no one calls a macro so.
pub fn range_mark(span: Span) -> Ident {
    Ident::new_raw("in", span)
}

/// Whether brackets behind this token are subscripts that no Rust index could be: several, or none.
pub fn is_subscripts(before: &TokenTree, group: &Group) -> bool {
    let inner = group.stream();
    group.delimiter() == Delimiter::Bracket && ends_expression(before) && (inner.is_empty() || has_comma(&inner))
}

/// All names in these tokens, at any depth.
pub fn names(tokens: TokenStream) -> Vec<Ident> {
    let mut found = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => found.push(ident),
            TokenTree::Group(group) => found.extend(names(group.stream())),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    found
}

/// Whether brackets with several subscripts, or none, stand somewhere in these tokens, which are rewritten.
pub fn hold_subscripts(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| {
        let TokenTree::Group(group) = token else { return false };
        let inner: Vec<TokenTree> = group.stream().into_iter().collect();
        let tuple = match inner.as_slice() {
            [TokenTree::Group(tuple)] if tuple.delimiter() == Delimiter::Parenthesis => {
                tuple.stream().is_empty() || has_comma(&tuple.stream())
            }
            _ => false,
        };
        (group.delimiter() == Delimiter::Bracket && tuple) || hold_subscripts(group.stream())
    })
}

fn has_comma(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ','))
}

/// Whether an expression may end with this token, so that brackets behind it are subscripts.
fn ends_expression(token: &TokenTree) -> bool {
    const KEYWORDS: &[&str] = &[
        "as", "break", "const", "continue", "dyn", "else", "for", "if", "in", "let", "loop", "match", "move", "mut",
        "ref", "return", "static", "unsafe", "where", "while", "yield",
    ];
    match token {
        TokenTree::Ident(ident) => !KEYWORDS.contains(&ident.to_string().as_str()),
        TokenTree::Group(group) => group.delimiter() != Delimiter::Brace,
        TokenTree::Punct(punct) => punct.as_char() == '?',
        TokenTree::Literal(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::rewrite;

    #[track_caller]
    fn check(from: &str, to: &str) {
        let rewritten = rewrite(from.parse().unwrap()).to_string();
        assert_eq!(rewritten, to.parse::<proc_macro2::TokenStream>().unwrap().to_string());
    }

    #[test]
    fn subscripts_become_tuples() {
        check("a[i, j] * b[j]", "a[(i, j)] * b[j]");
        check("x.t()[i, j]", "x.t()[(i, j)]");
        check("(p[i, k] - q[j, k]).powi(2)", "(p[(i, k)] - q[(j, k)]).powi(2)");
        check("a[]", "a[()]");
    }

    #[test]
    fn other_brackets_stay() {
        check("vec![1, 2][i]", "vec![1, 2][i]");
        check("[[1, 2], [3, 4]][i, j]", "[[1, 2], [3, 4]][(i, j)]");
        check("-> [i, k]", "-> [i, k]");
    }
}
