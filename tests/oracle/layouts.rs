//! Operands in memory: one list of values under every kind of strides.

use ndweave::{Array, Shape};

use crate::oracle::Plain;

/// The arguments of `View::from_slice_strided`.
#[derive(Clone, Debug)]
pub struct Laid<T> {
    /// What the layout is called.
    pub name: &'static str,
    pub buffer: Vec<T>,
    pub extents: Vec<usize>,
    pub strides: Vec<isize>,
    pub offset: usize,
}

impl<T: Copy> Laid<T> {
    /// The values, row-major, under strides of any sign. What lies between them and around them is `filler`.
    pub fn new(name: &'static str, extents: &[usize], strides: &[isize], values: &[T], filler: T) -> Self {
        let (mut first, mut last) = (0, 0);
        for (&extent, &stride) in extents.iter().zip(strides) {
            let end = (extent.max(1) as isize - 1) * stride;
            if end < 0 { first += end } else { last += end }
        }
        let mut laid = Laid {
            name,
            buffer: vec![filler; (last - first) as usize + 3],
            extents: extents.to_vec(),
            strides: strides.to_vec(),
            offset: (1 - first) as usize,
        };
        for (place, &value) in laid.places().into_iter().zip(values) {
            laid.buffer[place] = value;
        }
        laid
    }

    /// Where in the buffer the elements are, row-major.
    pub fn places(&self) -> Vec<usize> {
        let mut places = vec![self.offset as isize];
        for (&extent, &stride) in self.extents.iter().zip(&self.strides) {
            places = places.iter().flat_map(|&p| (0..extent as isize).map(move |i| p + i * stride)).collect();
        }
        places.into_iter().map(|p| p as usize).collect()
    }

    /// The elements that a view of it shows.
    pub fn plain(&self) -> Plain<T> {
        Plain { extents: self.extents.clone(), values: self.places().into_iter().map(|p| self.buffer[p]).collect() }
    }

    /// Whether no two indices lead to one element.
    pub fn is_writable(&self) -> bool {
        self.extents.iter().zip(&self.strides).all(|(&extent, &stride)| extent < 2 || stride != 0)
    }
}

/// The strides of a row-major array, in elements.
pub fn row_major(extents: &[usize]) -> Vec<isize> {
    let inner = |axis: usize| extents[axis + 1..].iter().map(|&n| n.max(1) as isize).product();
    (0..extents.len()).map(inner).collect()
}

/// How many layouts [`layouts`] makes.
pub const LAYOUTS: usize = 7;

/// The values in row order, in column order, with gaps, backwards, with turned axes and gaps; and, with other values than these, repeated
/// along the last or the first axis by a stride of 0.
pub fn layouts<T: Copy>(extents: &[usize], values: &[T], filler: T) -> [Laid<T>; LAYOUTS] {
    let rank = extents.len();
    let rows = row_major(extents);
    let reversed: Vec<usize> = extents.iter().rev().copied().collect();
    let columns: Vec<isize> = row_major(&reversed).into_iter().rev().collect();
    let wide: Vec<usize> = extents.iter().map(|n| 2 * n + 1).collect();
    let gaps: Vec<isize> = row_major(&wide).iter().map(|stride| 2 * stride).collect();
    let backwards: Vec<isize> = rows.iter().map(|stride| -stride).collect();
    // The last axis outermost, every other one backwards.
    let around: Vec<usize> = wide.iter().cycle().skip(rank.saturating_sub(1)).take(rank).copied().collect();
    let mut turned: Vec<isize> =
        row_major(&around).iter().cycle().skip(1).take(rank).map(|stride| 3 * stride).collect();
    turned.iter_mut().step_by(2).for_each(|stride| *stride = -*stride);
    let zero = |name, axis: Option<usize>| {
        let Some(axis) = axis.filter(|&axis| extents[axis] != 0) else {
            return Laid::new(name, extents, &rows, values, filler);
        };
        let mut one = extents.to_vec();
        one[axis] = 1;
        let mut laid = Laid::new(name, &one, &row_major(&one), values, filler);
        laid.extents = extents.to_vec();
        laid.strides[axis] = 0;
        laid
    };
    [
        Laid::new("rows", extents, &rows, values, filler),
        Laid::new("columns", extents, &columns, values, filler),
        Laid::new("gaps", extents, &gaps, values, filler),
        Laid::new("backwards", extents, &backwards, values, filler),
        Laid::new("turned", extents, &turned, values, filler),
        zero("repeated along the last axis", rank.checked_sub(1)),
        zero("repeated along the first axis", (rank > 0).then_some(0)),
    ]
}

/// The first layouts, in which the operands have the values that they were given.
pub const FAITHFUL: usize = 5;

/// A result, read back.
pub fn plain<T: Copy, S: Shape>(array: Array<T, S>) -> Plain<T> {
    Plain { extents: array.extents().as_ref().to_vec(), values: array.as_slice().to_vec() }
}

/// The view that a [`Laid`] describes; its rank is a literal.
#[macro_export]
macro_rules! view {
    ($laid:expr, $rank:tt) => {{
        let laid = $laid;
        let extents = <[usize; $rank]>::try_from(&laid.extents[..]).unwrap();
        let strides = <[isize; $rank]>::try_from(&laid.strides[..]).unwrap();
        ndweave::View::from_slice_strided(&laid.buffer, extents, strides, laid.offset).unwrap()
    }};
}

/// The same, for writing.
#[macro_export]
macro_rules! view_mut {
    ($laid:expr, $rank:tt) => {{
        let laid = $laid;
        let extents = <[usize; $rank]>::try_from(&laid.extents[..]).unwrap();
        let strides = <[isize; $rank]>::try_from(&laid.strides[..]).unwrap();
        ndweave::ViewMut::from_slice_strided(&mut laid.buffer, extents, strides, laid.offset).unwrap()
    }};
}
