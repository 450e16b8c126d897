#!/usr/bin/env python3
"""Writes the tables "coming from NumPy" and "coming from ndarray" and the tests that run every row of them.

    python3 tests/generate/coming_from.py

It reads tests/coming_from/numpy.tsv and ndarray.tsv, one row each for a pair of spellings:

    subject    the heading that the row stands under
    numpy      (or ndarray) the code there; several pieces are separated by ` ;; `
    ndweave    the same here
    compared   nothing: the value of the expression. A name: the code is a statement, and the value is what the name has then.
               `~`: floats up to rounding. `extents`: elements are random. `none`: the code has only to run. `type`: it is a type.
    note       for the reader; code with brackets in it is another way to write the same, and runs, too
    value      what NumPy gives, as Python writes it; filled in and checked by this script where NumPy is installed

and writes src/coming_from/*.md, which the documentation includes, and tests/coming_from/tests.
"""

import copy
import csv
import math
import os
import re

try:
    import numpy as np
except ImportError:
    np = None

ROOT = os.path.join(os.path.dirname(__file__), "..", "..")
HERE = os.path.join(ROOT, "tests", "coming_from")
OPTIONS = ("~", "extents", "none", "type")
GIVEN = ("a", "b", "q", "x", "y", "n", "t", "m", "u", "z", "rng")
WRITTEN = "Written by `tests/generate/coming_from.py` from `tests/coming_from/{}.tsv`; do not edit."


def read(name):
    with open(os.path.join(HERE, f"{name}.tsv"), newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def save(path, text):
    with open(os.path.join(ROOT, path), "w") as file:
        file.write(text)


def subjects(rows):
    """Rows by subject, in the order of the file."""
    groups = {}
    for row in rows:
        groups.setdefault(row["subject"], []).append(row)
    return groups


def options(row):
    words = row["compared"].split()
    names = [word for word in words if word not in OPTIONS]
    assert len(names) <= 1, row
    return names[0] if names else None, {word for word in words if word in OPTIONS}


def spelled_out(rows):
    """The rows, and behind each the code of its note in place of its own: what has brackets there is another way to write the same."""
    for row in rows:
        yield row
        for code in re.findall(r"`([^`]*\([^`]*)`", row["note"]):
            if not code.startswith("let "):
                yield row | {"ndweave": code}


def pieces(code):
    return code.split(" ;; ")


# The values of the NumPy column.


def numpy_given():
    """As in tests/coming_from/src/given.rs."""
    i, j, k = np.indices((2, 3, 4))
    return {
        "np": np,
        "a": np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),
        "b": np.array([[10.0, 20.0, 30.0], [40.0, 50.0, 60.0]]),
        "q": np.array([[2.0, 1.0], [1.0, 3.0]]),
        "x": np.array([1.0, 2.0, 4.0]),
        "y": np.array([10.0, 20.0, 40.0]),
        "n": np.array([3, 1, 2, 3]),
        "t": 100 * i + 10 * j + k,
        "m": np.array([[True, False, True], [False, True, True]]),
        "u": np.array([1.0, np.nan, 3.0]),
        "z": np.array([3 + 4j, 1j]),
    }


def plain(value):
    """Without NumPy's types: arrays as lists; tuples, and lists of arrays or tuples, as tuples."""
    if isinstance(value, (np.ndarray, np.generic)):
        return value.tolist()
    if isinstance(value, (list, tuple)):
        is_list = isinstance(value, list) and not any(isinstance(part, (np.ndarray, tuple)) for part in value)
        return (list if is_list else tuple)(plain(part) for part in value)
    return value


def numpy_value(row):
    name, how = options(row)
    given = numpy_given()
    if name or "none" in how:
        exec(row["numpy"], given)
        return plain(given[name]) if name else None
    values = [plain(eval(piece, copy.deepcopy({k: v for k, v in given.items() if k != "np"}) | {"np": np})) for piece in pieces(row["numpy"])]
    return values[0] if len(values) == 1 else tuple(values)


def evaluated(text):
    return eval(text, {"nan": math.nan, "inf": math.inf})


def near(x, y):
    """The last bits of elementary functions differ from machine to machine, and the file keeps what it has."""
    if isinstance(x, (list, tuple)):
        return type(x) is type(y) and len(x) == len(y) and all(map(near, x, y))
    if isinstance(x, (float, complex)) and type(x) is type(y):
        return x == y or x != x and y != y or abs(x - y) <= 1e-14 * abs(y)
    return type(x) is type(y) and x == y


def fill_values(rows):
    for row in rows:
        value = numpy_value(row)
        _, how = options(row)
        if row["value"] and ("extents" in how or near(evaluated(row["value"]), value)):
            continue
        row["value"] = "" if value is None else repr(value)
    with open(os.path.join(HERE, "numpy.tsv"), "w") as file:
        file.write("\t".join(rows[0]) + "\n")
        file.writelines("\t".join(row.values()) + "\n" for row in rows)


# Rust.


def literal(value):
    """An expression of Rust that has this value."""
    if isinstance(value, tuple):
        return "vec![" + ", ".join(f"{literal(part)}.value()" for part in value) + "]"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]" if value else "[0; 0]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return "f64::NAN" if math.isnan(value) else repr(value)
    if isinstance(value, complex):
        return f"Complex::new({literal(value.real)}, {literal(value.imag)})"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def quoted(code):
    return f'r#"{code}"#'


