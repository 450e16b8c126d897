//! How elements are written: all elements of one array as words of one width.
//!
//! Element types are told apart by [`Any`]: a number format is a matter of the type, and a bound that only
//! numbers meet would keep the types that [`element!`](crate::element) admits from being printed.

use core::any::{Any, TypeId, type_name};
use core::fmt::Display;

use num_complex::Complex;

use super::float::{self, Float};
use crate::element::Element;

/// The name of an element type as NumPy knows it.
pub(super) struct Dtype {
    pub(super) name: String,
    /// Whether the words alone tell the type, so that `repr` leaves it out.
    pub(super) implied: bool,
}

/// The name of element type `T`; a type of the user's keeps its own, and its words are taken to tell it.
pub(super) fn dtype<T: Element>() -> Dtype {
    macro_rules! names {
        ($($T:ty: $name:literal $implied:literal;)*) => {
            $(if TypeId::of::<T>() == TypeId::of::<$T>() {
                return Dtype { name: $name.into(), implied: $implied };
            })*
        };
    }
    names! {
        f64: "float64" true; i64: "int64" true; bool: "bool" true; Complex<f64>: "complex128" true;
        f32: "float32" false; Complex<f32>: "complex64" false;
        i8: "int8" false; i16: "int16" false; i32: "int32" false; i128: "int128" false;
        u8: "uint8" false; u16: "uint16" false; u32: "uint32" false; u64: "uint64" false; u128: "uint128" false;
    }
    #[cfg(target_pointer_width = "64")]
    names! { isize: "int64" true; usize: "uint64" false; }
    #[cfg(target_pointer_width = "32")]
    names! { isize: "int32" false; usize: "uint32" false; }
    Dtype { name: without_paths(type_name::<T>()), implied: true }
}

/// A type's name without the modules that lead to it: `my::Dual<f64>` is `Dual<f64>`.
fn without_paths(name: &str) -> String {
    let mut out = String::new();
    for part in name.split_inclusive(|c: char| !c.is_alphanumeric() && c != '_' && c != ':') {
        out.push_str(part.rsplit("::").next().unwrap_or(part));
    }
    out
}

/// Each element as a word, all of one width, with `precision` decimals where it is given.
pub(super) fn words<T: Element>(elements: Vec<T>, precision: Option<usize>) -> Vec<String> {
    let any: &dyn Any = &elements;
    macro_rules! numbers {
        ($($T:ty: $words:expr;)*) => {
            $(if let Some(elements) = any.downcast_ref::<Vec<$T>>() {
                let words: fn(&[$T], Option<usize>) -> Vec<String> = $words;
                return words(elements, precision);
            })*
        };
    }
    numbers! {
        f64: |x, precision| float::words(x, precision, float::Sign::Minus);
        f32: |x, precision| float::words(x, precision, float::Sign::Minus);
        Complex<f64>: complex; Complex<f32>: complex;
        bool: |x, _| x.iter().map(|x| if *x { " True".into() } else { "False".into() }).collect();
        i8: integers; i16: integers; i32: integers; i64: integers; i128: integers; isize: integers;
        u8: integers; u16: integers; u32: integers; u64: integers; u128: integers; usize: integers;
    }
    match precision {
        None => padded(elements.iter().map(|x| format!("{x:?}"))),
        Some(decimals) => padded(elements.iter().map(|x| format!("{x:.decimals$?}"))),
    }
}

fn integers<I: Display>(elements: &[I], _: Option<usize>) -> Vec<String> {
    padded(elements.iter().map(I::to_string))
}

/// Real and imaginary parts are two columns, each with a width of its own.
fn complex<F: Float>(elements: &[Complex<F>], precision: Option<usize>) -> Vec<String> {
    let part = |part: fn(&Complex<F>) -> F| elements.iter().map(part).collect::<Vec<F>>();
    let re = float::words(&part(|z| z.re), precision, float::Sign::Minus);
    let im = float::words(&part(|z| z.im), precision, float::Sign::Always);
    // The `j` follows the digits, before the spaces that stand for missing decimals.
    let join = |(re, im): (String, String)| {
        let digits = im.trim_end();
        format!("{re}{digits}j{:1$}", "", im.len() - digits.len())
    };
    re.into_iter().zip(im).map(join).collect()
}

/// Words aligned at the right.
fn padded<W: AsRef<str>>(words: impl Iterator<Item = W>) -> Vec<String> {
    let words: Vec<W> = words.collect();
    let width = words.iter().map(|word| word.as_ref().chars().count()).max().unwrap_or(0);
    words.iter().map(|word| format!("{:>width$}", word.as_ref())).collect()
}

/// The one element of an array of rank 0, as NumPy prints a scalar: all its digits, no column to keep.
pub(super) fn scalar<T: Element>(element: T) -> String {
    let any: &dyn Any = &element;
    if let Some(x) = any.downcast_ref::<f64>() {
        return float::scalar(*x, ".0");
    }
    if let Some(x) = any.downcast_ref::<f32>() {
        return float::scalar(*x, ".0");
    }
    if let Some(z) = any.downcast_ref::<Complex<f64>>() {
        return complex_scalar(*z);
    }
    if let Some(z) = any.downcast_ref::<Complex<f32>>() {
        return complex_scalar(*z);
    }
    words(vec![element], None).concat().trim_start().to_owned()
}

/// `(1+2j)`, and `2j` where the real part is 0.
fn complex_scalar<F: Float>(z: Complex<F>) -> String {
    let (re, im) = (float::scalar(z.re, ""), float::scalar(z.im, ""));
    if z.re == F::zero() && z.re.is_sign_positive() {
        return format!("{im}j");
    }
    let plus = if im.starts_with('-') { "" } else { "+" };
    format!("({re}{plus}{im}j)")
}
