//! atan2 and hypot.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_4, PI};

use crate::places::{Expected, check_two};
use crate::{INF, Is, NAN, Nan, Near, Number, for_both};

for_both! { atan2 hypot }

/// The sign of the angle is that of y.
fn both_signs(y: f64, x: f64, angle: f64) -> [(f64, f64, Expected); 2] {
    let expected = |angle: f64| if angle == 0.0 { Is(angle) } else { Near(angle) };
    [(y, x, expected(angle)), (-y, x, expected(-angle))]
}

fn atan2<T: Number>() {
    let mut table = Vec::new();
    for x in [1.0, T::TINY, T::NORMAL, 2.5, T::MAX, INF] {
        table.push((0.0, x, 0.0));
        table.push((0.0, -x, PI));
    }
    table.extend([(0.0, 0.0, 0.0), (0.0, -0.0, PI)]);
    for y in [1.0, T::TINY, T::NORMAL, 2.5, T::MAX, INF] {
        table.extend([(y, 0.0, FRAC_PI_2), (y, -0.0, FRAC_PI_2)]);
    }
    for finite in [1.0, T::TINY, T::MAX] {
        table.extend([(finite, -INF, PI), (finite, INF, 0.0)]);
        table.extend([(INF, finite, FRAC_PI_2), (INF, -finite, FRAC_PI_2)]);
    }
    table.extend([(INF, -INF, 3.0 * FRAC_PI_4), (INF, INF, FRAC_PI_4)]);
    for equal in [1.0, T::TINY, T::NORMAL, T::MAX] {
        table.extend([(equal, equal, FRAC_PI_4), (equal, -equal, 3.0 * FRAC_PI_4)]);
    }
    // The quotient is far out of the range.
    table.extend([
        (T::TINY, T::MAX, 0.0),
        (T::TINY, -T::MAX, PI),
        (T::MAX, T::TINY, FRAC_PI_2),
        (T::MAX, -T::TINY, FRAC_PI_2),
    ]);
    let mut cases: Vec<_> = table.into_iter().flat_map(|(y, x, angle)| both_signs(y, x, angle)).collect();
    for other in [0.0, 1.0, -INF, NAN] {
        cases.extend([(NAN, other, Nan), (other, NAN, Nan)]);
    }
    check_two::<T>("atan2", &cases);
}

fn hypot<T: Number>() {
    let mut cases = Vec::new();
    for other in [0.0, -0.0, 1.0, T::TINY, -T::MAX, INF, NAN] {
        for infinity in [INF, -INF] {
            cases.extend([(infinity, other, Is(INF)), (other, infinity, Is(INF))]);
        }
    }
    for other in [0.0, 1.0, T::MAX, NAN] {
        cases.extend([(NAN, other, Nan), (other, NAN, Nan)]);
    }
    for x in [0.0, T::TINY, T::NORMAL, 1.5, T::MAX] {
        for zero in [0.0, -0.0] {
            cases.extend([(x, zero, Is(x)), (zero, x, Is(x)), (-x, zero, Is(x)), (zero, -x, Is(x))]);
        }
    }
    cases.extend([
        (3.0, 4.0, Near(5.0)),
        (-5.0, 12.0, Near(13.0)),
        (T::MAX, T::MAX, Is(INF)),
        (T::MAX, 1.0, Near(T::MAX)),
    ]);
    // Squares out of the range, the root within.
    let large = 2f64.powi(T::EXPONENTS.1 - 3);
    cases.extend([(3.0 * large, -4.0 * large, Near(5.0 * large)), (3.0 * T::TINY, 4.0 * T::TINY, Near(5.0 * T::TINY))]);
    check_two::<T>("hypot", &cases);
}
