//! What the notation of `einsum!` means, form by form; every expected value is worked out by hand.

use ndweave::{Array, Array1, Array2, View, ViewMut2, array, einsum, einsum_path, s, try_einsum};
use num_complex::{Complex32, c64};

const A: [[f64; 3]; 2] = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];

#[test]
fn each_top_level_term_sums_over_its_own_missing_labels() {
    let (b, c) = ([[1.0, 1.0], [0.0, 1.0], [1.0, 0.0]], [[0.5, 0.5], [0.25, 0.25]]);
    assert_eq!(einsum!(A[i, k] * b[k, j] + c[i, j] -> [i, j]), [[4.5, 3.5], [10.25, 9.25]]);
    assert_eq!(einsum!(c[i, j] - A[i, k] * b[k, j] -> [i, j]), [[-3.5, -2.5], [-9.75, -8.75]]);
    assert_eq!(einsum!(-A[i, k] * b[k, j] - c[i, j] -> [i, j]), [[-4.5, -3.5], [-10.25, -9.25]]);
    // Parentheses make one term: `c` is then added once for each `k`.
    assert_eq!(einsum!((A[i, k] * b[k, j] + c[i, j]) -> [i, j]), [[5.5, 4.5], [10.75, 9.75]]);
    // Three sums with the same label mean three sums.
    assert_eq!(einsum!(A[i, k] + A[0, k] * A[1, k] - 1.0 -> [i]), [37.0, 46.0]);
}

#[test]
fn a_term_is_repeated_along_output_labels_that_it_lacks() {
    let (bias, scale) = ([10.0, 20.0, 30.0], 0.5);
    assert_eq!(einsum!(A[i, j] + bias[j] -> [i, j]), [[11.0, 22.0, 33.0], [14.0, 25.0, 36.0]]);
    assert_eq!(einsum!(A[i, j] + scale -> [i, j]), [[1.5, 2.5, 3.5], [4.5, 5.5, 6.5]]);
    // The sum of each row, in every column of `bias`.
    assert_eq!(einsum!(A[i, k] - bias[j] -> [i, j]), [[-4.0, -14.0, -24.0], [5.0, -5.0, -15.0]]);
}

#[test]
fn scalars_come_from_the_scope() {
    struct Config {
        rate: f64,
    }
    let (config, alpha, v) = (Config { rate: 2.0 }, 0.5, [3.0, 4.0]);
    assert_eq!(einsum!(config.rate * A[i, j] * alpha -> [i]), [6.0, 15.0]);
    assert_eq!(einsum!(A[i, j] * v[0] -> [i]), [18.0, 45.0]);
    assert_eq!(einsum!(A[i, j] / v.len() as f64 -> [i]), [3.0, 7.5]);
    assert_eq!(einsum!(std::f64::consts::TAU / std::f64::consts::PI * A[i, j] -> [i]), [12.0, 30.0]);
    assert_eq!(einsum!(2.0 * A[i, j] * 3.0 * alpha -> [j]), [15.0, 21.0, 27.0]);
}

#[test]
fn an_index_fixes_an_axis() {
    let n = 2;
    assert_eq!(einsum!(A[1, j] -> [j]), [4.0, 5.0, 6.0]);
    assert_eq!(einsum!(A[i, { n - 1 }] * A[i, -1] -> [i]), [6.0, 30.0]);
    assert_eq!(einsum!(A[0, 0] * A[i, j]), 21.0);
    assert_eq!(einsum!(A[.., 1] -> [..]), [2.0, 5.0]);
    let mut out = Array2::<f64>::zeros((2, 3));
    einsum!(out[-1, j] = A[0, j] * A[1, j]);
    einsum!(out[{ n - 2 }, j] += A[i, j]);
    assert_eq!(out, [[5.0, 7.0, 9.0], [4.0, 10.0, 18.0]]);
}

