//! The two macros.

/// A view of one field of an array of structs: no copy, strides that step over the rest of each struct.
///
/// `field!(array, path)`: the array is an array, view, slice, vector or `[Struct; N]`, or a reference to one; the path
/// is what stands behind `element.` in Rust, so fields of fields, of tuples and of nested arrays can be named:
/// `position`, `position.x`, `0`, `0.1`, `corners[2].x`. Any struct will do, also one that kernels do not compute with. A field
/// that is itself a (nested) array of numbers brings its axes with it, behind those of the array.
///
/// ```
/// use ndweave_runtime::{Array, View, field, field_mut, shape};
///
/// #[derive(Clone, Copy, Debug, PartialEq)]
/// struct Gauss {
///     re: i32,
///     im: i32,
/// }
///
/// let mut g = vec![Gauss { re: 3, im: 4 }, Gauss { re: 5, im: -12 }, Gauss { re: 0, im: 1 }];
/// assert_eq!(field!(g, re).to_vec(), [3, 5, 0]);
/// assert_eq!(field!(g, re).strides(), [2]);
/// field_mut!(g, im).mapv_inplace(|im| -im); // conjugates
/// assert_eq!(g[1], Gauss { re: 5, im: 12 });
///
/// #[derive(Clone, Copy)]
/// struct Particle {
///     position: [f32; 3],
///     charge: f32,
/// }
/// let particles = Array::full((2, 5), Particle { position: [0.0, 0.5, 1.0], charge: -1.0 });
/// let positions: View<f32, shape![_, _, 3]> = field!(particles, position);
/// assert_eq!(positions[[1, 4, 2]], 1.0);
/// assert_eq!(field!(particles, position[1])[[0, 0]], 0.5);
/// ```
///
/// Arrays of complex numbers are arrays of structs too:
///
/// ```
/// use ndweave_runtime::{Array, field};
/// use num_complex::Complex;
/// let z = Array::from([Complex::new(1.0, 2.0), Complex::new(3.0, 4.0)]);
/// assert_eq!(field!(z, im).to_vec(), [2.0, 4.0]);
/// ```
///
/// # Compile errors
///
/// When the struct has no such field, the field is not made of numbers, or the size of the struct is no multiple of the
/// size of the field's numbers: strides are counted in elements. That last error waits for `cargo build`.
///
/// ```compile_fail,E0080
/// # use ndweave_runtime::field;
/// #[derive(Clone, Copy)]
/// struct Reading {
///     value: num_complex::Complex<f64>, // 16 bytes
///     time: f64,                        // 24 with these
/// }
/// let readings = [Reading { value: num_complex::Complex::ONE, time: 0.0 }];
/// field!(readings, value); // `field!(readings, value.re)` is right
/// ```
///
/// # Panics
///
/// When the path leads out of the struct, through a reference in it or a `Deref`; every element is looked at, by a loop that the
/// optimiser removes where the path is made of fields.
#[macro_export]
macro_rules! field {
    // No block, so that temporaries live as long as the statement: `field!(vec![p, q], x)`.
    ($array:expr, $($path:tt)+) => {
        $crate::macro_support::FieldOf::view($crate::macro_support::field(
            $crate::macro_support::Structs::structs(&$array),
            |element| &element.$($path)+,
        ))
    };
}

/// A mutable view of one field of an array of structs: [`field!`](crate::field), for writing.
///
/// ```
/// use ndweave_runtime::{Array, field_mut};
/// let mut pairs = Array::full((2, 2), (1, 0.5));
/// field_mut!(pairs, 1).fill(2.5);
/// assert_eq!(pairs[[1, 1]], (1, 2.5));
/// ```
///
/// # Compile errors
///
/// As there, and when the array cannot be written to.
///
/// # Panics
///
/// As there.
#[macro_export]
macro_rules! field_mut {
    // A variable may be a reference that is not itself `mut`, and is borrowed by a method, as `g.push(x)` does it.
    ($array:ident, $($path:tt)+) => {
        $crate::field_mut!(@ {
            use $crate::macro_support::BorrowStructs as _;
            $array.ndweave_structs()
        }, $($path)+)
    };
    (@ $array:expr, $($path:tt)+) => {
        $crate::macro_support::FieldOf::view_mut($crate::macro_support::field_mut(
            $crate::macro_support::StructsMut::structs_mut($array),
            |element| &mut element.$($path)+,
        ))
    };
    ($array:expr, $($path:tt)+) => {
        $crate::field_mut!(@ &mut $array, $($path)+)
    };
}
