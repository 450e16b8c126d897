//! What AVX2 has no instruction for, as short sequences of those that it has.

use core::arch::x86_64::*;

/// Functions that run only where the CPU has the tier, inlined as instructions are.
macro_rules! sequences {
    ($($(#[$doc:meta])* $name:ident($($x:ident: $X:ty),*) -> $Out:ty $body:block)*) => { $(
        $(#[$doc])*
        #[target_feature(enable = "avx2,fma")]
        #[inline]
        pub(in crate::lanes::x86) fn $name($($x: $X),*) -> $Out $body
    )* };
}
pub(super) use sequences;

sequences! {
    /// Set in the first `n` of four lanes.
    first_64(n: usize) -> __m256i {
        _mm256_cmpgt_epi64(_mm256_set1_epi64x(n as i64), _mm256_setr_epi64x(0, 1, 2, 3))
    }

    /// Set in the first `n` of eight lanes.
    first_32(n: usize) -> __m256i {
        _mm256_cmpgt_epi32(_mm256_set1_epi32(n as i32), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7))
    }

    /// The lower halves in turns, and the upper halves.
    interleave_64(x: __m256d, y: __m256d) -> (__m256d, __m256d) {
        let (even, odd) = (_mm256_unpacklo_pd(x, y), _mm256_unpackhi_pd(x, y));
        (_mm256_permute2f128_pd::<0x20>(even, odd), _mm256_permute2f128_pd::<0x31>(even, odd))
    }

    /// The even lanes, and the odd ones.
    deinterleave_64(x: __m256d, y: __m256d) -> (__m256d, __m256d) {
        let (low, high) = (_mm256_permute2f128_pd::<0x20>(x, y), _mm256_permute2f128_pd::<0x31>(x, y));
        (_mm256_unpacklo_pd(low, high), _mm256_unpackhi_pd(low, high))
    }

    /// The lower halves in turns, and the upper halves.
    interleave_32(x: __m256, y: __m256) -> (__m256, __m256) {
        let (low, high) = (_mm256_unpacklo_ps(x, y), _mm256_unpackhi_ps(x, y));
        (_mm256_permute2f128_ps::<0x20>(low, high), _mm256_permute2f128_ps::<0x31>(low, high))
    }

    /// The even lanes, and the odd ones.
    deinterleave_32(x: __m256, y: __m256) -> (__m256, __m256) {
        let (low, high) = (_mm256_permute2f128_ps::<0x20>(x, y), _mm256_permute2f128_ps::<0x31>(x, y));
        (_mm256_shuffle_ps::<0b10_00_10_00>(low, high), _mm256_shuffle_ps::<0b11_01_11_01>(low, high))
    }

    /// The lower halves in turns, and the upper halves, of 16-bit lanes.
    interleave_16(x: __m256i, y: __m256i) -> (__m256i, __m256i) {
        let (low, high) = (_mm256_unpacklo_epi16(x, y), _mm256_unpackhi_epi16(x, y));
        (_mm256_permute2x128_si256::<0x20>(low, high), _mm256_permute2x128_si256::<0x31>(low, high))
    }

    /// The even lanes, and the odd ones, of 16 bits.
    deinterleave_16(x: __m256i, y: __m256i) -> (__m256i, __m256i) {
        let low = |x| _mm256_and_si256(x, _mm256_set1_epi32(0xffff));
        let high = |x| _mm256_srli_epi32::<16>(x);
        (pack_32(low(x), low(y)), pack_32(high(x), high(y)))
    }

    /// 32-bit lanes below 2¹⁶ of both, as 16-bit lanes.
    pack_32(x: __m256i, y: __m256i) -> __m256i {
        _mm256_permute4x64_epi64::<0b11_01_10_00>(_mm256_packus_epi32(x, y))
    }

    /// 16-bit lanes below 2⁸, as 8-bit lanes.
    pack_16(x: __m256i) -> __m128i {
        _mm_packus_epi16(_mm256_castsi256_si128(x), _mm256_extracti128_si256::<1>(x))
    }

    /// The even lanes, and the odd ones, of eight 16-bit lanes.
    deinterleave_16_half(x: __m128i, y: __m128i) -> (__m128i, __m128i) {
        let low = |x| _mm_and_si128(x, _mm_set1_epi32(0xffff));
        let high = |x| _mm_srli_epi32::<16>(x);
        (_mm_packus_epi32(low(x), low(y)), _mm_packus_epi32(high(x), high(y)))
    }

    /// The even lanes, and the odd ones, of 16 8-bit lanes.
    deinterleave_8(x: __m128i, y: __m128i) -> (__m128i, __m128i) {
        let low = |x| _mm_and_si128(x, _mm_set1_epi16(0xff));
        let high = |x| _mm_srli_epi16::<8>(x);
        (_mm_packus_epi16(low(x), low(y)), _mm_packus_epi16(high(x), high(y)))
    }

    /// The lower halves in turns, and the upper halves, of eight 8-bit lanes.
    interleave_8_half(x: __m128i, y: __m128i) -> (__m128i, __m128i) {
        let turns = _mm_unpacklo_epi8(x, y);
        (turns, _mm_unpackhi_epi64(turns, turns))
    }

    /// The even lanes, and the odd ones, of eight 8-bit lanes.
    deinterleave_8_half(x: __m128i, y: __m128i) -> (__m128i, __m128i) {
        let both = _mm_unpacklo_epi64(x, y);
        deinterleave_8(both, both)
    }

    /// The opposite of a mask.
    not(x: __m256i) -> __m256i {
        _mm256_xor_si256(x, _mm256_set1_epi64x(-1))
    }

    /// Signed to unsigned order and back.
    flip_64(x: __m256i) -> __m256i {
        _mm256_xor_si256(x, _mm256_set1_epi64x(i64::MIN))
    }

    /// `x > y`, unsigned.
    above_64(x: __m256i, y: __m256i) -> __m256i {
        _mm256_cmpgt_epi64(flip_64(x), flip_64(y))
    }

    /// `x > y`, unsigned.
    above_32(x: __m256i, y: __m256i) -> __m256i {
        let flip = |x| _mm256_xor_si256(x, _mm256_set1_epi32(i32::MIN));
        _mm256_cmpgt_epi32(flip(x), flip(y))
    }

    /// `x > y`, unsigned.
    above_16(x: __m256i, y: __m256i) -> __m256i {
        let flip = |x| _mm256_xor_si256(x, _mm256_set1_epi16(i16::MIN));
        _mm256_cmpgt_epi16(flip(x), flip(y))
    }

    /// `x > y`, unsigned.
    above_16_half(x: __m128i, y: __m128i) -> __m128i {
        let flip = |x| _mm_xor_si128(x, _mm_set1_epi16(i16::MIN));
        _mm_cmpgt_epi16(flip(x), flip(y))
    }

    /// `x > y`, unsigned.
    above_8(x: __m128i, y: __m128i) -> __m128i {
        let flip = |x| _mm_xor_si128(x, _mm_set1_epi8(i8::MIN));
        _mm_cmpgt_epi8(flip(x), flip(y))
    }

    /// The lower 64 bits of the products: of the lower halves, and of lower and upper half crosswise.
    mul_64(x: __m256i, y: __m256i) -> __m256i {
        let cross = _mm256_mullo_epi32(x, _mm256_shuffle_epi32::<0b10_11_00_01>(y));
        let cross = _mm256_add_epi32(cross, _mm256_slli_epi64::<32>(cross));
        let cross = _mm256_and_si256(cross, _mm256_set1_epi64x(!0 << 32));
        _mm256_add_epi64(_mm256_mul_epu32(x, y), cross)
    }

    /// Products of 16 8-bit lanes.
    mul_8(x: __m128i, y: __m128i) -> __m128i {
        let product = _mm256_mullo_epi16(_mm256_cvtepu8_epi16(x), _mm256_cvtepu8_epi16(y));
        pack_16(_mm256_and_si256(product, _mm256_set1_epi16(0xff)))
    }

    /// Products of eight 8-bit lanes.
    mul_8_half(x: __m128i, y: __m128i) -> __m128i {
        let product = _mm_mullo_epi16(_mm_cvtepu8_epi16(x), _mm_cvtepu8_epi16(y));
        let product = _mm_and_si128(product, _mm_set1_epi16(0xff));
        _mm_packus_epi16(product, product)
    }

    /// The absolute value.
    abs_64(x: __m256i) -> __m256i {
        let sign = _mm256_cmpgt_epi64(_mm256_setzero_si256(), x);
        _mm256_sub_epi64(_mm256_xor_si256(x, sign), sign)
    }

    /// `x >> n`, arithmetic: the sign bit, shifted with the others, is spread by a subtraction.
    sra_64(x: __m256i, n: __m128i) -> __m256i {
        let sign = _mm256_srl_epi64(_mm256_set1_epi64x(i64::MIN), n);
        _mm256_sub_epi64(_mm256_xor_si256(_mm256_srl_epi64(x, n), sign), sign)
    }

    /// `x >> n`, arithmetic, each lane by its own amount.
    srav_64(x: __m256i, n: __m256i) -> __m256i {
        let sign = _mm256_srlv_epi64(_mm256_set1_epi64x(i64::MIN), n);
        _mm256_sub_epi64(_mm256_xor_si256(_mm256_srlv_epi64(x, n), sign), sign)
    }

    /// The amount of a shift.
    amount(n: u32) -> __m128i {
        _mm_cvtsi32_si128(n as i32)
    }

    /// Amounts of shifts, modulo 64.
    modulo_64(n: __m256i) -> __m256i {
        _mm256_and_si256(n, _mm256_set1_epi64x(63))
    }

    /// Amounts of shifts, modulo 32.
    modulo_32(n: __m256i) -> __m256i {
        _mm256_and_si256(n, _mm256_set1_epi32(31))
    }

    /// `x << n` of 8-bit lanes: as 16-bit lanes, without what came from the neighbour.
    sll_8(x: __m128i, n: u32) -> __m128i {
        _mm_and_si128(_mm_sll_epi16(x, amount(n)), _mm_set1_epi8((0xff_u8 << n) as i8))
    }

    /// `x >> n` of 8-bit lanes, logical.
    srl_8(x: __m128i, n: u32) -> __m128i {
        _mm_and_si128(_mm_srl_epi16(x, amount(n)), _mm_set1_epi8((0xff_u8 >> n) as i8))
    }

    /// `x >> n` of 8-bit lanes, arithmetic.
    sra_8(x: __m128i, n: u32) -> __m128i {
        let sign = _mm_set1_epi8((0x80_u8 >> n) as i8);
        _mm_sub_epi8(_mm_xor_si128(srl_8(x, n), sign), sign)
    }

    /// 32-bit lanes, cut to 16 bits.
    cut_32_to_16(x: __m256i) -> __m128i {
        let cut = _mm_setr_epi8(0, 1, 4, 5, 8, 9, 12, 13, 0, 1, 4, 5, 8, 9, 12, 13);
        let cut = _mm256_shuffle_epi8(x, _mm256_broadcastsi128_si256(cut));
        _mm256_castsi256_si128(_mm256_permute4x64_epi64::<0b00_00_10_00>(cut))
    }

    /// 32-bit lanes, cut to 8 bits.
    cut_32_to_8(x: __m256i) -> __m128i {
        let cut = _mm_setr_epi8(0, 4, 8, 12, 0, 4, 8, 12, 0, 4, 8, 12, 0, 4, 8, 12);
        let cut = _mm256_shuffle_epi8(x, _mm256_broadcastsi128_si256(cut));
        _mm_unpacklo_epi32(_mm256_castsi256_si128(cut), _mm256_extracti128_si256::<1>(cut))
    }

    /// The lower half, without signs.
    low_16_to_32(x: __m256i) -> __m256i {
        _mm256_cvtepu16_epi32(_mm256_castsi256_si128(x))
    }

    /// The upper half, without signs.
    high_16_to_32(x: __m256i) -> __m256i {
        _mm256_cvtepu16_epi32(_mm256_extracti128_si256::<1>(x))
    }

    /// `x << n`, each lane by its own amount modulo 16.
    sllv_16(x: __m256i, n: __m256i) -> __m256i {
        let n = _mm256_and_si256(n, _mm256_set1_epi16(15));
        let low = _mm256_sllv_epi32(low_16_to_32(x), low_16_to_32(n));
        let high = _mm256_sllv_epi32(high_16_to_32(x), high_16_to_32(n));
        let cut = _mm256_set1_epi32(0xffff);
        pack_32(_mm256_and_si256(low, cut), _mm256_and_si256(high, cut))
    }

    /// `x >> n`, logical.
    srlv_16(x: __m256i, n: __m256i) -> __m256i {
        let n = _mm256_and_si256(n, _mm256_set1_epi16(15));
        let low = _mm256_srlv_epi32(low_16_to_32(x), low_16_to_32(n));
        pack_32(low, _mm256_srlv_epi32(high_16_to_32(x), high_16_to_32(n)))
    }

    /// `x >> n`, arithmetic.
    srav_16(x: __m256i, n: __m256i) -> __m256i {
        let sign = srlv_16(_mm256_set1_epi16(i16::MIN), n);
        _mm256_sub_epi16(_mm256_xor_si256(srlv_16(x, n), sign), sign)
    }

    /// `x << n`, each of eight lanes by its own amount modulo 16.
    sllv_16_half(x: __m128i, n: __m128i) -> __m128i {
        let n = _mm_and_si128(n, _mm_set1_epi16(15));
        cut_32_to_16(_mm256_sllv_epi32(_mm256_cvtepu16_epi32(x), _mm256_cvtepu16_epi32(n)))
    }

    /// `x >> n`, logical.
    srlv_16_half(x: __m128i, n: __m128i) -> __m128i {
        let n = _mm_and_si128(n, _mm_set1_epi16(15));
        cut_32_to_16(_mm256_srlv_epi32(_mm256_cvtepu16_epi32(x), _mm256_cvtepu16_epi32(n)))
    }

    /// `x >> n`, arithmetic.
    srav_16_half(x: __m128i, n: __m128i) -> __m128i {
        let n = _mm_and_si128(n, _mm_set1_epi16(15));
        cut_32_to_16(_mm256_srav_epi32(_mm256_cvtepi16_epi32(x), _mm256_cvtepu16_epi32(n)))
    }

    /// `x << n`, each of 16 lanes by its own amount modulo 8.
    sllv_8(x: __m128i, n: __m128i) -> __m128i {
        let n = _mm_and_si128(n, _mm_set1_epi8(7));
        let shifted = sllv_16(_mm256_cvtepu8_epi16(x), _mm256_cvtepu8_epi16(n));
        pack_16(_mm256_and_si256(shifted, _mm256_set1_epi16(0xff)))
    }

    /// `x >> n`, logical.
    srlv_8(x: __m128i, n: __m128i) -> __m128i {
        let n = _mm_and_si128(n, _mm_set1_epi8(7));
        pack_16(srlv_16(_mm256_cvtepu8_epi16(x), _mm256_cvtepu8_epi16(n)))
    }

    /// `x >> n`, arithmetic.
    srav_8(x: __m128i, n: __m128i) -> __m128i {
        let sign = srlv_8(_mm_set1_epi8(i8::MIN), n);
        _mm_sub_epi8(_mm_xor_si128(srlv_8(x, n), sign), sign)
    }

    /// `x << n`, each of eight lanes by its own amount modulo 8.
    sllv_8_half(x: __m128i, n: __m128i) -> __m128i {
        let n = _mm_and_si128(n, _mm_set1_epi8(7));
        cut_32_to_8(_mm256_sllv_epi32(_mm256_cvtepu8_epi32(x), _mm256_cvtepu8_epi32(n)))
    }

    /// `x >> n`, logical.
    srlv_8_half(x: __m128i, n: __m128i) -> __m128i {
        let n = _mm_and_si128(n, _mm_set1_epi8(7));
        cut_32_to_8(_mm256_srlv_epi32(_mm256_cvtepu8_epi32(x), _mm256_cvtepu8_epi32(n)))
    }

    /// `x >> n`, arithmetic.
    srav_8_half(x: __m128i, n: __m128i) -> __m128i {
        let n = _mm_and_si128(n, _mm_set1_epi8(7));
        cut_32_to_8(_mm256_srav_epi32(_mm256_cvtepi8_epi32(x), _mm256_cvtepu8_epi32(n)))
    }
}