#[test]
fn any_scalar_expression() {
    let x = [[-2.0, 0.5], [1.0, 3.0]];
    assert_eq!(einsum!(if x[i, j] > 0.0 { x[i, j] } else { 0.1 * x[i, j] } -> [i, j]), [[-0.2, 0.5], [1.0, 3.0]]);
    assert_eq!(einsum!(x[i, j].clamp(-1.0, 1.0).abs().max(0.75) -> [i, j]), [[1.0, 0.75], [1.0, 1.0]]);
    assert_eq!(einsum!(x[i, j].powi(2).sqrt() -> [j, i]), [[2.0, 1.0], [0.5, 3.0]]);
    assert_eq!(einsum!(f64::max(x[i, 0], x[i, 1]) -> [i]), [0.5, 3.0]);
    assert_eq!(einsum!((x[i, j] >= 0.5 && x[i, j] != 1.0) as i32 -> [i]), [1, 1]);
    assert_eq!(einsum!({ let d = x[i, j] - 1.0; d * d } -> [i]), [9.25, 4.0]);
    assert_eq!(einsum!(x[i, j].mul_add(2.0, 1.0) -> [i, j]), [[-3.0, 2.0], [3.0, 7.0]]);
    let (n, m) = ([6u32, 9], [4u32, 0]);
    assert_eq!(einsum!((n[i] & 3) << 1 | m[i] >> 2 -> [i]), [5, 2]);
    assert_eq!(einsum!(!(n[i] ^ m[i]) -> [i]), [!2, !9]);
    assert_eq!(einsum!(n[i].pow(2) % 7 -> [i]), [1, 4]);
}

#[test]
fn integers_wrap_and_never_trap() {
    let (a, b) = ([i8::MIN, 100, -7], [-1i8, 0, 2]);
    assert_eq!(einsum!(a[i] / b[i] -> [i]), [i8::MIN, 0, -3]);
    assert_eq!(einsum!(a[i] % b[i] -> [i]), [0, 0, -1]);
    assert_eq!(einsum!(-a[i] -> [i]), [i8::MIN, -100, 7]);
    assert_eq!(einsum!(a[i].abs() -> [i]), [i8::MIN, 100, 7]);
    assert_eq!(einsum!("i,i->", [100u8, 3], [3u8, 100]), 88);
    assert_eq!(einsum!([200u8, 100][i]), 44);
    assert_eq!(einsum!([1u32, 5][i] - [3u32, 2][i] -> [i]), [u32::MAX - 1, 3]);
}

#[test]
fn element_types() {
    macro_rules! each {
        ($($T:ty)*) => { $(
            let (a, b): ([[$T; 2]; 2], [[$T; 2]; 2]) = ([[1, 2], [3, 4]], [[1, 0], [2, 1]]);
            assert_eq!(einsum!("ij,jk->ik", a, b), [[5, 2], [11, 4]]);
            assert_eq!(einsum!(2 * a[i, j] + b[i, k] -> [i]), [7, 17]);
        )* };
    }
    each! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
    let (a, b): ([[f32; 2]; 2], _) = ([[1.0, 2.0], [3.0, 4.0]], [[1.0, 0.0], [2.0, 1.0]]);
    assert_eq!(einsum!("ij,jk->ik", a, b), [[5.0, 2.0], [11.0, 4.0]]);
    // bool: the sum is or, the product and. Reachable in two steps:
    let edge = [[false, true, false], [false, false, true], [false, false, false]];
    assert_eq!(einsum!("ij,jk->ik", edge, edge), [[false, false, true], [false; 3], [false; 3]]);
    assert!(einsum!(edge[i, j]) && !einsum!(edge[i, i]));
}

