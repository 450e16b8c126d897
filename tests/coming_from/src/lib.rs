//! What the two columns of the tables "coming from …" are compared as: [`Value`]s, whatever type they came from.
//!
//! The rows stand in `numpy.tsv` and `ndarray.tsv`; `tests/generate/coming_from.py` writes the tables of the documentation and the
//! tests of this crate from them.

pub mod given;

use std::fmt::Debug;

use ndweave::{Array, Shape, View, ViewMut};
use num_complex::Complex;

/// What an expression gives, without its types: numbers, words, and lists of such.
#[derive(Clone, Debug)]
pub enum Value {
    /// A float; `f32` widened.
    Float(f64),
    /// An integer of any type.
    Integer(i128),
    /// A truth value.
    Bool(bool),
    /// A complex number.
    Complex(f64, f64),
    /// Text.
    Text(String),
    /// An array's entries along its first axis, the parts of a tuple, or those of several expressions.
    List(Vec<Value>),
}

/// What has a [`Value`].
pub trait AsValue {
    /// Its value.
    fn value(&self) -> Value;
}

/// How close two values have to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Closeness {
    /// Equal, NaN to NaN.
    Exact,
    /// Floats may differ by 10⁻¹⁴ of themselves.
    Close,
    /// The same extents and kinds of elements.
    Extents,
}

/// Fails unless the row's two columns give the same.
#[track_caller]
pub fn compare(theirs: &str, ours: &str, found: Value, wanted: Value, closeness: Closeness) {
    assert!(agree(&found, &wanted, closeness), "`{ours}` gives\n{found:?}\nbut `{theirs}`\n{wanted:?}");
}

/// [`compare`] for the rows of a table: what both columns are, and how close their values have to be.
#[track_caller]
pub fn compare_all(rows: &[(&str, &str, Closeness)], found: Vec<Value>, wanted: Vec<Value>) {
    assert_eq!((found.len(), wanted.len()), (rows.len(), rows.len()));
    for ((&(theirs, ours, closeness), found), wanted) in rows.iter().zip(found).zip(wanted) {
        compare(theirs, ours, found, wanted, closeness);
    }
}

/// The value of code that has none.
pub fn nothing() -> Value {
    Value::List(Vec::new())
}

/// The value of a type: it exists.
pub fn named<T>() -> Value {
    nothing()
}

fn agree(found: &Value, wanted: &Value, closeness: Closeness) -> bool {
    use Value::{Bool, Complex, Float, Integer, List, Text};
    let is_close = |x: f64, y: f64| match closeness {
        Closeness::Exact => x == y || x.is_nan() && y.is_nan(),
        Closeness::Close => x == y || x.is_nan() && y.is_nan() || (x - y).abs() <= 1e-14 * y.abs(),
        Closeness::Extents => true,
    };
    let is_loose = closeness == Closeness::Extents;
    match (found, wanted) {
        (Float(x), Float(y)) => is_close(*x, *y),
        (Complex(x, u), Complex(y, v)) => is_close(*x, *y) && is_close(*u, *v),
        (Integer(x), Integer(y)) => is_loose || x == y,
        (Bool(x), Bool(y)) => is_loose || x == y,
        (Text(x), Text(y)) => is_loose || x == y,
        (List(x), List(y)) => x.len() == y.len() && x.iter().zip(y).all(|(x, y)| agree(x, y, closeness)),
        _ => false,
    }
}

/// An array's elements, in row-major order, as lists of lists.
fn nested(extents: &[usize], elements: &mut dyn Iterator<Item = Value>) -> Value {
    match extents {
        [] => elements.next().expect("as many elements as the extents say"),
        [extent, rest @ ..] => Value::List((0..*extent).map(|_| nested(rest, elements)).collect()),
    }
}

macro_rules! numbers {
    ($($kind:ident($Wide:ty): $($T:ty)*;)*) => { $($(
        impl AsValue for $T {
            fn value(&self) -> Value {
                Value::$kind(<$Wide>::try_from(*self).expect("this wide"))
            }
        }
    )*)* };
}

numbers! {
    Float(f64): f32 f64;
    Integer(i128): i8 i16 i32 i64 isize u8 u16 u32 u64 usize;
    Bool(bool): bool;
}

impl AsValue for Complex<f64> {
    fn value(&self) -> Value {
        Value::Complex(self.re, self.im)
    }
}

impl AsValue for str {
    fn value(&self) -> Value {
        Value::Text(self.to_owned())
    }
}

impl AsValue for String {
    fn value(&self) -> Value {
        self.as_str().value()
    }
}

impl AsValue for Value {
    fn value(&self) -> Value {
        self.clone()
    }
}

impl<X: AsValue + ?Sized> AsValue for &X {
    fn value(&self) -> Value {
        (**self).value()
    }
}

/// What may be missing and is not.
impl<X: AsValue> AsValue for Option<X> {
    fn value(&self) -> Value {
        self.as_ref().expect("a value").value()
    }
}

/// What may fail and does not.
impl<X: AsValue, E: Debug> AsValue for Result<X, E> {
    fn value(&self) -> Value {
        self.as_ref().expect("a value").value()
    }
}

macro_rules! lists {
    ($([$($generics:tt)*] $T:ty;)*) => { $(
        impl<$($generics)*> AsValue for $T {
            fn value(&self) -> Value {
                Value::List(self.iter().map(AsValue::value).collect())
            }
        }
    )* };
}

lists! {
    [X: AsValue] [X];
    [X: AsValue] Vec<X>;
    [X: AsValue, const N: usize] [X; N];
}

macro_rules! tuples {
    ($(($($T:ident $i:tt),*))*) => { $(
        impl<$($T: AsValue),*> AsValue for ($($T,)*) {
            fn value(&self) -> Value {
                Value::List(vec![$(self.$i.value()),*])
            }
        }
    )* };
}

tuples! { (A 0, B 1) (A 0, B 1, C 2) }

macro_rules! arrays {
    ($($([$life:lifetime])? $A:ident;)*) => { $(
        impl<$($life,)? T: Copy + AsValue, S: Shape> AsValue for $A<$($life,)? T, S> {
            fn value(&self) -> Value {
                nested(self.extents().as_ref(), &mut self.iter().map(AsValue::value))
            }
        }
    )* };
}

arrays! { Array; ['a] View; ['a] ViewMut; }

impl<T: AsValue, S: ndarray::Data<Elem = T>, D: ndarray::Dimension> AsValue for ndarray::ArrayBase<S, D> {
    fn value(&self) -> Value {
        nested(self.shape(), &mut self.iter().map(AsValue::value))
    }
}
