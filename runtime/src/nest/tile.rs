//! A piece of the output on the stack, which no operand can overlap.

use core::mem::MaybeUninit;

/// Bytes of a tile: a quarter of the smallest first-level cache in use.
const BYTES: usize = 8192;

/// Room for [`fit`] elements of any size that fits, uninitialised.
#[repr(align(64))]
pub(super) struct Tile(MaybeUninit<[u8; BYTES]>);

/// How many elements of so many bytes a tile has room for.
pub(super) const fn fit(size: usize) -> usize {
    match size {
        0 => BYTES,
        size => BYTES / size,
    }
}

impl Tile {
    #[inline(always)]
    pub fn new() -> Self {
        Tile(MaybeUninit::uninit())
    }

    #[inline(always)]
    pub fn at(&mut self) -> *mut u8 {
        self.0.as_mut_ptr().cast()
    }
}

/// A cache line.
#[derive(Clone, Copy)]
#[repr(align(64))]
pub(super) struct Line(#[allow(dead_code)] [u8; 64]);

impl Line {
    pub const ZERO: Line = Line([0; 64]);
}

/// Room for some bytes, few most of the time, and then not allocated.
pub(super) struct Value {
    few: MaybeUninit<Line>,
    many: Vec<Line>,
}

impl Value {
    #[inline(always)]
    pub fn new(bytes: usize) -> Self {
        let lines = if bytes > size_of::<Line>() { bytes.div_ceil(size_of::<Line>()) } else { 0 };
        Value { few: MaybeUninit::uninit(), many: vec![Line::ZERO; lines] }
    }

    #[inline(always)]
    pub fn at(&mut self) -> *mut u8 {
        if self.many.is_empty() { self.few.as_mut_ptr().cast() } else { self.many.as_mut_ptr().cast() }
    }
}
