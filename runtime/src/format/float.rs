//! How floats are written: NumPy's choice of notation, digits and columns.

use core::fmt::{Display, LowerExp};
use core::str::FromStr;

/// Decimals shown where none are asked for.
const PRECISION: usize = 8;
/// Scientific notation where a magnitude is below this, ...
const SMALL: f64 = 1e-4;
/// ... or the largest is more than this many times the smallest.
const RATIO: f64 = 1e3;

/// The two float types.
pub(super) trait Float: num_traits::Float + Display + LowerExp + FromStr {
    /// From here on columns of numbers are written in scientific notation: more decimal digits than the
    /// type holds say nothing.
    const LARGE: f64;
    /// From here on a scalar is.
    const LARGE_SCALAR: f64;
}

impl Float for f64 {
    const LARGE: f64 = 1e8;
    const LARGE_SCALAR: f64 = 1e16;
}

impl Float for f32 {
    const LARGE: f64 = 1e6;
    const LARGE_SCALAR: f64 = 1e6;
}

/// Which signs are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Minus,
    Always,
}

/// A finite number as it will be written: `-`, `12`, `5`, `e+03`.
struct Digits {
    sign: &'static str,
    whole: String,
    /// Decimals without zeros at the end, unless a number of them is asked for.
    decimals: String,
    exponent: Option<i32>,
}

impl Digits {
    /// The digits of a finite `x`: the [`shortest`] text, rounded to [`PRECISION`] decimals;
    /// or exactly `precision` decimals.
    fn new<F: Float>(x: F, scientific: bool, precision: Option<usize>, sign: Sign) -> Self {
        let split = |text: String| {
            let (mantissa, exponent) = match text.split_once('e') {
                Some((mantissa, exponent)) => (mantissa, exponent.parse().ok()),
                None => (text.as_str(), None),
            };
            let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
            (whole.to_owned(), decimals.to_owned(), exponent)
        };
        let (mut whole, mut decimals, mut exponent) =
            split(precision.map_or_else(|| shortest(x, scientific), |n| rounded(x, scientific, n)));
        if precision.is_none() && decimals.len() > PRECISION {
            (whole, decimals, exponent) = split(rounded(x, scientific, PRECISION));
            decimals.truncate(decimals.trim_end_matches('0').len());
        }
        Digits { sign: sign_of(x, sign), whole, decimals, exponent }
    }

    /// The exponent as NumPy writes it, with `digits` digits at least.
    fn exponent(&self, digits: usize) -> String {
        self.exponent.map_or(String::new(), |e| {
            let sign = if e < 0 { '-' } else { '+' };
            format!("e{sign}{:0digits$}", e.unsigned_abs())
        })
    }
}

/// The magnitude of `x` with this many decimals, rounded to even where it lies in the middle.
fn rounded<F: Float>(x: F, scientific: bool, decimals: usize) -> String {
    let x = x.abs();
    if scientific { format!("{x:.decimals$e}") } else { format!("{x:.decimals$}") }
}

/// The magnitude of `x` in the fewest digits that tell it from its neighbours.
fn shortest<F: Float>(x: F, scientific: bool) -> String {
    let text = if scientific { format!("{:e}", x.abs()) } else { format!("{}", x.abs()) };
    let mantissa = text.split('e').next().unwrap_or(&text);
    let decimals = mantissa.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    // Two such texts may be as near: Rust takes the larger, NumPy the even. 1363055.25f32 is 1.3630552e6.
    let even = rounded(x, scientific, decimals);
    if even.parse().is_ok_and(|read: F| read == x.abs()) { even } else { text }
}

fn sign_of<F: Float>(x: F, sign: Sign) -> &'static str {
    match (x.is_sign_negative() && !x.is_nan(), sign) {
        (true, _) => "-",
        (false, Sign::Always) => "+",
        (false, Sign::Minus) => "",
    }
}

