//! What `broadcast_plan!` returns: every pass with its loops, how it reads, and what it moves.

use core::any::TypeId;
use core::fmt;

use super::super::gather::{Gathered, gathers};
use super::super::resolve::{Operands, Resolved};
use super::super::spec::{Size, Spec};
use super::call::{Targets, resolve, stretch_to_targets};
use super::chunks::Chunks;
use super::finish::Final;
use super::reductions::Reductions;
use super::run::{self, Plan, expanded, plan_of};
use super::spec::{Program, Range, Read};
use crate::contract::Class;
use crate::element::Element;
use crate::error::ShapeError;
use crate::expr::Outs;
use crate::lanes::Tier;
use crate::nest::{self, Access, AxesRef, LabelSet, Link, NestPlan, Planned};

/// The plan of a kernel: what [`broadcast!`] does for operands of these extents and strides. It prints as a report.
///
/// [`broadcast!`]: https://docs.rs/ndweave/latest/ndweave/macro.broadcast.html
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BroadcastPlan {
    notation: String,
    tier: Tier,
    passes: Vec<PassPlan>,
    /// The labels that are cut to chunks, and how many points a chunk has.
    chunks: Vec<(String, usize)>,
    copies: Vec<String>,
}

/// The plan of one pass over the points: a reduction, or the body.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PassPlan {
    name: String,
    first: bool,
    loops: Vec<(String, usize)>,
    vector: Option<String>,
    reads: Vec<(String, Access)>,
    tile: Option<(usize, usize)>,
    points: u64,
    bytes: u64,
    scratch: u64,
    class: Option<Class>,
    lodged: bool,
}

impl BroadcastPlan {
    /// The kernel as it was written.
    pub fn notation(&self) -> &str {
        &self.notation
    }

    /// The tier that it runs on.
    pub fn tier(&self) -> Tier {
        self.tier
    }

    /// The passes, in the order in which they run: reductions, then the body.
    pub fn passes(&self) -> &[PassPlan] {
        &self.passes
    }

    /// The labels that are cut, with the points of one chunk: the passes that are not [first](PassPlan::is_first) run on one chunk
    /// after the other, so that what one reads, the next finds in a cache.
    pub fn chunks(&self) -> &[(String, usize)] {
        &self.chunks
    }

    /// The operands that are the output itself and are copied first, because the kernel reads them at other labels than it writes.
    pub fn copies(&self) -> &[String] {
        &self.copies
    }

    /// Bytes that all passes read and write, if nothing stayed in a cache; `u64::MAX` where they are more.
    pub fn bytes(&self) -> u64 {
        self.passes.iter().fold(0, |bytes, pass| bytes.saturating_add(pass.bytes))
    }

    /// Bytes of scratch for the values of reductions.
    pub fn scratch(&self) -> u64 {
        self.passes.iter().fold(0, |bytes, pass| bytes.saturating_add(pass.scratch))
    }
}

impl PassPlan {
    /// What it computes: `t0[i] over k`, `out[i, j]`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it runs in full before the others, and not chunk by chunk.
    pub fn is_first(&self) -> bool {
        self.first
    }

    /// The kind of product, where the contraction engine computes it and not the loops: a product of matrices, perhaps after other steps.
    pub fn class(&self) -> Option<Class> {
        self.class
    }

    /// Whether its values stand in the output until the body replaces them, so that they need no scratch.
    pub fn is_in_output(&self) -> bool {
        self.lodged
    }

    /// The loops, outermost first, with their extents; one whose label is `i*j` walks both as one.
    pub fn loops(&self) -> &[(String, usize)] {
        &self.loops
    }

    /// The loop that runs in vectors: the innermost one.
    pub fn vector(&self) -> Option<&str> {
        self.vector.as_deref()
    }

    /// What it reads, and how along the vector loop.
    pub fn reads(&self) -> &[(String, Access)] {
        &self.reads
    }

    /// The steps of the last two loops that run together as one tile, where operands are turned.
    pub fn tile(&self) -> Option<(usize, usize)> {
        self.tile
    }

    /// At how many points its expression is evaluated.
    pub fn points(&self) -> u64 {
        self.points
    }

    /// Bytes that it reads and writes, each element once.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }
}

