//! The expansions of examples, kept as text under `tests/expanded` and compiled, run and compared with numbers by
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
    ("axpy", "pub fn axpy(y: &mut Array2<f64>, a: f64, x: &Array1<f64>)", "broadcast", "y += a * x"),
    (
        "softmax",
        "pub fn softmax(x: &Array2<f64>) -> Array2<f64>",
        "broadcast",
        "{ let e = (x[i, j] - max[k](x[i, k])).exp(); e / sum[k]((x[i, k] - max[k](x[i, k])).exp()) } -> [i, j]",
    ),
    (
        "distances",
        "pub fn distances(p: &[[f64; 2]; 3], q: &[[f64; 2]; 2]) -> [[f64; 2]; 3]",
        "broadcast",
        "sum[k]((p[i, k] - q[j, k]).powi(2)) -> [i, j]",
    ),
    (
        "moments",
        "pub fn moments(dev: &mut [f64], sq: &mut [f64], x: &[f64]) -> Result<(), ShapeError>",
        "try_broadcast",
        "let d = x[i] - mean[k](x[k]); dev[i] = d; sq[i] += d * d, where d > 0.0;",
    ),
    (
        "ramp",
        "pub fn ramp(x0: f64, dx: f64) -> Array<f64, shape![5]>",
        "broadcast",
        "x0 + dx * (i as f64) -> [i in 0..5]",
    ),
    (
        "lookup",
        "pub fn lookup(t: &Array2<f64>, ix: &[u32], y: &Array1<f64>) -> Array2<f64>",
        "broadcast",
        "t[ix[i], j] * y[j] -> [i, j]",
    ),
    ("nearest", "pub fn nearest(x: &[f64], to: f64) -> usize", "broadcast", "argmin[i]((x[i] - to).abs())"),
];

/// Each ufunc: its name, and what it is.
const UFUNCS: &[(&str, &str)] = &[
    ("leaky", "pub fn leaky(x: f64, slope: f64) -> f64 { if x > 0.0 { x } else { slope * x } }"),
    (
        "collatz",
        "pub fn collatz(n: u64) -> u32 {
            let (mut n, mut steps) = (n, 0);
            while n != 1 { n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 }; steps += 1; }
            steps
        }",
    ),
    (
        "first_factor",
        "fn first_factor<T: ndweave::Float>(n: T, last: u32) -> (bool, u32) {
            let mut divisor = T::from(2).unwrap();
            for i in 2..last {
                if (n / divisor).fract() == n - n { return (true, i); }
                divisor = divisor + T::from(1).unwrap();
            }
            (false, last)
        }",
    ),
    (
        "escape",
        "pub fn escape(c: f64, limit: u32) -> u32 {
            let (mut x, mut n) = (c, limit);
            while x < 4.0 { x = x * x + c; n -= 1; if n == 0 { return 0; } }
            limit - n
        }",
    ),
    (
        "all_pairs",
        "/// Distances of all pairs of points.
        pub fn all_pairs<T: ndweave::Float>(p: [[T; d]; m], q: [[T; d]; n]) -> [[T; n]; m] { sum[d]((p[m, d] - q[n, d]).powi(2)).sqrt() }",
    ),
    (
        "convolve",
        "pub fn convolve(a: [f64; n], b: [f64; taps]) -> [f64; n + taps - 1] {
            let mut out = [0.0; n + taps - 1];
            for i in 0..n { for j in 0..taps { out[i + j] += a[i] * b[j]; } }
            out
        }",
    ),
];

/// The example as a function, formatted.
fn expand((_, signature, call, input): &(&str, &str, &str, &str)) -> String {
    let tokens = |text: &str| -> TokenStream { text.parse().expect("an example is Rust") };
    let (signature, call, input) = (tokens(signature), tokens(call), tokens(input));
    let expand = if call.to_string().ends_with("broadcast") { crate::expand::broadcast } else { crate::expand::einsum };
    let body = expand(quote!(::ndweave; #call; #input));
    // An expansion is a block, so it can stand as the body.
    let file = syn::parse2(quote!(#signature #body)).expect("an expansion is Rust");
    prettyplease::unparse(&file)
}

/// The ufunc's items, formatted.
fn expand_ufunc((_, function): &(&str, &str)) -> String {
    let function: TokenStream = function.parse().expect("an example is Rust");
    let items = crate::expand::ufunc(quote!(::ndweave; ufunc; #function));
    prettyplease::unparse(&syn::parse2(items).expect("an expansion is Rust"))
}

#[test]
fn expansions_are_those_on_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expanded");
    let kernels = EXAMPLES.iter().map(|example| (example.0, expand(example), 80));
    let ufuncs = UFUNCS.iter().map(|example| (example.0, expand_ufunc(example), 240));
    for (name, text, lines) in kernels.chain(ufuncs) {
        assert!(!text.contains("compile_error"), "`{name}` has mistakes: {text}");
        let path = folder.join(format!("{name}.rs"));
        if std::env::var_os("NDWEAVE_BLESS").is_some() {
            fs::write(&path, &text).expect("the folder of expansions can be written");
        }
        let on_file = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(text, on_file, "the expansion of `{name}` has changed; read it, then bless it");
        assert!(text.lines().count() <= lines, "the expansion of `{name}` has {} lines", text.lines().count());
    }
}

#[test]
fn expanding_twice_gives_the_same_text() {
    for example in EXAMPLES {
        assert_eq!(expand(example), expand(example));
    }
    for example in UFUNCS {
        assert_eq!(expand_ufunc(example), expand_ufunc(example));
    }
}
