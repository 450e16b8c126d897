//! What needs an order: sorting, the distinct elements, medians and percentiles.

use super::fold::some_of;
use super::{Averaged, methods};
use crate::array::{Array, Array1};
use crate::axes::EditAxis;
use crate::element::Element;
use crate::error::ShapeError;
use crate::operand::Operand;
use crate::reduce::{Table, all, each_point, kept, out_strides};
use crate::shape::Shape;
use crate::view::{View, ViewMut};

/// Elements that have an order: integers, `bool`, and floats with NaN behind all others, as NumPy sorts.
#[diagnostic::on_unimplemented(
    message = "elements `{Self}` have no order to sort by",
    label = "not an array of floats, integers or `bool`"
)]
pub trait SortKey: Element {
    /// What is compared.
    #[doc(hidden)]
    type Key: Copy + Ord;
    /// The key of an element.
    #[doc(hidden)]
    fn key(self) -> Self::Key;
    /// The key that equal elements share: zeros of both signs are.
    #[doc(hidden)]
    fn equal_key(self) -> Self::Key {
        self.key()
    }
    /// Whether it is not equal to itself: a NaN.
    #[doc(hidden)]
    fn is_unequal(self) -> bool {
        false
    }
    /// The element of a key: NaNs have lost their sign.
    #[doc(hidden)]
    fn from_key(key: Self::Key) -> Self;
}

macro_rules! ordered {
    ($($T:ident)*) => { $(
        #[diagnostic::do_not_recommend]
        impl SortKey for $T {
            type Key = $T;
            #[inline(always)]
            fn key(self) -> $T {
                self
            }
            #[inline(always)]
            fn from_key(key: $T) -> $T {
                key
            }
        }
    )* };
}

