use ndweave::{Array, s};

fn main() {
    let mut a = Array::<f64, _>::zeros((3, 4));
    let row = a.slice(s![0]);
    a.fill(1.0);
    println!("{}", row[0]);

    let mut first = a.slice_mut(s![0]);
    let mut second = a.slice_mut(s![1]);
    first.assign(&second);
    second.fill(2.0);

    let left = {
        let b = Array::<f64, _>::zeros(4);
        b.split_at::<0>(2).0
    };
    println!("{}", left[0]);
}
