//! Lesson 1: the distance of vectors whose lengths are known and differ.

fn main() {
    let (p, q) = ([0.0, 1.0, 2.0], [2.0, 3.0, 4.0, 5.0]);
    let squared: f64 = ndweave::einsum!((p[i] - q[i]).powi(2));
    println!("{}", squared.sqrt());
}
