//! The casts of `Simd`, against `as`.

use super::check::{Operation, check};
use super::samples::{Sample, arguments};
use crate::lanes::Simd;
use crate::lanes::cast::each_cast;

/// A cast is an operation of one argument; integers get those that a second rounding would show on.
macro_rules! casts {
    ($($cast:ident: $From:ident $from:ident => $To:ident $to:ident;)*) => { $({
        struct Cast;

        impl Operation<1> for Cast {
            type T = $from;
            type U = $to;
            type Arguments<S: Simd> = S::$From;
            type Results<S: Simd> = S::$To;

            #[inline(always)]
            fn gangs<S: Simd>(s: S, [x]: [S::$From; 1]) -> S::$To {
                s.$cast(x)
            }
            fn scalar([x]: [$from; 1]) -> $to {
                x as $to
            }
            fn same(result: $to, expected: $to) -> bool {
                result.value(expected)
            }
            fn arguments() -> Vec<[$from; 1]> {
                let ties = ties().into_iter().flat_map(|x| [[x as $from], [-x as $from]]);
                arguments().into_iter().chain(ties).collect()
            }
        }

        check::<Cast, 1>(stringify!($cast), "");
    })* };
}

/// Integers halfway between two `f32` or `f64`, and one to either side: a rounding on the way to another gets these wrong.
fn ties() -> Vec<i64> {
    let mut ties = Vec::new();
    for digits in [24, 53] {
        for exponent in digits..63 {
            let (one, last, half) = (1 << exponent, 2 << (exponent - digits), 1 << (exponent - digits));
            for tie in [one + half, one + last + half, one + 5 * last + half] {
                ties.extend([tie - 1, tie, tie + 1]);
            }
        }
    }
    ties
}

#[test]
fn casts() {
    each_cast! { casts }
}
