"""Writes the einsum tests from tests/data/einsum_valid.json and einsum_invalid.json.

Run it in the project's root: `python3 tests/generate/einsum.py`. It writes

    tests/einsum_cases/table.rs     what NumPy computes, and the recipes of the operands
    tests/einsum_cases/calls.rs     one test an entry: the macro in NumPy's form and, where labels never stretch, in index form
    tests/einsum_cases/refusals.rs  mismatching extents that only the call can know
    tests/ui/einsum/*.rs            refusals that the compiler makes, one file a mistake

The compiler's words (`.stderr`) are not written here: read them, then bless them.
"""

import json
import os

MAX_RANK = 8
UI = "tests/ui/einsum"


def entries(name):
    with open(f"tests/data/einsum_{name}.json") as file:
        return json.load(file)["entries"]


def write(path, text):
    with open(path, "w") as file:
        file.write(text.rstrip() + "\n")


def rust_list(items):
    return "[" + ", ".join(str(int(x)) for x in items) + "]"


def fn_name(entry):
    return entry["id"].replace("-", "_")


# The notation.


def split(spec):
    """Terms and output, `None` where it is implied."""
    inputs, arrow, output = spec.replace(" ", "").partition("->")
    return inputs.split(","), output if arrow else None


def index_form(explicit, shapes):
    """`t0[i, j] * t1[j, k] -> [i, k]`; an operand without axes stands as a scalar."""
    terms, output = split(explicit)
    factors = [f"t{n}[{', '.join(term)}]" if shape else f"t{n}" for n, (term, shape) in enumerate(zip(terms, shapes))]
    return " * ".join(factors) + (f" -> [{', '.join(output)}]" if output else "")


def stretches(explicit, shapes):
    """Whether a label has two extents: then only NumPy's form takes it."""
    extents = {}
    for term, shape in zip(split(explicit)[0], shapes):
        for label, extent in zip(term, shape):
            if extents.setdefault(label, extent) != extent:
                return True
    return False


def shapes_of(entry):
    return [operand["shape"] for operand in entry["operands"]]


def rank_over(entry):
    return max(map(len, [*shapes_of(entry), entry["expect"]["shape"]])) > MAX_RANK


# Valid entries.


def table_row(entry):
    recipes = []
    for operand in entry["operands"]:
        data, memory = operand["data"], operand.get("mem")
        where = "None"
        if memory:
            fills = "true" if memory.get("data_at") == "buffer" else "false"
            where = (f"Some(Memory {{ strides: &{rust_list(memory['strides'])}, offset: {memory['offset']}, "
                     f"len: {memory['len']}, fills_buffer: {fills} }})")
        recipes.append(f"Recipe {{ extents: &{rust_list(operand['shape'])}, seed: {data['lcg']}, lo: {data['lo']}, "
                       f"n: {data['n']}, memory: {where} }}")
    expect = entry["expect"]
    if "values" in expect:
        values = f"Expect::All(&{rust_list(expect['values'])})"
    else:
        probes = ", ".join(f"({k}, {int(x)})" for k, x in expect["probes"])
        values = f"Expect::Digest {{ sum: {expect['sum']}, weighted: {expect['wsum']}, probes: &[{probes}] }}"
    return (f"Entry {{ name: \"{fn_name(entry)}\", dtype: \"{expect['dtype']}\", spec: \"{entry['spec']}\", "
            f"recipes: &[{', '.join(recipes)}], extents: &{rust_list(expect['shape'])}, expect: {values} }},")


def call(entry):
    shapes = shapes_of(entry)
    ranks = ", ".join(f"t{n}: {len(shape)}" for n, shape in enumerate(shapes))
    forms = f'"{entry["spec"]}"'
    # Scalars alone are no index form: nothing in it has a label.
    if any(shapes) and not stretches(entry["explicit"], shapes):
        forms += f", {{ {index_form(entry['explicit'], shapes)} }}"
    return f"    {fn_name(entry)}: {entry['expect']['dtype']}, ({ranks}), {forms};"


