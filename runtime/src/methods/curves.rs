//! Functions that are known at points: interpolation and slopes.

use num_traits::Float;

use super::methods;
use crate::array::Array;
use crate::axes::EditAxis;
use crate::element::Element;
use crate::error::ShapeError;
use crate::operand::Operand;
use crate::view::View;

/// Values at points, as slices.
struct Curve<T> {
    points: Vec<T>,
    values: Vec<T>,
}

impl<T: Float> Curve<T> {
    #[track_caller]
    fn new(points: Vec<T>, values: Vec<T>) -> Self {
        if points.is_empty() || points.len() != values.len() {
            let (points, values) = (points.len(), values.len());
            ShapeError::new(format!(
                "`interp`: {points} points and {values} values; there is a value at each of one or more points"
            ))
            .raise()
        }
        if let Some(place) =
            points.windows(2).position(|pair| pair[0].is_nan() || pair[1].is_nan() || pair[0] > pair[1])
        {
            ShapeError::new(format!("`interp`: the points do not ascend from {place} to {}", place + 1)).raise()
        }
        Curve { points, values }
    }

    /// NumPy's formula, and its way out where infinite values make a NaN.
    fn at(&self, x: T) -> T {
        let Curve { points, values } = self;
        if x.is_nan() {
            return x;
        }
        let behind = points.partition_point(|&point| point <= x);
        let Some(before) = behind.checked_sub(1) else { return values[0] };
        if behind == points.len() || points[before] == x {
            return values[before];
        }
        let slope = (values[behind] - values[before]) / (points[behind] - points[before]);
        let from_left = slope * (x - points[before]) + values[before];
        if !from_left.is_nan() {
            return from_left;
        }
        let from_right = slope * (x - points[behind]) + values[behind];
        if from_right.is_nan() && values[before] == values[behind] { values[before] } else { from_right }
    }
}

/// The places of an axis: so far apart all of them, or where a list says.
enum Places<T> {
    Apart(T),
    At(Vec<T>),
}

impl<T: Float> Places<T> {
    /// Those of a list, as many as there are entries.
    #[track_caller]
    fn at(name: &str, places: Vec<T>, axis: usize, extents: &[usize]) -> Self {
        if places.len() != extents[axis] {
            let (extent, len) = (extents[axis], places.len());
            ShapeError::new(format!(
                "`{name}`: {len} places for axis {axis} of shape {extents:?}, which has extent {extent}"
            ))
            .raise()
        }
        Places::At(places)
    }

    /// From an entry to the next.
    fn step(&self, entry: usize) -> T {
        match self {
            Places::Apart(step) => *step,
            Places::At(places) => places[entry + 1] - places[entry],
        }
    }

    /// What the entries before, at, and behind an inner one count for in its slope.
    fn weights(&self, entry: usize) -> [T; 3] {
        let (before, behind) = (self.step(entry - 1), self.step(entry));
        let both = before + behind;
        [-behind / (before * both), (behind - before) / (before * behind), before / (behind * both)]
    }
}

/// The slopes along an axis, as NumPy has them: of second order inside, of first order at the ends.
#[track_caller]
fn slopes<const AXIS: usize, T: Element + Float, S: EditAxis<AXIS>>(
    x: View<'_, T, S>,
    places: &Places<T>,
) -> Array<T, S> {
    let extents = x.extents();
    let extent = extents.as_ref()[AXIS];
    if extent < 2 {
        let extents = extents.as_ref();
        ShapeError::new(format!(
            "`gradient`: axis {AXIS} of shape {extents:?} has extent {extent}, and a slope takes 2"
        ))
        .raise()
    }
    let mut out = crate::error::expect(Array::try_full(x.shape(), <T as Element>::zero()));
    let mut to = out.view_mut();
    for entry in 0..extent {
        let (before, behind) = (entry.max(1) - 1, (entry + 1).min(extent - 1));
        let mut to = to.index_axis_mut::<AXIS>(entry);
        let (low, high) = (x.index_axis::<AXIS>(before), x.index_axis::<AXIS>(behind));
        let ends = to.iter_mut().zip(low.iter().zip(high.iter()));
        match places {
            _ if behind - before == 1 => {
                let step = places.step(before);
                ends.for_each(|(to, (&low, &high))| *to = (high - low) / step);
            }
            Places::Apart(step) => {
                let two = *step + *step;
                ends.for_each(|(to, (&low, &high))| *to = (high - low) / two);
            }
            Places::At(_) => {
                let [a, b, c] = places.weights(entry);
                let here = x.index_axis::<AXIS>(entry);
                ends.zip(here.iter()).for_each(|((to, (&low, &high)), &here)| *to = a * low + b * here + c * high);
            }
        }
    }
    out
}

