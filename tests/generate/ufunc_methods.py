"""Writes the tests of reductions, scans and scatters from tests/data/ufunc_methods.json.

Run it in the project's root: `python3 tests/generate/ufunc_methods.py`. It writes

    tests/ufunc_methods_cases/reductions.rs     reduce, reduceat
    tests/ufunc_methods_cases/others.rs         accumulate, outer, at
    tests/ufunc_methods_cases/cores.rs          functions with core axes
    tests/ufunc_methods_cases/calls.rs          calls, with existing results and masks
    tests/ufunc_methods_cases/signatures.rs     texts of signatures
    tests/ui/ufunc_methods_cases/*.rs           refusals that the compiler makes

A signature is the types of a function's parameters and results here, and no text such as "(i),(j)->()". So each text is written as such a
function, and what NumPy reads from the text is asked of the function's calls. The compiler's words (`.stderr`) are not written here: read
them, then bless them.
"""

import json
import os
import re

CASES = "tests/ufunc_methods_cases"
UI = "tests/ui/ufunc_methods_cases"
HEAD = "// Written by tests/generate/ufunc_methods.py from tests/data/ufunc_methods.json. Do not edit.\n"
METHODS = ("reduce", "reduceat", "accumulate", "outer", "at")


def called(ufunc, method):
    """How a method of a function is called: what comes before its other arguments."""
    return f"{method[0]}{method[1]}({ufunc.title().replace('_', '')}, "


def entries(methods=METHODS):
    with open("tests/data/ufunc_methods.json") as file:
        return [entry for entry in json.load(file)["entries"] if entry["method"] in methods]


def write(path, text):
    with open(path, "w") as file:
        file.write(text.rstrip() + "\n")


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


def rust_list(items):
    return "[" + ", ".join(str(int(x)) for x in items) + "]"


def operand(o):
    """How an operand's elements are drawn, and where they lie."""
    data, dtype, memory = o["data"], o["dtype"], o.get("mem")
    if "lcg" in data:
        values = f"lcg({data['lcg']}, {data['lo']}, {data['n']})"
    elif "arange" in data:
        values = f"arange({data['arange'][0]}, {data['arange'][1]})"
    elif "const" in data:
        values = f"constant({number(data['const'], dtype)})"
    else:
        values = f"list(&{numbers(data['values'], dtype)})"
    text = f"given::<{dtype}>(&{rust_list(o['shape'])}, {values})"
    if memory:
        fills = "true" if memory.get("data_at") == "buffer" else "false"
        text += f".at(&{rust_list(memory['strides'])}, {memory['offset']}, {memory['len']}, {fills})"
    return text


def expected(expect):
    if expect.get("reject"):
        return "refusal()"
    shape, dtype = rust_list(expect["shape"]), expect["dtype"]
    if "values" in expect:
        return f"all(&{shape}, &{numbers(expect['values'], dtype)})"
    probes = ", ".join(f"({k}, {number(x, dtype)})" for k, x in expect["probes"])
    return f"digest(&{shape}, {number(expect['sum'], 'f64')}, {number(expect['wsum'], 'f64')}, &[{probes}])"


# Calls.


def axes_list(axes):
    return f"axes![{', '.join(map(str, sorted(axes)))}]"


def reduce_call(entry):
    """The method with its axes, and the arguments after the operand."""
    rank, axis = len(entry["operand"]["shape"]), entry["axis"]
    dtype = entry["operand"]["dtype"]
    start = f"Some({number(entry['initial'], dtype)})" if "initial" in entry else "None"
    keep, masked = entry.get("keepdims"), "where" in entry
    if "out_shape" in entry and not keep:
        return ("reduce_into", f"::<{axis % rank}, _, _, _, _>"), f"out.view_mut(), x, {start}"
    arguments = f"x, {start}"
    if masked:
        arguments = f"x, mask, {start}"
    if isinstance(axis, int):
        name = "reduce_where" if masked else "reduce_keeping" if keep else "reduce"
        return (name, f"::<{axis % rank}, {'_, _, _, _' if masked else '_, _, _'}>"), arguments
    if axis is None and not keep:
        return ("reduce_all_where" if masked else "reduce_all", ""), arguments
    assert not masked
    axes = list(range(rank)) if axis is None else [a % rank for a in axis]
    return ("reduce_axes_keeping" if keep else "reduce_axes", f"::<{axes_list(axes)}, _, _, _>"), arguments


