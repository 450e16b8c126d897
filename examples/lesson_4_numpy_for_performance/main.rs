//! Lesson 4, NumPy for performance: `cargo run --release --example lesson_4_numpy_for_performance [-- --short] [FOLDER]`.
//!
//! Constructors, the Mandelbrot set computed in seven ways (and an eighth), testing, and indexing with arrays: what the
//! lesson does with NumPy, in its order. Code is printed as it stands here, results are compared with NumPy's
//! (`examples/data/lesson_4`), and times stand beside the lesson's. Pictures go to `target/lessons/lesson_4`, or to FOLDER.

#[path = "../lesson/mod.rs"]
#[allow(dead_code, unused_imports, reason = "no lesson needs all of it")]
mod lesson;

mod arraywise;
mod constructors;
mod counting;
mod indexing;
mod lines;
mod mandelbrot;
mod testing;

use lesson::{NumPy, Options, Outcome, title};

fn main() -> Outcome<()> {
    let options = Options::read("lesson_4")?;
    let numpy = NumPy::read(4)?;
    title("NumPy for performance");
    constructors::arrays(&numpy, &options);
    let values = constructors::grid(&numpy);
    arraywise::by_hand(&values, &numpy);
    arraywise::membership(&values, &numpy, &options)?;
    arraywise::logical_arrays(&values, &numpy);
    let counts = counting::variants(&values, &numpy, &options)?;
    testing::residuals(&counts);
    testing::assertions(&counts, &numpy);
    indexing::index_arrays(&numpy);
    indexing::views_and_copies(&numpy);
    counting::the_eighth(&values, &counts, &options)?;
    lines::profile(&values, &counts, &options);
    numpy.conclude();
    Ok(())
}
