//! Loads and stores in all their forms, and the orders of lanes: what is read and written, and what is left alone.

use core::fmt::Debug;
use core::marker::PhantomData;
use core::mem::MaybeUninit;

use super::samples::{Random, Sample, count};
use super::{Job, tiers};
use crate::lanes::{LaneArray, Lanes, Mask, Simd, stream_fence};

/// A way to move lanes.
#[derive(Clone, Copy, Debug)]
enum Form {
    Load,
    LoadFirst(usize),
    LoadStrided(isize),
    LoadIndexed([isize; 16]),
    LoadMasked(u16),
    Store,
    Stream,
    StoreFirst(usize),
    StoreStrided(isize),
    StoreIndexed([isize; 16]),
    StoreMasked(u16),
    Interleave,
    Deinterleave,
    Splat,
}

/// The element that pointers of loads and stores point to.
const MIDDLE: usize = 64;

/// Room for a gang at an address that streams take.
#[repr(align(64))]
struct Line<T>([MaybeUninit<T>; 16]);

/// A gang of a type that has one.
trait Gangs: Copy {
    type T: Sample;
    type Gang<S: Simd>: Lanes<S, Self::T>;
}

/// What a form works on.
#[derive(Clone)]
struct State<T> {
    /// Memory with room on both sides of the middle.
    memory: Vec<T>,
    /// Two gangs.
    lanes: Vec<T>,
    /// What comes out.
    results: Vec<T>,
}

struct Move<'a, G: Gangs, const WIDEST: usize>(Form, &'a mut State<G::T>, PhantomData<G>);

impl<G: Gangs, const WIDEST: usize> Job for Move<'_, G, WIDEST> {
    type Output = ();
    const WIDEST: usize = WIDEST;

    /// # Safety
    ///
    /// The form stays within the memory, and there is room for its results.
    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let Move(form, State { memory, lanes, results }, _) = self;
        // SAFETY: the caller's promise.
        unsafe {
            let ptr = memory.as_mut_ptr().add(MIDDLE);
            let x = G::Gang::<S>::load(s, lanes.as_ptr());
            let y = G::Gang::<S>::load(s, lanes.as_ptr().add(S::LANES));
            let offsets = |offsets: [isize; 16]| LaneArray::from_fn(|lane| offsets[lane]);
            let mut put = |at: usize, x: G::Gang<S>| x.store(results.as_mut_ptr().add(at * S::LANES));
            match form {
                Form::Load => put(0, G::Gang::load(s, ptr)),
                Form::LoadFirst(n) => put(0, G::Gang::load_first(s, ptr, n)),
                Form::LoadStrided(stride) => put(0, G::Gang::load_strided(s, ptr, stride)),
                Form::LoadIndexed(at) => put(0, G::Gang::load_indexed(s, ptr, offsets(at))),
                Form::LoadMasked(bits) => put(0, G::Gang::load_masked(s, ptr, S::Mask::from_bits(s, bits), x)),
                Form::Store => x.store(ptr),
                Form::Stream => {
                    let mut line = Line::<G::T>([const { MaybeUninit::uninit() }; 16]);
                    x.stream(line.0.as_mut_ptr().cast());
                    stream_fence();
                    ptr.copy_from_nonoverlapping(line.0.as_ptr().cast(), S::LANES);
                }
                Form::StoreFirst(n) => x.store_first(ptr, n),
                Form::StoreStrided(stride) => x.store_strided(ptr, stride),
                Form::StoreIndexed(at) => x.store_indexed(ptr, offsets(at)),
                Form::StoreMasked(bits) => x.store_masked(ptr, S::Mask::from_bits(s, bits)),
                Form::Interleave => {
                    let (low, high) = x.interleave(s, y);
                    put(0, low);
                    put(1, high);
                }
                Form::Deinterleave => {
                    let (even, odd) = x.deinterleave(s, y);
                    put(0, even);
                    put(1, odd);
                }
                Form::Splat => put(0, G::Gang::splat(s, lanes[3])),
            }
        }
    }
}

