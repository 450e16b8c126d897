"""Writes the broadcast tests from tests/data/broadcast.json and edge_numeric.json.

Run it in the project's root: `python3 tests/generate/broadcast.py`. It writes

    tests/broadcast_cases/positional.rs   shapes, values, targets: one positional kernel for each list of ranks
    tests/broadcast_cases/tables.rs       functions of special values: one labelled kernel for each function and element type
    tests/broadcast_cases/special.rs      reductions and sums of special values, views into one buffer, geometry, accuracy
    tests/ui/broadcast_cases/*.rs         refusals that the compiler makes

The compiler's words (`.stderr`) are not written here: read them, then bless them.
"""

import json
import os

CASES = "tests/broadcast_cases"
UI = "tests/ui/broadcast_cases"
MAX_OPERANDS = 64
HEAD = "// Written by tests/generate/broadcast.py from tests/data/{}.json. Do not edit.\n"


def entries(name):
    with open(f"tests/data/{name}.json") as file:
        return json.load(file)["entries"]


def write(path, text):
    with open(path, "w") as file:
        file.write(text.rstrip() + "\n")


def rust_list(items):
    return "[" + ", ".join(str(int(x)) for x in items) + "]"


def fn_name(entry):
    return entry["id"].replace("-", "_")


# Numbers.


def number(x, dtype):
    """A value as a Rust literal of its type."""
    if dtype == "bool":
        return str(bool(x)).lower()
    if dtype in ("f64", "f32"):
        special = {"nan": f"{dtype}::NAN", "inf": f"{dtype}::INFINITY", "-inf": f"-{dtype}::INFINITY", "-0.0": "-0.0"}
        return special[x] if isinstance(x, str) else repr(float(x))
    return str(int(x))


def numbers(items, dtype):
    return "[" + ", ".join(number(x, dtype) for x in items) + "]"


# Positional kernels.

SUMS = {"add": 2, "add3": 3, "add4": 4}


def expression(function, count):
    """The kernel over `t0`, `t1`, …"""
    t = [f"t{n}" for n in range(count)]
    if function in ("add", "add3", "add4", "common"):
        return " + ".join(t)
    return {
        "subtract": "t0 - t1",
        "multiply": "t0 * t1",
        "fma": "t0 * t1 + t2",
        "where": "if t0 > 0.0 { t1 } else { t2 }",
        "maximum": "if t0 > t1 { t0 } else { t1 }",
    }[function]


def scalar(function, count):
    """The same of `t[0]`, `t[1]`, … in scalar Rust."""
    text = expression(function, count)
    for n in reversed(range(count)):
        text = text.replace(f"t{n}", f"t[{n}]")
    return text


def ranks_of(shapes):
    return "_".join(str(len(shape)) for shape in shapes)


def operand(o):
    data, memory = o["data"], o.get("mem")
    text = f"lcg(&{rust_list(o['shape'])}, {data['lcg']}, {data['lo']}, {data['n']})"
    if memory:
        fills = "true" if memory.get("data_at") == "buffer" else "false"
        text += f".at(&{rust_list(memory['strides'])}, {memory['offset']}, {memory['len']}, {fills})"
    return text


def expected(expect):
    if expect.get("reject"):
        return "Expect::Refusal"
    shape = rust_list(expect["shape"])
    if "values" in expect:
        return f"Expect::All(&{shape}, &{rust_list(expect['values'])})"
    if "sum" in expect:
        probes = ", ".join(f"({k}, {int(x)})" for k, x in expect["probes"])
        return f"Expect::Digest {{ extents: &{shape}, sum: {expect['sum']}, weighted: {expect['wsum']}, probes: &[{probes}] }}"
    return f"Expect::Shape(&{shape})"


