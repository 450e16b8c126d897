"""Writes tests/format/cases.rs: arrays, and how NumPy prints them.

Run it in the project's root: `python3 tests/generate/format.py`.

Each case is a buffer of numbers and a strided view of it. `str` is compared with `Display`, `repr` with `Debug`, and
`array2string(precision=p, floatmode="fixed", suppress_small=True)` with `{:.p}`.
"""

import numpy as np
from numpy.lib.stride_tricks import as_strided

NAN, INF = float("nan"), float("inf")
RUST = {
    "float64": "f64", "float32": "f32", "bool": "bool", "complex128": "Complex<f64>", "complex64": "Complex<f32>",
    **{f"{sign}int{bits}": f"{'u' if sign else 'i'}{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64)},
}

cases = []


def case(name, values, dtype="float64", shape=None, strides=None, offset=0, decimals=None):
    """`values`: a nested list, or `(count, start, step)` for the numbers `start + step * k`."""
    if isinstance(values, tuple):
        count, start, step = values
        buffer = (np.arange(count) * step + start).astype(dtype)
        source = f"sequence({count}, {start!r}, {step!r})"
        own_shape = (count,)
    else:
        array = np.array(values, dtype=dtype)
        own_shape, buffer = array.shape, array.reshape(-1)
        source = f"vec![{', '.join(literal(x) for x in buffer)}]"
    shape = own_shape if shape is None else shape
    if strides is None:
        view = buffer.reshape(shape)
        strides = [int(np.prod([max(n, 1) for n in shape[axis + 1:]])) for axis in range(len(shape))]
    else:
        view = as_strided(buffer[offset:], shape, [s * buffer.itemsize for s in strides])
    fixed = None
    if decimals is not None:
        fixed = np.array2string(view, precision=decimals, floatmode="fixed", suppress_small=True)
    cases.append(dict(name=name, dtype=dtype, source=source, shape=list(shape), strides=list(strides), offset=offset,
                      str=str(view), repr=repr(view), decimals=decimals, fixed=fixed))


def literal(x):
    """A number of NumPy as Rust writes it."""
    if isinstance(x, np.complexfloating):
        return f"Complex::new({literal(x.real)}, {literal(x.imag)})"
    if isinstance(x, np.bool):
        return "true" if x else "false"
    if isinstance(x, np.integer):
        return str(x)
    rust = RUST[x.dtype.name]
    if np.isnan(x):
        return f"{rust}::NAN"
    if np.isinf(x):
        return f"{rust}::INFINITY" if x > 0 else f"{rust}::NEG_INFINITY"
    return np.format_float_scientific(x, trim="0") if x != 0 and not 1e-4 <= abs(x) < 1e7 else np.format_float_positional(x, trim="0")


def floats():
    case("whole", [[1, 2], [3, 4]])
    case("one_decimal", [1.5, 2, -3])
    case("decimals_differ", [1.25, 2.5, -3.125, 10])
    case("thirds", [1 / 3, 2 / 3, 1.0])
    case("rounded_up_to_whole", [0.9999999999, 1.5])
    case("ninth_decimal_is_lost", [1.123456789, 1.1234567891234])
    case("tie_of_the_ninth_decimal", [0.001953125 + 1, 0.000000005 + 1])
    case("negative_zero", [-0.0, 0.0, 1.0])
    case("zeros", [[0, 0, 0]])
    case("one_element", [3.0])
    case("small", [1e-5, 2e-5])
    case("just_not_small", [1e-4, 2e-4])
    case("large", [1e8, 2e8])
    case("just_not_large", [99999999, 12345678.5])
    case("wide_ratio", [1, 1000.5])
    case("just_not_wide_ratio", [1, 1000])
    case("wide_ratio_with_zero", [0, 0.001, 123.456])
    case("long_mantissa_in_scientific", [1 / 3 * 1e-7, 1e10])
    case("three_digit_exponents", [1e-300, 1e300, 1])
    case("two_digit_exponents", [1.5e-10, -2.25e10])
    case("largest_and_smallest", [1.7976931348623157e308, 5e-324, 2.2250738585072014e-308])
    case("nan", [NAN, 1, 2.5])
    case("nan_alone", [NAN, NAN])
    case("infinities", [INF, -INF, 1.25])
    case("infinity_alone", [INF])
    case("negative_infinity_alone", [-INF, NAN])
    case("nan_in_scientific", [NAN, 1e-10, -1])
    case("infinities_of_wide_numbers", [-INF, 123456.75, 234567.5])
    case("negative_nan_and_short_numbers", [[NAN, -1], [0, -INF]])
    case("f32_shortest", [0.1, 0.2, 0.3], "float32")
    case("f32_large", [1234567, 1], "float32")
    case("f32_just_not_large", [999999, 10001], "float32")
    case("f32_just_small", [1e-4, 2e-4], "float32")
    case("f32_small", [1e-5, 0.1], "float32")
    case("f32_long", [1 / 3, 2 / 3, 1e3 / 7], "float32")
    case("f32_places_filled_with_digits", [1e-5 / 3, 0.1], "float32")
    case("f32_ties_of_the_shortest_text", [-134833.625, 5594.53125], "float32")
    case("f32_scalar_tie", 1363055.25, "float32")
    case("f32_matrix", [[1.5, -2], [0.25, 1e2]], "float32")
    for name, x in [("one", 1), ("tenth", 0.1), ("large", 1e16), ("not_large", 1e15), ("long", 2 / 3), ("small", 1.5e-5),
                    ("not_small", 1e-4), ("zero", 0), ("minus_zero", -0.0), ("nan", NAN), ("minus_inf", -INF)]:
        case(f"scalar_{name}", x)
    for name, x in [("tenth", 0.1), ("million", 1e6), ("not_million", 999999.94), ("small", 1e-4), ("third", 1 / 3)]:
        case(f"f32_scalar_{name}", x, "float32")


def fixed_decimals():
    case("three_decimals", [1, 2.0005, -3.98765], decimals=3)
    case("no_decimals", [1.5, 2.5, 100], decimals=0)
    case("decimals_of_wide_numbers", [0.00001, 22222.25], decimals=2)
    case("decimals_of_large_numbers", [1e9, 1], decimals=2)
    case("decimals_and_nan", [NAN, 1, -INF], decimals=1)
    case("decimals_of_a_matrix", [[1, 10], [100, 0.5]], decimals=4)
    case("decimals_of_f32", [0.1, 0.7], "float32", decimals=10)
    case("decimals_of_a_scalar", 2 / 3, decimals=3)
    case("decimals_of_complex", [1 + 2j, -0.5 + 10.25j], "complex128", decimals=2)


def integers_and_bools():
    case("i64", [[1, -20], [300, 4]], "int64")
    case("i64_extremes", [-(2**63), 2**63 - 1, 0], "int64")
    case("u64_largest", [2**64 - 1, 0], "uint64")
    case("i32", [1, 2, 3], "int32")
    case("u8", [[0, 255], [7, 42]], "uint8")
    case("i8", [-128, 127], "int8")
    case("u16_i16", [1, 65535], "uint16")
    case("i16", [[-1]], "int16")
    case("u32", [4294967295], "uint32")
    case("bools", [[True, False], [False, False]], "bool")
    case("bools_all_true", [True, True], "bool")
    case("bool_scalar", True, "bool")
    case("bool_scalar_false", False, "bool")
    case("i64_scalar", -7, "int64")
    case("u8_scalar", 200, "uint8")


def complex_numbers():
    case("complex", [1 + 2j, 3.5 - 4j], "complex128")
    case("complex_matrix", [[1j, 1], [-1.25, 0.5 - 10j]], "complex128")
    case("complex_nan", [complex(NAN, 1), complex(1, NAN)], "complex128")
    case("complex_inf", [complex(INF, -INF), complex(-1.5, 2.25)], "complex128")
    case("complex_imaginary_nan_only", [complex(0, NAN)], "complex128")
    case("complex_parts_of_two_notations", [1e-10 + 1j, 1 + 2.5j], "complex128")
    case("complex_decimals_missing", [1 + 1.125j, 1 + 2j], "complex128")
    case("c64", [1 + 2j, 0.1 + 0.3j], "complex64")
    for name, z in [("both", 1 + 2j), ("imaginary", 1j), ("real", 3), ("zero", 0), ("negative", -1.5 - 0.1j),
                    ("minus_zero", complex(-0.0, 1)), ("nan", complex(0.5, NAN)), ("large", complex(1e20, -1e-7))]:
        case(f"complex_scalar_{name}", z, "complex128")
    case("c64_scalar", 0.1 + 1e20j, "complex64")


def lines_and_brackets():
    case("rank_3", (12, 0.0, 1.0), shape=(2, 2, 3))
    case("rank_4", (16, 0, 1), "int64", shape=(2, 2, 2, 2))
    case("rank_5", (8, 0, 1), "int32", shape=(2, 1, 2, 1, 2))
    case("wrapped", (30, 0.0, 1.5))
    case("wrapped_integers", (60, 0, 1), "int64")
    case("wrapped_rows", (80, -40, 1), "int64", shape=(2, 40))
    case("wrapped_rank_3", (96, 0.0, 0.25), shape=(2, 2, 24))
    case("wrapped_bools", [[k % 3 == 0 for k in range(30)], [k % 2 == 0 for k in range(30)]], "bool")
    case("wrapped_complex", [complex(k, -k) for k in range(12)], "complex128")
    case("fits_exactly", (19, 100, 1), "int64")
    case("just_does_not_fit", (20, 100, 1), "int64")
    case("dtype_on_a_line_of_its_own", (15, 1000, 1), "int16")
    case("dtype_after_a_full_line", [1000000] * 6, "int32")
    case("dtype_pushed_to_the_next_line", [1000000000] * 5, "int32")
    case("column", (4, 0.0, 0.5), shape=(4, 1))
    case("thousand_elements", (1000, 0, 1), "int64")


def summarised():
    case("summary", (1001, 0, 1), "int64")
    case("summary_of_floats", (2000, 0.0, 0.5))
    case("summary_of_rows", (3000, 0.0, 1.0), shape=(1000, 3))
    case("summary_of_columns", (3000, 0, 1), "int64", shape=(3, 1000))
    case("summary_of_both", (10000, 0.0, 0.25), shape=(100, 100))
    case("summary_of_rank_3", (8000, 0, 1), "int64", shape=(20, 20, 20))
    case("summary_of_short_axes", (1200, 0, 1), "int32", shape=(2, 6, 100))
    case("summary_wraps", (2000, 1234567.125, 1.0))
    case("summary_of_wide_numbers_shows_the_corners_only", (1101, -0.125, 1.0))
    case("summary_of_f32", (1100, 0.0, 0.5), "float32", shape=(11, 100))
    case("summary_of_seven", (1050, 0, 1), "uint16", shape=(7, 150))
    case("summary_of_rank_4", (1680, 0, 1), "int64", shape=(8, 7, 6, 5))


def empty():
    case("empty", [])
    case("empty_f32", [], "float32")
    case("empty_bool", [], "bool")
    case("empty_rows", [], shape=(0, 3))
    case("empty_columns", [], "int64", shape=(2, 0))
    case("empty_rank_3", [], "complex64", shape=(2, 0, 4))


def strided():
    case("transposed", (6, 0.0, 1.0), shape=(3, 2), strides=(1, 3))
    case("reversed", (4, 0, 1), "int64", shape=(4,), strides=(-1,), offset=3)
    case("stepped", (10, 0.0, 0.5), shape=(5,), strides=(2,))
    case("broadcast", (3, 1, 1), "int64", shape=(2, 3), strides=(0, 1))
    case("broadcast_summary", [0.5], shape=(100, 100), strides=(0, 0))
    case("windows", (6, 0.0, 1.0), shape=(4, 3), strides=(1, 1))
    case("diagonal", (9, 0, 1), "int64", shape=(3,), strides=(4,))


def rust(c):
    args = f"{c['shape']}, {c['strides']}, {c['offset']}"
    texts = [f'r"{c["str"]}"', f'r"{c["repr"]}"']
    lines = [f"    let buffer: Vec<{RUST[c['dtype']]}> = {c['source']};",
             f"    let view = View::from_slice_strided(&buffer, {args}).unwrap();",
             f"    assert_eq!(view.to_string(), {texts[0]});",
             f"    assert_eq!(format!(\"{{view:?}}\"), {texts[1]});"]
    if c["fixed"] is not None:
        lines.append(f"    assert_eq!(format!(\"{{view:.{c['decimals']}}}\"), r\"{c['fixed']}\");")
    return "\n".join(["#[test]", f"fn {c['name']}() {{", *lines, "}"])


for group in (floats, fixed_decimals, integers_and_bools, complex_numbers, lines_and_brackets, summarised, empty, strided):
    group()
assert len({c["name"] for c in cases}) == len(cases)
with open("tests/format/cases.rs", "w") as file:
    file.write(f"// Written by tests/generate/format.py with NumPy {np.__version__}: {len(cases)} arrays. Do not edit.\n\n")
    file.write("use super::{Complex, View, sequence};\n\n")
    file.write("\n\n".join(rust(c) for c in cases))
    file.write("\n")
print(len(cases), "cases")
