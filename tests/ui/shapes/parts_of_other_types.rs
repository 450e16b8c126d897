use ndweave::{Array, array};

fn main() {
    let (a, b) = (array![[1, 2]], array![[3, 4], [5, 6]]);
    Array::concat::<0>(&[a.view(), b.view()]);
    let c = array![[1.5, 2.5]];
    Array::stack::<0>(&[a.view(), c.view()]);
    let mut d = a.clone();
    d.assign(&c);
}
