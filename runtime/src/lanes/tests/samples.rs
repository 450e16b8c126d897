//! Arguments: edge values and random ones.

use core::fmt::Debug;

/// How many random arguments an operation gets: 100,000 in release builds and fewer in debug ones, or as many as the environment
/// variable `NDWEAVE_LANE_SAMPLES` says, for CPUs that are slow or emulated.
pub fn count() -> usize {
    match std::env::var("NDWEAVE_LANE_SAMPLES") {
        Ok(count) => count.parse().expect("NDWEAVE_LANE_SAMPLES is a number"),
        Err(_) if cfg!(debug_assertions) => 2_000,
        Err(_) => 100_000,
    }
}

/// Numbers from splitmix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let x = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let x = (x ^ x >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ x >> 31
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }
}

/// A type that tests make up values of, and compare.
pub trait Sample: Copy + Debug + 'static {
    const EDGES: &'static [Self];

    /// Any bits.
    fn any(random: &mut Random) -> Self;
    /// A number of everyday size.
    fn ordinary(random: &mut Random) -> Self;
    /// The same bits.
    fn exact(self, other: Self) -> bool;
    /// The same bits, or both NaN: the payload of a computed NaN is not defined.
    fn value(self, other: Self) -> bool;
    /// Equal, or both NaN: zeros of both signs are one.
    fn equal(self, other: Self) -> bool;
}

/// Arguments of an operation of `A` values of type `T`: all pairs of edges, and random ones.
pub fn arguments<T: Sample, const A: usize>() -> Vec<[T; A]> {
    let edges = T::EDGES.len();
    let pairs = if A == 1 { edges } else { edges * edges };
    let count = count();
    let mut arguments = Vec::with_capacity(pairs + count);
    for pair in 0..pairs {
        arguments.push(core::array::from_fn(|at| {
            T::EDGES[match at {
                0 => pair % edges,
                1 => pair / edges,
                _ => (5 * pair + pair / edges + at) % edges,
            }]
        }));
    }
    let mut random = Random(A as u64);
    for _ in 0..count {
        let mut values = [(); A].map(|()| match random.below(8) {
            0 => T::EDGES[random.below(edges)],
            1..4 => T::any(&mut random),
            _ => T::ordinary(&mut random),
        });
        if random.below(16) == 0 {
            values = [values[0]; A];
        }
        arguments.push(values);
    }
    arguments
}

macro_rules! integers {
    ($($T:ident)*) => { $(
        impl Sample for $T {
            const EDGES: &'static [$T] = &{
                const BITS: u32 = $T::BITS;
                let mut edges = [0; 30];
                let simple = [1, 2, 3, 5, 7, 10, 100, $T::MAX, $T::MAX - 1, $T::MAX / 2, $T::MAX / 3, $T::MIN, $T::MIN + 1];
                let mut at = 0;
                while at < simple.len() {
                    edges[at + 1] = simple[at];
                    at += 1;
                }
                let powers = [BITS / 2, BITS / 2 - 1, BITS - 2, BITS / 4, 4];
                let mut power = 0;
                while power < powers.len() {
                    let x = 1 << powers[power];
                    edges[at + 1] = x;
                    edges[at + 2] = x - 1;
                    edges[at + 3] = x + 1;
                    at += 3;
                    power += 1;
                }
                // Minus one and minus seven, or what their bits are without a sign.
                edges[at + 1] = !0;
                edges
            };

            fn any(random: &mut Random) -> Self {
                random.next() as $T
            }
            fn ordinary(random: &mut Random) -> Self {
                (random.below(201) as $T).wrapping_sub(100)
            }
            fn exact(self, other: Self) -> bool {
                self == other
            }
            fn value(self, other: Self) -> bool {
                self == other
            }
            fn equal(self, other: Self) -> bool {
                self == other
            }
        }
    )* };
}

integers! { i64 u64 i32 u32 i16 u16 i8 u8 }

macro_rules! floats {
    ($($T:ident $Bits:ident: $two_to_mantissa:expr, $payload:expr;)*) => { $(
        impl Sample for $T {
            const EDGES: &'static [$T] = &[
                0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, -1.5, 2.5, -2.5, 3.49999, -7.0, 1.0 / 3.0,
                $T::INFINITY, $T::NEG_INFINITY, $T::NAN, -$T::NAN, $T::from_bits($T::NAN.to_bits() | $payload),
                $T::MAX, $T::MIN, $T::MIN_POSITIVE, -$T::MIN_POSITIVE, $T::from_bits(1), -$T::from_bits(0x1234),
                0.5 - $T::EPSILON / 4.0, 1.0 + $T::EPSILON,
                $two_to_mantissa, -$two_to_mantissa - 1.0, $two_to_mantissa / 2.0 + 0.5, -$two_to_mantissa / 4.0 - 0.25,
                // The ends of the ranges of integers.
                127.5, -129.0, 255.5, 32767.5, -32769.0, 65536.0,
                2147483648.0, 2147483520.0, -2147483648.0, -2147483904.0, 2147483647.5 as $T, 4294967040.0, 4294967296.0,
                9223372036854775808.0, -9223372036854775808.0, 9223371487098961920.0, -9223373136366403584.0,
                18446744073709551616.0, 18446742974197923840.0,
            ];

            fn any(random: &mut Random) -> Self {
                $T::from_bits(random.next() as $Bits)
            }
            fn ordinary(random: &mut Random) -> Self {
                // Up to 2⁷⁰, down to 2⁻²⁰, and often a half or an integer.
                let digits = 1 + random.below(60);
                let x = (random.next() as i64 >> (63 - digits)) as $T;
                match random.below(4) {
                    0 => x / 2.0,
                    1 => x * 1024.0,
                    2 => x / 1048576.0,
                    _ => x,
                }
            }
            fn exact(self, other: Self) -> bool {
                self.to_bits() == other.to_bits()
            }
            fn value(self, other: Self) -> bool {
                self.exact(other) || self.is_nan() && other.is_nan()
            }
            fn equal(self, other: Self) -> bool {
                self == other || self.is_nan() && other.is_nan()
            }
        }
    )* };
}

floats! {
    f64 u64: 4503599627370496.0, 0xbeef;
    f32 u32: 8388608.0, 0xbeef;
}

impl Sample for bool {
    const EDGES: &'static [bool] = &[false, true];

    fn any(random: &mut Random) -> Self {
        random.below(2) == 1
    }
    fn ordinary(random: &mut Random) -> Self {
        random.below(2) == 1
    }
    fn exact(self, other: Self) -> bool {
        self == other
    }
    fn value(self, other: Self) -> bool {
        self == other
    }
    fn equal(self, other: Self) -> bool {
        self == other
    }
}
