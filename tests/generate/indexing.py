#!/usr/bin/env python3
"""Writes tests/indexing_cases.rs from tests/data/indexing.json.

    python3 tests/generate/indexing.py

Refusals that the compiler makes (too many subscripts, two ellipses, more than eight axes) are counted and left out: those are in
tests/ui/slicing.
"""

import json
import os
import subprocess

ROOT = os.path.join(os.path.dirname(__file__), "..")
FILLER = 77
WITH_BUFFER = "let (buffer, a) = (array.as_slice(), array.view());"

HEAD = """//! Indexing with slices, index arrays and masks, reshapes and windows, as NumPy 2.4 does them.
//!
//! Written by `tests/generate/indexing.py` from `tests/data/indexing.json`; do not edit.
//! {taken} of {total} rows, {fancy} of them with index arrays or masks; left out: {compiler} with too many subscripts or two
//! ellipses and {long} with nine axes, which the compiler refuses (see `tests/ui/slicing`).

use ndweave::{{Array, IntoShape, Shape, ShapeError, View, ViewMut, s}};

/// The numbers from `start` on, in row-major order.
fn arange<const R: usize>(shape: [usize; R], start: i64) -> Array<i64, <[usize; R] as IntoShape>::Shape>
where
    [usize; R]: IntoShape,
{{
    let count = shape.iter().product::<usize>() as i64;
    Array::arange(start, start + count, 1).into_reshaped(shape).unwrap()
}}

/// The extents and elements of a result.
#[track_caller]
fn check<S: Shape>(found: View<'_, i64, S>, extents: &[usize], elements: &[i64]) {{
    assert_eq!(found.extents().as_ref(), extents);
    assert_eq!(found.to_vec(), elements);
}}

/// The strides of a result, and the offset of its first element in `buffer`.
#[track_caller]
fn check_layout<S: Shape>(found: View<'_, i64, S>, buffer: &[i64], strides: &[isize], offset: usize) {{
    assert_eq!(found.strides().as_ref(), strides);
    assert_eq!(found.as_ptr(), &raw const buffer[offset]);
}}

/// The message of an error.
#[track_caller]
fn refused<T>(result: Result<T, ShapeError>) -> String {{
    result.err().expect("a refusal").to_string()
}}
"""


def recipe(data, count):
    if "arange" in data:
        start, step = data["arange"]
        return [start + k * step for k in range(count)]
    state, out = data["lcg"], []
    for _ in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        out.append(data["lo"] + (state >> 33) % data["n"])
    return out


def product(extents):
    result = 1
    for extent in extents:
        result *= extent
    return result


def indices(extents):
    if not extents:
        yield ()
        return
    for first in range(extents[0]):
        for rest in indices(extents[1:]):
            yield (first, *rest)


def buffer_of(array):
    """The buffer behind an operand with `mem`."""
    mem = array["mem"]
    if mem.get("data_at") == "buffer":
        return recipe(array["data"], mem["len"])
    buffer = [FILLER] * mem["len"]
    places = [mem["offset"] + sum(i * s for i, s in zip(index, mem["strides"])) for index in indices(array["shape"])]
    for place, value in zip(places, recipe(array["data"], len(places))):
        buffer[place] = value
    return buffer


def rust(numbers):
    """A list, as a range of numbers where it is one and long."""
    if len(numbers) > 20 and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        return f"({numbers[0]}..{numbers[0] + len(numbers)}).collect::<Vec<i64>>()"
    return "[" + ", ".join(map(str, numbers)) + "]"


def elements(numbers):
    return "&" + rust(numbers)


def operand(array):
    """Statements that make `buffer` and the view `a`."""
    shape = array["shape"]
    if "mem" in array:
        mem = array["mem"]
        return [
            f"let buffer = {rust(buffer_of(array))};",
            f"let a = View::from_slice_strided(&buffer, {shape}, {mem['strides']}, {mem['offset']}).unwrap();",
        ]
    return [
        f"let array = arange({shape}, {array['data']['arange'][0]});",
        WITH_BUFFER,
    ]


def subscript(item):
    """One subscript, and a statement that it needs."""
    if item == "...":
        return "...", None
    if item == "newaxis":
        return "NewAxis", None
    if "int" in item:
        return str(item["int"]), None
    if "bool" in item:
        return str(item["bool"]).lower(), None
    if "ints" in item:
        return array_of(item["ints"], str, "0i64"), None
    if "mask" in item:
        return array_of(item["mask"], lambda x: str(bool(x)).lower(), "false"), None
    start, stop, step = item["slice"]
    text = f"{'' if start is None else start}..{'' if stop is None else stop}"
    if step == 0:  # As a literal it would be an error of the compiler.
        return text + ";step", "let step = 0;"
    return text + ("" if step is None else f";{step}"), None


def array_of(item, word, element):
    """An index array or a mask, as a nested array; by reference where it is empty, as then nothing tells its type."""
    shape, values = item["shape"], item["values"]
    if not values:
        return f"&Array::full({shape}, {element})"

    def nested(shape, values):
        if not shape:
            return word(values[0])
        inner = len(values) // shape[0]
        parts = [nested(shape[1:], values[n * inner : (n + 1) * inner]) for n in range(shape[0])]
        return "[" + ", ".join(parts) + "]"

    return nested(shape, values)


