//! Scalar expressions as values: nested zero-sized nodes that a driver evaluates a gang at a time.
//!
//! The macro does not know the element types of its operands, and a closure could not be generic over
//! lanes. So an expansion calls the constructors of this room — `mul(arg::<P0>(..), lit(0.5))` — and rustc infers
//! every element type where the macro is called. `einsum!((p[i, k] - q[j, k]).powi(2) -> [i, j])` becomes
//!
//! ```text
//! Expr<f64, Powi<Sub<Arg<P0>, Arg<P1>>, Lit<i32>>>
//! ```
//!
//! Operands are loaded once per gang into a list (`Loaded`), and nodes read from that list: a node that carried a
//! pointer could not be shared by the optimiser.

mod args;
mod arith;
mod body;
mod compare;
mod convert;
mod math;
mod mixed;

use core::marker::PhantomData;

pub use args::*;
pub use arith::*;
pub use body::*;
pub use compare::*;
pub use convert::*;
pub use math::*;
pub use mixed::*;

use crate::element::Element;
use crate::lanes::{Lanes, Simd};

/// The cost of a function that is no instruction.
pub(crate) const FUNCTION: usize = 50;

/// The larger one, in constants.
pub(crate) const fn wider(a: usize, b: usize) -> usize {
    if a > b { a } else { b }
}

/// The value of an element of type `T`, a gang at a time, on `S`.
pub type GangOf<T, S> = <T as Element>::Gang<S>;

/// A node that can be evaluated over operands `A`.
pub trait Node<A: Args>: Copy {
    /// The type of its value.
    type T: Element;
    /// Bytes of the widest number on the way to its value.
    const WIDEST: usize;
    /// About how many instructions a gang takes, operands aside: what decides how many copies of a loop are worth compiling.
    const COST: usize;

    /// Whether [`Node::uniform`] is its value.
    const UNIFORM: bool = false;
    /// How many operands its value is the product of, scalars aside; `None` where it is anything else than a product.
    const FACTORS: Option<usize> = None;
    /// Whether its value is an operand's element, as it is.
    const IS_OPERAND: bool = false;

    /// Its values at the points of a gang.
    fn eval<S: Simd>(&self, s: S, loaded: &A::Loaded<S>) -> GangOf<Self::T, S>;

    /// `sum` plus its values: of a product rounded once, where the tier has an instruction for it.
    #[inline(always)]
    fn eval_plus<S: Simd>(&self, s: S, loaded: &A::Loaded<S>, sum: GangOf<Self::T, S>) -> GangOf<Self::T, S> {
        Self::T::plus_gang(s, sum, self.eval(s, loaded))
    }

    /// Its value, where that is the same at every point of every kernel: a literal's.
    #[inline(always)]
    fn uniform(&self) -> Option<Self::T> {
        None
    }

    /// Calls `visit` with each part of the product that its value is: see [`Node::FACTORS`].
    fn parts(&self, _: &mut dyn FnMut(Part<Self::T>)) {}
}

/// A part of a product.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Part<T> {
    /// What the pass reads at this place of its list.
    Factor(usize),
    /// A literal, or a scalar from the scope.
    Scalar(T),
}

/// The factors of both sides.
pub(crate) const fn factors_of_both(l: Option<usize>, r: Option<usize>) -> Option<usize> {
    match (l, r) {
        (Some(l), Some(r)) => Some(l + r),
        _ => None,
    }
}

/// A node whose value has type `T`: what the constructors take and give, so that rustc infers the element types.
#[derive(Clone, Copy)]
pub struct Expr<T, N> {
    pub(crate) node: N,
    value: PhantomData<fn() -> T>,
}

impl<T, N> Expr<T, N> {
    #[inline(always)]
    pub(crate) fn new(node: N) -> Self {
        Expr { node, value: PhantomData }
    }
}

/// The first operand of a list.
#[derive(Clone, Copy, Default)]
pub struct Here;

/// The operand after `P`.
#[derive(Clone, Copy)]
pub struct After<P>(PhantomData<P>);

