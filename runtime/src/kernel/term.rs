//! Terms: what a kernel sums, and how each meets the output.

use core::marker::PhantomData;

use super::bound::{Num, ProductWith, Target};
use super::explain::{TermKind, TermKinds};
use super::gather;
use super::matrices::{self, Matrices};
use super::resolve::{Item, KnownExtents, Operands, Resolved, UNKNOWN};
use super::spec::{ELLIPSIS, Kernel, MAX_LABELS, Spec};
use crate::contract::{
    AnyFactor, Dim, Factor, Known, Meets, MixedProduct, Needs, Path, inner_product, loops, matrix_product, needs, plan,
    product as contract, sum,
};
use crate::element::Element;
use crate::error::ShapeError;
use crate::expr::{Expr, Node, Write};
use crate::nest::{self, Add, Axes, LabelSet, Link, Linked, Set, SetNegated, Subtract, Update};
use crate::storage::Store;

/// A product of operands, times a scalar: term number `TERM` of its kernel.
#[derive(Clone, Copy)]
pub struct Product<T, X, const TERM: usize> {
    factors: X,
    scale: Option<T>,
}

/// Any other scalar expression: term number `TERM` of its kernel.
#[derive(Clone, Copy)]
pub struct General<T, X, N, const TERM: usize> {
    operands: X,
    expr: Expr<T, N>,
}

/// The product of a list of operands.
#[inline(always)]
pub fn product<const TERM: usize, X: FactorList>(_: Num<TERM>, factors: X) -> Product<X::T, X, TERM> {
    Product { factors, scale: None }
}

/// A product and one more scalar factor.
pub struct Scaling<T, A, X, const TERM: usize> {
    product: Product<T, X, TERM>,
    scalar: A,
}

/// A product times a scalar, whose type should be that of the elements.
#[inline(always)]
pub fn scale<T, A, X, const TERM: usize>(product: Product<T, X, TERM>, scalar: A) -> Scaling<T, A, X, TERM> {
    Scaling { product, scalar }
}

impl<T: Element, X, const TERM: usize> Scaling<T, T, X, TERM> {
    #[inline(always)]
    pub(super) fn apply(self) -> Product<T, X, TERM> {
        let Scaling { product: Product { factors, scale }, scalar } = self;
        Product { factors, scale: Some(scale.map_or(scalar, |scale| scale.times(scalar))) }
    }
}

/// A scalar expression over a list of operands.
#[inline(always)]
pub fn general<const TERM: usize, T, X, N>(_: Num<TERM>, operands: X, expr: Expr<T, N>) -> General<T, X, N, TERM> {
    General { operands, expr }
}

/// Operands whose elements have products.
pub trait FactorList: Operands {
    /// The elements of the product.
    type T: Element;
    /// Whether some are the real numbers to the others' complex ones.
    const MIXED: bool;
    /// Calls `push` with the address of every operand's first element, in order, and the bytes of an element.
    #[doc(hidden)]
    fn each(&self, push: &mut impl FnMut(*const u8, usize));
}

impl<X: Item> FactorList for (X, ()) {
    type T = X::T;
    const MIXED: bool = false;

    #[inline(always)]
    fn each(&self, push: &mut impl FnMut(*const u8, usize)) {
        push(self.0.first().cast(), size_of::<X::T>());
    }
}

impl<X: Item, Y, Rest> FactorList for (X, (Y, Rest))
where
    (Y, Rest): FactorList,
    X::T: ProductWith<<(Y, Rest) as FactorList>::T>,
    (X, (Y, Rest)): Operands,
{
    type T = <X::T as ProductWith<<(Y, Rest) as FactorList>::T>>::Elem;
    const MIXED: bool = <(Y, Rest)>::MIXED || <X::T as ProductWith<<(Y, Rest) as FactorList>::T>>::MIXED;

    #[inline(always)]
    fn each(&self, push: &mut impl FnMut(*const u8, usize)) {
        push(self.0.first().cast(), size_of::<X::T>());
        self.1.each(push);
    }
}

