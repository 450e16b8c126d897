//! What the memory allows: large blocks on huge pages, and a copy past the caches.

use std::mem::MaybeUninit;

/// Copies larger than this go past the caches.
const PAST_CACHES: usize = 4 << 20;
/// New blocks of this size and more ask for huge pages.
const HUGE: usize = 4 << 20;

/// `to = from`.
pub fn copy(from: &[f64], to: &mut [f64]) {
    assert_eq!(from.len(), to.len());
    #[cfg(target_arch = "x86_64")]
    if size_of_val(to) > PAST_CACHES && std::arch::is_x86_feature_detected!("avx") {
        // SAFETY: the CPU has the instructions.
        return unsafe { copy_past_caches(from, to) };
    }
    to.copy_from_slice(from);
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx")]
fn copy_past_caches(from: &[f64], to: &mut [f64]) {
    use std::arch::x86_64::*;
    let head = to.as_ptr().align_offset(64).min(to.len());
    let (from_head, from) = from.split_at(head);
    let (to_head, to) = to.split_at_mut(head);
    to_head.copy_from_slice(from_head);
    let (from, from_tail) = from.as_chunks::<16>();
    let (to, to_tail) = to.as_chunks_mut::<16>();
    for (from, to) in from.iter().zip(to) {
        for k in [0, 4, 8, 12] {
            // SAFETY: four elements inside the chunk of sixteen; the chunks of `to` are aligned to 64 bytes.
            unsafe { _mm256_stream_pd(to.as_mut_ptr().add(k), _mm256_loadu_pd(from.as_ptr().add(k))) };
        }
    }
    _mm_sfence();
    to_tail.copy_from_slice(from_tail);
}

/// A new vector of `len` elements, on huge pages if it is large and the system grants them, which `fill` has to initialise.
///
/// # Safety
///
/// `fill` initialises every element.
pub unsafe fn filled(len: usize, fill: impl FnOnce(&mut [MaybeUninit<f64>])) -> Vec<f64> {
    let mut vec = Vec::<f64>::with_capacity(len);
    #[cfg(target_os = "linux")]
    if len * 8 >= HUGE {
        let (start, bytes) = (vec.as_mut_ptr().cast::<u8>(), len * 8);
        let skip = start.align_offset(4096);
        // SAFETY: whole pages inside a block that is ours; advice does not change what they hold.
        unsafe { libc::madvise(start.add(skip).cast(), (bytes - skip) / 4096 * 4096, libc::MADV_HUGEPAGE) };
    }
    fill(&mut vec.spare_capacity_mut()[..len]);
    // SAFETY: the caller's promise.
    unsafe { vec.set_len(len) };
    vec
}
