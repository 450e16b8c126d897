"""NumPy's results of its everyday ufuncs at special and ordinary values.

tests/data/ufuncs.csv holds floats as bits of f64 (or 0 and 1), tests/data/integer_ufuncs.csv results of i64.

Usage, in the project's root: python3 tests/generate/ufuncs.py
"""
import struct

import numpy as np

SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, -2.5, 3.0, -7.0, 7.0, 0.3, -0.7, 1e-8, -1e-8, 100.25, -1e16, 4503599627370495.5,
           5e-324, 1e300, -1e300, float("inf"), float("-inf"), float("nan")]
FLOATS = ["name,x,y,first,second"]
ONE = """negative square reciprocal absolute fabs sign signbit floor ceil trunc rint isnan isinf isfinite sqrt cbrt exp exp2 expm1 log
log2 log10 log1p sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh degrees radians modf
positive spacing frexp""".split()
TWO = """add subtract multiply divide power remainder floor_divide divmod fmod copysign heaviside maximum minimum fmax fmin equal
not_equal less less_equal greater greater_equal logaddexp arctan2 hypot nextafter logaddexp2 float_power ldexp""".split()


def bits(x):
    return format(struct.unpack("<Q", struct.pack("<d", float(x)))[0], "016x")


def rows(name, *args):
    if name == "ldexp" and not (args[1] == int(args[1]) if np.isfinite(args[1]) else False):
        return
    # Of two, so that an exponent of 0.5 is not taken for a square root: numbers alone have shortcuts.
    with np.errstate(all="ignore"):
        arrays = [np.array([x, 2.0]) for x in args]
        if name == "ldexp":
            arrays[1] = arrays[1].clip(-(2**31), 2**31 - 1).astype(np.int32)
        result = getattr(np, name)(*arrays)
    result = [part[0] for part in (result if isinstance(result, tuple) else (result,))]
    padded = [bits(x) for x in args] + [""] * (2 - len(args))
    FLOATS.append(",".join([name, *padded, *[bits(x) for x in result], *[""] * (2 - len(result))]))


def write(path, lines):
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")


for name in ONE:
    for x in SPECIAL:
        rows(name, x)
# Near the ends of the range, where a power of 2 rounds.
for x in (1.0, 0.7, 3e-310, 5e-324, 1.7e308, -2.5e-308):
    for n in (-2200.0, -1100.0, -1074.0, -1023.0, -1022.0, -53.0, 0.0, 1.0, 53.0, 1023.0, 1024.0, 2100.0):
        rows("ldexp", x, n)
    rows("frexp", x)
    rows("spacing", x)
for name in TWO:
    some = [x for x in SPECIAL if x not in (-0.5, 2.5, 0.3, -0.7, -1e-8, 100.25, -1e300, 4503599627370495.5)]
    for x in some:
        for y in some:
            rows(name, x, y)
write("tests/data/ufuncs.csv", FLOATS)

INTEGERS = [0, 1, -1, 2, -2, 3, 7, -7, 10, -12, 63, 64, 65, -64, 1000003, 2**62, -(2**63), 2**63 - 1]
INTEGER_ONE = "absolute sign negative positive invert bitwise_count square".split()
INTEGER_TWO = """add subtract multiply remainder floor_divide divmod fmod gcd lcm left_shift right_shift maximum minimum fmax fmin
bitwise_and bitwise_or bitwise_xor""".split()


def integers(name, *args):
    with np.errstate(all="ignore"):
        result = getattr(np, name)(*[np.array([x], dtype=np.int64) for x in args])
    result = [str(part[0]) for part in (result if isinstance(result, tuple) else (result,))]
    return ",".join([name, *map(str, args), *[""] * (2 - len(args)), *result, *[""] * (2 - len(result))])


lines = ["name,x,y,first,second"]
lines += [integers(name, x) for name in INTEGER_ONE for x in INTEGERS]
for name in INTEGER_TWO:
    # The size of the least integer is none, and what NumPy makes of it here is its own.
    some = INTEGERS[:-2] + INTEGERS[-1:] if name in ("gcd", "lcm") else INTEGERS
    lines += [integers(name, x, y) for x in some for y in some]
write("tests/data/integer_ufuncs.csv", lines)
