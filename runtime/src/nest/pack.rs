//! Operands copied to where their elements are neighbours along the innermost loop.
//!
//! Two copies pay: of a tile of an operand that has its neighbours along another loop, which is read a cache line at a time and turned in
//! registers; and of a whole small operand that every step of an outer loop reads again.

use core::mem::MaybeUninit;

use crate::element::Element;
use crate::expr::{Args, Item, Pack};
use crate::lanes::{Job, Simd, Tier};

use super::loops::Loops;

/// Bytes of one packed tile: with the outputs, a quarter of the smallest first-level cache in use.
const TILE_BYTES: usize = 8192;
/// Tiles on the stack.
const TILES: usize = 4;

/// Room for the tiles of one block.
#[repr(align(64))]
pub(super) struct Room(MaybeUninit<[u8; TILES * TILE_BYTES]>);

impl Room {
    #[inline(always)]
    pub fn new() -> Self {
        Room(MaybeUninit::uninit())
    }
}

/// At most as many operands as have room, of those in `which`.
pub(super) fn limited(which: u64) -> u64 {
    let mut which = which;
    while which.count_ones() as usize > TILES {
        which &= which - 1;
    }
    which
}

/// Turns the tiles of some operands: `rows` neighbours along the one loop, `points` strided along the other.
pub(super) struct Turn<'a> {
    pub room: &'a mut Room,
    pub which: u64,
    pub operand: usize,
    pub used: usize,
    pub loops: &'a Loops,
    pub rows: usize,
    pub points: usize,
    pub tier: Tier,
}

impl Pack for Turn<'_> {
    /// Safety: the operand is readable at the rows and points, `rows * points` elements are at most `TILE_BYTES`; at most `TILES` operands are turned.
    #[inline(always)]
    unsafe fn item<I: Item>(&mut self, item: I) -> I {
        let operand = self.operand;
        self.operand += 1;
        let turned = operand < 64 && self.which >> operand & 1 == 1;
        let Some(from) = item.memory().filter(|_| turned) else { return item };
        assert!(self.rows * self.points * size_of::<I::T>() <= TILE_BYTES && self.used < TILES);
        // SAFETY: inside the room: there are fewer than `TILES` tiles before this one.
        let to = unsafe { self.room.0.as_mut_ptr().cast::<u8>().add(self.used * TILE_BYTES).cast::<I::T>() };
        self.used += 1;
        let stride = self.loops.operand_strides(self.loops.len() - 1)[operand];
        // SAFETY: the operand has neighbours along the rows and this stride along the points (`which`), and the tile fits.
        unsafe { self.tier.run(TurnTile { from, stride, rows: self.rows, points: self.points, to }) };
        item.moved(to)
    }
}

/// The side of a square tile of elements of at most `bytes`; 0 where they are too large.
pub(super) const fn tile_of(bytes: usize) -> usize {
    match bytes {
        0..=1 => 64,
        2..=8 => 32,
        9..=32 => 16,
        _ => 0,
    }
}

/// `to[row * points + point] = from[row + point * stride]`.
///
/// Safety: `from` is readable at the rows and points, `to` writable.
pub(super) struct TurnTile<T> {
    pub from: *const T,
    pub stride: isize,
    pub rows: usize,
    pub points: usize,
    pub to: *mut T,
}

impl<T: Element> Job for TurnTile<T> {
    type Output = ();
    const WIDEST: usize = T::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let TurnTile { from, stride, rows, points, to } = self;
        // SAFETY: at the rows and points: the caller's promise.
        unsafe {
            let mut point = 0;
            while point + 8 <= points {
                let mut row = 0;
                while row + 8 <= rows {
                    let first = from.offset(row as isize + point as isize * stride);
                    s.turn(first, stride, to.add(row * points + point), points);
                    row += 8;
                }
                copy(from, stride, row..rows, point..point + 8, points, to);
                point += 8;
            }
            copy(from, stride, 0..rows, point..points, points, to);
        }
    }
}

/// The elements at some rows and points, one by one.
#[inline(always)]
unsafe fn copy<T: Copy>(
    from: *const T,
    stride: isize,
    rows: core::ops::Range<usize>,
    points: core::ops::Range<usize>,
    width: usize,
    to: *mut T,
) {
    for row in rows {
        for point in points.clone() {
            // SAFETY: the caller's promise.
            unsafe { to.add(row * width + point).write(from.offset(row as isize + point as isize * stride).read()) };
        }
    }
}

/// Copies of whole operands, in which they are neighbours along the innermost loop.
pub(super) struct Hoist<'a> {
    pub loops: &'a mut Loops,
    /// The innermost loop.
    pub inner: usize,
    pub operand: usize,
    pub copies: Vec<Box<[u128]>>,
}

