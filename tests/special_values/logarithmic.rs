//! Logarithms, and the inverse hyperbolic functions.

use crate::{INF, Is, Nan, Near, Number, check_one, ends, for_both, identity_near_zero};

for_both! { ln log2 log10 exact_log2 exact_log10 ln_1p asinh acosh atanh }

/// What is the same for all bases.
fn logarithm<T: Number>(name: &str) {
    ends::<T>(name, [Is(-INF), Is(-INF)], [Nan, Is(INF)]);
    let outside = [-T::TINY, -T::NORMAL, -0.5, -1.0, -2.0, -T::MAX].map(|x| (x, Nan));
    check_one::<T>(name, &outside);
    check_one::<T>(name, &[(1.0, Is(0.0))]);
}

fn ln<T: Number>() {
    logarithm::<T>("ln");
    let cases = T::choose(
        [
            (T::TINY, Near(-103.278_929_903_431_85)),
            (T::NORMAL, Near(-87.336_544_750_553_1)),
            (T::MAX, Near(88.722_839_052_068_36)),
            (1.0 + T::EPSILON, Near(1.192_092_824_453_544_6e-7)),
            (1.0 - T::EPSILON / 2.0, Near(-5.960_464_655_174_75e-8)),
        ],
        [
            (T::TINY, Near(-744.440_071_921_381_2)),
            (T::NORMAL, Near(-708.396_418_532_264_1)),
            (T::MAX, Near(709.782_712_893_384)),
            (1.0 + T::EPSILON, Near(2.220_446_049_250_312_8e-16)),
            (1.0 - T::EPSILON / 2.0, Near(-1.110_223_024_625_156_5e-16)),
        ],
    );
    check_one::<T>("ln", &cases);
}

fn log2<T: Number>() {
    logarithm::<T>("log2");
}

fn log10<T: Number>() {
    logarithm::<T>("log10");
    let cases = T::choose(
        [(T::TINY, Near(-44.853_469_353_933_2)), (T::MAX, Near(38.531_839_419_103_62))],
        [(T::TINY, Near(-323.306_215_343_115_8)), (T::MAX, Near(308.254_715_559_916_75))],
    );
    check_one::<T>("log10", &cases);
}

fn exact_log2<T: Number>() {
    let (low, high) = T::EXPONENTS;
    let powers: Vec<f64> = (low..=high).map(|k| 2f64.powi(k / 2) * 2f64.powi(k - k / 2)).collect();
    for (k, (x, got)) in (low..=high).zip(powers.iter().zip(T::one("log2", &powers))) {
        assert_eq!(got.to_bits(), f64::from(k).to_bits(), "log2({x:e}) as {}", T::NAME);
    }
}

fn exact_log10<T: Number>() {
    // All powers of ten that the type has.
    let largest = T::choose(10, 22);
    let powers: Vec<f64> = (0..=largest).map(|k| format!("1e{k}").parse().unwrap()).collect();
    for (k, got) in T::one("log10", &powers).into_iter().enumerate() {
        assert_eq!(got.to_bits(), (k as f64).to_bits(), "log10(1e{k}) as {}", T::NAME);
    }
}

fn ln_1p<T: Number>() {
    ends::<T>("ln_1p", [Is(-0.0), Is(0.0)], [Nan, Is(INF)]);
    identity_near_zero::<T>("ln_1p");
    let mut cases = vec![(-1.0, Is(-INF)), (-1.0 - T::EPSILON, Nan), (-2.0, Nan), (-T::MAX, Nan)];
    cases.push((T::MAX, Near(T::choose(88.722_839_052_068_36, 709.782_712_893_384))));
    cases.push((1.0, Near(std::f64::consts::LN_2)));
    check_one::<T>("ln_1p", &cases);
}

/// `asinh` and `acosh` of the largest number, which are equal to 50 digits (mpmath).
fn of_largest<T: Number>() -> f64 {
    T::choose(89.415_986_232_628_3, 710.475_860_073_943_9)
}

fn asinh<T: Number>() {
    ends::<T>("asinh", [Is(-0.0), Is(0.0)], [Is(-INF), Is(INF)]);
    identity_near_zero::<T>("asinh");
    let (x, value) = T::choose((2f64.powi(100), 70.007_865_236_554_48), (2f64.powi(1000), 693.840_327_740_505_3));
    let end = of_largest::<T>();
    let cases = [(x, Near(value)), (-x, Near(-value)), (T::MAX, Near(end)), (-T::MAX, Near(-end))];
    check_one::<T>("asinh", &cases);
}

fn acosh<T: Number>() {
    ends::<T>("acosh", [Nan, Nan], [Nan, Is(INF)]);
    let mut cases: Vec<_> = [1.0 - T::EPSILON / 2.0, 0.5, T::TINY, -1.0, -2.0, -T::MAX].map(|x| (x, Nan)).to_vec();
    cases.push((1.0, Is(0.0)));
    let (x, value) = T::choose((2f64.powi(100), 70.007_865_236_554_48), (2f64.powi(1000), 693.840_327_740_505_3));
    cases.extend([(x, Near(value)), (T::MAX, Near(of_largest::<T>()))]);
    check_one::<T>("acosh", &cases);
}

fn atanh<T: Number>() {
    ends::<T>("atanh", [Is(-0.0), Is(0.0)], [Nan, Nan]);
    identity_near_zero::<T>("atanh");
    let outside = [1.0 + T::EPSILON, 2.0, T::MAX].into_iter().flat_map(|x| [(x, Nan), (-x, Nan)]);
    let mut cases: Vec<_> = outside.collect();
    cases.extend([(1.0, Is(INF)), (-1.0, Is(-INF))]);
    check_one::<T>("atanh", &cases);
}
