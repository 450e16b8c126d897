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

/// Results larger than this are written past the caches.
const PAST_CACHES: usize = 16 << 20;

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

type Out<'a> = &'a mut [MaybeUninit<f64>];

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

/// An existing result as room for a new one.
pub fn room(out: &mut [f64]) -> &mut [MaybeUninit<f64>] {
    // SAFETY: the same elements; the kernels write nothing but numbers.
    unsafe { &mut *(std::ptr::from_mut(out) as *mut [MaybeUninit<f64>]) }
}
