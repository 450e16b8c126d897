//! Array kernels that are checked and specialised while Rust compiles.
//!
//! A kernel is written in a notation — [`einsum!`] reads NumPy's `"ij,jk->ik"` and an index form with labels of any
//! length, [`broadcast!`] any scalar expression with reductions — and is checked before the program runs: labels, ranks,
//! every extent that the types know, element types. It becomes one safe call into a runtime that owns the loops and the
//! matrix products.
//!
//! ```
//! use ndweave::{Array, Extent, View, array, axis, einsum, shape};
//!
//! axis! {
//!     /// Observations.
//!     pub struct Sample;
//! }
//!
//! // Checked once, here, for all extents: with two labels swapped it would not compile.
//! fn gram<N: Extent, K: Extent>(x: View<f64, (N, K)>) -> Array<f64, (K, K)> {
//!     einsum!(x[n, i] * x[n, j] -> [i, j])
//! }
//!
//! let x = Array::<f64, shape![Sample, 2]>::from_fn((Sample(3), ndweave::Const), |[n, k]| (n + k) as f64);
//! assert_eq!(gram(x.view()), array![[5.0, 8.0], [8.0, 14.0]]);
//!
//! let centre = einsum!(x[n, k] / 3.0 -> [k]);                          // sums over `n`
//! let squares = einsum!((x[n, k] - centre[k]).powi(2) -> [n]);         // any scalar expression
//! assert_eq!(squares.to_string(), "[2. 0. 2.]");                       // prints as NumPy does
//! ```
//!
//! # Arrays
//!
//! A shape is a type: a tuple of extents. An [extent](Extent) is [`Dyn`] (known when the program runs),
//! [`Const<N>`](Const) (known to the compiler), or a named axis that [`axis!`] declares; [`shape!`] writes such tuples.
//! [`Array`] owns its elements, row-major: within itself if all extents are constant, on the heap otherwise. [`View`]
//! and [`ViewMut`] look at the elements of others through any strides. Whatever is an [`Operand`] can stand in a kernel
//! as it is: arrays, views, slices, `Vec`, nested arrays, `Vec<[f64; 3]>`, numbers, and references to them.
//!
//! | methods | |
//! |---|---|
//! | making | [`zeros`](Array::zeros), [`from_fn`](Array::from_fn), [`arange`](Array::arange), [`linspace`](Array::linspace), [`meshgrid`](Array::meshgrid), [`eye`](Array::eye), … ; `From` nested arrays and `Vec`; `collect` |
//! | views | [`slice`](Array::slice), [`t`](Array::t), [`permute`](Array::permute), [`reshape`](Array::reshape), [`broadcast_to`](Array::broadcast_to), [`diag`](Array::diag), [`sliding_windows`](Array::sliding_windows), …, each with a `_mut` where it can be written; [`axis_iter`](Array::axis_iter), [`split`](Array::split) |
//! | choosing | [`gather`](Array::gather), [`assign_at`](Array::assign_at), [`select`](Array::select), [`mask`](Array::mask), [`take`](Array::take), [`put`](Array::put), [`nonzero`](Array::nonzero), … |
//! | joining | [`concat`](Array::concat), [`stack`](Array::stack), [`pad`](Array::pad), [`tile`](Array::tile), [`kron`](Array::kron), … |
//! | reducing | [`sum`](Array::sum), [`mean`](Array::mean), [`max`](Array::max), [`argmax`](Array::argmax), [`norm`](Array::norm), [`cumsum`](Array::cumsum), …: `sum::<0>()` over an axis, `sum_all()`, `sum_axes::<axes![0, 2]>()`, `sum_keeping::<1>()` |
//! | sorting | [`sort`](Array::sort), [`argsort`](Array::argsort), [`unique`](Array::unique), [`median`](Array::median), [`histogram`](Array::histogram), [`searchsorted`](Array::searchsorted), … |
//! | random (feature `rand`) | `uniform`, `normal`, `integers`, `permutation`, `shuffle`, `choice`, `sampled` |
//!
//! A view has the methods of an array, and what they return borrows the same elements.
//!
//! # Macros
//!
//! | macro | |
//! |---|---|
//! | [`einsum!`] | computes a kernel, summing over what the output lacks |
//! | [`try_einsum!`] | the same, with a `Result` |
//! | [`broadcast!`] | any scalar expression, aligned as NumPy aligns or with labels; reductions, masks, several outputs |
//! | [`try_broadcast!`] | the same, with a `Result` |
//! | [`ufunc!`] | makes a function of numbers one of arrays: branches, loops and all |
//! | [`einsum_path!`], [`broadcast_plan!`], [`plan!`] | the plan of a kernel, which prints |
//! | [`axis!`] | declares named axes |
//! | [`shape!`] | writes the type of a shape: `shape![Batch, _, 3]` |
//! | [`array!`] | makes an array from its elements: `array![[1., 2.], [3., 4.]]` |
//! | [`block!`] | makes a matrix from matrices: `block![[a, b], [c, d]]` |
//! | [`axes!`] | writes a list of axes: `t.sum_axes::<axes![0, 2]>()` |
//! | [`s!`] | subscripts of a slice, `a.slice(s![1.., ..;-1])`, with index arrays and masks of a copy, `a.gather(s![[0, 2], ..])` |
//! | [`element!`] | lets a number type of your own stand in kernels |
//! | [`assert_allclose!`], [`assert_array_equal!`] | compare arrays in tests, and say where they differ and by how much |
//!
//! # What is checked when
//!
//! | mistake | caught |
//! |---|---|
//! | an unknown or repeated output label, one that is neither output nor reduced, a wrong number of operands, a bad character, what a kernel cannot do | by the macro, all of a kernel at once, each at its token |
//! | a rank that differs from the labels, an operand that is none, element types that do not mix | by the compiler, in the words of the notation |
//! | extents that are known and differ: constants, names, type parameters | by the compiler, at the label |
//! | extents that are known only at run time and differ | at the call: a panic at your line, or a [`ShapeError`] |
//!
//! # Numerics
//!
//! - A kernel or term without a sum gives the bits of the same Rust expression, on every machine, but for elementary
//!   functions: those (`exp`, `ln`, `sin`, `powf`, …) are ndweave's own, off by at most 1 ulp, with the special values of C99 and
//!   IEEE 754. Their last bit may differ from the standard library's and between the portable tier and the others.
//!   `sqrt`, `mul_add`, `powi` and the roundings have the standard library's bits.
//! - Sums are pairwise: their error grows with the logarithm of the number of terms. Those that are products of
//!   matrices run in blocks of some hundred terms. Products inside sums may be taken in another order and use fused
//!   multiply-add.
//! - Integers wrap and never trap: `x / 0` and `x % 0` are 0, `MIN / -1` is `MIN`. `%` is Rust's; the ufuncs
//!   [`remainder`](ufuncs::remainder()) and [`floor_divide`](ufuncs::floor_divide()) follow the divisor's sign, as NumPy's do. `as` is Rust's.
//! - Of `bool`, the sum is *or* and the product *and*.
//! - `min`, `max`, `argmin` and `argmax` see NaN as NumPy's do: it wins. The methods `.min()` and `.max()` in a kernel are Rust's: it loses.
//! - Sums of nothing are 0, products 1; a `min` of nothing is an error. `=` never reads the old output, so a NaN left there does not leak.
//! - The sign of a zero sum is not promised. Elsewhere no rewriting changes a NaN, an infinity or a signed zero.
//!
//! ```
//! use ndweave::einsum;
//! assert_eq!(einsum!([100u8, 200][i]), 44);
//! let (x, y) = ([7, 7, i32::MIN], [2, 0, -1]);
//! assert_eq!(einsum!(x[i] / y[i] -> [i]), [3, 0, i32::MIN]);
//! // Is there a path of two steps?
//! let edge = [[false, true, false], [false, false, true], [false, false, false]];
//! assert_eq!(einsum!(edge[i, j] * edge[j, k] -> [i, k])[0], [false, false, true]);
//! // One after the other, these would stall at 2²⁴.
//! assert_eq!(einsum!(vec![1.0f32; 20_000_000][i]), 20_000_000.0);
//! ```
//!
//! # Tiers
//!
//! A kernel computes 8 or 16 elements at a time, on the widest vectors that the CPU has, chosen once at the first call: AVX-512
//! (`v4`), AVX2 with FMA (`v3`), or what the build's target features allow (`portable`). Default build flags are enough.
//! [`Tier`] tells which one runs; the environment variable `NDWEAVE_TIER` forces one.
//!
//! ```
//! use ndweave::{Tier, einsum};
//! println!("this runs on {}", Tier::current());
//! assert_eq!(einsum!([0.0f64, 1.0][i].exp() -> [i])[0], 1.0);
//! ```
//!
//! # Coming from NumPy or ndarray
//!
//! [`coming_from::numpy`] and [`coming_from::ndarray`] are tables of spellings, side by side; every row of them is run and compared.
//! [`coming_from::warnings`] shows what becomes of the mistakes that NumPy's lessons warn of.
#![warn(missing_docs)]

