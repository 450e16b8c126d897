//! Names of the user's that the expansion also uses, or that mean something else in the standard library.

#![allow(non_camel_case_types, non_snake_case, dead_code, unused_macros)]
#![forbid(unsafe_code)]

use ndweave::{Array, Array2, broadcast, einsum, try_broadcast, try_einsum};

const A: [[f64; 2]; 2] = [[1.0, 2.0], [3.0, 4.0]];
const AA: [[f64; 2]; 2] = [[7.0, 10.0], [15.0, 22.0]];

#[test]
fn operands_named_like_internals() {
    let (x0, x1, s0, out, terms, operands, shape, nd, axis_i, ellipsis) = (A, A, 2.0, A, A, A, A, A, A, A);
    assert_eq!(einsum!(x1[i, j] * x0[j, k] -> [i, k]), AA);
    assert_eq!(einsum!(out[i, j] * terms[j, k] -> [i, k]), AA);
    assert_eq!(einsum!(operands[i, j] * shape[j, k] -> [i, k]), AA);
    assert_eq!(einsum!(nd[i, j] * axis_i[j, k] -> [i, k]), AA);
    assert_eq!(einsum!(s0 * ellipsis[.., j] -> [.., j]), [[2.0, 4.0], [6.0, 8.0]]);
    let (x0, x1, t0, reads, body, temps, start0) = (A, A, A, A, A, A, 0);
    assert_eq!(broadcast!(x1[i, j] - t0[i, j] * s0 -> [i, j]), [[-1.0, -2.0], [-3.0, -4.0]]);
    assert_eq!(broadcast!(sum[j](reads[i, j] + body[i, j]) -> [i]), [6.0, 14.0]);
    assert_eq!(broadcast!(temps + x0 - x1), A);
    assert_eq!(broadcast!(end0 -> [end0 in start0..3]).to_vec(), [0, 1, 2]);
    let (mut out0, mut out1) = (A, A);
    broadcast! { let bound0 = x0[i, j]; out1[i, j] = bound0; out0[i, j] = out1[i, j] + bound0; }
    assert_eq!(out0, [[2.0, 4.0], [6.0, 8.0]]);
    let mut index0 = [0.0; 2];
    einsum!(index0[i] = x0[i, j] * x1[j, { 1 }]);
    assert_eq!(index0, [10.0, 22.0]);
}

