//! Gangs as one, two or four registers: the operations of [`super::simd`], each said once for all tiers.

use core::marker::PhantomData;
use core::mem::MaybeUninit;
use core::ops::{Add, BitAnd, BitOr, BitXor, Div, Mul, Neg, Not, Shl, Shr, Sub};

use super::array::LaneArray;
use super::register::{FloatRegister, IntegerRegister, Register, Scalar};
use super::simd::{Floats, Integers, Lanes, Numbers, Simd};
use crate::expr::Integer;

/// A gang of `T` in the registers `G`.
#[derive(Clone, Copy)]
pub struct Vector<T, G> {
    pub(super) registers: G,
    element: PhantomData<T>,
}

/// One, two or four registers.
pub trait Group: Copy {
    /// One of them.
    type R: Copy;
    /// As many of another type.
    type Of<X: Copy>: Group<R = X>;
    /// How many they are.
    const K: usize;

    /// Register `k`, for each `k`.
    fn make(register: impl Fn(usize) -> Self::R) -> Self;
    /// Register `k`.
    fn at(self, k: usize) -> Self::R;
    /// A function of each.
    fn map(self, f: impl Fn(Self::R) -> Self::R) -> Self;
    /// A function of each two.
    fn zip(self, rhs: Self, f: impl Fn(Self::R, Self::R) -> Self::R) -> Self;
    /// A function of each two, to another type.
    fn compare<X: Copy>(self, rhs: Self, f: impl Fn(Self::R, Self::R) -> X) -> Self::Of<X>;
    /// The registers of both, each replaced by two and the list halved: for [`Numbers::interleave`].
    fn expand(self, rhs: Self, f: impl Fn(Self::R, Self::R) -> (Self::R, Self::R)) -> (Self, Self);
    /// Neighbours in the list of both, each replaced by two: for [`Numbers::deinterleave`].
    fn contract(self, rhs: Self, f: impl Fn(Self::R, Self::R) -> (Self::R, Self::R)) -> (Self, Self);
}

macro_rules! groups {
    ($($K:literal: $($k:literal)*;)*) => { $(
        impl<R: Copy> Group for [R; $K] {
            type R = R;
            type Of<X: Copy> = [X; $K];
            const K: usize = $K;

            #[inline(always)]
            fn make(register: impl Fn(usize) -> R) -> Self {
                [$(register($k)),*]
            }
            #[inline(always)]
            fn at(self, k: usize) -> R {
                self[k]
            }
            #[inline(always)]
            fn map(self, f: impl Fn(R) -> R) -> Self {
                [$(f(self[$k])),*]
            }
            #[inline(always)]
            fn zip(self, rhs: Self, f: impl Fn(R, R) -> R) -> Self {
                [$(f(self[$k], rhs[$k])),*]
            }
            #[inline(always)]
            fn compare<X: Copy>(self, rhs: Self, f: impl Fn(R, R) -> X) -> [X; $K] {
                [$(f(self[$k], rhs[$k])),*]
            }
            #[inline(always)]
            fn expand(self, rhs: Self, f: impl Fn(R, R) -> (R, R)) -> (Self, Self) {
                let pairs = [$(f(self[$k], rhs[$k])),*];
                let of = |at: usize| if at % 2 == 0 { pairs[at / 2].0 } else { pairs[at / 2].1 };
                ([$(of($k)),*], [$(of($K + $k)),*])
            }
            #[inline(always)]
            fn contract(self, rhs: Self, f: impl Fn(R, R) -> (R, R)) -> (Self, Self) {
                let of = |at: usize| if at < $K { self[at] } else { rhs[at - $K] };
                let pairs = [$(f(of(2 * $k), of(2 * $k + 1))),*];
                ([$(pairs[$k].0),*], [$(pairs[$k].1),*])
            }
        }
    )* };
}

groups! {
    1: 0;
    2: 0 1;
    4: 0 1 2 3;
}