ordered! { bool i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

macro_rules! floats {
    ($($T:ident $Bits:ident;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl SortKey for $T {
            type Key = $Bits;
            // Bits of floats are ordered as signed integers are, but for the negative ones, which are the other way round.
            #[inline(always)]
            fn key(self) -> $Bits {
                let bits = (if self.is_nan() { self.abs() } else { self }).to_bits() as $Bits;
                if bits < 0 { bits ^ $Bits::MAX } else { bits }
            }
            #[inline(always)]
            fn equal_key(self) -> $Bits {
                (self + 0.0).key()
            }
            #[inline(always)]
            fn is_unequal(self) -> bool {
                self.is_nan()
            }
            #[inline(always)]
            fn from_key(key: $Bits) -> $T {
                $T::from_bits((if key < 0 { key ^ $Bits::MAX } else { key }) as _)
            }
        }
    )* };
}

floats! { f32 i32; f64 i64; }

/// Lines that are read together, where they are not neighbours themselves: a cache line of them, at least.
const TOGETHER: usize = 16;

/// Calls `visit` with each line along `AXIS`, as keys, and the offset of its output from the first: outputs have strides `out`.
fn each_line<T: SortKey, S: Shape>(
    x: View<'_, T, S>,
    axis: usize,
    out: &[isize],
    mut visit: impl FnMut(&mut [T::Key], isize),
) {
    let (extents, strides) = (x.extents(), x.strides());
    if extents.as_ref().contains(&0) {
        return;
    }
    let (extent, stride) = (extents.as_ref()[axis], strides.as_ref()[axis]);
    let mut lines = Table::new(extents.as_ref(), strides.as_ref(), out, 1 << axis, false).kept;
    let side = lines.pop();
    let mut keys = Vec::with_capacity(extent * TOGETHER.min(side.extent));
    each_point(lines.as_slice(), |at, to| {
        for first in (0..side.extent).step_by(TOGETHER) {
            let count = TOGETHER.min(side.extent - first);
            let at = at + first as isize * side.step;
            // SAFETY: offsets of indices of the view.
            let read = |point: usize, line: usize| unsafe {
                x.as_ptr().offset(at + point as isize * stride + line as isize * side.step).read().key()
            };
            keys.clear();
            if stride.unsigned_abs() <= side.step.unsigned_abs() {
                (0..count).for_each(|line| keys.extend((0..extent).map(|point| read(point, line))));
            } else {
                keys.resize(extent * count, read(0, 0));
                for point in 0..extent {
                    for line in 0..count {
                        keys[line * extent + point] = read(point, line);
                    }
                }
            }
            for (line, keys) in keys.chunks_exact_mut(extent).enumerate() {
                visit(keys, to + (first + line) as isize * side.out);
            }
        }
    });
}

/// Sorts each line along an axis, into an output with strides of its own. A line is read before it is written.
///
/// # Safety
///
/// The output is writable at each index of the view; it may be the view itself, by the same strides.
unsafe fn sort_lines<const AXIS: usize, T: SortKey, S: EditAxis<AXIS>>(
    x: View<'_, T, S>,
    to: *mut T,
    strides: &[isize],
) {
    let step = strides[AXIS];
    each_line(x, AXIS, strides, |keys, at| {
        keys.sort_unstable();
        for (point, &key) in keys.iter().enumerate() {
            // SAFETY: at an index of the view: the caller's promise.
            unsafe { to.offset(at + point as isize * step).write(T::from_key(key)) };
        }
    });
}

fn sorted<const AXIS: usize, T: SortKey, S: EditAxis<AXIS>>(x: View<'_, T, S>) -> Array<T, S> {
    let mut out = Array::full_like(x.shape(), T::zero());
    let strides = out.strides();
    // SAFETY: an array of the same extents, by its strides.
    unsafe { sort_lines::<AXIS, T, S>(x, out.as_mut_slice().as_mut_ptr(), strides.as_ref()) };
    out
}

fn order<const AXIS: usize, T: SortKey, S: EditAxis<AXIS>>(x: View<'_, T, S>) -> Array<usize, S> {
    let mut out = Array::full_like(x.shape(), 0);
    let strides = out.strides();
    let (step, places) = (strides.as_ref()[AXIS], out.as_mut_slice());
    let mut pairs = Vec::new();
    each_line(x, AXIS, strides.as_ref(), |keys, at| {
        pairs.clear();
        pairs.extend(keys.iter().enumerate().map(|(place, &key)| (T::from_key(key).equal_key(), place)));
        pairs.sort_unstable();
        for (point, &(_, place)) in pairs.iter().enumerate() {
            places[(at + point as isize * step) as usize] = place;
        }
    });
    out
}

/// Each line with the entry at a place of the sorted one at that place, what is less before it, and the rest behind.
#[track_caller]
fn parted<const AXIS: usize, T: SortKey, S: EditAxis<AXIS>>(x: View<'_, T, S>, place: usize) -> Array<T, S> {
    let mut out = Array::full_like(x.shape(), T::zero());
    let strides = out.strides();
    let (step, elements) = (strides.as_ref()[AXIS], out.as_mut_slice());
    check_entry::<AXIS, S>("partition", x.shape(), place);
    each_line(x, AXIS, strides.as_ref(), |keys, at| {
        keys.select_nth_unstable(place);
        for (point, &key) in keys.iter().enumerate() {
            elements[(at + point as isize * step) as usize] = T::from_key(key);
        }
    });
    out
}

/// Where the entries of such a line stand.
#[track_caller]
fn parting<const AXIS: usize, T: SortKey, S: EditAxis<AXIS>>(x: View<'_, T, S>, place: usize) -> Array<usize, S> {
    let mut out = Array::full_like(x.shape(), 0);
    let strides = out.strides();
    let (step, places) = (strides.as_ref()[AXIS], out.as_mut_slice());
    check_entry::<AXIS, S>("argpartition", x.shape(), place);
    let mut pairs = Vec::new();
    each_line(x, AXIS, strides.as_ref(), |keys, at| {
        pairs.clear();
        pairs.extend(keys.iter().enumerate().map(|(place, &key)| (T::from_key(key).equal_key(), place)));
        pairs.select_nth_unstable(place);
        for (point, &(_, place)) in pairs.iter().enumerate() {
            places[(at + point as isize * step) as usize] = place;
        }
    });
    out
}

#[track_caller]
fn check_entry<const AXIS: usize, S: Shape>(name: &str, shape: S, entry: usize) {
    let extents = shape.extents();
    let extent = extents.as_ref()[AXIS];
    if entry >= extent {
        let extents = extents.as_ref();
        ShapeError::new(format!(
            "`{name}`: there is no entry {entry} along axis {AXIS} of shape {extents:?}, which has extent {extent}"
        ))
        .raise()
    }
}

/// Which elements are among some values.
fn among<T: SortKey, S: Shape>(x: View<'_, T, S>, values: Vec<T>) -> Array<bool, S> {
    let mut keys: Vec<T::Key> =
        values.into_iter().filter(|value| !value.is_unequal()).map(|value| value.equal_key()).collect();
    keys.sort_unstable();
    x.map(|x| !x.is_unequal() && keys.binary_search(&x.equal_key()).is_ok())
}

fn distinct<T: SortKey + PartialEq, S: Shape>(x: View<'_, T, S>) -> (Array1<T>, Array1<usize>) {
    let mut keys: Vec<T::Key> = x.iter().map(|x| x.key()).collect();
    keys.sort_unstable();
    let (mut values, mut counts) = (Vec::<T>::new(), Vec::new());
    for key in keys {
        let value = T::from_key(key);
        match (values.last(), counts.last_mut()) {
            // Zeros of both signs are equal, and NaNs count as such.
            (Some(last), Some(count)) if *last == value || last.key() == key => *count += 1,
            _ => {
                values.push(value);
                counts.push(1);
            }
        }
    }
    (Array::from_vec(values), Array::from_vec(counts))
}

/// Elements of which something between two can be had: floats, and integers as `f64`.
#[diagnostic::on_unimplemented(
    message = "elements `{Self}` have no median and no percentiles",
    label = "not an array of floats or integers"
)]
pub trait Between: SortKey + Averaged<Mean: num_traits::Float> {
    #[doc(hidden)]
    fn widened(self) -> Self::Mean;
    /// Whether it is a NaN.
    #[doc(hidden)]
    fn is_nan(self) -> bool;
}

