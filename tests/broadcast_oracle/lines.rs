//! Reductions along lines of neighbours, which run without tables of loops: the bits of those that have them, for which a fixed axis of extent 1
//! makes room; and the documented order.

use ndweave::{Array1, Array2, Array3, broadcast, s, try_broadcast};

/// Values of all sizes and signs; where `zeros`, only `-0.0`.
fn values(n: usize, seed: u64, zeros: bool) -> Vec<f64> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1u64 << 52) as f64 - 1.0
    };
    (0..n).map(|_| if zeros { -0.0 } else { next() * 10f64.powf(6.0 * next()) }).collect()
}

/// Up to 4096 elements in the order of the room `nest/jobs/dots`: four gangs of 8 in turns, what is left in the first one, then a tree.
fn in_order(values: &[f64]) -> f64 {
    let (mut gangs, whole) = ([[0.0; 8]; 4], values.len() / 32 * 32);
    for (number, x) in values.iter().enumerate() {
        let gang = if number < whole { number / 8 % 4 } else { 0 };
        gangs[gang][number % 8] += x;
    }
    let [a, b, c, d] = gangs;
    let mut lanes: Vec<f64> = (0..8).map(|lane| (a[lane] + b[lane]) + (c[lane] + d[lane])).collect();
    while lanes.len() > 1 {
        let other = lanes.split_off(lanes.len() / 2);
        lanes.iter_mut().zip(other).for_each(|(x, y)| *x += y);
    }
    lanes[0]
}

#[test]
fn a_line_is_joined_as_by_loops() {
    let lengths = (0..=300).chain([1000, 4095, 4096, 4097, 10_000]);
    for (n, zeros) in lengths.map(|n| (n, false)).chain([(1, true), (7, true), (8, true), (40, true)]) {
        let (x, y) = (values(n, 1 + n as u64, zeros), values(n, 1001 + n as u64, false));
        // A fixed axis keeps the notation from telling that these are lines.
        let p = Array2::from_shape_vec((n, 1), x.clone()).unwrap();
        let q = Array2::from_shape_vec((n, 1), y.clone()).unwrap();
        let s = 0.37;
        let same = |ours: f64, loops: f64| assert_eq!(ours.to_bits(), loops.to_bits(), "{n} elements: {ours} {loops}");
        let sum = broadcast!(sum[i](x[i]));
        same(sum, broadcast!(sum[i](p[i, 0])));
        if n <= 4096 && !zeros {
            same(sum, in_order(&x));
        }
        same(broadcast!(sum[i](x[i] * y[i])), broadcast!(sum[i](p[i, 0] * q[i, 0])));
        same(broadcast!(sum[i]((x[i] * s).abs()).sqrt()), broadcast!(sum[i]((p[i, 0] * s).abs()).sqrt()));
        if n > 0 {
            same(broadcast!(max[i](x[i])), x.iter().copied().fold(f64::NEG_INFINITY, f64::max));
            same(broadcast!(mean[i](x[i] * s)), broadcast!(mean[i](p[i, 0] * s)));
            same(broadcast!(mean[i](x[i] * y[i])), broadcast!(mean[i](p[i, 0] * q[i, 0])));
            let best = (0..n).rev().max_by(|&a, &b| x[a].total_cmp(&x[b])).unwrap();
            assert_eq!(broadcast!(argmax[i](x[i])), best);
        }
        assert_eq!(broadcast!(count[i](x[i] > 0.0)), x.iter().filter(|x| **x > 0.0).count());
    }
}

#[test]
fn lines_are_joined_as_by_loops() {
    let small = (0..=20).flat_map(|m| (0..=20).map(move |n| (m, n)));
    let others =
        [(3, 300), (300, 3), (70, 40), (2, 5000), (5000, 2), (100, 1), (1, 100), (1000, 8), (1000, 9), (33, 4096)];
    for (m, n) in small.chain(others) {
        for zeros in [false, true] {
            let x = Array2::from_shape_vec((m, n), values(m * n, (m * 5000 + n) as u64, zeros)).unwrap();
            let y = Array2::from_shape_vec((m, n), values(m * n, (m * 7000 + n) as u64, false)).unwrap();
            let (p, q) = (x.to_reshaped((m, n, 1)).unwrap(), y.to_reshaped((m, n, 1)).unwrap());
            let same = |ours: Array1<f64>, loops: Array1<f64>| {
                assert_eq!(ours.len(), m);
                let bits = |of: &Array1<f64>| of.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
                assert_eq!(bits(&ours), bits(&loops), "{m}×{n}: {ours} {loops}");
            };
            same(broadcast!(sum[j](x[i, j]) -> [i]), broadcast!(sum[j](p[i, j, 0]) -> [i]));
            same(
                broadcast!(sum[j](x[i, j] * y[i, j]).sqrt() -> [i]),
                broadcast!(sum[j](p[i, j, 0] * q[i, j, 0]).sqrt() -> [i]),
            );
            if n > 0 {
                let rows = x.as_slice().chunks_exact(n);
                let greatest: Vec<f64> =
                    rows.clone().map(|row| row.iter().copied().fold(f64::NEG_INFINITY, f64::max)).collect();
                same(broadcast!(max[j](x[i, j]) -> [i]), Array1::from_vec(greatest));
                same(broadcast!(mean[j](x[i, j]) -> [i]), broadcast!(mean[j](p[i, j, 0]) -> [i]));
                let best = |row: &[f64]| (0..n).rev().max_by(|&a, &b| row[a].total_cmp(&row[b])).unwrap();
                assert_eq!(broadcast!(argmax[j](x[i, j]) -> [i]), Array1::from_vec(rows.map(best).collect()));
            }
        }
    }
}

#[test]
fn lines_of_other_shapes() {
    let c = Array3::from_fn((2, 3, 4), |[i, j, k]| (i * 100 + j * 10 + k) as i64);
    assert_eq!(broadcast!(sum[j, k](c[i, j, k]) -> [i]), [138, 1338]);
    assert_eq!(broadcast!(sum[k](c[i, j, k]) -> [i, j]), [[6, 46, 86], [406, 446, 486]]);
    // Other orders of labels, and a view that is no line.
    assert_eq!(broadcast!(sum[k](c[i, j, k]) -> [j, i]), [[6, 406], [46, 446], [86, 486]]);
    assert_eq!(broadcast!(argmax[k, j](-c[i, j, k]) -> [i]), [0, 0]);
    assert_eq!(broadcast!(sum[k](c.slice(s![.., .., ..;2])[i, j, k]) -> [i, j]), [[2, 22, 42], [202, 222, 242]]);
    // Extents of the type.
    assert_eq!(broadcast!(max[j]([[1, 5, 2], [7, 3, 4]][i, j]) -> [i]), [5, 7]);
    // Lines of two lengths, and of none.
    let (long, short) = (vec![1.0; 4], vec![1.0; 3]);
    let error = try_broadcast!(sum[i](long[i] * short[i])).unwrap_err();
    assert!(error.to_string().contains("axis `i` has extent 4 in `long`"), "{error}");
    let nothing: Vec<f64> = Vec::new();
    let error = try_broadcast!(max[i](nothing[i])).unwrap_err();
    assert!(error.to_string().contains("`max` over axis `i`"), "{error}");
}
