//! From views to numbers: the extent of every label, the strides of every operand.

use super::bound::{Bound, InPlace};
use super::gather::{Gathered, Indices};
use super::spec::{FIXED, GATHERED, Kernel, Spec, Subscripts};
use crate::array::Array;
use crate::element::Element;
use crate::error::ShapeError;
use crate::expr::Args;
use crate::nest::Axes;
use crate::operand::{Neutral, Owned, Plain};
use crate::shape::Shape;
use crate::storage::Store;

/// An extent that is not known yet.
pub(super) const UNKNOWN: usize = usize::MAX;

/// Extents and strides of a kernel with `L` labels and `N` operands.
pub struct Resolved<'a, const L: usize, const N: usize> {
    /// Label to extent.
    pub extents: [usize; L],
    /// Operand to its labels and strides.
    pub axes: [Axes; N],
    /// Operand to what its fixed axes add to its first element's place, in elements.
    pub offsets: [isize; N],
    /// The index arrays.
    pub gathers: &'a [Gathered],
}

/// One operand of a list.
pub trait Item: Copy {
    /// Its element type.
    type T: Element;
    /// Its shape.
    type Shape: Shape;
    /// What results over such operands are.
    type Family: Family;
    /// Whether it is a target, read in place.
    const IN_PLACE: bool = false;
    /// The address of its first element.
    fn first(&self) -> *const Self::T;
    /// Its shape.
    fn shape(&self) -> Self::Shape;
    /// Its strides.
    fn strides(&self) -> <Self::Shape as Shape>::Strides;
    /// The target that it is, where it is read in place.
    #[inline(always)]
    fn target(&self) -> Option<*const Self::T> {
        None
    }
    /// Its indices, where it is an index array.
    fn indices(&self) -> Option<Indices<'_>> {
        None
    }
}

impl<T: Element, S: Shape, F: Family> Item for Bound<'_, T, S, F> {
    type T = T;
    type Shape = S;
    type Family = F;
    #[inline(always)]
    fn first(&self) -> *const T {
        self.view.as_ptr()
    }
    #[inline(always)]
    fn shape(&self) -> S {
        self.view.shape()
    }
    #[inline(always)]
    fn strides(&self) -> S::Strides {
        self.view.strides()
    }
}

impl<T: Element, S: Shape> Item for InPlace<T, S> {
    type T = T;
    type Shape = S;
    type Family = Neutral;
    const IN_PLACE: bool = true;
    #[inline(always)]
    fn first(&self) -> *const T {
        self.first
    }
    #[inline(always)]
    fn shape(&self) -> S {
        self.shape
    }
    #[inline(always)]
    fn strides(&self) -> S::Strides {
        self.strides
    }
    #[inline(always)]
    fn target(&self) -> Option<*const T> {
        Some(self.first)
    }
}

/// A list of operands `(X, (Y, ()))`.
pub trait Operands: Copy {
    /// How many there are.
    const LEN: usize;
    /// Whether one is a target, read in place.
    const IN_PLACE: bool;
    /// What results over them are.
    type Family: Family;
    /// Pointers to their elements.
    type Args: Args;

    /// The pointers; `ids` are the operands' numbers in the kernel, which index `offsets`.
    fn pointers(&self, ids: &[u8], offsets: &[isize]) -> Self::Args;

    /// The pointers to the first elements.
    fn firsts(&self) -> Self::Args;

    /// Calls `visit` with every operand's number, extents and strides, until one fails.
    fn visit<V: Visit + ?Sized>(&self, number: usize, visit: &mut V) -> Result<(), ShapeError>;

    /// The extent and the stride of an axis of the operand with a number, which has it.
    fn axis(&self, number: usize, axis: usize) -> (usize, isize);

    /// Whether each has no axes, or these extents and strides.
    fn are_alike(&self, extents: &[usize], strides: &[isize]) -> bool;

    /// Copies the extents of the first one with as many axes; whether there is one.
    fn first_extents(&self, extents: &mut [usize]) -> bool;

    /// Whether the one with a number has axes.
    fn has_axes(&self, number: usize) -> bool;

    /// Pushes the bytes of an element of each.
    fn sizes(&self, sizes: &mut Vec<usize>);

    /// The indices of the one with a number, where it is an index array.
    fn indices(&self, number: usize) -> Option<Indices<'_>>;

