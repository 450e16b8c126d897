//! NumPy refuses these when they run: `tests/data/indexing.json`, ix-071, ix-089, ix-094, ix-108, ix-112, ix-113, ix-117.
use ndweave::{Array, s};

fn main() {
    let a = Array::<i64, _>::zeros((3, 1, 5, 6));
    let b = Array::<i64, _>::zeros(10);
    let large = Array::full((1, 3, 1, 5, 6), false);
    a.gather(s![..., [[[false, false], [false, false]]], 0, ..]);
    a.gather(s![0, [[true, false], [false, true]], -1, 0]);
    a.gather(s![.., [[true, false], [false, true]], 0, [true]]);
    a.gather(s![&large]);
    b.gather(s![[[[false, false], [false, false]]]]);
    b.gather(s![[1, 2], [3, 4]]);
    b.gather_outer(s![[1, 2], [3, 4]]);
}

fn masks_of_two_axes_on_one() {
    Array::<i64, _>::zeros(10).gather(s![[[true, false], [false, true]]]);
}

fn empty_masks_of_two_axes_on_one() {
    Array::<i64, _>::zeros(10).gather(s![&Array::full((0, 2), false)]);
}
