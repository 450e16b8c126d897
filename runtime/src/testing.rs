//! Assertions about arrays that say where two of them differ, and by how much: [`assert_allclose!`](crate::assert_allclose) and
//! [`assert_array_equal!`](crate::assert_array_equal).

use core::fmt::Write;

use num_complex::Complex;

use crate::array::Array;
use crate::element::Element;
use crate::format::{element_word, number_word};
use crate::operand::Operand;
use crate::shape::Shape;
use crate::view::{View, ViewMut};

/// How many mismatches are listed.
const LISTED: usize = 5;

/// Numbers of which one can say how far two of them are apart: the integers, `bool`, the floats and
/// [`Complex`]. Implement it for an element type of your own to compare arrays of it.
pub trait Measured: Element + PartialEq {
    /// How distances are printed: not at all, as whole numbers, or with decimals.
    const DISTANCES: Distances;

    /// The distance of two numbers, at least 0; NaN where one of them is NaN, and where both are the same infinity.
    fn distance(self, other: Self) -> f64;

    /// The distance from 0.
    fn magnitude(self) -> f64;

    /// Whether this is not a number; for complex numbers, whether a part is not.
    fn is_nan(self) -> bool {
        false
    }
}

/// How distances of numbers are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distances {
    /// They say nothing, as those of `bool`.
    Hidden,
    /// They are integers.
    Whole,
    /// They are real numbers.
    Real,
}

macro_rules! measured_integers {
    ($($T:ty)*) => { $(
        impl Measured for $T {
            const DISTANCES: Distances = Distances::Whole;
            fn distance(self, other: Self) -> f64 {
                self.abs_diff(other) as f64
            }
            fn magnitude(self) -> f64 {
                self.abs_diff(0) as f64
            }
        }
    )* };
}

macro_rules! measured_floats {
    ($($T:ty)*) => { $(
        impl Measured for $T {
            const DISTANCES: Distances = Distances::Real;
            fn distance(self, other: Self) -> f64 {
                (self as f64 - other as f64).abs()
            }
            fn magnitude(self) -> f64 {
                self.abs() as f64
            }
            fn is_nan(self) -> bool {
                <$T>::is_nan(self)
            }
        }

        impl Measured for Complex<$T> {
            const DISTANCES: Distances = Distances::Real;
            fn distance(self, other: Self) -> f64 {
                self.re.distance(other.re).hypot(self.im.distance(other.im))
            }
            fn magnitude(self) -> f64 {
                self.re.magnitude().hypot(self.im.magnitude())
            }
            fn is_nan(self) -> bool {
                self.re.is_nan() || self.im.is_nan()
            }
        }
    )* };
}

measured_integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
measured_floats! { f32 f64 }

impl Measured for bool {
    const DISTANCES: Distances = Distances::Hidden;
    fn distance(self, other: Self) -> f64 {
        f64::from(self != other)
    }
    fn magnitude(self) -> f64 {
        f64::from(self)
    }
}

/// When two numbers are as good as equal: `|actual − desired| ≤ atol + rtol·|desired|`.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Closeness {
    rtol: f64,
    atol: f64,
    equal_nan: bool,
}

impl Default for Closeness {
    fn default() -> Self {
        Closeness { rtol: 1e-7, atol: 0.0, equal_nan: true }
    }
}

impl Closeness {
    /// Another relative tolerance.
    pub fn rtol(self, rtol: f64) -> Self {
        Closeness { rtol, ..self }
    }

    /// Another absolute tolerance.
    pub fn atol(self, atol: f64) -> Self {
        Closeness { atol, ..self }
    }

    /// Whether NaN is as good as NaN.
    pub fn equal_nan(self, equal_nan: bool) -> Self {
        Closeness { equal_nan, ..self }
    }

    fn holds<T: Measured>(self, actual: T, desired: T) -> bool {
        // Equal infinities have no distance, and a NaN has none either.
        actual == desired
            || self.equal_nan && actual.is_nan() && desired.is_nan()
            || desired.magnitude().is_finite()
                && actual.distance(desired) <= self.atol + self.rtol * desired.magnitude()
    }
}

