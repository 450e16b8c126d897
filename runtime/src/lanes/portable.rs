//! The portable tier: `wide`'s vectors, as wide as the build's flags allow, and arrays where `wide` has none.

use wide::{
    f32x8, f32x16, f64x8, i8x16, i16x8, i16x16, i32x8, i32x16, i64x8, u8x16, u16x8, u16x16, u32x8, u32x16, u64x8,
};

use super::cast::sign_casts;
use super::mask::{MaskGang, Truths};
use super::register::{FloatRegister, IntegerRegister, Register};
use super::simd::Simd;
use super::vector::{MaskFrom, Vector, bits};

/// The portable tier with gangs of `N` lanes. Any CPU has it.
#[derive(Clone, Copy, Debug)]
pub struct Portable<const N: usize>;

/// Vectors of `wide`, whose comparisons give vectors of the same type, and what they do beside adding.
macro_rules! registers {
    ($($R:ident: $T:ident $N:literal { $($op:ident($($x:ident),*) $value:expr;)* })*) => { $(
        impl Register<$T> for $R {
            type Array = [$T; $N];
            type Mask = Self;
            const N: usize = $N;

            #[inline(always)]
            fn splat(x: $T) -> Self {
                $R::splat(x)
            }
            #[inline(always)]
            unsafe fn load(ptr: *const $T) -> Self {
                // SAFETY: the caller's promise; an unaligned read asks for no more.
                $R::new(unsafe { ptr.cast::<[$T; $N]>().read_unaligned() })
            }
            #[inline(always)]
            unsafe fn store(self, ptr: *mut $T) {
                // SAFETY: the caller's promise; an unaligned write asks for no more.
                unsafe { ptr.cast::<[$T; $N]>().write_unaligned(self.to_array()) }
            }
            #[inline(always)]
            fn lt(self, rhs: Self) -> Self {
                self.simd_lt(rhs)
            }
            #[inline(always)]
            fn le(self, rhs: Self) -> Self {
                self.simd_le(rhs)
            }
            #[inline(always)]
            fn eq(self, rhs: Self) -> Self {
                self.simd_eq(rhs)
            }
            #[inline(always)]
            fn select(mask: Self, yes: Self, no: Self) -> Self {
                mask.bitselect(yes, no)
            }
            #[inline(always)]
            fn add(self, rhs: Self) -> Self {
                self + rhs
            }
            #[inline(always)]
            fn sub(self, rhs: Self) -> Self {
                self - rhs
            }
            #[inline(always)]
            fn mul(self, rhs: Self) -> Self {
                self * rhs
            }
            #[inline(always)]
            fn min(self, rhs: Self) -> Self {
                $R::min(self, rhs)
            }
            #[inline(always)]
            fn max(self, rhs: Self) -> Self {
                $R::max(self, rhs)
            }
            methods! { $($op($($x),*) $value;)* }
        }
    )* };
}

macro_rules! methods {
    ($($op:ident($($x:ident),*) $value:expr;)*) => { $(
        methods! { @one $op($($x),*) $value }
    )* };
    (@one $op:ident($x:ident) $value:expr) => {
        #[inline(always)]
        fn $op(self) -> Self {
            let $x = self;
            $value
        }
    };
    (@one $op:ident($x:ident, by) $value:expr) => {
        #[inline(always)]
        fn $op(self, by: u32) -> Self {
            let $x = self;
            $value(by)
        }
    };
    (@one $op:ident($x:ident, $y:ident) $value:expr) => {
        #[inline(always)]
        fn $op(self, $y: Self) -> Self {
            let $x = self;
            $value
        }
    };
    (@one $op:ident($x:ident, $y:ident, $z:ident) $value:expr) => {
        #[inline(always)]
        fn $op(self, $y: Self, $z: Self) -> Self {
            let $x = self;
            $value
        }
    };
}

registers! {
    f64x8: f64 8 { neg(x) -x; abs(x) x.abs(); }
    f32x8: f32 8 { neg(x) -x; abs(x) x.abs(); }
    f32x16: f32 16 { neg(x) -x; abs(x) x.abs(); }
    i64x8: i64 8 { neg(x) -x; abs(x) x.abs(); }
    i32x8: i32 8 { neg(x) -x; abs(x) x.abs(); }
    i32x16: i32 16 { neg(x) -x; abs(x) x.abs(); }
    i16x8: i16 8 { neg(x) -x; abs(x) x.abs(); }
    i16x16: i16 16 { neg(x) -x; abs(x) x.abs(); }
    i8x16: i8 16 { neg(x) -x; abs(x) x.abs(); }
    u64x8: u64 8 { abs(x) x; }
    u32x8: u32 8 { abs(x) x; }
    u32x16: u32 16 { abs(x) x; }
    u16x8: u16 8 { abs(x) x; }
    u16x16: u16 16 { abs(x) x; }
    u8x16: u8 16 { abs(x) x; }
}

