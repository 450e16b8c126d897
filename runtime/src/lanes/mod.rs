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
pub use dispatch::{Job, Tier};
pub use simd::{Floats, Integers, Lanes, Mask, Numbers, Simd};
pub use word::WordGang;

/// Orders what [`Lanes::stream`] wrote before what is written later.
#[inline(always)]
pub fn stream_fence() {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: every x86-64 CPU has the instruction.
    unsafe {
        core::arch::x86_64::_mm_sfence();
    }
}
