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
//! | macro | |
//! |---|---|
//! | [`einsum!`] | computes a kernel |
//! | [`try_einsum!`] | the same, with a `Result` |
//! | [`broadcast!`] | any scalar expression, aligned as NumPy aligns or with labels; reductions, masks, several outputs |
//! | [`try_broadcast!`] | the same, with a `Result` |
//! | [`ufunc!`] | makes a function of numbers one of arrays: branches, loops and all |
//! | [`einsum_path!`], [`broadcast_plan!`], [`plan!`] | the plan of a kernel, which prints |
//! | [`axis!`] | declares named axes |
//! | [`shape!`] | writes the type of a shape: `shape![Batch, _, 3]` |
//! | [`array!`] | makes an array from its elements: `array![[1., 2.], [3., 4.]]` |
//! | [`block!`] | makes a matrix from matrices: `block![[a, b], [c, d]]` |
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
//! - Integers wrap and never trap: `x / 0` and `x % 0` are 0, `MIN / -1` is `MIN`.
//! - Of `bool`, the sum is *or* and the product *and*.
//! - Sums of nothing are 0. `=` never reads the old output, so a NaN left there does not leak.
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
//! # Coming from NumPy
//!
//! `a` and `b` are matrices, `x` and `y` vectors, `t` has three axes.
//!
//! | NumPy | ndweave |
//! |---|---|
//! | `np.zeros((2, 3))` | `Array::<f64, _>::zeros((2, 3))` |
//! | `np.full((2, 3), 7)` | `Array::full((2, 3), 7)` |
//! | `np.array([[1., 2.], [3., 4.]])` | `array![[1., 2.], [3., 4.]]` |
//! | `np.fromfunction(lambda i, j: 10*i + j, (2, 3))` | `Array::from_fn((2, 3), \|[i, j]\| 10 * i + j)` |
//! | `np.arange(0, 10, 3)` | `Array::arange(0, 10, 3)` |
//! | `np.linspace(0, 1, 5)` | `Array::linspace(0.0, 1.0, 5)` |
//! | `np.eye(3)` | `Array::<f64, _>::eye(3)` |
//! | `np.meshgrid(x, y)` | `Array::meshgrid(&x, &y)` |
//! | `a.shape`, `a.size` | `a.extents()`, `a.len()` |
//! | `a[1, 2]` | `a[[1, 2]]` |
//! | `a[1]` | `a.slice(s![1, ..])` |
//! | `a[:, -1]` | `a.slice(s![.., -1])` |
//! | `a[::-1, 1:]` | `a.slice(s![..;-1, 1..])` |
//! | `a[:, None]` | `a.slice(s![.., NewAxis, ..])` |
//! | `a[:, 0] = 0` | `a.slice_mut(s![.., 0]).fill(0.0)` |
//! | `a.T` | `a.t()` |
//! | `t.transpose(2, 0, 1)` | `t.permute([2, 0, 1])` |
//! | `a.reshape(3, 2)` | `a.reshape((3, 2))` |
//! | `np.broadcast_to(x, (2, 3))` | `x.broadcast_to((2, 3))` |
//! | `np.concatenate([a, b])` | `Array::concat::<0>(&[&a, &b])` |
//! | `np.stack([x, y], axis=1)` | `Array::stack::<1>(&[&x, &y])` |
//! | `np.column_stack([x, y])` | `Array::column_stack(&[&x, &y])` |
//! | `np.block([[a, a], [b, b]])` | `block![[a, a], [b, b]]` |
//! | `np.split(a, 3, axis=1)` | `a.split::<1>(3)` |
//! | `np.eye(2, 3, k=1)` | `Array::<f64, _>::eye_at((2, 3), 1)` |
//! | `np.diag(x, 1)`, `a.diagonal(1)` | `Array::from_diag_at(&x, 1)`, `a.diag_at(1)` |
//! | `np.tril(a)`, `np.triu(a, 1)` | `a.tril(0)`, `a.triu(1)` |
//! | `np.tile(a, (1, 2))`, `np.repeat(a, 2, axis=0)` | `a.tile([1, 2])`, `a.repeat::<0>(2)` |
//! | `np.roll(x, 1)`, `np.flip(a)`, `np.rot90(a)` | `x.roll::<0>(1)`, `a.flip()`, `a.rot90()` |
//! | `np.pad(x, (1, 2), "edge")` | `x.pad([(1, 2)], Pad::Edge)` |
//! | `np.kron(a, b)` | `a.kron(&b)` |
//! | `np.geomspace(1, 1000, 4)` | `Array::geomspace(1.0, 1000.0, 4)` |
//! | `i, j = np.indices((2, 3))` | `let [i, j] = Array::indices((2, 3));` |
//! | `x[[2, 0]]`, `a[:, [2, 0]]` | `x.select::<0>(&[2, 0])`, `a.select::<1>(&[2, 0])` |
//! | `a[[0, 1], [2, 0]]` | `a.gather(s![[0, 1], [2, 0]])` |
//! | `a[np.ix_([1, 0], [0, 2])]` | `a.gather_outer(s![[1, 0], [0, 2]])` |
//! | `a[:, [0, 2]] = [8, 9]` | `a.assign_at(s![.., [0, 2]], &[8.0, 9.0])` |
//! | `a[[0, 1], [2, 0]] = 7` | `a.fill_at(s![[0, 1], [2, 0]], 7.0)` |
//! | `a.take([5, 0])`, `np.put(a, [5, 0], 7)` | `a.take(&[5, 0])`, `a.put(&[5, 0], &7.0)` |
//! | `a[a > 2]` | `a.mask(&a.mapv(\|x\| x > 2.0))` |
//! | `a[a > 2] = 0` | `a.fill_mask(&a.mapv(\|x\| x > 2.0), 0.0)` |
//! | `a[:, [True, False, True]]` | `a.compress::<1>(&[true, false, true])` |
//! | `np.nonzero(a)`, `np.argwhere(a)` | `a.nonzero()`, `a.argwhere()` |
//! | `np.searchsorted(x, 2)` | `x.searchsorted(&2.0, Side::Left)` |
//! | `rng.uniform(-1, 1, 3)`, `rng.integers(0, 6, 3)` | `Array::uniform(3, -1.0..1.0, &mut rng)`, `Array::integers(3, 0..6, &mut rng)` |
//! | `rng.normal(0, 1, 3)`, `rng.permutation(3)` | `Array::normal(3, 0.0, 1.0, &mut rng)`, `Array::permutation(3, &mut rng)` |
//! | `rng.choice(x, 2, replace=False)` | `x.choice::<0>(2, Draw::Once, &mut rng)` |
//! | `np.testing.assert_allclose(a, b, rtol=0.1)` | `assert_allclose!(a, b, rtol = 0.1)` |
//! | `np.einsum("ij,kj->ik", a, b)` | `einsum!("ij,kj->ik", a, b)` |
//! | `a @ b.T` | `einsum!(a[i, j] * b[k, j] -> [i, k])` |
//! | `a @ x` | `einsum!(a[i, j] * x[j] -> [i])` |
//! | `np.dot(x, y)` | `einsum!(x[i] * y[i])` |
//! | `np.outer(x, y)` | `einsum!(x[i] * y[j] -> [i, j])` |
//! | `np.trace(a @ b.T)` | `einsum!(a[i, j] * b[i, j])` |
//! | `a.sum()` | `einsum!(a[i, j])` |
//! | `a.sum(axis=0)` | `einsum!(a[i, j] -> [j])` |
//! | `np.sqrt(a)` | `einsum!(a[i, j].sqrt() -> [i, j])` |
//! | `np.where(a > 2, a, -1)` | `einsum!(if a[i, j] > 2.0 { a[i, j] } else { -1.0 } -> [i, j])` |
//! | `a.astype(np.int32)` | `einsum!(a[i, j] as i32 -> [i, j])` |
//! | `a + x` | `einsum!(a[i, j] + x[j] -> [i, j])` |
//! | `x[:, None] - y` | `einsum!(x[i] - y[j] -> [i, j])` |
//! | `a += b` | `broadcast!(a += b)` |
//! | `2 * a + x` | `broadcast!(2.0 * a + x)` |
//! | `a - a.mean(axis=0)` | `broadcast!(a[i, j] - mean[k](a[k, j]) -> [i, j])` |
//! | `a.max(axis=1)` | `broadcast!(max[j](a[i, j]) -> [i])` |
//! | `a.argmax(axis=1)` | `broadcast!(argmax[j](a[i, j]) -> [i])` |
//! | `a[a < 0] = 0` | `broadcast!(a = 0.0, where a < 0.0)` |
//! | `np.subtract.outer(x, y)` | `broadcast!(x[i] - y[j] -> [i, j])` |
//! | `str(a)`, `repr(a)` | `format!("{a}")`, `format!("{a:?}")` |
#![warn(missing_docs)]

