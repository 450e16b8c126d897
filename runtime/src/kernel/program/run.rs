//! Running a program: the reductions and the body over tables of what they read. Compiled once, for all kernels.
//!
//! What every `unsafe` below relies on:
//!
//! 1. The operands were resolved from views of initialised elements, with the offsets and strides of their labels; the outputs are
//!    writable at each index of theirs, readable where an update reads, and nothing else refers to them but operands that are read where
//!    they are written, or by reductions that are over before the body begins (`whole`).
//! 2. The scratch of a reduction has room for its values over the points of a chunk, and is written before anything reads it. Where an output takes
//!    its place ([`Lodging`]), it is only written: each element holds a value until the body, which alone reads it there, replaces it.

use core::any::TypeId;
use core::cell::RefCell;

use super::super::gather::Gathered;
use super::super::resolve::UNKNOWN;
use super::super::spec::{ELLIPSIS, ELLIPSIS_SLOTS, Spec};
use super::chunks::{Chunks, Pass, chunks, least};
use super::lines::MOST;
use super::read::{Places, Sources};
use super::reductions::{About, Reducing};
use super::spec::{Passes, Program, Read, Reduced};
use crate::contract::Choice;
use crate::error::ShapeError;
use crate::nest::{Axes, AxesRef, Carriers, Copies, LabelSet, Link};
use crate::storage::{ALIGNMENT, Heap, Store};

/// What the labels of a program came to.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub spec: &'a Spec,
    pub passes: &'a Passes,
    /// Label to extent.
    pub extents: &'a [usize],
    /// Label to its value at point 0.
    pub starts: &'a [usize],
    /// Operand to its labels and strides.
    pub axes: &'a [Axes],
    /// Operand to what its fixed axes, and the first point, add to its place, in elements.
    pub offsets: &'a [isize],
    /// The index arrays.
    pub gathers: &'a [Gathered],
}

/// The values of a reduction in scratch, and what it is over.
pub(super) struct Temp {
    labels: Vec<u8>,
    strides: Vec<isize>,
    /// The strides of the number of a point among those that the reduction is over, and how many they are.
    flat: Vec<isize>,
    terms: usize,
    /// Bytes of one value.
    size: usize,
    /// Whether there is room for all values, not just for those of a chunk.
    full: bool,
    /// Whether that room is the output.
    lodged: bool,
    first: *mut u8,
}

impl Temp {
    /// Values that are read where they are, neighbours, each of so many terms.
    #[inline(always)]
    pub(super) fn of_lines(first: *mut u8, terms: usize) -> Self {
        let (labels, strides, flat) = (Vec::new(), Vec::new(), Vec::new());
        Temp { labels, strides, flat, terms, size: 0, full: false, lodged: false, first }
    }

    /// Puts the values in an output that has the same labels.
    fn lodge(&mut self, out_axes: &Axes, first: *mut u8) {
        self.strides = self.labels.iter().map(|&label| out_axes.stride(label).unwrap_or(0)).collect();
        (self.lodged, self.full, self.first) = (true, true, first);
    }

    fn as_axes(&self) -> Axes {
        let mut axes = Axes::new();
        self.labels.iter().zip(&self.strides).for_each(|(&label, &stride)| axes.push(label, stride));
        axes
    }
}

/// A program at some of its points.
pub struct State<'a> {
    /// The extents are those among these points, and the offsets lead to the first of them.
    pub(super) ground: Ground<'a>,
    /// Label to the first of these points.
    origins: &'a [usize],
    temps: &'a [Temp],
    /// Copies of operands that all chunks read, which lack the labels that are cut.
    copies: Option<(LabelSet, &'a RefCell<Copies>)>,
}

/// What one pass reads.
pub(super) struct Reads<'a> {
    pub state: &'a State<'a>,
    pub reads: &'static [Read],
}

