//! Array computing for speed: what boxes and pointers cost.

use std::hint::black_box;

use ndweave::{Array1, assert_allclose, broadcast};
use rand::SeedableRng;
use rand::rngs::StdRng;

use crate::lesson::{NumPy, Options, Times, code, section, show, text};

/// A formula over an array.
pub fn some_mathematics(numpy: &NumPy, options: &Options) {
    section("Array computing for speed");
    text(
        "The formula is written once, for one element, and runs on gangs of 8 or 16. Sine and exponential are vector code \
         as well, off by at most one unit in the last place.",
    );
    let x = Array1::linspace(-3.0, 3.0, 13);
    numpy.close("math", &show!(broadcast!(x.sin().powi(2) + (-x).exp())));
    let x = Array1::<f64>::linspace(-3.0, 3.0, if options.short { 1000 } else { 1_000_000 });
    let mut times = Times::new(options, "");
    let by_hand = times.row("a loop over a million f64", "", || -> Vec<f64> {
        black_box(&x).iter().map(|x| x.sin().powi(2) + (-x).exp()).collect()
    });
    let kernel = times.row("broadcast!(x.sin().powi(2) + (-x).exp())", "", || {
        let x = black_box(&x);
        broadcast!(x.sin().powi(2) + (-x).exp())
    });
    times.print();
    assert_allclose!(kernel, by_hand, rtol = 1e-14);
}

/// A value of some type, as a list's elements are.
#[derive(Clone)]
enum Object {
    Integer(i64),
    Float(f64),
    Text(String),
}

impl Object {
    fn number(&self) -> f64 {
        match self {
            Object::Integer(n) => *n as f64,
            Object::Float(x) => *x,
            Object::Text(text) => text.parse().unwrap_or(f64::NAN),
        }
    }
}

/// Boxes and genericity, measured: the two slides "Why the difference?".
pub fn why_the_difference(options: &Options) {
    section("Why the difference?");
    text(
        "The lesson names two reasons why Python's lists are slow: each element is an object behind a pointer (boxing), \
         and each may have another type (genericity). Both can be had in Rust for those who ask:",
    );
    code(
        "Vec<f64>                   numbers, one after the other\n\
         Vec<Box<f64>>              pointers to numbers, which stand anywhere\n\
         Vec<Box<Object>>           pointers to something that has to be asked what it is",
    );
    let n = if options.short { 1000 } else { 4_000_000 };
    let mut rng = StdRng::seed_from_u64(2);
    let numbers = Array1::<f64>::uniform(n, 0.0..1.0, &mut rng);
    // Boxes lie in the order in which they were made; after a while of use, a list's do not.
    let order = Array1::<usize>::permutation(n, &mut rng);
    let mut boxes: Vec<Option<Box<f64>>> = vec![None; n];
    let mut objects: Vec<Box<Object>> = vec![Box::new(Object::Integer(0)); n];
    for &place in &order {
        boxes[place] = Some(Box::new(numbers[place]));
        objects[place] =
            Box::new(if place == 0 { Object::Text(numbers[place].to_string()) } else { Object::Float(numbers[place]) });
    }
    let boxes: Vec<Box<f64>> = boxes.into_iter().flatten().collect();
    let mut times = Times::new(options, "");
    let sums = [
        times.row("sum of 4 million: numbers.sum_all()", "", || black_box(&numbers).sum_all()),
        times.row("a loop over numbers", "", || black_box(&numbers).iter().sum()),
        times.row("a loop over boxes", "", || black_box(&boxes).iter().map(|number| **number).sum()),
        times.row("a loop over objects", "", || black_box(&objects).iter().map(|object| object.number()).sum()),
    ];
    times.print();
    for sum in sums {
        assert_allclose!(sum, sums[0], rtol = 1e-12);
    }

    text(
        "A slide says that one read from memory takes as long as an exponential. Here is what both cost, a million times:",
    );
    let m = n / 4;
    let places = Array1::<usize>::integers(m, 0..n, &mut rng);
    let mut times = Times::new(options, "");
    times
        .row("exponentials, one by one (std)", "", || -> f64 { numbers.as_slice()[..m].iter().map(|x| x.exp()).sum() });
    times.row("exponentials, in gangs (broadcast!)", "", || {
        let some = &numbers.as_slice()[..m];
        broadcast!(sum[i](some[i].exp()))
    });
    times.row("reads at random places", "", || -> f64 { places.iter().map(|&place| numbers[place]).sum() });
    times.print();
    text(
        "The CPU has several reads on their way at once, as long as none waits for another. In a list one waits: the pointer \
         has to arrive before what it points to.",
    );
}
