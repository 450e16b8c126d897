//! The arrays that the rows speak of, the same in each column. `tests/generate/coming_from.py` has them once more, for NumPy.

/// Nested arrays of Rust as arrays of ndweave, with extents that are known at run time only.
macro_rules! of_ndweave {
    ([$($entries:tt)*]) => {
        ndweave::array![$($entries)*].into_dynamic()
    };
}

/// Nested arrays of Rust as arrays of ndarray.
macro_rules! of_ndarray {
    ([$($entries:tt)*]) => {
        ndarray::array![$($entries)*]
    };
}

macro_rules! given {
    ($library:ident, $make:ident) => {
        /// The arrays of one column.
        pub mod $library {
            use num_complex::Complex;
            use rand::SeedableRng;
            use rand::rngs::StdRng;
            use $library::{Array1, Array2, Array3};

            /// Small arrays of different shapes and elements.
            pub struct Given {
                /// A matrix of shape (2, 3).
                pub a: Array2<f64>,
                /// Another one.
                pub b: Array2<f64>,
                /// A square matrix.
                pub q: Array2<f64>,
                /// A vector of length 3.
                pub x: Array1<f64>,
                /// Another one.
                pub y: Array1<f64>,
                /// A vector of integers.
                pub n: Array1<i64>,
                /// Integers of shape (2, 3, 4).
                pub t: Array3<i64>,
                /// A mask of the shape of `a`.
                pub m: Array2<bool>,
                /// A vector with a NaN.
                pub u: Array1<f64>,
                /// A vector of complex numbers.
                pub z: Array1<Complex<f64>>,
                /// A generator of random numbers.
                pub rng: StdRng,
            }

            /// The arrays, made anew.
            pub fn given() -> Given {
                Given {
                    a: $make!([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),
                    b: $make!([[10.0, 20.0, 30.0], [40.0, 50.0, 60.0]]),
                    q: $make!([[2.0, 1.0], [1.0, 3.0]]),
                    x: $make!([1.0, 2.0, 4.0]),
                    y: $make!([10.0, 20.0, 40.0]),
                    n: $make!([3, 1, 2, 3]),
                    t: $make!([
                        [[0, 1, 2, 3], [10, 11, 12, 13], [20, 21, 22, 23]],
                        [[100, 101, 102, 103], [110, 111, 112, 113], [120, 121, 122, 123]]
                    ]),
                    m: $make!([[true, false, true], [false, true, true]]),
                    u: $make!([1.0, f64::NAN, 3.0]),
                    z: $make!([Complex::new(3.0, 4.0), Complex::new(0.0, 1.0)]),
                    rng: StdRng::seed_from_u64(1),
                }
            }
        }
    };
}

given!(ndweave, of_ndweave);
given!(ndarray, of_ndarray);