impl Carriers for Reads<'_> {
    #[inline(always)]
    fn count(&self) -> usize {
        self.reads.len() + if self.state.ground.gathers.is_empty() { 0 } else { self.gathered().count() }
    }
    fn axes(&self, at: usize) -> AxesRef<'_> {
        match self.reads.get(at) {
            Some(read) => self.state.axes(read),
            None => self
                .gathered()
                .nth(at - self.reads.len())
                .map_or(NO_AXES, |(_, gathered)| self.state.ground.axes[gathered.index as usize].as_ref()),
        }
    }
    #[inline(always)]
    fn link(&self, number: usize) -> Option<Link> {
        if self.state.ground.gathers.is_empty() {
            return None;
        }
        self.gathered().nth(number).map(|(at, gathered)| gathered.link(at, self.state.ground.offsets))
    }
    // What reductions read of an output is over before anything is written, so operands do not change.
    fn copies(&self, at: usize) -> Option<&RefCell<Copies>> {
        let (cut, copies) = self.state.copies?;
        let same = matches!(self.reads[at], Read::Operand(_)) && self.axes(at).set().and(cut) == LabelSet::EMPTY;
        same.then_some(copies)
    }
}

const NO_AXES: AxesRef<'static> = AxesRef { labels: &[], strides: &[] };

impl Reads<'_> {
    /// The index arrays of what is read, with the place of their operand in the list.
    fn gathered(&self) -> impl Iterator<Item = (usize, &Gathered)> {
        self.reads.iter().enumerate().flat_map(|(at, read)| {
            let of_read = move |gathered: &&Gathered| *read == Read::Operand(gathered.operand);
            self.state.ground.gathers.iter().filter(of_read).map(move |gathered| (at, gathered))
        })
    }
}

/// The first points, of any label.
static NOWHERE: [usize; 256] = [0; 256];

impl<'a> State<'a> {
    /// A program without reductions, at all points.
    #[inline(always)]
    pub(super) fn of(ground: Ground<'a>) -> Self {
        State { ground, origins: &NOWHERE, temps: &[], copies: None }
    }

    /// A body that reads these values, and nothing else that has labels.
    #[inline(always)]
    pub(super) fn of_values<K: Program>(temps: &'a [Temp]) -> Self {
        let (extents, starts, axes, gathers) = (&[], &[], &[], &[]);
        let ground =
            Ground { spec: &K::SPEC, passes: &K::PROGRAM, extents, starts, axes, offsets: &[0; MOST], gathers };
        State { ground, origins: &NOWHERE, temps, copies: None }
    }

    /// What a reduction reads.
    pub(super) fn reads_of(&self, number: usize) -> &'static [Read] {
        self.ground.passes.reductions[number].reads
    }

    /// The labels and strides of what is read.
    fn axes<'s>(&'s self, read: &'s Read) -> AxesRef<'s> {
        match read {
            Read::Operand(number) => self.ground.axes[*number as usize].as_ref(),
            Read::Temp(number) => {
                let temp = &self.temps[*number as usize];
                AxesRef { labels: &temp.labels, strides: &temp.strides }
            }
            Read::Index(label) => AxesRef { labels: core::slice::from_ref(label), strides: &[1] },
            Read::Flat(number) => {
                let over = self.ground.passes.reductions[*number as usize].over;
                AxesRef { labels: over, strides: &self.temps[*number as usize].flat }
            }
            Read::Terms(_) => AxesRef { labels: &[], strides: &[] },
        }
    }

    #[inline(always)]
    pub(super) fn args<X: Sources>(&self, sources: &X, reads: &[Read]) -> X::Args {
        sources.args(reads, &Places { offsets: self.ground.offsets, state: Some(self) })
    }

    /// The value of a running number at the first of these points.
    pub(super) fn number(&self, read: Read) -> usize {
        match read {
            Read::Index(label) => self.ground.starts[label as usize].wrapping_add(self.origins[label as usize]),
            Read::Terms(number) => self.temps[number as usize].terms,
            _ => 0,
        }
    }

    /// The place of a reduction's value at the first of these points.
    pub(super) fn first_value(&self, number: u8) -> *mut u8 {
        let temp = &self.temps[number as usize];
        let mut first = temp.first;
        if temp.full {
            for (&label, &stride) in temp.labels.iter().zip(&temp.strides) {
                first = first.wrapping_offset(self.origins[label as usize] as isize * stride * temp.size as isize);
            }
        }
        first
    }
}

/// What is left when the reductions are done: the body at some points, which gets the places of the outputs moved by so many elements; or
/// an output that the last reduction writes itself.
pub(super) enum Finish<'a> {
    Body(&'a dyn Fn(&State<'_>, &[isize]), Option<Lodging>),
    Last(*mut u8),
}

