//! Reductions of every layout and rank against plain loops, on every tier.

use super::functions::{Add, BitXor, Divide, InOrder, Maximum, Minimum, Multiply, Subtract};
use super::walk::{Elements, run_on};
use super::{Binary, Join, JoinOrder};
use crate::element::Element;
use crate::lanes::Tier;

/// Elements in a buffer, with strides.
pub(crate) struct Laid<T> {
    buffer: Vec<T>,
    strides: Vec<isize>,
    first: usize,
}

impl<T: Element> Laid<T> {
    pub(crate) fn new(extents: &[usize], strides: &[isize], value: impl Fn(usize) -> T) -> Self {
        let reach = |keep: fn(isize) -> bool| -> isize {
            extents.iter().zip(strides).map(|(&n, &s)| (n.max(1) as isize - 1) * s).filter(|&x| keep(x)).sum()
        };
        let (low, high) = (reach(|x| x < 0), reach(|x| x > 0));
        let buffer = (0..(high - low + 1) as usize).map(value).collect();
        Laid { buffer, strides: strides.to_vec(), first: -low as usize }
    }

    pub(crate) fn first(&self) -> *const T {
        self.buffer[self.first..].as_ptr()
    }

    pub(crate) fn at(&self, index: &[usize]) -> T {
        let offset: isize = index.iter().zip(&self.strides).map(|(&i, &s)| i as isize * s).sum();
        self.buffer[(self.first as isize + offset) as usize]
    }
}

/// All indices, in row-major order.
pub(crate) fn indices(extents: &[usize]) -> Vec<Vec<usize>> {
    extents.iter().fold(vec![Vec::new()], |all, &n| {
        all.iter().flat_map(|index| (0..n).map(move |i| [&index[..], &[i]].concat())).collect()
    })
}

/// Row-major strides, with gaps, turned around, backwards, and repeated.
pub(crate) fn layouts(extents: &[usize]) -> Vec<Vec<isize>> {
    let dense = |order: &[usize], gap: isize| {
        let mut strides = vec![0; extents.len()];
        let mut step = gap;
        for &axis in order {
            strides[axis] = step;
            step *= extents[axis].max(1) as isize + gap - 1;
        }
        strides
    };
    let axes: Vec<usize> = (0..extents.len()).collect();
    let back: Vec<usize> = axes.iter().rev().copied().collect();
    let rows = dense(&back, 1);
    let mut mixed = dense(&axes, 2);
    mixed.iter_mut().step_by(2).for_each(|stride| *stride = -*stride);
    let backwards = rows.iter().map(|stride| -stride).collect();
    let mut repeated = rows.clone();
    repeated.iter_mut().take(1).for_each(|stride| *stride = 0);
    vec![rows, dense(&axes, 1), dense(&back, 3), backwards, mixed, repeated]
}

/// Reduces with the engine and with loops, along every set of axes that the function allows.
fn check<T: Element + PartialEq, F: Join<T>>(
    f: F,
    extents: &[usize],
    value: impl Fn(usize) -> T + Copy,
    start: Option<T>,
) {
    for strides in layouts(extents) {
        let laid = Laid::new(extents, &strides, value);
        // Of eight axes, some sets only.
        for bits in (0..1u16 << extents.len()).step_by(if extents.len() == 8 { 37 } else { 1 }) {
            let bits = bits as u8;
            if !<F::Order as JoinOrder>::ANY && bits.count_ones() > 1 {
                continue;
            }
            let joined = |axis: usize| bits >> axis & 1 == 1;
            let part = |joined_part: bool| -> Vec<usize> {
                (0..extents.len()).map(|axis| if joined(axis) == joined_part { extents[axis] } else { 1 }).collect()
            };
            // Outputs in column order, two apart.
            let mut out_strides = vec![0; extents.len()];
            let mut len = 2;
            for axis in (0..extents.len()).filter(|&axis| !joined(axis)) {
                out_strides[axis] = len as isize;
                len *= extents[axis];
            }
            for tier in Tier::supported() {
                let mut out = vec![value(0); len];
                let elements = Elements { at: laid.first(), extents, strides: &strides };
                // SAFETY: the buffer holds all elements, and the outputs are apart.
                unsafe { run_on(f, elements, bits, out.as_mut_ptr(), &out_strides, start, tier) };
                for kept in indices(&part(false)) {
                    let all = indices(&part(true));
                    let mut values = all
                        .iter()
                        .map(|inner| laid.at(&kept.iter().zip(inner).map(|(a, b)| a + b).collect::<Vec<_>>()));
                    let first = start.or_else(|| values.next()).unwrap();
                    let expected = values.fold(first, |a, b| f.scalar(a, b));
                    let place: isize = kept.iter().zip(&out_strides).map(|(&i, &s)| i as isize * s).sum();
                    let name = <F as Binary<T>>::NAME;
                    assert!(
                        out[place as usize] == expected,
                        "{name} {extents:?} {strides:?} {bits:b} {tier} {kept:?}: {:?} != {expected:?}",
                        out[place as usize]
                    );
                }
            }
        }
    }
}

