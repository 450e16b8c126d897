//! What the nodes of a kernel read, as a list that a driver steps along: pointers into operands, values, and running numbers.

use core::mem::MaybeUninit;

use crate::element::Element;
use crate::lanes::{LaneArray, Lanes, Simd};

use super::{GangOf, wider};

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

    /// A gang of elements, `stride` apart.
    ///
    /// # Safety
    ///
    /// Each of them is initialised, and not being written.
    unsafe fn load<S: Simd>(self, s: S, stride: isize) -> GangOf<Self::T, S>;

    /// The first `count` elements of a gang, in the first lanes; the others repeat some of those, or are zero.
    ///
    /// # Safety
    ///
    /// Each of them is initialised, and not being written; `1 <= count <= LANES`.
    unsafe fn load_first<S: Simd>(self, s: S, stride: isize, count: usize) -> GangOf<Self::T, S>;

    /// A gang of neighbours from here on; running numbers have their stride, which is 0 or 1.
    ///
    /// # Safety
    ///
    /// As for [`Item::load`], with stride 1.
    unsafe fn load_near<S: Simd>(self, s: S, stride: isize) -> GangOf<Self::T, S>;

    /// Where the elements are, if they are in memory.
    fn memory(self) -> Option<*const Self::T>;

    /// The same elements, which are now at `first`.
    fn moved(self, first: *const Self::T) -> Self;
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
        unsafe {
            match stride {
                1 => T::Gang::<S>::load(s, self),
                0 => T::Gang::<S>::splat(s, self.read()),
                stride => T::Gang::<S>::load_strided(s, self, stride),
            }
        }
    }

    #[inline(always)]
    unsafe fn load_first<S: Simd>(self, s: S, stride: isize, count: usize) -> T::Gang<S> {
        // SAFETY: the caller's promise.
        unsafe {
            match stride {
                1 => T::Gang::<S>::load_first(s, self, count),
                0 => T::Gang::<S>::splat(s, self.read()),
                stride => {
                    let lane = |lane: usize| self.offset(stride * lane.min(count - 1) as isize).read();
                    T::Gang::<S>::from_array(s, LaneArray::from_fn(lane))
                }
            }
        }
    }

    #[inline(always)]
    unsafe fn load_near<S: Simd>(self, s: S, _: isize) -> T::Gang<S> {
        // SAFETY: the caller's promise.
        unsafe { T::Gang::<S>::load(s, self) }
    }

    #[inline(always)]
    fn memory(self) -> Option<*const T> {
        Some(self)
    }

    #[inline(always)]
    fn moved(self, first: *const T) -> Self {
        first
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
    fn memory(self) -> Option<*const T> {
        None
    }

    #[inline(always)]
    fn moved(self, _: *const T) -> Self {
        self
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
    fn memory(self) -> Option<*const usize> {
        None
    }

    #[inline(always)]
    fn moved(self, _: *const usize) -> Self {
        self
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
    /// Bytes of the largest element among the entries.
    const LARGEST: usize;

    /// Room for one gang an entry: what [`Args::near`] and [`Args::staged`] point at.
    type Splats<S: Simd>: Copy;

    /// The strides that `next` gives, called once an entry, in order.
    fn steps(next: &mut impl FnMut() -> isize) -> Self::Steps;

    /// Whether every stride that matters is 1.
    fn is_unit(steps: Self::Steps) -> bool;

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

    /// Whether every stride that matters is 0 or 1.
    fn is_near(steps: Self::Steps) -> bool;

    /// The values of the entries that have stride 0, in all lanes.
    ///
    /// # Safety
    ///
    /// They are initialised, and not being written.
    unsafe fn splats<S: Simd>(self, s: S, steps: Self::Steps) -> Self::Splats<S>;

    /// The list with the entries of stride 0 pointing at as many neighbours as a gang has.
    fn near<S: Simd>(self, steps: Self::Steps, splats: &Self::Splats<S>) -> Self;

    /// The elements from `n` steps on, the first `count` of a gang of each, in memory; what [`Args::staged`] points at.
    ///
    /// # Safety
    ///
    /// As for [`Args::load_first`].
    unsafe fn stage<S: Simd>(self, s: S, steps: Self::Steps, n: isize, count: usize) -> Self::Splats<S>;

    /// The list from `n` steps on with its entries in memory pointing at the stage.
    ///
    /// # Safety
    ///
    /// As for [`Args::advance`].
    unsafe fn staged<S: Simd>(self, steps: Self::Steps, n: isize, stage: &Self::Splats<S>) -> Self;

    /// The elements from `n` steps on, a gang of them, where strides are 0 or 1 and the list is that of [`Args::near`]. No stride is asked
    /// for.
    ///
    /// # Safety
    ///
    /// As for [`Args::load`]; the splats are alive.
    unsafe fn load_near<S: Simd>(self, s: S, steps: Self::Steps, n: isize) -> Self::Loaded<S>;

    /// The list after `pack` has seen each entry.
    ///
    /// # Safety
    ///
    /// What `pack` says.
    unsafe fn pack(self, pack: &mut impl Pack) -> Self;
}

/// Copies operands to where their elements are neighbours.
pub trait Pack {
    /// The entry after `item`, the next of the list: itself, or [`Item::moved`].
    ///
    /// # Safety
    ///
    /// What the implementation says.
    unsafe fn item<I: Item>(&mut self, item: I) -> I;
}

impl Args for () {
    type Steps = ();
    type Loaded<S: Simd> = ();
    type Splats<S: Simd> = ();
    const WIDEST: usize = 0;
    const LARGEST: usize = 0;

    #[inline(always)]
    fn steps(_: &mut impl FnMut() -> isize) {}

    #[inline(always)]
    fn is_unit(_: ()) -> bool {
        true
    }

    #[inline(always)]
    unsafe fn advance(self, _: (), _: isize) {}

    #[inline(always)]
    unsafe fn load<S: Simd>(self, _: S, _: (), _: isize) {}

    #[inline(always)]
    unsafe fn load_first<S: Simd>(self, _: S, _: (), _: isize, _: usize) {}

    #[inline(always)]
    fn is_near(_: ()) -> bool {
        true
    }

    #[inline(always)]
    unsafe fn splats<S: Simd>(self, _: S, _: ()) {}

    #[inline(always)]
    fn near<S: Simd>(self, _: (), _: &()) {}

    #[inline(always)]
    unsafe fn stage<S: Simd>(self, _: S, _: (), _: isize, _: usize) {}

    #[inline(always)]
    unsafe fn staged<S: Simd>(self, _: (), _: isize, _: &()) {}

    #[inline(always)]
    unsafe fn load_near<S: Simd>(self, _: S, _: (), _: isize) {}

    #[inline(always)]
    unsafe fn pack(self, _: &mut impl Pack) {}
}

impl<I: Item, Rest: Args> Args for (I, Rest) {
    type Steps = (isize, Rest::Steps);
    type Loaded<S: Simd> = (GangOf<I::T, S>, Rest::Loaded<S>);
    type Splats<S: Simd> = (MaybeUninit<S::Array<I::T>>, Rest::Splats<S>);
    const WIDEST: usize = wider(I::T::WIDEST, Rest::WIDEST);
    const LARGEST: usize = wider(size_of::<I::T>(), Rest::LARGEST);

    #[inline(always)]
    fn steps(next: &mut impl FnMut() -> isize) -> Self::Steps {
        (next(), Rest::steps(next))
    }

    #[inline(always)]
    fn is_unit(steps: Self::Steps) -> bool {
        (I::IS_UNIFORM || steps.0 == 1) && Rest::is_unit(steps.1)
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
    fn is_near(steps: Self::Steps) -> bool {
        (I::IS_UNIFORM || matches!(steps.0, 0 | 1)) && Rest::is_near(steps.1)
    }

    #[inline(always)]
    unsafe fn splats<S: Simd>(self, s: S, steps: Self::Steps) -> Self::Splats<S> {
        let mut splat = MaybeUninit::uninit();
        if let (Some(first), 0) = (self.0.memory(), steps.0) {
            // SAFETY: the caller's promise.
            splat.write(GangOf::<I::T, S>::splat(s, unsafe { first.read() }).to_array());
        }
        // SAFETY: the caller's promise.
        (splat, unsafe { self.1.splats(s, steps.1) })
    }

    #[inline(always)]
    fn near<S: Simd>(self, steps: Self::Steps, splats: &Self::Splats<S>) -> Self {
        let first = if steps.0 == 0 { self.0.moved(splats.0.as_ptr().cast()) } else { self.0 };
        (first, self.1.near::<S>(steps.1, &splats.1))
    }

    #[inline(always)]
    unsafe fn stage<S: Simd>(self, s: S, steps: Self::Steps, n: isize, count: usize) -> Self::Splats<S> {
        let mut stage = MaybeUninit::uninit();
        // SAFETY: the caller's promise, for this entry and for the rest.
        unsafe {
            if self.0.memory().is_some() {
                let first = self.0.offset(steps.0 * n);
                let gang = if count == S::LANES { first.load(s, steps.0) } else { first.load_first(s, steps.0, count) };
                stage.write(gang.to_array());
            }
            (stage, self.1.stage(s, steps.1, n, count))
        }
    }

    #[inline(always)]
    unsafe fn staged<S: Simd>(self, steps: Self::Steps, n: isize, stage: &Self::Splats<S>) -> Self {
        // SAFETY: the caller's promise, for this entry and for the rest.
        unsafe {
            let first = match self.0.memory() {
                Some(_) => self.0.moved(stage.0.as_ptr().cast()),
                None => self.0.offset(steps.0 * n),
            };
            (first, self.1.staged::<S>(steps.1, n, &stage.1))
        }
    }

    #[inline(always)]
    unsafe fn load_near<S: Simd>(self, s: S, steps: Self::Steps, n: isize) -> Self::Loaded<S> {
        // SAFETY: the caller's promise, for this entry and for the rest.
        unsafe { (self.0.offset(steps.0 * n).load_near(s, steps.0), self.1.load_near(s, steps.1, n)) }
    }

    #[inline(always)]
    unsafe fn pack(self, pack: &mut impl Pack) -> Self {
        // SAFETY: the caller's promise.
        unsafe {
            let first = pack.item(self.0);
            (first, self.1.pack(pack))
        }
    }
}
