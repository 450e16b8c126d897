//! A function over element types that are not the same, or lack what the kernel asks for.

use ndweave::{Array1, Element, einsum};

fn dot<T: Element, U: Element>(a: &Array1<T>, b: &Array1<U>) -> T {
    einsum!(a[i] * b[i])
}

fn root<T: Element>(a: &Array1<T>) -> Array1<T> {
    einsum!(a[i].sqrt() -> [i])
}

fn larger<T: Element>(a: &Array1<T>, b: &Array1<T>) -> Array1<T> {
    einsum!(a[i].max(b[i]) -> [i])
}

fn main() {}