    /// Whether the operands that are read in place, if any, are targets whose first elements are at `targets`.
    fn in_place_of(&self, targets: &[*const ()]) -> bool;
}

/// What is done with each operand's layout.
pub trait Visit {
    /// Operand `number` has these extents and strides.
    fn layout(&mut self, number: usize, extents: &[usize], strides: &[isize]) -> Result<(), ShapeError>;
}

/// A list of operands without their types.
pub(super) trait Layouts {
    /// [`Operands::visit`] of all.
    fn each(&self, visit: &mut dyn Visit) -> Result<(), ShapeError>;
    /// [`Operands::indices`].
    fn indices(&self, number: usize) -> Option<Indices<'_>>;
}

impl<X: Operands> Layouts for X {
    fn each(&self, visit: &mut dyn Visit) -> Result<(), ShapeError> {
        self.visit(0, visit)
    }

    fn indices(&self, number: usize) -> Option<Indices<'_>> {
        Operands::indices(self, number)
    }
}

impl Operands for () {
    const LEN: usize = 0;
    const IN_PLACE: bool = false;
    type Family = Neutral;
    type Args = ();

    #[inline(always)]
    fn pointers(&self, _: &[u8], _: &[isize]) {}

    #[inline(always)]
    fn firsts(&self) {}

    #[inline(always)]
    fn visit<V: Visit + ?Sized>(&self, _: usize, _: &mut V) -> Result<(), ShapeError> {
        Ok(())
    }

    #[inline(always)]
    fn axis(&self, _: usize, _: usize) -> (usize, isize) {
        (1, 0)
    }

    #[inline(always)]
    fn are_alike(&self, _: &[usize], _: &[isize]) -> bool {
        true
    }

    #[inline(always)]
    fn first_extents(&self, extents: &mut [usize]) -> bool {
        extents.is_empty()
    }

    #[inline(always)]
    fn has_axes(&self, _: usize) -> bool {
        false
    }

    fn sizes(&self, _: &mut Vec<usize>) {}

    fn indices(&self, _: usize) -> Option<Indices<'_>> {
        None
    }

    #[inline(always)]
    fn in_place_of(&self, _: &[*const ()]) -> bool {
        true
    }
}

impl<X: Item, Rest: Operands> Operands for (X, Rest) {
    const LEN: usize = 1 + Rest::LEN;
    const IN_PLACE: bool = X::IN_PLACE || Rest::IN_PLACE;
    type Family = <X::Family as Family>::With<Rest::Family>;
    type Args = (*const X::T, Rest::Args);

    #[inline(always)]
    fn pointers(&self, ids: &[u8], offsets: &[isize]) -> Self::Args {
        (self.0.first().wrapping_offset(offsets[ids[0] as usize]), self.1.pointers(&ids[1..], offsets))
    }

    #[inline(always)]
    fn firsts(&self) -> Self::Args {
        (self.0.first(), self.1.firsts())
    }

    #[inline(always)]
    fn visit<V: Visit + ?Sized>(&self, number: usize, visit: &mut V) -> Result<(), ShapeError> {
        visit.layout(number, self.0.shape().extents().as_ref(), self.0.strides().as_ref())?;
        self.1.visit(number + 1, visit)
    }

    #[inline(always)]
    fn axis(&self, number: usize, axis: usize) -> (usize, isize) {
        if number == 0 {
            (self.0.shape().extents().as_ref()[axis], self.0.strides().as_ref()[axis])
        } else {
            self.1.axis(number - 1, axis)
        }
    }

    #[inline(always)]
    fn are_alike(&self, extents: &[usize], strides: &[isize]) -> bool {
        let own = (self.0.shape().extents(), self.0.strides());
        // By hand: a comparison of slices is a call, which constants do not pass.
        let (own_extents, own_strides) = (own.0.as_ref(), own.1.as_ref());
        let mut alike = own_extents.len() == extents.len() && own_extents.len() == strides.len();
        let mut axis = 0;
        while alike && axis < own_extents.len() {
            alike = own_extents[axis] == extents[axis] && own_strides[axis] == strides[axis];
            axis += 1;
        }
        (X::Shape::RANK == 0 || alike) && self.1.are_alike(extents, strides)
    }