class Positional:
    def __init__(self):
        self.kernels, self.targets, self.tests, self.lower = {}, {}, [], []

    def kernel(self, function, dtype, shapes):
        name = f"{function}_{dtype}_{ranks_of(shapes)}".replace("add3", "add").replace("add4", "add").replace("common", "add")
        # Long lists are named by what they begin with.
        if len(shapes) > 6:
            name = f"{function}_{dtype}_{len(shapes)}_times_{len(shapes[0])}"
        ranks = ", ".join(f"t{n}: {len(s)}" for n, s in enumerate(shapes))
        body = expression(function, len(shapes))
        self.kernels[name] = f"    {name}: {dtype}, ({ranks}), {{ {body} }}, |t| {scalar(function, len(shapes))};"
        return name

    def target(self, name, mode, dtype, target, shapes, text):
        name = f"{name}_{dtype}_{len(target)}_from_{ranks_of(shapes)}"
        ranks = ", ".join(f"t{n}: {len(s)}" for n, s in enumerate(shapes))
        value = text
        for n in range(len(shapes)):
            value = value.replace(f"t{n}", f"t[{n}]")
        value = f"old + {value}" if mode == "+=" else value
        old = "old" if mode == "+=" else "_"
        self.targets[name] = f"    {name}: {dtype}, out: {len(target)}, ({ranks}), {{ out {mode} {text} }}, |{old}, t| {value};"
        return name

    def test(self, entry, call):
        self.tests.append(f"#[test]\nfn {fn_name(entry)}() {{\n    {call};\n}}\n")

    def into(self, entry, name, mode, target, target_text, operands, text):
        shapes = [o["shape"] for o in operands]
        if max(map(len, shapes)) > len(target):
            assert entry["expect"].get("reject")
            self.lower.append((entry, mode, target, shapes, text))
            return
        kernel = self.target(name, mode, "f64", target, shapes, text)
        self.test(entry, f"check_into(&{kernel}(), {target_text}, &[{', '.join(map(operand, operands))}], &{expected(entry['expect'])})")


def write_positional():
    positional = Positional()
    rejected = []
    counts, cut = {}, []
    for entry in entries("broadcast"):
        kind = entry["kind"]
        counts[kind] = counts.get(kind, 0) + 1
        if kind == "shapes":
            if len(entry["shapes"]) > MAX_OPERANDS:
                # As many of these as a kernel takes: all have one shape.
                assert all(shape == entry["shapes"][0] for shape in entry["shapes"])
                entry["shapes"] = entry["shapes"][:MAX_OPERANDS]
                cut.append(entry["id"])
            kernel = positional.kernel("common", "f64", entry["shapes"])
            operands = ", ".join(f"lcg(&{rust_list(s)}, {n + 1}, -9, 19)" for n, s in enumerate(entry["shapes"]))
            positional.test(entry, f"check(&{kernel}(), &[{operands}], &{expected(entry['expect'])})")
            if entry["expect"].get("reject"):
                rejected.append(entry)
        elif kind == "values":
            operands = entry["operands"]
            kernel = positional.kernel(entry["function"], operands[0]["dtype"], [o["shape"] for o in operands])
            positional.test(entry, f"check(&{kernel}(), &[{', '.join(map(operand, operands))}], &{expected(entry['expect'])})")
        elif kind == "broadcast_to":
            target = entry["target"]
            positional.into(entry, "assign", "=", target, f"lcg(&{rust_list(target)}, 5, -3, 7)", [entry["operand"]], "t0")
            zero = entry["expect"].get("zero_stride_axes")
            if zero is not None:
                rank = len(entry["operand"]["shape"])
                positional.tests.append("\n".join([
                    "#[test]",
                    f"fn {fn_name(entry)}_strides() {{",
                    f"    let laid = {operand(entry['operand'])}.lay::<f64>();",
                    f"    let stretched = view!(&laid, {rank}).broadcast_to({rust_list(target)}).unwrap();",
                    f"    stretches(&stretched.strides(), &{rust_list(zero)});",
                    "}",
                    "",
                ]))
        elif kind == "inplace":
            positional.into(entry, "add_to", "+=", entry["target"]["shape"], operand(entry["target"]), [entry["other"]], "t0")
        elif kind == "out":
            target = entry["out_shape"]
            positional.into(entry, "sum", "=", target, f"lcg(&{rust_list(target)}, 5, -3, 7)", entry["inputs"], "t0 + t1")
    assert cut == ["bc-027"]
    assert counts == {"shapes": 46, "broadcast_to": 16, "values": 21, "inplace": 8, "out": 3}, counts

    write(f"{CASES}/positional.rs", "\n".join([
        HEAD.format("broadcast").rstrip(),
        "//",
        f"// All {sum(counts.values())} entries. {len(positional.lower)} of them, whose target has fewer axes than an operand, are refused by the",
        f"// compiler: {', '.join(e['id'] for e, *_ in positional.lower)} in tests/ui/broadcast_cases/fewer_axes.rs.",
        f"// {', '.join(cut)} has more operands than the {MAX_OPERANDS} of a kernel, all of one shape: that many stand for it.",
        "",
        "use crate::positional_check::{Expect, check, check_into, kernels, lcg, stretches, targets};",
        "use crate::view;",
        "",
        "// `name: element type, (operand: rank, …), { kernel }, scalar Rust;`",
        "kernels! {",
        *positional.kernels.values(),
        "}",
        "",
        "targets! {",
        *positional.targets.values(),
        "}",
        "",
        *positional.tests,
    ]))
    write_refusals(rejected, positional.lower)
    return len(positional.tests)


