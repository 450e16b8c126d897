//! Scalar expressions as values: nested zero-sized nodes that a driver evaluates once an element.
//!
//! The macro does not know the element types of its operands, and a closure could not be generic over
//! lanes. So an expansion calls the constructors of this room — `mul(arg::<P0>(..), lit(0.5))` — and rustc infers
//! every element type where the macro is called. `einsum!((p[i, k] - q[j, k]).powi(2) -> [i, j])` becomes
//!
//! ```text
//! Expr<f64, Powi<Sub<Arg<P0>, Arg<P1>>, Lit<i32>>>
//! ```
//!
//! Operands are loaded once per point into a list (`Loaded`), and nodes read from that list: a node that carried a
//! pointer could not be shared by the optimiser.

mod arith;
mod compare;
mod convert;
mod math;

use core::marker::PhantomData;

pub use arith::*;
pub use compare::*;
pub use convert::*;
pub use math::*;

/// Pointers into the operands of a kernel, as a list `(*const A, (*const B, ()))`.
pub trait Args: Copy {
    /// One stride an operand, in elements.
    type Steps: Copy;
    /// One element an operand, as a list `(A, (B, ()))`.
    type Loaded: Copy;

    /// The strides that `next` gives, called once an operand, in order.
    fn steps(next: &mut impl FnMut() -> isize) -> Self::Steps;

    /// Whether every stride is 1.
    fn is_unit(steps: Self::Steps) -> bool;

    /// The pointers `n` steps further.
    ///
    /// # Safety
    ///
    /// The result points into, or one past, each operand's allocation.
    unsafe fn advance(self, steps: Self::Steps, n: isize) -> Self;

    /// The elements `n` steps further.
    ///
    /// # Safety
    ///
    /// Each of them is initialised, and not being written.
    unsafe fn load(self, steps: Self::Steps, n: isize) -> Self::Loaded;
}

impl Args for () {
    type Steps = ();
    type Loaded = ();

    #[inline(always)]
    fn steps(_: &mut impl FnMut() -> isize) {}

    #[inline(always)]
    fn is_unit(_: ()) -> bool {
        true
    }

    #[inline(always)]
    unsafe fn advance(self, _: (), _: isize) {}

    #[inline(always)]
    unsafe fn load(self, _: (), _: isize) {}
}

impl<T: Copy, Rest: Args> Args for (*const T, Rest) {
    type Steps = (isize, Rest::Steps);
    type Loaded = (T, Rest::Loaded);

    #[inline(always)]
    fn steps(next: &mut impl FnMut() -> isize) -> Self::Steps {
        (next(), Rest::steps(next))
    }

    #[inline(always)]
    fn is_unit(steps: Self::Steps) -> bool {
        steps.0 == 1 && Rest::is_unit(steps.1)
    }

    #[inline(always)]
    unsafe fn advance(self, steps: Self::Steps, n: isize) -> Self {
        // SAFETY: the caller's promise, for this operand and for the rest.
        unsafe { (self.0.offset(steps.0 * n), self.1.advance(steps.1, n)) }
    }

    #[inline(always)]
    unsafe fn load(self, steps: Self::Steps, n: isize) -> Self::Loaded {
        // SAFETY: the caller's promise, for this operand and for the rest.
        unsafe { (self.0.offset(steps.0 * n).read(), self.1.load(steps.1, n)) }
    }
}

/// A node that can be evaluated over loaded operands `L`.
pub trait Node<L>: Copy {
    /// The type of its value.
    type T: Copy;

    /// Its value at one point.
    fn eval(&self, loaded: &L) -> Self::T;
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
#[derive(Clone, Copy)]
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

impl<T: Copy, Rest> Node<(T, Rest)> for Arg<Here> {
    type T = T;

    #[inline(always)]
    fn eval(&self, loaded: &(T, Rest)) -> T {
        loaded.0
    }
}

impl<T, Rest, P: Copy> Node<(T, Rest)> for Arg<After<P>>
where
    Arg<P>: Node<Rest>,
{
    type T = <Arg<P> as Node<Rest>>::T;

    #[inline(always)]
    fn eval(&self, loaded: &(T, Rest)) -> Self::T {
        Arg::<P>(PhantomData).eval(&loaded.1)
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

impl<L, T: Copy> Node<L> for Lit<T> {
    type T = T;

    #[inline(always)]
    fn eval(&self, _: &L) -> T {
        self.0
    }
}

/// A literal or a scalar from the scope.
#[inline(always)]
pub fn lit<T: Copy>(value: T) -> Expr<T, Lit<T>> {
    Expr::new(Lit(value))
}
