//! Positional kernels against NumPy's results, and against scalar Rust where an operand repeats its elements.

use ndweave::ShapeError;

use crate::layouts::{FAITHFUL, LAYOUTS, Laid, layouts, row_major};
use crate::oracle::Plain;

/// Element types of these entries, whose values are small integers.
pub trait Number: Copy + PartialEq + std::fmt::Debug {
    fn from_i64(x: i64) -> Self;
    fn to_i64(self) -> i64;
    /// The bits: zeros of either sign differ.
    fn bits(self) -> u64;
}

macro_rules! numbers {
    ($($T:ident)*) => { $(
        impl Number for $T {
            fn from_i64(x: i64) -> Self {
                x as $T
            }
            fn to_i64(self) -> i64 {
                let x = self as i64;
                assert!(x as $T == self, "{self:?} is not an integer");
                x
            }
            fn bits(self) -> u64 {
                self.to_bits().into()
            }
        }
    )* };
}

numbers! { f64 f32 }

/// What surrounds the elements of an operand: a kernel that reads it shows.
const FILLER: i64 = 77;

/// How an operand's values are drawn, and where they lie.
pub struct Recipe {
    extents: &'static [usize],
    seed: u64,
    lo: i64,
    n: u64,
    memory: Option<Memory>,
}

struct Memory {
    strides: &'static [isize],
    offset: usize,
    len: usize,
    /// Whether the values fill the buffer, and the view reads some of them more than once.
    fills_buffer: bool,
}

pub const fn lcg(extents: &'static [usize], seed: u64, lo: i64, n: u64) -> Recipe {
    Recipe { extents, seed, lo, n, memory: None }
}

impl Recipe {
    pub const fn at(mut self, strides: &'static [isize], offset: usize, len: usize, fills_buffer: bool) -> Self {
        self.memory = Some(Memory { strides, offset, len, fills_buffer });
        self
    }

    fn values<T: Number>(&self) -> impl Iterator<Item = T> {
        let mut state = self.seed;
        std::iter::repeat_with(move || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            T::from_i64(self.lo + ((state >> 33) % self.n) as i64)
        })
    }

    /// The operand as the entry has it.
    pub fn lay<T: Number>(&self) -> Laid<T> {
        let len = self.extents.iter().product();
        let Some(memory) = &self.memory else {
            let values: Vec<T> = self.values().take(len).collect();
            return Laid::new("the entry's", self.extents, &row_major(self.extents), &values, T::from_i64(FILLER));
        };
        let mut laid = Laid {
            name: "the entry's",
            buffer: vec![T::from_i64(FILLER); memory.len],
            extents: self.extents.to_vec(),
            strides: memory.strides.to_vec(),
            offset: memory.offset,
        };
        if memory.fills_buffer {
            laid.buffer = self.values().take(memory.len).collect();
            return laid;
        }
        for (place, value) in laid.places().into_iter().zip(self.values()) {
            laid.buffer[place] = value;
        }
        laid
    }

    /// The operand in every layout.
    fn layouts<T: Number>(&self) -> [Laid<T>; LAYOUTS] {
        layouts(self.extents, &self.lay().plain().values, T::from_i64(FILLER))
    }
}

