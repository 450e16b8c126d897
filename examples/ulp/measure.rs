//! The largest error of one function over many arguments, on all cores.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use crate::arguments::{Arguments, BLOCK};
use crate::float::{Float, Kernel, Reference};
use crate::functions::{Arity, Function};
use crate::truth::Verdict;

/// Which arguments a function is evaluated at.
#[derive(Clone, Copy)]
pub enum Coverage {
    /// This many of the mix.
    Mix(u64),
    /// All numbers of the type.
    All,
}

/// An argument and what came of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
    pub got: f64,
    pub truth: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// The largest error in ulp, and where.
    pub ulps: f64,
    pub worst: Point,
    /// How many results are of the wrong kind (NaN, infinity, sign), and the first of them.
    pub failures: u64,
    pub failed: Option<Point>,
    /// Where `worst` and `failed` are, so that the outcome does not depend on the number of threads.
    places: (u64, u64),
}

impl Outcome {
    const NONE: Self = {
        let nowhere = Point { x: 0.0, y: 0.0, got: 0.0, truth: 0.0 };
        Self { ulps: 0.0, worst: nowhere, failures: 0, failed: None, places: (u64::MAX, u64::MAX) }
    };

    pub fn new(ulps: f64, worst: Point, failures: u64, failed: Option<Point>) -> Self {
        Self { ulps, worst, failures, failed, places: (0, 0) }
    }

    fn add(&mut self, verdict: Verdict, place: u64, point: impl FnOnce() -> Point) {
        match verdict {
            Verdict::Off(ulps) if ulps > self.ulps || self.places.0 == u64::MAX => {
                (self.ulps, self.worst, self.places.0) = (ulps, point(), place);
            }
            Verdict::Off(_) => {}
            Verdict::Failed => {
                self.failures += 1;
                if self.failed.is_none() {
                    (self.failed, self.places.1) = (Some(point()), place);
                }
            }
        }
    }

    fn joined(mut self, other: Self) -> Self {
        if other.ulps > self.ulps || (other.ulps == self.ulps && other.places.0 < self.places.0) {
            (self.ulps, self.worst, self.places.0) = (other.ulps, other.worst, other.places.0);
        }
        if other.places.1 < self.places.1 {
            (self.failed, self.places.1) = (other.failed, other.places.1);
        }
        self.failures += other.failures;
        self
    }
}

/// Work on the arguments of one function, a block at a time.
struct Work<'a, T> {
    function: &'a Function,
    kernel: Kernel<T>,
    reference: Reference,
    coverage: Coverage,
    /// The next block to do.
    next: AtomicU64,
}

/// `progress` gets a percentage now and then.
pub fn measure<T: Float>(function: &Function, coverage: Coverage, progress: impl Fn(u64) + Sync) -> Outcome {
    let work = Work {
        function,
        kernel: T::kernel(function.name).expect("every function is listed"),
        reference: T::reference(function.name, function.arity, function.exceptional),
        coverage,
        next: AtomicU64::new(0),
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(|| work.run(&progress))).collect();
        workers
            .into_iter()
            .map(|worker| worker.join().expect("workers do not panic"))
            .fold(Outcome::NONE, Outcome::joined)
    })
}

impl<T: Float> Work<'_, T> {
    fn blocks(&self) -> u64 {
        match self.coverage {
            Coverage::Mix(count) => count.div_ceil(BLOCK as u64),
            Coverage::All => (1 << T::BITS) / BLOCK as u64,
        }
    }

    fn run(&self, progress: &impl Fn(u64)) -> Outcome {
        let blocks = self.blocks();
        let mut outcome = Outcome::NONE;
        let (mut arguments, mut results) = (Arguments::<T>::new(), vec![T::default(); BLOCK]);
        loop {
            let block = self.next.fetch_add(1, Ordering::Relaxed);
            if block >= blocks {
                return outcome;
            }
            match self.coverage {
                Coverage::Mix(_) => arguments.fill(self.function, block),
                Coverage::All => arguments.fill_in_order(block),
            }
            match self.kernel {
                Kernel::One(kernel) => kernel(&arguments.x, &mut results),
                Kernel::Two(kernel) => kernel(&arguments.x, &arguments.y, &mut results),
                Kernel::Power(kernel) => kernel(&arguments.x, &arguments.n, &mut results),
            }
            self.judge(block, &arguments, &results, &mut outcome);
            if block * 100 / blocks != (block + 1) * 100 / blocks {
                progress((block + 1) * 100 / blocks);
            }
        }
    }

    fn judge(&self, block: u64, arguments: &Arguments<T>, results: &[T], outcome: &mut Outcome) {
        for (at, (&x, &got)) in arguments.x.iter().zip(results).enumerate() {
            let (x, y, got) = (x.into(), arguments.second(self.function, at), got.into());
            let truth = (self.reference)(x, y);
            let point = || Point { x, y, got, truth: truth.to_f64() };
            outcome.add(truth.judge(got, T::FORMAT), block * BLOCK as u64 + at as u64, point);
        }
    }
}

/// Whether all numbers of the type can be gone through.
pub fn can_cover_all<T: Float>(function: &Function) -> bool {
    function.arity == Arity::One && T::BITS == 32
}
