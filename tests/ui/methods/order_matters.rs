//! Functions whose order matters reduce one axis at a time.

use ndweave::macro_support::functions::{Divide, Subtract};
use ndweave::macro_support::{reduce, reduce_all, reduce_axes};
use ndweave::{Array2, axes};

fn reductions(x: &Array2<f64>) {
    let _ = reduce::<0, _, _, _>(Subtract, x.view(), None);
    let _ = reduce_all(Subtract, x.view(), None);
    let _ = reduce_axes::<axes![0, 1], _, _, _>(Divide, x.view(), None);
}

fn main() {}
