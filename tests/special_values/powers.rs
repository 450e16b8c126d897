//! powf and powi.

use crate::places::{Expected, check_powi, check_two};
use crate::{INF, Is, NAN, Nan, Near, Number, for_both};

for_both! { zero_to_a_power infinity_to_a_power to_infinity nan_and_one negative_bases exact_powers range_of_powf powi }

fn powf<T: Number>(cases: impl IntoIterator<Item = (f64, f64, Expected)>) {
    check_two::<T>("powf", &cases.into_iter().collect::<Vec<_>>());
}

/// Odd whole numbers, up to the largest that the type has.
fn odd<T: Number>() -> [f64; 4] {
    [1.0, 3.0, 101.0, 2.0 / T::EPSILON - 1.0]
}

/// Other positive finite numbers: even, no whole numbers, and those that are so large that they are even.
fn not_odd<T: Number>() -> [f64; 7] {
    [2.0, 4.0, 0.5, 2.5, T::TINY, 2.0 / T::EPSILON, T::MAX]
}

fn zero_to_a_power<T: Number>() {
    let odd = odd::<T>()
        .into_iter()
        .flat_map(|y| [(0.0, y, Is(0.0)), (-0.0, y, Is(-0.0)), (0.0, -y, Is(INF)), (-0.0, -y, Is(-INF))]);
    let other = not_odd::<T>()
        .into_iter()
        .chain([INF])
        .flat_map(|y| [(0.0, y, Is(0.0)), (-0.0, y, Is(0.0)), (0.0, -y, Is(INF)), (-0.0, -y, Is(INF))]);
    powf::<T>(odd.chain(other));
}

fn infinity_to_a_power<T: Number>() {
    let odd = odd::<T>()
        .into_iter()
        .flat_map(|y| [(INF, y, Is(INF)), (-INF, y, Is(-INF)), (INF, -y, Is(0.0)), (-INF, -y, Is(-0.0))]);
    let other = not_odd::<T>()
        .into_iter()
        .chain([INF])
        .flat_map(|y| [(INF, y, Is(INF)), (-INF, y, Is(INF)), (INF, -y, Is(0.0)), (-INF, -y, Is(0.0))]);
    powf::<T>(odd.chain(other));
}

fn to_infinity<T: Number>() {
    let below = [T::TINY, 0.5, 1.0 - T::EPSILON / 2.0];
    let above = [1.0 + T::EPSILON, 2.0, T::MAX];
    let below = below
        .into_iter()
        .flat_map(|x| [(x, INF, Is(0.0)), (-x, INF, Is(0.0)), (x, -INF, Is(INF)), (-x, -INF, Is(INF))]);
    let above = above
        .into_iter()
        .flat_map(|x| [(x, INF, Is(INF)), (-x, INF, Is(INF)), (x, -INF, Is(0.0)), (-x, -INF, Is(0.0))]);
    powf::<T>(below.chain(above).chain([(-1.0, INF, Is(1.0)), (-1.0, -INF, Is(1.0))]));
}

fn nan_and_one<T: Number>() {
    let anything = [0.0, -0.0, 1.0, -1.0, 0.5, T::TINY, T::MAX, -T::MAX, INF, -INF, NAN];
    let one =
        anything.into_iter().flat_map(|other| [(1.0, other, Is(1.0)), (other, 0.0, Is(1.0)), (other, -0.0, Is(1.0))]);
    // NaN wherever the other argument does not decide alone.
    let bases = [0.0, -0.0, 0.5, -1.0, 2.0, INF, -INF].map(|x| (x, NAN, Nan));
    let exponents = [1.0, -1.0, 0.5, 2.0, INF, -INF, NAN].map(|y| (NAN, y, Nan));
    powf::<T>(one.chain(bases).chain(exponents));
}

fn negative_bases<T: Number>() {
    let fractions = [0.5, -0.5, 1.5, 1.0 / 3.0, T::TINY, 2.0f64.powi(20) + 0.5];
    let outside = fractions.into_iter().flat_map(|y| [-T::TINY, -0.5, -1.0, -2.0, -T::MAX].map(|x| (x, y, Nan)));
    let (odd, even) = (2.0 / T::EPSILON - 1.0, 2.0 / T::EPSILON);
    let units = [(odd, -1.0), (-odd, -1.0), (even, 1.0), (-even, 1.0), (T::MAX, 1.0), (3.0, -1.0), (2.0, 1.0)];
    let far = [
        (-2.0, odd, -INF),
        (-2.0, even, INF),
        (-2.0, -odd, -0.0),
        (-2.0, -even, 0.0),
        (-0.5, odd, -0.0),
        (-0.5, -even, INF),
    ];
    let exact = [(-2.0, 3.0, -8.0), (-2.0, 4.0, 16.0), (-2.0, -1.0, -0.5), (-3.0, 5.0, -243.0), (-1.5, 2.0, 2.25)];
    powf::<T>(
        outside
            .chain(units.map(|(y, value)| (-1.0, y, Is(value))))
            .chain(far.map(|(x, y, value)| (x, y, Is(value))))
            .chain(exact.map(|(x, y, value)| (x, y, Is(value)))),
    );
}