pub mod ufuncs;

pub use ndweave_runtime::*;

#[doc(hidden)]
pub use ndweave_macros::{__broadcast, __einsum, __s, __ufunc};

/// Einstein's sum over labelled operands: products of matrices and tensors, sums, diagonals, transposes, and any
/// scalar expression over them.
///
/// ```
/// use ndweave::einsum;
/// let (a, b) = ([[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]);
/// let product = einsum!(a[i, j] * b[j, k] -> [i, k]);
/// assert_eq!(product, [[19.0, 22.0], [43.0, 50.0]]);
/// assert_eq!(product, einsum!("ij,jk->ik", a, b));
/// ```
///
/// # Grammar
///
/// | | |
/// |---|---|
/// | *kernel* | *expression* `->` `[` *labels* `]` — a new array |
/// | | *expression* — a scalar: everything is summed |
/// | | *target* `[` *subscripts* `]` (`=` \| `+=` \| `-=`) *expression* — into an existing array |
/// | | `"` *letters* `,` *letters* … `->` *letters* `"`, *operand*, … — NumPy's string form |
/// | *expression* | Rust's, over `operand[subscripts]`, scalars and literals: `+ - * / %`, comparisons, `& \| ^ << >>`, `!`, `as`, `if`/`else`, blocks with `let`, the methods of numbers, `.re` and `.im`, `Complex::new` |
/// | *operand*, *target* | any expression: `a`, `self.w`, `x.t()`, `(&m)`; evaluated once, by reference |
/// | *subscript* | a bare name: a label |
/// | | a number, or `{` expression `}`: the axis is fixed there; negative numbers count from the end |
/// | | an index array with subscripts of its own, `ix[i]`: the axis is read at the entries that it holds |
/// | | `..`: all axes that the others leave over, at most once in an operand |
///
/// A single index without a label, `w[0]`, is Rust's own: a scalar.
///
/// The methods are those of the standard library's numbers (`abs acos acosh asin asinh atan atan2 atanh cbrt ceil clamp
/// copysign cos cosh exp exp2 exp_m1 floor fract hypot is_finite is_infinite is_nan ln ln_1p log log10 log2 max min
/// mul_add pow powf powi recip round signum sin sinh sqrt tan tanh to_degrees to_radians trunc wrapping_add
/// wrapping_mul wrapping_neg wrapping_sub`), and `arg conj norm norm_sqr` of complex ones.
///
/// # What it means
///
/// **A label stands for one extent.** Wherever it appears, the axis has the same extent; twice in one operand, it is
/// the diagonal.
///
/// **Top-level terms are sums of their own.** Each term of `t1 + t2 - t3` is summed over those of *its* labels that the
/// output lacks, and repeated along output labels that it lacks itself. Parentheses make one term of several:
///
/// ```
/// use ndweave::einsum;
/// let (a, c) = ([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], [10.0, 20.0]);
/// assert_eq!(einsum!(a[i, j] + c[i] -> [i]), [16.0, 35.0]);              // Σⱼ a + c
/// assert_eq!(einsum!((a[i, j] + c[i]) -> [i]), [36.0, 75.0]);            // Σⱼ (a + c)
/// assert_eq!(einsum!(a[i, j] - c[i] -> [i, j])[1], [-16.0, -15.0, -14.0]); // c is repeated along j
/// assert_eq!(einsum!(a[i, j] * a[i, j]), 91.0);                          // no output labels: a scalar
/// assert_eq!(einsum!([[1, 2], [3, 4]][i, i] -> [i]), [1, 4]);            // a diagonal
/// ```
///
/// **Scalars come from the scope.** What has no subscripts is an ordinary expression, evaluated once; literals take the
/// type of the elements. A `let` in a block names a value of each point:
///
/// ```
/// use ndweave::einsum;
/// let (x, w, alpha) = ([1.0f32, 2.0, 3.0], [0.5f32, 8.0], 10.0f32);
/// assert_eq!(einsum!(alpha * x[i] + w[0] -> [i]), [10.5, 20.5, 30.5]);
/// assert_eq!(einsum!({ let d = x[i] - x[j]; if d > 0.0 { d.sqrt() } else { -1.0 } } -> [i, j])[1], [1.0, -1.0, -1.0]);
/// assert_eq!(einsum!(x[i] as i32 % 2 -> [i]), [1, 0, 1]);
/// ```
///
/// **Axes can be fixed**, in operands and in targets, and `..` stands for axes without a name, which broadcast as
/// NumPy's `...` do: aligned from the last, extents of 1 stretched.
///
/// ```
/// use ndweave::{Array, einsum};
/// let (a, last) = ([[1, 2, 3], [4, 5, 6]], 2);
/// assert_eq!(einsum!(a[i, 0] * a[i, { last }] -> [i]), [3, 24]);
/// assert_eq!(einsum!(a[-1, j]), 15);
/// let stack = Array::from_fn((5, 2, 3), |[n, i, j]| n + i + j);
/// assert_eq!(einsum!(stack[.., i, j] -> [.., j, i]).extents(), [5, 3, 2]);
/// assert_eq!(einsum!(stack[.., j] * Array::full((2, 3, 7), 1)[.., j, k] -> [.., k]).extents(), [5, 2, 7]);
/// ```
///
/// **An axis can be read at what an index array holds**: `t[ix[i], j]` is element `t[ix[i], j]` at each point, as Rust would read it. An
/// index array is an operand of integers of any type, and its labels are labels as any others; the axis that it chooses from has none.
/// Several can stand in one operand, with the same label (pairs of indices) or with different ones (every pair). Negative indices
/// count from the end. All are checked before anything is computed, once; then nothing is copied, but for a product of matrices, which
/// reads a copy of the entries again and again. An index array is read at labels, fixed axes and `..`, not at another one, and an output
/// is written at none.
///
/// ```
/// use ndweave::einsum;
/// let table = [[0.0, 1.0], [10.0, 11.0], [20.0, 21.0]];
/// let (bags, weights) = ([[2, 0], [-1, 1]], [0.5, 2.0]);
/// assert_eq!(einsum!(table[bags[i, k], j] * weights[k] -> [i, j]), [[10.0, 12.5], [30.0, 32.5]]);
/// assert_eq!(einsum!(table[bags[i, k], 1] -> [i]), [22.0, 32.0]);
/// ```
///
/// **The string form stretches, the index form never does.** In `"ij,ij->ij"` an axis of extent 1 is repeated to meet
/// the other operand's, as in NumPy; in the index form, equal labels mean equal extents. The string form takes labels
/// `a`–`z` and `A`–`Z`, `...`, and white space; without `->` the output is NumPy's: the labels that appear once, in
/// alphabetical order, behind the ellipsis.
///
/// ```
/// use ndweave::einsum;
/// let (column, row) = ([[1], [2]], [[10, 20, 30]]);
/// assert_eq!(einsum!("ij,ij->ij", column, row), [[10, 20, 30], [20, 40, 60]]);
/// assert_eq!(einsum!("ba", [[1, 2, 3], [4, 5, 6]]), [[1, 4], [2, 5], [3, 6]]);
/// ```
///
/// ```compile_fail,E0277
/// # use ndweave::einsum;
/// # let (column, row) = ([[1], [2]], [[10, 20, 30]]);
/// einsum!(column[i, j] * row[i, j] -> [i, j]); // axis `i` is `Const<2>` in one operand but `Const<1>` in another
/// ```
///
/// # Into an existing array
///
/// `=` overwrites, `+=` adds, `-=` subtracts. The target is any [`OperandMut`]: an array, a mutable view, `&mut [T]`, a
/// `Vec`, a nested array. No element is copied and nothing allocated but where the right side reads the target
/// itself: with the target's own labels and outside sums it is updated in place, otherwise from a copy made first.
///
/// ```
/// use ndweave::einsum;
/// let (a, x) = ([[1.0, 2.0], [3.0, 4.0]], [1.0, 10.0]);
/// let mut y = [100.0, 200.0];
/// einsum!(y[i] += a[i, j] * x[j]);
/// assert_eq!(y, [121.0, 243.0]);
/// einsum!(y[i] = y[i].sqrt() - 1.0);   // in place
/// let mut c = a;
/// einsum!(c[i, j] += c[j, i]);         // from a copy: right, whatever the order
/// assert_eq!(c, [[2.0, 5.0], [5.0, 8.0]]);
/// einsum!(c[{ 0 }, j] = x[j]);         // one row
/// assert_eq!(c, [[1.0, 10.0], [5.0, 8.0]]);
/// ```
///
/// # The result
///
/// Over nested arrays (and numbers) a nested array comes back, otherwise an [`Array`]; its extents are known to the
/// compiler where those of the operands are. Without output labels it is a `T`.
///
/// ```
/// use ndweave::{Array, Array1, einsum, shape};
/// let nested: [f64; 2] = einsum!([[1.0, 2.0], [3.0, 4.0]][i, j] -> [i]);
/// let counted: Array1<f64> = einsum!(vec![[1.0, 2.0], [3.0, 4.0]][i, j] -> [i]);
/// let known: Array<f64, shape![2]> = einsum!(vec![[1.0, 2.0], [3.0, 4.0]][i, j] -> [j]);
/// assert_eq!((nested, counted.to_vec(), known[[0]]), ([3.0, 7.0], vec![3.0, 7.0], 4.0));
/// ```
///
/// # What becomes of it
///
/// An expression that binds the operands by reference, states the notation as a constant, asks the compiler whether the
/// labels' extents agree, and makes one call; it holds no loop and no `unsafe`. A sum of products runs as steps of two
/// operands, in an order chosen by their extents (by the compiler, if it knows them all) and shown by [`einsum_path!`];
/// steps that are products of matrices run as such, with the operands' own strides. All else runs as one loop nest over
/// its labels, without temporaries. Abridged, the product above becomes
///
/// ```text
/// match (&a, &b) {
///     (x0, x1) => {
///         kernel!("einsum" …, ["i", "j", "k"], "a"[0, 1], "b"[1, 2] => ""[0, 2], …);
///         let x0 = Ranked::<2, _>::operand(Operand::bind(x0));               // ranks
///         let x1 = SameElement::operand(like(&x0, Ranked::<2, _>::operand(…))); // element types
///         label::j::Operands::agree(pair(axis(Num::<1>, &x0), axis(Num::<0>, &x1))); // extents
///         unwrap(evaluate(Kernel, (x0, (x1, ())), …, product(…)))
///     }
/// }
/// ```
///
/// # Compile errors
///
/// Mistakes in the notation are reported all at once, each at its token; ranks, extents that are known, and element
/// types are compared by the type checker, with the same words in an editor:
///
#[doc = "```text"]
#[doc = include_str!("../tests/ui/tour/swapped_labels.stderr")]
#[doc = "```"]
///
/// Functions that are generic over extents are checked where they are defined:
///
/// ```compile_fail,E0277
/// use ndweave::{Extent, View, einsum};
/// fn trace<I: Extent, J: Extent>(a: View<f64, (I, J)>) -> f64 {
///     einsum!(a[i, i]) // axis `i` is `I` and `J` in `a`: equal labels mean equal extents
/// }
/// ```
///
/// # Panics
///
/// At your line, where [`try_einsum!`] would return the error: when extents differ that only the call knows, an
/// index is out of bounds, or the result would be too large to exist. An existing array is then as it was.
///
/// ```should_panic
/// use ndweave::{Array2, einsum};
/// let (a, b) = (Array2::<f64>::ones((2, 3)), Array2::<f64>::ones((4, 5)));
/// // einsum: axis `j` has extent 3 in `a` (shape [2, 3]) but 4 in `b` (shape [4, 5])
/// einsum!(a[i, j] * b[j, k] -> [i, k]);
/// ```
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
/// println!("{path}");
///
/// let mut a = a;
/// assert_eq!(einsum_path!(a[i, j] = 2.0 * a[i, j]).copies().len(), 0);
/// ```
///
/// # Panics
///
/// As [`einsum!`] does.
#[macro_export]
macro_rules! einsum_path {
    ($($input:tt)*) => { $crate::__einsum! { $crate; einsum_path; $($input)* } };
}

