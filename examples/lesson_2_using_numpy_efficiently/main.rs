//! Lesson 2, using NumPy efficiently: `cargo run --release --example lesson_2_using_numpy_efficiently [-- --short]`.
//!
//! Why arrays are fast, a layer of a neural network, broadcasting, views, and indexing with arrays: the topics of the
//! lesson's slides, in their order. Code is printed as it stands here, and results are compared with NumPy's
//! (`examples/data/lesson_2`).

#[path = "../lesson/mod.rs"]
#[allow(dead_code, unused_imports, unused_macros, reason = "each lesson uses a part of it")]
mod lesson;

mod boxes;
mod fancy;
mod layer;
mod stretching;
mod structure;
mod views;

use lesson::{NumPy, Options, Outcome, title};

fn main() -> Outcome<()> {
    let options = Options::read("lesson_2")?;
    let numpy = NumPy::read(2)?;
    title("Using NumPy efficiently");
    boxes::some_mathematics(&numpy, &options);
    boxes::why_the_difference(&options);
    layer::of_one_vector(&numpy);
    layer::of_a_batch(&numpy);
    structure::of_an_array();
    stretching::rules(&numpy);
    stretching::mistakes();
    stretching::without_memory(&numpy);
    views::of_views(&numpy);
    fancy::masks(&numpy);
    fancy::index_arrays(&numpy);
    fancy::too_fancy(&numpy);
    numpy.conclude();
    Ok(())
}
