//! Lists beside arrays: making, copying, squaring, and how much memory they take.

use std::hint::black_box;

use ndweave::{Array, Array1, broadcast};

use crate::lesson::{Options, Times, section, text, value};

/// The lesson's tables of times.
pub fn beside_arrays(options: &Options) {
    section("Lists and arrays");
    text(
        "A Python list is an array of pointers to boxed numbers, so NumPy beats it by leaving Python. A Vec holds its \
         numbers side by side, as an array does; what is left to gain is the machine's vectors and fewer trips to memory.",
    );
    let size = if options.short { 1000 } else { 10_000_000 };
    let mut times = Times::new(options, "list/NumPy");
    times.row("make 0, 1, …          (0..size).collect()", "286 ms", || (0..size as i64).collect::<Vec<_>>());
    times.row("                      Array::arange(0, size, 1)", "34.7 ms", || Array::arange(0, size as i64, 1));
    let list: Vec<i64> = (0..size as i64).collect();
    let array = Array::from_vec(list.clone());
    times.row("copy                  list.clone()", "76.4 ms", || list.clone());
    times.row("                      array.clone()", "32.9 ms", || array.clone());
    let mut target: Array1<i64> = Array::zeros(size);
    times.row("copy into             target.assign(&array)", "30.9 ms", || target.assign(&array));
    times.row("square into           a loop", "907 ms", || square_into(&list, black_box(target.as_mut_slice())));
    times.row("                      broadcast!(target = array * array)", "23.4 ms", || {
        broadcast!(target = array * array)
    });
    let mut array = array;
    times.row("square in place       a loop", "863 ms", || square(black_box(array.as_mut_slice())));
    times.row("                      broadcast!(array *= array)", "7.61 ms", || broadcast!(array *= array));
    times.print();

    text("10000 numbers in a list take 400 kB in Python. Here:");
    let array: Array1<i64> = Array::arange(0, 10_000, 1);
    value(format!(
        "{} kB of elements, and {} bytes that say where they are",
        size_of_val(array.as_slice()) / 1024,
        size_of::<Array1<i64>>()
    ));
    text("What lists can and arrays cannot, vectors, iterators and enums do in Rust:");
    crate::lesson::code("(0..10).filter(|x| x % 2 == 0).map(|x| x * x).collect::<Vec<_>>()");
    value(format!("{:?}", (0..10).filter(|x| x % 2 == 0).map(|x| x * x).collect::<Vec<i32>>()));
}

fn square_into(source: &[i64], target: &mut [i64]) {
    for i in 0..source.len() {
        target[i] = source[i].wrapping_mul(source[i]);
    }
}

fn square(numbers: &mut [i64]) {
    for number in numbers {
        *number = number.wrapping_mul(*number);
    }
}
