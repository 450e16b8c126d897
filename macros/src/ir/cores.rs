//! A function of `ufunc!` with core axes, resolved: its labels by number, and what its body is.

use proc_macro2::{Ident, TokenStream};
use syn::{Expr, ItemFn, Type};

/// A function with core axes.
pub struct CoreRoutine {
    /// As it was written.
    pub item: ItemFn,
    pub params: Vec<CoreParam>,
    /// One, or the parts of a tuple.
    pub results: Vec<CoreArray>,
    /// In the order of their first appearance.
    pub labels: Vec<Ident>,
    pub body: CoreBody,
}

/// A parameter.
pub struct CoreParam {
    pub name: Ident,
    pub array: CoreArray,
}

/// `[[f64; d]; m]`: elements, and core axes from the first, which is the outermost.
#[derive(Clone)]
pub struct CoreArray {
    pub element: Type,
    pub axes: Vec<CoreLength>,
}

/// The length of a core axis.
#[derive(Clone)]
pub enum CoreLength {
    Label(usize),
    /// A constant.
    Exactly(Expr),
    /// Of a result: an expression of labels.
    Computed(Expr),
}

/// How a core array looks to a body of plain Rust.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// All lengths are constants: a value.
    Value,
    /// The first is not: a slice.
    Slice,
    /// The second is not: rows.
    Rows,
    /// A length further inside is not.
    Deeper,
}

/// A body.
pub enum CoreBody {
    /// One kernel a result, in the notation of `broadcast!` (or `einsum!`): all points at once.
    Kernels(Vec<CoreKernel>),
    /// Rust, for one point; what makes a result whose length is not constant fills the place of that result.
    Statements(TokenStream),
    /// It has mistakes.
    Unclear,
}

/// `out[.., m, n] = expr`.
pub struct CoreKernel {
    /// `try_broadcast` or `try_einsum`.
    pub call: &'static str,
    /// `m, n`.
    pub labels: TokenStream,
    pub expr: TokenStream,
}

impl CoreArray {
    /// How a body of plain Rust sees it.
    pub fn look(&self) -> Look {
        let variable = |length: &CoreLength| !matches!(length, CoreLength::Exactly(_));
        match self.axes.iter().rposition(variable) {
            None => Look::Value,
            Some(0) => Look::Slice,
            Some(1) => Look::Rows,
            Some(_) => Look::Deeper,
        }
    }
}

impl CoreRoutine {
    /// How many axes may stand in front, as far as arrays have at most eight.
    pub fn lead(&self) -> usize {
        let arrays = self.params.iter().map(|param| &param.array).chain(&self.results);
        8 - arrays.map(|array| array.axes.len()).max().unwrap_or(0)
    }
}
