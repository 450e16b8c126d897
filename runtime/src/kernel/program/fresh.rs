//! Running a program without reductions into new results, one or several of one shape.

use super::super::evaluate::{output_axes, result_shape};
use super::super::resolve::{KnownExtents, Operands};
use super::super::spec::Size;
use super::call::{alike, ground, resolve};
use super::finish::{Final, run_all, run_flat};
use super::spec::Program;
use crate::error::ShapeError;
use crate::nest::Axes;
use crate::shape::{Shape, row_major};
use crate::ufunc::Results;

/// The most outputs.
const OUTPUTS: usize = 6;

/// Runs a body into new arrays. Every element of them has been written.
///
/// # Errors
///
/// When run-time extents differ, or a result would be too large.
#[inline(always)]
pub(crate) fn fresh<K, X, S, R, Rs, F, const L: usize, const N: usize>(
    operands: &X,
    reads: &Rs,
    body: &F,
) -> Result<R::Rooms<S>, ShapeError>
where
    K: Size<L, N> + Program,
    X: Operands + KnownExtents<K, L>,
    S: Shape,
    R: Results,
    F: Final<(), Rs, Outs = R::Outs>,
{
    if let Some(shape) = alike::<K, X, S>(operands) {
        let mut rooms = R::rooms(shape)?;
        let outs = R::pointers(&mut rooms);
        let points = shape.extents().as_ref().iter().product();
        // SAFETY: as below; the operands have the layout of the results (`alike`).
        unsafe { run_flat::<K, X, (), Rs, F, L>(operands, reads, body, outs, points) };
        return Ok(rooms);
    }
    general::<K, X, S, R, Rs, F, L, N>(operands, reads, body)
}

/// [`fresh`] by labels, extents and strides.
#[inline(never)]
fn general<K, X, S, R, Rs, F, const L: usize, const N: usize>(
    operands: &X,
    reads: &Rs,
    body: &F,
) -> Result<R::Rooms<S>, ShapeError>
where
    K: Size<L, N> + Program,
    X: Operands + KnownExtents<K, L>,
    S: Shape,
    R: Results,
    F: Final<(), Rs, Outs = R::Outs>,
{
    let (resolved, starts) = resolve::<L, N>(&K::SPEC, operands, &[], &[], &mut |_| ())?;
    let shape = result_shape::<K, S>(&resolved.extents)?;
    let mut rooms = R::rooms(shape)?;
    let strides = row_major::<S>(shape.extents());
    let mut axes = [Axes::new(); OUTPUTS];
    for axes in &mut axes[..R::COUNT] {
        output_axes::<K>(axes, S::RANK, strides.as_ref());
    }
    let outs = R::pointers(&mut rooms);
    // SAFETY: each room has room for the shape, row-major, and is fresh; it is written at all points, without being read. Operands are
    // views of initialised elements, and `resolved` was made from them.
    unsafe {
        run_all::<K, X, (), Rs, F, L>(
            ground::<K, L, N>(&resolved, &starts, &[]),
            &(),
            reads,
            body,
            outs,
            &axes[..R::COUNT],
        )?
    };
    Ok(rooms)
}
