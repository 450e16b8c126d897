//! Products of vectors and matrices, with core axes.

use crate::{Element, ufunc};

ufunc! {
    /// Products of matrices: the last two axes are theirs, and those in front broadcast.
    ///
    /// NumPy's `matmul` takes vectors, too; here [`matvec()`], [`vecmat()`] and [`vecdot()`] do, as each has its own core axes.
    ///
    /// ```
    /// use ndweave::ufuncs;
    /// assert_eq!(ufuncs::matmul(&[[1, 2], [3, 4]], &[[0, 1], [1, 0]]), [[2, 1], [4, 3]]);
    /// assert_eq!(ufuncs::matvec(&[[1, 2], [3, 4]], &[10, 1]), [12, 34]);
    /// assert_eq!(ufuncs::vecdot(&[[1, 2], [3, 4]], &[10, 1]), [12, 34]);
    /// ```
    pub fn matmul<T: Element>(a: [[T; k]; m], b: [[T; n]; k]) -> [[T; n]; m] { einsum!(a[m, k] * b[k, n] -> [m, n]) }
    /// Products of matrices and vectors.
    pub fn matvec<T: Element>(a: [[T; n]; m], x: [T; n]) -> [T; m] { einsum!(a[m, n] * x[n] -> [m]) }
    /// Products of vectors and matrices.
    pub fn vecmat<T: Element>(x: [T; n], a: [[T; m]; n]) -> [T; m] { einsum!(x[n] * a[n, m] -> [m]) }
    /// Products of vectors. (NumPy's takes the conjugate of x; this one does not.)
    pub fn vecdot<T: Element>(x: [T; n], y: [T; n]) -> T { einsum!(x[n] * y[n]) }
}
