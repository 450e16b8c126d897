//! The nest against an odometer that visits every point of every label.

use core::marker::PhantomData;

use proptest::prelude::*;

use super::*;
use crate::lanes::Tier;

/// [`super::run`] without index arrays.
unsafe fn run<F: Form, A: Args, K: Node<A>, U: Update<K::T>>(
    extents: &[usize],
    args: A,
    axes: &[Axes],
    kernel: &K,
    out: *mut K::T,
    out_axes: &Axes,
    update: U,
) {
    // SAFETY: the caller's promise.
    unsafe { super::run::<F, A, K, U, _>(extents, args, &axes, kernel, out, out_axes, update) }
}

/// A source of choices that a seed determines.
pub(crate) struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Dice(seed ^ 0x9e37_79b9_7f4a_7c15)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit
    }

    pub fn one_in(&mut self, chances: usize) -> bool {
        self.below(chances) == 0
    }
}

/// An operand with its elements in some layout. Labels may repeat: a diagonal.
pub(crate) struct Laid<T> {
    pub data: Vec<T>,
    pub start: isize,
    pub labels: Vec<u8>,
    pub strides: Vec<isize>,
}

impl<T: Copy> Laid<T> {
    /// Row-major.
    pub fn rows(labels: &[u8], extents: &[usize], value: impl FnMut(usize) -> T) -> Self {
        Laid::with(labels, extents, value, |_| (1, false, false), &(0..labels.len()).collect::<Vec<_>>())
    }

    /// Axes in a random order, some stepped, reversed or, if `overlap`, of stride 0.
    pub fn random(
        labels: &[u8],
        extents: &[usize],
        dice: &mut Dice,
        overlap: bool,
        value: impl FnMut(usize) -> T,
    ) -> Self {
        let mut order: Vec<usize> = (0..labels.len()).collect();
        if dice.one_in(2) {
            (1..labels.len()).for_each(|at| order.swap(at, dice.below(at + 1)));
        }
        let plain = dice.one_in(3);
        let traits: Vec<_> = labels
            .iter()
            .map(|_| match plain {
                true => (1, false, false),
                false => (1 + dice.below(2), dice.one_in(4), overlap && dice.one_in(5)),
            })
            .collect();
        Laid::with(labels, extents, value, |axis| traits[axis], &order)
    }

    fn with(
        labels: &[u8],
        extents: &[usize],
        value: impl FnMut(usize) -> T,
        axis_traits: impl Fn(usize) -> (usize, bool, bool),
        order: &[usize],
    ) -> Self {
        let (mut span, mut start) = (1, 0);
        let mut strides = vec![0; labels.len()];
        for &axis in order.iter().rev() {
            let (step, reversed, stands) = axis_traits(axis);
            let extent = extents[labels[axis] as usize];
            if stands {
                continue;
            }
            let stride = (span * step) as isize;
            strides[axis] = if reversed { -stride } else { stride };
            if reversed && extent > 0 {
                start += stride * (extent as isize - 1);
            }
            span *= step * extent.max(1);
        }
        Laid { data: (0..span).map(value).collect(), start, labels: labels.to_vec(), strides }
    }

    pub fn axes(&self) -> Axes {
        let mut axes = Axes::new();
        self.labels.iter().zip(&self.strides).for_each(|(&label, &stride)| axes.push(label, stride));
        axes
    }

    pub fn ptr(&self) -> *const T {
        self.data.as_ptr().wrapping_offset(self.start)
    }

    pub fn mut_ptr(&mut self) -> *mut T {
        self.data.as_mut_ptr().wrapping_offset(self.start)
    }

    /// Where the element at these labels is.
    pub fn offset(&self, index: &[usize]) -> usize {
        let along =
            self.labels.iter().zip(&self.strides).map(|(&label, stride)| index[label as usize] as isize * stride);
        (self.start + along.sum::<isize>()) as usize
    }
}

/// Calls `visit` with each index below the extents, the last label fastest.
pub(crate) fn odometer(extents: &[usize], mut visit: impl FnMut(&[usize])) {
    let mut index = vec![0; extents.len()];
    if extents.contains(&0) {
        return;
    }
    loop {
        visit(&index);
        let Some(at) = (0..extents.len()).rev().find(|&at| index[at] + 1 < extents[at]) else { return };
        index[at] += 1;
        index[at + 1..].fill(0);
    }
}

