//! The choice of a tier: one cached level, one trampoline a tier.

use core::fmt;
use core::sync::atomic::{AtomicU8, Ordering};

use super::portable::Portable;
use super::simd::Simd;
#[cfg(target_arch = "x86_64")]
use super::x86::{V3, V4};

/// An instruction-set level that kernels are compiled for.
///
/// A kernel asks once a call which tier to run on: the best that the CPU has, or the one that the environment
/// variable `NDWEAVE_TIER` names (`portable`, `v3` or `v4`; it is read at the first call). Naming one that the CPU lacks, or none
/// of these, is an error: the first kernel panics.
///
/// Each kernel is compiled for every tier. A build with `RUSTFLAGS="--cfg ndweave_without_v4"` leaves the last one out, and takes less time.
///
/// ```
/// use ndweave_runtime::Tier;
/// println!("kernels run on {}", Tier::current());
/// assert!(Tier::supported().any(|tier| tier == Tier::current()));
/// assert_eq!(Tier::supported().next(), Some(Tier::Portable));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[non_exhaustive]
pub enum Tier {
    /// What the build's target features allow, on any CPU.
    Portable,
    /// AVX2 with FMA, BMI1 and BMI2 (x86-64-v3).
    V3,
    /// AVX-512 F, BW, DQ and VL beside those (x86-64-v4).
    V4,
}

impl Tier {
    const ALL: [Tier; 3] = [Tier::Portable, Tier::V3, Tier::V4];

    /// The tier that kernels run on.
    ///
    /// # Panics
    ///
    /// Panics if `NDWEAVE_TIER` names no tier, or one that this CPU lacks.
    #[inline]
    pub fn current() -> Self {
        /// One more than the tier's place in `ALL`; 0 before the first call.
        static CURRENT: AtomicU8 = AtomicU8::new(0);
        match CURRENT.load(Ordering::Relaxed) {
            1 => Tier::Portable,
            2 => Tier::V3,
            3 => Tier::V4,
            _ => {
                let tier = choose();
                CURRENT.store(tier as u8 + 1, Ordering::Relaxed);
                tier
            }
        }
    }

    /// The tiers that this CPU has, the best one last.
    pub fn supported() -> impl Iterator<Item = Tier> {
        Tier::ALL.into_iter().filter(|tier| tier.is_supported())
    }

    /// Its name, as `NDWEAVE_TIER` takes it.
    pub const fn name(self) -> &'static str {
        match self {
            Tier::Portable => "portable",
            Tier::V3 => "v3",
            Tier::V4 => "v4",
        }
    }

    /// Whether nearly every CPU runs a better one ([`Simd::FALLBACK`]).
    pub(crate) const fn is_fallback(self) -> bool {
        matches!(self, Tier::Portable) && <Portable<8> as Simd>::FALLBACK
    }

    /// Whether this CPU has it: a constant where the build's target features say so.
    fn is_supported(self) -> bool {
        match self {
            Tier::Portable => true,
            #[cfg(target_arch = "x86_64")]
            Tier::V3 => V3::is_supported(),
            #[cfg(target_arch = "x86_64")]
            Tier::V4 => cfg!(not(ndweave_without_v4)) && V3::is_supported() && V4::is_supported(),
            #[cfg(not(target_arch = "x86_64"))]
            _ => false,
        }
    }
}

impl fmt::Display for Tier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The tier that the environment names, else the best one.
#[cold]
fn choose() -> Tier {
    let Some(name) = std::env::var_os("NDWEAVE_TIER") else {
        return Tier::supported().last().unwrap_or(Tier::Portable);
    };
    let has: Vec<&str> = Tier::supported().map(Tier::name).collect();
    let has = has.join(", ");
    match Tier::ALL.into_iter().find(|tier| name == tier.name()) {
        Some(tier) if tier.is_supported() => tier,
        Some(tier) => panic!("NDWEAVE_TIER asks for `{tier}`, which this CPU lacks; it has: {has}"),
        None => panic!("NDWEAVE_TIER is `{}`, which is no tier; this CPU has: {has}", name.display()),
    }
}

