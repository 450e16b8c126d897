//! What `broadcast!` understands, as text; and that no input makes it panic. (What it says to mistakes is in the facade's
//! `tests/ui/broadcast`.)

use proc_macro2::TokenStream;

use crate::check::{check_broadcast, text_of};
use crate::errors::Errors;
use crate::plan::plan_broadcast;
use crate::syntax::parse_broadcast;

/// What was understood, one line a level.
fn understood(input: &str) -> String {
    let tokens: TokenStream = input.parse().unwrap();
    let notation = text_of(&tokens);
    let mut errors = Errors::default();
    let mut program = check_broadcast(&parse_broadcast(tokens).unwrap(), notation, &mut errors);
    assert!(errors.is_empty(), "{}", errors.to_compile_errors());
    let plan = plan_broadcast(&mut program);
    let passes = match (plan.last, plan.closes, plan.whole) {
        (true, true, _) => "last, closed\n",
        (true, ..) => "last\n",
        (.., true) => "whole\n",
        _ => "",
    };
    format!("{program}{passes}")
}

#[track_caller]
fn check(input: &str, expected: &str) {
    let lines = |text: &str| -> Vec<String> {
        text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
    };
    assert_eq!(lines(&understood(input)), lines(expected), "{input}");
}

#[test]
fn whatever_is_not_computed_is_a_positional_operand() {
    check(
        "out *= (x.t() + zeros(3)).sqrt() * self.w.re - rows[0]",
        "labels
         x.t()[..] zeros(3)[..] self.w[..] rows[0][..]
         out[..] *= Sub(Mul(Sqrt(Add(x.t(), zeros(3))), Re(self.w)), rows[0])",
    );
    check(
        "f64::max(&a, self.re) + x.max() * [1.0, 2.0].powi(2)",
        "labels
         &a[..] self.re[..] x.max()[..] [1.0, 2.0][..]
         new[..] = Add(Max(&a, self.re), Mul(x.max(), Powi([1.0, 2.0], 2)))",
    );
}

#[test]
fn index_arrays_are_operands() {
    check(
        "t[ix[i, k], j] * sum[k](t[ix[i, k], self.at[j]]) -> [i, j, k]",
        "labels i=0 j=1 k=2 k=3
         t[ix[0, 2], 1] ix[0, 2] t[ix[0, 3], self.at[1]] ix[0, 3] self.at[1]
         t0 = sum[3](t)
         new[0, 1, 2] = Mul(t, t0)",
    );
    // The same element twice is read once; an index array that is the output is copied first.
    check(
        "ix[i] = ix[ix[i]] + ix[ix[i]]",
        "labels i=0
         ix[ix[0]] (copied first) ix[0] (copied first)
         ix[0] = Add(ix, ix)",
    );
}

#[test]
fn labels_of_reductions_are_their_own() {
    check(
        "x[i] / sum[i](x[i]) + sum[k](y[i, k]) * max[k](z[k]) -> [i]",
        "labels i=0 i=1 k=2 k=3
         x[0] x[1] y[0, 2] z[3]
         t0 = sum[1](x)
         t1 = sum[2](y)
         t2 = max[3](z)
         new[0] = Add(Div(x, t0), Mul(t1, t2))",
    );
}

#[test]
fn reductions_that_mean_the_same_are_one() {
    check(
        "(x[i, j] - max[k](x[i, k])).exp() / sum[l]((x[i, l] - max[k](x[i, k])).exp()) -> [i, j]",
        "labels i=0 j=1 k=2 l=3
         x[0, 1] x[0, 2]
         t0 = max[2](x)
         t1 = each[](Exp(Sub(x, t0)))
         t2 = sum[1](t1)
         new[0, 1] = Div(t1, t2)",
    );
    // What is called may differ from call to call, and `i` from scope to scope.
    let tells_apart = |input| assert!(understood(input).contains("t1 = "), "{input}");
    tells_apart("sum[k](next()[k]) + sum[k](next()[k])");
    tells_apart("sum[k](x[k] * next()) + sum[k](x[k] * next())");
    tells_apart("sum[i](x[i]) + sum[j](sum[i](x[i, j]))");
}

