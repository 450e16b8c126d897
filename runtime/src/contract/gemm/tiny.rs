//! Products of matrices with 2 to 4 terms and columns: straight-line code on the portable tier, without a choice of tiers.
//!
//! The right factor is read once, into registers; each row of the output is then a few multiply-adds. Of extents that are constants only their own
//! code is compiled: such a product is inlined, and choices that are left to the optimiser would make a function with several of them too long for it.

use crate::element::Element;
use crate::nest::Update;

use super::super::matrix::{AtRunTime, Dim, Known, Turned};
use super::pairs;
use super::tile::meet;

/// The most rows, terms and columns.
const MOST: usize = 4;

/// Whether a product of these extents is tiny.
#[inline(always)]
pub const fn fits([rows, terms, columns]: [usize; 3]) -> bool {
    // One comparison each: 0 wraps around.
    rows.wrapping_sub(1) < MOST && terms.wrapping_sub(2) < MOST - 1 && columns.wrapping_sub(2) < MOST - 1
}

/// Whether a product may have so many terms and columns.
const fn may_be<E: Known>(terms: usize, columns: usize) -> bool {
    match E::EXTENTS {
        Some(extents) => extents[1] == terms && extents[2] == columns,
        None => true,
    }
}

/// Whether a product may have this row.
const fn may_have<E: Known>(row: usize) -> bool {
    match E::EXTENTS {
        Some(extents) => row < extents[0],
        None => true,
    }
}

/// Runs `$run::<…, K, N>` of as many terms and columns as there are.
macro_rules! by_extents {
    ($terms:expr, $columns:expr, $run:ident::<$T:ty, $U:ty, $E:ty>($($argument:expr),*)) => {
        by_extents! { @ $terms, $columns, $run $T, $U, $E, [$($argument),*]; 2: 2 3 4; 3: 2 3 4; 4: 2 3 4; }
    };
    (@ $terms:expr, $columns:expr, $run:ident $T:ty, $U:ty, $E:ty, $arguments:tt; $($K:literal: $($N:literal)*;)*) => {
        match ($terms, $columns) {
            $($(($K, $N) if const { may_be::<$E>($K, $N) } => by_extents! { @@ $run $T, $U, $E, $K, $N, $arguments },)*)*
            _ => unreachable!("the extents fit"),
        }
    };
    (@@ $run:ident $T:ty, $U:ty, $E:ty, $K:literal, $N:literal, [$($argument:expr),*]) => {
        $run::<$T, $U, $E, $K, $N>($($argument),*)
    };
}

