//! Products of real and complex factors: `x[i, j] * z[j, k]`, of `f64` and `Complex<f64>`.
//!
//! A complex number is two real ones side by side. So a complex array is a real one with one more label, of extent 2, and a product with one
//! complex factor is a product of real ones in which that label stands in the factor and in the output: half the work of a complex product, and no
//! factor is copied. With several complex factors the real ones are copied as complex numbers, which the work outweighs.

use num_complex::Complex;
use num_traits::Num;

use super::path::{Path, plan};
use super::{Factor, product};
use crate::element::Element;
use crate::error::ShapeError;
use crate::nest::{Add, Axes, LabelSet, Set, Subtract, Update};
use crate::shape::MAX_RANK;
use crate::storage::{Heap, Store};

/// The largest label.
const MAX_LABEL: usize = 127;

/// A factor of a mixed product.
#[derive(Clone, Copy, Debug)]
pub struct AnyFactor {
    /// The element with all labels 0.
    pub ptr: *const u8,
    /// Whether its elements are real numbers.
    pub real: bool,
    /// Its labels and strides.
    pub axes: Axes,
}

/// How the sums of a mixed product meet the output: as `=`, `= -`, `+=` or `-=`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Meets {
    /// Whether the old element matters.
    pub reads: bool,
    /// Whether the sums enter with a minus sign.
    pub negates: bool,
}

impl Meets {
    /// As an update of the output.
    pub fn of<T, U: Update<T>>() -> Self {
        Meets { reads: U::READS, negates: U::NEGATES }
    }
}

/// A product whose factors are real and complex, and the output that it goes to, of element type `T`.
pub struct MixedProduct<'a, T> {
    /// Label to extent.
    pub extents: &'a [usize],
    /// The factors.
    pub factors: &'a [AnyFactor],
    /// A number to multiply the sums with.
    pub scale: Option<T>,
    /// The element of the output with all labels 0.
    pub out: *mut T,
    /// The output's labels and strides.
    pub out_axes: &'a Axes,
    /// How the sums meet it.
    pub meets: Meets,
}

