//! What the nodes of a kernel read, as a list that a driver steps along: pointers into operands, values, and running numbers.

use core::mem::MaybeUninit;

use crate::element::Element;
use crate::lanes::{LaneArray, Lanes, Simd};

use super::{GangOf, wider};

/// An entry without its type: what loops around a kernel move.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The address of an element or a value, or a number.
    pub at: *const u8,
    /// Bytes of an element in memory; 0 for what is not stepped along there.
    pub size: usize,
    /// What it is.
    pub kind: Kind,
}

/// What an entry is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Elements in memory.
    Memory,
    /// One value.
    Value,
    /// A running number.
    Number,
}

impl Entry {
    /// The entry `n` strides further.
    #[inline(always)]
    pub fn moved(self, stride: isize, n: isize) -> Self {
        let at = match self.kind {
            Kind::Memory => self.at.wrapping_offset(stride * n * self.size as isize),
            Kind::Value => self.at,
            Kind::Number => core::ptr::without_provenance(self.at.addr().wrapping_add_signed(stride.wrapping_mul(n))),
        };
        Entry { at, ..self }
    }
}

/// An entry at the first point of a loop over gangs, and its stride: 0 or 1 for elements in memory.
#[derive(Clone, Copy)]
pub struct Slot {
    /// As [`Entry::at`].
    pub at: *const u8,
    /// The stride from point to point.
    pub step: isize,
}

/// One entry of the list: it gives one element a point.
pub trait Item: Copy {
    /// The type of the elements.
    type T: Element;
    /// Whether all elements are one, whatever the strides say.
    const IS_UNIFORM: bool = false;

    /// The entry `n` elements further.
    ///
    /// # Safety
    ///
    /// That is a point of the kernel, or one past the last.
    unsafe fn offset(self, n: isize) -> Self;

    /// A gang of neighbours, or of one element where the stride is 0; running numbers may have any stride.
    ///
    /// # Safety
    ///
    /// Each of them is initialised, and not being written.
    unsafe fn load<S: Simd>(self, s: S, stride: isize) -> GangOf<Self::T, S>;

    /// [`Item::load`] of the first `count` elements, in the first lanes; the others repeat some of those, or are zero.
    ///
    /// # Safety
    ///
    /// Each of them is initialised, and not being written; `1 <= count <= LANES`.
    unsafe fn load_first<S: Simd>(self, s: S, stride: isize, count: usize) -> GangOf<Self::T, S>;

    /// As [`Item::load_first`], but the others repeat the last of them: points of the kernel are in all lanes.
    ///
    /// # Safety
    ///
    /// As for [`Item::load_first`].
    #[inline(always)]
    unsafe fn load_points<S: Simd>(self, s: S, stride: isize, count: usize) -> GangOf<Self::T, S> {
        // SAFETY: the caller's promise.
        unsafe { self.load_first(s, stride, count) }
    }

    /// A gang of neighbours from here on; running numbers have their stride, which is 0 or 1.
    ///
    /// # Safety
    ///
    /// As for [`Item::load`], with stride 1.
    unsafe fn load_near<S: Simd>(self, s: S, stride: isize) -> GangOf<Self::T, S>;

    /// The value of an entry of stride 0 in all lanes, where it is in memory.
    ///
    /// # Safety
    ///
    /// It is initialised, and not being written.
    #[inline(always)]
    unsafe fn splat<S: Simd>(self, _: S) -> Option<GangOf<Self::T, S>> {
        None
    }

    /// The entry, in memory there where it is in memory.
    #[inline(always)]
    fn moved(self, _: *const Self::T) -> Self {
        self
    }

    /// The entry without its type.
    fn entry(&self) -> Entry;

    /// The entry with its type again.
    ///
    /// # Safety
    ///
    /// The slot is one of an [`Item::entry`] of this type, moved by offsets and copies only.
    unsafe fn from_slot(slot: &Slot) -> Self;
}

impl<T: Element> Item for *const T {
    type T = T;