macro_rules! integer_registers {
    ($($R:ident: $T:ident)*) => { $(
        impl IntegerRegister<$T> for $R {
            methods! {
                bitand(x, y) x & y;
                bitor(x, y) x | y;
                bitxor(x, y) x ^ y;
            }
            #[inline(always)]
            fn shl(self, by: u32) -> Self {
                self << by
            }
            #[inline(always)]
            fn shr(self, by: u32) -> Self {
                self >> by
            }
        }
    )* };
}

integer_registers! {
    i64x8: i64 i32x8: i32 i32x16: i32 i16x8: i16 i16x16: i16 i8x16: i8
    u64x8: u64 u32x8: u32 u32x16: u32 u16x8: u16 u16x16: u16 u8x16: u8
}

/// Whether `wide` has instructions for all roundings. Elsewhere it converts lane by lane, or loses the sign of a zero.
const ROUNDS: bool = cfg!(any(target_feature = "sse4.1", target_feature = "simd128"));
/// Whether `wide` has instructions for rounding up and down.
const NEON: bool = cfg!(all(target_feature = "neon", target_arch = "aarch64"));

/// Whether a conversion to `i32` gives `i32::MIN` for all that has no `i32`.
const CONVERTS: bool = cfg!(target_feature = "sse2");

/// Rounding without an instruction for it.
trait Steps {
    /// Rounded to the nearest integer, ties to even.
    fn near(self) -> Self;
    /// Rounded toward zero.
    fn toward_zero(self) -> Self;
    /// Rounded up.
    fn up(self) -> Self;
}

/// By the addition of a number whose last place is 1.
macro_rules! steps_by_adding {
    ($R:ident: $T:ident) => {
        impl Steps for $R {
            #[inline(always)]
            fn near(self) -> Self {
                near_by_adding!(self, $R: $T)
            }
            #[inline(always)]
            fn toward_zero(self) -> Self {
                let size = self.abs();
                let near = size.near();
                (near - (near.simd_gt(size) & $R::splat(1.0))) | (self & $R::splat(-0.0))
            }
            #[inline(always)]
            fn up(self) -> Self {
                let near = self.near();
                (near + (near.simd_lt(self) & $R::splat(1.0))) | (self & $R::splat(-0.0))
            }
        }
    };
}

macro_rules! near_by_adding {
    ($x:expr, $R:ident: $T:ident) => {{
        let large = $R::splat(1.0 / $T::EPSILON);
        let (size, sign) = ($x.abs(), $x & $R::splat(-0.0));
        size.simd_lt(large).bitselect(((size + large) - large) | sign, $x)
    }};
}

/// By way of `i32`, where there is one; floats beyond are whole. The sign is that of the float.
macro_rules! steps_by_converting {
    ($R:ident $I:ident $from:ident) => {
        impl Steps for $R {
            #[inline(always)]
            fn near(self) -> Self {
                if CONVERTS {
                    let whole = self.fast_round_int();
                    let keep: $R = bits(whole.simd_eq($I::splat(i32::MIN)) | $I::splat(i32::MIN));
                    keep.bitselect(self, $R::$from(whole))
                } else {
                    near_by_adding!(self, $R: f32)
                }
            }
            #[inline(always)]
            fn toward_zero(self) -> Self {
                let whole = self.fast_trunc_int();
                let keep: $R = if CONVERTS {
                    bits(whole.simd_eq($I::splat(i32::MIN)) | $I::splat(i32::MIN))
                } else {
                    !self.abs().simd_lt($R::splat(1.0 / f32::EPSILON)) | $R::splat(-0.0)
                };
                keep.bitselect(self, $R::$from(whole))
            }
            #[inline(always)]
            fn up(self) -> Self {
                let whole = self.toward_zero();
                whole - (whole.simd_lt(self) & $R::splat(-1.0))
            }
        }
    };
}

steps_by_adding! { f64x8: f64 }
steps_by_converting! { f32x8 i32x8 from_i32x8 }
steps_by_converting! { f32x16 i32x16 from_i32x16 }

