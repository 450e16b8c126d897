//! How arrays print: against NumPy's own words (`cases`), and by hand where NumPy has no such thing.

use ndweave::{Array, Array1, Const, Element, Simd, View, ViewMut, element, shape};
use num_complex::Complex;
use num_traits::{One, Zero};

mod cases;

/// A float or an integer from a float, for the sequences of `cases`.
trait FromF64 {
    fn from_f64(x: f64) -> Self;
}

macro_rules! from_f64 {
    ($($T:ty)*) => { $(
        impl FromF64 for $T {
            fn from_f64(x: f64) -> Self {
                x as $T
            }
        }
    )* };
}

from_f64! { f64 f32 i64 i32 i16 u16 }

/// `start`, `start + step`, …
fn sequence<T: FromF64>(count: usize, start: impl Into<f64>, step: impl Into<f64>) -> Vec<T> {
    let (start, step) = (start.into(), step.into());
    (0..count).map(|k| T::from_f64(start + step * k as f64)).collect()
}

/// A user's element: numbers modulo 7.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Mod7(u8);

impl std::ops::Add for Mod7 {
    type Output = Self;
    fn add(self, rhs: Self) -> Self {
        Mod7((self.0 + rhs.0) % 7)
    }
}

impl std::ops::Mul for Mod7 {
    type Output = Self;
    fn mul(self, rhs: Self) -> Self {
        Mod7((self.0 * rhs.0) % 7)
    }
}

impl Zero for Mod7 {
    fn zero() -> Self {
        Mod7(0)
    }
    fn is_zero(&self) -> bool {
        self.0 == 0
    }
}

impl One for Mod7 {
    fn one() -> Self {
        Mod7(1)
    }
}

element!(Mod7);

/// A user's generic element, whose name holds paths.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Wrapped<T>(T);

impl<T: Element> Element for Wrapped<T> {
    type Gang<S: Simd> = S::Array<Self>;

    fn zero() -> Self {
        Wrapped(T::zero())
    }
    fn one() -> Self {
        Wrapped(T::one())
    }
    fn plus(self, rhs: Self) -> Self {
        Wrapped(self.0.plus(rhs.0))
    }
    fn times(self, rhs: Self) -> Self {
        Wrapped(self.0.times(rhs.0))
    }
}

#[test]
fn elements_of_the_user_print_by_their_own_debug() {
    let a = Array::from_shape_vec([2, 2], vec![Mod7(0), Mod7(1), Mod7(2), Mod7(3)]).unwrap();
    assert_eq!(a.to_string(), "[[Mod7(0) Mod7(1)]\n [Mod7(2) Mod7(3)]]");
    assert_eq!(format!("{a:?}"), "array([[Mod7(0), Mod7(1)],\n       [Mod7(2), Mod7(3)]])");
}

#[test]
fn elements_of_the_user_have_one_width_and_take_the_precision() {
    let a = Array::from_vec(vec![Wrapped(1.25), Wrapped(-10.5)]);
    assert_eq!(a.to_string(), "[ Wrapped(1.25) Wrapped(-10.5)]");
    assert_eq!(format!("{a:.2}"), "[  Wrapped(1.25) Wrapped(-10.50)]");
}

#[test]
fn an_empty_array_names_the_users_type_without_its_paths() {
    let none: Array1<Wrapped<Complex<f32>>> = Array::from_vec(vec![]);
    assert_eq!(format!("{none:?}"), "array([], dtype=Wrapped<Complex<f32>>)");
}

#[test]
fn integers_that_numpy_lacks() {
    let widest = "array([170141183460469231731687303715884105727], dtype=int128)";
    assert_eq!(format!("{:?}", Array::from_vec(vec![i128::MAX])), widest);
    assert_eq!(format!("{:?}", Array::from_vec(vec![1usize, 20])), "array([ 1, 20], dtype=uint64)");
    assert_eq!(format!("{:?}", Array::from_vec(vec![1isize, -2])), "array([ 1, -2])");
}

#[test]
fn constant_extents_and_mutable_views_print_alike() {
    let mut a = Array::<f64, shape![2, 2]>::from_fn((Const, Const), |[i, j]| (2 * i + j) as f64);
    let text = "[[0. 1.]\n [2. 3.]]";
    assert_eq!(a.to_string(), text);
    assert_eq!(a.view().to_string(), text);
    let unique: ViewMut<'_, f64, _> = a.view_mut();
    assert_eq!(unique.to_string(), text);
    assert_eq!(format!("{unique:?}"), "array([[0., 1.],\n       [2., 3.]])");
}

#[test]
fn an_array_may_stand_in_a_sentence() {
    let shared: View<'_, i64, _> = View::from_slice_strided(&[1, 2, 3], [3], [1], 0).unwrap();
    assert_eq!(format!("a = {shared}, again {:?}", Some(shared)), "a = [1 2 3], again Some(array([1, 2, 3]))");
}