    #[inline(always)]
    unsafe fn offset(self, n: isize) -> Self {
        // SAFETY: the caller's promise.
        unsafe { self.offset(n) }
    }

    #[inline(always)]
    unsafe fn load<S: Simd>(self, s: S, stride: isize) -> T::Gang<S> {
        // SAFETY: the caller's promise.
        unsafe { if stride == 0 { T::Gang::<S>::splat(s, self.read()) } else { T::Gang::<S>::load(s, self) } }
    }

    #[inline(always)]
    unsafe fn load_first<S: Simd>(self, s: S, stride: isize, count: usize) -> T::Gang<S> {
        // SAFETY: the caller's promise.
        unsafe {
            if stride == 0 { T::Gang::<S>::splat(s, self.read()) } else { T::Gang::<S>::load_first(s, self, count) }
        }
    }

    #[inline(always)]
    unsafe fn load_points<S: Simd>(self, s: S, stride: isize, count: usize) -> T::Gang<S> {
        // SAFETY: the caller's promise.
        let lane = |lane: usize| unsafe { self.offset(stride * lane.min(count - 1) as isize).read() };
        T::Gang::<S>::from_array(s, LaneArray::from_fn(lane))
    }

    #[inline(always)]
    unsafe fn load_near<S: Simd>(self, s: S, _: isize) -> T::Gang<S> {
        // SAFETY: the caller's promise.
        unsafe { T::Gang::<S>::load(s, self) }
    }

    #[inline(always)]
    unsafe fn splat<S: Simd>(self, s: S) -> Option<T::Gang<S>> {
        // SAFETY: the caller's promise.
        Some(T::Gang::<S>::splat(s, unsafe { self.read() }))
    }

    #[inline(always)]
    fn moved(self, to: *const T) -> Self {
        to
    }

    #[inline(always)]
    fn entry(&self) -> Entry {
        Entry { at: self.cast(), size: size_of::<T>(), kind: Kind::Memory }
    }

    #[inline(always)]
    unsafe fn from_slot(slot: &Slot) -> Self {
        slot.at.cast()
    }
}

/// One value for all points: a scalar operand.
#[derive(Clone, Copy)]
pub struct Uniform<T>(pub T);

impl<T: Element> Item for Uniform<T> {
    type T = T;
    const IS_UNIFORM: bool = true;

    #[inline(always)]
    unsafe fn offset(self, _: isize) -> Self {
        self
    }

    #[inline(always)]
    unsafe fn load<S: Simd>(self, s: S, _: isize) -> T::Gang<S> {
        T::Gang::<S>::splat(s, self.0)
    }

    #[inline(always)]
    unsafe fn load_first<S: Simd>(self, s: S, _: isize, _: usize) -> T::Gang<S> {
        T::Gang::<S>::splat(s, self.0)
    }

    #[inline(always)]
    unsafe fn load_near<S: Simd>(self, s: S, _: isize) -> T::Gang<S> {
        T::Gang::<S>::splat(s, self.0)
    }

    #[inline(always)]
    fn entry(&self) -> Entry {
        Entry { at: (&raw const self.0).cast(), size: 0, kind: Kind::Value }
    }

    #[inline(always)]
    unsafe fn from_slot(slot: &Slot) -> Self {
        // SAFETY: the value that the entry was made of: the caller's promise.
        Uniform(unsafe { slot.at.cast::<T>().read() })
    }
}

/// A number that grows by its stride from point to point: the value of a label.
#[derive(Clone, Copy)]
pub struct Number(pub usize);

impl Item for Number {
    type T = usize;

    #[inline(always)]
    unsafe fn offset(self, n: isize) -> Self {
        Number(self.0.wrapping_add_signed(n))
    }

    #[inline(always)]
    unsafe fn load<S: Simd>(self, s: S, stride: isize) -> GangOf<usize, S> {
        let splat = |x| GangOf::<usize, S>::splat(s, x);
        match stride {
            0 => splat(self.0),
            1 => usize::plus_gang(s, splat(self.0), GangOf::<usize, S>::from_array(s, LaneArray::from_fn(|lane| lane))),
            stride => {
                let lane = |lane: usize| self.0.wrapping_add_signed(stride.wrapping_mul(lane as isize));
                GangOf::<usize, S>::from_array(s, LaneArray::from_fn(lane))
            }
        }
    }

