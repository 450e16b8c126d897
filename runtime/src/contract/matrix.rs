//! A pair of factors as a product of matrices: which loops are the rows, the columns and the terms, and which stay outside.
//! No `unsafe`, no element types.

use core::marker::PhantomData;

use crate::nest::{AxesRef, LabelSet};

use super::class::Groups;

/// A loop over one label, or over several that every participant walks as one. A participant without the label has stride 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Dim {
    /// How many steps.
    pub extent: usize,
    /// From one step to the next in the left factor, in elements.
    pub left: isize,
    /// In the right factor.
    pub right: isize,
    /// In the output.
    pub out: isize,
}

impl Dim {
    /// No loop.
    pub const ONE: Dim = Dim { extent: 1, left: 0, right: 0, out: 0 };

    fn new(label: u8, extents: &[usize], left: AxesRef<'_>, right: AxesRef<'_>, out: AxesRef<'_>) -> Self {
        let stride = |axes: AxesRef<'_>| axes.stride(label).unwrap_or(0);
        Dim { extent: extents[label as usize], left: stride(left), right: stride(right), out: stride(out) }
    }

    /// This loop over `inner` as one loop.
    fn fused(self, inner: Dim) -> Option<Dim> {
        let extent = isize::try_from(inner.extent).ok()?;
        let fits = |outer: isize, inner: isize| inner.checked_mul(extent) == Some(outer);
        let fits = fits(self.left, inner.left) && fits(self.right, inner.right) && fits(self.out, inner.out);
        if fits { Some(Dim { extent: self.extent.checked_mul(inner.extent)?, ..inner }) } else { None }
    }
}

/// What types tell of the extents of a product of matrices.
pub trait Known {
    /// Rows, terms and columns, where all of them are constants.
    const EXTENTS: Option<[usize; 3]>;
}

/// Extents that are not constants.
pub(super) enum AtRunTime {}

impl Known for AtRunTime {
    const EXTENTS: Option<[usize; 3]> = None;
}

/// With rows for columns.
pub(super) struct Turned<E>(PhantomData<E>);

impl<E: Known> Known for Turned<E> {
    const EXTENTS: Option<[usize; 3]> = match E::EXTENTS {
        Some([rows, terms, columns]) => Some([columns, terms, rows]),
        None => None,
    };
}

/// Loops of one group that do not fuse with one another.
pub(super) const MAX_DIMS: usize = 8;

#[derive(Clone, Copy)]
pub(super) struct Dims {
    dims: [Dim; MAX_DIMS],
    len: usize,
}

impl Dims {
    pub const NONE: Dims = Dims { dims: [Dim::ONE; MAX_DIMS], len: 0 };

    pub fn as_slice(&self) -> &[Dim] {
        &self.dims[..self.len]
    }

    /// Adds a loop, fused with those it fuses with. False when there is no room.
    #[must_use]
    fn push(&mut self, mut dim: Dim) -> bool {
        'again: loop {
            for at in 0..self.len {
                if let Some(fused) = dim.fused(self.dims[at]).or_else(|| self.dims[at].fused(dim)) {
                    self.remove(at);
                    dim = fused;
                    continue 'again;
                }
            }
            break;
        }
        if self.len == MAX_DIMS {
            return false;
        }
        self.dims[self.len] = dim;
        self.len += 1;
        true
    }

    fn remove(&mut self, at: usize) {
        self.dims.copy_within(at + 1..self.len, at);
        self.len -= 1;
    }

    /// Makes it one loop.
    pub fn put(&mut self, dim: Dim) {
        (self.dims[0], self.len) = (dim, 1);
    }

    /// The one loop that it is, if it is no more.
    pub fn single(&self) -> Option<Dim> {
        match self.as_slice() {
            [] => Some(Dim::ONE),
            [dim] => Some(*dim),
            _ => None,
        }
    }

    /// How many points there are.
    pub fn extent(&self) -> usize {
        self.as_slice().iter().fold(1, |points, dim| points.saturating_mul(dim.extent))
    }

    /// Orders the loops, those with large keys first.
    fn sort(&mut self, key: impl Fn(&Dim) -> usize) {
        if self.len < 2 {
            return;
        }
        self.dims[..self.len].sort_unstable_by_key(|dim| core::cmp::Reverse((key(dim), dim.extent)));
    }

    /// Lays the output out with the points `step` apart, in order.
    pub fn lay_out(&mut self, mut step: isize) {
        for dim in self.dims[..self.len].iter_mut().rev() {
            dim.out = step;
            step *= dim.extent as isize;
        }
    }

    fn turn(&mut self) {
        for dim in &mut self.dims[..self.len] {
            (dim.left, dim.right) = (dim.right, dim.left);
        }
    }
}