const SHAPES: [&[usize]; 12] = [
    &[],
    &[1],
    &[7],
    &[100],
    &[5, 3],
    &[3, 40],
    &[70, 9],
    &[1, 33],
    &[4, 3, 17],
    &[2, 1, 3, 5],
    &[2, 1, 2, 1, 2, 1, 2, 3],
    &[300, 2],
];

#[test]
fn integers() {
    for shape in SHAPES {
        check(Add, shape, |k| (k * k % 1000) as i64, None);
        check(BitXor, shape, |k| (k * 7919) as u16, Some(77));
        check(Subtract, shape, |k| (k * 31 % 17) as i32, None);
        check(Multiply, shape, |k| (k % 5 * 2 + 1) as u8, None);
    }
}

#[test]
fn floats() {
    for shape in SHAPES {
        // Small integers: every sum is exact.
        check(Add, shape, |k| (k * k % 1000) as f64, Some(3.0));
        check(Maximum, shape, |k| (k * 7919 % 1009) as f32, None);
        check(Minimum, shape, |k| (k * 7919 % 1009) as f64, Some(5.0));
        check(Divide, shape, |k| (k % 3 + 1) as f64, Some(1e9));
        check(InOrder(Add), shape, |k| 1.0 / (k + 1) as f64, None);
        check(InOrder(Add), shape, |k| 1.0 / (k + 1) as f32, Some(0.1));
    }
}

/// Long ones, which are joined in blocks.
#[test]
fn blocks() {
    for shape in [&[10_000][..], &[2, 5000], &[1100, 10], &[300, 3, 10], &[20, 100]] {
        check(Add, shape, |k| (k % 13) as i64, None);
        check(Add, shape, |k| (k % 13) as f32, Some(1.0));
    }
}

/// A sum of many `f32` is near the sum in `f64`, along either axis; from left to right it would be off by 1e-4.
#[test]
fn sums_are_accurate() {
    let values: Vec<f32> = (0..200_000).map(|k| 1.0 / (k % 7 + 3) as f32).collect();
    for (extents, strides) in [([1, 200_000], [1, 1]), ([100_000, 2], [2, 1]), ([2, 100_000], [100_000, 1])] {
        let long = if extents[0] > extents[1] { 0 } else { 1 };
        let mut out = [0.0f32; 2];
        let elements = Elements { at: values.as_ptr(), extents: &extents, strides: &strides };
        // SAFETY: the elements are there, and so are the outputs.
        unsafe { run_on(Add, elements, 1 << long, out.as_mut_ptr(), &[1, 1], None, Tier::current()) };
        let exact: f64 = (0..extents[long]).map(|k| f64::from(values[k * strides[long] as usize])).sum();
        assert!((f64::from(out[0]) / exact - 1.0).abs() < 3e-7, "{} {exact}", out[0]);
    }
}

/// Rounding is the same on every tier: the order of additions follows from extents and strides.
#[test]
fn tiers_agree() {
    for shape in [&[5000][..], &[40, 300], &[600, 5], &[3, 50, 7]] {
        for strides in layouts(shape) {
            let laid = Laid::new(shape, &strides, |k| 1.0 / (k + 3) as f64);
            for bits in 0..1u8 << shape.len() {
                let sums = |tier| {
                    let mut out = vec![0.0; shape.iter().product()];
                    let to: Vec<isize> =
                        (0..shape.len()).map(|axis| shape[axis + 1..].iter().product::<usize>() as isize).collect();
                    let elements = Elements { at: laid.first(), extents: shape, strides: &strides };
                    // SAFETY: the buffer holds all elements, and there is an output for each.
                    unsafe { run_on(Add, elements, bits, out.as_mut_ptr(), &to, None, tier) };
                    out.into_iter().map(f64::to_bits).collect::<Vec<_>>()
                };
                let portable = sums(Tier::Portable);
                assert!(Tier::supported().all(|tier| sums(tier) == portable), "{shape:?} {strides:?} {bits:b}");
            }
        }
    }
}
