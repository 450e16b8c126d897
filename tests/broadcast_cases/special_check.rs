//! Comparisons of special values.

use crate::layouts::{FAITHFUL, Laid, layouts};
use crate::table_check::Value;

/// An operand in every layout that keeps its values.
pub fn in_layouts<T: Value>(extents: &[usize], values: &[T]) -> Vec<Laid<T>> {
    layouts(extents, values, T::FILLER).into_iter().take(FAITHFUL).collect()
}

fn is_same<T: Value>(got: &[T], expect: &[T], sign_of_zero: bool) -> bool {
    got.len() == expect.len() && got.iter().zip(expect).all(|(got, &expect)| got.is_near(expect, 0, sign_of_zero))
}

#[track_caller]
pub fn same<T: Value>(layout: &str, got: &[T], expect: &[T], sign_of_zero: bool) {
    assert!(is_same(got, expect, sign_of_zero), "{got:?}, not {expect:?}; layout `{layout}`");
}

/// The sign of a zero sum is not promised.
#[track_caller]
pub fn any_of<T: Value>(got: &[T], accepted: &[&[T]]) {
    assert!(accepted.iter().any(|expect| is_same(got, expect, false)), "{got:?}, not {accepted:?}");
}

/// The sum, the sum weighted by `k % 97 + 1`, and some elements with their positions.
pub fn digest(values: &[f64], sum: f64, weighted: f64, probes: &[(usize, f64)]) {
    assert_eq!(values.iter().sum::<f64>(), sum);
    assert_eq!(values.iter().enumerate().map(|(k, x)| x * (k % 97 + 1) as f64).sum::<f64>(), weighted);
    probes.iter().for_each(|&(k, x)| assert_eq!(values[k], x, "element {k}"));
}
