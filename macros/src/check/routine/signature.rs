//! The signature of a ufunc.

use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{FnArg, GenericParam, ItemFn, Pat, ReturnType, Type};

use crate::errors::Errors;
use crate::ir::routine::{Joining, Param};

/// The most parameters.
const MAX_PARAMS: usize = 8;
/// The most results.
const MAX_RESULTS: usize = 6;

/// The parameters and the result.
pub fn check(item: &ItemFn, errors: &mut Errors) -> (Vec<Param>, Type) {
    check_qualifiers(item, errors);
    let checked = |input| {
        let param = check_param(input, errors)?;
        check_type(&param.ty, "a parameter", errors);
        Some(param)
    };
    let params: Vec<Param> = item.sig.inputs.iter().filter_map(checked).collect();
    check_count(item, errors);
    check_generics(item, &params, errors);
    let result = check_result(item, errors);
    if matches!(item.sig.output, ReturnType::Type(..)) {
        parts(&result).for_each(|part| check_type(part, "a result", errors));
    }
    (params, result)
}

/// There is a parameter, and not too many.
pub fn check_count(item: &ItemFn, errors: &mut Errors) {
    match item.sig.inputs.len() {
        0 => errors.at(item.sig.ident.span(), "a ufunc has at least one parameter: it is called on operands"),
        1..=MAX_PARAMS => {}
        n => errors.at(item.sig.ident.span(), format_args!("a ufunc has at most {MAX_PARAMS} parameters, not {n}")),
    }
}

/// What `#[ufunc(identity = …, associative)]` says; the attribute is gone then.
pub fn take_joining(item: &mut ItemFn, errors: &mut Errors) -> Joining {
    let mut joining = Joining::default();
    let (ours, others) = std::mem::take(&mut item.attrs).into_iter().partition(|attr| attr.path().is_ident("ufunc"));
    item.attrs = others;
    let ours: Vec<syn::Attribute> = ours;
    for attr in &ours {
        let parsed = attr.parse_nested_meta(|meta| {
            if meta.path.is_ident("associative") {
                joining.associative = true;
                return Ok(());
            }
            if meta.path.is_ident("identity") {
                joining.identity = Some(meta.value()?.parse()?);
                return Ok(());
            }
            Err(meta.error("`#[ufunc(…)]` takes `identity = value`, `associative` and `per_point`"))
        });
        if let Err(error) = parsed {
            errors.add(error);
        }
        if item.sig.inputs.len() != 2 {
            errors.over(
                attr,
                "only a ufunc of two parameters joins elements: it alone has an identity or is associative",
            );
        }
    }
    joining
}

/// What stands in front of `fn`.
pub fn check_qualifiers(item: &ItemFn, errors: &mut Errors) {
    let sig = &item.sig;
    let mut refuse = |token: Option<proc_macro2::Span>, what: &str| {
        if let Some(span) = token {
            errors.at(span, format_args!("a ufunc is not {what}: write plain `fn`"));
        }
    };
    refuse(sig.constness.map(|token| token.span), "`const`, because what a call does depends on the CPU");
    refuse(sig.asyncness.map(|token| token.span), "`async`");
    let safety = match &sig.safety {
        syn::Safety::Safe(token) => Some(token.span()),
        syn::Safety::Unsafe(token) => Some(token.span),
        syn::Safety::Default => None,
    };
    refuse(safety, "`unsafe`");
    refuse(sig.abi.as_ref().map(|abi| abi.extern_token.span), "`extern`");
    if let Some(variadic) = &sig.variadic {
        errors.over(variadic, "a ufunc has a fixed number of parameters");
    }
}

/// A parameter, whose type is not looked at.
pub fn check_param(input: &FnArg, errors: &mut Errors) -> Option<Param> {
    let FnArg::Typed(param) = input else {
        errors.over(input, "a ufunc is not a method: it has no `self`");
        return None;
    };
    match &*param.pat {
        Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none() => {
            Some(Param { name: name.ident.clone(), ty: (*param.ty).clone() })
        }
        pattern => {
            errors.over(pattern, "a parameter of a ufunc is a plain name, as in `x: f64`");
            None
        }
    }
}

/// A type of elements, as far as its tokens tell.
pub fn check_type(ty: &Type, what: &str, errors: &mut Errors) {
    let cure = match ty {
        Type::Path(_) | Type::Group(_) | Type::Paren(_) => return,
        Type::Reference(inner) if matches!(*inner.elem, Type::Slice(_) | Type::Array(_)) => {
            "not a reference: write `[f64; n]`, whose length is a label, or a constant; calls take `&a`"
        }
        Type::Reference(_) => "not a reference: write the element's type, as in `x: f64`; calls take `&a`",
        Type::Slice(_) => "not a slice: write `[f64; n]`, whose length is a label, or a constant",
        Type::Tuple(_) => "not a tuple: write one parameter for each part",
        Type::ImplTrait(_) => "not `impl Trait`: name the type, as in `fn f<T: Float>(x: T) -> T`",
        Type::Infer(_) => "not `_`: its type is written out",
        _ => "the type of an element: a float, an integer, `bool`, `Complex`, or a type parameter",
    };
    errors.over(ty, format_args!("{what} of a ufunc is {cure}"));
}

/// The type of the result, whose parts are not looked at.
pub fn check_result(item: &ItemFn, errors: &mut Errors) -> Type {
    let ReturnType::Type(_, ty) = &item.sig.output else {
        errors.at(item.sig.paren_token.span.close(), "a ufunc returns a value: write its type, as in `-> f64`");
        return Type::Verbatim(quote::quote!(()));
    };
    if let Type::Tuple(tuple) = &**ty
        && !(2..=MAX_RESULTS).contains(&tuple.elems.len())
    {
        errors.over(ty, format_args!("a ufunc returns one element, or a tuple of 2 to {MAX_RESULTS}"));
    }
    (**ty).clone()
}

/// The parts of a tuple, or the type itself.
pub fn parts(ty: &Type) -> impl Iterator<Item = &Type> {
    let (one, several) = match ty {
        Type::Tuple(tuple) => (None, Some(&tuple.elems)),
        ty => (Some(ty), None),
    };
    one.into_iter().chain(several.into_iter().flatten())
}

/// Type parameters are those of parameters.
pub fn check_generics(item: &ItemFn, params: &[Param], errors: &mut Errors) {
    for param in &item.sig.generics.params {
        match param {
            GenericParam::Lifetime(lifetime) => {
                errors.over(lifetime, "a ufunc has no lifetimes: its parameters are elements, by value");
            }
            GenericParam::Const(constant) => {
                errors.over(constant, "a ufunc has no `const` parameters: make it a parameter, or a constant outside");
            }
            GenericParam::Type(ty) => {
                let name = ty.ident.to_string();
                if !params.iter().any(|param| names(param.ty.to_token_stream(), &name)) {
                    errors.at(
                        ty.ident.span(),
                        format_args!(
                            "type parameter `{name}` is not the type of a parameter, so that no call could tell it"
                        ),
                    );
                }
            }
        }
    }
}

/// Whether a type holds a name.
fn names(tokens: proc_macro2::TokenStream, name: &str) -> bool {
    tokens.into_iter().any(|token| match token {
        proc_macro2::TokenTree::Ident(ident) => ident == name,
        proc_macro2::TokenTree::Group(group) => names(group.stream(), name),
        _ => false,
    })
}
