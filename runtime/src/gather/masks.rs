//! Masks of whole arrays, and along one axis.

use core::hint::select_unpredictable;

use super::selection::check_mask;
use crate::array::{Array, Array1, Uninit};
use crate::axes::EditAxis;
use crate::error::{ShapeError, expect};
use crate::extent::Dyn;
use crate::operand::{Operand, scalar_view};
use crate::shape::Shape;
use crate::view::{View, ViewMut};

/// What chooses among the elements of an array of shape `S`: an operand of `bool` with as many axes.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a mask for an array of shape `{S}`",
    label = "a mask holds `bool`, and has as many axes as the array",
    note = "`broadcast!(x != 0)` makes a mask of numbers; a mask along one axis is for `compress`, arrays of indices are for `gather`"
)]
pub trait MaskOf<S: Shape> {
    /// The shape of the mask.
    type Shape: Shape<Index = S::Index>;
    /// A view of the mask.
    fn mask_view(&self) -> View<'_, bool, Self::Shape>;
}

// Otherwise the message is about the bound that fails, "type mismatch resolving `<… as Operand>::Elem == bool`".
#[diagnostic::do_not_recommend]
impl<S: Shape, M: Operand<Elem = bool, Shape: Shape<Index = S::Index>> + ?Sized> MaskOf<S> for M {
    type Shape = M::Shape;
    #[inline(always)]
    fn mask_view(&self) -> View<'_, bool, M::Shape> {
        self.as_view()
    }
}

/// Masks are looked at so many elements at a time.
const BLOCK: usize = 8;

/// How many entries are true.
pub(super) fn count(mask: &[bool]) -> usize {
    // Sums of bytes that cannot overflow are vectorised.
    mask.chunks(255).map(|chunk| usize::from(chunk.iter().map(|&chosen| u8::from(chosen)).sum::<u8>())).sum()
}

/// Writes the elements where the mask is true to `to`, which has room for just these.
///
/// # Safety
///
/// There are as many elements behind `from` as the mask has entries, and room for `count` of them, those where it is true, behind `to`.
unsafe fn compress<T: Copy>(from: *const T, mask: &[bool], to: *mut T, count: usize) {
    let (mut taken, mut at) = (0, 0);
    // SAFETY: `at` is below the length of the mask; and `taken` is the number of entries before `at` that are true,
    // so it is below `count` where a true one is left.
    unsafe {
        for block in mask.chunks_exact(BLOCK) {
            if taken + BLOCK > count {
                break;
            }
            // Without branches: what is not chosen is written, too, and then written over.
            for (k, &chosen) in block.iter().enumerate() {
                to.add(taken).write(from.add(at + k).read());
                taken += usize::from(chosen);
            }
            at += BLOCK;
        }
        while taken < count {
            if mask[at] {
                to.add(taken).write(from.add(at).read());
                taken += 1;
            }
            at += 1;
        }
    }
}

impl<T: Copy, S: Shape> View<'_, T, S> {
    /// As [`Array::mask`].
    #[track_caller]
    pub fn mask<M>(&self, mask: &M) -> Array1<T>
    where
        M: MaskOf<S> + ?Sized,
    {
        expect(self.try_mask(mask))
    }

    /// As [`Array::try_mask`].
    ///
    /// # Errors
    ///
    /// As there.
    pub fn try_mask<M>(&self, mask: &M) -> Result<Array1<T>, ShapeError>
    where
        M: MaskOf<S> + ?Sized,
    {
        let mask = mask.mask_view();
        check_mask(mask.extents().as_ref(), 0, self.extents().as_ref())?;
        if self.is_contiguous()
            && let Some(mask) = mask.as_slice()
        {
            let count = count(mask);
            let mut chosen = Uninit::<T, (Dyn,)>::new((Dyn(count),))?;
            // SAFETY: the mask has as many entries as this view elements, which follow each other.
            unsafe {
                compress(self.as_ptr(), mask, chosen.as_mut_ptr(), count);
                return Ok(chosen.assume_init());
            }
        }
        let both = self.iter().zip(mask.iter());
        Ok(both.filter_map(|(&element, &chosen)| chosen.then_some(element)).collect())
    }

    /// As [`Array::compress`].
    #[track_caller]
    pub fn compress<const AXIS: usize>(&self, mask: &(impl MaskOf<(Dyn,)> + ?Sized)) -> Array<T, S::With<Dyn>>
    where
        S: EditAxis<AXIS>,
    {
        expect(self.try_compress::<AXIS>(mask))
    }

    /// As [`Array::try_compress`].
    ///
    /// # Errors
    ///
    /// As there.
    pub fn try_compress<const AXIS: usize>(
        &self,
        mask: &(impl MaskOf<(Dyn,)> + ?Sized),
    ) -> Result<Array<T, S::With<Dyn>>, ShapeError>
    where
        S: EditAxis<AXIS>,
    {
        let mask = mask.mask_view();
        check_mask(mask.extents().as_ref(), AXIS, &self.extents().as_ref()[AXIS..])?;
        let [entries] = mask.nonzero();
        self.try_select::<AXIS>(&entries)
    }
}

