//! Statements that a block cannot hold.

use ndweave::{Array, broadcast};

fn main() {
    let (x, m) = (Array::<f64, _>::zeros(3), Array::<f64, _>::zeros(3));
    let (mut dev, mut sq) = (Array::<f64, _>::zeros(3), Array::<f64, _>::zeros(3));
    let mut table = Array::<f64, _>::zeros((3, 3));
    broadcast! { let d = x[i] - m[i]; dev[i] = d; table[i, j] = d * d; }
    broadcast! { let d = x[i] - m[i]; dev[i] = d; dev[i] = d * d; }
    broadcast! { dev[i] += x[i]; sq[i] = dev[i] * dev[i]; }
    broadcast! { dev[i] = x[i], where m[i] > 0.0; sq[i] = dev[i]; }
    broadcast! { dev[i] = x[i]; sq[i] = sum[k](dev[k]); }
    broadcast! { let d = x[i] - m[i]; }
    broadcast! { let d = x[i] - m[i]; d * d }
    let _ = broadcast! { let d = x[i] - m[i]; d * d -> [i] };
    broadcast! { let d: f64 = x[i]; dev[i] = d; }
    broadcast! { let mut d = x[i]; dev[i] = d; }
    broadcast! { let (a, b) = (x[i], m[i]); dev[i] = a + b; }
    broadcast! { let d; dev[i] = d; }
    broadcast! { for i in 0..3 { dev[i] = x[i]; }; sq[i] = x[i]; }
    broadcast! { dev[i] = x[i] -> [i]; sq[i] = x[i]; }
    broadcast! { dev[i] %= 2.0; sq[i] = x[i] y[i]; }
}
