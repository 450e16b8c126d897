//! Kernels whose assembly `tests/assembly.rs` reads.

use ndweave::einsum;

/// Elementwise, with a choice: one loop, in each tier.
pub fn leaky(x: &[f64], y: &[f64], out: &mut [f64]) {
    einsum!(
        out[i] = {
            let v = 2.5 * x[i] + y[i];
            if v < 0.0 { 0.1 * v } else { v }
        }
    );
}

/// A function of the vector math.
pub fn exp(x: &[f32], out: &mut [f32]) {
    einsum!(out[i] = x[i].exp());
}
