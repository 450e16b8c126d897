//! `Display` and `Debug` of arrays and views: what NumPy's `str` and `repr` print.
//!
//! Three steps, one room each: *which* elements are shown ([`corners`]), *how* each is written, all in one
//! width ([`words`](mod@words)), and *where* they stand: brackets, lines and blank lines ([`Layout`]).

mod float;
mod words;

use core::fmt::{self, Debug, Display, Formatter};

use crate::array::Array;
use crate::element::Element;
use crate::shape::Shape;
use crate::view::{View, ViewMut};

/// Longer lines are broken.
const LINE_WIDTH: usize = 75;
/// Arrays of more elements are summarised.
const THRESHOLD: usize = 1000;
/// How many entries a summary keeps at each end of an axis.
const EDGE: usize = 3;
/// What `Debug` writes in front, and how far its later lines are indented.
const PREFIX: &str = "array(";

/// Prints as NumPy's `str`: `[[1. 2.]\n [3. 4.]]`.
///
/// All elements have one width; lines are broken at 75 columns; in arrays of more than 1000 elements, axes longer
/// than 6 are cut by `...`. Floats show up to 8 decimals, in scientific notation where the smallest and the largest
/// are far apart. A precision fixes the number of decimals instead: `{:.3}`.
///
/// ```
/// use ndweave_runtime::Array;
/// let a = Array::from([[1.0, 2.5], [-3.0, 4.0]]);
/// assert_eq!(a.to_string(), "[[ 1.   2.5]\n [-3.   4. ]]");
/// assert_eq!(format!("{a:.2}"), "[[ 1.00  2.50]\n [-3.00  4.00]]");
/// ```
impl<T: Element, S: Shape> Display for View<'_, T, S> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let extents = self.extents();
        let extents = extents.as_ref();
        let summarised = is_summarised(extents);
        let shown = corners(self, summarised);
        if S::RANK == 0 && f.precision().is_none() {
            return f.write_str(&words::scalar(shown[0]));
        }
        let layout = Layout { separator: " ", indent: 1, width: LINE_WIDTH, summarised };
        f.write_str(&layout.write(extents, words::words(shown, f.precision())))
    }
}

/// Prints as NumPy's `repr`: `array([[1., 2.],\n       [3., 4.]])`, followed by `dtype=` where the elements do not tell
/// it, and by `shape=` where the brackets do not.
///
/// ```
/// use ndweave_runtime::{Array, Array2};
/// assert_eq!(format!("{:?}", Array::from([[1.0, 2.0], [3.0, 4.0]])), "array([[1., 2.],\n       [3., 4.]])");
/// assert_eq!(format!("{:?}", Array2::<f32>::zeros([0, 3])), "array([], shape=(0, 3), dtype=float32)");
/// ```
impl<T: Element, S: Shape> Debug for View<'_, T, S> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let extents = self.extents();
        let extents = extents.as_ref();
        let summarised = is_summarised(extents);
        let words = words::words(corners(self, summarised), f.precision());
        let layout = Layout { separator: ", ", indent: 1 + PREFIX.len(), width: LINE_WIDTH - 1, summarised };
        let body = format!("{PREFIX}{}", layout.write(extents, words));

        let is_empty = extents.contains(&0);
        let mut extras = Vec::new();
        if summarised || (is_empty && extents != [0]) {
            extras.push(format!("shape={}", tuple(extents)));
        }
        let dtype = words::dtype::<T>();
        if is_empty || !dtype.implied {
            extras.push(format!("dtype={}", dtype.name));
        }
        if extras.is_empty() {
            return write!(f, "{body})");
        }
        let extras = extras.join(", ");
        let last_line = body.lines().last().map_or(0, |line| line.chars().count());
        // With `,` before them and ` ` or `)` around them.
        let fits = last_line + extras.chars().count() + 3 <= LINE_WIDTH;
        let space = if fits { " ".into() } else { format!("\n{:1$}", "", PREFIX.len()) };
        write!(f, "{body},{space}{extras})")
    }
}

impl<T: Element, S: Shape> Display for ViewMut<'_, T, S> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.view(), f)
    }
}

impl<T: Element, S: Shape> Debug for ViewMut<'_, T, S> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.view(), f)
    }
}

/// Prints as NumPy's `str`; see `Display` of [`View`].
impl<T: Element, S: Shape> Display for Array<T, S> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.view(), f)
    }
}

/// Prints as NumPy's `repr`; see `Debug` of [`View`].
impl<T: Element, S: Shape> Debug for Array<T, S> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.view(), f)
    }
}

/// One element as NumPy prints a scalar: all its digits.
pub(crate) fn element_word<T: Element>(element: T) -> String {
    words::scalar(element)
}

