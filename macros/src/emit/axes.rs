//! The types of the extents: every label's, joined over all axes that carry it, and the result's shape.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::{at, hidden, operand_name};
use crate::ir::{Contraction, Operand, Output, Sub, SubKind};

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

/// The variable of a label's marker.
fn label_name(kernel: &Contraction, number: usize) -> Ident {
    hidden(format_args!("axis_{}", kernel.labels[number].trim_start_matches("r#")))
}

/// `let axis_j = agree!(…, pair(axis(Num::<1>, &x0), axis(Num::<0>, &x1)));` for every label, the ellipsis and the output.
pub fn emit_axes(kernel: &Contraction) -> TokenStream {
    let labels = (0..kernel.labels.len()).map(|number| emit_label(kernel, number));
    let ellipsis = kernel.ellipsis.then(|| emit_ellipsis(kernel));
    let output = emit_output_labels(kernel);
    quote!(#(#labels)* #ellipsis #output)
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

fn emit_label(kernel: &Contraction, label: usize) -> TokenStream {
    let variable = label_name(kernel, label);
    let all: Vec<Carrier> =
        kernel.operands.iter().enumerate().flat_map(|(number, operand)| carriers(operand, number, label)).collect();
    let kept = kernel.output.subscripts().iter().any(|sub| matches!(sub.kind, SubKind::Label(kept) if kept == label));
    let Some(first) = all.first().filter(|_| kept || all.len() > 1) else { return TokenStream::new() };
    let marker = first.marker();
    let mut known = quote!(let #variable = #marker;);
    for (place, carrier) in all.iter().enumerate().skip(1) {
        let (marker, span) = (carrier.marker(), carrier.span());
        let diagonal = all[..place].iter().any(|earlier| earlier.operand == carrier.operand);
        let pair = if kernel.stretch && !diagonal {
            quote_spanned!(span=> nd::stretch!(#variable, #marker))
        } else {
            quote_spanned!(span=> nd::pair(#variable, #marker))
        };
        let rule =
            if diagonal && all.iter().all(|other| other.operand == carrier.operand) { "Diagonal" } else { "Operands" };
        let joined = emit_rule(&kernel.labels[label], rule, pair, span);
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

fn has_ellipsis(subscripts: &[Sub]) -> bool {
    subscripts.iter().any(|subscript| matches!(subscript.kind, SubKind::Ellipsis))
}

/// The slots of one operand's ellipsis.
fn slots(variable: &Ident, subscripts: &[Sub]) -> (TokenStream, Span) {
    let before = subscripts.iter().position(|subscript| matches!(subscript.kind, SubKind::Ellipsis)).unwrap_or(0);
    let behind = Literal::usize_unsuffixed(subscripts.len() - 1 - before);
    let span = at(subscripts[before].span);
    let before = Literal::usize_unsuffixed(before);
    (quote_spanned!(span=> nd::ellipsis(nd::Num::<#before>, nd::Num::<#behind>, &#variable)), span)
}

fn emit_ellipsis(kernel: &Contraction) -> TokenStream {
    let variable = hidden("ellipsis");
    let mut known = TokenStream::new();
    let (mut first, mut last) = (None, Span::call_site());
    for (number, operand) in kernel.operands.iter().enumerate().filter(|(_, operand)| has_ellipsis(&operand.subscripts))
    {
        let (slots, span) = slots(&operand_name(number), &operand.subscripts);
        known.extend(match first {
            None => quote_spanned!(span=> let #variable = #slots;),
            Some(_) => quote_spanned!(span=> let #variable = nd::agree_ellipsis!(Operands, #variable, #slots);),
        });
        first = first.or(Some(number));
        last = span;
    }
    known.extend(emit_ellipsis_of_no_axes(kernel, last));
    known
}

/// Where the output has no ellipsis, that of the operands must stand for no axes.
fn emit_ellipsis_of_no_axes(kernel: &Contraction, span: Span) -> TokenStream {
    if has_ellipsis(kernel.output.subscripts()) {
        return TokenStream::new();
    }
    let known = hidden("ellipsis");
    quote_spanned!(span=> nd::NoEllipsisAxes::check(#known);)
}

/// The axes of an existing output agree with the labels.
fn emit_output_labels(kernel: &Contraction) -> TokenStream {
    let Output::Into { subscripts, .. } = &kernel.output else { return TokenStream::new() };
    let variable = hidden("out");
    let mut checks = TokenStream::new();
    for (place, subscript) in subscripts.iter().enumerate() {
        let carrier = Carrier { variable: variable.clone(), operand: None, subscripts, place };
        let (marker, span) = (carrier.marker(), carrier.span());
        match subscript.kind {
            SubKind::Label(label) => {
                let known = label_name(kernel, label);
                let pair = quote_spanned!(span=> nd::pair(#known, #marker));
                let joined = emit_rule(&kernel.labels[label], "Output", pair, span);
                checks.extend(quote_spanned!(span=> #joined;));
            }
            SubKind::Ellipsis => {
                let known = hidden("ellipsis");
                let (slots, span) = slots(&variable, subscripts);
                checks.extend(quote_spanned!(span=> nd::agree_ellipsis!(Output, #known, #slots);));
            }
            SubKind::Fixed(_) => {}
        }
    }
    checks
}

/// The shape of a new result: `Tuple((axis_i, axis_k))`.
pub fn emit_result_shape(kernel: &Contraction, subscripts: &[Sub]) -> TokenStream {
    let label = |subscript: &Sub| match subscript.kind {
        SubKind::Label(number) => label_name(kernel, number),
        SubKind::Ellipsis | SubKind::Fixed(_) => hidden("ellipsis"),
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
            SubKind::Label(_) | SubKind::Fixed(_) => quote!(#list.after(#marker)),
        }
    })
}