    #[inline(always)]
    fn first_extents(&self, extents: &mut [usize]) -> bool {
        if X::Shape::RANK == extents.len() {
            extents.copy_from_slice(self.0.shape().extents().as_ref());
            return true;
        }
        self.1.first_extents(extents)
    }

    #[inline(always)]
    fn has_axes(&self, number: usize) -> bool {
        if number == 0 { X::Shape::RANK != 0 } else { self.1.has_axes(number - 1) }
    }

    fn sizes(&self, sizes: &mut Vec<usize>) {
        sizes.push(size_of::<X::T>());
        self.1.sizes(sizes);
    }

    fn indices(&self, number: usize) -> Option<Indices<'_>> {
        if number == 0 { self.0.indices() } else { self.1.indices(number - 1) }
    }

    #[inline(always)]
    fn in_place_of(&self, targets: &[*const ()]) -> bool {
        self.0.target().is_none_or(|first| targets.contains(&first.cast())) && self.1.in_place_of(targets)
    }
}

/// The extents of a kernel's labels that the types of its operands tell; [`UNKNOWN`] for the others.
pub trait KnownExtents<K, const L: usize>: Operands {
    /// Label to extent.
    const KNOWN: [usize; L];
    /// Whether an operand has an extent that its type does not tell.
    const DYNAMIC: bool;
}

impl<K: Kernel, const L: usize> KnownExtents<K, L> for () {
    const KNOWN: [usize; L] = [UNKNOWN; L];
    const DYNAMIC: bool = false;
}

impl<K: Kernel, X: Item, Rest: KnownExtents<K, L>, const L: usize> KnownExtents<K, L> for (X, Rest) {
    const KNOWN: [usize; L] = {
        let number = K::SPEC.operands.len() - Self::LEN;
        with_known(Rest::KNOWN, &K::SPEC, number, X::Shape::STATIC)
    };
    const DYNAMIC: bool = Rest::DYNAMIC || any_unknown(X::Shape::STATIC);
}

const fn any_unknown(extents: &[Option<usize>]) -> bool {
    let mut axis = 0;
    while axis < extents.len() {
        if extents[axis].is_none() {
            return true;
        }
        axis += 1;
    }
    false
}

/// `table` with what the type of one operand tells.
const fn with_known<const L: usize>(
    mut table: [usize; L],
    spec: &Spec,
    operand: usize,
    extents: &[Option<usize>],
) -> [usize; L] {
    let mut axis = 0;
    while axis < extents.len() {
        let label = spec.operands[operand].at(axis, extents.len(), spec.labels.len());
        if let (Some(extent), true) = (extents[axis], label != FIXED && label != GATHERED) {
            let known = &mut table[label as usize];
            // A stretched 1 says nothing about the label.
            if *known == UNKNOWN || *known == 1 {
                *known = extent;
            }
        }
        axis += 1;
    }
    table
}

/// What a result is.
pub trait Family {
    /// The family of results over operands of this and another family.
    type With<Other: Family>: Family;
    /// The family of results over operands of this family and nested arrays.
    type WithPlain: Family;
    /// The result.
    type Result<T: Copy, S: Shape>;
    /// The result.
    fn finish<T: Copy, S: Shape>(array: Array<T, S>) -> Self::Result<T, S>;
}

impl Family for Owned {
    type With<Other: Family> = Owned;
    type WithPlain = Owned;
    type Result<T: Copy, S: Shape> = Array<T, S>;
    #[inline(always)]
    fn finish<T: Copy, S: Shape>(array: Array<T, S>) -> Array<T, S> {
        array
    }
}

impl Family for Plain {
    type With<Other: Family> = Other::WithPlain;
    type WithPlain = Plain;
    type Result<T: Copy, S: Shape> = <S::Store<T> as Store>::Nested<Array<T, S>>;
    #[inline(always)]
    fn finish<T: Copy, S: Shape>(array: Array<T, S>) -> Self::Result<T, S> {
        array.into_nested()
    }
}

impl Family for Neutral {
    type With<Other: Family> = Other;
    type WithPlain = Plain;
    type Result<T: Copy, S: Shape> = S::OrNumber<T, Array<T, S>>;
    #[inline(always)]
    fn finish<T: Copy, S: Shape>(array: Array<T, S>) -> Self::Result<T, S> {
        // Only asked for where the shape has no axes, so that there is one element.
        S::or_number(array, |array| array.as_slice()[0])
    }
}

