//! Masks: lanes of ones or zeros, as wide as the gang's widest type; other widths by extending signs and packing.

use core::arch::x86_64::*;

use super::V3;
use super::integer::{I8x8, I8x16, I16x8, I16x16, I32x8, I64x4};
use super::sequences::sequences;
use crate::lanes::mask::{MaskGang, Truths};
use crate::lanes::vector::{MaskFrom, bits};

type M256 = __m256i;
type M128 = __m128i;

sequences! {
    /// The halves, as lanes of 64 bits.
    widen_32(x: M256) -> [M256; 2] {
        [_mm256_cvtepi32_epi64(_mm256_castsi256_si128(x)), _mm256_cvtepi32_epi64(_mm256_extracti128_si256::<1>(x))]
    }

    /// The halves, as lanes of 64 bits.
    widen_16(x: M128) -> [M256; 2] {
        [_mm256_cvtepi16_epi64(x), _mm256_cvtepi16_epi64(_mm_unpackhi_epi64(x, x))]
    }

    /// The halves of the lower half, as lanes of 64 bits.
    widen_8(x: M128) -> [M256; 2] {
        [_mm256_cvtepi8_epi64(x), _mm256_cvtepi8_epi64(_mm_srli_epi64::<32>(x))]
    }

    /// The halves, as lanes of 32 bits.
    widen_16_to_32(x: M256) -> [M256; 2] {
        [_mm256_cvtepi16_epi32(_mm256_castsi256_si128(x)), _mm256_cvtepi16_epi32(_mm256_extracti128_si256::<1>(x))]
    }

    /// The halves, as lanes of 32 bits.
    widen_8_to_32(x: M128) -> [M256; 2] {
        [_mm256_cvtepi8_epi32(x), _mm256_cvtepi8_epi32(_mm_unpackhi_epi64(x, x))]
    }

    /// Lanes of 64 bits as lanes of 32.
    narrow_64(low: M256, high: M256) -> M256 {
        let even = _mm256_shuffle_ps::<0b10_00_10_00>(_mm256_castsi256_ps(low), _mm256_castsi256_ps(high));
        _mm256_permute4x64_epi64::<0b11_01_10_00>(_mm256_castps_si256(even))
    }

    /// Lanes of 32 bits as lanes of 16.
    narrow_32(low: M256, high: M256) -> M256 {
        _mm256_permute4x64_epi64::<0b11_01_10_00>(_mm256_packs_epi32(low, high))
    }

    /// Lanes of 32 bits as lanes of 16.
    narrow_32_half(x: M256) -> M128 {
        _mm_packs_epi32(_mm256_castsi256_si128(x), _mm256_extracti128_si256::<1>(x))
    }

    /// Lanes of 16 bits as lanes of 8.
    narrow_16(x: M256) -> M128 {
        _mm_packs_epi16(_mm256_castsi256_si128(x), _mm256_extracti128_si256::<1>(x))
    }

    /// The signs of four lanes.
    signs_64(x: M256) -> u16 {
        _mm256_movemask_pd(_mm256_castsi256_pd(x)) as u16
    }

    /// The signs of eight lanes.
    signs_32(x: M256) -> u16 {
        _mm256_movemask_ps(_mm256_castsi256_ps(x)) as u16
    }

    /// Where a bit of `bits` is set: one bit a lane.
    set_64(bits: u16, lanes: M256) -> M256 {
        _mm256_cmpeq_epi64(_mm256_and_si256(_mm256_set1_epi64x(i64::from(bits)), lanes), lanes)
    }

    /// Where a bit of `bits` is set: one bit a lane.
    set_32(bits: u16, lanes: M256) -> M256 {
        _mm256_cmpeq_epi32(_mm256_and_si256(_mm256_set1_epi32(i32::from(bits)), lanes), lanes)
    }
}

/// A line as a function of raw vectors.
macro_rules! truths {
    ($($R:ident: $N:literal lanes {
        to_bits($a:ident, $b:ident) $to_bits:expr;
        from_bits($bits:ident) $from_bits:expr;
        from_bytes($from:ident) $from_bytes:expr;
        to_bytes($c:ident, $d:ident, $to:ident) $to_bytes:expr;
    })*) => { $(
        impl Truths for [$R; 2] {
            const N: usize = $N;

            #[inline(always)]
            fn and(self, rhs: Self) -> Self {
                // SAFETY: the CPU has the tier (invariant 1 of `register`).
                unsafe { [$R(_mm256_and_si256(self[0].0, rhs[0].0)), $R(_mm256_and_si256(self[1].0, rhs[1].0))] }
            }
            #[inline(always)]
            fn or(self, rhs: Self) -> Self {
                // SAFETY: as above.
                unsafe { [$R(_mm256_or_si256(self[0].0, rhs[0].0)), $R(_mm256_or_si256(self[1].0, rhs[1].0))] }
            }
            #[inline(always)]
            fn xor(self, rhs: Self) -> Self {
                // SAFETY: as above.
                unsafe { [$R(_mm256_xor_si256(self[0].0, rhs[0].0)), $R(_mm256_xor_si256(self[1].0, rhs[1].0))] }
            }
            #[inline(always)]
            fn not(self) -> Self {
                // SAFETY: as above.
                self.xor(unsafe { [$R(_mm256_set1_epi64x(-1)); 2] })
            }
            #[inline(always)]
            fn any(self) -> bool {
                // SAFETY: as above.
                unsafe { _mm256_movemask_ps(_mm256_castsi256_ps(_mm256_or_si256(self[0].0, self[1].0))) != 0 }
            }
            #[inline(always)]
            fn all(self) -> bool {
                // SAFETY: as above.
                unsafe { _mm256_movemask_ps(_mm256_castsi256_ps(_mm256_and_si256(self[0].0, self[1].0))) == 0xff }
            }
            #[inline(always)]
            fn to_bits(self) -> u16 {
                let ($a, $b) = (self[0].0, self[1].0);
                // SAFETY: as above.
                unsafe { $to_bits }
            }
            #[inline(always)]
            fn from_bits($bits: u16) -> Self {
                // SAFETY: as above.
                bits(unsafe { $from_bits })
            }
            #[inline(always)]
            unsafe fn from_bytes($from: *const u8) -> Self {
                // SAFETY: as above; the bytes are the caller's promise.
                bits(unsafe { $from_bytes })
            }
            #[inline(always)]
            unsafe fn to_bytes(self, $to: *mut u8) {
                let ($c, $d) = (self[0].0, self[1].0);
                // SAFETY: as above; the bytes are the caller's promise.
                unsafe { $to_bytes }
            }
        }
    )* };
}

