//! Scans of every layout, rank and axis against plain loops, on every tier.

use super::walk::run_on;
use crate::element::Element;
use crate::lanes::Tier;
use crate::reduce::functions::{Add, BitOr, Divide, InOrder, Maximum, Subtract};
use crate::reduce::tests::{Laid, indices, layouts};
use crate::reduce::{Binary, Elements, Join};

fn check<T: Element + PartialEq, F: Join<T>>(f: F, extents: &[usize], value: impl Fn(usize) -> T + Copy) {
    let len = extents.iter().product::<usize>();
    for strides in layouts(extents) {
        let laid = Laid::new(extents, &strides, value);
        for axis in 0..extents.len() {
            // Row-major outputs, and such in column order.
            let rows: Vec<isize> =
                (0..extents.len()).map(|axis| extents[axis + 1..].iter().product::<usize>() as isize).collect();
            let columns = (0..extents.len()).map(|axis| extents[..axis].iter().product::<usize>() as isize).collect();
            for (tier, to) in Tier::supported().flat_map(|tier| [(tier, &rows), (tier, &columns)]) {
                let mut out = vec![value(0); len];
                let elements = Elements { at: laid.first(), extents, strides: &strides };
                // SAFETY: the buffer holds all elements, and there is an output for each.
                unsafe { run_on(f, elements, axis, out.as_mut_ptr(), to, tier) };
                for index in indices(extents) {
                    let mut at = index.clone();
                    at[axis] = 0;
                    let mut expected = laid.at(&at);
                    for k in 1..=index[axis] {
                        at[axis] = k;
                        expected = f.scalar(expected, laid.at(&at));
                    }
                    let place: isize = index.iter().zip(to).map(|(&i, &s)| i as isize * s).sum();
                    let got = out[place as usize];
                    let name = <F as Binary<T>>::NAME;
                    assert!(
                        got == expected,
                        "{name} {extents:?} {strides:?} {axis} {tier} {index:?}: {got:?} != {expected:?}"
                    );
                }
            }
        }
    }
}

/// The longest line has more than two blocks of gangs of 16 lanes.
const SHAPES: [&[usize]; 10] =
    [&[1], &[7], &[16], &[75], &[601], &[5, 3], &[21, 35], &[35, 21], &[3, 1, 18], &[2, 9, 5]];

#[test]
fn integers() {
    for shape in SHAPES {
        check(Add, shape, |k| (k * 7919) as i64);
        check(BitOr, shape, |k| 1u16 << (k % 16));
        check(Subtract, shape, |k| (k * 31 % 17) as i32);
        check(Maximum, shape, |k| (k * 7919 % 251) as u8);
    }
}

#[test]
fn floats() {
    for shape in SHAPES {
        // Small integers: every sum is exact.
        check(Add, shape, |k| (k * k % 1000) as f64);
        check(Maximum, shape, |k| (k * 7919 % 1009) as f32);
        check(Divide, shape, |k| (k % 3 + 1) as f64);
        check(InOrder(Add), shape, |k| 1.0 / (k + 1) as f32);
    }
}

/// Sums are at least as near to the exact ones as those of a plain loop.
#[test]
fn sums_are_accurate() {
    let values: Vec<f32> = (0..50_000).map(|k| 1.0 / (k % 7 + 3) as f32).collect();
    let mut out = vec![0.0; values.len()];
    let elements = Elements { at: values.as_ptr(), extents: &[50_000], strides: &[1] };
    // SAFETY: the elements are there, and so are the outputs.
    unsafe { run_on(Add, elements, 0, out.as_mut_ptr(), &[1], Tier::current()) };
    let (mut plain, mut exact) = (0.0f32, 0.0f64);
    let (mut ours, mut theirs) = (0.0f64, 0.0f64);
    for (x, out) in values.iter().zip(&out) {
        plain += x;
        exact += f64::from(*x);
        ours = ours.max((f64::from(*out) - exact).abs());
        theirs = theirs.max((f64::from(plain) - exact).abs());
    }
    assert!(ours < theirs, "{ours:e} {theirs:e}");
}

/// Elements that change nothing leave the sums of later blocks alone, to the last bit: what stands before is one number for all lanes.
#[test]
fn zeros_change_nothing() {
    let values: Vec<f32> = (0..3000).map(|k| if k < 1000 { 1.0 / (k + 3) as f32 } else { 0.0 }).collect();
    let mut out = vec![0.0; values.len()];
    let elements = Elements { at: values.as_ptr(), extents: &[3000], strides: &[1] };
    // SAFETY: the elements are there, and so are the outputs.
    unsafe { run_on(Add, elements, 0, out.as_mut_ptr(), &[1], Tier::current()) };
    assert!(out[1300..].iter().all(|x| *x == out[1300]), "{:?}", &out[1300..1340]);
}

/// Rounding is the same on every tier.
#[test]
fn tiers_agree() {
    let values: Vec<f64> = (0..1003).map(|k| 1.0 / (k + 3) as f64).collect();
    for (extents, strides) in [(&[1003][..], &[1][..]), (&[17, 59], &[59, 1]), (&[17, 59], &[1, 17])] {
        for axis in 0..extents.len() {
            let sums = |tier| {
                let mut out = vec![0.0; values.len()];
                let elements = Elements { at: values.as_ptr(), extents, strides };
                // SAFETY: the elements are there, and there is an output for each.
                unsafe { run_on(Add, elements, axis, out.as_mut_ptr(), strides, tier) };
                out.into_iter().map(f64::to_bits).collect::<Vec<_>>()
            };
            let portable = sums(Tier::Portable);
            assert!(Tier::supported().all(|tier| sums(tier) == portable), "{extents:?} {strides:?} {axis}");
        }
    }
}
