//! `i in 0..n`: the extents of labels that no operand carries.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, Lit, RangeLimits};

use super::scope::Scope;
use crate::errors::Errors;
use crate::ir::{Range, has_label};

impl Scope {
    /// Checks and keeps the range of a label.
    pub(super) fn lower_range(&mut self, label: usize, name: &Ident, range: &Expr, errors: &mut Errors) {
        let Expr::Range(written) = range else {
            return errors.over(range, format_args!("the extent of a label is a range: `{name} in 0..n`"));
        };
        if let RangeLimits::Closed(dots) = &written.limits {
            return errors.at(dots.span(), "`..=` cannot stand here: the range of a label is half open, as `0..n + 1`");
        }
        let (Some(start), Some(end)) = (&written.start, &written.end) else {
            return errors.over(range, format_args!("the range of a label has both bounds: `{name} in 0..n`"));
        };
        if let Some(bound) = [start, end].into_iter().find(|bound| self.depends(bound)) {
            return errors.over(
                bound,
                "the bounds of a range are numbers from the scope, the same at every point: neither labels nor elements",
            );
        }
        if let Some(bound) = [start, end].into_iter().find(|bound| is_other_literal(bound)) {
            return errors.over(bound, "the bounds of a range are integers");
        }
        if literal(start).is_some_and(|start| start < 0) {
            return errors.over(start, "a label is not negative: begin the range at 0 and subtract in the kernel");
        }
        let extent = match (literal(start), literal(end)) {
            (Some(start), Some(end)) => usize::try_from(end.saturating_sub(start).max(0)).ok(),
            _ => None,
        };
        let span = range.span();
        self.ranges.push(Range { label, start: (**start).clone(), end: (**end).clone(), extent, span });
    }

    /// A label has a range, or an operand carries it.
    pub(super) fn check_ranges(&self, errors: &mut Errors) {
        for Range { label, start, end, .. } in &self.ranges {
            let carrier = self.operands.iter().find(|operand| has_label(&operand.subscripts, *label));
            if let Some(operand) = carrier {
                let tokens: proc_macro2::TokenStream = start.into_token_stream();
                let range = quote::quote!(#tokens #end);
                errors.over(
                    range,
                    format_args!(
                        "axis `{}` has the extent of `{}`: drop the range, or slice the operand",
                        self.labels.names[*label], operand.name
                    ),
                );
            }
        }
    }
}

/// An integer literal, perhaps behind a minus sign.
fn literal(expr: &Expr) -> Option<i128> {
    match expr {
        Expr::Lit(ExprLit { lit: Lit::Int(digits), .. }) => digits.base10_parse().ok(),
        Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Neg(_)) => literal(&unary.expr)?.checked_neg(),
        _ => None,
    }
}

fn is_other_literal(expr: &Expr) -> bool {
    matches!(expr, Expr::Lit(literal) if !matches!(literal.lit, Lit::Int(_)))
}
