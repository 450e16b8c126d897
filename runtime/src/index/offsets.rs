//! The offsets of all elements, in row-major order of their indices.

use crate::shape::Shape;

/// An odometer over the indices below the extents that keeps the offset `Σ index·stride`.
#[derive(Clone, Debug)]
pub(crate) struct Offsets<S: Shape> {
    extents: S::Index,
    strides: S::Strides,
    index: S::Index,
    offset: isize,
    left: usize,
}

impl<S: Shape> Offsets<S> {
    /// Starts at index 0 of every axis.
    #[inline]
    pub(crate) fn new(extents: S::Index, strides: S::Strides) -> Self {
        let left = extents.as_ref().iter().product();
        Offsets { extents, strides, index: S::Index::default(), offset: 0, left }
    }

    /// The same offsets, with axes that follow each other without a gap made one, so that the
    /// innermost loop is long. Indices no longer mean anything.
    #[inline]
    pub(crate) fn fused(extents: S::Index, strides: S::Strides) -> Self {
        let mut fused = Self::new(extents, strides);
        if fused.left == 0 || S::RANK < 2 {
            return fused;
        }
        let (extents, strides) = (fused.extents.as_mut(), fused.strides.as_mut());
        // Axes up to `outer` are still to be placed; `inner` is the last one placed.
        let mut inner = S::RANK - 1;
        for outer in (0..S::RANK - 1).rev() {
            let (extent, stride) = (extents[outer], strides[outer]);
            let follows = stride == strides[inner].wrapping_mul(extents[inner] as isize);
            if extent == 1 {
                continue;
            } else if extents[inner] == 1 {
                (extents[inner], strides[inner]) = (extent, stride);
            } else if follows {
                extents[inner] *= extent;
            } else {
                inner -= 1;
                (extents[inner], strides[inner]) = (extent, stride);
            }
        }
        extents[..inner].fill(1);
        fused
    }

    /// The index of the offset that comes next.
    #[inline(always)]
    pub(crate) fn index(&self) -> S::Index {
        self.index
    }

    /// Steps to the next index of the axes before `end`, innermost first.
    #[inline(always)]
    fn carry(&mut self, end: usize) {
        let (extents, strides, index) = (self.extents.as_ref(), self.strides.as_ref(), self.index.as_mut());
        for axis in (0..end).rev() {
            index[axis] += 1;
            self.offset = self.offset.wrapping_add(strides[axis]);
            if index[axis] < extents[axis] {
                return;
            }
            self.offset = self.offset.wrapping_sub(strides[axis].wrapping_mul(extents[axis] as isize));
            index[axis] = 0;
        }
    }
}

impl<S: Shape> Iterator for Offsets<S> {
    type Item = isize;

    #[inline(always)]
    fn next(&mut self) -> Option<isize> {
        self.left = self.left.checked_sub(1)?;
        let offset = self.offset;
        self.carry(S::RANK);
        Some(offset)
    }

    #[inline(always)]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }

    #[inline]
    fn fold<B, F: FnMut(B, isize) -> B>(mut self, init: B, mut f: F) -> B {
        let mut acc = init;
        if S::RANK == 0 {
            return if self.left == 0 { acc } else { f(acc, 0) };
        }
        let last = S::RANK - 1;
        let (extent, stride) = (self.extents.as_ref()[last], self.strides.as_ref()[last]);
        while self.left != 0 {
            let done = core::mem::replace(&mut self.index.as_mut()[last], 0);
            let first = self.offset;
            for i in 0..(extent - done) as isize {
                acc = f(acc, first.wrapping_add(i.wrapping_mul(stride)));
            }
            self.left -= extent - done;
            self.offset = first.wrapping_sub((done as isize).wrapping_mul(stride));
            self.carry(last);
        }
        acc
    }
}

impl<S: Shape> ExactSizeIterator for Offsets<S> {}
