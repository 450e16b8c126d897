//! The Mandelbrot set, in all of the lesson's ways.
//!
//! All but `explode` and `members` give what is left of `limit` when |z| passes 2, and 0 where it never does.

use ndweave::{Array, Array1, Array2, broadcast, s, ufunc, ufuncs::*};
use num_complex::Complex;

pub type Grid = Array2<Complex<f64>>;

/// What diverging values are set to: a number that stays beyond 2 for another step, and far from an overflow.
pub const TWO: Complex<f64> = Complex::new(2.0, 0.0);

/// One point at a time: plain Rust, and the lesson's first.
pub fn mandel1(position: Complex<f64>, limit: i64) -> i64 {
    let mut limit = limit;
    let mut value = position;
    while value.norm() < 2.0 {
        limit -= 1;
        value = value * value + position;
        if limit < 0 {
            return 0;
        }
    }
    limit
}

/// All points, one after the other: what `np.vectorize` does.
pub fn mandel2(position: &Grid, limit: i64) -> Array2<i64> {
    position.mapv(|point| mandel1(point, limit))
}

/// Whole arrays, without a look at what diverges: those values overflow.
pub fn explode(position: &Grid, limit: i64) -> (Grid, Array2<bool>) {
    let mut value = position.clone();
    for _ in 0..limit {
        broadcast!(value = value * value + position);
    }
    let members = broadcast!(value.norm() < 2.0);
    (value, members)
}

/// Whole arrays, with values reset where they diverge.
pub fn members(position: &Grid, limit: i64) -> Array2<bool> {
    let mut value = position.clone();
    for _ in 0..limit {
        broadcast!(value = value * value + position);
        let diverging = broadcast!(value.norm() > 2.0);
        value.fill_mask(&diverging, TWO);
    }
    broadcast!(value.norm() < 2.0)
}

/// The same, and counting: five passes over the arrays in each step, as the lesson has them.
pub fn mandel4(position: &Grid, limit: i64) -> Array2<f64> {
    let mut value = position.clone();
    let mut diverged_at_count = Array2::zeros(position.extents());
    for limit in (0..limit).rev() {
        broadcast!(value = value * value + position);
        let diverging = broadcast!(value.norm() > 2.0);
        let first_diverged_this_time = broadcast!(diverging && diverged_at_count == 0.0);
        diverged_at_count.fill_mask(&first_diverged_this_time, limit as f64);
        value.fill_mask(&diverging, TWO);
    }
    diverged_at_count
}

/// Without the square root.
pub fn mandel5(position: &Grid, limit: i64) -> Array2<f64> {
    let mut value = position.clone();
    let mut diverged_at_count = Array2::zeros(position.extents());
    for limit in (0..limit).rev() {
        broadcast!(value = value * value + position);
        let diverging = broadcast!(value.norm_sqr() > 4.0);
        let first_diverged_this_time = broadcast!(diverging && diverged_at_count == 0.0);
        diverged_at_count.fill_mask(&first_diverged_this_time, limit as f64);
        value.fill_mask(&diverging, TWO);
    }
    diverged_at_count
}

/// The fifth once more, as one kernel that writes both arrays in one pass.
pub fn mandel5_in_one_pass(position: &Grid, limit: i64) -> Array2<f64> {
    let mut value = position.clone();
    let mut diverged_at_count = Array2::zeros(position.extents());
    for limit in (0..limit).rev() {
        let count = limit as f64;
        broadcast! {
            let next = value * value + position;
            let diverging = next.norm_sqr() > 4.0;
            value = if diverging { TWO } else { next };
            diverged_at_count = count, where diverging && diverged_at_count == 0.0;
        }
    }
    diverged_at_count
}

/// Only points that have not diverged, chosen by a mask.
pub fn mandel6(position: &Grid, limit: i64) -> Array2<f64> {
    let mut value = position.clone();
    let mut calculating = Array2::full(position.extents(), true);
    let mut diverged_at_count = Array2::zeros(position.extents());
    for limit in (0..limit).rev() {
        let (old, at) = (value.mask(&calculating), position.mask(&calculating));
        let new = broadcast!(old * old + at);
        value.put_mask(&calculating, &new);
        let mut diverging_now = Array2::full(position.extents(), false);
        diverging_now.put_mask(&calculating, &broadcast!(new.norm_sqr() > 4.0));
        calculating = broadcast!(calculating && !diverging_now);
        diverged_at_count.fill_mask(&diverging_now, limit as f64);
    }
    diverged_at_count
}

/// Only points that have not diverged, in arrays that shrink; indices tell where they came from.
///
/// In NumPy `value` is a matrix before its first selection and a vector after it. A variable has one type here, rank
/// included, so the points are laid out in a row at the start.
pub fn mandel7(position: &Grid, limit: i64) -> Array2<f64> {
    let mut diverged_at_count = Array2::zeros(position.extents());
    let mut positions = Array1::from(position.to_vec());
    let mut value = positions.clone();
    let [rows, columns] = Array::indices(position.extents());
    let (mut rows, mut columns) = (Array1::from(rows.to_vec()), Array1::from(columns.to_vec()));
    for limit in (0..limit).rev() {
        value = broadcast!(value * value + positions);
        let diverging_now = broadcast!(value.norm_sqr() > 4.0);
        let (rows_now, columns_now) = (rows.mask(&diverging_now), columns.mask(&diverging_now));
        let carry_on = logical_not(&diverging_now);
        value = value.mask(&carry_on);
        (rows, columns) = (rows.mask(&carry_on), columns.mask(&carry_on));
        positions = positions.mask(&carry_on);
        diverged_at_count.fill_at(s![&rows_now, &columns_now], limit as f64);
    }
    diverged_at_count
}

ufunc! {
    /// The lesson's first function, as it stands, for whole arrays: every lane leaves the loop when its point is done.
    pub fn mandel8(position: Complex<f64>, limit: i64) -> i64 {
        let mut limit = limit;
        let mut value = position;
        while value.norm_sqr() < 4.0 {
            limit -= 1;
            value = value * value + position;
            if limit < 0 {
                return 0;
            }
        }
        limit
    }

    /// How many steps it takes to get far away, and a fraction that makes the steps smooth; 0 where it never does.
    pub fn smooth(position: Complex<f64>, limit: i64) -> f64 {
        let mut value = position;
        for step in 0..limit {
            if value.norm_sqr() > 1e6 {
                return step as f64 + 1.0 - (0.5 * value.norm_sqr().ln()).log2();
            }
            value = value * value + position;
        }
        0.0
    }
}
