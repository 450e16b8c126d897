//! What `einsum_path!` prints: the steps of a product, their kinds and what they cost.

use core::fmt;

use crate::nest::LabelSet;

use super::class::{Class, Groups};
use super::path::{Path, flops, plan};

/// One step of a [`ContractionPath`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PathStep {
    notation: String,
    class: Class,
    flops: u64,
    size: u64,
}

impl PathStep {
    /// The step as one writes it: `a[i, j] * b[j, k] -> t1[i, k]`, where `t1` is the result of the first step.
    pub fn notation(&self) -> &str {
        &self.notation
    }

    /// The kind of the step.
    pub fn class(&self) -> Class {
        self.class
    }

    /// Additions and multiplications.
    pub fn flops(&self) -> u64 {
        self.flops
    }

    /// Elements of the result.
    pub fn size(&self) -> u64 {
        self.size
    }
}

/// How a product of operands is contracted. It prints as a table of its steps.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ContractionPath {
    notation: String,
    element: String,
    element_size: usize,
    extents: Vec<(String, usize)>,
    steps: Vec<PathStep>,
    naive_flops: u64,
    largest_intermediate: u64,
}

impl ContractionPath {
    /// The steps, in order.
    pub fn steps(&self) -> &[PathStep] {
        &self.steps
    }

    /// Additions and multiplications of all steps together; `u64::MAX` where they are more.
    pub fn flops(&self) -> u64 {
        self.steps.iter().fold(0, |sum, step| sum.saturating_add(step.flops))
    }

    /// Additions and multiplications of one nest over all labels at once.
    pub fn naive_flops(&self) -> u64 {
        self.naive_flops
    }

    /// Elements of the largest result that is not the output; 0 where there is none.
    pub fn largest_intermediate(&self) -> u64 {
        self.largest_intermediate
    }
}

/// An operand of a product that is explained: its name and its labels as they are written.
pub type Named<'a> = (&'a str, &'a [u8]);

/// Explains the product of these operands, summed over the labels that the output lacks.
///
/// `label_names` and `extents` are indexed by label; `element` is the name of the element type.
pub fn explain(
    label_names: &[&str],
    operands: &[Named<'_>],
    output: &[u8],
    extents: &[usize],
    (element, element_size): (&str, usize),
) -> ContractionPath {
    let factors: Vec<LabelSet> = operands.iter().map(|(_, labels)| LabelSet::of(labels)).collect();
    let kept = LabelSet::of(output);
    let all = factors.iter().fold(kept, |all, labels| all.or(*labels));
    let path = plan(&factors, kept, extents);
    let mut explainer = Explainer { label_names, extents, output, nodes: Vec::new(), steps: Vec::new(), largest: 0 };
    for (name, labels) in operands {
        explainer.nodes.push(Node { name: name.to_string(), labels: labels.to_vec(), read: false });
    }
    explainer.run(&path);
    let written: Vec<String> = operands.iter().map(|(name, labels)| indexed(name, labels, label_names)).collect();
    let sums = !all.minus(kept).is_empty();
    let per_point = operands.len() as u64 - 1 + u64::from(sums);
    ContractionPath {
        notation: format!("{} -> {}", written.join(" * "), indexed("", output, label_names)),
        element: element.to_string(),
        element_size,
        extents: all.into_iter().map(|l| (label_names[l as usize].to_string(), extents[l as usize])).collect(),
        naive_flops: all.points(extents).saturating_mul(per_point),
        largest_intermediate: explainer.largest,
        steps: explainer.steps,
    }
}

struct Node {
    name: String,
    labels: Vec<u8>,
    read: bool,
}

struct Explainer<'a> {
    label_names: &'a [&'a str],
    extents: &'a [usize],
    output: &'a [u8],
    nodes: Vec<Node>,
    steps: Vec<PathStep>,
    largest: u64,
}

