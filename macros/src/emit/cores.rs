//! The items of a ufunc with core axes: the call, the function, and what the runtime asks about it.
//!
//! ```text
//! pub fn convolve(a: [f64; n], b: [f64; k]) -> [f64; n + k - 1] { let mut out = [0.0; n + k - 1]; ..; out }
//! ```
//!
//! becomes, beside the call, the struct and `into` that all ufuncs have,
//!
//! ```text
//! impl Core<(f64, f64)> for convolve {
//!     type Labels = (Free, (Free, ()));
//!     type Params = (Item<f64, (Of<0, Letter<'n'>>, ()), Slice<f64>>, Item<f64, (Of<1, Letter<'k'>>, ()), Slice<f64>>);
//!     type Results = (Item<f64, (Computed, ()), Slice<f64>>,);
//!     fn computed(result: usize, axis: usize, labels: &[usize]) -> usize { .. n + k - 1 .. }
//!     fn run(frame: Frame<Self, (f64, f64)>) -> Result<(), ShapeError> { frame.points() }
//! }
//! impl Point<(f64, f64)> for convolve { fn point(args, rooms) -> .. { convolve::scalar(args.0, args.1, rooms.0) } }
//! ```
//!
//! where `scalar` is the function over slices; or, of a body with labels, `run` is a function of views that holds one `try_broadcast!` a
//! result. In there each label is a type of extents, so that rustc finds labels that are mixed up.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Attribute, GenericParam, ItemFn, Type, WherePredicate};

use super::at;
use super::ufunc::{is_doc, local};
use crate::check::room_name;
use crate::ir::cores::{CoreArray, CoreBody, CoreKernel, CoreLength, CoreRoutine, Look};

/// What all items name.
struct Writer<'a> {
    krate: &'a TokenStream,
    nd: TokenStream,
    routine: &'a CoreRoutine,
    generics: Vec<&'a GenericParam>,
    predicates: Vec<&'a WherePredicate>,
    /// The element types of the parameters, as a tuple.
    params: TokenStream,
}

