//! The types of the extents: every label's, joined over all axes that carry it, and the result's shape.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::{at, hidden, operand_name};
use crate::ir::{Operand, Range, Sub, SubKind, has_ellipsis, has_label};

/// Who has which axes in a kernel.
pub struct Extents<'a> {
    pub labels: &'a [String],
    pub operands: &'a [Operand],
    /// Existing outputs, by variable.
    pub targets: Vec<(Ident, &'a [Sub])>,
    /// The subscripts of a new result.
    pub result: Option<&'a [Sub]>,
    /// The extents of labels that no operand carries.
    pub ranges: &'a [Range],
    /// By which rule the ellipses of targets agree: `Output`, or `Target`, to which operands stretch.
    pub rule: &'static str,
    /// Whether extents of 1 stretch between operands: NumPy's string form.
    pub stretch: bool,
}

impl Extents<'_> {
    /// Whether an operand has an ellipsis.
    fn ellipsis(&self) -> bool {
        self.operands.iter().any(|operand| has_ellipsis(&operand.subscripts))
    }

    fn outputs(&self) -> impl Iterator<Item = &[Sub]> {
        self.targets.iter().map(|(_, subscripts)| *subscripts).chain(self.result)
    }
}

/// One axis that carries a label.
struct Carrier<'a> {
    variable: Ident,
    /// The operand's number; `None` for the output.
    operand: Option<usize>,
    subscripts: &'a [Sub],
    place: usize,
}