/// What NumPy says.
pub enum Expect {
    Refusal,
    Shape(&'static [usize]),
    All(&'static [usize], &'static [i64]),
    /// The sum, the sum weighted by `k % 97 + 1`, and some elements with their positions.
    Digest {
        extents: &'static [usize],
        sum: i64,
        weighted: i64,
        probes: &'static [(usize, i64)],
    },
}

impl Expect {
    fn check<T: Number>(&self, result: Option<&Plain<T>>) {
        let Some(result) = result else {
            assert!(matches!(self, Expect::Refusal), "refused");
            return;
        };
        let got: Vec<i64> = result.values.iter().map(|x| x.to_i64()).collect();
        match self {
            Expect::Refusal => panic!("not refused: {result:?}"),
            Expect::Shape(extents) => assert_eq!(result.extents, *extents),
            Expect::All(extents, values) => assert_eq!((&result.extents[..], &got[..]), (*extents, *values)),
            Expect::Digest { extents, sum, weighted, probes } => {
                assert_eq!(result.extents, *extents);
                assert_eq!(got.iter().sum::<i64>(), *sum);
                assert_eq!(got.iter().enumerate().map(|(k, x)| x * (k as i64 % 97 + 1)).sum::<i64>(), *weighted);
                probes.iter().for_each(|&(k, x)| assert_eq!(got[k], x, "element {k}"));
            }
        }
    }
}

/// A kernel that makes a new array, and the same in scalar Rust.
pub struct Kernel<T> {
    pub run: fn(&[&Laid<T>]) -> Result<Plain<T>, ShapeError>,
    pub scalar: fn(&[T]) -> T,
}

/// A kernel that writes its first operand, and the same in scalar Rust: the old element, and those of the operands.
pub struct Into<T> {
    pub run: fn(&mut Laid<T>, &[&Laid<T>]) -> Result<(), ShapeError>,
    pub scalar: fn(T, &[T]) -> T,
}

macro_rules! kernels {
    ($($name:ident: $T:ty, ($($t:ident: $rank:tt),*), { $($kernel:tt)* }, $scalar:expr;)*) => { $(
        fn $name() -> $crate::positional_check::Kernel<$T> {
            fn run(operands: &[&$crate::layouts::Laid<$T>]) -> Result<$crate::oracle::Plain<$T>, ndweave::ShapeError> {
                let mut operands = operands.iter();
                $( let $t = $crate::view!(operands.next().unwrap(), $rank); )*
                ndweave::try_broadcast!($($kernel)*).map($crate::layouts::plain)
            }
            $crate::positional_check::Kernel { run, scalar: $scalar }
        }
    )* };
}
pub(crate) use kernels;

macro_rules! targets {
    ($($name:ident: $T:ty, $out:ident: $out_rank:tt, ($($t:ident: $rank:tt),*), { $($kernel:tt)* }, $scalar:expr;)*) => { $(
        fn $name() -> $crate::positional_check::Into<$T> {
            fn run(out: &mut $crate::layouts::Laid<$T>, operands: &[&$crate::layouts::Laid<$T>]) -> Result<(), ndweave::ShapeError> {
                let mut $out = $crate::view_mut!(out, $out_rank);
                let mut operands = operands.iter();
                $( let $t = $crate::view!(operands.next().unwrap(), $rank); )*
                ndweave::try_broadcast!($($kernel)*)
            }
            $crate::positional_check::Into { run, scalar: $scalar }
        }
    )* };
}
pub(crate) use targets;

/// The extents to which these stretch, aligned from the last.
fn common<'a>(shapes: impl Iterator<Item = &'a [usize]>) -> Option<Vec<usize>> {
    let mut all: Vec<usize> = Vec::new();
    for shape in shapes {
        let more = shape.len().saturating_sub(all.len());
        all.splice(0..0, std::iter::repeat_n(1, more));
        let behind = all.len() - shape.len();
        for (known, &extent) in all[behind..].iter_mut().zip(shape) {
            match (*known, extent) {
                (1, _) => *known = extent,
                (_, 1) => {}
                (known, extent) if known == extent => {}
                _ => return None,
            }
        }
    }
    Some(all)
}

/// The values of one operand at every index of `extents`, row-major.
fn stretched<T: Copy>(operand: &Plain<T>, extents: &[usize]) -> Vec<T> {
    let behind = extents.len() - operand.extents.len();
    let steps = row_major(&operand.extents);
    let mut places = vec![0];
    for (axis, &extent) in extents.iter().enumerate() {
        let own = axis.checked_sub(behind).filter(|&axis| operand.extents[axis] != 1);
        let step = own.map_or(0, |axis| steps[axis] as usize);
        places = places.iter().flat_map(|&place| (0..extent).map(move |i| place + i * step)).collect();
    }
    places.into_iter().map(|place| operand.values[place]).collect()
}

/// The scalar function at every index.
fn oracle<T: Copy>(operands: &[Plain<T>], extents: &[usize], scalar: impl Fn(usize, &[T]) -> T) -> Vec<T> {
    let columns: Vec<Vec<T>> = operands.iter().map(|operand| stretched(operand, extents)).collect();
    let at = |k| columns.iter().map(|column| column[k]).collect::<Vec<T>>();
    (0..extents.iter().product()).map(|k| scalar(k, &at(k))).collect()
}

