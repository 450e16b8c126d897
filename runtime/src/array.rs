//! [`Array`]: owned elements, row-major, whose shape is a type.
//!
//! One of the rooms in which `unsafe` lives.

mod construct;
mod join;

pub use construct::Arange;

use crate::element::Element;
use crate::error::{ShapeError, expect};
use crate::extent::Dyn;
use crate::shape::{IntoShape, Shape, checked_len, row_major};
use crate::storage::{Heap, Store};
use crate::view::{View, ViewMut};

/// An array that owns its elements, in row-major order.
///
/// The shape `S` is a tuple of extents ([`shape!`](crate::shape) writes one). Storage follows it: when all
/// extents are constant the elements live inside the value, without a heap block; otherwise in one
/// block, aligned to [`ALIGNMENT`](crate::ALIGNMENT) bytes when this crate allocated it.
///
/// ```
/// use ndweave_runtime::{shape, Array};
/// let a = Array::from([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]);
/// assert_eq!(a[[1, 2]], 6.0);
/// assert_eq!(size_of::<Array<f64, shape![2, 3]>>(), 48);
/// ```
pub struct Array<T, S: Shape> {
    /// 1. Holds exactly `len(shape)` initialised elements, row-major.
    store: S::Store<T>,
    /// 2. The product of the extents, and of their sizes in bytes, fits in `isize`.
    shape: S,
}

/// An array of rank 0.
pub type Array0<T> = Array<T, ()>;
/// An array of rank 1.
pub type Array1<T> = Array<T, (Dyn,)>;
/// An array of rank 2.
pub type Array2<T> = Array<T, (Dyn, Dyn)>;
/// An array of rank 3.
pub type Array3<T> = Array<T, (Dyn, Dyn, Dyn)>;
/// An array of rank 4.
pub type Array4<T> = Array<T, (Dyn, Dyn, Dyn, Dyn)>;
/// An array of rank 5.
pub type Array5<T> = Array<T, (Dyn, Dyn, Dyn, Dyn, Dyn)>;
/// An array of rank 6.
pub type Array6<T> = Array<T, (Dyn, Dyn, Dyn, Dyn, Dyn, Dyn)>;

// SAFETY: an array owns its elements and nothing else.
unsafe impl<T: Send, S: Shape> Send for Array<T, S> {}
// SAFETY: as above.
unsafe impl<T: Sync, S: Shape> Sync for Array<T, S> {}

/// An array whose elements may not be initialised yet: what a kernel writes into.
pub struct Uninit<T, S: Shape>(Array<T, S>);

impl<T: Copy, S: Shape> Uninit<T, S> {
    /// Room for an array of this shape.
    ///
    /// # Errors
    ///
    /// When the number of elements or of bytes overflows.
    #[inline]
    pub(crate) fn new(shape: S) -> Result<Self, ShapeError> {
        let len = checked_len::<T>(shape.extents().as_ref())?;
        Ok(Uninit(Array { store: S::Store::<T>::uninit(len), shape }))
    }

    /// The address of the first element; the others follow in row-major order.
    #[inline(always)]
    pub(crate) fn as_mut_ptr(&mut self) -> *mut T {
        self.0.store.as_mut_ptr()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// # Safety
    ///
    /// All `len` elements have been written.
    #[inline(always)]
    pub(crate) unsafe fn assume_init(self) -> Array<T, S> {
        self.0
    }
}

impl<T: Copy, S: Shape> Array<T, S> {
    /// An array of this shape from its elements in row-major order.
    ///
    /// # Panics
    ///
    /// When `next` panics; the partial array is then freed.
    fn build(shape: S, mut next: impl FnMut() -> T) -> Result<Self, ShapeError> {
        let mut array = Uninit::<T, S>::new(shape)?;
        let first = array.as_mut_ptr();
        for i in 0..array.len() {
            // SAFETY: `i < len`, and the block has room for `len` elements.
            unsafe { first.add(i).write(next()) }
        }
        // SAFETY: the loop wrote all of them.
        Ok(unsafe { array.assume_init() })
    }

