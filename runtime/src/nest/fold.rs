//! The walk over the points of a nest that joins values: a sum, a product, a minimum. It knows no types: only its jobs are compiled for
//! each kernel.
//!
//! What every `unsafe` below relies on:
//!
//! 1. The operands are readable, and the output writable, at each point of the loops: the promise of [`super::fold`].
//!    Loops are fused, cut and reordered so that their points stay the same, and an entry is only moved to a point.
//! 2. The output differs at any two points that differ in a label of the output, and no operand shares memory with it.
//! 3. The jobs of a [`Joining`] are compiled for the entries and the output that it is used with.

use crate::expr::{Args, Node};
use crate::lanes::Tier;

use super::axes::{AxesRef, Carriers};
use super::combine::Combine;
use super::hand::{Hand, Part};
use super::jobs::{self, Dots, Pairs, Rows, Run, Stored};
use super::loops::Loops;
use super::order::{self, Order, Style};
use super::packed::Packed;
use super::rows;
use super::tile::{self, Tile, Value};
use super::update::{Closing, Update};
use super::{Form, pack};

/// Terms that are added one after another; longer sums are halved, so rounding grows with the logarithm.
pub(super) const TERMS: usize = 256;

/// Partial sums of inner loops that are added one after another.
const FEW: usize = 16;

/// Outputs of dots that are stored together.
const TOGETHER: usize = 64;

/// Values that are not closed yet.
const NOTHING: *const u8 = core::ptr::null();

/// A kernel whose values are joined, without its types.
#[derive(Clone, Copy)]
pub(super) struct Joining {
    kernel: *const u8,
    /// A factor for the joined values; null where there is none.
    scale: *const u8,
    /// Bytes of a value.
    pub size: usize,
    /// How many values a tile has room for; 0 where tiles are not compiled.
    fit: usize,
    /// How many points one job of dots joins.
    points: usize,
    /// Whether values are only put into the output: as they are, or closed.
    sets: bool,
    puts: bool,
    /// How they are closed.
    closing: *const u8,
    /// Writes what changes nothing when it is joined.
    identity: unsafe fn(*mut u8),
    dots: Run<Dots>,
    rows: Option<Run<Rows>>,
    pairs: Run<Pairs>,
    stored: Run<Stored>,
}

unsafe fn write_identity<A: Args, K: Node<A>, R: Combine<K::T>>(to: *mut u8) {
    // SAFETY: room for a value: the caller's promise.
    unsafe { to.cast::<K::T>().write(R::identity()) }
}

impl Joining {
    /// The kernel, whose jobs run on a tier. (It points at `kernel`, `scale` and `closing`.)
    #[inline(always)]
    pub fn new<F, A, K, R, U>(kernel: &K, scale: Option<&K::T>, closing: &U, tier: Tier) -> Self
    where
        F: Form,
        A: Args,
        K: Node<A>,
        R: Combine<K::T>,
        U: Closing<K::T>,
    {
        let puts = const { !U::Update::READS && !U::Update::NEGATES } && scale.is_none();
        const { assert!(align_of::<K::T>() <= align_of::<Tile>(), "elements are aligned to at most 64") };
        Joining {
            kernel: core::ptr::from_ref(kernel).cast(),
            scale: scale.map_or(core::ptr::null(), |scale| core::ptr::from_ref(scale).cast()),
            size: size_of::<K::T>(),
            fit: if const { F::KEEPS } { tile::fit(size_of::<K::T>()) } else { 0 },
            points: const { jobs::dot_points::<A, K>(TERMS) },
            sets: puts && U::PLAIN,
            puts,
            closing: core::ptr::from_ref(closing).cast(),
            identity: write_identity::<A, K, R>,
            dots: jobs::dots_on::<A, K, R>(tier),
            rows: if const { F::KEEPS } { Some(jobs::rows_on::<A, K, R, U>(tier)) } else { None },
            pairs: jobs::pairs_on::<K::T, R>(tier),
            stored: jobs::stored_on::<K::T, U>(tier),
        }
    }

    /// Joins `other` to `tile`.
    ///
    /// # Safety
    ///
    /// Both are so many values.
    unsafe fn join(&self, tile: *mut u8, other: *const u8, points: usize) {
        // SAFETY: the caller's promise, and 3.
        unsafe { (self.pairs)(&Pairs { tile, other, points }) }
    }

