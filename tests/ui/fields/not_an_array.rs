//! What is no array of structs, or none that can be written to.

use std::collections::VecDeque;

use ndweave::{View1, field, field_mut};

#[derive(Clone, Copy)]
struct Gauss {
    re: i32,
}

fn shared(slice: &[Gauss], view: View1<Gauss>) {
    field_mut!(slice, re);
    field_mut!(view, re);
}

fn main() {
    let one = Gauss { re: 1 };
    field!(one, re);
    field!(3.0, re);
    field!(VecDeque::from([one]), re);
    field!(&[one], re); // This one is.
    let fixed = [one];
    field_mut!(fixed, re);
    shared(&fixed, ndweave::Array::full(1, one).view());
}
