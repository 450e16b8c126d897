//! The register tile: a few rows by one or two gangs of columns, summed in registers.
//!
//! In each step a gang of the right factor's columns is loaded and, for each row, one element of the left factor is spread over
//! all lanes: a multiply-add a row and gang. Tiles differ in shape from tier to tier, but each output's terms are
//! added one after another on all of them.
//!
//! 1. The elements of a [`Tile`] that it reads, and the outputs that it writes, are valid: rows below the tile's, columns below its width
//!    (rounded up to whole gangs where it is padded), terms below `terms`.

use core::marker::PhantomData;
use core::mem::MaybeUninit;

use crate::element::Element;
use crate::lanes::{Fact, Job, Lanes, Simd};
use crate::nest::Update;

/// The most rows of a tile.
pub const MAX_ROWS: usize = 6;
/// The most columns of a tile.
pub const MAX_COLUMNS: usize = 32;

/// Registers that a gang takes.
const fn registers<S: Simd, T: Element>() -> usize {
    size_of::<T::Gang<S>>().div_ceil(S::REGISTER)
}

/// Rows of a tile: as many sums as leave room for a gang of the right factor in 16 registers.
pub const fn rows<S: Simd, T: Element>() -> usize {
    if registers::<S, T>() <= 2 { MAX_ROWS } else { 2 }
}

/// Gangs of columns of a tile: with 6 rows, 12 sums hide the latency of a multiply-add.
pub const fn gangs<S: Simd, T: Element>() -> usize {
    if registers::<S, T>() == 1 { 2 } else { 1 }
}

/// The shape of a tile of `T` on a tier.
#[derive(Clone, Copy)]
pub struct Shape<T> {
    /// Its rows.
    pub rows: usize,
    /// Its columns.
    pub columns: usize,
    element: PhantomData<T>,
}

impl<T: Element> Fact for Shape<T> {
    const WIDEST: usize = T::WIDEST;

    #[inline(always)]
    fn of<S: Simd>() -> Self {
        const { Shape { rows: rows::<S, T>(), columns: gangs::<S, T>() * S::LANES, element: PhantomData } }
    }
}

impl<T> Shape<T> {
    /// Rows of the next tile where `left` are left: 1, 2, 3, 4 or 6. The last two tiles share what is left evenly.
    #[inline(always)]
    pub const fn next_rows(self, left: usize) -> usize {
        if self.rows < MAX_ROWS {
            return if left < 2 { left } else { 2 };
        }
        match left {
            0..=4 => left,
            5 => 3,
            7 | 8 => 4,
            _ => 6,
        }
    }
}

/// One tile: what it reads, and where its sums go.
///
/// Safety: invariant 1. `rows` is one of [`Shape::next_rows`], `width` 1 to the columns of the shape.
#[derive(Clone, Copy)]
pub struct Tile<'a, T> {
    pub rows: usize,
    pub width: usize,
    /// Whether the right factor is readable at whole gangs.
    pub padded: bool,
    pub left: *const T,
    pub left_row: isize,
    pub left_term: isize,
    /// Columns are neighbours.
    pub right: *const T,
    pub right_term: isize,
    pub terms: usize,
    pub meeting: &'a Meeting<T>,
    pub out: *mut T,
    /// Row to offset in the output.
    pub row_offsets: [isize; MAX_ROWS],
    /// Column to offset in the output; neighbours where `near`.
    pub columns: &'a [isize; MAX_COLUMNS],
    pub near: bool,
}

/// How sums meet the output.
///
/// Tiles are compiled once an element type, not once an update: `=` and `+=` are written a gang at a time, the others element by element,
/// by a function.
#[derive(Clone, Copy)]
pub struct Meeting<T> {
    /// A factor for the sums.
    pub scale: Option<T>,
    /// Whether the output has earlier terms of the same sums.
    pub again: bool,
    /// Whether the sums are added to what is there.
    adds: bool,
    /// Whether there is more to it than `=` and `+=`.
    special: bool,
    one_by_one: OneByOne<T>,
}

type OneByOne<T> = unsafe fn(*const T, (usize, usize), bool, *mut T, &[isize; MAX_ROWS], &[isize; MAX_COLUMNS]);

impl<T: Element> Meeting<T> {
    /// The sums of a product, times a factor, meet the output as `U` says: one of `=`, `= -`, `+=` and `-=`.
    #[inline(always)]
    pub fn new<U: Update<T>>(scale: Option<T>) -> Self {
        Meeting { scale, again: false, adds: U::READS, special: U::NEGATES, one_by_one: scatter::<T, U> }
    }
}

