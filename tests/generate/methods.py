"""Writes the tests of the methods of arrays that reduce, scan, sort and count, with what NumPy gives.

Run it in the project's root, with NumPy installed: `python3 tests/generate/methods.py`. It writes

    tests/methods_cases/cases.rs     a test for each method, element type and rank: inputs by a recipe, results by NumPy

The recipe is that of the shared cases (a linear congruential generator), so that both sides have the same elements.
"""

import numpy as np

OUT = "tests/methods_cases/cases.rs"
SHAPES = {
    0: [()],
    1: [(0,), (1,), (7,), (100,)],
    2: [(3, 4), (1, 5), (5, 1), (0, 3), (3, 0), (17, 33)],
    3: [(2, 3, 4), (4, 1, 9), (2, 0, 3)],
}
TYPES = {"f64": np.float64, "f32": np.float32, "i64": np.int64, "u8": np.uint8, "bool": np.bool_}
# Where a NaN or an infinity stands, as the number of the element modulo 11.
SPECIAL = 3


def draw(seed, shape, dtype, special):
    """As `draw` in `check.rs` does."""
    count, state, values = int(np.prod(shape)), seed, []
    for k in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        x = (state >> 33) % 41
        if dtype in ("f64", "f32"):
            x = (x - 20) / 16
            if special and k % 11 == SPECIAL:
                x = np.nan if special == "nan" else -0.0
        elif dtype == "i64":
            x -= 20
        elif dtype == "bool":
            x = x % 3 == 0
        values.append(x)
    return np.array(values, dtype=TYPES[dtype]).reshape(shape)


def literal(x, dtype):
    if dtype == "bool":
        return str(bool(x)).lower()
    if dtype in ("f64", "f32"):
        if np.isnan(x):
            return f"{dtype}::NAN"
        if np.isinf(x):
            return f"{'-' if x < 0 else ''}{dtype}::INFINITY"
        return repr(float(x)) if dtype == "f64" else f"{float(np.float32(x))!r}"
    return str(int(x))


def literals(values, dtype):
    return "[" + ", ".join(literal(x, dtype) for x in np.ravel(values)) + "]"


def shape_text(shape):
    return "[" + ", ".join(map(str, shape)) + "]"


def same(x):
    return x.dtype


# Methods: name, arguments, NumPy's function of (x, axis), type of the result, ulps, whether it needs an element, and for which elements.

# Few element types: each makes rustc compile the method once more, for three tiers.
FLOATS, ALL = ("f64", "f32"), ("f64", "f32", "i64", "u8", "bool")


def real(dtype):
    return dtype if dtype in FLOATS else "f64"


def itself(dtype):
    return dtype


def total(dtype):
    return "usize" if dtype == "bool" else dtype


def fixed(name):
    return lambda dtype: name


def summed(x, axis):
    return np.sum(x, axis=axis, dtype=np.int64 if x.dtype == bool else x.dtype)


REDUCTIONS = [
    ("sum", "", summed, total, 8, False, ("f64", "i64", "bool")),
    ("prod", "", lambda x, a: np.prod(x, axis=a, dtype=x.dtype), itself, 80, False, ("f64",)),
    ("mean", "", lambda x, a: np.mean(x, axis=a), real, 8, False, ("f64", "f32", "bool")),
    ("var", "0", lambda x, a: np.var(x, axis=a), real, 16, False, ("f64", "i64")),
    ("var", "1", lambda x, a: np.var(x, axis=a, ddof=1), real, 16, False, ("f64",)),
    ("std", "0", lambda x, a: np.std(x, axis=a), real, 16, False, ("f64",)),
    ("min", "", lambda x, a: np.min(x, axis=a), itself, 0, True, ("f64", "u8")),
    ("max", "", lambda x, a: np.max(x, axis=a), itself, 0, True, ("f64", "f32")),
    ("ptp", "", lambda x, a: np.ptp(x, axis=a), itself, 0, True, ("f64",)),
    ("all", "", lambda x, a: np.all(x, axis=a), fixed("bool"), 0, False, ("f64",)),
    ("any", "", lambda x, a: np.any(x, axis=a), fixed("bool"), 0, False, ("bool",)),
    ("count_nonzero", "", lambda x, a: np.count_nonzero(x, axis=a), fixed("usize"), 0, False, ("f64", "bool")),
    ("norm", "", lambda x, a: np.sqrt(np.sum(np.square(x.astype(TYPES[real(kind(x))])), axis=a)), real, 16, False, ("f64", "i64")),
    ("norm_1", "", lambda x, a: np.sum(np.abs(x.astype(TYPES[real(kind(x))])), axis=a), real, 8, False, ("f64",)),
    ("norm_inf", "", lambda x, a: np.max(np.abs(x.astype(TYPES[real(kind(x))])), axis=a), real, 0, True, ("f64",)),
]
PLACES = [
    ("argmin", "", lambda x, a: np.argmin(x, axis=a), fixed("usize"), 0, True, ("f64",)),
    ("argmax", "", lambda x, a: np.argmax(x, axis=a), fixed("usize"), 0, True, ("f64", "f32", "u8")),
    ("median", "", lambda x, a: np.median(x, axis=a), real, 0, True, ("f64",)),
    ("percentile", "30.0", lambda x, a: np.percentile(x, 30, axis=a), real, 4, True, ("f64", "i64")),
]
LINES = [
    ("cumsum", "", lambda x, a: np.cumsum(x, axis=a, dtype=x.dtype), itself, 8, False, ("f64", "i64")),
    ("cumprod", "", lambda x, a: np.cumprod(x, axis=a, dtype=x.dtype), itself, 80, False, ("f64",)),
    ("diff", "", lambda x, a: np.diff(x, axis=a), itself, 0, False, ("f64",)),
    ("sort", "", lambda x, a: np.sort(x, axis=a), itself, 0, False, ALL),
    ("argsort", "", lambda x, a: np.argsort(x, axis=a, kind="stable"), fixed("usize"), 0, False, ("f64", "i64", "bool")),
]
WHOLE = [
    ("unique", "", lambda x, a: np.unique(x), itself, 0, False, ("f64", "i64", "bool")),
    ("clip", "-0.5, 0.75", lambda x, a: np.clip(x, -0.5, 0.75), itself, 0, False, ("f64",)),
    ("clip", "-5, 7", lambda x, a: np.clip(x, -5, 7), itself, 0, False, ("i64",)),
    ("bincount", "5", lambda x, a: np.bincount(x.ravel(), minlength=5), fixed("usize"), 0, False, ("u8",)),
]


