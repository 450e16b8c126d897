//! Structure of arrays: a block of memory, and how to read it.

use std::mem::size_of;

use ndweave::{Array, Array2, View2, array, broadcast, shape};

use crate::lesson::{code, section, show, text, value};

/// What an array is made of.
pub fn of_an_array() {
    section("Structure of arrays");
    text(
        "NumPy's arrays are a block of memory, an object that says what its bytes are, and numbers: shape and strides. Here \
         the type says what the elements are, and whatever else it can. Where all extents are part of the type, so is the \
         memory. Sizes in bytes:",
    );
    println!("    Array2<f64>                   {:>4}   the block (four words), two extents", size_of::<Array2<f64>>());
    println!("    View2<f64>                    {:>4}   an address, two extents, two strides", size_of::<View2<f64>>());
    println!(
        "    Array<f64, shape![3, 4]>      {:>4}   the twelve numbers themselves, and nothing else",
        size_of::<Array<f64, shape![3, 4]>>()
    );
    println!("    Array<f64, shape![_, 4]>      {:>4}   the block, one extent", size_of::<Array<f64, shape![_, 4]>>());
    println!();
    assert_eq!(size_of::<Array<f64, shape![3, 4]>>(), 96);
    text("Some ways to make one, all of them with the extents that they are given, known or not:");
    show!(Array2::<i32>::zeros((2, 3)));
    show!(Array::full(4, 0.5));
    show!(Array::<f64, _>::eye(3));
    show!(Array::arange(0, 20, 3));
    show!(Array::linspace(0.0, 1.0, 5));
    show!(array![[1, 2], [3, 4]]);
    text("And what an array knows about itself:");
    let a = broadcast!((3 * i + j) as i16 -> [i in 0..2, j in 0..3]);
    value(format!(
        "{a}\nextents {:?}, strides {:?} (in elements; NumPy says (6, 2), in bytes), {} elements of {} bytes",
        a.extents(),
        a.strides(),
        a.len(),
        size_of::<i16>()
    ));
    text(
        "A dtype may also say in which order the bytes of a number stand. Numbers in memory have the order of the machine, \
         and what comes from elsewhere is converted once, in a pass over the array:",
    );
    code("let from_network = Array::from([1u16, 256, 515]).mapv(u16::from_be);");
    let from_network = Array::from([1u16, 256, 515]).mapv(u16::from_be);
    show!(from_network.view());
    assert_eq!(from_network, [1u16, 256, 515].map(u16::swap_bytes).map(u16::to_le));
}