/// What the output's elements become: `update(old, scale * sum of kernel)`. Labels of extent `1` where unused.
pub(crate) fn oracle<T: Element>(
    extents: &[usize],
    operands: &[&Laid<T>],
    kernel: impl Fn(&[T]) -> T,
    scale: Option<T>,
    out: &Laid<T>,
    update: impl Fn(T, T) -> T,
) -> Vec<T> {
    let used: Vec<usize> = (0..extents.len())
        .map(|label| {
            let used = operands.iter().copied().chain([out]).any(|laid| laid.labels.contains(&(label as u8)));
            if used { extents[label] } else { 1 }
        })
        .collect();
    let mut sums = vec![T::zero(); out.data.len()];
    odometer(&used, |index| {
        let values: Vec<T> = operands.iter().map(|laid| laid.data[laid.offset(index)]).collect();
        let sum = &mut sums[out.offset(index)];
        *sum = sum.plus(kernel(&values));
    });
    let mut expected = out.data.clone();
    let kept: Vec<usize> =
        (0..extents.len()).map(|label| if out.labels.contains(&(label as u8)) { extents[label] } else { 1 }).collect();
    odometer(&kept, |index| {
        let at = out.offset(index);
        let sum = scale.map_or(sums[at], |scale| scale.times(sums[at]));
        expected[at] = update(out.data[at], sum);
    });
    expected
}

/// Some distinct labels below `limit`, in random order.
pub(crate) fn pick(dice: &mut Dice, limit: usize, most: usize) -> Vec<u8> {
    let mut labels: Vec<u8> = (0..limit as u8).collect();
    (1..limit).for_each(|at| labels.swap(at, dice.below(at + 1)));
    labels.truncate(dice.below(most.min(limit) + 1));
    labels
}

/// `(a - b) * c`, a kernel that is no product.
#[derive(Clone, Copy)]
struct Mixed<T>(PhantomData<T>);

impl<T: Element + core::ops::Sub<Output = T>> Node<(*const T, (*const T, (*const T, ())))> for Mixed<T> {
    type T = T;
    const WIDEST: usize = T::WIDEST;
    // As heavy as a function: the other kernels here are light.
    const COST: usize = 100;
    fn eval<S: Simd>(&self, s: S, &(a, (b, (c, ()))): &(T::Gang<S>, (T::Gang<S>, (T::Gang<S>, ())))) -> T::Gang<S> {
        T::times_gang(s, T::minus_gang(s, a, b), c)
    }
}

/// `a`.
#[derive(Clone, Copy)]
struct First<T>(PhantomData<T>);

impl<T: Element> Node<(*const T, ())> for First<T> {
    type T = T;
    const WIDEST: usize = T::WIDEST;
    const COST: usize = 1;
    fn eval<S: Simd>(&self, _: S, &(a, ()): &(T::Gang<S>, ())) -> T::Gang<S> {
        a
    }
}

/// `a * b`.
#[derive(Clone, Copy)]
struct Times<T>(PhantomData<T>);

impl<T: Element> Node<(*const T, (*const T, ()))> for Times<T> {
    type T = T;
    const WIDEST: usize = T::WIDEST;
    const COST: usize = 1;
    fn eval<S: Simd>(&self, s: S, &(a, (b, ())): &(T::Gang<S>, (T::Gang<S>, ()))) -> T::Gang<S> {
        T::times_gang(s, a, b)
    }
}

