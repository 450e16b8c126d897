//! Index arrays, and operands that they choose from, of another rank than their subscripts say.

use ndweave::{Array, Array2, broadcast, einsum};

fn main() {
    let t = Array2::<f64>::zeros((3, 4));
    let x = Array::<f64, _>::zeros(5);
    let (one, two) = (vec![0usize, 2], Array2::<i32>::zeros((2, 2)));
    let _ = broadcast!(t[one[i, k], j] -> [i, j, k]);
    let _ = broadcast!(t[two[i], j] -> [i, j]);
    let _ = broadcast!(t[one[i]] -> [i]);
    let _ = einsum!(x[one[i], one[i]] -> [i]);
    let number = 3usize;
    let _ = einsum!(x[number[i]] -> [i]);
}
