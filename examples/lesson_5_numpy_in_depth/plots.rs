//! Lines and dots, by the crate plotters, as SVG.

use std::ops::Range;
use std::path::Path;

use plotters::prelude::*;
use plotters::style::RGBColor;

use crate::lesson::Outcome;

pub const BLACK: RGBColor = RGBColor(60, 60, 60);
pub const BLUE: RGBColor = RGBColor(31, 119, 180);
pub const GREEN: RGBColor = RGBColor(44, 160, 44);
pub const MAGENTA: RGBColor = RGBColor(200, 60, 180);
pub const RED: RGBColor = RGBColor(214, 39, 40);

/// What is drawn, in the order in which it is added.
pub struct Chart {
    title: String,
    x: Range<f64>,
    y: Range<f64>,
    series: Vec<Series>,
}

struct Series {
    name: String,
    colour: RGBColor,
    joined: bool,
    points: Vec<(f64, f64)>,
}

impl Chart {
    /// An empty chart over these ranges.
    pub fn new(title: &str, x: Range<f64>, y: Range<f64>) -> Self {
        Chart { title: title.to_owned(), x, y, series: Vec::new() }
    }

    /// Points joined by a line; without a name, it is not in the legend.
    pub fn line(self, name: &str, colour: RGBColor, points: impl IntoIterator<Item = (f64, f64)>) -> Self {
        self.with(name, colour, true, points)
    }

    /// Points as dots.
    pub fn dots(self, name: &str, colour: RGBColor, points: impl IntoIterator<Item = (f64, f64)>) -> Self {
        self.with(name, colour, false, points)
    }

    fn with(
        mut self,
        name: &str,
        colour: RGBColor,
        joined: bool,
        points: impl IntoIterator<Item = (f64, f64)>,
    ) -> Self {
        let points = points.into_iter().collect();
        self.series.push(Series { name: name.to_owned(), colour, joined, points });
        self
    }

    /// Draws it.
    pub fn save(self, path: impl AsRef<Path>) -> Outcome<()> {
        let path = path.as_ref().to_owned();
        let area = SVGBackend::new(&path, (720, 440)).into_drawing_area();
        area.fill(&WHITE)?;
        let mut chart = ChartBuilder::on(&area)
            .caption(&self.title, ("sans-serif", 20))
            .margin(14)
            .margin_right(28)
            .x_label_area_size(30)
            .y_label_area_size(52)
            .build_cartesian_2d(self.x, self.y)?;
        chart
            .configure_mesh()
            .light_line_style(TRANSPARENT)
            .bold_line_style(BLACK.mix(0.12))
            .label_style(("sans-serif", 14))
            .draw()?;
        let named = self.series.iter().any(|series| !series.name.is_empty());
        for Series { name, colour, joined, points } in self.series {
            let drawn = if joined {
                chart.draw_series(LineSeries::new(points, colour.stroke_width(2)))?
            } else {
                chart.draw_series(points.into_iter().map(|point| Circle::new(point, 3, colour.filled())))?
            };
            if !name.is_empty() {
                drawn.label(name).legend(move |(x, y)| match joined {
                    true => PathElement::new([(x, y), (x + 18, y)], colour.stroke_width(2)).into_dyn(),
                    false => Circle::new((x + 9, y), 3, colour.filled()).into_dyn(),
                });
            }
        }
        if named {
            let mut legend = chart.configure_series_labels();
            legend
                .position(SeriesLabelPosition::UpperRight)
                .border_style(BLACK.mix(0.3))
                .background_style(WHITE.mix(0.8))
                .label_font(("sans-serif", 14))
                .draw()?;
        }
        Ok(area.present()?)
    }
}
