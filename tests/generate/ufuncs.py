"""NumPy's results of its everyday ufuncs at special and ordinary values: tests/data/ufuncs.csv, as bits of f64 (or 0 and 1).

Usage: python3 tests/generate/ufuncs.py > tests/data/ufuncs.csv
"""
import struct

import numpy as np

SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, -2.5, 3.0, -7.0, 7.0, 0.3, -0.7, 1e-8, -1e-8, 100.25, -1e16, 4503599627370495.5,
           5e-324, 1e300, -1e300, float("inf"), float("-inf"), float("nan")]
ONE = """negative square reciprocal absolute fabs sign signbit floor ceil trunc rint isnan isinf isfinite sqrt cbrt exp exp2 expm1 log
log2 log10 log1p sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh degrees radians modf""".split()
TWO = """add subtract multiply divide power remainder floor_divide divmod fmod copysign heaviside maximum minimum fmax fmin equal
not_equal less less_equal greater greater_equal logaddexp arctan2 hypot""".split()


def bits(x):
    return format(struct.unpack("<Q", struct.pack("<d", float(x)))[0], "016x")


def rows(name, *args):
    # Of two, so that an exponent of 0.5 is not taken for a square root: numbers alone have shortcuts.
    with np.errstate(all="ignore"):
        result = getattr(np, name)(*[np.array([x, 2.0]) for x in args])
    result = [part[0] for part in (result if isinstance(result, tuple) else (result,))]
    padded = [bits(x) for x in args] + [""] * (2 - len(args))
    print(",".join([name, *padded, *[bits(x) for x in result], *[""] * (2 - len(result))]))


print("name,x,y,first,second")
for name in ONE:
    for x in SPECIAL:
        rows(name, x)
for name in TWO:
    some = [x for x in SPECIAL if x not in (-0.5, 2.5, 0.3, -0.7, -1e-8, 100.25, -1e300, 4503599627370495.5)]
    for x in some:
        for y in some:
            rows(name, x, y)
