//! Lesson 3, advanced NumPy: `cargo run --release --example lesson_3_advanced_numpy [-- --short]`.
//!
//! Sums of 10⁸ numbers, strides and what can be done with them, and what is a view and what a copy: the tasks and exercises of
//! the lesson, in its order. Code is printed as it stands here, results are compared with NumPy's
//! (`examples/data/lesson_3`). In full it takes 4 GB of memory; `--short` takes next to none.

#[path = "../lesson/mod.rs"]
#[allow(dead_code, unused_imports, unused_macros, reason = "each lesson uses a part of it")]
mod lesson;

mod copies;
mod race;
mod ravel;
mod strides;
mod tricks;
mod turned;

use lesson::{NumPy, Options, Outcome, title};

fn main() -> Outcome<()> {
    let options = Options::read("lesson_3")?;
    let numpy = NumPy::read(3)?;
    title("Advanced NumPy");
    let a = race::sum(&numpy, &options);
    race::norm(&a, &numpy, &options);
    drop(a);
    let matrix = turned::transpose(&options);
    ravel::exercise(&numpy);
    strides::of_shapes(&numpy);
    strides::of_views(&numpy);
    tricks::transpose_by_strides(&numpy);
    tricks::a_wide_matrix(&numpy);
    tricks::what_is_refused();
    turned::reshape(&matrix, &numpy, &options);
    drop(matrix);
    copies::views(&numpy);
    copies::who_keeps_what_alive();
    copies::copies(&numpy);
    numpy.conclude();
    Ok(())
}
