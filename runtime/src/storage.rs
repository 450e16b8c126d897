//! Storage that follows the shape: inline when every extent is constant, one heap block otherwise.
//!
//! One of the rooms in which `unsafe` lives. Nothing here knows about shapes; [`crate::array`]
//! upholds that a store holds as many initialised elements as its shape says.

use core::alloc::Layout;
use core::marker::PhantomData;
use core::mem::{ManuallyDrop, MaybeUninit};
use core::ptr::NonNull;
use std::alloc::{alloc, dealloc, handle_alloc_error};

/// The alignment of a heap block that this crate allocates, in bytes: one cache line, and one
/// AVX-512 vector.
pub const ALIGNMENT: usize = 64;

/// Where the elements of an array live.
///
/// # Safety
///
/// `as_ptr` and `as_mut_ptr` give the same address for as long as the store is not moved, valid for
/// reads (writes) of the `len` elements that [`Store::uninit`] was asked for, and unaliased.
pub unsafe trait Store {
    /// The element type.
    type Elem;
    /// This storage repeated along an axis of constant extent.
    type OfConst<const N: usize>: Store<Elem = Self::Elem>;
    /// This storage repeated along an axis whose extent is known at run time.
    type OfDyn: Store<Elem = Self::Elem>;
    /// The nested array with the same bytes, where there is one: `[[T; 4]; 3]`.
    type Nested;

    /// Room for `len` elements, not initialised. `len * size_of::<Elem>()` must not exceed
    /// `isize::MAX`, and inline storage has room for exactly its own length.
    fn uninit(len: usize) -> Self;
    /// The address of the first element.
    fn as_ptr(&self) -> *const Self::Elem;
    /// The address of the first element, for writing.
    fn as_mut_ptr(&mut self) -> *mut Self::Elem;
    /// The nested array.
    ///
    /// # Safety
    ///
    /// Every element is initialised, and the store is inline.
    unsafe fn into_nested(self) -> Self::Nested;
}

/// Elements inside the array value itself; `X` is `T`, `[T; N]`, `[[T; N]; M]`, …
#[repr(transparent)]
pub struct Inline<X, T> {
    value: MaybeUninit<X>,
    elem: PhantomData<T>,
}

// SAFETY: `X` is `T` wrapped in arrays only (the impls of `OfConst` below are the only makers), so
// a pointer to it is a pointer to its elements in row-major order.
unsafe impl<X, T> Store for Inline<X, T> {
    type Elem = T;
    type OfConst<const N: usize> = Inline<[X; N], T>;
    type OfDyn = Heap<T>;
    type Nested = X;

    #[inline(always)]
    fn uninit(_: usize) -> Self {
        Inline { value: MaybeUninit::uninit(), elem: PhantomData }
    }

    #[inline(always)]
    fn as_ptr(&self) -> *const T {
        self.value.as_ptr().cast()
    }

    #[inline(always)]
    fn as_mut_ptr(&mut self) -> *mut T {
        self.value.as_mut_ptr().cast()
    }

    #[inline(always)]
    unsafe fn into_nested(self) -> X {
        // SAFETY: the caller's promise.
        unsafe { self.value.assume_init() }
    }
}

/// One heap block.
///
/// 1. `ptr` is the start of a block of `capacity` elements that the global allocator gave for
///    alignment `align`, or dangling but aligned where that is zero bytes.
/// 2. The block is owned: nothing else frees it or holds a pointer that outlives a borrow of this.
pub struct Heap<T> {
    ptr: NonNull<T>,
    capacity: usize,
    align: usize,
    elem: PhantomData<T>,
}

// SAFETY: the block is owned (2), so sending the store sends the elements.
unsafe impl<T: Send> Send for Heap<T> {}
// SAFETY: a shared store gives shared access to the elements only.
unsafe impl<T: Sync> Sync for Heap<T> {}

impl<T> Heap<T> {
    /// Takes over the block of a vector, without a copy.
    pub(crate) fn from_vec(vec: Vec<T>) -> Self {
        let mut vec = ManuallyDrop::new(vec);
        // SAFETY: a vector's pointer is never null.
        let ptr = unsafe { NonNull::new_unchecked(vec.as_mut_ptr()) };
        Heap { ptr, capacity: vec.capacity(), align: align_of::<T>(), elem: PhantomData }
    }

    fn layout(&self) -> Layout {
        // SAFETY: by (1) this layout was valid when the block was allocated.
        unsafe { Layout::from_size_align_unchecked(self.capacity * size_of::<T>(), self.align) }
    }
}

impl<T> Drop for Heap<T> {
    fn drop(&mut self) {
        let layout = self.layout();
        if layout.size() != 0 {
            // SAFETY: by (1) and (2) this is the block's own layout, and this is its only end.
            // Elements are `Copy` (arrays hold nothing else), so there is nothing to drop in it.
            unsafe { dealloc(self.ptr.as_ptr().cast(), layout) }
        }
    }
}

// SAFETY: (1) and (2).
unsafe impl<T> Store for Heap<T> {
    type Elem = T;
    type OfConst<const N: usize> = Heap<T>;
    type OfDyn = Heap<T>;
    type Nested = core::convert::Infallible;

    fn uninit(len: usize) -> Self {
        let align = ALIGNMENT.max(align_of::<T>());
        let Some(layout) = len.checked_mul(size_of::<T>()).and_then(|bytes| Layout::from_size_align(bytes, align).ok())
        else {
            panic!("an array of {len} elements of {} bytes does not fit in memory", size_of::<T>())
        };
        let ptr = if layout.size() == 0 {
            // SAFETY: an alignment is never zero.
            unsafe { NonNull::new_unchecked(core::ptr::without_provenance_mut(align)) }
        } else {
            // SAFETY: the layout is not of zero size.
            let block = unsafe { alloc(layout) };
            match NonNull::new(block.cast::<T>()) {
                Some(ptr) => ptr,
                None => handle_alloc_error(layout),
            }
        };
        Heap { ptr, capacity: len, align, elem: PhantomData }
    }

    #[inline(always)]
    fn as_ptr(&self) -> *const T {
        self.ptr.as_ptr()
    }

    #[inline(always)]
    fn as_mut_ptr(&mut self) -> *mut T {
        self.ptr.as_ptr()
    }

    unsafe fn into_nested(self) -> Self::Nested {
        unreachable!("a heap block has no nested array")
    }
}
