//! Operands copied to where their elements are neighbours along the innermost loop.
//!
//! Two copies pay: of a tile of an operand that has its neighbours along another loop, which is read a cache line at a time and turned in
//! registers; and of a whole small operand that every step of an outer loop reads again.

use core::mem::MaybeUninit;

use crate::expr::Entry;
use crate::lanes::{Job, Simd, Tier};

use super::axes::Carriers;
use super::gather::{line, settled};
use super::loops::Loops;
use super::{order, rows};

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

/// The rows and points of a tile of elements of at most `bytes`: a cache line or two of neighbours, at as many points as then fit.
pub(super) const fn tile_of(bytes: usize) -> (usize, usize) {
    match bytes {
        0..=1 => (64, 64),
        2..=4 => (32, 32),
        5..=8 => (32, 32),
        _ => (8, 64),
    }
}

/// Whether elements of so many bytes are turned.
pub(super) fn is_turned(size: usize) -> bool {
    matches!(size, 1 | 2 | 4 | 8 | 16)
}

/// The operands that are turned tile by tile, as bits, and the size of the tiles. The loop along which they have neighbours moves to the
/// place before the innermost one.
pub(super) fn turned(loops: &mut Loops, entries: &[Entry]) -> (u64, (usize, usize)) {
    let can = |number: &usize| is_turned(entries[*number].size);
    let which = (0..entries.len().min(64)).filter(can).fold(0u64, |which, number| which | 1 << number);
    let which = limited(order::crosswise(loops) & which);
    let largest = entries.iter().map(|entry| entry.size).max().unwrap_or(1);
    (which, tile_of(largest.min(16)))
}

/// Turns the tiles of the operands in `which`, and lets their entries point at the tiles: `rows` neighbours along the one loop, `points`
/// strided along the other.
///
/// # Safety
///
/// The entries are readable at these rows and points, of which there are at most as many as [`turned`] says.
pub(super) unsafe fn turn(
    room: &mut Room,
    entries: &mut [Entry],
    which: u64,
    strides: &[isize],
    (rows, points): (usize, usize),
) {
    let mut used = 0;
    for (number, entry) in entries.iter_mut().enumerate().take(64) {
        if which >> number & 1 == 0 {
            continue;
        }
        assert!(rows * points * entry.size <= TILE_BYTES && used < TILES);
        // SAFETY: inside the room: there are fewer than `TILES` tiles before this one, and the tile fits.
        unsafe {
            let to = room.0.as_mut_ptr().cast::<u8>().add(used * TILE_BYTES);
            turn_plane(*entry, strides[number], rows, points, to);
            entry.at = to;
        }
        used += 1;
    }
}

/// `to[row * points + point] = from[row + point * stride]`, for elements of any size that [`is_turned`].
///
/// # Safety
///
/// They are readable, and writable.
unsafe fn turn_plane(from: Entry, stride: isize, rows: usize, points: usize, to: *mut u8) {
    let tier = Tier::current();
    // Any bytes are such numbers, at least where they are only copied.
    macro_rules! plane {
        ($T:ty) => {
            tier.run(TurnTile::<$T> { from: from.at.cast(), stride, rows, points, to: to.cast() })
        };
    }
    // SAFETY: the caller's promise; elements are copied as bytes that may be padding.
    unsafe {
        match from.size {
            1 => plane!(MaybeUninit<[u8; 1]>),
            2 => plane!(MaybeUninit<[u8; 2]>),
            4 => plane!(MaybeUninit<[u8; 4]>),
            8 => plane!(MaybeUninit<[u8; 8]>),
            _ => plane!(MaybeUninit<[u8; 16]>),
        }
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

impl<T: Copy> Job for TurnTile<T> {
    type Output = ();
    const WIDEST: usize = 8;

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
            unsafe {
                to.add(row * width + point)
                    .write_unaligned(from.offset(row as isize + point as isize * stride).read_unaligned())
            };
        }
    }
}