/// A tile to compute. An address: what was just written field by field would be copied in larger pieces, which has to wait for the caches.
///
/// Safety: that of the tile, which is there.
#[derive(Clone, Copy)]
pub struct At<'a, T>(pub *const Tile<'a, T>);

/// [`At`], on a tier.
pub type Kernel<'a, T> = unsafe fn(At<'a, T>);

impl<T: Element> Job for At<'_, T> {
    type Output = ();
    const WIDEST: usize = T::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        // SAFETY: the caller's promise.
        let tile = unsafe { &*self.0 };
        macro_rules! by_rows {
            ($($R:literal)*) => {
                match tile.rows {
                    // SAFETY: the caller's promise.
                    $($R if const { $R <= rows::<S, T>() } => unsafe { by_width::<S, T, $R>(s, tile) },)*
                    _ => {}
                }
            };
        }
        by_rows! { 6 4 3 2 1 }
    }
}

/// # Safety
///
/// That of the tile, with `R` rows.
#[inline(always)]
unsafe fn by_width<S: Simd, T: Element, const R: usize>(s: S, tile: &Tile<'_, T>) {
    let (width, padded) = (tile.width, tile.padded);
    // SAFETY: the caller's promise: only the last gang is partial.
    unsafe {
        if const { gangs::<S, T>() == 2 } && width > S::LANES {
            if padded || width == 2 * S::LANES {
                put::<S, T, R, 2>(s, sums::<S, T, R, 2, true>(s, tile.places(), width), tile);
            } else {
                put::<S, T, R, 2>(s, sums::<S, T, R, 2, false>(s, tile.places(), width), tile);
            }
        } else if padded || width == S::LANES {
            put::<S, T, R, 1>(s, sums::<S, T, R, 1, true>(s, tile.places(), width), tile);
        } else {
            put::<S, T, R, 1>(s, sums::<S, T, R, 1, false>(s, tile.places(), width), tile);
        }
    }
}

pub type Sums<T, S, const R: usize, const G: usize> = [[<T as Element>::Gang<S>; G]; R];

/// Where the factors of a tile are.
#[derive(Clone, Copy)]
pub struct Places<T> {
    pub left: *const T,
    pub left_row: isize,
    pub left_term: isize,
    /// Columns are neighbours.
    pub right: *const T,
    pub right_term: isize,
    pub terms: usize,
}

impl<T> Tile<'_, T> {
    #[inline(always)]
    fn places(&self) -> Places<T> {
        let &Tile { left, left_row, left_term, right, right_term, terms, .. } = self;
        Places { left, left_row, left_term, right, right_term, terms }
    }
}

/// The sums of a tile, of so many columns where its last gang is not whole.
///
/// # Safety
///
/// Invariant 1.
#[inline(always)]
pub unsafe fn sums<S: Simd, T: Element, const R: usize, const G: usize, const WHOLE: bool>(
    s: S,
    tile: Places<T>,
    width: usize,
) -> Sums<T, S, R, G> {
    let mut sums = [[T::Gang::<S>::splat(s, T::zero()); G]; R];
    let (mut left, mut right) = (tile.left, tile.right);
    let mut term = 0;
    while term < tile.terms {
        // SAFETY: the term is below their number (1).
        unsafe {
            let mut columns = [T::Gang::<S>::splat(s, T::zero()); G];
            let mut g = 0;
            while g < G {
                let at = right.add(g * S::LANES);
                columns[g] = if WHOLE || g + 1 < G {
                    T::Gang::<S>::load(s, at)
                } else {
                    T::Gang::<S>::load_first(s, at, width - g * S::LANES)
                };
                g += 1;
            }
            let mut r = 0;
            while r < R {
                let factor = T::Gang::<S>::splat(s, left.offset(r as isize * tile.left_row).read());
                let mut g = 0;
                while g < G {
                    sums[r][g] = T::times_plus_gang(s, factor, columns[g], sums[r][g]);
                    g += 1;
                }
                r += 1;
            }
        }
        // The addresses after the last term are not read.
        left = left.wrapping_offset(tile.left_term);
        right = right.wrapping_offset(tile.right_term);
        term += 1;
    }
    sums
}

