//! Calls, reductions, scans and scatters against their definitions in scalar Rust: any extents (nothing, one, more than a gang), every layout.

use ndweave::macro_support::functions::{Add, Maximum, Subtract};
use ndweave::macro_support::{
    AnyOrder, Binary, Join, accumulate, accumulate_into, at, at_points, outer, reduce, reduce_all, reduce_all_where,
    reduce_into, reduce_where, reduceat,
};
use ndweave::{Array, Element, View2, View3, ufunc};
use proptest::prelude::*;

#[allow(dead_code, reason = "the oracle of einsum is not asked here")]
#[path = "oracle/mod.rs"]
mod oracle;

#[allow(dead_code, reason = "not all of it is asked here")]
#[path = "oracle/layouts.rs"]
mod layouts;

use layouts::{LAYOUTS, Laid, layouts, plain};
use oracle::Plain;

/// Elements that a generator of numbers gives.
trait Drawn: Element + PartialEq {
    const FILLER: Self;
    fn from_number(x: u64) -> Self;
}

macro_rules! drawn {
    ($($T:ident)*) => { $(
        impl Drawn for $T {
            const FILLER: Self = 77 as $T;
            fn from_number(x: u64) -> Self {
                (x % 23) as $T - 7 as $T
            }
        }
    )* };
}

drawn! { f64 f32 i64 i16 }

fn laid<T: Drawn>(extents: &[usize], seed: u64, layout: usize) -> Laid<T> {
    let mut state = seed;
    let values: Vec<T> = (0..extents.iter().product())
        .map(|_| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            T::from_number(state >> 33)
        })
        .collect();
    layouts(extents, &values, T::FILLER).into_iter().nth(layout % LAYOUTS).unwrap()
}

/// The elements along an axis, line by line: `lines[before][after]` are those of one output.
fn lines<T: Copy>(x: &Plain<T>, axis: usize) -> Vec<Vec<T>> {
    let extent = x.extents[axis];
    let (before, after) = (x.extents[..axis].iter().product(), x.extents[axis + 1..].iter().product::<usize>());
    let line = |b: usize, a: usize| (0..extent).map(|k| x.values[(b * extent + k) * after + a]).collect();
    (0..before).flat_map(|b| (0..after).map(move |a| (b, a))).map(|(b, a)| line(b, a)).collect()
}

/// The lines, put together along an axis.
fn from_lines<T: Copy>(lines: &[Vec<T>], extents: &[usize], axis: usize) -> Vec<T> {
    let (extent, after) = (extents[axis], extents[axis + 1..].iter().product::<usize>());
    let len = extents.iter().product();
    (0..len).map(|k| lines[k / (extent * after) * after + k % after][k / after % extent]).collect()
}

fn join<T: Element, F: Join<T>>(f: F, mut values: impl Iterator<Item = T>, start: Option<T>) -> Option<T> {
    let first = start.or_else(|| values.next()).or_else(|| f.identity());
    first.map(|first| values.fold(first, |a, b| f.scalar(a, b)))
}

/// All that joins along an axis of three, against loops.
fn check<const AXIS: usize, T: Drawn, F: Join<T>>(f: F, laid: &Laid<T>, start: Option<T>, index: &[usize])
where
    (ndweave::Dyn, ndweave::Dyn, ndweave::Dyn): Axis<AXIS>,
{
    let x: View3<T> = view!(laid, 3);
    let own = laid.plain();
    let all = lines(&own, AXIS);
    let extent = own.extents[AXIS];

    let expected: Option<Vec<T>> = all.iter().map(|line| join(f, line.iter().copied(), start)).collect();
    let expected = expected.filter(|_| extent > 0 || start.or(f.identity()).is_some());
    match (reduce::<AXIS, _, _, _>(f, x, start), &expected) {
        (Ok(got), Some(expected)) => assert_eq!(got.as_slice(), expected),
        (Err(_), None) => {}
        (got, expected) => panic!("{got:?} {expected:?}"),
    }
    // Into a part of another array, backwards.
    if let Some(expected) = &expected {
        let [n, m] = reduce::<AXIS, _, _, _>(f, x, start).unwrap().extents();
        let mut out = Array::full((2 * n, m), T::FILLER);
        let mut part = out.slice_mut(ndweave::s![..;-2, ..]);
        reduce_into::<AXIS, _, _, _, _>(f, part.view_mut(), x, start).unwrap();
        assert_eq!(&part.to_vec(), expected);
        assert!(out.slice(ndweave::s![..;2, ..]).iter().all(|x| *x == T::FILLER));
    }

    let scanned: Vec<Vec<T>> = all
        .iter()
        .map(|line| (0..line.len()).map(|k| join(f, line[..=k].iter().copied(), None).unwrap()).collect())
        .collect();
    let expected = from_lines(&scanned, &own.extents, AXIS);
    assert_eq!(accumulate::<AXIS, _, _, _>(f, x).unwrap().as_slice(), expected);
    let mut out = Array::full((x.extents()[2], x.extents()[1], x.extents()[0]), T::FILLER);
    accumulate_into::<AXIS, _, _, _, _>(f, out.t_mut(), x).unwrap();
    assert_eq!(out.t().to_vec(), expected);

    if extent > 0 {
        let index: Vec<usize> = index.iter().map(|i| i % extent).collect();
        let segment = |line: &Vec<T>, k: usize| {
            let (start, end) = (index[k], index.get(k + 1).copied().unwrap_or(extent));
            join(f, line[start..end.max(start + 1)].iter().copied(), None).unwrap()
        };
        let parts: Vec<Vec<T>> = all.iter().map(|line| (0..index.len()).map(|k| segment(line, k)).collect()).collect();
        let mut extents = own.extents.clone();
        extents[AXIS] = index.len();
        let got = plain(reduceat::<AXIS, _, _, _, _>(f, x, &index).unwrap());
        assert_eq!((got.extents, got.values), (extents.clone(), from_lines(&parts, &extents, AXIS)));
    }

    let mask = Array::from_fn(x.extents(), |[i, j, k]| (i + 2 * j + k) % 3 != 0);
    let masks = lines(&plain(mask.clone()), AXIS);
    let chosen = |(line, mask): (&Vec<T>, &Vec<bool>)| {
        let values = line.iter().zip(mask).filter(|(_, mask)| **mask).map(|(x, _)| *x).collect::<Vec<_>>();
        join(f, values.into_iter(), start)
    };
    let expected: Option<Vec<T>> = all.iter().zip(&masks).map(chosen).collect();
    match reduce_where::<AXIS, _, _, _, _>(f, x, mask.view(), start) {
        Ok(got) => assert_eq!(got.as_slice(), expected.unwrap()),
        Err(_) => assert!(start.or(f.identity()).is_none()),
    }
}