impl Carrier<'_> {
    fn span(&self) -> Span {
        at(self.subscripts[self.place].span)
    }

    /// The marker of the axis: counted from the end where an ellipsis stands before it.
    fn marker(&self) -> TokenStream {
        let (variable, place, span) = (&self.variable, self.place, self.span());
        let behind = self.subscripts[..place].iter().any(|subscript| matches!(subscript.kind, SubKind::Ellipsis));
        if behind {
            let from_end = Literal::usize_unsuffixed(self.subscripts.len() - 1 - place);
            quote_spanned!(span=> nd::axis_from_end(nd::Num::<#from_end>, &#variable))
        } else {
            let place = Literal::usize_unsuffixed(place);
            quote_spanned!(span=> nd::axis(nd::Num::<#place>, &#variable))
        }
    }
}

/// The variable of a label's marker; where two labels are spelled alike, the later one has its number in it.
fn label_name(labels: &[String], number: usize) -> Ident {
    let name = labels[number].trim_start_matches("r#");
    if labels[..number].contains(&labels[number]) {
        hidden(format_args!("axis_{number}_{name}"))
    } else {
        hidden(format_args!("axis_{name}"))
    }
}

/// `let axis_j = agree!(…, pair(axis(Num::<1>, &x0), axis(Num::<0>, &x1)));` for every label, the ellipsis and the outputs.
pub fn emit_axes(extents: &Extents) -> TokenStream {
    let labels = (0..extents.labels.len()).map(|number| emit_label(extents, number));
    let ellipsis = extents.ellipsis().then(|| emit_ellipsis(extents));
    let targets = (0..extents.targets.len()).map(|number| emit_target_labels(extents, number));
    quote!(#(#labels)* #ellipsis #(#targets)*)
}

fn carriers<'a>(operand: &'a Operand, number: usize, label: usize) -> impl Iterator<Item = Carrier<'a>> {
    let carries =
        move |place: &usize| matches!(operand.subscripts[*place].kind, SubKind::Label(carried) if carried == label);
    (0..operand.subscripts.len()).filter(carries).map(move |place| Carrier {
        variable: operand_name(number),
        operand: Some(number),
        subscripts: &operand.subscripts,
        place,
    })
}

fn emit_label(extents: &Extents, label: usize) -> TokenStream {
    let variable = label_name(extents.labels, label);
    let all: Vec<Carrier> =
        extents.operands.iter().enumerate().flat_map(|(number, operand)| carriers(operand, number, label)).collect();
    let kept = extents.outputs().any(|subscripts| has_label(subscripts, label));
    if all.is_empty() && extents.result.is_some_and(|result| has_label(result, label)) {
        return emit_ranged(extents, label, &variable);
    }
    let Some(first) = all.first().filter(|_| kept || all.len() > 1) else { return TokenStream::new() };
    let marker = first.marker();
    let mut known = quote!(let #variable = #marker;);
    for (place, carrier) in all.iter().enumerate().skip(1) {
        let (marker, span) = (carrier.marker(), carrier.span());
        let diagonal = all[..place].iter().any(|earlier| earlier.operand == carrier.operand);
        let pair = if extents.stretch && !diagonal {
            quote_spanned!(span=> nd::stretch!(#variable, #marker))
        } else {
            quote_spanned!(span=> nd::pair(#variable, #marker))
        };
        let rule =
            if diagonal && all.iter().all(|other| other.operand == carrier.operand) { "Diagonal" } else { "Operands" };
        let joined = emit_rule(&extents.labels[label], rule, pair, span);
        // What is known of a summed label after its last axis is of no use.
        let used = kept || place + 1 < all.len();
        let binding = used.then(|| quote_spanned!(span=> let #variable =));
        known.extend(quote_spanned!(span=> #binding #joined;));
    }
    known
}

/// `label::j::Operands::agree(pair)`; for a label of several letters, which is a type here,
/// `{ enum batch {} label::word::Operands::<batch, _, _>::agree(pair) }`.
fn emit_rule(label: &str, rule: &str, pair: TokenStream, span: Span) -> TokenStream {
    let (name, rule) = (label.trim_start_matches("r#"), format_ident!("{rule}"));
    if name.len() == 1 && name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        let letter = format_ident!("{name}", span = span);
        return quote_spanned!(span=> nd::label::#letter::#rule::agree(#pair));
    }
    let word = if label.starts_with("r#") { Ident::new_raw(name, span) } else { Ident::new(name, span) };
    quote_spanned! {span=> {
        #[allow(non_camel_case_types)]
        enum #word {}
        nd::label::word::#rule::<#word, _, _>::agree(#pair)
    }}
}

/// The extent of a label that no operand carries: known where both bounds are literals.
fn emit_ranged(extents: &Extents, label: usize, variable: &Ident) -> TokenStream {
    let range = extents.ranges.iter().find(|range| range.label == label);
    let marker = match range.and_then(|range| range.extent) {
        Some(extent) => {
            let extent = Literal::usize_unsuffixed(extent);
            quote!(nd::ranged_by::<#extent>())
        }
        None => quote!(nd::ranged()),
    };
    quote!(let #variable = #marker;)
}

/// The slots of one operand's ellipsis.
fn slots(variable: &Ident, subscripts: &[Sub]) -> (TokenStream, Span) {
    let before = subscripts.iter().position(|subscript| matches!(subscript.kind, SubKind::Ellipsis)).unwrap_or(0);
    let behind = Literal::usize_unsuffixed(subscripts.len() - 1 - before);
    let span = at(subscripts[before].span);
    let before = Literal::usize_unsuffixed(before);
    (quote_spanned!(span=> nd::ellipsis(nd::Num::<#before>, nd::Num::<#behind>, &#variable)), span)
}

fn emit_ellipsis(extents: &Extents) -> TokenStream {
    let variable = hidden("ellipsis");
    let mut known = TokenStream::new();
    let (mut first, mut last) = (None, Span::call_site());
    let with_ellipsis = |(_, operand): &(usize, &Operand)| has_ellipsis(&operand.subscripts);
    for (number, operand) in extents.operands.iter().enumerate().filter(with_ellipsis) {
        let (slots, span) = slots(&operand_name(number), &operand.subscripts);
        known.extend(match first {
            None => quote_spanned!(span=> let #variable = #slots;),
            Some(_) => quote_spanned!(span=> let #variable = nd::agree_ellipsis!(Operands, #variable, #slots);),
        });
        first = first.or(Some(number));
        last = span;
    }
    if !extents.outputs().any(has_ellipsis) {
        // The ellipsis of the operands must stand for no axes.
        known.extend(quote_spanned!(last=> nd::NoEllipsisAxes::check(#variable);));
    }
    known
}

/// The axes of an existing output agree with the labels.
fn emit_target_labels(extents: &Extents, target: usize) -> TokenStream {
    let (variable, subscripts) = &extents.targets[target];
    let mut checks = TokenStream::new();
    for (place, subscript) in subscripts.iter().enumerate() {
        match subscript.kind {
            SubKind::Label(label) => {
                let carrier = Carrier { variable: variable.clone(), operand: None, subscripts, place };
                let (marker, span, known) = (carrier.marker(), carrier.span(), label_name(extents.labels, label));
                let pair = quote_spanned!(span=> nd::pair(#known, #marker));
                let joined = emit_rule(&extents.labels[label], "Output", pair, span);
                checks.extend(quote_spanned!(span=> #joined;));
            }
            SubKind::Ellipsis if extents.ellipsis() => {
                let (known, rule) = (hidden("ellipsis"), format_ident!("{}", extents.rule));
                let (slots, span) = slots(variable, subscripts);
                checks.extend(quote_spanned!(span=> nd::agree_ellipsis!(#rule, #known, #slots);));
            }
            SubKind::Ellipsis | SubKind::Fixed(_) | SubKind::Gathered(_) => {}
        }
    }
    checks
}

/// The shape of a new result: `Tuple((axis_i, axis_k))`.
pub fn emit_result_shape(labels: &[String], subscripts: &[Sub]) -> TokenStream {
    let label = |subscript: &Sub| match subscript.kind {
        SubKind::Label(number) => label_name(labels, number),
        SubKind::Ellipsis | SubKind::Fixed(_) | SubKind::Gathered(_) => hidden("ellipsis"),
    };
    if !has_ellipsis(subscripts) {
        let markers = subscripts.iter().map(label);
        return quote!(nd::Tuple((#(#markers,)*)));
    }
    // Lists grow in front, so the last axis comes first.
    subscripts.iter().rev().fold(quote!(nd::no_axes()), |list, subscript| {
        let marker = label(subscript);
        match subscript.kind {
            SubKind::Ellipsis => quote!(#list.after_all(#marker)),
            SubKind::Label(_) | SubKind::Fixed(_) | SubKind::Gathered(_) => quote!(#list.after(#marker)),
        }
    })
}