fn exact_powers<T: Number>() {
    let powers_of_two = (T::EXPONENTS.0..=T::EXPONENTS.1).step_by(7).map(|k| {
        let power = 2f64.powi(k / 2) * 2f64.powi(k - k / 2);
        (2.0, f64::from(k), Is(power))
    });
    let to_the_first = [T::TINY, T::NORMAL, 0.1f32.into(), 1.0, 3.0, T::MAX]
        .into_iter()
        .flat_map(|x| [(x, 1.0, Near(x)), (-x, 1.0, Near(-x))]);
    let exact = [
        (3.0, 4.0, 81.0),
        (10.0, 5.0, 100_000.0),
        (4.0, 0.5, 2.0),
        (6.25, 1.5, 15.625),
        (16.0, -0.25, 0.5),
        (7.0, 2.0, 49.0),
    ];
    powf::<T>(powers_of_two.chain(to_the_first).chain(exact.map(|(x, y, value)| (x, y, Is(value)))));
}

fn range_of_powf<T: Number>() {
    let (low, high) = (f64::from(T::EXPONENTS.0), f64::from(T::EXPONENTS.1));
    let huge = [
        (2.0, high + 1.0),
        (0.5, -high - 1.0),
        (T::MAX, 2.0),
        (T::MAX, T::MAX),
        (T::TINY, -T::MAX),
        (1.5, T::MAX),
        (10.0, 400.0),
    ];
    let vanishing =
        [(2.0, low - 2.0), (0.5, -low + 2.0), (T::MAX, -2.0), (T::TINY, 2.0), (0.75, T::MAX), (10.0, -400.0)];
    let near_one = [(2.0, T::TINY), (T::MAX, T::TINY), (T::TINY, T::TINY), (0.5, -T::TINY), (1e30, T::NORMAL)];
    powf::<T>(
        huge.map(|(x, y)| (x, y, Is(INF)))
            .into_iter()
            .chain(vanishing.map(|(x, y)| (x, y, Is(0.0))))
            .chain(near_one.map(|(x, y)| (x, y, Near(1.0)))),
    );
}

// `std` divides 1 by the power for negative exponents, so its powers below 1 / MAX are 0; those are not here.

fn powi<T: Number>() {
    let anything = [0.0, -0.0, 1.0, -2.5, T::TINY, T::MAX, INF, -INF, NAN];
    let mut cases: Vec<_> = anything.into_iter().map(|x| (x, 0, Is(1.0))).collect();
    for n in [1, 3, 101, i32::MAX] {
        cases.extend([(0.0, n, Is(0.0)), (-0.0, n, Is(-0.0)), (0.0, -n, Is(INF)), (-0.0, -n, Is(-INF))]);
        cases.extend([(INF, n, Is(INF)), (-INF, n, Is(-INF)), (INF, -n, Is(0.0)), (-INF, -n, Is(-0.0))]);
        cases.extend([(-1.0, n, Is(-1.0)), (-1.0, -n, Is(-1.0)), (NAN, n, Nan), (NAN, -n, Nan)]);
    }
    for n in [2, 4, 100, i32::MAX - 1] {
        cases.extend([(0.0, n, Is(0.0)), (-0.0, n, Is(0.0)), (0.0, -n, Is(INF)), (-0.0, -n, Is(INF))]);
        cases.extend([(INF, n, Is(INF)), (-INF, n, Is(INF)), (INF, -n, Is(0.0)), (-INF, -n, Is(0.0))]);
        cases.extend([(-1.0, n, Is(1.0)), (1.0, n, Is(1.0)), (1.0, -n, Is(1.0))]);
    }
    // Its negative is no `i32`.
    cases.extend([
        (-1.0, i32::MIN, Is(1.0)),
        (2.0, i32::MIN, Is(0.0)),
        (-0.5, i32::MIN, Is(INF)),
        (INF, i32::MIN, Is(0.0)),
    ]);
    cases.extend([(-2.0, i32::MAX, Is(-INF)), (-2.0, -i32::MAX, Is(-0.0)), (0.5, i32::MAX, Is(0.0))]);
    cases.extend([
        (3.0, 5, Is(243.0)),
        (-3.0, 3, Is(-27.0)),
        (2.0, -3, Is(0.125)),
        (10.0, 5, Is(100_000.0)),
        (1.5, 2, Is(2.25)),
    ]);
    cases.extend([(2.0, T::EXPONENTS.1, Is(2f64.powi(T::EXPONENTS.1))), (0.5, -T::EXPONENTS.0, Is(T::TINY))]);
    cases.extend([T::TINY, T::NORMAL, -3.0, T::MAX].map(|x| (x, 1, Is(x))));
    check_powi::<T>(&cases);
}
