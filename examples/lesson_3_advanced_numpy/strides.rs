//! Strides.

use ndweave::{Array, Array2};

use crate::lesson::{NumPy, section, text};

/// Strides in bytes, as NumPy counts them.
fn in_bytes<T>(strides: impl AsRef<[isize]>) -> Vec<i64> {
    strides.as_ref().iter().map(|stride| (stride * size_of::<T>() as isize) as i64).collect()
}

/// Strides of new arrays.
pub fn of_shapes(numpy: &NumPy) {
    section("Strides");
    text(
        "A stride says how far it is to the next element along an axis. NumPy counts bytes. ndweave counts elements, as slices \
         do; the type knows the size of an element.",
    );
    let a = Array::<f64, _>::zeros((4, 8));
    let b = Array::<f64, _>::zeros((4, 5, 6, 7, 8));
    println!("    (4, 8)           elements {:?}   bytes {:?}", a.strides(), in_bytes::<f64>(a.strides()));
    println!("    (4, 5, 6, 7, 8)  elements {:?}   bytes {:?}", b.strides(), in_bytes::<f64>(b.strides()));
    println!();
    numpy.same("strides 4 8", &in_bytes::<f64>(a.strides()));
    numpy.same("strides 4 5 6 7 8", &in_bytes::<f64>(b.strides()));
}

/// Strides of views of large matrices.
pub fn of_views(numpy: &NumPy) {
    text(
        "With strides alone a matrix is turned or gets other extents. These are the lesson's, of 10,000 × 20,000 and \
         20,000 × 10,000, in elements:",
    );
    // Strides in elements do not depend on the elements, and an array of `()` takes no memory.
    let a = Array2::full((10_000, 20_000), ());
    let b = Array2::full((20_000, 10_000), ());
    let wide = b.reshape((40_000, 5_000)).expect("as many elements");
    let cube = b.reshape((20_000, 5_000, 2)).expect("as many elements");
    let report = |what: &str, name: &str, strides: &[isize]| {
        println!("    {what:<29}  {strides:?}");
        numpy.same(name, &in_bytes::<f64>(strides));
    };
    report("a", "strides a", &a.strides());
    report("a.t()", "strides a.T", &a.t().strides());
    report("b.reshape((40_000, 5_000))", "strides reshaped 40000 5000", &wide.strides());
    report("b.reshape((20_000, 5_000, 2))", "strides reshaped 20000 5000 2", &cube.strides());
    println!();
}
