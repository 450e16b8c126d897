//! Powers.

use super::exponential::{exp_reduced, scale};
use super::logarithm::{BIAS, split, split_any};
use super::{LN_2_PARTS, LN_2_SHORT, ROUND, select, upper};
use crate::lanes::{Floats, Mask, Numbers, Simd};

/// x to the power of y.
///
/// 2 to the power of y·log₂ x, the logarithm and the product in two parts of which the first have 26 bits, so that no
/// product of them is rounded: after Sun's fdlibm (K. C. Ng).
///
/// The corners are those of IEEE 754-2019 (9.2.1). Off by at most 0.79 ulp.
#[inline(always)]
pub fn powf<S: Simd>(_: S, x: S::F64, y: S::F64) -> S::F64 {
    let usual = x.ge(x.like(f64::MIN_POSITIVE)) & x.lt(x.like(f64::INFINITY)) & y.abs().lt(y.like(ENOUGH));
    let usual = usual.all();
    let ((k, m), exponent) = if usual {
        (split::<S, LEAST>(x, x.like(BIAS)), y)
    } else {
        (split_any::<S, LEAST>(x.abs()), y.at_most(y.like(ENOUGH)).at_least(y.like(-ENOUGH)))
    };
    let (high, low) = log2_in_parts::<S>(k, m);
    let (high, low) = if S::FUSES {
        let product = exponent * high;
        (product, exponent.madd(low, exponent.madd(high, -product)))
    } else {
        let first = upper::<S>(exponent);
        (first * high, (exponent - first) * high + exponent * low)
    };
    let whole = high + low;
    if usual && whole.abs().lt(whole.like(1020.0)).all() {
        let (shifted, z) = exp2_in_parts::<S>(whole, high, low);
        return S::F64::from_int(z.to_int() + (shifted.to_int() << 52));
    }
    let bound = whole.like(1100.0);
    let inside = whole.abs().le(bound);
    let zero = whole.like(0.0);
    let (high, low) = (select::<S>(inside, high, zero), select::<S>(inside, low, zero));
    let (shifted, z) = exp2_in_parts::<S>(high + low, high, low);
    let z = scale::<S>(z, shifted - ROUND);
    let z = select::<S>(whole.gt(bound), z.like(f64::INFINITY), z);
    let z = select::<S>(whole.lt(-bound), zero, z);
    corners::<S>(x, y, z)
}

/// Powers with a greater exponent are 0, 1 or ∞.
const ENOUGH: f64 = 36893488147419103232.0;

/// The bits of √¾.
const LEAST: u64 = 0x3feb_b67a_e858_4caa;

