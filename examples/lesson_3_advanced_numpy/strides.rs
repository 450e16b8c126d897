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

/// Strides of the views of a large matrix.
pub fn of_views(a: &Array2<f64>) {
    text("With strides alone a matrix is turned or gets other extents:");
    let [rows, columns] = a.extents();
    let wide = a.reshape((2 * rows, columns / 2)).expect("as many elements");
    let cube = a.reshape((rows, columns / 2, 2)).expect("as many elements");
    let report = |what: &str, extents: &[usize], strides: &[isize]| {
        println!("    {what:<31} extents {:<18} strides {strides:?}", format!("{extents:?}"));
    };
    report("a", &a.extents(), &a.strides());
    report("a.t()", &a.t().extents(), &a.t().strides());
    report(&format!("a.reshape(({}, {}))", 2 * rows, columns / 2), &wide.extents(), &wide.strides());
    report(&format!("a.reshape(({rows}, {}, 2))", columns / 2), &cube.extents(), &cube.strides());
    println!();
    let n = columns as isize;
    assert_eq!((a.strides(), a.t().strides()), ([n, 1], [1, n]));
    assert_eq!((wide.strides(), cube.strides()), ([n / 2, 1], [n, 2, 1]));
}
