//! What only some functions of two elements have.

use ndweave::ufunc;

ufunc! {
    #[ufunc(associative)]
    fn one_parameter(x: f64) -> f64 { x }
    #[ufunc(commutative)]
    fn unknown_word(x: f64, y: f64) -> f64 { x + y }
}

ufunc! {
    fn ordered(x: f64, y: f64) -> f64 { x - y }
    fn mixed(x: f64, n: i32) -> f64 { x * n as f64 }
    #[ufunc(identity = 0, associative)]
    fn wrong_identity(x: f64, y: f64) -> f64 { x + y }
}

fn main() {
    let x = [[1.0, 2.0], [3.0, 4.0]];
    let _ = ordered::reduce::<2>(&x);
    let _ = ordered::reduce_all(&x);
    let _ = ordered::accumulate::<0>(1.0);
    let _ = mixed::reduce::<0>(&x);
    let y: [f64; 3] = ordered::reduce::<0>(&x);
    let _ = ordered::reduce_from::<0>(1, &x);
    let _ = ordered::outer(&x, "y");
    mixed::at(&mut [1.0, 2.0], &[0], &[0.5]);
}
