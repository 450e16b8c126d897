//! `sum[k](…)`: reductions, whose labels are their own.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, ExprCall, ExprIndex, ExprMethodCall};

use super::labels::check_label;
use super::methods::distance;
use super::operands::are_pure;
use super::scope::{Form, Scope, Shared};
use super::text_of;
use crate::errors::Errors;
use crate::ir::{Kind, Node, Reading, Reduction, Rule, axes_of, has_label};
use crate::syntax::{Subscript, names, parse_subscripts};

const fn rule(name: &'static str, constructor: &'static str, reading: Reading) -> Rule {
    Rule { name, constructor, reading }
}

/// Every reduction of the notation.
static RULES: &[Rule] = &[
    rule("sum", "SumOf", Reading::Value),
    rule("prod", "ProdOf", Reading::Value),
    rule("min", "MinOf", Reading::Value),
    rule("max", "MaxOf", Reading::Value),
    rule("mean", "MeanOf", Reading::Mean),
    rule("all", "AllOf", Reading::Value),
    rule("any", "AnyOf", Reading::Value),
    rule("count", "CountOf", Reading::Value),
    rule("argmin", "ArgMinOf", Reading::Place),
    rule("argmax", "ArgMaxOf", Reading::Place),
];

fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}

/// What is said of a reduction that there is not.
fn unknown(name: &str) -> String {
    let known = match name {
        "average" | "avg" => Some("mean"),
        "maximum" | "amax" | "nanmax" => Some("max"),
        "minimum" | "amin" | "nanmin" => Some("min"),
        "product" | "mul" => Some("prod"),
        "total" | "add" | "nansum" => Some("sum"),
        "count_nonzero" | "len" | "size" => Some("count"),
        "every" | "forall" => Some("all"),
        "some" | "exists" => Some("any"),
        "arg_max" | "imax" => Some("argmax"),
        "arg_min" | "imin" => Some("argmin"),
        _ => RULES.iter().map(|rule| rule.name).find(|known| distance(known, name) <= 1),
    };
    match (name, known) {
        ("var" | "std", _) => format!(
            "`{name}` is not a reduction; write it with `mean`, as in `mean[k]((x[k] - mean[k](x[k])).powi(2))`, the variance"
        ),
        ("norm", _) => "`norm` is not a reduction; write `sum[k](x[k].powi(2)).sqrt()`".to_owned(),
        (_, Some(known)) => format!("`{name}` is not a reduction; write `{known}`"),
        (_, None) => format!(
            "`{name}` is not a reduction: there are `sum`, `prod`, `min`, `max`, `mean`, `all`, `any`, `count`, `argmin` and \
             `argmax`"
        ),
    }
}

impl Scope {
    /// `sum[k](…)`
    pub(super) fn lower_reduction(&mut self, call: &ExprCall, index: &ExprIndex, errors: &mut Errors) -> Option<Node> {
        let name = text_of(&index.expr);
        if self.form == Form::Sums {
            let message = if find(&name).is_some() {
                format!(
                    "`{name}[…](…)` is a reduction of `broadcast!`; in `einsum!` the labels that the output lacks are summed"
                )
            } else {
                "an element cannot be called".to_owned()
            };
            errors.over(&index.expr, message);
            self.labels.mention(call);
            return None;
        }
        let key = (call.to_token_stream().to_string(), self.meanings(call, index), self.written.len());
        if let Some(shared) = self.shared.iter().find(|shared| shared.key == key) {
            return Some(Node { kind: shared.value.clone(), span: index.expr.span() });
        }
        let (operands, scalars) = (self.operands.len(), self.scalars.len());
        let node = self.lower_new_reduction(call, index, &name, errors)?;
        if are_pure(self.operands[operands..].iter(), self.scalars[scalars..].iter()) {
            self.shared.push(Shared { key, value: node.kind.clone() });
        }
        Some(node)
    }

    /// What the names in a reduction mean here, but for its own labels.
    fn meanings(&self, call: &ExprCall, index: &ExprIndex) -> Vec<Option<(bool, usize)>> {
        let own = parse_subscripts(&index.index);
        let is_own = |name: &Ident| {
            own.iter().any(
                |subscript| matches!(subscript, Subscript::Label(label) | Subscript::Ranged(label, _) if label == name),
            )
        };
        let names = names(call.to_token_stream());
        names.iter().map(|name| if is_own(name) { None } else { self.meaning(name) }).collect()
    }

    fn lower_new_reduction(
        &mut self,
        call: &ExprCall,
        index: &ExprIndex,
        name: &str,
        errors: &mut Errors,
    ) -> Option<Node> {
        let rule = find(name);
        let span = index.expr.span();
        if rule.is_none() {
            errors.over(&index.expr, unknown(name));
            self.labels.mention(&index.index);
        }
        let (outer, stage) = (self.locals.len(), std::mem::take(&mut self.stage));
        let found = errors.count();
        let reduced = self.declare_reduced(name, index, errors);
        let clean = errors.count() == found;
        if !clean {
            // The brackets may have meant labels of the body.
            self.labels.mention(call);
        }
        let bodies: Vec<Option<Node>> = call.args.iter().map(|argument| self.lower(argument, errors)).collect();
        let labels: Vec<usize> = reduced.iter().map(|&(label, _)| label).collect();
        self.labels.end(&labels);
        self.stage = stage;
        if bodies.len() != 1 {
            let given = if bodies.is_empty() { "none is" } else { "more are" };
            errors.at(span, format_args!("a reduction takes one expression, but {given} given: `{name}[k](x[k])`"));
            return None;
        }
        let body = bodies.into_iter().next()??;
        if clean {
            self.check_carried(name, &reduced, &body, errors);
        }
        let rule = rule?;
        let body = self.close(body, outer);
        self.reductions.push(Reduction { rule, span, reduced: labels, body });
        Some(Node { kind: Kind::Temp(self.reductions.len() - 1, rule.reading), span })
    }

