//! The functions, their bounds, and where their arguments are interesting.

use std::f64::consts::{FRAC_1_SQRT_2, FRAC_PI_4, LN_2, SQRT_2};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Arity {
    One,
    /// Two floats: coordinates.
    Plane,
    /// Two floats: base and exponent.
    Power,
    /// A float and an `i32`.
    IntegerPower,
}

pub struct Function {
    pub name: &'static str,
    pub arity: Arity,
    /// The largest error in ulp that passes, and why where it is not 1.
    pub bound: f64,
    pub reason: &'static str,
    /// Whether a finite argument is outside of the domain, or has the result 0.
    pub exceptional: fn(f64) -> bool,
    pub mix: Mix,
}

/// Where the arguments of a function of one argument are taken from.
#[derive(Clone, Copy)]
pub struct Mix {
    /// Evenly from this interval, for `f32` and `f64`. Its ends are points of interest too.
    pub single: (f64, f64),
    pub double: (f64, f64),
    /// Beside these, and their negatives.
    pub points: &'static [f64],
    /// Beside multiples of this number.
    pub step: f64,
    /// At `origin ± 2^e` for exponents up to this one.
    pub origin: f64,
    pub reach: i32,
    /// Negative arguments are rare.
    pub positive: bool,
}

/// The reach of functions that have no ends.
pub const FAR: i32 = 64;

const MIX: Mix = Mix {
    single: (-4.0, 4.0),
    double: (-4.0, 4.0),
    points: &[1.0, 0.5, 2.0],
    step: 0.5,
    origin: 0.0,
    reach: 10,
    positive: false,
};

const EXP: Mix = Mix {
    single: (-103.972_084, 88.722_84),
    double: (-745.133_219_101_941_2, 709.782_712_893_384),
    points: &[87.336_55, 708.396_418_532_264_1, 104.0, 1.0],
    step: LN_2 / 2.0,
    ..MIX
};
const EXP2: Mix = Mix {
    single: (-150.0, 128.0),
    double: (-1075.0, 1024.0),
    points: &[126.0, 149.0, 1022.0, 1074.0],
    step: 0.5,
    ..MIX
};
const EXP_M1: Mix = Mix {
    single: (-18.0, 88.722_84),
    double: (-38.0, 709.782_712_893_384),
    points: &[0.25, 0.5, 1.0, 17.328_68, 37.429_947_750_237_05],
    ..EXP
};
const LN: Mix = Mix {
    single: (0.25, 4.0),
    double: (0.25, 4.0),
    points: &[1.0, FRAC_1_SQRT_2, SQRT_2, 0.75, 1.5, 2.0 / 3.0, 4.0 / 3.0],
    step: 1.0,
    origin: 1.0,
    reach: 100,
    positive: true,
};
const LN_1P: Mix = Mix {
    single: (-1.0, 4.0),
    double: (-1.0, 4.0),
    points: &[1.0, FRAC_1_SQRT_2 - 1.0, SQRT_2 - 1.0, 0.5, 0.25],
    reach: 100,
    ..MIX
};
const CIRCULAR: Mix = Mix {
    single: (-30.0, 30.0),
    double: (-30.0, 30.0),
    points: &[5.319_372_648_326_541e255, 1e22, 1e5, 1e9],
    step: FRAC_PI_4,
    reach: FAR,
    ..MIX
};
const UNIT: Mix = Mix {
    single: (-1.0, 1.0),
    double: (-1.0, 1.0),
    points: &[1.0, 0.5, FRAC_1_SQRT_2],
    step: 1.0 / 16.0,
    reach: 0,
    ..MIX
};
const ATAN: Mix = Mix { points: &[1.0, 0.4375, 0.6875, 1.1875, 2.4375, SQRT_2 - 1.0], reach: FAR, ..MIX };
const SINH: Mix = Mix {
    single: (-89.415_985, 89.415_985),
    double: (-710.475_860_073_943_9, 710.475_860_073_943_9),
    points: &[88.722_84, 709.782_712_893_384, 1.0, 22.0, 9.0],
    step: LN_2 / 2.0,
    ..MIX
};
const TANH: Mix = Mix {
    single: (-9.1, 9.1),
    double: (-19.1, 19.1),
    points: &[0.55, 0.625, 9.01, 19.06, 22.0],
    step: LN_2 / 4.0,
    ..MIX
};
const ASINH: Mix = Mix { reach: 100, ..MIX };
const ACOSH: Mix = Mix { single: (1.0, 10.0), double: (1.0, 10.0), origin: 1.0, reach: 100, positive: true, ..MIX };
const SQRT: Mix = Mix { single: (0.0, 4.0), double: (0.0, 4.0), reach: 100, positive: true, ..MIX };
const CBRT: Mix = Mix { reach: 100, ..MIX };
const ROUNDING: Mix = Mix {
    single: (-1000.0, 1000.0),
    double: (-1000.0, 1000.0),
    points: &[0.5, 8_388_608.0, 2_147_483_648.0, 4_503_599_627_370_496.0, 9_223_372_036_854_775_808.0],
    reach: 70,
    ..MIX
};

const fn one(name: &'static str, mix: Mix, exceptional: fn(f64) -> bool) -> Function {
    Function { name, arity: Arity::One, bound: 1.0, reason: "", exceptional, mix }
}

const fn two(name: &'static str, arity: Arity) -> Function {
    Function { name, arity, bound: 1.0, reason: "", exceptional: |_| false, mix: MIX }
}

const fn rounding(name: &'static str) -> Function {
    Function { bound: 0.0, reason: "exact", ..one(name, ROUNDING, |_| false) }
}

pub const FUNCTIONS: [Function; 29] = [
    one("exp", EXP, |_| false),
    one("exp2", EXP2, |_| false),
    one("exp_m1", EXP_M1, |_| false),
    one("ln", LN, |x| x < 0.0 || x == 1.0),
    one("ln_1p", LN_1P, |x| x <= -1.0),
    one("log2", LN, |x| x < 0.0 || x == 1.0),
    one("log10", LN, |x| x < 0.0 || x == 1.0),
    one("sin", CIRCULAR, |_| false),
    one("cos", CIRCULAR, |_| false),
    one("tan", CIRCULAR, |_| false),
    one("asin", UNIT, |x| x.abs() > 1.0),
    one("acos", UNIT, |x| x.abs() > 1.0 || x == 1.0),
    one("atan", ATAN, |_| false),
    one("sinh", SINH, |_| false),
    one("cosh", SINH, |_| false),
    one("tanh", TANH, |_| false),
    one("asinh", ASINH, |_| false),
    one("acosh", ACOSH, |x| x <= 1.0),
    one("atanh", UNIT, |x| x.abs() >= 1.0),
    Function { bound: 0.5, reason: "correctly rounded", ..one("sqrt", SQRT, |x| x < 0.0) },
    one("cbrt", CBRT, |_| false),
    two("atan2", Arity::Plane),
    two("hypot", Arity::Plane),
    two("powf", Arity::Power),
    // Multiplications in the order of `std`'s `powi`, whose bits it has: errors grow with the exponent, and a result below 1/MAX,
    // which is a reciprocal, is 0.
    Function { bound: f64::INFINITY, reason: "the bits of std's", ..two("powi", Arity::IntegerPower) },
    rounding("floor"),
    rounding("ceil"),
    rounding("round"),
    rounding("trunc"),
];
