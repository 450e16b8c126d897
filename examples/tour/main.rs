//! A tour of ndweave on Fisher's iris data: `cargo run --release --example tour`.
//!
//! 150 flowers of three species, four measurements each. Every number comes out of a kernel that `einsum!` checked
//! while this file compiled, and stands beside what NumPy says (`examples/data/iris_numpy.py`). The tour fails where
//! they differ.

mod beside;
mod data;
mod inverse;

use std::error::Error;
use std::process::ExitCode;

use beside::Comparison;
use data::{Iris, NumPy};
use inverse::inverses;
use ndweave::{
    Array, Array1, Array2, Const, Dyn, Extent, Operand, View, axis, einsum, einsum_path, s, shape, try_einsum,
};

axis! {
    /// The three species. A named axis agrees with itself and with no other name, so that axes which happen to be
    /// of one length cannot be mixed up.
    struct Species = 3;
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let (iris, numpy) = (Iris::read()?, NumPy::read()?);
    let mut comparison = Comparison::default();
    println!("ndweave on Fisher's iris data, beside NumPy");
    the_data(&iris);
    class_means_and_covariance(&iris, &numpy, &mut comparison);
    let distances = distances_of_all_pairs(&iris, &numpy, &mut comparison);
    mahalanobis(&iris, &numpy, &mut comparison);
    nearest_neighbours(&iris, &distances, &numpy, &mut comparison);
    what_the_call_says(&distances);
    what_the_compiler_says();
    Ok(comparison.conclude())
}

fn the_data(iris: &Iris) {
    heading("The data", "let x: Vec<[f64; 4]>");
    // A vector of nested arrays is an operand as it stands, without a copy. Its type tells the compiler that it has 4
    // columns; its rows are counted at run time.
    let x: View<'_, f64, (Dyn, Const<4>)> = iris.measurements.as_view();
    println!("{} flowers: {}.", x.shape().0.get(), iris.names.join(", "));
    println!("The first three, in centimetres:\n{}", x.slice(s![..3, ..]));
}

/// The covariances of the columns of `x`, whose rows are observations: NumPy's `cov(x, rowvar=False)`.
///
/// Generic over both extents, and checked once, here: a swapped label would not compile, whoever calls it.
fn covariance<N: Extent, K: Extent>(x: View<'_, f64, (N, K)>) -> Array<f64, (K, K)> {
    let rows = x.shape().0.get() as f64;
    // The output lacks `n`, so `n` is summed. A name without brackets is a scalar from the scope.
    let mean = einsum!(x[n, k] / rows -> [k]);
    // Terms stand for themselves: `mean` has no `n`, and is repeated along it.
    let d = einsum!(x[n, k] - mean[k] -> [n, k]);
    // A product of two matrices, and run as one: on the strides of `d`, read once as it is and once transposed.
    let weight = 1.0 / (rows - 1.0);
    einsum!(weight * d[n, i] * d[n, j] -> [i, j])
}

/// A row a flower, with a 1 under its species: "for each species" becomes one more label.
fn membership(iris: &Iris) -> Array<f64, shape![_, Species]> {
    Array::from_fn((iris.species.len(), Species), |[n, s]| f64::from(iris.species[n] == s))
}

/// The mean measurements of each species.
fn class_means(x: &[[f64; 4]], member: &Array<f64, shape![_, Species]>) -> Array<f64, shape![Species, 4]> {
    let count = einsum!(member[n, s] -> [s]);
    let total = einsum!(member[n, s] * x[n, k] -> [s, k]);
    einsum!(total[s, k] / count[s] -> [s, k])
}

fn class_means_and_covariance(iris: &Iris, numpy: &NumPy, comparison: &mut Comparison) {
    let x = &iris.measurements;
    heading("Means of the species", "let total = einsum!(member[n, s] * x[n, k] -> [s, k]);");
    comparison.show("means", &class_means(x, &membership(iris)), &numpy.class_means);
    heading(
        "Covariance of all flowers",
        "fn covariance<N: Extent, K: Extent>(x: View<'_, f64, (N, K)>) -> Array<f64, (K, K)>",
    );
    let together: Array<f64, shape![4, 4]> = covariance(x.as_view());
    comparison.show("covariance", &together, &numpy.covariance);
}

fn distances_of_all_pairs(iris: &Iris, numpy: &NumPy, comparison: &mut Comparison) -> Array2<f64> {
    heading("Distances of all pairs", "let mut distances = einsum!((x[i, k] - x[j, k]).powi(2) -> [i, j]);");
    let x = &iris.measurements;
    // Any expression of scalars is a kernel, not only a product. No array of 150 x 150 x 4 differences comes to be.
    let mut distances = einsum!((x[i, k] - x[j, k]).powi(2) -> [i, j]);
    // Read with the labels that are written, an output is updated in place.
    einsum!(distances[i, j] = distances[i, j].sqrt());
    println!("{distances:.4}\n");
    let some = Array1::from_iter(numpy.pairs.iter().map(|&[i, j]| distances[[i, j]]));
    comparison.check("distances of nine pairs", &some, &numpy.pair_distances);
    // No output at all: the sum over all labels, a plain f64.
    let sum: f64 = einsum!(distances[i, j]);
    comparison.check("their sum, all 22500", &[sum], &[numpy.distance_sum]);
    distances
}

