//! The operations of `Numbers`, `Integers` and `Floats`.

use super::check::operations;
use super::samples::{Sample, arguments};
use super::{Job, tiers};
use crate::lanes::{Floats, Integers, Lanes, Numbers, Simd};

operations! { comparisons: (f64 F64 f32 F32 i64 I64 u64 U64 i32 I32 u32 U32 i16 I16 u16 U16 i8 I8 u8 U8) -> bool Mask;
    lt exact [x, y] x.lt(y) => x < y;
    le exact [x, y] x.le(y) => x <= y;
    eq exact [x, y] Numbers::eq(x, y) => x == y;
    gt exact [x, y] x.gt(y) => x > y;
    ge exact [x, y] x.ge(y) => x >= y;
    ne exact [x, y] Numbers::ne(x, y) => x != y;
}

operations! { choices: (f64 F64 f32 F32 i64 I64 u64 U64 i32 I32 u32 U32 i16 I16 u16 U16 i8 I8 u8 U8);
    min equal [x, y] Numbers::min(x, y) => Number::min(x, y);
    max equal [x, y] Numbers::max(x, y) => Number::max(x, y);
    select exact [x, y, z] Lanes::select(x.lt(y), z, x) => if x < y { z } else { x };
    like exact [_x] _x.like(42 as Number) => 42 as Number;
}

// Where `madd` rounds once, the first line tells; elsewhere the second one.
operations! { float_arithmetic: (f64 F64 f32 F32);
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
    madd value [x, y, z] if S::FUSES { x.madd(y, z) } else { x.mul_add(y, z) } => x.mul_add(y, z);
    madd value [x, y, z] if S::FUSES { x * y + z } else { x.madd(y, z) } => x * y + z;
    nmadd value [x, y, z] if S::FUSES { x.nmadd(y, z) } else { (-x).mul_add(y, z) } => (-x).mul_add(y, z);
    nmadd value [x, y, z] if S::FUSES { z - x * y } else { x.nmadd(y, z) } => z - x * y;
    at_least equal [x, y] x.at_least(y) => if x < y { y } else { x };
    at_most equal [x, y] x.at_most(y) => if x > y { y } else { x };
    sqrt value [x] x.sqrt() => x.sqrt();
    floor value [x] x.floor() => x.floor();
    ceil value [x] x.ceil() => x.ceil();
    trunc value [x] x.trunc() => x.trunc();
    round_ties_even value [x] x.round_ties_even() => x.round_ties_even();
    from_bits exact [x] Floats::<S, Number>::from_bits(x.to_bits()) => x;
    from_int exact [x] Floats::<S, Number>::from_int(x.to_int()) => x;
}

operations! { bits_of_f64: (f64 F64) -> u64 U64; to_bits exact [x] x.to_bits() => x.to_bits(); }
operations! { int_of_f64: (f64 F64) -> i64 I64; to_int exact [x] x.to_int() => x.to_bits() as i64; }
operations! { bits_of_f32: (f32 F32) -> u32 U32; to_bits exact [x] x.to_bits() => x.to_bits(); }
operations! { int_of_f32: (f32 F32) -> i32 I32; to_int exact [x] x.to_int() => x.to_bits() as i32; }

operations! { integer_arithmetic: (i64 I64 u64 U64 i32 I32 u32 U32 i16 I16 u16 U16 i8 I8 u8 U8);
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
    raise exact [x, y] x.raise(x.lt(y)) => if x < y { x.wrapping_add(1) } else { x };
    lower exact [x, y] x.lower(x.lt(y)) => if x < y { x.wrapping_sub(1) } else { x };
    quotient exact [x, y] x.quotient(y) => if y == 0 { 0 } else { x.wrapping_div(y) };
    remainder exact [x, y] x.remainder(y) => if y == 0 { 0 } else { x.wrapping_rem(y) };
}

