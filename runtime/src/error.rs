//! Errors about shapes, and the cold functions that panic with them.

use core::fmt;

/// What is wrong with a shape, an index or a pair of shapes that should agree.
///
/// Returned by the `try_` forms of the macros and by constructors; the plain forms panic with its
/// text. The text names the label or axis, the operands and both extents.
#[derive(Clone, PartialEq, Eq)]
pub struct ShapeError {
    // Boxed once: an error is as large as a pointer pair and never on the fast path.
    message: Box<str>,
}

impl ShapeError {
    /// An error with this text.
    #[cold]
    pub(crate) fn new(message: impl Into<String>) -> Self {
        ShapeError { message: message.into().into_boxed_str() }
    }

    #[cold]
    pub(crate) fn too_large(extents: &[usize], element_size: usize) -> Self {
        ShapeError::new(format!(
            "shape {extents:?} is too large: its elements of {element_size} bytes do not fit in isize::MAX bytes"
        ))
    }

    /// Panics with this error, at the caller's line.
    #[cold]
    #[inline(never)]
    #[track_caller]
    pub(crate) fn raise(self) -> ! {
        panic!("{}", self.message)
    }
}

impl fmt::Display for ShapeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for ShapeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ShapeError({:?})", self.message)
    }
}

impl core::error::Error for ShapeError {}

/// Unwraps, panicking at the caller's line.
#[inline(always)]
#[track_caller]
pub(crate) fn expect<T>(result: Result<T, ShapeError>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => error.raise(),
    }
}