/// The plan of a program with a new result or a scalar.
///
/// # Errors
///
/// When run-time extents differ, or a fixed index is out of bounds.
#[expect(clippy::too_many_arguments, reason = "the parts of one program")]
pub fn plan_broadcast<K, X, Ts, Rs, F, T, const L: usize, const N: usize>(
    _: K,
    operands: X,
    fixed: &[isize],
    ranges: &[Range],
    temps: Ts,
    _: Rs,
    _: F,
    notation: &str,
    copies: &[&str],
) -> Result<BroadcastPlan, ShapeError>
where
    K: Size<L, N> + Program,
    X: Operands,
    Ts: Reductions,
    T: Element,
    F: Final<Ts, Rs, Outs = *mut T>,
{
    let (resolved, _) = resolve::<L, N>(&K::SPEC, &operands, fixed, ranges, &mut |_| ())?;
    let gathers = gathers(&K::SPEC, &operands)?;
    let labels = expanded(&K::SPEC, K::SPEC.output.axes, &resolved.extents);
    let strides = row_major(&labels, &resolved.extents);
    Ok(Planner::<L, N> { spec: &K::SPEC, resolved: &resolved, gathers: &gathers, sizes: sizes(&operands) }
        .plan::<K, Ts>(
            &temps,
            (&labels, &strides, size_of::<T>()),
            (F::LAST, F::CLOSES, lodging::<X, Ts, Rs, F>()),
            notation,
            copies,
        ))
}

/// The plan of a program with existing targets.
///
/// # Errors
///
/// When run-time extents differ, or a fixed index is out of bounds.
#[expect(clippy::too_many_arguments, reason = "the parts of one program")]
pub fn plan_broadcast_into<K, X, Ds, Ts, Rs, F, const L: usize, const N: usize>(
    _: K,
    operands: X,
    fixed: &[isize],
    ranges: &[Range],
    targets: &Ds,
    temps: Ts,
    _: Rs,
    _: F,
    notation: &str,
    copies: &[&str],
) -> Result<BroadcastPlan, ShapeError>
where
    K: Size<L, N> + Program,
    X: Operands,
    Ds: Targets,
    Ts: Reductions,
    F: Final<Ts, Rs, Outs = Ds::Outs>,
{
    let stretch = &mut |extents: &mut [usize]| stretch_to_targets(&K::SPEC, &K::PROGRAM, targets, extents);
    let (resolved, _) = resolve::<L, N>(&K::SPEC, &operands, fixed, ranges, stretch)?;
    let gathers = gathers(&K::SPEC, &operands)?;
    let mut axes = (Vec::new(), Vec::new());
    targets.visit(0, &mut |number, extents, strides| {
        if number == 0 {
            for (axis, &stride) in strides.iter().enumerate() {
                let label = K::SPEC.output.at(axis, extents.len(), K::SPEC.labels.len());
                if label != super::super::spec::FIXED {
                    axes.0.push(label);
                    axes.1.push(stride);
                }
            }
        }
    });
    Ok(Planner::<L, N> { spec: &K::SPEC, resolved: &resolved, gathers: &gathers, sizes: sizes(&operands) }
        .plan::<K, Ts>(
            &temps,
            (&axes.0, &axes.1, Ds::BYTES),
            (F::LAST, F::CLOSES, lodging::<X, Ts, Rs, F>()),
            notation,
            copies,
        ))
}

/// The element type of an output that may hold values of reductions.
fn lodging<X: Operands, Ts, Rs, F: Final<Ts, Rs>>() -> Option<TypeId> {
    if X::IN_PLACE || !F::LODGES { None } else { F::Outs::only_type() }
}

/// Bytes of an element of each operand.
fn sizes<X: Operands>(operands: &X) -> Vec<usize> {
    let mut sizes = Vec::new();
    operands.sizes(&mut sizes);
    sizes
}

/// The axis of an output that has a label.
fn place_of(out: &[u8], label: u8) -> usize {
    out.iter().position(|&other| other == label).unwrap_or(0)
}

fn row_major(labels: &[u8], extents: &[usize]) -> Vec<isize> {
    let mut strides = vec![0; labels.len()];
    let mut span = 1usize;
    for (stride, &label) in strides.iter_mut().zip(labels).rev() {
        *stride = span as isize;
        span = span.saturating_mul(extents[label as usize]);
    }
    strides
}

struct Planner<'a, const L: usize, const N: usize> {
    spec: &'a Spec,
    resolved: &'a Resolved<'a, L, N>,
    gathers: &'a [Gathered],
    sizes: Vec<usize>,
}

/// The values of a reduction, row-major.
struct Values {
    labels: Vec<u8>,
    strides: Vec<isize>,
    size: usize,
}