def result(text, method):
    """The result as plain values."""
    if method[0] in ("reduce_all", "reduce_all_where"):
        return f"{text}.map(scalar)"
    if method[0] == "reduce_into":
        return f"{text}.map(|()| plain(out))"
    return f"{text}.map(plain)"


def is_refused_by_the_compiler(entry):
    """A list of one axis, or an axis, that the operand does not have."""
    axis = entry.get("axis")
    if not isinstance(axis, int):
        return False
    rank = len(entry["operand"]["shape"])
    return not -rank <= axis < rank


def test(entry):
    method, ufunc = entry["method"], entry["ufunc"]
    lines = ["#[test]", f"fn {fn_name(entry)}() {{"]
    expect = f"let expect = {expected(entry['expect'])};"
    if method == "outer":
        a, b = entry["operands"]
        ranks = [len(o["shape"]) for o in (a, b)]
        call = called(ufunc, ("outer", "")) + "a, b)"
        lines += [
            f"    {expect}",
            f"    each!({operand(a)}, {ranks[0]}, |a| {{",
            f"        each!({operand(b)}, {ranks[1]}, |b| expect.check({call}.map(plain)));",
            "    });",
        ]
        return lines + ["}", ""]
    o = entry["operand"]
    rank = len(o["shape"])
    if method == "at":
        return lines + at_lines(entry, o, rank, expect) + ["}", ""]
    if method == "reduce":
        call, arguments = reduce_call(entry)
    elif method == "accumulate":
        call, arguments = ("accumulate", f"::<{entry['axis'] % rank}, _, _, _>"), "x"
    else:
        call = ("reduceat", f"::<{entry['axis'] % rank}, _, _, _, _>")
        arguments = f"x, &{rust_list(entry['indices'])}"
    lines.append(f"    {expect}")
    if "where" in entry:
        mask = entry["where"]
        lines += [
            f"    let mask = {operand(mask)}.lay();",
            f"    let mask = view!(&mask, {len(mask['shape'])});",
        ]
    before = ""
    if call[0] == "reduce_into":
        before = f"let mut out = Array::<{o['dtype']}, _>::zeros({rust_list(entry['out_shape'])}); "
    text = result(called(ufunc, call) + arguments + ")", call)
    body = f"expect.check({text})"
    body = f"{{ {before}{body}; }}" if before else body
    return lines + [f"    each!({operand(o)}, {rank}, |x| {body});", "}", ""]


def at_lines(entry, o, rank, expect):
    """One of the indices is a list or a mask, the others are slices."""
    axis, index, part = None, None, []
    for n, item in enumerate(entry["index"]):
        if "ints" in item:
            axis, index = n, rust_list(item["ints"]["values"])
            part.append("..")
        elif "mask" in item:
            axis, index = n, rust_list([k for k, x in enumerate(item["mask"]["values"]) if x])
            part.append("..")
        else:
            start, stop, step = item["slice"]
            assert start is None and stop is None
            part.append(f"..;{step}" if step else "..")
    value = entry.get("value", {"shape": [], "dtype": o["dtype"], "data": {"values": [0]}})
    target = f"x.slice_mut(s![{', '.join(part)}])" if any(";" in p for p in part) else "x.view_mut()"
    call = called(entry["ufunc"], ("at", f"::<{axis}, _, _, _, _, _, _>")) + f"{target}, &{index}, value)"
    return [
        f"    {expect}",
        f"    let value = {operand(value)}.lay();",
        f"    let value = view!(&value, {len(value['shape'])});",
        f"    each_mut!({operand(o)}, {rank}, |x| {call}, expect);",
    ]