/// One term.
pub trait Term {
    /// The type of its value.
    type T;

    /// `out update= Σ term`, over the labels that the output lacks.
    ///
    /// # Safety
    ///
    /// `resolved` belongs to this term's kernel and operands; `out` with `out_axes` is valid for writes at all
    /// indices of the output's labels, and for reads where `U` reads; nothing else refers to it but operands that
    /// are read where they are written.
    unsafe fn run<K: Kernel, X: KnownExtents<K, L>, U: Update<Self::T>, const L: usize, const N: usize>(
        &self,
        resolved: &Resolved<L, N>,
        out: *mut Self::T,
        out_axes: &Axes,
        update: U,
    ) -> Result<(), ShapeError>;

    /// Whether the term is an expression that can run as one loop over neighbours.
    const FLAT: bool = false;

    /// `out update= term` at `points` neighbours; `few` says that these are few, and their extents constants.
    ///
    /// # Safety
    ///
    /// As for [`run`](Self::run); the operands are all of the kernel's, each with the output's layout, without gaps, or without axes.
    unsafe fn run_flat<U: Update<Self::T>, const FEW: bool>(&self, _points: usize, _out: *mut Self::T, _update: U) {}

    /// Whether the term is a product of operands of one element type, which may be matrices.
    const MATRICES: bool = false;

    /// `out update= term`, of two matrices with these loops over rows, terms and columns; `KNOWN` says that the extents are constants.
    ///
    /// # Safety
    ///
    /// As for [`run`](Self::run), of these loops.
    unsafe fn run_matrices<U: Update<Self::T>, E: Known>(&self, _: [Dim; 3], _out: *mut Self::T, _: U) {}

    /// How the term runs, for [`einsum_path!`](super::explain::EinsumPath).
    fn kind(&self) -> TermKind;

    /// The first term.
    #[inline(always)]
    fn first_plus(self) -> Terms<Self::T, (Plus<Self>, ())>
    where
        Self: Sized,
    {
        Terms { list: (Plus(self), ()), element: PhantomData }
    }

    /// The first term, with a minus sign.
    #[inline(always)]
    fn first_minus(self) -> Terms<Self::T, (Minus<Self>, ())>
    where
        Self: Sized,
    {
        Terms { list: (Minus(self), ()), element: PhantomData }
    }

    /// One more term.
    #[inline(always)]
    fn plus<A, C>(self, terms: Terms<A, C>) -> Joined<A, Self::T, (Plus<Self>, C)>
    where
        Self: Sized,
    {
        Joined { list: (Plus(self), terms.list), elements: PhantomData }
    }

    /// One more term, with a minus sign.
    #[inline(always)]
    fn minus<A, C>(self, terms: Terms<A, C>) -> Joined<A, Self::T, (Minus<Self>, C)>
    where
        Self: Sized,
    {
        Joined { list: (Minus(self), terms.list), elements: PhantomData }
    }
}

/// The order of a product's pairwise steps, where the types tell every extent, or there is only one order.
struct KnownPath<K, X, const L: usize, const TERM: usize>(PhantomData<(K, X)>);

impl<K: Kernel, X: KnownExtents<K, L>, const L: usize, const TERM: usize> KnownPath<K, X, L, TERM> {
    const PATH: Option<Path> = {
        let mut known = true;
        let mut label = 0;
        while label < K::SPEC.labels.len() {
            known &= X::KNOWN[label] != UNKNOWN;
            label += 1;
        }
        // The rank of an ellipsis is not in the notation; such kernels are planned at the call.
        let trivial = K::SPEC.terms[TERM].len() <= 2;
        if trivial || (known && L == K::SPEC.labels.len()) {
            let (sets, output) = label_sets(&K::SPEC, TERM);
            Some(plan(sets.split_at(K::SPEC.terms[TERM].len()).0, output, &X::KNOWN))
        } else {
            None
        }
    };
}