impl<const L: usize, const N: usize> Planner<'_, L, N> {
    fn plan<K: Program, Ts: Reductions>(
        &self,
        temps: &Ts,
        (out, out_strides, out_size): (&[u8], &[isize], usize),
        (last, closes, lodging): (bool, bool, Option<TypeId>),
        notation: &str,
        copies: &[&str],
    ) -> BroadcastPlan {
        let extents = &self.resolved.extents;
        let mut abouts = Vec::new();
        temps.each::<K, Ts>(&mut |about| abouts.push(about));
        let kept: Vec<Vec<u8>> =
            K::PROGRAM.reductions.iter().map(|reduced| expanded(self.spec, reduced.kept, extents)).collect();
        let kept: Vec<&[u8]> = kept.iter().map(|labels| &**labels).collect();
        let output = LabelSet::of(out);
        let values = run::Values { kept: &kept, abouts: &abouts, element: lodging };
        let plan = plan_of(self.spec, &K::PROGRAM, &values, extents, &self.resolved.axes, output, last);
        let Plan { chunks: Chunks { full, cuts }, lodger, products } = plan;
        let mut chunk = *extents;
        cuts.iter().for_each(|&(label, cut)| chunk[label as usize] = cut);
        let is_full = |number: usize| full >> number & 1 == 1;
        let values: Vec<Values> = kept
            .iter()
            .zip(&abouts)
            .enumerate()
            .map(|(number, (&labels, about))| {
                let strides = match lodger == Some(number) {
                    true => labels.iter().map(|label| out_strides[place_of(out, *label)]).collect(),
                    false => row_major(labels, if is_full(number) { extents } else { &chunk }),
                };
                Values { labels: labels.to_vec(), strides, size: about.size }
            })
            .collect();
        let mut passes = Vec::new();
        for (number, reduced) in K::PROGRAM.reductions.iter().enumerate() {
            let is_last = last && number + 1 == values.len();
            let own = &values[number];
            let over = self.names(reduced.over.iter().copied());
            let mut pass = match is_last {
                true => self.pass((out, out_strides, out_size), reduced.reads, &values, true, &chunk),
                false => {
                    let extents = if is_full(number) { extents } else { &chunk };
                    self.pass((&own.labels, &own.strides, own.size), reduced.reads, &values, true, extents)
                }
            };
            let name = if is_last { self.output_name() } else { format!("t{number}") };
            let labels = if is_last { out } else { &own.labels };
            pass.name = format!("{name}[{}]", self.names(labels.iter().copied()));
            if !over.is_empty() {
                pass.name = format!("{} over {over}", pass.name);
            }
            if is_last && closes {
                pass.name.push_str(", and the body");
            }
            pass.first = is_full(number) && !is_last;
            pass.class = products[number].map(|product| product.class);
            pass.lodged = lodger == Some(number);
            pass.points = LabelSet::of(&own.labels).or(LabelSet::of(reduced.over)).points(extents);
            if !is_last && !pass.lodged {
                let points = own.labels.iter().fold(1u64, |points, &label| {
                    points
                        .saturating_mul(if pass.first { extents[label as usize] } else { chunk[label as usize] } as u64)
                });
                pass.scratch = points.saturating_mul(own.size as u64);
            }
            passes.push(pass);
        }
        if !last {
            let mut pass = self.pass((out, out_strides, out_size), K::PROGRAM.reads, &values, false, &chunk);
            pass.name = format!("{}[{}]", self.output_name(), self.names(out.iter().copied()));
            pass.points = output.points(extents);
            passes.push(pass);
        }
        let chunks = cuts.iter().map(|&(label, cut)| (self.name(label), cut)).collect();
        let copies = copies.iter().map(|&name| name.into()).collect();
        BroadcastPlan { notation: notation.into(), tier: Tier::current(), passes, chunks, copies }
    }

    fn output_name(&self) -> String {
        if self.spec.output.name.is_empty() { "result".into() } else { self.spec.output.name.into() }
    }

    fn pass(
        &self,
        (out, out_strides, out_size): (&[u8], &[isize], usize),
        reads: &[Read],
        values: &[Values],
        folds: bool,
        extents: &[usize],
    ) -> PassPlan {
        let (mut axes, mut index_axes, mut links): (Vec<AxesRef<'_>>, Vec<AxesRef<'_>>, Vec<Link>) = Default::default();
        let mut named = Vec::new();
        let mut bytes = LabelSet::of(out).points(&self.resolved.extents).saturating_mul(out_size as u64);
        let mut largest = 0;
        for read in reads {
            let mut walked = LabelSet::EMPTY;
            let (name, labels, strides, size): (String, &[u8], &[isize], usize) = match read {
                Read::Operand(number) => {
                    let own = self.resolved.axes[*number as usize].as_ref();
                    for gathered in self.gathers.iter().filter(|gathered| gathered.operand == *number) {
                        let indices = &self.resolved.axes[gathered.index as usize];
                        links.push(gathered.link(axes.len(), &self.resolved.offsets));
                        index_axes.push(indices.as_ref());
                        walked = walked.or(indices.labels());
                    }
                    let name = self.spec.operands[*number as usize].name.to_owned();
                    (name, own.labels, own.strides, self.sizes[*number as usize])
                }
                Read::Temp(number) => {
                    let values = &values[*number as usize];
                    (format!("t{number}"), &values.labels, &values.strides, values.size)
                }
                Read::Index(_) | Read::Flat(_) | Read::Terms(_) => continue,
            };
            largest = largest.max(size);
            bytes = bytes.saturating_add(
                walked.or(LabelSet::of(labels)).points(&self.resolved.extents).saturating_mul(size as u64),
            );
            let subscripts = self.names(labels.iter().copied());
            named.push(match read {
                Read::Operand(number) if self.spec.is_gathered(*number) => self.spec.written(*number),
                _ if labels.is_empty() => name,
                _ => format!("{name}[{subscripts}]"),
            });
            axes.push(AxesRef { labels, strides });
        }
        axes.extend(index_axes);
        let operands = Planned { axes: &axes, links: &links };
        let NestPlan { loops, access, tile, .. } =
            nest::plan(extents, &operands, AxesRef { labels: out, strides: out_strides }, folds, largest);
        let loops: Vec<(String, usize)> =
            loops.into_iter().map(|(labels, extent)| (self.names_of(&labels, "*"), extent)).collect();
        let access = access.into_iter().chain(core::iter::repeat(Access::Uniform));
        PassPlan {
            name: String::new(),
            first: false,
            vector: loops.last().map(|(name, _)| name.clone()),
            loops,
            reads: named.into_iter().zip(access).collect(),
            tile,
            points: 0,
            bytes,
            scratch: 0,
            class: None,
            lodged: false,
        }
    }

    fn name(&self, label: u8) -> String {
        match self.spec.labels.get(label as usize) {
            Some(name) => (*name).to_owned(),
            None => format!("..{}", label as usize - self.spec.labels.len() + 1),
        }
    }

    fn names(&self, labels: impl Iterator<Item = u8>) -> String {
        self.names_of(&labels.collect::<Vec<_>>(), ", ")
    }

    fn names_of(&self, labels: &[u8], between: &str) -> String {
        labels.iter().map(|&label| self.name(label)).collect::<Vec<_>>().join(between)
    }
}