pub mod coming_from;
pub mod ufuncs;

pub use ndweave_runtime::*;

#[doc(hidden)]
pub use ndweave_macros::{__broadcast, __einsum, __s, __ufunc};

#[doc = include_str!("reference/einsum.md")]
#[macro_export]
macro_rules! einsum {
    ($($input:tt)*) => { $crate::__einsum! { $crate; einsum; $($input)* } };
}

/// [`einsum!`] that returns what only the call can find out as a [`ShapeError`].
///
/// It takes what `einsum!` takes, is checked by the compiler as that is, and gives `Result<_, ShapeError>`: of the new
/// array, the scalar, or `()` where it writes into an existing array, which an error leaves as it was.
///
/// # Errors
///
/// When extents differ that only the call knows, a fixed index is out of bounds, or the result would be too large to
/// exist.
///
/// ```
/// use ndweave::{ShapeError, try_einsum};
/// fn dot(x: &[f64], y: &[f64]) -> Result<f64, ShapeError> {
///     try_einsum!(x[i] * y[i])
/// }
/// assert_eq!(dot(&[1.0, 2.0], &[3.0, 4.0]), Ok(11.0));
/// assert_eq!(
///     dot(&[1.0, 2.0], &[3.0]).unwrap_err().to_string(),
///     "einsum: axis `i` has extent 2 in `x` (shape [2]) but 1 in `y` (shape [1])"
/// );
/// let (mut out, a) = (vec![0.0; 3], [[1.0, 2.0], [3.0, 4.0]]);
/// assert!(try_einsum!(out[i] = a[i, j]).is_err());
/// assert_eq!(out, [0.0; 3]);
/// ```
///
/// # Compile errors
///
/// Those of [`einsum!`].
#[macro_export]
macro_rules! try_einsum {
    ($($input:tt)*) => { $crate::__einsum! { $crate; try_einsum; $($input)* } };
}

