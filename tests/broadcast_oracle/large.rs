//! Outputs of more than 24 MiB, which are written past the caches.

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

/// Rows that begin at cache lines, written by the loop of the kernel, of a heavy kernel through a cache, and with smaller elements than the
/// operand's.
#[test]
#[cfg_attr(debug_assertions, ignore = "too many points for a build that is not optimised; the release tests run it")]
fn rows_of_whole_lines_past_the_caches() {
    let (rows, columns) = (4099, 1032);
    let a = Array2::from_fn((rows, columns), |[i, j]| value(i, j));
    let column = Array1::from_fn(rows, |[i]| value(i, 2));
    let mut wide = Array::<f64, _>::full((rows, columns + 24), 7.0);
    let mut out = wide.slice_mut(s![.., ..1031]);
    let left = a.slice(s![.., ..1031]);
    broadcast!(out[i, j] = 3.0 * left[i, j]);
    same(&wide, [rows, columns + 24], |[i, j]| if j < 1031 { 3.0 * value(i, j) } else { 7.0 });
    let moved = broadcast!(a[i, j] - column[i] -> [i, j]);
    same(&moved, [rows, columns], |[i, j]| value(i, j) - value(i, 2));
    let heavy = broadcast!(a[i, j].floor().powi(3).floor().max(column[i]) + (a[i, j] * 0.0).exp() -> [i, j]);
    same(&heavy, [rows, columns], |[i, j]| value(i, j).powi(3).max(value(i, 2)) + 1.0);
    let bytes = broadcast!(a[k, j] as u8 -> [i in 0..8, k, j]);
    same(&bytes, [8, rows, columns], |[_, i, j]| value(i, j) as u8);
}
