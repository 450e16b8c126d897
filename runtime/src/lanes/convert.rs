//! Casts between any two element types with vectors, from the steps that [`Simd`] lists.
//!
//! The element types of a cast are known to two different implementations of `Element`: the source wraps its gang in a
//! [`Source`], and the target takes it from there. Both are inlined, and nothing of the detour is left.

use super::simd::{Lanes, Numbers, Simd};

/// A gang of any element type that has vectors.
#[derive(Clone, Copy)]
pub enum Source<S: Simd> {
    F64(S::F64),
    F32(S::F32),
    I64(S::I64),
    U64(S::U64),
    I32(S::I32),
    U32(S::U32),
    I16(S::I16),
    U16(S::U16),
    I8(S::I8),
    U8(S::U8),
    Bool(S::Mask),
}

impl<S: Simd> Source<S> {
    /// `x as f64`.
    #[inline(always)]
    pub fn to_f64(self, s: S) -> S::F64 {
        match self {
            Source::F64(x) => x,
            Source::F32(x) => s.f32_to_f64(x),
            Source::I64(x) => s.i64_to_f64(x),
            Source::U64(x) => s.u64_to_f64(x),
            Source::U32(x) => s.u32_to_f64(x),
            Source::Bool(x) => S::F64::select(x, S::F64::splat(s, 1.0), S::F64::splat(s, 0.0)),
            small => s.i32_to_f64(small.to_i32(s)),
        }
    }

    /// `x as f32`.
    #[inline(always)]
    pub fn to_f32(self, s: S) -> S::F32 {
        match self {
            Source::F64(x) => s.f64_to_f32(x),
            Source::F32(x) => x,
            Source::I64(x) => s.i64_to_f32(x),
            Source::U64(x) => s.u64_to_f32(x),
            Source::U32(x) => s.u32_to_f32(x),
            Source::Bool(x) => S::F32::select(x, S::F32::splat(s, 1.0), S::F32::splat(s, 0.0)),
            small => s.i32_to_f32(small.to_i32(s)),
        }
    }

    /// `x as i64`.
    #[inline(always)]
    pub fn to_i64(self, s: S) -> S::I64 {
        match self {
            Source::F64(x) => s.f64_to_i64(x),
            Source::F32(x) => s.f32_to_i64(x),
            Source::I64(x) => x,
            Source::U64(x) => s.u64_to_i64(x),
            Source::U32(x) => s.u32_to_i64(x),
            Source::Bool(x) => S::I64::select(x, S::I64::splat(s, 1), S::I64::splat(s, 0)),
            small => s.i32_to_i64(small.to_i32(s)),
        }
    }

    /// `x as u64`.
    #[inline(always)]
    pub fn to_u64(self, s: S) -> S::U64 {
        match self {
            Source::F64(x) => s.f64_to_u64(x),
            Source::F32(x) => s.f32_to_u64(x),
            Source::U64(x) => x,
            integer => s.i64_to_u64(integer.to_i64(s)),
        }
    }

    /// `x as i32`.
    #[inline(always)]
    pub fn to_i32(self, s: S) -> S::I32 {
        match self {
            Source::F64(x) => s.f64_to_i32(x),
            Source::F32(x) => s.f32_to_i32(x),
            Source::I64(x) => s.i64_to_i32(x),
            Source::U64(x) => s.i64_to_i32(s.u64_to_i64(x)),
            Source::I32(x) => x,
            Source::U32(x) => s.u32_to_i32(x),
            Source::I16(x) => s.i16_to_i32(x),
            Source::U16(x) => s.u16_to_i32(x),
            Source::I8(x) => s.i8_to_i32(x),
            Source::U8(x) => s.u8_to_i32(x),
            Source::Bool(x) => S::I32::select(x, S::I32::splat(s, 1), S::I32::splat(s, 0)),
        }
    }

    /// `x as u32`.
    #[inline(always)]
    pub fn to_u32(self, s: S) -> S::U32 {
        match self {
            Source::F64(x) => s.f64_to_u32(x),
            Source::F32(x) => s.f32_to_u32(x),
            Source::U32(x) => x,
            integer => s.i32_to_u32(integer.to_i32(s)),
        }
    }

    /// `x as i16`.
    #[inline(always)]
    pub fn to_i16(self, s: S) -> S::I16 {
        s.i32_to_i16(self.to_i32_within(s, i32::from(i16::MIN), i32::from(i16::MAX)))
    }

    /// `x as u16`.
    #[inline(always)]
    pub fn to_u16(self, s: S) -> S::U16 {
        s.i16_to_u16(s.i32_to_i16(self.to_i32_within(s, 0, i32::from(u16::MAX))))
    }

    /// `x as i8`.
    #[inline(always)]
    pub fn to_i8(self, s: S) -> S::I8 {
        s.i32_to_i8(self.to_i32_within(s, i32::from(i8::MIN), i32::from(i8::MAX)))
    }

    /// `x as u8`.
    #[inline(always)]
    pub fn to_u8(self, s: S) -> S::U8 {
        s.i8_to_u8(s.i32_to_i8(self.to_i32_within(s, 0, i32::from(u8::MAX))))
    }

    /// As `i32`, on the way to a smaller integer: floats end at its range, integers are cut later.
    #[inline(always)]
    fn to_i32_within(self, s: S, low: i32, high: i32) -> S::I32 {
        let x = self.to_i32(s);
        match self {
            Source::F64(_) | Source::F32(_) => x.max(x.like(low)).min(x.like(high)),
            _ => x,
        }
    }
}
