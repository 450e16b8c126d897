//! What a gang can do: the traits that kernels and vector math are written against.
//!
//! A type parameter `S: Simd` names a tier and a gang width. Values of `S` are tokens: one exists only where the CPU has
//! the tier, and every gang is made from a token or from another gang. So the operations below are safe to call.

use core::ops::{Add, BitAnd, BitOr, BitXor, Div, Mul, Neg, Not, Shl, Shr, Sub};

use super::array::LaneArray;
use super::cast::{casts, each_cast};

/// A tier with a gang width of 8 or 16 lanes.
///
/// A gang of 8 runs kernels in which a 64-bit type takes part, one of 16 the others, on every tier; so the order of a sum's
/// additions depends on the elements, not on the tier.
pub trait Simd: Copy + Send + Sync + 'static {
    /// How many lanes run together: 8 or 16.
    const LANES: usize;
    /// Whether a multiply-add rounds once, in one instruction.
    const FUSES: bool;
    /// Bytes of a register of the tier: how many registers a gang takes.
    const REGISTER: usize;
    /// Whether nearly every CPU runs a better tier: kernels for this one are compiled small, as compiling is all that most of them ever cost.
    const FALLBACK: bool;

    /// One value a lane, of types that have no vector.
    type Array<T: Copy>: LaneArray<T> + Lanes<Self, T>;
    /// One `bool` a lane.
    type Mask: Mask<Self>;

    /// A gang of `f64`.
    type F64: Floats<Self, f64, Bits = Self::U64, Int = Self::I64>;
    /// A gang of `f32`.
    type F32: Floats<Self, f32, Bits = Self::U32, Int = Self::I32>;
    /// A gang of `i64`.
    type I64: Integers<Self, i64>;
    /// A gang of `u64`.
    type U64: Integers<Self, u64>;
    /// A gang of `i32`.
    type I32: Integers<Self, i32>;
    /// A gang of `u32`.
    type U32: Integers<Self, u32>;
    /// A gang of `i16`.
    type I16: Integers<Self, i16>;
    /// A gang of `u16`.
    type U16: Integers<Self, u16>;
    /// A gang of `i8`.
    type I8: Integers<Self, i8>;
    /// A gang of `u8`.
    type U8: Integers<Self, u8>;

    each_cast! { casts }

    /// `to[row * width + column] = from[row + column * stride]`, for 8 rows and 8 columns.
    ///
    /// # Safety
    ///
    /// All of them are readable, and writable.
    #[doc(hidden)]
    #[inline(always)]
    unsafe fn turn<T: Copy>(self, from: *const T, stride: isize, to: *mut T, width: usize) {
        // SAFETY: the caller's promise.
        unsafe { turn_one_by_one(from, stride, to, width) }
    }

    /// [`stream_lines`](super::stream_lines), by the widest registers, which see what [`Simd::turn`] has just written.
    ///
    /// # Safety
    ///
    /// As there; `from` is a multiple of 64, too.
    #[doc(hidden)]
    #[inline(always)]
    unsafe fn stream_lines(self, from: *const u8, to: *mut u8, lines: usize) {
        // SAFETY: the caller's promise.
        unsafe { super::stream_lines(from, to, lines) }
    }
}

/// [`Simd::turn`], an element at a time.
///
/// # Safety
///
/// As for [`Simd::turn`].
#[inline(always)]
pub(super) unsafe fn turn_one_by_one<T: Copy>(from: *const T, stride: isize, to: *mut T, width: usize) {
    for row in 0..8 {
        for column in 0..8 {
            // SAFETY: the caller's promise.
            unsafe { to.add(row * width + column).write(from.offset(row as isize + column as isize * stride).read()) };
        }
    }
}

/// A gang of `T`: what holds for any element type.
///
/// Strides and offsets are in elements. "The first `n` lanes" are those below `n`, with `n <= LANES`.
pub trait Lanes<S: Simd, T: Copy>: Copy {
    /// `x` in every lane.
    fn splat(s: S, x: T) -> Self;

    /// The elements of an array.
    fn from_array(s: S, array: S::Array<T>) -> Self;

    /// The elements as an array.
    fn to_array(self) -> S::Array<T>;

    /// `LANES` neighbours from `ptr`, of any alignment.
    ///
    /// # Safety
    ///
    /// All of them are readable elements.
    unsafe fn load(s: S, ptr: *const T) -> Self;

