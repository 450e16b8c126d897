//! What einsum means, as plainly as it can be computed: one odometer over all labels.
//!
//! Written from NumPy's documentation of `einsum` and sharing nothing with the crate: operands are lists of extents
//! and values, row-major. It is itself held against NumPy's results in `einsum_cases`.

use std::collections::BTreeMap;

use num_traits::{One, Zero};

/// Extents, and as many values in row-major order.
#[derive(Clone, Debug, PartialEq)]
pub struct Plain<T> {
    pub extents: Vec<usize>,
    pub values: Vec<T>,
}

/// What one axis is called. Axes under an ellipsis are counted from the right: that is how they broadcast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Label {
    Ellipsis(usize),
    Letter(char),
}

/// One operand's labels, an axis each.
fn labels_of(term: &str, rank: usize) -> Vec<Label> {
    let letters = |part: &str| part.chars().map(Label::Letter).collect::<Vec<_>>();
    let Some((before, after)) = term.split_once("...") else {
        assert_eq!(term.len(), rank, "`{term}` for rank {rank}");
        return letters(term);
    };
    let under = rank.checked_sub(before.len() + after.len()).expect("as many axes as letters");
    let mut labels = letters(before);
    labels.extend((0..under).rev().map(Label::Ellipsis));
    labels.extend(letters(after));
    labels
}

/// The labels of the result: written out, or those that occur once, in the alphabet's order, behind the ellipsis.
fn output_of(output: Option<&str>, terms: &[Vec<Label>]) -> Vec<Label> {
    let all: Vec<Label> = terms.iter().flatten().copied().collect();
    let is_ellipsis = |label: &&Label| matches!(label, Label::Ellipsis(_));
    let under = all
        .iter()
        .filter(is_ellipsis)
        .map(|&label| if let Label::Ellipsis(k) = label { k + 1 } else { 0 })
        .max()
        .unwrap_or(0);
    let Some(output) = output else {
        let mut once: Vec<Label> =
            all.iter().copied().filter(|l| !is_ellipsis(&l) && all.iter().filter(|m| *m == l).count() == 1).collect();
        once.sort();
        return (0..under).rev().map(Label::Ellipsis).chain(once).collect();
    };
    assert!(under == 0 || output.contains("..."), "the output lacks the ellipsis");
    labels_of(output, output.replace("...", "").len() + under)
}

/// The extent of every label; an extent of 1 stretches to that of another operand.
fn extents_of<T>(terms: &[Vec<Label>], operands: &[Plain<T>]) -> BTreeMap<Label, usize> {
    let mut extents = BTreeMap::new();
    for (labels, operand) in terms.iter().zip(operands) {
        for (axis, (&label, &extent)) in labels.iter().zip(&operand.extents).enumerate() {
            let first = labels.iter().position(|l| *l == label).expect("the label stands there");
            assert_eq!(operand.extents[first], extent, "axes 0+{first} and 0+{axis} of one operand");
            let known = extents.entry(label).or_insert(extent);
            if *known == 1 {
                *known = extent;
            }
            assert!(extent == *known || extent == 1, "extents {extent} and {known} of {label:?}");
        }
    }
    extents
}

/// `spec` as NumPy takes it, over these operands.
pub fn einsum<T: Copy + Zero + One>(spec: &str, operands: &[Plain<T>]) -> Plain<T> {
    let spec = spec.replace(' ', "");
    let (inputs, output) = match spec.split_once("->") {
        Some((inputs, output)) => (inputs, Some(output)),
        None => (spec.as_str(), None),
    };
    let inputs: Vec<&str> = inputs.split(',').collect();
    assert_eq!(inputs.len(), operands.len(), "terms and operands");
    let terms: Vec<Vec<Label>> =
        inputs.iter().zip(operands).map(|(term, x)| labels_of(term, x.extents.len())).collect();
    let output = output_of(output, &terms);
    let extents = extents_of(&terms, operands);

    let result_extents: Vec<usize> = output.iter().map(|label| extents[label]).collect();
    let mut result = Plain { values: vec![T::zero(); result_extents.iter().product()], extents: result_extents };
    if extents.values().any(|&extent| extent == 0) {
        return result;
    }
    let labels: Vec<Label> = extents.keys().copied().collect();
    let steps_in: Vec<Vec<usize>> = terms.iter().zip(operands).map(|(t, x)| steps(&labels, t, &x.extents)).collect();
    let steps_out = steps(&labels, &output, &result.extents);
    let limits: Vec<usize> = extents.values().copied().collect();
    let mut index = vec![0; labels.len()];
    loop {
        let factors = operands.iter().zip(&steps_in).map(|(operand, steps)| operand.values[place(steps, &index)]);
        let product = factors.fold(T::one(), |product, factor| product * factor);
        let at = place(&steps_out, &index);
        result.values[at] = result.values[at] + product;
        if !advance(&mut index, &limits) {
            return result;
        }
    }
}

/// How far one step of each label goes in an operand: over all axes that bear the label, and nowhere along a
/// stretched one.
fn steps(labels: &[Label], term: &[Label], extents: &[usize]) -> Vec<usize> {
    let step = |axis: usize| if extents[axis] == 1 { 0 } else { extents[axis + 1..].iter().product() };
    let of = |label: &Label| (0..term.len()).filter(|&axis| term[axis] == *label).map(step).sum();
    labels.iter().map(of).collect()
}

fn place(steps: &[usize], index: &[usize]) -> usize {
    steps.iter().zip(index).map(|(step, i)| step * i).sum()
}

/// The next index; `false` behind the last.
fn advance(index: &mut [usize], limits: &[usize]) -> bool {
    for (i, &limit) in index.iter_mut().zip(limits).rev() {
        *i += 1;
        if *i < limit {
            return true;
        }
        *i = 0;
    }
    false
}
