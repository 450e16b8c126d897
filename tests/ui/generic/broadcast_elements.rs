//! Functions of `broadcast!` over element types that lack what the kernel asks for.

use ndweave::{Array1, Element, Float, broadcast};

fn plus<T: Element>(x: &Array1<T>, y: &Array1<T>) -> Array1<T> {
    broadcast!(x + y)
}

fn root<T: Element>(x: &Array1<T>) -> Array1<T> {
    broadcast!(x[i].sqrt() -> [i])
}

fn most<T: Element>(x: &Array1<T>) -> T {
    broadcast!(max[i](x[i]))
}

fn mixed<T: Float, U: Float>(x: &Array1<T>, y: &Array1<U>) -> Array1<T> {
    broadcast!(x[i] * y[i] -> [i])
}

fn literal<T: Float>(x: &Array1<T>) -> Array1<T> {
    broadcast!(2.0 * x[i] -> [i])
}

fn counted<T: Float>(x: &Array1<T>) -> usize {
    broadcast!(count[i](x[i]))
}

fn main() {}
