//! Results beside NumPy's, with the largest difference; the tour fails where one is too large.

use std::process::ExitCode;

use ndweave::Operand;

/// Differences up to this are rounding, relative to NumPy's numbers (absolute for those below 1): sums run in another
/// order, and the inverses of the covariances amplify that.
const TOLERANCE: f64 = 1e-12;

/// What was compared so far.
#[derive(Default)]
pub struct Comparison {
    numbers: usize,
    disagreements: Vec<String>,
}

impl Comparison {
    /// Prints two matrices side by side, and how far they are apart.
    pub fn show<A, B>(&mut self, what: &str, ours: &A, numpys: &B)
    where
        A: Operand<Elem = f64>,
        B: Operand<Elem = f64>,
    {
        let [left, right] = [format!("{:.6}", ours.as_view()), format!("{:.6}", numpys.as_view())];
        let width = left.lines().map(str::len).max().unwrap_or(0);
        println!("{:width$}    NumPy", "ndweave");
        for (left, right) in left.lines().zip(right.lines()) {
            println!("{left:width$}    {right}");
        }
        println!();
        self.check(what, ours, numpys);
    }

    /// Prints how far two arrays are apart, element by element.
    pub fn check<A, B>(&mut self, what: &str, ours: &A, numpys: &B)
    where
        A: Operand<Elem = f64>,
        B: Operand<Elem = f64>,
    {
        let (ours, numpys) = (ours.as_view(), numpys.as_view());
        let differences = || ours.iter().zip(numpys.iter()).map(|(x, y)| (x - y).abs() / y.abs().max(1.0));
        let largest = differences().fold(0.0, f64::max);
        // Not by `largest`, which a NaN leaves as it is: no comparison with NaN holds.
        let close = differences().all(|difference| difference <= TOLERANCE);
        let same_extents = ours.extents().as_ref() == numpys.extents().as_ref();
        let largest = if largest == 0.0 { "none".to_owned() } else { format!("{largest:.1e}") };
        println!("{what:<25} largest difference from NumPy: {largest}");
        self.record(what, ours.len(), close && same_extents);
    }

    /// Prints how many of some indices are NumPy's.
    pub fn check_places(&mut self, what: &str, ours: &[usize], numpys: &[usize]) {
        let same = ours.iter().zip(numpys).filter(|(x, y)| x == y).count();
        println!("{what:<25} {same} of {} are NumPy's", numpys.len());
        self.record(what, ours.len(), ours == numpys);
    }

    fn record(&mut self, what: &str, numbers: usize, agree: bool) {
        self.numbers += numbers;
        if !agree {
            self.disagreements.push(what.to_owned());
        }
    }

    /// The last line, and the exit code.
    pub fn conclude(self) -> ExitCode {
        if self.disagreements.is_empty() {
            println!("\nAll {} numbers agree with NumPy's to {TOLERANCE:e} or better.", self.numbers);
            return ExitCode::SUCCESS;
        }
        eprintln!("\nThese differ from NumPy's by more than {TOLERANCE:e}: {}", self.disagreements.join(", "));
        ExitCode::FAILURE
    }
}