    /// An array of this shape of the elements that an iterator gives, in row-major order.
    ///
    /// # Panics
    ///
    /// When the shape is too large to exist, or the iterator does not give as many elements as it has.
    #[track_caller]
    pub(crate) fn collect(shape: S, elements: impl Iterator<Item = T>) -> Self {
        let mut array = expect(Uninit::<T, S>::new(shape));
        let (first, len) = (array.as_mut_ptr(), array.len());
        let mut count = 0;
        elements.for_each(|element| {
            assert!(count < len, "more elements than the shape {:?} has", shape.extents());
            // SAFETY: `count < len`, and the block has room for `len` elements.
            unsafe { first.add(count).write(element) }
            count += 1;
        });
        assert!(count == len, "fewer elements than the shape {:?} has", shape.extents());
        // SAFETY: all of them were written.
        unsafe { array.assume_init() }
    }

    /// An array of this shape of what `f` makes of each element of a slice, in row-major order.
    ///
    /// # Panics
    ///
    /// When the shape is too large to exist, or has another number of elements than the slice.
    #[inline]
    #[track_caller]
    pub(crate) fn mapped<'b, X>(shape: S, elements: &'b [X], mut f: impl FnMut(&'b X) -> T) -> Self {
        let mut array = expect(Uninit::<T, S>::new(shape));
        assert!(array.len() == elements.len(), "{} elements for the shape {:?}", elements.len(), shape.extents());
        let first = array.as_mut_ptr();
        for (i, element) in elements.iter().enumerate() {
            // SAFETY: `i` is below the number of elements, for which the block has room.
            unsafe { first.add(i).write(f(element)) }
        }
        // SAFETY: the loop wrote all of them.
        unsafe { array.assume_init() }
    }

    /// An array with every element equal to `value`.
    ///
    /// # Panics
    ///
    /// When the shape is too large to exist.
    #[track_caller]
    pub fn full(shape: impl IntoShape<Shape = S>, value: T) -> Self {
        expect(Self::build(shape.into_shape(), || value))
    }

    /// As [`Array::full`], with a `Result`.
    pub(crate) fn try_full(shape: S, value: T) -> Result<Self, ShapeError> {
        Self::build(shape, || value)
    }

    /// An array of zeros.
    ///
    /// # Panics
    ///
    /// When the shape is too large to exist.
    #[track_caller]
    pub fn zeros(shape: impl IntoShape<Shape = S>) -> Self
    where
        T: Element,
    {
        Self::full(shape, T::zero())
    }

    /// An array of ones.
    ///
    /// # Panics
    ///
    /// When the shape is too large to exist.
    #[track_caller]
    pub fn ones(shape: impl IntoShape<Shape = S>) -> Self
    where
        T: Element,
    {
        Self::full(shape, T::one())
    }

    /// An array whose element at `index` is `f(index)`, called in row-major order.
    ///
    /// ```
    /// use ndweave_runtime::Array;
    /// let a = Array::from_fn((2, 3), |[i, j]| 10 * i + j);
    /// assert_eq!(a.as_slice(), [0, 1, 2, 10, 11, 12]);
    /// ```
    ///
    /// # Panics
    ///
    /// When the shape is too large to exist.
    #[track_caller]
    pub fn from_fn(shape: impl IntoShape<Shape = S>, mut f: impl FnMut(S::Index) -> T) -> Self {
        let shape = shape.into_shape();
        let extents = shape.extents();
        let mut index = S::Index::default();
        expect(Self::build(shape, || {
            let value = f(index);
            for axis in (0..S::RANK).rev() {
                index.as_mut()[axis] += 1;
                if index.as_ref()[axis] < extents.as_ref()[axis] {
                    break;
                }
                index.as_mut()[axis] = 0;
            }
            value
        }))
    }

    /// An array of this shape over the elements of `vec`, in row-major order, without a copy where
    /// the shape has storage on the heap.
    ///
    /// # Errors
    ///
    /// When the shape is too large, or has another number of elements than `vec`.
    pub fn from_shape_vec(shape: impl IntoShape<Shape = S>, vec: Vec<T>) -> Result<Self, ShapeError> {
        let shape = shape.into_shape();
        let extents = shape.extents();
        let len = checked_len::<T>(extents.as_ref())?;
        if len != vec.len() {
            return Err(ShapeError::new(format!(
                "shape {:?} has {len} elements, but the vector has {}",
                extents.as_ref(),
                vec.len()
            )));
        }
        let mut elements = vec.iter().copied();
        if S::IS_STATIC {
            return Self::build(shape, || elements.next().expect("as many elements as `len`"));
        }
        Ok(Array { store: store_of_vec::<T, S>(vec), shape })
    }

    /// The elements in row-major order.
    pub fn into_vec(self) -> Vec<T> {
        self.as_slice().to_vec()
    }

    /// The shape.
    #[inline(always)]
    pub fn shape(&self) -> S {
        self.shape
    }

