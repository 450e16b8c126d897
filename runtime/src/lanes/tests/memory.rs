//! Loads and stores in all their forms, and the orders of lanes: what is read and written, and what is left alone.

use super::samples::{Random, Sample, count};
use super::{Test, on_every_tier};
use crate::lanes::dispatch::Tier;
use crate::lanes::{LaneArray, Lanes, Mask, Simd};

/// One element type on one tier.
struct Memory<S, T> {
    s: S,
    what: String,
    random: Random,
    /// Values, with room on both sides of the middle.
    values: Vec<T>,
}

/// The middle of `Memory::values`.
const MIDDLE: usize = 64;

impl<S: Simd, T: Sample> Memory<S, T> {
    fn new(s: S, tier: Tier) -> Self {
        let what = format!("{} on {tier} with {} lanes", std::any::type_name::<T>(), S::LANES);
        Memory { s, what, random: Random(1), values: Vec::new() }
    }

    fn renew(&mut self) {
        self.values = (0..2 * MIDDLE).map(|_| T::any(&mut self.random)).collect();
    }

    /// Asserts lane after lane.
    #[track_caller]
    fn gang<G: Lanes<S, T>>(&self, form: &str, gang: G, expected: impl Fn(usize) -> T) {
        let got = gang.to_array();
        for lane in 0..S::LANES {
            let (got, expected) = (got.lane(lane), expected(lane));
            assert!(got.exact(expected), "{form} of {}: {got:?} in lane {lane}, not {expected:?}", self.what);
        }
    }

    /// Asserts that a store changed `before` at the places of `lanes`, in order, and nowhere else.
    #[track_caller]
    fn stored(&self, form: &str, after: &[T], lanes: impl Iterator<Item = (usize, T)>) {
        let mut expected = self.values.clone();
        for (place, value) in lanes {
            expected[place] = value;
        }
        for (at, (got, expected)) in after.iter().zip(&expected).enumerate() {
            assert!(got.exact(*expected), "{form} of {}: {got:?} at {at}, not {expected:?}", self.what);
        }
    }

    fn loads<G: Lanes<S, T>>(&mut self) {
        let s = self.s;
        self.renew();
        let value = |at: isize| self.values[at as usize];
        let ptr = self.values[MIDDLE..].as_ptr();
        let at = |lane: usize| value((MIDDLE + lane) as isize);
        // SAFETY: for all of these: the places are within `values`.
        unsafe {
            self.gang("load", G::load(s, ptr), at);
            for n in 1..=S::LANES {
                let got = G::load_first(s, ptr, n);
                let lanes = got.to_array();
                for lane in n..S::LANES {
                    let zeros = [0_u8; 8];
                    let rest = lanes.lane(lane);
                    let zero = zeros.as_ptr().cast::<T>().read_unaligned();
                    let repeats = (0..n).any(|lane| rest.exact(at(lane)));
                    assert!(repeats || rest.exact(zero), "first {n} of {}: {rest:?} in lane {lane}", self.what);
                }
                self.gang("load_first", got, |lane| if lane < n { at(lane) } else { lanes.lane(lane) });
            }
            for stride in [0, 1, -1, 2, -2, 3, -4] {
                let strided = |lane: usize| value(MIDDLE as isize + lane as isize * stride);
                self.gang("load_strided", G::load_strided(s, ptr, stride), strided);
            }
        }
    }

    fn indexed<G: Lanes<S, T>>(&mut self) {
        let s = self.s;
        self.renew();
        let offsets: S::Array<isize> = LaneArray::from_fn(|_| self.random.below(2 * MIDDLE) as isize - MIDDLE as isize);
        let place = |lane: usize| (MIDDLE as isize + offsets.lane(lane)) as usize;
        let ptr = self.values[MIDDLE..].as_ptr();
        // SAFETY: the places are within `values`.
        let got = unsafe { G::load_indexed(s, ptr, offsets) };
        self.gang("load_indexed", got, |lane| self.values[place(lane)]);

        // A few places for all lanes: the last one stays.
        let offsets: S::Array<isize> = LaneArray::from_fn(|_| self.random.below(5) as isize - 2);
        let place = |lane: usize| (MIDDLE as isize + offsets.lane(lane)) as usize;
        let lanes = got.to_array();
        let mut after = self.values.clone();
        // SAFETY: the places are within `after`.
        unsafe { got.store_indexed(after.as_mut_ptr().add(MIDDLE), offsets) };
        self.stored("store_indexed", &after, (0..S::LANES).map(|lane| (place(lane), lanes.lane(lane))));
    }

