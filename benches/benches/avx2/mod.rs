//! The kernels as somebody would write them by hand with `core::arch`, for AVX2: one loop a kernel, made for the layout at hand.
//!
//! Products and sums are rounded one by one in elementwise kernels, as Rust's are, so that results have the same bits; sums may
//! use FMA. Arrays have at least 16 elements, and rows at least 8.

use std::mem::MaybeUninit;

mod distances;
mod elementwise;
mod grids;
mod softmax;
mod sums;

/// Says that the CPU has AVX2 and FMA, so that the kernels are safe to call.
#[derive(Clone, Copy)]
pub struct Avx2(());

impl Avx2 {
    /// The token, if the CPU has the instructions.
    pub fn new() -> Option<Self> {
        (std::arch::is_x86_feature_detected!("avx2") && std::arch::is_x86_feature_detected!("fma")).then_some(Avx2(()))
    }
}

macro_rules! kernels {
    ($($room:ident: $name:ident ($($argument:ident: $Type:ty),*) $(-> $Result:ty)?;)*) => {
        impl Avx2 { $(
            pub fn $name(self, $($argument: $Type),*) $(-> $Result)? {
                // SAFETY: a token exists only where the CPU has the instructions.
                unsafe { $room::$name($($argument),*) }
            }
        )* }
    };
}

/// Where a result goes.
pub struct Out<'a> {
    elements: &'a mut [MaybeUninit<f64>],
    past_caches: bool,
}

/// Results larger than this leave the caches anyway: they are written past them.
const LARGE: usize = 16 << 20;
/// Vectors larger than this are always new pages, which the system has just cleared: part of them is still in the caches.
const NEW_PAGES: usize = 32 << 20;

/// Into existing memory.
pub fn existing(out: &mut [f64]) -> Out<'_> {
    let past_caches = size_of_val(out) > LARGE;
    // SAFETY: the same elements; the kernels write nothing but numbers.
    Out { elements: unsafe { &mut *(std::ptr::from_mut(out) as *mut [MaybeUninit<f64>]) }, past_caches }
}

/// Into the room of a new vector.
pub fn new(elements: &mut [MaybeUninit<f64>]) -> Out<'_> {
    let past_caches = (LARGE + 1..=NEW_PAGES).contains(&size_of_val(elements));
    Out { elements, past_caches }
}

kernels! {
    elementwise: mul_add(a: &[f64], b: &[f64], c: &[f64], out: Out<'_>);
    elementwise: cubic(x: &[f64], c: [f64; 4], out: Out<'_>);
    elementwise: clip(x: &[f64], bounds: [f64; 2], out: Out<'_>);
    elementwise: leaky(x: &[f64], scale: [f64; 1], out: Out<'_>);
    elementwise: cubic_kernel(x: &[f64], none: [f64; 0], out: Out<'_>);
    grids: add_row(x: &[f64], row: &[f64], out: Out<'_>);
    grids: add_column(x: &[f64], column: &[f64], out: Out<'_>);
    grids: add_transposed(a: &[f64], b: &[f64], n: usize, out: Out<'_>);
    grids: add_ten(x: &[f64], out: Out<'_>);
    softmax: softmax(x: &[f64], columns: usize, out: Out<'_>);
    distances: distances_3(p: &[f64], q: &[f64], out: Out<'_>);
    distances: distances_64(p: &[f64], q: &[f64], out: Out<'_>);
    sums: sum_rows(x: &[f64], columns: usize, out: Out<'_>);
    sums: sum_columns(x: &[f64], columns: usize, out: Out<'_>);
    sums: count_inside(x: &[f64], y: &[f64]) -> usize;
}