/// The labels of a term's operands, and those of the output.
const fn label_sets(spec: &Spec, term: usize) -> ([LabelSet; MAX_LABELS], LabelSet) {
    let mut sets = [LabelSet::EMPTY; MAX_LABELS];
    let mut i = 0;
    while i < spec.terms[term].len() {
        sets[i] = operand_set(spec, spec.terms[term][i]);
        i += 1;
    }
    (sets, label_set(spec, spec.output.axes))
}

/// What a product needs, as the notation says. The rank of an ellipsis is not in it.
const fn needs_of(spec: &Spec, term: usize) -> Needs {
    let operands = spec.terms[term];
    let mut open = spec.output.has(ELLIPSIS);
    let mut i = 0;
    while i < operands.len() {
        open |= spec.operands[operands[i] as usize].has(ELLIPSIS);
        i += 1;
    }
    if open && operands.len() > 1 {
        return Needs::Steps;
    }
    let (sets, output) = label_sets(spec, term);
    needs(sets.split_at(operands.len()).0, output)
}

/// The labels at which an operand without an ellipsis is read, those of its index arrays included.
const fn operand_set(spec: &Spec, operand: u8) -> LabelSet {
    let mut set = label_set(spec, spec.operands[operand as usize].axes);
    let mut gather = 0;
    while gather < spec.gathers.len() {
        if spec.gathers[gather].operand == operand {
            set = set.or(label_set(spec, spec.operands[spec.gathers[gather].index as usize].axes));
        }
        gather += 1;
    }
    set
}

/// The labels among `axes`, which have no ellipsis.
const fn label_set(spec: &Spec, axes: &[u8]) -> LabelSet {
    let mut set = LabelSet::EMPTY;
    let mut axis = 0;
    while axis < axes.len() {
        if (axes[axis] as usize) < spec.labels.len() {
            set = set.with(axes[axis]);
        }
        axis += 1;
    }
    set
}

impl<T: Element, F: FactorList<T = T>, const TERM: usize> Product<T, F, TERM> {
    /// The product of its two factors, which are matrices that begin so many elements behind the operands.
    ///
    /// # Safety
    ///
    /// As for [`matrix_product`].
    #[inline(always)]
    unsafe fn multiply<U: Update<T>, E: Known>(&self, dims: [Dim; 3], offsets: [isize; 2], out: *mut T, update: U) {
        let (mut firsts, mut len) = ([core::ptr::null::<T>(); 2], 0);
        self.factors.each(&mut |first, _| {
            firsts[len] = first.cast();
            len += 1;
        });
        let [left, right] = [firsts[0].wrapping_offset(offsets[0]), firsts[1].wrapping_offset(offsets[1])];
        // SAFETY: the caller's promise.
        unsafe { matrix_product::<T, U, E>(dims, left, right, self.scale, out, update) }
    }
}

impl<T: Element, F: FactorList<T = T>, const TERM: usize> Term for Product<T, F, TERM> {
    type T = T;