    #[inline(always)]
    unsafe fn load_first<S: Simd>(self, s: S, stride: isize, _: usize) -> GangOf<usize, S> {
        // SAFETY: nothing is read.
        unsafe { self.load(s, stride) }
    }

    #[inline(always)]
    unsafe fn load_near<S: Simd>(self, s: S, stride: isize) -> GangOf<usize, S> {
        // SAFETY: nothing is read.
        unsafe { self.load(s, stride) }
    }

    #[inline(always)]
    fn entry(&self) -> Entry {
        Entry { at: core::ptr::without_provenance(self.0), size: 0, kind: Kind::Number }
    }

    #[inline(always)]
    unsafe fn from_slot(slot: &Slot) -> Self {
        Number(slot.at.addr())
    }
}

/// What a kernel reads, as a list `(*const A, (Uniform<B>, ()))`.
pub trait Args: Copy {
    /// One stride an entry, in elements.
    type Steps: Copy;
    /// One gang an entry, as a list `(A, (B, ()))`.
    type Loaded<S: Simd>: Copy;
    /// Bytes of the widest number among the entries.
    const WIDEST: usize;
    /// How many entries there are.
    const LEN: usize;

    /// Room for one gang an entry: what [`Args::near`] points at.
    type Splats<S: Simd>: Copy;

    /// Room for the values of the entries that have stride 0.
    fn no_splats<S: Simd>() -> Self::Splats<S>;

    /// Writes the values of the entries that have stride 0, in all lanes. (In place: a copy would go through memory.)
    ///
    /// # Safety
    ///
    /// They are initialised, and not being written.
    unsafe fn splats<S: Simd>(self, s: S, steps: Self::Steps, to: &mut Self::Splats<S>);

    /// The list with the entries of stride 0 pointing at as many neighbours as a gang has.
    fn near<S: Simd>(self, steps: Self::Steps, splats: &Self::Splats<S>) -> Self;

    /// Whether the first two entries are elements in memory, read at one place at a stride of 0.
    fn stand(&self, steps: Self::Steps) -> [bool; 2];

    /// A gang of copies of the element for each of the first two entries that stand as `A` and `B` say; others are not looked at.
    ///
    /// # Safety
    ///
    /// Each element is initialised, and not being written.
    unsafe fn load_standing<S: Simd, const A: bool, const B: bool>(self, s: S) -> Self::Loaded<S>;

    /// [`Args::load_near`], but for those, which are taken from `standing`; no other one has the step 0.
    ///
    /// # Safety
    ///
    /// As for [`Args::load`].
    unsafe fn load_moving<S: Simd, const A: bool, const B: bool>(
        self,
        s: S,
        steps: Self::Steps,
        n: isize,
        standing: &Self::Loaded<S>,
    ) -> Self::Loaded<S>;

    /// Calls `push` with each entry, in order.
    fn entries(&self, push: &mut impl FnMut(Entry));

    /// The list and its strides, from one slot an entry.
    ///
    /// # Safety
    ///
    /// As for `Item::from_slot`, of as many slots as there are entries.
    unsafe fn from_slots(slots: *const Slot) -> (Self, Self::Steps);

    /// The strides that `next` gives, called once an entry, in order.
    fn steps(next: &mut impl FnMut() -> isize) -> Self::Steps;

    /// The entries `n` steps further.
    ///
    /// # Safety
    ///
    /// Each is then at a point of the kernel, or one past the last.
    unsafe fn advance(self, steps: Self::Steps, n: isize) -> Self;

    /// The elements from `n` steps on, a gang of them.
    ///
    /// # Safety
    ///
    /// Each of them is initialised, and not being written.
    unsafe fn load<S: Simd>(self, s: S, steps: Self::Steps, n: isize) -> Self::Loaded<S>;