/// The same for gangs of `n` lanes, an element after the other.
fn model<T: Sample>(form: Form, n: usize, State { memory, lanes, results }: &mut State<T>) {
    let place = |offset: isize| (MIDDLE as isize + offset) as usize;
    let set = |bits: u16, lane: usize| bits >> lane & 1 == 1;
    for lane in 0..n {
        let signed = lane as isize;
        match form {
            Form::Load => results[lane] = memory[place(signed)],
            // Which values the other lanes have is open: see `check`.
            Form::LoadFirst(_) => results[lane] = memory[place(signed)],
            Form::LoadStrided(stride) => results[lane] = memory[place(signed * stride)],
            Form::LoadIndexed(offsets) => results[lane] = memory[place(offsets[lane])],
            Form::LoadMasked(bits) => results[lane] = if set(bits, lane) { memory[place(signed)] } else { lanes[lane] },
            Form::Store | Form::Stream => memory[place(signed)] = lanes[lane],
            Form::StoreFirst(first) if lane < first => memory[place(signed)] = lanes[lane],
            Form::StoreStrided(stride) => memory[place(signed * stride)] = lanes[lane],
            Form::StoreIndexed(offsets) => memory[place(offsets[lane])] = lanes[lane],
            Form::StoreMasked(bits) if set(bits, lane) => memory[place(signed)] = lanes[lane],
            Form::StoreFirst(_) | Form::StoreMasked(_) => {}
            Form::Interleave => (results[2 * lane], results[2 * lane + 1]) = (lanes[lane], lanes[n + lane]),
            Form::Deinterleave => (results[lane], results[n + lane]) = (lanes[2 * lane], lanes[2 * lane + 1]),
            Form::Splat => results[lane] = lanes[3],
        }
    }
}

/// All forms for a width, with random offsets and masks.
fn forms(n: usize, random: &mut Random) -> Vec<Form> {
    let all = u16::MAX >> (16 - n);
    let mut forms = vec![
        Form::Load,
        Form::LoadIndexed([(); 16].map(|()| random.below(2 * MIDDLE) as isize - MIDDLE as isize)),
        Form::Store,
        Form::Stream,
        // Few places for many lanes: the last one stays.
        Form::StoreIndexed([(); 16].map(|()| random.below(9) as isize - 4)),
        Form::Interleave,
        Form::Deinterleave,
        Form::Splat,
    ];
    forms.extend((1..=n).map(Form::LoadFirst));
    forms.extend((0..=n).map(Form::StoreFirst));
    forms.extend([0, 1, -1, 2, -2, 3, -4].map(Form::LoadStrided));
    forms.extend([0, 1, -1, 2, -2, 3, -4].map(Form::StoreStrided));
    for bits in [0, 1, all, 1 << (n - 1), random.next() as u16 & all, random.next() as u16 & all] {
        forms.extend([Form::LoadMasked(bits), Form::StoreMasked(bits)]);
    }
    forms
}

fn check<G: Gangs>() {
    let mut random = Random(1);
    let zero: G::T = {
        let zeros = [0_u64; 1];
        // SAFETY: zero is a value of each type here.
        unsafe { zeros.as_ptr().cast::<G::T>().read() }
    };
    for tier in tiers() {
        for n in [8, 16] {
            let all: Vec<Form> = (0..count() / 500).flat_map(|_| forms(n, &mut random)).collect();
            for form in all {
                let mut values = |n: usize| -> Vec<G::T> { (0..n).map(|_| G::T::any(&mut random)).collect() };
                let before = State { memory: values(2 * MIDDLE), lanes: values(32), results: values(32) };
                let (mut got, mut expected) = (before.clone(), before.clone());
                model(form, n, &mut expected);
                // SAFETY: the CPU has the tier; the memory has 64 elements on each side of the middle, and
                // no form goes farther; there is room for two gangs of results.
                unsafe {
                    match n {
                        8 => tier.run(Move::<G, 8>(form, &mut got, PhantomData)),
                        _ => tier.run(Move::<G, 4>(form, &mut got, PhantomData)),
                    }
                }
                if let Form::LoadFirst(first) = form {
                    for lane in first..n {
                        let known = [zero].iter().chain(&expected.results[..first]).any(|x| x.exact(got.results[lane]));
                        assert!(known, "{form:?} on {tier}: {:?} in lane {lane}", got.results[lane]);
                        expected.results[lane] = got.results[lane];
                    }
                }
                let same = |x: &[G::T], y: &[G::T]| x.iter().zip(y).all(|(x, y)| x.exact(*y));
                assert!(
                    same(&got.memory, &expected.memory) && same(&got.results, &expected.results),
                    "{form:?} of {} on {tier} with {n} lanes: of {before:?} came {got:?}, not {expected:?}",
                    std::any::type_name::<G::T>(),
                );
            }
        }
    }
}

