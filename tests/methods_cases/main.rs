//! Methods that reduce, scan, sort and count, against NumPy's results, on operands in every layout. The calls and the results are written
//! by `tests/generate/methods.py`; long lines, panics and shapes are tested by hand.

#![allow(
    clippy::bool_assert_comparison,
    clippy::approx_constant,
    clippy::excessive_precision,
    reason = "generated: numbers as NumPy prints them"
)]

#[allow(dead_code, reason = "the oracle of einsum is not asked here")]
#[path = "../oracle/mod.rs"]
mod oracle;

#[allow(dead_code, reason = "nothing is written here")]
#[path = "../oracle/layouts.rs"]
mod layouts;

mod by_hand;
#[rustfmt::skip]
mod cases;
mod check;
