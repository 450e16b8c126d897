//! Measures the largest errors of the elementary functions in kernels, for every type and tier.
//!
//! `cargo run --release --example ulp` prints the table; `-- --help` lists the options. It ends with 1 where an error is
//! above the bound of its function, or a result is NaN, infinite or of a sign where it should not be.
//!
//! The same arguments come at every run, and the outcome does not depend on the number of threads.

mod arguments;
mod float;
mod functions;
mod measure;
mod options;
mod reference;
mod row;
mod table;
mod tiers;
mod truth;

use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::time::Instant;

use float::Float;
use functions::{FUNCTIONS, Function};
use measure::{Coverage, can_cover_all, measure};
use ndweave::Tier;
use options::{Options, USAGE};
use row::Row;
use table::Table;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--help") {
        print!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    let result = Options::parse(arguments).map_err(|mistake| format!("{mistake}\n\n{USAGE}")).and_then(|options| {
        if options.worker {
            work(&options);
            return Ok(true);
        }
        report(&options)
    });
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

/// Measures every tier and prints; whether all is within bounds.
fn report(options: &Options) -> Result<bool, String> {
    let start = Instant::now();
    let measured =
        tiers::wanted(options.tier.as_deref())?.into_iter().map(|tier| Ok((tier, tiers::measured_with(tier)?)));
    let table = Table { tiers: measured.collect::<Result<_, String>>()? };
    match options.slow {
        true => println!("Largest errors in ulp; all arguments; {:.0?}", start.elapsed()),
        false => println!("Largest errors in ulp; {} arguments each; {:.0?}", options.count, start.elapsed()),
    }
    table.print();
    if options.arguments {
        table.print_arguments();
    }
    let complaints = table.complaints();
    if !complaints.is_empty() {
        println!();
        complaints.iter().for_each(|line| println!("{line}"));
    }
    Ok(complaints.is_empty())
}

/// Measures the tier of this process, and prints rows for the process that started it.
fn work(options: &Options) {
    for function in &FUNCTIONS {
        if options.function.as_deref().is_none_or(|only| only == function.name) {
            work_on::<f32>(function, options);
            work_on::<f64>(function, options);
        }
    }
}

fn work_on<T: Float>(function: &Function, options: &Options) {
    let wanted = options.element.as_deref().is_none_or(|only| only == T::NAME);
    if !wanted || (options.slow && !can_cover_all::<T>(function)) {
        return;
    }
    let coverage = if options.slow { Coverage::All } else { Coverage::Mix(options.count) };
    let label = format!("{} {} {}", Tier::current(), T::NAME, function.name);
    let terminal = std::io::stderr().is_terminal();
    let outcome = measure::<T>(function, coverage, |percent| {
        if terminal {
            eprint!("\r{label:30} {percent:3} %");
        } else if options.slow && percent.is_multiple_of(10) {
            eprintln!("{label:30} {percent:3} %");
        }
    });
    if terminal {
        eprint!("\r{:40}\r", "");
    }
    if options.slow {
        // The table comes when all is done, which takes hours.
        eprintln!("{label:30} {:.3} ulp, {} failures", outcome.ulps, outcome.failures);
    }
    let row = Row { function: function.name.to_owned(), element: T::NAME.to_owned(), outcome };
    println!("{}", row.to_line());
    // Rows of hours of work are not to be lost in a buffer.
    std::io::stdout().flush().expect("the program that asked reads its answer");
}