/// What [`einsum!`] will do with operands of these extents: an [`EinsumPath`], which prints.
///
/// It takes what `einsum!` takes and computes nothing but the plan: for each product the steps of two operands with
/// their [kinds](Class) and costs, for any other term its loop nest, and the copies that are made first.
///
/// ```
/// use ndweave::{Array2, TermPath, einsum_path};
/// let (a, b, c) = (Array2::<f64>::ones((10, 100)), Array2::<f64>::ones((100, 5)), Array2::<f64>::ones((5, 50)));
/// let path = einsum_path!(a[i, j] * b[j, k] * c[k, l] -> [i, l]);
/// let TermPath::Contraction(product) = &path.terms()[0] else { unreachable!("a product of operands") };
/// assert_eq!(product.steps()[0].notation(), "a[i, j] * b[j, k] -> t1[i, k]");
/// assert_eq!(product.flops(), 2 * 10 * 100 * 5 + 2 * 10 * 5 * 50);
/// assert_eq!(product.naive_flops(), 3 * 10 * 100 * 5 * 50);
/// let text = path.to_string();
/// let steps: Vec<&str> = text.lines().skip_while(|line| !line.contains("step  kind")).collect();
/// assert_eq!(steps, [
///     "  step  kind  as in       flops  elements  notation",
///     "     1  gemm  ij,jk->ik  10_000        50  a[i, j] * b[j, k] -> t1[i, k]",
///     "     2  gemm  ij,jk->ik   5_000       500  t1[i, k] * c[k, l] -> [i, l]",
/// ]);
///
/// let mut a = a;
/// assert_eq!(einsum_path!(a[i, j] = 2.0 * a[i, j]).copies().len(), 0);
/// ```
///
/// | it prints | which is |
/// |---|---|
/// | `extents`, `element` | what the costs were computed from |
/// | `one nest`, `these steps` | the operations of a single loop nest over all labels, and of the steps |
/// | `largest intermediate` | the largest `t1`, `t2`, … |
/// | `kind`, `as in` | the [class](Class) of a step and its simplest example |
/// | `elements` | how many a step's result has |
/// | `one loop nest over …` | a term that is no product of operands |
/// | `copied first` | operands that are read where the kernel writes |
///
/// # Panics
///
/// As [`einsum!`] does.
#[macro_export]
macro_rules! einsum_path {
    ($($input:tt)*) => { $crate::__einsum! { $crate; einsum_path; $($input)* } };
}

