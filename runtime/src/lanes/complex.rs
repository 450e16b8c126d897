//! Gangs of complex numbers: the real parts and the imaginary parts, apart.

use num_complex::Complex;

use super::array::LaneArray;
use super::simd::{Lanes, Simd};

/// A gang of [`Complex`] numbers, whose parts are the gangs `G`. Memory holds the parts of a number side by side.
#[derive(Clone, Copy)]
pub struct ComplexGang<S, G> {
    s: S,
    /// The real parts.
    pub re: G,
    /// The imaginary parts.
    pub im: G,
}

impl<S: Simd, G> ComplexGang<S, G> {
    /// From the parts.
    #[inline(always)]
    pub fn new(s: S, re: G, im: G) -> Self {
        ComplexGang { s, re, im }
    }
}

impl<S: Simd, T: Copy, G: Lanes<S, T>> Lanes<S, Complex<T>> for ComplexGang<S, G> {
    #[inline(always)]
    fn splat(s: S, z: Complex<T>) -> Self {
        ComplexGang { s, re: G::splat(s, z.re), im: G::splat(s, z.im) }
    }

    #[inline(always)]
    fn from_array(s: S, array: S::Array<Complex<T>>) -> Self {
        let (re, im) = (|lane| array.lane(lane).re, |lane| array.lane(lane).im);
        ComplexGang { s, re: G::from_array(s, LaneArray::from_fn(re)), im: G::from_array(s, LaneArray::from_fn(im)) }
    }

    #[inline(always)]
    fn to_array(self) -> S::Array<Complex<T>> {
        let (re, im) = (self.re.to_array(), self.im.to_array());
        LaneArray::from_fn(|lane| Complex::new(re.lane(lane), im.lane(lane)))
    }

    #[inline(always)]
    unsafe fn load(s: S, ptr: *const Complex<T>) -> Self {
        let parts = ptr.cast::<T>();
        // SAFETY: the caller's promise: `LANES` numbers are twice as many parts (`Complex` is `repr(C)`).
        let (a, b) = unsafe { (G::load(s, parts), G::load(s, parts.add(S::LANES))) };
        let (re, im) = a.deinterleave(s, b);
        ComplexGang { s, re, im }
    }

    #[inline(always)]
    unsafe fn store(self, ptr: *mut Complex<T>) {
        let (a, b) = self.re.interleave(self.s, self.im);
        let parts = ptr.cast::<T>();
        // SAFETY: the caller's promise: `LANES` numbers are twice as many parts (`Complex` is `repr(C)`).
        unsafe {
            a.store(parts);
            b.store(parts.add(S::LANES));
        }
    }

    #[inline(always)]
    fn select(mask: S::Mask, yes: Self, no: Self) -> Self {
        ComplexGang { s: yes.s, re: G::select(mask, yes.re, no.re), im: G::select(mask, yes.im, no.im) }
    }
}
