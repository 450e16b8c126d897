//! What the compiler says to mistakes: a folder a subject, a file a mistake, several instances in each.
//!
//! `einsum` and its string form from NumPy's cases (see `tests/generate/einsum.py`), the others by hand.

#[test]
fn mistakes() {
    trybuild::TestCases::new().compile_fail("tests/ui/*/*.rs");
}
