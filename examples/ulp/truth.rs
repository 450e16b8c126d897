//! Errors in units in the last place.
//!
//! The error of a result is |result − truth| / ulp(truth), where ulp(t) is the distance of the floats around t:
//! 2^(e − p + 1) for 2^e ≤ |t| < 2^(e + 1) and p digits, and that of the smallest normal number below it (Goldberg, "What
//! every computer scientist should know about floating-point arithmetic", 1991; Muller et al., "Handbook of
//! Floating-Point Arithmetic", section 2.3). A correctly rounded result is off by at most 0.5, one of the two floats
//! around the truth by less than 1.
//!
//! Infinity stands for 2^(emax + 1), the first number that is not finite: it is right from there on, an error of half an
//! ulp where rounding begins to give it, and a failure where the truth is not beyond the largest float.

use crate::reference::{Real, power_of_two};

/// What distances of floats follow from.
#[derive(Clone, Copy)]
pub struct Format {
    pub digits: i32,
    /// The exponents of the smallest and the largest normal number.
    pub exponents: (i32, i32),
}

impl Format {
    /// The exponent of the ulp of numbers in [2^e, 2^(e + 1)).
    fn ulp(self, e: i32) -> i32 {
        e.clamp(self.exponents.0, self.exponents.1) - self.digits + 1
    }
}

/// What a function truly is at an argument.
#[derive(Clone, Copy, Debug)]
pub enum Truth {
    /// Exactly, or with an error that does not matter.
    Double(f64),
    /// Neither zero nor infinite.
    Wide(Real),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    /// The error in ulp.
    Off(f64),
    /// NaN, an infinity or a sign where another kind of number is right.
    Failed,
}

impl Truth {
    pub fn judge(self, got: f64, format: Format) -> Verdict {
        match self {
            Self::Double(truth) if truth.is_nan() => if_equal(got.is_nan()),
            Self::Double(truth) if truth.is_infinite() => if_equal(got == truth),
            _ if got.is_nan() || got.is_sign_negative() != self.is_negative() => Verdict::Failed,
            _ if got.is_infinite() => judge_infinity(self.real().abs(), format),
            Self::Double(truth) => Verdict::Off(near_distance(got, truth, format)),
            Self::Wide(truth) => Verdict::Off(distance(got, truth, format)),
        }
    }

    /// The true value as `f64`, to be shown.
    pub fn to_f64(self) -> f64 {
        match self {
            Self::Double(truth) => truth,
            Self::Wide(truth) => truth.to_f64(),
        }
    }

    fn is_negative(self) -> bool {
        match self {
            Self::Double(truth) => truth.is_sign_negative(),
            Self::Wide(truth) => truth.is_negative(),
        }
    }

    fn real(self) -> Real {
        match self {
            Self::Double(truth) => truth.into(),
            Self::Wide(truth) => truth,
        }
    }
}

fn if_equal(equal: bool) -> Verdict {
    if equal { Verdict::Off(0.0) } else { Verdict::Failed }
}

fn judge_infinity(truth: Real, format: Format) -> Verdict {
    let infinity = Real::ONE.scaled(format.exponents.1 + 1);
    let largest = infinity - Real::ONE.scaled(format.ulp(format.exponents.1));
    if !(truth - infinity).is_negative() {
        Verdict::Off(0.0)
    } else if (largest - truth).is_negative() {
        // Half an ulp or less above the largest float rounds to it, more to infinity.
        Verdict::Off((infinity - truth).scaled(-format.ulp(format.exponents.1)).to_f64())
    } else {
        Verdict::Failed
    }
}

fn distance(got: f64, truth: Real, format: Format) -> f64 {
    (Real::from(got) - truth).abs().scaled(-format.ulp(truth.exponent())).to_f64()
}

/// The same in `f64`: the difference of neighbours is exact.
fn near_distance(got: f64, truth: f64, format: Format) -> f64 {
    let exponent = (truth.to_bits() >> 52 & 0x7ff) as i32 - 1023;
    let up = -format.ulp(exponent);
    (got - truth).abs() * power_of_two(up / 2) * power_of_two(up - up / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOUBLE: Format = Format { digits: 53, exponents: (-1022, 1023) };
    const SINGLE: Format = Format { digits: 24, exponents: (-126, 127) };

    fn wide(x: f64) -> Truth {
        Truth::Wide(x.into())
    }

    #[test]
    fn distances_count_floats_at_the_truth() {
        for truth in [Truth::Double(1.0), wide(1.0)] {
            assert_eq!(truth.judge(1.0, DOUBLE), Verdict::Off(0.0));
            assert_eq!(truth.judge(1.0 + 2.0 * f64::EPSILON, DOUBLE), Verdict::Off(2.0));
            assert_eq!(truth.judge(1.0 - f64::EPSILON / 2.0, DOUBLE), Verdict::Off(0.5));
            assert_eq!(truth.judge(1.0 + 3.0 * f64::from(f32::EPSILON), SINGLE), Verdict::Off(3.0));
        }
        assert_eq!(wide(5e-324).judge(0.0, DOUBLE), Verdict::Off(1.0));
        assert_eq!(Truth::Double(-2f64.powi(-150)).judge(-0.0, SINGLE), Verdict::Off(0.5));
        let third = Real::ONE.over(3);
        assert_eq!(Truth::Wide(third).judge(1.0 / 3.0, DOUBLE), Verdict::Off(1.0 / 3.0));
        assert_eq!((wide(-7.5).to_f64(), Truth::Double(0.25).to_f64()), (-7.5, 0.25));
    }

    #[test]
    fn infinity_is_the_float_after_the_largest() {
        let beyond = |ulps: f64| Truth::Wide(Real::from(f64::MAX) + Real::from(ulps).scaled(971));
        assert_eq!(beyond(1.0).judge(f64::INFINITY, DOUBLE), Verdict::Off(0.0));
        assert_eq!(beyond(9.0).judge(f64::INFINITY, DOUBLE), Verdict::Off(0.0));
        assert_eq!(beyond(0.75).judge(f64::INFINITY, DOUBLE), Verdict::Off(0.25));
        assert_eq!(beyond(0.25).judge(f64::INFINITY, DOUBLE), Verdict::Off(0.75));
        assert_eq!(beyond(0.0).judge(f64::INFINITY, DOUBLE), Verdict::Failed);
        assert_eq!(beyond(0.75).judge(f64::MAX, DOUBLE), Verdict::Off(0.75));
        assert_eq!(Truth::Double(f64::INFINITY).judge(f64::MAX, DOUBLE), Verdict::Failed);
    }

    #[test]
    fn kinds_and_signs_must_match() {
        assert_eq!(Truth::Double(f64::NAN).judge(f64::NAN, DOUBLE), Verdict::Off(0.0));
        assert_eq!(Truth::Double(f64::NAN).judge(0.0, DOUBLE), Verdict::Failed);
        assert_eq!(wide(1.0).judge(f64::NAN, DOUBLE), Verdict::Failed);
        assert_eq!(wide(1.0).judge(f64::NEG_INFINITY, DOUBLE), Verdict::Failed);
        assert_eq!(Truth::Double(0.0).judge(-0.0, DOUBLE), Verdict::Failed);
        assert_eq!(wide(-5e-324).judge(0.0, DOUBLE), Verdict::Failed);
    }
}