# What the compiler refuses.


def nested(shape, value="1.0"):
    for extent in reversed(shape):
        value = f"[{value}; {extent}]"
    return value


def ui(name, what, bodies):
    text = [f"//! {what}", "", "use ndweave::broadcast;", ""]
    for entry, lines in bodies:
        text += [f"// {entry['id']}", f"fn {fn_name(entry)}() {{", *(f"    {line}" for line in lines), "}", ""]
    os.makedirs(UI, exist_ok=True)
    write(f"{UI}/{name}.rs", "\n".join([*text, "fn main() {}"]))


def write_refusals(rejected, lower):
    bodies = []
    for entry in rejected:
        # One of each list of many alike.
        shapes = [s for n, s in enumerate(entry["shapes"]) if n == 0 or s != entry["shapes"][n - 1]]
        lines = [f"let t{n} = {nested(shape)};" for n, shape in enumerate(shapes)]
        bodies.append((entry, [*lines, f"let _ = broadcast!({expression('common', len(shapes))});"]))
    ui("stretch", "Constant extents that do not stretch to each other.", bodies)
    bodies = []
    for entry, mode, target, shapes, text in lower:
        lines = [f"let t{n} = {nested(shape)};" for n, shape in enumerate(shapes)]
        bodies.append((entry, [*lines, f"let mut out = ndweave::Array::<f64, _>::zeros({target or '()'});", f"broadcast!(out {mode} {text});"]))
    ui("fewer_axes", "A target with fewer axes than an operand, to which it does not grow.", bodies)


# Tables of special values.

FLOAT_REMAINDER = (
    "{ let m = A % B; if B == 0.0 { m } else if m == 0.0 { m.abs().copysign(B) } "
    "else if (B < 0.0) != (m < 0.0) { m + B } else { m } }")
FLOAT_FLOOR_DIVIDE = (
    "{ let m = A % B; let q = (A - m) / B; let q = if m != 0.0 && (B < 0.0) != (m < 0.0) { q - 1.0 } else { q }; "
    "let f = q.floor(); let f = if q - f > 0.5 { f + 1.0 } else { f }; "
    "if B == 0.0 { A / B } else if q == 0.0 { q.abs().copysign(A / B) } else { f } }")
