//! What a pass over the points does with the values of its nodes: it writes them, to one output or several.

use crate::element::Element;
use crate::lanes::{Lanes, Simd};
use crate::nest::Update;

use super::{Args, GangOf, LetNode, Node, wider};

/// Pointers into the outputs of a pass: one, or a pair of such.
pub trait Outs: Copy {
    /// One stride an output, in elements.
    type Steps: Copy;

    /// The strides that `next` gives, called once an output, in order.
    fn steps(next: &mut impl FnMut() -> isize) -> Self::Steps;

    /// Whether every stride is 1.
    fn is_unit(steps: Self::Steps) -> bool;

    /// The pointers `n` steps further.
    ///
    /// # Safety
    ///
    /// The result points into, or one past, each output.
    unsafe fn advance(self, steps: Self::Steps, n: isize) -> Self;

    /// Whether each is a multiple of 64 bytes.
    fn is_aligned(self) -> bool;
}

impl<T> Outs for *mut T {
    type Steps = isize;

    #[inline(always)]
    fn steps(next: &mut impl FnMut() -> isize) -> isize {
        next()
    }

    #[inline(always)]
    fn is_unit(steps: isize) -> bool {
        steps == 1
    }

    #[inline(always)]
    unsafe fn advance(self, steps: isize, n: isize) -> Self {
        // SAFETY: the caller's promise.
        unsafe { self.offset(steps * n) }
    }

    #[inline(always)]
    fn is_aligned(self) -> bool {
        self.addr().is_multiple_of(64)
    }
}

impl<O: Outs, Rest: Outs> Outs for (O, Rest) {
    type Steps = (O::Steps, Rest::Steps);

    #[inline(always)]
    fn steps(next: &mut impl FnMut() -> isize) -> Self::Steps {
        (O::steps(next), Rest::steps(next))
    }

    #[inline(always)]
    fn is_unit(steps: Self::Steps) -> bool {
        O::is_unit(steps.0) && Rest::is_unit(steps.1)
    }

    #[inline(always)]
    unsafe fn advance(self, steps: Self::Steps, n: isize) -> Self {
        // SAFETY: the caller's promise, for each output.
        unsafe { (self.0.advance(steps.0, n), self.1.advance(steps.1, n)) }
    }

    #[inline(always)]
    fn is_aligned(self) -> bool {
        self.0.is_aligned() && self.1.is_aligned()
    }
}

/// The points that one step of a pass stores.
#[derive(Clone, Copy)]
pub struct Points<M> {
    /// Whether they are a whole gang.
    pub whole: bool,
    /// How many they are.
    pub count: usize,
    /// Where only some are wanted: which.
    pub mask: Option<M>,
    /// Past the caches: they are not read soon.
    pub stream: bool,
}

/// What happens at each point: writes, with values bound before them.
pub trait Body<A: Args>: Copy {
    /// The outputs.
    type Outs: Outs;
    /// Bytes of the widest number that takes part.
    const WIDEST: usize;
    /// As [`Node::COST`].
    const COST: usize;
    /// Whether an output's old elements matter.
    const READS: bool;
    /// Bytes that it writes a point.
    const BYTES: usize;

    /// Writes the values at a gang of points, or the first ones of it.
    ///
    /// # Safety
    ///
    /// The outputs are writable at these points, `steps` apart, and readable where an update reads; `1 <= count <= LANES`.
    unsafe fn store<S: Simd>(
        &self,
        s: S,
        loaded: &A::Loaded<S>,
        outs: Self::Outs,
        steps: <Self::Outs as Outs>::Steps,
        points: Points<S::Mask>,
    );
}

/// `out update= value`.
#[derive(Clone, Copy)]
pub struct Write<N, U>(pub(crate) N, pub(crate) U);

impl<A: Args, N: Node<A>, U: Update<N::T>> Body<A> for Write<N, U> {
    type Outs = *mut N::T;
    const WIDEST: usize = wider(N::WIDEST, N::T::WIDEST);
    const COST: usize = N::COST;
    const READS: bool = U::READS;
    const BYTES: usize = size_of::<N::T>();

    #[inline(always)]
    unsafe fn store<S: Simd>(
        &self,
        s: S,
        loaded: &A::Loaded<S>,
        out: *mut N::T,
        stride: isize,
        points: Points<S::Mask>,
    ) {
        let value = self.0.eval(s, loaded);
        // SAFETY: the caller's promise.
        unsafe { store::<N::T, U, S>(s, value, out, stride, points) }
    }
}