macro_rules! positions {
    ($($(#[$doc:meta])* $name:ident: $P:ty;)*) => { $(
        $(#[$doc])*
        #[allow(clippy::type_complexity)]
        pub const $name: $P = <$P as Position>::AT;
    )* };
}

/// A position in a list of operands.
pub trait Position: Copy {
    /// The position as a value.
    const AT: Self;
}

impl Position for Here {
    const AT: Self = Here;
}

impl<P: Position> Position for After<P> {
    const AT: Self = After(PhantomData);
}

positions! {
    /// Position 0.
    P0: Here;
    /// Position 1.
    P1: After<Here>;
    /// Position 2.
    P2: After<After<Here>>;
    /// Position 3.
    P3: After<After<After<Here>>>;
    /// Position 4.
    P4: After<After<After<After<Here>>>>;
    /// Position 5.
    P5: After<After<After<After<After<Here>>>>>;
    /// Position 6.
    P6: After<After<After<After<After<After<Here>>>>>>;
    /// Position 7.
    P7: After<After<After<After<After<After<After<Here>>>>>>>;
}

/// The position after `_`.
#[inline(always)]
pub fn next<P>(_: P) -> After<P> {
    After(PhantomData)
}

/// The operand at position `P` of the list.
#[derive(Clone, Copy)]
pub struct Arg<P>(PhantomData<P>);

impl<I: Item, Rest: Args> Node<(I, Rest)> for Arg<Here> {
    type T = I::T;
    const WIDEST: usize = I::T::WIDEST;
    const COST: usize = 0;
    const FACTORS: Option<usize> = Some(1);
    const IS_OPERAND: bool = true;

    #[inline(always)]
    fn eval<S: Simd>(&self, _: S, loaded: &(GangOf<I::T, S>, Rest::Loaded<S>)) -> GangOf<I::T, S> {
        loaded.0
    }

    fn parts(&self, visit: &mut dyn FnMut(Part<I::T>)) {
        visit(Part::Factor(0));
    }
}

impl<I: Item, Rest: Args, P: Copy> Node<(I, Rest)> for Arg<After<P>>
where
    Arg<P>: Node<Rest>,
{
    type T = <Arg<P> as Node<Rest>>::T;
    const WIDEST: usize = <Arg<P> as Node<Rest>>::WIDEST;
    const COST: usize = 0;
    const FACTORS: Option<usize> = Some(1);
    const IS_OPERAND: bool = true;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, loaded: &(GangOf<I::T, S>, Rest::Loaded<S>)) -> GangOf<Self::T, S> {
        Arg::<P>(PhantomData).eval(s, &loaded.1)
    }

    fn parts(&self, visit: &mut dyn FnMut(Part<Self::T>)) {
        Arg::<P>(PhantomData).parts(&mut |part| {
            visit(match part {
                Part::Factor(place) => Part::Factor(place + 1),
                scalar => scalar,
            });
        });
    }
}

impl<P> Default for Arg<P> {
    #[inline(always)]
    fn default() -> Self {
        Arg(PhantomData)
    }
}

/// The node that reads the operand at position `P`, whose element type is `T`.
#[inline(always)]
pub(crate) fn arg<P: Copy, T: Copy>() -> Expr<T, Arg<P>> {
    Expr::new(Arg(PhantomData))
}

/// A value that is the same at every point: a literal, or a scalar from the scope.
#[derive(Clone, Copy)]
pub struct Lit<T>(T);

impl<A: Args, T: Element> Node<A> for Lit<T> {
    type T = T;
    const WIDEST: usize = T::WIDEST;
    const COST: usize = 0;
    const UNIFORM: bool = true;
    const FACTORS: Option<usize> = Some(0);

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, _: &A::Loaded<S>) -> T::Gang<S> {
        T::Gang::<S>::splat(s, self.0)
    }

    fn parts(&self, visit: &mut dyn FnMut(Part<T>)) {
        visit(Part::Scalar(self.0));
    }

    #[inline(always)]
    fn uniform(&self) -> Option<T> {
        Some(self.0)
    }
}

/// A literal integer, as a type: an exponent, so that the compiler sees which multiplications a power is.
#[derive(Clone, Copy, Default)]
pub struct Whole<const N: i32>;

impl<A: Args, const N: i32> Node<A> for Whole<N> {
    type T = i32;
    const WIDEST: usize = 4;
    const COST: usize = 0;
    const UNIFORM: bool = true;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, _: &A::Loaded<S>) -> S::I32 {
        S::I32::splat(s, N)
    }

    #[inline(always)]
    fn uniform(&self) -> Option<i32> {
        Some(N)
    }
}

/// A literal integer.
#[inline(always)]
pub fn whole<const N: i32>() -> Expr<i32, Whole<N>> {
    Expr::new(Whole)
}

/// A literal or a scalar from the scope.
#[inline(always)]
pub fn lit<T: Copy>(value: T) -> Expr<T, Lit<T>> {
    Expr::new(Lit(value))
}

/// `{ let x = value; body }`: the value is computed once, and stands first in the list that the body reads from.
#[derive(Clone, Copy)]
pub struct LetNode<V, B>(V, B);

impl<A: Args, V: Node<A>, B: Node<(*const V::T, A)>> Node<A> for LetNode<V, B> {
    type T = B::T;
    const WIDEST: usize = wider(V::WIDEST, B::WIDEST);
    const COST: usize = V::COST + B::COST;

    #[inline(always)]
    fn eval<S: Simd>(&self, s: S, loaded: &A::Loaded<S>) -> GangOf<B::T, S> {
        let value = self.0.eval(s, loaded);
        self.1.eval(s, &(value, *loaded))
    }
}

/// The value of a `let`, read at position `P`.
#[inline(always)]
pub fn bound<P: Copy, T: Copy, N>(_: P, _: &Expr<T, N>) -> Expr<T, Arg<P>> {
    arg()
}

/// `{ let x = value; body }`.
#[inline(always)]
pub fn bind<T, U, V, B>(value: Expr<T, V>, body: Expr<U, B>) -> Expr<U, LetNode<V, B>> {
    Expr::new(LetNode(value.node, body.node))
}
