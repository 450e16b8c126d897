"""Writes true values of the elementary functions, and the constants that the reference of `examples/ulp` computes with.

Run it in the project's root, with mpmath installed: `python3 tests/generate/elementary.py`. It writes

    tests/data/elementary.csv                 arguments that are hard for each function, and true values to 128 bits
    examples/ulp/reference/constants.rs       π, ln 2, ln 10, arctangents, and the bits of 2/π

The same versions of Python and mpmath write the same bytes: arguments come from a generator with a fixed seed.

Columns of the table: the function; the bits of its arguments as `f64` (`powi`'s second one too), the second empty where
there is one; the true value as exponent and significand, `value = ±significand · 2^(exponent - 127)`, where the
significand is an integer of 128 bits, rounded to nearest, whose highest bit is set.
"""

import math
import struct

from mpmath import mp, mpf

# Enough for 2^-1074 beside 1, twice over, and for sin(2^1024).
mp.prec = 2600

MAX = 1.7976931348623157e308
TINY = 5e-324
NORMAL = 2.2250738585072014e-308
HALF_PI = mp.pi / 2


class Generator:
    """SplitMix64 (Steele, Lea, Flood 2014)."""

    def __init__(self, seed):
        self.state = seed

    def bits(self):
        mask = (1 << 64) - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & mask
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        return z ^ (z >> 31)

    def uniform(self, low, high):
        return low + (high - low) * ((self.bits() >> 11) / 2.0**53)

    def integer(self, low, high):
        return low + self.bits() % (high - low + 1)


random = Generator(20240229)