impl Explainer<'_> {
    fn run(&mut self, path: &Path) {
        let output = LabelSet::of(self.output);
        if path.pairs().is_empty() {
            let class = Class::of_one(&self.nodes[0].labels, self.output);
            let all = LabelSet::of(&self.nodes[0].labels);
            let flops = if class == Class::Sum { all.points(self.extents) } else { 0 };
            self.step(&[0], self.output.to_vec(), class, flops, true);
        }
        // Results are new nodes, but a factor that is summed first stands for its sum from then on.
        let mut slots: Vec<usize> = (0..self.nodes.len()).collect();
        for (at, &(left, right)) in path.pairs().iter().enumerate() {
            let last = at + 1 == path.pairs().len();
            let [mut left, mut right] = [slots[left as usize], slots[right as usize]];
            let others = self.nodes.iter().enumerate().filter(|(n, node)| !node.read && *n != left && *n != right);
            let needed = others.fold(output, |needed, (_, node)| needed.or(LabelSet::of(&node.labels)));
            let groups = self.groups(left, right, needed);
            if groups.sums_left_first() {
                left = self.sum_first(left, groups.alone_left);
            }
            if groups.sums_right_first() {
                right = self.sum_first(right, groups.alone_right);
            }
            let groups = self.groups(left, right, needed);
            let [a, b] = [left, right].map(|node| LabelSet::of(&self.nodes[node].labels));
            let kept = a.or(b).and(needed);
            let both = self.nodes[left].labels.iter().chain(&self.nodes[right].labels).copied();
            let labels = if last { self.output.to_vec() } else { distinct(both.filter(|&label| kept.contains(label))) };
            let flops = flops(a, b, kept, self.extents);
            slots.push(self.step(&[left, right], labels, groups.class(), flops, last));
        }
    }

    fn groups(&self, left: usize, right: usize, needed: LabelSet) -> Groups {
        Groups::new(LabelSet::of(&self.nodes[left].labels), LabelSet::of(&self.nodes[right].labels), needed)
    }

    fn sum_first(&mut self, node: usize, alone: LabelSet) -> usize {
        let all = &self.nodes[node].labels;
        let flops = LabelSet::of(all).points(self.extents);
        let labels = distinct(all.iter().copied().filter(|&label| !alone.contains(label)));
        self.step(&[node], labels, Class::Sum, flops, false)
    }

    fn step(&mut self, from: &[usize], labels: Vec<u8>, class: Class, flops: u64, last: bool) -> usize {
        let size = LabelSet::of(&labels).points(self.extents);
        let name = if last { String::new() } else { format!("t{}", self.steps.len() + 1) };
        let operands: Vec<String> = from.iter().map(|&node| self.named(node)).collect();
        let notation = format!("{} -> {}", operands.join(" * "), indexed(&name, &labels, self.label_names));
        from.iter().for_each(|&node| self.nodes[node].read = true);
        self.steps.push(PathStep { notation, class, flops, size });
        self.nodes.push(Node { name, labels, read: false });
        if !last {
            self.largest = self.largest.max(size);
        }
        self.nodes.len() - 1
    }

    fn named(&self, node: usize) -> String {
        indexed(&self.nodes[node].name, &self.nodes[node].labels, self.label_names)
    }
}

/// Each label once, where it comes first: a diagonal is one axis.
fn distinct(labels: impl Iterator<Item = u8>) -> Vec<u8> {
    let mut seen = LabelSet::EMPTY;
    let mut distinct = Vec::new();
    for label in labels {
        if !seen.contains(label) {
            distinct.push(label);
        }
        seen = seen.with(label);
    }
    distinct
}

/// `a[i, j]`.
fn indexed(name: &str, labels: &[u8], label_names: &[&str]) -> String {
    let labels: Vec<&str> = labels.iter().map(|&label| label_names[label as usize]).collect();
    format!("{name}[{}]", labels.join(", "))
}

impl fmt::Display for ContractionPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let extents: Vec<String> = self.extents.iter().map(|(name, extent)| format!("{name} = {extent}")).collect();
        let bytes = self.largest_intermediate.saturating_mul(self.element_size as u64);
        // A copy computes nothing.
        let fewer = match self.flops() {
            0 => String::new(),
            flops => format!(" ({:.1} times fewer)", self.naive_flops as f64 / flops as f64),
        };
        writeln!(f, "{}", self.notation)?;
        writeln!(f, "  extents               {}", if extents.is_empty() { "none".into() } else { extents.join(", ") })?;
        writeln!(f, "  element               {} ({} bytes)", self.element, self.element_size)?;
        writeln!(f, "  one nest              {} flops", grouped(self.naive_flops))?;
        writeln!(f, "  these steps           {} flops{fewer}", grouped(self.flops()))?;
        writeln!(
            f,
            "  largest intermediate  {} elements ({} bytes)",
            grouped(self.largest_intermediate),
            grouped(bytes)
        )?;
        let kinds: Vec<String> = self.steps.iter().map(|step| step.class.to_string()).collect();
        let examples: Vec<String> = self.steps.iter().map(|step| step.class.example().to_string()).collect();
        let counts: Vec<String> = self.steps.iter().map(|step| grouped(step.flops)).collect();
        let sizes: Vec<String> = self.steps.iter().map(|step| grouped(step.size)).collect();
        let width = |column: &[String], title: &str| column.iter().map(String::len).max().unwrap_or(0).max(title.len());
        let (kind, count, size) = (width(&kinds, "kind"), width(&counts, "flops"), width(&sizes, "elements"));
        let like = width(&examples, "as in");
        write!(
            f,
            "\n  step  {:kind$}  {:like$}  {:>count$}  {:>size$}  notation",
            "kind", "as in", "flops", "elements"
        )?;
        for (at, step) in self.steps.iter().enumerate() {
            let (k, e, c, s) = (&kinds[at], &examples[at], &counts[at], &sizes[at]);
            write!(f, "\n  {:>4}  {k:kind$}  {e:like$}  {c:>count$}  {s:>size$}  {}", at + 1, step.notation)?;
        }
        Ok(())
    }
}

/// `12_345_678`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}