def ui(name, what, head, bodies):
    text = [f"//! {what}", "", *head, ""]
    for entry, lines in bodies:
        text += [f"// {entry['id']}", f"fn {fn_name(entry)}() {{", *(f"    {line}" for line in lines), "}", ""]
    os.makedirs(UI, exist_ok=True)
    write(f"{UI}/{name}.rs", "\n".join([*text, "fn main() {}"]))


def nested(shape, value):
    for extent in reversed(shape):
        value = f"[{value}; {extent}]"
    return value


def refusal(entry):
    o = entry["operand"]
    value = "true" if o["dtype"] == "bool" else number(1, o["dtype"])
    generics = {"reduce": "_, _, _", "accumulate": "_, _, _", "reduceat": "_, _, _, _"}[entry["method"]]
    axis = entry["axis"] % 8 if entry["axis"] < 0 else entry["axis"]
    more = {"reduce": ", None", "accumulate": "", "reduceat": f", &{rust_list(entry.get('indices', []))}"}[entry["method"]]
    function = {"logical_and": "BitAnd"}.get(entry["ufunc"], entry["ufunc"].title())
    x = f"View::from_slice_strided(&[{value}], (), [], 0).unwrap()" if not o["shape"] else "x.view()"
    before = [] if not o["shape"] else [f"let x = Array::from({nested(o['shape'], value)});"]
    return [*before, f"let _ = {entry['method']}::<{axis}, {generics}>({function}, {x}{more});"]


# Calls.

# Written in functions.rs: NumPy's is of integers, too.
OWN_FUNCTIONS = ("power",)
# An operand with more axes than its target: tests/ui/ufunc/calls.rs.
CALL_REFUSED = ("um-142",)


def call_test(entry):
    operands, rank = entry["operands"], len(entry["expect"].get("shape", [0]))
    names = "ab"[:len(operands)]
    function = entry["ufunc"] if entry["ufunc"] in OWN_FUNCTIONS else f"ufuncs::{entry['ufunc']}"
    types = "".join(f"{o['dtype']}, " for o in operands)
    arguments = "(" + "".join(f"{name}, " for name in names) + ")"
    lines = ["#[test]", f"fn {fn_name(entry)}() {{", f"    let expect = {expected(entry['expect'])};"]
    if "where" in entry:
        mask = entry["where"]
        lines += [f"    let mask = {operand(mask)}.lay();", f"    let mask = view!(&mask, {len(mask['shape'])});"]
    if "out" in entry:
        method, more = ("run_masked", ", mask") if "where" in entry else ("run_into", "")
        call = f"CallInto::<{function}, ({types}), _>::{method}({arguments}, x{more})"
        body = [f"each_mut!({operand(entry['out'])}, {rank}, |x| {call}, expect)"]
    else:
        body = [f"expect.check(Call::<{function}, ({types})>::run({arguments}).map(plain))"]
    for name, o in reversed(list(zip(names, operands))):
        body = [f"each!({operand(o)}, {len(o['shape'])}, |{name}| {{", *(f"    {line}" for line in body), "});"]
    return lines + [f"    {line}" for line in body] + ["}", ""]


def calls():
    """The file of calls."""
    run = [e for e in entries(("call",)) if e["id"] not in CALL_REFUSED]
    assert len(run) == 8, len(run)
    write(f"{CASES}/calls.rs", "\n".join([
        HEAD.rstrip(),
        "",
        "use crate::prelude::*;",
        "",
        *(line for entry in run for line in call_test(entry)),
    ]))
    return len(run)


# Core axes.

# NumPy's optional core axes: here each combination is a function.
MATMUL = {(1, 1): "vecdot", (1, 2): "vecmat", (2, 1): "matvec", (2, 2): "matmul"}
# Refusals that the compiler makes: too few axes; an unknown length.
CORE_REFUSED = {"um-161": "too few axes", "um-166": "an unknown length", "um-171": "too few axes"}


def core_function(entry):
    if entry["function"] != "matmul":
        return entry["function"]
    return MATMUL[tuple(min(len(o["shape"]), 2) for o in entry["operands"])]


def moved(rank, axes):
    """The permutation that puts core axes last."""
    axes = [axis % rank for axis in axes]
    return [axis for axis in range(rank) if axis not in axes] + axes


