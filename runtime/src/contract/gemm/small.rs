//! The product of small matrices of any element type: nothing is packed, nothing is planned.

use crate::element::Element;
use crate::nest::Update;

use super::super::matrix::Dim;

/// `out[i, k] update= scale * sum of left[i, j] * right[j, k]`, terms added one after another.
///
/// # Safety
///
/// Invariants 1 and 2 of [`super`].
#[inline]
pub(in super::super) unsafe fn multiply<T: Element, U: Update<T>>(
    [rows, terms, columns]: [Dim; 3],
    left: *const T,
    right: *const T,
    scale: Option<T>,
    out: *mut T,
) {
    for i in 0..rows.extent as isize {
        for k in 0..columns.extent as isize {
            // SAFETY: `i`, `j` and `k` are below their extents (1); the output is read only where the update does.
            unsafe {
                let (left, right) = (left.offset(rows.left * i), right.offset(columns.right * k));
                let mut sum = T::zero();
                for j in 0..terms.extent as isize {
                    sum = sum.plus(left.offset(terms.left * j).read().times(right.offset(terms.right * j).read()));
                }
                let value = scale.map_or(sum, |scale| scale.times(sum));
                let out = out.offset(rows.out * i + columns.out * k);
                let old = if U::READS { out.read() } else { value };
                out.write(U::apply(old, value));
            }
        }
    }
}
