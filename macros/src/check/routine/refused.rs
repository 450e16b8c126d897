//! What is said of constructs that gang forms do not have.

use syn::Expr as Source;

/// Names the construct, and the way to say it where there is one.
pub fn unsupported(expr: &Source) -> String {
    let (what, cure) = match expr {
        Source::Array(_) | Source::Repeat(_) => ("an array", "its values are elements; name them one by one"),
        Source::Async(_) | Source::Await(_) => ("`async` code", "a ufunc computes, and waits for nothing"),
        Source::Closure(_) => ("a closure", "write its body where it is called, or make it a ufunc of its own"),
        Source::Const(_) => ("a `const` block", "declare a constant outside of `ufunc!`"),
        Source::Index(_) => ("an index", "a ufunc sees one element of each operand; its calls loop over arrays"),
        Source::Let(_) => ("`let` in a condition", "compare numbers instead"),
        Source::Macro(_) => ("a macro", "its code is not known here"),
        Source::Range(_) => ("a range", "it stands in `for i in 0..n` only; compare with `&&` instead"),
        Source::Reference(_) | Source::RawAddr(_) => ("a reference", "its values are elements, which are copied"),
        Source::Struct(_) => ("a struct", "a ufunc has numbers, complex numbers, and tuples of such"),
        Source::Try(_) => ("`?`", "numbers have no errors; test with `if` and `return` early"),
        Source::Unsafe(_) => ("an `unsafe` block", "a ufunc computes with elements and calls nothing unsafe"),
        _ => (
            "this",
            "a ufunc takes arithmetic, comparisons, `if`, `match`, loops, casts, methods of numbers, calls of ufuncs",
        ),
    };
    format!("{what} inside a ufunc: {cure}")
}
