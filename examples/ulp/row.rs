//! What a worker tells the program that started it: a line per function and type.

use crate::measure::{Outcome, Point};

#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub function: String,
    pub element: String,
    pub outcome: Outcome,
}

impl Row {
    pub fn to_line(&self) -> String {
        let Outcome { ulps, worst, failures, failed, .. } = self.outcome;
        let failed = failed.unwrap_or(worst);
        let numbers: Vec<_> = [&worst, &failed]
            .iter()
            .flat_map(|point| [point.x, point.y, point.got, point.truth])
            .map(|number| format!("{:016x}", number.to_bits()))
            .collect();
        format!("{} {} {:016x} {failures} {}", self.function, self.element, ulps.to_bits(), numbers.join(" "))
    }

    pub fn from_line(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let (function, element) = (words.next()?.to_owned(), words.next()?.to_owned());
        let ulps = float(words.next()?)?;
        let failures: u64 = words.next()?.parse().ok()?;
        let mut point = || {
            Some(Point {
                x: float(words.next()?)?,
                y: float(words.next()?)?,
                got: float(words.next()?)?,
                truth: float(words.next()?)?,
            })
        };
        let (worst, failed) = (point()?, point()?);
        Some(Self { function, element, outcome: Outcome::new(ulps, worst, failures, (failures > 0).then_some(failed)) })
    }
}

fn float(text: &str) -> Option<f64> {
    u64::from_str_radix(text, 16).ok().map(f64::from_bits)
}