methods! {
    /// At each element, the value of the function that has `values` at `points`, which ascend, and is straight between them: NumPy's `interp`.
    /// Before the first point it is the first value, behind the last one the last value; at NaN it is NaN.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let x = Array::from([[0.0, 1.5], [2.5, 9.0]]);
    /// assert_eq!(x.interp(&[1.0, 2.0, 4.0], &[10.0, 20.0, 0.0]), [[10.0, 15.0], [15.0, 0.0]]);
    /// ```
    ///
    /// # Panics
    ///
    /// When there are no points, not as many values, or points that do not ascend.
    interp [] (points: &(impl Operand<Elem = T> + ?Sized), values: &(impl Operand<Elem = T> + ?Sized)) -> Array<T, S>, [T: Element + Float], |x| {
        let curve = Curve::new(points.as_view().to_vec(), values.as_view().to_vec());
        x.map(|&x| curve.at(x))
    };

    /// The slopes along axis `AXIS`, whose entries are `step` apart: NumPy's `gradient`. Inside, half of the difference between the two
    /// neighbours, over the step; at the ends, the difference from the only one.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::from([1.0, 2.0, 4.0, 7.0]).gradient::<0>(0.5), [2.0, 3.0, 5.0, 6.0]);
    /// ```
    ///
    /// # Panics
    ///
    /// When the axis has fewer than two entries.
    gradient [const AXIS: usize] (step: T) -> Array<T, S>, [T: Element + Float, S: EditAxis<AXIS>],
        |x| slopes::<AXIS, T, S>(x, &Places::Apart(step));

    /// The slopes along axis `AXIS`, whose entries stand at `places`: inside, of the parabola through the entry and its two neighbours.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// assert_eq!(Array::from([1.0, 2.0, 10.0]).gradient_at::<0>(&[0.0, 1.0, 3.0]).mapv(f64::round), [1.0, 2.0, 4.0]);
    /// ```
    ///
    /// # Panics
    ///
    /// When the axis has fewer than two entries, or there are not as many places.
    gradient_at [const AXIS: usize] (places: &(impl Operand<Elem = T> + ?Sized)) -> Array<T, S>, [T: Element + Float, S: EditAxis<AXIS>], |x| {
        let places = Places::at("gradient_at", places.as_view().to_vec(), AXIS, x.extents().as_ref());
        slopes::<AXIS, T, S>(x, &places)
    };
}

#[cfg(test)]
mod tests {
    use crate::array::Array;

    /// Values that `numpy.interp` gives.
    #[test]
    fn interpolation_at_the_edges_is_numpys() {
        let inf = f64::INFINITY;
        let (points, values) = ([0.0, 1.0, 1.0, 2.0, 3.0], [0.0, 10.0, 20.0, inf, 5.0]);
        let at = |x: f64| Array::from([x]).interp(&points, &values)[0];
        assert_eq!([-1.0, 0.0, 0.5, 1.0, 3.0, 4.0].map(at), [0.0, 0.0, 5.0, 20.0, 5.0, 5.0]);
        assert_eq!([1.5, 2.0, 2.5].map(at), [inf; 3]);
        assert!(at(f64::NAN).is_nan());
        assert_eq!(Array::from([7.0f32]).interp(&[1.0], &[2.5]), [2.5]);
    }

    #[test]
    #[should_panic(expected = "the points do not ascend from 1 to 2")]
    fn points_ascend() {
        Array::from([0.5]).interp(&[0.0, 2.0, 1.0], &[0.0, 1.0, 2.0]);
    }

    #[test]
    #[should_panic(expected = "2 points and 3 values")]
    fn points_have_values() {
        Array::from([0.5]).interp(&[0.0, 2.0], &[0.0, 1.0, 2.0]);
    }

    /// Values that `numpy.gradient` gives.
    #[test]
    fn slopes_along_each_axis_are_numpys() {
        let a = Array::from([[1.0, 2.0, 6.0], [3.0, 4.0, 5.0]]);
        assert_eq!(a.gradient::<0>(1.0), [[2.0, 2.0, -1.0], [2.0, 2.0, -1.0]]);
        assert_eq!(a.gradient::<1>(0.5), [[2.0, 5.0, 8.0], [2.0, 2.0, 2.0]]);
        assert_eq!(a.t().gradient::<0>(0.5), [[2.0, 2.0], [5.0, 2.0], [8.0, 2.0]]);
        assert_eq!(a.gradient_at::<1>(&[0.0, 1.0, 2.0]), [[1.0, 2.5, 4.0], [1.0, 1.0, 1.0]]);
        let uneven = a.gradient_at::<1>(&[0.0, 1.0, 3.0]);
        assert!(uneven.allclose(&[[1.0, 4.0 / 3.0, 2.0], [1.0, 5.0 / 6.0, 0.5]], 1e-15, 0.0), "{uneven:?}");
    }

    #[test]
    #[should_panic(expected = "axis 0 of shape [1] has extent 1, and a slope takes 2")]
    fn one_entry_has_no_slope() {
        Array::from([0.5]).gradient::<0>(1.0);
    }
}
