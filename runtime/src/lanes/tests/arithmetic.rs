//! The operations of `Numbers`, `Integers` and `Floats`.

use super::check::check;
use super::samples::{Sample, arguments};
use super::{Test, on_every_tier};
use crate::lanes::dispatch::Tier;
use crate::lanes::{Floats, Integers, Lanes, Numbers, Simd};

/// A list of operations: `name comparison [arguments] gangs => scalars;`. The `comparison` is a method of [`Sample`].
macro_rules! operations {
    ($Test:ident of $types:tt $($ops:tt)*) => {
        #[derive(Clone, Copy)]
        struct $Test;

        impl Test for $Test {
            fn run<S: Simd>(self, s: S, tier: Tier) {
                operations! { @types (s, tier) S $types { $($ops)* } }
            }
        }
    };
    (@types $on:tt $S:ident ($($T:ident $Gang:ident)*) $ops:tt) => {
        $( operations! { @type $on $S $T $Gang $ops } )*
    };
    (@type $on:tt $S:ident $T:ident $Gang:ident { $($name:ident $same:ident [$($x:ident),*] $gangs:expr => $scalars:expr;)* }) => {{
        // What the lines may call the element type.
        #[allow(dead_code)]
        type Number = $T;
        $( operations! { @line $on $S $T $Gang $name $same [$($x),*] $gangs => $scalars } )*
    }};
    (@line $on:tt $S:ident $T:ident $Gang:ident $name:ident $same:ident [$($x:ident),*] $gangs:expr => $scalars:expr) => {
        check(
            $on,
            concat!(stringify!($name), " of ", stringify!($T)),
            Sample::$same,
            &arguments::<$T, { [$(stringify!($x)),*].len() }>(),
            |[$($x),*]: [$S::$Gang; _]| $gangs,
            |[$($x),*]: [$T; _]| $scalars,
        )
    };
}

operations! { Ordering of (
    f64 F64 f32 F32 i64 I64 u64 U64 i32 I32 u32 U32 i16 I16 u16 U16 i8 I8 u8 U8
)
    lt exact [x, y] x.lt(y) => x < y;
    le exact [x, y] x.le(y) => x <= y;
    eq exact [x, y] Numbers::eq(x, y) => x == y;
    gt exact [x, y] x.gt(y) => x > y;
    ge exact [x, y] x.ge(y) => x >= y;
    ne exact [x, y] Numbers::ne(x, y) => x != y;
    min equal [x, y] Numbers::min(x, y) => Number::min(x, y);
    max equal [x, y] Numbers::max(x, y) => Number::max(x, y);
    select exact [x, y, z] Lanes::select(x.lt(y), z, x) => if x < y { z } else { x };
    like exact [x] x.like(42 as Number) => { let _ = x; 42 as Number };
}

operations! { FloatArithmetic of (f64 F64 f32 F32)
    add value [x, y] x + y => x + y;
    add_number value [x] x + 0.1 => x + 0.1;
    sub value [x, y] x - y => x - y;
    sub_number value [x] x - 0.1 => x - 0.1;
    mul value [x, y] x * y => x * y;
    mul_number value [x] x * 0.1 => x * 0.1;
    div value [x, y] x / y => x / y;
    div_number value [x] x / 0.1 => x / 0.1;
    neg exact [x] -x => -x;
    abs exact [x] x.abs() => x.abs();
    copysign exact [x, y] x.copysign(y) => x.copysign(y);
    mul_add value [x, y, z] x.mul_add(y, z) => x.mul_add(y, z);
    madd value [x, y, z] x.madd(y, z) => if S::FUSES { x.mul_add(y, z) } else { x * y + z };
    at_least equal [x, y] x.at_least(y) => if x < y { y } else { x };
    at_most equal [x, y] x.at_most(y) => if x > y { y } else { x };
    sqrt value [x] x.sqrt() => x.sqrt();
    floor value [x] x.floor() => x.floor();
    ceil value [x] x.ceil() => x.ceil();
    trunc value [x] x.trunc() => x.trunc();
    round_ties_even value [x] x.round_ties_even() => x.round_ties_even();
}

operations! { F64Bits of (f64 F64)
    to_bits exact [x] x.to_bits() => x.to_bits();
    to_int exact [x] x.to_int() => x.to_bits() as i64;
    from_bits exact [x] S::F64::from_bits(x.to_bits()) => x;
    from_int exact [x] S::F64::from_int(x.to_int()) => x;
}

operations! { F32Bits of (f32 F32)
    to_bits exact [x] x.to_bits() => x.to_bits();
    to_int exact [x] x.to_int() => x.to_bits() as i32;
    from_bits exact [x] S::F32::from_bits(x.to_bits()) => x;
    from_int exact [x] S::F32::from_int(x.to_int()) => x;
}