/// A tier whose masks can be had from, and given to, a group of registers' masks `N`.
pub trait MaskFrom<N>: Simd {
    /// The gang's mask.
    fn widen(native: N) -> Self::Mask;
    /// The registers' masks.
    fn narrow(mask: Self::Mask) -> N;
}

/// The masks of a group of registers.
pub(super) type Masks<T, G> = <G as Group>::Of<<<G as Group>::R as Register<T>>::Mask>;

impl<T, G: Group> Vector<T, G> {
    #[inline(always)]
    pub(super) fn new(registers: G) -> Self {
        Vector { registers, element: PhantomData }
    }
}

impl<T: Scalar, G: Group<R: Register<T>>> Vector<T, G> {
    const STEP: usize = <G::R as Register<T>>::N;

    #[inline(always)]
    fn all(x: T) -> Self {
        Self::new(G::make(|_| G::R::splat(x)))
    }

    #[inline(always)]
    fn compare<S: MaskFrom<Masks<T, G>>>(
        self,
        rhs: Self,
        f: impl Fn(G::R, G::R) -> <G::R as Register<T>>::Mask,
    ) -> S::Mask {
        S::widen(self.registers.compare(rhs.registers, f))
    }
}

impl<S, T, G> Lanes<S, T> for Vector<T, G>
where
    T: Scalar,
    G: Group<R: Register<T>>,
    S: MaskFrom<Masks<T, G>>,
{
    #[inline(always)]
    fn splat(_: S, x: T) -> Self {
        Self::all(x)
    }

    #[inline(always)]
    fn from_array(s: S, array: S::Array<T>) -> Self {
        // SAFETY: the array has `LANES` elements.
        unsafe { Self::load(s, array.as_slice().as_ptr()) }
    }

    #[inline(always)]
    fn to_array(self) -> S::Array<T> {
        let mut array = MaybeUninit::<S::Array<T>>::uninit();
        // SAFETY: the array has `LANES` elements, all of which are written.
        unsafe {
            Lanes::<S, T>::store(self, array.as_mut_ptr().cast());
            array.assume_init()
        }
    }

    #[inline(always)]
    unsafe fn load(_: S, ptr: *const T) -> Self {
        // SAFETY: the registers together have `LANES` elements: the caller's promise.
        Self::new(G::make(|k| unsafe { G::R::load(ptr.add(k * Self::STEP)) }))
    }

    #[inline(always)]
    unsafe fn load_first(_: S, ptr: *const T, n: usize) -> Self {
        // SAFETY: `1 <= n`. A register without elements of its own reads the last ones again.
        Self::new(G::make(|k| unsafe {
            let first = (k * Self::STEP).min(n - 1);
            G::R::load_first(ptr.add(first), (n - first).min(Self::STEP))
        }))
    }

    #[inline(always)]
    unsafe fn load_masked(_: S, ptr: *const T, mask: S::Mask, other: Self) -> Self {
        let masks = S::narrow(mask);
        // SAFETY: the caller's promise. The address of a register without set lanes may be outside of the allocation.
        Self::new(G::make(|k| unsafe {
            G::R::load_masked(ptr.wrapping_add(k * Self::STEP), masks.at(k), other.registers.at(k))
        }))
    }

    #[inline(always)]
    unsafe fn store(self, ptr: *mut T) {
        for k in 0..G::K {
            // SAFETY: the registers together have `LANES` elements: the caller's promise.
            unsafe { self.registers.at(k).store(ptr.add(k * Self::STEP)) };
        }
    }

    #[inline(always)]
    unsafe fn store_first(self, ptr: *mut T, n: usize) {
        for k in 0..G::K {
            let first = (k * Self::STEP).min(n);
            // SAFETY: `first..` and as many elements as are left, below `n`.
            unsafe { self.registers.at(k).store_first(ptr.add(first), (n - first).min(Self::STEP)) };
        }
    }

    #[inline(always)]
    unsafe fn store_masked(self, ptr: *mut T, mask: S::Mask) {
        let masks = S::narrow(mask);
        for k in 0..G::K {
            // SAFETY: the caller's promise. The address of a register without set lanes may be outside of the allocation.
            unsafe { self.registers.at(k).store_masked(ptr.wrapping_add(k * Self::STEP), masks.at(k)) };
        }
    }

    #[inline(always)]
    fn interleave(self, _: S, rhs: Self) -> (Self, Self) {
        let (a, b) = self.registers.expand(rhs.registers, <G::R as Register<T>>::interleave);
        (Self::new(a), Self::new(b))
    }

    #[inline(always)]
    fn deinterleave(self, _: S, rhs: Self) -> (Self, Self) {
        let (a, b) = self.registers.contract(rhs.registers, <G::R as Register<T>>::deinterleave);
        (Self::new(a), Self::new(b))
    }

    #[inline(always)]
    fn select(mask: S::Mask, yes: Self, no: Self) -> Self {
        let masks = S::narrow(mask);
        Self::new(G::make(|k| G::R::select(masks.at(k), yes.registers.at(k), no.registers.at(k))))
    }
}