/// The sums to the output.
///
/// # Safety
///
/// Invariant 1; the output is readable where the update reads, or `again`.
#[inline(always)]
unsafe fn put<S: Simd, T: Element, const R: usize, const G: usize>(
    s: S,
    mut sums: Sums<T, S, R, G>,
    tile: &Tile<'_, T>,
) {
    let meeting = tile.meeting;
    if let Some(scale) = meeting.scale {
        let scale = T::Gang::<S>::splat(s, scale);
        let mut r = 0;
        while r < R {
            let mut g = 0;
            while g < G {
                sums[r][g] = T::times_gang(s, scale, sums[r][g]);
                g += 1;
            }
            r += 1;
        }
    }
    // SAFETY: the caller's promise.
    unsafe {
        if tile.near && !meeting.special {
            put_near::<S, T, R, G>(s, sums, meeting.adds || meeting.again, tile);
        } else {
            let mut room = MaybeUninit::<[[T; MAX_COLUMNS]; R]>::uninit();
            let to = room.as_mut_ptr().cast::<T>();
            let mut r = 0;
            while r < R {
                let mut g = 0;
                while g < G {
                    sums[r][g].store(to.add(r * MAX_COLUMNS + g * S::LANES));
                    g += 1;
                }
                r += 1;
            }
            (meeting.one_by_one)(to, (R, tile.width), meeting.again, tile.out, &tile.row_offsets, tile.columns);
        }
    }
}

/// # Safety
///
/// As for [`put`], where columns are neighbours.
#[inline(always)]
unsafe fn put_near<S: Simd, T: Element, const R: usize, const G: usize>(
    s: S,
    sums: Sums<T, S, R, G>,
    adds: bool,
    tile: &Tile<'_, T>,
) {
    let last = tile.width - (G - 1) * S::LANES;
    let mut r = 0;
    while r < R {
        // SAFETY: columns of this row below `width`; there is one at least in each gang.
        unsafe {
            let out = tile.out.offset(tile.row_offsets[r]);
            if last == S::LANES {
                put_whole::<S, T, G>(s, sums[r], adds, out);
            } else {
                if const { G == 2 } {
                    put_whole::<S, T, 1>(s, [sums[r][0]], adds, out);
                }
                let (mut value, out) = (sums[r][G - 1], out.add((G - 1) * S::LANES));
                if adds {
                    value = T::plus_gang(s, T::Gang::<S>::load_first(s, out, last), value);
                }
                value.store_first(out, last);
            }
        }
        r += 1;
    }
}

/// Whole gangs of a row of sums to the output, whose columns are neighbours.
///
/// # Safety
///
/// As for [`put`].
#[inline(always)]
pub unsafe fn put_whole<S: Simd, T: Element, const G: usize>(s: S, sums: [T::Gang<S>; G], adds: bool, out: *mut T) {
    let mut g = 0;
    while g < G {
        // SAFETY: the caller's promise.
        unsafe {
            let out = out.add(g * S::LANES);
            if adds { T::plus_gang(s, T::Gang::<S>::load(s, out), sums[g]) } else { sums[g] }.store(out);
        }
        g += 1;
    }
}

/// A tile in memory, of rows of `MAX_COLUMNS`, to the output.
///
/// # Safety
///
/// The tile is initialised below these rows and columns, and the output as for [`put`].
unsafe fn scatter<T: Element, U: Update<T>>(
    tile: *const T,
    (rows, width): (usize, usize),
    again: bool,
    out: *mut T,
    row_offsets: &[isize; MAX_ROWS],
    column_offsets: &[isize; MAX_COLUMNS],
) {
    for (r, row) in row_offsets[..rows].iter().enumerate() {
        for (c, column) in column_offsets[..width].iter().enumerate() {
            // SAFETY: the caller's promise.
            unsafe { meet::<T, U>(out.wrapping_offset(row + column), tile.add(r * MAX_COLUMNS + c).read(), again) }
        }
    }
}

/// One value to the output.
///
/// # Safety
///
/// The output is writable, and readable where the update reads, or `again`.
#[inline(always)]
pub unsafe fn meet<T: Element, U: Update<T>>(out: *mut T, new: T, again: bool) {
    // SAFETY: the caller's promise.
    unsafe {
        out.write(if U::READS {
            U::apply(out.read(), new)
        } else if again {
            out.read().plus(U::apply(new, new))
        } else {
            U::apply(new, new)
        });
    }
}