/// Vectors of floats.
macro_rules! float_registers {
    ($($R:ident: $T:ident)*) => { $(
        impl FloatRegister<$T> for $R {
            methods! {
                div(x, y) x / y;
                madd(x, y, z) x * y + z;
                nmadd(x, y, z) z - x * y;
                sqrt(x) x.sqrt();
                floor(x) if ROUNDS || NEON { x.floor() } else {
                    let near = x.near();
                    near - (near.simd_gt(x) & $R::splat(1.0))
                };
                ceil(x) if ROUNDS || NEON { x.ceil() } else { x.up() };
                trunc(x) if ROUNDS { x.trunc() } else { x.toward_zero() };
                round_ties_even(x) if ROUNDS { x.round_ties_even() } else { x.near() };
                copysign(x, sign) $R::splat(-0.0).bitselect(sign, x);
                // SSE gives the right one where either is a NaN, other targets the left one or the NaN.
                at_least(x, bound) if cfg!(target_arch = "x86_64") { bound.fast_max(x) } else { x.fast_max(bound) };
                at_most(x, bound) if cfg!(target_arch = "x86_64") { bound.fast_min(x) } else { x.fast_min(bound) };
            }
        }
    )* };
}

float_registers! { f64x8: f64 f32x8: f32 f32x16: f32 }

/// `[T; 8]` where `wide` has no vector: as a register.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Bytes<T>([T; 8]);

macro_rules! bytes {
    ($($T:ident)*) => { $(
        impl Register<$T> for Bytes<$T> {
            type Array = [$T; 8];
            type Mask = u16;
            const N: usize = 8;

            #[inline(always)]
            fn splat(x: $T) -> Self {
                Bytes([x; 8])
            }
            #[inline(always)]
            unsafe fn load(ptr: *const $T) -> Self {
                // SAFETY: the caller's promise.
                Bytes(unsafe { ptr.cast::<[$T; 8]>().read_unaligned() })
            }
            #[inline(always)]
            unsafe fn store(self, ptr: *mut $T) {
                // SAFETY: the caller's promise.
                unsafe { ptr.cast::<[$T; 8]>().write_unaligned(self.0) }
            }
            #[inline(always)]
            fn lt(self, rhs: Self) -> u16 {
                truths(|lane| self.0[lane] < rhs.0[lane])
            }
            #[inline(always)]
            fn le(self, rhs: Self) -> u16 {
                truths(|lane| self.0[lane] <= rhs.0[lane])
            }
            #[inline(always)]
            fn eq(self, rhs: Self) -> u16 {
                truths(|lane| self.0[lane] == rhs.0[lane])
            }
            #[inline(always)]
            fn select(mask: u16, yes: Self, no: Self) -> Self {
                Bytes(core::array::from_fn(|lane| if mask >> lane & 1 == 1 { yes.0[lane] } else { no.0[lane] }))
            }
        }

        impl IntegerRegister<$T> for Bytes<$T> {
            methods! {
                bitand(x, y) Bytes(core::array::from_fn(|lane| x.0[lane] & y.0[lane]));
                bitor(x, y) Bytes(core::array::from_fn(|lane| x.0[lane] | y.0[lane]));
                bitxor(x, y) Bytes(core::array::from_fn(|lane| x.0[lane] ^ y.0[lane]));
            }
        }
    )* };
}

bytes! { i8 u8 }

/// Bit `l` of lane `l`.
#[inline(always)]
fn truths(lane: impl Fn(usize) -> bool) -> u16 {
    (0..8).fold(0, |bits, at| bits | u16::from(lane(at)) << at)
}

macro_rules! truths {
    ($($M:ident: $T:ident $N:literal;)*) => { $(
        impl Truths for $M {
            const N: usize = $N;

            #[inline(always)]
            fn and(self, rhs: Self) -> Self {
                self & rhs
            }
            #[inline(always)]
            fn or(self, rhs: Self) -> Self {
                self | rhs
            }
            #[inline(always)]
            fn xor(self, rhs: Self) -> Self {
                self ^ rhs
            }
            #[inline(always)]
            fn not(self) -> Self {
                !self
            }
            #[inline(always)]
            fn to_bits(self) -> u16 {
                self.to_bitmask() as u16
            }
            // One question of all registers together.
            #[inline(always)]
            fn any(self) -> bool {
                self.to_array().into_iter().fold(0, |any, lane| any | lane) != 0
            }
            #[inline(always)]
            fn all(self) -> bool {
                self.to_array().into_iter().fold($T::MAX, |all, lane| all & lane) != 0
            }
            #[inline(always)]
            fn from_bits(bits: u16) -> Self {
                $M::new(core::array::from_fn(|lane| $T::from(bits >> lane & 1).wrapping_neg()))
            }
            #[inline(always)]
            unsafe fn from_bytes(ptr: *const u8) -> Self {
                // SAFETY: the caller's promise.
                let bytes = unsafe { ptr.cast::<[u8; $N]>().read_unaligned() };
                $M::new(bytes.map(|byte| $T::from(byte).wrapping_neg()))
            }
            #[inline(always)]
            unsafe fn to_bytes(self, ptr: *mut u8) {
                let bytes = self.to_array().map(|lane| lane as u8 & 1);
                // SAFETY: the caller's promise.
                unsafe { ptr.cast::<[u8; $N]>().write_unaligned(bytes) };
            }
        }
    )* };
}

