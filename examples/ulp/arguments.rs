//! Arguments: a mix that is the same at every run.

use std::cell::Cell;
use std::f64::consts::TAU;

use crate::float::Float;
use crate::functions::{Arity, FAR, Function, Mix};
use crate::reference::power_of_two;

/// How many arguments are evaluated at once.
pub const BLOCK: usize = 4096;

/// Arguments of one source stay together for this long, so that whole gangs take one path and others take several.
const RUN: usize = 64;

/// SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
struct Generator(Cell<u64>);

impl Generator {
    fn bits(&self) -> u64 {
        let state = self.0.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        self.0.set(state);
        let z = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    fn below(&self, n: u64) -> u64 {
        ((u128::from(self.bits()) * u128::from(n)) >> 64) as u64
    }

    fn chance(&self, one_in: u64) -> bool {
        self.below(one_in) == 0
    }

    fn uniform(&self, low: f64, high: f64) -> f64 {
        low + (high - low) * ((self.bits() >> 11) as f64 / (1u64 << 53) as f64)
    }

    fn sign(&self) -> f64 {
        if self.bits() >> 63 == 0 { 1.0 } else { -1.0 }
    }

    /// A positive number whose exponent is one of `low..=high`, evenly.
    fn of_exponent(&self, low: i32, high: i32) -> f64 {
        let exponent = low + self.below((high - low + 1) as u64) as i32;
        self.uniform(1.0, 2.0) * power_of_two(exponent / 2) * power_of_two(exponent - exponent / 2)
    }

    fn pick<U: Copy>(&self, from: &[U]) -> U {
        from[self.below(from.len() as u64) as usize]
    }

    /// Any bits, apart from those of signalling NaN: of them, C's `pow` and `hypot` make NaN where quiet ones do not matter.
    fn any<T: Float>(&self) -> T {
        let x = T::from_low_bits(self.bits() >> (64 - T::BITS));
        if x.into().is_nan() { T::nearest(f64::NAN.copysign(x.into())) } else { x }
    }

    /// A number some floats away from `x`: mostly a few, sometimes many.
    fn beside<T: Float>(&self, x: f64) -> T {
        let spread = if self.chance(2) { 2 } else { self.below(u64::from(T::BITS) * 3 / 4) };
        let steps = self.below(2 << spread) as i64 - (1 << spread);
        T::from_low_bits(T::nearest(x).low_bits().wrapping_add_signed(steps))
    }

    /// Subnormal, or a few times the smallest normal number.
    fn tiny<T: Float>(&self) -> T {
        let bits = self.bits() >> (64 - T::FORMAT.digits - 1) >> self.below(T::FORMAT.digits as u64);
        let magnitude: f64 = T::from_low_bits(bits).into();
        T::nearest(magnitude * self.sign())
    }
}

/// A block of arguments; functions use the second and third as they need them.
#[derive(Clone)]
pub struct Arguments<T> {
    pub x: Vec<T>,
    pub y: Vec<T>,
    pub n: Vec<i32>,
}

impl<T: Float> Arguments<T> {
    pub fn new() -> Self {
        Self { x: vec![T::default(); BLOCK], y: vec![T::default(); BLOCK], n: vec![0; BLOCK] }
    }

    /// The second argument of `function` at a point.
    pub fn second(&self, function: &Function, at: usize) -> f64 {
        match function.arity {
            Arity::One => 0.0,
            Arity::IntegerPower => self.n[at].into(),
            Arity::Plane | Arity::Power => self.y[at].into(),
        }
    }

    /// All numbers of the type, a block at a time.
    pub fn fill_in_order(&mut self, block: u64) {
        for (bits, x) in (block * BLOCK as u64..).zip(&mut self.x) {
            *x = T::from_low_bits(bits);
        }
    }

    pub fn fill(&mut self, function: &Function, block: u64) {
        // The seed: blocks are independent of each other, and of who computes them.
        let seed = function.name.bytes().fold(block, |hash, byte| hash.wrapping_mul(0x100_0000_01b3) ^ u64::from(byte));
        let random = Generator(Cell::new(seed.wrapping_mul(0xd134_2543_de82_ef95)));
        for start in (0..BLOCK).step_by(RUN) {
            let mixed = random.chance(4);
            let mut source = random.below(SOURCES);
            for at in start..start + RUN {
                if mixed {
                    source = random.below(SOURCES);
                }
                self.set(function, at, source, &random);
            }
        }
    }

