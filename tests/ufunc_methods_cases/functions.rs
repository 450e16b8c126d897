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

/// Functions with core axes.
pub use ndweave::ufuncs::{matmul, matvec, vecdot, vecmat};

ndweave::ufunc! {
    pub fn inner1d(x: [f64; n], y: [f64; n]) -> f64 { sum[n](x[n] * y[n]) }
    pub fn innerwt(x: [f64; i], y: [f64; i], w: [f64; i]) -> f64 { sum[i](x[i] * y[i] * w[i]) }
    pub fn outer1d(x: [f64; a], y: [f64; b]) -> [[f64; b]; a] { x[a] * y[b] }
    pub fn center(x: [f64; n]) -> [f64; n] { x[n] - mean[i](x[i]) }
    pub fn matrix_multiply(x: [[f64; n]; m], y: [[f64; p]; n]) -> [[f64; p]; m] { einsum!(x[m, n] * y[n, p] -> [m, p]) }
    pub fn cross1d(x: [f64; 3], y: [f64; 3]) -> [f64; 3] {
        [x[1] * y[2] - x[2] * y[1], x[2] * y[0] - x[0] * y[2], x[0] * y[1] - x[1] * y[0]]
    }
    pub fn cumsum(x: [i64; i]) -> [i64; i] {
        let mut sums = [0; i];
        let mut total = 0;
        for at in 0..i { total += x[at]; sums[at] = total; }
        sums
    }
    pub fn conv1d_full(x: [f64; m], y: [f64; n]) -> [f64; m + n - 1] {
        let mut all = [0.0; m + n - 1];
        for at in 0..m { for to in 0..n { all[at + to] += x[at] * y[to]; } }
        all
    }
}

ndweave::ufunc! {
    /// Powers of integers.
    pub fn power(x: i64, n: i64) -> i64 {
        let mut product = 1;
        for _ in 0..n {
            product *= x;
        }
        product
    }
}
