//! Kernels that no other resembles: reductions, normalisation, distances, masks, several results.

/// Our function, and the one of loops.
pub const PAIRS: &[(&str, &str)] = &[
    (
        "pub fn kernel(x: View<'_, f64, (Dyn, Dyn)>) -> Array1<f64> { broadcast!(mean[j](x[i, j]) -> [i]) }",
        "pub fn kernel(x: &[f64], columns: usize) -> Vec<f64> { x.chunks_exact(columns).map(|x| \
         x.iter().sum::<f64>() / x.len() as f64).collect() }",
    ),
    (
        "pub fn kernel(x: View<'_, f64, (Dyn, Dyn)>) -> Array1<f64> { broadcast!(max[j](x[i, j]) -> [i]) }",
        "pub fn kernel(x: &[f64], columns: usize) -> Vec<f64> { x.chunks_exact(columns).map(|x| \
         x.iter().copied().fold(f64::NEG_INFINITY, f64::max)).collect() }",
    ),
    (
        "pub fn kernel(x: View<'_, f64, (Dyn, Dyn)>) -> Array1<f64> { broadcast!(min[j](x[i, j]) -> [i]) }",
        "pub fn kernel(x: &[f64], columns: usize) -> Vec<f64> { x.chunks_exact(columns).map(|x| \
         x.iter().copied().fold(f64::INFINITY, f64::min)).collect() }",
    ),
    (
        "pub fn kernel(x: View<'_, f64, (Dyn, Dyn)>) -> Array1<f64> { broadcast!(sum[j](x[i, j] * x[i, \
         j]).sqrt() -> [i]) }",
        "pub fn kernel(x: &[f64], columns: usize) -> Vec<f64> { x.chunks_exact(columns).map(|x| \
         x.iter().map(|x| x * x).sum::<f64>().sqrt()).collect() }",
    ),
    (
        "pub fn kernel(x: View<'_, f64, (Dyn, Dyn)>) -> Array1<bool> { broadcast!(any[j](x[i, j].is_nan()) -> \
         [i]) }",
        "pub fn kernel(x: &[f64], columns: usize) -> Vec<bool> { x.chunks_exact(columns).map(|x| \
         x.iter().any(|x| x.is_nan())).collect() }",
    ),
    (
        "pub fn kernel(x: View<'_, f64, (Dyn, Dyn)>) -> Array1<bool> { broadcast!(all[j](x[i, j] > 0.0) -> \
         [i]) }",
        "pub fn kernel(x: &[f64], columns: usize) -> Vec<bool> { x.chunks_exact(columns).map(|x| \
         x.iter().all(|&x| x > 0.0)).collect() }",
    ),
    (
        "pub fn kernel(x: View<'_, f64, (Dyn, Dyn)>) -> Array1<usize> { broadcast!(argmax[j](x[i, j]) -> [i]) \
         }",
        "pub fn kernel(x: &[f64], columns: usize) -> Vec<usize> { x.chunks_exact(columns).map(|x| { let mut \
         best = 0; for (j, y) in x.iter().enumerate() { if *y > x[best] { best = j; } } best }).collect() }",
    ),
    (
        "pub fn kernel(x: View<'_, f64, (Dyn, Dyn)>) -> Array1<f64> { broadcast!({ let most = max[j](x[i, \
         j]); most + sum[j]((x[i, j] - max[k](x[i, k])).exp()).ln() } -> [i]) }",
        "pub fn kernel(x: &[f64], columns: usize) -> Vec<f64> { x.chunks_exact(columns).map(|x| { let most = \
         x.iter().copied().fold(f64::NEG_INFINITY, f64::max); most + x.iter().map(|x| (x - \
         most).exp()).sum::<f64>().ln() }).collect() }",
    ),
    (
        "pub fn kernel(x: &Array2<f64>) -> Array1<f64> { broadcast!(mean[i](x[i, j]) -> [j]) }",
        "pub fn kernel(x: &[f64], columns: usize) -> Vec<f64> { let mut means = vec![0.0; columns]; for x in \
         x.chunks_exact(columns) { for (mean, x) in means.iter_mut().zip(x) { *mean += x; } } let rows = \
         x.len() / columns; means.iter_mut().for_each(|mean| *mean /= rows as f64); means }",
    ),
    (
        "pub fn kernel(x: &Array2<f64>) -> Array1<f64> { broadcast!(max[i](x[i, j].abs()) -> [j]) }",
        "pub fn kernel(x: &[f64], columns: usize) -> Vec<f64> { let mut most = vec![0.0f64; columns]; for x \
         in x.chunks_exact(columns) { for (most, x) in most.iter_mut().zip(x) { *most = most.max(x.abs()); } \
         } most }",
    ),
    (
        "pub fn kernel(x: &Array2<f64>) -> f64 { broadcast!(sum[i, j](x[i, j])) }",
        "pub fn kernel(x: &[f64]) -> f64 { x.iter().sum() }",
    ),
    (
        "pub fn kernel(x: &Array1<f64>) -> f64 { broadcast!(max[i](x[i].abs())) }",
        "pub fn kernel(x: &[f64]) -> f64 { x.iter().fold(0.0, |most, x| x.abs().max(most)) }",
    ),
    (
        "pub fn kernel(x: View<'_, f64, (Dyn,)>) -> f64 { broadcast!(mean[i](x[i])) }",
        "pub fn kernel(x: &[f64]) -> f64 { x.iter().sum::<f64>() / x.len() as f64 }",
    ),
    (
        "pub fn kernel(x: &Array2<f64>) -> Array2<f64> { broadcast!(x[i, j] - mean[k](x[i, k]) -> [i, j]) }",
        "pub fn kernel(x: &[f64], columns: usize) -> Vec<f64> { let mut out = Vec::with_capacity(x.len()); \
         for x in x.chunks_exact(columns) { let mean = x.iter().sum::<f64>() / columns as f64; \
         out.extend(x.iter().map(|x| x - mean)); } out }",
    ),
    (
        "pub fn kernel(x: &Array2<f64>) -> Array2<f64> { broadcast!(x[i, j] / sum[k](x[i, k]) -> [i, j]) }",
        "pub fn kernel(x: &[f64], columns: usize) -> Vec<f64> { let mut out = Vec::with_capacity(x.len()); \
         for x in x.chunks_exact(columns) { let sum = x.iter().sum::<f64>(); out.extend(x.iter().map(|x| x / \
         sum)); } out }",
    ),
    (
        "pub fn kernel(x: &Array2<f64>) -> Array2<f64> { broadcast!((x[i, j] - max[k](x[i, k])).exp() / \
         sum[k]((x[i, k] - max[l](x[i, l])).exp()) -> [i, j]) }",
        "pub fn kernel(x: &[f64], columns: usize) -> Vec<f64> { let mut out = Vec::with_capacity(x.len()); \
         for x in x.chunks_exact(columns) { let most = x.iter().copied().fold(f64::NEG_INFINITY, f64::max); \
         let start = out.len(); out.extend(x.iter().map(|x| (x - most).exp())); let row = &mut out[start..]; \
         let sum = row.iter().sum::<f64>(); row.iter_mut().for_each(|x| *x /= sum); } out }",
    ),
    (
        "pub fn kernel(x: &Array2<f64>) -> Array2<f64> { broadcast!(x[i, j] / sum[k](x[i, k] * x[i, \
         k]).sqrt() -> [i, j]) }",
        "pub fn kernel(x: &[f64], columns: usize) -> Vec<f64> { let mut out = Vec::with_capacity(x.len()); \
         for x in x.chunks_exact(columns) { let norm = x.iter().map(|x| x * x).sum::<f64>().sqrt(); \
         out.extend(x.iter().map(|x| x / norm)); } out }",
    ),
    (
        "pub fn kernel(x: &Array2<f64>) -> Array2<f64> { broadcast!((x[i, j] - min[k](x[i, k])) / \
         (max[k](x[i, k]) - min[k](x[i, k])) -> [i, j]) }",
        "pub fn kernel(x: &[f64], columns: usize) -> Vec<f64> { let mut out = Vec::with_capacity(x.len()); \
         for x in x.chunks_exact(columns) { let low = x.iter().copied().fold(f64::INFINITY, f64::min); let \
         high = x.iter().copied().fold(f64::NEG_INFINITY, f64::max); out.extend(x.iter().map(|x| (x - low) / \
         (high - low))); } out }",
    ),
    (
        "pub fn kernel(x: &Array2<f64>) -> Array2<f64> { broadcast!(x[i, j] - mean[k](x[k, j]) -> [i, j]) }",
        "pub fn kernel(x: &[f64], columns: usize) -> Vec<f64> { let mut means = vec![0.0; columns]; for x in \
         x.chunks_exact(columns) { for (mean, x) in means.iter_mut().zip(x) { *mean += x; } } let rows = \
         (x.len() / columns) as f64; let mut out = Vec::with_capacity(x.len()); for x in \
         x.chunks_exact(columns) { out.extend(x.iter().zip(&means).map(|(x, mean)| x - mean / rows)); } out }",
    ),
    (
        "pub fn kernel(p: &Array2<f64>, q: &Array2<f64>) -> Array2<f64> { broadcast!(sum[k]((p[i, k] - q[j, \
         k]).powi(2)).sqrt() -> [i, j]) }",
        "pub fn kernel(p: &[f64], q: &[f64], d: usize) -> Vec<f64> { let mut out = Vec::with_capacity(p.len() \
         / d * (q.len() / d)); for p in p.chunks_exact(d) { out.extend(q.chunks_exact(d).map(|q| \
         p.iter().zip(q).map(|(p, q)| (p - q).powi(2)).sum::<f64>().sqrt())); } out }",
    ),
    (
        "pub fn kernel(p: &Array2<f64>, q: &Array2<f64>) -> Array2<f64> { broadcast!(sum[k]((p[i, k] - q[j, \
         k]).abs()) -> [i, j]) }",
        "pub fn kernel(p: &[f64], q: &[f64], d: usize) -> Vec<f64> { let mut out = Vec::with_capacity(p.len() \
         / d * (q.len() / d)); for p in p.chunks_exact(d) { out.extend(q.chunks_exact(d).map(|q| \
         p.iter().zip(q).map(|(p, q)| (p - q).abs()).sum::<f64>())); } out }",
    ),
    (
        "pub fn kernel(p: &Array2<f64>, q: &Array2<f64>) -> Array2<f64> { broadcast!(max[k]((p[i, k] - q[j, \
         k]).abs()) -> [i, j]) }",
        "pub fn kernel(p: &[f64], q: &[f64], d: usize) -> Vec<f64> { let mut out = Vec::with_capacity(p.len() \
         / d * (q.len() / d)); for p in p.chunks_exact(d) { out.extend(q.chunks_exact(d).map(|q| \
         p.iter().zip(q).fold(0.0f64, |most, (p, q)| most.max((p - q).abs())))); } out }",
    ),
    (
        "pub fn kernel(x: &Array1<f64>, y: &Array1<f64>, out: &mut Array1<f64>) { broadcast!(out[i] = x[i] / \
         y[i], where y[i] != 0.0); }",
        "pub fn kernel(x: &[f64], y: &[f64], out: &mut [f64]) { for ((out, x), &y) in \
         out.iter_mut().zip(x).zip(y) { if y != 0.0 { *out = x / y; } } }",
    ),
    (
        "pub fn kernel(x: &Array1<f64>, y: &Array1<f64>, out: &mut Array1<f64>) { broadcast!(out[i] += x[i], \
         where y[i] > 0.0); }",
        "pub fn kernel(x: &[f64], y: &[f64], out: &mut [f64]) { for ((out, x), &y) in \
         out.iter_mut().zip(x).zip(y) { if y > 0.0 { *out += x; } } }",
    ),
    (
        "pub fn kernel(x: &Array1<f64>, y: &Array1<f64>, dev: &mut Array1<f64>, sq: &mut Array1<f64>) { \
         broadcast! { let d = x[i] - y[i]; dev[i] = d; sq[i] = d * d; } }",
        "pub fn kernel(x: &[f64], y: &[f64], dev: &mut [f64], sq: &mut [f64]) { for (((x, y), dev), sq) in \
         x.iter().zip(y).zip(dev).zip(sq) { let d = x - y; *dev = d; *sq = d * d; } }",
    ),
];