/// Runs a mixed product of complex numbers.
pub type RunMixed<T> = unsafe fn(&MixedProduct<'_, T>) -> Result<(), ShapeError>;

/// Computes the product.
///
/// # Errors
///
/// Fails if an intermediate, or a copy of a real factor, does not fit in memory.
///
/// # Safety
///
/// As for [`product`]; real factors have elements `T`, the others `Complex<T>`.
pub unsafe fn run<T: Element + Num>(mixed: &MixedProduct<'_, Complex<T>>) -> Result<(), ShapeError> {
    let parts = mixed.extents.len();
    let complex = mixed.factors.iter().filter(|factor| !factor.real);
    let has_room = |axes: &Axes| axes.as_ref().labels.len() < MAX_RANK;
    let fits =
        parts <= MAX_LABEL && mixed.factors.iter().all(|factor| has_room(&factor.axes)) && has_room(mixed.out_axes);
    // SAFETY (of each call): the caller's promise.
    if complex.count() == 1 && mixed.scale.is_none() && fits {
        // SAFETY: as above.
        unsafe { by_parts::<T>(mixed, parts as u8) }
    } else {
        // SAFETY: as above.
        unsafe { as_complex::<T>(mixed) }
    }
}

/// The axes of a complex array, as one of its parts.
fn with_parts(axes: &Axes, parts: u8) -> Axes {
    let mut real = Axes::new();
    axes.iter().for_each(|(label, stride)| real.push(label, 2 * stride));
    real.push(parts, 1);
    real
}

/// A product with one complex factor, whose parts are a label.
///
/// # Safety
///
/// As for [`run`]; `parts` is a label that has no extent yet.
unsafe fn by_parts<T: Element + Num>(mixed: &MixedProduct<'_, Complex<T>>, parts: u8) -> Result<(), ShapeError> {
    let mut extents = mixed.extents.to_vec();
    extents.push(2);
    let of = |factor: &AnyFactor| Factor::<T> {
        ptr: factor.ptr.cast(),
        axes: if factor.real { factor.axes } else { with_parts(&factor.axes, parts) },
    };
    let factors: Vec<Factor<T>> = mixed.factors.iter().map(of).collect();
    let out_axes = with_parts(mixed.out_axes, parts);
    let path = path(&extents, &factors, &out_axes);
    let out = mixed.out.cast::<T>();
    // SAFETY: the caller's promise: `Complex` is `repr(C)`, the real part first, so that these are the parts of its elements.
    unsafe { meet(&extents, &factors, &path, None, (out, &out_axes), mixed.meets) }
}

/// A product of complex numbers, with copies of the real factors.
///
/// # Safety
///
/// As for [`run`].
unsafe fn as_complex<T: Element + Num>(mixed: &MixedProduct<'_, Complex<T>>) -> Result<(), ShapeError> {
    let mut copies: Vec<Heap<Complex<T>>> = Vec::new();
    let mut factors: Vec<Factor<Complex<T>>> = Vec::new();
    for factor in mixed.factors {
        let (ptr, axes) = if factor.real {
            let mut axes = Axes::new();
            let mut len = 1usize;
            for (label, _) in factor.axes.iter() {
                axes.push(label, len as isize);
                len = len.saturating_mul(mixed.extents[label as usize]);
            }
            if len > isize::MAX as usize / size_of::<Complex<T>>() {
                return Err(ShapeError::new("einsum: a real factor does not fit in memory as complex numbers"));
            }
            let mut copy = Heap::uninit(len);
            // SAFETY: the caller's promise; the copy has room for each point of the factor's labels.
            unsafe { fill(mixed.extents, factor, 0, factor.ptr.cast::<T>(), copy.as_mut_ptr(), &axes) };
            let ptr = copy.as_mut_ptr().cast_const();
            copies.push(copy);
            (ptr, axes)
        } else {
            (factor.ptr.cast(), factor.axes)
        };
        factors.push(Factor { ptr, axes });
    }
    let path = path(mixed.extents, &factors, mixed.out_axes);
    // SAFETY: the caller's promise; the copies live to the end, and have been written.
    unsafe { meet(mixed.extents, &factors, &path, mixed.scale, (mixed.out, mixed.out_axes), mixed.meets) }
}

/// Copies a real factor, from its axis number `axis` on.
///
/// # Safety
///
/// As for [`as_complex`].
unsafe fn fill<T: Element + Num>(
    extents: &[usize],
    factor: &AnyFactor,
    axis: usize,
    from: *const T,
    to: *mut Complex<T>,
    axes: &Axes,
) {
    let Some((label, stride)) = factor.axes.iter().nth(axis) else {
        // SAFETY: the caller's promise.
        return unsafe { to.write(Complex::new(from.read(), <T as Element>::zero())) };
    };
    let step = axes.stride(label).unwrap_or(0);
    for index in 0..extents[label as usize] as isize {
        let (from, to) = (from.wrapping_offset(stride * index), to.wrapping_offset(step * index));
        // SAFETY: the caller's promise.
        unsafe { fill(extents, factor, axis + 1, from, to, axes) };
    }
}

fn path<T>(extents: &[usize], factors: &[Factor<T>], out_axes: &Axes) -> Path {
    let sets: Vec<LabelSet> = factors.iter().map(|factor| factor.axes.labels()).collect();
    plan(&sets, out_axes.labels(), extents)
}

/// A product of one type, met as said.
///
/// # Safety
///
/// As for [`product`].
unsafe fn meet<T: Element + core::ops::Sub<Output = T>>(
    extents: &[usize],
    factors: &[Factor<T>],
    path: &Path,
    scale: Option<T>,
    (out, out_axes): (*mut T, &Axes),
    meets: Meets,
) -> Result<(), ShapeError> {
    // SAFETY (of each call): the caller's promise.
    match meets {
        // SAFETY: as above.
        Meets { reads: false, negates: false } => unsafe { product(extents, factors, path, scale, out, out_axes, Set) },
        Meets { reads: false, negates: true } => {
            let minus_one = T::zero().minus(T::one());
            let scale = scale.map_or(minus_one, |scale| T::zero().minus(scale));
            // SAFETY: as above.
            unsafe { product(extents, factors, path, Some(scale), out, out_axes, Set) }
        }
        // SAFETY: as above.
        Meets { reads: true, negates: false } => unsafe { product(extents, factors, path, scale, out, out_axes, Add) },
        // SAFETY: as above.
        Meets { reads: true, negates: true } => unsafe {
            product(extents, factors, path, scale, out, out_axes, Subtract)
        },
    }
}
