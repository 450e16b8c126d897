//! Calls: operands of any shapes, aligned by NumPy's rule, into new results or existing ones.

use core::marker::PhantomData;

use super::Ufunc;
use super::argument::Argument;
use super::body::Fill;
use super::params::{Params, Results, Yield};
use super::stretch::{Align, WithinAll};
use crate::element::Element;
use crate::error::{self, ShapeError};
use crate::expr::{After, Arg, Expr, Here, Masked};
use crate::kernel::{
    ELLIPSIS, Family, Finished, Kernel, List, Outputs, Passes, Program, Read, Reverse, Size, Spec, Subscripts, Target,
    broadcast_into, fresh,
};
use crate::operand::{Neutral, OperandMut};
use crate::shape::Shape;
use crate::view::ViewMut;

/// Operands that a ufunc can be called on.
#[diagnostic::on_unimplemented(message = "`{F}` cannot be called on operands `{Self}`", label = "wrong operands")]
pub trait Call<F, P>: Sized {
    /// What comes out.
    type Result;
    /// The call.
    ///
    /// # Errors
    ///
    /// When extents that are known at run time do not stretch to each other, or the result would be too large.
    fn run(self) -> Result<Self::Result, ShapeError>;
}

/// Operands `Self` of a ufunc whose results go to targets `D`.
#[diagnostic::on_unimplemented(
    message = "the results of `{F}` over operands `{Self}` cannot be written to `{D}`",
    label = "wrong operands or targets"
)]
pub trait CallInto<F, P, D>: Sized {
    /// The call.
    ///
    /// # Errors
    ///
    /// When extents that are known at run time do not stretch to the targets'.
    fn run_into(self, targets: D) -> Result<(), ShapeError>;
    /// The call where a mask is set.
    ///
    /// # Errors
    ///
    /// As for [`CallInto::run_into`].
    fn run_masked<M: Argument<bool>>(self, targets: D, mask: M) -> Result<(), ShapeError>;
}

/// A call.
///
/// # Panics
///
/// Panics where [`Call::run`] fails.
#[inline(always)]
#[track_caller]
pub fn call<F, P, X: Call<F, P>>(args: X) -> X::Result {
    error::expect(args.run())
}

/// A call into existing targets.
///
/// # Panics
///
/// Panics where [`CallInto::run_into`] fails.
#[inline(always)]
#[track_caller]
pub fn call_into<F, P, D, X: CallInto<F, P, D>>(targets: D, args: X) {
    error::expect(args.run_into(targets));
}

/// A call into existing targets, where a mask is set.
///
/// # Panics
///
/// Panics where [`CallInto::run_masked`] fails.
#[inline(always)]
#[track_caller]
pub fn call_masked<F, P, D, M: Argument<bool>, X: CallInto<F, P, D>>(targets: D, mask: M, args: X) {
    error::expect(args.run_masked(targets, mask));
}

/// The kernel of a ufunc: its operands, aligned from the right; with `MASK` behind a mask.
pub struct Positional<F, P, const MASK: bool>(PhantomData<(F, P)>);

impl<F, P, const MASK: bool> Clone for Positional<F, P, MASK> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<F, P, const MASK: bool> Copy for Positional<F, P, MASK> {}

/// The extents of a result, from the right.
const LABELS: usize = crate::kernel::ELLIPSIS_SLOTS;

const fn output(name: &'static str) -> Subscripts {
    Subscripts { name, axes: &[ELLIPSIS] }
}

static ONE: [Subscripts; 1] = [output("out")];
static SEVERAL: [Subscripts; 6] =
    [output("out.0"), output("out.1"), output("out.2"), output("out.3"), output("out.4"), output("out.5")];
static READS: [Read; 9] = [
    Read::Operand(0),
    Read::Operand(1),
    Read::Operand(2),
    Read::Operand(3),
    Read::Operand(4),
    Read::Operand(5),
    Read::Operand(6),
    Read::Operand(7),
    Read::Operand(8),
];

/// The operands, with the mask or without.
const fn params<F: Ufunc<P>, P: Params>(mask: bool) -> &'static [Subscripts] {
    if mask { F::PARAMS } else { F::PARAMS.split_at(1).1 }
}

impl<F: Ufunc<P>, P: Params, const MASK: bool> Kernel for Positional<F, P, MASK> {
    const SPEC: Spec = Spec {
        name: F::NAME,
        labels: &[],
        operands: params::<F, P>(MASK),
        output: Self::PROGRAM.outputs[0],
        terms: &[],
        stretch: false,
        gathers: &[],
    };
}

impl<F: Ufunc<P>, P: Params, const MASK: bool> Program for Positional<F, P, MASK> {
    const PROGRAM: Passes = Passes {
        outputs: if F::Out::COUNT == 1 { &ONE } else { SEVERAL.split_at(F::Out::COUNT).0 },
        reductions: &[],
        reads: READS.split_at(params::<F, P>(MASK).len()).0,
        whole: false,
    };
}

