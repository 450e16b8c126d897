//! The items of a ufunc: the call, the scalar function as it was written, and the gang form.
//!
//! ```text
//! pub fn leaky(x: f64, slope: f64) -> f64 { if x > 0.0 { x } else { slope * x } }
//! ```
//!
//! becomes
//!
//! ```text
//! pub fn leaky<X0: Argument<f64>, X1: Argument<f64>, Result>(x: X0, slope: X1) -> Result
//! where (X0, X1): Call<leaky, (f64, f64), Result = Result> { call((x, slope)) }
//! pub struct leaky<X = ()> { operand: PhantomData<X> }
//! impl leaky<()> {
//!     pub fn scalar(x: f64, slope: f64) -> f64 { if x > 0.0 { x } else { slope * x } }
//!     pub fn into(..) pub fn masked(..)
//! }
//! impl<X> leaky<X> { pub fn reduce<const AXIS: usize>(operand: X) -> .. where X: Reduce<leaky, AXIS> { .. } .. }
//! impl Ufunc<(f64, f64)> for leaky { fn gang<S: Simd>(s: S, live: S::Mask, args: ..) -> .. }
//! ```
//!
//! A braced struct, not a module: it can stand inside of functions, where the body sees the items around it; and functions and such
//! structs do not share names. Its parameter is the operand of methods such as `add::reduce::<0>(&a)`, in which it is inferred, so that the axis
//! is all that is written.

mod control;
mod gang;
mod joining;
mod values;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{Attribute, GenericParam, ItemFn, Meta};

use super::at;
use crate::ir::routine::Routine;

/// The items of one function.
pub fn emit_ufunc(krate: &TokenStream, routine: &Routine) -> TokenStream {
    let gang = gang::emit_gang(krate, routine);
    emit_items(krate, routine, &routine.item.block.to_token_stream(), &gang)
}