/// All elements joined, and those of a mask.
fn check_all<T: Drawn, F: Join<T, Order = AnyOrder>>(f: F, laid: &Laid<T>, start: Option<T>) {
    let x: View3<T> = view!(laid, 3);
    let values = laid.plain().values;
    assert_eq!(reduce_all(f, x, start).ok(), join(f, values.iter().copied(), start));
    let mask = Array::from_fn(x.extents(), |[i, j, k]| (i + 2 * j + k) % 3 != 0);
    let chosen = values.iter().zip(mask.as_slice()).filter(|(_, mask)| **mask).map(|(x, _)| *x);
    match (reduce_all_where(f, x, mask.view(), start), join(f, chosen, start)) {
        (Ok(got), expected) => assert_eq!(Some(got), expected),
        // Without an identity there must be something to begin with, whatever the mask.
        (Err(_), _) => assert!(start.or(f.identity()).is_none()),
    }
}

ufunc! {
    /// Lanes leave the loop one by one, and for two reasons.
    fn halvings(x: f64, limit: i64) -> i64 {
        let (mut x, mut n) = (x, 0);
        while x > 0.5 {
            x *= 0.5;
            n += 1;
            if n > limit {
                return -1;
            }
        }
        n
    }
}

/// A call, a call into what exists, and one behind a mask, with an operand that stretches.
fn check_calls(x: &Laid<f64>, limits: &Laid<i64>, out: &Laid<i64>) {
    let (a, b): (View3<f64>, View2<i64>) = (view!(x, 3), view!(limits, 2));
    let (xs, limits) = (x.plain().values, limits.plain().values);
    let expected: Vec<i64> =
        xs.iter().enumerate().map(|(k, &x)| halvings::scalar(x, limits[k % limits.len()])).collect();
    assert_eq!(plain(halvings(a, b)).values, expected);
    if !out.is_writable() {
        return;
    }
    let mut got = out.clone();
    halvings::into(view_mut!(&mut got, 3), a, b);
    assert_eq!(got.plain().values, expected);
    let mask = Array::from_fn(a.extents(), |[i, j, k]| (i + j * k) % 3 == 1);
    let chosen = mask.as_slice().iter().zip(&expected).zip(out.plain().values);
    let expected: Vec<i64> = chosen.map(|((&mask, &new), old)| if mask { new } else { old }).collect();
    let mut got = out.clone();
    halvings::masked(view_mut!(&mut got, 3), mask.view(), a, b);
    assert_eq!(got.plain().values, expected);
    let inside = out.places();
    assert!((0..got.buffer.len()).all(|place| inside.contains(&place) || got.buffer[place] == out.buffer[place]));
}

/// Shapes with an axis.
trait Axis<const AXIS: usize>: ndweave::macro_support::EditAxis<AXIS, Without: ndweave::Shape<Index = [usize; 2]>> {}

impl<const AXIS: usize, S> Axis<AXIS> for S where
    S: ndweave::macro_support::EditAxis<AXIS, Without: ndweave::Shape<Index = [usize; 2]>>
{
}