macro_rules! outputs {
    ($($count:literal)*) => { $(
        impl<F: Ufunc<P>, P: Params, const MASK: bool> Outputs<$count> for Positional<F, P, MASK> {}
    )* };
}

outputs! { 1 2 3 4 5 6 }

/// The extents of a shape, from the last.
type Backward<S> = <<S as Shape>::List as Reverse<()>>::Reversed;

/// Lists of extents, each from the last: `(A, (B, ()))`.
pub trait Aligned {
    /// The extents that all of them stretch to.
    type Extents;
}

impl Aligned for () {
    type Extents = ();
}

impl<L: Align<Rest::Extents>, Rest: Aligned> Aligned for (L, Rest) {
    type Extents = L::Extents;
}

/// A target that outlives the call: an [`OperandMut`] by `&mut`, or a mutable view. (An array by value would be written and dropped.)
pub trait Place: OperandMut {}

impl<O: OperandMut + ?Sized> Place for &mut O {}

impl<T: Copy, S: Shape> Place for ViewMut<'_, T, S> {}

/// Targets for results `R`: one that outlives the call, or a tuple of such.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot take results of type `{R}`",
    label = "not a target for `{R}`",
    note = "a target is an array, a mutable view, a mutable slice, a vector or a nested array, by `&mut`; several results take a tuple of them"
)]
pub trait Targets<R: Results> {
    /// Their extents, from the last, each as a list.
    type Lists;
    /// How many axes each has, at least.
    const RANK: usize;
    /// The targets as a list.
    type Bound<'a>: crate::kernel::Targets<Outs = R::Outs>
    where
        Self: 'a;
    /// The targets as a list.
    fn bound(&mut self) -> Self::Bound<'_>;
}

impl<T: Element, D: Place<Elem = T>> Targets<T> for D
where
    <D::Shape as Shape>::List: Reverse<()>,
{
    type Lists = (Backward<D::Shape>, ());
    const RANK: usize = D::Shape::RANK;
    type Bound<'a>
        = (Target<'a, T, D::Shape>, ())
    where
        D: 'a;
    #[inline(always)]
    fn bound(&mut self) -> Self::Bound<'_> {
        (self.ndweave_bind_mut(), ())
    }
}

macro_rules! list {
    () => { () };
    ($x:ty $(, $rest:ty)*) => { ($x, list!($($rest),*)) };
}

macro_rules! list_of {
    () => { () };
    ($x:expr $(, $rest:expr)*) => { ($x, list_of!($($rest),*)) };
}

/// The least of some numbers.
const fn least(numbers: &[usize]) -> usize {
    let mut least = usize::MAX;
    let mut place = 0;
    while place < numbers.len() {
        least = if numbers[place] < least { numbers[place] } else { least };
        place += 1;
    }
    least
}

macro_rules! targets {
    ($(($($T:ident $D:ident $i:tt)*))*) => { $(
        impl<$($T: Element, $D: Place<Elem = $T>),*> Targets<($($T,)*)> for ($($D,)*)
        where
            $(<$D::Shape as Shape>::List: Reverse<()>,)*
        {
            type Lists = list!($(Backward<$D::Shape>),*);
            const RANK: usize = least(&[$($D::Shape::RANK),*]);
            type Bound<'a> = list!($(Target<'a, $T, $D::Shape>),*) where $($D: 'a),*;
            #[inline(always)]
            fn bound(&mut self) -> Self::Bound<'_> {
                list_of!($(self.$i.ndweave_bind_mut()),*)
            }
        }
    )* };
}

targets! {
    (A N 0 B M 1)
    (A N 0 B M 1 C O 2)
    (A N 0 B M 1 C O 2 D Q 3)
    (A N 0 B M 1 C O 2 D Q 3 E R 4)
    (A N 0 B M 1 C O 2 D Q 3 E R 4 F U 5)
}

/// A mask with more axes than a target.
#[cold]
#[inline(never)]
fn mask_beyond(name: &str, mask: usize, target: usize) -> ShapeError {
    ShapeError::new(format!("{name}: the mask has {mask} axes, but a target only {target}"))
}

/// The family of results over operands of families.
macro_rules! family {
    () => { Neutral };
    ($F:ty $(, $rest:ty)*) => { <$F as Family>::With<family!($($rest),*)> };
}

type P0 = Arg<Here>;
type P1 = Arg<After<Here>>;
type P2 = Arg<After<After<Here>>>;
type P3 = Arg<After<After<After<Here>>>>;
type P4 = Arg<After<After<After<After<Here>>>>>;
type P5 = Arg<After<After<After<After<After<Here>>>>>>;
type P6 = Arg<After<After<After<After<After<After<Here>>>>>>>;
type P7 = Arg<After<After<After<After<After<After<After<Here>>>>>>>>;
type P8 = Arg<After<After<After<After<After<After<After<After<Here>>>>>>>>>;

