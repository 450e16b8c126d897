//! Rows of tiny products of `f64` as pairs of columns. Left to the compiler, the numbers of a small matrix that never sees memory are paired across its
//! rows, with shuffles that cost more than the arithmetic.

use core::any::TypeId;

use wide::f64x2;

use crate::element::Element;

/// Whether the elements are `f64`.
#[inline(always)]
pub fn serve<T: Element>() -> bool {
    TypeId::of::<T>() == TypeId::of::<f64>()
}

/// The sums of one row and 2 to 4 columns, to its outputs; `adds` says whether they are added to what is there.
///
/// # Safety
///
/// The terms of the row are readable, and its outputs writable (and readable where something is added).
#[inline(always)]
pub unsafe fn row<const K: usize, const N: usize>(
    left: *const f64,
    step: isize,
    right: &[[f64; N]; K],
    out: *mut f64,
    adds: bool,
) {
    // SAFETY: the caller's promise.
    let factors: [f64; K] = core::array::from_fn(|j| unsafe { left.offset(step * j as isize).read() });
    let mut k = 0;
    while k + 2 <= N {
        // SAFETY: two columns of a row from `k` on; outputs by the caller's promise.
        unsafe {
            let pair = |j: usize| right[j].as_ptr().add(k).cast::<f64x2>().read_unaligned();
            let mut sum = f64x2::splat(factors[0]) * pair(0);
            let mut j = 1;
            while j < K {
                sum += f64x2::splat(factors[j]) * pair(j);
                j += 1;
            }
            let out = out.add(k).cast::<f64x2>();
            out.write_unaligned(if adds { out.read_unaligned() + sum } else { sum });
        }
        k += 2;
    }
    if k < N {
        let mut sum = factors[0] * right[0][k];
        let mut j = 1;
        while j < K {
            sum += factors[j] * right[j][k];
            j += 1;
        }
        // SAFETY: the caller's promise.
        unsafe { out.add(k).write(if adds { out.add(k).read() + sum } else { sum }) };
    }
}
