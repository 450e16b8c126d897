//! Index arrays among subscripts: `t[ix[i], j]`.

use syn::{Expr, ExprIndex};

use super::labels::{Labels, Place};
use super::{MAX_RANK, text_of};
use crate::errors::Errors;
use crate::ir::{Gathered, Operand, Sub, SubKind, gathered};
use crate::syntax::parse_subscripts;

impl Labels {
    /// `ix[i]` where a subscript stands. (Its number among the operands is known when it is one.)
    pub(super) fn resolve_gathered(
        &mut self,
        index: &ExprIndex,
        place: Place,
        errors: &mut Errors,
    ) -> Option<Gathered> {
        let name = text_of(&index.expr);
        if let Some(mistake) = misplaced(place, &name) {
            errors.over(index, mistake);
            self.mention(index);
            return None;
        }
        let subscripts = self.resolve(&parse_subscripts(&index.index), Place::Index, errors);
        Some(Gathered { expr: (*index.expr).clone(), name, subscripts, index: usize::MAX })
    }
}

/// What is wrong with an index array here.
fn misplaced(place: Place, name: &str) -> Option<String> {
    Some(match place {
        Place::Operand => return None,
        Place::Index => format!(
            "`{name}[…]` chooses entries of an index array: an index array is read at labels; gather it first, into an array of \
             its own"
        ),
        Place::Target => format!(
            "`{name}[…]` chooses entries of the output: an output has labels; for `out[{name}[i]] += v[i]` use the ufunc's `at`, as \
             in `add::at(&mut out, &{name}, &v)`, for `=` the method `assign_at`"
        ),
        Place::Sums | Place::New => {
            format!("`{name}[…]` chooses entries, and a new result has labels only: write the labels of `{name}`")
        }
    })
}

/// What is said of a subscript that computes with the elements of an index array, `ix[i] + 1`.
pub fn computed(expr: &Expr) -> Option<&'static str> {
    inner(expr)?;
    Some(match expr {
        Expr::Cast(_) => "an index array is read as it is, of any integer type: drop the cast",
        _ => {
            "an index array is read as it is: compute the indices first, into an array of their own, or slice the operand that \
             they choose from"
        }
    })
}

/// The first index expression in operators and casts.
fn inner(expr: &Expr) -> Option<&ExprIndex> {
    match expr {
        Expr::Index(index) => Some(index),
        Expr::Binary(binary) => inner(&binary.left).or_else(|| inner(&binary.right)),
        Expr::Unary(unary) => inner(&unary.expr),
        Expr::Paren(paren) => inner(&paren.expr),
        Expr::Group(group) => inner(&group.expr),
        Expr::Cast(cast) => inner(&cast.expr),
        Expr::MethodCall(call) => inner(&call.receiver),
        _ => None,
    }
}

/// An operand that is read at more labels than arrays have axes.
pub fn check_labels_of_gathered(operands: &[Operand], errors: &mut Errors) {
    for operand in operands {
        let mut labels = Vec::new();
        collect(&operand.subscripts, &mut labels);
        // One without index arrays has too many axes, which was said.
        if labels.len() > MAX_RANK && gathered(&operand.subscripts).next().is_some() {
            errors.at(
                operand.span,
                format_args!(
                    "`{}` is read at {} labels here, those of its index arrays included: at most {MAX_RANK}",
                    operand.name,
                    labels.len()
                ),
            );
        }
    }
}

fn collect(subscripts: &[Sub], labels: &mut Vec<usize>) {
    for subscript in subscripts {
        match &subscript.kind {
            SubKind::Label(label) if !labels.contains(label) => labels.push(*label),
            SubKind::Gathered(gathered) => collect(&gathered.subscripts, labels),
            _ => {}
        }
    }
}