/// An output that may hold the values of a reduction until the body replaces them, point by point. Nothing reads it but the body, there.
#[derive(Clone, Copy)]
pub(super) struct Lodging {
    pub element: TypeId,
    pub first: *mut u8,
}

/// The reductions of a program, each without its types, and what is known of each: pushed in order. (Lists are made here, where it is compiled
/// once.)
pub(super) struct Listed<'a> {
    pub reductions: &'a Pushes<'a, Reducing>,
    pub abouts: &'a Pushes<'a, About>,
}

/// Calls what it is given with some things, in order.
type Pushes<'a, T> = dyn Fn(&mut dyn FnMut(T)) + 'a;

/// Runs all passes.
///
/// # Errors
///
/// When a minimum or maximum is over nothing.
///
/// # Safety
///
/// Invariant 1 of the room.
pub(super) unsafe fn run(
    ground: Ground<'_>,
    listed: &Listed<'_>,
    finish: &Finish<'_>,
    out_axes: &[Axes],
) -> Result<(), ShapeError> {
    let (mut reductions, mut abouts) = (Vec::new(), Vec::new());
    (listed.reductions)(&mut |reduction| reductions.push(reduction));
    (listed.abouts)(&mut |about| abouts.push(about));
    let (reductions, abouts) = (&*reductions, &*abouts);
    let mut tables = tables(&ground, abouts)?;
    let last = match finish {
        &Finish::Last(out) if reductions.len() == 1 => {
            let state = State { ground, origins: &NOWHERE, temps: &tables, copies: None };
            // SAFETY: the caller's promise.
            unsafe { reductions[0].run(&state, 0, out, &out_axes[0]) };
            return Ok(());
        }
        finish => matches!(finish, Finish::Last(_)),
    };
    let kept: Vec<&[u8]> = tables.iter().map(|table| &*table.labels).collect();
    let lodging = match finish {
        &Finish::Body(_, lodging) => lodging,
        Finish::Last(_) => None,
    };
    let values = Values { kept: &kept, abouts, element: lodging.map(|lodging| lodging.element) };
    let Plan { chunks: Chunks { full, cuts }, lodger, .. } =
        plan_of(ground.spec, ground.passes, &values, ground.extents, ground.axes, out_axes[0].labels(), last);
    let mut sizes = ground.extents.to_vec();
    cuts.iter().for_each(|&(label, cut)| sizes[label as usize] = cut);
    if let (Some(lodger), Some(lodging)) = (lodger, lodging) {
        tables[lodger].lodge(&out_axes[0], lodging.first);
    }
    let mut scratch = place(&mut tables, full, ground.extents, &sizes, last)?;
    let first = scratch.as_mut_ptr();
    for table in tables.iter_mut().filter(|table| !table.lodged) {
        // The place of its values in the scratch.
        table.first = first.wrapping_add(table.first.addr());
    }
    let inner = reductions.len() - usize::from(last);
    let some = |state: &State<'_>, full_ones: bool| {
        for (number, reduction) in reductions[..inner].iter().enumerate() {
            if (full >> number & 1 == 1) == full_ones {
                let temp = &state.temps[number];
                // SAFETY: the caller's promise; each reduction runs after those that it reads, into its own part of the scratch.
                unsafe { reduction.run(state, number, state.first_value(number as u8), &temp.as_axes()) }
            }
        }
    };
    some(&State { ground, origins: &NOWHERE, temps: &tables, copies: None }, true);
    let copies = RefCell::new(Copies::default());
    let cut = LabelSet::of(&cuts.iter().map(|&(label, _)| label).collect::<Vec<_>>());
    let mut chunk =
        Chunk { cuts: &cuts, extents: sizes, origins: vec![0; ground.extents.len()], offsets: ground.offsets.to_vec() };
    chunk.each(0, &ground, &mut |chunk| {
        let (extents, origins, offsets) = (&*chunk.extents, &*chunk.origins, &*chunk.offsets);
        let ground = Ground { extents, offsets, ..ground };
        let state = State { ground, origins, temps: &tables, copies: Some((cut, &copies)) };
        some(&state, false);
        let moved = |axes: &Axes| -> isize {
            cuts.iter().map(|&(label, _)| axes.stride(label).unwrap_or(0) * origins[label as usize] as isize).sum()
        };
        match finish {
            Finish::Body(body, _) => body(&state, &out_axes.iter().map(moved).collect::<Vec<_>>()),
            Finish::Last(out) => {
                let at = out.wrapping_offset(moved(&out_axes[0]) * tables[inner].size as isize);
                // SAFETY: the caller's promise: the output at these points.
                unsafe { reductions[inner].run(&state, inner, at, &out_axes[0]) }
            }
        }
    });
    Ok(())
}