def closeness(row):
    _, how = options(row)
    return "Closeness::" + ("Close" if "~" in how else "Extents" if "extents" in how else "Exact")


def block(row, column):
    """A block of Rust whose value is what a row's code gives."""
    name, how = options(row)
    code = pieces(row[column])
    if "type" in how:
        return f"named::<{code[0]}>()"
    text = " ".join(code)
    names = [given for given in GIVEN if re.search(rf"\b{given}\b", text) or given == name]
    lines = []
    if names:
        lines.append(f"let Given {{ {', '.join('mut ' + given for given in names)}, .. }} = given();")
    if name or "none" in how:
        lines += [f"{code[0]};", f"{name}.value()" if name else "nothing()"]
    elif len(code) == 1:
        lines.append(f"({code[0]}).value()")
    else:
        lines.append("vec![" + ", ".join(f"({piece}).value()" for piece in code) + "].value()")
    return lines[0] if len(lines) == 1 else "\n".join(["{", *lines, "}"])


def function_name(subject):
    return re.sub(r"\W+", "_", subject.lower())


def head(name, what, library, uses):
    return [
        f"//! {what}",
        "//!",
        "//! " + WRITTEN.format(name),
        "",
        "// Rows are written as a reader would write them, not as lints would.",
        "#![allow(clippy::all, deprecated, unused_imports, unused_mut, unused_parens, unused_variables)]",
        "",
        f"use ::coming_from::given::{library}::{{Given, given}};",
        *uses,
    ]


def numpy_tests(rows):
    lines = head("numpy", 'The table "coming from NumPy" of the documentation: every row runs here, and gives what NumPy gives.', "ndweave", [
        "use ::coming_from::{AsValue, Closeness, Value, compare, nothing};",
        "use ndweave::*;",
        "use num_complex::Complex;",
        "use rand::distr::StandardUniform;",
    ])
    for subject, group in subjects(rows).items():
        lines += ["", "#[test]", f"fn {function_name(subject)}() {{"]
        for row in spelled_out(group):
            _, how = options(row)
            wanted = "nothing()" if "none" in how else f"{literal(evaluated(row['value']))}.value()"
            lines.append(
                f"compare({quoted(row['numpy'])}, {quoted(row['ndweave'])}, {block(row, 'ndweave')}, {wanted}, {closeness(row)});"
            )
        lines.append("}")
    return "\n".join(lines) + "\n"


def ndarray_column(rows, column):
    """One column as functions that give the values of its rows."""
    uses = ["use ::coming_from::{AsValue, Value, named, nothing};", f"use {column}::*;"]
    lines = head("ndarray", f"The column of {column}, a function a subject.", column, uses)
    for subject, group in subjects(rows).items():
        lines += ["", f"pub fn {function_name(subject)}() -> Vec<Value> {{", "vec!["]
        lines += [block(row, column) + "," for row in spelled_out(group)]
        lines += ["]", "}"]
    return "\n".join(lines) + "\n"


def ndarray_tests(rows):
    """The two columns, compared row by row."""
    lines = [
        '//! The table "coming from ndarray" of the documentation: both columns run here, and give the same.',
        "//!",
        "//! " + WRITTEN.format("ndarray"),
        "",
        "mod ours;",
        "mod theirs;",
        "",
        "use ::coming_from::{Closeness, compare_all};",
    ]
    for subject, group in subjects(rows).items():
        name = function_name(subject)
        lines += ["", "#[test]", f"fn {name}() {{", "let rows = ["]
        lines += [f"({quoted(row['ndarray'])}, {quoted(row['ndweave'])}, {closeness(row)})," for row in spelled_out(group)]
        lines += ["];", f"compare_all(&rows, ours::{name}(), theirs::{name}());", "}"]
    return "\n".join(lines) + "\n"


def cell(code):
    return ", ".join("`" + piece.replace("|", "\\|") + "`" for piece in pieces(code))


def table(name, title, rows):
    lines = ["<!-- " + WRITTEN.format(name) + " -->"]
    for subject, group in subjects(rows).items():
        lines += ["", f"# {subject}", "", f"| {title} | ndweave | |", "|---|---|---|"]
        lines += [f"| {cell(row[name])} | {cell(row['ndweave'])} | {row['note'].replace('|', chr(92) + '|')} |" for row in group]
    return "\n".join(lines) + "\n"


def main():
    rows = read("numpy")
    if np:
        fill_values(rows)
    else:
        print("no NumPy here: its values in numpy.tsv are taken as they stand")
    save("src/coming_from/numpy.md", table("numpy", "NumPy", rows))
    save("tests/coming_from/tests/numpy.rs", numpy_tests(rows))
    print(f"{len(rows)} rows of NumPy")
    rows = read("ndarray")
    save("src/coming_from/ndarray.md", table("ndarray", "ndarray", rows))
    save("tests/coming_from/tests/ndarray/main.rs", ndarray_tests(rows))
    save("tests/coming_from/tests/ndarray/ours.rs", ndarray_column(rows, "ndweave"))
    save("tests/coming_from/tests/ndarray/theirs.rs", ndarray_column(rows, "ndarray"))
    print(f"{len(rows)} rows of ndarray")


main()