def core_axes(entry):
    """The core axes of each operand and of the result, where they are not the last ones."""
    if "axis" in entry:
        axis = [entry["axis"]]
        return [axis] * len(entry["operands"]) + [axis if entry["signature"].endswith("->(i)") else []]
    return entry.get("axes")


def core_test(entry):
    operands, axes, expect = entry["operands"], core_axes(entry), entry["expect"]
    names, function = "abc"[:len(operands)], core_function(entry)
    dtypes = "".join(f"{o['dtype']}, " for o in operands)
    arguments = []
    for number, (name, o) in enumerate(zip(names, operands)):
        rank = len(o["shape"])
        order = moved(rank, axes[number]) if axes else list(range(rank))
        turned = f".permute({rust_list(order)})" if order != list(range(rank)) else ""
        arguments.append(f"{name}{turned}")
    tuple_ = "(" + "".join(f"{a}, " for a in arguments) + ")"
    lines = ["#[test]", f"fn {fn_name(entry)}() {{", f"    let expect = {expected(expect)};".replace("refusal()", f"refusal::<{operands[0]['dtype']}>()")]
    if "out_shape" in entry:
        out = rust_list(entry["out_shape"])
        zeros = f"Array::<{operands[0]['dtype']}, _>::zeros({out if entry['out_shape'] else '()'})"
        call = f"let mut out = {zeros}; expect.check(CoreCallInto::<{function}, ({dtypes}), _>::run_into({tuple_}, &mut out).map(|()| plain(out)))"
    else:
        scalar = not expect.get("reject") and not expect["shape"]
        after = "scalar" if scalar else "plain"
        if axes and axes[-1] and not entry.get("keepdims"):
            rank = len(expect["shape"])
            order = moved(rank, axes[-1])
            back = [order.index(axis) for axis in range(rank)]
            after = f"|out| plain(out.permute({rust_list(back)}).to_owned())"
        if entry.get("keepdims"):
            after = f"|out| plain(out.insert_axis::<{axes[-1][0]}>().to_owned())"
        call = f"expect.check(CoreCall::<{function}, ({dtypes})>::run({tuple_}).map({after}))"
    body = [f"{{ {call}; }}" if "let mut out" in call else f"{call};"]
    for name, o in reversed(list(zip(names, operands))):
        body = [f"each!({operand(o)}, {len(o['shape'])}, |{name}| {{", *(f"    {line}" for line in body), "});"]
    return lines + [f"    {line}" for line in body] + ["}", ""]


def cores():
    """The file of functions with core axes, but for what the compiler refuses."""
    all_entries = entries(("core",))
    run = [e for e in all_entries if e["id"] not in CORE_REFUSED]
    assert (len(all_entries), len(run)) == (38, 35), (len(all_entries), len(run))
    write(f"{CASES}/cores.rs", "\n".join([
        HEAD.rstrip(),
        "//",
        f"// {len(run)} of {len(all_entries)} entries; {', '.join(sorted(CORE_REFUSED))} are refused by the compiler: see tests/ui/ufunc/core_*.rs.",
        "",
        "use crate::prelude::*;",
        "",
        *(line for entry in run for line in (twice_test if names_an_axis_twice(entry) else core_test)(entry)),
    ]))
    return len(run)


def names_an_axis_twice(entry):
    return any(len(set(axes)) < len(axes) for axes in entry.get("axes", []))


def twice_test(entry):
    """Axes of a result that are one: the core axes of results are the last ones here, and `permute` puts them elsewhere."""
    operands, dtype = entry["operands"], entry["operands"][0]["dtype"]
    assert entry["reason"] == "duplicate axis" and entry["axes"][:-1] == [[-2, -1]] * len(operands)
    rank = max(len(o["shape"]) for o in operands)
    order = [*range(rank - 2), *(axis % rank for axis in entry["axes"][-1])]
    given = "".join(f"&Array::<{dtype}, _>::zeros({rust_list(o['shape'])}), " for o in operands)
    message = f"axis {order[-1]} stands at places {rank - 2} and {rank - 1}"
    return [
        "#[test]",
        f'#[should_panic(expected = "{message}")]',
        f"fn {fn_name(entry)}() {{",
        f"    let out = CoreCall::<{core_function(entry)}, ({', '.join([dtype] * len(operands))})>::run(({given}));",
        f"    let _ = out.unwrap().permute({rust_list(order)});",
        "}",
        "",
    ]


