//! Axes that there are not.

use ndweave::macro_support::functions::{Add, BitAnd, Multiply};
use ndweave::macro_support::{accumulate, reduce, reduceat};
use ndweave::{Array, View};

// um-011
fn um_011() {
    let x = Array::from([true; 2]);
    let _ = reduce::<1, _, _, _>(BitAnd, x.view(), None);
}

// um-012
fn um_012() {
    let x = Array::from([true; 2]);
    let _ = reduce::<6, _, _, _>(BitAnd, x.view(), None);
}

// um-015
fn um_015() {
    let _ = reduce::<1, _, _, _>(Add, View::from_slice_strided(&[1.0], (), [], 0).unwrap(), None);
}

// um-093
fn um_093() {
    let x = Array::from([[1; 2]; 2]);
    let _ = accumulate::<2, _, _, _>(Multiply, x.view());
}

// um-117
fn um_117() {
    let x = Array::from([[1.0; 4]; 3]);
    let _ = reduceat::<2, _, _, _, _>(Add, x.view(), &[0, 3]);
}

fn main() {}