def kind(x):
    return next(name for name, dtype in TYPES.items() if x.dtype == dtype)


def forms(rank, table):
    """The forms of a method on this rank: its name's ending, what stands in `::<>`, NumPy's axis, and the axes that are joined."""
    for axis in range(rank):
        yield "", f"::<{axis}>", axis, (axis,)
    if table is LINES:
        return
    yield "_all", "", None, tuple(range(rank))
    if table is REDUCTIONS and rank == 2:
        yield "_keeping", "::<0>", 0, (0,)
        yield "_axes", "::<axes![0, 1]>", (0, 1), (0, 1)
    if table is REDUCTIONS and rank == 3:
        yield "_axes", "::<axes![0, 2]>", (0, 2), (0, 2)
        yield "_axes_keeping", "::<axes![1, 2]>", (1, 2), (1, 2)


class Writer:
    def __init__(self):
        self.lines, self.count = [], 0

    def test(self, method, dtype, rank, form):
        name, arguments, function, result, ulps, needs, _ = method
        ending, generics, axis, joined = form
        out = result(dtype)
        rows = []
        for n, shape in enumerate(SHAPES[rank]):
            if needs and any(shape[a] == 0 for a in joined):
                continue
            for special in ("none", "nan", "zero") if dtype == "f64" else ("none",):
                if special != "none" and (int(np.prod(shape)) <= SPECIAL or n != len(SHAPES[rank]) - 1 and rank == 2 and shape != (3, 4)):
                    continue
                seed = 1 + 7 * n + rank
                x = draw(seed, shape, dtype, None if special == "none" else special)
                with np.errstate(all="ignore"):
                    expect = np.asarray(function(x, axis))
                if ending.endswith("keeping"):
                    expect = np.expand_dims(expect, joined)
                # Of many, about twenty.
                values = expect.ravel()
                step = 1 if values.size <= 24 else values.size // 19
                expected = literals(values[::step], out)
                rows.append(
                    f"        case({seed}, &{shape_text(shape)}, {special.upper()}, &{shape_text(expect.shape)}, {step}, &{expected}),"
                )
        if not rows:
            return
        call = f"x.{name}{ending}{generics}({arguments})"
        body = f"scalar({call})" if ending == "_all" else f"plain({call})"
        axes = "".join(c for c in generics if c.isdigit())
        more = "_1" if arguments == "1" else ""
        self.count += 1
        self.lines += [
            "#[test]",
            f"fn {name}{more}{ending}_{axes + '_' if axes else ''}of_{dtype}_{rank}() {{",
            f"    check::<{dtype}, {out}>(&[",
            *rows,
            f"    ], {ulps}, |laid| {{",
            f"        let x = view!(laid, {rank});",
            f"        {body}",
            "    });",
            "}",
            "",
        ]


def histograms(writer):
    for n, (shape, bins, bounds) in enumerate([((7,), 3, None), ((100,), 10, None), ((17, 33), 7, (-1.0, 0.5)), ((0,), 4, None)]):
        x = draw(n + 1, shape, "f64", None)
        counts, edges = np.histogram(x, bins, bounds)
        call = f"histogram({bins})" if bounds is None else f"histogram_in({bins}, {bounds[0]}, {bounds[1]})"
        for part, values, out, ulps in ((0, counts, "usize", 0), (1, edges, "f64", 2)):
            writer.count += 1
            writer.lines += [
                "#[test]",
                f"fn {'edges' if part else 'counts'}_of_histogram_{n}() {{",
                f"    check::<f64, {out}>(&[case({n + 1}, &{shape_text(shape)}, NONE, &[{len(values)}], 1, &{literals(values, out)})], {ulps}, |laid| {{",
                f"        plain(view!(laid, {len(shape)}).{call}.{part})",
                "    });",
                "}",
                "",
            ]


def main():
    writer = Writer()
    for table in (REDUCTIONS, PLACES, LINES):
        for method in table:
            for dtype in method[-1]:
                for rank in (0, 1, 2, 3) if dtype == "f64" else (2,):
                    for form in forms(rank, table):
                        writer.test(method, dtype, rank, form)
    for method in WHOLE:
        for dtype in method[-1]:
            for rank in (1, 2):
                writer.test(method, dtype, rank, ("", "", None, tuple(range(rank))))
    histograms(writer)
    with open(OUT, "w") as file:
        file.write("\n".join([
            f"// Written by tests/generate/methods.py with NumPy {np.__version__}. Do not edit.",
            "",
            "use ndweave::axes;",
            "",
            "use crate::check::{NAN, NONE, ZERO, case, check, scalar};",
            "use crate::layouts::plain;",
            "use crate::view;",
            "",
            *writer.lines,
        ]).rstrip() + "\n")
    print(f"{writer.count} tests")


main()
