//! Functions of special values, in matrices large enough for whole gangs and their tails.

use ndweave::{Array, Array2, View2};

use crate::layouts::{FAITHFUL, LAYOUTS, Laid, layouts, plain};
use crate::view;

/// A kernel of one or two operands.
pub trait Function<T, U, const N: usize>: Fn([View2<'_, T>; N]) -> Array2<U> {}

impl<T, U, F: Fn([View2<'_, T>; N]) -> Array2<U>, const N: usize> Function<T, U, N> for F {}

macro_rules! functions {
    ($($name:ident: $T:ty => $U:ty, ($($t:ident),*), { $($kernel:tt)* };)*) => { $(
        fn $name([$($t),*]: [ndweave::View2<'_, $T>; functions!(@count $($t)*)]) -> ndweave::Array2<$U> {
            ndweave::broadcast!($($kernel)*)
        }
    )* };
    (@count $a:ident) => { 1 };
    (@count $a:ident $b:ident) => { 2 };
}
pub(crate) use functions;

/// Elements that are compared.
pub trait Value: Copy + PartialEq + std::fmt::Debug {
    /// What lies around the elements.
    const FILLER: Self;

    /// Whether they are at most `ulp` numbers apart. NaNs are equal.
    fn is_near(self, other: Self, ulp: u64, sign_of_zero: bool) -> bool;
}

macro_rules! floats {
    ($($T:ident $Bits:ident)*) => { $(
        impl Value for $T {
            const FILLER: Self = 77.0;

            fn is_near(self, other: Self, ulp: u64, sign_of_zero: bool) -> bool {
                let order = |x: $T| {
                    let bits = x.to_bits() as $Bits;
                    i128::from(if bits < 0 { $Bits::MIN - bits } else { bits })
                };
                let zeros = self == 0.0 && other == 0.0;
                if zeros {
                    return !sign_of_zero || self.to_bits() == other.to_bits();
                }
                self.is_nan() && other.is_nan()
                    || self.is_nan() == other.is_nan() && order(self).abs_diff(order(other)) <= ulp.into()
            }
        }
    )* };
}

floats! { f64 i64 f32 i32 }

macro_rules! exact {
    ($($T:ident $filler:literal)*) => { $(
        impl Value for $T {
            const FILLER: Self = $filler;

            fn is_near(self, other: Self, _: u64, _: bool) -> bool {
                self == other
            }
        }
    )* };
}

exact! { bool true i8 77 i16 77 i32 77 i64 77 u32 77 }

/// Rows of a matrix.
const ROWS: usize = 3;

/// The table's arguments as matrices whose rows are all the table, over and over, in every layout; a row of expected values.
pub fn check_table<T: Value, U: Value, const N: usize, const M: usize>(
    function: impl Function<T, U, N>,
    args: &[&[T; M]; N],
    expect: &[U; M],
    ulp: u64,
    sign_of_zero: bool,
) {
    let columns = M * 40usize.div_ceil(M);
    let matrices: Vec<[Laid<T>; LAYOUTS]> = args
        .iter()
        .map(|values| {
            let row: Vec<T> = values.iter().copied().cycle().take(columns).collect();
            layouts(&[ROWS, columns], &row.repeat(ROWS), T::FILLER)
        })
        .collect();
    // Repeated along the first axis, the rows are still the table.
    let faithful = [0, 1, 2, 3, 4, LAYOUTS - 1];
    assert_eq!(faithful[..FAITHFUL], [0, 1, 2, 3, 4]);
    for a in faithful {
        for b in faithful {
            if N == 1 && a != b {
                continue;
            }
            let laid: [&Laid<T>; N] = std::array::from_fn(|n| &matrices[n][if n == 0 { a } else { b }]);
            let result = plain(function(laid.map(|laid| view!(laid, 2))));
            assert_eq!(result.extents, [ROWS, columns]);
            for (k, &got) in result.values.iter().enumerate() {
                let at = k % columns % M;
                assert!(
                    got.is_near(expect[at], ulp, sign_of_zero),
                    "{:?} give {got:?}, not {:?}; element {k}, layouts {a} and {b}",
                    args.map(|values| values[at]),
                    expect[at],
                );
            }
        }
    }
    // One row of the table, alone.
    let one = args.map(|values| Array::from_fn((1, M), |[_, k]| values[k]));
    let result = function(std::array::from_fn(|n| one[n].view()));
    assert!(result.iter().zip(expect).all(|(got, &expect)| got.is_near(expect, ulp, sign_of_zero)));
}
