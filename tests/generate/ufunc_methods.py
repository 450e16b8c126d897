"""Writes the tests of reductions, scans and scatters from tests/data/ufunc_methods.json.

Run it in the project's root: `python3 tests/generate/ufunc_methods.py`. It writes

    tests/ufunc_methods_cases/reductions.rs     reduce, reduceat
    tests/ufunc_methods_cases/others.rs         accumulate, outer, at
    tests/ufunc_methods_cases/cores.rs          functions with core axes
    tests/ufunc_methods_cases/calls.rs          calls, with existing results and masks
    tests/ui/ufunc_methods_cases/*.rs           refusals that the compiler makes

The entries of the method `signature` are texts such as "(i),(j)->()" for NumPy's parser; here a signature is the types of a function's
parameters, and there is no such text. The compiler's words (`.stderr`) are not written here: read them, then bless them.
"""

import json
import os

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
# Refusals that the compiler makes: too few axes; an unknown length; and what nobody can write here, one axis twice.
CORE_REFUSED = {"um-161": "too few axes", "um-166": "an unknown length", "um-171": "too few axes"}
CORE_UNWRITTEN = {"um-151"}


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
    run = [e for e in all_entries if e["id"] not in CORE_REFUSED and e["id"] not in CORE_UNWRITTEN]
    assert (len(all_entries), len(run)) == (38, 34), (len(all_entries), len(run))
    write(f"{CASES}/cores.rs", "\n".join([
        HEAD.rstrip(),
        "//",
        f"// {len(run)} of {len(all_entries)} entries; {', '.join(sorted(CORE_REFUSED))} are refused by the compiler: see tests/ui/ufunc/core_*.rs;",
        f"// {', '.join(CORE_UNWRITTEN)} names one axis of the result twice, for which there are no words here.",
        "",
        "use crate::prelude::*;",
        "",
        *(line for entry in run for line in core_test(entry)),
    ]))
    return len(run)


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
    count = cores() + calls()
    signatures = entries(("signature",))
    assert len(entries((*METHODS, "core", "call", "signature"))) == 200
    refusals = len(refused) + len(CORE_REFUSED) + len(CALL_REFUSED)
    left_out = len(signatures) + len(CORE_UNWRITTEN)
    print(f"{len(run) + count} tests, {refusals} refusals, {left_out} left out: of 200")


main()
