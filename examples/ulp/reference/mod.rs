//! Elementary functions of `f64` arguments, true to about 2⁻¹²⁰: what others are measured against.
//!
//! The arithmetic is [`Real`]: 128 bits, a free exponent, integers only. Nothing here depends on the functions of `std`,
//! apart from first guesses that Newton's iteration refines. `tests/reference.rs` compares all of it with mpmath.
//!
//! Arguments are finite and in the domain; results are not zero unless the argument is.

mod circular;
mod constants;
mod exponential;
mod inverse;
mod logarithm;
mod real;
mod root;
mod series;

pub use real::{Real, power_of_two};

pub type One = fn(f64) -> Real;
pub type Two = fn(f64, f64) -> Real;

/// The reference of a function of one argument.
pub fn one(name: &str) -> Option<One> {
    Some(match name {
        "exp" => |x| exponential::exp(x.into()),
        "exp2" => exponential::exp2,
        "exp_m1" => |x| exponential::exp_m1(x.into()),
        "ln" => |x| logarithm::ln(x.into()),
        "ln_1p" => |x| logarithm::ln_1p(x.into()),
        "log2" => logarithm::log2,
        "log10" => logarithm::log10,
        "sin" => circular::sin,
        "cos" => circular::cos,
        "tan" => circular::tan,
        "asin" => inverse::asin,
        "acos" => inverse::acos,
        "atan" => |x| inverse::atan2(x, 1.0),
        "sinh" => exponential::sinh,
        "cosh" => exponential::cosh,
        "tanh" => exponential::tanh,
        "asinh" => logarithm::asinh,
        "acosh" => logarithm::acosh,
        "atanh" => logarithm::atanh,
        "sqrt" => |x| root::sqrt(x.into()),
        "cbrt" => root::cbrt,
        _ => return None,
    })
}

/// The reference of a function of two arguments; the exponent of `powi` is a whole number as `f64`.
pub fn two(name: &str) -> Option<Two> {
    Some(match name {
        "atan2" => inverse::atan2,
        "hypot" => root::hypot,
        "powf" | "powi" => exponential::power,
        _ => return None,
    })
}
