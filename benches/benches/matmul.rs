//! `ij,jk->ik`: the cost of einsum! over a direct call of matrixmultiply, in all eight transposition spellings, and over a
//! hand-written 2×2 product.
//!
//! `cargo bench -p ndweave-benches --bench matmul`

use ndweave::{Array2, einsum};
use ndweave_benches::{Bench, Group};
use std::hint::black_box;

/// The extent of the large product.
const N: usize = 1024;

fn main() {
    let bench = Bench::from_args();
    large(&bench);
    small(&bench);
}

/// One direct call: `c = op(a)·op(b)`, all of extent `N`, by strides.
fn direct(
    a: &[f64],
    (ra, ca): (isize, isize),
    b: &[f64],
    (rb, cb): (isize, isize),
    c: &mut [f64],
    (rc, cc): (isize, isize),
) {
    assert!(a.len() == N * N && b.len() == N * N && c.len() == N * N);
    // SAFETY: the strides are those of an N×N matrix or its transpose, and all three have N² elements.
    unsafe {
        matrixmultiply::dgemm(N, N, N, 1.0, a.as_ptr(), ra, ca, b.as_ptr(), rb, cb, 0.0, c.as_mut_ptr(), rc, cc);
    }
}

/// Every spelling of the 1024×1024 product into an existing output, against the direct call with the same strides.
fn large(bench: &Bench) {
    let a = Array2::from_fn((N, N), |[i, j]| ((i * 7 + j * 3) % 11) as f64 - 5.0);
    let b = Array2::from_fn((N, N), |[i, j]| ((i * 5 + j) % 13) as f64 - 6.0);
    let (mut c, mut d) = (Array2::<f64>::zeros((N, N)), vec![0.0; N * N]);
    let (row, column) = ((N as isize, 1), (1, N as isize));
    macro_rules! spelling {
        ($name:literal, [$($a:ident),*] [$($b:ident),*] [$($c:ident),*], $ta:expr, $tb:expr, $tc:expr) => {
            bench.run(
                Group::new(concat!("1024×1024 f64, ", $name))
                    .entry("matrixmultiply::dgemm", || direct(a.as_slice(), $ta, b.as_slice(), $tb, &mut d, $tc))
                    .entry("einsum! into an array, index form", || einsum!(c[$($c),*] = a[$($a),*] * b[$($b),*])),
            );
            bench.run(
                Group::new(concat!("1024×1024 f64, ", $name, ", to a new array"))
                    .entry("a new vector and matrixmultiply::dgemm", || {
                        let mut fresh = vec![0.0; N * N];
                        direct(a.as_slice(), $ta, b.as_slice(), $tb, &mut fresh, $tc);
                        fresh
                    })
                    .entry("einsum!, string form", || einsum!($name, a, b)),
            );
        };
    }
    spelling!("ij,jk->ik", [i, j] [j, k] [i, k], row, row, row);
    spelling!("ji,jk->ik", [j, i] [j, k] [i, k], column, row, row);
    spelling!("ij,kj->ik", [i, j] [k, j] [i, k], row, column, row);
    spelling!("ji,kj->ik", [j, i] [k, j] [i, k], column, column, row);
    spelling!("ij,jk->ki", [i, j] [j, k] [k, i], row, row, column);
    spelling!("ji,jk->ki", [j, i] [j, k] [k, i], column, row, column);
    spelling!("ij,kj->ki", [i, j] [k, j] [k, i], row, column, column);
    spelling!("ji,kj->ki", [j, i] [k, j] [k, i], column, column, column);
}

/// The overhead of a 2×2 product with run-time extents, and with constant ones.
fn small(bench: &Bench) {
    let a = Array2::from_fn((2, 2), |[i, j]| (i + 2 * j) as f64);
    let b = Array2::from_fn((2, 2), |[i, j]| (3 * i + j) as f64);
    let (mut c, mut d) = (Array2::<f64>::zeros((2, 2)), [0.0; 4]);
    let (x, y) = ([[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]);
    let best = bench.run(
        Group::new("2×2 f64")
            .entry("hand-written", || by_hand(black_box(a.as_slice()), black_box(b.as_slice()), &mut d))
            .entry("einsum! into an array, run-time extents", || {
                einsum!(c[i, k] = black_box(&a)[i, j] * black_box(&b)[j, k]);
            })
            .entry("einsum! to a new array, run-time extents", || einsum!("ij,jk->ik", black_box(&a), black_box(&b)))
            .entry("einsum!, constant extents", || einsum!("ij,jk->ik", black_box(&x), black_box(&y)))
            .entry(
                "einsum!, index form, constant extents",
                || einsum!(black_box(&x)[i, j] * black_box(&y)[j, k] -> [i, k]),
            ),
    );
    for entry in best.iter().skip(1) {
        println!("  overhead of {}: {:.1} ns", entry.name, (entry.seconds - best[0].seconds) * 1e9);
    }
}

/// A 2×2 product as one would write it without a library, with its bounds checks in front.
#[inline(never)]
fn by_hand(a: &[f64], b: &[f64], c: &mut [f64; 4]) {
    let (Ok(a), Ok(b)) = (<&[f64; 4]>::try_from(a), <&[f64; 4]>::try_from(b)) else { return };
    c[0] = a[0] * b[0] + a[1] * b[2];
    c[1] = a[0] * b[1] + a[1] * b[3];
    c[2] = a[2] * b[0] + a[3] * b[2];
    c[3] = a[2] * b[1] + a[3] * b[3];
}