impl<T: Copy, S: Shape> ViewMut<'_, T, S> {
    /// As [`Array::put_mask`].
    #[track_caller]
    pub fn put_mask<M, V>(&mut self, mask: &M, values: &V)
    where
        M: MaskOf<S> + ?Sized,
        V: Operand<Elem = T> + ?Sized,
    {
        expect(self.try_put_mask(mask, values));
    }

    /// As [`Array::fill_mask`].
    #[track_caller]
    pub fn fill_mask<M>(&mut self, mask: &M, value: T)
    where
        M: MaskOf<S> + ?Sized,
    {
        self.put_mask(mask, &scalar_view(&value));
    }

    /// As [`Array::try_put_mask`].
    ///
    /// # Errors
    ///
    /// As there.
    pub fn try_put_mask<M, V>(&mut self, mask: &M, values: &V) -> Result<(), ShapeError>
    where
        M: MaskOf<S> + ?Sized,
        V: Operand<Elem = T> + ?Sized,
    {
        let (mask, values) = (mask.mask_view(), values.as_view());
        check_mask(mask.extents().as_ref(), 0, self.extents().as_ref())?;
        if <V::Shape as Shape>::RANK == 0 {
            values.iter().for_each(|&value| self.fill_where(mask, value));
            return Ok(());
        }
        let chosen = match mask.as_slice() {
            Some(mask) => count(mask),
            None => mask.iter().filter(|chosen| **chosen).count(),
        };
        let values = values.broadcast_to(chosen)?;
        if let (Some(places), Some(mask), Some(values)) = (self.as_mut_slice(), mask.as_slice(), values.as_slice()) {
            expand(places, mask, values);
            return Ok(());
        }
        let mut values = values.iter();
        for (place, _) in self.iter_mut().zip(mask.iter()).filter(|(_, chosen)| **chosen) {
            if let Some(&value) = values.next() {
                *place = value;
            }
        }
        Ok(())
    }

    /// Writes one value where a mask of the same extents is true.
    fn fill_where<R: Shape>(&mut self, mask: View<'_, bool, R>, value: T) {
        match (self.as_mut_slice(), mask.as_slice()) {
            (Some(places), Some(mask)) => {
                // A choice, not a branch, which random masks would mislead.
                places
                    .iter_mut()
                    .zip(mask)
                    .for_each(|(place, &chosen)| *place = select_unpredictable(chosen, value, *place));
            }
            _ => self.iter_mut().zip(mask.iter()).filter(|(_, chosen)| **chosen).for_each(|(place, _)| *place = value),
        }
    }
}

/// Writes the values, one after the other, where the mask is true.
fn expand<T: Copy>(places: &mut [T], mask: &[bool], values: &[T]) {
    let Some(last) = values.len().checked_sub(1) else { return };
    let mut next = 0;
    for (place, &chosen) in places.iter_mut().zip(mask) {
        // Without branches, which random masks would mislead.
        let value = values[next.min(last)];
        *place = select_unpredictable(chosen, value, *place);
        next += usize::from(chosen);
    }
}

