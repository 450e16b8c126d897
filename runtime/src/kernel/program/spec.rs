//! What `broadcast!` says about a kernel: what each pass reads, keeps and reduces.

use super::super::spec::{Kernel, Spec, Subscripts, is_same};

/// A program as a type: every expansion declares one.
pub trait Program: Kernel {
    /// What was written, beside the labels and operands of the kernel's own specification.
    const PROGRAM: Passes;
}

/// The passes of a program.
#[derive(Clone, Copy)]
pub struct Passes {
    /// The outputs of the body. All have the same labels.
    pub outputs: &'static [Subscripts],
    /// The reductions, each after those that it reads.
    pub reductions: &'static [Reduced],
    /// What the body reads.
    pub reads: &'static [Read],
    /// Whether a reduction reads an output, so that all reductions are over before the body writes.
    pub whole: bool,
}

/// Whether the notation alone says that every operand has the outputs' labels in their order, or none: then operands and outputs that are
/// laid out alike are one loop over neighbours.
pub(super) const fn is_aligned(spec: &Spec, passes: &Passes) -> bool {
    let mut read = 0;
    while read < passes.reads.len() {
        if !matches!(passes.reads[read], Read::Operand(_)) {
            return false;
        }
        read += 1;
    }
    let axes = passes.outputs[0].axes;
    let mut output = 1;
    while output < passes.outputs.len() {
        if !is_same(passes.outputs[output].axes, axes) {
            return false;
        }
        output += 1;
    }
    passes.reductions.is_empty() && spec.is_aligned(axes)
}

/// The number of outputs of a program.
pub trait Outputs<const O: usize>: Program {}

/// One reduction.
#[derive(Clone, Copy)]
pub struct Reduced {
    /// The labels, and perhaps the ellipsis, that its value depends on.
    pub kept: &'static [u8],
    /// The labels that it is over.
    pub over: &'static [u8],
    /// What it reads.
    pub reads: &'static [Read],
}

/// One thing that a pass reads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Read {
    /// An operand, by number.
    Operand(u8),
    /// The value of a reduction, by number.
    Temp(u8),
    /// The value of a label.
    Index(u8),
    /// The number of a point among the labels that a reduction is over, row-major.
    Flat(u8),
    /// How many points a reduction goes over.
    Terms(u8),
}

/// Declares the type `Kernel` of one program.
#[doc(hidden)]
#[macro_export]
macro_rules! program {
    (
        $name:literal $labels:literal $operands:literal, $names:expr,
        [$($operand:literal $axes:expr),*],
        [$($output:literal $output_axes:expr),* $(,)?],
        [$($kept:tt / $over:tt $reads:tt),* $(,)?],
        $body:expr,
        $whole:literal $(, $gathered:literal by $index:literal)*
    ) => {
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        struct Kernel;
        impl $crate::macro_support::Kernel for Kernel {
            const SPEC: $crate::macro_support::Spec = $crate::macro_support::Spec {
                name: $name,
                labels: &$names,
                operands: &[$($crate::macro_support::Subscripts { name: $operand, axes: &$axes }),*],
                output: <Kernel as $crate::macro_support::Program>::PROGRAM.outputs[0],
                terms: &[],
                stretch: false,
                gathers: &[$($crate::macro_support::Gather { operand: $gathered, index: $index }),*],
            };
        }
        impl $crate::macro_support::Program for Kernel {
            const PROGRAM: $crate::macro_support::Passes = $crate::macro_support::Passes {
                outputs: &[$($crate::macro_support::Subscripts { name: $output, axes: &$output_axes }),*],
                reductions: &[$($crate::macro_support::Reduced { kept: &$kept, over: &$over, reads: &$reads }),*],
                reads: &$body,
                whole: $whole,
            };
        }
        impl $crate::macro_support::Size<$labels, $operands> for Kernel {}
        impl $crate::macro_support::Outputs<{ [$($output),*].len() }> for Kernel {}
    };
}

/// The extent of a label that a range gives: `[i in 0..n]`.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    pub(super) label: u8,
    pub(super) start: isize,
    pub(super) end: isize,
}

/// The values of a label.
#[inline(always)]
pub fn range(label: u8, start: isize, end: isize) -> Range {
    Range { label, start, end }
}
