//! Running a program: the reductions and the body over tables of what they read.
//!
//! What every `unsafe` below relies on:
//!
//! 1. The operands were resolved from views of initialised elements, with the offsets and strides of their labels; the outputs are
//!    writable at each index of theirs, readable where an update reads, and nothing else refers to them but operands that are read where
//!    they are written, or by reductions that are over before the body begins (`whole`).
//! 2. The scratch of a reduction has room for its values over the points of a chunk, and is written before anything reads it.

use core::marker::PhantomData;

use super::super::resolve::{KnownExtents, Operands, Resolved, UNKNOWN};
use super::super::spec::{ELLIPSIS, ELLIPSIS_SLOTS, Spec};
use super::chunks::{Chunks, Pass, chunks};
use super::read::{Places, Sources};
use super::reduce::Reduction;
use super::spec::{Program, Read, Reduced};
use super::write::Last;
use crate::element::Element;
use crate::error::ShapeError;
use crate::expr::{Body, Expr, Node, Outs};
use crate::nest::{self, Axes, AxesRef, Carriers, Combine, LabelSet, Update};
use crate::storage::{ALIGNMENT, Heap, Store};

/// A list of reductions `(Reduction, Rest)`.
pub trait Reductions {
    /// How many they are.
    const LEN: usize;
    /// The element type of the last one.
    type Last: Element;

