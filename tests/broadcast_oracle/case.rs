//! Random cases, operands laid out in memory, and the odometer over their indices.

use std::fmt::Write;

use ndweave::{
    Array, Element, Shape, View, View1, View2, View3, View4, ViewMut, ViewMut1, ViewMut2, ViewMut3, ViewMut4,
};
use num_complex::Complex;

/// An element type, with the number that stands where no element is.
pub trait Number: Element + PartialEq {
    const GAP: Self;
    fn of(x: i32) -> Self;
    /// Equal to the bit; NaNs are equal.
    fn same(self, other: Self) -> bool;
}

macro_rules! floats {
    ($($T:ident)*) => { $(
        impl Number for $T {
            const GAP: Self = $T::NAN;
            fn of(x: i32) -> Self {
                x as $T
            }
            fn same(self, other: Self) -> bool {
                self.to_bits() == other.to_bits() || (self.is_nan() && other.is_nan())
            }
        }
    )* };
}

macro_rules! integers {
    ($($T:ident)*) => { $(
        impl Number for $T {
            const GAP: Self = 77;
            fn of(x: i32) -> Self {
                x as $T
            }
            fn same(self, other: Self) -> bool {
                self == other
            }
        }
    )* };
}

floats! { f32 f64 }
integers! { i64 i16 u8 usize }

impl Number for bool {
    const GAP: Self = true;
    fn of(x: i32) -> Self {
        x % 2 != 0
    }
    fn same(self, other: Self) -> bool {
        self == other
    }
}

impl Number for Complex<f64> {
    const GAP: Self = Complex::new(f64::NAN, f64::NAN);
    fn of(x: i32) -> Self {
        Complex::new(x.into(), (3 * x % 7).into())
    }
    fn same(self, other: Self) -> bool {
        self.re.same(other.re) && self.im.same(other.im)
    }
}

/// One case: random numbers, and what they decided.
pub struct Case {
    seed: u64,
    state: u64,
    /// Whether all operands are row-major without gaps.
    plain: bool,
    said: String,
}

/// Says which case it was that panicked.
impl Drop for Case {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("in case {}:{}", self.seed, self.said);
        }
    }
}

/// Runs `test` on the extents given, each in two layouts, and on random ones of at most 20,000 points.
pub fn cases<const R: usize>(edges: &[[usize; R]], test: impl Fn(&mut Case, [usize; R])) {
    let random = std::env::var("NDWEAVE_ORACLE_CASES").map_or(30, |text| text.parse().expect("a number of cases"));
    for seed in 0..2 * edges.len() + random {
        let mut case = Case { seed: seed as u64, state: seed as u64, plain: false, said: String::new() };
        case.plain = case.below(4) == 0;
        let extents = edges.get(seed / 2).copied().unwrap_or_else(|| case.extents(20_000));
        write!(case.said, " extents {extents:?};").expect("a string grows");
        test(&mut case, extents);
    }
}

impl Case {
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// A small integer.
    pub fn small<T: Number>(&mut self) -> T {
        T::of(self.below(19) as i32 - 9)
    }

    /// A number with some digits behind the point, or an edge.
    pub fn real(&mut self) -> f64 {
        const EDGES: [f64; 6] = [0.0, -0.0, 1.0, f64::INFINITY, f64::NAN, f64::MIN_POSITIVE];
        match self.below(40) {
            edge if edge < EDGES.len() => EDGES[edge],
            _ => (self.below(1 << 20) as f64 - 5e5) / 777.0,
        }
    }

    /// Extents of 0 to 70, at times a long one, of at most `most` points.
    fn extents<const R: usize>(&mut self, most: usize) -> [usize; R] {
        const EDGES: [usize; 12] = [7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65];
        let mut extents = [0; R].map(|_: usize| match self.below(32) {
            0 => 0,
            1..4 => 1,
            4..12 => EDGES[self.below(EDGES.len())],
            12 => 70 + self.below(6000),
            _ => 2 + self.below(69),
        });
        while extents.iter().product::<usize>() > most {
            let largest = extents.iter_mut().max().expect("there are axes");
            *largest = *largest * 2 / 3;
        }
        extents
    }

