//! `ufunc!`: from a function as it was written to a routine whose names, loops and exits are resolved.
//!
//! What gang forms cannot do is found here, all at once. Types are rustc's business, in the scalar function.

mod expressions;
mod refused;
pub(super) mod signature;
mod statements;
mod sugar;

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{ItemFn, Lifetime};

use crate::errors::Errors;
use crate::ir::routine::{Block, Cycle, Pattern, Routine, Variable};

/// Checks one function. Meaningful only if `errors` stays empty; `None` where its signature cannot be used at all.
pub fn check_ufunc(item: &ItemFn, errors: &mut Errors) -> Option<Routine> {
    let before = errors.count();
    let mut item = item.clone();
    let joining = signature::take_joining(&mut item, errors);
    let item = &item;
    let (params, result) = signature::check(item, errors);
    let signed = errors.count() == before;
    let mut lowering = Lowering::new(item);
    for param in &params {
        lowering.declare(&param.name);
    }
    let mut body = lowering.block(&item.block, errors);
    end(&mut body, &lowering, &item.block, errors);
    let Lowering { variables, loops, .. } = lowering;
    signed.then(|| Routine { item: item.clone(), params, result, joining, body, variables, loops, returns: false })
}

/// A body ends with a value.
fn end(body: &mut Block, lowering: &Lowering, block: &syn::Block, errors: &mut Errors) {
    let loops_forever = matches!(block.stmts.last(), Some(syn::Stmt::Expr(syn::Expr::Loop(_), _)));
    if body.tail.is_none() && !body.diverges() && !loops_forever && errors.is_empty() {
        errors.at(
            lowering.name.span(),
            "the body has no value: a ufunc ends with an expression without `;`, or with `return`",
        );
    }
}

/// What is known while a body is walked.
struct Lowering {
    /// The function's own name.
    name: Ident,
    /// Its type parameters.
    types: Vec<String>,
    variables: Vec<Variable>,
    loops: Vec<Cycle>,
    /// The variables in scope, the innermost last.
    scope: Vec<(String, usize)>,
    /// The loops around, the innermost last.
    around: Vec<usize>,
    /// How many variables the expansion has made up.
    made_up: usize,
}

impl Lowering {
    fn new(item: &ItemFn) -> Self {
        let types = item.sig.generics.type_params().map(|param| param.ident.to_string()).collect();
        let name = item.sig.ident.clone();
        Lowering {
            name,
            types,
            variables: Vec::new(),
            loops: Vec::new(),
            scope: Vec::new(),
            around: Vec::new(),
            made_up: 0,
        }
    }

    /// A new variable, in scope from here on.
    fn declare(&mut self, name: &Ident) -> usize {
        self.variables.push(Variable { name: name.clone(), varying: false, region: 0 });
        let number = self.variables.len() - 1;
        self.scope.push((name.to_string(), number));
        number
    }

    /// The variable of this name.
    fn find(&self, name: &str) -> Option<usize> {
        self.scope.iter().rev().find(|(known, _)| known == name).map(|&(_, number)| number)
    }

    /// Whether a variable in scope is named among the tokens.
    fn mentions(&self, tokens: TokenStream) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(name) => self.find(&name.to_string()).is_some(),
            TokenTree::Group(group) => self.mentions(group.stream()),
            _ => false,
        })
    }

    /// A name of the expansion's own, for what a rewritten construct computes once.
    fn make_up(&mut self, span: proc_macro2::Span) -> Ident {
        self.made_up += 1;
        Ident::new(&format!("__matched{}", self.made_up), span.resolved_at(proc_macro2::Span::mixed_site()))
    }

    /// The loop that an exit leads to.
    fn target(&self, label: Option<&Lifetime>) -> Option<usize> {
        match label {
            None => self.around.last().copied(),
            Some(label) => {
                let named =
                    |number: &&usize| self.loops[**number].label.as_ref().is_some_and(|own| own.ident == label.ident);
                self.around.iter().rev().find(named).copied()
            }
        }
    }

    /// What a pattern of `let` binds.
    fn pattern(&mut self, pattern: &syn::Pat, errors: &mut Errors) -> Pattern {
        match pattern {
            syn::Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none() => {
                Pattern::Variable(self.declare(&name.ident))
            }
            syn::Pat::Wild(_) => Pattern::Nothing,
            syn::Pat::Paren(paren) => self.pattern(&paren.pat, errors),
            syn::Pat::Tuple(tuple) => {
                Pattern::Tuple(tuple.elems.iter().map(|part| self.pattern(part, errors)).collect())
            }
            other => {
                errors.over(other, "a `let` in a ufunc binds a name or a tuple of names");
                Pattern::Nothing
            }
        }
    }
}
