//! Arrays as pictures, by the crate image.

use std::path::Path;

use image::{GrayImage, Rgb, RgbImage};
use ndweave::{Array2, View2, einsum};

use super::Outcome;

/// From dark to bright, as evenly as the eye sees it: the colours of matplotlib's viridis at every eighth.
const COLOURS: [[f64; 3]; 9] = [
    [68., 1., 84.],
    [71., 44., 122.],
    [59., 81., 139.],
    [44., 113., 142.],
    [33., 144., 141.],
    [39., 173., 129.],
    [92., 200., 99.],
    [170., 220., 50.],
    [253., 231., 37.],
];

/// A picture of a matrix: its smallest number dark, its largest bright.
pub struct Picture(RgbImage);

impl Picture {
    /// A square of `size` × `size` pixels for each element; row 0 at the top.
    pub fn of(numbers: View2<'_, f64>, size: u32) -> Self {
        let (low, high) = (numbers.min_all(), numbers.max_all());
        let scale = 8.0 / if high > low { high - low } else { 1.0 };
        let places = einsum!((numbers[i, j] - low) * scale -> [i, j]);
        let [height, width] = places.extents();
        Picture(RgbImage::from_fn(width as u32 * size, height as u32 * size, |x, y| {
            colour(places[[(y / size) as usize, (x / size) as usize]])
        }))
    }

    /// Writes a PNG.
    pub fn save(&self, path: impl AsRef<Path>) -> Outcome<()> {
        Ok(self.0.save(path)?)
    }
}

/// The shades of grey of a PNG, as numbers.
pub fn read_greys(path: impl AsRef<Path>) -> Outcome<Array2<u8>> {
    let picture: GrayImage = image::open(path)?.into_luma8();
    let extents = [picture.height() as usize, picture.width() as usize];
    Ok(Array2::from_shape_vec(extents, picture.into_raw())?)
}

/// The colour at a place from 0 to 8, between two neighbours of the table.
fn colour(place: f64) -> Rgb<u8> {
    let left = (place as usize).min(7);
    let weight = place - left as f64;
    let mix = |channel: usize| {
        let [from, to] = [COLOURS[left][channel], COLOURS[left + 1][channel]];
        (from + weight * (to - from)).round() as u8
    };
    Rgb([mix(0), mix(1), mix(2)])
}
