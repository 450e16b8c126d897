//! Lanes: gangs of numbers on three tiers, and vector math.
//!
//! A kernel runs a *gang* of 8 or 16 lanes at a time. What a gang can do is said once, in [`simd`]; how, once, in [`vector`], out of
//! registers; and each tier says what its registers do, a line an operation:
//!
//! | tier | registers | chosen |
//! |---|---|---|
//! | portable | `wide`'s vectors, as wide as the build's flags allow | where there is no other |
//! | `v3` | AVX2 and FMA | at run time, on x86-64 |
//! | `v4` | AVX-512 (F, BW, DQ, VL) | at run time, on x86-64 |
//!
//! Elements without vectors (`i128`, types of the user's own) run as arrays of lanes.
//!
//! [`dispatch`] chooses: one trampoline a tier with `#[target_feature]`, into which a whole driver, generic in `S: Simd`, is inlined.
//! Everything on the way to an instruction is `#[inline(always)]`.

mod array;
mod cast;
mod complex;
mod convert;
mod dispatch;
mod mask;
pub(crate) mod math;
mod portable;
mod register;
mod simd;
#[cfg(test)]
mod tests;
mod vector;
mod word;
#[cfg(target_arch = "x86_64")]
mod x86;

pub use array::{LaneArray, map, map2};
pub use complex::ComplexGang;
pub use convert::Source;
pub(crate) use dispatch::run_inline;
pub use dispatch::{Fact, Job, Tier};
pub use simd::{Floats, Integers, Lanes, Mask, Numbers, Simd};
pub use word::WordGang;

/// Copies cache lines past the caches: for what is not read soon. A [`stream_fence`] follows.
///
/// # Safety
///
/// `lines * 64` bytes are readable and writable, apart from each other, and `to` is a multiple of 64.
#[inline(always)]
pub unsafe fn stream_lines(from: *const u8, to: *mut u8, lines: usize) {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: the caller's promise; every x86-64 CPU has the instructions. Bytes that are not initialised stay so.
    unsafe {
        use core::arch::x86_64::{__m128i, _mm_loadu_si128, _mm_stream_si128};
        for part in 0..4 * lines {
            _mm_stream_si128(to.cast::<__m128i>().add(part), _mm_loadu_si128(from.cast::<__m128i>().add(part)));
        }
    }
    #[cfg(not(target_arch = "x86_64"))]
    // SAFETY: the caller's promise.
    unsafe {
        core::ptr::copy_nonoverlapping(from, to, 64 * lines);
    }
}

/// Elements that are chosen from more bytes than this are asked for before they are read: most of them are in no cache.
pub const FAR: usize = 8 << 20;
/// How many elements ahead: as many as a CPU waits for together, and some.
pub const AHEAD: usize = 32;

/// Asks for the cache line at an address that is read soon; any address will do.
#[inline(always)]
pub fn prefetch(at: *const u8) {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: every x86-64 CPU has the instruction, which neither reads nor faults.
    unsafe {
        use core::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        _mm_prefetch::<_MM_HINT_T0>(at.cast());
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = at;
}

/// Orders what [`stream_lines`] wrote before what is written later.
#[inline(always)]
pub fn stream_fence() {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: every x86-64 CPU has the instruction.
    unsafe {
        core::arch::x86_64::_mm_sfence();
    }
}
