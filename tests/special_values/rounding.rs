//! Roots, and rounding to whole numbers.

use crate::{INF, Is, Nan, Near, Number, check_one, ends, for_both};

for_both! { sqrt cbrt rounding large_numbers_are_whole }

fn sqrt<T: Number>() {
    ends::<T>("sqrt", [Is(-0.0), Is(0.0)], [Nan, Is(INF)]);
    let mut cases: Vec<_> = [-T::TINY, -T::NORMAL, -1.0, -T::MAX].map(|x| (x, Nan)).to_vec();
    cases.extend([1.0, 2.0, 3.0, 4095.0, 0.5, 1.5, 2f64.powi(T::EXPONENTS.1 / 2)].map(|root| (root * root, Is(root))));
    // Correctly rounded.
    let two = T::choose(f64::from(std::f32::consts::SQRT_2), std::f64::consts::SQRT_2);
    let (max, tiny) = T::choose(
        (f64::from(1.844_674_3e19f32), f64::from(3.743_392e-23f32)),
        (1.340_780_792_994_259_6e154, 2.222_758_749_485_077_5e-162),
    );
    cases.extend([(2.0, Is(two)), (T::MAX, Is(max)), (T::TINY, Is(tiny))]);
    check_one::<T>("sqrt", &cases);
}

fn cbrt<T: Number>() {
    ends::<T>("cbrt", [Is(-0.0), Is(0.0)], [Is(-INF), Is(INF)]);
    let (max, tiny) = T::choose(
        (6_981_463_519_622.336, 1.119_034_687_042_551e-15),
        (5.643_803_094_122_362e102, 1.703_183_936_003_260_3e-108),
    );
    let roots = [(T::MAX, max), (T::TINY, tiny), (8.0, 2.0), (27.0, 3.0), (0.125, 0.5), (1.0, 1.0), (1e6, 100.0)];
    let cases = roots.into_iter().flat_map(|(x, root)| [(x, Near(root)), (-x, Near(-root))]);
    check_one::<T>("cbrt", &cases.collect::<Vec<_>>());
}

fn rounding<T: Number>() {
    let below_half = 0.5 - T::EPSILON / 4.0;
    // The number, and its floor, ceil, round and trunc.
    let table = [
        (0.5, [0.0, 1.0, 1.0, 0.0]),
        (below_half, [0.0, 1.0, 0.0, 0.0]),
        (0.5 + T::EPSILON / 2.0, [0.0, 1.0, 1.0, 0.0]),
        (1.5, [1.0, 2.0, 2.0, 1.0]),
        (2.5, [2.0, 3.0, 3.0, 2.0]),
        (1.0, [1.0, 1.0, 1.0, 1.0]),
        (1.0 - T::EPSILON / 2.0, [0.0, 1.0, 1.0, 0.0]),
        (1.0 + T::EPSILON, [1.0, 2.0, 1.0, 1.0]),
        (0.25, [0.0, 1.0, 0.0, 0.0]),
        (T::TINY, [0.0, 1.0, 0.0, 0.0]),
        (T::NORMAL, [0.0, 1.0, 0.0, 0.0]),
        (1_234.75, [1_234.0, 1_235.0, 1_235.0, 1_234.0]),
    ];
    for (k, name) in ["floor", "ceil", "round", "trunc"].into_iter().enumerate() {
        ends::<T>(name, [Is(-0.0), Is(0.0)], [Is(-INF), Is(INF)]);
        // floor(-x) = -ceil(x); zeros keep the sign of the argument.
        let mirrored = [1, 0, 2, 3][k];
        let cases = table.iter().flat_map(|(x, rounded)| [(*x, Is(rounded[k])), (-x, Is(-rounded[mirrored]))]);
        check_one::<T>(name, &cases.collect::<Vec<_>>());
    }
}

fn large_numbers_are_whole<T: Number>() {
    // From here on numbers are 1 apart; before it, ½.
    let first = 1.0 / T::EPSILON;
    let whole = [
        first,
        first + 1.0,
        2.0 * first - 1.0,
        2.0 * first,
        2f64.powi(31),
        2f64.powi(32),
        2f64.powi(63),
        2f64.powi(64),
        T::MAX,
    ];
    for name in ["floor", "ceil", "round", "trunc"] {
        let cases = whole.into_iter().flat_map(|x| [(x, Is(x)), (-x, Is(-x))]);
        check_one::<T>(name, &cases.collect::<Vec<_>>());
    }
    let last = first - 0.5;
    check_one::<T>("floor", &[(last, Is(first - 1.0)), (-last, Is(-first))]);
    check_one::<T>("ceil", &[(last, Is(first)), (-last, Is(1.0 - first))]);
    check_one::<T>("round", &[(last, Is(first)), (-last, Is(-first))]);
    check_one::<T>("trunc", &[(last, Is(first - 1.0)), (-last, Is(1.0 - first))]);
}
