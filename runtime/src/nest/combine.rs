//! How the values of a reduction are joined.

use core::marker::PhantomData;

use crate::element::{Element, Order};
use crate::expr::{Args, GangOf, Node, Ordered};
use crate::lanes::{Lanes, Simd};

/// An associative way to join two elements: a sum, a product, the lesser one.
pub trait Combine<T: Element>: Copy + Send + Sync + 'static {
    /// The name of the reduction, if there is no value over nothing.
    const WITHOUT_IDENTITY: Option<&'static str> = None;
    /// Whether it is the sum.
    const IS_SUM: bool = false;
    /// Whether nothing is joined: each value is one point's.
    const IS_EACH: bool = false;

    /// What changes nothing when it is joined.
    fn identity() -> T;

    /// Both joined.
    fn join(x: T, y: T) -> T;

    /// Both joined, lane by lane.
    fn join_gang<S: Simd>(s: S, x: T::Gang<S>, y: T::Gang<S>) -> T::Gang<S>;

    /// `joined` with a kernel's values.
    #[inline(always)]
    fn join_values<S: Simd, A: Args, K: Node<A, T = T>>(
        s: S,
        joined: T::Gang<S>,
        kernel: &K,
        loaded: &A::Loaded<S>,
    ) -> T::Gang<S> {
        Self::join_gang(s, joined, kernel.eval(s, loaded))
    }

    /// All lanes joined, in one order on all tiers.
    #[inline(always)]
    fn lanes<S: Simd>(_: S, x: T::Gang<S>) -> T {
        x.reduce(Self::join)
    }
}

/// `x + y`; of `bool` *or*.
#[derive(Clone, Copy)]
pub struct Sum;

impl<T: Element> Combine<T> for Sum {
    const IS_SUM: bool = true;

    #[inline(always)]
    fn identity() -> T {
        T::zero()
    }
    #[inline(always)]
    fn join(x: T, y: T) -> T {
        x.plus(y)
    }
    #[inline(always)]
    fn join_gang<S: Simd>(s: S, x: T::Gang<S>, y: T::Gang<S>) -> T::Gang<S> {
        T::plus_gang(s, x, y)
    }
    #[inline(always)]
    fn join_values<S: Simd, A: Args, K: Node<A, T = T>>(
        s: S,
        joined: T::Gang<S>,
        kernel: &K,
        loaded: &A::Loaded<S>,
    ) -> T::Gang<S> {
        kernel.eval_plus(s, loaded, joined)
    }
    #[inline(always)]
    fn lanes<S: Simd>(s: S, x: T::Gang<S>) -> T {
        T::sum_gang(s, x)
    }
}

/// Values that nothing is joined with. (Joined, the second one would stay.)
#[derive(Clone, Copy)]
pub struct Each;

impl<T: Element> Combine<T> for Each {
    const IS_EACH: bool = true;

    #[inline(always)]
    fn identity() -> T {
        T::zero()
    }
    #[inline(always)]
    fn join(_: T, y: T) -> T {
        y
    }
    #[inline(always)]
    fn join_gang<S: Simd>(_: S, _: T::Gang<S>, y: T::Gang<S>) -> T::Gang<S> {
        y
    }
}

/// `x * y`; of `bool` *and*.
#[derive(Clone, Copy)]
pub struct Product;

impl<T: Element> Combine<T> for Product {
    #[inline(always)]
    fn identity() -> T {
        T::one()
    }
    #[inline(always)]
    fn join(x: T, y: T) -> T {
        x.times(y)
    }
    #[inline(always)]
    fn join_gang<S: Simd>(s: S, x: T::Gang<S>, y: T::Gang<S>) -> T::Gang<S> {
        T::times_gang(s, x, y)
    }
}