    fn set(&mut self, function: &Function, at: usize, source: u64, random: &Generator) {
        match function.arity {
            Arity::One => self.x[at] = single(&function.mix, source, random),
            Arity::Plane => (self.x[at], self.y[at]) = point(source, random),
            Arity::Power => (self.x[at], self.y[at]) = power(source, random),
            Arity::IntegerPower => (self.x[at], self.n[at]) = integer_power(source, random),
        }
    }
}

const SOURCES: u64 = 7;

fn single<T: Float>(mix: &Mix, source: u64, random: &Generator) -> T {
    let (low, high) = if T::BITS == 32 { mix.single } else { mix.double };
    let x: T = match source {
        0 | 1 => random.any(),
        2 | 3 => T::nearest(random.uniform(low, high)),
        4 => T::nearest(mix.origin + random.sign() * random.of_exponent(-T::FORMAT.digits - 10, mix.reach)),
        5 => {
            // Far multiples only where the function has no ends: of the circular ones.
            let most = if mix.reach == FAR { 50 } else { (low.abs().max(high.abs()) / mix.step).log2() as i32 };
            random.beside(random.sign() * random.of_exponent(0, most).floor() * mix.step)
        }
        _ if random.chance(8) => random.tiny(),
        _ => {
            let ends = random.pick(&[low, high]);
            let point = random.pick(mix.points) * random.sign();
            random.beside(if random.chance(4) { ends } else { point })
        }
    };
    let negative = x.into() < 0.0;
    if mix.positive && negative && !random.chance(16) { T::nearest(-x.into()) } else { x }
}

/// Coordinates.
fn point<T: Float>(source: u64, random: &Generator) -> (T, T) {
    let (smallest, largest) = (T::FORMAT.exponents.0 - T::FORMAT.digits + 1, T::FORMAT.exponents.1);
    match source {
        0 => (random.any(), random.any()),
        1 | 2 => (T::nearest(random.uniform(-4.0, 4.0)), T::nearest(random.uniform(-4.0, 4.0))),
        3 => {
            let x = random.of_exponent(smallest, largest);
            (T::nearest(x * random.sign()), random.beside(x * random.sign()))
        }
        4 | 5 => {
            let x = random.of_exponent(smallest, largest);
            let ratio = random.of_exponent(-2 * T::FORMAT.digits, 2 * T::FORMAT.digits);
            (T::nearest(x * random.sign()), T::nearest(x * ratio * random.sign()))
        }
        _ => {
            let ends = [power_of_two(T::FORMAT.exponents.0), 1.0, power_of_two(largest), power_of_two(largest / 2)];
            let x = if random.chance(4) { random.tiny() } else { random.beside(random.pick(&ends) * random.sign()) };
            (x, random.beside(random.pick(&ends) * random.sign()))
        }
    }
}

/// The binary logarithm of a power that is in the range, or at its ends.
fn logarithm_of_power<T: Float>(random: &Generator) -> f64 {
    let (low, high) = (T::FORMAT.exponents.0 - T::FORMAT.digits, T::FORMAT.exponents.1 + 1);
    let (low, high) = (f64::from(low), f64::from(high));
    match random.below(8) {
        0 => random.pick(&[low, high, f64::from(T::FORMAT.exponents.0)]) + random.uniform(-0.01, 0.01),
        1 => random.uniform(-1.0, 1.0),
        _ => random.uniform(low - 1.0, high + 1.0),
    }
}

/// Base and exponent.
fn power<T: Float>(source: u64, random: &Generator) -> (T, T) {
    let smallest = T::FORMAT.exponents.0 - T::FORMAT.digits + 1;
    let base: T = match source {
        0 => {
            return (
                if random.chance(4) { random.any() } else { T::nearest(random.any::<T>().into().abs()) },
                random.any(),
            );
        }
        1 => T::nearest(random.of_exponent(smallest, T::FORMAT.exponents.1)),
        2 => T::nearest(1.0 + random.sign() * random.of_exponent(-T::FORMAT.digits, -2)),
        3 => {
            let n = random.of_exponent(0, 12).floor() * random.sign();
            return (T::nearest(-(random.of_exponent(-12, 12))), T::nearest(n));
        }
        4 => {
            let exponent = (random.below(81) as f64 - 40.0) / random.pick(&[1.0, 2.0]);
            return (T::nearest(random.below(64) as f64 * random.pick(&[1.0, 0.25])), T::nearest(exponent));
        }
        _ => T::nearest(random.uniform(0.0, 10.0)),
    };
    let logarithm = base.into().log2();
    let exponent = if source == 5 { random.uniform(-10.0, 10.0) } else { logarithm_of_power::<T>(random) / logarithm };
    (base, T::nearest(exponent))
}

/// Base and a whole exponent.
fn integer_power<T: Float>(source: u64, random: &Generator) -> (T, i32) {
    let n = match source {
        0 => return (random.any(), random.below(9) as i32 - 4),
        1 => return (T::nearest(random.uniform(-TAU, TAU)), random.below(65) as i32 - 32),
        2 => return (T::nearest(random.sign() * random.of_exponent(-3, 3)), random.pick(&[-2, -1, 0, 1, 2, 3])),
        3 => random.bits() as i32,
        4 => (random.of_exponent(0, 30) * random.sign()) as i32,
        _ => random.below(2001) as i32 - 1000,
    };
    let base = (logarithm_of_power::<T>(random) / f64::from(n)).exp2();
    (T::nearest(base * random.sign()), n)
}