def subscripts(index):
    parts = [subscript(item) for item in index]
    return f"s![{', '.join(text for text, _ in parts)}]", [extra for _, extra in parts if extra]


def check(expect, found, array=()):
    lines = [f"check({found}, &{expect['shape']}, {elements(expect['values'])});"]
    if "strides" in expect:
        lines.append(f"check_layout({found}, {'&' if 'mem' in array else ''}buffer, &{expect['strides']}, {expect['offset']});")
    return lines


REASONS = {
    "out_of_bounds": "is out of bounds for axis",
    "zero_step": "is zero",
    "mask_shape": "the mask has extent",
    "index_broadcast": "cannot be broadcast together",
}


def get(row):
    spec, extra = subscripts(row["index"])
    lines = operand(row["array"]) + extra
    if "reject" in row["expect"]:
        reason = REASONS[row["expect"]["reason"]]
        method = "try_gather" if is_fancy(row) else "try_slice"
        return lines + [f'assert!(refused(a.{method}({spec})).contains("{reason}"));']
    if is_fancy(row):
        return lines + [f"let chosen = a.gather({spec});"] + check(row["expect"], "chosen.view()")
    return lines + [f"let part = a.slice({spec});"] + check(row["expect"], "part", row["array"])


def target(array):
    """Statements that make `a`, which is written to."""
    if "mem" not in array:
        return [f"let mut a = arange({array['shape']}, {array['data']['arange'][0]});"]
    mem = array["mem"]
    return [
        f"let mut buffer = {rust(buffer_of(array))};",
        f"let mut a = ViewMut::from_slice_strided(&mut buffer, {array['shape']}, {mem['strides']}, {mem['offset']}).unwrap();",
    ]


def set_(row):
    spec, extra = subscripts(row["index"])
    value = row["value"]
    array = target(row["array"])
    expect = row["expect"]
    if expect.get("reason") in REASONS:
        return array + extra + [f'assert!(refused(a.try_slice_mut({spec})).contains("{REASONS[expect["reason"]]}"));']
    lines = array + [f"let value = arange({value['shape']}, {value['data']['arange'][0]});"] + extra
    if is_fancy(row):
        if expect.get("reason") == "value_shape":
            return lines + [f'assert!(refused(a.try_assign_at({spec}, &value)).contains("cannot broadcast"));']
        return lines + [f"a.assign_at({spec}, &value);"] + check(expect, "a.view()")
    if expect.get("reason") == "value_shape":
        return lines + [f'assert!(refused(a.slice_mut({spec}).try_assign(&value)).contains("cannot broadcast"));']
    return lines + [f"a.slice_mut({spec}).assign(&value);"] + check(expect, "a.view()")


def reshape(row):
    target, expect = row["target"], row["expect"]
    lines = operand(row["array"])
    if "reject" in expect:
        return lines + [
            f'assert!(refused(a.reshape({target})).contains("elements"));',
            f'assert!(refused(a.to_reshaped({target})).contains("elements"));',
        ]
    copied = f"check(a.to_reshaped({target}).unwrap().view(), &{expect['shape']}, {elements(expect['values'])});"
    if expect["needs_copy"]:
        return lines + [f'assert!(refused(a.reshape({target})).contains("without a copy"));', copied]
    return lines + [f"let reshaped = a.reshape({target}).unwrap();"] + check(expect, "reshaped", row["array"]) + [copied]


def windows(row):
    lines = operand(row["array"])
    if "reject" in row["expect"]:
        return lines + [f'assert!(refused(a.try_sliding_windows({row["window"]})).contains("does not fit"));']
    if "axes" in row:
        calls = "".join(f".sliding_windows_along::<{k}>({w})" for k, w in zip(row["axes"], row["window"]))
        return lines + [f"let windows = a{calls};"] + check(row["expect"], "windows", row["array"])
    return lines + [f"let windows = a.sliding_windows({row['window']});"] + check(row["expect"], "windows", row["array"])


WRITERS = {"get": get, "set": set_, "reshape": reshape, "windows": windows}


def is_fancy(row):
    return any(isinstance(item, dict) and not {"int", "slice"} & item.keys() for item in row.get("index", []))


def main():
    with open(os.path.join(ROOT, "data", "indexing.json")) as file:
        rows = json.load(file)["entries"]
    compiler = [row for row in rows if row["expect"].get("reason") in ("too_many_indices", "two_ellipses")]
    long = [row for row in rows if len(row["expect"].get("shape", [])) > 8]
    tested = [row for row in rows if row not in compiler and row not in long]
    counts = dict(
        taken=len(tested),
        total=len(rows),
        fancy=sum(map(is_fancy, tested)),
        compiler=len(compiler),
        long=len(long),
    )
    out = [HEAD.format(**counts)]
    for row in tested:
        lines = WRITERS[row["op"]](row)
        if "buffer" not in "".join(lines).replace(WITH_BUFFER, ""):
            lines = [line.replace(WITH_BUFFER, "let a = array.view();") for line in lines]
        name = row["id"].replace("-", "_")
        out.append(f"/// {row['source']}\n#[test]\nfn {name}() {{\n    " + "\n    ".join(lines) + "\n}\n")
    path = os.path.join(ROOT, "indexing_cases.rs")
    with open(path, "w") as file:
        file.write("\n".join(out))
    subprocess.run(["rustfmt", "--edition", "2024", path], check=True)


if __name__ == "__main__":
    main()
