//! The tier `v3`: AVX2 with FMA, BMI1 and BMI2.

/// The tier `v3` with gangs of `N` lanes.
///
/// 1. A value exists only where the CPU has the tier.
#[derive(Clone, Copy, Debug)]
pub struct V3<const N: usize = 8>(());

impl V3 {
    /// Whether this CPU has the tier.
    pub fn is_supported() -> bool {
        std::arch::is_x86_feature_detected!("avx2")
            && std::arch::is_x86_feature_detected!("fma")
            && std::arch::is_x86_feature_detected!("bmi1")
            && std::arch::is_x86_feature_detected!("bmi2")
    }
}

impl<const N: usize> V3<N> {
    /// The token.
    ///
    /// # Safety
    ///
    /// The CPU has the tier (1).
    #[inline(always)]
    pub unsafe fn new() -> Self {
        V3(())
    }
}