/// Some of the points of a program.
struct Chunk<'a> {
    cuts: &'a [(u8, usize)],
    extents: Vec<usize>,
    origins: Vec<usize>,
    offsets: Vec<isize>,
}

impl Chunk<'_> {
    /// Calls `visit` with each chunk, from the cut with number `at` on.
    fn each(&mut self, at: usize, ground: &Ground<'_>, visit: &mut dyn FnMut(&Chunk<'_>)) {
        let Some(&(label, cut)) = self.cuts.get(at) else { return visit(self) };
        let offsets = self.offsets.clone();
        for first in (0..ground.extents[label as usize]).step_by(cut) {
            self.extents[label as usize] = cut.min(ground.extents[label as usize] - first);
            self.origins[label as usize] = first;
            for (number, offset) in self.offsets.iter_mut().enumerate() {
                *offset = offsets[number] + ground.axes[number].stride(label).unwrap_or(0) * first as isize;
            }
            self.each(at + 1, ground, visit);
        }
        self.offsets = offsets;
    }
}

/// What is known of the reductions' values before there is room for them.
fn tables(ground: &Ground<'_>, abouts: &[About]) -> Result<Vec<Temp>, ShapeError> {
    let &Ground { spec, extents, passes, .. } = ground;
    let mut tables: Vec<Temp> = Vec::with_capacity(abouts.len());
    for (reduced, &About { size, without_identity, .. }) in passes.reductions.iter().zip(abouts) {
        let labels = expanded(spec, reduced.kept, extents);
        let mut terms = 1usize;
        let mut flat = vec![0; reduced.over.len()];
        for (stride, &label) in flat.iter_mut().zip(reduced.over).rev() {
            *stride = terms as isize;
            terms = terms.saturating_mul(extents[label as usize]);
        }
        let some = labels.iter().all(|&label| extents[label as usize] != 0);
        if let (Some(name), 0, true) = (without_identity, terms, some) {
            return Err(over_nothing(spec, name, reduced, extents));
        }
        if labels.len() > crate::shape::MAX_RANK {
            return Err(too_many_labels(spec, labels.len()));
        }
        let (strides, first) = (Vec::new(), core::ptr::null_mut());
        tables.push(Temp { labels, strides, flat, terms, size, full: true, lodged: false, first });
    }
    Ok(tables)
}

/// The labels among `subscripts`, those that the ellipsis stands for included, its last axis last.
pub(super) fn expanded(spec: &Spec, subscripts: &[u8], extents: &[usize]) -> Vec<u8> {
    let mut labels = Vec::new();
    for &subscript in subscripts {
        if subscript == ELLIPSIS {
            let slots = (0..ELLIPSIS_SLOTS).rev().map(|slot| spec.ellipsis_label(slot));
            labels.extend(slots.filter(|&slot| extents[slot] != UNKNOWN).map(|slot| slot as u8));
        } else {
            labels.push(subscript);
        }
    }
    labels
}

/// The values of all reductions.
pub(super) struct Values<'a> {
    /// Reduction to its labels.
    pub kept: &'a [&'a [u8]],
    pub abouts: &'a [About],
    /// The element type of an output that may hold values.
    pub element: Option<TypeId>,
}

/// How a program runs.
pub(super) struct Plan {
    pub chunks: Chunks,
    /// The reduction whose values stand in the output until the body replaces them.
    pub lodger: Option<usize>,
    /// Reduction to how the contraction engine computes it, where it does.
    pub products: Vec<Option<Choice>>,
}

