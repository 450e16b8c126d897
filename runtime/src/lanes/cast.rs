//! Casts between gangs, with the meaning of Rust's `as`: integers are cut or extended, floats round to the nearest or, on the
//! way to integers, toward zero and into the integers' range, with 0 for NaN.
//!
//! A tier has instructions for some pairs; [`Simd`](super::Simd) lists those below, lane by lane unless a tier says better. All
//! other pairs are one of these after another: a small integer goes through `i32`, and a float on its way to a
//! small integer too, with its range cut on the way.

/// Gives the list of the casts that are steps of all others to a macro.
macro_rules! each_cast {
    ($($then:tt)*) => {
        $($then)*! {
            i8_to_i32: I8 i8 => I32 i32;
            u8_to_i32: U8 u8 => I32 i32;
            i16_to_i32: I16 i16 => I32 i32;
            u16_to_i32: U16 u16 => I32 i32;
            i32_to_i8: I32 i32 => I8 i8;
            i32_to_i16: I32 i32 => I16 i16;
            i8_to_u8: I8 i8 => U8 u8;
            u8_to_i8: U8 u8 => I8 i8;
            i16_to_u16: I16 i16 => U16 u16;
            u16_to_i16: U16 u16 => I16 i16;
            i32_to_u32: I32 i32 => U32 u32;
            u32_to_i32: U32 u32 => I32 i32;
            i64_to_u64: I64 i64 => U64 u64;
            u64_to_i64: U64 u64 => I64 i64;
            i32_to_i64: I32 i32 => I64 i64;
            u32_to_i64: U32 u32 => I64 i64;
            i64_to_i32: I64 i64 => I32 i32;
            f32_to_f64: F32 f32 => F64 f64;
            f64_to_f32: F64 f64 => F32 f32;
            i32_to_f32: I32 i32 => F32 f32;
            i32_to_f64: I32 i32 => F64 f64;
            u32_to_f32: U32 u32 => F32 f32;
            u32_to_f64: U32 u32 => F64 f64;
            i64_to_f32: I64 i64 => F32 f32;
            i64_to_f64: I64 i64 => F64 f64;
            u64_to_f32: U64 u64 => F32 f32;
            u64_to_f64: U64 u64 => F64 f64;
            f32_to_i32: F32 f32 => I32 i32;
            f32_to_u32: F32 f32 => U32 u32;
            f32_to_i64: F32 f32 => I64 i64;
            f32_to_u64: F32 f32 => U64 u64;
            f64_to_i32: F64 f64 => I32 i32;
            f64_to_u32: F64 f64 => U32 u32;
            f64_to_i64: F64 f64 => I64 i64;
            f64_to_u64: F64 f64 => U64 u64;
        }
    };
}
pub(crate) use each_cast;

/// Those casts as methods of [`Simd`](super::Simd), lane by lane.
macro_rules! casts {
    ($($cast:ident: $From:ident $from:ty => $To:ident $to:ty;)*) => { $(
        #[doc = concat!("`x as ", stringify!($to), "` of `", stringify!($From), "`.")]
        #[inline(always)]
        fn $cast(self, x: Self::$From) -> Self::$To {
            let x = $crate::lanes::Lanes::to_array(x);
            let lane = |lane| $crate::lanes::LaneArray::<$from>::lane(&x, lane) as $to;
            $crate::lanes::Lanes::from_array(self, $crate::lanes::LaneArray::from_fn(lane))
        }
    )* };
}
pub(crate) use casts;

/// The casts that change no bit, between the signed and the unsigned integers of a width, as methods of a tier whose gangs of
/// both are the same registers.
macro_rules! sign_casts {
    () => {
        $crate::lanes::cast::sign_casts! {
            i8_to_u8: I8 => U8;
            u8_to_i8: U8 => I8;
            i16_to_u16: I16 => U16;
            u16_to_i16: U16 => I16;
            i32_to_u32: I32 => U32;
            u32_to_i32: U32 => I32;
            i64_to_u64: I64 => U64;
            u64_to_i64: U64 => I64;
        }
    };
    ($($cast:ident: $From:ident => $To:ident;)*) => { $(
        #[inline(always)]
        fn $cast(self, x: Self::$From) -> Self::$To {
            $crate::lanes::vector::bits(x)
        }
    )* };
}
pub(crate) use sign_casts;
