//! Elements chosen by indices and masks, in every layout, against loops over single elements.

use ndweave::{
    Array, Array1, Array2, Dyn, IntoShape, Shape, ShapeError, Side, View, ViewMut, assert_array_equal, s, shape,
};

type D2 = (Dyn, Dyn);

/// Calls `check` with 6×5 matrices of different numbers in layouts of every kind.
fn layouts(check: impl Fn(View<'_, i32, D2>)) {
    let check = |layout: &str, view: View<'_, i32, D2>| {
        println!("{layout}"); // Shown where the check fails.
        check(view);
    };
    let rows = Array::from_fn((6, 5), |[i, j]| (10 * i + j) as i32);
    let columns = Array::from_fn((5, 6), |[i, j]| (10 * i + j) as i32);
    let wide = Array::from_fn((12, 15), |[i, j]| (100 * i + j) as i32);
    check("row-major", rows.view());
    check("column-major", columns.t());
    check("stepped", wide.slice(s![..;2, 1..;3]));
    check("reversed", rows.flip());
    check("stretched", rows.slice(s![2, ..]).broadcast_to((6, 5)).unwrap());
    check("overlapping", View::from_slice_strided(rows.as_slice(), (6, 5), [2, 1], 3).unwrap());
}

#[test]
fn entries_along_an_axis() {
    let (rows, columns) = ([5i32, 0, -1, -6, 3, 3], vec![4i8, 0, -5, 1]);
    layouts(|a| {
        let found = a.select::<0>(&rows);
        assert_eq!(found.extents(), [6, 5]);
        for ([i, j], &x) in found.indexed_iter() {
            assert_eq!(x, a[[rows[i].rem_euclid(6) as usize, j]]);
        }
        let found = a.select::<1>(&columns);
        for ([i, j], &x) in found.indexed_iter() {
            assert_eq!(x, a[[i, (columns[j] as i32).rem_euclid(5) as usize]]);
        }
        // An index array that is no slice.
        let every_other = Array::from([0u16, 9, 1, 9, 2, 9]);
        assert_array_equal!(a.select::<1>(&every_other.slice(s![..;2])), a.slice(s![.., ..3]));
        assert_eq!(a.select::<0>(&[0usize; 0]).extents(), [0, 5]);
    });
}

#[test]
fn elements_of_a_line() {
    let line = Array::from_fn(7, |[i]| 10 * i as i64);
    assert_eq!(line.select::<0>(&[6, -7, 2]), [60, 0, 20]);
    assert_eq!(line.flip().select::<0>(&[6, -7, 2]), [0, 60, 40]);
    assert_eq!(line.slice(s![1..;2]).select::<0>(&vec![2u64, 0]), [50, 10]);
    let known: Array<i64, shape![2, 2]> = line.take(&[[0, 1], [2, -1]]);
    assert_eq!(known, [[0, 10], [20, 60]]);
}

#[test]
fn elements_at_positions() {
    let positions = [[0, 29, 7], [-1, -30, 11]];
    layouts(|a| {
        let flat = a.to_vec();
        let expected = positions.map(|row| row.map(|n: i32| flat[n.rem_euclid(30) as usize]));
        assert_array_equal!(a.take(&positions), expected);
        assert_array_equal!(a.take(&Array::from(positions).t()), Array::from(expected).t());
    });
}

#[test]
fn pairs_of_indices_in_every_layout() {
    let (i, j) = ([4i32, 0, -2, 5], [[0isize], [-1], [3]]);
    layouts(|a| {
        let found = a.gather(s![i, j]);
        assert_eq!(found.extents(), [3, 4]);
        for ([p, q], &x) in found.indexed_iter() {
            assert_eq!(x, a[[i[q].rem_euclid(6) as usize, j[p][0].rem_euclid(5) as usize]]);
        }
        let grid = a.gather_outer(s![i, [2, 0]]);
        for ([p, q], &x) in grid.indexed_iter() {
            assert_eq!(x, a[[i[p].rem_euclid(6) as usize, [2, 0][q]]]);
        }
    });
}

#[test]
fn masks_in_every_layout() {
    layouts(|a| {
        let mask = a.mapv(|x| (x / 3) % 2 == 0);
        let expected: Vec<i32> = a.iter().copied().filter(|x| (x / 3) % 2 == 0).collect();
        assert_eq!(a.mask(&mask).to_vec(), expected);
        assert_eq!(a.gather(s![&mask]).to_vec(), expected);
        let turned = Array::<bool, _>::from_fn((5, 6), |[j, i]| mask[[i, j]]);
        assert_eq!(a.mask(&turned.t()).to_vec(), expected);
        let [rows, columns] = mask.nonzero();
        assert_eq!(a.gather(s![&rows, &columns]).to_vec(), expected);
        assert_eq!(mask.argwhere().slice(s![.., 1]).to_vec(), columns.to_vec());
        let chosen = [true, false, false, true, true];
        assert_array_equal!(a.compress::<1>(&chosen), a.select::<1>(&[0, 3, 4]));
    });
}

