//! The gang form: the same function for a gang of points, under masks.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::local;
use crate::emit::at;
use crate::ir::routine::{Assign, Block, Expr, Kind, Let, Pattern, Routine, Statement};
use crate::plan::is_varying;

/// The body of `gang`, in braces.
///
/// ```text
/// {
///     use ndweave::macro_support as __nd;
///     use __nd::gang::{Apply as _, ..};
///     let (mut x,) = args;
///     let mut live = live;                          // the lanes that run here
///     let returned: Lanes<S> = unset(s);            // what lanes that have returned gave
///     ..
///     let value = ..;                               // what the others give
///     (&choice(s, live, returned, value)).merged()
/// }
/// ```
pub fn emit_gang(krate: &TokenStream, routine: &Routine) -> TokenStream {
    // Under a name that no one else has: the user's paths stand between ours.
    let nd = quote!(__nd);
    let mut writer = Writer { nd: nd.clone(), routine, around: Vec::new(), count: 0 };
    let (s, live, args, returned, value) =
        (local("s"), local("live"), local("args"), local("returned"), local("value"));
    let names = routine.params.iter().map(|param| &param.name);
    let result = &routine.result;
    let statements = writer.statements(&routine.body);
    let ends = routine.body.tail.as_deref().filter(|tail| !tail.diverges() && !writer.is_statement(tail));
    let end = match ends {
        Some(tail) => {
            let tail = writer.value(tail);
            let how = if routine.returns { quote!(merged) } else { quote!(replaced) };
            quote! {
                let #value = #tail;
                (&#nd::choice(#s, #live, #returned, #value)).#how()
            }
        }
        None => {
            let tail = routine.body.tail.as_deref().map(|tail| writer.statement(tail));
            quote!(#tail #returned)
        }
    };
    quote! {{
        use #krate::macro_support as #nd;
        use #nd::gang::{
            Apply as _, ApplyMixed as _, Counts as _, Fits as _, Invoke as _, Kept as _, Refuse as _, RefuseChoice as _,
            RefuseCondition as _, RefuseInvocation as _,
        };
        let (#(mut #names,)*) = #args;
        let mut #live = #live;
        let mut #returned: <#result as #nd::Results>::Lanes<__S> = #nd::unset(#s);
        #statements
        #end
    }}
}

/// What writes a gang form.
pub struct Writer<'a> {
    pub nd: TokenStream,
    pub routine: &'a Routine,
    /// The loops around that lanes leave one by one.
    pub around: Vec<usize>,
    /// How many names of its own it has made up.
    count: usize,
}

impl Writer<'_> {
    /// A name that is used once.
    pub fn name(&mut self, word: &str) -> Ident {
        self.count += 1;
        local(format_args!("{word}{}", self.count))
    }

    pub fn varies(&self, expr: &Expr) -> bool {
        is_varying(expr, self.routine)
    }

    /// Whether an expression stands for what it does, without a value.
    pub fn is_statement(&self, expr: &Expr) -> bool {
        match &expr.kind {
            Kind::Loop(repeat) => !self.routine.loops[repeat.number].valued,
            Kind::Assign(_) | Kind::Exit(_) => true,
            Kind::If(choice) => choice.no.is_none(),
            Kind::Block(block) => block.tail.is_none(),
            _ => false,
        }
    }

    /// All statements of a block but its value.
    pub fn statements(&mut self, block: &Block) -> TokenStream {
        self.each(&block.statements)
    }

    /// One after the other.
    pub fn each(&mut self, statements: &[Statement]) -> TokenStream {
        let mut tokens = TokenStream::new();
        for statement in statements {
            tokens.extend(match statement {
                Statement::Let(binding) => self.binding(binding),
                Statement::Expr(expr) => self.statement(expr),
            });
        }
        tokens
    }

    /// A block for what it does.
    pub fn done(&mut self, block: &Block) -> TokenStream {
        let statements = self.statements(block);
        let tail = block.tail.as_deref().map(|tail| self.statement(tail));
        quote!(#statements #tail)
    }

    /// An expression for what it does.
    pub fn statement(&mut self, expr: &Expr) -> TokenStream {
        match &expr.kind {
            Kind::If(choice) => self.choice(choice, None),
            Kind::Loop(repeat) => self.repeat(repeat, expr, None),
            Kind::Exit(exit) => self.exit(exit),
            Kind::Assign(assign) => self.assign(assign, expr),
            Kind::Block(block) => {
                let inner = self.done(block);
                quote!({ #inner })
            }
            _ => {
                let value = self.value(expr);
                quote!(let _ = #value;)
            }
        }
    }

    fn assign(&mut self, assign: &Assign, expr: &Expr) -> TokenStream {
        let variable = &self.routine.variables[assign.variable];
        // The name as it stands here, so that it is found where a rewritten construct made it up.
        let name = variable.name.clone();
        if !variable.varying {
            let source = &assign.value.source;
            return quote!(#name = #source;);
        }
        if let Some(how) = assign.step().filter(|_| assign.masked) {
            let (nd, s, live) = (&self.nd, local("s"), local("live"));
            let (how, one) = (Ident::new(how, at(expr.span)), quote!(#nd::splat(#s, 1)));
            return quote!(#name = (&#nd::choice(#s, #live, #name, #one)).#how(););
        }
        let how = if assign.masked { "merged" } else { "replaced" };
        let value = self.value(&assign.value);
        let chosen = self.chosen(quote!(#name), value, how, expr);
        quote!(#name = #chosen;)
    }

    /// `{ let value = new; (&choice(s, live, old, value)).merged() }`: the mask is read behind the value, which may narrow it.
    pub fn chosen(&mut self, old: TokenStream, new: TokenStream, how: &str, at_: &Expr) -> TokenStream {
        let (nd, s, live, value) = (&self.nd, local("s"), local("live"), local("value"));
        let how = Ident::new(how, at(at_.span));
        quote!({ let #value = #new; (&#nd::choice(#s, #live, #old, #value)).#how() })
    }

    fn binding(&mut self, binding: &Let) -> TokenStream {
        match &binding.pattern {
            Pattern::Variable(number) => self.bind_one(*number, binding),
            pattern => {
                let names = self.pattern(pattern);
                match &binding.value {
                    Some(value) => {
                        let value = self.parts(pattern, value);
                        quote!(let #names = #value;)
                    }
                    None => quote!(let #names;),
                }
            }
        }
    }

    fn bind_one(&mut self, number: usize, binding: &Let) -> TokenStream {
        let (nd, s) = (self.nd.clone(), local("s"));
        let variable = &self.routine.variables[number];
        let (name, varying) = (variable.name.clone(), variable.varying);
        let ty = binding.ty.as_ref();
        let colon = ty.map(|ty| quote!(: #ty));
        let Some(value) = &binding.value else {
            return match (varying, ty) {
                (false, _) => quote!(let mut #name #colon;),
                (true, Some(ty)) => quote!(let mut #name: #nd::Varying<__S, #ty> = #nd::unset(#s);),
                (true, None) => quote!(let mut #name = #nd::unset(#s);),
            };
        };
        if !varying {
            let source = &value.source;
            return quote!(let mut #name #colon = #source;);
        }
        let Some(ty) = ty else {
            let value = self.value(value);
            return quote!(let mut #name = #value;);
        };
        if !self.varies(value) {
            // With its type, so that rustc finds the same mistakes as in the scalar function.
            let (typed, source) = (local("typed"), &value.source);
            return quote!(let mut #name = { let #typed: #ty = #source; #nd::splat(#s, #typed) };);
        }
        let tokens = self.value(value);
        let chosen = self.chosen(quote!(#nd::unset::<__S, #nd::Varying<__S, #ty>>(#s)), tokens, "replaced", value);
        quote!(let mut #name = #chosen;)
    }

    /// `(mut a, _)`
    pub fn pattern(&self, pattern: &Pattern) -> TokenStream {
        match pattern {
            Pattern::Variable(number) => {
                let name = &self.routine.variables[*number].name;
                quote!(mut #name)
            }
            Pattern::Nothing => quote!(_),
            Pattern::Tuple(parts) => {
                let parts = parts.iter().map(|part| self.pattern(part));
                quote!((#(#parts,)*))
            }
        }
    }

    /// The value for a pattern: of a tuple that is taken apart at once, some parts may be uniform.
    fn parts(&mut self, pattern: &Pattern, value: &Expr) -> TokenStream {
        match (pattern, &value.kind) {
            (Pattern::Tuple(parts), Kind::Tuple(values)) if parts.len() == values.len() => {
                let values: Vec<TokenStream> =
                    parts.iter().zip(values).map(|(part, value)| self.parts(part, value)).collect();
                quote!((#(#values,)*))
            }
            (Pattern::Variable(number), _) if !self.routine.variables[*number].varying => {
                value.source.to_token_stream()
            }
            _ => self.value(value),
        }
    }

    /// The value of a block.
    pub fn block(&mut self, block: &Block) -> TokenStream {
        let statements = self.statements(block);
        let tail = match block.tail.as_deref() {
            Some(tail) => self.value(tail),
            None => quote!(()),
        };
        quote!({ #statements #tail })
    }

    /// A call of one of the functions on masks.
    pub fn mask(&self, function: &str, arguments: TokenStream) -> TokenStream {
        let (nd, s, function) = (&self.nd, local("s"), local(function));
        quote!(#nd::#function(#s, #arguments))
    }

    /// An operation of lanes.
    pub fn on(&self, node: TokenStream, arguments: &[TokenStream], expr: &Expr) -> TokenStream {
        let (nd, s, span) = (&self.nd, local("s"), at(expr.span));
        quote_spanned!(span=> (&&#nd::on::<#node, _, _>(#s, (#(#arguments,)*))).apply())
    }
}