FLOATS = {
    "add": "A + B",
    "subtract": "A - B",
    "multiply": "A * B",
    "divide": "A / B",
    "floor_divide": FLOAT_FLOOR_DIVIDE,
    "remainder": FLOAT_REMAINDER,
    "fmod": "A % B",
    "power": "A.powf(B)",
    "arctan2": "A.atan2(B)",
    "hypot": "A.hypot(B)",
    "copysign": "A.copysign(B)",
    "logaddexp": "if A == B { A + 2.0f64.ln() } else { A.max(B) + (-(A - B).abs()).exp().ln_1p() }",
    "maximum": "if A > B || A.is_nan() { A } else { B }",
    "minimum": "if A < B || A.is_nan() { A } else { B }",
    "fmax": "A.max(B)",
    "fmin": "A.min(B)",
    "greater_equal": "A >= B",
    "not_equal": "A != B",
    "absolute": "A.abs()",
    "sqrt": "A.sqrt()",
    "ceil": "A.ceil()",
    "trunc": "A.trunc()",
    # To even, as additions round.
    "rint": "if A.abs() < 4503599627370496.0 { ((A.abs() + 4503599627370496.0) - 4503599627370496.0).copysign(A) } else { A }",
    "isinf": "A.is_infinite()",
    "logical_not": "!(A != 0.0)",
    "expm1": "A.exp_m1()",
    "log10": "A.log10()",
    "cos": "A.cos()",
    "tan": "A.tan()",
    "arcsin": "A.asin()",
    "arctan": "A.atan()",
    "sign": "if A > 0.0 { 1.0 } else if A < 0.0 { -1.0 } else { A }",
}
SIGNED = {
    "add": "A + B",
    "multiply": "A * B",
    "negative": "-A",
    "absolute": "A.abs()",
    "remainder": "{ let m = A % B; if m != 0 && (m < 0) != (B < 0) { m + B } else { m } }",
    "floor_divide": "if A % B != 0 && (A < 0) != (B < 0) { A / B - 1 } else { A / B }",
    "fmod": "A % B",
    "left_shift": "A << B",
    "right_shift": "A >> B",
    "bitwise_or": "A | B",
    "bitwise_xor": "A ^ B",
    "logical_or": "A != 0 || B != 0",
    "maximum": "A.max(B)",
}
UNSIGNED = {"floor_divide": "A / B"}
# Functions that nothing in the notation expresses: they look at the bits of a number.
BEYOND = {"nextafter"}


def table_kernel(entry):
    family = FLOATS if entry["dtype"][0] == "f" else UNSIGNED if entry["dtype"][0] == "u" else SIGNED
    return family[entry["function"]].replace("A", "t0[i, j]").replace("B", "t1[i, j]")


def write_tables():
    tables = [e for e in entries("edge_numeric") if e["kind"] == "table"]
    kernels, tests, skipped = {}, [], []
    for entry in tables:
        if entry["function"] in BEYOND:
            skipped.append(entry)
            continue
        dtype, result = entry["dtype"], entry["expect"]["dtype"]
        name = f"{entry['function']}_{dtype}"
        ranks = ", ".join(f"t{n}" for n in range(len(entry["args"])))
        kernels[name] = f"    {name}: {dtype} => {result}, ({ranks}), {{ {table_kernel(entry)} -> [i, j] }};"
        args = ", ".join(f"&{numbers(column, dtype)}" for column in entry["args"])
        compare = entry["compare"]
        tests += [
            "#[test]",
            f"fn {fn_name(entry)}() {{",
            f"    let expect = {numbers(entry['expect']['values'], result)};",
            f"    check_table({name}, &[{args}], &expect, {compare['ulp']}, {str(compare['sign_of_zero']).lower()});",
            "}",
            "",
        ]
    assert (len(tables), len(skipped)) == (97, 1)
    write(f"{CASES}/tables.rs", "\n".join([
        HEAD.format("edge_numeric").rstrip(),
        "//",
        f"// {len(tables) - len(skipped)} of {len(tables)} tables; functions that the notation does not name are spelled out in it. Left out:",
        *(f"// {e['id']}, `{e['function']}`, which looks at the bits of a number." for e in skipped),
        "",
        "use crate::table_check::{check_table, functions};",
        "",
        "// `name: element type => element type of the result, (operands), { kernel };`",
        "functions! {",
        *kernels.values(),
        "}",
        "",
        *tests,
    ]))
    return len(tables) - len(skipped)