impl<T: Debug> Debug for State<T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "memory {:?}, lanes {:?}, results {:?}", self.memory, self.lanes, self.results)
    }
}

macro_rules! tests {
    ($check:ident: $($test:ident: $T:ident $Gang:ty;)*) => { $(
        #[test]
        fn $test() {
            #[derive(Clone, Copy)]
            struct Of;

            impl Gangs for Of {
                type T = $T;
                type Gang<S: Simd> = $Gang;
            }

            $check::<Of>();
        }
    )* };
}

tests! { check:
    moves_of_f64: f64 S::F64;
    moves_of_f32: f32 S::F32;
    moves_of_i64: i64 S::I64;
    moves_of_u64: u64 S::U64;
    moves_of_i32: i32 S::I32;
    moves_of_u32: u32 S::U32;
    moves_of_i16: i16 S::I16;
    moves_of_u16: u16 S::U16;
    moves_of_i8: i8 S::I8;
    moves_of_u8: u8 S::U8;
    moves_of_bool: bool S::Mask;
    moves_of_arrays: u64 S::Array<u64>;
}

/// A square of gangs, from rows to columns.
struct Square<'a, G: Gangs, const WIDEST: usize>(&'a [G::T], &'a mut [G::T], PhantomData<G>);

impl<G: Gangs, const WIDEST: usize> Job for Square<'_, G, WIDEST> {
    type Output = ();
    const WIDEST: usize = WIDEST;

    /// # Safety
    ///
    /// Both sides have 256 elements.
    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let Square(from, to, _) = self;
        // SAFETY: `LANES` rows of `LANES` elements are no more than 256.
        let row = |row: usize| unsafe { G::Gang::load(s, from.as_ptr().add(row * S::LANES)) };
        let columns = G::Gang::transpose(s, LaneArray::from_fn(row));
        for column in 0..S::LANES {
            // SAFETY: as above.
            unsafe { columns.lane(column).store(to.as_mut_ptr().add(column * S::LANES)) };
        }
    }
}

fn check_squares<G: Gangs>() {
    let mut random = Random(1);
    let from: Vec<G::T> = (0..256).map(|_| G::T::any(&mut random)).collect();
    for tier in tiers() {
        for n in [8, 16] {
            let mut to = from.clone();
            // SAFETY: the CPU has the tier, and both sides have 256 elements.
            unsafe {
                match n {
                    8 => tier.run(Square::<G, 8>(&from, &mut to, PhantomData)),
                    _ => tier.run(Square::<G, 4>(&from, &mut to, PhantomData)),
                }
            }
            for (at, got) in to[..n * n].iter().enumerate() {
                let expected = from[at % n * n + at / n];
                assert!(got.exact(expected), "{at} of a transposed square of {n} on {tier}: {got:?}, not {expected:?}");
            }
        }
    }
}

// One type a width: the rest is the same, made of `interleave`, which the forms above cover.
tests! { check_squares:
    squares_of_f64: f64 S::F64;
    squares_of_f32: f32 S::F32;
    squares_of_i16: i16 S::I16;
    squares_of_u8: u8 S::U8;
}