impl<T: Measured, S: Shape> View<'_, T, S> {
    /// As [`Array::allclose`].
    pub fn allclose<O: Operand<Elem = T> + ?Sized>(&self, other: &O, rtol: f64, atol: f64) -> bool {
        let (other, closeness) = (other.as_view(), Closeness { rtol, atol, equal_nan: false });
        let Some((_, count)) = common_extents(self.extents().as_ref(), other.extents().as_ref()) else { return false };
        endless(*self).zip(endless(other)).take(count).all(|(x, y)| closeness.holds(x, y))
    }
}

macro_rules! allclose {
    ($([$($lifetime:tt)*] $A:ident;)*) => { $(
        impl<T: Measured, S: Shape> $A<$($lifetime)* T, S> {
            /// Whether all elements are equal to `other`'s within a tolerance: `|x − y| ≤ atol + rtol·|y|`.
            ///
            /// Arrays of other extents are not close, but a number may stand for a whole array. Infinities are close only to themselves,
            /// NaN to nothing. NumPy's `rtol` is 10⁻⁵, its `atol` 10⁻⁸; in tests, [`assert_allclose!`](crate::assert_allclose) says
            /// what differs.
            ///
            /// ```
            /// use ndweave_runtime::Array;
            /// let x = Array::from([1.0, 2.0]);
            /// assert!(x.allclose(&[1.0, 2.0 + 1e-9], 1e-5, 1e-8));
            /// assert!(!x.allclose(&1.0, 1e-5, 1e-8));
            /// assert!(!x.allclose(&[1.0, 2.0, 3.0], 1e-5, 1e-8));
            /// ```
            pub fn allclose<O: Operand<Elem = T> + ?Sized>(&self, other: &O, rtol: f64, atol: f64) -> bool {
                self.view().allclose(other, rtol, atol)
            }
        }
    )* };
}

allclose! { [] Array; ['_,] ViewMut; }

/// [`assert_allclose!`](crate::assert_allclose) as a function.
#[doc(hidden)]
#[track_caller]
pub fn assert_allclose<T, A, D>(actual: &A, desired: &D, closeness: Closeness)
where
    T: Measured,
    A: Operand<Elem = T> + ?Sized,
    D: Operand<Elem = T> + ?Sized,
{
    let (actual, desired) = (actual.as_view(), desired.as_view());
    if let Err(report) = compare(actual, desired, |actual, desired| closeness.holds(actual, desired)) {
        panic!("Not equal to tolerance rtol={:?}, atol={:?}\n\n{report}", closeness.rtol, closeness.atol)
    }
}

/// [`assert_array_equal!`](crate::assert_array_equal) as a function.
#[doc(hidden)]
#[track_caller]
pub fn assert_array_equal<T, A, D>(actual: &A, desired: &D)
where
    T: Measured,
    A: Operand<Elem = T> + ?Sized,
    D: Operand<Elem = T> + ?Sized,
{
    let equal = |actual: T, desired: T| actual == desired || actual.is_nan() && desired.is_nan();
    if let Err(report) = compare(actual.as_view(), desired.as_view(), equal) {
        panic!("Arrays are not equal\n\n{report}")
    }
}

/// Says how two arrays differ, where shapes do, or some elements are not `alike`. An array of rank 0 stands for as
/// many elements as the other has.
fn compare<T: Measured, S: Shape, R: Shape>(
    actual: View<'_, T, S>,
    desired: View<'_, T, R>,
    alike: impl Fn(T, T) -> bool,
) -> Result<(), String> {
    let arrays = || format!(" ACTUAL: {actual:?}\n DESIRED: {desired:?}");
    let (have, want) = (actual.extents(), desired.extents());
    let Some((extents, count)) = common_extents(have.as_ref(), want.as_ref()) else {
        return Err(format!("(shapes {:?}, {:?} mismatch)\n{}", have.as_ref(), want.as_ref(), arrays()));
    };
    // Of two arrays of rank 0, or of one beside an array, the one element comes again and again.
    let pairs = endless(actual).zip(endless(desired)).take(count);
    let mut mismatches = Mismatches::default();
    for (position, (x, y)) in pairs.enumerate() {
        if !alike(x, y) {
            mismatches.add(position, x, y);
        }
    }
    if mismatches.count == 0 { Ok(()) } else { Err(mismatches.report(extents, count) + &arrays()) }
}

/// The extents of two arrays that are compared, one of which may be a number, and how many elements they are; nothing where they differ.
fn common_extents<'a>(first: &'a [usize], second: &'a [usize]) -> Option<(&'a [usize], usize)> {
    let extents = if first.is_empty() { second } else { first };
    (second.is_empty() || extents == second).then(|| (extents, extents.iter().product()))
}

/// The elements in row-major order, from the start again behind the last one.
fn endless<'a, T: Measured, S: Shape>(view: View<'a, T, S>) -> impl Iterator<Item = T> + 'a {
    view.iter().cycle().copied()
}