impl fmt::Display for BroadcastPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n  tier                  {}", self.notation, self.tier)?;
        for copy in &self.copies {
            write!(f, "\ncopied first: `{copy}`, which is read at other labels than it is written")?;
        }
        for pass in &self.passes {
            write!(f, "\n{pass}")?;
        }
        for (label, points) in &self.chunks {
            write!(f, "\nin chunks of {points} along {label}")?;
        }
        write!(f, "\nbytes moved             {}", self.bytes())?;
        write!(f, "\nscratch                 {} bytes", self.scratch())
    }
}

impl fmt::Display for PassPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.name, if self.first { ", first" } else { "" })?;
        if self.lodged {
            write!(f, "\n  values                in the output")?;
        }
        if let Some(class) = self.class {
            let reads: Vec<&str> = self.reads.iter().map(|(read, _)| &**read).collect();
            write!(f, "\n  product               {class}, as in {}, of {}", class.example(), reads.join(" and "))?;
            return write!(f, "\n  points                {}", self.points);
        }
        let loops: Vec<String> = self.loops.iter().map(|(label, extent)| format!("{label} ({extent})")).collect();
        write!(f, "\n  loops                 {}", if loops.is_empty() { "none".into() } else { loops.join(", ") })?;
        if let Some(vector) = &self.vector {
            write!(f, "\n  vectors along         {vector}")?;
        }
        for (read, access) in &self.reads {
            let how = match access {
                Access::Contiguous => "contiguous".to_owned(),
                Access::Uniform => "uniform".to_owned(),
                Access::Strided(stride) => format!("strided by {stride}"),
                Access::Turned => "turned tile by tile".to_owned(),
                Access::Copied => "copied once, contiguous".to_owned(),
                Access::Gathered => "gathered".to_owned(),
            };
            write!(f, "\n  reads                 {read}: {how}")?;
        }
        if let Some((rows, points)) = self.tile {
            write!(f, "\n  tiles                 {rows} by {points}")?;
        }
        write!(f, "\n  points                {}", self.points)
    }
}
