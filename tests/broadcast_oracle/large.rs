//! Outputs of more than 32 MiB, which are written past the caches.

use ndweave::{Array, Array1, Array2, broadcast, s};

use crate::case::same;

fn value(i: usize, j: usize) -> f64 {
    ((31 * i + 17 * j) % 1009) as f64 - 500.0
}

/// One loop over neighbours, whose first element is on a cache line, and rows that begin anywhere.
#[test]
#[cfg_attr(debug_assertions, ignore = "too many points for a build that is not optimised; the release tests run it")]
fn outputs_past_the_caches() {
    // No multiple of 8 or 16, but more than 32 MiB.
    let n = (32 << 20) / 8 + 13;
    let x = Array1::from_fn(n, |[i]| value(0, i));
    let flat = broadcast!(2.0 * x[i] + 1.0 -> [i]);
    same(&flat, [n], |[i]| 2.0 * value(0, i) + 1.0);
    // A gang of 8 numbers of 4 bytes is half a line, and they are an odd number of gangs.
    let (n, first) = (2 * n, 0);
    let narrow = broadcast!((i & 1023) as f32 -> [i in first..n]);
    same(&narrow, [n], |[i]| (i & 1023) as f32);
    let (rows, columns) = (4101, 1031);
    let a = Array2::from_fn((rows, columns), |[i, j]| value(i, j));
    let row = Array1::from_fn(columns, |[j]| value(1, j));
    let stretched = broadcast!(a * row);
    same(&stretched, [rows, columns], |[i, j]| value(i, j) * value(1, j));
    let turned = broadcast!(a[i, j] - row[j] -> [j, i]);
    same(&turned, [columns, rows], |[j, i]| value(i, j) - value(1, j));
    let softened = broadcast!(a[i, j] - max[k](a[i, k]) -> [i, j]);
    let most: Vec<f64> = (0..rows).map(|i| (0..columns).map(|j| value(i, j)).fold(f64::MIN, f64::max)).collect();
    same(&softened, [rows, columns], |[i, j]| value(i, j) - most[i]);
    // Into every other column: no neighbours to stream.
    let mut wide = Array::<f64, _>::full((rows, 2 * columns), 7.0);
    let mut out = wide.slice_mut(s![.., ..;2]);
    broadcast!(out[i, j] = a[i, j] + 1.0);
    same(&wide, [rows, 2 * columns], |[i, j]| if j % 2 == 0 { value(i, j / 2) + 1.0 } else { 7.0 });
}