    /// The tile meets the output.
    ///
    /// # Safety
    ///
    /// So many values, and as many places of the output.
    unsafe fn store(&self, tile: *const u8, out: *mut u8, stride: isize, points: usize) {
        // SAFETY: the caller's promise, and 3.
        unsafe { (self.stored)(&Stored { tile, scale: self.scale, closing: self.closing, out, stride, points }) }
    }
}

/// How many points there are, where the operands of a nest without an output label are one loop over neighbours, 1 or more; `None` where they
/// are not.
pub(super) fn flat_points(extents: &[usize], operands: &dyn Carriers) -> Option<usize> {
    if operands.link(0).is_some() {
        return None;
    }
    let count = operands.count();
    let first = (0..count).map(|operand| operands.axes(operand)).find(|axes| !axes.labels.is_empty())?;
    let mut points = 1usize;
    for (&label, &stride) in first.labels.iter().zip(first.strides).rev() {
        let extent = extents[label as usize];
        if extent != 1 && stride != points as isize {
            return None;
        }
        points *= extent;
    }
    let fits =
        |axes: AxesRef<'_>| axes.labels.is_empty() || (axes.labels == first.labels && axes.strides == first.strides);
    (points != 0 && (0..count).all(|operand| fits(operands.axes(operand)))).then_some(points)
}

/// The values at `points` neighbours, joined, meet the output; `strides` are 1, or 0.
///
/// # Safety
///
/// Invariants 1 and 3, with one loop.
pub(super) unsafe fn flat(joining: &Joining, hand: &mut Hand, strides: &[isize], points: usize, out: *mut u8) {
    let mut value = Value::new(joining.size);
    // SAFETY: the caller's promise.
    unsafe {
        flat_sum(joining, hand, strides, points, value.at());
        joining.store(value.at(), out, 0, 1);
    }
}

unsafe fn flat_sum(joining: &Joining, hand: &mut Hand, strides: &[isize], points: usize, to: *mut u8) {
    // SAFETY: the caller's promise; the job writes the value.
    unsafe {
        if points <= joining.points {
            let (slots, outputs) = (hand.slots(strides), strides.as_ptr());
            let dots =
                Dots { kernel: joining.kernel, slots, outputs, down: outputs, rows: 1, points, sums: to, count: 1 };
            return (joining.dots)(&dots);
        }
        // In halves that are whole gangs, and that begin on a cache line where the whole does.
        let half = (points / 2).next_multiple_of(64);
        flat_sum(joining, hand, strides, half, to);
        hand.step(strides, half as isize);
        let mut other = Value::new(joining.size);
        flat_sum(joining, hand, strides, points - half, other.at());
        hand.step(strides, -(half as isize));
        joining.join(to, other.at(), 1);
    }
}

/// Lets the identity meet each element of the output, whose labels the loops walk.
///
/// # Safety
///
/// Invariants 1 and 3, of the output.
pub(super) unsafe fn nothing(joining: &Joining, loops: &Loops, out: *mut u8) {
    let mut value = Value::new(joining.size);
    // SAFETY: room for a value.
    unsafe { (joining.identity)(value.at()) };
    let walk = Nothing { joining, loops, value: value.at() };
    // SAFETY: the caller's promise.
    unsafe { walk.outer(0, out) }
}

struct Nothing<'a> {
    joining: &'a Joining,
    loops: &'a Loops,
    value: *const u8,
}

impl Nothing<'_> {
    unsafe fn outer(&self, row: usize, out: *mut u8) {
        // SAFETY: on the points (1).
        unsafe {
            if row == self.loops.len() {
                return self.joining.store(self.value, out, 0, 1);
            }
            let stride = self.loops.out_stride(row) * self.joining.size as isize;
            for index in 0..self.loops.extent(row) as isize {
                self.outer(row + 1, out.offset(stride * index));
            }
        }
    }
}

struct Walk<'a> {
    loops: &'a Loops,
    order: Order,
    joining: Joining,
    /// Points of the innermost loop; 1 where there is none.
    count: usize,
    out_stride: isize,
    /// The strides of a loop that is not there.
    still: &'a [isize],
}

