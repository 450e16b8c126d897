//! Kernels that are one product of matrices, `a[i, j] * b[j, k] -> [i, k]` in any order of axes. The notation says so, and then a call needs no tables of
//! labels: its loops are extents and strides of known axes.

use core::marker::PhantomData;

use super::bound::Target;
use super::evaluate::result_shape;
use super::resolve::{KnownExtents, Operands, Resolved, UNKNOWN};
use super::spec::{Kernel, Spec};
use super::term::TermList;
use crate::contract::{Dim, Known};
use crate::error::ShapeError;
use crate::nest::Axes;
use crate::shape::{Shape, row_major};

/// A term that is one product of matrices.
#[derive(Clone, Copy)]
pub(super) struct Matrices {
    /// The labels of rows, terms and columns.
    labels: [u8; 3],
    /// The axes of the rows and the terms in the left factor, of the terms and columns in the right one, of the rows and columns in the output.
    axes: [[usize; 2]; 3],
}

impl Matrices {
    /// The matrices that a term is.
    pub const fn of(spec: &Spec, term: usize) -> Option<Self> {
        let &[left, right] = spec.terms[term] else { return None };
        let (left, right) = (spec.operands[left as usize].axes, spec.operands[right as usize].axes);
        let (&[a0, a1], &[b0, b1], &[c0, c1]) = (left, right, spec.output.axes) else { return None };
        // The label of both factors.
        let a = if a1 == b0 || a1 == b1 { [0, 1] } else { [1, 0] };
        let (i, j) = if a[0] == 0 { (a0, a1) } else { (a1, a0) };
        let b = if j == b0 { [0, 1] } else { [1, 0] };
        let k = if b[0] == 0 { b1 } else { b0 };
        let c = if i == c0 { [0, 1] } else { [1, 0] };
        let fits = (j == b0 || j == b1) && ((i == c0 && k == c1) || (i == c1 && k == c0)) && i != j && j != k && i != k;
        let labels = spec.labels.len();
        let named = (i as usize) < labels && (j as usize) < labels && (k as usize) < labels;
        if fits && named { Some(Matrices { labels: [i, j, k], axes: [a, b, c] }) } else { None }
    }

    /// The matrices that a whole kernel is: its one term reads each of its operands.
    pub const fn of_all(spec: &Spec) -> Option<Self> {
        match (spec.terms, spec.operands) {
            (&[&[0, 1]], [_, _]) => Self::of(spec, 0),
            _ => None,
        }
    }

    /// The loops over rows, terms and columns, where the extents agree, with these strides of the output. Terms may stretch.
    #[inline(always)]
    fn dims<K: Kernel, X: Operands>(&self, operands: &X, out: &[isize]) -> Option<[Dim; 3]> {
        let [a, b, c] = self.axes;
        let (rows, terms) = (operands.axis(0, a[0]), operands.axis(0, a[1]));
        let (others, columns) = (operands.axis(1, b[0]), operands.axis(1, b[1]));
        let (mut extent, mut steps) = (terms.0, [terms.1, others.1]);
        if terms.0 != others.0 {
            if !K::SPEC.stretches(self.labels[1]) {
                return None;
            }
            match (terms.0, others.0) {
                (1, others) => (extent, steps[0]) = (others, 0),
                (_, 1) => steps[1] = 0,
                _ => return None,
            }
        }
        Some([
            Dim { extent: rows.0, left: rows.1, right: 0, out: out[c[0]] },
            Dim { extent, left: steps[0], right: steps[1], out: 0 },
            Dim { extent: columns.0, left: 0, right: columns.1, out: out[c[1]] },
        ])
    }

    /// Label to extent; those of the terms are not looked at.
    #[inline(always)]
    fn extents<X: Operands, const L: usize>(&self, operands: &X) -> [usize; L] {
        let mut extents = [UNKNOWN; L];
        extents[self.labels[0] as usize] = operands.axis(0, self.axes[0][0]).0;
        extents[self.labels[2] as usize] = operands.axis(1, self.axes[1][1]).0;
        extents
    }

