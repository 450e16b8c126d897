//! `ufunc!` with core axes: NumPy's generalised ufuncs. Expected values are NumPy's, or of loops written here.

use ndweave::{Array, Array1, Array2, Array3, Float, s, ufunc};

ufunc! {
    /// Distances of all pairs of points.
    pub fn cdist(p: [[f64; d]; m], q: [[f64; d]; n]) -> [[f64; n]; m] { sum[d]((p[m, d] - q[n, d]).powi(2)).sqrt() }

    /// The cross product.
    pub fn cross<T: Float>(a: [T; 3], b: [T; 3]) -> [T; 3] {
        [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
    }

    /// The full convolution.
    pub fn convolve(a: [f64; n], b: [f64; k]) -> [f64; n + k - 1] {
        let mut out = [0.0; n + k - 1];
        for i in 0..n {
            for j in 0..k {
                out[i + j] += a[i] * b[j];
            }
        }
        out
    }
}

#[test]
fn distances() {
    let p = [[0.0, 0.0], [3.0, 4.0], [6.0, 8.0]];
    let q = [[0.0, 0.0], [3.0, 0.0]];
    let got: [[f64; 2]; 3] = cdist(&p, &q);
    assert_eq!(got, [[0.0, 3.0], [5.0, 4.0], [10.0, 73.0f64.sqrt()]]);
}

#[test]
fn crosses() {
    assert_eq!(cross(&[1.0, 0.0, 0.0], &[0.0, 1.0, 0.0]), [0.0, 0.0, 1.0]);
    assert_eq!(convolve(&[1.0, 2.0, 3.0], &[0.0, 1.0, 0.5]).to_vec(), [0.0, 1.0, 2.5, 4.0, 1.5]);
}