/// Any scalar expression over arrays, in one pass: with NumPy's alignment or with labels, with reductions, masks, labels as
/// values, and several outputs.
///
/// ```
/// use ndweave::broadcast;
/// let (a, x, b) = (2.0f64, [1.0, 2.0, 3.0], [[10.0], [20.0]]);
/// assert_eq!(broadcast!(a * x + b), [[12.0, 14.0, 16.0], [22.0, 24.0, 26.0]]);   // as NumPy aligns
/// let y = [5.0, 6.0];
/// assert_eq!(broadcast!(x[i] * y[j] -> [j, i])[1], [6.0, 12.0, 18.0]);           // with labels
/// assert_eq!(broadcast!(x[i] / sum[i](x[i] * x[i]).sqrt() -> [i])[0], 1.0 / 14.0f64.sqrt());
/// ```
///
/// # Grammar
///
/// | | |
/// |---|---|
/// | *kernel* | *expression* — a new array; without labels, or where all are reduced, a scalar |
/// | | *expression* `->` `[` *label*, … `]` — a new array; a label that no operand carries has a range: `[i in 0..n]` |
/// | | *write* — into an existing array |
/// | | *statement* `;` *statement* `;` … — several outputs in one pass |
/// | *statement* | `let` *name* `=` *expression* |
/// | | *write* |
/// | *write* | *target* (`=` \| `+=` \| `-=` \| `*=` \| `/=`) *expression*, perhaps with `, where` *condition* |
/// | *expression* | Rust's, over operands, scalars and literals: `+ - * / %`, comparisons, `& \| ^ && \|\| << >>`, `!`, `as`, `if`/`else`, blocks with `let`, the methods of numbers, `.re` and `.im`, `f64::max(a, b)`, `Complex::new`, calls of [`ufunc!`]s |
/// | | *reduction* `[` *label*, … `](` *expression* `)` — labels may have ranges: `sum[k in 0..n](…)` |
/// | | a label, which is its own value, a `usize` |
/// | *operand*, *target* | in the labelled form `a[i, j]`, as in [`einsum!`]; in the positional form any expression |
///
/// The methods are those of [`einsum!`].
///
/// # Two forms
///
/// **Without a label, operands align as NumPy's do**: from the last axis, and extents of 1 and missing axes stretch. An operand
/// is whatever is not computed in the kernel: a name, a field, a call of literals (`zeros(3)`) or of what belongs to a type
/// (`Array::eye(n)`), an index (`rows[0]`), a method that numbers do not have (`x.t()`), a macro, a reference (`&zeros(n)`). Any other
/// call is one of a [`ufunc!`]: `leaky(w * x + b, 0.1)`. A target takes part, but never stretches itself. A number needs a type of its own
/// here: `let a = 2.0f64`, where `let a = 2.0` would do beside labels.
///
/// **With the first label, all operands have labels.** Equal labels are equal extents and never stretch; names without
/// brackets are scalars from the scope. Subscripts are those of [`einsum!`], fixed axes and `..` included. A single index
/// without a label stands for itself, so `x[{n}]` or `x[0]` alone makes no labelled form.
///
/// ```
/// use ndweave::{Array, broadcast};
/// struct Layer { w: Array<f64, ndweave::shape![2, 2]>, bias: [f64; 2] }
/// let layer = Layer { w: ndweave::array![[1.0, 2.0], [3.0, 4.0]], bias: [10.0, 20.0] };
/// assert_eq!(broadcast!(layer.w.t() + layer.bias), ndweave::array![[11.0, 23.0], [12.0, 24.0]]);
/// let (v, slope) = ([-2.0, 3.0], 0.1);
/// assert_eq!(broadcast!(if v[i] > 0.0 { v[i] } else { slope * v[i] } -> [i]), [-0.2, 3.0]);
/// let stack = Array::from_fn((2, 3, 4), |[n, i, j]| n + i + j);
/// assert_eq!(broadcast!(stack[.., i, 0] * stack[1, i, j] -> [.., i, j]).extents(), [2, 3, 4]);
/// ```
///
/// Every label is in the output or reduced. [`einsum!`] would sum `j` here; `broadcast!` asks which of the two was meant:
///
/// ```compile_fail
/// # use ndweave::broadcast;
/// # let (x, y) = ([1.0, 2.0], [3.0, 4.0]);
/// broadcast!(x[i] * y[j] -> [i]); // label `j` is neither in the output nor reduced: add it to the output, `-> [i, j]`, or …
/// ```
///
/// # Reductions
///
/// | reduction | of nothing | |
/// |---|---|---|
/// | `sum[k](…)`, `prod[k](…)` | 0, 1 | as [numerics](crate#numerics) says; of `bool`, *or* and *and* |
/// | `min[k](…)`, `max[k](…)` | an error | NaN if any is (unlike the methods `.min()` and `.max()`, which are Rust's) |
/// | `mean[k](…)` | NaN | of floats and complex numbers |
/// | `all[k](…)`, `any[k](…)` | `true`, `false` | of conditions |
/// | `count[k](…)` | 0 | how many conditions hold, a `usize` |
/// | `argmin[k](…)`, `argmax[k](…)` | an error | the first place of the least or greatest, a `usize`; over several labels counted row-major |
///
/// They stand anywhere in an expression, also in other reductions, over one label or several. Their labels are their own:
/// in `x[i] / sum[i](x[i])` there are two labels `i`, and in `sum[k](…) + max[k](…)` two labels `k` that need not have one
/// extent. What else a reduction reads stays: `max[k](x[i, k])` has one value for each `i`, computed once.
///
/// ```
/// use ndweave::broadcast;
/// let (p, q) = ([[0.0, 0.0], [3.0, 4.0]], [[0.0, 0.0], [3.0, 0.0]]);
/// assert_eq!(broadcast!(sum[k]((p[i, k] - q[j, k]).powi(2)).sqrt() -> [i, j]), [[0.0, 3.0], [5.0, 4.0]]);
/// let x = [[1.0, 3.0], [4.0, 4.0]];
/// let soft = broadcast!({
///     let e = (x[i, j] - max[k](x[i, k])).exp();
///     e / sum[k]((x[i, k] - max[k](x[i, k])).exp())
/// } -> [i, j]);
/// assert_eq!(soft[1], [0.5, 0.5]);
/// assert_eq!(broadcast!(argmax[i, j](x[i, j])), 2);
/// assert_eq!(broadcast!(count[j](x[i, j] > mean[i, j](x[i, j])) -> [i]), [0, 2]);
/// ```
///
/// # Index arrays
///
/// An axis can be read at the entries that an index array holds, as in [`einsum!`], also where a value is reduced.
///
/// ```
/// use ndweave::broadcast;
/// let (x, low, f) = ([0.0, 1.0, 4.0, 9.0], [0usize, 2, 1], [0.5, 0.25, 0.0]);
/// let high = low.map(|i| i + 1);
/// assert_eq!(broadcast!(x[low[i]] * (1.0 - f[i]) + x[high[i]] * f[i] -> [i]), [0.5, 5.25, 1.0]);
/// let (image, rows, columns) = ([[1, 2, 3], [4, 5, 6]], [1i8, 0], [-1i8, 0, 0]);
/// assert_eq!(broadcast!(image[rows[i], columns[j]] -> [i, j]), [[6, 4, 4], [3, 1, 1]]);
/// assert_eq!(broadcast!(max[j](image[rows[i], columns[j]]) -> [i]), [6, 3]);
/// ```
///
/// What is written has labels: `out[ix[i]] += v[i]` is [`ufuncs::add::at`](ufuncs), and `out[ix[i]] = v[i]` the method `assign_at`.
///
/// # Labels as values
///
/// A label is also a number, from 0. One that no operand carries has a range; the bounds are scalars.
///
/// ```
/// use ndweave::{Array, broadcast, shape};
/// let (x0, dx, n) = (1.0, 0.25, 3);
/// assert_eq!(broadcast!(x0 + dx * (i as f64) -> [i in 0..n]).to_vec(), [1.0, 1.25, 1.5]);
/// let eye: Array<f64, shape![2, 2]> = broadcast!((i == j) as u8 as f64 -> [i in 0..2, j in 0..2]);
/// assert_eq!(eye.to_vec(), [1.0, 0.0, 0.0, 1.0]);
/// let x = [3.0, 1.0, 2.0];
/// assert_eq!(broadcast!(if i <= j { x[i] } else { 0.0 } -> [i, j in 0..3])[1], [0.0, 1.0, 1.0]);
/// assert_eq!(broadcast!(sum[k in 0..4](x[i].powi(k as i32)) -> [i]), [40.0, 4.0, 15.0]);
/// ```
///
/// # Into existing arrays
///
/// A target is any [`OperandMut`]. Its labels need no operand, and nothing is allocated but where a kernel reads its output at
/// other labels than it writes: then from a copy made first. At the same labels it is updated in place, and reductions of
/// an output are over before it is written.
///
/// ```
/// use ndweave::broadcast;
/// let (x, y) = ([1.0, 2.0, 3.0], [2.0, 0.0, 4.0]);
/// let mut out = [9.0; 3];
/// broadcast!(out[i] = x[i] / y[i], where y[i] != 0.0);   // the others stay
/// assert_eq!(out, [0.5, 9.0, 0.75]);
/// broadcast!(out *= 4.0, where out < 1.0);
/// assert_eq!(out, [2.0, 9.0, 3.0]);
/// broadcast!(out[i] /= max[k](out[k]));
/// assert_eq!(out[1], 1.0);
/// let mut table = [[0.0; 3]; 2];
/// broadcast!(table[{ 1 }, j] = x[j] + j as f64);
/// assert_eq!(table, [[0.0; 3], [1.0, 3.0, 5.0]]);
/// ```
///
/// **A block writes several outputs in one pass**, all with the same labels, and shares what `let` names. An output that a
/// statement has written with `=` is, in the statements behind it, the value just written; before, it is the old one.
///
/// ```
/// use ndweave::broadcast;
/// let x = [1.0, 2.0, 6.0];
/// let (mut dev, mut sq, mut far) = ([0.0; 3], vec![0.0; 3], [0; 3]);
/// broadcast! {
///     let m = mean[k](x[k]);
///     dev[i] = x[i] - m;
///     sq[i] = dev[i] * dev[i];
///     far[i] += 1, where dev[i].abs() > 1.5;
/// }
/// assert_eq!((dev, sq, far), ([-2.0, -1.0, 3.0], vec![4.0, 1.0, 9.0], [1, 0, 1]));
/// ```
///
/// # The result
///
/// As of [`einsum!`]: over nested arrays and numbers a nested array, otherwise an [`Array`], with extents known where those of the
/// operands are. A range has a known extent where both bounds are literals; otherwise the result is an [`Array`] in any case.
///
/// # What becomes of it
///
/// An expression that binds the operands by reference, asks the compiler whether ranks, extents and element types fit, and
/// makes one call. Reductions run first, each into scratch that holds its values for as many points as the caches do, and
/// the rest is one loop nest; nothing else is kept. A kernel that is one reduction writes its result at once.
/// [`broadcast_plan!`] shows it.
///
/// # Compile errors
///
/// Mistakes in the notation are reported all at once, each at its token, as by [`einsum!`]:
///
#[doc = "```text"]
#[doc = include_str!("../tests/ui/broadcast/unreduced_label.stderr")]
#[doc = "```"]
///
/// # Panics
///
/// At your line, where [`try_broadcast!`] would return the error: when extents differ that only the call knows, an index
/// or a range is out of bounds, a `min`, `max`, `argmin` or `argmax` is over nothing, or the result would be too large to exist.
/// Existing arrays are then as they were.
///
/// ```should_panic
/// use ndweave::broadcast;
/// let (a, b) = (vec![1.0; 2], vec![1.0; 3]);
/// broadcast!(a + b);
/// ```
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
///
/// let mut y = Array2::<f64>::ones((3, 3));
/// assert_eq!(broadcast_plan!(y[i, j] += 1.0).copies().len(), 0);
/// assert_eq!(broadcast_plan!(y[i, j] += y[j, i]).copies(), ["y"]);
/// ```
///
/// # Panics
///
/// As [`broadcast!`] does.
#[macro_export]
macro_rules! broadcast_plan {
    ($($input:tt)*) => { $crate::__broadcast! { $crate; broadcast_plan; $($input)* } };
}

