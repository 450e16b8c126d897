//! How often what stands in an array: histograms and counts of small integers.

use super::extremes::finite_range;
use super::methods;
use crate::array::{Array, Array1};
use crate::element::Element;
use crate::error::ShapeError;
use crate::operand::Operand;
use crate::shape::Shape;
use crate::slicing::IndexNumber;
use crate::view::View;

type Histogram = (Array1<usize>, Array1<f64>);

/// The edges of bins, evenly spaced.
fn edges(bins: usize, low: f64, high: f64) -> Array1<f64> {
    let step = (high - low) / bins as f64;
    Array::from_fn(bins + 1, |[i]| if i == bins { high } else { i as f64 * step + low })
}

#[track_caller]
fn histogram<T, S>(x: View<'_, T, S>, bins: usize, range: Option<(f64, f64)>) -> Histogram
where
    T: num_traits::AsPrimitive<f64>,
    S: Shape,
{
    if bins == 0 {
        ShapeError::new("`histogram`: there are no bins").raise();
    }
    let (low, high) = match range {
        Some((low, high)) if low <= high && low.is_finite() && high.is_finite() => (low, high),
        Some((low, high)) => ShapeError::new(format!("`histogram`: {low} to {high} is no range")).raise(),
        None => finite_range(x.iter().map(|x| x.as_())),
    };
    let (low, high) = if low == high { (low - 0.5, high + 0.5) } else { (low, high) };
    let edges = edges(bins, low, high);
    let (scale, last) = (bins as f64 / (high - low), bins - 1);
    let mut counts = Array1::zeros(bins);
    for x in x.iter() {
        let x: f64 = x.as_();
        if low <= x && x <= high {
            // The bin by a division, then by its edges: rounding may have put it into the next one.
            let mut bin = (((x - low) * scale) as usize).min(last);
            if x < edges[bin] {
                bin -= 1;
            } else if bin < last && x >= edges[bin + 1] {
                bin += 1;
            }
            counts[bin] += 1;
        }
    }
    (counts, edges)
}

/// How many elements are in each of the bins between edges.
#[track_caller]
fn between<T, S>(x: View<'_, T, S>, edges: Vec<f64>) -> Array1<usize>
where
    T: num_traits::AsPrimitive<f64>,
    S: Shape,
{
    if edges.len() < 2 {
        ShapeError::new(format!("`histogram_at`: {} edges make no bin", edges.len())).raise();
    }
    if let Some(edge) = edges.windows(2).position(|pair| pair[0].is_nan() || pair[1].is_nan() || pair[0] > pair[1]) {
        ShapeError::new(format!("`histogram_at`: the edges do not ascend from {edge} to {}", edge + 1)).raise();
    }
    let last = edges.len() - 2;
    let mut counts = Array1::zeros(last + 1);
    for x in x.iter() {
        let x: f64 = x.as_();
        if edges[0] <= x && x <= edges[last + 1] {
            counts[(edges.partition_point(|&edge| edge <= x) - 1).min(last)] += 1;
        }
    }
    counts
}

#[track_caller]
fn bin<I: IndexNumber>(index: I) -> usize {
    match usize::try_from(index.widened()) {
        Ok(bin) => bin,
        Err(_) => ShapeError::new(format!("`bincount` counts integers from 0 on, not {}", index.widened())).raise(),
    }
}

/// The sum of the weights of each integer.
#[track_caller]
fn bins<T: IndexNumber, W: Element, S: Shape>(
    x: View<'_, T, S>,
    weights: impl Iterator<Item = W>,
    least: usize,
) -> Array1<W> {
    let len = x.iter().map(|&x| bin(x) + 1).max().unwrap_or(0).max(least);
    let mut sums = vec![W::zero(); len];
    x.iter().zip(weights).for_each(|(&x, weight)| sums[bin(x)] = sums[bin(x)].plus(weight));
    Array::from_vec(sums)
}

methods! {
    /// How many elements are in each of `bins` bins of one width, from the least to the greatest element, and the edges of the bins. A bin holds its lower
    /// edge, and the last one the upper edge, too.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let (counts, edges) = Array::from([1.0, 2.0, 2.5, 4.0, 5.0]).histogram(2);
    /// assert_eq!(counts, [3, 2]);
    /// assert_eq!(edges, [1.0, 3.0, 5.0]);
    /// ```
    ///
    /// # Panics
    ///
    /// When there are no bins, or an element is a NaN or infinite.
    histogram [] (bins: usize) -> (Array1<usize>, Array1<f64>), [T: num_traits::AsPrimitive<f64>], |x| histogram(x, bins, None);

    /// As [`Array::histogram`](crate::Array::histogram), from `low` to `high`; elements outside of these are not counted, nor NaNs.
    ///
    /// # Panics
    ///
    /// When there are no bins, `low` is greater than `high`, or one of them is a NaN or infinite.
    histogram_in [] (bins: usize, low: f64, high: f64) -> (Array1<usize>, Array1<f64>), [T: num_traits::AsPrimitive<f64>],
        |x| histogram(x, bins, Some((low, high)));

    /// How many elements are in each bin from one of the edges, which ascend, to the next. A bin holds its lower edge, and the last one the upper
    /// edge, too; elements outside are not counted, nor NaNs.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::from([1.0, 2.0, 2.5, 4.0, 9.0]).histogram_at(&[0.0, 2.0, 4.0]), [1, 3]);
    /// ```
    ///
    /// # Panics
    ///
    /// When there are fewer than two edges, or they do not ascend.
    histogram_at [] (edges: &(impl Operand<Elem = f64> + ?Sized)) -> Array1<usize>, [T: num_traits::AsPrimitive<f64>],
        |x| between(x, edges.as_view().to_vec());

    /// How often each integer stands there, from 0 to the greatest, or to `least - 1` if that is greater.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::from([1, 3, 1, 0]).bincount(0), [1, 2, 0, 1]);
    /// assert_eq!(Array::from([1u8]).bincount(4), [0, 1, 0, 0]);
    /// ```
    ///
    /// # Panics
    ///
    /// When one is negative.
    bincount [] (least: usize) -> Array1<usize>, [T: IndexNumber], |x| bins(x, core::iter::repeat(1), least);

    /// The sum of the weights of each integer, as [`Array::bincount`](crate::Array::bincount) counts them.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::from([1, 0, 1]).bincount_of(&[0.5, 2.0, 0.25], 0), [2.0, 0.75]);
    /// ```
    ///
    /// # Panics
    ///
    /// When one is negative, or there are not as many weights.
    bincount_of [W: Operand<Elem: Element>] (weights: &W, least: usize) -> Array1<W::Elem>, [T: IndexNumber], |x| {
        let weights = weights.as_view();
        if weights.extents().as_ref() != x.extents().as_ref() {
            let (own, theirs) = (x.extents(), weights.extents());
            ShapeError::new(format!("`bincount_of`: weights of shape {:?} for elements of shape {:?}", theirs.as_ref(), own.as_ref())).raise()
        }
        bins(x, weights.iter().copied(), least)
    };
}

#[cfg(test)]
mod tests {
    use crate::array::Array;

    /// Values that `numpy.histogram` gives.
    #[test]
    fn bins_between_edges_are_numpys() {
        let x = Array::from([-1.0, 0.0, 0.5, 2.0, 2.5, 4.0, f64::NAN, f64::INFINITY]);
        assert_eq!(x.histogram_at(&[0.0, 2.0, 4.0]), [2, 3]);
        assert_eq!(x.histogram_at(&[0.0, 2.0, 2.0, 4.0]), [2, 0, 3]);
        assert_eq!(x.histogram_at(&[2.0, 2.0]), [1]);
        assert_eq!(Array::from([[3u8, 1], [2, 2]]).histogram_at(&[1.0, 1.5, 3.0]), [1, 3]);
    }

    #[test]
    #[should_panic(expected = "the edges do not ascend from 1 to 2")]
    fn edges_ascend() {
        Array::from([0.5]).histogram_at(&[0.0, 2.0, 1.0]);
    }
}