/// Whether a column of these numbers is written in scientific notation.
fn is_scientific<F: Float>(finite: &[F], precision: Option<usize>) -> bool {
    let magnitudes = || finite.iter().map(|x| x.abs()).filter(|x| *x != F::zero());
    let Some(largest) = magnitudes().reduce(F::max) else { return false };
    let Some(smallest) = magnitudes().reduce(F::min) else { return false };
    let constant = |x: f64| F::from(x).expect("these constants are in the range of both types");
    // Who asks for a number of decimals gets them: small numbers then round to 0.
    let is_wide = || smallest < constant(SMALL) || largest / smallest > constant(RATIO);
    largest >= constant(F::LARGE) || (precision.is_none() && is_wide())
}

/// Each number as a word, all of one width: the points, and in scientific notation the `e`, below each other.
pub(super) fn words<F: Float>(numbers: &[F], precision: Option<usize>, sign: Sign) -> Vec<String> {
    let finite: Vec<F> = numbers.iter().copied().filter(|x| x.is_finite()).collect();
    let scientific = is_scientific(&finite, precision);
    let write = |precision| finite.iter().map(|&x| Digits::new(x, scientific, precision, sign)).collect::<Vec<_>>();
    let mut digits = write(precision);
    let decimals = longest(&digits, |d| d.decimals.len());
    if scientific && precision.is_none() {
        // Places that the longest needs are filled with digits, not with zeros: f32's 0.1 may be 1.00000001e-01.
        digits = write(Some(decimals));
    }
    // Two digits at least; `e` and the sign are not counted.
    let exponent = longest(&digits, |d| d.exponent(2).len().saturating_sub(2));
    let right = decimals + if scientific { exponent + 2 } else { 0 };
    // What is not finite is aligned at the right, over the whole width.
    let others = numbers.iter().filter(|x| !x.is_finite()).map(|&x| not_finite(x, sign).len());
    let left = longest(&digits, |d| d.sign.len() + d.whole.len());
    let left = others.map(|length| length.saturating_sub(right + 1)).fold(left, usize::max);

    let mut digits = digits.iter();
    let word = |&x: &F| match x.is_finite().then(|| digits.next()).flatten() {
        Some(d) if scientific => {
            let whole = format!("{}{}", d.sign, d.whole);
            format!("{whole:>left$}.{}{}", d.decimals, d.exponent(exponent))
        }
        Some(d) => format!("{:>left$}.{:decimals$}", format!("{}{}", d.sign, d.whole), d.decimals),
        None => format!("{:>1$}", not_finite(x, sign), left + 1 + right),
    };
    numbers.iter().map(word).collect()
}

fn longest(digits: &[Digits], length: impl Fn(&Digits) -> usize) -> usize {
    digits.iter().map(length).max().unwrap_or(0)
}

/// `nan`, `inf` or `-inf`.
fn not_finite<F: Float>(x: F, sign: Sign) -> String {
    format!("{}{}", sign_of(x, sign), if x.is_nan() { "nan" } else { "inf" })
}

/// A number on its own, with all its digits; `point_zero` follows a whole number.
pub(super) fn scalar<F: Float>(x: F, point_zero: &str) -> String {
    if !x.is_finite() {
        return not_finite(x, Sign::Minus);
    }
    let sign = sign_of(x, Sign::Minus);
    // In f64, where the bounds are exact: the f32 nearest to 1e-4 lies below it.
    let magnitude = x.abs().to_f64().expect("both float types convert to f64");
    if magnitude == 0.0 || (SMALL..F::LARGE_SCALAR).contains(&magnitude) {
        let point_zero = if x.fract() == F::zero() { point_zero } else { "" };
        return format!("{sign}{}{point_zero}", shortest(x, false));
    }
    let text = shortest(x, true);
    let (mantissa, exponent) = text.split_once('e').expect("scientific notation has an exponent");
    let exponent: i32 = exponent.parse().expect("the exponent is a number");
    format!("{sign}{mantissa}e{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs())
}