/// `out[l * stride] update= value[l]`, for each lane `l` of the points.
///
/// # Safety
///
/// The output is writable there, and readable where the update reads; `1 <= count <= LANES`.
#[inline(always)]
pub(crate) unsafe fn store<T: Element, U: Update<T>, S: Simd>(
    s: S,
    value: T::Gang<S>,
    out: *mut T,
    stride: isize,
    points: Points<S::Mask>,
) {
    let Points { whole, count, mask, stream } = points;
    let reads = U::READS || mask.is_some();
    // SAFETY: the caller's promise. A masked pass writes outputs that exist, so they are readable.
    unsafe {
        if stride == 1 && whole {
            let old = if reads { T::Gang::<S>::load(s, out) } else { value };
            let new = U::apply_gang(s, old, value);
            let new = mask.map_or(new, |mask| T::Gang::<S>::select(mask, new, old));
            if stream { new.stream(out) } else { new.store(out) }
        } else if stride == 1 {
            let old = if reads { T::Gang::<S>::load_first(s, out, count) } else { value };
            let new = U::apply_gang(s, old, value);
            mask.map_or(new, |mask| T::Gang::<S>::select(mask, new, old)).store_first(out, count);
        } else {
            let (values, set) = (value.to_array(), mask.map_or(u16::MAX, |mask| crate::lanes::Mask::to_bits(mask)));
            // The bound is for the compiler: no check is left in the loop.
            for lane in 0..count.min(S::LANES) {
                if set >> lane & 1 == 1 {
                    update::<T, U>(out.offset(lane as isize * stride), crate::lanes::LaneArray::lane(&values, lane));
                }
            }
        }
    }
}

/// `out update= value`.
///
/// # Safety
///
/// The output is writable, and readable where the update reads.
#[inline(always)]
pub(crate) unsafe fn update<T: Copy, U: Update<T>>(out: *mut T, value: T) {
    // SAFETY: the caller's promise.
    unsafe {
        let old = if U::READS { out.read() } else { value };
        out.write(U::apply(old, value));
    }
}

impl<A: Args, B: Body<A>, Rest: Body<A>> Body<A> for (B, Rest) {
    type Outs = (B::Outs, Rest::Outs);
    const WIDEST: usize = wider(B::WIDEST, Rest::WIDEST);
    const COST: usize = B::COST + Rest::COST;
    const READS: bool = B::READS || Rest::READS;
    const BYTES: usize = B::BYTES + Rest::BYTES;

    #[inline(always)]
    unsafe fn store<S: Simd>(
        &self,
        s: S,
        loaded: &A::Loaded<S>,
        outs: Self::Outs,
        steps: <Self::Outs as Outs>::Steps,
        points: Points<S::Mask>,
    ) {
        // SAFETY: the caller's promise, for each output.
        unsafe {
            self.0.store(s, loaded, outs.0, steps.0, points);
            self.1.store(s, loaded, outs.1, steps.1, points);
        }
    }
}

impl<A: Args, V: Node<A>, B: Body<(*const V::T, A)>> Body<A> for LetNode<V, B> {
    type Outs = B::Outs;
    const WIDEST: usize = wider(V::WIDEST, B::WIDEST);
    const COST: usize = V::COST + B::COST;
    const READS: bool = B::READS;
    const BYTES: usize = B::BYTES;

    #[inline(always)]
    unsafe fn store<S: Simd>(
        &self,
        s: S,
        loaded: &A::Loaded<S>,
        outs: Self::Outs,
        steps: <Self::Outs as Outs>::Steps,
        points: Points<S::Mask>,
    ) {
        let value = self.0.eval(s, loaded);
        // SAFETY: the caller's promise.
        unsafe { self.1.store(s, &(value, *loaded), outs, steps, points) }
    }
}

/// Writes where a condition holds.
#[derive(Clone, Copy)]
pub struct Masked<C, B>(pub(crate) C, pub(crate) B);

impl<A: Args, C: Node<A, T = bool>, B: Body<A>> Body<A> for Masked<C, B> {
    type Outs = B::Outs;
    const WIDEST: usize = wider(C::WIDEST, B::WIDEST);
    const COST: usize = C::COST + B::COST + 1;
    const READS: bool = true;
    const BYTES: usize = B::BYTES;

    #[inline(always)]
    unsafe fn store<S: Simd>(
        &self,
        s: S,
        loaded: &A::Loaded<S>,
        outs: Self::Outs,
        steps: <Self::Outs as Outs>::Steps,
        points: Points<S::Mask>,
    ) {
        let mask: GangOf<bool, S> = self.0.eval(s, loaded);
        // SAFETY: the caller's promise.
        unsafe { self.1.store(s, loaded, outs, steps, Points { mask: Some(mask), ..points }) }
    }
}
