//! Registers from tables, with one line an operation: `op(arguments) value`.
//!
//! A line sees its arguments as the raw vectors of `core::arch`, and gives one.

/// Registers and what they do, as [`Register`](super::super::register::Register) and, in second braces, beside it:
///
/// ```text
/// registers! { IntegerRegister:
///     I32x8 of 8, masks I32x8:
///         both { add(x, y) _mm256_add_epi32(x, y); … } { bitand(x, y) _mm256_and_si256(x, y); … }
///         i32 { min(x, y) _mm256_min_epi32(x, y); … } { shr(x, by) … }
///         u32 { … } { … };
/// }
/// ```
macro_rules! registers {
    ($Kind:ident: $(
        $R:ident of $N:literal, masks $M:ident:
            both $both:tt $both_kind:tt
            $($T:ident $own:tt $own_kind:tt)*;
    )*) => {
        $($crate::lanes::x86::table::registers! { @each $Kind $R $N $M $both $both_kind $($T $own $own_kind)* })*
    };
    (@each $Kind:ident $R:ident $N:literal $M:ident $both:tt $both_kind:tt $($T:ident $own:tt $own_kind:tt)*) => { $(
        impl $crate::lanes::register::Register<$T> for $R {
            type Array = [$T; $N];
            type Mask = $M;
            const N: usize = $N;
            $crate::lanes::x86::table::operations! { $R $T $M $both }
            $crate::lanes::x86::table::operations! { $R $T $M $own }
        }

        impl $crate::lanes::register::$Kind<$T> for $R {
            $crate::lanes::x86::table::operations! { $R $T $M $both_kind }
            $crate::lanes::x86::table::operations! { $R $T $M $own_kind }
        }
    )* };
}
pub(super) use registers;

/// The lines of a table as methods.
macro_rules! operations {
    ($R:ident $T:ident $M:ident { $($op:ident($($x:ident),*) $value:expr;)* }) => {
        $($crate::lanes::x86::table::operation! { $R $T $M $op($($x),*) $value })*
    };
}
pub(super) use operations;

