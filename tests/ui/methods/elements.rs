//! Elements without the method.

use ndweave::{Array1, Element};

fn methods<T: Element>(mask: &Array1<bool>, names: &Array1<char>, any: &Array1<T>) {
    mask.prod::<0>();
    mask.cumsum::<0>();
    mask.max_all();
    names.sum_all();
    names.mean::<0>();
    names.sort::<0>();
    any.norm_all();
    any.sum_all();
}

fn main() {}