/// One number as it stands in an array: up to 8 decimals.
pub(crate) fn number_word(number: f64) -> String {
    words::words(vec![number], None).concat().trim().to_owned()
}

/// The product of the extents; strides of 0 let a view have more elements than `usize` counts.
fn count(extents: &[usize]) -> usize {
    extents.iter().fold(1, |len, &extent| len.saturating_mul(extent))
}

/// Whether only the corners are shown.
fn is_summarised(extents: &[usize]) -> bool {
    count(extents) > THRESHOLD
}

/// How many entries of an axis are shown, and whether `...` stands in their middle.
fn shown_entries(extent: usize, summarised: bool) -> (usize, bool) {
    if summarised && extent > 2 * EDGE { (2 * EDGE, true) } else { (extent, false) }
}

/// The elements that are shown, in row-major order.
fn corners<T: Element, S: Shape>(view: &View<'_, T, S>, summarised: bool) -> Vec<T> {
    let extents = view.extents();
    let mut counts = S::Index::default();
    for (count, &extent) in counts.as_mut().iter_mut().zip(extents.as_ref()) {
        *count = shown_entries(extent, summarised).0;
    }
    let total = count(counts.as_ref());
    let mut shown = Vec::with_capacity(total);
    // An odometer over the shown positions; those behind the `...` are moved to the axis's end.
    let mut position = S::Index::default();
    for _ in 0..total {
        let mut index = position;
        for (axis, i) in index.as_mut().iter_mut().enumerate() {
            let (count, cut) = shown_entries(extents.as_ref()[axis], summarised);
            if cut && *i >= EDGE {
                *i += extents.as_ref()[axis] - count;
            }
        }
        shown.extend(view.get(index));
        for axis in (0..S::RANK).rev() {
            position.as_mut()[axis] += 1;
            if position.as_ref()[axis] < counts.as_ref()[axis] {
                break;
            }
            position.as_mut()[axis] = 0;
        }
    }
    shown
}

/// Extents as Python writes a tuple.
fn tuple(extents: &[usize]) -> String {
    match extents {
        [one] => format!("({one},)"),
        many => format!("({})", many.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")),
    }
}

/// Where the words of an array stand.
#[derive(Clone, Copy)]
struct Layout {
    /// Between two entries of an axis.
    separator: &'static str,
    /// The column at which the entries of the current axis begin.
    indent: usize,
    /// The column that no line may pass, brackets still to be closed included.
    width: usize,
    summarised: bool,
}

impl Layout {
    /// The array with these extents whose shown elements are `words`, in row-major order.
    fn write(self, extents: &[usize], words: Vec<String>) -> String {
        if extents.contains(&0) {
            return "[]".into();
        }
        let mut out = String::new();
        self.axis(extents, &mut words.into_iter(), &mut out);
        out
    }

    fn axis(self, extents: &[usize], words: &mut impl Iterator<Item = String>, out: &mut String) {
        match extents {
            // Alone, a word has no column to keep.
            [] => out.push_str(words.next().unwrap_or_default().trim_start()),
            [row] => self.row(*row, words, out),
            [extent, inner @ ..] => {
                let (count, cut) = shown_entries(*extent, self.summarised);
                let between =
                    self.separator.trim_end().to_owned() + &"\n".repeat(inner.len()) + &" ".repeat(self.indent);
                out.push('[');
                for i in 0..count {
                    if i > 0 {
                        out.push_str(&between);
                    }
                    if cut && i == EDGE {
                        out.push_str("...");
                        out.push_str(&between);
                    }
                    Layout { indent: self.indent + 1, width: self.width - 1, ..self }.axis(inner, words, out);
                }
                out.push(']');
            }
        }
    }

    /// The last axis: words side by side, broken where they would pass the width.
    fn row(self, extent: usize, words: &mut impl Iterator<Item = String>, out: &mut String) {
        let (count, cut) = shown_entries(extent, self.summarised);
        let row = words.take(count).enumerate().flat_map(|(i, word)| {
            let dots = (cut && i == EDGE).then(|| "...".to_owned());
            dots.into_iter().chain([word])
        });
        let mut column = self.indent;
        for (i, word) in row.enumerate() {
            out.push_str(if i == 0 { "[" } else { self.separator });
            column += if i == 0 { 0 } else { self.separator.len() };
            let length = word.chars().count();
            // The last column is for the `]` or `,` that follows. A word too long for any line stays on its own.
            if i > 0 && column + length > self.width - 1 {
                out.truncate(out.trim_end().len());
                out.push('\n');
                out.extend(core::iter::repeat_n(' ', self.indent));
                column = self.indent;
            }
            out.push_str(&word);
            column += length;
        }
        out.push(']');
    }
}
