//! The index algebra against an oracle that only counts: every view of a buffer `0, 1, 2, …` holds the
//! offsets of its elements, and lists of indices say which offsets these should be.

use ndweave::{Array, Dyn, Shape, View, ViewMut, s};
use proptest::prelude::*;

type D3 = (Dyn, Dyn, Dyn);

/// A view of rank 3 with arbitrary strides, by the numbers that define it.
#[derive(Clone, Debug)]
struct Layout {
    extents: [usize; 3],
    strides: [isize; 3],
    offset: usize,
    len: usize,
}

impl Layout {
    fn buffer(&self) -> Vec<i64> {
        (0..self.len as i64).collect()
    }

    /// What an index leads to, by definition.
    fn at(&self, index: [usize; 3]) -> i64 {
        let steps: isize = (0..3).map(|k| index[k] as isize * self.strides[k]).sum();
        (self.offset as isize + steps) as i64
    }
}

fn view<'a>(buffer: &'a [i64], layout: &Layout) -> View<'a, i64, D3> {
    View::from_slice_strided(buffer, layout.extents, layout.strides, layout.offset).unwrap()
}

/// Layouts of every kind: row-major, permuted, stepped, reversed, stretched, overlapping, empty.
fn layouts() -> impl Strategy<Value = Layout> {
    let axis = || prop_oneof![1 => 0usize..=1, 4 => 1usize..=5];
    let free = [-7isize..=7, -7..=7, -7..=7];
    let permutations = prop::sample::select(vec![[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]);
    let steps = [-2isize..=2, -2..=2, -2..=2];
    ([axis(), axis(), axis()], free, permutations, steps, any::<bool>()).prop_map(
        |(extents, free, order, steps, dense)| {
            let mut strides = free;
            if dense {
                let mut step = 1;
                for &axis in &order {
                    strides[axis] = step * if steps[axis] == 0 { 1 } else { steps[axis] };
                    step *= extents[axis].max(1) as isize * steps[axis].abs().max(1);
                }
            }
            let reach = |k: usize| (extents[k] as isize - 1).max(0) * strides[k];
            let back: isize = (0..3).map(|k| reach(k).min(0)).sum();
            let ahead: isize = (0..3).map(|k| reach(k).max(0)).sum();
            Layout { extents, strides, offset: -back as usize, len: (ahead - back) as usize + 1 }
        },
    )
}

/// All indices below the extents, in row-major order, by recursion.
fn indices(extents: &[usize]) -> Vec<Vec<usize>> {
    match extents {
        [] => vec![vec![]],
        [first, rest @ ..] => {
            let tails = indices(rest);
            (0..*first).flat_map(|i| tails.iter().map(move |tail| [vec![i], tail.clone()].concat())).collect()
        }
    }
}

/// The elements of a view, read by single indices and by iteration, which agree.
fn elements<S: Shape>(view: View<'_, i64, S>) -> Vec<i64> {
    let extents = view.extents();
    let single: Vec<i64> = indices(extents.as_ref())
        .into_iter()
        .map(|entries| {
            let mut index = S::Index::default();
            index.as_mut().copy_from_slice(&entries);
            *view.get(index).unwrap()
        })
        .collect();
    assert_eq!(view.iter().copied().collect::<Vec<_>>(), single);
    assert_eq!(view.iter().len(), single.len());
    let mut folded = Vec::new();
    let mut iter = view.iter();
    folded.extend(iter.next());
    iter.for_each(|x| folded.push(*x));
    assert_eq!(folded, single);
    let indexed: Vec<_> = view.indexed_iter().map(|(index, x)| (index.as_ref().to_vec(), *x)).collect();
    assert_eq!(indexed, indices(extents.as_ref()).into_iter().zip(single.iter().copied()).collect::<Vec<_>>());
    single
}

/// What a slice of an axis selects: Python's `range(n)[start:stop:step]` written as a walk.
fn selected(n: usize, start: Option<isize>, stop: Option<isize>, step: isize) -> Vec<usize> {
    let n = n as isize;
    let placed = |at: isize| if at < 0 { at + n } else { at };
    let mut at = match (start.map(placed), step > 0) {
        (None, true) => 0,
        (None, false) => n - 1,
        (Some(at), true) => at.max(0),
        (Some(at), false) => at.min(n - 1),
    };
    let mut found = Vec::new();
    while (0..n).contains(&at) {
        let stopped = stop.map(placed).is_some_and(|stop| if step > 0 { at >= stop } else { at <= stop });
        if stopped {
            break;
        }
        found.push(at as usize);
        at += step;
    }
    found
}

fn bounds() -> impl Strategy<Value = (Option<isize>, Option<isize>, isize)> {
    let bound = || prop_oneof![1 => Just(None), 4 => (-9isize..=9).prop_map(Some)];
    (bound(), bound(), prop_oneof![-4isize..=-1, 1isize..=4])
}

proptest! {
    #[test]
    fn views_read_what_their_strides_say(layout in layouts()) {
        let buffer = layout.buffer();
        let expected: Vec<i64> =
            indices(&layout.extents).iter().map(|i| layout.at([i[0], i[1], i[2]])).collect();
        prop_assert_eq!(elements(view(&buffer, &layout)), &expected[..]);
        prop_assert_eq!(view(&buffer, &layout).to_owned().into_vec(), expected);
    }

    #[test]
    fn permutations(layout in layouts(), axes in prop::sample::select(vec![[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])) {
        let buffer = layout.buffer();
        let expected = |axes: [usize; 3]| -> Vec<i64> {
            let extents = axes.map(|axis| layout.extents[axis]);
            let original = |entries: &[usize]| {
                let mut index = [0; 3];
                (0..3).for_each(|k| index[axes[k]] = entries[k]);
                layout.at(index)
            };
            indices(&extents).iter().map(|entries| original(entries)).collect()
        };
        let a = view(&buffer, &layout);
        prop_assert_eq!(elements(a.permute(axes)), expected(axes));
        prop_assert_eq!(elements(a.t()), expected([2, 1, 0]));
        prop_assert_eq!(elements(a.swap_axes::<0, 2>()), expected([2, 1, 0]));
        prop_assert_eq!(elements(a.swap_axes::<2, 1>()), expected([0, 2, 1]));
        prop_assert_eq!(elements(a.swap_axes::<1, 1>()), expected([0, 1, 2]));
    }

    #[test]
    fn slices(layout in layouts(), (start, stop, step) in bounds(), (start2, stop2, step2) in bounds(), index in -6isize..=6) {
        let buffer = layout.buffer();
        let a = view(&buffer, &layout);
        // Absent bounds as the absent bounds of ranges, through whichever form writes them.
        let first = selected(layout.extents[0], start, stop, step);
        let last = selected(layout.extents[2], start2, stop2, step2);
        let expected: Vec<i64> = first
            .iter()
            .flat_map(|&i| (0..layout.extents[1]).map(move |j| (i, j)))
            .flat_map(|(i, j)| last.iter().map(move |&k| (i, j, k)))
            .map(|(i, j, k)| layout.at([i, j, k]))
            .collect();
        let front = match (start, stop) {
            (None, None) => a.slice(s![..; step, .., ..]),
            (Some(start), None) => a.slice(s![start..; step]),
            (None, Some(stop)) => a.slice(s![..stop; step]),
            (Some(start), Some(stop)) => a.slice(s![start..stop; step, ...]),
        };
        let both = match (start2, stop2) {
            (None, None) => front.slice(s![.., .., ..; step2]),
            (Some(start), None) => front.slice(s![..., start..; step2]).view_dynamic(),
            (None, Some(stop)) => front.slice(s![..., .., ..stop; step2]),
            (Some(start), Some(stop)) => front.slice(s![.., ..., start..stop; step2]),
        };
        prop_assert_eq!(both.extents(), [first.len(), layout.extents[1], last.len()]);
        prop_assert_eq!(elements(both), expected);

        let n = layout.extents[1] as isize;
        match a.try_slice(s![.., index]) {
            Ok(part) => {
                prop_assert!((-n..n).contains(&index));
                let j = index.rem_euclid(n) as usize;
                let expected: Vec<i64> = indices(&[layout.extents[0], layout.extents[2]])
                    .iter()
                    .map(|i| layout.at([i[0], j, i[1]]))
                    .collect();
                prop_assert_eq!(elements(part), expected);
            }
            Err(error) => {
                prop_assert!(!(-n..n).contains(&index));
                prop_assert_eq!(
                    error.to_string(),
                    format!("index {index} is out of bounds for axis 1 with extent {n}")
                );
            }
        }
    }

    #[test]
    fn inclusive_ranges_end_with_their_stop(n in 0usize..6, start in -7isize..=7, stop in -7isize..=7, step in prop_oneof![-3isize..=-1, 1isize..=3]) {
        let a = Array::arange(0, n as i64, 1);
        // The entry that the stop names, counted from the front; one step further is the exclusive stop.
        let placed = if stop < 0 { stop + n as isize } else { stop };
        let beyond = placed + step.signum();
        let expected: Vec<usize> = selected(n, Some(start), None, step)
            .into_iter()
            .take_while(|&at| if step > 0 { (at as isize) < beyond } else { at as isize > beyond })
            .collect();
        let found: Vec<usize> = a.slice(s![start..=stop; step]).iter().map(|&x| x as usize).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn reversed_split_and_diagonal(layout in layouts(), mid in 0usize..=5) {
        let buffer = layout.buffer();
        let a = view(&buffer, &layout);
        let [x, y, z] = layout.extents;
        let reversed: Vec<i64> = indices(&[x, y, z]).iter().map(|i| layout.at([i[0], y - 1 - i[1], i[2]])).collect();
        prop_assert_eq!(elements(a.reverse::<1>()), reversed);
        if mid <= z {
            let (before, from) = a.split_at::<2>(mid);
            let part = |low: usize, high: usize| -> Vec<i64> {
                indices(&[x, y, high - low]).iter().map(|i| layout.at([i[0], i[1], low + i[2]])).collect()
            };
            prop_assert_eq!(elements(before), part(0, mid));
            prop_assert_eq!(elements(from), part(mid, z));
        }
        if x > 0 {
            let diagonal: Vec<i64> = (0..y.min(z)).map(|i| layout.at([x - 1, i, i])).collect();
            prop_assert_eq!(elements(a.index_axis::<0>(x - 1).diag()), diagonal);
        }
    }

    #[test]
    fn reshapes_keep_the_order(layout in layouts(), target in prop::sample::select(shapes_of_60())) {
        let buffer = layout.buffer();
        let a = view(&buffer, &layout);
        let count: usize = layout.extents.iter().product();
        let flat = elements(a);
        for target in factorings(count).into_iter().chain([target]) {
            let fits = target.iter().product::<usize>() == count;
            match a.reshape(target) {
                Ok(b) => prop_assert_eq!(elements(b), &flat[..]),
                Err(error) => prop_assert!(!fits || error.to_string().contains("without a copy"), "{}", error),
            }
            // A copy can have every shape of as many elements, and a contiguous view needs none.
            prop_assert_eq!(a.to_reshaped(target).is_ok(), fits);
            if fits {
                prop_assert_eq!(elements(a.to_owned().reshape(target).unwrap()), &flat[..]);
                prop_assert_eq!(a.reshape(target).is_ok(), strides_exist(&flat, target), "{:?}", target);
            }
        }
    }

    #[test]
    fn broadcasts_repeat(layout in layouts(), to in [0usize..=5, 0usize..=5, 0usize..=5, 0usize..=5]) {
        let buffer = layout.buffer();
        let a = view(&buffer, &layout);
        // Sometimes a target that fits.
        let [e, x, y, z] = to;
        let like = |k: usize, n: usize| if layout.extents[k] == 1 { n } else { layout.extents[k] };
        for to in [to, [e, like(0, x), like(1, y), like(2, z)]] {
            let fits = (0..3).all(|k| layout.extents[k] == 1 || layout.extents[k] == to[k + 1]);
            let found = a.broadcast_to(to);
            prop_assert_eq!(found.is_ok(), fits);
            if let Ok(found) = found {
                let clip = |k: usize, i: usize| if layout.extents[k] == 1 { 0 } else { i };
                let expected: Vec<i64> = indices(&to)
                    .iter()
                    .map(|i| layout.at([clip(0, i[1]), clip(1, i[2]), clip(2, i[3])]))
                    .collect();
                prop_assert_eq!(elements(found), expected);
            }
        }
    }

    #[test]
    fn windows_slide(layout in layouts(), window in [0usize..=5, 0usize..=5, 0usize..=5]) {
        let buffer = layout.buffer();
        let a = view(&buffer, &layout);
        let fits = (0..3).all(|k| window[k] <= layout.extents[k]);
        let found = a.try_sliding_windows(window);
        prop_assert_eq!(found.is_ok(), fits);
        if let Ok(found) = found {
            let mut extents = [0; 6];
            (0..3).for_each(|k| (extents[k], extents[k + 3]) = (layout.extents[k] - window[k] + 1, window[k]));
            let expected: Vec<i64> = indices(&extents)
                .iter()
                .map(|i| layout.at([i[0] + i[3], i[1] + i[4], i[2] + i[5]]))
                .collect();
            prop_assert_eq!(found.extents(), extents);
            prop_assert_eq!(elements(found), expected);
        }
    }

    #[test]
    fn overlap_is_exact(extents in [0usize..=5, 0usize..=5, 0usize..=5], strides in [-12isize..=12, -12isize..=12, -12isize..=12]) {
        let mut buffer = vec![0u8; 512];
        let mut places: Vec<isize> = indices(&extents)
            .iter()
            .map(|index| (0..3).map(|k| index[k] as isize * strides[k]).sum())
            .collect();
        let count = places.len();
        places.sort_unstable();
        places.dedup();
        let unique = ViewMut::from_slice_strided(&mut buffer, extents, strides, 256).is_ok();
        prop_assert_eq!(unique, places.len() == count);
    }

    #[test]
    fn bounds_are_exact(layout in layouts(), less in 0usize..=2, shift in 0usize..=2) {
        let buffer = vec![0i64; layout.len.saturating_sub(less)];
        let offset = layout.offset + shift;
        let all = indices(&layout.extents);
        let inside = |index: &Vec<usize>| {
            let place = layout.at([index[0], index[1], index[2]]) + shift as i64;
            (0..buffer.len() as i64).contains(&place)
        };
        let expected = if all.is_empty() { offset <= buffer.len() } else { all.iter().all(inside) };
        let found = View::from_slice_strided(&buffer, layout.extents, layout.strides, offset);
        prop_assert_eq!(found.is_ok(), expected);
    }

    #[test]
    fn writes_go_where_reads_come_from(layout in layouts(), step in prop_oneof![-3isize..=-1, 1isize..=3]) {
        let mut buffer = vec![0i64; layout.len];
        let Ok(mut a) = ViewMut::from_slice_strided(&mut buffer, layout.extents, layout.strides, layout.offset) else {
            return Ok(());
        };
        let mut part = a.slice_mut(s![.., ..; step]);
        let numbers: Vec<i64> = (1..=part.len() as i64).collect();
        for (x, number) in part.iter_mut().zip(&numbers) {
            *x = *number;
        }
        prop_assert_eq!(elements(part.view()), &numbers[..]);
        part.mapv_inplace(|x| -x);
        prop_assert_eq!(part.iter().map(|x| -x).collect::<Vec<_>>(), &numbers[..]);
        part.fill(0);
        prop_assert!(buffer.iter().all(|x| *x == 0));
    }

    #[test]
    fn joins_are_the_parts_in_turn(first in layouts(), lengths in [0usize..=3, 0usize..=3]) {
        let [x, y, z] = first.extents;
        let buffer = first.buffer();
        let a = view(&buffer, &first);
        let b = Array::from_fn((x, lengths[0], z), |[i, j, k]| -((100 * i + 10 * j + k) as i64));
        let joined = Array::concat::<1>(&[a, b.view(), a]);
        let expected = Array::from_fn((x, 2 * y + lengths[0], z), |[i, j, k]| match j {
            j if j < y => first.at([i, j, k]),
            j if j < y + lengths[0] => b[[i, j - y, k]],
            j => first.at([i, j - y - lengths[0], k]),
        });
        prop_assert!(joined == expected);
        let stacked = Array::stack::<2>(&[a, a.reverse::<0>()]);
        let expected = Array::from_fn((x, y, 2, z), |[i, j, n, k]| first.at([if n == 0 { i } else { x - 1 - i }, j, k]));
        prop_assert!(stacked == expected);
    }
}

/// Shapes of rank 4 for which the number of elements rarely fits.
fn shapes_of_60() -> Vec<[usize; 4]> {
    vec![[1, 1, 1, 60], [3, 4, 5, 1], [2, 2, 3, 5], [6, 1, 10, 1], [0, 3, 1, 2]]
}

/// All shapes of rank 4 with `count` elements, up to a few hundred.
fn factorings(count: usize) -> Vec<[usize; 4]> {
    if count == 0 {
        return vec![[0, 1, 2, 3], [4, 0, 0, 1]];
    }
    let divisors: Vec<usize> = (1..=count).filter(|d| count.is_multiple_of(*d)).collect();
    let mut found = Vec::new();
    for &a in &divisors {
        for &b in divisors.iter().filter(|b| (count / a).is_multiple_of(**b)) {
            for &c in divisors.iter().filter(|c| (count / a / b).is_multiple_of(**c)) {
                found.push([a, b, c, count / a / b / c]);
            }
        }
    }
    found
}

/// Whether places in row-major order of `extents` are an arithmetic progression along every axis, the same
/// everywhere: then strides lead to them.
fn strides_exist(places: &[i64], extents: [usize; 4]) -> bool {
    if places.is_empty() {
        return true;
    }
    let at = |index: &[usize]| {
        let flat = index.iter().zip(extents).fold(0, |flat, (i, extent)| flat * extent + i);
        places[flat]
    };
    let stride = |axis: usize| {
        let mut one = [0; 4];
        one[axis] = 1;
        if extents[axis] > 1 { at(&one) - at(&[0; 4]) } else { 0 }
    };
    let strides = [stride(0), stride(1), stride(2), stride(3)];
    indices(&extents)
        .iter()
        .all(|index| at(index) == at(&[0; 4]) + index.iter().zip(strides).map(|(i, s)| *i as i64 * s).sum::<i64>())
}