/// Which passes run together, and where values are.
pub(super) fn plan_of(
    spec: &Spec,
    passes: &Passes,
    values: &Values<'_>,
    extents: &[usize],
    axes: &[Axes],
    output: LabelSet,
    last: bool,
) -> Plan {
    let &Values { kept, abouts, element } = values;
    let labels_of = |read: Read| match read {
        Read::Operand(number) => axes[number as usize].labels(),
        Read::Temp(number) => LabelSet::of(kept[number as usize]),
        Read::Index(_) | Read::Flat(_) | Read::Terms(_) => LabelSet::EMPTY,
    };
    let product = |number: usize| {
        let (reads, kept) = (passes.reductions[number].reads, LabelSet::of(kept[number]));
        let (choice, _) = abouts[number].factors?.choose(extents, |place| labels_of(reads[place]), kept)?;
        Some(choice)
    };
    let products: Vec<Option<Choice>> = (0..kept.len()).map(product).collect();
    let lodges = |number: &usize| {
        products[*number].is_some() && Some(abouts[*number].element) == element && LabelSet::of(kept[*number]) == output
    };
    let lodger = (0..kept.len()).find(lodges);
    let needs = |reads: &[Read]| {
        reads.iter().fold(0u64, |needs, read| match read {
            Read::Temp(number) => needs | 1 << number,
            _ => needs,
        })
    };
    let mut known = Vec::with_capacity(kept.len());
    for (number, reduced) in passes.reductions.iter().enumerate() {
        let size = abouts[number].size;
        let least = products[number].map_or(0, |product| least(&product, size, lodger == Some(number)));
        known.push(Pass { kept: LabelSet::of(kept[number]), needs: needs(reduced.reads), size, least });
    }
    if last {
        // The last one has no scratch.
        known.pop();
    }
    // What one pass alone reads need not stay in a cache.
    let again = axes.iter().enumerate().filter(|&(number, _)| readers(spec, passes, number) > 1);
    let labels = again.map(|(number, own)| {
        // What an operand is read at includes the labels of its index arrays.
        let gathers = spec.gathers.iter().filter(|gather| gather.operand as usize == number);
        gathers.fold(own.labels(), |labels, gather| labels.or(axes[gather.index as usize].labels()))
    });
    let chunks = chunks(extents, &known, output, labels, passes.whole);
    Plan { chunks, lodger, products }
}

/// How many passes read an operand, at these or other labels.
fn readers(spec: &Spec, passes: &Passes, number: usize) -> usize {
    let name = spec.operands[number].name;
    let reads_it = |read: &Read| matches!(read, Read::Operand(other) if spec.operands[*other as usize].name == name);
    let all = passes.reductions.iter().map(|reduced| reduced.reads).chain([passes.reads]);
    all.filter(|reads| reads.iter().any(reads_it)).count()
}

/// Room for the values of all reductions, row-major each; `first` of a table becomes its place in it.
fn place(
    tables: &mut [Temp],
    full: u64,
    extents: &[usize],
    chunk: &[usize],
    last: bool,
) -> Result<Heap<u8>, ShapeError> {
    let mut room = 0usize;
    let count = tables.len() - usize::from(last);
    for (number, table) in tables[..count].iter_mut().enumerate().filter(|(_, table)| !table.lodged) {
        table.full = full >> number & 1 == 1;
        let extents = if table.full { extents } else { chunk };
        let mut span = 1usize;
        table.strides = vec![0; table.labels.len()];
        for (stride, &label) in table.strides.iter_mut().zip(&table.labels).rev() {
            *stride = span as isize;
            span = span.saturating_mul(extents[label as usize]);
        }
        table.first = core::ptr::without_provenance_mut(room);
        room = room.saturating_add(span.saturating_mul(table.size)).next_multiple_of(ALIGNMENT);
        if room > isize::MAX as usize / 2 {
            return Err(ShapeError::new("broadcast: the values of a reduction do not fit in memory"));
        }
    }
    Ok(Heap::uninit(room))
}

/// "broadcast: `min` over `k`, which has extent 0: there is no least element"
#[cold]
fn over_nothing(spec: &Spec, name: &str, reduced: &Reduced, extents: &[usize]) -> ShapeError {
    let empty = reduced.over.iter().find(|&&label| extents[label as usize] == 0);
    let label = empty.map_or(String::new(), |&label| spec.label_text(label));
    ShapeError::new(format!("{}: `{name}` over {label}, which has extent 0: there is no such element", spec.name))
}

#[cold]
fn too_many_labels(spec: &Spec, labels: usize) -> ShapeError {
    ShapeError::new(format!(
        "{}: the value of a reduction depends on {labels} labels, of which it may have 8",
        spec.name
    ))
}