macro_rules! between {
    ($($T:ident $M:ident |$x:ident| $nan:expr;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl Between for $T {
            #[inline(always)]
            fn widened(self) -> $M {
                self as $M
            }
            #[inline(always)]
            fn is_nan(self) -> bool {
                let $x = self;
                $nan
            }
        }
    )* };
}

between! { f32 f32 |x| x.is_nan(); f64 f64 |x| x.is_nan(); }

macro_rules! integers_between {
    ($($T:ident)*) => { between! { $($T f64 |_x| false;)* } };
}

integers_between! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

/// What stands at a place between 0 and 1 of sorted elements, by linear interpolation, as NumPy computes it.
fn at_place<T: Between>(keys: &mut [T::Key], place: f64) -> T::Mean {
    use num_traits::{Float, NumCast};
    let last = keys.len() - 1;
    let at = place * last as f64;
    let below = (at.floor() as usize).min(last);
    let t: T::Mean = NumCast::from(at - below as f64).unwrap_or_else(T::Mean::nan);
    let (_, &mut low, above) = keys.select_nth_unstable(below);
    let high = above.iter().copied().min().unwrap_or(low);
    // NaNs are behind all others, wherever the place is.
    if above.iter().copied().max().is_some_and(|key| T::from_key(key).is_nan()) || T::from_key(low).is_nan() {
        return T::Mean::nan();
    }
    let (low, high) = (T::from_key(low).widened(), T::from_key(high).widened());
    let (distance, half) = (high - low, NumCast::from(0.5).unwrap_or_else(T::Mean::nan));
    if t < half { low + distance * t } else { high - distance * (<T::Mean as Element>::one() - t) }
}