fn check<U: Update<i64>>(seed: u64, update: U) {
    let mut dice = Dice::new(seed);
    let labels = 1 + dice.below(5);
    let extents: Vec<usize> = (0..labels)
        .map(|_| match dice.below(12) {
            0 => 0,
            1 => 1,
            2 => 17 + dice.below(40),
            _ => 1 + dice.below(6),
        })
        .collect();
    let count = 1 + dice.below(3);
    let operands: Vec<Laid<i64>> = (0..count)
        .map(|_| {
            let mut names = pick(&mut dice, labels, 4);
            if !names.is_empty() && dice.one_in(6) {
                names.push(names[0]);
            }
            let salt = dice.below(7);
            Laid::random(&names, &extents, &mut dice, true, |n| ((n * 7 + salt) % 11) as i64 - 5)
        })
        .collect();
    let names = pick(&mut dice, labels, 4);
    let mut out = Laid::random(&names, &extents, &mut dice, false, |n| n as i64 * 1000);
    let borrowed: Vec<&Laid<i64>> = operands.iter().collect();
    let kernel = |v: &[i64]| match v {
        [a] => *a,
        [a, b] => a * b,
        [a, b, c] => (a - b) * c,
        _ => unreachable!(),
    };
    let expected = oracle(&extents, &borrowed, kernel, None, &out, U::apply);
    let axes: Vec<Axes> = operands.iter().map(Laid::axes).collect();
    let (out_axes, ptr) = (out.axes(), out.mut_ptr());
    // SAFETY: `Laid` has room for every index below the extents, and outputs do not overlap.
    unsafe {
        match &operands[..] {
            [a] => run::<Any, _, _, _>(&extents, (a.ptr(), ()), &axes, &First(PhantomData), ptr, &out_axes, update),
            [a, b] => run::<Any, _, _, _>(
                &extents,
                (a.ptr(), (b.ptr(), ())),
                &axes,
                &Times(PhantomData),
                ptr,
                &out_axes,
                update,
            ),
            [a, b, c] => {
                let args = (a.ptr(), (b.ptr(), (c.ptr(), ())));
                run::<Any, _, _, _>(&extents, args, &axes, &Mixed(PhantomData), ptr, &out_axes, update);
            }
            _ => unreachable!(),
        }
    }
    let described: Vec<_> = borrowed.iter().map(|laid| (&laid.labels, &laid.strides)).collect();
    assert_eq!(out.data, expected, "extents {extents:?} operands {described:?} out {:?} {:?}", out.labels, out.strides);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn any_nest_is_what_the_odometer_says(seed in any::<u64>()) {
        check(seed, Set);
        check(seed, SetNegated);
        check(seed, Add);
        check(seed, Subtract);
    }
}

/// One operand through the nest.
fn reduce<T: Element>(labels: &[u8], extents: &[usize], value: impl Fn(usize) -> T, kept: &[u8], fill: T) -> Vec<T> {
    let operand = Laid::rows(labels, extents, value);
    let mut out = Laid::rows(kept, extents, |_| fill);
    let (out_axes, ptr) = (out.axes(), out.mut_ptr());
    // SAFETY: as in `check`.
    unsafe {
        let args = (operand.ptr(), ());
        run::<Any, _, _, _>(extents, args, &[operand.axes()], &First(PhantomData), ptr, &out_axes, Set);
    }
    out.data
}

#[test]
fn twenty_million_ones_do_not_stall() {
    const MANY: usize = 20_000_000;
    assert_eq!(reduce(&[0], &[MANY], |_| 1f32, &[], f32::NAN), [20_000_000.0]);
    assert_eq!(reduce(&[0, 1], &[MANY, 2], |_| 1f32, &[1], f32::NAN), [20_000_000.0; 2]);
    // A wide tile, with more rows than are added one after another.
    assert_eq!(reduce(&[0, 1], &[200_000, 100], |_| 1f32, &[1], f32::NAN), [200_000.0; 100]);
}

/// Random bits of a float in `(-2, 2)`: rounding shows each change of the order of additions.
fn rough(at: usize) -> f32 {
    let bits = (at as u32).wrapping_mul(0x9e37_79b9).rotate_left(13).wrapping_mul(0x85eb_ca6b);
    (bits as f32 / u32::MAX as f32 - 0.5) * 4.0
}

#[test]
fn tiers_give_the_same_bits() {
    let extents = [37, 53, 401];
    let subscripts: [(&[u8], &[u8], &[u8]); 7] = [
        (&[0, 1, 2], &[1, 2], &[0]),
        (&[0, 1, 2], &[0], &[2, 1]),
        (&[2, 1, 0], &[1, 0], &[2]),
        (&[0, 1], &[1, 0], &[0, 1]),
        (&[0, 2], &[2, 1], &[0, 1]),
        (&[0, 2], &[1, 2], &[0, 1]),
        (&[0, 1, 2], &[2, 0, 1], &[]),
    ];
    for (a, b, kept) in subscripts {
        let (a, b) = (Laid::rows(a, &extents, rough), Laid::rows(b, &extents, |at| rough(at + 9)));
        let axes = [a.axes(), b.axes()];
        let run = |tier: Tier| {
            let mut out = Laid::rows(kept, &extents, |_| f32::NAN);
            let (out_axes, ptr) = (out.axes(), out.mut_ptr());
            let mut loops = Loops::new();
            assert!(matches!(loops.fill(&extents, &&axes[..], &[out_axes.as_ref()]), Work::Points));
            let args = (a.ptr(), (b.ptr(), ()));
            let joining = Joining::new::<Any, (*const f32, (*const f32, ())), Times<f32>, Sum, Set>(
                &Times(PhantomData),
                None,
                &Set,
                tier,
            );
            // SAFETY: as in `check`; the CPU has the tier.
            unsafe { fold::run(&mut loops, &joining, &mut Hand::new(&args), &&axes[..], ptr.cast()) };
            out.data.iter().map(|element| element.to_bits()).collect::<Vec<_>>()
        };
        let portable = run(Tier::Portable);
        for tier in Tier::supported() {
            assert_eq!(portable, run(tier), "{tier}: {:?} {:?}", a.labels, b.labels);
        }
    }
}

