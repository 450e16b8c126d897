//! Products against an odometer over every label, on small integers, so that equality is exact.

use num_complex::Complex;
use proptest::prelude::*;

use super::*;
use crate::nest::tests::{Dice, Laid, oracle, pick};
use crate::nest::{Add, LabelSet, Set, SetNegated, Subtract};

/// Limits that send even the smallest product of matrices to each of the kernels in turn.
const EVERY_KERNEL: [Limits; 5] = [
    Limits::SMALLEST,
    Limits::MEASURED,
    Limits { tiny: false, ..Limits::MEASURED },
    Limits { few_terms: Limits::MEASURED.few_terms, direct: 9, ..Limits::SMALLEST },
    Limits { direct: Limits::MEASURED.direct, ..Limits::SMALLEST },
];

/// Runs a product with every kernel and compares with the odometer.
fn check<T: Element + PartialEq, U: Update<T>>(
    extents: &[usize],
    factors: &[Laid<T>],
    scale: Option<T>,
    out: &Laid<T>,
    update: U,
) {
    let borrowed: Vec<&Laid<T>> = factors.iter().collect();
    let kernel = |values: &[T]| values.iter().fold(T::one(), |product, &value| product.times(value));
    let expected = oracle(extents, &borrowed, kernel, scale, out, U::apply);
    let sets: Vec<LabelSet> = factors.iter().map(|laid| laid.axes().labels()).collect();
    let path = plan(&sets, out.axes().labels(), extents);
    let given: Vec<Factor<T>> = factors.iter().map(|laid| Factor { ptr: laid.ptr(), axes: laid.axes() }).collect();
    for limits in &EVERY_KERNEL {
        let mut got =
            Laid { data: out.data.clone(), start: out.start, labels: out.labels.clone(), strides: out.strides.clone() };
        let (axes, ptr) = (got.axes(), got.mut_ptr());
        // SAFETY: `Laid` has room for every index below the extents, and outputs do not overlap.
        unsafe { product_within(extents, &given, &path, scale, ptr, &axes, update, limits).unwrap() }
        let described: Vec<_> = borrowed.iter().map(|laid| (&laid.labels, &laid.strides)).collect();
        let out = (&out.labels, &out.strides);
        assert_eq!(got.data, expected, "{limits:?} extents {extents:?} factors {described:?} out {out:?} {path:?}");
    }
}

fn any_product<T: Element + PartialEq + core::ops::Neg<Output = T> + core::ops::Sub<Output = T>>(
    seed: u64,
    most: usize,
    value: impl Fn(usize) -> T,
) {
    let mut dice = Dice::new(seed);
    let labels = 1 + dice.below(6);
    let extents: Vec<usize> = (0..labels)
        .map(|_| match dice.below(20) {
            0 => 0,
            1 | 2 => 1,
            3 => 9,
            _ => 2 + dice.below(3),
        })
        .collect();
    let factors: Vec<Laid<T>> = (0..1 + dice.below(most))
        .map(|_| {
            let mut names = pick(&mut dice, labels, 3);
            if !names.is_empty() && dice.one_in(8) {
                names.push(names[0]);
            }
            let salt = dice.below(5);
            Laid::random(&names, &extents, &mut dice, true, |n| value(n * 3 + salt))
        })
        .collect();
    let names = pick(&mut dice, labels, 4);
    let out = Laid::random(&names, &extents, &mut dice, false, |n| value(n + 1));
    let scale = dice.one_in(2).then(|| value(2));
    check(&extents, &factors, scale, &out, Set);
    check(&extents, &factors, scale, &out, SetNegated);
    check(&extents, &factors, scale, &out, Add);
    check(&extents, &factors, scale, &out, Subtract);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_product_of_integers(seed in any::<u64>()) {
        any_product(seed, 4, |n| (n % 7) as i64 - 3);
    }

    #[test]
    fn any_product_of_floats(seed in any::<u64>()) {
        any_product(seed, 3, |n| (n % 5) as f64 - 2.0);
        any_product(seed, 3, |n| (n % 4) as f32 - 1.0);
    }

    #[test]
    fn any_product_of_complex_numbers(seed in any::<u64>()) {
        any_product(seed, 3, |n| Complex::new((n % 5) as f64 - 2.0, (n % 3) as f64 - 1.0));
        any_product(seed, 3, |n| Complex::new((n % 3) as f32 - 1.0, (n % 4) as f32 - 2.0));
    }

    #[test]
    fn bytes_wrap(seed in any::<u64>()) {
        any_product(seed, 3, |n| (n * 37) as i8);
    }

    #[test]
    fn long_products(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let labels = 10;
        let extents: Vec<usize> = (0..labels).map(|_| 1 + dice.below(2)).collect();
        let factors: Vec<Laid<i64>> = (0..3 + dice.below(9))
            .map(|salt| {
                let names = pick(&mut dice, labels, 4);
                Laid::random(&names, &extents, &mut dice, true, |n| ((n + salt) % 3) as i64 - 1)
            })
            .collect();
        let names = pick(&mut dice, labels, 3);
        let out = Laid::random(&names, &extents, &mut dice, false, |n| n as i64);
        check(&extents, &factors, None, &out, Set);
        check(&extents, &factors, Some(3), &out, Subtract);
    }
}