/// log₂(2ᵏ·m) for √¾ ≤ m < √3 in two parts, the first with 26 bits unless [`Simd::FUSES`].
///
/// With c = 1 or 3/2, whichever is closer, and s = (m - c)/(m + c), it is k + log₂ c + 2/(3 ln 2)·s·(3 + s² + s⁴·q(s²)), q of
/// degree 5 from `fpminimax`: within 2⁻⁶⁸.
#[inline(always)]
fn log2_in_parts<S: Simd>(k: S::F64, m: S::F64) -> (S::F64, S::F64) {
    let far = m.ge(m.like(1.224744871391589));
    let c = select::<S>(far, m.like(1.5), m.like(1.0));
    let log_c = select::<S>(far, m.like(0.5849624872207642), m.like(0.0));
    let log_c_low = select::<S>(far, m.like(1.350039202129749e-08), m.like(0.0));
    let (f, sum) = (m - c, m + c);
    let reciprocal = sum.like(1.0) / sum;
    let s = f * reciprocal;
    let z = s * s;
    let q = polynomial!(z;
        0.5999999999999999, 0.42857142857220115, 0.33333333248959696, 0.2727276179020251, 0.23070492832652414,
        0.20552709246140297);
    if S::FUSES {
        let s2 = (s.nmadd(sum, f) - s * (m - (sum - c))) * reciprocal;
        let z2 = s.madd(s, -z) + s * s2 * 2.0;
        let t = z + 3.0;
        let t2 = q.madd(z * z, z2 + (z - (t - 3.0)));
        let p = fused_product::<S>((s, s2), (t, t2));
        let (high, low) = fused_product::<S>(p, (t.like(0.9617966939259756), t.like(THIRDS_LOW)));
        let most = k + log_c;
        let all = most + high;
        return (all, (high - (all - most)) + (low + log_c_low));
    }
    let (s1, sum1) = (upper::<S>(s), upper::<S>(sum));
    let sum2 = m - (sum1 - c);
    let s2 = ((f - s1 * sum1) - s1 * sum2) * reciprocal;
    let z1 = s1 * s1;
    let rest = q.madd(z * z, s2 * (s1 + s));
    let t1 = upper::<S>(z1 + 3.0 + rest);
    let t2 = rest - ((t1 - 3.0) - z1);
    let u = s1 * t1;
    let v = s2 * t1 + t2 * s;
    let p1 = upper::<S>(u + v);
    let p2 = v - (p1 - u);
    let high = p1 * 0.9617966860532761;
    let low = p1 * 7.872699542894897e-09 + (p2 * 0.9617966939259756 + log_c_low);
    let all = upper::<S>(((high + low) + log_c) + k);
    (all, low - (((all - k) - log_c) - high))
}

/// 2 to the power of whole = high + low, without its whole part, which the first result ends in.
#[inline(always)]
fn exp2_in_parts<S: Simd>(whole: S::F64, high: S::F64, low: S::F64) -> (S::F64, S::F64) {
    let shifted = whole + ROUND;
    let rest = high - (shifted - ROUND);
    let f = rest + low;
    if S::FUSES {
        let (r, r_low) = fused_product::<S>((f, low - (f - rest)), (f.like(LN_2_PARTS[0]), f.like(LN_2_PARTS[1])));
        return (shifted, exp_reduced::<S>(r, r_low));
    }
    let f1 = upper::<S>(f);
    let f2 = low - (f1 - rest);
    let most = f1 * LN_2_SHORT[0];
    let rest = f2 * LN_2_PARTS[0] + f1 * LN_2_SHORT[1];
    let r = most + rest;
    (shifted, exp_reduced::<S>(r, rest - (r - most)))
}

/// What is left of 2/(3 ln 2) after its nearest number.
const THIRDS_LOW: f64 = 5.0577616648125907e-17;

/// The product of numbers in two parts, where multiplication and addition are fused.
#[inline(always)]
fn fused_product<S: Simd>(x: (S::F64, S::F64), y: (S::F64, S::F64)) -> (S::F64, S::F64) {
    let product = x.0 * y.0;
    (product, x.0.madd(y.0, -product) + x.0.madd(y.1, x.1 * y.0))
}

/// The power with the values that IEEE 754-2019 (9.2.1) gives; z is |x| to the power of y for finite |x| > 0.
#[inline(always)]
fn corners<S: Simd>(x: S::F64, y: S::F64, z: S::F64) -> S::F64 {
    let (zero, one, infinity, nan) = (x.like(0.0), x.like(1.0), x.like(f64::INFINITY), x.like(f64::NAN));
    let infinite = x.abs().eq(infinity);
    let null = x.eq(zero);
    let z = select::<S>(infinite | null, select::<S>(infinite ^ y.lt(zero), infinity, zero), z);
    // The sign of x, also of its zero.
    let negative = one.copysign(x).lt(zero);
    let whole = y.trunc().eq(y);
    let half = y * 0.5;
    let odd = whole & half.trunc().ne(half);
    let z = select::<S>(negative & odd, -z, z);
    let z = select::<S>(x.lt(zero) & !infinite & !whole, nan, z);
    let z = select::<S>(x.eq(x) & y.eq(y), z, nan);
    select::<S>(x.eq(one) | y.eq(zero), one, z)
}
