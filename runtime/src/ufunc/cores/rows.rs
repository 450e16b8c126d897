//! Core arrays of two axes whose lengths are labels, as bodies see them; and the places of results.

use core::mem::MaybeUninit;
use core::ops::{Index, IndexMut};

/// A core array of two axes, `[[f64; d]; m]`: `p[i]` is a row, a slice, and `p[i][j]` an element.
///
/// ```
/// use ndweave_runtime::macro_support::Rows;
/// let p = Rows::new(&[1, 2, 3, 4, 5, 6], 2, 3);
/// assert_eq!((p[1][2], p.len(), p.width()), (6, 2, 3));
/// assert_eq!(p.iter().map(|row| row[0]).collect::<Vec<_>>(), [1, 4]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Rows<'a, N> {
    data: &'a [N],
    height: usize,
    width: usize,
}

impl<'a, N> Rows<'a, N> {
    /// The rows of `data`, one after the other.
    ///
    /// # Panics
    ///
    /// Where `data` has another number of elements.
    #[inline(always)]
    pub fn new(data: &'a [N], height: usize, width: usize) -> Self {
        assert_eq!(data.len(), height * width, "{height} rows of {width}");
        Rows { data, height, width }
    }

    /// The number of rows.
    #[inline(always)]
    #[allow(clippy::len_without_is_empty, reason = "an array of no rows is no special case")]
    pub fn len(&self) -> usize {
        self.height
    }

    /// The number of elements of a row.
    #[inline(always)]
    pub fn width(&self) -> usize {
        self.width
    }

    /// The rows.
    #[inline(always)]
    pub fn iter(&self) -> impl Iterator<Item = &'a [N]> + use<'a, N> {
        let (data, width) = (self.data, self.width);
        (0..self.height).map(move |row| &data[row * width..(row + 1) * width])
    }
}

impl<N> Index<usize> for Rows<'_, N> {
    type Output = [N];
    #[inline(always)]
    fn index(&self, row: usize) -> &[N] {
        assert!(row < self.height, "row {row} of {}", self.height);
        &self.data[row * self.width..(row + 1) * self.width]
    }
}

/// A result of two axes, `[[f64; n]; m]`: `out[i]` is a row, `out[i][j]` an element.
#[derive(Debug)]
pub struct RowsMut<'a, N> {
    pub(super) data: &'a mut [N],
    height: usize,
    width: usize,
}

impl<N> RowsMut<'_, N> {
    /// The number of rows.
    #[inline(always)]
    #[allow(clippy::len_without_is_empty, reason = "an array of no rows is no special case")]
    pub fn len(&self) -> usize {
        self.height
    }

    /// The number of elements of a row.
    #[inline(always)]
    pub fn width(&self) -> usize {
        self.width
    }
}

impl<N> Index<usize> for RowsMut<'_, N> {
    type Output = [N];
    #[inline(always)]
    fn index(&self, row: usize) -> &[N] {
        assert!(row < self.height, "row {row} of {}", self.height);
        &self.data[row * self.width..(row + 1) * self.width]
    }
}

impl<N> IndexMut<usize> for RowsMut<'_, N> {
    #[inline(always)]
    fn index_mut(&mut self, row: usize) -> &mut [N] {
        assert!(row < self.height, "row {row} of {}", self.height);
        &mut self.data[row * self.width..(row + 1) * self.width]
    }
}

/// Places that all hold `value`.
#[inline(always)]
fn filled<N: Copy>(places: &mut [MaybeUninit<N>], value: N) -> &mut [N] {
    places.iter_mut().for_each(|place| _ = place.write(value));
    // SAFETY: all were written.
    unsafe { places.assume_init_mut() }
}

/// The place of a result of one axis, whose length is not constant: what `let mut out = [0.0; n]` makes is written there.
pub struct Room<'a, N>(pub(super) &'a mut [MaybeUninit<N>]);

impl<'a, N: Copy> Room<'a, N> {
    /// `[value; length]`.
    ///
    /// # Panics
    ///
    /// Where the signature says another length.
    #[inline(always)]
    #[track_caller]
    pub fn fill(self, value: N, length: usize) -> &'a mut [N] {
        assert_eq!(length, self.0.len(), "the result has another length than its signature says");
        filled(self.0, value)
    }
}

/// The place of a result of two axes.
pub struct RoomOfRows<'a, N> {
    pub(super) data: &'a mut [MaybeUninit<N>],
    pub(super) height: usize,
    pub(super) width: usize,
}

impl<'a, N: Copy> RoomOfRows<'a, N> {
    /// `[[value; width]; height]`.
    ///
    /// # Panics
    ///
    /// Where the signature says other lengths.
    #[inline(always)]
    #[track_caller]
    pub fn fill(self, value: N, height: usize, width: usize) -> RowsMut<'a, N> {
        let said = (self.height, self.width);
        assert_eq!((height, width), said, "the result has other lengths than its signature says");
        RowsMut { data: filled(self.data, value), height, width }
    }
}
