//! Branches, loops and exits under masks.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::gang::Writer;
use super::local;
use super::values::weight_of;
use crate::ir::routine::{Block, Exit, ExitKind, Expr, Head, If, Loop, Range};
use crate::plan::last_exit;

/// Branches that cost less run in all lanes rather than behind a test.
const CHEAP: usize = 12;

impl Writer<'_> {
    /// `if`; with its value, where it has one that is wanted.
    pub fn choice(&mut self, choice: &If, value: Option<&Expr>) -> TokenStream {
        if !self.varies(&choice.condition) {
            return self.uniform_choice(choice, value);
        }
        let weight = weight_of(&choice.yes).zip(choice.no.as_ref().map_or(Some(0), weight_of));
        match weight {
            Some((yes, no)) if yes + no <= CHEAP && (!choice.exits || value.is_none()) => {
                self.both_sides(choice, value)
            }
            _ => self.tested_sides(choice, value),
        }
    }

    /// ```text
    /// if FLAG { value = yes; } else { value = no; }
    /// ```
    fn uniform_choice(&mut self, choice: &If, value: Option<&Expr>) -> TokenStream {
        let condition = &choice.condition.source;
        let empty = Block::default();
        let no = choice.no.as_ref().unwrap_or(&empty);
        let Some(expr) = value else {
            let (yes, no) = (self.done(&choice.yes), self.done(no));
            return quote!(if #condition { #yes } else { #no });
        };
        let (nd, s, result) = (self.nd.clone(), local("s"), self.name("chosen"));
        let yes = self.side(&choice.yes, &result, "replaced", expr);
        let no = self.side(no, &result, "replaced", expr);
        quote!({ let mut #result = #nd::unset(#s); if #condition { #yes } else { #no } #result })
    }

    /// One side of an `if`: its value, if it comes to one, goes to `result`.
    fn side(&mut self, block: &Block, result: &Ident, how: &str, expr: &Expr) -> TokenStream {
        if block.diverges() || block.tail.is_none() {
            return self.done(block);
        }
        let value = self.block(block);
        let chosen = self.chosen(quote!(#result), value, how, expr);
        quote!(#result = #chosen;)
    }

    /// Both sides in all lanes: a test would cost as much.
    ///
    /// ```text
    /// let mask = condition; let outer = live;
    /// live = and(outer, mask); let yes = ..;
    /// live = and_not(outer, mask); let no = ..;
    /// live = outer;
    /// (&choice(s, mask, no, yes)).merged()
    /// ```
    fn both_sides(&mut self, choice: &If, value: Option<&Expr>) -> TokenStream {
        let (nd, s, live) = (self.nd.clone(), local("s"), local("live"));
        let (mask, outer) = (self.name("mask"), self.name("outer"));
        let condition = self.condition(&choice.condition);
        let (on, off) = (self.mask("and", quote!(#outer, #mask)), self.mask("and_not", quote!(#outer, #mask)));
        let begin = quote!(let #mask = #condition; let #outer = #live; #live = #on;);
        let empty = Block::default();
        let no = choice.no.as_ref().unwrap_or(&empty);
        if value.is_none() {
            let (yes, no) = (self.done(&choice.yes), self.done(no));
            if !choice.exits {
                return quote!({ #begin #yes #live = #off; #no #live = #outer; });
            }
            let left = self.name("on");
            let both = self.mask("or", quote!(#left, #live));
            return quote!({ #begin #yes let #left = #live; #live = #off; #no #live = #both; });
        }
        let (yes, no) = (self.block(&choice.yes), self.block(no));
        let (yes_value, no_value) = (self.name("yes"), self.name("no"));
        quote!({
            #begin
            let #yes_value = #yes;
            #live = #off;
            let #no_value = #no;
            #live = #outer;
            (&#nd::choice(#s, #mask, #no_value, #yes_value)).merged()
        })
    }

    /// Each side only where there is a lane for it.
    ///
    /// ```text
    /// let mask = condition; let mut on = and(live, mask); let mut off = and_not(live, mask);
    /// if any(on) { live = on; ..; on = live; }
    /// if any(off) { live = off; ..; off = live; }
    /// live = or(on, off);
    /// ```
    fn tested_sides(&mut self, choice: &If, value: Option<&Expr>) -> TokenStream {
        let (nd, s, live) = (self.nd.clone(), local("s"), local("live"));
        let (mask, on, off, result) = (self.name("mask"), self.name("on"), self.name("off"), self.name("chosen"));
        let outer = self.name("outer");
        let condition = self.condition(&choice.condition);
        let empty = Block::default();
        let no = choice.no.as_ref().unwrap_or(&empty);
        let (yes, no) = match value {
            Some(expr) => {
                let yes = self.side(&choice.yes, &result, "replaced", expr);
                (yes, self.side(no, &result, "merged", expr))
            }
            None => (self.done(&choice.yes), self.done(no)),
        };
        let (with, without) = (self.mask("and", quote!(#live, #mask)), self.mask("and_not", quote!(#live, #mask)));
        let (any_on, any_off) = (self.mask("any", quote!(#on)), self.mask("any", quote!(#off)));
        let (keep_on, keep_off, after) = match choice.exits {
            false => (TokenStream::new(), TokenStream::new(), quote!(#outer)),
            // No lane comes out of the first side.
            true if choice.yes.diverges() => (TokenStream::new(), quote!(#off = #live;), quote!(#off)),
            true => (quote!(#on = #live;), quote!(#off = #live;), self.mask("or", quote!(#on, #off))),
        };
        let declared = value.map(|_| quote!(let mut #result = #nd::unset(#s);));
        let result = value.map(|_| quote!(#result));
        let else_ = choice.no.as_ref().map(|_| quote!(if #any_off { #live = #off; #no #keep_off }));
        quote!({
            let #mask = #condition;
            let #outer = #live;
            let mut #on = #with;
            let mut #off = #without;
            #declared
            if #any_on { #live = #on; #yes #keep_on }
            #else_
            #live = #after;
            #result
        })
    }

    /// A loop; with its value, where that is wanted.
    pub fn repeat(&mut self, repeat: &Loop, _: &Expr, value: Option<()>) -> TokenStream {
        let cycle = &self.routine.loops[repeat.number];
        let (nd, s, slot) = (self.nd.clone(), local("s"), slot("value", repeat.number));
        let declared = cycle.valued.then(|| quote!(let mut #slot = #nd::unset(#s);));
        let walked = if cycle.masked { self.masked(repeat) } else { self.plain(repeat) };
        let result = value.and_then(|()| cycle.valued.then(|| quote!(#slot)));
        quote!({ #declared #walked #result })
    }

    /// A loop that all lanes leave together: Rust's own.
    fn plain(&mut self, repeat: &Loop) -> TokenStream {
        let label = self.routine.loops[repeat.number].label.as_ref().map(|label| quote!(#label:));
        let body = self.done(&repeat.body);
        match &repeat.head {
            Head::Always => quote!(#label loop { #body }),
            Head::While(condition) => {
                let condition = &condition.source;
                quote!(#label while #condition { #body })
            }
            Head::For(range) => {
                let (name, range) = (&range.name, uniform_range(range));
                quote!(#label for #name in #range { #body })
            }
        }
    }

    /// A loop that runs while there is a live lane.
    fn masked(&mut self, repeat: &Loop) -> TokenStream {
        if let Some((test, exit)) = last_exit(&repeat.body).filter(|_| repeat.exits_last) {
            return self.left_last(repeat, test, exit);
        }
        let cycle = &self.routine.loops[repeat.number];
        let live = local("live");
        let (gone, kept) = (slot("gone", repeat.number), slot("kept", repeat.number));
        let none = self.mask("none", TokenStream::new());
        let entry = self.name("entry");
        let begin = cycle.leaves.then(|| quote!(let mut #gone = #none;));
        let begin = quote!(let #entry = #live; #begin);
        let keep = cycle.continues.then(|| quote!(let mut #kept = #none;));
        let resume = cycle.continues.then(|| {
            let all = self.mask("or", quote!(#live, #kept));
            quote!(#live = #all;)
        });
        let stay = if cycle.leaves { self.mask("and_not", quote!(#entry, #gone)) } else { quote!(#entry) };
        self.around.push(repeat.number);
        let body = self.done(&repeat.body);
        self.around.pop();
        let body = quote!(#keep #body #resume);
        let any = self.mask("any", quote!(#live));
        let until = quote!(if !#any { break; });
        let walked = match &repeat.head {
            Head::Always => quote!(loop { #until #body }),
            Head::While(condition) if self.varies(condition) => {
                let mask = self.condition(condition);
                let narrow = self.narrow(mask);
                quote!(loop { #narrow #until #body })
            }
            Head::While(condition) => {
                let condition = &condition.source;
                quote!(while #condition { #until #body })
            }
            Head::For(range) if self.varies(&range.from) || self.varies(&range.to) => {
                self.counted(range, &until, &body)
            }
            Head::For(range) => {
                let (name, range) = (&range.name, uniform_range(range));
                quote!(for #name in #range { #until #body })
            }
        };
        quote!(#begin #walked #live = #stay;)
    }

    /// A loop whose one exit ends its turns: who took it is asked behind the loop, of those that have begun a turn.
    ///
    /// ```text
    /// let entry = live;
    /// live = and(live, head); let begun = live; // once more than needed, but together with the turn that it belongs to
    /// loop { live = and(live, head); if !any(live) { break; } ..; live = and_not(live, test); }
    /// live = begun; live = and(live, test); let gone = live;
    /// exit
    /// live = and_not(entry, gone);
    /// ```
    fn left_last(&mut self, repeat: &Loop, test: &Expr, exit: &Exit) -> TokenStream {
        let live = local("live");
        let (entry, begun, holds) = (self.name("entry"), self.name("begun"), self.name("holds"));
        let gone = slot("gone", repeat.number);
        let head = match &repeat.head {
            Head::While(condition) => {
                let mask = self.condition(condition);
                self.narrow(mask)
            }
            _ => TokenStream::new(),
        };
        let turn = self.each(repeat.body.statements.split_last().map_or(&[], |(_, turn)| turn));
        let test = self.condition(test);
        let (any, on) = (self.mask("any", quote!(#live)), self.narrow(test.clone()));
        let off = self.mask("and_not", quote!(#live, #holds));
        let exit = self.exit(exit);
        let stay = self.mask("and_not", quote!(#entry, #gone));
        quote! {
            let #entry = #live;
            #head
            let #begun = #live;
            loop {
                #head
                if !#any { break; }
                #turn
                let #holds = #test;
                #live = #off;
            }
            #live = #begun;
            #on
            let #gone = #live;
            #exit
            #live = #stay;
        }
    }

    /// Only the lanes of the mask go on.
    fn narrow(&mut self, mask: TokenStream) -> TokenStream {
        let (live, holds) = (local("live"), self.name("holds"));
        let on = self.mask("and", quote!(#live, #holds));
        quote!(let #holds = #mask; #live = #on;)
    }

    /// `for i in from..to` with bounds of the lanes' own. (The counter of a lane that is done does not move past the end.)
    ///
    /// ```text
    /// let mut counter = from; let end = to;
    /// live = and(live, counter < end);
    /// loop { if !any(live) { break; } let i = counter; ..; counter = counter + 1; live = and(live, counter < end); }
    /// ```
    fn counted(&mut self, range: &Range, until: &TokenStream, body: &TokenStream) -> TokenStream {
        let (nd, s) = (self.nd.clone(), local("s"));
        let (counter, end) = (self.name("counter"), self.name("end"));
        let (from, to, name) = (self.value(&range.from), self.value(&range.to), &range.name);
        let test = |node: &str| {
            let node = local(node);
            let compare =
                quote!(#nd::on::<#nd::#node<#nd::gang::First, #nd::gang::Second>, _, _>(#s, (#counter, #end)));
            quote!((&#nd::condition(#s, (&&#compare).apply())).mask())
        };
        let first = self.narrow(test(if range.inclusive { "LeNode" } else { "LtNode" }));
        let again = self.narrow(test(if range.inclusive { "NeNode" } else { "LtNode" }));
        let step = quote! {
            #counter = (&&#nd::on::<#nd::AddNode<#nd::gang::First, #nd::gang::Second>, _, _>(
                #s, (#counter, #nd::splat(#s, 1)),
            )).apply();
        };
        let next = if range.inclusive { quote!(#again #step) } else { quote!(#step #again) };
        quote! {
            let mut #counter = #from;
            let #end = #to;
            #first
            loop { #until let #name = #counter; #body #next }
        }
    }

    /// `break`, `continue`, `return`.
    pub fn exit(&mut self, exit: &Exit) -> TokenStream {
        let (nd, s, live) = (self.nd.clone(), local("s"), local("live"));
        let how = if exit.masked { "merged" } else { "replaced" };
        let give = |writer: &mut Self, to: Ident| {
            let value = exit.value.as_ref()?;
            let tokens = writer.value(value);
            let chosen = writer.chosen(quote!(#to), tokens, how, value);
            Some(quote!(#to = #chosen;))
        };
        let gone = self.gone(match exit.kind {
            ExitKind::Return => None,
            ExitKind::Break(number) | ExitKind::Continue(number) => Some(number),
        });
        let retire = quote!(#gone #live = #nd::none(#s););
        match exit.kind {
            ExitKind::Return => {
                let give = give(self, local("returned"));
                let returned = local("returned");
                if exit.masked { quote!(#give #retire) } else { quote!(#give return #returned;) }
            }
            ExitKind::Break(number) => {
                let give = give(self, slot("value", number));
                let cycle = &self.routine.loops[number];
                if !exit.masked {
                    let label = &cycle.label;
                    return quote!(#give break #label;);
                }
                quote!(#give #retire)
            }
            ExitKind::Continue(number) => {
                let label = &self.routine.loops[number].label;
                if !exit.masked {
                    return quote!(continue #label;);
                }
                let kept = slot("kept", number);
                let all = self.mask("or", quote!(#kept, #live));
                quote!(#kept = #all; #retire)
            }
        }
    }
}

impl Writer<'_> {
    /// Live lanes are gone from the loops inside of the one that an exit leads to: they do not come back behind those.
    fn gone(&self, target: Option<usize>) -> TokenStream {
        let crossed = self.around.iter().rev().take_while(|&&number| Some(number) != target);
        let live = local("live");
        let leave = crossed.map(|&number| {
            let gone = slot("gone", number);
            let all = self.mask("or", quote!(#gone, #live));
            quote!(#gone = #all;)
        });
        leave.collect()
    }
}

/// A name that belongs to a loop.
fn slot(word: &str, number: usize) -> Ident {
    local(format_args!("{word}_of_{number}"))
}

/// `from..to` of all lanes.
fn uniform_range(range: &Range) -> TokenStream {
    let (from, to) = (&range.from.source, &range.to.source);
    if range.inclusive { quote!((#from)..=(#to)) } else { quote!((#from)..(#to)) }
}