/// Operands up to this many elements are copied whole.
const HOISTED: usize = 1 << 16;
/// As often must an operand be read again.
const AGAIN: usize = 8;

/// Whether a copy of an operand pays.
pub(super) fn is_hoisted(loops: &Loops, inner: usize, operand: usize) -> bool {
    let stride = |row: usize| loops.operand_strides(row)[operand];
    if matches!(stride(inner), 0 | 1) {
        return false;
    }
    let (mut elements, mut again) = (1usize, 1usize);
    for row in 0..loops.len() {
        let factor = if stride(row) == 0 { &mut again } else { &mut elements };
        *factor = factor.saturating_mul(loops.extent(row));
    }
    elements <= HOISTED && again >= AGAIN
}

impl Pack for Hoist<'_> {
    /// Safety: the operand is readable at each point of the loops. The result is used only while `copies` lives.
    #[inline(always)]
    unsafe fn item<I: Item>(&mut self, item: I) -> I {
        let operand = self.operand;
        self.operand += 1;
        match item.memory() {
            // SAFETY: the caller's promise.
            Some(from) if align_of::<I::T>() <= align_of::<u128>() && is_hoisted(self.loops, self.inner, operand) => {
                item.moved(unsafe { hoist(self, operand, from) })
            }
            _ => item,
        }
    }
}

/// Copies one operand and changes its strides.
#[inline(never)]
unsafe fn hoist<T: Element>(hoist: &mut Hoist<'_>, operand: usize, from: *const T) -> *const T {
    let loops = &mut *hoist.loops;
    let walked = |loops: &Loops, row: usize| loops.operand_strides(row)[operand] != 0;
    let rows = (0..loops.len()).filter(|&row| row != hoist.inner && walked(loops, row));
    let mut rows: Vec<usize> = rows.collect();
    // The loop over neighbours last but one, so that whole planes are turned.
    rows.sort_by_key(|&row| loops.operand_strides(row)[operand] == 1);
    rows.push(hoist.inner);
    let extents: Vec<(usize, isize)> =
        rows.iter().map(|&row| (loops.extent(row), loops.operand_strides(row)[operand])).collect();
    let elements: usize = extents.iter().map(|&(extent, _)| extent).product();
    let mut block: Box<[u128]> = vec![0; (elements * size_of::<T>()).div_ceil(16)].into_boxed_slice();
    let to = block.as_mut_ptr().cast::<T>();
    let mut next = to;
    // SAFETY: on the points of the operand; as many elements as the block has room for, which is aligned.
    unsafe { gather(&extents, from, &mut next) };
    hoist.copies.push(block);
    let mut span = 1;
    for &row in rows.iter().rev() {
        let extent = loops.extent(row);
        loops.set_operand_stride(row, operand, span);
        span *= extent as isize;
    }
    to
}

/// Writes the elements of a strided block one after another.
unsafe fn gather<T: Element>(loops: &[(usize, isize)], from: *const T, to: &mut *mut T) {
    // SAFETY: the caller's promise.
    unsafe {
        match *loops {
            [(rows, 1), (points, stride)] => {
                Tier::current().run(TurnTile { from, stride, rows, points, to: *to });
                *to = to.add(rows * points);
            }
            [(extent, stride)] => {
                for index in 0..extent as isize {
                    to.add(index as usize).write(from.offset(stride * index).read());
                }
                *to = to.add(extent);
            }
            [(extent, stride), ref inner @ ..] => {
                for index in 0..extent as isize {
                    gather(inner, from.offset(stride * index), to);
                }
            }
            [] => {}
        }
    }
}

/// Whether any operand would be hoisted, at no cost where none strides.
#[inline(always)]
pub(super) fn may_hoist(loops: &Loops) -> bool {
    loops.len() >= 2 && loops.operand_strides(loops.len() - 1).iter().any(|stride| !matches!(stride, 0 | 1))
}

/// The list with its operands hoisted; the copies live as long as `copies`.
///
/// # Safety
///
/// As for [`Hoist`].
#[inline(always)]
pub(super) unsafe fn hoisted<A: Args>(args: A, loops: &mut Loops, copies: &mut Vec<Box<[u128]>>) -> A {
    if !may_hoist(loops) {
        return args;
    }
    let inner = loops.len() - 1;
    let mut hoist = Hoist { loops, inner, operand: 0, copies: Vec::new() };
    // SAFETY: the caller's promise.
    let args = unsafe { args.pack(&mut hoist) };
    *copies = hoist.copies;
    args
}