#[test]
fn heavy_values_are_computed_once() {
    // For all `d`, and for both sums, whose labels are spelled alike.
    check(
        "sum[k](s[i, k].exp() * v[k, d]) / sum[k](s[i, k].exp()) -> [i, d]",
        "labels i=0 d=1 k=2 k=3
         s[0, 3] v[3, 1]
         t0 = each[](Exp(s))
         t1 = sum[3](Mul(t0, v))
         t2 = sum[3](t0)
         new[0, 1] = Div(t1, t2)",
    );
    check(
        "out[i] += sum[k](leaky(x[i] * 2.0, h) * y[i, k]).sqrt()",
        "labels i=0 k=1
         x[0] y[0, 1]
         t0 = each[](leaky(Mul(x, 2.0), scalar0))
         t1 = sum[1](Mul(t0, y))
         out[0] += Sqrt(t1)",
    );
    let stays = |input| assert!(!understood(input).contains("each"), "{input}");
    // Light ones, those that vary along all labels, other elements, other names of labels.
    stays("(x[i, j] - 1.0) / sum[k](x[i, k] - 1.0) -> [i, j]");
    stays("sum[k]((x[i, k] * y[k, j]).exp()) -> [i, j]");
    stays("x[i, j].exp() / sum[k](x[k, i].exp()) -> [i, j]");
    stays("x[i, j].exp() / sum[k](x[i, k].exp() * w[k]) -> [i, j]");
    stays("rows()[i, j].exp() / sum[k](rows()[i, k].exp()) -> [i, j]");
    stays("x[i, j].powf(f()) / sum[k](x[i, k].powf(f())) -> [i, j]");
    // All values would have to be kept.
    stays("x[i].exp() / sum[k](x[k].exp()) -> [i]");
    stays("sum[k](x[k].exp()) * x[0].exp()");
    // The output is read where it is written, and a program without reductions is one pass.
    stays("x[i, j] = x[i, j].exp() / sum[k](x[i, k].exp())");
    stays("x[i].exp() * y[j] -> [i, j]");
}

#[test]
fn a_let_that_only_reductions_read_is_computed_in_them() {
    check(
        "{ let d = x[i] - m[i]; let e = d * 2; sum[k](e * y[k]) + d } -> [i]",
        "labels i=0 k=1
         x[0] m[0] y[1]
         t0 = sum[1](let d = Sub(x, m); let e = Mul(d, 2); Mul(e, y))
         new[0] = let d = Sub(x, m); Add(t0, d)",
    );
    check(
        "let m = mean[k](x[k]); let unused = y[i]; dev[i] = sum[k](x[k] - m);",
        "labels i=0 k=1 k=2
         x[1] y[0] x[2]
         t0 = mean[1](x)
         t1 = sum[2](let m = mean(t0); Sub(x, m))
         let unused = y
         dev[0] = t1",
    );
}

#[test]
fn an_output_that_was_written_is_the_value_written() {
    check(
        "dev[i] = x[i] - m[i]; sq[i] = dev[i] * dev[i]; other[i] += sum[k](dev[i] * y[k]), where sq[i] > 1.0",
        "labels i=0 k=1
         x[0] m[0] y[1]
         t0 = sum[1](let _written0 = Sub(x, m); Mul(_written0, y))
         let _written0 = Sub(x, m)
         let _written1 = Mul(_written0, _written0)
         dev[0] = _written0
         sq[0] = _written1
         other[0] += t0, where Gt(_written1, 1.0)",
    );
    check(
        "sq[i] = dev[i]; dev[i] = x[i];",
        "labels i=0
         dev[0] (in place) x[0]
         sq[0] = dev
         dev[0] = x",
    );
}

#[test]
fn outputs_are_read_in_place_or_from_a_copy() {
    check("c[i, j] += c[j, i]", "labels i=0 j=1\n c[1, 0] (copied first)\n c[0, 1] += c");
    check(
        "c[i] -= mean[k](c[k])",
        "labels i=0 k=1
         c[1] (in place) c[0] (in place)
         t0 = mean[1](c)
         c[0] -= mean(t0)
         whole",
    );
}