/// `out[i, k] update= sum of left[i, j] * right[j, k]`.
///
/// # Safety
///
/// Invariants 1 and 2 of [`super`]; the extents [fit](fits), and are those that `E` tells.
#[inline(always)]
pub unsafe fn multiply<T: Element, U: Update<T>, E: Known>(
    dims: &[Dim; 3],
    left: *const T,
    right: *const T,
    out: *mut T,
) {
    let [rows, _, columns] = dims;
    // SAFETY: the caller's promise.
    unsafe {
        if columns.out == 1 {
            near::<T, U, E>(dims, left, right, out);
        } else if rows.out == 1 && rows.extent > 1 {
            near::<T, U, Turned<E>>(&super::turned(dims), right, left, out);
        } else {
            anywhere::<T, U>(dims, left, right, None, out);
        }
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
    let (inner, width) = (terms.extent as isize, columns.extent as isize);
    // SAFETY: the caller's promise.
    unsafe {
        if near && rows.left == inner && terms.right == width && rows.out == width {
            dense::<T, U>(rows.extent, terms.extent, columns.extent, left, right, out);
        } else {
            strided::<T, U>(dims, left, right, out);
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
    // SAFETY: the caller's promise.
    unsafe { by_extents!(terms, columns, without_gaps::<T, U, AtRunTime>(rows, left, right, out)) }
}

/// Matrices anywhere. (The loops come by value: the caller's own stay in registers.)
///
/// # Safety
///
/// As for [`multiply`].
#[inline(never)]
unsafe fn strided<T: Element, U: Update<T>>(dims: [Dim; 3], left: *const T, right: *const T, out: *mut T) {
    // SAFETY: the caller's promise.
    unsafe { multiply::<T, U, AtRunTime>(&dims, left, right, out) }
}

/// Without gaps.
///
/// # Safety
///
/// As for [`multiply`].
#[inline(always)]
unsafe fn without_gaps<T: Element, U: Update<T>, E: Known, const K: usize, const N: usize>(
    rows: usize,
    left: *const T,
    right: *const T,
    out: *mut T,
) {
    let (inner, width) = (K as isize, N as isize);
    // SAFETY: the caller's promise.
    unsafe {
        let factors = columns::<T, K, N>(right, width, 1);
        all_rows::<T, U, E, K, N>((rows, inner, width), left, 1, &factors, out);
    }
}

/// Where the output's columns are neighbours.
///
/// # Safety
///
/// As for [`multiply`].
#[inline(always)]
unsafe fn near<T: Element, U: Update<T>, E: Known>(dims: &[Dim; 3], left: *const T, right: *const T, out: *mut T) {
    let [_, terms, columns] = dims;
    // SAFETY: the caller's promise.
    unsafe { by_extents!(terms.extent, columns.extent, near_columns::<T, U, E>(dims, left, right, out)) }
}

/// # Safety
///
/// As for [`multiply`].
#[inline(always)]
unsafe fn near_columns<T: Element, U: Update<T>, E: Known, const K: usize, const N: usize>(
    [rows, terms, columns]: &[Dim; 3],
    left: *const T,
    right: *const T,
    out: *mut T,
) {
    let of_rows = (rows.extent, rows.left, rows.out);
    // SAFETY: the caller's promise.
    unsafe {
        if columns.right == 1 {
            let factors = self::columns::<T, K, N>(right, terms.right, 1);
            all_rows::<T, U, E, K, N>(of_rows, left, terms.left, &factors, out);
        } else {
            let factors = self::columns::<T, K, N>(right, terms.right, columns.right);
            all_rows::<T, U, E, K, N>(of_rows, left, terms.left, &factors, out);
        }
    }
}

/// Where the output has no neighbours, or the product is scaled.
///
/// # Safety
///
/// As for [`multiply`].
#[inline(never)]
pub unsafe fn anywhere<T: Element, U: Update<T>>(
    [rows, terms, columns]: &[Dim; 3],
    left: *const T,
    right: *const T,
    scale: Option<T>,
    out: *mut T,
) {
    for i in 0..rows.extent as isize {
        for k in 0..columns.extent as isize {
            // SAFETY: indices below the extents (1).
            unsafe {
                let product = |j| {
                    let left = left.offset(rows.left * i + terms.left * j).read();
                    left.times(right.offset(terms.right * j + columns.right * k).read())
                };
                let sum = (1..terms.extent as isize).fold(product(0), |sum, j| sum.plus(product(j)));
                let sum = scale.map_or(sum, |scale| scale.times(sum));
                meet::<T, U>(out.offset(rows.out * i + columns.out * k), sum, false);
            }
        }
    }
}

/// The right factor, with these strides of terms and columns.
///
/// # Safety
///
/// All of them are readable.
#[inline(always)]
unsafe fn columns<T: Element, const K: usize, const N: usize>(
    right: *const T,
    term: isize,
    column: isize,
) -> [[T; N]; K] {
    let mut factors = [[T::zero(); N]; K];
    for (j, row) in factors.iter_mut().enumerate() {
        if column == 1 {
            // As one piece, which the compiler takes apart as it is used.
            // SAFETY: the caller's promise.
            *row = unsafe { right.offset(term * j as isize).cast::<[T; N]>().read() };
            continue;
        }
        for (k, factor) in row.iter_mut().enumerate() {
            // SAFETY: the caller's promise.
            *factor = unsafe { right.offset(term * j as isize + column * k as isize).read() };
        }
    }
    factors
}

/// All rows: how many, and their strides in the left factor and in the output, whose columns are neighbours.
///
/// # Safety
///
/// As for [`multiply`].
#[inline(always)]
unsafe fn all_rows<T: Element, U: Update<T>, E: Known, const K: usize, const N: usize>(
    (rows, left_row, out_row): (usize, isize, isize),
    left: *const T,
    left_term: isize,
    factors: &[[T; N]; K],
    out: *mut T,
) {
    // No loop: the compiler would make vectors along the rows.
    macro_rules! rows {
        ($($i:literal)*) => { $(
            if const { may_have::<E>($i) } && $i < rows {
                // SAFETY: terms, columns and rows are below their extents (1); `T` is `f64` where pairs serve it.
                unsafe {
                    let (left, out) = (left.offset(left_row * $i), out.offset(out_row * $i));
                    if pairs::serve::<T>() && !U::NEGATES {
                        let factors = &*core::ptr::from_ref(factors).cast::<[[f64; N]; K]>();
                        pairs::row::<K, N>(left.cast(), left_term, factors, out.cast(), U::READS);
                    } else {
                        put::<T, U, N>(row::<T, K, N>(left, left_term, factors), out);
                    }
                }
            }
        )* };
    }
    rows! { 0 1 2 3 }
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