/// `out[rows, columns] = sum over terms of left[rows, terms] * right[terms, columns]`, inside further loops. Each of rows, columns and
/// terms is a group of loops, the outermost first.
#[derive(Clone, Copy)]
pub(super) struct Matrices {
    pub rows: Dims,
    pub columns: Dims,
    pub terms: Dims,
    /// The batch, and labels of the output alone.
    pub outside: Dims,
}

impl Matrices {
    /// One product of one term.
    pub const NONE: Matrices =
        Matrices { rows: Dims::NONE, columns: Dims::NONE, terms: Dims::NONE, outside: Dims::NONE };

    /// The matrices of `ij,jk->ik` with each label once, in any order of axes: no sets to build. Extents are not looked at.
    #[inline(always)]
    pub fn plain(extents: &[usize], left: AxesRef<'_>, right: AxesRef<'_>, out: AxesRef<'_>) -> Option<[Dim; 3]> {
        let (&[a0, a1], &[b0, b1], &[c0, c1]) = (left.labels, right.labels, out.labels) else { return None };
        let (i, j, il, jl) = if a1 == b0 || a1 == b1 {
            (a0, a1, left.strides[0], left.strides[1])
        } else {
            (a1, a0, left.strides[1], left.strides[0])
        };
        let (k, kr, jr) = if j == b0 {
            (b1, right.strides[1], right.strides[0])
        } else if j == b1 {
            (b0, right.strides[0], right.strides[1])
        } else {
            return None;
        };
        let (io, ko) = if (i, k) == (c0, c1) {
            (out.strides[0], out.strides[1])
        } else if (i, k) == (c1, c0) {
            (out.strides[1], out.strides[0])
        } else {
            return None;
        };
        // `ij,ij->…` and `ij,jk->jk` have been turned away: `i`, `j` and `k` differ, as `c0` and `c1` do, unless `j` is kept.
        if i == k || j == i || j == c0 || j == c1 {
            return None;
        }
        let extent = |label: u8| extents[label as usize];
        Some([
            Dim { extent: extent(i), left: il, right: 0, out: io },
            Dim { extent: extent(j), left: jl, right: jr, out: 0 },
            Dim { extent: extent(k), left: 0, right: kr, out: ko },
        ])
    }

    /// Becomes the matrices of any pair; false where there are no rows, columns or terms, or a label stands in one factor
    /// alone. Labels of extent 1 are no loops. (In place: the loops are a kilobyte, which would be copied.)
    #[must_use]
    pub fn find(&mut self, extents: &[usize], left: AxesRef<'_>, right: AxesRef<'_>, out: AxesRef<'_>) -> bool {
        let wide = |axes: AxesRef<'_>| wide(axes.set(), extents);
        let (a, b, kept) = (wide(left), wide(right), wide(out));
        let groups = Groups::new(a, b, kept);
        let alone = !groups.alone_left.is_empty() || !groups.alone_right.is_empty();
        if alone || groups.left.is_empty() || groups.right.is_empty() || groups.contracted.is_empty() {
            return false;
        }
        let repeated = kept.minus(a).minus(b);
        let mut fits = true;
        for (labels, into) in [
            (groups.left, &mut self.rows),
            (groups.right, &mut self.columns),
            (groups.contracted, &mut self.terms),
            (groups.batch.or(repeated), &mut self.outside),
        ] {
            for label in labels {
                fits &= into.push(Dim::new(label, extents, left, right, out));
            }
        }
        self.order();
        fits
    }

    /// Whether the factors trade places, so that the output's neighbours are columns, or at least the columns are more.
    pub fn should_turn(&self) -> bool {
        let near = |dims: &Dims| dims.as_slice().iter().any(|dim| dim.out == 1);
        !near(&self.columns) && (near(&self.rows) || self.rows.extent() > self.columns.extent())
    }

    /// The same products with rows for columns.
    pub fn turn(&mut self) {
        core::mem::swap(&mut self.rows, &mut self.columns);
        for dims in [&mut self.rows, &mut self.columns, &mut self.terms, &mut self.outside] {
            dims.turn();
        }
        self.order();
    }

    /// Columns as the output has them, terms as the right factor has them, and rows as the left factor: what is copied is read in order.
    fn order(&mut self) {
        self.columns.sort(|dim| dim.out.unsigned_abs());
        self.terms.sort(|dim| dim.right.unsigned_abs());
        self.rows.sort(|dim| dim.left.unsigned_abs());
        self.outside.sort(|dim| dim.out.unsigned_abs());
    }
}

/// The labels whose extent is not 1.
pub(super) fn wide(labels: LabelSet, extents: &[usize]) -> LabelSet {
    labels.into_iter().filter(|&label| extents[label as usize] != 1).fold(LabelSet::EMPTY, LabelSet::with)
}