def write_valid():
    valid = entries("valid")
    assert all(len({x["dtype"] for x in e["operands"]} | {e["expect"]["dtype"]}) == 1 for e in valid)
    head = "// Written by tests/generate/einsum.py from tests/data/einsum_valid.json. Do not edit.\n"
    rows = "\n    ".join(map(table_row, valid))
    write("tests/einsum_cases/table.rs",
          f"{head}\nuse crate::entry::{{Entry, Expect, Memory, Recipe}};\n\n"
          f"#[rustfmt::skip]\npub static TABLE: &[Entry] = &[\n    {rows}\n];\n")

    fit = [e for e in valid if not rank_over(e)]
    over = [e for e in valid if rank_over(e)]
    both = sum("{" in call(e) for e in fit)
    write("tests/einsum_cases/calls.rs", "\n".join([
        head.rstrip(),
        "//",
        f"// {len(fit)} entries in NumPy's form, {both} of them in index form too. {len(over)} have operands of rank over {MAX_RANK},",
        "// which no array type has: tests/ui/einsum/rank_over_eight.rs.",
        "",
        "use ndweave::einsum;",
        "",
        "use crate::entry::entry;",
        "use crate::laid::Outcome;",
        "use crate::{term, view};",
        "",
        "/// `name: element type, (operand: rank, …), \"NumPy's form\", { index form };`",
        "macro_rules! calls {",
        "    ($($name:ident: $T:ty, $ranks:tt, $spec:literal $(, $index:tt)?;)*) => { $(",
        "        #[test]",
        "        fn $name() {",
        "            let entry = entry(stringify!($name));",
        "            assert_eq!(entry.spec, $spec);",
        "            let operands = entry.operands::<$T>();",
        "            calls!(@string entry operands $ranks $spec);",
        "            $( calls!(@index entry operands $ranks $index); )?",
        "        }",
        "    )* };",
        "    (@string $entry:ident $operands:ident ($($t:ident: $rank:tt),*) $spec:literal) => {{",
        "        let mut operands = $operands.iter();",
        "        $( let $t = view!(operands.next().unwrap(), $rank); )*",
        "        $entry.check(\"NumPy's form\", einsum!($spec $(, $t)*).plain());",
        "    }};",
        "    (@index $entry:ident $operands:ident ($($t:ident: $rank:tt),*) { $($index:tt)* }) => {{",
        "        let mut operands = $operands.iter();",
        "        $( let $t = term!(operands.next().unwrap(), $rank); )*",
        "        $entry.check(\"index form\", einsum!($($index)*).plain());",
        "    }};",
        "}",
        "",
        "calls! {",
        *map(call, fit),
        "}",
    ]))
    return over


# Invalid entries.


def nested(shape, value="1.0"):
    for extent in reversed(shape):
        value = f"[{value}; {extent}]"
    return value


MISTAKES = {
    "bad_character": "A character that is no subscript.",
    "bad_ellipsis": "Dots that are not one ellipsis of three.",
    "two_ellipses": "Two ellipses in one term.",
    "bad_arrow": "An arrow that is not `->`.",
    "two_arrows": "A second arrow.",
    "comma_in_output": "A comma in the output.",
    "unknown_output_label": "An output label that no operand has.",
    "repeated_output_label": "An output label that stands twice.",
    "output_lacks_ellipsis": "Axes under an ellipsis that the output does not name.",
    "too_few_operands": "Fewer operands than terms.",
    "too_many_operands": "More operands than terms.",
    "fewer_labels_than_axes": "An operand with more axes than its term has labels.",
    "more_labels_than_axes": "An operand with fewer axes than its term has labels.",
    "label_size_mismatch": "A label whose constant extents differ between operands.",
    "diagonal_size_mismatch": "A label whose constant extents differ within one operand.",
    "ellipsis_broadcast_mismatch": "Constant extents under the ellipsis that do not broadcast.",
    "output_shape_mismatch": "An output whose constant extents or rank are not those of its labels.",
    "rank_over_eight": "A term with more axes than an array can have.",
}


def write_ui(mistake, bodies):
    text = [f"//! {MISTAKES[mistake]}", "", "use ndweave::einsum;", ""]
    for name, lines in bodies:
        text += [f"// {name.replace('_', '-')}", f"fn {name.replace('-', '_')}() {{", *(f"    {line}" for line in lines), "}", ""]
    write(f"{UI}/{mistake}.rs", "\n".join([*text, "fn main() {}"]))


def operands_of(entry):
    return [f"let t{n} = {nested(shape)};" for n, shape in enumerate(shapes_of(entry))]


def string_call(macro, entry):
    names = "".join(f", t{n}" for n in range(len(entry["operands"])))
    return f'{macro}!("{entry["spec"]}"{names})'


def into_call(macro, entry):
    terms, output = split(entry["spec"])
    factors = " * ".join(f"t{n}[{', '.join(term)}]" for n, term in enumerate(terms))
    return f"{macro}!(out[{', '.join(output)}] = {factors})"