    /// Bytes of one value of each, in order, and what has no value over nothing.
    #[doc(hidden)]
    fn each(&self, visit: &mut dyn FnMut(usize, Option<&'static str>));

    /// Runs those in `which`, the first of which has number `number`.
    ///
    /// # Safety
    ///
    /// Invariants 1 and 2 of the room.
    #[doc(hidden)]
    #[allow(private_interfaces)]
    unsafe fn run<K: Program, All: Reductions>(&self, state: &State<'_>, which: u64);

    /// Runs the last one into an output.
    ///
    /// # Safety
    ///
    /// Invariants 1 and 2 of the room.
    #[doc(hidden)]
    #[allow(private_interfaces)]
    unsafe fn run_last<K: Program, All: Reductions, U: Update<Self::Last> + Default>(
        &self,
        state: &State<'_>,
        out: *mut Self::Last,
        out_axes: &Axes,
    );
}

impl Reductions for () {
    const LEN: usize = 0;
    type Last = bool;

    #[inline(always)]
    fn each(&self, _: &mut dyn FnMut(usize, Option<&'static str>)) {}

    #[inline(always)]
    #[allow(private_interfaces)]
    unsafe fn run<K: Program, All: Reductions>(&self, _: &State<'_>, _: u64) {}

    #[inline(always)]
    #[allow(private_interfaces)]
    unsafe fn run_last<K: Program, All: Reductions, U: Update<bool> + Default>(
        &self,
        _: &State<'_>,
        _: *mut bool,
        _: &Axes,
    ) {
    }
}

/// What is known of a reduction's nest: whether its value has labels.
struct Keeps<K, All, This>(PhantomData<(K, All, This)>);

impl<K: Program, All: Reductions, This: Reductions> nest::Form for Keeps<K, All, This> {
    const SUMS: bool = true;
    const KEEPS: bool = !K::PROGRAM.reductions[All::LEN - This::LEN].kept.is_empty();
}

impl<T, X, N, R> Reductions for (Reduction<T, X, N, R>, ())
where
    T: Element,
    X: Sources,
    N: Node<X::Args, T = T>,
    R: Combine<T>,
{
    const LEN: usize = 1;
    type Last = T;

    #[inline(always)]
    fn each(&self, visit: &mut dyn FnMut(usize, Option<&'static str>)) {
        visit(size_of::<T>(), R::WITHOUT_IDENTITY);
    }

    #[inline(always)]
    #[allow(private_interfaces)]
    unsafe fn run<K: Program, All: Reductions>(&self, state: &State<'_>, which: u64) {
        let number = const { All::LEN - Self::LEN };
        if which >> number & 1 == 1 {
            let values = &state.temps[number];
            let axes = values.as_axes();
            // SAFETY: the caller's promise.
            unsafe {
                one::<K, Keeps<K, All, Self>, _, _, _, _, nest::Set>(&self.0, number, state, values.first.cast(), axes)
            }
        }
    }

    #[inline(always)]
    #[allow(private_interfaces)]
    unsafe fn run_last<K: Program, All: Reductions, U: Update<T> + Default>(
        &self,
        state: &State<'_>,
        out: *mut T,
        out_axes: &Axes,
    ) {
        let number = const { All::LEN - Self::LEN };
        // SAFETY: the caller's promise.
        unsafe { one::<K, Keeps<K, All, Self>, _, _, _, _, U>(&self.0, number, state, out, *out_axes) }
    }
}

impl<T, X, N, R, Y, M, Q, V, Rest> Reductions for (Reduction<T, X, N, R>, (Reduction<V, Y, M, Q>, Rest))
where
    T: Element,
    X: Sources,
    N: Node<X::Args, T = T>,
    R: Combine<T>,
    (Reduction<V, Y, M, Q>, Rest): Reductions,
{
    const LEN: usize = 1 + <(Reduction<V, Y, M, Q>, Rest)>::LEN;
    type Last = <(Reduction<V, Y, M, Q>, Rest) as Reductions>::Last;

    #[inline(always)]
    fn each(&self, visit: &mut dyn FnMut(usize, Option<&'static str>)) {
        visit(size_of::<T>(), R::WITHOUT_IDENTITY);
        self.1.each(visit);
    }

    #[inline(always)]
    #[allow(private_interfaces)]
    unsafe fn run<K: Program, All: Reductions>(&self, state: &State<'_>, which: u64) {
        let number = const { All::LEN - Self::LEN };
        // SAFETY: the caller's promise.
        unsafe {
            if which >> number & 1 == 1 {
                let values = &state.temps[number];
                let (first, axes) = (values.first.cast(), values.as_axes());
                one::<K, Keeps<K, All, Self>, _, _, _, _, nest::Set>(&self.0, number, state, first, axes);
            }
            self.1.run::<K, All>(state, which);
        }
    }

    #[inline(always)]
    #[allow(private_interfaces)]
    unsafe fn run_last<K: Program, All: Reductions, U: Update<Self::Last> + Default>(
        &self,
        state: &State<'_>,
        out: *mut Self::Last,
        out_axes: &Axes,
    ) {
        // SAFETY: the caller's promise.
        unsafe { self.1.run_last::<K, All, U>(state, out, out_axes) }
    }
}

/// Runs one reduction.
///
/// # Safety
///
/// Invariants 1 and 2 of the room.
#[inline(always)]
unsafe fn one<K, F, T, X, N, R, U>(
    reduction: &Reduction<T, X, N, R>,
    number: usize,
    state: &State<'_>,
    out: *mut T,
    out_axes: Axes,
) where
    K: Program,
    F: nest::Form,
    T: Element,
    X: Sources,
    N: Node<X::Args, T = T>,
    R: Combine<T>,
    U: Update<T> + Default,
{
    let reads = K::PROGRAM.reductions[number].reads;
    let args = state.args(&reduction.reads, reads);
    let axes = Reads { state, reads };
    // SAFETY: the caller's promise: `args` are the places of what `axes` tell.
    unsafe { nest::fold::<F, _, _, R, U, _>(state.extents, args, &axes, &reduction.node, out, &out_axes, U::default()) }
}

/// The values of a reduction in scratch, and what it is over.
struct Temp {
    labels: Vec<u8>,
    strides: Vec<isize>,
    /// The strides of the number of a point among those that the reduction is over, and how many they are.
    flat: Vec<isize>,
    terms: usize,
    /// Bytes of one value.
    size: usize,
    /// Whether all values are there, not just those of a chunk.
    full: bool,
    first: *mut u8,
}

impl Temp {
    fn as_axes(&self) -> Axes {
        let mut axes = Axes::new();
        self.labels.iter().zip(&self.strides).for_each(|(&label, &stride)| axes.push(label, stride));
        axes
    }
}

/// A program at some of its points.
pub(super) struct State<'a> {
    reductions: &'static [Reduced],
    /// Label to extent, among these points.
    extents: &'a [usize],
    /// Label to the first of these points.
    origins: &'a [usize],
    /// Label to its value at point 0.
    starts: &'a [usize],
    axes: &'a [Axes],
    offsets: &'a [isize],
    temps: &'a [Temp],
}

/// What one pass reads.
struct Reads<'a> {
    state: &'a State<'a>,
    reads: &'static [Read],
}

impl Carriers for Reads<'_> {
    #[inline(always)]
    fn count(&self) -> usize {
        self.reads.len()
    }
    #[inline(always)]
    fn axes(&self, at: usize) -> AxesRef<'_> {
        self.state.axes(&self.reads[at])
    }
}

impl State<'_> {
    /// Of a program that reads operands only, without labels.
    #[inline(always)]
    fn nothing() -> Self {
        State { reductions: &[], extents: &[], origins: &[], starts: &[], axes: &[], offsets: &[], temps: &[] }
    }

    /// The labels and strides of what is read.
    #[inline(always)]
    fn axes<'s>(&'s self, read: &'s Read) -> AxesRef<'s> {
        match read {
            Read::Operand(number) => self.axes[*number as usize].as_ref(),
            Read::Temp(number) => {
                let temp = &self.temps[*number as usize];
                AxesRef { labels: &temp.labels, strides: &temp.strides }
            }
            Read::Index(label) => AxesRef { labels: core::slice::from_ref(label), strides: &[1] },
            Read::Flat(number) => {
                let over = self.reductions[*number as usize].over;
                AxesRef { labels: over, strides: &self.temps[*number as usize].flat }
            }
            Read::Terms(_) => AxesRef { labels: &[], strides: &[] },
        }
    }

    #[inline(always)]
    fn args<X: Sources>(&self, sources: &X, reads: &[Read]) -> X::Args {
        sources.args(reads, &Places { offsets: self.offsets, state: self })
    }

    /// The value of a running number at the first of these points.
    #[inline(always)]
    pub(super) fn number(&self, read: Read) -> usize {
        match read {
            Read::Index(label) => self.starts[label as usize].wrapping_add(self.origins[label as usize]),
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
                first = first.wrapping_add(self.origins[label as usize] * stride as usize * temp.size);
            }
        }
        first
    }
}

/// What is left when the reductions are done: the body's writes, or the last reduction itself.
pub trait Final<Ts, X> {
    /// The outputs.
    type Outs: Outs;

    /// Whether the last reduction writes the output itself.
    #[doc(hidden)]
    const LAST: bool;

    /// Writes the outputs.
    ///
    /// # Safety
    ///
    /// Invariants 1 and 2 of the room.
    #[doc(hidden)]
    #[allow(private_interfaces)]
    unsafe fn run<K: Program, const FEW: bool>(
        &self,
        state: &State<'_>,
        temps: &Ts,
        reads: &X,
        outs: Self::Outs,
        out_axes: &[Axes],
    );

    /// Writes the outputs, where every operand has the outputs' layout, or no axes: `points` neighbours.
    ///
    /// # Safety
    ///
    /// Invariant 1 of the room, and what is said.
    #[doc(hidden)]
    unsafe fn run_flat<K: Program, Xs: Operands, const FEW: bool>(
        &self,
        operands: &Xs,
        reads: &X,
        outs: Self::Outs,
        points: usize,
    );
}

impl<Ts, X: Sources, T, B: Body<X::Args>> Final<Ts, X> for Expr<T, B> {
    type Outs = B::Outs;
    const LAST: bool = false;

    #[inline(always)]
    #[allow(private_interfaces)]
    unsafe fn run<K: Program, const FEW: bool>(
        &self,
        state: &State<'_>,
        _: &Ts,
        sources: &X,
        outs: B::Outs,
        out_axes: &[Axes],
    ) {
        let reads = K::PROGRAM.reads;
        let args = state.args(sources, reads);
        let axes = Reads { state, reads };
        // SAFETY: the caller's promise: `args` are the places of what `axes` tell.
        unsafe { nest::map_as::<_, _, _, FEW>(state.extents, args, &axes, &self.node, outs, out_axes) }
    }

    #[inline(always)]
    unsafe fn run_flat<K: Program, Xs: Operands, const FEW: bool>(
        &self,
        operands: &Xs,
        sources: &X,
        outs: B::Outs,
        points: usize,
    ) {
        let reads = K::PROGRAM.reads;
        let args = sources.args(reads, &Places { offsets: &[0; 64], state: &State::nothing() });
        let step = |at: usize| match reads[at] {
            Read::Operand(number) => isize::from(operands.has_axes(number as usize)),
            _ => 0,
        };
        // SAFETY: the caller's promise.
        unsafe { nest::map_flat::<_, _, FEW>(&self.node, args, &step, points, outs) }
    }
}

impl<Ts: Reductions, X, U: Update<Ts::Last> + Default> Final<Ts, X> for Last<U> {
    // A program with a reduction is not flat.
    #[inline(always)]
    unsafe fn run_flat<K: Program, Xs: Operands, const FEW: bool>(&self, _: &Xs, _: &X, _: Self::Outs, _: usize) {}

    type Outs = *mut Ts::Last;
    const LAST: bool = true;

    #[inline(always)]
    #[allow(private_interfaces)]
    unsafe fn run<K: Program, const FEW: bool>(
        &self,
        state: &State<'_>,
        temps: &Ts,
        _: &X,
        out: *mut Ts::Last,
        out_axes: &[Axes],
    ) {
        // SAFETY: the caller's promise.
        unsafe { temps.run_last::<K, Ts, U>(state, out, &out_axes[0]) }
    }
}

/// Runs all passes.
///
/// # Errors
///
/// When a minimum or maximum is over nothing.
///
/// # Safety
///
/// Invariant 1 of the room.
#[inline(always)]
pub(super) unsafe fn run<K, Xs, Ts, X, F, const L: usize, const N: usize>(
    resolved: &Resolved<L, N>,
    starts: &[usize; L],
    temps: &Ts,
    reads: &X,
    body: &F,
    outs: F::Outs,
    out_axes: &[Axes],
) -> Result<(), ShapeError>
where
    K: Program,
    Xs: KnownExtents<K, L>,
    Ts: Reductions,
    F: Final<Ts, X>,
{
    let Resolved { extents, axes, offsets } = resolved;
    let reductions = K::PROGRAM.reductions;
    let mut state = State { reductions, extents, origins: &[0; L], starts, axes, offsets, temps: &[] };
    if const { Ts::LEN == 0 } {
        // SAFETY: the caller's promise.
        unsafe {
            if const { !Xs::DYNAMIC && are_few(&Xs::KNOWN, K::SPEC.labels.len()) } {
                body.run::<K, true>(&state, temps, reads, outs, out_axes);
            } else {
                body.run::<K, false>(&state, temps, reads, outs, out_axes);
            }
        }
        return Ok(());
    }
    let mut tables = tables::<K, Ts>(temps, extents)?;
    if const { F::LAST && Ts::LEN == 1 } {
        state.temps = &tables;
        // SAFETY: the caller's promise.
        unsafe { body.run::<K, false>(&state, temps, reads, outs, out_axes) };
        return Ok(());
    }
    let Chunks { full, cuts } = plan::<K>(&tables, extents, axes, out_axes[0].labels(), F::LAST);
    let mut sizes = *extents;
    cuts.iter().for_each(|&(label, cut)| sizes[label as usize] = cut);
    let mut scratch = place(&mut tables, full, extents, &sizes, F::LAST)?;
    let first = scratch.as_mut_ptr();
    for table in &mut tables {
        // The place of its values in the scratch.
        table.first = first.wrapping_add(table.first.addr());
    }
    state.temps = &tables;
    let chunked = (u64::MAX >> (64 - Ts::LEN)) & !full & if F::LAST { !(1 << (Ts::LEN - 1)) } else { u64::MAX };
    let before = if F::LAST { full & !(1 << (Ts::LEN - 1)) } else { full };
    // SAFETY: the caller's promise; each reduction runs after those that it reads, into its own part of the scratch.
    unsafe {
        temps.run::<K, Ts>(&state, before);
        let mut chunk = Chunk { cuts: &cuts, extents: *extents, origins: [0; L], offsets: *offsets };
        chunk.each(0, extents, axes, &mut |chunk: &Chunk<'_, L, N>| {
            let (extents, origins, offsets) = (&chunk.extents, &chunk.origins, &chunk.offsets);
            let state = State { reductions, extents, origins, starts, axes, offsets, temps: &tables };
            temps.run::<K, Ts>(&state, chunked);
            let mut outs = outs;
            for &(label, _) in &cuts {
                let mut out = out_axes.iter();
                let stride = |axes: &Axes| axes.stride(label).unwrap_or(0);
                let steps = F::Outs::steps(&mut || out.next().map_or(0, stride));
                outs = outs.advance(steps, chunk.origins[label as usize] as isize);
            }
            body.run::<K, false>(&state, temps, reads, outs, out_axes);
        });
    }
    Ok(())
}

/// Runs a body whose operands and outputs are laid out alike.
///
/// # Safety
///
/// Invariant 1 of the room; every operand has the extents and strides of the outputs, which are neighbours, or no axes.
#[inline(always)]
pub(super) unsafe fn run_flat<K, Xs, Ts, X, F, const L: usize>(
    operands: &Xs,
    reads: &X,
    body: &F,
    outs: F::Outs,
    points: usize,
) where
    K: Program,
    Xs: KnownExtents<K, L>,
    F: Final<Ts, X>,
{
    // SAFETY: the caller's promise.
    unsafe {
        if const { !Xs::DYNAMIC && are_few(&Xs::KNOWN, K::SPEC.labels.len()) } {
            body.run_flat::<K, Xs, true>(operands, reads, outs, points);
        } else {
            body.run_flat::<K, Xs, false>(operands, reads, outs, points);
        }
    }
}

/// Whether the points are few, of extents that are all known when the kernel is compiled; `labels` of them have names.
const fn are_few(extents: &[usize], labels: usize) -> bool {
    const FEW: usize = 64;
    let mut points = 1;
    let mut label = 0;
    while label < extents.len() {
        let absent = label >= labels && extents[label] == UNKNOWN;
        if !absent && extents[label] > FEW {
            return false;
        }
        if !absent {
            points *= extents[label];
        }
        label += 1;
    }
    points <= FEW
}

/// Some of the points of a program.
struct Chunk<'a, const L: usize, const N: usize> {
    cuts: &'a [(u8, usize)],
    extents: [usize; L],
    origins: [usize; L],
    offsets: [isize; N],
}

