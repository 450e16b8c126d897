//! Broadcasting and special values as other libraries test them: every entry goes through the macro, on operands in every layout, and the
//! results are NumPy's. The calls and the tables are written by `tests/generate/broadcast.py`, which also counts them and says what is left out.

#![allow(
    clippy::identity_op,
    clippy::erasing_op,
    clippy::bool_assert_comparison,
    clippy::approx_constant,
    clippy::excessive_precision,
    reason = "generated: numbers as the cases have them"
)]
#![allow(clippy::type_complexity, reason = "tables of functions")]

#[allow(dead_code, reason = "the oracle of einsum is not asked here")]
#[path = "../oracle/mod.rs"]
mod oracle;

#[path = "../oracle/layouts.rs"]
mod layouts;

mod positional;
mod positional_check;
mod special;
mod special_check;
mod table_check;
mod tables;