impl<const L: usize, const N: usize> Resolved<'_, L, N> {
    /// Resolves the labels of `operands`; `fixed` are the indices of fixed axes, in the order of the notation.
    ///
    /// # Errors
    ///
    /// When a label has two extents, or a fixed axis no such index.
    // Inlined, so that the notation's constants and the ranks unroll its loops.
    #[inline(always)]
    pub(super) fn new<K: Kernel, X: KnownExtents<K, L>>(operands: &X, fixed: &[isize]) -> Result<Self, ShapeError> {
        let spec = &K::SPEC;
        let mut found = Resolved { extents: X::KNOWN, axes: [Axes::new(); N], offsets: [0; N], gathers: &[] };
        // What types tell they have also compared.
        if const { X::DYNAMIC } {
            let mut extents = Extents { spec, known: [UNKNOWN; L], first: [0; L], conflict: None };
            operands.visit(0, &mut extents)?;
            if let Some(conflict) = extents.conflict {
                return Err(conflict.into_error(spec, operands));
            }
            found.extents = extents.known;
        }
        let (extents, axes, offsets) = (found.extents, found.axes, found.offsets);
        let mut strides = Strides { spec, extents, fixed, axes, offsets };
        operands.visit(0, &mut strides)?;
        (found.axes, found.offsets) = (strides.axes, strides.offsets);
        Ok(found)
    }

    /// [`Resolved::new`] with extents that are known before; `stretch` may change them before strides are looked at. Compiled once, for
    /// all kernels.
    ///
    /// # Errors
    ///
    /// As for [`Resolved::new`].
    pub(super) fn with(
        spec: &Spec,
        operands: &dyn Layouts,
        fixed: &[isize],
        known: [usize; L],
        stretch: &mut dyn FnMut(&mut [usize]),
    ) -> Result<Self, ShapeError> {
        let mut found = Resolved { extents: known, axes: [Axes::new(); N], offsets: [0; N], gathers: &[] };
        resolve(
            spec,
            operands,
            fixed,
            (&mut found.extents, &mut found.axes, &mut found.offsets),
            &mut [0; L],
            stretch,
        )?;
        Ok(found)
    }
}

fn resolve(
    spec: &Spec,
    operands: &dyn Layouts,
    fixed: &[isize],
    (known, axes, offsets): (&mut [usize], &mut [Axes], &mut [isize]),
    first: &mut [u8],
    stretch: &mut dyn FnMut(&mut [usize]),
) -> Result<(), ShapeError> {
    let mut extents = Extents { spec, known: &mut *known, first, conflict: None };
    operands.each(&mut extents)?;
    if let Some(conflict) = extents.conflict {
        return Err(conflict.into_error(spec, operands));
    }
    stretch(known);
    operands.each(&mut Strides { spec, extents: known, fixed, axes, offsets })
}

/// The first visit: the extent of every label, in arrays where the kernel is known, which then stay in registers, or in slices.
struct Extents<'a, E, F> {
    spec: &'a Spec,
    known: E,
    /// Label to the operand that decided its extent.
    first: F,
    conflict: Option<Conflict>,
}

/// One label with two extents.
#[derive(Clone, Copy)]
struct Conflict {
    label: u8,
    /// The operand that decided the extent, and the extent.
    first: (usize, usize),
    /// The operand with another extent, and that extent.
    second: (usize, usize),
}

impl<E: AsMut<[usize]>, F: AsMut<[u8]>> Visit for Extents<'_, E, F> {
    #[inline(always)]
    fn layout(&mut self, number: usize, extents: &[usize], _: &[isize]) -> Result<(), ShapeError> {
        let subscripts = &self.spec.operands[number];
        for (axis, &extent) in extents.iter().enumerate() {
            let label = subscripts.at(axis, extents.len(), self.spec.labels.len());
            if label == FIXED || label == GATHERED {
                continue;
            }
            let known = &mut self.known.as_mut()[label as usize];
            if *known == extent {
                continue;
            }
            let undecided = *known == UNKNOWN;
            let stretches = self.spec.stretches(label) && !repeated(self.spec, number, axis, extents.len());
            if undecided || (stretches && *known == 1) {
                *known = extent;
                self.first.as_mut()[label as usize] = number as u8;
            } else if !(stretches && extent == 1) && self.conflict.is_none() {
                let first = (self.first.as_mut()[label as usize] as usize, *known);
                self.conflict = Some(Conflict { label, first, second: (number, extent) });
            }
        }
        Ok(())
    }
}

