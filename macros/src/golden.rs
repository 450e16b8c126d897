//! The expansions of five examples, kept as text under `tests/expanded` and compiled, run and compared with numbers by
//! the facade's test `expanded`. `NDWEAVE_BLESS=1` writes them anew.

use std::fs;
use std::path::Path;

use proc_macro2::TokenStream;
use quote::quote;

/// Each example: its name, the signature of the function around it, the macro, and its input.
const EXAMPLES: &[(&str, &str, &str, &str)] = &[
    (
        "matmul",
        "pub fn matmul(a: &[[f64; 3]; 2], b: &[[f64; 4]; 3]) -> [[f64; 4]; 2]",
        "einsum",
        "a[i, j] * b[j, k] -> [i, k]",
    ),
    (
        "string_matmul",
        "pub fn string_matmul(a: &[[f64; 3]; 2], b: &[[f64; 4]; 1]) -> [[f64; 4]; 2]",
        "einsum",
        "\"ij,jk\", a, b",
    ),
    ("trace", "pub fn trace(a: View2<'_, f64>) -> Result<f64, ShapeError>", "try_einsum", "a[i, i]"),
    ("decay", "pub fn decay(x: &[f64]) -> Array1<f64>", "einsum", "(-x[i]).exp() -> [i]"),
    ("row_sums", "pub fn row_sums(c: &mut Array1<f64>, a: &Array2<f64>)", "einsum", "c[i] += a[i, j]"),
];

/// The example as a function, formatted.
fn expand((_, signature, call, input): &(&str, &str, &str, &str)) -> String {
    let tokens = |text: &str| -> TokenStream { text.parse().expect("an example is Rust") };
    let (signature, call, input) = (tokens(signature), tokens(call), tokens(input));
    let body = crate::expand::einsum(quote!(::ndweave; #call; #input));
    // An expansion is a block, so it can stand as the body.
    let file = syn::parse2(quote!(#signature #body)).expect("an expansion is Rust");
    prettyplease::unparse(&file)
}

#[test]
fn expansions_are_those_on_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expanded");
    for example in EXAMPLES {
        let (name, ..) = example;
        let path = folder.join(format!("{name}.rs"));
        let text = expand(example);
        if std::env::var_os("NDWEAVE_BLESS").is_some() {
            fs::write(&path, &text).expect("the folder of expansions can be written");
        }
        let on_file = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(text, on_file, "the expansion of `{name}` has changed; read it, then bless it");
        assert!(text.lines().count() <= 25, "the expansion of `{name}` has {} lines", text.lines().count());
    }
}

#[test]
fn expanding_twice_gives_the_same_text() {
    for example in EXAMPLES {
        assert_eq!(expand(example), expand(example));
    }
}