truths! {
    I64x4: 8 lanes {
        to_bits(a, b) signs_64(a) | signs_64(b) << 4;
        from_bits(bits) [
            set_64(bits, _mm256_setr_epi64x(1, 2, 4, 8)),
            set_64(bits, _mm256_setr_epi64x(16, 32, 64, 128)),
        ];
        // A byte of 1 is the lowest bit: as a sign it extends over the lane.
        from_bytes(ptr) widen_8(_mm_cmpgt_epi8(_mm_loadl_epi64(ptr.cast()), _mm_setzero_si128()));
        to_bytes(a, b, ptr) {
            let narrow = narrow_32_half(narrow_64(a, b));
            let narrow = _mm_packs_epi16(narrow, narrow);
            _mm_storel_epi64(ptr.cast(), _mm_and_si128(narrow, _mm_set1_epi8(1)))
        };
    }
    I32x8: 16 lanes {
        to_bits(a, b) signs_32(a) | signs_32(b) << 8;
        from_bits(bits) [
            set_32(bits, _mm256_setr_epi32(1, 2, 4, 8, 16, 32, 64, 128)),
            set_32(bits, _mm256_slli_epi32::<8>(_mm256_setr_epi32(1, 2, 4, 8, 16, 32, 64, 128))),
        ];
        from_bytes(ptr) widen_8_to_32(_mm_cmpgt_epi8(_mm_loadu_si128(ptr.cast()), _mm_setzero_si128()));
        to_bytes(a, b, ptr) {
            _mm_storeu_si128(ptr.cast(), _mm_and_si128(narrow_16(narrow_32(a, b)), _mm_set1_epi8(1)))
        };
    }
}

/// Masks of registers, to and from the gang's.
macro_rules! masks {
    ($($N:literal $M:ident: $R:ident($Raw:ident) $K:literal {
        widen($x:ident) $widen:expr;
        narrow($a:ident, $b:ident) $narrow:expr;
    })*) => { $(
        // Where the widths agree nothing is called.
        #[allow(unused_unsafe)]
        impl MaskFrom<[$R; $K]> for V3<$N> {
            #[inline(always)]
            fn widen($x: [$R; $K]) -> MaskGang<[$M; 2]> {
                let $x: [$Raw; $K] = bits($x);
                // SAFETY: the CPU has the tier (invariant 1 of `register`).
                MaskGang(bits::<[__m256i; 2], _>(unsafe { $widen }))
            }
            #[inline(always)]
            fn narrow(mask: MaskGang<[$M; 2]>) -> [$R; $K] {
                let [$a, $b]: [__m256i; 2] = bits(mask.0);
                // SAFETY: the CPU has the tier (invariant 1 of `register`).
                bits::<[$Raw; $K], _>(unsafe { $narrow })
            }
        }
    )* };
}

masks! {
    8 I64x4: I64x4(M256) 2 {
        widen(x) x;
        narrow(a, b) [a, b];
    }
    8 I64x4: I32x8(M256) 1 {
        widen(x) widen_32(x[0]);
        narrow(a, b) [narrow_64(a, b)];
    }
    8 I64x4: I16x8(M128) 1 {
        widen(x) widen_16(x[0]);
        narrow(a, b) [narrow_32_half(narrow_64(a, b))];
    }
    8 I64x4: I8x8(M128) 1 {
        widen(x) widen_8(x[0]);
        narrow(a, b) {
            let narrow = narrow_32_half(narrow_64(a, b));
            [_mm_packs_epi16(narrow, narrow)]
        };
    }
    16 I32x8: I64x4(M256) 4 {
        widen(x) [narrow_64(x[0], x[1]), narrow_64(x[2], x[3])];
        narrow(a, b) {
            let ([a, b], [c, d]) = (widen_32(a), widen_32(b));
            [a, b, c, d]
        };
    }
    16 I32x8: I32x8(M256) 2 {
        widen(x) x;
        narrow(a, b) [a, b];
    }
    16 I32x8: I16x16(M256) 1 {
        widen(x) widen_16_to_32(x[0]);
        narrow(a, b) [narrow_32(a, b)];
    }
    16 I32x8: I8x16(M128) 1 {
        widen(x) widen_8_to_32(x[0]);
        narrow(a, b) [narrow_16(narrow_32(a, b))];
    }
}