/// The items of a function whose body has mistakes: what calls it is checked none the less. (In the body itself rustc would find the same
/// mistakes again.)
pub fn emit_unfinished(krate: &TokenStream, routine: &Routine) -> TokenStream {
    let names = routine.params.iter().map(|param| &param.name);
    emit_items(krate, routine, &quote!({ let _ = (#(#names,)*); loop {} }), &quote!({ loop {} }))
}

fn emit_items(krate: &TokenStream, routine: &Routine, body: &TokenStream, gang: &TokenStream) -> TokenStream {
    let nd = quote!(#krate::macro_support);
    let ItemFn { attrs, vis, sig, .. } = &routine.item;
    let name = &sig.ident;
    let (docs, others): (Vec<&Attribute>, Vec<&Attribute>) = attrs.iter().partition(|attr| is_doc(attr));
    let conditions: Vec<&Attribute> = others.iter().copied().filter(|attr| attr.path().is_ident("cfg")).collect();
    let names: Vec<&Ident> = routine.params.iter().map(|param| &param.name).collect();
    let types: Vec<&syn::Type> = routine.params.iter().map(|param| &param.ty).collect();
    let operands: Vec<Ident> = (0..names.len()).map(|number| format_ident!("__X{number}")).collect();
    let params = quote!((#(#types,)*));
    let generics: Vec<&GenericParam> = sig.generics.params.iter().collect();
    let predicates: Vec<_> = sig.generics.where_clause.iter().flat_map(|clause| &clause.predicates).collect();
    // Where rustc says which bound a call does not meet, it shows the function's name.
    let here = at(name.span());
    // A parameter, and no projection, which would say each error again at the whole call.
    let called = quote_spanned!(here=> (#(#operands,)*): #nd::Call<#name, #params, Result = __Result>);
    let called_into = quote_spanned!(here=> (#(#operands,)*): #nd::CallInto<#name, #params, __Out>);
    let bounds: Vec<TokenStream> =
        operands.iter().zip(&types).map(|(operand, ty)| quote_spanned!(here=> #operand: #nd::Argument<#ty>)).collect();
    let scalar = emit_scalar(routine, &others, body);
    let about = format!(
        "Where [`{name}`]({name}()) writes to, and the function itself: `{name}::into`, `{name}::masked`, `{name}::scalar`."
    );
    let result = &routine.result;
    let masked =
        emit_subscripts(&nd, &std::iter::once(&format_ident!("mask")).chain(names.iter().copied()).collect::<Vec<_>>());
    let text = name.to_string();
    let methods = joining::emit_methods(&nd, routine, &conditions);
    let order = local(if routine.joining.associative { "AnyOrder" } else { "LeftToRight" });
    let identity = routine.joining.identity.as_ref().map(|value| {
        quote! {
            #[inline(always)]
            fn identity() -> #nd::Option<#result> {
                #nd::Option::Some(#value)
            }
        }
    });
    let (s, live, args) = (local("s"), local("live"), local("args"));
    let places = (0..names.len()).map(syn::Index::from);
    quote! {
        #(#conditions)*
        #(#docs)*
        #[inline]
        #[track_caller]
        #[allow(clippy::too_many_arguments)]
        #vis fn #name<#(#generics,)* #(#bounds,)* __Result>(
            #(#names: #operands),*
        ) -> __Result
        where
            #called,
            #(#predicates,)*
        {
            #nd::call::<#name, #params, _>((#(#names,)*))
        }

        #(#conditions)*
        #[doc = #about]
        #[allow(non_camel_case_types, dead_code)]
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        #vis struct #name<__X = ()> {
            operand: ::core::marker::PhantomData<__X>,
        }

        #methods

        #(#conditions)*
        #[allow(dead_code, clippy::too_many_arguments)]
        impl #name<()> {
            #scalar

            /// Writes the results into `out`: an array, or a tuple of arrays for several results.
            ///
            /// # Panics
            ///
            /// When extents that are known at run time only do not stretch to those of `out`.
            #[inline]
            #[track_caller]
            #vis fn into<#(#generics,)* __Out, #(#bounds),*>(
                out: __Out,
                #(#names: #operands),*
            )
            where
                #called_into,
                #(#predicates,)*
            {
                #nd::call_into::<#name, #params, _, _>(out, (#(#names,)*));
            }

            /// Writes the results into `out` where `mask` is set; other elements stay as they are, and are not computed.
            ///
            /// # Panics
            ///
            /// When extents that are known at run time only do not stretch to those of `out`.
            #[inline]
            #[track_caller]
            #vis fn masked<#(#generics,)* __Out, __Mask: #nd::Argument<bool>, #(#bounds),*>(
                out: __Out,
                mask: __Mask,
                #(#names: #operands),*
            )
            where
                #called_into,
                #(#predicates,)*
            {
                #nd::call_masked::<#name, #params, _, _, _>(out, mask, (#(#names,)*));
            }
        }

        #(#conditions)*
        impl<#(#generics),*> #nd::Ufunc<#params> for #name
        where
            #(#predicates,)*
        {
            type Out = #result;
            type Order = #nd::#order;
            const NAME: &'static str = #text;
            const PARAMS: &'static [#nd::Subscripts] = #masked;

            #identity

            #[inline(always)]
            fn scalar(#args: #params) -> #result {
                #name::scalar(#(#args.#places),*)
            }

            #[inline(always)]
            #[allow(warnings, clippy::all)]
            fn gang<__S: #nd::Simd>(
                #s: __S,
                #live: <__S as #nd::Simd>::Mask,
                #args: (#(#nd::Varying<__S, #types>,)*),
            ) -> <#result as #nd::Results>::Lanes<__S>
            #gang
        }
    }
}

/// The function as it was written, under the name `scalar`.
fn emit_scalar(routine: &Routine, attrs: &[&Attribute], body: &TokenStream) -> TokenStream {
    let ItemFn { vis, sig, .. } = &routine.item;
    let (inputs, output, generics, clause) = (&sig.inputs, &sig.output, &sig.generics, &sig.generics.where_clause);
    let attrs = attrs.iter().filter(|attr| !attr.path().is_ident("cfg"));
    let name = Ident::new("scalar", sig.ident.span());
    let fn_token = sig.fn_token;
    quote! {
        /// The function at one point, as it was written.
        #[inline]
        #(#attrs)*
        #vis #fn_token #name #generics (#inputs) #output #clause #body
    }
}

/// `&[Subscripts { name: "x", axes: &[ELLIPSIS] }]`
fn emit_subscripts(nd: &TokenStream, names: &[&Ident]) -> TokenStream {
    let names = names.iter().map(|name| name.to_string());
    quote!(&[#(#nd::Subscripts { name: #names, axes: &[#nd::ELLIPSIS] }),*])
}

/// Whether an attribute is documentation.
pub(super) fn is_doc(attr: &Attribute) -> bool {
    matches!(&attr.meta, Meta::NameValue(pair) if pair.path.is_ident("doc"))
}

/// Names that only the expansion sees.
pub(super) fn local(name: impl std::fmt::Display) -> Ident {
    format_ident!("{name}", span = Span::mixed_site())
}
