//! Lesson 1: an axis that a matrix does not have.

fn main() {
    let squares = ndweave::Array2::<f64>::ones((3, 4));
    println!("{}", squares.sum::<2>());
}