/// Operators: a gang or a number on the right.
macro_rules! operators {
    ($Register:ident: $($Op:ident $op:ident)*; $types:tt) => {
        $(operators! { @one $Register $Op $op $types })*
    };
    (@one $Register:ident $Op:ident $op:ident ($($T:ty)*)) => { $(
        impl<G: Group<R: $Register<$T>>> $Op for Vector<$T, G> {
            type Output = Self;
            #[inline(always)]
            fn $op(self, rhs: Self) -> Self {
                Self::new(self.registers.zip(rhs.registers, <G::R as $Register<$T>>::$op))
            }
        }

        impl<G: Group<R: $Register<$T>>> $Op<$T> for Vector<$T, G> {
            type Output = Self;
            #[inline(always)]
            fn $op(self, rhs: $T) -> Self {
                self.$op(Self::all(rhs))
            }
        }
    )* };
}

operators! { Register: Add add Sub sub Mul mul; (f64 f32 i64 u64 i32 u32 i16 u16 i8 u8) }
operators! { FloatRegister: Div div; (f64 f32) }
operators! { IntegerRegister: BitAnd bitand BitOr bitor BitXor bitxor; (i64 u64 i32 u32 i16 u16 i8 u8) }

impl<T: Scalar, G: Group<R: Register<T>>> Neg for Vector<T, G> {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        Self::new(self.registers.map(<G::R as Register<T>>::neg))
    }
}

impl<T, G> Not for Vector<T, G>
where
    T: Scalar + Integer + Not<Output = T>,
    G: Group<R: IntegerRegister<T>>,
{
    type Output = Self;
    #[inline(always)]
    fn not(self) -> Self {
        let ones = G::R::splat(!T::zero());
        Self::new(self.registers.map(|x| x.bitxor(ones)))
    }
}

macro_rules! shifts {
    ($($Op:ident $op:ident;)*) => { $(
        impl<T, G> $Op<u32> for Vector<T, G>
        where
            T: Scalar + Integer,
            G: Group<R: IntegerRegister<T>>,
        {
            type Output = Self;
            /// By an amount below the number of bits.
            #[inline(always)]
            fn $op(self, by: u32) -> Self {
                debug_assert!(by < 8 * size_of::<T>() as u32);
                Self::new(self.registers.map(|x| x.$op(by)))
            }
        }
    )* };
}

shifts! { Shl shl; Shr shr; }

