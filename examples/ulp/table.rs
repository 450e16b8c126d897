//! The printed table.

use crate::functions::{Arity, FUNCTIONS, Function};
use crate::measure::Point;
use crate::row::Row;

/// The rows of each tier, by name.
pub struct Table {
    pub tiers: Vec<(&'static str, Vec<Row>)>,
}

impl Table {
    /// The functions that were measured, as the list has them.
    fn functions(&self) -> impl Iterator<Item = &'static Function> {
        FUNCTIONS.iter().filter(|function| self.entries().any(|(_, row)| row.function == function.name))
    }

    fn entries(&self) -> impl Iterator<Item = (&'static str, &Row)> {
        self.tiers.iter().flat_map(|(tier, rows)| rows.iter().map(move |row| (*tier, row)))
    }

    /// Types and tiers that were measured: the columns.
    fn columns(&self) -> Vec<(&'static str, &'static str)> {
        let columns =
            ["f32", "f64"].into_iter().flat_map(|element| self.tiers.iter().map(move |(tier, _)| (element, *tier)));
        columns.filter(|(element, tier)| self.entries().any(|(t, row)| t == *tier && row.element == *element)).collect()
    }

    fn entry(&self, function: &Function, (element, tier): (&str, &str)) -> Option<&Row> {
        self.entries()
            .find(|(t, row)| *t == tier && row.element == element && row.function == function.name)
            .map(|(_, row)| row)
    }

    /// Functions by types and tiers: the largest error in ulp.
    pub fn print(&self) {
        let columns = self.columns();
        print!("{:10}", "function");
        columns.iter().for_each(|(element, tier)| print!("{:>14}", format!("{element} {tier}")));
        println!("{:>9}", "bound");
        for function in self.functions() {
            print!("{:10}", function.name);
            for &column in &columns {
                print!("{:>14}", self.entry(function, column).map_or(String::new(), cell));
            }
            let bound = if function.bound.is_finite() { function.bound.to_string() } else { "none".to_owned() };
            println!("{bound:>9}  {}", function.reason);
        }
    }

    /// The worst argument of every function, type and tier.
    pub fn print_arguments(&self) {
        println!();
        for function in self.functions() {
            for column in self.columns() {
                let Some(row) = self.entry(function, column) else { continue };
                let place = format!("{} {} {}", function.name, column.0, column.1);
                println!(
                    "{place:22} {:>7} ulp: {}",
                    ulps(row.outcome.ulps),
                    describe(row.outcome.worst, row, function)
                );
            }
        }
    }

    /// What is beyond its bound or of the wrong kind, a line each.
    pub fn complaints(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for (function, (element, tier)) in
            self.functions().flat_map(|f| self.columns().into_iter().map(move |c| (f, c)))
        {
            let Some(row) = self.entry(function, (element, tier)) else { continue };
            let place = format!("{} {element} {tier}", function.name);
            if row.outcome.ulps > function.bound {
                let (error, at) = (ulps(row.outcome.ulps), describe(row.outcome.worst, row, function));
                lines.push(format!("{place}: {error} ulp, above the bound of {}: {at}", function.bound));
            }
            if let Some(failed) = row.outcome.failed.filter(|_| function.bound.is_finite()) {
                let (count, at) = (row.outcome.failures, describe(failed, row, function));
                lines.push(format!("{place}: {count} results of the wrong kind or sign: {at}"));
            }
        }
        lines
    }
}

fn cell(row: &Row) -> String {
    let failed = if row.outcome.failures > 0 { "!" } else { "" };
    format!("{}{failed}", ulps(row.outcome.ulps))
}

/// Rounded up, so that what is printed is a bound.
fn ulps(error: f64) -> String {
    if error < 1e6 { format!("{:.3}", (error * 1000.0).ceil() / 1000.0) } else { format!("{error:.1e}") }
}

fn describe(point: Point, row: &Row, function: &Function) -> String {
    let Point { x, y, got, truth } = point;
    let bits = |x: f64| {
        if row.element == "f32" { format!("{:#010x}", (x as f32).to_bits()) } else { format!("{:#018x}", x.to_bits()) }
    };
    let arguments = match function.arity {
        Arity::One => format!("{x:e} ({})", bits(x)),
        Arity::IntegerPower => format!("{x:e} ({}), {y}", bits(x)),
        Arity::Plane | Arity::Power => format!("{x:e} ({}), {y:e} ({})", bits(x), bits(y)),
    };
    format!("at {arguments} it gives {got:e}, true is {truth:e}")
}