    /// The first `n` lanes from `ptr`; the others hold zeros or repeat one of those.
    ///
    /// # Safety
    ///
    /// `1 <= n <= LANES`, and `n` elements are readable.
    #[inline(always)]
    unsafe fn load_first(s: S, ptr: *const T, n: usize) -> Self {
        // SAFETY: lanes from `n` on read element `n - 1`.
        let lane = |lane: usize| unsafe { ptr.add(lane.min(n - 1)).read() };
        Self::from_array(s, LaneArray::from_fn(lane))
    }

    /// Lane `l` from `ptr + l * stride`.
    ///
    /// # Safety
    ///
    /// All of them are readable elements.
    #[inline(always)]
    unsafe fn load_strided(s: S, ptr: *const T, stride: isize) -> Self {
        // SAFETY: the caller's promise.
        let lane = |lane: usize| unsafe { ptr.offset(lane as isize * stride).read() };
        Self::from_array(s, LaneArray::from_fn(lane))
    }

    /// Lane `l` from `ptr + offsets[l]`.
    ///
    /// # Safety
    ///
    /// All of them are readable elements.
    #[inline(always)]
    unsafe fn load_indexed(s: S, ptr: *const T, offsets: S::Array<isize>) -> Self {
        // SAFETY: the caller's promise.
        let lane = |lane: usize| unsafe { ptr.offset(offsets.lane(lane)).read() };
        Self::from_array(s, LaneArray::from_fn(lane))
    }

    /// Lane `l` from `ptr + l` where the mask is set, else from `other`.
    ///
    /// # Safety
    ///
    /// The elements of set lanes are readable.
    #[inline(always)]
    unsafe fn load_masked(s: S, ptr: *const T, mask: S::Mask, other: Self) -> Self {
        let (set, other) = (mask.to_bits(), other.to_array());
        // SAFETY: the caller's promise.
        let read = |lane: usize| unsafe { ptr.add(lane).read() };
        let lane = |lane: usize| if set >> lane & 1 == 1 { read(lane) } else { other.lane(lane) };
        Self::from_array(s, LaneArray::from_fn(lane))
    }

    /// To `LANES` neighbours from `ptr`, of any alignment.
    ///
    /// # Safety
    ///
    /// All of them are writable.
    unsafe fn store(self, ptr: *mut T);

    /// [`Lanes::store`] past the caches, where the tier can: for what is not read soon. A [`stream_fence`](super::stream_fence) follows.
    ///
    /// # Safety
    ///
    /// As for `store`; the address is a multiple of 64, or of the bytes of the gang where these are fewer.
    #[inline(always)]
    unsafe fn stream(self, ptr: *mut T) {
        // SAFETY: the caller's promise.
        unsafe { self.store(ptr) }
    }

    /// The first `n` lanes to `ptr`.
    ///
    /// # Safety
    ///
    /// `n <= LANES`, and `n` elements are writable.
    #[inline(always)]
    unsafe fn store_first(self, ptr: *mut T, n: usize) {
        let array = self.to_array();
        for lane in 0..n {
            // SAFETY: the caller's promise.
            unsafe { ptr.add(lane).write(array.lane(lane)) };
        }
    }

    /// Lane `l` to `ptr + l * stride`, in order of the lanes.
    ///
    /// # Safety
    ///
    /// All of them are writable.
    #[inline(always)]
    unsafe fn store_strided(self, ptr: *mut T, stride: isize) {
        let array = self.to_array();
        for lane in 0..S::LANES {
            // SAFETY: the caller's promise.
            unsafe { ptr.offset(lane as isize * stride).write(array.lane(lane)) };
        }
    }

    /// Lane `l` to `ptr + offsets[l]`, in order of the lanes.
    ///
    /// # Safety
    ///
    /// All of them are writable.
    #[inline(always)]
    unsafe fn store_indexed(self, ptr: *mut T, offsets: S::Array<isize>) {
        let array = self.to_array();
        for lane in 0..S::LANES {
            // SAFETY: the caller's promise.
            unsafe { ptr.offset(offsets.lane(lane)).write(array.lane(lane)) };
        }
    }

    /// Lane `l` to `ptr + l` where the mask is set.
    ///
    /// # Safety
    ///
    /// The elements of set lanes are writable.
    #[inline(always)]
    unsafe fn store_masked(self, ptr: *mut T, mask: S::Mask) {
        let (set, array) = (mask.to_bits(), self.to_array());
        for lane in 0..S::LANES {
            if set >> lane & 1 == 1 {
                // SAFETY: the caller's promise.
                unsafe { ptr.add(lane).write(array.lane(lane)) };
            }
        }
    }

