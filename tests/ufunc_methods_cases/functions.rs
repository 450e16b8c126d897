//! Functions that the cases ask for, as a user would define them: most leave the form for gangs to the default.

use ndweave::macro_support::functions::{BitAnd, BitOr, BitXor};
use ndweave::macro_support::{AnyOrder, Binary, LeftToRight};

/// NumPy's names for what the runtime calls otherwise.
pub use ndweave::macro_support::functions::{BitAnd as BitwiseAnd, BitOr as BitwiseOr, BitXor as BitwiseXor};

/// Of `bool`, these are the same.
#[allow(non_upper_case_globals, reason = "they stand where functions stand")]
pub const LogicalAnd: BitAnd = BitAnd;
#[allow(non_upper_case_globals, reason = "as above")]
pub const LogicalOr: BitOr = BitOr;
#[allow(non_upper_case_globals, reason = "as above")]
pub const LogicalXor: BitXor = BitXor;

macro_rules! functions {
    ($($F:ident $T:ty, $U:ty, $Order:ty, $identity:expr, |$a:ident, $b:ident| $value:expr;)*) => { $(
        #[derive(Clone, Copy)]
        pub struct $F;

        impl Binary<$T, $U> for $F {
            type Out = $T;
            type Order = $Order;
            const NAME: &'static str = stringify!($F);

            fn identity(self) -> Option<$T> {
                $identity
            }
            fn scalar(self, $a: $T, $b: $U) -> $T {
                $value
            }
        }
    )* };
}

functions! {
    Power f64, f64, LeftToRight, None, |a, b| a.powf(b);
    FloorDivide i64, i64, LeftToRight, None,
        |a, b| if a % b != 0 && (a < 0) != (b < 0) { a / b - 1 } else { a / b };
    Logaddexp f64, f64, AnyOrder, Some(-f64::INFINITY),
        |a, b| if a == b { a + 2f64.ln() } else { a.max(b) + (-(a - b).abs()).exp().ln_1p() };
    Square f64, f64, LeftToRight, None, |a, _b| a * a;
}