# Texts of signatures.

# A text that NumPy cannot read, as the same mistake in a function's types.
UNREADABLE = {
    "(x)(y)->()": "fn f(x: [f64; x] y: [f64; y]) -> f64 { 0.0 }",
    "(0)->()": "fn f(x: [f64; 0]) -> f64 { 0.0 }",
    "(-1)->()": "fn f(x: [f64; -1]) -> f64 { 0.0 }",
    "(i j)->()": "fn f(x: [f64; i j]) -> f64 { 0.0 }",
    "(i)-()": "fn f(x: [f64; i]) - f64 { 0.0 }",
    "(i)->()->()": "fn f(x: [f64; i]) -> f64 -> f64 { 0.0 }",
    "": "fn f() -> f64 { 0.0 }",
    "(i*)->()": "fn f(x: [f64; i*]) -> f64 { 0.0 }",
    "(i),(i)": "fn f(x: [f64; i], y: [f64; i]) {}",
}


def as_function(name, text, optional=True):
    """A signature's text as a function that gives zeros; without its optional axes, if those are not asked for."""
    groups = [re.findall(r"[\w?]+", group) for group in re.findall(r"\(([^)]*)\)", text)]
    groups = [[axis.rstrip("?") for axis in group if optional or not axis.endswith("?")] for group in groups]
    inputs = text.split("->")[0].count("(")

    def array(axes, element):
        for axis in reversed(axes):
            element = f"[{element}; {axis}]"
        return element

    parameters = ", ".join(f"_x{k}: {array(axes, 'f64')}" for k, axes in enumerate(groups[:inputs]))
    types, zeros = ([array(axes, element) for axes in groups[inputs:]] for element in ("f64", "0.0"))
    one = lambda items: items[0] if len(items) == 1 else f"({', '.join(items)})"
    # A result whose length is a label is made by a statement of its own.
    labelled = [not all(axis.isdigit() for axis in axes) for axes in groups[inputs:]]
    made = "".join(f"let mut out{k} = {zero}; " for k, zero in enumerate(zeros) if labelled[k])
    outs = [f"out{k}" if labelled[k] else zero for k, zero in enumerate(zeros)]
    return f"fn {name}({parameters}) -> {one(types)} {{ {made}{one(outs)} }}"


def has_unknown_length(expect):
    """Whether a result has a length that no parameter has: NumPy needs an existing result then."""
    known = {axis.get("name") for axes in expect["inputs"] for axis in axes}
    return any(axis.get("name") not in known for axes in expect["outputs"] for axis in axes if "name" in axis)


def signature_test(entry, optional):
    """Results of the extents that NumPy reads from the text; an operand with one extent more is refused where that has to fit something."""
    keep = lambda axes: [axis for axis in axes if optional or not axis["optional"]]
    inputs, outputs = ([keep(axes) for axes in entry["expect"][side]] for side in ("inputs", "outputs"))
    lengths = {}
    extent = lambda axis: axis.get("size") or lengths.setdefault(axis["name"], 4 + len(lengths))
    shapes = [[2, *map(extent, axes)] for axes in inputs]
    name = f"{fn_name(entry)}{'' if optional else '_without'}"
    arguments = ", ".join(f"x{k}: [usize; {len(shape)}]" for k, shape in enumerate(shapes))
    zeros = "".join(f"&Array::<f64, _>::zeros(x{k}), " for k in range(len(shapes)))
    trait = "CoreCall" if any(inputs + outputs) else "Call"
    call = lambda shapes: f"call({', '.join(map(rust_list, shapes))})"
    lines = [
        f"// {entry['signature']}",
        "ndweave::ufunc! {",
        f"    {as_function(name, entry['signature'], optional)}",
        "}",
        "",
        "#[test]",
        f"fn reads_{name}() {{",
        f"    let call = |{arguments}| {trait}::<{name}, ({'f64, ' * len(shapes)})>::run(({zeros})).map(|out| out.extents().to_vec());",
        f"    assert_eq!({call(shapes)}.unwrap(), {rust_list([2, *map(extent, outputs[0])])});",
    ]
    for number, axes in enumerate(inputs):
        for place, axis in enumerate(axes):
            other = [list(shape) for shape in shapes]
            other[number][1 + place] += 1
            shared = sum(a == axis for axes in inputs for a in axes) > 1
            fits = "size" not in axis and not shared
            lines.append(f"    assert!({call(other)}.is_{'ok' if fits else 'err'}());")
    return [*lines, "}", ""]