    /// The extents as numbers.
    #[inline(always)]
    pub fn extents(&self) -> S::Index {
        self.shape.extents()
    }

    /// The row-major strides, in elements.
    #[inline(always)]
    pub fn strides(&self) -> S::Strides {
        row_major::<S>(self.extents())
    }

    /// The elements in row-major order.
    #[inline(always)]
    pub fn as_slice(&self) -> &[T] {
        // SAFETY: invariant 1.
        unsafe { core::slice::from_raw_parts(self.store.as_ptr(), self.len()) }
    }

    /// The elements in row-major order, for writing.
    #[inline(always)]
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        let len = self.len();
        // SAFETY: invariant 1; the borrow is exclusive.
        unsafe { core::slice::from_raw_parts_mut(self.store.as_mut_ptr(), len) }
    }

    /// A view of all elements.
    #[inline(always)]
    pub fn view(&self) -> View<'_, T, S> {
        // SAFETY: invariants 1 and 2: row-major strides reach exactly the `len` elements.
        unsafe { View::from_raw(self.store.as_ptr(), self.shape, self.strides()) }
    }

    /// A mutable view of all elements.
    #[inline(always)]
    pub fn view_mut(&mut self) -> ViewMut<'_, T, S> {
        let (shape, strides) = (self.shape, self.strides());
        // SAFETY: as in `view`; row-major strides give every index its own element.
        unsafe { ViewMut::from_raw(self.store.as_mut_ptr(), shape, strides) }
    }

    /// The same elements with another shape of as many elements; the block moves where both have one.
    pub(crate) fn with_shape<R: Shape>(self, shape: R) -> Array<T, R> {
        debug_assert_eq!(self.len(), shape.extents().as_ref().iter().product());
        if S::IS_STATIC || R::IS_STATIC {
            return Array::mapped(shape, self.as_slice(), |x| *x);
        }
        let store = core::mem::ManuallyDrop::new(self.store);
        // SAFETY: storage of a shape with an extent known at run time is `Heap<T>`, as in `store_of_vec`, so the
        // types are equal; the original is not dropped.
        let store = unsafe { core::mem::transmute_copy::<S::Store<T>, R::Store<T>>(&store) };
        Array { store, shape }
    }

    /// The same elements as a nested array; for shapes whose extents are all constant.
    pub(crate) fn into_nested(self) -> <S::Store<T> as Store>::Nested {
        const { assert!(S::IS_STATIC) };
        // SAFETY: invariant 1, and the storage of a static shape is inline.
        unsafe { self.store.into_nested() }
    }
}

impl<T, S: Shape> Array<T, S> {
    /// The number of elements.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.shape.extents().as_ref().iter().product()
    }

    /// Whether there are no elements.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The heap store of a shape that is not static, over the block of `vec`.
fn store_of_vec<T: Copy, S: Shape>(vec: Vec<T>) -> S::Store<T> {
    const { assert!(size_of::<Heap<u8>>() == size_of::<Heap<u64>>()) };
    assert!(!S::IS_STATIC, "inline storage cannot take over a vector");
    let heap = core::mem::ManuallyDrop::new(Heap::from_vec(vec));
    // SAFETY: a shape with an extent known at run time wraps its storage by `OfDyn`, which is
    // `Heap<T>` on every store, and `OfConst` of that is `Heap<T>` again. So the types are equal.
    unsafe { core::mem::transmute_copy::<Heap<T>, S::Store<T>>(&heap) }
}

impl<T: Copy> Array1<T> {
    /// A one-dimensional array over the elements of `vec`, without a copy.
    pub fn from_vec(vec: Vec<T>) -> Self {
        let shape = (Dyn(vec.len()),);
        Array { store: Heap::from_vec(vec), shape }
    }
}

impl<T: Copy, S: Shape> Clone for Array<T, S> {
    fn clone(&self) -> Self {
        let mut copy = Uninit(Array { store: S::Store::<T>::uninit(self.len()), shape: self.shape });
        // SAFETY: both hold `len` elements (invariant 1), in different places.
        unsafe {
            core::ptr::copy_nonoverlapping(self.store.as_ptr(), copy.as_mut_ptr(), self.len());
            copy.assume_init()
        }
    }
}

impl<T: Element, S: Shape> Default for Array<T, S>
where
    S: Default,
{
    /// Zeros; for shapes whose extents are all constant.
    fn default() -> Self {
        expect(Self::build(S::default(), T::zero))
    }
}
