//! Power series, in integers.

use super::real::{Real, widening_mul};

/// Coefficients times 2¹²⁷.
pub type Coefficients<const N: usize> = [u128; N];

/// 1/1, 1/3, 1/5, …
pub const ODD_RECIPROCALS: Coefficients<26> = {
    let mut numbers = [0; 26];
    let mut k = 0;
    while k < numbers.len() {
        numbers[k] = (1 << 127) / (2 * k as u128 + 1);
        k += 1;
    }
    numbers
};

/// 1/0!, 1/1!, 1/2!, …
const RECIPROCAL_FACTORIALS: Coefficients<34> = {
    let mut numbers = [1 << 127; 34];
    let mut factorial = 1;
    let mut n = 1;
    while n < numbers.len() {
        factorial *= n as u128;
        numbers[n] = (1 << 127) / factorial;
        n += 1;
    }
    numbers
};

/// 1/first!, 1/(first + step)!, …
pub const fn reciprocal_factorials<const N: usize>(first: usize, step: usize) -> Coefficients<N> {
    let mut numbers = [0; N];
    let mut k = 0;
    while k < N {
        numbers[k] = RECIPROCAL_FACTORIALS[first + k * step];
        k += 1;
    }
    numbers
}

/// `c[0] + c[1] x + c[2] x² + …` by Horner's rule, off by some 2⁻¹²⁷.
///
/// c[0] is 1, no coefficient is larger than the one before it, and |x| < 1, so that all sums are positive.
pub fn series(x: Real, coefficients: &[u128]) -> Real {
    let factor = x.fixed_point();
    let sum = coefficients.iter().rev().fold(0, |sum, &c| {
        let (product, _) = widening_mul(sum, factor);
        if x.is_negative() { c - product } else { c + product }
    });
    Real::normalized(0, sum)
}