fn mahalanobis(iris: &Iris, numpy: &NumPy, comparison: &mut Comparison) {
    heading(
        "Mahalanobis distance of each flower to the mean of its species",
        "let squared = einsum!(member[n, s] * d[n, i] * inverse[s, i, j] * d[n, j] -> [n]);",
    );
    let (x, member) = (&iris.measurements, membership(iris));
    let (count, means) = (einsum!(member[n, s] -> [s]), class_means(x, &member));
    // Each term sums over its own labels: `s` in the second, which picks the mean of the flower's species.
    let d = einsum!(x[n, k] - member[n, s] * means[s, k] -> [n, k]);
    // All three covariances at once, and all three inverses.
    let scatter = einsum!(member[n, s] * d[n, i] * d[n, j] -> [s, i, j]);
    let covariances = einsum!(scatter[s, i, j] / (count[s] - 1.0) -> [s, i, j]);
    let inverse = inverses(&covariances);
    let squared = einsum!(member[n, s] * d[n, i] * inverse[s, i, j] * d[n, j] -> [n]);
    let distance = einsum!(squared[n].sqrt() -> [n]);
    println!("The first eight: {:.4}\n", distance.slice(s![..8]));
    comparison.check("Mahalanobis distances", &distance, &numpy.mahalanobis);

    heading(
        "How three operands are multiplied",
        "println!(\"{}\", einsum_path!(member[n, s] * d[n, i] * d[n, j] -> [s, i, j]));",
    );
    // `einsum_path!` takes what `einsum!` takes, and shows the plan for these extents.
    println!("{}", einsum_path!(member[n, s] * d[n, i] * d[n, j] -> [s, i, j]));
}

fn nearest_neighbours(iris: &Iris, distances: &Array2<f64>, numpy: &NumPy, comparison: &mut Comparison) {
    heading(
        "The nearest neighbour of each flower",
        "let apart = einsum!({ let d = tenths[i, k] - tenths[j, k]; d * d } -> [i, j]);",
    );
    let x = &iris.measurements;
    // Some neighbours are equally near. Tenths are exact in integers; in floats, rounding would choose.
    let tenths = einsum!((10.0 * x[n, k]).round() as i32 -> [n, k]);
    let mut apart = einsum!({ let d = tenths[i, k] - tenths[j, k]; d * d } -> [i, j]);
    // No flower is its own neighbour.
    apart.diag_mut().fill(i32::MAX);
    let nearest: Vec<usize> = (0..x.len()).map(|n| place_of_least(apart.slice(s![n, ..]))).collect();
    let own = nearest.iter().enumerate().filter(|&(n, &near)| iris.species[n] == iris.species[near]).count();
    println!("{own} of {} flowers have a neighbour of their own species.\n", x.len());
    comparison.check_places("nearest neighbours", &nearest, &numpy.nearest);
    let far = Array1::from_iter(nearest.iter().enumerate().map(|(n, &near)| distances[[n, near]]));
    comparison.check("distances to them", &far, &numpy.nearest_distances);
}

/// The index of the least element; the lowest of several.
fn place_of_least(row: View<'_, i32, (Dyn,)>) -> usize {
    row.iter().enumerate().min_by_key(|&(_, &element)| element).map_or(0, |(place, _)| place)
}

/// Extents that only the values know are compared at the call: `einsum!` panics, `try_einsum!` returns the error.
fn what_the_call_says(distances: &Array2<f64>) {
    heading("What the call says", "try_einsum!(weights[i] * distances[i, j] -> [j])");
    let weights = vec![0.02; 50];
    match try_einsum!(weights[i] * distances[i, j] -> [j]) {
        Ok(weighted) => println!("{weighted}"),
        Err(error) => println!("Err: {error}"),
    }
}

/// Three wrong kernels, and rustc's own words: `cargo test --test ui` compiles these files and compares the words.
fn what_the_compiler_says() {
    macro_rules! words {
        ($mistake:literal) => {
            include_str!(concat!("../../tests/ui/tour/", $mistake, ".stderr"))
        };
    }
    heading("What the compiler says", "$ cargo check");
    println!("{}", words!("swapped_labels"));
    println!("{}", words!("wrong_rank"));
    println!("{}", words!("unknown_label"));
}

fn heading(title: &str, code: &str) {
    println!("\n\n{title}\n{}\n  {code}\n", "=".repeat(title.len()));
}