    /// The elements from `n` steps on, `count` of them, in the first lanes; the others repeat some of those, or are zero.
    ///
    /// # Safety
    ///
    /// Each of them is initialised, and not being written; `1 <= count <= LANES`.
    unsafe fn load_first<S: Simd>(self, s: S, steps: Self::Steps, n: isize, count: usize) -> Self::Loaded<S>;

    /// As [`Args::load_first`], but the others repeat the last of them.
    ///
    /// # Safety
    ///
    /// As for [`Args::load_first`].
    unsafe fn load_points<S: Simd>(self, s: S, steps: Self::Steps, n: isize, count: usize) -> Self::Loaded<S>;

    /// The elements from `n` steps on, a gang of neighbours each; steps are 0 or 1, and where one is 0 there are copies of the element. No
    /// stride is asked for.
    ///
    /// # Safety
    ///
    /// As for [`Args::load`].
    unsafe fn load_near<S: Simd>(self, s: S, steps: Self::Steps, n: isize) -> Self::Loaded<S>;
}

impl Args for () {
    type Steps = ();
    type Loaded<S: Simd> = ();
    const WIDEST: usize = 0;
    const LEN: usize = 0;

    #[inline(always)]
    fn steps(_: &mut impl FnMut() -> isize) {}

    #[inline(always)]
    unsafe fn advance(self, _: (), _: isize) {}

    #[inline(always)]
    unsafe fn load<S: Simd>(self, _: S, _: (), _: isize) {}

    #[inline(always)]
    unsafe fn load_first<S: Simd>(self, _: S, _: (), _: isize, _: usize) {}

    #[inline(always)]
    unsafe fn load_points<S: Simd>(self, _: S, _: (), _: isize, _: usize) {}

    type Splats<S: Simd> = ();

    #[inline(always)]
    fn no_splats<S: Simd>() {}

    #[inline(always)]
    unsafe fn splats<S: Simd>(self, _: S, _: (), _: &mut ()) {}

    #[inline(always)]
    fn near<S: Simd>(self, _: (), _: &()) {}

    #[inline(always)]
    fn stand(&self, _: ()) -> [bool; 2] {
        [false; 2]
    }

    #[inline(always)]
    unsafe fn load_standing<S: Simd, const A: bool, const B: bool>(self, _: S) {}

    #[inline(always)]
    unsafe fn load_moving<S: Simd, const A: bool, const B: bool>(self, _: S, _: (), _: isize, _: &()) {}

    #[inline(always)]
    fn entries(&self, _: &mut impl FnMut(Entry)) {}

    #[inline(always)]
    unsafe fn from_slots(_: *const Slot) -> ((), ()) {
        ((), ())
    }

    #[inline(always)]
    unsafe fn load_near<S: Simd>(self, _: S, _: (), _: isize) {}
}

impl<I: Item, Rest: Args> Args for (I, Rest) {
    type Steps = (isize, Rest::Steps);
    type Loaded<S: Simd> = (GangOf<I::T, S>, Rest::Loaded<S>);
    const WIDEST: usize = wider(I::T::WIDEST, Rest::WIDEST);
    const LEN: usize = 1 + Rest::LEN;

    #[inline(always)]
    fn steps(next: &mut impl FnMut() -> isize) -> Self::Steps {
        (next(), Rest::steps(next))
    }

    #[inline(always)]
    unsafe fn advance(self, steps: Self::Steps, n: isize) -> Self {
        // SAFETY: the caller's promise, for this entry and for the rest.
        unsafe { (self.0.offset(steps.0 * n), self.1.advance(steps.1, n)) }
    }

    #[inline(always)]
    unsafe fn load<S: Simd>(self, s: S, steps: Self::Steps, n: isize) -> Self::Loaded<S> {
        // SAFETY: the caller's promise, for this entry and for the rest.
        unsafe { (self.0.offset(steps.0 * n).load(s, steps.0), self.1.load(s, steps.1, n)) }
    }