/// `"ij,jk->ik"` with row-major factors.
fn check_subscripts(subscripts: &str, extents: &[usize]) {
    let (inputs, output) = subscripts.split_once("->").unwrap();
    let labels = |term: &str| term.bytes().map(|letter| letter - b'a').collect::<Vec<u8>>();
    let factors: Vec<Laid<f64>> = inputs
        .split(',')
        .enumerate()
        .map(|(salt, term)| Laid::rows(&labels(term), extents, move |n| ((n * 5 + salt) % 9) as f64 - 4.0))
        .collect();
    // What lies in the output is never read: it would show.
    let out = Laid::rows(&labels(output), extents, |_| f64::NAN);
    check(extents, &factors, None, &out, Set);
    check(extents, &factors, Some(-2.0), &out, Set);
}

#[test]
fn every_class_of_pairs() {
    let extents = [3, 4, 5, 2, 6];
    for subscripts in [
        "a,a->a",
        "a,->a",
        ",->",
        "ab,b->ab",
        "ab,ba->ab",
        "a,b->ab",
        "a,b->ba",
        "ab,ac->abc",
        "a,a->",
        "ab,ba->",
        "ab,ab->a",
        "ab,b->a",
        "b,ab->a",
        "ab,a->b",
        "cab,cb->ca",
        "ab,bc->ac",
        "ab,bc->ca",
        "ba,bc->ac",
        "ba,bc->ca",
        "ab,cb->ac",
        "ab,cb->ca",
        "ba,cb->ac",
        "ba,cb->ca",
        "dab,dbc->dac",
        "dab,bcd->cad",
        "abcd,cdbe->ae",
        "abcd,dce->abe",
        "abcd,ecb->aed",
        "ace,dceb->abd",
        "aab,bc->ac",
        "abd,bc->ac",
        "abd,bce->ac",
        "ad,be->ab",
        "ad,ae->a",
        "ad,a->a",
        "ad,be->",
        "ab->ba",
        "ab->a",
        "ab->b",
        "ab->",
        "aab->b",
        "abc->cab",
        "aa->",
    ] {
        check_subscripts(subscripts, &extents);
    }
}

#[test]
fn chains_of_three_to_nine_matrices() {
    let extents = [2, 3, 1, 4, 2, 3, 2, 3, 2, 2];
    for count in 3..=9u8 {
        let term = |n: u8| format!("{}{}", (b'a' + n) as char, (b'b' + n) as char);
        let inputs: Vec<String> = (0..count).map(term).collect();
        check_subscripts(&format!("{}->a{}", inputs.join(","), (b'a' + count) as char), &extents);
        check_subscripts(&format!("{}->", inputs.join(",")), &extents);
    }
}

#[test]
fn large_products_cross_every_boundary() {
    // More terms than a block, more columns than one of the smallest blocks, more rows than a block.
    check_subscripts("ab,bc->ac", &[7, 260, 37]);
    check_subscripts("ab,cb->ca", &[101, 7, 9]);
    check_subscripts("abcd,dfce->abef", &[3, 4, 3, 5, 3, 4]);
    check_subscripts("eab,ebc->eca", &[9, 65, 7, 0, 3]);
    check_subscripts("ab,bc->ac", &[2, 4100, 3]);
}

