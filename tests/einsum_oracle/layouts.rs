//! Where operands lie, and how large they are.

use std::collections::BTreeMap;

use crate::laid::{Laid, Number};
use crate::oracle::Plain;

/// How an operand lies in memory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Layout {
    RowMajor,
    Transposed,
    Stepped,
    Reversed,
    /// Every other axis reversed, the first two swapped, with gaps.
    Mixed,
    /// Stride 0 along the first axis.
    Broadcast,
}

pub use Layout::{Broadcast, Mixed, Reversed, RowMajor, Stepped, Transposed};

pub const LAYOUTS: [Layout; 6] = [RowMajor, Transposed, Stepped, Reversed, Mixed, Broadcast];

impl Layout {
    /// An operand whose elements are `values`; a broadcast one repeats its first entries.
    pub fn lay<T: Number>(self, plain: &Plain<i64>) -> Laid<T> {
        let extents = &plain.extents;
        let rank = extents.len();
        let mut order: Vec<usize> = (0..rank).collect();
        match self {
            Transposed => order.reverse(),
            Mixed if rank > 1 => order.swap(0, 1),
            _ => {}
        }
        let gap = if matches!(self, Stepped | Mixed) { 2 } else { 1 };
        let mut strides = vec![0; rank];
        let mut span = gap;
        for &axis in order.iter().rev() {
            if self == Broadcast && axis == 0 {
                continue;
            }
            strides[axis] = span;
            span *= extents[axis].max(1) as isize * gap;
        }
        let mut offset = if gap == 2 { 3 } else { 0 };
        for (axis, stride) in strides.iter_mut().enumerate() {
            if self == Reversed || (self == Mixed && axis % 2 == 0) {
                offset += *stride * (extents[axis].max(1) as isize - 1);
                *stride = -*stride;
            }
        }
        Laid::empty(extents, &strides, offset as usize, span as usize + 3).fill(plain.values.iter().copied())
    }
}

/// Small integers that differ from place to place and from operand to operand.
pub fn values(operand: usize, len: usize) -> Vec<i64> {
    (0..len).map(|k| ((k * 7 + operand * 5 + k / 11) % 9) as i64 - 4).collect()
}

/// The operand's values once it is laid out: only stride 0 changes them.
pub fn seen<T: Number>(laid: &Laid<T>) -> Plain<i64> {
    Plain { extents: laid.extents.clone(), values: laid.values() }
}

/// The terms of a spec, and its labels in the order of their first appearance. Sweeps use no ellipsis.
pub fn terms_of(spec: &str) -> (Vec<Vec<char>>, Vec<char>) {
    let inputs = spec.split("->").next().expect("a split has a first part");
    let terms: Vec<Vec<char>> = inputs.split(',').map(|term| term.trim().chars().collect()).collect();
    let mut labels = Vec::new();
    for label in terms.iter().flatten() {
        if !labels.contains(label) {
            labels.push(*label);
        }
    }
    (terms, labels)
}

/// Extents of the labels: small and different; one of 1, of 0 or at the edge of a gang, a register tile or a block
/// at a time; and all around 16, where that stays small.
pub fn sizes(labels: usize) -> Vec<Vec<usize>> {
    let small = |shift: usize| -> Vec<usize> { (0..labels).map(|l| 2 + (l + shift) % 3).collect() };
    let mut all = vec![small(0), small(1), vec![1; labels], vec![0; labels]];
    for label in 0..labels {
        for edge in [0, 1, 7, 8, 9, 16, 17, 64, 65, 257] {
            let mut sizes = small(label);
            sizes[label] = edge;
            all.push(sizes);
        }
    }
    for around in [8, 15, 16, 17, 33] {
        all.push((0..labels).map(|l| around + l % 2).collect());
    }
    all.retain(|sizes| sizes.iter().product::<usize>() <= 5_000);
    all
}

/// One set of operands for each of the [`sizes`] of `spec`, with the extents of the labels.
pub fn operands_of(spec: &str) -> impl Iterator<Item = (BTreeMap<char, usize>, Vec<Plain<i64>>)> {
    let (terms, labels) = terms_of(spec);
    sizes(labels.len()).into_iter().map(move |sizes| {
        let extent: BTreeMap<char, usize> = labels.iter().copied().zip(sizes).collect();
        let operand = |(n, term): (usize, &Vec<char>)| {
            let extents: Vec<usize> = term.iter().map(|label| extent[label]).collect();
            Plain { values: values(n, extents.iter().product()), extents }
        };
        let operands = terms.iter().enumerate().map(operand).collect();
        (extent, operands)
    })
}

/// A layout that read or wrote past its view would show: the fillers differ from every value.
#[test]
fn fillers_are_no_values() {
    assert!(!values(0, 1000).contains(&crate::laid::FILLER));
    for layout in LAYOUTS {
        let plain = Plain { extents: vec![3, 4], values: values(1, 12) };
        let laid: Laid<f64> = layout.lay(&plain);
        let same = laid.values() == plain.values;
        assert_eq!(same, layout != Broadcast, "{layout:?}");
        assert!(layout == RowMajor || laid.strides != crate::laid::row_major(&plain.extents), "{layout:?}");
    }
}
