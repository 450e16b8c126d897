//! A row of the comparison: one kernel, computed by several rivals that have to agree.

use std::cell::RefCell;

use ndweave::{Array, Array1, Shape};

use crate::{Bench, Best, Group, memory};

/// A kernel with a result of `len` numbers. Rivals that write into existing memory all write into the same, so that none of them is
/// lucky with its address.
pub struct Row<'a> {
    name: String,
    len: usize,
    tolerance: f64,
    bytes: Option<usize>,
    rivals: Vec<(String, Box<dyn Rival + 'a>)>,
}

trait Rival {
    /// Computes the result, into `out` or into memory of its own.
    fn run(&mut self, out: &mut [f64]);
    /// The same, and the result ends up in `out`.
    fn show(&mut self, out: &mut [f64]);
}

/// A result in memory of its own.
pub trait Elements {
    /// Its elements, in row-major order, to `out`.
    fn copy_to(&self, out: &mut [f64]);
}

struct Into<F>(F);
struct New<F>(F);

impl<F: FnMut(&mut [f64])> Rival for Into<F> {
    fn run(&mut self, out: &mut [f64]) {
        self.0(out);
    }

    fn show(&mut self, out: &mut [f64]) {
        self.0(out);
    }
}

impl<R: Elements, F: FnMut() -> R> Rival for New<F> {
    fn run(&mut self, _: &mut [f64]) {
        std::hint::black_box(self.0());
    }

    fn show(&mut self, out: &mut [f64]) {
        self.0().copy_to(out);
    }
}

impl<'a> Row<'a> {
    /// A kernel with a result of `len` numbers, and no rivals yet.
    pub fn new(name: impl std::convert::Into<String>, len: usize) -> Self {
        Row { name: name.into(), len, tolerance: 0.0, bytes: None, rivals: Vec::new() }
    }

    /// How far results may be apart, relative to the larger one. Zero if this is not called.
    pub fn tolerance(mut self, tolerance: f64) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// The kernel moves this many bytes to and from memory and does little else: prints GB/s, and copies as many bytes for comparison.
    pub fn memory_bound(mut self, bytes: usize) -> Self {
        self.bytes = Some(bytes);
        self
    }

    /// A rival that writes into existing memory. The first rival is what the others are compared with.
    pub fn into(mut self, name: &str, work: impl FnMut(&mut [f64]) + 'a) -> Self {
        self.rivals.push((name.to_owned(), Box::new(Into(work))));
        self
    }

    /// A rival that makes its result.
    pub fn new_result<R: Elements + 'a>(mut self, name: &str, work: impl FnMut() -> R + 'a) -> Self {
        self.rivals.push((name.to_owned(), Box::new(New(work))));
        self
    }

    /// That all rivals compute the same.
    fn check(&mut self) {
        let mut first = Vec::new();
        let mut out = vec![f64::NAN; self.len];
        for (name, rival) in &mut self.rivals {
            out.fill(f64::NAN);
            rival.show(&mut out);
            if first.is_empty() {
                first.clone_from(&out);
            }
            for (at, (&x, &y)) in first.iter().zip(&out).enumerate() {
                let apart = (x - y).abs();
                let agree = x == y || apart <= self.tolerance * x.abs().max(y.abs());
                assert!(agree, "{}: {name} says {y:e} at {at}, the first entry {x:e}", self.name);
            }
        }
    }
}

impl Bench {
    /// Checks that the rivals agree, then compares them.
    pub fn row(&self, mut row: Row<'_>) -> Vec<Best> {
        if !self.wants(&row.name) {
            return Vec::new();
        }
        row.check();
        let out = RefCell::new(Array1::<f64>::zeros(row.len));
        let mut group = Group::new(row.name);
        for (name, mut rival) in row.rivals {
            let out = &out;
            group = group.entry(name, move || rival.run(out.borrow_mut().as_mut_slice()));
        }
        if let Some(bytes) = row.bytes {
            let from = Array1::<f64>::ones(bytes / 16);
            let mut to = Array1::<f64>::ones(bytes / 16);
            group = group
                .bytes(bytes)
                .entry("(a copy that moves as many bytes)", move || memory::copy(from.as_slice(), to.as_mut_slice()));
        }
        self.run(group)
    }
}

impl Elements for f64 {
    fn copy_to(&self, out: &mut [f64]) {
        out.copy_from_slice(&[*self]);
    }
}

impl Elements for usize {
    fn copy_to(&self, out: &mut [f64]) {
        out.copy_from_slice(&[*self as f64]);
    }
}

impl Elements for Vec<f64> {
    fn copy_to(&self, out: &mut [f64]) {
        out.copy_from_slice(self);
    }
}

impl<const M: usize, const N: usize> Elements for [[f64; N]; M] {
    fn copy_to(&self, out: &mut [f64]) {
        out.copy_from_slice(self.as_flattened());
    }
}

impl<S: Shape> Elements for Array<f64, S> {
    fn copy_to(&self, out: &mut [f64]) {
        out.copy_from_slice(self.as_slice());
    }
}

impl<D: ndarray::Dimension> Elements for ndarray::Array<f64, D> {
    fn copy_to(&self, out: &mut [f64]) {
        assert_eq!(self.len(), out.len());
        out.iter_mut().zip(self).for_each(|(out, x)| *out = *x);
    }
}