    /// The axes in random order.
    fn order<const R: usize>(&mut self) -> [usize; R] {
        let mut order = core::array::from_fn(|axis| axis);
        (1..R).for_each(|at| order.swap(at, self.below(at + 1)));
        order
    }

    /// An operand in a random layout; `draw` gives its elements.
    pub fn operand<T: Number, const R: usize>(
        &mut self,
        extents: [usize; R],
        draw: impl Fn(&mut Self) -> T,
    ) -> Laid<T, R> {
        self.lay(extents, true, draw)
    }

    /// The same, but different indices lead to different elements.
    pub fn target<T: Number, const R: usize>(
        &mut self,
        extents: [usize; R],
        draw: impl Fn(&mut Self) -> T,
    ) -> Laid<T, R> {
        self.lay(extents, false, draw)
    }

    fn lay<T: Number, const R: usize>(
        &mut self,
        extents: [usize; R],
        repeats: bool,
        draw: impl Fn(&mut Self) -> T,
    ) -> Laid<T, R> {
        let mut strides = [0; R];
        let (mut span, mut offset) = (1, 0);
        // Row-major, column-major or any order; with gaps in half of the other cases.
        let mut order: [usize; R] = core::array::from_fn(|axis| R - 1 - axis);
        let kind = if self.plain { 0 } else { self.below(6) };
        match kind {
            0 => {}
            1 => order.reverse(),
            _ => order = self.order(),
        }
        if kind > 3 {
            (span, offset) = (1 + self.below(3) as isize, self.below(9) as isize);
        }
        for axis in order {
            let steps = extents[axis].max(1) as isize;
            let (zero, backwards) = (repeats && kind > 1 && self.below(8) == 0, kind > 2 && self.below(3) == 0);
            strides[axis] = if zero { 0 } else { span };
            if backwards {
                offset += strides[axis] * (steps - 1);
                strides[axis] = -strides[axis];
            }
            if !zero {
                span = span * steps + if kind > 3 { self.below(4) as isize } else { 0 };
            }
        }
        let mut laid = Laid { buffer: Vec::new(), extents, strides, offset: offset as usize };
        let mut end = laid.offset + 1;
        points(extents).for_each(|index| end = end.max(laid.place(index) + 1));
        laid.buffer = vec![T::GAP; end + if kind > 3 { 5 } else { 0 }];
        for index in points(extents) {
            let place = laid.place(index);
            laid.buffer[place] = draw(self);
        }
        write!(self.said, " {extents:?} by {strides:?};").expect("a string grows");
        laid
    }
}

/// A buffer, and the view of it.
#[derive(Clone)]
pub struct Laid<T, const R: usize> {
    pub buffer: Vec<T>,
    pub extents: [usize; R],
    pub strides: [isize; R],
    pub offset: usize,
}

impl<T: Number, const R: usize> Laid<T, R> {
    fn place(&self, index: [usize; R]) -> usize {
        let along = |axis: usize| index[axis] as isize * self.strides[axis];
        (self.offset as isize + (0..R).map(along).sum::<isize>()) as usize
    }

    pub fn at(&self, index: [usize; R]) -> T {
        self.buffer[self.place(index)]
    }

    /// That each element is what `expected` says, to the bit, and that what lies between them is as `before`.
    #[track_caller]
    pub fn holds(&self, before: &Self, expected: impl Fn([usize; R]) -> T) {
        let mut after = before.buffer.clone();
        points(self.extents).for_each(|index| after[self.place(index)] = expected(index));
        for (place, (&got, &expected)) in self.buffer.iter().zip(&after).enumerate() {
            if !got.same(expected) {
                let index = points(self.extents).find(|&index| self.place(index) == place);
                panic!("{got:?}, not {expected:?}, at place {place}, index {index:?}");
            }
        }
    }
}

