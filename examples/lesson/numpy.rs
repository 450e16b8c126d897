//! NumPy's values, from `examples/data/lesson_N/numpy.csv`.

use std::cell::Cell;
use std::error::Error;
use std::str::FromStr;

use csv::{Reader, StringRecord};
use ndweave::{Array, IntoShape, Measured, Operand, assert_allclose, assert_array_equal};

use super::Outcome;

/// The values that the lesson's script has written, and how many of them were compared so far.
pub struct NumPy {
    rows: Vec<StringRecord>,
    arrays: Cell<usize>,
    elements: Cell<usize>,
}

impl NumPy {
    /// Reads the values of lesson `number`.
    pub fn read(number: u8) -> Outcome<Self> {
        let path = format!("{}/examples/data/lesson_{number}/numpy.csv", env!("CARGO_MANIFEST_DIR"));
        let mut reader = Reader::from_path(&path).map_err(|error| format!("{path}: {error}"))?;
        let rows = reader.records().collect::<Result<_, _>>()?;
        Ok(NumPy { rows, arrays: Cell::new(0), elements: Cell::new(0) })
    }

    /// The array of this name, as an input.
    ///
    /// # Panics
    ///
    /// When there is none, or it has another rank or elements of another type.
    pub fn array<T, const R: usize>(&self, name: &str) -> Array<T, <[usize; R] as IntoShape>::Shape>
    where
        T: Copy + FromStr<Err: Error>,
        [usize; R]: IntoShape,
    {
        let (extents, elements) = self.row(name);
        let extents: [usize; R] = extents.try_into().unwrap_or_else(|_| panic!("`{name}` has another rank than {R}"));
        Array::from_shape_vec(extents, elements).unwrap_or_else(|error| panic!("`{name}`: {error}"))
    }

    /// Asserts that a result has NumPy's elements.
    #[track_caller]
    pub fn same<T, O>(&self, name: &str, ours: &O)
    where
        T: Measured + FromStr<Err: Error>,
        O: Operand<Elem = T> + ?Sized,
    {
        assert_array_equal!(ours.as_view(), self.like(name, ours));
    }

    /// Asserts that a result is NumPy's but for rounding.
    #[track_caller]
    pub fn close<T, O>(&self, name: &str, ours: &O)
    where
        T: Measured + FromStr<Err: Error>,
        O: Operand<Elem = T> + ?Sized,
    {
        assert_allclose!(ours.as_view(), self.like(name, ours), rtol = 1e-12, atol = 1e-12);
    }

    /// How many results were NumPy's: the lesson's last line.
    pub fn conclude(&self) {
        let (arrays, elements) = (self.arrays.get(), self.elements.get());
        println!("\n{arrays} results with {elements} elements are NumPy's.");
    }

    /// Counts a result that was compared by other means.
    pub fn count(&self, elements: usize) {
        self.arrays.set(self.arrays.get() + 1);
        self.elements.set(self.elements.get() + elements);
    }

    /// NumPy's array of this name, in the shape of ours.
    #[track_caller]
    fn like<T, O>(&self, name: &str, ours: &O) -> Array<T, O::Shape>
    where
        T: Measured + FromStr<Err: Error>,
        O: Operand<Elem = T> + ?Sized,
    {
        let (extents, elements) = self.row(name);
        self.count(elements.len());
        assert_eq!(ours.as_view().extents().as_ref(), extents, "the extents of `{name}`");
        let mut numpys = ours.as_view().to_owned();
        numpys.as_mut_slice().copy_from_slice(&elements);
        numpys
    }

    /// The extents and the elements of the array of this name.
    #[track_caller]
    fn row<T: FromStr<Err: Error>>(&self, name: &str) -> (Vec<usize>, Vec<T>) {
        let row = self.rows.iter().find(|row| &row[0] == name).unwrap_or_else(|| panic!("NumPy has no `{name}`"));
        (numbers(name, &row[1]), numbers(name, &row[2]))
    }
}

fn numbers<T: FromStr<Err: Error>>(name: &str, words: &str) -> Vec<T> {
    let parse = |word: &str| word.parse().unwrap_or_else(|error| panic!("{word} in `{name}`: {error}"));
    words.split_whitespace().map(parse).collect()
}
