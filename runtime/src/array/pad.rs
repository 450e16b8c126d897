//! Arrays with a margin.

use super::{Array, Uninit};
use crate::error::{ShapeError, expect};
use crate::index::shape_from;
use crate::shape::Shape;
use crate::transfer::{Axes, Axis, Steps, transfer};
use crate::view::{IndexedBy, View, ViewMut};

/// What stands in the margin that [`Array::pad`] puts around an array. The examples are of `[1, 2, 3]` with three
/// entries on each side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pad<T> {
    /// One value: `0 0 0 | 1 2 3 | 0 0 0`.
    Constant(T),
    /// The nearest entry: `1 1 1 | 1 2 3 | 3 3 3`.
    Edge,
    /// The entries mirrored at the first and the last: `2 3 2 | 1 2 3 | 2 1 2`.
    Reflect,
    /// The entries mirrored at the edges before and behind them: `3 2 1 | 1 2 3 | 3 2 1`.
    Symmetric,
    /// The entries of the other end: `1 2 3 | 1 2 3 | 1 2 3`.
    Wrap,
}

impl<T> Pad<T> {
    /// The entry, among `extent` of them, that stands `place` places behind the first.
    fn entry(&self, place: isize, extent: usize) -> usize {
        let n = extent as isize;
        let mirrored = |period: isize, at: isize| if at < n { at } else { period - at };
        let entry = match self {
            Pad::Constant(_) | Pad::Edge => place.clamp(0, n - 1),
            Pad::Reflect if n == 1 => 0,
            Pad::Reflect => mirrored(2 * n - 2, place.rem_euclid(2 * n - 2)),
            Pad::Symmetric => mirrored(2 * n - 1, place.rem_euclid(2 * n)),
            Pad::Wrap => place.rem_euclid(n),
        };
        entry as usize
    }
}

/// The extents with both margins.
fn padded<I: Copy + AsRef<[usize]> + AsMut<[usize]>>(extents: I, margins: &[(usize, usize)]) -> Result<I, ShapeError> {
    let mut sums = extents;
    for (axis, (sum, &(before, after))) in sums.as_mut().iter_mut().zip(margins).enumerate() {
        let wider = sum.checked_add(before).and_then(|wider| wider.checked_add(after));
        *sum = wider.ok_or_else(|| {
            ShapeError::new(format!("pad: axis {axis} with extent {sum} and margins {before} and {after} overflows"))
        })?;
    }
    Ok(sums)
}

impl<T: Copy, S: Shape> View<'_, T, S> {
    /// As [`Array::pad`].
    #[track_caller]
    pub fn pad<const R: usize>(&self, margins: [(usize, usize); R], mode: Pad<T>) -> Array<T, S::Dynamic>
    where
        S: IndexedBy<R>,
    {
        let extents = self.extents();
        let shape = shape_from(expect(padded(extents, &margins)));
        if let Pad::Constant(value) = mode {
            return self.framed(shape, margins.map(|margin| margin.0), value);
        }
        let mut result = expect(Uninit::<T, S::Dynamic>::new(shape));
        if let Some(axis) = (0..R).find(|&axis| extents[axis] == 0 && margins[axis] != (0, 0)) {
            ShapeError::new(format!("pad: axis {axis} has no entries, so only a constant can stand beside them"))
                .raise()
        }
        let strides = self.strides();
        let offsets: Vec<Vec<isize>> = (0..R)
            .map(|axis| {
                let (extent, (before, after)) = (extents[axis], margins[axis]);
                let places = -(before as isize)..(extent + after) as isize;
                let offset = |entry: usize| strides.as_ref()[axis].wrapping_mul(entry as isize);
                places.map(|place| offset(mode.entry(place, extent))).collect()
            })
            .collect();
        let steps = result.places().strides();
        let axes: Vec<_> = offsets
            .iter()
            .zip(steps.as_ref())
            .map(|(offsets, &step)| Axis { extent: offsets.len(), from: Steps::To(offsets), to: Steps::By(step) })
            .collect();
        // SAFETY: every entry is below its extent, so each sum of offsets leads to an element of this view; the steps lead to
        // every place of the result.
        unsafe {
            transfer(&axes, self.as_ptr(), result.as_mut_ptr());
            result.assume_init()
        }
    }

    /// This view from `starts` on in an array of `value`s that is large enough.
    fn framed<const R: usize>(&self, shape: S::Dynamic, starts: [usize; R], value: T) -> Array<T, S::Dynamic> {
        let mut result = expect(Array::build(shape, || value));
        let steps = result.strides();
        let mut first = 0isize;
        let mut axes = Axes::new();
        for (axis, &start) in starts.iter().enumerate() {
            let (extent, step) = (self.extents().as_ref()[axis], steps.as_ref()[axis]);
            first = first.wrapping_add(step.wrapping_mul(start as isize));
            axes.push(Axis::strided(extent, self.strides().as_ref()[axis], step));
        }
        let places = result.as_mut_slice().as_mut_ptr().wrapping_offset(first);
        // SAFETY: the extents of the result are those of this view and its margins, so behind `starts` there is a place for every
        // element.
        unsafe { transfer(&axes, self.as_ptr(), places) }
        result
    }
}

macro_rules! pads {
    ($A:ident [$($lifetime:tt)*]) => {
        impl<T: Copy, S: Shape> $A<$($lifetime)* T, S> {
            /// A copy with so many entries more before and behind each axis; [`Pad`] tells what they are.
            ///
            /// ```
            /// use ndweave_runtime::{Array, Pad};
            /// let a = Array::from([[1, 2], [3, 4]]);
            /// assert_eq!(a.pad([(0, 1), (1, 2)], Pad::Constant(0)), [[0, 1, 2, 0, 0], [0, 3, 4, 0, 0], [0; 5]]);
            /// assert_eq!(a.pad([(1, 0), (0, 1)], Pad::Edge), [[1, 2, 2], [1, 2, 2], [3, 4, 4]]);
            /// let x = Array::from([1, 2, 3]);
            /// assert_eq!(x.pad([(2, 2)], Pad::Reflect), [3, 2, 1, 2, 3, 2, 1]);
            /// assert_eq!(x.pad([(2, 2)], Pad::Wrap), [2, 3, 1, 2, 3, 1, 2]);
            /// ```
            ///
            /// # Panics
            ///
            /// When an axis without entries gets a margin that is not constant, or the result is too large to exist.
            #[track_caller]
            pub fn pad<const R: usize>(&self, margins: [(usize, usize); R], mode: Pad<T>) -> Array<T, S::Dynamic>
            where
                S: IndexedBy<R>,
            {
                self.view().pad(margins, mode)
            }
        }
    };
}

pads!(Array []);
pads!(ViewMut ['_,]);