#[test]
fn long_sums_are_as_exact_as_pairwise_ones() {
    let extents = [100_003, 3];
    for (labels, kept) in [(&[0u8, 1][..], &[1u8][..]), (&[1, 0], &[1]), (&[0, 1], &[]), (&[0], &[])] {
        let a = Laid::rows(labels, &extents, |at| rough(at) + 2.0);
        let sums = reduce(labels, &extents, |at| rough(at) + 2.0, kept, f32::NAN);
        let wide =
            Laid { data: a.data.iter().map(|&x| f64::from(x)).collect(), ..Laid::rows(labels, &extents, |_| 0.0) };
        let exact = oracle(&extents, &[&wide], |v| v[0], None, &Laid::rows(kept, &extents, |_| 0.0), |_, new| new);
        for (sum, exact) in sums.iter().zip(exact) {
            // Pairwise summation of n positive terms errs by at most log2(n) half units; 19 for the longest here.
            assert!((f64::from(*sum) - exact).abs() <= exact * 19.0 * f64::from(f32::EPSILON) / 2.0, "{sum} {exact}");
        }
    }
}

#[test]
fn halves_of_a_summed_nest_meet() {
    // Summed labels around a tile: two loops of which the outer one is short, the inner one long, and both do not fuse.
    for (outer, inner) in [(3, 1000), (1000, 3), (300, 300)] {
        let extents = [outer, inner, 5];
        let value = |n: usize| (n % 97) as i64;
        let a = Laid::rows(&[0, 2, 1], &extents, value);
        let mut out = Laid::rows(&[2], &extents, |_| -1i64);
        let expected = oracle(&extents, &[&a], |v| v[0], None, &out, |_, new| new);
        let (out_axes, ptr) = (out.axes(), out.mut_ptr());
        // SAFETY: as in `check`.
        unsafe { run::<Any, _, _, _>(&extents, (a.ptr(), ()), &[a.axes()], &First(PhantomData), ptr, &out_axes, Set) }
        assert_eq!(out.data, expected, "{outer} {inner}");
        let b = Laid::rows(&[0, 1, 2], &extents, value);
        let repeated = Laid::rows(&[1], &extents, value);
        let mut out = Laid::rows(&[2], &extents, |_| -1i64);
        let expected = oracle(&extents, &[&b, &repeated], |v| v[0] * v[1], None, &out, |_, new| new);
        let ptr = out.mut_ptr();
        // SAFETY: as in `check`.
        unsafe {
            let args = (b.ptr(), (repeated.ptr(), ()));
            run::<Any, _, _, _>(&extents, args, &[b.axes(), repeated.axes()], &Times(PhantomData), ptr, &out_axes, Set);
        }
        assert_eq!(out.data, expected, "{outer} {inner}");
    }
}

#[test]
fn an_output_is_updated_in_place() {
    let extents = [70, 90];
    for order in [[0, 1], [1, 0]] {
        let mut out = Laid::rows(&order, &extents, |n| n as i64);
        let mut axes = Axes::new();
        out.labels.iter().zip(&out.strides).for_each(|(&label, &stride)| axes.push(label, stride));
        let mut row = Axes::new();
        row.push(1, 1);
        let other: Vec<i64> = (0..90).collect();
        let ptr = out.mut_ptr();
        // SAFETY: as in `check`; the first operand is the output, at the same labels.
        unsafe {
            let args = (ptr.cast_const(), (other.as_ptr(), ()));
            run::<Any, _, _, _>(&extents, args, &[axes, row], &Times(PhantomData), ptr, &axes, Add);
        }
        odometer(&extents, |index| {
            let old = out.offset(index) as i64;
            assert_eq!(out.data[out.offset(index)], old + old * index[1] as i64);
        });
    }
}

