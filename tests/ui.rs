//! What the compiler says to mistakes: a folder a macro, a file a mistake, several instances in each.

#[test]
fn mistakes() {
    trybuild::TestCases::new().compile_fail("tests/ui/*/*.rs");
}
