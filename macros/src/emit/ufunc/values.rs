//! Values of lanes.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::PathArguments;

use super::gang::Writer;
use super::local;
use crate::emit::at;
use crate::ir::routine::{Block, Expr, Kind, Lazy, Statement};

impl Writer<'_> {
    /// A value for each lane.
    pub fn value(&mut self, expr: &Expr) -> TokenStream {
        if let Kind::Tuple(parts) = &expr.kind {
            let parts: Vec<TokenStream> = parts.iter().map(|part| self.value(part)).collect();
            return quote!((#(#parts,)*));
        }
        if !self.varies(expr) {
            let (nd, s, source) = (&self.nd, local("s"), &expr.source);
            return quote!(#nd::splat(#s, #source));
        }
        match &expr.kind {
            // As it stands here: the declaration may be another macro's.
            Kind::Variable(_) => expr.source.to_token_stream(),
            Kind::Constant | Kind::Tuple(_) => TokenStream::new(),
            Kind::Apply(node, arguments) => {
                if let Some(shifted) = self.shifted(node, arguments, expr) {
                    return shifted;
                }
                let arguments: Vec<TokenStream> = arguments.iter().map(|argument| self.value(argument)).collect();
                self.on(self.node(node, arguments.len()), &arguments, expr)
            }
            Kind::Powi(base, exponent) => {
                let (nd, base) = (self.nd.clone(), self.value(base));
                self.on(quote!(#nd::PowerNode<#nd::gang::First, #nd::Whole<{ #exponent }>>), &[base], expr)
            }
            Kind::Cast(inner, ty) => {
                let (nd, inner) = (self.nd.clone(), self.value(inner));
                self.on(quote!(#nd::CastNode<#ty, #nd::gang::First>), &[inner], expr)
            }
            Kind::Lazy(lazy, sides) => self.lazy(*lazy, &sides.0, &sides.1, expr),
            Kind::Field(base, place) => {
                let (base, place) = (self.value(base), syn::Index::from(*place as usize));
                quote!(#base.#place)
            }
            Kind::Call(path, arguments) => self.call(path, arguments, expr),
            Kind::If(choice) => self.choice(choice, Some(expr)),
            Kind::Block(block) => self.block(block),
            Kind::Loop(repeat) => self.repeat(repeat, expr, Some(())),
            Kind::Exit(_) => {
                let (nd, s, exit) = (self.nd.clone(), local("s"), self.statement(expr));
                quote!({ #exit #nd::unset(#s) })
            }
            Kind::Assign(_) => {
                let assign = self.statement(expr);
                quote!({ #assign })
            }
        }
    }

    /// `n / 8` and `n % 8`: a literal integer below the line says that `n` is one, too.
    fn shifted(&mut self, node: &str, arguments: &[Expr], expr: &Expr) -> Option<TokenStream> {
        let [number, by] = arguments else { return None };
        let by = by.literal().filter(|by| by.is_power_of_two() && *by > 1)?.ilog2();
        let nd = self.nd.clone();
        let node = match node {
            "Div" => quote!(#nd::gang::QuotientNode<#by>),
            "Rem" => quote!(#nd::gang::RemainderNode<#by>),
            _ => return None,
        };
        let number = self.value(number);
        Some(self.on(node, &[number], expr))
    }

    /// The node of an operation over its operands in their order: `AddNode<First, Second>`.
    fn node(&self, constructor: &str, count: usize) -> TokenStream {
        let nd = &self.nd;
        let name = match constructor {
            "Powf" | "Powi" | "Pow" => format_ident!("PowerNode"),
            constructor => format_ident!("{constructor}Node"),
        };
        let places = ["First", "Second", "Third"].into_iter().take(count).map(local);
        quote!(#nd::#name<#(#nd::gang::#places),*>)
    }

    /// The lanes in which a condition holds.
    pub fn condition(&mut self, condition: &Expr) -> TokenStream {
        let (nd, s, value) = (self.nd.clone(), local("s"), self.value(condition));
        let span = at(condition.span);
        quote_spanned!(span=> (&#nd::condition(#s, #value)).mask())
    }

    /// `&&` and `||`: where the right side may loop, only the lanes that the left one does not decide run it.
    fn lazy(&mut self, lazy: Lazy, left: &Expr, right: &Expr, expr: &Expr) -> TokenStream {
        if is_plain(right) {
            let node = self.node(if lazy == Lazy::And { "BitAnd" } else { "BitOr" }, 2);
            let sides = [self.value(left), self.value(right)];
            return self.on(node, &sides, expr);
        }
        let (nd, s, live) = (self.nd.clone(), local("s"), local("live"));
        let (decided, outer, rest) = (self.name("decided"), self.name("outer"), self.name("rest"));
        let left = self.condition(left);
        let right = self.condition(right);
        let (narrowed, joined) = match lazy {
            Lazy::And => (self.mask("and", quote!(#outer, #decided)), "and"),
            Lazy::Or => (self.mask("and_not", quote!(#outer, #decided)), "or"),
        };
        let none = self.mask("none", TokenStream::new());
        let any = self.mask("any", quote!(#live));
        let joined = self.mask(joined, quote!(#decided, #rest));
        quote!({
            let #decided = #left;
            let #outer = #live;
            #live = #narrowed;
            let #rest = if #any { #right } else { #none };
            #live = #outer;
            #nd::truth(#s, #joined)
        })
    }

    /// `other(x)`: the gang form of another ufunc.
    fn call(&mut self, path: &syn::Path, arguments: &[Expr], expr: &Expr) -> TokenStream {
        let arguments: Vec<TokenStream> = arguments.iter().map(|argument| self.value(argument)).collect();
        let (nd, s, live, span) = (&self.nd, local("s"), local("live"), at(expr.span));
        let mut path = path.clone();
        // The type parameters are the function's, not the struct's.
        if let Some(last) = path.segments.last_mut() {
            last.arguments = PathArguments::None;
        }
        quote_spanned!(span=> (&#nd::invocation::<<#path as #nd::Itself>::Type, _, _>(#s, #live, (#(#arguments,)*))).invoke())
    }
}

/// Whether an expression is a few operations that may as well run in all lanes.
fn is_plain(expr: &Expr) -> bool {
    weight(expr).is_some()
}

/// About how many instructions a block takes; `None` where lanes that do not need it had better not run it.
pub fn weight_of(block: &Block) -> Option<usize> {
    let mut sum = block.tail.as_deref().map_or(Some(0), weight)?;
    for statement in &block.statements {
        sum += match statement {
            Statement::Let(binding) => binding.value.as_ref().map_or(Some(0), weight)?,
            Statement::Expr(expr) => weight(expr)?,
        };
    }
    Some(sum)
}

fn weight(expr: &Expr) -> Option<usize> {
    let all = |exprs: &[Expr]| exprs.iter().try_fold(0, |sum, expr| Some(sum + weight(expr)?));
    match &expr.kind {
        Kind::Variable(_) => Some(0),
        // What is computed of constants could panic where no lane gets.
        Kind::Constant => expr.is_named().then_some(0),
        Kind::Apply(node, arguments) => Some(all(arguments)? + operation(node)?),
        Kind::Powi(base, exponent) if (-4..=4).contains(exponent) => Some(weight(base)? + 4),
        Kind::Cast(inner, _) => Some(weight(inner)? + 2),
        Kind::Tuple(parts) => all(parts),
        Kind::Field(base, _) => weight(base),
        Kind::Lazy(_, sides) => Some(weight(&sides.0)? + weight(&sides.1)? + 1),
        Kind::Assign(assign) => Some(weight(&assign.value)? + 1),
        Kind::Block(block) => weight_of(block),
        Kind::If(choice) => {
            let no = choice.no.as_ref().map_or(Some(0), weight_of)?;
            Some(weight(&choice.condition)? + weight_of(&choice.yes)? + no + 1)
        }
        Kind::Exit(exit) => Some(exit.value.as_ref().map_or(Some(0), weight)? + 2),
        Kind::Powi(..) | Kind::Call(..) | Kind::Loop(_) => None,
    }
}

/// The instructions of a node; `None` for elementary functions.
fn operation(node: &str) -> Option<usize> {
    Some(match node {
        "Div" | "Sqrt" | "Recip" => 4,
        "Rem" => 6,
        "Abs" | "Down" | "Signum" | "Min" | "Max" | "Floor" | "Ceil" | "Round" | "Trunc" | "Fract" | "Copysign"
        | "Clamp" | "Re" | "Im" | "Conj" | "IsNan" | "IsFinite" | "IsInfinite" | "MakeComplex" | "ToDegrees"
        | "ToRadians" => 2,
        "NormSqr" => 3,
        "Add" | "Sub" | "Mul" | "BitAnd" | "BitOr" | "BitXor" | "Shl" | "Shr" | "Eq" | "Lt" | "Le" | "Ne" | "Ge"
        | "Gt" | "Neg" | "Not" => 1,
        _ => return None,
    })
}