/// One line as a method.
macro_rules! operation {
    ($R:ident $T:ident $M:ident splat($x:ident) $value:expr) => {
        #[inline(always)]
        fn splat($x: $T) -> Self {
            // SAFETY: the CPU has the tier (invariant 1 of `register`).
            $R(unsafe { $value })
        }
    };
    ($R:ident $T:ident $M:ident load($ptr:ident) $value:expr) => {
        #[inline(always)]
        unsafe fn load($ptr: *const $T) -> Self {
            // SAFETY: the CPU has the tier (invariant 1 of `register`); the elements are the caller's promise.
            $R(unsafe { $value })
        }
    };
    ($R:ident $T:ident $M:ident load_first($ptr:ident, $n:ident) $value:expr) => {
        #[inline(always)]
        unsafe fn load_first($ptr: *const $T, $n: usize) -> Self {
            // SAFETY: as for `load`; only the first `n` elements are touched.
            $R(unsafe { $value })
        }
    };
    ($R:ident $T:ident $M:ident load_masked($ptr:ident, $mask:ident, $other:ident) $value:expr) => {
        #[inline(always)]
        unsafe fn load_masked($ptr: *const $T, mask: $M, other: Self) -> Self {
            let ($mask, $other) = (mask.0, other.0);
            // SAFETY: as for `load`; only the elements of set lanes are touched.
            $R(unsafe { $value })
        }
    };
    ($R:ident $T:ident $M:ident store($x:ident, $ptr:ident) $value:expr) => {
        #[inline(always)]
        unsafe fn store(self, $ptr: *mut $T) {
            let $x = self.0;
            // SAFETY: the CPU has the tier (invariant 1 of `register`); the elements are the caller's promise.
            unsafe { $value }
        }
    };
    ($R:ident $T:ident $M:ident stream($x:ident, $ptr:ident) $value:expr) => {
        #[inline(always)]
        unsafe fn stream(self, $ptr: *mut $T) {
            let $x = self.0;
            // SAFETY: the CPU has the tier (invariant 1 of `register`); the elements and the address are the caller's promise.
            unsafe { $value }
        }
    };
    ($R:ident $T:ident $M:ident store_first($x:ident, $ptr:ident, $n:ident) $value:expr) => {
        #[inline(always)]
        unsafe fn store_first(self, $ptr: *mut $T, $n: usize) {
            let $x = self.0;
            // SAFETY: as for `store`; only the first `n` elements are touched.
            unsafe { $value }
        }
    };
    ($R:ident $T:ident $M:ident store_masked($x:ident, $ptr:ident, $mask:ident) $value:expr) => {
        #[inline(always)]
        unsafe fn store_masked(self, $ptr: *mut $T, mask: $M) {
            let ($x, $mask) = (self.0, mask.0);
            // SAFETY: as for `store`; only the elements of set lanes are touched.
            unsafe { $value }
        }
    };
    ($R:ident $T:ident $M:ident select($mask:ident, $yes:ident, $no:ident) $value:expr) => {
        #[inline(always)]
        fn select(mask: $M, yes: Self, no: Self) -> Self {
            let ($mask, $yes, $no) = (mask.0, yes.0, no.0);
            // SAFETY: the CPU has the tier (invariant 1 of `register`).
            $R(unsafe { $value })
        }
    };
    ($R:ident $T:ident $M:ident lt($($x:ident),*) $value:expr) => {
        $crate::lanes::x86::table::operation! { @two lt $M($M) ($($x)*) $value }
    };
    ($R:ident $T:ident $M:ident le($($x:ident),*) $value:expr) => {
        $crate::lanes::x86::table::operation! { @two le $M($M) ($($x)*) $value }
    };
    ($R:ident $T:ident $M:ident eq($($x:ident),*) $value:expr) => {
        $crate::lanes::x86::table::operation! { @two eq $M($M) ($($x)*) $value }
    };
    ($R:ident $T:ident $M:ident interleave($($x:ident),*) $value:expr) => {
        $crate::lanes::x86::table::operation! { @pair interleave $R ($($x)*) $value }
    };
    ($R:ident $T:ident $M:ident deinterleave($($x:ident),*) $value:expr) => {
        $crate::lanes::x86::table::operation! { @pair deinterleave $R ($($x)*) $value }
    };
    ($R:ident $T:ident $M:ident shl($x:ident, $by:ident) $value:expr) => {
        $crate::lanes::x86::table::operation! { @shift shl $R ($x $by) $value }
    };
    ($R:ident $T:ident $M:ident shr($x:ident, $by:ident) $value:expr) => {
        $crate::lanes::x86::table::operation! { @shift shr $R ($x $by) $value }
    };
    ($R:ident $T:ident $M:ident raise($x:ident, $mask:ident) $value:expr) => {
        $crate::lanes::x86::table::operation! { @masked raise $R $M ($x $mask) $value }
    };
    ($R:ident $T:ident $M:ident lower($x:ident, $mask:ident) $value:expr) => {
        $crate::lanes::x86::table::operation! { @masked lower $R $M ($x $mask) $value }
    };
    ($R:ident $T:ident $M:ident $op:ident($x:ident) $value:expr) => {
        // The absolute value of unsigned numbers calls nothing.
        #[allow(unused_unsafe)]
        #[inline(always)]
        fn $op(self) -> Self {
            let $x = self.0;
            // SAFETY: the CPU has the tier (invariant 1 of `register`).
            $R(unsafe { $value })
        }
    };
    ($R:ident $T:ident $M:ident $op:ident($x:ident, $y:ident) $value:expr) => {
        $crate::lanes::x86::table::operation! { @two $op Self($R) ($x $y) $value }
    };
    ($R:ident $T:ident $M:ident $op:ident($x:ident, $y:ident, $z:ident) $value:expr) => {
        #[inline(always)]
        fn $op(self, y: Self, z: Self) -> Self {
            let ($x, $y, $z) = (self.0, y.0, z.0);
            // SAFETY: the CPU has the tier (invariant 1 of `register`).
            $R(unsafe { $value })
        }
    };
    (@two $op:ident $Out:ident($wrap:ident) ($x:ident $y:ident) $value:expr) => {
        #[inline(always)]
        fn $op(self, y: Self) -> $Out {
            let ($x, $y) = (self.0, y.0);
            // SAFETY: the CPU has the tier (invariant 1 of `register`).
            $wrap(unsafe { $value })
        }
    };
    (@pair $op:ident $R:ident ($x:ident $y:ident) $value:expr) => {
        #[inline(always)]
        fn $op(self, y: Self) -> (Self, Self) {
            let ($x, $y) = (self.0, y.0);
            // SAFETY: the CPU has the tier (invariant 1 of `register`).
            let (a, b) = unsafe { $value };
            ($R(a), $R(b))
        }
    };
    (@masked $op:ident $R:ident $M:ident ($x:ident $mask:ident) $value:expr) => {
        #[inline(always)]
        fn $op(self, mask: $M) -> Self {
            let ($x, $mask) = (self.0, mask.0);
            // SAFETY: the CPU has the tier (invariant 1 of `register`).
            $R(unsafe { $value })
        }
    };
    (@shift $op:ident $R:ident ($x:ident $by:ident) $value:expr) => {
        #[inline(always)]
        fn $op(self, $by: u32) -> Self {
            let $x = self.0;
            // SAFETY: the CPU has the tier (invariant 1 of `register`).
            $R(unsafe { $value })
        }
    };
}
pub(super) use operation;
