//! Tables of times: ours beside the lesson's.

use std::hint::black_box;
use std::time::{Duration, Instant};

use super::Options;

/// How often a function is timed.
const RUNS: usize = 7;
/// A run is long enough for the clock.
const RUN: Duration = Duration::from_micros(200);
/// How long one row may take.
const ROW: Duration = Duration::from_millis(1500);

/// A table of variants, with the best of several times. In short mode everything runs once, and nothing is claimed.
pub struct Times {
    short: bool,
    published: &'static str,
    rows: Vec<Row>,
}

struct Row {
    what: String,
    best: Duration,
    published: String,
}

impl Times {
    /// A table whose last column is headed `published`: what the lesson says.
    pub fn new(options: &Options, published: &'static str) -> Self {
        Times { short: options.short, published, rows: Vec::new() }
    }

    /// Times `f`, and gives its result. `published` is the lesson's figure, or empty.
    pub fn row<R>(&mut self, what: &str, published: &str, mut f: impl FnMut() -> R) -> R {
        self.row_with(what, published, || (), |()| f())
    }

    /// Times `f` on what `setup` makes anew for each run, outside of the time.
    pub fn row_with<S, R>(
        &mut self,
        what: &str,
        published: &str,
        mut setup: impl FnMut() -> S,
        mut f: impl FnMut(S) -> R,
    ) -> R {
        let mut timed = |count: u32| {
            let inputs: Vec<S> = (0..count).map(|_| setup()).collect();
            let start = Instant::now();
            // Each result goes before the next, which is to find its memory, as in a loop.
            let mut last = None;
            for input in inputs {
                drop(last.take());
                last = Some(black_box(f(input)));
            }
            (start.elapsed() / count, last)
        };
        let started = Instant::now();
        let (mut best, mut last) = timed(1);
        if !self.short {
            let count = (RUN.as_nanos() / best.as_nanos().max(1)).clamp(1, 2000) as u32;
            for _ in 0..RUNS {
                if started.elapsed() < ROW {
                    drop(last.take());
                    let (time, new) = timed(count);
                    best = best.min(time);
                    last = new;
                }
            }
        }
        self.rows.push(Row { what: what.to_owned(), best, published: published.to_owned() });
        last.expect("it ran at least once")
    }

    /// Prints the table.
    pub fn print(self) {
        let width = self.rows.iter().map(|row| row.what.chars().count()).max().unwrap_or(0);
        if self.short {
            println!("    {} variants ran once each; without --short they are timed.\n", self.rows.len());
            return;
        }
        println!("    {:width$}  {:>9}  {:>11}", "", "here", self.published);
        for row in &self.rows {
            println!("    {:width$}  {:>9}  {:>11}", row.what, written(row.best), row.published);
        }
        println!();
    }
}

/// A time in three digits.
pub fn written(time: Duration) -> String {
    let (number, unit) = match time.as_nanos() as f64 {
        ns if ns < 1e3 => (ns, "ns"),
        ns if ns < 1e6 => (ns / 1e3, "µs"),
        ns if ns < 1e9 => (ns / 1e6, "ms"),
        ns => (ns / 1e9, "s"),
    };
    match number {
        number if number < 10.0 => format!("{number:.2} {unit}"),
        number if number < 100.0 => format!("{number:.1} {unit}"),
        number => format!("{number:.0} {unit}"),
    }
}
