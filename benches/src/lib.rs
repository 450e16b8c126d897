//! A small harness that compares kernels with their rivals in one run.
//!
//! The machines that benches run on are shared and drift, so absolute times of two runs say little. Each group times its
//! entries in turn, round after round, and prints for each the best time, its ratio to the first entry's best, and the median
//! over the rounds of its ratio to the first entry in the same round, which drifts less. `cargo bench -- --test`
//! (or `cargo test --benches`) runs every entry once, to see that it runs at all.

use std::hint::black_box;
use std::time::{Duration, Instant};

pub mod memory;
mod row;

pub use row::{Elements, Row};

/// How long one entry runs in one round, at least.
const ROUND: Duration = Duration::from_millis(40);
/// How often the entries of a group take turns.
const ROUNDS: usize = 31;
/// How much shorter rounds are with `--quick`: for a first look, and where rounds should fit between the turns of other processes.
const QUICK: u32 = 20;

/// A bench program: reads the command line.
pub struct Bench {
    test: bool,
    round: Duration,
    filter: Option<String>,
}

/// Entries that are compared with each other.
pub struct Group<'a> {
    name: String,
    bytes: Option<usize>,
    entries: Vec<Entry<'a>>,
}

struct Entry<'a> {
    name: String,
    work: Box<dyn FnMut() + 'a>,
}

/// The best time of an entry.
pub struct Best {
    /// The entry.
    pub name: String,
    /// Seconds a call.
    pub seconds: f64,
}

impl Bench {
    /// Reads `--test`, `--quick` and a filter from the command line.
    pub fn from_args() -> Self {
        let mut bench = Bench { test: false, round: ROUND, filter: None };
        for argument in std::env::args().skip(1) {
            match argument.as_str() {
                "--test" => bench.test = true,
                "--quick" => bench.round = ROUND / QUICK,
                "--bench" => {}
                other => bench.filter = Some(other.to_owned()),
            }
        }
        // `cargo test --benches` does not say `--bench`.
        bench.test |= !std::env::args().any(|argument| argument == "--bench");
        bench
    }

    /// Whether the filter leaves a group of this name in.
    pub fn wants(&self, name: &str) -> bool {
        self.filter.as_ref().is_none_or(|filter| name.contains(filter.as_str()))
    }

    /// The size of a problem: `small` in test mode.
    pub fn size(&self, full: usize, small: usize) -> usize {
        if self.test { small } else { full }
    }

    /// Runs a group: each entry once in test mode, otherwise in turns, and prints the best of each. Returns nothing in test
    /// mode, or where the filter leaves the group out.
    pub fn run(&self, mut group: Group<'_>) -> Vec<Best> {
        if !self.wants(&group.name) {
            return Vec::new();
        }
        if self.test {
            group.entries.iter_mut().for_each(|entry| (entry.work)());
            println!("{}: {} entries ran once", group.name, group.entries.len());
            return Vec::new();
        }
        let counts: Vec<u32> = group.entries.iter_mut().map(|entry| entry.calls_in(self.round)).collect();
        let mut times = vec![Vec::with_capacity(ROUNDS); group.entries.len()];
        for _ in 0..ROUNDS {
            for (at, entry) in group.entries.iter_mut().enumerate() {
                times[at].push(entry.time(counts[at]));
            }
        }
        let best: Vec<f64> = times.iter().map(|times| times.iter().copied().fold(f64::INFINITY, f64::min)).collect();
        let speed = if group.bytes.is_some() { "     GB/s" } else { "" };
        println!("{:48}{:>12}   {:>6}   {:>6}{speed}", group.name, "best", "ratio", "median");
        for (at, entry) in group.entries.iter().enumerate() {
            let median = median(times[at].iter().zip(&times[0]).map(|(time, first)| time / first).collect());
            let speed = group.bytes.map_or(String::new(), |bytes| format!("   {:6.1}", bytes as f64 / best[at] * 1e-9));
            println!("  {:46}{:>12}   {:6.3}   {median:6.3}{speed}", entry.name, pretty(best[at]), best[at] / best[0]);
        }
        group.entries.iter().zip(best).map(|(entry, seconds)| Best { name: entry.name.clone(), seconds }).collect()
    }
}

impl<'a> Group<'a> {
    /// An empty group.
    pub fn new(name: impl Into<String>) -> Self {
        Group { name: name.into(), bytes: None, entries: Vec::new() }
    }

    /// How many bytes each entry has to move: prints them over the time.
    pub fn bytes(mut self, bytes: usize) -> Self {
        self.bytes = Some(bytes);
        self
    }

    /// Adds an entry; the first is what the others are compared with. What `work` returns is kept from the optimiser.
    pub fn entry<R>(mut self, name: impl Into<String>, mut work: impl FnMut() -> R + 'a) -> Self {
        let work = Box::new(move || {
            black_box(work());
        });
        self.entries.push(Entry { name: name.into(), work });
        self
    }
}

impl Entry<'_> {
    /// Seconds a call, over `calls` of them.
    fn time(&mut self, calls: u32) -> f64 {
        let start = Instant::now();
        for _ in 0..calls {
            (self.work)();
        }
        start.elapsed().as_secs_f64() / f64::from(calls)
    }

    /// How many calls fill a round.
    fn calls_in(&mut self, round: Duration) -> u32 {
        let mut calls = 1;
        loop {
            let elapsed = self.time(calls) * f64::from(calls);
            if elapsed >= round.as_secs_f64() || calls >= 1 << 24 {
                return calls;
            }
            calls = (f64::from(calls) * (1.2 * round.as_secs_f64() / elapsed.max(1e-9)).clamp(2.0, 100.0)) as u32;
        }
    }
}

/// The middle one of some ratios.
fn median(mut ratios: Vec<f64>) -> f64 {
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

/// A time with its unit.
fn pretty(seconds: f64) -> String {
    match seconds {
        s if s < 1e-6 => format!("{:.2} ns", s * 1e9),
        s if s < 1e-3 => format!("{:.2} µs", s * 1e6),
        s => format!("{:.2} ms", s * 1e3),
    }
}