/// Methods of gangs that are a method of each register.
macro_rules! each {
    ($Register:ident $T:ty: $($op:ident)* ; $($op2:ident)* ; $($op3:ident)*) => {
        $(
            #[inline(always)]
            fn $op(self) -> Self {
                Self::new(self.registers.map(<G::R as $Register<$T>>::$op))
            }
        )*
        $(
            #[inline(always)]
            fn $op2(self, rhs: Self) -> Self {
                Self::new(self.registers.zip(rhs.registers, <G::R as $Register<$T>>::$op2))
            }
        )*
        $(
            #[inline(always)]
            fn $op3(self, y: Self, z: Self) -> Self {
                let (x, y, z) = (self.registers, y.registers, z.registers);
                Self::new(G::make(|k| x.at(k).$op3(y.at(k), z.at(k))))
            }
        )*
    };
}

impl<S, T, G> Numbers<S, T> for Vector<T, G>
where
    T: Scalar,
    G: Group<R: Register<T>>,
    S: MaskFrom<Masks<T, G>>,
    Self: Add<Output = Self> + Add<T, Output = Self>,
    Self: Sub<Output = Self> + Sub<T, Output = Self>,
    Self: Mul<Output = Self> + Mul<T, Output = Self>,
{
    #[inline(always)]
    fn like(self, x: T) -> Self {
        Self::all(x)
    }

    #[inline(always)]
    fn lt(self, rhs: Self) -> S::Mask {
        self.compare::<S>(rhs, <G::R as Register<T>>::lt)
    }

    #[inline(always)]
    fn le(self, rhs: Self) -> S::Mask {
        self.compare::<S>(rhs, <G::R as Register<T>>::le)
    }

    #[inline(always)]
    fn eq(self, rhs: Self) -> S::Mask {
        self.compare::<S>(rhs, <G::R as Register<T>>::eq)
    }

    each! { Register T: abs; min max; }
}

impl<S, T, G> Integers<S, T> for Vector<T, G>
where
    T: Scalar + Integer + Not<Output = T>,
    G: Group<R: IntegerRegister<T>>,
    Self: Numbers<S, T>,
    Self: BitAnd<Output = Self> + BitAnd<T, Output = Self>,
    Self: BitOr<Output = Self> + BitOr<T, Output = Self>,
    Self: BitXor<Output = Self> + BitXor<T, Output = Self>,
    S: MaskFrom<Masks<T, G>>,
{
    each! { IntegerRegister T: ; shl_by shr_by quotient remainder; }

    #[inline(always)]
    fn raise(self, mask: S::Mask) -> Self {
        let masks = S::narrow(mask);
        Self::new(G::make(|k| self.registers.at(k).raise(masks.at(k))))
    }

    #[inline(always)]
    fn lower(self, mask: S::Mask) -> Self {
        let masks = S::narrow(mask);
        Self::new(G::make(|k| self.registers.at(k).lower(masks.at(k))))
    }
}

/// The bits of one gang as another of the same size.
#[inline(always)]
pub(super) fn bits<A: Copy, B: Copy>(a: A) -> B {
    const { assert!(size_of::<A>() == size_of::<B>()) };
    // SAFETY: both are gangs of numbers of one size, from lane 0 on: any bits are a value.
    unsafe { core::mem::transmute_copy(&a) }
}

macro_rules! floats {
    ($($T:ident $Bits:ident $Int:ident;)*) => { $(
        impl<S, G> Floats<S, $T> for Vector<$T, G>
        where
            S: Simd,
            G: Group<R: FloatRegister<$T>>,
            Self: Numbers<S, $T>,
        {
            type Bits = S::$Bits;
            type Int = S::$Int;

            each! { FloatRegister $T: sqrt floor ceil trunc round_ties_even; copysign at_least at_most; mul_add madd }

            #[inline(always)]
            fn to_bits(self) -> S::$Bits {
                bits(self)
            }

            #[inline(always)]
            fn to_int(self) -> S::$Int {
                bits(self)
            }

            #[inline(always)]
            fn from_bits(x: S::$Bits) -> Self {
                bits(x)
            }

            #[inline(always)]
            fn from_int(x: S::$Int) -> Self {
                bits(x)
            }
        }
    )* };
}

floats! {
    f64 U64 I64;
    f32 U32 I32;
}
