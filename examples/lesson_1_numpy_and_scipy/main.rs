//! Lesson 1, NumPy and SciPy: `cargo run --release --example lesson_1_numpy_and_scipy [-- --short]`.
//!
//! Squares of a range, distances of vectors in all the lesson's forms, and π by throwing darts: what the lesson does with
//! NumPy, in its order. Code is printed as it stands here, results are compared with NumPy's (`examples/data/lesson_1`),
//! and times stand beside the lesson's.

#[path = "../lesson/mod.rs"]
#[allow(dead_code, unused_imports, unused_macros, reason = "each lesson uses a part of it")]
mod lesson;

mod cores;
mod distance;
mod distances;
mod library;
mod pi;
mod squares;

use lesson::{NumPy, Options, Outcome, title};

fn main() -> Outcome<()> {
    let options = Options::read("lesson_1")?;
    let numpy = NumPy::read(1)?;
    title("NumPy and SciPy");
    squares::of_a_range(&numpy, &options);
    squares::whole_arrays(&numpy, &options);
    distance::of_two_vectors(&numpy, &options);
    distance::of_unequal_vectors();
    distances::of_many_vectors(&numpy, &options);
    distances::by_einsum(&numpy);
    distances::of_all_pairs(&numpy, &options);
    pi::from_numpys_points(&numpy);
    pi::from_our_own(&options);
    cores::by_hand(&options);
    library::what_others_wrote(&numpy);
    numpy.conclude();
    Ok(())
}