/// Numbers with a lowest and a highest one: integers and floats.
#[diagnostic::on_unimplemented(
    message = "elements `{Self}` have no order, so there is no least and no greatest of them",
    label = "not an array of integers or floats"
)]
pub trait Extremes: Ordered + PartialOrd {
    /// No number is less.
    fn lowest() -> Self;
    /// No number is greater.
    fn highest() -> Self;
}

macro_rules! extremes {
    ($($T:ty: $lowest:expr, $highest:expr;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl Extremes for $T {
            #[inline(always)]
            fn lowest() -> Self {
                $lowest
            }
            #[inline(always)]
            fn highest() -> Self {
                $highest
            }
        }
    )* };
    ($($T:ident)*) => { extremes! { $($T: $T::MIN, $T::MAX;)* } };
}

extremes! {
    f32: f32::NEG_INFINITY, f32::INFINITY;
    f64: f64::NEG_INFINITY, f64::INFINITY;
}
extremes! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

/// Which of two numbers stays.
pub trait Side: Copy + Send + Sync + 'static {
    /// The order in which the one that stays and the other are.
    const ORDER: Order;
    /// The name of the reduction of numbers, and of places.
    const NAMES: [&'static str; 2];
    /// The number that never stays.
    fn worst<T: Extremes>() -> T;
}

/// The lesser one.
#[derive(Clone, Copy, Debug)]
pub struct Least;

impl Side for Least {
    const ORDER: Order = Order::Less;
    const NAMES: [&'static str; 2] = ["min", "argmin"];
    #[inline(always)]
    fn worst<T: Extremes>() -> T {
        T::highest()
    }
}

/// The greater one.
#[derive(Clone, Copy, Debug)]
pub struct Greatest;

impl Side for Greatest {
    const ORDER: Order = Order::Greater;
    const NAMES: [&'static str; 2] = ["max", "argmax"];
    #[inline(always)]
    fn worst<T: Extremes>() -> T {
        T::lowest()
    }
}

/// The lesser or the greater one; a NaN stays, as NumPy's `min` and `max` have it.
#[derive(Clone, Copy)]
pub struct Extreme<D>(PhantomData<D>);

impl<T: Extremes, D: Side> Combine<T> for Extreme<D> {
    const WITHOUT_IDENTITY: Option<&'static str> = Some(D::NAMES[0]);

    #[inline(always)]
    fn identity() -> T {
        D::worst()
    }
    #[expect(clippy::eq_op, reason = "a NaN differs from itself")]
    #[inline(always)]
    fn join(x: T, y: T) -> T {
        if D::ORDER.holds(x, y) || x != x { x } else { y }
    }
    #[inline(always)]
    fn join_gang<S: Simd>(s: S, x: T::Gang<S>, y: T::Gang<S>) -> T::Gang<S> {
        let stays = T::order_gang(s, x, y, D::ORDER) | !T::equal_gang(s, x, x);
        GangOf::<T, S>::select(stays, x, y)
    }
}

/// The best number so far, and its place.
#[derive(Clone, Copy, Debug)]
pub struct Best<T> {
    /// The number.
    pub value: T,
    /// Its place among those compared.
    pub place: usize,
}

/// A gang of [`Best`]s.
#[derive(Clone, Copy)]
pub struct BestGang<S, V, P> {
    s: S,
    /// The numbers.
    pub value: V,
    /// Their places.
    pub place: P,
}

impl<S: Simd, V, P> BestGang<S, V, P> {
    /// From the parts.
    #[inline(always)]
    pub fn new(s: S, value: V, place: P) -> Self {
        BestGang { s, value, place }
    }
}

impl<S: Simd, T: Copy, V: Lanes<S, T>, P: Lanes<S, usize>> Lanes<S, Best<T>> for BestGang<S, V, P> {
    #[inline(always)]
    fn splat(s: S, x: Best<T>) -> Self {
        BestGang { s, value: V::splat(s, x.value), place: P::splat(s, x.place) }
    }

