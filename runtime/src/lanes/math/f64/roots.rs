//! The cube root and the length of two numbers.

use super::exponential::power_of_two;
use super::logarithm::{BIAS, split, split_any};
use super::{ROUND, product, root, select, upper};
use crate::lanes::{Floats, Mask, Numbers, Simd};

/// The cube root.
///
/// A polynomial of degree 6 (`fpminimax` on [1, 2], relative: within 2⁻²²·⁴), cut to 26 bits, so that its square is exact, and
/// one step of Halley's iteration.
///
/// ±0 and ±∞ stay. Off by at most 0.51 ulp.
#[inline(always)]
pub fn cbrt<S: Simd>(_: S, x: S::F64) -> S::F64 {
    let a = x.abs();
    let usual = (a.ge(a.like(f64::MIN_POSITIVE)) & a.lt(a.like(f64::INFINITY))).all();
    let (k, m) = if usual { split::<S, ONE>(a, a.like(BIAS)) } else { split_any::<S, ONE>(a) };
    // k = 3·third + left with left in 0..=2.
    let third = (k - 1.0).madd(k.like(1.0 / 3.0), k.like(ROUND));
    let left = k - (third - ROUND) * 3.0;
    let (some, both) = (left.gt(left.like(0.5)), left.gt(left.like(1.5)));
    let one = m.like(1.0);
    let factor = select::<S>(both, m.like(4.0), select::<S>(some, m.like(2.0), one));
    let its_root = select::<S>(both, m.like(1.5874010519681996), select::<S>(some, m.like(1.2599210498948732), one));
    let guess = polynomial!(m;
        0.4471408614431473, 0.950101381397042, -0.6661816559204864, 0.3853675145140537, -0.14447300028259427,
        0.030904773807506322, -0.002859703746949765);
    let (m, t) = (m * factor, upper::<S>(guess * its_root));
    let square = t * t;
    let lacking = if S::FUSES {
        square.nmadd(t, m)
    } else {
        let part = upper::<S>(square);
        (m - part * t) - (square - part) * t
    };
    let y = (t * lacking / ((square * t).madd(m.like(2.0), m)) + t) * power_of_two::<S>(third);
    if usual {
        return y.copysign(x);
    }
    // 0, infinities and NaN are their own roots.
    let ordinary = a.gt(a.like(0.0)) & a.lt(a.like(f64::INFINITY));
    select::<S>(ordinary, y.copysign(x), x)
}

/// The bits of 1.
const ONE: u64 = 1.0f64.to_bits();

/// √(x² + y²) without overflow; infinite if one of them is.
///
/// Off by at most 0.76 ulp.
#[inline(always)]
pub fn hypot<S: Simd>(_: S, x: S::F64, y: S::F64) -> S::F64 {
    let (a, b) = (x.abs(), y.abs());
    let swapped = b.gt(a);
    let (long, short) = (select::<S>(swapped, b, a), select::<S>(swapped, a, b));
    if (long.le(long.like(1e150)) & long.ge(long.like(1e-120))).all() {
        return length::<S>(long, short);
    }
    let (large, small) = (long.gt(long.like(1e150)), long.lt(long.like(1e-120)));
    // 2⁻⁶⁰⁰, 2⁶⁰⁰ and their inverses.
    let (little, much) = (long.like(2.409919865102884e-181), long.like(4.149515568880993e180));
    let one = long.like(1.0);
    let scale = select::<S>(large, little, select::<S>(small, much, one));
    let back = select::<S>(large, much, select::<S>(small, little, one));
    let z = length::<S>(long * scale, short * scale) * back;
    let infinity = long.like(f64::INFINITY);
    select::<S>(a.eq(infinity) | b.eq(infinity), infinity, z)
}

/// [`hypot`] where no square is out of range: the root of the sum in two parts.
#[inline(always)]
fn length<S: Simd>(long: S::F64, short: S::F64) -> S::F64 {
    let ((square, lost), (less, lost_less)) = (product::<S>(long, long), product::<S>(short, short));
    let sum = square + less;
    let (high, low) = root::<S>(sum, (less - (sum - square)) + (lost + lost_less));
    high + low
}