def signatures():
    """The file of texts that are functions, and of those that the compiler refuses."""
    texts = entries(("signature",))
    rejected = [e for e in texts if e["expect"].get("reject")]
    unknown = [e for e in texts if e not in rejected and has_unknown_length(e["expect"])]
    run = [e for e in texts if e not in rejected and e not in unknown]
    assert (len(rejected), len(unknown), len(run)) == (9, 3, 5), (len(rejected), len(unknown), len(run))
    lines = []
    for entry in run:
        lines += signature_test(entry, True)
        if "?" in entry["signature"]:
            lines += signature_test(entry, False)
    write(f"{CASES}/signatures.rs", "\n".join([
        HEAD.rstrip(),
        "//",
        f"// {len(run)} of {len(texts)} entries; the compiler refuses the others: see tests/ui/ufunc_methods_cases/signatures.rs.",
        "",
        "use crate::prelude::*;",
        "",
        *lines,
    ]))
    bodies = ["//! Signatures that NumPy cannot read, and results of lengths that no call could tell.", "", "use ndweave::ufunc;", ""]
    for entry in rejected:
        bodies += [f"// {entry['id']}: {entry['signature']!r}", "ufunc! {", f"    {UNREADABLE[entry['signature']].replace('fn f', f'fn {fn_name(entry)}')}", "}", ""]
    for entry in unknown:
        function = as_function(fn_name(entry), entry["signature"])
        bodies += [f"// {entry['id']}: {entry['signature']!r}", "ufunc! {", f"    {function}", "}", ""]
    write(f"{UI}/signatures.rs", "\n".join([*bodies, "fn main() {}"]))
    return len(run), len(rejected) + len(unknown)


def main():
    all_entries = entries()
    refused = [e for e in all_entries if is_refused_by_the_compiler(e)]
    assert all(e["expect"].get("reject") for e in refused)
    run = [e for e in all_entries if e not in refused]
    first = [e for e in run if e["method"] in ("reduce", "reduceat")]
    second = [e for e in run if e["method"] not in ("reduce", "reduceat")]
    counts = (len(all_entries), len(refused), len(first), len(second))
    assert counts == (136, 5, 96, 35), counts
    for name, part in (("reductions", first), ("others", second)):
        write(f"{CASES}/{name}.rs", "\n".join([
            HEAD.rstrip(),
            "//",
            f"// {len(part)} of {len(all_entries)} entries; {', '.join(e['id'] for e in refused)} are refused by the compiler: see",
            "// tests/ui/ufunc_methods_cases/.",
            "",
            "use crate::prelude::*;",
            "",
            *(line for entry in part for line in test(entry)),
        ]))
    ui("no_such_axis", "Axes that there are not.", [
        "use ndweave::macro_support::functions::{Add, BitAnd, Multiply};",
        "use ndweave::macro_support::{accumulate, reduce, reduceat};",
        "use ndweave::{Array, View};",
    ], [(e, refusal(e)) for e in refused])
    read, unread = signatures()
    count = cores() + calls() + read
    refusals = len(refused) + len(CORE_REFUSED) + len(CALL_REFUSED) + unread
    assert len(run) + count + refusals == 200
    print(f"{len(run) + count} tests, {refusals} refusals: of 200")


main()
