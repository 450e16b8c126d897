//! What a call costs where there is next to nothing to compute: `x + 10` for 8×8.

use std::hint::black_box;
use std::mem::MaybeUninit;

use ndarray::Zip;
use ndweave::{Array2, broadcast};
use ndweave_benches::{Bench, Best, Row, memory};

use super::{matrix, theirs, theirs_mut};
use crate::avx2::{self, Avx2, existing};

/// All of them.
pub fn all(bench: &Bench, avx2: Avx2) {
    let x = matrix(8, 8, 1);
    let v = theirs(&x);
    let fixed: [[f64; 8]; 8] = std::array::from_fn(|i| std::array::from_fn(|j| x[[i, j]]));
    let fresh = bench.row(
        Row::new("x + 10, 8×8, to a new array", 64)
            .new_result("broadcast!, run-time extents", || {
                let x = black_box(&x);
                broadcast!(x + 10.0)
            })
            .new_result("AVX2 by hand", || {
                // SAFETY: the kernel writes every element.
                unsafe { memory::filled(64, |out| avx2.add_ten(black_box(&x).as_slice(), avx2::new(out))) }
            })
            .new_result("iterators", || black_box(&x).as_slice().iter().map(|x| x + 10.0).collect::<Vec<f64>>())
            .new_result("ndarray operators", || black_box(&v) + 10.0),
    );
    overhead(&fresh);
    let constant = bench.row(
        Row::new("x + 10, 8×8, nested arrays", 64)
            .new_result("broadcast!, constant extents", || {
                let fixed = black_box(&fixed);
                broadcast!(fixed + 10.0)
            })
            .new_result("AVX2 by hand", || {
                let mut out = [MaybeUninit::<f64>::uninit(); 64];
                avx2.add_ten(black_box(&fixed).as_flattened(), avx2::new(&mut out));
                // SAFETY: the kernel writes every element.
                unsafe { std::mem::transmute::<[MaybeUninit<f64>; 64], [[f64; 8]; 8]>(out) }
            })
            .new_result("map of arrays", || black_box(&fixed).map(|row| row.map(|x| x + 10.0))),
    );
    overhead(&constant);
    let [mut ours, mut by_hand, mut plain, mut theirs] = std::array::from_fn(|_| Array2::<f64>::zeros((8, 8)));
    let mut theirs = theirs_mut(theirs.as_mut_slice(), 8);
    let into = bench.run(
        ndweave_benches::Group::new("x + 10, 8×8, into an array")
            .entry("broadcast!, run-time extents", || {
                let x = black_box(&x);
                broadcast!(ours = x + 10.0)
            })
            .entry("AVX2 by hand", || avx2.add_ten(black_box(&x).as_slice(), existing(by_hand.as_mut_slice())))
            .entry("iterators", || {
                for (out, x) in plain.as_mut_slice().iter_mut().zip(black_box(&x).as_slice()) {
                    *out = x + 10.0;
                }
            })
            .entry("ndarray Zip", || Zip::from(&mut theirs).and(black_box(&v)).for_each(|out, x| *out = x + 10.0)),
    );
    overhead(&into);
}

/// What ours takes more than the loop by hand.
fn overhead(best: &[Best]) {
    if let [ours, by_hand, ..] = best {
        println!("  overhead over {}: {:.1} ns", by_hand.name, (ours.seconds - by_hand.seconds) * 1e9);
    }
}
