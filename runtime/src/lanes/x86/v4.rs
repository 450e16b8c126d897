//! The tier `v4`: AVX-512 F, BW, DQ and VL.

/// The tier `v4` with gangs of `N` lanes.
///
/// 1. A value exists only where the CPU has the tier.
#[derive(Clone, Copy, Debug)]
pub struct V4<const N: usize = 8>(());

impl V4 {
    /// Whether this CPU has the tier.
    pub fn is_supported() -> bool {
        std::arch::is_x86_feature_detected!("avx512f")
            && std::arch::is_x86_feature_detected!("avx512bw")
            && std::arch::is_x86_feature_detected!("avx512dq")
            && std::arch::is_x86_feature_detected!("avx512vl")
    }
}

impl<const N: usize> V4<N> {
    /// The token.
    ///
    /// # Safety
    ///
    /// The CPU has the tier (1).
    #[inline(always)]
    pub unsafe fn new() -> Self {
        V4(())
    }
}
