//! The instruction sets that the innermost loops are compiled for.
//!
//! A wider one changes the width of vectors only: operations and their order are the same, and so is every bit of the result.

/// An instruction set.
///
/// 1. [`Tier::V3`] exists only where the CPU has AVX2.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tier {
    /// What the build's flags allow.
    Portable,
    /// AVX2, on x86-64.
    #[cfg(target_arch = "x86_64")]
    V3,
}

impl Tier {
    /// The best that this CPU has.
    #[inline(always)]
    pub fn detected() -> Self {
        #[cfg(target_arch = "x86_64")]
        if std::arch::is_x86_feature_detected!("avx2") {
            return Tier::V3;
        }
        Tier::Portable
    }
}

/// Work that is compiled once for each tier: `run` and all that it calls are inlined into one function a tier.
pub(super) trait Job {
    type Output;

    /// Does the work; an implementation is `#[inline(always)]`.
    ///
    /// # Safety
    ///
    /// What the job says.
    unsafe fn run(self) -> Self::Output;
}

impl Tier {
    /// Runs a job with the instructions of this tier.
    ///
    /// # Safety
    ///
    /// What the job says.
    #[inline(always)]
    pub unsafe fn run<J: Job>(self, job: J) -> J::Output {
        match self {
            // SAFETY: the caller's promise.
            Tier::Portable => unsafe { portable(job) },
            #[cfg(target_arch = "x86_64")]
            // SAFETY: the CPU has AVX2 (1); the rest is the caller's promise.
            Tier::V3 => unsafe { v3(job) },
        }
    }
}

#[inline(never)]
unsafe fn portable<J: Job>(job: J) -> J::Output {
    // SAFETY: the caller's promise.
    unsafe { job.run() }
}

#[cfg(target_arch = "x86_64")]
#[inline(never)]
#[target_feature(enable = "avx2")]
unsafe fn v3<J: Job>(job: J) -> J::Output {
    // SAFETY: the caller's promise.
    unsafe { job.run() }
}
