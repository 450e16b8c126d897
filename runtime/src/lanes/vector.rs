//! Gangs as one, two or four registers: the operations of [`super::simd`], each said once for all tiers.
//!
//! Each operation is a list of the registers' operations, without a closure or a loop around them: what is inlined into every kernel, three
//! times over, is most of what a kernel costs the compiler.

use core::marker::PhantomData;
use core::mem::MaybeUninit;
use core::ops::{Add, BitAnd, BitOr, BitXor, Div, Mul, Neg, Not, Shl, Shr, Sub};

use super::array::LaneArray;
use super::register::{FloatRegister, IntegerRegister, Register, Scalar};
use super::simd::{Floats, Integers, Lanes, Numbers, Simd};
use crate::expr::Integer;

/// A gang of `T` in the registers `G`, an array.
#[derive(Clone, Copy)]
pub struct Vector<T, G> {
    pub(super) registers: G,
    element: PhantomData<T>,
}

impl<T, G> Vector<T, G> {
    #[inline(always)]
    pub(super) fn new(registers: G) -> Self {
        Vector { registers, element: PhantomData }
    }
}

/// A tier whose masks can be had from, and given to, a group of registers' masks `N`.
pub trait MaskFrom<N>: Simd {
    /// The gang's mask.
    fn widen(native: N) -> Self::Mask;
    /// The registers' masks.
    fn narrow(mask: Self::Mask) -> N;
}

/// The bits of one gang as another of the same size.
#[inline(always)]
pub(super) fn bits<A: Copy, B: Copy>(a: A) -> B {
    union Bits<A: Copy, B: Copy> {
        from: A,
        to: B,
    }
    const { assert!(size_of::<A>() == size_of::<B>()) };
    // SAFETY: both are gangs of numbers of one size, from lane 0 on: any bits are a value.
    unsafe { Bits { from: a }.to }
}

/// Gangs of so many registers.
macro_rules! gangs {
    ($($K:literal $all:tt;)*) => { $(
        gangs! { @lanes $K $all }
        operators! { $K $all Register: Add add Sub sub Mul mul; (f64 f32 i64 u64 i32 u32 i16 u16 i8 u8) }
        operators! { $K $all FloatRegister: Div div; (f64 f32) }
        operators! { $K $all IntegerRegister: BitAnd bitand BitOr bitor BitXor bitxor; (i64 u64 i32 u32 i16 u16 i8 u8) }
        numbers! { $K $all }
        floats! { $K $all f64 U64 I64 }
        floats! { $K $all f32 U32 I32 }
    )* };
    (@lanes $K:literal [$($k:literal)*]) => {
        impl<T: Scalar, R: Register<T>> Vector<T, [R; $K]> {
            #[inline(always)]
            fn all(x: T) -> Self {
                Self::new([R::splat(x); $K])
            }
        }

        impl<S, T, R> Lanes<S, T> for Vector<T, [R; $K]>
        where
            T: Scalar,
            R: Register<T>,
            S: MaskFrom<[R::Mask; $K]>,
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
                Self::new(unsafe { [$(R::load(ptr.add($k * R::N))),*] })
            }

            #[inline(always)]
            unsafe fn load_first(_: S, ptr: *const T, n: usize) -> Self {
                // SAFETY: `1 <= n`. A register without elements of its own reads the last ones again.
                Self::new(unsafe {
                    [$({
                        let first = least($k * R::N, n - 1);
                        R::load_first(ptr.add(first), least(n - first, R::N))
                    }),*]
                })
            }

            #[inline(always)]
            unsafe fn load_masked(_: S, ptr: *const T, mask: S::Mask, other: Self) -> Self {
                let masks = S::narrow(mask);
                // SAFETY: the caller's promise. The address of a register without set lanes may be outside of the allocation.
                Self::new(unsafe {
                    [$(R::load_masked(ptr.wrapping_add($k * R::N), masks[$k], other.registers[$k])),*]
                })
            }

            #[inline(always)]
            unsafe fn store(self, ptr: *mut T) {
                // SAFETY: the registers together have `LANES` elements: the caller's promise.
                unsafe { $(self.registers[$k].store(ptr.add($k * R::N));)* }
            }

            #[inline(always)]
            unsafe fn stream(self, ptr: *mut T) {
                // SAFETY: the registers together have `LANES` elements, and their bytes divide those of the gang: the caller's promise.
                unsafe { $(self.registers[$k].stream(ptr.add($k * R::N));)* }
            }

            #[inline(always)]
            unsafe fn store_first(self, ptr: *mut T, n: usize) {
                // SAFETY: `first..` and as many elements as are left, below `n`.
                unsafe {
                    $(
                        let first = least($k * R::N, n);
                        self.registers[$k].store_first(ptr.add(first), least(n - first, R::N));
                    )*
                }
            }

            #[inline(always)]
            unsafe fn store_masked(self, ptr: *mut T, mask: S::Mask) {
                let masks = S::narrow(mask);
                // SAFETY: the caller's promise. The address of a register without set lanes may be outside of the allocation.
                unsafe { $(self.registers[$k].store_masked(ptr.wrapping_add($k * R::N), masks[$k]);)* }
            }

            #[inline(always)]
            fn interleave(self, _: S, rhs: Self) -> (Self, Self) {
                let pairs = [$(self.registers[$k].interleave(rhs.registers[$k])),*];
                let list = [$(pairs[$k].0, pairs[$k].1),*];
                (Self::new([$(list[$k]),*]), Self::new([$(list[$K + $k]),*]))
            }

            #[inline(always)]
            fn deinterleave(self, _: S, rhs: Self) -> (Self, Self) {
                let list = [$(self.registers[$k],)* $(rhs.registers[$k]),*];
                let pairs = [$(list[2 * $k].deinterleave(list[2 * $k + 1])),*];
                (Self::new([$(pairs[$k].0),*]), Self::new([$(pairs[$k].1),*]))
            }

            #[inline(always)]
            fn select(mask: S::Mask, yes: Self, no: Self) -> Self {
                let masks = S::narrow(mask);
                Self::new([$(R::select(masks[$k], yes.registers[$k], no.registers[$k])),*])
            }
        }
    };
}