#[track_caller]
fn quantiles<const AXIS: usize, T, S>(name: &str, x: View<'_, T, S>, place: f64) -> Array<T::Mean, S::Without>
where
    T: Between,
    S: EditAxis<AXIS>,
{
    some_of(name, x.shape(), 1 << AXIS);
    check_place(name, place);
    let shape = kept::<S, S::Without>(x.shape(), 1 << AXIS);
    let mut out = Array::full_like(shape, <T::Mean as Element>::zero());
    let strides = out_strides(x.shape(), 1 << AXIS);
    let values = out.as_mut_slice();
    each_line(x, AXIS, strides.as_ref(), |keys, at| values[at as usize] = at_place::<T>(keys, place));
    out
}

#[track_caller]
fn quantile<T: Between, S: Shape>(name: &str, x: View<'_, T, S>, place: f64) -> T::Mean {
    some_of(name, x.shape(), all::<S>());
    check_place(name, place);
    let mut keys: Vec<T::Key> = x.iter().map(|x| x.key()).collect();
    at_place::<T>(&mut keys, place)
}

#[track_caller]
fn check_place(name: &str, place: f64) {
    if !(0.0..=1.0).contains(&place) {
        ShapeError::new(format!("`{name}`: {} is not between 0 and 100", 100.0 * place)).raise()
    }
}

methods! {
    /// The elements with each line along axis `AXIS` sorted; NaNs stand last.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[3.0, f64::NAN, 1.0], [0.5, 2.0, 2.0]]);
    /// assert_eq!(a.sort::<0>().index_axis::<0>(0).to_vec(), [0.5, 2.0, 1.0]);
    /// assert_eq!(a.sort::<1>().index_axis::<1>(0).to_vec(), [1.0, 0.5]);
    /// ```
    sort [const AXIS: usize] () -> Array<T, S>, [T: SortKey, S: EditAxis<AXIS>], |x| sorted::<AXIS, T, S>(x);

    /// Where along axis `AXIS` the elements of [`Array::sort`] stand; equal ones in the order in which they do.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::from([30, 10, 20, 10]).argsort::<0>(), [1, 3, 2, 0]);
    /// ```
    argsort [const AXIS: usize] () -> Array<usize, S>, [T: SortKey, S: EditAxis<AXIS>], |x| order::<AXIS, T, S>(x);

    /// The elements with each line along axis `AXIS` in such an order that entry `place` is the one of the sorted line; what stands before it is not
    /// greater, what stands behind not less. Faster than [`Array::sort`] where only some of the least matter.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([7, 1, 5, 9, 3]).partition::<0>(1);
    /// assert_eq!((a[0], a[1]), (1, 3));
    /// ```
    ///
    /// # Panics
    ///
    /// When the axis has no such entry.
    partition [const AXIS: usize] (place: usize) -> Array<T, S>, [T: SortKey, S: EditAxis<AXIS>],
        |x| parted::<AXIS, T, S>(x, place);

    /// Where along axis `AXIS` the elements of an array that is parted as by [`Array::partition`] stand: `argpartition::<0>(k)`, then the first `k`
    /// entries, are the places of the `k` least.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([7, 1, 5, 9, 3]).argpartition::<0>(1);
    /// assert_eq!((a[0], a[1]), (1, 4));
    /// ```
    ///
    /// # Panics
    ///
    /// When the axis has no such entry.
    argpartition [const AXIS: usize] (place: usize) -> Array<usize, S>, [T: SortKey, S: EditAxis<AXIS>],
        |x| parting::<AXIS, T, S>(x, place);

    /// Which elements are equal to one of `values`; NaNs are to none.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::from([[3, 1], [2, 5]]).isin(&[2, 3, 9]), [[true, false], [true, false]]);
    /// ```
    isin [] (values: &(impl Operand<Elem = T> + ?Sized)) -> Array<bool, S>, [T: SortKey],
        |x| among(x, values.as_view().to_vec());

    /// The distinct elements, sorted. NaNs count as equal.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::from([[3, 1], [1, 2]]).unique(), [1, 2, 3]);
    /// ```
    unique [] () -> Array1<T>, [T: SortKey + PartialEq], |x| distinct(x).0;

    /// The distinct elements, sorted, and how often each stands there.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let (values, counts) = Array::from([3, 1, 1, 2]).unique_counts();
    /// assert_eq!((values.as_slice(), counts.as_slice()), (&[1, 2, 3][..], &[2, 1, 1][..]));
    /// ```
    unique_counts [] () -> (Array1<T>, Array1<usize>), [T: SortKey + PartialEq], |x| distinct(x);

    /// The medians along axis `AXIS`, which goes: the middle one, or the mean of the two in the middle. NaN where there is one.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([[3, 1, 2], [10, 40, 20]]);
    /// assert_eq!(a.median::<1>(), [2.0, 20.0]);
    /// assert_eq!(a.median_all(), 6.5);
    /// ```
    ///
    /// # Panics
    ///
    /// When there is nothing along the axis.
    median [const AXIS: usize] () -> Array<T::Mean, S::Without>, [T: Between, S: EditAxis<AXIS>],
        |x| quantiles::<AXIS, T, S>("median", x, 0.5);

    /// As [`Array::median`](crate::Array::median), of all elements.
    ///
    /// # Panics
    ///
    /// When there are no elements.
    median_all [] () -> T::Mean, [T: Between], |x| quantile("median", x, 0.5);

    /// What `percent` of the elements along axis `AXIS`, which goes, are not above: between two of them by linear interpolation. NaN where there is
    /// one.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from([10.0, 20.0, 30.0, 40.0]);
    /// assert_eq!(a.percentile::<0>(50.0)[[]], 25.0);
    /// assert_eq!(a.percentile_all(75.0), 32.5);
    /// ```
    ///
    /// # Panics
    ///
    /// When there is nothing along the axis, or `percent` is not between 0 and 100.
    percentile [const AXIS: usize] (percent: f64) -> Array<T::Mean, S::Without>, [T: Between, S: EditAxis<AXIS>],
        |x| quantiles::<AXIS, T, S>("percentile", x, percent / 100.0);

    /// As [`Array::percentile`](crate::Array::percentile), of all elements.
    ///
    /// # Panics
    ///
    /// When there are no elements, or `percent` is not between 0 and 100.
    percentile_all [] (percent: f64) -> T::Mean, [T: Between], |x| quantile("percentile", x, percent / 100.0);
}

impl<T: Copy, S: Shape> Array<T, S> {
    /// Sorts each line along axis `AXIS` where it stands; NaNs stand last.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let mut a = Array::from([[3, 1, 2], [6, 5, 4]]);
    /// a.sort_in_place::<1>();
    /// assert_eq!(a, [[1, 2, 3], [4, 5, 6]]);
    /// ```
    pub fn sort_in_place<const AXIS: usize>(&mut self)
    where
        T: SortKey,
        S: EditAxis<AXIS>,
    {
        self.view_mut().sort_in_place::<AXIS>();
    }

    /// An array of this shape, every element `value`, which exists since one of the shape does.
    fn full_like(shape: S, value: T) -> Self {
        crate::error::expect(Self::try_full(shape, value))
    }
}

impl<T: Copy, S: Shape> ViewMut<'_, T, S> {
    /// As [`Array::sort_in_place`].
    pub fn sort_in_place<const AXIS: usize>(&mut self)
    where
        T: SortKey,
        S: EditAxis<AXIS>,
    {
        let (to, strides) = (self.as_mut_ptr(), self.strides());
        // SAFETY: the view itself; no line meets another, as different indices lead to different elements.
        unsafe { sort_lines::<AXIS, T, S>(self.view(), to, strides.as_ref()) };
    }
}