#[doc = include_str!("reference/broadcast.md")]
#[macro_export]
macro_rules! broadcast {
    ($($input:tt)*) => { $crate::__broadcast! { $crate; broadcast; $($input)* } };
}

/// [`broadcast!`] that returns what only the call can find out as a [`ShapeError`].
///
/// It takes what `broadcast!` takes, is checked by the compiler as that is, and gives `Result<_, ShapeError>`: of the new
/// array, the scalar, or `()` where it writes into existing arrays, which an error leaves as they were.
///
/// # Errors
///
/// When extents differ that only the call knows, an index or a range is out of bounds, a `min`, `max`, `argmin` or `argmax` is
/// over nothing, or the result would be too large to exist.
///
/// ```
/// use ndweave::{ShapeError, try_broadcast};
/// fn peak(x: &[f64]) -> Result<f64, ShapeError> {
///     try_broadcast!(max[i](x[i]))
/// }
/// assert_eq!(peak(&[1.0, 3.0]), Ok(3.0));
/// assert!(peak(&[]).is_err());
/// ```
///
/// # Compile errors
///
/// Those of [`broadcast!`]:
///
/// ```compile_fail
/// # use ndweave::{Array, try_broadcast};
/// # let x = Array::<f64, _>::zeros(3);
/// try_broadcast!(x[i] -> [i, i]); // output label `i` is repeated: every axis of the output has a label of its own
/// ```
#[macro_export]
macro_rules! try_broadcast {
    ($($input:tt)*) => { $crate::__broadcast! { $crate; try_broadcast; $($input)* } };
}

