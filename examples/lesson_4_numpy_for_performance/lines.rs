//! Where does the time go? A profile by lines, and the plan of a kernel.

use std::time::{Duration, Instant};

use ndweave::{Array, Array1, Array2, broadcast, broadcast_plan, s, ufuncs::*};

use crate::lesson::{Options, code, section, text, times::written, value};
use crate::mandelbrot::Grid;

/// How long each line of a function took, over all its iterations.
struct Lines {
    lines: Vec<(&'static str, Duration)>,
}

impl Lines {
    /// Runs one line, on the clock.
    fn time<R>(&mut self, line: &'static str, run: impl FnOnce() -> R) -> R {
        let start = Instant::now();
        let result = run();
        let took = start.elapsed();
        match self.lines.iter_mut().find(|(known, _)| *known == line) {
            Some((_, total)) => *total += took,
            None => self.lines.push((line, took)),
        }
        result
    }

    fn table(&self) -> String {
        let total: Duration = self.lines.iter().map(|(_, took)| *took).sum();
        let mut table = format!("{:>9} {:>4}", "time", "%");
        for (line, took) in &self.lines {
            let share = 100.0 * took.as_secs_f64() / total.as_secs_f64();
            table += &format!("\n{:>9} {share:>4.0}  {line}", written(*took));
        }
        table
    }
}

/// What `%prun` and `%lprun` are for.
pub fn profile(values: &Grid, counts: &Array2<f64>, options: &Options) {
    section("Profiling");
    text(
        "A release build keeps the names of functions, so any sampling profiler works as it is. A kernel's time shows \
         under the function that holds the macro, in the gang code of its tier:",
    );
    code(
        "perf record target/release/examples/lesson_4_numpy_for_performance && perf report\n\
         valgrind --tool=callgrind target/release/examples/lesson_4_numpy_for_performance --short",
    );
    text("Lines are what Instant is for. mandel7, line by line:");
    let mut lines = Lines { lines: Vec::new() };
    let timed = mandel7_by_lines(values, 50, &mut lines);
    assert_eq!(&timed, counts);
    value(if options.short { format!("{} lines were timed.", lines.lines.len()) } else { lines.table() });
    text("What a kernel will do, it can say itself, before it runs:");
    code("println!(\"{}\", broadcast_plan!(value * value + values));");
    let value = values.clone();
    crate::lesson::value(broadcast_plan!(value * value + values));
}

/// [`mandel7`](crate::mandelbrot::mandel7), with a clock around every line.
fn mandel7_by_lines(position: &Grid, limit: i64, lines: &mut Lines) -> Array2<f64> {
    let mut diverged_at_count = Array2::zeros(position.extents());
    let mut positions = Array1::from(position.to_vec());
    let mut value = positions.clone();
    let [rows, columns] = Array::indices(position.extents());
    let (mut rows, mut columns) = (Array1::from(rows.to_vec()), Array1::from(columns.to_vec()));
    for limit in (0..limit).rev() {
        value = lines.time("value = broadcast!(value * value + positions)", || broadcast!(value * value + positions));
        let now =
            lines.time("diverging_now = broadcast!(value.norm_sqr() > 4.0)", || broadcast!(value.norm_sqr() > 4.0));
        let (rows_now, columns_now) =
            lines.time("rows.mask(&diverging_now), columns.mask(…)", || (rows.mask(&now), columns.mask(&now)));
        let carry_on = lines.time("carry_on = logical_not(&diverging_now)", || logical_not(&now));
        value = lines.time("value = value.mask(&carry_on)", || value.mask(&carry_on));
        rows = lines.time("rows, columns = ….mask(&carry_on)", || rows.mask(&carry_on));
        columns = lines.time("rows, columns = ….mask(&carry_on)", || columns.mask(&carry_on));
        positions = lines.time("positions = positions.mask(&carry_on)", || positions.mask(&carry_on));
        let at = s![&rows_now, &columns_now];
        lines.time("diverged_at_count.fill_at(…)", || diverged_at_count.fill_at(at, limit as f64));
    }
    diverged_at_count
}
