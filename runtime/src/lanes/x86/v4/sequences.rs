//! What AVX-512 F, BW, DQ and VL have no instruction for, as short sequences.

use core::arch::x86_64::*;

pub(super) use crate::lanes::x86::v3::sequences::{
    amount, deinterleave_8, deinterleave_8_half, interleave_8_half, sll_8, sra_8, srl_8,
};

/// Functions that run only where the CPU has the tier, inlined as instructions are.
macro_rules! sequences {
    ($($(#[$doc:meta])* $name:ident($($x:ident: $X:ty),*) -> $Out:ty $body:block)*) => { $(
        $(#[$doc])*
        #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx2,fma")]
        #[inline]
        pub(super) fn $name($($x: $X),*) -> $Out $body
    )* };
}
pub(super) use sequences;

/// Orders of lanes: of `x` and then `y` those with the numbers in the list.
macro_rules! orders {
    ($($(#[$doc:meta])* $name:ident($Raw:ident) $permute:ident $set:ident [$($a:literal)*] [$($b:literal)*];)*) => {
        sequences! { $(
            $(#[$doc])*
            $name(x: $Raw, y: $Raw) -> ($Raw, $Raw) {
                ($permute(x, $set($($a),*), y), $permute(x, $set($($b),*), y))
            }
        )* }
    };
}

orders! {
    /// The lower halves in turns, and the upper halves.
    interleave_i64x8(__m512i) _mm512_permutex2var_epi64 _mm512_setr_epi64
        [0 8 1 9 2 10 3 11] [4 12 5 13 6 14 7 15];
    /// The even lanes, and the odd ones.
    deinterleave_i64x8(__m512i) _mm512_permutex2var_epi64 _mm512_setr_epi64
        [0 2 4 6 8 10 12 14] [1 3 5 7 9 11 13 15];
    /// The lower halves in turns, and the upper halves.
    interleave_i32x16(__m512i) _mm512_permutex2var_epi32 _mm512_setr_epi32
        [0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23] [8 24 9 25 10 26 11 27 12 28 13 29 14 30 15 31];
    /// The even lanes, and the odd ones.
    deinterleave_i32x16(__m512i) _mm512_permutex2var_epi32 _mm512_setr_epi32
        [0 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30] [1 3 5 7 9 11 13 15 17 19 21 23 25 27 29 31];
    /// The lower halves in turns, and the upper halves.
    interleave_i32x8(__m256i) _mm256_permutex2var_epi32 _mm256_setr_epi32
        [0 8 1 9 2 10 3 11] [4 12 5 13 6 14 7 15];
    /// The even lanes, and the odd ones.
    deinterleave_i32x8(__m256i) _mm256_permutex2var_epi32 _mm256_setr_epi32
        [0 2 4 6 8 10 12 14] [1 3 5 7 9 11 13 15];
    /// The lower halves in turns, and the upper halves.
    interleave_i16x16(__m256i) _mm256_permutex2var_epi16 _mm256_setr_epi16
        [0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23] [8 24 9 25 10 26 11 27 12 28 13 29 14 30 15 31];
    /// The even lanes, and the odd ones.
    deinterleave_i16x16(__m256i) _mm256_permutex2var_epi16 _mm256_setr_epi16
        [0 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30] [1 3 5 7 9 11 13 15 17 19 21 23 25 27 29 31];
    /// The even lanes, and the odd ones.
    deinterleave_i16x8(__m128i) _mm_permutex2var_epi16 _mm_setr_epi16
        [0 2 4 6 8 10 12 14] [1 3 5 7 9 11 13 15];
}

sequences! {
    /// The first `n` of eight lanes.
    first_8(n: usize) -> u8 {
        ((1_u32 << n) - 1) as u8
    }

    /// The first `n` of 16 lanes.
    first_16(n: usize) -> u16 {
        ((1_u32 << n) - 1) as u16
    }

    /// The even lanes, and the odd ones, of 16 8-bit lanes.
    deinterleave_i8x16(x: __m128i, y: __m128i) -> (__m128i, __m128i) {
        deinterleave_8(x, y)
    }

    /// Products of 16 8-bit lanes.
    mul_8(x: __m128i, y: __m128i) -> __m128i {
        _mm256_cvtepi16_epi8(_mm256_mullo_epi16(_mm256_cvtepu8_epi16(x), _mm256_cvtepu8_epi16(y)))
    }

    /// Products of eight 8-bit lanes.
    mul_8_half(x: __m128i, y: __m128i) -> __m128i {
        _mm_cvtepi16_epi8(_mm_mullo_epi16(_mm_cvtepu8_epi16(x), _mm_cvtepu8_epi16(y)))
    }

    /// Amounts of shifts modulo 8, as 16-bit lanes.
    modulo_8(n: __m128i) -> __m256i {
        _mm256_cvtepu8_epi16(_mm_and_si128(n, _mm_set1_epi8(7)))
    }

    /// Amounts of shifts modulo 8, as 16-bit lanes.
    modulo_8_half(n: __m128i) -> __m128i {
        _mm_cvtepu8_epi16(_mm_and_si128(n, _mm_set1_epi8(7)))
    }

    /// `x << n`, each lane by its own amount.
    sllv_8(x: __m128i, n: __m128i) -> __m128i {
        _mm256_cvtepi16_epi8(_mm256_sllv_epi16(_mm256_cvtepu8_epi16(x), modulo_8(n)))
    }

    /// `x >> n`, logical.
    srlv_8(x: __m128i, n: __m128i) -> __m128i {
        _mm256_cvtepi16_epi8(_mm256_srlv_epi16(_mm256_cvtepu8_epi16(x), modulo_8(n)))
    }

    /// `x >> n`, arithmetic.
    srav_8(x: __m128i, n: __m128i) -> __m128i {
        _mm256_cvtepi16_epi8(_mm256_srav_epi16(_mm256_cvtepi8_epi16(x), modulo_8(n)))
    }

    /// `x << n`, each of eight lanes by its own amount.
    sllv_8_half(x: __m128i, n: __m128i) -> __m128i {
        _mm_cvtepi16_epi8(_mm_sllv_epi16(_mm_cvtepu8_epi16(x), modulo_8_half(n)))
    }

    /// `x >> n`, logical.
    srlv_8_half(x: __m128i, n: __m128i) -> __m128i {
        _mm_cvtepi16_epi8(_mm_srlv_epi16(_mm_cvtepu8_epi16(x), modulo_8_half(n)))
    }

    /// `x >> n`, arithmetic.
    srav_8_half(x: __m128i, n: __m128i) -> __m128i {
        _mm_cvtepi16_epi8(_mm_srav_epi16(_mm_cvtepi8_epi16(x), modulo_8_half(n)))
    }
}
