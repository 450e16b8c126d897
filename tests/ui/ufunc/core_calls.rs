//! Calls of ufuncs with core axes on operands that do not fit, and methods that they do not have.

use ndweave::{Array2, Array3, ufunc};

ufunc! {
    fn cdist(p: [[f64; d]; m], q: [[f64; d]; n]) -> [[f64; n]; m] { sum[d]((p[m, d] - q[n, d]).powi(2)).sqrt() }
    fn weighed(x: [f64; feature], w: [f64; feature]) -> f64 { sum[feature](x[feature] * w[feature]) }
    fn cross(a: [f64; 3], b: [f64; 3]) -> [f64; 3] {
        [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
    }
}

fn main() {
    let p = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
    cdist(&p, &[[1.0, 2.0]]);
    weighed(&[1.0, 2.0], &[1.0, 2.0, 3.0]);
    cross(&p, &[[1.0, 2.0]]);
    cdist(&p, &[1.0, 2.0, 3.0]);
    cross(&[p, p], &[p, p, p]);
    cross(&[[1, 2, 3]], &p);
    cross::into(&mut [0.0; 4], &p[0], &p[1]);
    cross::into(&mut 0.0, &p[0], &p[1]);
    let y: [f64; 3] = cross(&p, &p);
    cross::reduce::<0>(&p);
    cross::accumulate::<0>(&p);
    cross::outer(&p, &p);
    cross::at(&mut Array2::<f64>::zeros((2, 3)), &[0], &p);
    cross::masked(&mut Array3::<f64>::zeros((2, 2, 3)), &[true, false], &p, &p);
    ndweave::broadcast!(cross(p, p));
    ndweave::broadcast!(2.0 * ndweave::ufuncs::add(p, 1u8));
    // As um-161 and um-171 of tests/data/ufunc_methods.json.
    cdist(&[0.0, 1.0, 2.0], &[0.0, 1.0, 2.0]);
    weighed(&[1.0], 1.0);
}
