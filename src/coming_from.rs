//! Tables of spellings, how what one writes with NumPy or with ndarray is written here, and what differs.
//!
//! Each row is a test: its code is compiled, runs on small arrays, and has to give what the other side gives.

/// NumPy's spellings and ndweave's.
///
/// In the rows, `a` and `b` are matrices of shape (2, 3), `q` is a square matrix, `x` and `y` are vectors, `n` is a vector of integers, `t` has
/// three axes, `m` is a mask of `a`'s shape, `u` a vector with a NaN, `z` a vector of complex numbers, and `rng` a generator of the crate
/// rand. In scope are `ndweave::*`, `num_complex::Complex` and `rand::distr::StandardUniform`.
///
/// Five things differ from NumPy throughout:
///
/// - **Operators stand in kernels.** `a + b` is `broadcast!(a + b)`: the whole expression is one pass, and nothing in between is an array.
/// - **Nothing is converted unseen.** `a` holds floats, so it is `2.0 * a`; `n as f64` says where integers become floats.
/// - **Axes are types where they can be**: `a.sum::<0>()`. A wrong one does not compile. `sum_all` is NumPy's `sum()` without an axis,
///   `sum_axes::<axes![0, 2]>()` takes several, `sum_keeping::<1>()` keeps the axis with extent 1.
/// - **Views borrow.** What NumPy's documentation calls a view is a [`View`](crate::View) here, and the compiler sees to it that nobody changes the
///   elements meanwhile.
/// - **What may fail at run time returns a `Result`** where failing is an everyday matter (`reshape`, `broadcast_to`, `from_shape_vec`), and
///   panics at your line otherwise; most of those have a sibling `try_…`.
///
#[doc = include_str!("coming_from/numpy.md")]
///
/// # Not there yet
///
/// - `lexsort`; `unique` with `return_index`; `polyfit`, `unwrap`; quantiles by other methods than linear interpolation; `histogram` with weights
///   and of two dimensions.
/// - `resize`, `insert`; `pad` with ramps and statistics; `repeat` with a count for each entry.
/// - Factorizations (`np.linalg`: `inv`, `solve`, `det`, `eig`, `svd`, `qr`, `cholesky`) and `np.fft`: other crates do these well, and an
///   `Array` lends them its elements with `as_slice`.
/// - Files (`np.load`, `save`, `loadtxt`, `memmap`), string elements, dates, masked arrays, column-major storage.
pub mod numpy {}

/// ndarray's spellings and ndweave's.
///
/// In the rows, `a` and `b` are matrices of shape (2, 3), `q` is a square matrix, `x` and `y` are vectors, `n` is a vector of integers, `t` has
/// three axes, `m` is a mask of `a`'s shape, `u` a vector with a NaN, `z` a vector of complex numbers; on the left everything is in
/// scope with `use ndarray::*`, on the right with `use ndweave::*`. Both columns run in one test and are compared.
///
/// Five things differ from ndarray throughout:
///
/// - **A shape is a tuple of extents**, each known to the compiler or at run time: `Array<f64, shape![Batch, _, 3]>` where ndarray has
///   `Array<f64, Ix3>`. There is no dynamic rank (`IxDyn`).
/// - **Operators stand in kernels**: `broadcast!(2.0 * a + x)`, without references and without temporaries; `Zip` and `azip!` are kernels, too.
/// - **An axis is a const parameter**: `a.sum::<0>()` for `a.sum_axis(Axis(0))`, and `a.sum_all()` for `a.sum()`.
/// - **Indices are arrays**: `[[i, j]]` as in ndarray, and so are those that closures and iterators see: `|[i, j]|` for `|(i, j)|`.
/// - **Elements are `Copy`**, and arrays are row-major and own their elements alone: no `ArcArray`, no `CowArray`.
///
#[doc = include_str!("coming_from/ndarray.md")]
///
/// # Not there yet
///
/// - `lanes`, and chunks that can be written.
/// - Growing in place (`push_row`, `append`, `reserve`) and shrinking (`remove_index`, `slice_collapse`).
/// - Parallel iterators and kernels; conversions from and to ndarray's, nalgebra's and faer's types; `serde`; `approx`.
/// - Elements that are not `Copy`, reference-counted arrays, dynamic ranks, column-major storage.
/// - Early exits from `fold_while`: `iter()` has those of the standard library.
pub mod ndarray {}

/// What the NumPy lessons warn of, and what becomes of it here.
///
/// Most of it does not compile. Each block below that does not is a test with the compiler's error code, its comment quotes the
/// compiler's words, and beside it stands a form that compiles and runs. What else the lessons warn of is the same here, as NumPy
/// does it: a negative step begins at the last entry and ends before the first, the third argument of `linspace` is a count, that of `arange`
/// a step, and index arrays with other axes between them put theirs in front. `np.empty` has no counterpart: arrays are
/// made with what they hold, and kernels write new ones once.
///
#[doc = include_str!("coming_from/warnings.md")]
pub mod warnings {}