operations! { signed: (i64 I64 i32 I32 i16 I16 i8 I8); abs exact [x] x.abs() => x.wrapping_abs(); }
operations! { unsigned: (u64 U64 u32 U32 u16 U16 u8 U8); abs exact [x] x.abs() => x; }

/// Shifts by one amount for all lanes.
macro_rules! shifts {
    ($test:ident: $types:tt; $($n:literal)*) => {
        operations! { $test: $types;
            $(shl exact [x] x << $n => x << $n; shr exact [x] x >> $n => x >> $n;)*
        }
    };
}

shifts! { shifts_of_64_bits: (i64 I64 u64 U64); 0 1 13 31 32 33 63 }
shifts! { shifts_of_32_bits: (i32 I32 u32 U32); 0 1 13 16 31 }
shifts! { shifts_of_16_bits: (i16 I16 u16 U16); 0 1 7 8 15 }
shifts! { shifts_of_8_bits: (i8 I8 u8 U8); 0 1 2 3 4 5 6 7 }

/// The sum of all lanes, of each type.
macro_rules! sums {
    ($($T:ident $Gang:ident $plus:expr;)*) => { $({
        struct Sums;

        impl SumOf for Sums {
            type T = $T;
            #[inline(always)]
            unsafe fn sum<S: Simd>(s: S, ptr: *const $T) -> $T {
                // SAFETY: the caller's promise.
                unsafe { S::$Gang::load(s, ptr) }.reduce($plus)
            }
        }

        check_sums::<Sums>($plus);
    })* };
}

/// The sum of a gang of one type.
trait SumOf {
    type T: Sample;

    /// The sum of `LANES` neighbours.
    ///
    /// # Safety
    ///
    /// They are readable.
    unsafe fn sum<S: Simd>(s: S, ptr: *const Self::T) -> Self::T;
}

/// The sums of neighbours in a list.
struct AllSums<'a, T: SumOf, const WIDEST: usize>(&'a [T::T]);

impl<T: SumOf, const WIDEST: usize> Job for AllSums<'_, T, WIDEST> {
    type Output = Vec<T::T>;
    const WIDEST: usize = WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) -> Vec<T::T> {
        // SAFETY: a chunk has `LANES` elements.
        self.0.chunks_exact(S::LANES).map(|lanes| unsafe { T::sum(s, lanes.as_ptr()) }).collect()
    }
}

fn check_sums<T: SumOf>(plus: impl Fn(T::T, T::T) -> T::T) {
    let list = arguments::<T::T, 1>().into_iter().map(|[x]| x).collect::<Vec<_>>();
    for tier in tiers() {
        let compare = |width: usize, sums: Vec<T::T>| {
            for (lanes, got) in list.chunks_exact(width).zip(sums) {
                let mut left = lanes.to_vec();
                while left.len() > 1 {
                    let (low, high) = left.split_at(left.len() / 2);
                    left = low.iter().zip(high).map(|(&x, &y)| plus(x, y)).collect();
                }
                assert!(left[0].value(got), "sum of {lanes:?} on {tier}: {got:?}, not {:?}", left[0]);
            }
        };
        // SAFETY: the CPU has the tier.
        unsafe {
            compare(8, tier.run(AllSums::<T, 8>(&list)));
            compare(16, tier.run(AllSums::<T, 4>(&list)));
        }
    }
}

#[test]
fn sums() {
    sums! {
        f64 F64 |x, y| x + y; f32 F32 |x, y| x + y;
        i64 I64 i64::wrapping_add; u64 U64 u64::wrapping_add;
        i32 I32 i32::wrapping_add; u32 U32 u32::wrapping_add;
        i16 I16 i16::wrapping_add; u16 U16 u16::wrapping_add;
        i8 I8 i8::wrapping_add; u8 U8 u8::wrapping_add;
        f64 F64 |x, y| x * y; f32 F32 f32::max; i64 I64 i64::wrapping_mul; i32 I32 i32::min; u16 U16 u16::max; u8 U8 u8::min;
    }
}