fn scatters<T: Drawn, F: Binary<T, Out = T>>(f: F, target: &Laid<T>, values: &Laid<T>, index: &[isize]) {
    if !target.is_writable() {
        return;
    }
    let (rows, columns) = (target.extents[0] as isize, target.extents[1] as isize);
    let wrapped = |i: isize, n: isize| (if i < 0 { i + n } else { i }) as usize;
    let is_inside = |n: isize| index.iter().all(|&i| (-n..n).contains(&i));
    let values: View2<T> = view!(values, 2);

    // Whole rows, one after the other.
    let mut expected = target.plain().values;
    let mut got = target.clone();
    let result = at::<0, _, _, _, _, _, _>(f, view_mut!(&mut got, 2), index, values);
    assert_eq!(result.is_ok(), is_inside(rows), "{result:?}");
    if result.is_ok() {
        for (k, &i) in index.iter().enumerate() {
            for j in 0..columns as usize {
                let to = &mut expected[wrapped(i, rows) * columns as usize + j];
                *to = f.scalar(*to, values[[k, j]]);
            }
        }
    }
    assert_eq!(got.plain().values, expected);

    // Single elements.
    let mut expected = target.plain().values;
    let mut got = target.clone();
    let other: Vec<isize> = index.iter().rev().copied().collect();
    let one = T::from_number(11);
    let ones = Array::from_vec(vec![one]);
    let result = at_points(f, view_mut!(&mut got, 2), [index, &other], ones.view());
    assert_eq!(result.is_ok(), is_inside(rows) && is_inside(columns), "{result:?}");
    if result.is_ok() {
        for (&i, &j) in index.iter().zip(&other) {
            let to = &mut expected[wrapped(i, rows) * columns as usize + wrapped(j, columns)];
            *to = f.scalar(*to, one);
        }
    }
    assert_eq!(got.plain().values, expected);
}

fn pairs<T: Drawn, F: Binary<T, Out = T>>(f: F, a: &Laid<T>, b: &Laid<T>) {
    let (x, y): (View3<T>, View2<T>) = (view!(a, 3), view!(b, 2));
    let got = outer(f, x, y).unwrap();
    assert_eq!(got.extents().to_vec(), [&a.extents[..], &b.extents[..]].concat());
    let (a, b) = (a.plain().values, b.plain().values);
    let expected: Vec<T> = a.iter().flat_map(|x| b.iter().map(|y| f.scalar(*x, *y))).collect();
    assert_eq!(got.as_slice(), expected);
}

fn extent() -> impl Strategy<Value = usize> {
    prop_oneof![Just(0), Just(1), 2usize..6, 7usize..40]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn joins(shape in (extent(), 0usize..5, extent()), seed: u64, layout in 0..LAYOUTS, start: bool, index in prop::collection::vec(0usize..50, 0..6)) {
        let extents = <[usize; 3]>::from(shape);
        let start = |x: f64| start.then_some(x);
        let x = laid::<f64>(&extents, seed, layout);
        check::<0, _, _>(Add, &x, start(3.0), &index);
        check::<1, _, _>(Maximum, &x, start(3.0), &index);
        check::<2, _, _>(Add, &x, start(3.0), &index);
        let x = laid::<i16>(&extents, seed, layout);
        check::<0, _, _>(Subtract, &x, start(3.0).map(|x| x as i16), &index);
        check::<2, _, _>(Maximum, &x, start(3.0).map(|x| x as i16), &index);
        let x = laid::<i64>(&extents, seed, layout);
        check::<1, _, _>(Add, &x, None, &index);
        check::<2, _, _>(Subtract, &x, None, &index);
    }

    #[test]
    fn joins_of_all(shape in (extent(), 0usize..5, extent()), seed: u64, layout in 0..LAYOUTS, start: bool) {
        let extents = <[usize; 3]>::from(shape);
        check_all(Add, &laid::<f64>(&extents, seed, layout), start.then_some(3.0));
        check_all(Maximum, &laid::<i16>(&extents, seed, layout), start.then_some(3));
    }

    #[test]
    fn calls(shape in (0usize..4, 0usize..5, extent()), seed: u64, layout in 0..LAYOUTS, other in 0..LAYOUTS) {
        let extents = <[usize; 3]>::from(shape);
        let x = laid::<f64>(&extents, seed, layout);
        let limits = laid::<i64>(&extents[1..], seed ^ 1, layout + other);
        check_calls(&x, &limits, &laid::<i64>(&extents, seed ^ 2, other));
    }

    #[test]
    fn scattered(extents in [1usize..9, 0usize..20], seed: u64, layout in 0..LAYOUTS, index in prop::collection::vec(-9isize..9, 0..12)) {
        let values = [index.len(), extents[1]];
        scatters(Subtract, &laid::<i64>(&extents, seed, layout), &laid(&values, seed + 1, layout + 1), &index);
        scatters(Add, &laid::<f32>(&extents, seed, layout), &laid(&values, seed + 1, layout + 2), &index);
    }

    #[test]
    fn of_pairs(a in (0usize..4, 1usize..3, extent()), b in (0usize..3, extent()), seed: u64, layout in 0..LAYOUTS) {
        let (a, b) = (<[usize; 3]>::from(a), <[usize; 2]>::from(b));
        pairs(Subtract, &laid::<f64>(&a, seed, layout), &laid(&b, seed ^ 1, layout + 1));
        pairs(Add, &laid::<i16>(&a, seed, layout), &laid(&b, seed ^ 1, layout + 3));
    }
}