truths! {
    u64x8: u64 8;
    u32x16: u32 16;
}

/// Masks of one register with lanes as wide as the gang's mask.
macro_rules! same_masks {
    ($($N:literal $M:ident: $($R:ident)*;)*) => { $($(
        impl MaskFrom<[$R; 1]> for Portable<$N> {
            #[inline(always)]
            fn widen([native]: [$R; 1]) -> MaskGang<$M> {
                MaskGang(bits(native))
            }
            #[inline(always)]
            fn narrow(mask: MaskGang<$M>) -> [$R; 1] {
                [bits(mask.0)]
            }
        }
    )*)* };
}

same_masks! {
    8 u64x8: f64x8 i64x8 u64x8;
    16 u32x16: f32x16 i32x16 u32x16;
}

/// Masks of registers whose lanes have another width: by extending signs and cutting, lane by lane, of which the compiler makes
/// vector code.
macro_rules! other_masks {
    ($($N:literal $M:ident $wide:ident: $($R:ident $narrow:ident $K:literal)*;)*) => { $($(
        impl MaskFrom<[$R; $K]> for Portable<$N> {
            #[inline(always)]
            fn widen(native: [$R; $K]) -> MaskGang<$M> {
                let native: [$narrow; $N] = bits(native);
                MaskGang(bits(native.map(|lane| lane as $wide)))
            }
            #[inline(always)]
            fn narrow(mask: MaskGang<$M>) -> [$R; $K] {
                let mask: [$wide; $N] = bits(mask.0);
                bits(mask.map(|lane| lane as $narrow))
            }
        }
    )*)* };
}

other_masks! {
    8 u64x8 i64: f32x8 i32 1 i32x8 i32 1 u32x8 i32 1 i16x8 i16 1 u16x8 i16 1;
    16 u32x16 i32: f64x8 i64 2 i64x8 i64 2 u64x8 i64 2 i16x16 i16 1 u16x16 i16 1 i8x16 i8 1 u8x16 i8 1;
}

impl MaskFrom<[u16; 1]> for Portable<8> {
    #[inline(always)]
    fn widen([native]: [u16; 1]) -> MaskGang<u64x8> {
        MaskGang(Truths::from_bits(native))
    }
    #[inline(always)]
    fn narrow(mask: MaskGang<u64x8>) -> [u16; 1] {
        [Truths::to_bits(mask.0)]
    }
}

/// What the build's flags allow.
const REGISTER_BYTES: usize = if cfg!(target_feature = "avx") { 32 } else { 16 };

impl Simd for Portable<8> {
    const LANES: usize = 8;
    const FUSES: bool = false;
    const REGISTER: usize = REGISTER_BYTES;
    const FALLBACK: bool = cfg!(target_arch = "x86_64");
    type Array<T: Copy> = [T; 8];
    type Mask = MaskGang<u64x8>;
    type F64 = Vector<f64, [f64x8; 1]>;
    type F32 = Vector<f32, [f32x8; 1]>;
    type I64 = Vector<i64, [i64x8; 1]>;
    type U64 = Vector<u64, [u64x8; 1]>;
    type I32 = Vector<i32, [i32x8; 1]>;
    type U32 = Vector<u32, [u32x8; 1]>;
    type I16 = Vector<i16, [i16x8; 1]>;
    type U16 = Vector<u16, [u16x8; 1]>;
    type I8 = Vector<i8, [Bytes<i8>; 1]>;
    type U8 = Vector<u8, [Bytes<u8>; 1]>;

    sign_casts! {}
}

impl Simd for Portable<16> {
    const LANES: usize = 16;
    const FUSES: bool = false;
    const REGISTER: usize = REGISTER_BYTES;
    const FALLBACK: bool = cfg!(target_arch = "x86_64");
    type Array<T: Copy> = [T; 16];
    type Mask = MaskGang<u32x16>;
    type F64 = Vector<f64, [f64x8; 2]>;
    type F32 = Vector<f32, [f32x16; 1]>;
    type I64 = Vector<i64, [i64x8; 2]>;
    type U64 = Vector<u64, [u64x8; 2]>;
    type I32 = Vector<i32, [i32x16; 1]>;
    type U32 = Vector<u32, [u32x16; 1]>;
    type I16 = Vector<i16, [i16x16; 1]>;
    type U16 = Vector<u16, [u16x16; 1]>;
    type I8 = Vector<i8, [i8x16; 1]>;
    type U8 = Vector<u8, [u8x16; 1]>;

    sign_casts! {}
}
