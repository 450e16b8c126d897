// Written by tests/generate/broadcast.py from tests/data/edge_numeric.json. Do not edit.
//
// 96 of 97 tables; functions that the notation does not name are spelled out in it. Left out:
// en-060, `nextafter`, which looks at the bits of a number.

use crate::table_check::{check_table, functions};

// `name: element type => element type of the result, (operands), { kernel };`
functions! {
    add_f64: f64 => f64, (t0, t1), { t0[i, j] + t1[i, j] -> [i, j] };
    subtract_f64: f64 => f64, (t0, t1), { t0[i, j] - t1[i, j] -> [i, j] };
    multiply_f64: f64 => f64, (t0, t1), { t0[i, j] * t1[i, j] -> [i, j] };
    divide_f64: f64 => f64, (t0, t1), { t0[i, j] / t1[i, j] -> [i, j] };
    floor_divide_f64: f64 => f64, (t0, t1), { { let m = t0[i, j] % t1[i, j]; let q = (t0[i, j] - m) / t1[i, j]; let q = if m != 0.0 && (t1[i, j] < 0.0) != (m < 0.0) { q - 1.0 } else { q }; let f = q.floor(); let f = if q - f > 0.5 { f + 1.0 } else { f }; if t1[i, j] == 0.0 { t0[i, j] / t1[i, j] } else if q == 0.0 { q.abs().copysign(t0[i, j] / t1[i, j]) } else { f } } -> [i, j] };
    remainder_f64: f64 => f64, (t0, t1), { { let m = t0[i, j] % t1[i, j]; if t1[i, j] == 0.0 { m } else if m == 0.0 { m.abs().copysign(t1[i, j]) } else if (t1[i, j] < 0.0) != (m < 0.0) { m + t1[i, j] } else { m } } -> [i, j] };
    fmod_f64: f64 => f64, (t0, t1), { t0[i, j] % t1[i, j] -> [i, j] };
    power_f64: f64 => f64, (t0, t1), { t0[i, j].powf(t1[i, j]) -> [i, j] };
    arctan2_f64: f64 => f64, (t0, t1), { t0[i, j].atan2(t1[i, j]) -> [i, j] };
    hypot_f64: f64 => f64, (t0, t1), { t0[i, j].hypot(t1[i, j]) -> [i, j] };
    copysign_f64: f64 => f64, (t0, t1), { t0[i, j].copysign(t1[i, j]) -> [i, j] };
    logaddexp_f64: f64 => f64, (t0, t1), { if t0[i, j] == t1[i, j] { t0[i, j] + 2.0f64.ln() } else { t0[i, j].max(t1[i, j]) + (-(t0[i, j] - t1[i, j]).abs()).exp().ln_1p() } -> [i, j] };
    maximum_f64: f64 => f64, (t0, t1), { if t0[i, j] > t1[i, j] || t0[i, j].is_nan() { t0[i, j] } else { t1[i, j] } -> [i, j] };
    minimum_f64: f64 => f64, (t0, t1), { if t0[i, j] < t1[i, j] || t0[i, j].is_nan() { t0[i, j] } else { t1[i, j] } -> [i, j] };
    fmax_f64: f64 => f64, (t0, t1), { t0[i, j].max(t1[i, j]) -> [i, j] };
    fmin_f64: f64 => f64, (t0, t1), { t0[i, j].min(t1[i, j]) -> [i, j] };
    greater_equal_f64: f64 => bool, (t0, t1), { t0[i, j] >= t1[i, j] -> [i, j] };
    not_equal_f64: f64 => bool, (t0, t1), { t0[i, j] != t1[i, j] -> [i, j] };
    absolute_f64: f64 => f64, (t0), { t0[i, j].abs() -> [i, j] };
    sqrt_f64: f64 => f64, (t0), { t0[i, j].sqrt() -> [i, j] };
    ceil_f64: f64 => f64, (t0), { t0[i, j].ceil() -> [i, j] };
    trunc_f64: f64 => f64, (t0), { t0[i, j].trunc() -> [i, j] };
    rint_f64: f64 => f64, (t0), { if t0[i, j].abs() < 4503599627370496.0 { ((t0[i, j].abs() + 4503599627370496.0) - 4503599627370496.0).copysign(t0[i, j]) } else { t0[i, j] } -> [i, j] };
    isinf_f64: f64 => bool, (t0), { t0[i, j].is_infinite() -> [i, j] };
    logical_not_f64: f64 => bool, (t0), { !(t0[i, j] != 0.0) -> [i, j] };
    expm1_f64: f64 => f64, (t0), { t0[i, j].exp_m1() -> [i, j] };
    log10_f64: f64 => f64, (t0), { t0[i, j].log10() -> [i, j] };
    cos_f64: f64 => f64, (t0), { t0[i, j].cos() -> [i, j] };
    tan_f64: f64 => f64, (t0), { t0[i, j].tan() -> [i, j] };
    arcsin_f64: f64 => f64, (t0), { t0[i, j].asin() -> [i, j] };
    arctan_f64: f64 => f64, (t0), { t0[i, j].atan() -> [i, j] };
    sign_f64: f64 => f64, (t0), { if t0[i, j] > 0.0 { 1.0 } else if t0[i, j] < 0.0 { -1.0 } else { t0[i, j] } -> [i, j] };
    multiply_f32: f32 => f32, (t0, t1), { t0[i, j] * t1[i, j] -> [i, j] };
    maximum_f32: f32 => f32, (t0, t1), { if t0[i, j] > t1[i, j] || t0[i, j].is_nan() { t0[i, j] } else { t1[i, j] } -> [i, j] };
    remainder_i8: i8 => i8, (t0, t1), { { let m = t0[i, j] % t1[i, j]; if m != 0 && (m < 0) != (t1[i, j] < 0) { m + t1[i, j] } else { m } } -> [i, j] };
    absolute_i8: i8 => i8, (t0), { t0[i, j].abs() -> [i, j] };
    remainder_i16: i16 => i16, (t0, t1), { { let m = t0[i, j] % t1[i, j]; if m != 0 && (m < 0) != (t1[i, j] < 0) { m + t1[i, j] } else { m } } -> [i, j] };
    multiply_i16: i16 => i16, (t0, t1), { t0[i, j] * t1[i, j] -> [i, j] };
    negative_i16: i16 => i16, (t0), { -t0[i, j] -> [i, j] };
    floor_divide_i32: i32 => i32, (t0, t1), { if t0[i, j] % t1[i, j] != 0 && (t0[i, j] < 0) != (t1[i, j] < 0) { t0[i, j] / t1[i, j] - 1 } else { t0[i, j] / t1[i, j] } -> [i, j] };
    remainder_i32: i32 => i32, (t0, t1), { { let m = t0[i, j] % t1[i, j]; if m != 0 && (m < 0) != (t1[i, j] < 0) { m + t1[i, j] } else { m } } -> [i, j] };
    fmod_i32: i32 => i32, (t0, t1), { t0[i, j] % t1[i, j] -> [i, j] };
    multiply_i32: i32 => i32, (t0, t1), { t0[i, j] * t1[i, j] -> [i, j] };
    remainder_i64: i64 => i64, (t0, t1), { { let m = t0[i, j] % t1[i, j]; if m != 0 && (m < 0) != (t1[i, j] < 0) { m + t1[i, j] } else { m } } -> [i, j] };
    add_i64: i64 => i64, (t0, t1), { t0[i, j] + t1[i, j] -> [i, j] };
    floor_divide_u32: u32 => u32, (t0, t1), { t0[i, j] / t1[i, j] -> [i, j] };
    left_shift_i64: i64 => i64, (t0, t1), { t0[i, j] << t1[i, j] -> [i, j] };
    right_shift_i64: i64 => i64, (t0, t1), { t0[i, j] >> t1[i, j] -> [i, j] };
    bitwise_or_i64: i64 => i64, (t0, t1), { t0[i, j] | t1[i, j] -> [i, j] };
    bitwise_xor_i64: i64 => i64, (t0, t1), { t0[i, j] ^ t1[i, j] -> [i, j] };
    logical_or_i64: i64 => bool, (t0, t1), { t0[i, j] != 0 || t1[i, j] != 0 -> [i, j] };
    maximum_i64: i64 => i64, (t0, t1), { t0[i, j].max(t1[i, j]) -> [i, j] };
}