#[test]
fn complex_elements() {
    let (a, b) = ([[c64(1.0, 1.0), c64(0.0, 2.0)]], [[c64(1.0, -1.0)], [c64(3.0, 0.0)]]);
    assert_eq!(einsum!("ij,jk->ik", a, b), [[c64(2.0, 6.0)]]);
    assert_eq!(einsum!(a[i, j].conj() * a[i, j]), c64(6.0, 0.0));
    assert_eq!(einsum!(a[i, j].norm_sqr()), 6.0);
    assert_eq!(einsum!(a[i, j].re - a[i, j].im -> [j]), [0.0, -2.0]);
    assert_eq!(einsum!(num_complex::Complex64::new(b[j, k].im, b[j, k].re) -> [j]), [c64(-1.0, 1.0), c64(0.0, 3.0)]);
    let x = Array2::from_fn((3, 4), |[i, j]| Complex32::new(i as f32, j as f32));
    // Σ_j (i + j·√-1)² over j = 0..4: 4i² - 14 and 12i.
    assert_eq!(
        einsum!("ij,ij->i", x, x).as_slice(),
        [Complex32::new(-14.0, 0.0), Complex32::new(-10.0, 12.0), Complex32::new(2.0, 24.0)]
    );
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Mod7(u8);

impl std::ops::Add for Mod7 {
    type Output = Self;
    fn add(self, rhs: Self) -> Self {
        Mod7((self.0 + rhs.0) % 7)
    }
}

impl std::ops::Mul for Mod7 {
    type Output = Self;
    fn mul(self, rhs: Self) -> Self {
        Mod7((self.0 * rhs.0) % 7)
    }
}

impl num_traits::Zero for Mod7 {
    fn zero() -> Self {
        Mod7(0)
    }
    fn is_zero(&self) -> bool {
        self.0 == 0
    }
}

impl num_traits::One for Mod7 {
    fn one() -> Self {
        Mod7(1)
    }
}

ndweave::element!(Mod7);

#[test]
fn a_number_type_of_the_users_own() {
    let a = [[Mod7(3), Mod7(5)], [Mod7(6), Mod7(2)]];
    assert_eq!(einsum!("ij,jk->ik", a, a), [[Mod7(4), Mod7(4)], [Mod7(2), Mod7(6)]]);
    assert_eq!(einsum!(a[i, j] * Mod7(2) + a[i, j] -> [i]), [Mod7(3), Mod7(3)]);
    let mut array = Array::from(a);
    einsum!(array[i, j] += array[j, i]);
    assert_eq!(array, [[Mod7(6), Mod7(4)], [Mod7(4), Mod7(4)]]);
}

#[test]
fn every_kind_of_target() {
    fn add_rows(out: &mut [f64]) {
        einsum!(out[i] += A[i, j]);
    }
    fn set(out: &mut Array1<f64>) {
        einsum!(out[i] = A[i, j]);
    }
    fn set_view(mut out: ViewMut2<'_, f64>) {
        einsum!(out[j, i] -= A[i, j]);
    }
    let mut vec = vec![1.0, 1.0];
    add_rows(&mut vec);
    assert_eq!(vec, [7.0, 16.0]);
    einsum!(vec[i] = 2.0 * A[i, j]);
    assert_eq!(vec, [12.0, 30.0]);
    let mut array = Array1::from_vec(vec);
    set(&mut array);
    assert_eq!(array, [6.0, 15.0]);
    let mut grid = Array2::<f64>::zeros((5, 4));
    set_view(grid.slice_mut(s![..3, 1..;2]));
    let expected = [[0., -1., 0., -4.], [0., -2., 0., -5.], [0., -3., 0., -6.], [0.; 4], [0.; 4]];
    assert_eq!(grid, expected);
    let mut nested = [[f64::NAN; 2]; 3];
    einsum!(nested[j, i] = A[i, j]);
    assert_eq!(nested, [[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]]);
    einsum!(nested[.., i] += A[i, ..]);
    assert_eq!(nested, [[2.0, 8.0], [4.0, 10.0], [6.0, 12.0]]);
}

#[test]
fn an_output_read_at_its_own_labels_is_updated_in_place() {
    let mut c = [[1.0, 2.0], [3.0, 4.0]];
    einsum!(c[i, j] = 2.0 * c[i, j] + 1.0);
    assert_eq!(c, [[3.0, 5.0], [7.0, 9.0]]);
    einsum!(c[i, j] = A[i, k] * A[j, k] - c[i, j]);
    assert_eq!(c, [[11.0, 27.0], [25.0, 68.0]]);
    einsum!(c[i, j] -= c[i, j] * 0.5 - 1.0);
    assert_eq!(c, [[6.5, 14.5], [13.5, 35.0]]);
}

#[test]
fn an_output_read_at_other_labels_is_read_as_if_first() {
    for n in [1, 2, 3, 17, 64, 130] {
        let start = Array2::from_fn((n, n), |[i, j]| (i * n + 2 * j) as f64);
        let mut a = start.clone();
        einsum!(a[i, j] += a[j, i]);
        assert!(a.indexed_iter().all(|([i, j], &x)| x == start[[i, j]] + start[[j, i]]), "n = {n}");
        let mut b = start.clone();
        einsum!(b[i, j] = b[i, k] * b[k, j]);
        assert_eq!(b, einsum!(start[i, k] * start[k, j] -> [i, j]), "n = {n}");
        let path = einsum_path!(a[i, j] += a[j, i]);
        assert_eq!(path.copies(), ["a"]);
    }
}

#[test]
fn assignment_never_reads_its_output() {
    let mut c = array![[f64::NAN, f64::NAN], [f64::NAN, f64::NAN]];
    einsum!(c[i, j] = A[i, k] * A[j, k]);
    assert_eq!(c, [[14.0, 32.0], [32.0, 77.0]]);
    let mut big = Array2::full((40, 40), f64::NAN);
    let ones = Array2::<f64>::ones((40, 40));
    einsum!(big[i, j] = ones[i, k] * ones[k, j] + 1.0);
    assert!(big.iter().all(|&x| x == 41.0));
}

#[test]
fn a_failed_call_leaves_its_output_alone() {
    let (mut c, b) = (Array2::full((2, 2), 7.0), Array2::<f64>::ones((4, 2)));
    assert!(try_einsum!(c[i, j] = A[i, k] * b[k, j]).is_err());
    assert_eq!(c, [[7.0, 7.0], [7.0, 7.0]]);
}

#[test]
fn sums_do_not_stall() {
    // One f32 after the other stalls at 2²⁴ = 16_777_216.
    const N: usize = 20_000_000;
    let ones = vec![1.0f32; N];
    assert_eq!(einsum!(ones[i]), N as f32);
    assert_eq!(einsum!(ones[i] * ones[i]), N as f32);
    assert_eq!(einsum!((ones[i] - 0.5) * 2.0), N as f32);
    let columns = View::from_slice_strided(&ones, [N / 2, 2], [2, 1], 0).unwrap();
    assert_eq!(einsum!("ij->j", columns), [N as f32 / 2.0, N as f32 / 2.0]);
}

#[test]
fn empty_extents_sum_to_zero() {
    let (a, b) = (Array2::<f64>::zeros((2, 0)), Array2::<f64>::zeros((0, 3)));
    assert_eq!(einsum!("ij,jk->ik", a, b), [[0.0; 3]; 2]);
    assert_eq!(einsum!((a[i, j] + 1.0).exp()), 0.0);
    assert_eq!(einsum!(a[i, j] -> [j, i]).extents(), [0, 2]);
}

/// In the string form a summed extent of 1 stretches, also where the kernel is a product of matrices: of constant extents, of extents known when it runs,
/// tiny or not, in any order of axes.
#[test]
fn terms_of_products_stretch() {
    let (column, b) = ([[2.0], [3.0]], [[1.0, 2.0], [10.0, 20.0], [100.0, 200.0]]);
    // 2·(1 + 10 + 100) and 3·(2 + 20 + 200).
    assert_eq!(einsum!("ij,jk->ik", column, b), [[222.0, 444.0], [333.0, 666.0]]);
    assert_eq!(einsum!("jk,ij->ki", b, column), [[222.0, 333.0], [444.0, 666.0]]);
    for terms in [3, 40] {
        let one = Array2::from_fn((2, 1), |[i, _]| (i + 2) as f64);
        let many = Array2::from_fn((terms, 2), |[j, k]| (j * (k + 1)) as f64);
        // The sum of all `j`, times `i + 2` and `k + 1`.
        let sum = (terms * (terms - 1) / 2) as f64;
        let wanted = [2.0 * sum, 4.0 * sum, 3.0 * sum, 6.0 * sum];
        assert_eq!(einsum!("ij,jk->ik", one, many).as_slice(), wanted);
        let (turned_one, turned_many) = (one.t(), many.t());
        assert_eq!(einsum!("ji,kj->ik", turned_one, turned_many).as_slice(), wanted);
        // The right factor stretches.
        let row = Array2::from_fn((1, 2), |[_, i]| (i + 2) as f64);
        assert_eq!(einsum!("kj,ji->ik", turned_many, row).as_slice(), wanted);
    }
    let (none, one) = (Array2::<f64>::ones((0, 2)), Array2::<f64>::ones((3, 1)));
    assert_eq!(einsum!("ij,jk->ik", one, none).as_slice(), [0.0; 6]);
    let (three, two) = (Array2::<f64>::ones((2, 3)), Array2::<f64>::ones((2, 2)));
    assert!(try_einsum!("ij,jk->ik", three, two).unwrap_err().to_string().contains("axis `j` has extent"));
}