    #[inline]
    unsafe fn run<K: Kernel, X: KnownExtents<K, L>, U: Update<T>, const L: usize, const N: usize>(
        &self,
        resolved: &Resolved<L, N>,
        out: *mut T,
        out_axes: &Axes,
        update: U,
    ) -> Result<(), ShapeError> {
        let ids = K::SPEC.terms[TERM];
        if let Some(run) = const { if F::MIXED { T::RUN_MIXED } else { None } } {
            let (mut factors, mut len) = ([None; N], 0);
            self.factors.each(&mut |first, size| {
                let (id, real) = (ids[len] as usize, size < size_of::<T>());
                let ptr = first.wrapping_offset(resolved.offsets[id] * size as isize);
                factors[len] = Some(AnyFactor { ptr, real, axes: resolved.axes[id] });
                len += 1;
            });
            let factors: Vec<AnyFactor> = factors.into_iter().flatten().collect();
            let (extents, factors, scale) = (&resolved.extents, &*factors, self.scale);
            let meets = Meets::of::<T, U>();
            // SAFETY: the caller's promise; labels and strides were resolved against the operands' own views.
            return unsafe { run(&MixedProduct { extents, factors, scale, out, out_axes, meets }) };
        }
        // Choices by constants that are `bool`, here and below: what is not chosen is then not compiled.
        if const { Matrices::of(&K::SPEC, TERM).is_some() }
            && let Some(matrices) = const { Matrices::of(&K::SPEC, TERM) }
        {
            let dims = matrices.resolved(ids, resolved, out_axes);
            let offsets = [0, 1].map(|factor| resolved.offsets[ids[factor] as usize]);
            // SAFETY: the caller's promise; labels and strides were resolved against the operands' own views.
            unsafe { self.multiply::<U, matrices::Types<K, X, L, TERM>>(dims, offsets, out, update) };
            return Ok(());
        }
        let (mut firsts, mut len) = ([core::ptr::null::<T>(); N], 0);
        self.factors.each(&mut |first, _| {
            firsts[len] = first.cast();
            len += 1;
        });
        if const { matrices::inner(&K::SPEC, TERM).is_some() }
            && let Some(label) = const { matrices::inner(&K::SPEC, TERM) }
        {
            let [left, right] = [0, 1].map(|factor| resolved.axes[ids[factor] as usize].as_ref().strides[0]);
            // SAFETY: the caller's promise: extents and strides are those of the operands.
            let sum = |len| unsafe { inner_product(len, firsts[0], firsts[1]) };
            if left == 1
                && right == 1
                && let Some(sum) = sum(resolved.extents[label as usize])
            {
                let sum = self.scale.map_or(sum, |scale| scale.times(sum));
                // SAFETY: the output is writable, and readable where the update reads.
                unsafe { out.write(U::apply(if U::READS { out.read() } else { sum }, sum)) };
                return Ok(());
            }
        }
        // A term has at most the N operands of its kernel; the array's rest repeats one of them.
        let factors: [Factor<T>; N] = core::array::from_fn(|factor| {
            let id = ids[factor.min(ids.len() - 1)] as usize;
            Factor { ptr: firsts[factor].wrapping_offset(resolved.offsets[id]), axes: resolved.axes[id] }
        });
        // What is gathered is copied first: a product of matrices reads it again and again.
        let (mut factors, mut copies) = (factors, Vec::new());
        if const { K::SPEC.gathers_in(TERM) } {
            for (factor, &id) in factors.iter_mut().zip(ids).filter(|&(_, &id)| K::SPEC.is_gathered(id)) {
                // SAFETY: the caller's promise; the indices are entries of their axes.
                let (copy, axes) = unsafe { gather::copied(&K::SPEC, resolved, id, factor.ptr)? };
                (factor.ptr, factor.axes) = (copy.as_ptr(), axes);
                copies.push(copy);
            }
        }
        if const { matches!(needs_of(&K::SPEC, TERM), Needs::Sum) } {
            // SAFETY: the caller's promise; labels and strides were resolved against the operands' own views.
            unsafe { sum(&resolved.extents, &factors[0], self.scale, out, out_axes, update) };
            return Ok(());
        }
        if const { matches!(needs_of(&K::SPEC, TERM), Needs::Loops) } {
            // SAFETY: as above.
            unsafe { loops(&resolved.extents, &[factors[0], factors[1]], self.scale, out, out_axes, update) };
            return Ok(());
        }
        let factors = &factors[..ids.len()];
        let planned;
        let path = match &KnownPath::<K, X, L, TERM>::PATH {
            Some(path) => path,
            None => {
                let sets: [LabelSet; N] = core::array::from_fn(|factor| match factors.get(factor) {
                    Some(factor) => factor.axes.labels(),
                    None => LabelSet::EMPTY,
                });
                planned = plan(&sets[..ids.len()], out_axes.labels(), &resolved.extents);
                &planned
            }
        };
        // SAFETY: the caller's promise; labels and strides were resolved against the operands' own views.
        unsafe { contract(&resolved.extents, factors, path, self.scale, out, out_axes, update) }
    }