/// Universal functions: scalar Rust in, SIMD kernels out.
///
/// ```
/// use ndweave::{Array, ufunc};
/// use num_complex::Complex;
///
/// ufunc! {
///     /// How many steps z → z² + c takes to leave the circle of radius 2.
///     pub fn mandelbrot(c: Complex<f64>, limit: u32) -> u32 {
///         let mut z = Complex::new(0.0, 0.0);
///         let mut n = 0;
///         while n < limit && z.norm_sqr() <= 4.0 {
///             z = z * z + c;
///             n += 1;
///         }
///         n
///     }
/// }
///
/// let grid = Array::from_fn((3, 4), |[i, j]| Complex::new(j as f64 - 2.0, i as f64 - 1.0));
/// let counts = mandelbrot(&grid, 50);                 // an array of shape (3, 4)
/// assert_eq!(counts[[1, 2]], 50);
/// assert_eq!(mandelbrot(Complex::new(1.0, 1.0), 50), 2);   // a number
/// ```
///
/// The body is ordinary Rust about one point, with a `while` that ends sooner at some points than at others. Two things come out: the
/// function as it is written, under the name `mandelbrot::scalar`, in which rustc finds what is wrong; and its *gang form*, which computes 8
/// or 16 points at a time, in step, on the widest vectors that the CPU has.
///
/// # Calls
///
/// | | |
/// |---|---|
/// | `name(&x, 50)` | over operands of any shapes that NumPy would align: axes from the last, extents of 1 stretched; a new array |
/// | `name::into(&mut out, &x, 50)` | into an existing array, mutable view, slice, vector or nested array |
/// | `name::masked(&mut out, &mask, &x, 50)` | the same where the mask is set; other points are not computed |
/// | `name::scalar(x, 50)` | the function itself |
/// | `broadcast!(name(w * x + b, 50))` | fused into the kernel, in [`einsum!`], too |
///
/// A function of two parameters with one result has the methods of NumPy's:
///
/// | | |
/// |---|---|
/// | `add::reduce::<0>(&a)`, `add::reduce_all(&a)` | joins the elements along an axis, or all |
/// | `add::reduce_from::<0>(start, &a)`, `add::reduce_all_from(start, &a)` | the same from a start |
/// | `add::accumulate::<0>(&a)` | all results on the way |
/// | `add::reduceat::<0>(&a, &[0, 4, 1])` | joins the elements from each index to the next |
/// | `add::outer(&a, &b)` | all pairs |
/// | `add::at(&mut a, &index, &b)` | joins values to the elements of axis 0 that the indices name; one that is named twice counts twice |
///
/// `#[ufunc(identity = 0, associative)]` on the function gives it a value over nothing, and lets elements be joined in any order: it is
/// associative and commutative. Others go from the first element to the last. Elements may be joined one at a time, by the scalar function, and
/// lanes that do not count may be given any element: the function ends for all of them. [`ufuncs`] holds NumPy's own.
///
/// Every parameter takes a number of its type, or an operand: a view, or a reference to an array, a view, a nested array, a `Vec`, a slice. Of
/// numbers alone comes a number, of nested arrays a nested array, otherwise an [`Array`]. Extents that the operands' types tell stay known,
/// but not where [`Dyn`] meets [`Const`]. A function that returns a tuple gives a tuple of arrays, and `into` takes a tuple of targets.
/// Each `ufunc!` holds any number of functions; they can stand inside of functions, too.
///
/// ```
/// use ndweave::{Float, broadcast, ufunc};
/// ufunc! {
///     /// x, or `slope` times x where it is negative.
///     fn leaky<T: Float>(x: T, slope: T) -> T {
///         if x > x - x { x } else { slope * x }
///     }
///     /// Quotient and remainder.
///     fn divmod(a: i32, b: i32) -> (i32, i32) { (a / b, a % b) }
/// }
/// assert_eq!(leaky(&[1.0, -2.0], 0.5), [1.0, -1.0]);
/// assert_eq!(leaky(&[1.0f32, -2.0], &[[0.5], [0.25]]), [[1.0, -1.0], [1.0, -0.5]]);
/// let (quotient, remainder) = divmod(&[7, 8, 9], 4);
/// assert_eq!((quotient, remainder), ([1, 2, 2], [3, 0, 1]));
/// let mut out = [100.0; 3];
/// leaky::masked(&mut out, &[true, true, false], &[1.0, -1.0, -1.0], 0.5);
/// assert_eq!(out, [1.0, -0.5, 100.0]);
/// let (w, x) = ([2.0, 3.0], [1.0, -1.0]);
/// assert_eq!(broadcast!(leaky(w * x, 0.1) + 1.0), [3.0, 0.7]);
/// assert_eq!(broadcast!(sum[i](leaky(x[i], 0.5))), 0.5);
/// ```
///
/// # Language
///
/// | | |
/// |---|---|
/// | functions | 1 to 8 parameters, each an element by value; the result is an element or a tuple of 2 to 6; type parameters with bounds |
/// | elements | floats, integers, `bool`, `Complex`; in generic functions [`Float`], or [`Element`] with the operators that are used |
/// | statements | `let`, `let mut`, tuples of names, shadowing, `x = …`, `x += …`, `(a, b) = (b, a % b)`, `z.re = …` |
/// | control flow | `if`, `else if`, `else`, `match` on integers and `bool`, `while`, `loop`, `for i in a..b`, `a..=b`; labels, `break` (with a value), `continue`, `return` |
/// | patterns | literals, ranges, constants, `\|`, names, `_`, guards |
/// | expressions | `+ - * / %`, comparisons, `&& \|\| !`, `& \| ^ << >>`, `as`, blocks, tuples and `t.0`, `z.re`, `Complex::new`, the methods of [`einsum!`]'s kernels, the arithmetic of [`Element`]: `x.plus(y)` never panics |
/// | calls | of other ufuncs; of anything, if no variable is in it: `T::from(0.1).unwrap()`, `f64::from_bits(BITS)` |
/// | names | constants and statics around the `ufunc!` |
/// | attributes | `#[ufunc(identity = …, associative)]`; others go to the functions |
///
/// A name in a pattern is a constant if it is in capitals. A `static` is read at each call.
///
/// # What it means
///
/// **A lane does what the scalar function does at its point.** Integer results are equal and floats have the same bits; only elementary
/// functions are ndweave's own, as in all kernels ([numerics](crate#numerics)), and integers wrap where the scalar function, in a debug
/// build, would panic.
///
/// **Code runs under masks.** Where a condition differs from lane to lane, both branches run, one after the other, each for its lanes; a branch that no
/// lane takes is skipped, if it is worth the test. A loop runs while a lane is in it. `break`, `continue` and `return` retire lanes.
/// What is right of `&&` and `||` is computed where it decides, if it may loop.
///
/// **What is the same for all lanes stays scalar**: literals, constants, the counter of `for i in 0..10`, and what is computed from
/// them. Its control flow is Rust's own, and so is its arithmetic.
///
/// **Nothing else is computed.** Lanes without a point repeat a point of the call, and lanes that are done never keep a loop going.
///
/// ```
/// use ndweave::ufunc;
/// ufunc! {
///     /// The length of Collatz's sequence.
///     fn collatz(n: u64) -> u32 {
///         let mut n = n;
///         let mut steps = 0;
///         while n != 1 {
///             n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
///             steps += 1;
///         }
///         steps
///     }
///     /// The smallest factor, if there is one below 100.
///     fn factor(n: u32) -> u32 {
///         for i in 2..100 {
///             if i < n && n % i == 0 { return i; }
///         }
///         n
///     }
///     fn rank(n: u32) -> u8 {
///         match n { 0 => b'-', 1..=9 => b'a', n if n % 2 == 0 => b'b', _ => b'c' }
///     }
/// }
/// let n: Vec<u64> = (1..10).collect();
/// assert_eq!(collatz(&n).to_vec(), [0, 1, 7, 2, 5, 8, 16, 3, 19]);
/// assert_eq!(factor(&[7, 15, 49, 64]), [7, 3, 7, 2]);
/// assert_eq!(rank(&[0, 5, 12, 13]), *b"-abc");
/// ```
///
/// # What becomes of it
///
/// A function `name` that is generic over its operands, a struct `name {}` with the functions above, and an implementation of a trait for the
/// gang form, which is what calls from other ufuncs and from kernels find. The gang form is the body once more, in calls of the
/// runtime: `z = z * z + c` becomes a product and a sum of gangs and, if lanes that are done look at `z` again, a choice between old and new.
/// There is no `unsafe` in it.
///
/// # Compile errors
///
/// What a gang form cannot do is said by the macro, all at once, each at its token: closures, references, arrays, indices, structs,
/// macros, `?`, `unsafe`, recursion, unknown methods, patterns that are not of numbers, items inside of the function, signatures with
/// lifetimes, constants or `impl`. Types that do not fit are said by rustc, in the scalar function. A call whose operands have known extents
/// that do not stretch to each other is an error; what is called must be a ufunc.
///
/// ```compile_fail
/// # use ndweave::ufunc;
/// ufunc! {
///     fn closure(x: f64) -> f64 {
///         let double = |x| 2.0 * x; // a closure inside a ufunc: write its body where it is called, …
///         double(x)
///     }
/// }
/// ```
///
/// ```compile_fail,E0277
/// # use ndweave::ufunc;
/// ufunc! { fn sum(x: f64, y: f64) -> f64 { x + y } }
/// sum(&[1.0, 2.0], &[1.0, 2.0, 3.0]); // axes of the operands do not stretch to each other: …
/// ```
///
/// # Panics
///
/// A call panics, at its own line, where extents that only the call knows do not stretch to each other or to those of the target:
/// "gcd: axis 1 from the right has extent 3 in `a` (shape \[3\]) but 4 in `b` (shape \[4\])". Arithmetic of lanes never panics.
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

