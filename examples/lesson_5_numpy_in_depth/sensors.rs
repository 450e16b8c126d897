//! A sensor fails; another one, that measures the same thing, fills the gap.

use ndweave::{Array, View1, broadcast, s};

use crate::lesson::{NumPy, Options, Outcome, code, section, show, text};
use crate::plots::{BLUE, Chart, GREEN, MAGENTA, RED};

/// How many measurements are missing.
const WIDTH: usize = 40;

/// The most likely factor between two signals: the mean of their quotients.
fn factor_finder(s1: View1<'_, f64>, s2: View1<'_, f64>) -> f64 {
    broadcast!(mean[i]((s2[i] + 0.0001) / (s1[i] + 0.0001)))
}

/// The lesson's repair, and one that small measurements do not spoil.
pub fn repair(numpy: &NumPy, options: &Options) -> Outcome<()> {
    section("A broken sensor");
    let (s1, s2) = (numpy.array::<f64, 1>("s1"), numpy.array::<f64, 1>("s2"));
    let pairs =
        |y: View1<'_, f64>, from: usize| y.iter().enumerate().map(|(i, &y)| ((from + i) as f64, y)).collect::<Vec<_>>();
    Chart::new("two sensors", 0.0..100.0, -2.5..3.5)
        .line("s1", BLUE, pairs(s1.view(), 0))
        .line("s2", RED, pairs(s2.view(), 0))
        .save(options.picture("sensors.svg"))?;

    text(
        "40 measurements of s2 are lost. What is left is chosen by an index array, the gap by a range: so the one is a copy and \
         the other a view.",
    );
    let start = numpy.array::<usize, 0>("start of the failure")[[]];
    let stop = start + WIDTH;
    code("let train = Array::concat::<0>(&[Array::arange(0, start, 1), Array::arange(stop, s2.len(), 1)]);");
    let train = Array::concat::<0>(&[Array::arange(0, start, 1), Array::arange(stop, s2.len(), 1)]);
    numpy.same("train", &train);
    let test = start..stop;
    let (known1, known2) = (s1.select::<0>(&train), s2.select::<0>(&train));
    code(
        "fn factor_finder(s1: View1<f64>, s2: View1<f64>) -> f64 {\n    broadcast!(mean[i]((s2[i] + 0.0001) / (s1[i] + 0.0001)))\n}",
    );
    let factor = show!(factor_finder(known1.view(), known2.view()));
    numpy.close("factor", &factor);
    text(
        "Quotients of measurements near zero are mostly noise. The factor of least squares weighs them by their size:",
    );
    let better = show!(broadcast!(sum[i](known1[i] * known2[i]) / sum[i](known1[i] * known1[i])));
    numpy.close("factor by least squares", &better);

    let prediction = broadcast!(better * s1[i] -> [i]);
    let gap = (prediction.slice(s![test.clone()]), s2.slice(s![test.clone()]));
    let known: Vec<_> = train.iter().map(|&i| (i as f64, s2[[i]])).collect();
    Chart::new(&format!("predicted by a factor of {better:.3}"), 0.0..100.0, -2.5..3.5)
        .line("s1", BLUE, pairs(s1.view(), 0))
        .dots("train", RED, known)
        .line("prediction", GREEN, pairs(gap.0, start))
        .dots("test", MAGENTA, pairs(gap.1, start))
        .save(options.picture("repaired.svg"))?;
    let (predicted, measured) = gap;
    let error = broadcast!(mean[i]((predicted[i] - measured[i]).powi(2)).sqrt());
    text(&format!("The prediction is off by {error:.3}, root of the mean square; the sensors' noise is 0.05."));
    assert!(error < 0.2);
    Ok(())
}