/// Tiny products, and small ones whose columns are whole gangs of 8 or 16, or nearly so, in each order of axes.
fn check_small<T: Element + PartialEq>(value: impl Fn(usize) -> T) {
    let tiny = [[2, 2, 2], [3, 3, 3], [4, 4, 4], [2, 3, 4], [4, 2, 3], [3, 4, 2]];
    let small = [[8, 8, 8], [16, 16, 16], [16, 8, 24], [2, 24, 32], [7, 3, 16], [32, 9, 8], [33, 8, 8], [11, 16, 20]];
    for extents in tiny.into_iter().chain(small) {
        for order in 0..8 {
            let labels = |bit: usize, a, b| if order >> bit & 1 == 0 { [a, b] } else { [b, a] };
            let laid = |labels: [u8; 2], salt| Laid::rows(&labels, &extents, |n| value(n * 5 + salt));
            let [left, right, out] = [laid(labels(0, 0, 1), 0), laid(labels(1, 1, 2), 3), laid(labels(2, 0, 2), 7)];
            let factors = [left, right];
            check(&extents, &factors, None, &out, Set);
            check(&extents, &factors, None, &out, Add);
        }
    }
}

#[test]
fn small_products_in_every_order() {
    check_small(|n| (n % 9) as f64 - 4.0);
    check_small(|n| (n % 5) as f32 - 2.0);
    check_small(|n| (n * 37) as i8);
}

#[test]
fn short_inner_products() {
    for len in [0, 1, 7, 8, 31, 32, 33, 100, 4095, 4096] {
        let of = |salt: usize| (0..len).map(|n| ((n * 5 + salt) % 9) as f64 - 4.0).collect::<Vec<f64>>();
        let (a, b) = (of(0), of(4));
        let expected = a.iter().zip(&b).map(|(a, b)| a * b).sum::<f64>();
        // SAFETY: both have so many elements.
        assert_eq!(unsafe { inner_product(len, a.as_ptr(), b.as_ptr()) }, Some(expected), "{len} elements");
        let of = |salt: usize| (0..len).map(|n| ((n * 7 + salt) % 251) as u8).collect::<Vec<u8>>();
        let (a, b) = (of(1), of(2));
        let expected = a.iter().zip(&b).fold(0u8, |sum, (a, b)| sum.wrapping_add(a.wrapping_mul(*b)));
        // SAFETY: as above.
        assert_eq!(unsafe { inner_product(len, a.as_ptr(), b.as_ptr()) }, Some(expected), "{len} bytes");
    }
    // SAFETY: nothing is read.
    assert_eq!(unsafe { inner_product::<f64>(4097, core::ptr::null(), core::ptr::null()) }, None);
}

#[test]
fn an_empty_sum_is_zero_whatever_stands_there() {
    check_subscripts("ab,bc->ac", &[3, 0, 4]);
    check_subscripts("ab,bc,cd->ad", &[3, 2, 0, 2]);
    check_subscripts("ab->a", &[3, 0]);
}

#[test]
fn an_empty_output_is_left_alone() {
    let extents = [0, 3, 4];
    let [a, b] = [[0, 1], [1, 2]].map(|labels| Laid::rows(&labels, &extents, |_| 2.0));
    check(&extents, &[a, b], None, &Laid::rows(&[0, 2], &extents, |_| 5.0), Set);
}

#[test]
fn logic_is_or_of_ands() {
    let extents = [4, 5, 3];
    for salt in 0..6 {
        let a = Laid::rows(&[0, 1], &extents, |n| (n * 7 + salt) % 5 == 0);
        let b = Laid::rows(&[1, 2], &extents, |n| (n * 3 + salt) % 4 == 0);
        let out = Laid::rows(&[0, 2], &extents, |n| n % 2 == 0);
        check(&extents, &[a, b], None, &out, Set);
        let a = Laid::rows(&[0, 1], &extents, |n| (n * 7 + salt) % 5 == 0);
        check(&extents, &[a], None, &Laid::rows(&[0], &extents, |n| n % 2 == 0), Add);
    }
}

#[test]
fn a_product_in_place() {
    let mut a: Vec<f64> = (0..6).map(f64::from).collect();
    let mut axes = Axes::new();
    axes.push(0, 2);
    axes.push(1, 1);
    let ptr = a.as_mut_ptr();
    let factor = Factor { ptr: ptr.cast_const(), axes };
    let path = plan(&[axes.labels(), axes.labels()], axes.labels(), &[3, 2]);
    // SAFETY: six elements, 3 by 2; the factors are the output at the same labels.
    unsafe { product(&[3, 2], &[factor, factor], &path, None, ptr, &axes, Set).unwrap() }
    assert_eq!(a, [0.0, 1.0, 4.0, 9.0, 16.0, 25.0]);
}