def conflicts(entry, stretch):
    """Labels with two extents, with them: `[("j", 3, 4)]`, in the order of the operands."""
    first, found = {}, []
    for term, shape in zip(split(entry["spec"])[0], shapes_of(entry)):
        if "..." in term:
            continue
        for label, extent in zip(term, shape):
            known = first.setdefault(label, extent)
            inside = term.count(label) > 1
            if known != extent and not (stretch and not inside and 1 in (known, extent)):
                found.append((label, known, extent))
            if stretch and not inside and known == 1:
                first[label] = extent
    return found


# Axes under an ellipsis have no label: the message says where they are.
ELLIPSIS = {"ei-068": [("ellipsis", 2, 3)], "ei-069": [("ellipsis", 3, 4)]}


def refused(call, found):
    """Any of the disagreements may be the one that is told."""
    told = ", ".join(f'("{label}", {one}, {other})' for label, one, other in found)
    return f"refused({call}, &[{told}]);"


def refusal(entry):
    """A test at run time: `try_einsum!` refuses and says what disagrees."""
    lines = [f"let t{n} = Array::<f64, _>::ones({rust_list(shape)});" for n, shape in enumerate(shapes_of(entry))]
    if "out_shape" in entry:
        out = entry["out_shape"]
        found = [(l, o, n) for l, n, o in zip(split(entry["spec"])[1], extents_by_label(entry), out) if n != o]
        lines += [f"let mut out = Array::<f64, _>::ones({rust_list(out)});",
                  refused(into_call("try_einsum", entry), found),
                  "assert!(out.as_slice().iter().all(|x| *x == 1.0), \"a refused call writes nothing\");"]
    elif entry["id"] in ELLIPSIS:
        lines.append(refused(string_call("try_einsum", entry), ELLIPSIS[entry["id"]]))
    else:
        index_call = f"try_einsum!({index_form(entry['spec'], shapes_of(entry))})"
        lines += [refused(string_call("try_einsum", entry), conflicts(entry, stretch=True)),
                  refused(index_call, conflicts(entry, stretch=False))]
    return "\n".join([f"/// `{entry['spec']}`", "#[test]", f"fn {fn_name(entry)}() {{", *(f"    {x}" for x in lines), "}", ""])


def extents_by_label(entry):
    terms, output = split(entry["spec"])
    extents = {label: n for term, shape in zip(terms, shapes_of(entry)) for label, n in zip(term, shape)}
    return [extents[label] for label in output]


def constant_refusal(entry):
    """The same mistake in constant extents, which the compiler sees."""
    lines = operands_of(entry)
    if "out_shape" in entry:
        return [*lines, f"let mut out = {nested(entry['out_shape'])};", into_call("einsum", entry) + ";"]
    lines.append(f"let _ = {string_call('einsum', entry)};")
    if "..." not in entry["spec"]:
        lines.append(f"let _ = einsum!({index_form(entry['spec'], shapes_of(entry))});")
    return lines


def write_invalid(over):
    by_mistake, refusals = {}, []
    for entry in entries("invalid"):
        mistake = entry["reason"]
        if entry["stage"] != "shape":
            body = [*operands_of(entry), f"let _ = {string_call('einsum', entry)};"]
            by_mistake.setdefault(mistake, []).append((fn_name(entry), body))
            continue
        by_mistake.setdefault(mistake, []).append((fn_name(entry), constant_refusal(entry)))
        if len(entry.get("out_shape", [])) in (0, len(split(entry["spec"])[1])):
            refusals.append(refusal(entry))
    for entry in over:
        # No array has the rank of the term, so a stand-in of rank 8 takes its place: the text alone is refused.
        shapes = [shape if len(shape) <= MAX_RANK else [1] * MAX_RANK for shape in shapes_of(entry)]
        body = [f"let t{n} = {nested(shape)};" for n, shape in enumerate(shapes)] + [f"let _ = {string_call('einsum', entry)};"]
        by_mistake.setdefault("rank_over_eight", []).append((fn_name(entry), body))
    os.makedirs(UI, exist_ok=True)
    for mistake, bodies in by_mistake.items():
        write_ui(mistake, bodies)
    write("tests/einsum_cases/refusals.rs", "\n".join([
        "// Written by tests/generate/einsum.py from tests/data/einsum_invalid.json. Do not edit.",
        "",
        "use ndweave::{Array, try_einsum};",
        "",
        "use crate::refused;",
        "",
        *refusals,
    ]))


if __name__ == "__main__":
    write_invalid(write_valid())