/// What [`broadcast!`] will do with operands of these extents: a [`BroadcastPlan`], which prints.
///
/// It takes what `broadcast!` takes and computes nothing but the plan: every pass with its loops, what it reads and how, and
/// the copies that are made first.
///
/// ```
/// use ndweave::{Array2, broadcast_plan};
/// let x = Array2::<f64>::ones((100, 200));
/// let plan = broadcast_plan!(x[i, j] - max[k](x[i, k]) -> [i, j]);
/// assert_eq!(plan.passes().len(), 2);
/// println!("{plan}");
/// // x[i, j] - max[k](x[i, k]) -> [i, j]
/// //   tier                  v3
/// // t0[i] over k
/// //   loops                 i (40), k (200)
/// //   vectors along         k
/// //   reads                 x[i, k]: contiguous
/// // …
///
/// let mut y = Array2::<f64>::ones((3, 3));
/// assert_eq!(broadcast_plan!(y[i, j] += 1.0).copies().len(), 0);
/// assert_eq!(broadcast_plan!(y[i, j] += y[j, i]).copies(), ["y"]);
/// ```
///
/// | it prints | which is |
/// |---|---|
/// | `tier` | the [tier](Tier) whose vectors compute |
/// | `t0[i] over k`, `result[i, j]` | a pass: a reduction, or the rest |
/// | `loops` | its loops, outermost first, and how many steps each has; `i*j` are two labels in one loop, `..1` the last axis of a positional kernel |
/// | `vectors along` | the labels along which a vector's elements lie |
/// | `reads` | how the innermost loop reads an operand: `contiguous`, `uniform` (one element for all), `strided by n`, `turned tile by tile`, `copied once, contiguous` |
/// | `in chunks of` | how many values of a label the passes work on at a time |
/// | `points`, `bytes moved`, `scratch` | how many points a pass computes; what the operands and results have; what the reductions keep |
/// | `copied first` | operands that are read at other labels than they are written |
///
/// # Panics
///
/// As [`broadcast!`] does.
#[macro_export]
macro_rules! broadcast_plan {
    ($($input:tt)*) => { $crate::__broadcast! { $crate; broadcast_plan; $($input)* } };
}

#[doc = include_str!("reference/ufunc.md")]
#[macro_export]
macro_rules! ufunc {
    ($($input:tt)*) => { $crate::__ufunc! { $crate; ufunc; $($input)* } };
}

/// The plan of a kernel: `plan!(einsum!(…))` is [`einsum_path!`], and `plan!(broadcast!(…))` is [`broadcast_plan!`].
///
/// ```
/// use ndweave::{einsum, plan};
/// let (a, b) = ([[1.0, 2.0], [3.0, 4.0]], [[5.0], [6.0]]);
/// assert_eq!(plan!(einsum!(a[i, j] * b[j, k] -> [i, k])).terms().len(), 1);
/// assert_eq!(plan!(broadcast!(sum[j](a[i, j]) -> [i])).passes().len(), 1);
/// ```
///
/// # Compile errors
///
/// Those of the kernel, and what is no kernel:
///
/// ```compile_fail
/// # use ndweave::{Array, plan};
/// # let x = Array::<f64, _>::zeros(3);
/// plan!(x[i] -> [i]); // `plan!` takes a kernel: `plan!(einsum!(…))` or `plan!(broadcast!(…))`
/// ```
///
/// # Panics
///
/// As the kernel does.
#[macro_export]
macro_rules! plan {
    ($(ndweave::)? einsum!($($input:tt)*)) => { $crate::einsum_path! { $($input)* } };
    ($(ndweave::)? einsum!{$($input:tt)*}) => { $crate::einsum_path! { $($input)* } };
    ($(ndweave::)? einsum![$($input:tt)*]) => { $crate::einsum_path! { $($input)* } };
    ($(ndweave::)? broadcast!($($input:tt)*)) => { $crate::broadcast_plan! { $($input)* } };
    ($(ndweave::)? broadcast!{$($input:tt)*}) => { $crate::broadcast_plan! { $($input)* } };
    ($(ndweave::)? broadcast![$($input:tt)*]) => { $crate::broadcast_plan! { $($input)* } };
    ($($other:tt)*) => {
        ::core::compile_error!("`plan!` takes a kernel: `plan!(einsum!(…))` or `plan!(broadcast!(…))`")
    };
}

#[doc = include_str!("reference/subscripts.md")]
#[macro_export]
macro_rules! s {
    ($($subscripts:tt)*) => { $crate::__s! { $crate; $($subscripts)* } };
}

/// The README's code, run with the documentation's.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
