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
    // SAFETY: the caller's promise. With a constant stride the columns of a block become one vector.
    unsafe {
        if columns.right == 1 {
            by_blocks::<T, U>([rows, terms, Dim { right: 1, ..columns }], left, right, scale, out);
        } else {
            by_blocks::<T, U>([rows, terms, columns], left, right, scale, out);
        }
    }
}

/// Columns that are summed at once, each in an accumulator of its own.
const BLOCK: usize = 4;

#[inline(always)]
unsafe fn by_blocks<T: Element, U: Update<T>>(
    [rows, terms, columns]: [Dim; 3],
    left: *const T,
    right: *const T,
    scale: Option<T>,
    out: *mut T,
) {
    let whole = columns.extent - columns.extent % BLOCK;
    for i in 0..rows.extent as isize {
        // SAFETY: `i`, and the columns of each block, are below their extents (1).
        unsafe {
            let (left, out) = (left.offset(rows.left * i), out.offset(rows.out * i));
            let at = |k: usize| (right.offset(columns.right * k as isize), out.offset(columns.out * k as isize));
            for k in (0..whole).step_by(BLOCK) {
                let (right, out) = at(k);
                block::<T, U, BLOCK>([terms, columns], left, right, scale, out);
            }
            for k in whole..columns.extent {
                let (right, out) = at(k);
                block::<T, U, 1>([terms, columns], left, right, scale, out);
            }
        }
    }
}

/// One row by `N` columns.
#[inline(always)]
unsafe fn block<T: Element, U: Update<T>, const N: usize>(
    [terms, columns]: [Dim; 2],
    left: *const T,
    right: *const T,
    scale: Option<T>,
    out: *mut T,
) {
    let mut sums = [T::zero(); N];
    // SAFETY: terms and columns are below their extents (1); the output is read only where the update does.
    unsafe {
        for j in 0..terms.extent as isize {
            let factor = left.offset(terms.left * j).read();
            let right = right.offset(terms.right * j);
            for (k, sum) in sums.iter_mut().enumerate() {
                *sum = sum.plus(factor.times(right.offset(columns.right * k as isize).read()));
            }
        }
        for (k, &sum) in sums.iter().enumerate() {
            let value = scale.map_or(sum, |scale| scale.times(sum));
            let out = out.offset(columns.out * k as isize);
            let old = if U::READS { out.read() } else { value };
            out.write(U::apply(old, value));
        }
    }
}
