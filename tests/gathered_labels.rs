//! Gathers in the notation, `t[ix[i], j]`, against NumPy's values.

use ndweave::{Array1, Array2, array, broadcast, einsum};

#[test]
fn first() {
    let t = Array2::<f64>::from_fn((5, 3), |[i, j]| (10 * i + j) as f64);
    let ix = vec![3usize, 0, 4, 4];
    let got = broadcast!(t[ix[i], j] -> [i, j]);
    assert_eq!(got, array![[30., 31., 32.], [0., 1., 2.], [40., 41., 42.], [40., 41., 42.]]);
    let x = Array1::<f64>::arange(0.0, 10.0, 1.0);
    let at = [-1i32, 2, 2, -10];
    assert_eq!(broadcast!(x[at[i]] * 2.0 -> [i]).as_slice(), [18., 4., 4., 0.]);
    let got = einsum!(t[ix[i], j] -> [i]);
    assert_eq!(got.as_slice(), [93., 3., 123., 123.]);
    let w = Array2::<f64>::from_fn((3, 2), |[k, j]| (k + j) as f64);
    let got = einsum!(t[ix[i], k] * w[k, j] -> [i, j]);
    assert_eq!(got, array![[95., 188.], [5., 8.], [125., 248.], [125., 248.]]);
}