impl<const L: usize, const N: usize> Chunk<'_, L, N> {
    /// Calls `visit` with each chunk, from the cut with number `at` on.
    fn each(&mut self, at: usize, extents: &[usize; L], axes: &[Axes; N], visit: &mut dyn FnMut(&Chunk<'_, L, N>)) {
        let Some(&(label, cut)) = self.cuts.get(at) else { return visit(self) };
        let offsets = self.offsets;
        for first in (0..extents[label as usize]).step_by(cut) {
            self.extents[label as usize] = cut.min(extents[label as usize] - first);
            self.origins[label as usize] = first;
            for (number, offset) in self.offsets.iter_mut().enumerate() {
                *offset = offsets[number] + axes[number].stride(label).unwrap_or(0) * first as isize;
            }
            self.each(at + 1, extents, axes, visit);
        }
        self.offsets = offsets;
    }
}

/// What is known of the reductions' values before there is room for them.
fn tables<K: Program, Ts: Reductions>(temps: &Ts, extents: &[usize]) -> Result<Vec<Temp>, ShapeError> {
    let spec = &K::SPEC;
    let mut tables: Vec<Temp> = Vec::with_capacity(Ts::LEN);
    let mut error = None;
    temps.each(&mut |size, without_identity| {
        let reduced = &K::PROGRAM.reductions[tables.len()];
        let labels = expanded(spec, reduced.kept, extents);
        let mut terms = 1usize;
        let mut flat = vec![0; reduced.over.len()];
        for (stride, &label) in flat.iter_mut().zip(reduced.over).rev() {
            *stride = terms as isize;
            terms = terms.saturating_mul(extents[label as usize]);
        }
        let some = labels.iter().all(|&label| extents[label as usize] != 0);
        if let (Some(name), 0, true) = (without_identity, terms, some) {
            error.get_or_insert_with(|| over_nothing(spec, name, reduced, extents));
        }
        if labels.len() > crate::shape::MAX_RANK {
            error.get_or_insert_with(|| too_many_labels(spec, labels.len()));
        }
        let strides = Vec::new();
        tables.push(Temp { labels, strides, flat, terms, size, full: true, first: core::ptr::null_mut() });
    });
    match error {
        Some(error) => Err(error),
        None => Ok(tables),
    }
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

/// Which passes run together.
pub(super) fn plan_of<K: Program>(
    kept: &[Vec<u8>],
    sizes: &[usize],
    extents: &[usize],
    axes: &[Axes],
    output: LabelSet,
    last: bool,
) -> Chunks {
    let needs = |reads: &[Read]| {
        reads.iter().fold(0u64, |needs, read| match read {
            Read::Temp(number) => needs | 1 << number,
            _ => needs,
        })
    };
    let mut passes = Vec::with_capacity(kept.len());
    for (reduced, (labels, &size)) in K::PROGRAM.reductions.iter().zip(kept.iter().zip(sizes)) {
        passes.push(Pass { kept: LabelSet::of(labels), needs: needs(reduced.reads), size });
    }
    if last {
        // The last one has no scratch.
        passes.pop();
    }
    chunks(extents, &passes, output, axes.iter().map(Axes::labels), K::PROGRAM.whole)
}

fn plan<K: Program>(tables: &[Temp], extents: &[usize], axes: &[Axes], output: LabelSet, last: bool) -> Chunks {
    let kept: Vec<Vec<u8>> = tables.iter().map(|table| table.labels.clone()).collect();
    let sizes: Vec<usize> = tables.iter().map(|table| table.size).collect();
    plan_of::<K>(&kept, &sizes, extents, axes, output, last)
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
    for (number, table) in tables[..count].iter_mut().enumerate() {
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
