//! A function of all pairs of elements.

use crate::array::{Array, Uninit};
use crate::axes::ExtentList;
use crate::element::Element;
use crate::error::ShapeError;
use crate::index::shape_from;
use crate::lanes::{Job, Lanes as _, Simd, Tier};
use crate::reduce::{Binary, load};
use crate::shape::{Shape, ShapeList};
use crate::view::View;

/// The extents of one shape and then those of another: at most eight.
#[diagnostic::on_unimplemented(
    message = "all pairs of elements of arrays of shapes `{Self}` and `{R}` have more than 8 axes",
    label = "too many axes",
    note = "the largest rank is 8"
)]
pub trait OuterShape<R: Shape>: Shape {
    /// All of them.
    type Outer: Shape;
}

type Both<S, R> = <<S as Shape>::List as ExtentList>::Then<<R as Shape>::List>;

#[diagnostic::do_not_recommend]
impl<S, R> OuterShape<R> for S
where
    S: Shape<List: ExtentList>,
    R: Shape<List: ExtentList>,
    Both<S, R>: ShapeList,
{
    type Outer = <Both<S, R> as ShapeList>::Shape;
}

/// `out[i…, j…] = f(a[i…], b[j…])`.
///
/// # Errors
///
/// When the result would be too large to exist.
pub fn outer<A, B, S, R, F>(f: F, a: View<'_, A, S>, b: View<'_, B, R>) -> Result<Array<F::Out, S::Outer>, ShapeError>
where
    A: Element,
    B: Element,
    S: OuterShape<R>,
    R: Shape,
    F: Binary<A, B>,
{
    let mut extents = <S::Outer as Shape>::Index::default();
    let both = a.extents().as_ref().iter().chain(b.extents().as_ref()).copied().collect::<Vec<_>>();
    extents.as_mut().copy_from_slice(&both);
    let mut out = Uninit::<F::Out, S::Outer>::new(shape_from(extents))?;
    let (copy_a, copy_b);
    let left = match a.as_slice() {
        Some(slice) => slice,
        None => {
            copy_a = a.to_vec();
            &copy_a
        }
    };
    let right = match b.as_slice() {
        Some(slice) => slice,
        None => {
            copy_b = b.to_vec();
            &copy_b
        }
    };
    // SAFETY: the output has room for each pair, row-major, and all are written.
    unsafe {
        Tier::current().run(Pairs { f, left, right, out: out.as_mut_ptr() });
        Ok(out.assume_init())
    }
}

/// `out[i * n + j] = f(left[i], right[j])`, a gang of `j` at a time.
///
/// Safety: `out` is writable for each pair.
struct Pairs<'a, A, B, O, F> {
    f: F,
    left: &'a [A],
    right: &'a [B],
    out: *mut O,
}

impl<A: Element, B: Element, F: Binary<A, B>> Job for Pairs<'_, A, B, F::Out, F> {
    type Output = ();
    const WIDEST: usize = F::WIDEST;

    #[inline(always)]
    unsafe fn run<S: Simd>(self, s: S) {
        let (f, n) = (self.f, self.right.len());
        // Where there is one element on the right, gangs are of those on the left.
        if let [right] = *self.right {
            let (right, points) = (B::Gang::<S>::splat(s, right), self.left.len());
            let mut x = 0;
            while x < points {
                let count = if points - x < S::LANES { points - x } else { S::LANES };
                // SAFETY: inside the list, and the output: the caller's promise.
                unsafe {
                    let left = load::<A, S>(s, self.left.as_ptr().add(x), 1, count);
                    f.gang(s, left, right).store_first(self.out.add(x), count);
                }
                x += S::LANES;
            }
            return;
        }
        let mut row = 0;
        while row < self.left.len() {
            let left = A::Gang::<S>::splat(s, self.left[row]);
            let mut x = 0;
            // SAFETY: inside the list, and the output: the caller's promise.
            unsafe {
                let (right, out) = (self.right.as_ptr(), self.out.add(row * n));
                while x + S::LANES <= n {
                    f.gang(s, left, B::Gang::<S>::load(s, right.add(x))).store(out.add(x));
                    x += S::LANES;
                }
                if x < n {
                    f.gang(s, left, B::Gang::<S>::load_first(s, right.add(x), n - x)).store_first(out.add(x), n - x);
                }
            }
            row += 1;
        }
    }
}
