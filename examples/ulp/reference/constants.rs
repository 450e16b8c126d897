//! Written by `tests/generate/elementary.py`.

use super::Real;

pub const HALF_PI: Real = Real::from_parts(0, 0xc90f_daa2_2168_c234_c4c6_628b_80dc_1cd1);
pub const PI: Real = Real::from_parts(1, 0xc90f_daa2_2168_c234_c4c6_628b_80dc_1cd1);

/// The first hundred bits of ln 2, so that small multiples are exact.
pub const LN_2_HIGH: Real = Real::from_parts(-1, 0xb172_17f7_d1cf_79ab_c9e3_b398_0000_0000);
/// The rest of ln 2.
pub const LN_2_LOW: Real = Real::from_parts(-103, 0xfcbd_abd0_3cd0_c99c_a62d_8b62_8345_d6e3);
pub const LN_2: Real = Real::from_parts(-1, 0xb172_17f7_d1cf_79ab_c9e3_b398_03f2_f6af);
pub const LN_10: Real = Real::from_parts(1, 0x935d_8ddd_aaa8_ac16_ea56_d62b_82d3_0a29);

/// atan(k / 16) for k from 1.
pub const ATAN_OF_SIXTEENTHS: [Real; 16] = [
    Real::from_parts(-5, 0xffaa_ddb9_67ef_4e36_cb27_92dc_0e2e_0d51),
    Real::from_parts(-4, 0xfead_d4d5_617b_6e32_c897_989f_3e88_8ef8),
    Real::from_parts(-3, 0xbdcb_da5e_72d8_1134_7b0b_4f88_1c9c_7488),
    Real::from_parts(-3, 0xfadb_afc9_6406_eb15_6dc7_9ef5_f7a2_17e6),
    Real::from_parts(-2, 0x9b13_b9b8_3f5e_5e69_c5ab_b498_d27a_f328),
    Real::from_parts(-2, 0xb7b0_ca0f_26f7_8473_8aa3_2122_dcfe_4483),
    Real::from_parts(-2, 0xd327_761e_611f_e5b6_427c_95e9_001e_7136),
    Real::from_parts(-2, 0xed63_382b_0dda_7b45_6fe4_45ec_bc3a_8d03),
    Real::from_parts(-1, 0x832b_f4a6_d986_7e2a_4b6a_09cb_61a5_15c1),
    Real::from_parts(-1, 0x8f00_5d5e_f7f5_9f9b_5c83_5e16_65c4_3748),
    Real::from_parts(-1, 0x9a2f_80e6_71bd_da20_4226_f8e2_204f_f3bd),
    Real::from_parts(-1, 0xa4bc_7d19_34f7_0924_19a8_7f2a_457d_ac9f),
    Real::from_parts(-1, 0xaeac_4c38_b4d8_c080_1472_5e2f_3e52_070a),
    Real::from_parts(-1, 0xb805_3e2b_c231_9e73_cb2d_a552_10a4_443d),
    Real::from_parts(-1, 0xc0ce_85b8_ac52_6640_89dd_62c4_6e92_fa25),
    Real::from_parts(-1, 0xc90f_daa2_2168_c234_c4c6_628b_80dc_1cd1),
];

/// The binary digits of 2/π behind the point.
pub const TWO_OVER_PI: [u64; 24] = [
    0xa2f9_836e_4e44_1529,
    0xfc27_57d1_f534_ddc0,
    0xdb62_9599_3c43_9041,
    0xfe51_63ab_debb_c561,
    0xb724_6e3a_424d_d2e0,
    0x0649_2eea_09d1_921c,
    0xfe1d_eb1c_b129_a73e,
    0xe882_35f5_2ebb_4484,
    0xe99c_7026_b45f_7e41,
    0x3991_d639_8353_39f4,
    0x9c84_5f8b_bdf9_283b,
    0x1ff8_97ff_de05_980f,
    0xef2f_118b_5a0a_6d1f,
    0x6d36_7ecf_27cb_09b7,
    0x4f46_3f66_9e5f_ea2d,
    0x7527_bac7_ebe5_f17b,
    0x3d07_39f7_8a52_92ea,
    0x6bfb_5fb1_1f8d_5d08,
    0x5603_3046_fc7b_6bab,
    0xf0cf_bc20_9af4_361d,
    0xa9e3_9161_5ee6_1b08,
    0x6599_855f_14a0_6840,
    0x8dff_d880_4d73_2731,
    0x0606_1556_ca73_a8c9,
];