    const MATRICES: bool = !F::MIXED;

    #[inline(always)]
    unsafe fn run_matrices<U: Update<T>, E: Known>(&self, dims: [Dim; 3], out: *mut T, update: U) {
        // SAFETY: the caller's promise.
        unsafe { self.multiply::<U, E>(dims, [0; 2], out, update) }
    }

    fn kind(&self) -> TermKind {
        TermKind::Contraction(core::any::type_name::<T>(), size_of::<T>())
    }
}

/// Whether a term of a kernel sums, as the notation says.
struct Sums<K, const TERM: usize>(PhantomData<K>);

impl<K: Kernel, const TERM: usize> nest::Form for Sums<K, TERM> {
    const SUMS: bool = K::SPEC.sums(TERM);
    const KEEPS: bool = !K::SPEC.output.axes.is_empty();
}

impl<T: Element, F: Operands, E: Node<F::Args, T = T>, const TERM: usize> Term for General<T, F, E, TERM> {
    type T = T;

    #[inline]
    unsafe fn run<K: Kernel, X: KnownExtents<K, L>, U: Update<T>, const L: usize, const N: usize>(
        &self,
        resolved: &Resolved<L, N>,
        out: *mut T,
        out_axes: &Axes,
        update: U,
    ) -> Result<(), ShapeError> {
        let ids = K::SPEC.terms[TERM];
        let mut axes = [Axes::new(); N];
        for (axes, &id) in axes.iter_mut().zip(ids) {
            *axes = resolved.axes[id as usize];
        }
        let args = self.operands.pointers(ids, &resolved.offsets);
        let kernel = &self.expr.node;
        if const { K::SPEC.gathers_in(TERM) } {
            let mut links: Vec<Link> = Vec::new();
            // Each index array is one operand's, so that there is room for all.
            for gathered in resolved.gathers {
                if let Some(place) = ids.iter().position(|&id| id == gathered.operand) {
                    axes[ids.len() + links.len()] = resolved.axes[gathered.index as usize];
                    links.push(gathered.link(place, &resolved.offsets));
                }
            }
            let operands = Linked { axes: &axes[..ids.len() + links.len()], links: &links };
            // SAFETY: the caller's promise, as below; the indices are entries of their axes (`gathers`).
            unsafe {
                nest::run::<Sums<K, TERM>, _, _, _, _>(
                    &resolved.extents,
                    args,
                    &operands,
                    kernel,
                    out,
                    out_axes,
                    update,
                )
            };
            return Ok(());
        }
        // SAFETY: the caller's promise; labels and strides were resolved against the operands' own views.
        unsafe {
            let axes = &axes[..ids.len()];
            nest::run::<Sums<K, TERM>, _, _, _, _>(&resolved.extents, args, &axes, kernel, out, out_axes, update);
        }
        Ok(())
    }

    const FLAT: bool = true;

    #[inline(always)]
    unsafe fn run_flat<U: Update<T>, const FEW: bool>(&self, points: usize, out: *mut T, update: U) {
        let step = |operand| isize::from(self.operands.has_axes(operand));
        // SAFETY: the caller's promise.
        unsafe {
            nest::map_flat::<_, _, FEW>(&Write(self.expr.node, update), self.operands.firsts(), &step, points, out)
        }
    }

    fn kind(&self) -> TermKind {
        TermKind::Nest
    }
}

/// Terms with one element type, as a list whose head is the last: `(Minus<Z>, (Plus<Y>, (Plus<X>, ())))`.
#[derive(Clone, Copy)]
pub struct Terms<T, C> {
    pub(super) list: C,
    element: PhantomData<fn() -> T>,
}

/// `+ term`.
#[derive(Clone, Copy)]
pub struct Plus<X>(X);

