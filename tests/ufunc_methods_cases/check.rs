//! Operands as the cases describe them, and comparison with what NumPy says.

use std::fmt::Debug;

use ndweave::ShapeError;

use crate::layouts::{FAITHFUL, Laid, layouts, row_major};
use crate::oracle::Plain;

/// Element types of these entries.
pub trait Value: Copy + PartialEq + Debug {
    /// What lies around the elements: a call that reads it shows.
    const FILLER: Self;

    fn from_f64(x: f64) -> Self;
    fn to_f64(self) -> f64;
}

macro_rules! values {
    ($($T:ty: $filler:expr, |$x:ident| $from:expr;)*) => { $(
        impl Value for $T {
            const FILLER: Self = $filler;

            fn from_f64($x: f64) -> Self {
                $from
            }
            fn to_f64(self) -> f64 {
                self as f64
            }
        }
    )* };
}

values! {
    f64: 77.0, |x| x;
    i64: 77, |x| x as i64;
    i32: 77, |x| x as i32;
    u8: 77, |x| x as u8;
}

impl Value for bool {
    const FILLER: Self = true;

    fn from_f64(x: f64) -> Self {
        x != 0.0
    }
    fn to_f64(self) -> f64 {
        f64::from(u8::from(self))
    }
}

/// How elements are drawn.
pub enum Data<T> {
    Lcg(u64, i64, u64),
    Arange(i64, i64),
    Constant(T),
    List(Vec<T>),
}

pub fn lcg<T>(seed: u64, lo: i64, n: u64) -> Data<T> {
    Data::Lcg(seed, lo, n)
}

pub fn arange<T>(first: i64, step: i64) -> Data<T> {
    Data::Arange(first, step)
}

pub fn constant<T>(value: T) -> Data<T> {
    Data::Constant(value)
}

pub fn list<T: Copy>(values: &[T]) -> Data<T> {
    Data::List(values.to_vec())
}

/// An operand: its elements, and where they lie.
pub struct Given<T> {
    extents: Vec<usize>,
    data: Data<T>,
    memory: Option<Memory>,
}

struct Memory {
    strides: Vec<isize>,
    offset: usize,
    len: usize,
    /// Whether the values fill the buffer, and the view reads some of them more than once.
    fills_buffer: bool,
}

pub fn given<T>(extents: &[usize], data: Data<T>) -> Given<T> {
    Given { extents: extents.to_vec(), data, memory: None }
}

impl<T: Value> Given<T> {
    pub fn at(self, strides: &[isize], offset: usize, len: usize, fills_buffer: bool) -> Self {
        Given { memory: Some(Memory { strides: strides.to_vec(), offset, len, fills_buffer }), ..self }
    }

    fn values(&self, len: usize) -> Vec<T> {
        match &self.data {
            &Data::Lcg(mut state, lo, n) => (0..len)
                .map(|_| {
                    state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                    T::from_f64((lo + ((state >> 33) % n) as i64) as f64)
                })
                .collect(),
            Data::Arange(first, step) => (0..len).map(|k| T::from_f64((first + k as i64 * step) as f64)).collect(),
            Data::Constant(value) => vec![*value; len],
            Data::List(values) => values.clone(),
        }
    }

    /// The operand as the entry has it.
    pub fn lay(&self) -> Laid<T> {
        let len = self.extents.iter().product();
        let Some(Memory { strides, offset, len: room, fills_buffer }) = &self.memory else {
            return Laid::new("the entry's", &self.extents, &row_major(&self.extents), &self.values(len), T::FILLER);
        };
        let (extents, strides, offset) = (self.extents.clone(), strides.clone(), *offset);
        let buffer = if *fills_buffer { self.values(*room) } else { vec![T::FILLER; *room] };
        let mut laid = Laid { name: "the entry's", buffer, extents, strides, offset };
        if !fills_buffer {
            for (place, value) in laid.places().into_iter().zip(self.values(len)) {
                laid.buffer[place] = value;
            }
        }
        laid
    }

    /// The operand as the entry has it, and in every layout that has its elements.
    pub fn layouts(&self) -> Vec<Laid<T>> {
        let others = layouts(&self.extents, &self.lay().plain().values, T::FILLER);
        std::iter::once(self.lay()).chain(others.into_iter().take(FAITHFUL)).collect()
    }
}

/// What NumPy says.
pub enum Expect<T> {
    Refusal,
    All(Vec<usize>, Vec<T>),
    /// The sum, the sum weighted by `k % 97 + 1`, and some elements with their positions.
    Digest(Vec<usize>, f64, f64, Vec<(usize, T)>),
}

pub fn refusal<T>() -> Expect<T> {
    Expect::Refusal
}

pub fn all<T: Copy>(extents: &[usize], values: &[T]) -> Expect<T> {
    Expect::All(extents.to_vec(), values.to_vec())
}

pub fn digest<T: Copy>(extents: &[usize], sum: f64, weighted: f64, probes: &[(usize, T)]) -> Expect<T> {
    Expect::Digest(extents.to_vec(), sum, weighted, probes.to_vec())
}

/// A scalar result.
pub fn scalar<T>(value: T) -> Plain<T> {
    Plain { extents: Vec::new(), values: vec![value] }
}

impl<T: Value> Expect<T> {
    pub fn check(&self, result: Result<Plain<T>, ShapeError>) {
        match (self, result) {
            (Expect::Refusal, Err(_)) => {}
            (Expect::Refusal, Ok(result)) => panic!("not refused: {result:?}"),
            (_, Err(error)) => panic!("refused: {error}"),
            (Expect::All(extents, values), Ok(result)) => {
                assert_eq!(&result.extents, extents);
                for (k, (got, expected)) in result.values.iter().zip(values).enumerate() {
                    let (got, expected) = (got.to_f64(), expected.to_f64());
                    assert!(
                        got == expected || got.is_nan() && expected.is_nan(),
                        "element {k}: {got} is not {expected}"
                    );
                }
                assert_eq!(result.values.len(), values.len());
            }
            (Expect::Digest(extents, sum, weighted, probes), Ok(result)) => {
                assert_eq!(&result.extents, extents);
                let values: Vec<f64> = result.values.iter().map(|x| x.to_f64()).collect();
                assert_eq!(values.iter().sum::<f64>(), *sum);
                assert_eq!(values.iter().enumerate().map(|(k, x)| x * (k % 97 + 1) as f64).sum::<f64>(), *weighted);
                probes.iter().for_each(|&(k, x)| assert_eq!(result.values[k], x, "element {k}"));
            }
        }
    }
}

/// Runs a call on an operand in every layout.
#[macro_export]
macro_rules! each {
    ($given:expr, $rank:tt, |$x:ident| $call:expr) => {
        for laid in $given.layouts() {
            let $x = $crate::view!(&laid, $rank);
            $call;
        }
    };
}

/// Runs a call that writes its operand in every layout, and looks at the operand, and at what lies around it.
#[macro_export]
macro_rules! each_mut {
    ($given:expr, $rank:tt, |$x:ident| $call:expr, $expect:ident) => {
        for mut laid in $given.layouts() {
            let before = laid.buffer.clone();
            let result = {
                let laid = &mut laid;
                #[allow(unused_mut)]
                let mut $x = $crate::view_mut!(laid, $rank);
                $call
            };
            let inside = laid.places();
            for place in 0..before.len() {
                if result.is_err() || !inside.contains(&place) {
                    assert_eq!(laid.buffer[place], before[place]);
                }
            }
            $expect.check(result.map(|()| laid.plain()));
        }
    };
}