/// Whether the label of `axis` also stands on an earlier axis of the same operand: a diagonal never stretches.
#[inline(always)]
fn repeated(spec: &Spec, number: usize, axis: usize, rank: usize) -> bool {
    let (subscripts, labels) = (&spec.operands[number], spec.labels.len());
    let label = subscripts.at(axis, rank, labels);
    let mut found = false;
    for earlier in 0..axis {
        found |= subscripts.at(earlier, rank, labels) == label;
    }
    found
}

impl Conflict {
    /// "einsum: axis `j` has extent 3 in `a` (shape [2, 3]) but 4 in `b` (shape [4, 5])"
    #[cold]
    fn into_error(self, spec: &Spec, operands: &dyn Layouts) -> ShapeError {
        let axis = spec.label_text(self.label);
        let ((first, extent), (second, other)) = (self.first, self.second);
        let second_text = operand_text(spec, operands, second);
        ShapeError::new(if first == second {
            format!("{}: {axis} has extents {extent} and {other} in {second_text}", spec.name)
        } else {
            let first_text = operand_text(spec, operands, first);
            format!("{}: {axis} has extent {extent} in {first_text} but {other} in {second_text}", spec.name)
        })
    }
}

/// An operand with its shape, for a message.
#[cold]
pub(super) fn operand_text(spec: &Spec, operands: &dyn Layouts, number: usize) -> String {
    struct Shapes(Vec<String>);
    impl Visit for Shapes {
        fn layout(&mut self, _: usize, extents: &[usize], _: &[isize]) -> Result<(), ShapeError> {
            self.0.push(format!("{extents:?}"));
            Ok(())
        }
    }
    let mut shapes = Shapes(Vec::new());
    // `Shapes` does not fail.
    let _ = operands.each(&mut shapes);
    format!("`{}` (shape {})", spec.operands[number].name, shapes.0[number])
}

/// The second visit: strides by label, and what fixed axes add.
struct Strides<'a, E, A, O> {
    spec: &'a Spec,
    extents: E,
    fixed: &'a [isize],
    axes: A,
    offsets: O,
}

impl<E: AsRef<[usize]>, A: AsMut<[Axes]>, O: AsMut<[isize]>> Visit for Strides<'_, E, A, O> {
    #[inline(always)]
    fn layout(&mut self, number: usize, extents: &[usize], strides: &[isize]) -> Result<(), ShapeError> {
        let subscripts = &self.spec.operands[number];
        for (axis, (&extent, &stride)) in extents.iter().zip(strides).enumerate() {
            let label = subscripts.at(axis, extents.len(), self.spec.labels.len());
            if label == FIXED {
                let (index, rest) = self.fixed.split_first().unwrap_or((&0, &[]));
                self.fixed = rest;
                self.offsets.as_mut()[number] += stride * place(self.spec, subscripts, axis, *index, extents)?;
            } else if label != GATHERED {
                let stretched = extent == 1 && self.extents.as_ref()[label as usize] != 1;
                self.axes.as_mut()[number].push(label, if stretched { 0 } else { stride });
            }
        }
        Ok(())
    }
}

/// The place of a fixed index, which counts from the end where it is negative.
#[inline]
pub(super) fn place(
    spec: &Spec,
    subscripts: &Subscripts,
    axis: usize,
    index: isize,
    extents: &[usize],
) -> Result<isize, ShapeError> {
    let extent = extents[axis] as isize;
    let place = if index < 0 { index.wrapping_add(extent) } else { index };
    if (0..extent).contains(&place) {
        return Ok(place);
    }
    Err(ShapeError::new(format!(
        "{}: index {index} is out of bounds for axis {axis} of `{}` (shape {extents:?}), which has extent {extent}",
        spec.name, subscripts.name,
    )))
}

/// Whether the points are few, of extents that are all known when the kernel is compiled; `labels` of them have names.
pub(super) const fn are_few(extents: &[usize], labels: usize) -> bool {
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