    #[inline(always)]
    fn from_array(s: S, array: S::Array<Best<T>>) -> Self {
        use crate::lanes::LaneArray;
        let (value, place) = (|lane| array.lane(lane).value, |lane| array.lane(lane).place);
        BestGang {
            s,
            value: V::from_array(s, LaneArray::from_fn(value)),
            place: P::from_array(s, LaneArray::from_fn(place)),
        }
    }

    #[inline(always)]
    fn to_array(self) -> S::Array<Best<T>> {
        use crate::lanes::LaneArray;
        let (value, place) = (self.value.to_array(), self.place.to_array());
        LaneArray::from_fn(|lane| Best { value: value.lane(lane), place: place.lane(lane) })
    }

    #[inline(always)]
    unsafe fn load(s: S, ptr: *const Best<T>) -> Self {
        // SAFETY: the caller's promise.
        Self::from_array(s, unsafe { ptr.cast::<S::Array<Best<T>>>().read_unaligned() })
    }

    #[inline(always)]
    unsafe fn store(self, ptr: *mut Best<T>) {
        // SAFETY: the caller's promise.
        unsafe { ptr.cast::<S::Array<Best<T>>>().write_unaligned(self.to_array()) }
    }

    #[inline(always)]
    fn select(mask: S::Mask, yes: Self, no: Self) -> Self {
        let (value, place) = (V::select(mask, yes.value, no.value), P::select(mask, yes.place, no.place));
        BestGang { s: yes.s, value, place }
    }
}

/// Not for arithmetic: an element only in so far as loops carry it.
impl<T: Extremes> Element for Best<T> {
    type Gang<S: Simd> = BestGang<S, T::Gang<S>, GangOf<usize, S>>;

    const WIDEST: usize = 8;

    #[inline(always)]
    fn zero() -> Self {
        Best { value: T::zero(), place: 0 }
    }
    #[inline(always)]
    fn one() -> Self {
        Best { value: T::one(), place: 0 }
    }
    #[inline(always)]
    fn plus(self, _: Self) -> Self {
        self
    }
    #[inline(always)]
    fn times(self, _: Self) -> Self {
        self
    }
}

/// The first of the least or greatest numbers, or of the NaNs: NumPy's `argmin` and `argmax`.
#[derive(Clone, Copy)]
pub struct First<D>(PhantomData<D>);

impl<T: Extremes, D: Side> Combine<Best<T>> for First<D> {
    const WITHOUT_IDENTITY: Option<&'static str> = Some(D::NAMES[1]);

    #[inline(always)]
    fn identity() -> Best<T> {
        Best { value: D::worst(), place: usize::MAX }
    }

    #[expect(clippy::eq_op, reason = "a NaN differs from itself")]
    #[inline(always)]
    fn join(x: Best<T>, y: Best<T>) -> Best<T> {
        let (x_nan, y_nan) = (x.value != x.value, y.value != y.value);
        let better = if x_nan || y_nan { x_nan && !y_nan } else { D::ORDER.holds(x.value, y.value) };
        let equal = (x_nan && y_nan) || x.value == y.value;
        if better || (equal && x.place < y.place) { x } else { y }
    }

    #[inline(always)]
    fn join_gang<S: Simd>(
        s: S,
        x: <Best<T> as Element>::Gang<S>,
        y: <Best<T> as Element>::Gang<S>,
    ) -> <Best<T> as Element>::Gang<S> {
        let (x_nan, y_nan) = (!T::equal_gang(s, x.value, x.value), !T::equal_gang(s, y.value, y.value));
        let better = (x_nan & !y_nan) | (!y_nan & T::order_gang(s, x.value, y.value, D::ORDER));
        let equal = (x_nan & y_nan) | T::equal_gang(s, x.value, y.value);
        let earlier = usize::order_gang(s, x.place, y.place, Order::Less);
        GangOf::<Best<T>, S>::select(better | (equal & earlier), x, y)
    }
}
