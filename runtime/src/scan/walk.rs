//! The walk over the lines of a scan.
//!
//! What every `unsafe` below relies on:
//!
//! 1. Elements are readable, and outputs writable, at each index: the promise of [`run`].
//! 2. Outputs of different indices are different elements, and share no memory with the view.

use super::jobs::{Lines, Rows};
use crate::element::Element;
use crate::lanes::Tier;
use crate::reduce::{Elements, Join, Loop, Table, each_point};

/// Bytes of the outputs that a row is joined to at once: a quarter of the smallest first-level cache in use.
const TILE: usize = 8192;
/// Lines of fewer elements side by side are scanned one by one.
const FEW: usize = 4;

/// Scans along an axis, into an output with strides of its own.
///
/// # Safety
///
/// Invariants 1 and 2.
pub(super) unsafe fn run<T: Element, F: Join<T>>(
    f: F,
    elements: Elements<'_, T>,
    axis: usize,
    out: *mut T,
    strides: &[isize],
) {
    // SAFETY: the caller's promise, and the CPU has the current tier.
    unsafe { run_on(f, elements, axis, out, strides, Tier::current()) }
}

/// [`run`] on a tier.
///
/// # Safety
///
/// As for [`run`]; the CPU has the tier.
pub(super) unsafe fn run_on<T: Element, F: Join<T>>(
    f: F,
    elements: Elements<'_, T>,
    axis: usize,
    out: *mut T,
    strides: &[isize],
    tier: Tier,
) {
    let Elements { at: from, extents, strides: steps } = elements;
    if extents.contains(&0) {
        return;
    }
    let mut lines = Table::new(extents, steps, strides, 1 << axis, false).kept;
    let along = Loop { extent: extents[axis], step: steps[axis], out: strides[axis] };
    let across = lines.take(|line| line.out == 1 && line.extent >= FEW);
    if let Some(points) = across {
        let tile = (TILE / size_of::<T>().max(1)).max(64);
        each_point(lines.as_slice(), |at, to| {
            for point in (0..points.extent).step_by(tile) {
                let width = tile.min(points.extent - point);
                let at = at + point as isize * points.step;
                // SAFETY: on the points (1).
                unsafe {
                    let (from, to) = (from.offset(at), out.offset(to).add(point));
                    tier.run(Rows { f, from, step: points.step, to, width, rows: along });
                }
            }
        });
        return;
    }
    let side = lines.pop();
    each_point(lines.as_slice(), |at, to| {
        // SAFETY: on the points (1).
        unsafe { tier.run(Lines { f, from: from.offset(at), to: out.offset(to), lines: side, along }) }
    });
}