    #[inline(always)]
    unsafe fn load_first<S: Simd>(self, s: S, steps: Self::Steps, n: isize, count: usize) -> Self::Loaded<S> {
        // SAFETY: the caller's promise, for this entry and for the rest.
        unsafe { (self.0.offset(steps.0 * n).load_first(s, steps.0, count), self.1.load_first(s, steps.1, n, count)) }
    }

    #[inline(always)]
    unsafe fn load_points<S: Simd>(self, s: S, steps: Self::Steps, n: isize, count: usize) -> Self::Loaded<S> {
        // SAFETY: the caller's promise, for this entry and for the rest.
        unsafe { (self.0.offset(steps.0 * n).load_points(s, steps.0, count), self.1.load_points(s, steps.1, n, count)) }
    }

    type Splats<S: Simd> = (MaybeUninit<S::Array<I::T>>, Rest::Splats<S>);

    #[inline(always)]
    fn no_splats<S: Simd>() -> Self::Splats<S> {
        (MaybeUninit::uninit(), Rest::no_splats::<S>())
    }

    #[inline(always)]
    unsafe fn splats<S: Simd>(self, s: S, steps: Self::Steps, to: &mut Self::Splats<S>) {
        // SAFETY: the caller's promise, for this entry and for the rest; room for a gang.
        unsafe {
            if steps.0 == 0
                && let Some(gang) = self.0.splat(s)
            {
                gang.store(to.0.as_mut_ptr().cast());
            }
            self.1.splats(s, steps.1, &mut to.1);
        }
    }

    #[inline(always)]
    fn near<S: Simd>(self, steps: Self::Steps, splats: &Self::Splats<S>) -> Self {
        let first = if steps.0 == 0 { self.0.moved(splats.0.as_ptr().cast()) } else { self.0 };
        (first, self.1.near::<S>(steps.1, &splats.1))
    }

    #[inline(always)]
    fn stand(&self, steps: Self::Steps) -> [bool; 2] {
        let [second, _] = self.1.stand(steps.1);
        [self.0.entry().size != 0 && steps.0 == 0, second]
    }

    #[inline(always)]
    unsafe fn load_standing<S: Simd, const A: bool, const B: bool>(self, s: S) -> Self::Loaded<S> {
        // SAFETY: the caller's promise, for this entry and for the rest.
        unsafe {
            let standing = if A { self.0.splat(s) } else { None };
            let first = standing.unwrap_or_else(|| GangOf::<I::T, S>::splat(s, I::T::zero()));
            (first, self.1.load_standing::<S, B, false>(s))
        }
    }

    #[inline(always)]
    unsafe fn load_moving<S: Simd, const A: bool, const B: bool>(
        self,
        s: S,
        steps: Self::Steps,
        n: isize,
        standing: &Self::Loaded<S>,
    ) -> Self::Loaded<S> {
        // SAFETY: the caller's promise, for this entry and for the rest.
        unsafe {
            let moved = if self.0.entry().size != 0 { n } else { steps.0 * n };
            let first = if A { standing.0 } else { self.0.offset(moved).load_near(s, steps.0) };
            (first, self.1.load_moving::<S, B, false>(s, steps.1, n, &standing.1))
        }
    }

    #[inline(always)]
    fn entries(&self, push: &mut impl FnMut(Entry)) {
        push(self.0.entry());
        self.1.entries(push);
    }

    #[inline(always)]
    unsafe fn from_slots(slots: *const Slot) -> (Self, Self::Steps) {
        // SAFETY: the caller's promise, for this entry and for the rest.
        unsafe {
            let (first, (rest, steps)) = (I::from_slot(&*slots), Rest::from_slots(slots.add(1)));
            ((first, rest), ((*slots).step, steps))
        }
    }

    #[inline(always)]
    unsafe fn load_near<S: Simd>(self, s: S, steps: Self::Steps, n: isize) -> Self::Loaded<S> {
        // SAFETY: the caller's promise, for this entry and for the rest.
        unsafe { (self.0.offset(steps.0 * n).load_near(s, steps.0), self.1.load_near(s, steps.1, n)) }
    }
}