    /// The lower halves of `self` and `rhs`, lane by lane in turns, and the upper halves: of `a0 a1 a2 a3` and `b0 b1 b2 b3`
    /// the gangs `a0 b0 a1 b1` and `a2 b2 a3 b3`.
    #[inline(always)]
    fn interleave(self, s: S, rhs: Self) -> (Self, Self) {
        let (a, b) = (self.to_array(), rhs.to_array());
        let half = |first: usize| {
            let lane =
                |lane: usize| if lane.is_multiple_of(2) { a.lane(first + lane / 2) } else { b.lane(first + lane / 2) };
            Self::from_array(s, LaneArray::from_fn(lane))
        };
        (half(0), half(S::LANES / 2))
    }

    /// The even lanes of `self` and then `rhs`, and the odd ones: the opposite of [`Lanes::interleave`].
    #[inline(always)]
    fn deinterleave(self, s: S, rhs: Self) -> (Self, Self) {
        let (a, b) = (self.to_array(), rhs.to_array());
        let half = |odd: usize| {
            let lane = |lane: usize| match 2 * lane + odd {
                from if from < S::LANES => a.lane(from),
                from => b.lane(from - S::LANES),
            };
            Self::from_array(s, LaneArray::from_fn(lane))
        };
        (half(0), half(1))
    }

    /// Lane `l` moved to lane `l + by`; the first `by` lanes hold the last ones of `before`.
    #[inline(always)]
    fn slide(self, s: S, before: Self, by: usize) -> Self {
        Self::from_array(s, LaneArray::slid(self.to_array(), before.to_array(), by))
    }

    /// The columns of a square, from its rows.
    ///
    /// Row `r` of `LANES` is a number of log₂ `LANES` bits, and so is a lane's. Interleaving row `i` with row `i + LANES / 2` into rows
    /// `2 i` and `2 i + 1` turns the bits of row and lane, put together, by one place. As many turns as a number has bits
    /// exchange row and lane.
    #[inline(always)]
    fn transpose(s: S, rows: S::Array<Self>) -> S::Array<Self> {
        let mut square = rows;
        for _ in 0..S::LANES.ilog2() {
            let mut odd = square.lane(0);
            square = LaneArray::from_fn(|row| {
                if row % 2 == 1 {
                    return odd;
                }
                let (even, next) = square.lane(row / 2).interleave(s, square.lane((row + S::LANES) / 2));
                odd = next;
                even
            });
        }
        square
    }

    /// `yes` where the mask is set, else `no`.
    fn select(mask: S::Mask, yes: Self, no: Self) -> Self;

    /// All lanes as one element: the lower half is joined with the upper half, lane by lane, until one is left, on every tier.
    #[inline(always)]
    fn reduce(self, join: impl Fn(T, T) -> T) -> T {
        let array = self.to_array();
        let mut lanes: [T; 8] = core::array::from_fn(|lane| match S::LANES {
            16 => join(array.lane(lane), array.lane(lane + 8)),
            _ => array.lane(lane),
        });
        for width in [4, 2, 1] {
            for lane in 0..width {
                lanes[lane] = join(lanes[lane], lanes[lane + width]);
            }
        }
        lanes[0]
    }
}

/// One `bool` a lane.
pub trait Mask<S: Simd>:
    Lanes<S, bool> + BitAnd<Output = Self> + BitOr<Output = Self> + BitXor<Output = Self> + Not<Output = Self>
{
    /// Bit `l` is lane `l`; bits from `LANES` on are clear.
    fn to_bits(self) -> u16;

    /// Lane `l` is bit `l`; bits from `LANES` on do not matter.
    fn from_bits(s: S, bits: u16) -> Self;

    /// The first `n` lanes.
    #[inline(always)]
    fn first(s: S, n: usize) -> Self {
        Self::from_bits(s, if n >= 16 { u16::MAX } else { (1 << n) - 1 })
    }

    /// Whether a lane is set.
    #[inline(always)]
    fn any(self) -> bool {
        self.to_bits() != 0
    }

    /// Whether all lanes are set.
    #[inline(always)]
    fn all(self) -> bool {
        !(!self).any()
    }
}