def to_bits(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def from_bits(bits):
    return struct.unpack("<d", struct.pack("<Q", bits))[0]


def neighbours(x, steps=(-1, 0, 1)):
    """Floats beside `x`, which is not zero."""
    return [from_bits(to_bits(x) + step) for step in steps]


def signed(values):
    return [s * v for v in values for s in (1.0, -1.0)]


def any_finite(count):
    found = []
    while len(found) < count:
        x = from_bits(random.bits())
        if math.isfinite(x) and x != 0.0:
            found.append(x)
    return found


def between(low, high, count):
    return [random.uniform(low, high) for _ in range(count)]


def powers(low, high, count):
    """Positive numbers whose exponents are spread evenly over `low..high`."""
    return [math.ldexp(random.uniform(1.0, 2.0), random.integer(low, high)) for _ in range(count)]


SMALL = [TINY, 3 * TINY, from_bits(0x000F_FFFF_FFFF_FFFF), NORMAL, 1e-300, 2.0**-60, 2.0**-30, 2.0**-27, 1e-5, 0.01]


def exponential(low, high):
    """Arguments of an exponential function whose finite, nonzero results lie between `low` and `high`."""
    return (
        signed(SMALL)
        + signed([0.25, 0.34, 0.3465735902799726, 0.36, 0.5, 1.0, 2.0, 10.0])
        + neighbours(low) + neighbours(high) + neighbours(low * 0.95) + neighbours(high * 0.999)
        + between(low, high, 30) + between(-1.0, 1.0, 20) + between(low, low * 0.95, 5)
    )


def logarithmic():
    near = [2.0**-k for k in (52, 50, 40, 30, 20, 10, 5, 3, 2)]
    return (
        SMALL + [MAX, 2.0, 10.0, 1e22, 2.0**1023, 2.0**-1022, 2.0**-1060, math.e, 1e16]
        + neighbours(1.0, (-2, -1, 0, 1, 2)) + neighbours(math.sqrt(0.5)) + neighbours(math.sqrt(2.0))
        + [1.0 + t for t in near] + [1.0 - t for t in near]
        + between(0.5, 2.0, 20) + [abs(x) for x in any_finite(20)]
    )


def circular():
    near_multiples = []
    for k in [1, 2, 3, 4, 5, 6, 7, 8, 100, 12345, 10**6, 2**31, 10**12, 2**50]:
        near_multiples += neighbours(float(k * HALF_PI), (-1, 0, 1))
    # The double that is nearest to a multiple of π/2, relatively (Muller, Elementary Functions, section 9.3).
    worst = math.ldexp(6381956970095103, 797)
    return (
        signed(SMALL) + near_multiples + signed([worst, 1e22, MAX, 2.0**1000, 2.0**120, 1e308])
        + between(-10.0, 10.0, 20) + any_finite(20) + powers(53, 1023, 10)
    )


def unit(ends):
    """Arguments in [-1, 1], dense at the ends."""
    near = [1.0 - 2.0**-k for k in (53, 52, 50, 40, 30, 20, 10, 5, 3)]
    return signed(SMALL) + signed(near) + signed([0.5, 0.4375, 1.0 / 16, 1.0 / 32]) + between(-1.0, 1.0, 30) + ends


def everywhere():
    return (
        signed(SMALL) + signed([0.5, 1.0, 2.0, 1.0 / 32, 15.0 / 16, 16.0, MAX, 2.0**53, 2.0**600])
        + neighbours(1.0) + between(-3.0, 3.0, 20) + any_finite(30) + signed(powers(-30, 30, 10))
    )


def beyond_one():
    near = [1.0 + 2.0**-k for k in (52, 51, 50, 40, 30, 20, 10, 5, 3, 2, 1)]
    return near + [2.0, 3.0, 1e5, MAX, 2.0**600] + [1.0 + t for t in powers(-52, 0, 20)] + powers(0, 1023, 30)


def pairs(count):
    """Two coordinates: anything, alike, far apart, at the ends of the range."""
    found = [(x, y) for x, y in zip(any_finite(20), any_finite(20))]
    found += list(zip(between(-2.0, 2.0, count), between(-2.0, 2.0, count)))
    found += [(x, x * s) for x in powers(-500, 500, 5) for s in (1.0, -1.0, 1.0 + 2.0**-50)]
    ends = [TINY, NORMAL, 1.0, 1e-160, 1e160, MAX]
    found += [(x, y * s) for x in ends for y in ends for s in (1.0, -1.0)]
    return found


def powf():
    found = []
    for x in powers(-1074, 1023, 30) + powers(-3, 3, 20):
        log = math.log2(x)
        if log != 0.0:
            found.append((x, random.uniform(-1074.0, 1023.9) / log))
    for k in (52, 50, 40, 30, 20, 10):
        for x in (1.0 + 2.0**-k, 1.0 - 2.0**-k):
            log = math.log1p(x - 1.0)
            found += [(x, random.uniform(-744.0, 709.0) / log), (x, random.uniform(-1.0, 1.0)), (x, TINY)]
    found += [(-x, float(n)) for x, n in zip(between(0.1, 9.0, 10), [-301, -7, -3, -2, -1, 1, 2, 3, 7, 300])]
    found += [(x, 0.5) for x in (2.0, 3.0, TINY, MAX)] + [(x, -1.0) for x in (3.0, 7.0, 1e300)]
    found += [(3.0, 33.0), (10.0, 22.0), (10.0, 308.0), (10.0, -323.0), (2.0, -1074.0), (7.0, 1e-300)]
    return found


def powi():
    found = [(x, float(random.integer(-40, 40))) for x in signed(powers(-20, 20, 15))]
    for _ in range(30):
        n = random.integer(-(2**31), 2**31 - 1)
        x = math.exp(random.uniform(-744.0, 709.0) / n)
        found.append((x if random.bits() & 1 else -x, float(n)))
    ends = [(1.0 + 2.0**-52, 2.0**31 - 1), (1.0 - 2.0**-53, -(2.0**31)), (-1.0, 2.0**31 - 1), (3.0, 0.0), (TINY, 1.0)]
    return found + ends


def real_cbrt(x):
    return mp.cbrt(x) if x > 0 else -mp.cbrt(-x)


ONE = {
    "exp": (mp.exp, exponential(-745.1332191019411, 709.782712893384)),
    "exp2": (lambda x: mpf(2) ** x, exponential(-1074.9, 1023.9999999999999)),
    "exp_m1": (mp.expm1, exponential(-745.1332191019411, 709.782712893384)),
    "ln": (mp.ln, logarithmic()),
    "ln_1p": (mp.log1p, signed(SMALL) + unit([]) + logarithmic()),
    "log2": (lambda x: mp.ln(x) / mp.ln(2), logarithmic()),
    "log10": (lambda x: mp.ln(x) / mp.ln(10), logarithmic()),
    "sin": (mp.sin, circular()),
    "cos": (mp.cos, circular()),
    "tan": (mp.tan, circular()),
    "asin": (mp.asin, unit([1.0, -1.0])),
    "acos": (mp.acos, unit([-1.0])),
    "atan": (mp.atan, everywhere()),
    "sinh": (mp.sinh, exponential(-710.4758600739439, 710.4758600739439)),
    "cosh": (mp.cosh, exponential(-710.4758600739439, 710.4758600739439)),
    "tanh": (mp.tanh, exponential(-25.0, 25.0) + [300.0, -700.0]),
    "asinh": (mp.asinh, everywhere()),
    "acosh": (mp.acosh, beyond_one()),
    "atanh": (mp.atanh, unit([])),
    "sqrt": (mp.sqrt, logarithmic()),
    "cbrt": (real_cbrt, everywhere()),
}

TWO = {
    "atan2": (mp.atan2, pairs(30)),
    "hypot": (mp.hypot, pairs(30)),
    "powf": (lambda x, y: x**y, powf()),
    "powi": (lambda x, y: x**y, powi()),
}


def parts(value):
    """Sign, exponent and the 128 bits of the significand."""
    assert value != 0 and mp.isfinite(value)
    with mp.workprec(128):
        sign, significand, exponent, length = (+mp.re(value))._mpf_
    return "-" if sign else "", exponent + length - 1, int(significand) << (128 - length)


def row(name, arguments, value):
    sign, exponent, significand = parts(value)
    bits = [f"{to_bits(x):016x}" for x in arguments] + [""] * (2 - len(arguments))
    return f"{name},{bits[0]},{bits[1]},{exponent},{sign}{significand:032x}"


def table():
    rows = ["function,x,y,exponent,significand"]
    for name, (function, arguments) in ONE.items():
        if name in ("ln_1p", "atanh"):
            arguments = [x for x in arguments if abs(x) != 1.0]
        rows += [row(name, [x], function(mpf(x))) for x in dict.fromkeys(arguments) if function(mpf(x)) != 0]
    for name, (function, arguments) in TWO.items():
        rows += [row(name, [x, y], function(mpf(x), mpf(y))) for x, y in dict.fromkeys(arguments)]
    return rows


def grouped(number, digits):
    text = f"{number:0{digits}x}"
    return "0x" + "_".join(text[i : i + 4] for i in range(0, digits, 4))


def real(value):
    _, exponent, significand = parts(value)
    return f"Real::from_parts({exponent}, {grouped(significand, 32)})"


def constants():
    high = mp.floor(mp.ln(2) * 2**100) / 2**100
    words = [int(mp.floor(2 / mp.pi * mpf(2) ** (64 * (k + 1)))) & (2**64 - 1) for k in range(24)]
    lines = [
        "//! Written by `tests/generate/elementary.py`.",
        "",
        "use super::Real;",
        "",
        "pub const HALF_PI: Real = " + real(mp.pi / 2) + ";",
        "pub const PI: Real = " + real(mp.pi) + ";",
        "",
        "/// The first hundred bits of ln 2, so that small multiples are exact.",
        "pub const LN_2_HIGH: Real = " + real(high) + ";",
        "/// The rest of ln 2.",
        "pub const LN_2_LOW: Real = " + real(mp.ln(2) - high) + ";",
        "pub const LN_2: Real = " + real(mp.ln(2)) + ";",
        "pub const LN_10: Real = " + real(mp.ln(10)) + ";",
        "",
        "/// atan(k / 16) for k from 1.",
        "pub const ATAN_OF_SIXTEENTHS: [Real; 16] = [",
        *[f"    {real(mp.atan(mpf(k) / 16))}," for k in range(1, 17)],
        "];",
        "",
        "/// The binary digits of 2/π behind the point.",
        f"pub const TWO_OVER_PI: [u64; {len(words)}] = [",
        *[f"    {grouped(word, 16)}," for word in words],
        "];",
    ]
    return lines


def write(path, lines):
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    write("tests/data/elementary.csv", table())
    write("examples/ulp/reference/constants.rs", constants())
