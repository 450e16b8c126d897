//! Gangs against scalars.

use core::fmt::Debug;
use core::marker::PhantomData;

use super::samples::{Sample, arguments};
use super::{Job, tiers};
use crate::lanes::{Lanes, Simd};

/// An operation of `A` gangs, and what Rust does with as many numbers.
pub trait Operation<const A: usize> {
    /// The type of the arguments.
    type T: Sample;
    /// The type of the result.
    type U: Copy + Debug + Default;
    /// A gang of arguments.
    type Arguments<S: Simd>: Lanes<S, Self::T>;
    /// A gang of results.
    type Results<S: Simd>: Lanes<S, Self::U>;

    /// What it does with gangs; `#[inline(always)]`.
    fn gangs<S: Simd>(s: S, arguments: [Self::Arguments<S>; A]) -> Self::Results<S>;

    /// What Rust does with numbers.
    fn scalar(arguments: [Self::T; A]) -> Self::U;

    /// Whether a result is as expected.
    fn same(result: Self::U, expected: Self::U) -> bool;

    /// The arguments to try.
    fn arguments() -> Vec<[Self::T; A]> {
        arguments()
    }
}

/// Compares an operation with scalar Rust, lane by lane, on every tier and width.
#[track_caller]
pub fn check<O: Operation<A>, const A: usize>(name: &str, of: &str) {
    let mut arguments = O::arguments();
    while arguments.len() % 16 != 0 {
        arguments.push(arguments[0]);
    }
    // One list an argument: the gangs are neighbours.
    let lists: [Vec<O::T>; A] = core::array::from_fn(|at| arguments.iter().map(|values| values[at]).collect());
    let expected: Vec<O::U> = arguments.iter().map(|&values| O::scalar(values)).collect();
    for tier in tiers() {
        let compare = |lanes: usize, results: Vec<O::U>| {
            for (at, (&result, &expected)) in results.iter().zip(&expected).enumerate() {
                assert!(
                    O::same(result, expected),
                    "{name} of {of} {:?} on {tier} with {lanes} lanes: {result:?}, not {expected:?}",
                    arguments[at],
                );
            }
        };
        // SAFETY: the CPU has the tier, and the lists have one length, a multiple of 16.
        unsafe {
            compare(8, tier.run(Gangs::<O, A, 8>(&lists, PhantomData)));
            compare(16, tier.run(Gangs::<O, A, 4>(&lists, PhantomData)));
        }
    }
}

/// An operation over lists of one length, a multiple of 16, with gangs for elements of up to `WIDEST` bytes.
struct Gangs<'a, O: Operation<A>, const A: usize, const WIDEST: usize>(&'a [Vec<O::T>; A], PhantomData<O>);

impl<O: Operation<A>, const A: usize, const WIDEST: usize> Job for Gangs<'_, O, A, WIDEST> {
    type Output = Vec<O::U>;
    const WIDEST: usize = WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) -> Vec<O::U> {
        let n = self.0[0].len();
        let mut results = vec![O::U::default(); n];
        for first in (0..n).step_by(S::LANES) {
            // SAFETY: `LANES` divides 16 and so the length of each list.
            let gang = |at: usize| unsafe { O::Arguments::<S>::load(s, self.0[at].as_ptr().add(first)) };
            let result = O::gangs(s, core::array::from_fn(gang));
            // SAFETY: as above.
            unsafe { result.store(results.as_mut_ptr().add(first)) };
        }
        results
    }
}

/// Lists of operations: `name comparison [arguments] gangs => scalars;`, each a line, for a list of types. The `comparison` is a method
/// of [`Sample`]; the result is of the argument's type, or of the one after `->`.
macro_rules! operations {
    ($test:ident: $types:tt -> $U:ident $Result:ident; $($ops:tt)*) => {
        #[test]
        fn $test() {
            $crate::lanes::tests::check::operations! { @types $types ($U $Result) { $($ops)* } }
        }
    };
    ($test:ident: ($($T:ident $Gang:ident)*); $($ops:tt)*) => {
        #[test]
        fn $test() {
            $crate::lanes::tests::check::operations! { @types ($($T $Gang)*) () { $($ops)* } }
        }
    };
    (@types ($($T:ident $Gang:ident)*) () $ops:tt) => {
        $( $crate::lanes::tests::check::operations! { @type $T $Gang ($T $Gang) $ops } )*
    };
    (@types ($($T:ident $Gang:ident)*) $result:tt $ops:tt) => {
        $( $crate::lanes::tests::check::operations! { @type $T $Gang $result $ops } )*
    };
    (@type $T:ident $Gang:ident $result:tt { $($name:ident $same:ident $x:tt $gangs:expr => $scalars:expr;)* }) => {
        $( $crate::lanes::tests::check::operations! { @line $T $Gang $result $name $same $x $gangs => $scalars } )*
    };
    (
        @line $T:ident $Gang:ident ($U:ident $Result:ident)
        $name:ident $same:ident [$($x:ident),*] $gangs:expr => $scalars:expr
    ) => {{
        struct Line;

        // What a line may call the element type.
        #[allow(dead_code)]
        type Number = $T;

        impl $crate::lanes::tests::check::Operation<{ [$(stringify!($x)),*].len() }> for Line {
            type T = $T;
            type U = $U;
            type Arguments<S: Simd> = S::$Gang;
            type Results<S: Simd> = S::$Result;

            #[inline(always)]
            fn gangs<S: Simd>(_: S, [$($x),*]: [S::$Gang; { [$(stringify!($x)),*].len() }]) -> S::$Result {
                $gangs
            }
            fn scalar([$($x),*]: [$T; { [$(stringify!($x)),*].len() }]) -> $U {
                $scalars
            }
            fn same(result: $U, expected: $U) -> bool {
                Sample::$same(result, expected)
            }
        }

        $crate::lanes::tests::check::check::<Line, _>(stringify!($name), stringify!($T));
    }};
}
pub(super) use operations;