/// `- term`.
#[derive(Clone, Copy)]
pub struct Minus<X>(X);

/// Terms with element type `A` and one more of type `B`, which should be the same.
pub struct Joined<A, B, C> {
    list: C,
    elements: PhantomData<fn() -> (A, B)>,
}

impl<T, C> Joined<T, T, C> {
    #[inline(always)]
    pub(super) fn terms(self) -> Terms<T, C> {
        Terms { list: self.list, element: PhantomData }
    }
}

/// Terms of element type `T` on their way to a target whose elements are of type `D`.
pub struct Fit<D, T, C> {
    terms: Terms<T, C>,
    target: PhantomData<fn() -> D>,
}

/// Terms on their way to a target, whose elements should be of the same type.
#[inline(always)]
pub fn fit<D, S: crate::Shape, T, C>(_: &Target<'_, D, S>, terms: Terms<T, C>) -> Fit<D, T, C> {
    Fit { terms, target: PhantomData }
}

/// Elements of a target that a kernel of element type `T` writes. `Known` is the type itself: unknown where they differ.
#[diagnostic::on_unimplemented(
    message = "the output has elements `{Self}`, but the kernel gives `{T}`",
    label = "elements of type `{Self}`",
    note = "convert in the kernel: `x[i] as f32`"
)]
pub trait Fits<T, Known>: Sized {
    /// The list of terms itself: unknown where the types differ.
    type List<C>;
    /// The terms themselves.
    fn fit<C>(fit: Fit<Self, T, C>) -> Terms<Known, Self::List<C>>;
}

#[diagnostic::do_not_recommend]
impl<T> Fits<T, T> for T {
    type List<C> = C;
    #[inline(always)]
    fn fit<C>(fit: Fit<T, T, C>) -> Terms<T, C> {
        fit.terms
    }
}

impl TermKinds for () {
    fn kinds(&self, _: &mut Vec<TermKind>) {}
}

impl<X: Term, C: TermKinds> TermKinds for (Plus<X>, C) {
    fn kinds(&self, kinds: &mut Vec<TermKind>) {
        self.1.kinds(kinds);
        kinds.push(self.0.0.kind());
    }
}

impl<X: Term, C: TermKinds> TermKinds for (Minus<X>, C) {
    fn kinds(&self, kinds: &mut Vec<TermKind>) {
        self.1.kinds(kinds);
        kinds.push(self.0.0.kind());
    }
}

/// `=`: the first term overwrites, the others are added.
#[derive(Clone, Copy)]
pub struct Assign;

/// `+=`.
#[derive(Clone, Copy)]
pub struct Accumulate;

/// `-=`.
#[derive(Clone, Copy)]
pub struct Deduct;

/// How the terms of a kernel meet its output.
#[diagnostic::on_unimplemented(message = "elements `{T}` cannot be subtracted", label = "`-=` needs a difference")]
pub trait Mode<T>: Copy {
    /// The first term's update, where its sign is plus.
    type First: Update<T>;
    /// The update of the terms after it, where their sign is plus.
    type Next: Update<T>;
}

impl<T: Element> Mode<T> for Assign {
    type First = Set;
    type Next = Add;
}

impl<T: Element> Mode<T> for Accumulate {
    type First = Add;
    type Next = Add;
}

#[diagnostic::do_not_recommend]
impl<T: Element + core::ops::Sub<Output = T>> Mode<T> for Deduct {
    type First = Subtract;
    type Next = Subtract;
}

/// An update whose opposite exists for elements of type `T`.
#[diagnostic::on_unimplemented(message = "elements `{T}` have no minus sign", label = "a term with a minus sign")]
pub trait Opposite<T> {
    /// The update with the other sign.
    type Of: Update<T>;
}

#[diagnostic::do_not_recommend]
impl<T: Element + core::ops::Neg<Output = T>> Opposite<T> for Set {
    type Of = SetNegated;
}

#[diagnostic::do_not_recommend]
impl<T: Element + core::ops::Sub<Output = T>> Opposite<T> for Add {
    type Of = Subtract;
}