#[test]
fn en_001() {
    let expect = [
        f64::NAN,
        f64::INFINITY,
        f64::NAN,
        f64::INFINITY,
        f64::INFINITY,
        f64::INFINITY,
        f64::INFINITY,
        f64::INFINITY,
        f64::INFINITY,
        f64::INFINITY,
        f64::INFINITY,
    ];
    check_table(
        add_f64,
        &[
            &[
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
            ],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_002() {
    let expect = [f64::NAN, f64::INFINITY, -f64::INFINITY, 1.0, 1.0, 2.0, 0.0, 3.5, -1.5, 1e+308, 1.0];
    check_table(
        add_f64,
        &[
            &[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_003() {
    let expect = [f64::NAN, f64::INFINITY, -f64::INFINITY, -2.5, -2.5, -1.5, -3.5, 0.0, -5.0, 1e+308, -2.5];
    check_table(
        add_f64,
        &[
            &[-2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_004() {
    let expect = [
        f64::NAN,
        f64::INFINITY,
        -f64::INFINITY,
        1e+308,
        1e+308,
        1e+308,
        1e+308,
        1e+308,
        1e+308,
        f64::INFINITY,
        1e+308,
    ];
    check_table(
        add_f64,
        &[
            &[1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_005() {
    let expect =
        [f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN];
    check_table(
        subtract_f64,
        &[
            &[
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
            ],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_006() {
    let expect = [f64::NAN, -f64::INFINITY, f64::INFINITY, 0.0, 0.0, -1.0, 1.0, -2.5, 2.5, -1e+308, -5e-324];
    check_table(
        subtract_f64,
        &[
            &[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_007() {
    let expect = [f64::NAN, -f64::INFINITY, f64::INFINITY, -0.0, 0.0, -1.0, 1.0, -2.5, 2.5, -1e+308, -5e-324];
    check_table(
        subtract_f64,
        &[
            &[-0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_008() {
    let expect = [f64::NAN, -f64::INFINITY, f64::INFINITY, 5e-324, 5e-324, -1.0, 1.0, -2.5, 2.5, -1e+308, 0.0];
    check_table(
        subtract_f64,
        &[
            &[5e-324, 5e-324, 5e-324, 5e-324, 5e-324, 5e-324, 5e-324, 5e-324, 5e-324, 5e-324, 5e-324],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_009() {
    let expect =
        [f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN];
    check_table(
        multiply_f64,
        &[
            &[
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
            ],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_010() {
    let expect = [
        f64::NAN,
        f64::INFINITY,
        -f64::INFINITY,
        f64::NAN,
        f64::NAN,
        f64::INFINITY,
        -f64::INFINITY,
        f64::INFINITY,
        -f64::INFINITY,
        f64::INFINITY,
        f64::INFINITY,
    ];
    check_table(
        multiply_f64,
        &[
            &[
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
            ],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_011() {
    let expect = [f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324];
    check_table(
        multiply_f64,
        &[
            &[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_012() {
    let expect = [
        f64::NAN,
        f64::INFINITY,
        -f64::INFINITY,
        0.0,
        -0.0,
        1e+308,
        -1e+308,
        f64::INFINITY,
        -f64::INFINITY,
        f64::INFINITY,
        4.9406564584124655e-16,
    ];
    check_table(
        multiply_f64,
        &[
            &[1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_013() {
    let expect =
        [f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN];
    check_table(
        divide_f64,
        &[
            &[
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
            ],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_014() {
    let expect = [f64::NAN, 0.0, -0.0, f64::NAN, f64::NAN, 0.0, -0.0, 0.0, -0.0, 0.0, 0.0];
    check_table(
        divide_f64,
        &[
            &[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_015() {
    let expect = [f64::NAN, 0.0, -0.0, f64::INFINITY, -f64::INFINITY, 1.0, -1.0, 0.4, -0.4, 1e-308, f64::INFINITY];
    check_table(
        divide_f64,
        &[
            &[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_016() {
    let expect = [f64::NAN, -0.0, 0.0, -f64::INFINITY, f64::INFINITY, -2.5, 2.5, -1.0, 1.0, -2.5e-308, -f64::INFINITY];
    check_table(
        divide_f64,
        &[
            &[-2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_017() {
    let expect = [f64::NAN, f64::NAN, f64::NAN, f64::INFINITY, -f64::INFINITY, f64::NAN, f64::NAN, f64::NAN, f64::NAN];
    check_table(
        floor_divide_f64,
        &[
            &[
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
            ],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_018() {
    let expect = [f64::NAN, f64::NAN, f64::NAN, -f64::INFINITY, f64::INFINITY, f64::NAN, f64::NAN, f64::NAN, f64::NAN];
    check_table(
        floor_divide_f64,
        &[
            &[
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
            ],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_019() {
    let expect = [f64::NAN, 0.0, -0.0, f64::NAN, f64::NAN, 0.0, -0.0, 0.0, -0.0];
    check_table(
        floor_divide_f64,
        &[
            &[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_020() {
    let expect = [f64::NAN, 0.0, -0.0, f64::NAN, f64::NAN, 0.0, -0.0, 0.0, -0.0];
    check_table(
        remainder_f64,
        &[
            &[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_021() {
    let expect = [f64::NAN, f64::INFINITY, -1.0, f64::NAN, f64::NAN, 0.0, -0.0, 1.5, -1.0];
    check_table(
        remainder_f64,
        &[
            &[-1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_022() {
    let expect = [f64::NAN, 2.5, -f64::INFINITY, f64::NAN, f64::NAN, 0.5, -0.5, 0.0, -0.0];
    check_table(
        remainder_f64,
        &[
            &[2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_023() {
    let expect = [f64::NAN, f64::INFINITY, -2.5, f64::NAN, f64::NAN, 0.5, -0.5, 0.0, -0.0];
    check_table(
        remainder_f64,
        &[
            &[-2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_024() {
    let expect = [f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN];
    check_table(
        fmod_f64,
        &[
            &[
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
            ],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_025() {
    let expect = [f64::NAN, 0.0, 0.0, f64::NAN, f64::NAN, 0.0, 0.0, 0.0, 0.0];
    check_table(
        fmod_f64,
        &[
            &[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_026() {
    let expect = [f64::NAN, 1.0, 1.0, f64::NAN, f64::NAN, 0.0, 0.0, 1.0, 1.0];
    check_table(
        fmod_f64,
        &[
            &[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_027() {
    let expect = [f64::NAN, -2.5, -2.5, f64::NAN, f64::NAN, -0.5, -0.5, -0.0, -0.0];
    check_table(
        fmod_f64,
        &[
            &[-2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_028() {
    let expect =
        [f64::NAN, f64::INFINITY, 0.0, 1.0, 1.0, f64::INFINITY, 0.0, f64::INFINITY, 0.0, f64::INFINITY, f64::INFINITY];
    check_table(
        power_f64,
        &[
            &[
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
            ],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        2,
        true,
    );
}

#[test]
fn en_029() {
    let expect =
        [f64::NAN, f64::INFINITY, 0.0, 1.0, 1.0, 2.5, 0.4, 9.882117688026186, 0.10119288512538814, f64::INFINITY, 1.0];
    check_table(
        power_f64,
        &[
            &[2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        2,
        true,
    );
}

#[test]
fn en_030() {
    let expect = [f64::NAN, f64::INFINITY, 0.0, 1.0, 1.0, -2.5, -0.4, f64::NAN, f64::NAN, f64::INFINITY, f64::NAN];
    check_table(
        power_f64,
        &[
            &[-2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5, -2.5],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        2,
        true,
    );
}

#[test]
fn en_031() {
    let expect = [f64::NAN, f64::INFINITY, 0.0, 1.0, 1.0, 1e+308, 1e-308, f64::INFINITY, 0.0, f64::INFINITY, 1.0];
    check_table(
        power_f64,
        &[
            &[1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        2,
        true,
    );
}

#[test]
fn en_032() {
    let expect =
        [f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN];
    check_table(
        arctan2_f64,
        &[
            &[
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
            ],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        2,
        true,
    );
}

#[test]
fn en_033() {
    let expect = [
        f64::NAN,
        -0.7853981633974483,
        -2.356194490192345,
        -1.5707963267948966,
        -1.5707963267948966,
        -1.5707963267948966,
        -1.5707963267948966,
        -1.5707963267948966,
        -1.5707963267948966,
        -1.5707963267948966,
        -1.5707963267948966,
    ];
    check_table(
        arctan2_f64,
        &[
            &[
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
            ],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        2,
        true,
    );
}

#[test]
fn en_034() {
    let expect = [
        f64::NAN,
        0.0,
        3.141592653589793,
        1.5707963267948966,
        1.5707963267948966,
        1.1902899496825317,
        1.9513027039072615,
        0.7853981633974483,
        2.356194490192345,
        2.5e-308,
        1.5707963267948966,
    ];
    check_table(
        arctan2_f64,
        &[
            &[2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        2,
        true,
    );
}

#[test]
fn en_035() {
    let expect = [
        f64::NAN,
        f64::INFINITY,
        f64::INFINITY,
        f64::NAN,
        f64::NAN,
        f64::NAN,
        f64::NAN,
        f64::NAN,
        f64::NAN,
        f64::NAN,
        f64::NAN,
    ];
    check_table(
        hypot_f64,
        &[
            &[
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
            ],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        2,
        true,
    );
}

#[test]
fn en_036() {
    let expect = [
        f64::NAN,
        f64::INFINITY,
        f64::INFINITY,
        1.0,
        1.0,
        1.4142135623730951,
        1.4142135623730951,
        2.692582403567252,
        2.692582403567252,
        1e+308,
        1.0,
    ];
    check_table(
        hypot_f64,
        &[
            &[-1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        2,
        true,
    );
}

#[test]
fn en_037() {
    let expect = [
        f64::NAN,
        f64::INFINITY,
        f64::INFINITY,
        2.5,
        2.5,
        2.692582403567252,
        2.692582403567252,
        3.5355339059327378,
        3.5355339059327378,
        1e+308,
        2.5,
    ];
    check_table(
        hypot_f64,
        &[
            &[2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        2,
        true,
    );
}

#[test]
fn en_038() {
    let expect = [
        f64::NAN,
        f64::INFINITY,
        f64::INFINITY,
        1e+308,
        1e+308,
        1e+308,
        1e+308,
        1e+308,
        1e+308,
        1.4142135623730951e+308,
        1e+308,
    ];
    check_table(
        hypot_f64,
        &[
            &[1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308, 1e+308],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        2,
        true,
    );
}

#[test]
fn en_039() {
    let expect = [
        f64::INFINITY,
        f64::INFINITY,
        -f64::INFINITY,
        f64::INFINITY,
        -f64::INFINITY,
        f64::INFINITY,
        -f64::INFINITY,
        f64::INFINITY,
        -f64::INFINITY,
        f64::INFINITY,
        f64::INFINITY,
    ];
    check_table(
        copysign_f64,
        &[
            &[
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
            ],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_040() {
    let expect = [0.0, 0.0, -0.0, 0.0, -0.0, 0.0, -0.0, 0.0, -0.0, 0.0, 0.0];
    check_table(
        copysign_f64,
        &[
            &[-0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_041() {
    let expect = [1.0, 1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 1.0, 1.0];
    check_table(
        copysign_f64,
        &[
            &[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_042() {
    let expect = [
        f64::NAN,
        f64::INFINITY,
        0.0,
        0.6931471805599453,
        0.6931471805599453,
        1.3132616875182228,
        0.31326168751822286,
        2.5788897342925496,
        0.07888973429254963,
        1e+308,
        0.6931471805599453,
    ];
    check_table(
        logaddexp_f64,
        &[
            &[-0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        4,
        true,
    );
}

#[test]
fn en_043() {
    let expect = [
        f64::NAN,
        f64::INFINITY,
        1.0,
        1.3132616875182228,
        1.3132616875182228,
        1.6931471805599454,
        1.1269280110429725,
        2.7014132779827524,
        1.0297504182726205,
        1e+308,
        1.3132616875182228,
    ];
    check_table(
        logaddexp_f64,
        &[
            &[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        4,
        true,
    );
}

#[test]
fn en_044() {
    let expect = [
        f64::NAN,
        f64::INFINITY,
        -1.0,
        0.31326168751822286,
        0.31326168751822286,
        1.1269280110429725,
        -0.3068528194400547,
        2.5297504182726205,
        -0.7985867220172476,
        1e+308,
        0.3132616875182228,
    ];
    check_table(
        logaddexp_f64,
        &[
            &[-1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        4,
        true,
    );
}

#[test]
fn en_045() {
    let expect = [
        f64::NAN,
        f64::INFINITY,
        2.5,
        2.5788897342925496,
        2.5788897342925496,
        2.7014132779827524,
        2.5297504182726205,
        3.1931471805599454,
        2.5067153484891183,
        1e+308,
        2.5788897342925496,
    ];
    check_table(
        logaddexp_f64,
        &[
            &[2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 1e+308, 5e-324],
        ],
        &expect,
        4,
        true,
    );
}

#[test]
fn en_046() {
    let expect = [f64::NAN, f64::INFINITY, 1.0, 1.0, 1.0, 1.0, 2.5];
    check_table(
        maximum_f64,
        &[&[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0], &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, 1.0, -1.0, 2.5]],
        &expect,
        0,
        false,
    );
}

#[test]
fn en_047() {
    let expect = [f64::NAN, f64::INFINITY, -1.0, 0.0, 1.0, -1.0, 2.5];
    check_table(
        maximum_f64,
        &[&[-1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0], &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, 1.0, -1.0, 2.5]],
        &expect,
        0,
        false,
    );
}

#[test]
fn en_048() {
    let expect = [f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN];
    check_table(
        minimum_f64,
        &[
            &[f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, 1.0, -1.0, 2.5],
        ],
        &expect,
        0,
        false,
    );
}

#[test]
fn en_049() {
    let expect = [0.0, f64::INFINITY, 0.0, 0.0, 1.0, 0.0, 2.5];
    check_table(
        fmax_f64,
        &[&[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, 1.0, -1.0, 2.5]],
        &expect,
        0,
        false,
    );
}

#[test]
fn en_050() {
    let expect = [1.0, f64::INFINITY, 1.0, 1.0, 1.0, 1.0, 2.5];
    check_table(
        fmax_f64,
        &[&[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0], &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, 1.0, -1.0, 2.5]],
        &expect,
        0,
        false,
    );
}

#[test]
fn en_051() {
    let expect = [-1.0, f64::INFINITY, -1.0, 0.0, 1.0, -1.0, 2.5];
    check_table(
        fmax_f64,
        &[&[-1.0, -1.0, -1.0, -1.0, -1.0, -1.0, -1.0], &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, 1.0, -1.0, 2.5]],
        &expect,
        0,
        false,
    );
}

#[test]
fn en_052() {
    let expect = [f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, 1.0, -1.0, 2.5];
    check_table(
        fmin_f64,
        &[
            &[f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN, f64::NAN],
            &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, 1.0, -1.0, 2.5],
        ],
        &expect,
        0,
        false,
    );
}

#[test]
fn en_053() {
    let expect = [0.0, 0.0, -f64::INFINITY, 0.0, 0.0, -1.0, 0.0];
    check_table(
        fmin_f64,
        &[&[0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, 1.0, -1.0, 2.5]],
        &expect,
        0,
        false,
    );
}

#[test]
fn en_054() {
    let expect = [1.0, 1.0, -f64::INFINITY, 0.0, 1.0, -1.0, 1.0];
    check_table(
        fmin_f64,
        &[&[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0], &[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, 1.0, -1.0, 2.5]],
        &expect,
        0,
        false,
    );
}

#[test]
fn en_055() {
    let expect = [
        false, false, false, false, false, false, false, true, true, true, true, true, false, false, true, false,
        false, false, false, false, true, true, true, false, false, false, true, true, true, false, false, false, true,
        true, true, true,
    ];
    check_table(
        greater_equal_f64,
        &[
            &[
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                -0.0,
                -0.0,
                -0.0,
                -0.0,
                -0.0,
                -0.0,
                1.0,
                1.0,
                1.0,
                1.0,
                1.0,
                1.0,
            ],
            &[
                f64::NAN,
                f64::INFINITY,
                -f64::INFINITY,
                0.0,
                -0.0,
                1.0,
                f64::NAN,
                f64::INFINITY,
                -f64::INFINITY,
                0.0,
                -0.0,
                1.0,
                f64::NAN,
                f64::INFINITY,
                -f64::INFINITY,
                0.0,
                -0.0,
                1.0,
                f64::NAN,
                f64::INFINITY,
                -f64::INFINITY,
                0.0,
                -0.0,
                1.0,
                f64::NAN,
                f64::INFINITY,
                -f64::INFINITY,
                0.0,
                -0.0,
                1.0,
                f64::NAN,
                f64::INFINITY,
                -f64::INFINITY,
                0.0,
                -0.0,
                1.0,
            ],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_056() {
    let expect = [
        true, true, true, true, true, true, true, false, true, true, true, true, true, true, false, true, true, true,
        true, true, true, false, false, true, true, true, true, false, false, true, true, true, true, true, true,
        false,
    ];
    check_table(
        not_equal_f64,
        &[
            &[
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::NAN,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                -f64::INFINITY,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                -0.0,
                -0.0,
                -0.0,
                -0.0,
                -0.0,
                -0.0,
                1.0,
                1.0,
                1.0,
                1.0,
                1.0,
                1.0,
            ],
            &[
                f64::NAN,
                f64::INFINITY,
                -f64::INFINITY,
                0.0,
                -0.0,
                1.0,
                f64::NAN,
                f64::INFINITY,
                -f64::INFINITY,
                0.0,
                -0.0,
                1.0,
                f64::NAN,
                f64::INFINITY,
                -f64::INFINITY,
                0.0,
                -0.0,
                1.0,
                f64::NAN,
                f64::INFINITY,
                -f64::INFINITY,
                0.0,
                -0.0,
                1.0,
                f64::NAN,
                f64::INFINITY,
                -f64::INFINITY,
                0.0,
                -0.0,
                1.0,
                f64::NAN,
                f64::INFINITY,
                -f64::INFINITY,
                0.0,
                -0.0,
                1.0,
            ],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_057() {
    let expect = [-2.0, f64::NAN, f64::NAN, f64::INFINITY];
    check_table(maximum_f64, &[&[-4.0, 10.0, f64::NAN, f64::INFINITY], &[-2.0, f64::NAN, 0.0, 1.0]], &expect, 0, true);
}

#[test]
fn en_058() {
    let expect = [-1.7976931348623157e+308, 1.7976931348623157e+308, 0.1, f64::NAN];
    check_table(
        minimum_f64,
        &[
            &[-1.7976931348623157e+308, 1.7976931348623157e+308, 0.1, -1.7976931348623157e+308],
            &[f64::INFINITY, f64::INFINITY, 0.10000000000000002, f64::NAN],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_059() {
    let expect = [-1.7976931348623157e+308, 1.7976931348623157e+308, 0.1, -1.7976931348623157e+308];
    check_table(
        fmin_f64,
        &[
            &[-1.7976931348623157e+308, 1.7976931348623157e+308, 0.1, -1.7976931348623157e+308],
            &[f64::INFINITY, f64::INFINITY, 0.10000000000000002, f64::NAN],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_061() {
    let expect = [1.0, 2.0, -2.0, -1.0, 0.0, 0.0, -0.0, -0.0, 0.0, -0.0];
    check_table(
        remainder_f64,
        &[
            &[7.0, -7.0, 7.0, -7.0, 6.0, -6.0, 6.0, -6.0, 0.0, 0.0],
            &[3.0, 3.0, -3.0, -3.0, 3.0, 3.0, -3.0, -3.0, 3.0, -3.0],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_062() {
    let expect = [2.0, -3.0, -3.0, 2.0, 2.0, -2.0, -2.0, 2.0, 0.0, -0.0];
    check_table(
        floor_divide_f64,
        &[
            &[7.0, -7.0, 7.0, -7.0, 6.0, -6.0, 6.0, -6.0, 0.0, 0.0],
            &[3.0, 3.0, -3.0, -3.0, 3.0, 3.0, -3.0, -3.0, 3.0, -3.0],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_063() {
    let expect = [14.0, 5.0, -5.0, -14.0];
    check_table(remainder_f64, &[&[71.0, -71.0, 71.0, -71.0], &[19.0, 19.0, -19.0, -19.0]], &expect, 0, true);
}

#[test]
fn en_064() {
    let expect = [f64::NAN, f64::INFINITY, f64::INFINITY, 0.0, 0.0, 1.0, 1.0, 0.5, 0.5, 2.0, 1e-310, 1e+300];
    check_table(
        absolute_f64,
        &[&[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 1e-310, -1e+300]],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_065() {
    let expect = [
        f64::NAN,
        f64::INFINITY,
        f64::NAN,
        0.0,
        -0.0,
        1.0,
        f64::NAN,
        0.7071067811865476,
        f64::NAN,
        1.4142135623730951,
        9.999999999999986e-156,
        f64::NAN,
    ];
    check_table(
        sqrt_f64,
        &[&[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 1e-310, -1e+300]],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_066() {
    let expect = [f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 1.0, -0.0, 2.0, 1.0, -1e+300];
    check_table(
        ceil_f64,
        &[&[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 1e-310, -1e+300]],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_067() {
    let expect = [f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 0.0, -0.0, 2.0, 0.0, -1e+300];
    check_table(
        trunc_f64,
        &[&[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 1e-310, -1e+300]],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_068() {
    let expect = [f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 0.0, -0.0, 2.0, 0.0, -1e+300];
    check_table(
        rint_f64,
        &[&[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 1e-310, -1e+300]],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_069() {
    let expect = [false, true, true, false, false, false, false, false, false, false, false, false];
    check_table(
        isinf_f64,
        &[&[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 1e-310, -1e+300]],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_070() {
    let expect = [false, false, false, true, true, false, false, false, false, false, false, false];
    check_table(
        logical_not_f64,
        &[&[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 1e-310, -1e+300]],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_071() {
    let expect = [
        f64::NAN,
        f64::INFINITY,
        -1.0,
        0.0,
        -0.0,
        1.7182818284590453,
        -0.6321205588285577,
        0.6487212707001282,
        -0.3934693402873666,
        6.38905609893065,
        1e-310,
        -1.0,
    ];
    check_table(
        expm1_f64,
        &[&[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 1e-310, -1e+300]],
        &expect,
        4,
        true,
    );
}

#[test]
fn en_072() {
    let expect = [
        f64::NAN,
        f64::INFINITY,
        f64::NAN,
        -f64::INFINITY,
        -f64::INFINITY,
        0.0,
        f64::NAN,
        -0.3010299956639812,
        f64::NAN,
        0.3010299956639812,
        -310.0,
        f64::NAN,
    ];
    check_table(
        log10_f64,
        &[&[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 1e-310, -1e+300]],
        &expect,
        4,
        true,
    );
}

#[test]
fn en_073() {
    let expect = [
        f64::NAN,
        f64::NAN,
        f64::NAN,
        1.0,
        1.0,
        0.5403023058681398,
        0.5403023058681398,
        0.8775825618903728,
        0.8775825618903728,
        -0.4161468365471424,
        1.0,
    ];
    check_table(
        cos_f64,
        &[&[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 1e-310]],
        &expect,
        4,
        true,
    );
}

#[test]
fn en_074() {
    let expect = [
        f64::NAN,
        f64::NAN,
        f64::NAN,
        0.0,
        -0.0,
        1.5574077246549023,
        -1.5574077246549023,
        0.5463024898437905,
        -0.5463024898437905,
        -2.185039863261519,
        1e-310,
    ];
    check_table(
        tan_f64,
        &[&[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 1e-310]],
        &expect,
        4,
        true,
    );
}

#[test]
fn en_075() {
    let expect = [
        f64::NAN,
        f64::NAN,
        f64::NAN,
        0.0,
        -0.0,
        1.5707963267948966,
        -1.5707963267948966,
        0.5235987755982989,
        -0.5235987755982989,
        f64::NAN,
        1e-310,
        f64::NAN,
    ];
    check_table(
        arcsin_f64,
        &[&[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 1e-310, -1e+300]],
        &expect,
        4,
        true,
    );
}

#[test]
fn en_076() {
    let expect = [
        f64::NAN,
        1.5707963267948966,
        -1.5707963267948966,
        0.0,
        -0.0,
        0.7853981633974483,
        -0.7853981633974483,
        0.4636476090008061,
        -0.4636476090008061,
        1.1071487177940904,
        1e-310,
        -1.5707963267948966,
    ];
    check_table(
        arctan_f64,
        &[&[f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 1e-310, -1e+300]],
        &expect,
        4,
        true,
    );
}

#[test]
fn en_077() {
    let expect = [1.0, -1.0, f64::NAN, 0.0, 1.0, -1.0];
    check_table(sign_f64, &[&[f64::INFINITY, -f64::INFINITY, f64::NAN, 0.0, 3.0, -3.0]], &expect, 0, false);
}

#[test]
fn en_078() {
    let expect = [f32::INFINITY, 0.0, 16777216.0, f32::NAN, -f32::INFINITY, -0.0];
    check_table(
        multiply_f32,
        &[&[3.4e+38, 1e-45, 16777216.0, f32::NAN, f32::INFINITY, -0.0], &[3.4e+38, 0.5, 1.0, 1.0, -f32::INFINITY, 0.0]],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_079() {
    let expect = [3.3999999521443642e+38, 0.5, 16777216.0, f32::NAN, f32::INFINITY, 0.0];
    check_table(
        maximum_f32,
        &[&[3.4e+38, 1e-45, 16777216.0, f32::NAN, f32::INFINITY, -0.0], &[3.4e+38, 0.5, 1.0, 1.0, -f32::INFINITY, 0.0]],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_080() {
    let expect = [0, 0, 0, 0, 0, 0, 0];
    check_table(remainder_i8, &[&[-128, -128, 127, 1, -1, 0, -128], &[-1, 1, -1, 0, 0, 0, 0]], &expect, 0, true);
}

#[test]
fn en_081() {
    let expect = [-128, 127, 1];
    check_table(absolute_i8, &[&[-128, 127, -1]], &expect, 0, true);
}

#[test]
fn en_082() {
    let expect = [0, 0, 0, 0, 0, 0, 0];
    check_table(
        remainder_i16,
        &[&[-32768, -32768, 32767, 1, -1, 0, -32768], &[-1, 1, -1, 0, 0, 0, 0]],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_083() {
    let expect = [-2, -32768, 0];
    check_table(multiply_i16, &[&[32767, -32768, -32768], &[2, -1, -32768]], &expect, 0, true);
}

#[test]
fn en_084() {
    let expect = [-32768, -32767, 0];
    check_table(negative_i16, &[&[-32768, 32767, 0]], &expect, 0, true);
}

#[test]
fn en_085() {
    let expect = [-2147483648, -2147483648, -2147483647, 0, 0, 0, 0];
    check_table(
        floor_divide_i32,
        &[&[-2147483648, -2147483648, 2147483647, 1, -1, 0, -2147483648], &[-1, 1, -1, 0, 0, 0, 0]],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_086() {
    let expect = [0, 0, 0, 0, 0, 0, 0];
    check_table(
        remainder_i32,
        &[&[-2147483648, -2147483648, 2147483647, 1, -1, 0, -2147483648], &[-1, 1, -1, 0, 0, 0, 0]],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_087() {
    let expect = [0, 0, 0, 0, 0, 0, 0];
    check_table(
        fmod_i32,
        &[&[-2147483648, -2147483648, 2147483647, 1, -1, 0, -2147483648], &[-1, 1, -1, 0, 0, 0, 0]],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_088() {
    let expect = [-2, -2147483648, 0];
    check_table(multiply_i32, &[&[2147483647, -2147483648, -2147483648], &[2, -1, -2147483648]], &expect, 0, true);
}

#[test]
fn en_089() {
    let expect = [0, 0, 0, 0, 0, 0, 0];
    check_table(
        remainder_i64,
        &[
            &[-9223372036854775808, -9223372036854775808, 9223372036854775807, 1, -1, 0, -9223372036854775808],
            &[-1, 1, -1, 0, 0, 0, 0],
        ],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_090() {
    let expect = [-9223372036854775808, 9223372036854775807, -2];
    check_table(
        add_i64,
        &[&[9223372036854775807, -9223372036854775808, 9223372036854775807], &[1, -1, 9223372036854775807]],
        &expect,
        0,
        true,
    );
}

#[test]
fn en_091() {
    let expect = [2147483647, 0, 2];
    check_table(floor_divide_u32, &[&[4294967295, 7, 7], &[2, 0, 3]], &expect, 0, true);
}

#[test]
fn en_092() {
    let expect = [1, 2147483648, -16, -4611686018427387904];
    check_table(left_shift_i64, &[&[1, 1, -1, 3], &[0, 31, 4, 62]], &expect, 0, true);
}

#[test]
fn en_093() {
    let expect = [-4, -1, 16, 1];
    check_table(right_shift_i64, &[&[-8, -1, 256, 5], &[1, 63, 4, 2]], &expect, 0, true);
}

#[test]
fn en_094() {
    let expect = [0, -1, -1, -1, 14];
    check_table(bitwise_or_i64, &[&[0, 0, -1, -1, 12], &[0, -1, 0, -1, 10]], &expect, 0, true);
}

#[test]
fn en_095() {
    let expect = [0, -1, -1, 0, 6];
    check_table(bitwise_xor_i64, &[&[0, 0, -1, -1, 12], &[0, -1, 0, -1, 10]], &expect, 0, true);
}

#[test]
fn en_096() {
    let expect = [false, true, true, true];
    check_table(logical_or_i64, &[&[0, 0, 3, 2], &[0, 4, 0, 2]], &expect, 0, true);
}

#[test]
fn en_097() {
    let expect = [0, 4, 3, 2];
    check_table(maximum_i64, &[&[0, 0, 3, 2], &[0, 4, 0, 2]], &expect, 0, true);
}