macro_rules! maskings {
    ($A:ident [$($lifetime:tt)*]) => {
        impl<T: Copy, S: Shape> $A<$($lifetime)* T, S> {
            /// The elements where a mask of the same extents is true, in row-major order.
            ///
            /// A mask of the first axes only is a subscript of `gather`; one of a single axis, [`compress`](Array::compress).
            ///
            /// ```
            /// use ndweave_runtime::Array;
            /// let a = Array::from([[1, 2, 3], [4, 5, 6]]);
            /// assert_eq!(a.mask(&a.mapv(|x| x % 2 == 0)), [2, 4, 6]);
            /// ```
            ///
            /// # Compile errors
            ///
            /// Numbers are no mask, nor is an array of another rank:
            ///
            /// ```compile_fail,E0277
            /// ndweave_runtime::Array::from([7, 8, 9]).mask(&[1, 0, 1]); // a mask holds `bool`, …
            /// ```
            ///
            /// # Panics
            ///
            /// When the mask has other extents.
            #[track_caller]
            pub fn mask<M>(&self, mask: &M) -> Array1<T>
            where
                M: MaskOf<S> + ?Sized,
            {
                self.view().mask(mask)
            }

            /// As `mask`, with a `Result`.
            ///
            /// # Errors
            ///
            /// When the mask has other extents.
            pub fn try_mask<M>(&self, mask: &M) -> Result<Array1<T>, ShapeError>
            where
                M: MaskOf<S> + ?Sized,
            {
                self.view().try_mask(mask)
            }

            /// The entries of axis `AXIS` for which a mask of rank 1 is true.
            ///
            /// ```
            /// use ndweave_runtime::Array;
            /// let a = Array::from([[1, 2, 3], [4, 5, 6]]);
            /// assert_eq!(a.compress::<1>(&[true, false, true]), [[1, 3], [4, 6]]);
            /// ```
            ///
            /// # Panics
            ///
            /// When the mask has another extent than the axis.
            #[track_caller]
            pub fn compress<const AXIS: usize>(
                &self,
                mask: &(impl MaskOf<(Dyn,)> + ?Sized),
            ) -> Array<T, S::With<Dyn>>
            where
                S: EditAxis<AXIS>,
            {
                self.view().compress::<AXIS>(mask)
            }

            /// As `compress`, with a `Result`.
            ///
            /// # Errors
            ///
            /// When the mask has another extent than the axis.
            pub fn try_compress<const AXIS: usize>(
                &self,
                mask: &(impl MaskOf<(Dyn,)> + ?Sized),
            ) -> Result<Array<T, S::With<Dyn>>, ShapeError>
            where
                S: EditAxis<AXIS>,
            {
                self.view().try_compress::<AXIS>(mask)
            }
        }
    };
}

maskings!(Array []);
maskings!(ViewMut ['_,]);

impl<T: Copy, S: Shape> Array<T, S> {
    /// Writes values to the elements where a mask of the same extents is true: NumPy's `a[mask] = values`.
    ///
    /// The values are one number, or as many as the mask is true for, in row-major order. Values that are computed from the array
    /// itself are a masked kernel: `broadcast!(a = …, where …)`.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let mut a = Array::from([[1, 2, 3], [4, 5, 6]]);
    /// a.put_mask(&a.mapv(|x| x > 4), &0);
    /// assert_eq!(a, [[1, 2, 3], [4, 0, 0]]);
    /// a.put_mask(&a.mapv(|x| x == 0), &[7, 8]);
    /// assert_eq!(a, [[1, 2, 3], [4, 7, 8]]);
    /// ```
    ///
    /// # Panics
    ///
    /// When the mask has other extents, or the values do not fit; nothing is written then.
    #[track_caller]
    pub fn put_mask<M, V>(&mut self, mask: &M, values: &V)
    where
        M: MaskOf<S> + ?Sized,
        V: Operand<Elem = T> + ?Sized,
    {
        self.view_mut().put_mask(mask, values);
    }

    /// Sets the elements where a mask of the same extents is true to one value: NumPy's `a[mask] = value`. [`Array::try_put_mask`]
    /// takes one, too.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let mut a = Array::from([[1, 2, 3], [4, 5, 6]]);
    /// a.fill_mask(&a.mapv(|x| x > 4), 0);
    /// assert_eq!(a, [[1, 2, 3], [4, 0, 0]]);
    /// ```
    ///
    /// # Panics
    ///
    /// When the mask has other extents; nothing is written then.
    #[track_caller]
    pub fn fill_mask<M>(&mut self, mask: &M, value: T)
    where
        M: MaskOf<S> + ?Sized,
    {
        self.view_mut().fill_mask(mask, value);
    }

    /// As [`Array::put_mask`], with a `Result`.
    ///
    /// # Errors
    ///
    /// When `put_mask` would panic; nothing is written then.
    pub fn try_put_mask<M, V>(&mut self, mask: &M, values: &V) -> Result<(), ShapeError>
    where
        M: MaskOf<S> + ?Sized,
        V: Operand<Elem = T> + ?Sized,
    {
        self.view_mut().try_put_mask(mask, values)
    }
}