#[test]
fn labels_named_like_types_and_internals() {
    struct i;
    struct Kernel;
    mod nd {}
    assert_eq!(einsum!(A[i, Kernel] * A[Kernel, nd] -> [i, nd]), AA);
    assert_eq!(einsum!(A[x0, x1] * A[x1, out] -> [x0, out]), AA);
    assert_eq!(einsum!(A[r#type, r#match] * A[r#match, Option] -> [r#type, Option]), AA);
    assert_eq!(broadcast!(sum[Kernel](A[i, Kernel] * A[Kernel, nd]) -> [i, nd]), AA);
    assert_eq!(broadcast!(sum[t0](A[x0, t0] * A[t0, out0]) -> [x0, out0]), AA);
    assert_eq!(broadcast!(sum[r#match](A[r#type, r#match]) + r#type as f64 -> [r#type]), [3.0, 8.0]);
    assert_eq!(broadcast!(sum[sum](max[max](A[sum, max]))), 6.0);
}

#[test]
fn shadowed_names_of_the_standard_library() {
    enum Option {}
    enum Result {}
    enum Vec {}
    trait Clone {}
    trait Copy {}
    trait Iterator {}
    fn drop() {}
    fn Some() {}
    fn Ok() {}
    macro_rules! panic {
        () => {};
    }
    macro_rules! assert {
        () => {};
    }
    mod core {}
    mod std {}
    mod ndweave {}
    assert_eq!(einsum!("ij,jk->ik", A, A), AA);
    assert_eq!(einsum!(A[i, j] * A[j, k] -> [i, k]), AA);
    let mut c = A;
    einsum!(c[i, j] += c[j, i]);
    assert_eq!(c, [[2.0, 5.0], [5.0, 8.0]]);
    assert_eq!(try_einsum!(A[i, i]).ok(), ::std::option::Option::Some(5.0));
    broadcast!(c -= 1.0, where c > 2.0);
    assert_eq!(c, [[2.0, 4.0], [4.0, 7.0]]);
    assert_eq!(try_broadcast!(max[i](A[i, i]) + mean[j](A[0, j])).ok(), ::std::option::Option::Some(5.5));
}

#[test]
fn locals_of_a_kernel_do_not_meet_those_around_it() {
    let (d, x) = (100.0, A);
    let squares = einsum!({ let d = x[i, j] - 1.0; let x = d * d; x + 0.5 } -> [i, j]);
    assert_eq!(squares, [[0.5, 1.5], [4.5, 9.5]]);
    assert_eq!(d + x[0][0], 101.0);
}

#[test]
fn operand_expressions_are_evaluated_once_and_by_reference() {
    struct Layer {
        w: Array2<f64>,
    }
    impl Layer {
        fn apply(&self, x: &[f64]) -> Vec<f64> {
            einsum!(self.w[i, j] * x[j] -> [i]).into_vec()
        }
    }
    let layer = Layer { w: Array::from_fn((2, 3), |[i, j]| (i + j) as f64) };
    assert_eq!(layer.apply(&[1.0, 10.0, 100.0]), [210.0, 321.0]);
    let calls = std::cell::Cell::new(0);
    let operand = || {
        calls.set(calls.get() + 1);
        layer.w.clone()
    };
    let scale = || {
        calls.set(calls.get() + 100);
        3.0
    };
    assert_eq!(einsum!(scale() * operand()[i, j]), 27.0);
    assert_eq!(calls.get(), 101);
    assert_eq!(broadcast!(scale() * operand() + scale()).extents(), [2, 3]);
    assert_eq!(calls.get(), 302);
    assert_eq!(broadcast!(sum[i](operand()[i, 0] + scale()) + sum[i](operand()[i, 0] + scale())), 14.0);
    assert_eq!(calls.get(), 504);
    assert_eq!(einsum!(layer.w.t()[j, i] * layer.w[i, j]), 19.0);
    assert_eq!(einsum!((&layer.w)[i, j]), 9.0);
}

#[test]
fn a_macro_may_write_a_kernel() {
    macro_rules! gram {
        ($x:expr) => {
            einsum!($x[n, i] * $x[n, j] -> [i, j])
        };
    }
    assert_eq!(gram!(A), [[10.0, 14.0], [14.0, 20.0]]);
    macro_rules! centred {
        ($x:expr, $factor:expr, $label:ident) => {
            broadcast!($factor * ($x[i] - mean[$label]($x[$label])) -> [i])
        };
    }
    assert_eq!(centred!(A[1], 1.0 + 1.0, k), [-1.0, 1.0]);
    assert_eq!(centred!([1.0, 2.0, 6.0], 2.0, row), [-4.0, -2.0, 6.0]);
}

#[test]
fn a_kernel_is_one_expression() {
    let total = einsum!(A[i, j]) + einsum!(A[i, i]) * 2.0;
    assert_eq!(total, 20.0);
    assert_eq!(broadcast!(sum[i](A[i, i])) * 2.0 - broadcast!(max[i, j](A[i, j])), 6.0);
    fn last() -> f64 {
        einsum!(A[i, j] * A[i, j])
    }
    assert_eq!(last(), 30.0);
}

mod ufuncs {
    use ndweave::{broadcast, ufunc};

    const LIVE: f64 = 100.0;

    ufunc! {
        /// Names of the user's that the expansion also uses; some are its own variables.
        fn named_like_internals(s: f64, args: f64) -> f64 {
            let (live_, returned, value, mask1) = (s, args, 1.0, 2.0);
            let mut entry1 = live_;
            for gone_of_0 in 0..3 {
                let value = value + gone_of_0 as f64;
                if value > returned { return mask1; }
                entry1 += value;
            }
            entry1 + LIVE
        }
        fn out(x: f64, y: f64) -> f64 { named_like_internals(x, y) + S::T }
    }

    struct S;
    impl S {
        const T: f64 = 0.5;
    }

    #[test]
    fn functions_named_like_internals() {
        assert_eq!(named_like_internals(&[1.0, 2.0], &[9.0, 2.5]), [107.0, 2.0]);
        assert_eq!(out(&[1.0, 2.0], 9.0), [107.5, 108.5]);
        let (x, nd) = ([1.0, 2.0], 9.0_f64);
        assert_eq!(broadcast!(out(x, nd)), [107.5, 108.5]);
    }

    #[test]
    fn inside_of_a_function() {
        const K: f64 = 3.0;
        ufunc! { fn scaled(x: f64) -> f64 { x * K } }
        {
            ufunc! { fn scaled(x: f64) -> f64 { x * K * K } }
            assert_eq!(scaled(&[1.0, 2.0]), [9.0, 18.0]);
        }
        assert_eq!(scaled(&[1.0, 2.0]), [3.0, 6.0]);
    }

    /// As `macro_rules!` passes them on.
    macro_rules! powers {
        ($($name:ident $n:literal)*) => { ufunc! { $(fn $name(x: f64) -> f64 { let mut y = 1.0; for _ in 0..$n { y *= x; } y })* } };
    }

    powers! { square 2 cube 3 }

    #[test]
    fn through_another_macro() {
        assert_eq!(square(&[3.0]), [9.0]);
        assert_eq!(cube::scalar(3.0), 27.0);
    }
}
