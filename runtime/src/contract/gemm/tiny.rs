//! Products of matrices with 2 to 4 terms and columns: straight-line code on the portable tier, without a choice of tiers.
//!
//! The right factor is read once, into registers; each row of the output is then a few multiply-adds. With extents that are constants where
//! this is inlined, nothing of the choices is left.

use crate::element::Element;
use crate::nest::{Set, Update};

use super::super::matrix::Dim;
use super::tile::meet;

/// The most rows, terms and columns.
const MOST: usize = 4;

/// Whether a product of these extents is tiny.
#[inline(always)]
pub const fn fits([rows, terms, columns]: [usize; 3]) -> bool {
    // One comparison each: 0 wraps around.
    rows.wrapping_sub(1) < MOST && terms.wrapping_sub(2) < MOST - 1 && columns.wrapping_sub(2) < MOST - 1
}

/// `out[i, k] update= sum of left[i, j] * right[j, k]`.
///
/// # Safety
///
/// Invariants 1 and 2 of [`super`]; the extents [fit](fits).
#[inline(always)]
pub unsafe fn multiply<T: Element, U: Update<T>>(dims: &[Dim; 3], left: *const T, right: *const T, out: *mut T) {
    let &[_, terms, columns] = dims;
    macro_rules! by_extents {
        ($($K:literal: $($N:literal)*;)*) => {
            match (terms.extent, columns.extent) {
                // SAFETY: the caller's promise.
                $($(($K, $N) => unsafe { of_extents::<T, U, $K, $N>(dims, left, right, out) },)*)*
                _ => unreachable!("the extents fit"),
            }
        };
    }
    by_extents! {
        2: 2 3 4;
        3: 2 3 4;
        4: 2 3 4;
    }
}

/// [`multiply`] where the extents are not constants.
///
/// # Safety
///
/// As for [`multiply`].
#[inline(always)]
pub unsafe fn at_run_time<T: Element, U: Update<T>>(dims: [Dim; 3], left: *const T, right: *const T, out: *mut T) {
    let [rows, terms, columns] = dims;
    let near = terms.left == 1 && columns.right == 1 && columns.out == 1;
    // SAFETY: the caller's promise.
    unsafe {
        if near
            && rows.left == terms.extent as isize
            && terms.right == columns.extent as isize
            && rows.out == columns.extent as isize
        {
            dense::<T, U>(rows.extent, terms.extent, columns.extent, left, right, out)
        } else {
            strided::<T, U>(dims, left, right, out)
        }
    }
}

/// Matrices without gaps, row by row. All that it takes fits in registers.
///
/// # Safety
///
/// As for [`multiply`].
#[inline(never)]
unsafe fn dense<T: Element, U: Update<T>>(
    rows: usize,
    terms: usize,
    columns: usize,
    left: *const T,
    right: *const T,
    out: *mut T,
) {
    macro_rules! by_extents {
        ($($K:literal: $($N:literal)*;)*) => {
            match (terms, columns) {
                $($(($K, $N) => {
                    // SAFETY: the caller's promise.
                    unsafe { neighbours::<T, U, $K, $N>((rows, $K, $N), [1, $N], left, right, out) }
                })*)*
                _ => unreachable!("the extents fit"),
            }
        };
    }
    by_extents! {
        2: 2 3 4;
        3: 2 3 4;
        4: 2 3 4;
    }
}

/// Matrices anywhere. (The loops come by value: the caller's own stay in registers.)
///
/// # Safety
///
/// As for [`multiply`].
#[inline(never)]
unsafe fn strided<T: Element, U: Update<T>>(dims: [Dim; 3], left: *const T, right: *const T, out: *mut T) {
    // SAFETY: the caller's promise.
    unsafe { multiply::<T, U>(&dims, left, right, out) }
}

/// With `K` terms and `N` columns.
///
/// # Safety
///
/// As for [`multiply`].
#[inline(always)]
unsafe fn of_extents<T: Element, U: Update<T>, const K: usize, const N: usize>(
    dims: &[Dim; 3],
    left: *const T,
    right: *const T,
    out: *mut T,
) {
    let [rows, terms, columns] = dims;
    // SAFETY: the caller's promise.
    unsafe {
        if columns.right == 1 && columns.out == 1 {
            return neighbours::<T, U, K, N>(
                (rows.extent, rows.left, rows.out),
                [terms.left, terms.right],
                left,
                right,
                out,
            );
        }
        // Through rooms where the columns are neighbours.
        let (mut near, mut sums) = ([T::zero(); MOST * MOST], [T::zero(); MOST * MOST]);
        for j in 0..K {
            for k in 0..N {
                near[j * N + k] = right.offset(terms.right * j as isize + columns.right * k as isize).read();
            }
        }
        let (from, to) = (near.as_ptr(), sums.as_mut_ptr());
        neighbours::<T, Set, K, N>((rows.extent, rows.left, N as isize), [terms.left, N as isize], left, from, to);
        for i in 0..rows.extent {
            for k in 0..N {
                let out = out.offset(rows.out * i as isize + columns.out * k as isize);
                meet::<T, U>(out, sums[i * N + k], false);
            }
        }
    }
}

/// Where columns are neighbours; the rows are how many, and their strides in the left factor and in the output.
///
/// # Safety
///
/// As for [`multiply`].
#[inline(always)]
unsafe fn neighbours<T: Element, U: Update<T>, const K: usize, const N: usize>(
    (rows, left_row, out_row): (usize, isize, isize),
    [left_term, right_term]: [isize; 2],
    left: *const T,
    right: *const T,
    out: *mut T,
) {
    // SAFETY: terms, columns and rows are below their extents (1).
    unsafe {
        let mut factors = [[T::zero(); N]; K];
        for (j, row) in factors.iter_mut().enumerate() {
            for (k, factor) in row.iter_mut().enumerate() {
                *factor = right.offset(right_term * j as isize).add(k).read();
            }
        }
        // No loop: the compiler would make vectors along the rows.
        macro_rules! rows {
            ($($i:literal)*) => { $(
                if $i < rows {
                    let sums = row::<T, K, N>(left.offset(left_row * $i), left_term, &factors);
                    put::<T, U, N>(sums, out.offset(out_row * $i));
                }
            )* };
        }
        rows! { 0 1 2 3 }
    }
}

/// The sums of one row.
///
/// # Safety
///
/// Its terms are readable.
#[inline(always)]
unsafe fn row<T: Element, const K: usize, const N: usize>(left: *const T, step: isize, right: &[[T; N]; K]) -> [T; N] {
    let mut sums = right[0];
    for (j, others) in right.iter().enumerate() {
        // SAFETY: the caller's promise.
        let factor = unsafe { left.offset(step * j as isize).read() };
        for (sum, &other) in sums.iter_mut().zip(others) {
            let product = factor.times(other);
            *sum = if j == 0 { product } else { sum.plus(product) };
        }
    }
    sums
}

/// # Safety
///
/// The outputs are writable, and readable where the update reads.
#[inline(always)]
unsafe fn put<T: Element, U: Update<T>, const N: usize>(sums: [T; N], out: *mut T) {
    for (k, sum) in sums.into_iter().enumerate() {
        // SAFETY: the caller's promise.
        unsafe { meet::<T, U>(out.add(k), sum, false) }
    }
}