#[diagnostic::do_not_recommend]
impl<T: Element> Opposite<T> for Subtract {
    type Of = Add;
}

/// The terms of a kernel that meets its output as `M` says.
pub trait TermList<T, M> {
    /// Runs all terms, in order.
    ///
    /// # Safety
    ///
    /// As for [`Term::run`].
    unsafe fn run<K: Kernel, X: KnownExtents<K, L>, const L: usize, const N: usize>(
        &self,
        resolved: &Resolved<L, N>,
        out: *mut T,
        out_axes: &Axes,
    ) -> Result<(), ShapeError>;

    /// Whether there are no terms.
    const NOTHING: bool = false;
    /// Whether there is one term, which can run as one loop over neighbours.
    const FLAT: bool = false;

    /// Whether there is one term, a product of operands of one element type, which may be matrices.
    const MATRICES: bool = false;

    /// [`Term::run_matrices`] of the one term.
    ///
    /// # Safety
    ///
    /// As for [`Term::run_matrices`].
    unsafe fn run_matrices<E: Known>(&self, _dims: [Dim; 3], _out: *mut T) {}

    /// [`Term::run_flat`] of the one term.
    ///
    /// # Safety
    ///
    /// As for [`Term::run_flat`].
    unsafe fn run_flat<const FEW: bool>(&self, _points: usize, _out: *mut T) {}
}

macro_rules! term_lists {
    ($($Sign:ident $Rest:ty, [$($generics:tt)*] => $Update:ty, ($($bound:tt)*);)*) => { $(
        impl<T: Element, M: Mode<T>, Y: Term<T = T> $($generics)*> TermList<T, M> for ($Sign<Y>, $Rest)
        where
            $Rest: TermList<T, M>,
            $($bound)*
        {
            #[inline(always)]
            unsafe fn run<K: Kernel, X: KnownExtents<K, L>, const L: usize, const N: usize>(
                &self,
                resolved: &Resolved<L, N>,
                out: *mut T,
                out_axes: &Axes,
            ) -> Result<(), ShapeError> {
                // SAFETY: the caller's promise. The first term writes all of the output unless it reads it.
                unsafe {
                    self.1.run::<K, X, L, N>(resolved, out, out_axes)?;
                    self.0.0.run::<K, X, _, L, N>(resolved, out, out_axes, <$Update>::default())
                }
            }

            const FLAT: bool = Y::FLAT && <$Rest as TermList<T, M>>::NOTHING;

            const MATRICES: bool = Y::MATRICES && <$Rest as TermList<T, M>>::NOTHING;

            #[inline(always)]
            unsafe fn run_matrices<E: Known>(&self, dims: [Dim; 3], out: *mut T) {
                // SAFETY: the caller's promise.
                unsafe { self.0.0.run_matrices::<_, E>(dims, out, <$Update>::default()) }
            }

            #[inline(always)]
            unsafe fn run_flat<const FEW: bool>(&self, points: usize, out: *mut T) {
                // SAFETY: the caller's promise.
                unsafe { self.0.0.run_flat::<_, FEW>(points, out, <$Update>::default()) }
            }
        }
    )* };
}

impl<T, M> TermList<T, M> for () {
    const NOTHING: bool = true;

    #[inline(always)]
    unsafe fn run<K: Kernel, X: KnownExtents<K, L>, const L: usize, const N: usize>(
        &self,
        _: &Resolved<L, N>,
        _: *mut T,
        _: &Axes,
    ) -> Result<(), ShapeError> {
        Ok(())
    }
}

term_lists! {
    Plus (), [] => M::First, ();
    Plus (Z, R), [, Z, R] => M::Next, ();
    Minus (), [] => <M::First as Opposite<T>>::Of, (M::First: Opposite<T>,);
    Minus (Z, R), [, Z, R] => <M::Next as Opposite<T>>::Of, (M::Next: Opposite<T>,);
}