#[test]
fn masks_of_every_length_and_density() {
    for len in (0..70).chain([254, 255, 256, 600]) {
        for period in [1, 2, 7, 64, 1000] {
            let a = Array::from_fn(len, |[i]| i as u16);
            for shift in [0, period - 1] {
                let is_chosen = |x: u16| (usize::from(x) + shift).is_multiple_of(period);
                let mask = a.mapv(is_chosen);
                let expected: Vec<u16> = a.iter().copied().filter(|x| is_chosen(*x)).collect();
                assert_eq!(a.mask(&mask).to_vec(), expected, "{len} {period}");
                let mut filled = Array::full(len, 9u16);
                filled.put_mask(&mask, &expected);
                assert_array_equal!(filled, a.mapv(|x| if is_chosen(x) { x } else { 9 }));
                filled.put_mask(&mask, &7u16);
                assert_array_equal!(filled, a.mapv(|x| if is_chosen(x) { 7 } else { 9 }));
            }
        }
    }
}

/// A matrix to write to: a view of every other column of a larger one, from the last.
fn with_target(write: impl Fn(&mut ViewMut<'_, i32, D2>)) -> Array2<i32> {
    let mut buffer = Array::<i32, _>::zeros((4, 6));
    let mut whole = buffer.slice_mut(s![.., ..;-2]);
    write(&mut whole);
    let written = whole.to_owned();
    assert!(buffer.slice(s![.., ..;2]).iter().all(|x| *x == 0), "between the columns");
    written
}

#[test]
fn the_last_value_stays() {
    let twice = with_target(|a| a.assign_at(s![[1, 1, 0, 1], [2, 0, 1, 2]], &[1, 2, 3, 4]));
    assert_eq!(twice, [[0, 3, 0], [2, 0, 4], [0; 3], [0; 3]]);
    let columns = with_target(|a| a.assign_at(s![1.., [2, 0, 2]], &[[1, 2, 3], [4, 5, 6], [7, 8, 9]]));
    assert_eq!(columns, [[0; 3], [2, 0, 3], [5, 0, 6], [8, 0, 9]]);
    let put = with_target(|a| a.put(&[[3, -1], [11, 3]], &[[5, 6], [7, 8]]));
    assert_eq!(put, [[0; 3], [8, 0, 0], [0; 3], [0, 0, 7]]);
    let grid = with_target(|a| a.assign_outer(s![[0, 3, 0], [true, false, true]], &[[1], [2], [3]]));
    assert_eq!(grid, [[3, 0, 3], [0; 3], [0; 3], [2, 0, 2]]);
}

#[test]
fn values_are_stretched() {
    let rows = with_target(|a| a.assign_at(s![[3, 0]], &[1, 2, 3]));
    assert_eq!(rows, [[1, 2, 3], [0; 3], [0; 3], [1, 2, 3]]);
    let transposed = Array::from([[1, 2], [3, 4], [5, 6]]);
    let rows = with_target(|a| a.assign_at(s![[3, 0]], &transposed.t()));
    assert_eq!(rows, [[2, 4, 6], [0; 3], [0; 3], [1, 3, 5]]);
    // The values of one group of index axes have no stride in common.
    let square = with_target(|a| a.assign_at(s![[[0, 1], [2, 3]], 1], &Array::from([[1, 2], [3, 4]]).t()));
    assert_eq!(square, [[0, 1, 0], [0, 3, 0], [0, 2, 0], [0, 4, 0]]);
    let put = with_target(|a| a.put(&[[0, 1], [2, 3]], &Array::from([[1, 2], [3, 4]]).t()));
    assert_eq!(put, [[1, 3, 2], [4, 0, 0], [0; 3], [0; 3]]);
    let masked = with_target(|a| {
        let mask = Array::from_fn((4, 3), |[i, j]| i == j);
        a.put_mask(&mask, &[1, 2, 3]);
    });
    assert_eq!(masked, [[1, 0, 0], [0, 2, 0], [0, 0, 3], [0; 3]]);
}

#[test]
fn one_value_for_all() {
    let filled = with_target(|a| a.fill_at(s![[0, 3, 3], [1, 2, 2]], 7));
    assert_eq!(filled, [[0, 7, 0], [0; 3], [0; 3], [0, 0, 7]]);
    let filled = with_target(|a| a.fill_outer(s![[0, 3], [1, 2]], 7));
    assert_eq!(filled, [[0, 7, 7], [0; 3], [0; 3], [0, 7, 7]]);
    let filled = with_target(|a| a.fill_mask(&Array::from_fn((4, 3), |[i, j]| i > 2 * j), 7));
    assert_eq!(filled, [[0; 3], [7, 0, 0], [7, 0, 0], [7, 7, 0]]);
}

#[test]
fn places_in_sorted_arrays() {
    let nan = f64::NAN;
    let sorted = [-1.0, 0.0, 0.0, 0.0, 2.5, 7.0, f64::INFINITY, nan, nan];
    let a = Array::from(sorted);
    for value in [-2.0, -1.0, -0.0, 0.0, 1.0, 7.0, 8.0, f64::INFINITY, nan] {
        // By counting: what is less, and what is less or equal, a NaN being greater than all.
        let key = |x: f64| (x.is_nan(), if x.is_nan() { 0.0 } else { x });
        let left = sorted.iter().filter(|x| key(**x) < key(value)).count();
        let right = sorted.iter().filter(|x| key(**x) <= key(value)).count();
        assert_eq!(a.searchsorted(&value, Side::Left)[[]], left, "{value}");
        assert_eq!(a.searchsorted(&value, Side::Right)[[]], right, "{value}");
        let shuffled = Array::from([2.5, nan, 0.0, -1.0, 0.0, 7.0, nan, f64::INFINITY, 0.0]);
        let order = [3, 2, 4, 8, 0, 5, 7, 1, 6];
        assert_eq!(shuffled.searchsorted_by(&[[value]], Side::Left, &order), [[left]]);
    }
    assert_eq!(Array1::<i32>::zeros(0).searchsorted(&[1, 2], Side::Right), [0, 0]);
    assert_eq!(Array::from([1, 3, 5]).flip().flip().searchsorted(&[3], Side::Right), [2]);
}

fn refusal<T>(result: Result<T, ShapeError>) -> String {
    result.err().expect("not refused").to_string()
}

fn zeros<const R: usize>(extents: [usize; R]) -> Array<i32, <[usize; R] as IntoShape>::Shape>
where
    [usize; R]: IntoShape<Shape: Shape>,
{
    Array::zeros(extents)
}

#[test]
fn refusals_name_axis_index_and_extent() {
    let mut a = zeros([4, 5, 6]);
    let text = "index 7, at [2] of its index array, is out of bounds for axis 1 with extent 5";
    assert_eq!(refusal(a.try_select::<1>(&[0, 1, 7])), text);
    assert_eq!(refusal(a.try_gather(s![.., [0, 1, 7]])), text);
    assert_eq!(refusal(a.try_gather_outer(s![.., [0, 1, 7]])), text);
    assert_eq!(refusal(a.try_assign_at(s![.., [0, 1, 7]], &1)), text);
    assert_eq!(
        refusal(a.try_gather(s![[[3], [-5]], 0, 1])),
        "index -5, at [1, 0] of its index array, is out of bounds for axis 0 with extent 4"
    );
    assert_eq!(
        refusal(a.slice(s![0, 0, ..]).try_select::<0>(&[6u8])),
        "index 6, at [0] of its index array, is out of bounds for axis 0 with extent 6"
    );
    assert_eq!(
        refusal(a.try_take(&[[120, 1]])),
        "index 120, at [0, 0] of its index array, is out of bounds for axis 0 with extent 120"
    );
    assert_eq!(refusal(a.try_gather(s![[0, 1], 9])), "index 9 is out of bounds for axis 1 with extent 5");
    assert_eq!(
        refusal(a.try_gather(s![[0, 1, 2], [[0, 1]]])),
        "index arrays of shapes [3], [1, 2] cannot be broadcast together"
    );
    assert_eq!(
        refusal(a.try_gather(s![0, [true, false, true]])),
        "the mask has extent 3 along axis 1 (shape [3]), but the array has 5"
    );
    assert_eq!(
        refusal(a.try_mask(&Array::full((4, 2, 6), true))),
        "the mask has extent 2 along axis 1 (shape [4, 2, 6]), but the array has 5"
    );
    assert_eq!(
        refusal(a.try_assign_at(s![[0, 1], [2, 3]], &[1, 2, 3])),
        "cannot broadcast shape [3] to [2, 6]: its axis 0 has extent 3, not 6 or 1"
    );
    assert_eq!(
        refusal(a.try_put_mask(&Array::from_fn((4, 5, 6), |[i, j, k]| i + j + k < 2), &[1, 2, 3])),
        "cannot broadcast shape [3] to [4]: its axis 0 has extent 3, not 4 or 1"
    );
    assert!(a.iter().all(|x| *x == 0), "a refused call writes nothing");
    let order = Array::from([1, 2]);
    let error = std::panic::catch_unwind(|| order.searchsorted_by(&3, Side::Left, &[0, 2]));
    assert!(error.is_err());
}