    fn stores<G: Lanes<S, T>>(&mut self) {
        let s = self.s;
        self.renew();
        let gang = G::from_array(s, LaneArray::from_fn(|_| T::any(&mut self.random)));
        let lanes = gang.to_array();
        let lane = |lane: usize| lanes.lane(lane);
        let into = |store: &mut dyn FnMut(*mut T)| {
            let mut after = self.values.clone();
            store(after[MIDDLE..].as_mut_ptr());
            after
        };
        // SAFETY: for all of these: the places are within `after`.
        unsafe {
            let after = into(&mut |ptr| gang.store(ptr));
            self.stored("store", &after, (0..S::LANES).map(|at| (MIDDLE + at, lane(at))));
            for n in 0..=S::LANES {
                let after = into(&mut |ptr| gang.store_first(ptr, n));
                self.stored("store_first", &after, (0..n).map(|at| (MIDDLE + at, lane(at))));
            }
        }
        for stride in [1, 2, 3, -1, -2] {
            let mut after = self.values.clone();
            // SAFETY: the places are within `after`.
            unsafe { gang.store_strided(after.as_mut_ptr().add(MIDDLE), stride) };
            let place = |at: usize| (MIDDLE as isize + at as isize * stride) as usize;
            self.stored("store_strided", &after, (0..S::LANES).map(|at| (place(at), lane(at))));
        }
    }

    fn masked<G: Lanes<S, T>>(&mut self) {
        let s = self.s;
        self.renew();
        let bits = self.random.next() as u16 >> (16 - S::LANES);
        for bits in [bits, 0, u16::MAX >> (16 - S::LANES), 1, 1 << (S::LANES - 1)] {
            let set = |lane: usize| bits >> lane & 1 == 1;
            let mask = S::Mask::from_bits(s, bits);
            let gang = G::from_array(s, LaneArray::from_fn(|_| T::any(&mut self.random)));
            let lanes = gang.to_array();
            // Memory that ends with the last lane that is set.
            let end = 16 - (bits.leading_zeros() as usize);
            let memory = self.values[..end].to_vec().into_boxed_slice();
            // SAFETY: the elements of set lanes are in the box.
            let got = unsafe { G::load_masked(s, memory.as_ptr(), mask, gang) };
            self.gang("load_masked", got, |lane| if set(lane) { memory[lane] } else { lanes.lane(lane) });
            let mut after = self.values.clone();
            // SAFETY: the places are within `after`.
            unsafe { gang.store_masked(after.as_mut_ptr().add(MIDDLE), mask) };
            let places = (0..S::LANES).filter(|&lane| set(lane)).map(|lane| (MIDDLE + lane, lanes.lane(lane)));
            self.stored("store_masked", &after, places);
        }
    }

    fn orders<G: Lanes<S, T>>(&mut self) {
        let s = self.s;
        self.renew();
        let n = S::LANES;
        // SAFETY: the places are within `values`.
        let (x, y) = unsafe { (G::load(s, self.values.as_ptr()), G::load(s, self.values.as_ptr().add(n))) };
        let value = |at: usize| self.values[at];
        let turns = |at: usize| value(at / 2 + at % 2 * n);
        let (low, high) = x.interleave(s, y);
        self.gang("interleave", low, turns);
        self.gang("interleave", high, |lane| turns(n + lane));
        let (even, odd) = x.deinterleave(s, y);
        self.gang("deinterleave", even, |lane| value(2 * lane));
        self.gang("deinterleave", odd, |lane| value(2 * lane + 1));
        self.gang("splat", G::splat(s, value(5)), |_| value(5));

        let square: Vec<T> = (0..n * n).map(|_| T::any(&mut self.random)).collect();
        // SAFETY: the square has `n` rows of `n`.
        let row = |row: usize| unsafe { G::load(s, square.as_ptr().add(row * n)) };
        let columns = G::transpose(s, LaneArray::from_fn(row));
        for column in 0..n {
            self.gang("transpose", columns.lane(column), |lane| square[lane * n + column]);
        }
    }
}

#[derive(Clone, Copy)]
struct AllForms;

impl Test for AllForms {
    fn run<S: Simd>(self, s: S, tier: Tier) {
        macro_rules! types {
            ($($T:ident $Gang:ty;)*) => { $(
                let mut memory = Memory::<S, $T>::new(s, tier);
                for _ in 0..count() / 100 {
                    memory.loads::<$Gang>();
                    memory.indexed::<$Gang>();
                    memory.stores::<$Gang>();
                    memory.masked::<$Gang>();
                    memory.orders::<$Gang>();
                }
            )* };
        }
        types! {
            f64 S::F64; f32 S::F32; i64 S::I64; u64 S::U64; i32 S::I32; u32 S::U32;
            i16 S::I16; u16 S::U16; i8 S::I8; u8 S::U8; bool S::Mask; u64 S::Array<u64>;
        }
    }
}

#[test]
fn loads_and_stores() {
    on_every_tier(AllForms);
}