/// Work that is compiled once for each tier: `run` and all that it calls are inlined into one function a tier.
pub trait Job {
    /// What comes out.
    type Output;
    /// Bytes of the widest number that takes part: gangs have 8 lanes where they are 8 or more, else 16.
    const WIDEST: usize;

    /// Does the work; an implementation is `#[inline(always)]`.
    ///
    /// # Safety
    ///
    /// What the job says.
    unsafe fn run<S: Simd>(self, s: S) -> Self::Output;
}

impl Tier {
    /// Runs a job with the instructions of this tier.
    ///
    /// # Safety
    ///
    /// The tier comes from [`Tier::current`] or [`Tier::supported`]. Beyond that, what the job says.
    #[inline(always)]
    pub(crate) unsafe fn run<J: Job>(self, job: J) -> J::Output {
        // SAFETY: the CPU has the tier, and the rest: the caller's promise.
        unsafe {
            match self {
                #[cfg(all(target_arch = "x86_64", not(ndweave_without_v4)))]
                Tier::V4 => v4(job),
                #[cfg(target_arch = "x86_64")]
                Tier::V3 => v3(job),
                _ => portable(job),
            }
        }
    }
}

impl Tier {
    /// The function that runs such jobs with the instructions of this tier.
    ///
    /// Calling it asks for what [`Tier::run`] asks for.
    #[inline(always)]
    pub(crate) fn entry<J: Job>(self) -> unsafe fn(J) -> J::Output {
        match self {
            #[cfg(all(target_arch = "x86_64", not(ndweave_without_v4)))]
            Tier::V4 => v4::<J>,
            #[cfg(target_arch = "x86_64")]
            Tier::V3 => v3::<J>,
            _ => portable::<J>,
        }
    }
}

/// What differs from tier to tier and is known without running on it.
pub trait Fact {
    /// As for [`Job::WIDEST`].
    const WIDEST: usize;

    /// What it is on a tier; an implementation is `#[inline(always)]`.
    fn of<S: Simd>() -> Self;
}

impl Tier {
    /// What is so on this tier.
    #[inline(always)]
    pub(crate) fn fact<F: Fact>(self) -> F {
        macro_rules! of {
            ($Simd:ident) => {
                if const { F::WIDEST >= 8 } { F::of::<$Simd<8>>() } else { F::of::<$Simd<16>>() }
            };
        }
        match self {
            #[cfg(all(target_arch = "x86_64", not(ndweave_without_v4)))]
            Tier::V4 => of!(V4),
            #[cfg(target_arch = "x86_64")]
            Tier::V3 => of!(V3),
            _ => of!(Portable),
        }
    }
}

/// Runs a job here and now, on the portable tier: for a few points whose number is a constant, so that nothing of the loop is left.
///
/// # Safety
///
/// What the job says.
#[inline(always)]
pub(crate) unsafe fn run_inline<J: Job>(job: J) -> J::Output {
    // SAFETY: the caller's promise.
    unsafe { if const { J::WIDEST >= 8 } { job.run(Portable::<8>) } else { job.run(Portable::<16>) } }
}

#[inline(never)]
unsafe fn portable<J: Job>(job: J) -> J::Output {
    // SAFETY: the caller's promise.
    unsafe { if const { J::WIDEST >= 8 } { job.run(Portable::<8>) } else { job.run(Portable::<16>) } }
}

macro_rules! trampolines {
    ($($Tier:ident $run:ident $features:literal;)*) => { $(
        #[cfg(target_arch = "x86_64")]
        #[inline(never)]
        #[target_feature(enable = $features)]
        #[cfg_attr(ndweave_without_v4, allow(dead_code, reason = "the one of v4"))]
        unsafe fn $run<J: Job>(job: J) -> J::Output {
            // SAFETY: the CPU has the tier, and the rest: the caller's promise.
            unsafe { if const { J::WIDEST >= 8 } { job.run($Tier::<8>::new()) } else { job.run($Tier::<16>::new()) } }
        }
    )* };
}

trampolines! {
    V3 v3 "avx2,fma,bmi1,bmi2";
    V4 v4 "avx512f,avx512bw,avx512dq,avx512vl,avx2,fma,bmi1,bmi2";
}
