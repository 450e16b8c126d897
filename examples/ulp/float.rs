//! What the program needs of `f32` and `f64`: making arguments, kernels, references and errors.

use ndweave::einsum;

use crate::functions::Arity;
use crate::reference;
use crate::truth::{Format, Truth};

/// A kernel over a block of arguments.
#[derive(Clone, Copy)]
pub enum Kernel<T> {
    One(fn(&[T], &mut [T])),
    Two(fn(&[T], &[T], &mut [T])),
    Power(fn(&[T], &[i32], &mut [T])),
}

/// The true value at an argument; functions of one argument ignore the second.
pub type Reference = Box<dyn Fn(f64, f64) -> Truth + Sync>;

pub trait Float: Copy + Default + Into<f64> + Send + Sync {
    const NAME: &str;
    const FORMAT: Format;
    /// The width in bits.
    const BITS: u32;

    /// The number of these bits, the lower `BITS` of them.
    fn from_low_bits(bits: u64) -> Self;

    fn low_bits(self) -> u64;

    /// The nearest number.
    fn nearest(x: f64) -> Self;

    /// The kernel of a function: one call of `einsum!`.
    fn kernel(name: &str) -> Option<Kernel<Self>>;

    /// What the function truly is.
    fn reference(name: &'static str, arity: Arity, exceptional: fn(f64) -> bool) -> Reference;
}

/// `match` over the names of methods without an argument; `$act` is a macro that gets the method.
macro_rules! methods_of_one {
    ($name:expr, $act:ident $context:tt) => {
        methods_of_one! { @match $name, $act $context
            exp exp2 exp_m1 ln ln_1p log2 log10 sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh
            sqrt cbrt floor ceil round trunc
        }
    };
    (@match $name:expr, $act:ident $context:tt $($method:ident)*) => {
        match $name {
            $(stringify!($method) => Some($act!($context $method)),)*
            _ => None,
        }
    };
}

macro_rules! kernel_of {
    (($T:ty) $method:ident) => {{
        fn kernel(x: &[$T], y: &mut [$T]) {
            einsum!(y[i] = x[i].$method());
        }
        Kernel::One(kernel)
    }};
}

macro_rules! function_of {
    (() $method:ident) => {
        f64::$method as fn(f64) -> f64
    };
}

macro_rules! floats {
    ($($T:ident $Bits:ident $format:expr, $reference:ident;)*) => { $(
        impl Float for $T {
            const NAME: &str = stringify!($T);
            const FORMAT: Format = $format;
            const BITS: u32 = $Bits::BITS;

            fn from_low_bits(bits: u64) -> Self {
                $T::from_bits(bits as $Bits)
            }

            fn low_bits(self) -> u64 {
                self.to_bits().into()
            }

            fn nearest(x: f64) -> Self {
                x as $T
            }

            fn kernel(name: &str) -> Option<Kernel<Self>> {
                methods_of_one!(name, kernel_of($T)).or_else(|| match name {
                    "atan2" => Some(Kernel::Two(|x, y, z| einsum!(z[i] = x[i].atan2(y[i])))),
                    "hypot" => Some(Kernel::Two(|x, y, z| einsum!(z[i] = x[i].hypot(y[i])))),
                    "powf" => Some(Kernel::Two(|x, y, z| einsum!(z[i] = x[i].powf(y[i])))),
                    "powi" => Some(Kernel::Power(|x, n, z| einsum!(z[i] = x[i].powi(n[i])))),
                    _ => None,
                })
            }

            fn reference(name: &'static str, arity: Arity, exceptional: fn(f64) -> bool) -> Reference {
                $reference(name, arity, exceptional)
            }
        }
    )* };
}

floats! {
    f32 u32 Format { digits: 24, exponents: (-126, 127) }, single;
    f64 u64 Format { digits: 53, exponents: (-1022, 1023) }, double;
}

/// The reference for `f32`: functions of `f64`, whose errors are some 10⁻⁹ ulp of `f32`.
///
/// `std`'s, apart from two: its `acosh` and `atanh` lose digits to cancellation at the ends of their domains. So would
/// `powi`, which multiplies.
fn single(name: &'static str, arity: Arity, _: fn(f64) -> bool) -> Reference {
    if arity != Arity::One {
        let function = two(name);
        return Box::new(move |x, y| Truth::Double(function(x, y)));
    }
    let function = match name {
        "acosh" => |x: f64| if x < 1.0 { f64::NAN } else { (x - 1.0 + ((x - 1.0) * (x + 1.0)).sqrt()).ln_1p() },
        "atanh" => |x: f64| ((2.0 * x.abs() / (1.0 - x.abs())).ln_1p() / 2.0).copysign(x),
        _ => methods_of_one!(name, function_of()).expect("every function is listed"),
    };
    Box::new(move |x, _| Truth::Double(function(x)))
}

/// The reference for `f64`: 128 bits. Zeros, infinities, NaN and what is outside of the domain have the result of `std`,
/// which `tests/special_values.rs` holds to the standard.
fn double(name: &'static str, arity: Arity, exceptional: fn(f64) -> bool) -> Reference {
    if arity != Arity::One {
        let (special, real) = (two(name), reference::two(name).expect("every function is listed"));
        return Box::new(move |x, y| {
            let ordinary = x.is_finite() && y.is_finite() && x != 0.0 && y != 0.0 && !special(x, y).is_nan();
            if ordinary { Truth::Wide(real(x, y)) } else { Truth::Double(special(x, y)) }
        });
    }
    let special = methods_of_one!(name, function_of()).expect("every function is listed");
    let Some(real) = reference::one(name) else {
        return Box::new(move |x, _| Truth::Double(special(x)));
    };
    Box::new(move |x, _| {
        if x.is_finite() && x != 0.0 && !exceptional(x) { Truth::Wide(real(x)) } else { Truth::Double(special(x)) }
    })
}

fn two(name: &str) -> fn(f64, f64) -> f64 {
    match name {
        "atan2" => f64::atan2,
        "hypot" => f64::hypot,
        // A whole number as the exponent: `std`'s `powi` multiplies, and errs by more the larger it is.
        "powf" | "powi" => f64::powf,
        _ => unreachable!("`{name}` has two arguments"),
    }
}
