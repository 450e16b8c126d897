//! The flowers, and what NumPy says about them, from the CSV files in `examples/data`.

use std::error::Error;

use csv::{Reader, StringRecord};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Fisher's flowers.
pub struct Iris {
    /// Lengths and widths of sepals and petals in centimetres, a row a flower.
    pub measurements: Vec<[f64; 4]>,
    /// The number of each flower's species.
    pub species: Vec<usize>,
    /// The names of the species, in order of first appearance.
    pub names: Vec<String>,
}

impl Iris {
    /// Reads `iris.csv`.
    pub fn read() -> Outcome<Self> {
        let mut iris = Iris { measurements: Vec::new(), species: Vec::new(), names: Vec::new() };
        for row in rows("iris")? {
            iris.measurements.push(numbers(&row, 0)?);
            let name = field(&row, 4)?;
            let known = iris.names.iter().position(|known| known == name);
            iris.species.push(known.unwrap_or(iris.names.len()));
            if known.is_none() {
                iris.names.push(name.to_owned());
            }
        }
        Ok(iris)
    }
}

/// NumPy's results.
pub struct NumPy {
    pub class_means: Vec<[f64; 4]>,
    pub covariance: Vec<[f64; 4]>,
    /// Some pairs of flowers, their distances, and the sum over all pairs.
    pub pairs: Vec<[usize; 2]>,
    pub pair_distances: Vec<f64>,
    pub distance_sum: f64,
    /// For each flower: its Mahalanobis distance to the mean of its species, its nearest other flower, and how far that
    /// is.
    pub mahalanobis: Vec<f64>,
    pub nearest: Vec<usize>,
    pub nearest_distances: Vec<f64>,
}

impl NumPy {
    /// Reads the files that `iris_numpy.py` has written.
    pub fn read() -> Outcome<Self> {
        let flowers = rows("iris_numpy_flowers")?;
        let mut distances = rows("iris_numpy_distances")?;
        let sum = distances.pop().ok_or("iris_numpy_distances.csv has no rows")?;
        Ok(NumPy {
            class_means: rows("iris_numpy_class_means")?.iter().map(|row| numbers(row, 1)).collect::<Outcome<_>>()?,
            covariance: rows("iris_numpy_covariance")?.iter().map(|row| numbers(row, 0)).collect::<Outcome<_>>()?,
            pairs: distances.iter().map(|row| Ok([parse(row, 0)?, parse(row, 1)?])).collect::<Outcome<_>>()?,
            pair_distances: column(&distances, 2)?,
            distance_sum: parse(&sum, 2)?,
            mahalanobis: column(&flowers, 1)?,
            nearest: column(&flowers, 2)?,
            nearest_distances: column(&flowers, 3)?,
        })
    }
}

fn rows(name: &str) -> Outcome<Vec<StringRecord>> {
    let path = format!("{}/examples/data/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    let mut reader = Reader::from_path(&path).map_err(|error| format!("{path}: {error}"))?;
    reader.records().map(|row| Ok(row?)).collect()
}

fn field(row: &StringRecord, at: usize) -> Outcome<&str> {
    row.get(at).ok_or_else(|| format!("no field {at} in {row:?}").into())
}

fn parse<T: std::str::FromStr<Err: Error + 'static>>(row: &StringRecord, at: usize) -> Outcome<T> {
    Ok(field(row, at)?.parse()?)
}

/// Four numbers in a row, from field `at` on.
fn numbers(row: &StringRecord, at: usize) -> Outcome<[f64; 4]> {
    Ok([parse(row, at)?, parse(row, at + 1)?, parse(row, at + 2)?, parse(row, at + 3)?])
}

fn column<T: std::str::FromStr<Err: Error + 'static>>(rows: &[StringRecord], at: usize) -> Outcome<Vec<T>> {
    rows.iter().map(|row| parse(row, at)).collect()
}
