//! The functions as kernels, by name.

use ndweave::einsum;

/// `f32` and `f64`. Arguments and results are passed as `f64`.
pub trait Number: Copy {
    const NAME: &str;
    /// The largest number, the smallest normal one and the smallest of all.
    const MAX: f64;
    const NORMAL: f64;
    const TINY: f64;
    /// The distance from 1 to the next number.
    const EPSILON: f64;
    /// The exponents of `TINY` and `MAX`.
    const EXPONENTS: (i32, i32);

    /// `value` of the type for `f32` and the other for `f64`.
    fn choose<V>(single: V, double: V) -> V;

    fn one(name: &str, x: &[f64]) -> Vec<f64>;
    fn two(name: &str, x: &[f64], y: &[f64]) -> Vec<f64>;
    fn powi(x: &[f64], n: &[i32]) -> Vec<f64>;
}

macro_rules! by_name {
    ($name:ident: $($method:ident($x:ident $(, $y:ident)?))*) => {
        match $name {
            $(stringify!($method) => einsum!($x[i].$method($($y[i])?) -> [i]).to_vec(),)*
            _ => panic!("no function `{}`", $name),
        }
    };
}

macro_rules! numbers {
    ($($T:ident, $smallest:expr, $largest:expr, |$single:ident, $double:ident| $chosen:expr;)*) => { $(
        impl Number for $T {
            const NAME: &str = stringify!($T);
            const MAX: f64 = $T::MAX as f64;
            const NORMAL: f64 = $T::MIN_POSITIVE as f64;
            const TINY: f64 = $T::from_bits(1) as f64;
            const EPSILON: f64 = $T::EPSILON as f64;
            const EXPONENTS: (i32, i32) = ($smallest, $largest);

            fn choose<V>($single: V, $double: V) -> V {
                $chosen
            }

            fn one(name: &str, x: &[f64]) -> Vec<f64> {
                let x: Vec<$T> = x.iter().map(|&x| x as $T).collect();
                widened(by_name! { name:
                    exp(x) exp2(x) exp_m1(x) ln(x) ln_1p(x) log2(x) log10(x) sin(x) cos(x) tan(x) asin(x) acos(x) atan(x)
                    sinh(x) cosh(x) tanh(x) asinh(x) acosh(x) atanh(x) sqrt(x) cbrt(x) floor(x) ceil(x) round(x) trunc(x)
                })
            }

            fn two(name: &str, x: &[f64], y: &[f64]) -> Vec<f64> {
                let x: Vec<$T> = x.iter().map(|&x| x as $T).collect();
                let y: Vec<$T> = y.iter().map(|&y| y as $T).collect();
                widened(by_name! { name: atan2(x, y) hypot(x, y) powf(x, y) })
            }

            fn powi(x: &[f64], n: &[i32]) -> Vec<f64> {
                let x: Vec<$T> = x.iter().map(|&x| x as $T).collect();
                widened(einsum!(x[i].powi(n[i]) -> [i]).to_vec())
            }
        }
    )* };
}

numbers! {
    f32, -149, 127, |single, _double| single;
    f64, -1074, 1023, |_single, double| double;
}

fn widened<T: Into<f64>>(numbers: Vec<T>) -> Vec<f64> {
    numbers.into_iter().map(Into::into).collect()
}