fn same_bits<T: Number>(got: &[T], expected: &[T], layouts: &[&str]) {
    assert_eq!(got.len(), expected.len());
    for (k, (got, expected)) in got.iter().zip(expected).enumerate() {
        assert_eq!(got.bits(), expected.bits(), "element {k} is {got:?}, not {expected:?}; layouts {layouts:?}");
    }
}

/// All operands in one layout, and each one in another: as indices of layouts.
fn mixtures(operands: usize) -> impl Iterator<Item = Vec<usize>> {
    (0..3).flat_map(move |step| {
        (0..LAYOUTS).map(move |first| (0..operands).map(|n| (first + n * step) % LAYOUTS).collect())
    })
}

fn chosen<'a, T>(layouts: &'a [[Laid<T>; LAYOUTS]], mixture: &[usize]) -> Vec<&'a Laid<T>> {
    layouts.iter().zip(mixture).map(|(layouts, &n)| &layouts[n]).collect()
}

pub fn check<T: Number>(kernel: &Kernel<T>, recipes: &[Recipe], expect: &Expect) {
    let given: Vec<Laid<T>> = recipes.iter().map(Recipe::lay).collect();
    let given: Vec<&Laid<T>> = given.iter().collect();
    expect.check((kernel.run)(&given).ok().as_ref());

    let layouts: Vec<_> = recipes.iter().map(Recipe::layouts).collect();
    for mixture in mixtures(recipes.len()) {
        let operands = chosen(&layouts, &mixture);
        let names: Vec<&str> = operands.iter().map(|laid| laid.name).collect();
        let result = (kernel.run)(&operands);
        if mixture.iter().all(|&n| n < FAITHFUL) {
            expect.check(result.as_ref().ok());
        }
        let extents = common(recipes.iter().map(|recipe| recipe.extents));
        let Some(extents) = extents else {
            assert!(result.is_err(), "{names:?}");
            continue;
        };
        let plain: Vec<Plain<T>> = operands.iter().map(|laid| laid.plain()).collect();
        let expected = oracle(&plain, &extents, |_, t| (kernel.scalar)(t));
        let result = result.unwrap();
        assert_eq!(result.extents, extents, "{names:?}");
        same_bits(&result.values, &expected, &names);
    }
}

pub fn check_into<T: Number>(kernel: &Into<T>, target: Recipe, recipes: &[Recipe], expect: &Expect) {
    let layouts: Vec<_> = recipes.iter().map(Recipe::layouts).collect();
    for out in target.layouts::<T>().iter().filter(|out| out.is_writable()) {
        for mixture in mixtures(recipes.len()) {
            let operands = chosen(&layouts, &mixture);
            let mut names: Vec<&str> = operands.iter().map(|laid| laid.name).collect();
            names.push(out.name);
            let mut written = out.clone();
            let result = (kernel.run)(&mut written, &operands);
            if mixture.iter().all(|&n| n < FAITHFUL) {
                expect.check(result.as_ref().ok().map(|()| written.plain()).as_ref());
            }
            // The whole buffer: what is not the target's stays, and all of it where the call is refused.
            let mut expected = out.buffer.clone();
            if !matches!(expect, Expect::Refusal) {
                result.unwrap();
                let plain: Vec<Plain<T>> = operands.iter().map(|laid| laid.plain()).collect();
                let old = out.plain().values;
                let values = oracle(&plain, &out.extents, |k, t| (kernel.scalar)(old[k], t));
                for (place, value) in out.places().into_iter().zip(values) {
                    expected[place] = value;
                }
            }
            same_bits(&written.buffer, &expected, &names);
        }
    }
}

/// The axes along which a stretched view repeats itself.
pub fn stretches(strides: &[isize], zero: &[usize]) {
    for (axis, &stride) in strides.iter().enumerate() {
        assert_eq!(stride == 0, zero.contains(&axis), "axis {axis} of {strides:?}");
    }
}