#[test]
fn the_last_reduction_writes_the_output_itself() {
    let is_last = |input| understood(input).ends_with("last\n");
    let is_closed = |input| understood(input).ends_with("last, closed\n");
    assert!(is_closed("sum[k](x[i, k] + 1.0).sqrt() -> [i]"));
    assert!(is_closed("out[i] -= 0.5 * (1 - prod[k](x[i, k]))"));
    // Heavy functions, other operands, values of another type, products of matrices.
    for input in [
        "sum[k](x[i, k] + 1.0).exp() -> [i]",
        "sum[k](x[i, k] + 1.0) + b[i] -> [i]",
        "sum[k](x[i, k] + 1.0) as f32 -> [i]",
        "sum[k](w[i, k] * x[k, j]).max(0.0) -> [i, j]",
        "out[i] = sum[k](out[k] + x[i, k]).sqrt()",
    ] {
        assert!(!is_closed(input) && !is_last(input), "{input}");
    }
    assert!(is_last("sum[k](x[i, k] * y[k]) -> [i]"));
    assert!(is_last("sum[k](x[k, i, j]) -> [j, i]"));
    assert!(is_last("out[i] += max[k](x[i, k])"));
    assert!(is_closed("mean[k](x[i, k]) -> [i]"));
    assert!(is_closed("out[i] += (mean[k](x[i, k]) + 1.0).sqrt()"));
    assert!(!is_last("sum[k](x[k]) -> [i in 0..3]"));
    assert!(!is_last("out[i] = sum[k](out[k] * x[i, k])"));
    assert!(!is_last("out[i] = sum[k](x[i, k]), where m[i]"));
}

#[test]
fn the_notation_is_shown_on_one_line() {
    let text = "sum[ k ](x [i, k]*y[k] ).sqrt()  -> [ i in 0..3 ]";
    let tokens: TokenStream = text.parse().unwrap();
    assert_eq!(text_of(&tokens), "sum[k](x[i, k] * y[k]).sqrt() -> [i in 0..3]");
}

/// Every example with a token gone, doubled, or swapped for another one: some of them are kernels, and most are not.
#[test]
fn nothing_panics() {
    const EXAMPLES: &[&str] = &[
        "out[i] += x[i] / y[i, 0], where y[i, 0] != 0.0 && m[i]",
        "sum[k in 0..n]((p[i, k] - q[j, k]).powi(2)).sqrt() -> [i, j in 1..3, ..]",
        "let d = x[.., i] - mean[k](x[.., k]); dev[.., i] = d; sq[.., i] -= d * f64::max(d, 0.5);",
        "{ let d = if a > b { a } else { -b as f32 }; d * self.w.t() + Complex::new(re, im).norm() }",
    ];
    let flat: Vec<Vec<String>> = EXAMPLES.iter().map(|example| pieces(example)).collect();
    let mut seed = 1u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (seed >> 33) as usize % below
    };
    for _ in 0..4000 {
        let mut words = flat[next(flat.len())].clone();
        for _ in 0..1 + next(3) {
            let (at, other) = (next(words.len()), &flat[next(flat.len())]);
            match next(3) {
                0 => drop(words.remove(at)),
                1 => words.insert(at, words[at].clone()),
                _ => words[at] = other[next(other.len())].clone(),
            }
        }
        let Ok(tokens) = words.join(" ").parse::<TokenStream>() else { continue };
        let expansion = crate::expand::broadcast(quote::quote!(::ndweave; broadcast; #tokens));
        assert!(syn::parse2::<syn::Expr>(expansion).is_ok(), "{tokens}");
        let expansion = crate::expand::einsum(quote::quote!(::ndweave; einsum; #tokens));
        assert!(syn::parse2::<syn::Expr>(expansion).is_ok(), "{tokens}");
    }
}

/// Tokens as words; brackets stand alone.
fn pieces(text: &str) -> Vec<String> {
    let mut spaced = String::new();
    for char in text.chars() {
        match char {
            '(' | ')' | '[' | ']' | '{' | '}' | ',' | ';' => spaced.extend([' ', char, ' ']),
            _ => spaced.push(char),
        }
    }
    spaced.split_whitespace().map(str::to_owned).collect()
}
