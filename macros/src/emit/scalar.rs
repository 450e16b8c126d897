//! Scalar expressions as calls of the runtime's constructors.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::{at, hidden, operand_name, scalar_name};
use crate::ir::{Kind, Local, Node, Read, Reading};

/// The expression over what its pass reads: `Mul::apply(both(arg(P0, &x0), lit(2.0)))`.
pub fn emit_scalar(node: &Node, reads: &[Read]) -> TokenStream {
    Scope::new(reads).emit(node)
}

/// What stands in the list that nodes read from: the values that `let` binds, the innermost first, and then what the pass
/// reads.
pub struct Scope<'a> {
    reads: &'a [Read],
    /// The innermost last.
    bound: Vec<usize>,
}

impl<'a> Scope<'a> {
    pub fn new(reads: &'a [Read]) -> Self {
        Scope { reads, bound: Vec::new() }
    }

    pub fn emit(&mut self, node: &Node) -> TokenStream {
        let span = at(node.span);
        match &node.kind {
            Kind::Operand(number) => {
                let (position, name) = (self.position(Read::Operand(*number)), operand_name(*number));
                quote_spanned!(span=> nd::arg(#position, &#name))
            }
            Kind::Scalar(number) => {
                let name = scalar_name(*number);
                quote_spanned!(span=> nd::lit(#name))
            }
            Kind::Literal(literal) => quote_spanned!(span=> nd::lit(#literal)),
            Kind::Temp(number, reading) => self.emit_temp(*number, *reading, span),
            Kind::Index(label) => {
                let position = self.position(Read::Index(*label));
                quote_spanned!(span=> nd::value(#position))
            }
            Kind::Local(Local { number, name }) => {
                let position = emit_position(self.bound.iter().rev().position(|bound| bound == number).unwrap_or(0));
                quote_spanned!(span=> nd::bound(#position, #name))
            }
            Kind::Apply("Powi", arguments)
                if let [base, exponent] = arguments.as_slice()
                    && let Some(n) = whole(exponent) =>
            {
                let base = self.emit(base);
                let exponent = quote_spanned!(at(exponent.span)=> nd::whole::<#n>());
                emit_apply("Powi", &[base, exponent], span)
            }
            Kind::Apply(constructor, arguments) => {
                let arguments: Vec<TokenStream> = arguments.iter().map(|argument| self.emit(argument)).collect();
                emit_apply(constructor, &arguments, span)
            }
            Kind::Call(path, arguments) => {
                let arguments: Vec<TokenStream> = arguments.iter().map(|argument| self.emit(argument)).collect();
                let mut path = (**path).clone();
                // The type parameters are the function's, not those of the type that stands for it.
                path.segments.iter_mut().rev().take(1).for_each(|last| last.arguments = syn::PathArguments::None);
                quote_spanned!(span=> nd::TakenBy::<<#path as nd::Itself>::Type, _, _>::call(nd::Exprs::given((#(#arguments,)*))))
            }
            Kind::Cast(inner, to) => {
                let inner = self.emit(inner);
                quote_spanned!(span=> nd::Cast::<#to, _, _>::apply(#inner))
            }
            Kind::Block(lets, tail) => self.emit_block(lets, tail),
        }
    }

    /// The position of something that the pass reads, behind the values that `let` binds.
    pub fn position(&self, read: Read) -> TokenStream {
        let place = self.reads.iter().position(|other| *other == read).unwrap_or(0);
        emit_position(self.bound.len() + place)
    }

    /// The result of a reduction.
    fn emit_temp(&self, number: usize, reading: Reading, span: Span) -> TokenStream {
        let (position, name) = (self.position(Read::Temp(number)), hidden(format_args!("t{number}")));
        let temp = quote_spanned!(span=> nd::temp(#position, &#name));
        match reading {
            Reading::Value => temp,
            Reading::Mean => {
                let terms = self.position(Read::Terms(number));
                quote_spanned!(span=> nd::mean(#temp, nd::value(#terms)))
            }
            Reading::Place => quote_spanned!(span=> nd::best_index(#temp)),
        }
    }

    /// `{ let d = x; tail }` as
    ///
    /// ```text
    /// { let bound0 = x; let d = &bound0; nd::bind(bound0, tail) }
    /// ```
    ///
    /// so that the value is computed once, and the user's name is there for rustc to say that it is unused.
    fn emit_block(&mut self, lets: &[(Local, Node)], tail: &Node) -> TokenStream {
        self.emit_lets(lets, |scope| scope.emit(tail))
    }

    /// The same around any tail.
    pub fn emit_lets(
        &mut self,
        lets: &[(Local, Node)],
        emit_tail: impl FnOnce(&mut Self) -> TokenStream,
    ) -> TokenStream {
        let outer = self.bound.len();
        let mut statements = TokenStream::new();
        for (Local { number, name }, value) in lets {
            let bound = bound_name(self.bound.len());
            let value = self.emit(value);
            statements.extend(quote!(let #bound = #value; let #name = &#bound;));
            self.bound.push(*number);
        }
        let tail = emit_tail(self);
        let result = (outer..self.bound.len()).rev().fold(tail, |body, depth| {
            let bound = bound_name(depth);
            quote!(nd::bind(#bound, #body))
        });
        self.bound.truncate(outer);
        quote!({ #statements #result })
    }
}

/// A literal integer that is an `i32`, as the argument of a type: `2`, `{ -2 }`.
fn whole(node: &Node) -> Option<TokenStream> {
    let Kind::Literal(literal) = &node.kind else { return None };
    let expr: syn::Expr = syn::parse2(literal.clone()).ok()?;
    let (sign, digits) = match &expr {
        syn::Expr::Unary(syn::ExprUnary { op: syn::UnOp::Neg(_), expr, .. }) => (-1, &**expr),
        expr => (1, expr),
    };
    let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(digits), .. }) = digits else { return None };
    let value: i64 = digits.base10_parse().ok()?;
    let fits = matches!(digits.suffix(), "" | "i32") && i32::try_from(sign * value).is_ok();
    fits.then(|| quote!({ #literal }))
}

/// The value of the `let` inside `depth` others.
fn bound_name(depth: usize) -> Ident {
    format_ident!("bound{}", depth, span = Span::mixed_site())
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