    /// The loops over rows, terms and columns, of the factors with these numbers among operands that are resolved.
    #[inline(always)]
    pub fn resolved<const L: usize, const N: usize>(
        &self,
        ids: &[u8],
        resolved: &Resolved<'_, L, N>,
        out: &Axes,
    ) -> [Dim; 3] {
        let [a, b, c] = self.axes;
        // No closures: what they borrow would have to be in memory.
        let left = resolved.axes[ids[0] as usize].as_ref().strides;
        let right = resolved.axes[ids[1] as usize].as_ref().strides;
        let out = out.as_ref().strides;
        let [i, j, k] = self.labels;
        let extents = &resolved.extents;
        [
            Dim { extent: extents[i as usize], left: left[a[0]], right: 0, out: out[c[0]] },
            Dim { extent: extents[j as usize], left: left[a[1]], right: right[b[0]], out: 0 },
            Dim { extent: extents[k as usize], left: 0, right: right[b[1]], out: out[c[1]] },
        ]
    }
}

/// The label of a term that is an inner product, `a[i] * b[i]`.
pub(super) const fn inner(spec: &Spec, term: usize) -> Option<u8> {
    let &[left, right] = spec.terms[term] else { return None };
    match (spec.operands[left as usize].axes, spec.operands[right as usize].axes, spec.output.axes) {
        (&[i], &[j], []) if i == j && (i as usize) < spec.labels.len() => Some(i),
        _ => None,
    }
}

/// What the types of operands tell of a term that is a product of matrices.
pub(super) struct Types<K, X, const L: usize, const TERM: usize>(PhantomData<(K, X)>);

impl<K: Kernel, X: KnownExtents<K, L>, const L: usize, const TERM: usize> Known for Types<K, X, L, TERM> {
    const EXTENTS: Option<[usize; 3]> = match Matrices::of(&K::SPEC, TERM) {
        Some(Matrices { labels: [i, j, k], .. }) => {
            let extents = [X::KNOWN[i as usize], X::KNOWN[j as usize], X::KNOWN[k as usize]];
            let known = extents[0] != UNKNOWN && extents[1] != UNKNOWN && extents[2] != UNKNOWN;
            if known { Some(extents) } else { None }
        }
        None => None,
    };
}

/// Whether a kernel is one product of matrices, and nothing else.
pub(super) const fn is_product<K: Kernel>() -> bool {
    Matrices::of_all(&K::SPEC).is_some()
}

/// The loops of a product of matrices into a new result, row-major, and its shape; none where extents differ.
///
/// # Errors
///
/// When the result's type has other extents.
#[inline(always)]
pub(super) fn loops<K: Kernel, X: Operands, S: Shape, const L: usize>(
    operands: &X,
) -> Result<Option<([Dim; 3], S)>, ShapeError> {
    let Some(matrices) = (const { Matrices::of_all(&K::SPEC) }) else { return Ok(None) };
    let shape = result_shape::<K, S>(&matrices.extents::<X, L>(operands))?;
    let dims = matrices.dims::<K, X>(operands, row_major::<S>(shape.extents()).as_ref());
    Ok(dims.map(|dims| (dims, shape)))
}

/// A product of matrices into a target; false, and nothing done, where extents differ.
#[inline(always)]
pub(super) fn evaluate_into<K, X, S, T, C, Mo, const L: usize>(
    operands: &X,
    target: &mut Target<'_, T, S>,
    terms: &C,
) -> bool
where
    K: Kernel,
    X: KnownExtents<K, L>,
    S: Shape,
    C: TermList<T, Mo>,
{
    let Some(matrices) = (const { Matrices::of_all(&K::SPEC) }) else { return false };
    let (extents, strides) = (target.view.extents(), target.view.strides());
    let [rows, columns] = matrices.axes[2].map(|axis| extents.as_ref()[axis]);
    match matrices.dims::<K, X>(operands, strides.as_ref()) {
        Some(dims) if dims[0].extent == rows && dims[2].extent == columns => {
            // SAFETY: operands are views of initialised elements, whose extents and strides the loops have. The target is exclusive, its
            // indices lead to different elements, and the loops have its extents and strides. No operand is read in place: one of its
            // labels is summed, so it does not stand at the target's labels.
            unsafe { run::<K, X, T, Mo, C, L>(terms, dims, target.view.as_mut_ptr()) };
            true
        }
        _ => false,
    }
}

/// The one term, with these loops.
///
/// # Safety
///
/// As for [`Term::run_matrices`](super::term::Term::run_matrices).
#[inline(always)]
pub(super) unsafe fn run<K, X, T, Mo, C, const L: usize>(terms: &C, dims: [Dim; 3], out: *mut T)
where
    K: Kernel,
    X: KnownExtents<K, L>,
    C: TermList<T, Mo>,
{
    // SAFETY: the caller's promise.
    unsafe { terms.run_matrices::<Types<K, X, L, 0>>(dims, out) }
}