/// Operands up to this many elements are copied whole.
const HOISTED: usize = 1 << 16;
/// As often must an operand be read again.
const AGAIN: usize = 8;

/// Whether a copy of an operand pays.
pub(super) fn is_hoisted(loops: &Loops, inner: usize, operand: usize) -> bool {
    let stride = |row: usize| loops.operand_strides(row)[operand];
    if operand >= loops.own() || (matches!(stride(inner), 0 | 1) && !loops.is_gathered(inner, operand)) {
        return false;
    }
    let (mut elements, mut again) = (1usize, 1usize);
    for row in 0..loops.len() {
        let walked = stride(row) != 0 || loops.is_gathered(row, operand);
        let factor = if walked { &mut elements } else { &mut again };
        *factor = factor.saturating_mul(loops.extent(row));
    }
    elements <= HOISTED && again >= AGAIN
}

/// Whether any operand would be hoisted, at no cost where none strides.
#[inline(always)]
pub(super) fn may_hoist(loops: &Loops) -> bool {
    let far = |inner: usize| loops.operand_strides(inner).iter().any(|stride| !matches!(stride, 0 | 1));
    loops.len() >= 2 && (!loops.links().is_empty() || far(loops.len() - 1))
}

/// Copies of operands.
#[derive(Default)]
pub(crate) struct Copies(Vec<Copied>);

struct Copied {
    from: *const u8,
    size: usize,
    /// Extents and strides of what was copied.
    loops: Vec<(usize, isize)>,
    block: Vec<MaybeUninit<u128>>,
}

/// Copies operands that are read again and again to where they are neighbours along the innermost loop, and lets their entries point
/// there; the copies live as long as `copies`, or the store of copies of their carrier.
///
/// # Safety
///
/// The entries are readable at each point of the loops, and those that have a store do not change as long as it lives.
#[inline(always)]
pub(super) unsafe fn hoist(entries: &mut [Entry], loops: &mut Loops, carriers: &dyn Carriers, copies: &mut Copies) {
    if may_hoist(loops) {
        // SAFETY: the caller's promise.
        unsafe { hoist_some(entries, loops, carriers, copies) }
    }
}

#[inline(never)]
unsafe fn hoist_some(entries: &mut [Entry], loops: &mut Loops, carriers: &dyn Carriers, copies: &mut Copies) {
    let inner = loops.len() - 1;
    let (entries, indices) = entries.split_at_mut(loops.own());
    for (operand, entry) in entries.iter_mut().enumerate() {
        if is_turned(entry.size) && is_hoisted(loops, inner, operand) {
            // SAFETY: the caller's promise.
            unsafe {
                match carriers.copies(operand) {
                    _ if !loops.is_plain(operand) => hoist_gathered(loops, inner, operand, (entry, indices), copies),
                    Some(store) => hoist_one(loops, inner, operand, entry, &mut store.borrow_mut()),
                    None => hoist_one(loops, inner, operand, entry, copies),
                }
            }
        }
    }
}

/// Copies one operand, unless it has been copied before, and changes its strides.
unsafe fn hoist_one(loops: &mut Loops, inner: usize, operand: usize, entry: &mut Entry, copies: &mut Copies) {
    let mut rows = walked(loops, inner, operand);
    // The loop over neighbours last but one, so that whole planes are turned.
    rows.sort_by_key(|&row| (row == inner, loops.operand_strides(row)[operand] == 1));
    let extents: Vec<(usize, isize)> =
        rows.iter().map(|&row| (loops.extent(row), loops.operand_strides(row)[operand])).collect();
    let same = |copy: &&mut Copied| copy.from == entry.at && copy.size == entry.size && copy.loops == extents;
    let to = if let Some(copy) = copies.0.iter_mut().find(same) {
        copy.block.as_mut_ptr().cast::<u8>()
    } else {
        let mut block = room(extents.iter().map(|&(extent, _)| extent).product(), entry.size);
        let to = block.as_mut_ptr().cast::<u8>();
        let mut next = to;
        // SAFETY: on the points of the operand; as many elements as the block has room for, which is aligned.
        unsafe { gather(&extents, *entry, &mut next) };
        copies.0.push(Copied { from: entry.at, size: entry.size, loops: extents, block });
        to
    };
    lay_out(loops, &rows, operand);
    entry.at = to;
}

