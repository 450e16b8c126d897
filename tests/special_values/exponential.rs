//! exp, exp2, exp_m1, sinh, cosh, tanh.

use crate::{INF, Is, Near, Number, check_one, ends, for_both, identity_near_zero};

for_both! { exp exp2 exp2_of_whole_numbers exp_m1 sinh cosh tanh }

fn exp<T: Number>() {
    ends::<T>("exp", [Is(1.0), Is(1.0)], [Is(0.0), Is(INF)]);
    let mut cases = vec![(T::MAX, Is(INF)), (-T::MAX, Is(0.0)), (1000.0, Is(INF)), (-1000.0, Is(0.0))];
    cases.extend([T::TINY, -T::TINY, T::NORMAL, -T::NORMAL].map(|x| (x, Near(1.0))));
    cases.extend([(1.0, Near(std::f64::consts::E)), (-1.0, Near(0.367_879_441_171_442_32))]);
    // The last argument with a finite result and the one after it; results of few digits.
    cases.extend(T::choose(
        vec![
            (88.722_83f32.into(), Near(3.402_798_537_411_848_7e38)),
            (88.722_84f32.into(), Is(INF)),
            (-88.0, Near(6.054_601_895_401_186e-39)),
            (-100.0, Near(3.720_075_976_020_836e-44)),
            (f64::from(-103.9f32), Near(7.530_133_357_747_39e-46)),
        ],
        vec![
            (709.782_712_893_384, Near(1.797_693_134_862_273_2e308)),
            (709.782_712_893_384_1, Is(INF)),
            (-708.5, Near(2.006_132_305_331_306e-308)),
            (-740.0, Near(4.2e-322)),
            (-745.13, Near(5e-324)),
        ],
    ));
    check_one::<T>("exp", &cases);
}

fn exp2<T: Number>() {
    ends::<T>("exp2", [Is(1.0), Is(1.0)], [Is(0.0), Is(INF)]);
    let (low, high) = T::EXPONENTS;
    let (below, above) = (f64::from(low) - 2.0, f64::from(high) + 1.0);
    let mut cases = vec![(above, Is(INF)), (T::MAX, Is(INF)), (below, Is(0.0)), (-T::MAX, Is(0.0))];
    cases.extend([T::TINY, -T::TINY, T::NORMAL, -T::NORMAL].map(|x| (x, Near(1.0))));
    cases.extend([(0.5, Near(std::f64::consts::SQRT_2)), (-0.5, Near(std::f64::consts::FRAC_1_SQRT_2))]);
    check_one::<T>("exp2", &cases);
}

fn exp2_of_whole_numbers<T: Number>() {
    let (low, high) = T::EXPONENTS;
    let exponents: Vec<f64> = (low..=high).map(f64::from).collect();
    for (x, got) in exponents.iter().zip(T::one("exp2", &exponents)) {
        // Two exact factors: `powi` divides 1 by what overflows.
        let half = (x / 2.0).trunc();
        let power = 2f64.powi(half as i32) * 2f64.powi((x - half) as i32);
        assert_eq!(got, power, "2 to the power of {x} as {}", T::NAME);
    }
}

fn exp_m1<T: Number>() {
    ends::<T>("exp_m1", [Is(-0.0), Is(0.0)], [Is(-1.0), Is(INF)]);
    identity_near_zero::<T>("exp_m1");
    let mut cases = vec![(T::MAX, Is(INF)), (-T::MAX, Is(-1.0)), (1000.0, Is(INF)), (-1000.0, Is(-1.0))];
    cases.extend([(1.0, Near(1.718_281_828_459_045)), (-1.0, Near(-0.632_120_558_828_557_7))]);
    cases.extend(T::choose(
        [(88.722_83f32.into(), Near(3.402_798_537_411_848_7e38)), (88.722_84f32.into(), Is(INF))],
        [(709.782_712_893_384, Near(1.797_693_134_862_273_2e308)), (709.782_712_893_384_1, Is(INF))],
    ));
    check_one::<T>("exp_m1", &cases);
}

/// The largest argument whose `sinh` and `cosh` are finite, and both, which are equal there (mpmath, 50 digits).
fn largest<T: Number>() -> (f64, f64) {
    T::choose((89.415_985_107_421_88, 3.402_819_637_508_620_8e38), (710.475_860_073_943_9, 1.797_693_134_862_174_4e308))
}

fn sinh<T: Number>() {
    ends::<T>("sinh", [Is(-0.0), Is(0.0)], [Is(-INF), Is(INF)]);
    identity_near_zero::<T>("sinh");
    let beyond = T::choose(f64::from(89.415_99f32), 710.475_860_073_944);
    let cases = [beyond, 1000.0, T::MAX].into_iter().flat_map(|x| [(x, Is(INF)), (-x, Is(-INF))]);
    let mut cases: Vec<_> = cases.collect();
    let (end, value) = largest::<T>();
    cases.extend([(end, Near(value)), (-end, Near(-value))]);
    cases.extend([(1.0, Near(1.175_201_193_643_801_5)), (-1.0, Near(-1.175_201_193_643_801_5))]);
    check_one::<T>("sinh", &cases);
}

fn cosh<T: Number>() {
    ends::<T>("cosh", [Is(1.0), Is(1.0)], [Is(INF), Is(INF)]);
    let beyond = T::choose(f64::from(89.415_99f32), 710.475_860_073_944);
    let cases = [beyond, 1000.0, T::MAX].into_iter().flat_map(|x| [(x, Is(INF)), (-x, Is(INF))]);
    let mut cases: Vec<_> = cases.collect();
    cases.extend([T::TINY, -T::TINY, T::NORMAL].map(|x| (x, Near(1.0))));
    let (end, value) = largest::<T>();
    cases.extend([(end, Near(value)), (-end, Near(value))]);
    cases.extend([(1.0, Near(1.543_080_634_815_243_8)), (-1.0, Near(1.543_080_634_815_243_8))]);
    check_one::<T>("cosh", &cases);
}

fn tanh<T: Number>() {
    ends::<T>("tanh", [Is(-0.0), Is(0.0)], [Is(-1.0), Is(1.0)]);
    identity_near_zero::<T>("tanh");
    let cases = [25.0, 100.0, 1000.0, T::MAX].into_iter().flat_map(|x| [(x, Is(1.0)), (-x, Is(-1.0))]);
    check_one::<T>("tanh", &cases.collect::<Vec<_>>());
}
