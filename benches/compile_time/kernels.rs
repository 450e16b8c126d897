//! The kernels, each as a call of `broadcast!` over arrays and views, and as loops over slices.
//!
//! Scalar expressions are the same text in both; `{x}` is an operand's element.

use crate::pairs::PAIRS;

/// A kernel as two functions named `kernel`.
pub struct Kernel {
    pub ours: String,
    pub plain: String,
}

/// A pair of functions, for each expression in the place of `{e}`.
struct Template {
    ours: &'static str,
    plain: &'static str,
    /// What an operand's element is called in our notation; in loops it is the operand's name.
    subscripts: &'static [(&'static str, &'static str)],
    expressions: &'static [&'static str],
}

/// A hundred kernels.
pub fn all() -> Vec<Kernel> {
    let templates = TEMPLATES.iter().flat_map(|template| template.expressions.iter().map(|text| template.kernel(text)));
    let pairs = PAIRS.iter().map(|(ours, plain)| Kernel { ours: ours.to_string(), plain: plain.to_string() });
    templates.chain(pairs).collect()
}

impl Template {
    fn kernel(&self, text: &str) -> Kernel {
        let (mut ours, mut plain) = (text.to_owned(), text.to_owned());
        for (operand, subscripts) in self.subscripts {
            ours = ours.replace(&format!("{{{operand}}}"), &format!("{operand}{subscripts}"));
            plain = plain.replace(&format!("{{{operand}}}"), operand);
        }
        Kernel { ours: self.ours.replace("{e}", &ours), plain: self.plain.replace("{e}", &plain) }
    }
}

const X: &[(&str, &str)] = &[("x", "")];
const XY: &[(&str, &str)] = &[("x", ""), ("y", "")];