#[test]
fn long_sums_do_not_stall() {
    const MANY: usize = 20_000_000;
    let ones = Laid::rows(&[0], &[MANY], |_| 1f32);
    let factor = Factor { ptr: ones.ptr(), axes: ones.axes() };
    let path = plan(&[ones.axes().labels(); 2], LabelSet::EMPTY, &[MANY]);
    let mut sum = f32::NAN;
    // SAFETY: one element for the output, and `MANY` for each factor.
    unsafe { product(&[MANY], &[factor, factor], &path, None, &mut sum, &Axes::new(), Set).unwrap() }
    assert_eq!(sum, 20_000_000.0);
}

#[test]
fn an_intermediate_that_does_not_fit_is_an_error() {
    // Stride 0 everywhere: extents without memory. The output needs every label of the first two factors.
    let extents = [1 << 40, 1 << 30, 2];
    let one = [1.0f64];
    let axes = |labels: &[u8]| {
        let mut axes = Axes::new();
        labels.iter().for_each(|&label| axes.push(label, 0));
        axes
    };
    let factors = [&[0, 2][..], &[1, 2], &[0, 1, 2]].map(|labels| Factor { ptr: one.as_ptr(), axes: axes(labels) });
    let path = Path::left_to_right(3);
    let mut out = 0.0;
    // SAFETY: every element is `one`; the error comes before any is written.
    let result = unsafe { product(&extents, &factors, &path, None, &mut out, &Axes::new(), Set) };
    let text = result.unwrap_err().to_string();
    assert_eq!(text, "einsum: an intermediate of shape [1099511627776, 1073741824, 2] does not fit in memory");
}

/// The cost of a path, step by step.
fn cost(path: &Path, factors: &[LabelSet], output: LabelSet, extents: &[usize]) -> u64 {
    let mut live: Vec<Option<LabelSet>> = factors.iter().copied().map(Some).collect();
    let mut total = 0;
    for labels in 0..factors.len() {
        let others = (0..factors.len()).filter(|&at| at != labels).fold(output, |all, at| all.or(factors[at]));
        let kept = factors[labels].and(others);
        if kept != factors[labels] {
            total += factors[labels].points(extents);
            live[labels] = Some(kept);
        }
    }
    for &(left, right) in path.pairs() {
        let [a, b] = [left, right].map(|slot| live[slot as usize].take().unwrap());
        let needed = live.iter().flatten().fold(output, |all, labels| all.or(*labels));
        let kept = a.or(b).and(needed);
        total += path::cost(a, b, kept, extents);
        live.push(Some(kept));
    }
    total
}