macro_rules! views {
    ($($R:literal: $View:ident $ViewMut:ident;)*) => { $(
        impl<T: Number> Laid<T, $R> {
            pub fn view(&self) -> $View<'_, T> {
                View::from_slice_strided(&self.buffer, self.extents, self.strides, self.offset).unwrap()
            }
            pub fn view_mut(&mut self) -> $ViewMut<'_, T> {
                ViewMut::from_slice_strided(&mut self.buffer, self.extents, self.strides, self.offset).unwrap()
            }
        }
    )* };
}

views! { 1: View1 ViewMut1; 2: View2 ViewMut2; 3: View3 ViewMut3; 4: View4 ViewMut4; }

/// All indices below the extents, the last one fastest.
pub fn points<const R: usize>(extents: [usize; R]) -> impl Iterator<Item = [usize; R]> {
    let mut next = (!extents.contains(&0)).then_some([0; R]);
    core::iter::from_fn(move || {
        let index = next?;
        let mut after = index;
        next = None;
        for axis in (0..R).rev() {
            after[axis] += 1;
            if after[axis] < extents[axis] {
                next = Some(after);
                break;
            }
            after[axis] = 0;
        }
        Some(index)
    })
}

#[track_caller]
fn compare<T: Number, S: Shape, const R: usize>(
    got: &Array<T, S>,
    extents: [usize; R],
    expected: impl Fn([usize; R]) -> T,
    equal: impl Fn(T, T) -> bool,
) {
    assert_eq!(got.extents().as_ref(), extents);
    assert_eq!(got.as_slice().len(), extents.iter().product::<usize>());
    for (index, &got) in points(extents).zip(got.as_slice()) {
        let expected = expected(index);
        assert!(equal(got, expected), "{got:?}, not {expected:?}, at {index:?}");
    }
}

/// That a result has these extents and, to the bit, these elements.
#[track_caller]
pub fn same<T: Number, S: Shape, const R: usize>(
    got: &Array<T, S>,
    extents: [usize; R],
    expected: impl Fn([usize; R]) -> T,
) {
    compare(got, extents, expected, T::same);
}

/// That a result has these extents and equal elements: zeros of either sign.
#[track_caller]
pub fn equal<T: Number, S: Shape, const R: usize>(
    got: &Array<T, S>,
    extents: [usize; R],
    expected: impl Fn([usize; R]) -> T,
) {
    compare(got, extents, expected, |got, expected| got == expected || got.same(expected));
}

#[test]
fn an_odometer_visits_all_indices_in_order() {
    assert_eq!(points([2, 3]).collect::<Vec<_>>(), [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]]);
    assert_eq!(points([2, 0]).count(), 0);
    assert_eq!(points([]).count(), 1);
}

/// Layouts are what the cases need: all kinds of strides, and no element in the place of another that is written.
#[test]
fn layouts_differ() {
    let mut case = Case { seed: 0, state: 0, plain: false, said: String::new() };
    let (mut zeros, mut backwards, mut gaps, mut turned) = (0, 0, 0, 0);
    for _ in 0..100 {
        let operand = case.operand([3, 4, 5], Case::small::<f64>);
        zeros += usize::from(operand.strides.contains(&0));
        backwards += usize::from(operand.strides.iter().any(|&stride| stride < 0));
        gaps += usize::from(operand.buffer.iter().any(|x| x.is_nan()));
        turned += usize::from(operand.strides[0].abs() < operand.strides[2].abs());
        let target = case.target([3, 4, 5], Case::small::<f64>);
        let mut places: Vec<usize> = points([3, 4, 5]).map(|index| target.place(index)).collect();
        places.sort();
        places.dedup();
        assert_eq!(places.len(), 60);
    }
    assert!(zeros > 10 && backwards > 10 && gaps > 10 && turned > 10, "{zeros} {backwards} {gaps} {turned}");
}
