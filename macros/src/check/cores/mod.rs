//! Functions of `ufunc!` with core axes: parameters such as `[[f64; d]; m]`, whose lengths are labels or constants.

mod kernels;
mod lengths;
mod statements;

use syn::{ItemFn, ReturnType, Type};

use super::routine::signature;
use super::text_of;
use crate::errors::Errors;
use crate::ir::cores::{CoreArray, CoreBody, CoreParam, CoreRoutine};
use crate::ir::routine::Param;
use lengths::Lengths;
pub use statements::room_name;

/// The most axes of a core array.
const MAX_CORE: usize = 6;

/// Whether a function has core axes, or says that it runs one point at a time as those do.
pub fn has_core_axes(item: &ItemFn) -> bool {
    let per_point =
        item.attrs.iter().any(|attr| attr.path().is_ident("ufunc") && text_of(&attr.meta).contains("per_point"));
    let of_param = item.sig.inputs.iter().any(|input| match input {
        syn::FnArg::Typed(param) => is_array(&param.ty),
        syn::FnArg::Receiver(_) => false,
    });
    let of_result = match &item.sig.output {
        ReturnType::Type(_, ty) => match &**ty {
            Type::Tuple(parts) => parts.elems.iter().any(is_array),
            ty => is_array(ty),
        },
        ReturnType::Default => false,
    };
    per_point || of_param || of_result
}

fn is_array(ty: &Type) -> bool {
    match ty {
        Type::Array(_) => true,
        Type::Paren(inner) => is_array(&inner.elem),
        Type::Group(inner) => is_array(&inner.elem),
        _ => false,
    }
}

/// Checks one function. Meaningful only if `errors` stays empty; `None` where its signature cannot be used at all.
pub fn check_core_ufunc(item: &ItemFn, errors: &mut Errors) -> Option<CoreRoutine> {
    let before = errors.count();
    let mut item = item.clone();
    take_attributes(&mut item, errors);
    signature::check_qualifiers(&item, errors);
    let mut lengths = Lengths::default();
    let params: Vec<CoreParam> =
        item.sig.inputs.iter().filter_map(|input| check_param(input, &mut lengths, errors)).collect();
    signature::check_count(&item, errors);
    let elements = |param: &CoreParam| Param { name: param.name.clone(), ty: param.array.element.clone() };
    signature::check_generics(&item, &params.iter().map(elements).collect::<Vec<_>>(), errors);
    let results = check_results(&item, &lengths, errors);
    let labels = lengths.labels;
    let mut routine = CoreRoutine { item, params, results, labels, body: CoreBody::Unclear };
    if errors.count() != before {
        return None;
    }
    routine.body = if kernels::is_kernel(&routine) {
        kernels::check(&routine, errors)
    } else {
        statements::check(&routine, errors)
    };
    Some(routine)
}

/// `#[ufunc(per_point)]` has been read; the others are about joining two elements.
fn take_attributes(item: &mut ItemFn, errors: &mut Errors) {
    let (ours, others) = std::mem::take(&mut item.attrs).into_iter().partition(|attr| attr.path().is_ident("ufunc"));
    item.attrs = others;
    let ours: Vec<syn::Attribute> = ours;
    for attr in &ours {
        let parsed = attr.parse_nested_meta(|meta| match meta.path.is_ident("per_point") {
            true => Ok(()),
            false => Err(meta.error(
                "a ufunc with core axes, or one that runs per point, joins no elements: it has no identity, and is not associative",
            )),
        });
        if let Err(error) = parsed {
            errors.add(error);
        }
    }
}

fn check_param(input: &syn::FnArg, lengths: &mut Lengths, errors: &mut Errors) -> Option<CoreParam> {
    let param = signature::check_param(input, errors)?;
    let array = take_apart(&param.ty, "a parameter", errors, &mut |length, errors| lengths.of_param(length, errors));
    Some(CoreParam { name: param.name, array })
}

fn check_results(item: &ItemFn, lengths: &Lengths, errors: &mut Errors) -> Vec<CoreArray> {
    let ty = signature::check_result(item, errors);
    if matches!(item.sig.output, ReturnType::Default) {
        return Vec::new();
    }
    let parts = signature::parts(&ty);
    parts
        .map(|ty| take_apart(ty, "a result", errors, &mut |length, errors| lengths.of_result(length, errors)))
        .collect()
}

/// The element type and the lengths of `[[f64; d]; m]`.
fn take_apart(
    ty: &Type,
    what: &str,
    errors: &mut Errors,
    length: &mut dyn FnMut(&syn::Expr, &mut Errors) -> Option<crate::ir::cores::CoreLength>,
) -> CoreArray {
    let mut axes = Vec::new();
    let mut inner = ty;
    loop {
        match inner {
            Type::Array(array) => {
                axes.extend(length(&array.len, errors));
                inner = &array.elem;
            }
            Type::Paren(paren) => inner = &paren.elem,
            Type::Group(group) => inner = &group.elem,
            element => {
                signature::check_type(element, what, errors);
                if axes.len() > MAX_CORE {
                    errors.over(ty, format_args!("{} core axes: there are at most {MAX_CORE}", axes.len()));
                }
                return CoreArray { element: element.clone(), axes };
            }
        }
    }
}