# Reductions and sums of special values; memory.

REDUCTIONS = {
    "maximum": "max[j](X)",
    "minimum": "min[j](X)",
    "multiply": "prod[j](X)",
    "logical_or": "any[j](X != 0.0)",
    # The others than NaN, and NaN where there are none.
    "fmax": "if all[j](X.is_nan()) { f64::NAN } else { max[j](if X.is_nan() { -f64::INFINITY } else { X }) }",
    "fmin": "if all[j](X.is_nan()) { f64::NAN } else { min[j](if X.is_nan() { f64::INFINITY } else { X }) }",
}


def special_operand(n, o):
    values = numbers(o["data"]["values"], o["dtype"])
    return f"let laid{n} = in_layouts::<{o['dtype']}>(&{rust_list(o['shape'])}, &{values});"


def reduce_test(entry):
    o = entry["operand"]
    rank = len(o["shape"])
    assert entry["axis"] == rank - 1
    kernel = REDUCTIONS[entry["ufunc"]].replace("X", "t0[j]" if rank == 1 else "t0[i, j]")
    kernel += " -> [i]" if rank == 2 else ""
    result = entry["expect"]["dtype"]
    got = f"broadcast!({kernel})"
    got = f"&[{got}]" if rank == 1 else f"{got}.as_slice()"
    return [
        special_operand(0, o),
        "for laid in &laid0 {",
        f"    let t0 = view!(laid, {rank});",
        f"    same(laid.name, {got}, &{numbers(entry['expect']['values'], result)}, {str(entry['compare']['sign_of_zero']).lower()});",
        "}",
    ]


def einsum_test(entry):
    inputs, output = entry["spec"].split("->")
    terms = inputs.split(",")
    operands = entry["operands"]
    factors = " * ".join(f"t{n}[{', '.join(t)}]" if t else f"t{n}" for n, t in enumerate(terms))
    reduced = [l for l in dict.fromkeys("".join(terms)) if l not in output]
    arrow = f" -> [{', '.join(output)}]" if output else ""
    kernel = (f"sum[{', '.join(reduced)}]({factors})" if reduced else factors) + arrow
    lines, indent = [], ""
    for n, o in enumerate(operands):
        if "mem" in o:
            # Its own layout is one of those that all entries run in.
            assert o["mem"]["layout"] in ("negative", "strided")
        lines.append(special_operand(n, o))
    for n in range(len(operands)):
        lines.append(f"{indent}for laid{n} in &laid{n} {{")
        indent += "    "
    for n, o in enumerate(operands):
        rank = len(o["shape"])
        lines.append(f"{indent}let t{n} = " + (f"view!(laid{n}, {rank});" if rank else f"laid{n}.plain().values[0];"))
    result = entry["expect"]["dtype"]
    accept = [entry["expect"]["values"], *entry.get("also_accept", [])]
    accepted = ", ".join(f"&{numbers(values, result)}[..]" for values in accept)
    names = "".join(f", t{n}" for n in range(len(operands)))
    calls = [f"broadcast!({kernel})", f"einsum!({factors}{arrow})", f'einsum!("{entry["spec"]}"{names})']
    for call in calls:
        call = f"{call}.as_slice()" if output else f"&[{call}]"
        lines.append(f"{indent}any_of({call}, &[{accepted}]);")
    for _ in operands:
        indent = indent[4:]
        lines.append(indent + "}")
    return lines


def same_place(a, b):
    return all(a[key] == b[key] for key in ("offset", "shape", "strides"))


def laid_view(kind, name, buffer, at):
    return (f"{kind}::from_slice_strided({buffer}, {rust_list(at['shape'])}, {rust_list(at['strides'])}, "
            f"{at['offset']}).unwrap()")


ALIAS_FORMS = {"negative": ("[i]", "-{0}[i]"), "add": ("[i]", "{0}[i] + {1}[i]"), "assign": ("[i]", "{0}[i]"),
               "add.reduce": ("[j]", "sum[i]({0}[i, j])")}