macro_rules! calls {
    ($($count:literal $and_mask:literal ($($A:ident $X:ident $N:ident $M:ident $i:tt)*))*) => { $(
        impl<Fn: Ufunc<($($A,)*)>, $($A: Element),*> Size<LABELS, $count> for Positional<Fn, ($($A,)*), false> {}
        impl<Fn: Ufunc<($($A,)*)>, $($A: Element),*> Size<LABELS, $and_mask> for Positional<Fn, ($($A,)*), true> {}

        impl<Fn, L, Sh, $($A: Element, $X: Argument<$A>),*> Call<Fn, ($($A,)*)> for ($($X,)*)
        where
            Fn: Ufunc<($($A,)*)>,
            $(<$X::Shape as Shape>::List: Reverse<()>,)*
            list!($(Backward<$X::Shape>),*): Aligned<Extents = L>,
            L: Reverse<()>,
            List<L::Reversed>: Finished<Shape = Sh>,
            Sh: Yield,
        {
            type Result = <Fn::Out as Results>::Made<Sh, family!($($X::Family),*)>;

            #[inline(always)]
            fn run(self) -> Result<Self::Result, ShapeError> {
                let rooms = if const { Sh::RANK == 0 } {
                    // SAFETY: no operand has an axis, so each is one element.
                    let args = unsafe { ($(self.$i.bound().only(),)*) };
                    let mut rooms = <Fn::Out as Results>::rooms(Sh::from_extents(&[]).expect("a shape of rank 0"))?;
                    let outs = <Fn::Out as Results>::pointers(&mut rooms);
                    // SAFETY: a room has one element.
                    unsafe { Fn::scalar(args).write(outs) };
                    rooms
                } else {
                    let operands = list_of!($(self.$i.bound()),*);
                    let body = Expr::<(), _>::new(Fill::<Fn, ($($A,)*), _>::new(($($N::default(),)*)));
                    fresh::<Positional<Fn, ($($A,)*), false>, _, Sh, Fn::Out, _, _, LABELS, $count>(&operands, &operands, &body)?
                };
                // SAFETY: every element was written.
                Ok(unsafe { <Fn::Out as Results>::made(rooms) })
            }
        }

        impl<Fn, Ds, $($A: Element, $X: Argument<$A>),*> CallInto<Fn, ($($A,)*), Ds> for ($($X,)*)
        where
            Fn: Ufunc<($($A,)*)>,
            Ds: Targets<Fn::Out>,
            $(<$X::Shape as Shape>::List: Reverse<()>,)*
            $(Backward<$X::Shape>: WithinAll<Ds::Lists>,)*
        {
            #[inline(always)]
            fn run_into(self, mut targets: Ds) -> Result<(), ShapeError> {
                let operands = list_of!($(self.$i.bound()),*);
                let body = Expr::<(), _>::new(Fill::<Fn, ($($A,)*), _>::new(($($N::default(),)*)));
                let kernel = Positional::<Fn, ($($A,)*), false>(PhantomData);
                broadcast_into::<_, _, _, _, _, _, LABELS, $count, 6>(
                    kernel, operands, &[], &[], targets.bound(), &[], (), operands, body,
                )
            }

            #[inline(always)]
            fn run_masked<Mask: Argument<bool>>(self, mut targets: Ds, mask: Mask) -> Result<(), ShapeError> {
                if const { Mask::Shape::RANK > Ds::RANK } {
                    return Err(mask_beyond(Fn::NAME, Mask::Shape::RANK, Ds::RANK));
                }
                let operands = (mask.bound(), list_of!($(self.$i.bound()),*));
                let fill = Fill::<Fn, ($($A,)*), _>::new(($($M::default(),)*));
                let body = Expr::<(), _>::new(Masked(P0::default(), fill));
                let kernel = Positional::<Fn, ($($A,)*), true>(PhantomData);
                broadcast_into::<_, _, _, _, _, _, LABELS, $and_mask, 6>(
                    kernel, operands, &[], &[], targets.bound(), &[], (), operands, body,
                )
            }
        }
    )* };
}

calls! {
    1 2 (A X P0 P1 0)
    2 3 (A X P0 P1 0 B Y P1 P2 1)
    3 4 (A X P0 P1 0 B Y P1 P2 1 C Z P2 P3 2)
    4 5 (A X P0 P1 0 B Y P1 P2 1 C Z P2 P3 2 D U P3 P4 3)
    5 6 (A X P0 P1 0 B Y P1 P2 1 C Z P2 P3 2 D U P3 P4 3 E V P4 P5 4)
    6 7 (A X P0 P1 0 B Y P1 P2 1 C Z P2 P3 2 D U P3 P4 3 E V P4 P5 4 F W P5 P6 5)
    7 8 (A X P0 P1 0 B Y P1 P2 1 C Z P2 P3 2 D U P3 P4 3 E V P4 P5 4 F W P5 P6 5 G Q P6 P7 6)
    8 9 (A X P0 P1 0 B Y P1 P2 1 C Z P2 P3 2 D U P3 P4 3 E V P4 P5 4 F W P5 P6 5 G Q P6 P7 6 H R P7 P8 7)
}