/// The cost of the cheapest of all orders, by trying them.
fn cheapest(live: &[LabelSet], output: LabelSet, extents: &[usize]) -> u64 {
    if live.len() == 1 {
        return 0;
    }
    let mut best = u64::MAX;
    for left in 0..live.len() {
        for right in left + 1..live.len() {
            let others: Vec<LabelSet> = (0..live.len()).filter(|&n| n != left && n != right).map(|n| live[n]).collect();
            let needed = others.iter().fold(output, |all, labels| all.or(*labels));
            let kept = live[left].or(live[right]).and(needed);
            let mut rest = others;
            rest.push(kept);
            best = best.min(path::cost(live[left], live[right], kept, extents) + cheapest(&rest, output, extents));
        }
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn paths_up_to_eight_factors_are_optimal(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let extents: Vec<usize> = (0..8).map(|_| 1 + dice.below(9)).collect();
        // Trying all orders of six factors is what a test has time for.
        let count = 2 + dice.below(5);
        let output = LabelSet::of(&pick(&mut dice, 8, 3));
        let factors: Vec<LabelSet> = (0..count).map(|_| LabelSet::of(&pick(&mut dice, 8, 4))).collect();
        let path = plan(&factors, output, &extents);
        // Labels that one factor alone carries are summed first in either.
        let mut alone = 0;
        let kept: Vec<LabelSet> = (0..count)
            .map(|at| {
                let others = (0..count).filter(|&n| n != at).fold(output, |all, n| all.or(factors[n]));
                let kept = factors[at].and(others);
                alone += if kept == factors[at] { 0 } else { factors[at].points(&extents) };
                kept
            })
            .collect();
        prop_assert_eq!(cost(&path, &factors, output, &extents), alone + cheapest(&kept, output, &extents));
    }

    #[test]
    fn greedy_paths_use_every_slot_once(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let count = 9 + dice.below(56);
        let extents: Vec<usize> = (0..40).map(|_| dice.below(9)).collect();
        let factors: Vec<LabelSet> = (0..count).map(|_| LabelSet::of(&pick(&mut dice, 40, 5))).collect();
        let path = plan(&factors, LabelSet::of(&[0, 1]), &extents);
        let mut slots: Vec<u8> = path.pairs().iter().flat_map(|&(left, right)| [left, right]).collect();
        slots.sort_unstable();
        prop_assert_eq!(slots, (0..2 * count as u8 - 2).collect::<Vec<u8>>());
        for (step, &(left, right)) in path.pairs().iter().enumerate() {
            prop_assert!(usize::from(left.max(right)) < count + step);
        }
    }
}

#[test]
fn the_compiler_plans_and_extremes_saturate() {
    const FACTORS: [LabelSet; 3] = [LabelSet::of(&[0, 1]), LabelSet::of(&[1, 2]), LabelSet::of(&[2, 3])];
    const ENDS: LabelSet = LabelSet::of(&[0, 3]);
    // 10x100 . 100x5 . 5x50: the left pair first costs 15_000 of twice that, the right one 75_000.
    const LEFT: Path = plan(&FACTORS, ENDS, &[10, 100, 5, 50]);
    assert_eq!(LEFT.pairs(), [(0, 1), (3, 2)]);
    const RIGHT: Path = plan(&FACTORS, ENDS, &[50, 5, 100, 10]);
    assert_eq!(RIGHT.pairs(), [(1, 2), (0, 3)]);
    const HUGE: Path = plan(&FACTORS, ENDS, &[usize::MAX; 4]);
    assert_eq!(HUGE.pairs(), [(0, 1), (3, 2)]);
    const EMPTY: Path = plan(&FACTORS, ENDS, &[0; 4]);
    assert_eq!(EMPTY.pairs(), [(0, 1), (3, 2)]);
}

#[test]
fn an_explanation_prints() {
    let names = ["i", "j", "k", "l", "x"];
    let operands: [(&str, &[u8]); 3] = [("a", &[0, 1]), ("b", &[1, 2, 4]), ("c", &[2, 3])];
    let path = explain(&names, &operands, &[0, 3], &[10, 100, 5, 50, 7], ("f64", 8));
    let notations: Vec<&str> = path.steps().iter().map(PathStep::notation).collect();
    assert_eq!(notations, ["b[j, k, x] -> t1[j, k]", "a[i, j] * t1[j, k] -> t2[i, k]", "t2[i, k] * c[k, l] -> [i, l]"]);
    let classes: Vec<Class> = path.steps().iter().map(PathStep::class).collect();
    assert_eq!(classes, [Class::Sum, Class::Gemm, Class::Gemm]);
    // 100 * 5 * 7, then 2 * 10 * 100 * 5 and 2 * 10 * 5 * 50; naively 3 for each of 10 * 100 * 5 * 50 * 7 points.
    assert_eq!(path.steps().iter().map(PathStep::flops).collect::<Vec<_>>(), [3500, 10_000, 5000]);
    assert_eq!((path.flops(), path.naive_flops(), path.largest_intermediate()), (18_500, 5_250_000, 500));
    assert_eq!(path.to_string(), EXPLAINED);
}

const EXPLAINED: &str = "\
a[i, j] * b[j, k, x] * c[k, l] -> [i, l]
  extents               i = 10, j = 100, k = 5, l = 50, x = 7
  element               f64 (8 bytes)
  one nest              5_250_000 flops
  these steps           18_500 flops (283.8 times fewer)
  largest intermediate  500 elements (4_000 bytes)

  step  kind  as in       flops  elements  notation
     1  sum   ij->i       3_500       500  b[j, k, x] -> t1[j, k]
     2  gemm  ij,jk->ik  10_000        50  a[i, j] * t1[j, k] -> t2[i, k]
     3  gemm  ij,jk->ik   5_000       500  t2[i, k] * c[k, l] -> [i, l]";

#[test]
fn explanations_of_one_operand() {
    let class = |labels: &[u8], output: &[u8]| {
        explain(&["i", "j"], &[("a", labels)], output, &[3, 4], ("i32", 4)).steps()[0].class()
    };
    assert_eq!(class(&[0, 1], &[1, 0]), Class::Transpose);
    assert_eq!(class(&[0, 1], &[0, 1]), Class::Copy);
    assert_eq!(class(&[0, 0], &[0]), Class::Copy);
    assert_eq!(class(&[0, 1], &[1]), Class::Sum);
    let transpose = explain(&["i", "j"], &[("a", &[0, 1])], &[1, 0], &[3, 4], ("i32", 4)).to_string();
    assert!(transpose.contains("  these steps           0 flops\n"), "nothing is how many times fewer:\n{transpose}");
}