def alias_test(entry, counts):
    """Rust lets one write an overlap only where both are the same view; other inputs are copied, as the borrow checker asks."""
    target, inputs, length = entry["target"], entry["inputs"], entry["buffer"]["len"]
    start, step = entry["buffer"]["data"]["arange"]
    lines = [f"let mut buffer: Vec<f64> = (0..{length}).map(|k| ({start} + {step} * k) as f64).collect();"]
    function = entry["function"]
    if function == "einsum" and entry["spec"] == "ij,jk->ik":
        assert same_place(inputs[1], target) and inputs[0]["offset"] == 0 and target["offset"] == 9
        lines += ["let (first, second) = buffer.split_at_mut(9);",
                  "let t0 = View::from_slice_strided(first, [3, 3], [3, 1], 0).unwrap();",
                  "let mut out = ViewMut::from_slice_strided(second, [3, 3], [3, 1], 0).unwrap();",
                  "broadcast!(out[i, k] = sum[j](t0[i, j] * out[j, k]));"]
        counts["in_place"] += 1
    elif function == "einsum":
        assert inputs[0]["strides"] == target["strides"][::-1]
        lines += [f"let mut out = {laid_view('ViewMut', 'out', '&mut buffer', target)};", "broadcast!(out[i, j] = out[j, i]);"]
        counts["in_place"] += 1
    else:
        left, right = ALIAS_FORMS[function]
        names, copied = [], False
        for n, at in enumerate(inputs):
            if same_place(at, target):
                names.append("out")
                continue
            copied = True
            names.append(f"t{n}")
        if copied:
            lines.append("let copy = buffer.clone();")
        lines += [f"let {name} = {laid_view('View', name, '&copy', at)};" for name, at in zip(names, inputs) if name != "out"]
        lines += [f"let mut out = {laid_view('ViewMut', 'out', '&mut buffer', target)};",
                  f"broadcast!(out{left} = {right.format(*names)});"]
        counts["copied" if copied else "in_place"] += 1
    expect = entry["expect"]
    if "values" in expect:
        lines.append(f"assert_eq!(buffer, {numbers(expect['values'], 'f64')});")
    else:
        probes = ", ".join(f"({k}, {number(x, 'f64')})" for k, x in expect["probes"])
        lines.append(f"digest(&buffer, {number(expect['sum'], 'f64')}, {number(expect['wsum'], 'f64')}, &[{probes}]);")
    return lines


def reach(at):
    """The least offset, and how long the buffer has to be for it."""
    ends = [(n - 1) * s for n, s in zip(at["shape"], at["strides"])] if 0 not in at["shape"] else []
    below = sum(-e for e in ends if e < 0)
    return below, below + sum(e for e in ends if e > 0) + 1


def overlap_test(entry):
    offset, length = reach(entry)
    at = f"{rust_list(entry['shape'])}, {rust_list(entry['strides'])}, {offset}"
    return [f"let mut buffer = vec![0u8; {length}];",
            f"assert!(View::from_slice_strided(&buffer, {at}).is_ok());",
            f"let written = ViewMut::from_slice_strided(&mut buffer, {at});",
            f"assert_eq!(written.is_err(), {str(entry['expect']['overlaps']).lower()});"]


def shares_test(entry):
    a, b = entry["a"], entry["b"]
    length = max(x["offset"] + reach({**x, "strides": [max(s, 0) for s in x["strides"]]})[1] for x in (a, b))
    labels = [", ".join("ijkl"[:len(x["shape"])]) for x in (a, b)]
    return [f"let mut buffer = vec![0u8; {length}];",
            f"let mut a = {laid_view('ViewMut', 'a', '&mut buffer', a)};",
            "broadcast!(a = 1);",
            f"let b = {laid_view('View', 'b', '&buffer', b)};",
            f"assert_eq!(broadcast!(any[{labels[1]}](b[{labels[1]}] == 1)), {str(entry['expect']['shares']).lower()});"]