/// Visits every point.
///
/// # Safety
///
/// Invariants 1, 2 and 3.
pub(super) unsafe fn run(loops: &mut Loops, joining: &Joining, hand: &mut Hand, operands: &dyn Carriers, out: *mut u8) {
    hand.link(loops.links());
    let order = order::order(loops, joining.fit > 0);
    let mut copies = pack::Copies::default();
    // SAFETY: the caller's promise; the copies live to the end.
    unsafe { pack::hoist(hand.entries(), loops, operands, &mut copies) };
    hand.relink(loops.links());
    let (count, out_stride) = match loops.len().checked_sub(1) {
        Some(last) => (loops.extent(last), loops.out_stride(last)),
        None => (1, 0),
    };
    let mut still = rows::Table::new(0, loops.operands());
    let walk = Walk { loops, order, joining: *joining, count, out_stride, still: still.as_mut() };
    // SAFETY: the caller's promise.
    unsafe {
        match walk.order.style {
            Style::Tile => walk.tiles(0, hand, out, 0),
            Style::Dot => walk.dots(0, hand, out),
        }
    }
}

impl Walk<'_> {
    fn extent(&self, row: usize) -> usize {
        if row < self.loops.len() { self.loops.extent(row) } else { 1 }
    }

    /// The strides of the operands along a loop; zeros where there is none.
    fn strides(&self, row: usize) -> &[isize] {
        if row < self.loops.len() { self.loops.operand_strides(row) } else { self.still }
    }

    /// The strides along the innermost loop.
    fn along(&self) -> &[isize] {
        self.strides(self.loops.len().wrapping_sub(1))
    }

    /// The place in the output, `n` steps of a loop further.
    fn moved(&self, out: *mut u8, stride: isize, n: usize) -> *mut u8 {
        out.wrapping_offset(stride * (n * self.joining.size) as isize)
    }

    /// The output loops from `row`, with the innermost one cut to tiles where they are due: `width` is 0 before.
    unsafe fn tiles(&self, row: usize, hand: &mut Hand, out: *mut u8, width: usize) {
        // SAFETY: each call stays on the points (1).
        unsafe {
            if row == self.order.tile_at && width == 0 {
                let width = self.order.tile_width.min(self.joining.fit);
                for first in (0..self.count).step_by(width) {
                    let to = self.moved(out, self.out_stride, first);
                    self.tiles(row, hand, to, width.min(self.count - first));
                    hand.step(self.along(), width as isize);
                }
                hand.step(self.along(), -(self.count.next_multiple_of(width) as isize));
            } else if row == self.order.kept {
                // Extent of the outermost joined loop; 1 where there is none.
                let terms = if row + 1 < self.loops.len() { self.loops.extent(row) } else { 1 };
                if self.joining.sets && self.out_stride == 1 {
                    // The output is the tile.
                    return self.add(row, terms, hand, out, width, true);
                }
                let mut tile = Tile::new();
                // `add` initialises the tile; nothing is stored before.
                self.add(row, terms, hand, tile.at(), width, true);
                self.joining.store(tile.at(), out, self.out_stride, width);
            } else if !self.tiles_together(row, hand, out, width) {
                let out_stride = self.loops.out_stride(row);
                for index in 0..self.loops.extent(row) {
                    self.tiles(row + 1, hand, self.moved(out, out_stride, index), width);
                    hand.step(self.strides(row), 1);
                }
                hand.step(self.strides(row), -(self.loops.extent(row) as isize));
            }
        }
    }

    /// [`Self::tiles`] as one job for each tile's place along the innermost loop, where the loop of `row` is the last one before the tiles and
    /// a tile is one job. Whether it is so.
    unsafe fn tiles_together(&self, row: usize, hand: &mut Hand, out: *mut u8, width: usize) -> bool {
        let (last, Joining { kernel, rows: Some(run), .. }) = (self.loops.len() - 1, self.joining) else {
            return false;
        };
        let (down, rows) = match row + 1 < last {
            true => (self.strides(row + 1), self.loops.extent(row + 1)),
            false => (self.still, 1),
        };
        let is_job = row + 1 == self.order.kept && row + 2 >= last && rows <= TERMS;
        let across = self.strides(row);
        if !is_job || !self.joining.puts || self.out_stride != 1 || !hand.is_near(self.along(), [across, down]) {
            return false;
        }
        let (tiles, apart, closing) = (self.loops.extent(row), self.loops.out_stride(row), self.joining.closing);
        // Where the innermost loop is not cut to a tile yet, it is here.
        let (count, width) = if width == 0 { (self.count, self.joining.fit) } else { (width, width) };
        let mut packed = Packed::new(hand.entries(), [across, down, self.along()], [tiles, rows, width.min(count)]);
        for first in (0..count).step_by(width) {
            hand.step(self.along(), first as isize);
            let (tile, points) = (self.moved(out, 1, first), width.min(count - first));
            // SAFETY: on the points (1); the output is the tile.
            unsafe {
                let slots = hand.slots(self.along());
                let (slots, down) = packed.fill(hand.entries(), slots, down, rows, points);
                let across = across.as_ptr();
                run(&Rows { kernel, slots, down, rows, tile, points, put: true, across, apart, tiles, closing });
            }
            hand.step(self.along(), -(first as isize));
        }
        true
    }

    /// Joins the values of the joined loops from `row` to the tile, `count` steps of the first one.
    unsafe fn add(&self, row: usize, count: usize, hand: &mut Hand, tile: *mut u8, width: usize, put: bool) {
        // The last row is the loop over the tile.
        let last = self.loops.len().saturating_sub(1);
        let inner_terms = (row + 1..last).fold(1usize, |terms, row| terms.saturating_mul(self.loops.extent(row)));
        // SAFETY: on the points (1); the first call for a tile has `put`, so it is initialised after it.
        unsafe {
            if row + 1 >= last && count <= TERMS {
                let down = if row < last { self.strides(row) } else { self.still };
                self.add_rows(hand, down, count, tile, width, put);
            } else if count == 1 || inner_terms.saturating_mul(count) <= TERMS {
                for index in 0..count {
                    self.add(row + 1, self.loops.extent(row + 1), hand, tile, width, put && index == 0);
                    hand.step(self.strides(row), 1);
                }
                hand.step(self.strides(row), -(count as isize));
            } else {
                let half = count / 2;
                let mut other = Tile::new();
                self.add(row, half, hand, tile, width, put);
                hand.step(self.strides(row), half as isize);
                self.add(row, count - half, hand, other.at(), width, true);
                hand.step(self.strides(row), -(half as isize));
                self.joining.join(tile, other.at(), width);
            }
        }
    }

    /// Joins some rows of points to the tile.
    unsafe fn add_rows(&self, hand: &mut Hand, down: &[isize], rows: usize, tile: *mut u8, points: usize, put: bool) {
        let Joining { kernel, size, rows: Some(run), .. } = self.joining else { return };
        // SAFETY: on the points (1); strided entries are staged, in parts.
        unsafe {
            if hand.is_near(self.along(), [down, down]) {
                let slots = hand.slots(self.along());
                let (across, down) = (self.still.as_ptr(), down.as_ptr());
                return run(&Rows {
                    kernel,
                    slots,
                    down,
                    rows,
                    tile,
                    points,
                    put,
                    across,
                    apart: 0,
                    tiles: 1,
                    closing: NOTHING,
                });
            }
            if hand.is_in_rows(self.along(), points) {
                for row in (0..rows).step_by(2) {
                    let two = (rows - row).min(2);
                    let (slots, down) = hand.pair_at(self.along(), down, row, two);
                    let (across, put) = (self.still.as_ptr(), put && row == 0);
                    run(&Rows {
                        kernel,
                        slots,
                        down,
                        rows: two,
                        tile,
                        points,
                        put,
                        across,
                        apart: 0,
                        tiles: 1,
                        closing: NOTHING,
                    });
                }
                return;
            }
            hand.staged([(down, 1), (down, rows), (self.along(), points)], &mut |[_, row, point], part| {
                let &Part { slots, steps: [_, down], counts: [_, rows, points] } = part;
                let tile = tile.add(point * size);
                let (across, put) = (self.still.as_ptr(), put && row == 0);
                run(&Rows {
                    kernel,
                    slots,
                    down,
                    rows,
                    tile,
                    points,
                    put,
                    across,
                    apart: 0,
                    tiles: 1,
                    closing: NOTHING,
                });
            });
        }
    }

    /// The output loops from `row`, with values joined at each point.
    unsafe fn dots(&self, row: usize, hand: &mut Hand, out: *mut u8) {
        let kept = self.order.kept;
        // SAFETY: each call stays on the points (1).
        unsafe {
            if row + 1 < kept {
                let out_stride = self.loops.out_stride(row);
                for index in 0..self.loops.extent(row) {
                    self.dots(row + 1, hand, self.moved(out, out_stride, index));
                    hand.step(self.strides(row), 1);
                }
                return hand.step(self.strides(row), -(self.loops.extent(row) as isize));
            }
            // The last output loop, some steps together where one job joins them.
            let (outputs, extent, out_stride) = match row < kept {
                true => (self.strides(row), self.loops.extent(row), self.loops.out_stride(row)),
                false => (self.still, 1, 0),
            };
            let size = self.joining.size;
            let together = TOGETHER.min(tile::fit(size));
            if together == 0 || !self.is_short(kept, self.extent(kept)) {
                let mut value = Value::new(size);
                for index in 0..extent {
                    self.sum(kept, self.extent(kept), hand, value.at());
                    self.joining.store(value.at(), self.moved(out, out_stride, index), 0, 1);
                    hand.step(outputs, 1);
                }
                return hand.step(outputs, -(extent as isize));
            }
            let mut tile = Tile::new();
            for first in (0..extent).step_by(together) {
                let some = together.min(extent - first);
                self.short(kept, self.extent(kept), hand, (outputs, some), tile.at());
                self.joining.store(tile.at(), self.moved(out, out_stride, first), out_stride, some);
                hand.step(outputs, some as isize);
            }
            hand.step(outputs, -(extent as isize));
        }
    }

    /// Whether the loops from `row`, `count` steps of the first one, are one job.
    fn is_short(&self, row: usize, count: usize) -> bool {
        match self.loops.len().saturating_sub(row) {
            0 | 1 => count <= self.joining.points,
            2 => count.saturating_mul(self.extent(row + 1)) <= self.joining.points,
            _ => false,
        }
    }

    /// The values over the loops from `row`, `count` steps of the first one, at some outputs.
    unsafe fn short(
        &self,
        row: usize,
        count: usize,
        hand: &mut Hand,
        (outputs, some): (&[isize], usize),
        sums: *mut u8,
    ) {
        let two = row + 2 == self.loops.len();
        let (down, rows, points) = match two {
            true => (self.strides(row), count, self.count),
            false => (self.still, 1, count),
        };
        let Joining { kernel, size, dots: run, .. } = self.joining;
        // SAFETY: on the points (1); strided entries are staged, in parts, whose values are joined.
        unsafe {
            if hand.is_near(self.along(), [outputs, down]) {
                let (slots, outputs, down) = (hand.slots(self.along()), outputs.as_ptr(), down.as_ptr());
                return run(&Dots { kernel, slots, outputs, down, rows, points, sums, count: some });
            }
            if rows == 1 && hand.is_in_rows(self.along(), points) {
                for output in 0..some {
                    let slots = hand.slots_at(self.along(), outputs, output);
                    let (outputs, down, sums) = (outputs.as_ptr(), down.as_ptr(), sums.add(output * size));
                    run(&Dots { kernel, slots, outputs, down, rows, points, sums, count: 1 });
                }
                return;
            }
            let fits = some <= tile::fit(size);
            let (mut tile, mut value) = (Tile::new(), Value::new(if fits { 0 } else { some * size }));
            let parts = if fits { tile.at() } else { value.at() };
            let loops = [(outputs, some), (down, rows), (self.along(), points)];
            hand.staged(loops, &mut |[output, row, point], part| {
                let &Part { slots, steps: [outputs, down], counts: [count, rows, points] } = part;
                let first = row == 0 && point == 0;
                let to = sums.add(output * size);
                let at = if first { to } else { parts };
                run(&Dots { kernel, slots, outputs, down, rows, points, sums: at, count });
                if !first {
                    self.joining.join(to, at, count);
                }
            });
        }
    }

    /// The value over the loops from `row`, `count` steps of the first one.
    unsafe fn sum(&self, row: usize, count: usize, hand: &mut Hand, to: *mut u8) {
        // SAFETY: on the points (1); each call writes its value.
        unsafe {
            if self.is_short(row, count) {
                return self.short(row, count, hand, (self.still, 1), to);
            }
            let strides = self.strides(row);
            let mut other = Value::new(self.joining.size);
            if row + 1 < self.loops.len() && count <= FEW {
                for index in 0..count {
                    let at = if index == 0 { to } else { other.at() };
                    self.sum(row + 1, self.loops.extent(row + 1), hand, at);
                    if index > 0 {
                        self.joining.join(to, at, 1);
                    }
                    hand.step(strides, 1);
                }
                return hand.step(strides, -(count as isize));
            }
            let half = count / 2;
            self.sum(row, half, hand, to);
            hand.step(strides, half as isize);
            self.sum(row, count - half, hand, other.at());
            hand.step(strides, -(half as isize));
            self.joining.join(to, other.at(), 1);
        }
    }
}