const TEMPLATES: &[Template] = &[
    Template {
        ours: "pub fn kernel(x: &Array1<f64>, out: &mut Array1<f64>) { broadcast!(out = {e}); }",
        plain: "pub fn kernel(x: &[f64], out: &mut [f64]) { for (out, &x) in out.iter_mut().zip(x) { *out = {e}; } }",
        subscripts: X,
        expressions: &[
            "2.0 * {x} + 1.0",
            "(({x} - 0.5) * {x} + 3.0) * {x} - 1.0",
            "{x}.clamp(-1.0, 1.0)",
            "if {x} > 0.0 { {x} } else { 0.1 * {x} }",
            "{x}.abs().sqrt()",
            "1.0 / (1.0 + (-{x}).exp())",
            "({x} * {x} + 1.0).ln()",
            "if {x}.is_nan() { 0.0 } else { {x} }",
            "{x}.floor() * 0.25",
        ],
    },
    Template {
        ours: "pub fn kernel(x: View<'_, f32, (Dyn,)>) -> Array1<f32> { broadcast!({e}) }",
        plain: "pub fn kernel(x: &[f32]) -> Vec<f32> { x.iter().map(|&x| {e}).collect() }",
        subscripts: X,
        expressions: &[
            "{x} * 0.5",
            "{x} * {x}",
            "{x}.max(0.0)",
            "({x} - 3.0) / 2.0",
            "{x}.sin() * 0.5",
            "{x}.tanh()",
            "if {x} < 1.0 { 0.5 * {x} * {x} } else { {x} - 0.5 }",
        ],
    },
    Template {
        ours: "pub fn kernel(x: View<'_, f64, (Dyn,)>, y: &Array1<f64>) -> Array1<f64> { broadcast!({e}) }",
        plain: "pub fn kernel(x: &[f64], y: &[f64]) -> Vec<f64> { \
                assert_eq!(x.len(), y.len()); x.iter().zip(y).map(|(&x, &y)| {e}).collect() }",
        subscripts: XY,
        expressions: &[
            "{x} + {y}",
            "{x} * {y} - 1.0",
            "({x} - {y}).powi(2)",
            "{x}.max({y})",
            "if {x} < {y} { {x} } else { 0.5 * {y} }",
            "({x} - {y}) / ({x} + {y})",
            "{x}.hypot({y})",
            "{x} * (-{y} * {y}).exp()",
            "{y}.atan2({x})",
        ],
    },
    Template {
        ours: "pub fn kernel(a: &Array1<f64>, b: &Array1<f64>, c: &Array1<f64>, out: &mut Array1<f64>) { broadcast!(out = {e}); }",
        plain: "pub fn kernel(a: &[f64], b: &[f64], c: &[f64], out: &mut [f64]) { \
                for (((out, &a), &b), &c) in out.iter_mut().zip(a).zip(b).zip(c) { *out = {e}; } }",
        subscripts: &[("a", ""), ("b", ""), ("c", "")],
        expressions: &[
            "{a} * {b} + {c}",
            "{a} + ({b} - {a}) * {c}",
            "({a} * {a} + {b} * {b} + {c} * {c}).sqrt()",
            "if {a} > {b} { {c} } else { -{c} }",
            "{a}.min({b}).max({c})",
        ],
    },
    Template {
        ours: "pub fn kernel(x: &Array1<f64>, s: f64, out: &mut Array1<f64>) { broadcast!(out {e}); }",
        plain: "pub fn kernel(x: &[f64], s: f64, out: &mut [f64]) { for (out, &x) in out.iter_mut().zip(x) { *out {e}; } }",
        subscripts: X,
        expressions: &["+= s * {x}", "-= {x} * s * {x}", "*= {x} - s", "/= {x} + s", "+= ({x} - s).abs()"],
    },
    Template {
        ours: "pub fn kernel(x: &Array2<f64>, r: &Array1<f64>, out: &mut Array2<f64>) { broadcast!(out[i, j] = {e}); }",
        plain: "pub fn kernel(x: &[f64], r: &[f64], out: &mut [f64]) { \
                for (out, x) in out.chunks_exact_mut(r.len()).zip(x.chunks_exact(r.len())) { \
                for ((out, &x), &r) in out.iter_mut().zip(x).zip(r) { *out = {e}; } } }",
        subscripts: &[("x", "[i, j]"), ("r", "[j]")],
        expressions: &[
            "{x} + {r}",
            "{x} * {r}",
            "({x} - {r}) * 0.5",
            "{x} / {r}",
            "if {x} > {r} { 1.0 } else { 0.0 }",
            "{x}.min({r}).sqrt()",
        ],
    },
    Template {
        ours: "pub fn kernel(x: &Array2<f64>, c: View<'_, f64, (Dyn,)>) -> Array2<f64> { broadcast!({e} -> [i, j]) }",
        plain: "pub fn kernel(x: &[f64], c: &[f64], columns: usize) -> Vec<f64> { \
                let mut out = Vec::with_capacity(x.len()); \
                for (x, &c) in x.chunks_exact(columns).zip(c) { out.extend(x.iter().map(|&x| {e})); } out }",
        subscripts: &[("x", "[i, j]"), ("c", "[i]")],
        expressions: &["{x} + {c}", "{x} - {c}", "{x} * {c} + 1.0", "({x} / {c}).exp()", "{x}.max({c})"],
    },
    Template {
        ours: "pub fn kernel(x: &Array1<f64>, y: &Array1<f64>) -> Array2<f64> { broadcast!({e} -> [i, j]) }",
        plain: "pub fn kernel(x: &[f64], y: &[f64]) -> Vec<f64> { \
                let mut out = Vec::with_capacity(x.len() * y.len()); \
                for &x in x { out.extend(y.iter().map(|&y| {e})); } out }",
        subscripts: &[("x", "[i]"), ("y", "[j]")],
        expressions: &["{x} * {y}", "{x} + 10.0 * {y}", "({x} - {y}).abs()", "1.0 / ({x} + {y} - 1.0)"],
    },
    Template {
        ours: "pub fn kernel(a: &Array2<f64>, b: View<'_, f64, (Dyn, Dyn)>) -> Array2<f64> { broadcast!({e} -> [i, j]) }",
        plain: "pub fn kernel(a: &[f64], b: &[f64], n: usize) -> Vec<f64> { \
                let mut out = Vec::with_capacity(n * n); \
                for (i, a) in a.chunks_exact(n).enumerate() { \
                out.extend(a.iter().zip(b[i..].iter().step_by(n)).map(|(&a, &b)| {e})); } out }",
        subscripts: &[("a", "[i, j]"), ("b", "[j, i]")],
        expressions: &["{a} + {b}", "0.5 * ({a} - {b})", "{a} * {b}"],
    },
    Template {
        ours: "pub fn kernel(x: &Array2<f64>) -> Array1<f64> { broadcast!(sum[j]({e}) -> [i]) }",
        plain: "pub fn kernel(x: &[f64], columns: usize) -> Vec<f64> { \
                x.chunks_exact(columns).map(|x| x.iter().map(|&x| {e}).sum()).collect() }",
        subscripts: &[("x", "[i, j]")],
        expressions: &["{x}", "{x} * {x}", "{x}.abs()", "({x} - 1.0).powi(2)"],
    },
    Template {
        ours: "pub fn kernel(x: &Array2<f64>) -> Array1<f64> { broadcast!(sum[i]({e}) -> [j]) }",
        plain: "pub fn kernel(x: &[f64], columns: usize) -> Vec<f64> { \
                let mut sums = vec![0.0; columns]; \
                for x in x.chunks_exact(columns) { for (sum, &x) in sums.iter_mut().zip(x) { *sum += {e}; } } sums }",
        subscripts: &[("x", "[i, j]")],
        expressions: &["{x}", "{x} * {x}", "if {x} > 0.0 { {x} } else { 0.0 }"],
    },
    Template {
        ours: "pub fn kernel(x: &Array1<f64>, y: &Array1<f64>) -> f64 { broadcast!(sum[i]({e})) }",
        plain: "pub fn kernel(x: &[f64], y: &[f64]) -> f64 { x.iter().zip(y).map(|(&x, &y)| {e}).sum() }",
        subscripts: &[("x", "[i]"), ("y", "[i]")],
        expressions: &["{x} * {y}", "({x} - {y}).powi(2)", "({x} - {y}).abs()", "{x} * {y}.ln()"],
    },
    Template {
        ours: "pub fn kernel(x: &Array1<f64>, y: &Array1<f64>) -> usize { broadcast!(count[i]({e})) }",
        plain: "pub fn kernel(x: &[f64], y: &[f64]) -> usize { x.iter().zip(y).filter(|&(&x, &y)| {e}).count() }",
        subscripts: &[("x", "[i]"), ("y", "[i]")],
        expressions: &["{x} * {x} + {y} * {y} < 1.0", "{x} == {y}", "({x} > 0.0) & ({y} > 0.0)"],
    },
    Template {
        ours: "pub fn kernel(x: &Array1<i32>, y: &Array1<i32>) -> Array1<i32> { broadcast!({e}) }",
        plain: "pub fn kernel(x: &[i32], y: &[i32]) -> Vec<i32> { \
                assert_eq!(x.len(), y.len()); x.iter().zip(y).map(|(&x, &y)| {e}).collect() }",
        subscripts: XY,
        expressions: &["{x} + {y}", "{x} * 3 - {y}", "if {x} > {y} { {x} - {y} } else { 0 }", "({x} ^ {y}) & 255"],
    },
    Template {
        ours: "pub fn kernel(x: &Array1<u8>) -> Array1<f32> { broadcast!({e}) }",
        plain: "pub fn kernel(x: &[u8]) -> Vec<f32> { x.iter().map(|&x| {e}).collect() }",
        subscripts: X,
        expressions: &["{x} as f32 / 255.0", "({x} as f32 - 128.0).abs()"],
    },
    Template {
        ours: "pub fn kernel(x0: f64, dx: f64, n: usize) -> Array1<f64> { broadcast!({e} -> [i in 0..n]) }",
        plain: "pub fn kernel(x0: f64, dx: f64, n: usize) -> Vec<f64> { (0..n).map(|i| {e}).collect() }",
        subscripts: &[],
        expressions: &["x0 + dx * (i as f64)", "(x0 + dx * (i as f64)).sin()"],
    },
];
