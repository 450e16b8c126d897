//! Lesson 2: what NumPy's third rule refuses.

fn main() {
    let (x, y) = ([1.0, 2.0, 3.0], [1.0, 2.0, 3.0, 4.0]);
    println!("{:?}", ndweave::broadcast!(x + y));
}