/// A gang of numbers. Integers wrap. The right side of an operator may also be a number, for every lane.
///
/// Every operation gives the bits of the scalar one, lane by lane.
pub trait Numbers<S: Simd, T: Copy>:
    Lanes<S, T>
    + Add<Output = Self>
    + Add<T, Output = Self>
    + Sub<Output = Self>
    + Sub<T, Output = Self>
    + Mul<Output = Self>
    + Mul<T, Output = Self>
    + Neg<Output = Self>
{
    /// `x` in every lane of another gang of this type.
    fn like(self, x: T) -> Self;

    /// `self < rhs`.
    fn lt(self, rhs: Self) -> S::Mask;
    /// `self <= rhs`.
    fn le(self, rhs: Self) -> S::Mask;
    /// `self == rhs`.
    fn eq(self, rhs: Self) -> S::Mask;

    /// `self > rhs`.
    #[inline(always)]
    fn gt(self, rhs: Self) -> S::Mask {
        rhs.lt(self)
    }

    /// `self >= rhs`.
    #[inline(always)]
    fn ge(self, rhs: Self) -> S::Mask {
        rhs.le(self)
    }

    /// `self != rhs`.
    #[inline(always)]
    fn ne(self, rhs: Self) -> S::Mask {
        !self.eq(rhs)
    }

    /// Rust's `min`: a NaN loses. Of zeros with different signs either may win.
    fn min(self, rhs: Self) -> Self;
    /// Rust's `max`: a NaN loses. Of zeros with different signs either may win.
    fn max(self, rhs: Self) -> Self;
    /// The absolute value; of integers wrapping.
    fn abs(self) -> Self;
}

/// A gang of integers.
pub trait Integers<S: Simd, T: Copy>:
    Numbers<S, T>
    + BitAnd<Output = Self>
    + BitAnd<T, Output = Self>
    + BitOr<Output = Self>
    + BitOr<T, Output = Self>
    + BitXor<Output = Self>
    + BitXor<T, Output = Self>
    + Not<Output = Self>
    + Shl<u32, Output = Self>
    + Shr<u32, Output = Self>
{
    /// `self << by`, each lane by its own amount modulo the number of bits.
    fn shl_by(self, by: Self) -> Self;
    /// `self >> by`, each lane by its own amount modulo the number of bits; arithmetic where there is a sign.
    fn shr_by(self, by: Self) -> Self;
    /// 1 more where the mask is set.
    fn raise(self, mask: S::Mask) -> Self;
    /// 1 less where the mask is set.
    fn lower(self, mask: S::Mask) -> Self;
    /// `self / rhs`; `x / 0` is 0 and `MIN / -1` is `MIN`.
    fn quotient(self, rhs: Self) -> Self;
    /// `self % rhs`; `x % 0` and `MIN % -1` are 0.
    fn remainder(self, rhs: Self) -> Self;
}

/// A gang of floating-point numbers.
pub trait Floats<S: Simd, T: Copy>: Numbers<S, T> + Div<Output = Self> + Div<T, Output = Self> {
    /// The unsigned integers with the same number of bits.
    type Bits: Copy;
    /// The signed integers with the same number of bits.
    type Int: Copy;

    /// `self * rhs + addend`, rounded once, on every tier.
    fn mul_add(self, rhs: Self, addend: Self) -> Self;
    /// `self * rhs + addend`, rounded once where that is one instruction ([`Simd::FUSES`]), else twice: for polynomials.
    fn madd(self, rhs: Self, addend: Self) -> Self;
    /// `addend - self * rhs`, rounded as by [`Floats::madd`].
    fn nmadd(self, rhs: Self, addend: Self) -> Self;
    /// `self`, or `bound` where that is greater; a NaN stays.
    fn at_least(self, bound: Self) -> Self;
    /// `self`, or `bound` where that is less; a NaN stays.
    fn at_most(self, bound: Self) -> Self;
    /// The square root, correctly rounded.
    fn sqrt(self) -> Self;
    /// Rounded down.
    fn floor(self) -> Self;
    /// Rounded up.
    fn ceil(self) -> Self;
    /// Rounded toward zero.
    fn trunc(self) -> Self;
    /// Rounded to the nearest integer, ties to even.
    fn round_ties_even(self) -> Self;
    /// The size of `self` with the sign of `sign`.
    fn copysign(self, sign: Self) -> Self;
    /// The bits, unchanged.
    fn to_bits(self) -> Self::Bits;
    /// The bits as signed integers, unchanged.
    fn to_int(self) -> Self::Int;
    /// The numbers with these bits.
    fn from_bits(bits: Self::Bits) -> Self;
    /// The numbers with these bits, given as signed integers.
    fn from_int(bits: Self::Int) -> Self;
}
