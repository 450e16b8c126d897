//! Lesson 5, NumPy in depth: `cargo run --release --example lesson_5_numpy_in_depth [-- --short] [FOLDER]`.
//!
//! Arrays beside lists, views, elements, all kinds of indexing, layouts, ufuncs, aliasing and einsum: what the lesson does
//! with NumPy, in its order. Code is printed as it stands here, results are compared with NumPy's (`examples/data/lesson_5`),
//! and times stand beside the lesson's. Pictures go to `target/lessons/lesson_5`, or to FOLDER.

#[path = "../lesson/mod.rs"]
#[allow(dead_code, unused_imports, reason = "no lesson needs all of it")]
mod lesson;

mod advanced;
mod aliasing;
mod arrays;
mod beyond;
mod derivation;
mod einsums;
mod elements;
mod functions;
mod interpolation;
mod kronecker;
mod layout;
mod lists;
mod plots;
mod sensors;
mod slicing;

use lesson::{NumPy, Options, Outcome, title};

fn main() -> Outcome<()> {
    let options = Options::read("lesson_5")?;
    let numpy = NumPy::read(5)?;
    title("NumPy in depth");
    lists::beside_arrays(&options);
    arrays::arrays();
    arrays::views();
    elements::types();
    elements::gaussian_integers();
    elements::byte_order();
    slicing::basic(&numpy);
    advanced::index_arrays(&numpy);
    advanced::masks(&numpy);
    advanced::selections(&numpy, &options)?;
    sensors::repair(&numpy, &options)?;
    interpolation::cubic(&numpy, &options)?;
    arrays::making(&numpy, &options)?;
    layout::axes(&numpy);
    layout::orders(&numpy);
    kronecker::products(&numpy, &options)?;
    functions::broadcasting(&numpy);
    functions::methods(&numpy, &options);
    aliasing::outputs_that_are_inputs(&numpy);
    beyond::hardware();
    einsums::tensor_products(&numpy);
    einsums::subscripts(&numpy);
    derivation::step_by_step(&numpy);
    kronecker::gaussian_process(&numpy, &options);
    beyond::out_of_scope();
    numpy.conclude();
    Ok(())
}
