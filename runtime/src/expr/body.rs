//! What a pass over the points does with the values of its nodes: it writes them, to one output or several.

use core::any::TypeId;
use core::mem::MaybeUninit;

use crate::element::Element;
use crate::lanes::{Lanes, Simd};
use crate::nest::Update;

use super::{Args, GangOf, Item, LetNode, Node, wider};

/// Pointers into the outputs of a pass: one, or a pair of such.
pub trait Outs: Copy {
    /// One stride an output, in elements.
    type Steps: Copy;
    /// Room for one gang an output.
    type Room<S: Simd>: Copy;

    /// The strides that `next` gives, called once an output, in order.
    fn steps(next: &mut impl FnMut() -> isize) -> Self::Steps;

    /// The pointers `n` steps further.
    ///
    /// # Safety
    ///
    /// The result points into, or one past, each output.
    unsafe fn advance(self, steps: Self::Steps, n: isize) -> Self;

    /// Calls `push` with the address and the bytes of an element of each, in order.
    fn entries(self, push: &mut impl FnMut(*mut u8, usize));

    /// The pointers again.
    ///
    /// # Safety
    ///
    /// As many addresses as there are outputs, of elements of their types.
    unsafe fn from_addresses(addresses: *const *mut u8) -> Self;

    /// How many they are.
    const COUNT: usize;

    /// The type of the elements, if it is one.
    fn only_type() -> Option<TypeId> {
        None
    }

    /// The first `count` elements of each, `steps` apart, or nothing where they are not to be `read`.
    ///
    /// # Safety
    ///
    /// They are initialised where they are read; `1 <= count <= LANES`.
    unsafe fn room<S: Simd>(self, s: S, steps: Self::Steps, count: usize, read: bool) -> Self::Room<S>;

    /// The pointers to some room.
    fn into_room<S: Simd>(room: &mut Self::Room<S>) -> Self;

    /// Writes the first `count` elements of each from the room, `steps` apart.
    ///
    /// # Safety
    ///
    /// The outputs are writable there, and the room has been written.
    unsafe fn write_back<S: Simd>(self, s: S, steps: Self::Steps, count: usize, room: &Self::Room<S>);
}

impl<T: Element> Outs for *mut T {
    type Steps = isize;
    type Room<S: Simd> = MaybeUninit<S::Array<T>>;
    const COUNT: usize = 1;

    fn only_type() -> Option<TypeId> {
        Some(TypeId::of::<T>())
    }

    #[inline(always)]
    fn entries(self, push: &mut impl FnMut(*mut u8, usize)) {
        push(self.cast(), size_of::<T>());
    }

    #[inline(always)]
    unsafe fn from_addresses(addresses: *const *mut u8) -> Self {
        // SAFETY: the caller's promise.
        unsafe { addresses.read() }.cast()
    }

    #[inline(always)]
    fn steps(next: &mut impl FnMut() -> isize) -> isize {
        next()
    }

    #[inline(always)]
    unsafe fn advance(self, steps: isize, n: isize) -> Self {
        // SAFETY: the caller's promise.
        unsafe { self.offset(steps * n) }
    }

    #[inline(always)]
    unsafe fn room<S: Simd>(self, s: S, stride: isize, count: usize, read: bool) -> Self::Room<S> {
        let mut room = MaybeUninit::uninit();
        if read {
            // SAFETY: the caller's promise.
            room.write(unsafe { Item::load_first(self.cast_const(), s, stride, count) }.to_array());
        }
        room
    }

    #[inline(always)]
    fn into_room<S: Simd>(room: &mut Self::Room<S>) -> Self {
        room.as_mut_ptr().cast()
    }

    #[inline(always)]
    unsafe fn write_back<S: Simd>(self, s: S, stride: isize, count: usize, room: &Self::Room<S>) {
        // SAFETY: the caller's promise. The bound is for the compiler: no check is left in the loop.
        unsafe {
            let gang = T::Gang::<S>::load(s, room.as_ptr().cast());
            if stride == 1 {
                gang.store_first(self, count);
            } else {
                for lane in 0..count.min(S::LANES) {
                    self.offset(lane as isize * stride).write(room.as_ptr().cast::<T>().add(lane).read());
                }
            }
        }
    }
}

impl<O: Outs, Rest: Outs> Outs for (O, Rest) {
    type Steps = (O::Steps, Rest::Steps);
    type Room<S: Simd> = (O::Room<S>, Rest::Room<S>);
    const COUNT: usize = O::COUNT + Rest::COUNT;

    #[inline(always)]
    fn entries(self, push: &mut impl FnMut(*mut u8, usize)) {
        self.0.entries(push);
        self.1.entries(push);
    }

    #[inline(always)]
    unsafe fn from_addresses(addresses: *const *mut u8) -> Self {
        // SAFETY: the caller's promise, for each output.
        unsafe { (O::from_addresses(addresses), Rest::from_addresses(addresses.add(O::COUNT))) }
    }