def bounds_test(entry):
    labels = ", ".join("ijkl"[:len(entry["shape"])])
    points = 1
    for extent in entry["shape"]:
        points *= extent
    view = (f"View::from_slice_strided(&buffer, {rust_list(entry['shape']) if entry['shape'] else '()'}, {rust_list(entry['strides'])}, "
            f"{entry['offset']})")
    lines = [f"let buffer = vec![1i64; {entry['len']}];", f"let view = {view};"]
    if not entry["expect"]["in_bounds"]:
        return [*lines, "assert!(view.is_err());"]
    if not labels:
        return [*lines, "assert_eq!(plain(broadcast!(view.unwrap() + 0)).values, [1]);"]
    return [*lines, "let view = view.unwrap();", f"assert_eq!(broadcast!(sum[{labels}](view[{labels}])), {points});"]


def accuracy_test(entry):
    element, count = entry["element"], entry["count"]
    return [f"let (x, n, tolerance) = ({element!r}, {count}, {entry['abs_tol']!r}f64);",
            "let (buffer, one) = (vec![x; n], [x]);",
            "let twice = vec![x; 2 * n];",
            "let same = View::from_slice_strided(&one, [n], [0], 0).unwrap();",
            "let backwards = View::from_slice_strided(&buffer, [n], [-1], n - 1).unwrap();",
            "let gaps = View::from_slice_strided(&twice, [n], [2], 0).unwrap();",
            "let rows = View::from_slice_strided(&buffer, [n], [1], 0).unwrap();",
            "for t in [same, backwards, gaps, rows] {",
            f"    assert!((broadcast!(mean[i](t[i])) - {entry['target']!r}f64).abs() <= tolerance);",
            f"    assert!((broadcast!(sum[i](t[i])) / n as f64 - {entry['target']!r}f64).abs() <= tolerance);",
            f"    assert!((einsum!(t[i]) / n as f64 - {entry['target']!r}f64).abs() <= tolerance);",
            "}"]


def write_special():
    tests, counts, skipped = [], {"in_place": 0, "copied": 0}, []
    kinds = {}
    for entry in entries("edge_numeric"):
        kind = entry["kind"]
        if kind == "table":
            continue
        if entry.get("function") == "add.accumulate":
            skipped.append(entry)
            continue
        if kind == "alias":
            lines = alias_test(entry, counts)
        else:
            lines = {"reduce": reduce_test, "einsum": einsum_test, "self_overlap": overlap_test, "shares": shares_test,
                     "bounds": bounds_test, "accuracy": accuracy_test}[kind](entry)
        kinds[kind] = kinds.get(kind, 0) + 1
        tests += ["#[test]", f"fn {fn_name(entry)}() {{", *(f"    {line}" for line in lines), "}", ""]
    assert kinds == {"reduce": 12, "einsum": 9, "alias": 16, "self_overlap": 8, "shares": 7, "bounds": 11, "accuracy": 1}, kinds
    assert counts == {"in_place": 4, "copied": 12}, counts
    write(f"{CASES}/special.rs", "\n".join([
        HEAD.format("edge_numeric").rstrip(),
        "//",
        f"// {sum(kinds.values())} entries. Views into one buffer: {counts['in_place']} where what is read is the target, written in place; "
        f"{counts['copied']} where it overlaps the",
        "// target in another way, which Rust does not let one write, so that the input is a copy of the buffer. Left out, as nothing in the",
        f"// notation accumulates: {', '.join(e['id'] for e in skipped)}.",
        "",
        "use ndweave::{View, ViewMut, broadcast, einsum};",
        "",
        "use crate::layouts::plain;",
        "use crate::special_check::{any_of, digest, in_layouts, same};",
        "use crate::view;",
        "",
        *tests,
    ]))
    return sum(kinds.values())


if __name__ == "__main__":
    os.makedirs(CASES, exist_ok=True)
    print(write_positional(), write_tables(), write_special())