/// What is known of the elements that differ.
struct Mismatches<T> {
    count: usize,
    /// The first few: position in row-major order, actual and desired element.
    first: Vec<(usize, T, T)>,
    distance: f64,
    /// The largest of those to elements that are not 0.
    relative: Option<f64>,
}

impl<T> Default for Mismatches<T> {
    fn default() -> Self {
        Mismatches { count: 0, first: Vec::new(), distance: 0.0, relative: None }
    }
}

impl<T: Measured> Mismatches<T> {
    fn add(&mut self, position: usize, actual: T, desired: T) {
        self.count += 1;
        if self.first.len() < LISTED {
            self.first.push((position, actual, desired));
        }
        let (distance, magnitude) = (actual.distance(desired), desired.magnitude());
        self.distance = larger(self.distance, distance);
        if magnitude != 0.0 {
            self.relative = Some(larger(self.relative.unwrap_or(0.0), distance / magnitude));
        }
    }

    /// The lines between the headline and the arrays.
    fn report(&self, extents: &[usize], total: usize) -> String {
        let share = 100.0 * self.count as f64 / total as f64;
        let mut text = format!("Mismatched elements: {} / {total} ({}%)\n", self.count, three_digits(share));
        if !extents.is_empty() {
            text.push_str(match self.count {
                1 => "Mismatch at index:\n",
                2..=LISTED => "Mismatch at indices:\n",
                _ => "First 5 mismatches are at indices:\n",
            });
            for &(position, actual, desired) in &self.first {
                let (actual, desired) = (element_word(actual), element_word(desired));
                let _ = writeln!(text, " {:?}: {actual} (ACTUAL), {desired} (DESIRED)", index_of(position, extents));
            }
        }
        let distance = match T::DISTANCES {
            Distances::Hidden => return text,
            Distances::Whole => format!("{}", self.distance),
            Distances::Real => number_word(self.distance),
        };
        let relative = number_word(self.relative.unwrap_or(f64::INFINITY));
        let _ = writeln!(text, "Max absolute difference among violations: {distance}");
        let _ = writeln!(text, "Max relative difference among violations: {relative}");
        text
    }
}

/// The larger number, or NaN where one is NaN.
fn larger(x: f64, y: f64) -> f64 {
    if x.is_nan() || x > y { x } else { y }
}

/// A number with three significant digits at most.
fn three_digits(x: f64) -> String {
    let before_point = x.abs().log10().floor() as i32 + 1;
    let decimals = (3 - before_point).clamp(0, 9) as usize;
    let text = format!("{x:.decimals$}");
    if decimals == 0 { text } else { text.trim_end_matches('0').trim_end_matches('.').to_owned() }
}

/// The index of a position in row-major order.
fn index_of(mut position: usize, extents: &[usize]) -> Vec<usize> {
    let mut index = vec![0; extents.len()];
    for (entry, &extent) in index.iter_mut().zip(extents).rev() {
        *entry = position % extent;
        position /= extent;
    }
    index
}