/// The loops that an operand walks, its index arrays too, the innermost one last.
fn walked(loops: &Loops, inner: usize, operand: usize) -> Vec<usize> {
    let walks = |&row: &usize| loops.operand_strides(row)[operand] != 0 || loops.is_gathered(row, operand);
    (0..loops.len()).filter(|&row| row != inner).filter(walks).chain([inner]).collect()
}

/// Room for a copy.
fn room(elements: usize, size: usize) -> Vec<MaybeUninit<u128>> {
    vec![MaybeUninit::uninit(); (elements * size).div_ceil(size_of::<u128>())]
}

/// Lets an operand walk some loops row-major.
fn lay_out(loops: &mut Loops, rows: &[usize], operand: usize) {
    let mut span = 1;
    for &row in rows.iter().rev() {
        loops.set_operand_stride(row, operand, span);
        span *= loops.extent(row) as isize;
    }
}

/// [`hoist_one`] of an operand with index arrays, which then name nothing any more. (It is not kept from nest to nest: what index arrays
/// name may differ.)
unsafe fn hoist_gathered(
    loops: &mut Loops,
    inner: usize,
    operand: usize,
    (entry, indices): (&mut Entry, &[Entry]),
    copies: &mut Copies,
) {
    let rows = walked(loops, inner, operand);
    let mut block = room(rows.iter().map(|&row| loops.extent(row)).product(), entry.size);
    let to = block.as_mut_ptr().cast::<u8>();
    // SAFETY: the caller's promise; as many elements as the block has room for.
    unsafe { gather_linked(loops, &rows, operand, (*entry, indices), &mut { to }) };
    copies.0.push(Copied { from: core::ptr::null(), size: entry.size, loops: Vec::new(), block });
    lay_out(loops, &rows, operand);
    loops.unlink(operand);
    entry.at = to;
}

/// Writes the elements that index arrays name one after another.
unsafe fn gather_linked(
    loops: &Loops,
    rows: &[usize],
    operand: usize,
    (entry, indices): (Entry, &[Entry]),
    to: &mut *mut u8,
) {
    let [row, inner @ ..] = rows else { return };
    let (links, extent, stride) = (loops.links(), loops.extent(*row), loops.operand_strides(*row)[operand]);
    let along = &loops.operand_strides(*row)[loops.own()..];
    // SAFETY: the caller's promise.
    unsafe {
        if inner.is_empty() {
            let from = settled(links, operand, entry, indices, Some(along));
            line(links, operand, (from, stride), indices, along, (*to, extent));
            *to = to.add(extent * entry.size);
            return;
        }
        let mut now = rows::Table::of(indices, rows::NO_ENTRY);
        for step in 0..extent as isize {
            for (number, index) in now.as_mut().iter_mut().enumerate() {
                *index = indices[number].moved(along[number], step);
            }
            gather_linked(loops, inner, operand, (entry.moved(stride, step), now.as_mut()), to);
        }
    }
}

/// Writes the elements of a strided block one after another.
unsafe fn gather(loops: &[(usize, isize)], from: Entry, to: &mut *mut u8) {
    // SAFETY: the caller's promise.
    unsafe {
        match *loops {
            [(rows, 1), (points, stride)] => {
                turn_plane(from, stride, rows, points, *to);
                *to = to.add(rows * points * from.size);
            }
            [(extent, stride)] => {
                rows::copy(from.size, from.at, stride, *to, 1, extent);
                *to = to.add(extent * from.size);
            }
            [(extent, stride), ref inner @ ..] => {
                for index in 0..extent as isize {
                    gather(inner, from.moved(stride, index), to);
                }
            }
            [] => {}
        }
    }
}