/// `Ord::min` is a call of several functions.
#[inline(always)]
fn least(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

/// Operators: a gang or a number on the right.
macro_rules! operators {
    ($K:literal $all:tt $Register:ident: $($Op:ident $op:ident)*; $types:tt) => {
        $(operators! { @one $K $all $Register $Op $op $types })*
    };
    (@one $K:literal $all:tt $Register:ident $Op:ident $op:ident ($($T:ty)*)) => {
        $(operators! { @two $K $all $Register $Op $op $T })*
    };
    (@two $K:literal [$($k:literal)*] $Register:ident $Op:ident $op:ident $T:ty) => {
        impl<R: $Register<$T>> $Op for Vector<$T, [R; $K]> {
            type Output = Self;
            #[inline(always)]
            fn $op(self, rhs: Self) -> Self {
                Self::new([$(<R as $Register<$T>>::$op(self.registers[$k], rhs.registers[$k])),*])
            }
        }

        impl<R: $Register<$T>> $Op<$T> for Vector<$T, [R; $K]> {
            type Output = Self;
            #[inline(always)]
            fn $op(self, rhs: $T) -> Self {
                let rhs = R::splat(rhs);
                Self::new([$(<R as $Register<$T>>::$op(self.registers[$k], rhs)),*])
            }
        }
    };
}

/// Methods of gangs that are a method of each register.
macro_rules! each {
    (@one [$($k:literal)*] $Register:ident $T:ty: $op:ident) => {
        #[inline(always)]
        fn $op(self) -> Self {
            Self::new([$(<R as $Register<$T>>::$op(self.registers[$k])),*])
        }
    };
    (@two [$($k:literal)*] $Register:ident $T:ty: $op:ident) => {
        #[inline(always)]
        fn $op(self, rhs: Self) -> Self {
            Self::new([$(<R as $Register<$T>>::$op(self.registers[$k], rhs.registers[$k])),*])
        }
    };
    (@three [$($k:literal)*] $Register:ident $T:ty: $op:ident) => {
        #[inline(always)]
        fn $op(self, y: Self, z: Self) -> Self {
            Self::new([$(<R as $Register<$T>>::$op(self.registers[$k], y.registers[$k], z.registers[$k])),*])
        }
    };
    ($all:tt $Register:ident $T:ty: $($op:ident)* ; $($op2:ident)* ; $($op3:ident)*) => {
        $(each! { @one $all $Register $T: $op })*
        $(each! { @two $all $Register $T: $op2 })*
        $(each! { @three $all $Register $T: $op3 })*
    };
}

macro_rules! numbers {
    ($K:literal $all:tt) => {
        impl<T: Scalar, R: Register<T>> Neg for Vector<T, [R; $K]> {
            type Output = Self;
            each! { @one $all Register T: neg }
        }

        impl<S, T, R> Numbers<S, T> for Vector<T, [R; $K]>
        where
            T: Scalar,
            R: Register<T>,
            S: MaskFrom<[R::Mask; $K]>,
            Self: Add<Output = Self> + Add<T, Output = Self>,
            Self: Sub<Output = Self> + Sub<T, Output = Self>,
            Self: Mul<Output = Self> + Mul<T, Output = Self>,
        {
            #[inline(always)]
            fn like(self, x: T) -> Self {
                Self::all(x)
            }

            numbers! { @compare $all lt le eq }
            each! { $all Register T: abs; min max; }
        }

        numbers! { @integers $K $all }
    };
    (@compare $all:tt $($op:ident)*) => { $(numbers! { @one $all $op })* };
    (@one [$($k:literal)*] $op:ident) => {
        #[inline(always)]
        fn $op(self, rhs: Self) -> S::Mask {
            S::widen([$(self.registers[$k].$op(rhs.registers[$k])),*])
        }
    };
    (@integers $K:literal [$($k:literal)*]) => {
        impl<T, R> Not for Vector<T, [R; $K]>
        where
            T: Scalar + Integer + Not<Output = T>,
            R: IntegerRegister<T>,
        {
            type Output = Self;
            #[inline(always)]
            fn not(self) -> Self {
                let ones = R::splat(!T::zero());
                Self::new([$(self.registers[$k].bitxor(ones)),*])
            }
        }

        impl<T: Scalar + Integer, R: IntegerRegister<T>> Shl<u32> for Vector<T, [R; $K]> {
            type Output = Self;
            /// By an amount below the number of bits.
            #[inline(always)]
            fn shl(self, by: u32) -> Self {
                debug_assert!(by < 8 * size_of::<T>() as u32);
                Self::new([$(self.registers[$k].shl(by)),*])
            }
        }

        impl<T: Scalar + Integer, R: IntegerRegister<T>> Shr<u32> for Vector<T, [R; $K]> {
            type Output = Self;
            /// By an amount below the number of bits.
            #[inline(always)]
            fn shr(self, by: u32) -> Self {
                debug_assert!(by < 8 * size_of::<T>() as u32);
                Self::new([$(self.registers[$k].shr(by)),*])
            }
        }

        impl<S, T, R> Integers<S, T> for Vector<T, [R; $K]>
        where
            T: Scalar + Integer + Not<Output = T>,
            R: IntegerRegister<T>,
            Self: Numbers<S, T>,
            Self: BitAnd<Output = Self> + BitAnd<T, Output = Self>,
            Self: BitOr<Output = Self> + BitOr<T, Output = Self>,
            Self: BitXor<Output = Self> + BitXor<T, Output = Self>,
            S: MaskFrom<[R::Mask; $K]>,
        {
            each! { [$($k)*] IntegerRegister T: ; shl_by shr_by quotient remainder; }

            #[inline(always)]
            fn raise(self, mask: S::Mask) -> Self {
                let masks = S::narrow(mask);
                Self::new([$(self.registers[$k].raise(masks[$k])),*])
            }

            #[inline(always)]
            fn lower(self, mask: S::Mask) -> Self {
                let masks = S::narrow(mask);
                Self::new([$(self.registers[$k].lower(masks[$k])),*])
            }
        }
    };
}

macro_rules! floats {
    ($K:literal $all:tt $T:ident $Bits:ident $Int:ident) => {
        impl<S, R> Floats<S, $T> for Vector<$T, [R; $K]>
        where
            S: Simd,
            R: FloatRegister<$T>,
            Self: Numbers<S, $T>,
        {
            type Bits = S::$Bits;
            type Int = S::$Int;

            each! { $all FloatRegister $T: sqrt floor ceil trunc round_ties_even; copysign at_least at_most; mul_add madd nmadd }

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
    };
}

gangs! {
    1 [0];
    2 [0 1];
    4 [0 1 2 3];
}