    /// Binds the labels of a reduction.
    fn declare_reduced(&mut self, name: &str, index: &ExprIndex, errors: &mut Errors) -> Vec<(usize, Ident)> {
        let subscripts = parse_subscripts(&index.index);
        if subscripts.is_empty() {
            errors.over(index, format_args!("`{name}[]` reduces nothing: name the labels, as in `{name}[k](x[k])`"));
        }
        let mut reduced: Vec<(usize, Ident)> = Vec::new();
        let mut ranges = Vec::new();
        for subscript in &subscripts {
            let label = match subscript {
                Subscript::Label(label) | Subscript::Ranged(label, _) => label,
                Subscript::Ellipsis(span) => {
                    errors.at(*span, "`..` cannot be reduced: give its axes labels");
                    continue;
                }
                Subscript::Fixed(expr) => {
                    errors.over(expr, format_args!("an index cannot be reduced: `{name}[…]` names labels"));
                    continue;
                }
                Subscript::Gathered(index) => {
                    errors.over(index, format_args!("an index array cannot be reduced: `{name}[…]` names labels"));
                    continue;
                }
                Subscript::Other(expr, what) => {
                    errors.over(
                        expr,
                        format_args!("{what} cannot stand here: `{name}[…]` names labels, as in `{name}[k](x[k])`"),
                    );
                    continue;
                }
            };
            if !check_label(label, errors) {
                continue;
            }
            if reduced.iter().any(|(_, earlier)| earlier == label) {
                errors.at(label.span(), format_args!("label `{label}` is reduced twice here: name it once"));
                continue;
            }
            let number = self.labels.declare(label.to_string(), label.span(), errors);
            self.reduced.push(number);
            reduced.push((number, label.clone()));
            if let Subscript::Ranged(_, range) = subscript {
                ranges.push((number, label.clone(), (**range).clone()));
            }
        }
        for (number, label, range) in ranges {
            self.lower_range(number, &label, &range, errors);
        }
        reduced
    }

    /// Every reduced label is in the body, or has a range.
    fn check_carried(&mut self, name: &str, reduced: &[(usize, Ident)], body: &Node, errors: &mut Errors) {
        let axes = axes_of(body, &self.operands, &self.reductions);
        for (number, label) in reduced {
            let carried = self.operands.iter().any(|operand| has_label(&operand.subscripts, *number));
            let ranged = self.ranges.iter().any(|range| range.label == *number);
            if carried || ranged || self.labels.is_unclear(*number) {
                continue;
            }
            let message = if axes.labels.contains(number) {
                format!("no operand carries label `{label}`; give its extent: `{name}[{label} in 0..n](…)`")
            } else {
                format!(
                    "label `{label}` is not in what is reduced: drop it, or give its extent, `{name}[{label} in 0..n](…)`, to \
                     repeat the value"
                )
            };
            errors.at(label.span(), message);
        }
    }

    /// What is said of a reduction that is written as a method, `x[i].sum()`.
    pub(super) fn reduction_cure(&self, call: &ExprMethodCall) -> Option<String> {
        let name = call.method.to_string();
        let rule = find(&name).filter(|rule| call.args.is_empty() && rule.name != "abs")?;
        if self.form != Form::Labelled {
            return None;
        }
        let receiver = text_of(&call.receiver);
        let receiver = receiver.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(&receiver);
        let labels = self.labels_in(&call.receiver).join(", ");
        let labels = if labels.is_empty() { "i".to_owned() } else { labels };
        let receiver = receiver.replace("[(", "[").replace(")]", "]");
        Some(format!("`{}` is a reduction, not a method of elements: write `{name}[{labels}]({receiver})`", rule.name))
    }

    /// What is said of a reduction without brackets, `sum(x[i])`.
    pub(super) fn brackets_cure(&self, segments: &[String], call: &ExprCall) -> Option<String> {
        let [name] = segments else { return None };
        let rule = find(name).filter(|_| self.form == Form::Labelled && call.args.len() == 1)?;
        let labels = call.args.first().map(|argument| self.labels_in(argument).join(", ")).unwrap_or_default();
        let labels = if labels.is_empty() { "i".to_owned() } else { labels };
        Some(format!("a reduction names its labels: `{}[{labels}](…)`", rule.name))
    }

    /// The labels of the operands in an expression, for a cure.
    fn labels_in(&self, expr: &Expr) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let mut tokens: Vec<proc_macro2::TokenTree> = expr.to_token_stream().into_iter().collect();
        while let Some(token) = tokens.pop() {
            match token {
                proc_macro2::TokenTree::Group(group) if group.delimiter() == proc_macro2::Delimiter::Bracket => {
                    found.extend(
                        names(group.stream())
                            .iter()
                            .map(ToString::to_string)
                            .filter(|name| self.labels.find(name).is_some()),
                    );
                }
                proc_macro2::TokenTree::Group(group) => tokens.extend(group.stream()),
                _ => {}
            }
        }
        found.sort();
        found.dedup();
        found
    }
}