    #[inline(always)]
    fn steps(next: &mut impl FnMut() -> isize) -> Self::Steps {
        (O::steps(next), Rest::steps(next))
    }

    #[inline(always)]
    unsafe fn advance(self, steps: Self::Steps, n: isize) -> Self {
        // SAFETY: the caller's promise, for each output.
        unsafe { (self.0.advance(steps.0, n), self.1.advance(steps.1, n)) }
    }

    #[inline(always)]
    unsafe fn room<S: Simd>(self, s: S, steps: Self::Steps, count: usize, read: bool) -> Self::Room<S> {
        // SAFETY: the caller's promise, for each output.
        unsafe { (self.0.room(s, steps.0, count, read), self.1.room(s, steps.1, count, read)) }
    }

    #[inline(always)]
    fn into_room<S: Simd>(room: &mut Self::Room<S>) -> Self {
        (O::into_room(&mut room.0), Rest::into_room(&mut room.1))
    }

    #[inline(always)]
    unsafe fn write_back<S: Simd>(self, s: S, steps: Self::Steps, count: usize, room: &Self::Room<S>) {
        // SAFETY: the caller's promise, for each output.
        unsafe {
            self.0.write_back(s, steps.0, count, &room.0);
            self.1.write_back(s, steps.1, count, &room.1);
        }
    }
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
    /// Whether it copies an element of an operand, and nothing else.
    const COPIES: bool = false;

    /// Writes the values at a gang of points to neighbours, only where the `mask` says if there is one.
    ///
    /// # Safety
    ///
    /// The outputs are writable there, and readable where an update reads.
    unsafe fn store<S: Simd>(&self, s: S, loaded: &A::Loaded<S>, outs: Self::Outs, mask: Option<S::Mask>);

    /// Whether [`Body::stream`] writes past the caches.
    const STREAMS: bool = false;

    /// Writes the values at a gang of points to neighbours past the caches.
    ///
    /// # Safety
    ///
    /// The outputs are writable there, and at multiples of 64 bytes, or of a gang of fewer.
    #[inline(always)]
    unsafe fn stream<S: Simd>(&self, s: S, loaded: &A::Loaded<S>, outs: Self::Outs) {
        // SAFETY: the caller's promise.
        unsafe { self.store(s, loaded, outs, None) }
    }
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
    const COPIES: bool = N::IS_OPERAND && !U::READS && !U::NEGATES;

    #[inline(always)]
    unsafe fn store<S: Simd>(&self, s: S, loaded: &A::Loaded<S>, out: *mut N::T, mask: Option<S::Mask>) {
        let value = self.0.eval(s, loaded);
        // SAFETY: the caller's promise. A masked pass writes outputs that exist, so they are readable.
        unsafe {
            let old = if U::READS || mask.is_some() { GangOf::<N::T, S>::load(s, out) } else { value };
            let mut new = U::apply_gang(s, old, value);
            if let Some(mask) = mask {
                new = GangOf::<N::T, S>::select(mask, new, old);
            }
            new.store(out);
        }
    }

    const STREAMS: bool = !U::READS;

    #[inline(always)]
    unsafe fn stream<S: Simd>(&self, s: S, loaded: &A::Loaded<S>, out: *mut N::T) {
        let value = self.0.eval(s, loaded);
        // SAFETY: the caller's promise.
        unsafe { U::apply_gang(s, value, value).stream(out) }
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
    unsafe fn store<S: Simd>(&self, s: S, loaded: &A::Loaded<S>, outs: Self::Outs, mask: Option<S::Mask>) {
        // SAFETY: the caller's promise, for each output.
        unsafe {
            self.0.store(s, loaded, outs.0, mask);
            self.1.store(s, loaded, outs.1, mask);
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
    unsafe fn store<S: Simd>(&self, s: S, loaded: &A::Loaded<S>, outs: Self::Outs, mask: Option<S::Mask>) {
        let value = self.0.eval(s, loaded);
        // SAFETY: the caller's promise.
        unsafe { self.1.store(s, &(value, *loaded), outs, mask) }
    }

    const STREAMS: bool = B::STREAMS;

    #[inline(always)]
    unsafe fn stream<S: Simd>(&self, s: S, loaded: &A::Loaded<S>, outs: Self::Outs) {
        let value = self.0.eval(s, loaded);
        // SAFETY: the caller's promise.
        unsafe { self.1.stream(s, &(value, *loaded), outs) }
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
    unsafe fn store<S: Simd>(&self, s: S, loaded: &A::Loaded<S>, outs: Self::Outs, _: Option<S::Mask>) {
        let mask: GangOf<bool, S> = self.0.eval(s, loaded);
        // SAFETY: the caller's promise.
        unsafe { self.1.store(s, loaded, outs, Some(mask)) }
    }
}
