//! Inverse circular functions.

use super::constants::{ATAN_OF_SIXTEENTHS, HALF_PI, PI};
use super::real::Real;
use super::root::sqrt;
use super::series::{ODD_RECIPROCALS, series};

/// |x| ≤ 1.
pub fn asin(x: f64) -> Real {
    let t = Real::from(x.abs());
    angle(t, sqrt((Real::ONE - t) * (Real::ONE + t))).with_sign(x < 0.0)
}

/// |x| ≤ 1.
pub fn acos(x: f64) -> Real {
    let t = Real::from(x);
    // The half angle: its tangent has no cancellation near 1.
    angle(sqrt(Real::ONE - t), sqrt(Real::ONE + t)).scaled(1)
}

/// The angle of the point (x, y), which is not the origin.
pub fn atan2(y: f64, x: f64) -> Real {
    let acute = angle(Real::from(y.abs()), Real::from(x.abs()));
    let upper = if x < 0.0 { PI - acute } else { acute };
    upper.with_sign(y < 0.0)
}

/// The angle of a point in the first quadrant.
fn angle(y: Real, x: Real) -> Real {
    if x.is_zero() {
        return HALF_PI;
    }
    if y.is_zero() {
        return Real::ZERO;
    }
    if (x - y).is_negative() { HALF_PI - atan(x / y) } else { atan(y / x) }
}

/// 0 ≤ t ≤ 1.
///
/// atan t = atan c + atan((t − c) / (1 + c t)), where c is the nearest sixteenth.
fn atan(t: Real) -> Real {
    let sixteenths = (t.to_f64() * 16.0).round();
    if sixteenths == 0.0 {
        return small_atan(t);
    }
    let c = Real::from(sixteenths / 16.0);
    ATAN_OF_SIXTEENTHS[sixteenths as usize - 1] + small_atan((t - c) / (Real::ONE + c * t))
}

/// `z − z³/3 + z⁵/5 − …` for |z| ≤ 1/32.
fn small_atan(z: Real) -> Real {
    z * series(-(z * z), &ODD_RECIPROCALS[..13])
}