/// The items of one function.
pub fn emit_core_ufunc(krate: &TokenStream, routine: &CoreRoutine) -> TokenStream {
    let ItemFn { attrs, vis, sig, .. } = &routine.item;
    let elements = routine.params.iter().map(|param| &param.array.element);
    let writer = Writer {
        krate,
        nd: quote!(#krate::macro_support),
        routine,
        generics: sig.generics.params.iter().collect(),
        predicates: sig.generics.where_clause.iter().flat_map(|clause| &clause.predicates).collect(),
        params: quote!((#(#elements,)*)),
    };
    let nd = &writer.nd;
    let (docs, others): (Vec<&Attribute>, Vec<&Attribute>) = attrs.iter().partition(|attr| is_doc(attr));
    let conditions: Vec<&Attribute> = others.iter().copied().filter(|attr| attr.path().is_ident("cfg")).collect();
    let name = &sig.ident;
    let names: Vec<&Ident> = routine.params.iter().map(|param| &param.name).collect();
    let (call, into) = (writer.call(&docs), writer.call_into());
    let frame = local("frame");
    let (function, run) = match &routine.body {
        CoreBody::Kernels(kernels) => (None, writer.kernels(kernels)),
        CoreBody::Statements(body) => (Some(writer.scalar(body, &others)), quote!(#frame.points())),
        CoreBody::Unclear => (None, quote!(let _ = #frame; loop {})),
    };
    let point = function.is_some().then(|| writer.point());
    let core = writer.core(&run);
    let about = format!("Where [`{name}`]({name}()) writes to: `{name}::into`.");
    quote! {
        #(#conditions)*
        #call

        #(#conditions)*
        #[doc = #about]
        #[allow(non_camel_case_types, dead_code)]
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        #vis struct #name<__X = ()> {
            operand: ::core::marker::PhantomData<__X>,
        }

        #(#conditions)*
        #nd::core_methods! { #vis #name, #(#names)* }

        #(#conditions)*
        #[allow(dead_code, clippy::too_many_arguments)]
        impl #name<()> {
            #function
            #into
        }

        #(#conditions)*
        const _: () = {
            #core
            #point
        };
    }
}

impl Writer<'_> {
    /// The parameters of the call: their types, and the bounds of these.
    fn operands(&self) -> (Vec<Ident>, Vec<TokenStream>) {
        let (nd, here) = (&self.nd, at(self.routine.item.sig.ident.span()));
        let operands: Vec<Ident> =
            (0..self.routine.params.len()).map(|number| local(format_args!("__X{number}"))).collect();
        let bound = |(operand, param): (&Ident, &crate::ir::cores::CoreParam)| {
            let element = &param.array.element;
            quote_spanned!(here=> #operand: #nd::Argument<#element>)
        };
        let bounds = operands.iter().zip(&self.routine.params).map(bound).collect();
        (operands, bounds)
    }

    fn call(&self, docs: &[&Attribute]) -> TokenStream {
        let Writer { nd, generics, predicates, params, .. } = self;
        let ItemFn { vis, sig, .. } = &self.routine.item;
        let (name, here) = (&sig.ident, at(sig.ident.span()));
        let names = self.routine.params.iter().map(|param| &param.name).collect::<Vec<_>>();
        let (operands, bounds) = self.operands();
        let called = quote_spanned!(here=> (#(#operands,)*): #nd::CoreCall<#name, #params, Result = __Result>);
        quote! {
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
                #nd::core_call::<#name, #params, _>((#(#names,)*))
            }
        }
    }

    fn call_into(&self) -> TokenStream {
        let Writer { nd, generics, predicates, params, .. } = self;
        let ItemFn { vis, sig, .. } = &self.routine.item;
        let (name, here) = (&sig.ident, at(sig.ident.span()));
        let names = self.routine.params.iter().map(|param| &param.name).collect::<Vec<_>>();
        let (operands, bounds) = self.operands();
        let called = quote_spanned!(here=> (#(#operands,)*): #nd::CoreCallInto<#name, #params, __Out>);
        quote! {
            /// Writes the results into `out`: an array, or a tuple of arrays for several results.
            ///
            /// # Panics
            ///
            /// When extents that are known at run time only differ, from each other or from those of `out`.
            #[inline]
            #[track_caller]
            #vis fn into<#(#generics,)* __Out, #(#bounds),*>(
                out: __Out,
                #(#names: #operands),*
            )
            where
                #called,
                #(#predicates,)*
            {
                #nd::core_call_into::<#name, #params, _, _>(out, (#(#names,)*));
            }
        }
    }

    /// `impl Core<(f64, f64)> for name { .. }`, and the labels that are types.
    fn core(&self, run: &TokenStream) -> TokenStream {
        let Writer { krate, nd, routine, generics, predicates, params } = self;
        let name = &routine.item.sig.ident;
        let text = name.to_string();
        let names = routine.params.iter().map(|param| param.name.to_string());
        let labels = routine.labels.iter().map(|label| label.to_string().trim_start_matches("r#").to_owned());
        let words = routine.labels.iter().filter(|label| letter(label).is_none());
        let free = routine.labels.iter().fold(quote!(()), |list, _| quote!((#nd::Free, #list)));
        let filled = matches!(routine.body, CoreBody::Kernels(_));
        let items = routine.params.iter().map(|param| self.item(&param.array));
        let results = routine.results.iter().map(|result| self.item(result));
        let computed = self.computed();
        let frame = local("frame");
        quote! {
            #(
                #[allow(non_camel_case_types)]
                pub enum #words {}
            )*
            impl<#(#generics),*> #nd::Core<#params> for #name
            where
                #(#predicates,)*
            {
                const NAME: &'static str = #text;
                const PARAMS: &'static [&'static str] = &[#(#names),*];
                const LABELS: &'static [&'static str] = &[#(#labels),*];
                const FILLED: bool = #filled;
                type Labels = #free;
                type Params = (#(#items,)*);
                type Results = (#(#results,)*);

                #computed

                fn run(#frame: #nd::Frame<'_, Self, #params>) -> #nd::Result<(), #krate::ShapeError> {
                    #run
                }
            }
        }
    }

    /// `fn computed(result: usize, axis: usize, labels: &[usize]) -> usize`, where a result has a computed length.
    fn computed(&self) -> Option<TokenStream> {
        let (result, axis, labels) = (local("result"), local("axis"), local("labels"));
        let mut arms = TokenStream::new();
        for (number, array) in self.routine.results.iter().enumerate() {
            for (place, length) in array.axes.iter().enumerate() {
                let CoreLength::Computed(length) = length else { continue };
                let (number, place) = (Literal::usize_unsuffixed(number), Literal::usize_unsuffixed(place));
                arms.extend(quote!((#number, #place) => #length,));
            }
        }
        let names = self.routine.labels.iter();
        let numbers = (0..self.routine.labels.len()).map(Literal::usize_unsuffixed);
        (!arms.is_empty()).then(|| {
            quote! {
                #[allow(unused_variables)]
                fn computed(#result: usize, #axis: usize, #labels: &[usize]) -> usize {
                    #(let #names = #labels[#numbers];)*
                    match (#result, #axis) {
                        #arms
                        _ => 0,
                    }
                }
            }
        })
    }

    /// `Item<f64, (Of<0, Letter<'n'>>, ()), Slice<f64>>`
    fn item(&self, array: &CoreArray) -> TokenStream {
        let (nd, element) = (&self.nd, &array.element);
        // Lists go from the last axis.
        let axes = array.axes.iter().fold(quote!(()), |list, length| {
            let axis = match length {
                CoreLength::Label(label) => {
                    let (number, name) = (Literal::usize_unsuffixed(*label), &self.routine.labels[*label]);
                    match letter(name) {
                        Some(letter) => quote!(#nd::Of<#number, #nd::Letter<#letter>>),
                        None => quote!(#nd::Of<#number, #nd::Word<#name>>),
                    }
                }
                CoreLength::Exactly(length) => quote!(#nd::Exactly<{ #length }>),
                CoreLength::Computed(_) => quote!(#nd::Computed),
            };
            quote!((#axis, #list))
        });
        let kind = self.kind(array);
        quote!(#nd::Item<#element, #axes, #kind>)
    }

    /// How the body sees it.
    fn kind(&self, array: &CoreArray) -> TokenStream {
        let nd = &self.nd;
        if let CoreBody::Kernels(_) = self.routine.body {
            let dynamic = self.shape(array, &|_| self.dynamic());
            return quote!(#nd::Padded<#dynamic>);
        }
        let inside = |outer: usize| nested(array, outer);
        match array.look() {
            Look::Value => {
                let value = inside(0);
                quote!(#nd::Value<#value>)
            }
            Look::Slice => {
                let value = inside(1);
                quote!(#nd::Slice<#value>)
            }
            Look::Rows | Look::Deeper => {
                let value = inside(2);
                quote!(#nd::RowsKind<#value>)
            }
        }
    }

    fn dynamic(&self) -> TokenStream {
        let krate = self.krate;
        quote!(#krate::Dyn)
    }

    /// The shape of the view of a core array with all axes that may stand in front.
    fn shape(&self, array: &CoreArray, of_label: &dyn Fn(usize) -> TokenStream) -> TokenStream {
        let (krate, dynamic) = (self.krate, self.dynamic());
        let lead = (0..self.routine.lead()).map(|_| dynamic.clone());
        let core = array.axes.iter().map(|length| match length {
            CoreLength::Label(label) => of_label(*label),
            CoreLength::Exactly(length) => quote!(#krate::Const<{ #length }>),
            CoreLength::Computed(_) => dynamic.clone(),
        });
        let all = lead.chain(core);
        quote!((#(#all,)*))
    }

    /// ```text
    /// fn kernels<T, m: Extent, d: Extent>(p: View<'_, T, (Dyn, .., m, d)>, .., mut out: ViewMut<'_, ..>) -> Result<(), ShapeError> {
    ///     try_broadcast! { out[.., m] = sum[d](p[.., m, d]) }?;
    ///     Ok(())
    /// }
    /// let ((p,), (out,)) = frame.views();
    /// kernels(p, out)
    /// ```
    fn kernels(&self, kernels: &[CoreKernel]) -> TokenStream {
        let Writer { krate, nd, routine, generics, predicates, .. } = self;
        let labels = &routine.labels;
        let of_label = |label: usize| labels[label].to_token_stream();
        let names: Vec<&Ident> = routine.params.iter().map(|param| &param.name).collect();
        let views = routine.params.iter().map(|param| {
            let (element, shape) = (&param.array.element, self.shape(&param.array, &of_label));
            quote!(#krate::View<'_, #element, #shape>)
        });
        let outs: Vec<Ident> = (0..routine.results.len()).map(|number| result_name(number, routine)).collect();
        let targets = routine.results.iter().map(|result| {
            let (element, shape) = (&result.element, self.shape(result, &of_label));
            quote!(#krate::ViewMut<'_, #element, #shape>)
        });
        let writes = kernels.iter().zip(&outs).map(|(kernel, out)| {
            let (call, labels, expr) = (local(kernel.call), &kernel.labels, &kernel.expr);
            quote!(#krate::#call! { #out[.., #labels] = #expr }?;)
        });
        let (run, frame) = (local("kernels"), local("frame"));
        quote! {
            #[allow(non_camel_case_types, clippy::too_many_arguments)]
            fn #run<#(#generics,)* #(#labels: #krate::Extent),*>(
                #(#names: #views,)*
                #(mut #outs: #targets),*
            ) -> #nd::Result<(), #krate::ShapeError>
            where
                #(#predicates,)*
            {
                #(#writes)*
                #nd::Result::Ok(())
            }
            let ((#(#names,)*), (#(#outs,)*)) = #frame.views();
            #run(#(#names,)* #(#outs),*)
        }
    }

    /// The function of one point.
    fn scalar(&self, body: &TokenStream, attrs: &[&Attribute]) -> TokenStream {
        let Writer { nd, routine, generics, predicates, .. } = self;
        let ItemFn { vis, sig, .. } = &routine.item;
        let attrs = attrs.iter().filter(|attr| !attr.path().is_ident("cfg"));
        let inputs = routine.params.iter().map(|param| {
            let (name, ty) = (&param.name, self.seen(&param.array, None));
            quote!(#name: #ty)
        });
        let open: Vec<(usize, &CoreArray)> =
            routine.results.iter().enumerate().filter(|(_, result)| result.look() != Look::Value).collect();
        let lifetime = quote!('__out);
        let rooms = open.iter().map(|&(number, result)| {
            let (room, value) = (room_name(number), nested(result, if result.look() == Look::Slice { 1 } else { 2 }));
            match result.look() {
                Look::Slice => quote!(#room: #nd::Room<#lifetime, #value>),
                _ => quote!(#room: #nd::RoomOfRows<#lifetime, #value>),
            }
        });
        let outputs: Vec<TokenStream> =
            routine.results.iter().map(|result| self.seen(result, Some(&lifetime))).collect();
        let output = match outputs.as_slice() {
            [one] => one.clone(),
            several => quote!((#(#several),*)),
        };
        let lengths = self.lengths();
        let lifetimes = (!open.is_empty()).then(|| quote!(#lifetime,));
        let (name, fn_token) = (Ident::new("scalar", sig.ident.span()), sig.fn_token);
        quote! {
            /// The function at one point.
            #[inline(always)]
            #(#attrs)*
            #vis #fn_token #name<#lifetimes #(#generics),*>(#(#inputs,)* #(#rooms),*) -> #output
            where
                #(#predicates,)*
            {
                #lengths
                #body
            }
        }
    }

    /// The type of a parameter, or of a result, in the function of one point.
    fn seen(&self, array: &CoreArray, out: Option<&TokenStream>) -> TokenStream {
        let nd = &self.nd;
        let (outer, of_rows) = match array.look() {
            Look::Value => return nested(array, 0),
            Look::Slice => (1, false),
            Look::Rows | Look::Deeper => (2, true),
        };
        let value = nested(array, outer);
        match (of_rows, out) {
            (false, None) => quote!(&[#value]),
            (false, Some(lifetime)) => quote!(&#lifetime mut [#value]),
            (true, None) => quote!(#nd::Rows<'_, #value>),
            (true, Some(lifetime)) => quote!(#nd::RowsMut<#lifetime, #value>),
        }
    }

    /// `let n = a.len();` of each label.
    fn lengths(&self) -> TokenStream {
        let mut tokens = TokenStream::new();
        for (number, label) in self.routine.labels.iter().enumerate() {
            let found = self.routine.params.iter().find_map(|param| {
                let is_it = |length: &CoreLength| matches!(length, CoreLength::Label(label) if *label == number);
                param.array.axes.iter().position(is_it).map(|axis| (&param.name, axis))
            });
            let Some((name, axis)) = found else { continue };
            let method = local(if axis == 0 { "len" } else { "width" });
            tokens.extend(quote!(#[allow(unused_variables)] let #label = #name.#method();));
        }
        tokens
    }

    fn point(&self) -> TokenStream {
        let Writer { nd, routine, generics, predicates, params, .. } = self;
        let (name, args, rooms) = (&routine.item.sig.ident, local("args"), local("rooms"));
        let places = (0..routine.params.len()).map(syn::Index::from);
        let open = routine.results.iter().enumerate().filter(|(_, result)| result.look() != Look::Value);
        let open = open.map(|(number, _)| syn::Index::from(number));
        quote! {
            impl<#(#generics),*> #nd::Point<#params> for #name
            where
                #(#predicates,)*
            {
                #[inline(always)]
                fn point<'__a>(
                    #args: #nd::ArgsOf<'__a, Self, #params>,
                    #rooms: #nd::Rooms<'__a, Self, #params>,
                ) -> #nd::OutsOf<'__a, Self, #params> {
                    let _ = &#rooms;
                    #name::scalar(#(#args.#places,)* #(#rooms.#open),*)
                }
            }
        }
    }
}

/// The type of the entries of a core array below its first `outer` axes: `[f64; 3]`.
fn nested(array: &CoreArray, outer: usize) -> TokenStream {
    let element: &Type = &array.element;
    array.axes.iter().skip(outer).rev().fold(element.to_token_stream(), |inner, length| match length {
        CoreLength::Exactly(length) => quote!([#inner; #length]),
        CoreLength::Label(_) | CoreLength::Computed(_) => inner,
    })
}

/// The variable of a result, as messages name it.
fn result_name(number: usize, routine: &CoreRoutine) -> Ident {
    if routine.results.len() == 1 { local("out") } else { local(format_args!("out{number}")) }
}

/// A label of one letter.
fn letter(label: &Ident) -> Option<char> {
    let text = label.to_string();
    let mut chars = text.trim_start_matches("r#").chars();
    chars.next().filter(|char| char.is_ascii_alphabetic() && chars.next().is_none())
}