operations! { IntegerArithmetic of (i64 I64 u64 U64 i32 I32 u32 U32 i16 I16 u16 U16 i8 I8 u8 U8)
    add exact [x, y] x + y => x.wrapping_add(y);
    add_number exact [x] x + 77 => x.wrapping_add(77);
    sub exact [x, y] x - y => x.wrapping_sub(y);
    sub_number exact [x] x - 77 => x.wrapping_sub(77);
    mul exact [x, y] x * y => x.wrapping_mul(y);
    mul_number exact [x] x * 77 => x.wrapping_mul(77);
    neg exact [x] -x => x.wrapping_neg();
    bitand exact [x, y] x & y => x & y;
    bitand_number exact [x] x & 77 => x & 77;
    bitor exact [x, y] x | y => x | y;
    bitor_number exact [x] x | 77 => x | 77;
    bitxor exact [x, y] x ^ y => x ^ y;
    bitxor_number exact [x] x ^ 77 => x ^ 77;
    not exact [x] !x => !x;
    shl_by exact [x, y] x.shl_by(y) => x.wrapping_shl(y as u32);
    shr_by exact [x, y] x.shr_by(y) => x.wrapping_shr(y as u32);
    quotient exact [x, y] x.quotient(y) => if y == 0 { 0 } else { x.wrapping_div(y) };
    remainder exact [x, y] x.remainder(y) => if y == 0 { 0 } else { x.wrapping_rem(y) };
}

operations! { Signed of (i64 I64 i32 I32 i16 I16 i8 I8)
    abs exact [x] x.abs() => x.wrapping_abs();
}

operations! { Unsigned of (u64 U64 u32 U32 u16 U16 u8 U8)
    abs exact [x] x.abs() => x;
}

/// Shifts by one amount for all lanes.
#[derive(Clone, Copy)]
struct Shifts;

impl Test for Shifts {
    fn run<S: Simd>(self, s: S, tier: Tier) {
        macro_rules! shifts {
            ($($T:ident $Gang:ident)*) => { $(
                let numbers = arguments::<$T, 1>();
                let some = &numbers[..numbers.len().min(1000)];
                for n in 0..$T::BITS {
                    let name = format!("shift by {n} of {}", stringify!($T));
                    check((s, tier), &name, Sample::exact, some, |[x]: [S::$Gang; 1]| x << n, |[x]| x << n);
                    check((s, tier), &name, Sample::exact, some, |[x]: [S::$Gang; 1]| x >> n, |[x]| x >> n);
                }
                let name = concat!("shift by 3 of ", stringify!($T));
                check((s, tier), name, Sample::exact, &numbers, |[x]: [S::$Gang; 1]| x << 3 >> 2, |[x]| x << 3 >> 2);
            )* };
        }
        shifts! { i64 I64 u64 U64 i32 I32 u32 U32 i16 I16 u16 U16 i8 I8 u8 U8 }
    }
}

/// The sum of all lanes: halves, lane by lane.
#[derive(Clone, Copy)]
struct Sums;

impl Test for Sums {
    fn run<S: Simd>(self, s: S, tier: Tier) {
        macro_rules! sums {
            ($($T:ident $Gang:ident $plus:expr;)*) => { $(
                for chunk in arguments::<$T, 1>().as_chunks::<16>().0 {
                    let mut lanes = chunk.map(|[x]| x);
                    let gang = S::$Gang::from_array(s, crate::lanes::LaneArray::from_fn(|lane| lanes[lane]));
                    let mut width = S::LANES / 2;
                    while width > 0 {
                        for lane in 0..width {
                            lanes[lane] = $plus(lanes[lane], lanes[lane + width]);
                        }
                        width /= 2;
                    }
                    assert!(lanes[0].value(gang.sum()), "sum of {chunk:?} on {tier}: {} not {}", gang.sum(), lanes[0]);
                }
            )* };
        }
        sums! {
            f64 F64 |x, y| x + y; f32 F32 |x, y| x + y;
            i64 I64 i64::wrapping_add; u64 U64 u64::wrapping_add;
            i32 I32 i32::wrapping_add; u32 U32 u32::wrapping_add;
            i16 I16 i16::wrapping_add; u16 U16 u16::wrapping_add;
            i8 I8 i8::wrapping_add; u8 U8 u8::wrapping_add;
        }
    }
}

macro_rules! tests {
    ($($name:ident: $Test:ident)*) => { $(
        #[test]
        fn $name() {
            on_every_tier($Test);
        }
    )* };
}

tests! {
    ordering: Ordering
    float_arithmetic: FloatArithmetic
    f64_bits: F64Bits
    f32_bits: F32Bits
    integer_arithmetic: IntegerArithmetic
    signed: Signed
    unsigned: Unsigned
    shifts: Shifts
    sums: Sums
}