/// Subscripts for [`Array::slice`] and its kin, in NumPy's notation: one for each axis, those that are
/// missing keep their axes.
///
/// | subscript | the axis |
/// |---|---|
/// | `i`, any integer | goes; a negative index counts from the end |
/// | `a..b`, `a..`, `..b`, `a..=b` | keeps the entries of the range, clipped to the axis as NumPy clips; negative bounds count from the end |
/// | `a..b;c`, `..;-1` | the same by a step, backwards where that is negative |
/// | `..` | is kept whole, and a constant or named extent stays one |
/// | `...` | stands for as many whole axes as the others leave over |
/// | `NewAxis` | is new, of extent 1 |
///
/// [`Array::gather`], [`Array::assign_at`] and [`Array::fill_at`] also take, as copies need no strides:
///
/// | subscript | the axis |
/// |---|---|
/// | `[2, 0, -1]`, `&rows`: an array of integers of any rank | keeps the entries that it names; its extents take the axis's place |
/// | `[true, false]`, `&mask`: an array of `bool` | with as many axes as the mask has, keeps the entries where it is true, as one axis |
///
/// Expressions stand for what their type is, so `r` may be a range. The macro makes a value of type [`Subscripts`],
/// which knows the axes that stay and those whose extents do.
///
/// ```
/// use ndweave::{Array, s};
/// let a = Array::from_fn((3, 4), |[i, j]| 10 * i + j);
/// assert_eq!(a.slice(s![1, ..]).to_vec(), [10, 11, 12, 13]);
/// assert_eq!(a.slice(s![.., -1]).to_vec(), [3, 13, 23]);
/// assert_eq!(a.slice(s![1.., ..;-2]).to_vec(), [13, 11, 23, 21]);
/// assert_eq!(a.slice(s![..., NewAxis]).extents(), [3, 4, 1]);
/// ```
///
/// # Index arrays and masks
///
/// All index arrays and masks, and the integers beside them, are broadcast together, and one element is chosen for each index
/// of what they become. Its axes stand where the arrays stand if these are neighbours, and in front of all others if
/// anything is between them, as in NumPy. With [`Array::gather_outer`], [`Array::assign_outer`] and [`Array::fill_outer`], each stands for its own axis instead, as
/// with NumPy's `ix_`. Anything that is an operand can be an index array by reference: arrays, views, vectors; nested arrays also by
/// value. Their element type has to be known: `vec![2usize, 0]`, where only literals would leave it open; literals within `s![]` need
/// nothing.
///
/// ```
/// use ndweave::{Array, s};
/// let mut a = Array::from_fn((3, 4), |[i, j]| 10 * i + j);
/// assert_eq!(a.gather(s![[0, 2, -1], [1, 2, 0]]), [1, 22, 20]);
/// assert_eq!(a.gather(s![.., [3, 0]]), [[3, 0], [13, 10], [23, 20]]);
/// let rows = vec![2usize, 0];
/// assert_eq!(a.gather(s![&rows, 1..3]), [[21, 22], [1, 2]]);
/// assert_eq!(a.gather(s![[[0], [2]], [[1, 3]]]), [[1, 3], [21, 23]]);
/// assert_eq!(a.gather_outer(s![[0, 2], [1, 3]]), [[1, 3], [21, 23]]);
/// assert_eq!(a.gather(s![&a.mapv(|x| x > 20)]), [21, 22, 23]);
///
/// a.assign_at(s![[0, 1, 1], [1, 0, 0]], &[5, 6, 7]); // the last value stays
/// assert_eq!((a[[0, 1]], a[[1, 0]]), (5, 7));
/// a.fill_outer(s![[false, true, true], ..2], 0);
/// assert_eq!(a, [[0, 5, 2, 3], [0, 0, 12, 13], [0, 0, 22, 23]]);
/// ```
///
/// # Compile errors
///
/// More subscripts than axes, two ellipses, a step that is written as 0, and what is no subscript:
///
/// ```compile_fail,E0277
/// use ndweave::{Array2, s};
/// Array2::<f64>::zeros((3, 4)).slice(s![1, 2, 3]); // too many subscripts for an array of shape `(Dyn, Dyn)`
/// ```
///
/// # Panics
///
/// The macro does not. `slice` does, and `try_slice` returns an error, when an integer is out of bounds or a step is 0.
#[macro_export]
macro_rules! s {
    ($($subscripts:tt)*) => { $crate::__s! { $crate; $($subscripts)* } };
}

/// The README's code, run with the documentation's.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