#[test]
fn large_transposes() {
    for extents in [[131, 257, 3], [257, 131, 2], [200, 200, 5], [40, 300, 4]] {
        for (labels, kept) in [([0, 1, 2], [2, 1, 0]), ([0, 2, 1], [1, 0, 2]), ([2, 0, 1], [2, 1, 0])] {
            let a = Laid::rows(&labels, &extents, |n| n as i64);
            let mut out = Laid::rows(&kept, &extents, |_| -1i64);
            let (out_axes, ptr) = (out.axes(), out.mut_ptr());
            // SAFETY: as in `check`.
            unsafe {
                run::<Any, _, _, _>(&extents, (a.ptr(), ()), &[a.axes()], &First(PhantomData), ptr, &out_axes, Set)
            }
            odometer(&extents, |index| assert_eq!(out.data[out.offset(index)], a.data[a.offset(index)]));
        }
    }
}

/// An element larger than a tile.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Large([i64; 1100]);

impl Element for Large {
    type Gang<S: Simd> = S::Array<Self>;
    fn zero() -> Self {
        Large([0; 1100])
    }
    fn one() -> Self {
        Large([1; 1100])
    }
    fn plus(self, rhs: Self) -> Self {
        Large(core::array::from_fn(|at| self.0[at] + rhs.0[at]))
    }
    fn times(self, rhs: Self) -> Self {
        Large(core::array::from_fn(|at| self.0[at] * rhs.0[at]))
    }
}

#[test]
fn elements_larger_than_a_tile() {
    // Gangs of them are on the stack, several at once.
    std::thread::Builder::new().stack_size(64 << 20).spawn(reduce_large).unwrap().join().unwrap();
}

fn reduce_large() {
    let sum = reduce(&[0, 1], &[3, 4], |n| Large([n as i64; 1100]), &[1], Large([-1; 1100]));
    assert_eq!(sum, [12, 15, 18, 21].map(|n| Large([n; 1100])));
    let copied = reduce(&[0, 1], &[3, 4], |n| Large([n as i64; 1100]), &[1, 0], Large([-1; 1100]));
    assert_eq!(copied, [0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11].map(|n| Large([n; 1100])));
}

#[test]
fn more_operands_than_the_inline_table_holds() {
    // Nine labels of extent 2 over eight operands and an output: 81 strides.
    let extents = [2usize; 9];
    let laid: Vec<Laid<i64>> = (0..8).map(|n| Laid::rows(&[n as u8, 8], &extents, move |at| (at + n) as i64)).collect();
    let axes: Vec<Axes> = laid.iter().map(Laid::axes).collect();
    let mut out = Laid::rows(&[8, 0], &extents, |_| -1i64);
    #[derive(Clone, Copy)]
    struct Sum8;
    type List<X> = (X, (X, (X, (X, (X, (X, (X, (X, ()))))))));
    impl Node<List<*const i64>> for Sum8 {
        type T = i64;
        const WIDEST: usize = 8;
        const COST: usize = 1;
        fn eval<S: Simd>(&self, _: S, &(a, (b, (c, (d, (e, (f, (g, (h, ())))))))): &List<S::I64>) -> S::I64 {
            a * b + c * d + e * f + g * h
        }
    }
    let borrowed: Vec<&Laid<i64>> = laid.iter().collect();
    let kernel = |v: &[i64]| v[0] * v[1] + v[2] * v[3] + v[4] * v[5] + v[6] * v[7];
    let expected = oracle(&extents, &borrowed, kernel, None, &out, |_, new| new);
    let p: Vec<*const i64> = laid.iter().map(Laid::ptr).collect();
    let args = (p[0], (p[1], (p[2], (p[3], (p[4], (p[5], (p[6], (p[7], ()))))))));
    let (out_axes, ptr) = (out.axes(), out.mut_ptr());
    // SAFETY: as in `check`.
    unsafe { run::<Any, _, _, _>(&extents, args, &axes, &Sum8, ptr, &out_axes, Set) }
    assert_eq!(out.data, expected);
}

#[test]
fn nothing_is_read_where_nothing_is() {
    assert_eq!(reduce(&[0, 1], &[0, 3], |_| 1.0, &[1], f64::NAN), [0.0; 3]);
    assert_eq!(reduce(&[0], &[0], |_| 1.0, &[], f64::NAN), [0.0]);
    assert_eq!(reduce(&[], &[], |_| 4.0, &[], f64::NAN), [4.0]);
    // One element is laid out for the empty output, and it stays.
    assert_eq!(reduce(&[0, 1], &[3, 0], |_| 1.0, &[1], 7.0), [7.0]);
}