/// Asserts that two arrays are equal within a tolerance: `|actual − desired| ≤ atol + rtol·|desired|` for every
/// element.
///
/// | call | tolerance |
/// |---|---|
/// | `assert_allclose!(actual, desired)` | `rtol = 1e-7`, `atol = 0.0` |
/// | `assert_allclose!(actual, desired, 1e-5)`, `assert_allclose!(actual, desired, 1e-5, 1e-8)` | `rtol`; `rtol` and `atol` |
/// | `assert_allclose!(actual, desired, atol = 1e-8)` | by name, in any order; also `equal_nan = false` |
///
/// Both sides are any [`Operand`](crate::Operand) with the same element type: arrays, views, vectors, slices, nested arrays,
/// numbers. Shapes have to be equal, but a number may stand for a whole array. Infinities are equal only to
/// themselves; NaN is equal to NaN unless `equal_nan = false`. Distances are computed in `f64`.
///
/// ```
/// use ndweave_runtime::{Array, assert_allclose};
/// let x = Array::from([1.0, 2.0, f64::NAN]);
/// assert_allclose!(x, [1.0, 2.0 + 1e-9, f64::NAN]);
/// assert_allclose!(x.map(|x| x / x), [1.0, 1.0, f64::NAN], rtol = 0.0);
/// assert_allclose!(vec![0.1f32, 0.1001], 0.1f32, 1e-2);
/// assert_allclose!([[0.0, 1e-9]], [[0.0, 0.0]], atol = 1e-8);
/// ```
///
/// # Panics
///
/// At the line of the assertion, with a message in the form of `numpy.testing`'s: how many elements differ, the first five of
/// them with their indices, and the largest absolute and relative differences among those that differ.
///
/// ```should_panic
/// # use ndweave_runtime::assert_allclose;
/// assert_allclose!([1.0, 2.0, 4.0], [1.0, 2.0, 3.0]);
/// // Not equal to tolerance rtol=1e-7, atol=0.0
/// //
/// // Mismatched elements: 1 / 3 (33.3%)
/// // Mismatch at index:
/// //  [2]: 4.0 (ACTUAL), 3.0 (DESIRED)
/// // Max absolute difference among violations: 1.
/// // Max relative difference among violations: 0.33333333
/// //  ACTUAL: array([1., 2., 4.])
/// //  DESIRED: array([1., 2., 3.])
/// ```
#[macro_export]
macro_rules! assert_allclose {
    ($actual:expr, $desired:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::macro_support::assert_allclose(
            &$actual,
            &$desired,
            <$crate::macro_support::Closeness as $crate::macro_support::Default>::default()$(.$name($value))*,
        )
    };
    ($actual:expr, $desired:expr, $rtol:expr $(, $atol:expr)? $(,)?) => {
        $crate::assert_allclose!($actual, $desired, rtol = $rtol $(, atol = $atol)?)
    };
}

/// Asserts that two arrays have equal elements. NaN is equal to NaN, and 0 to −0.
///
/// Both sides are any [`Operand`](crate::Operand) with the same element type. Shapes have to be equal, but a number may stand for a whole
/// array.
///
/// ```
/// use ndweave_runtime::{Array, assert_array_equal};
/// let a = Array::from([[1, 2, 3], [4, 5, 6]]);
/// assert_array_equal!(a.t(), [[1, 4], [2, 5], [3, 6]]);
/// assert_array_equal!(a.map(|x| x / 7), 0);
/// ```
///
/// # Panics
///
/// At the line of the assertion, with the report of [`assert_allclose!`](crate::assert_allclose).
///
/// ```should_panic
/// # use ndweave_runtime::assert_array_equal;
/// assert_array_equal!([1, 2, 3], [1, 2]); // Arrays are not equal: (shapes [3], [2] mismatch)
/// ```
#[macro_export]
macro_rules! assert_array_equal {
    ($actual:expr, $desired:expr $(,)?) => {
        $crate::macro_support::assert_array_equal(&$actual, &$desired)
    };
}
