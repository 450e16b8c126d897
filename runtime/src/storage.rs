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
    /// The nested array with the same bytes, where there is one (`[[T; 4]; 3]`); otherwise the array `A` itself.
    type Nested<A>;

    /// Room for `len` elements, not initialised. `len * size_of::<Elem>()` must not exceed
    /// `isize::MAX`, and inline storage has room for exactly its own length.
    fn uninit(len: usize) -> Self;
    /// The address of the first element.
    fn as_ptr(&self) -> *const Self::Elem;
    /// The address of the first element, for writing.
    fn as_mut_ptr(&mut self) -> *mut Self::Elem;
    /// The nested array, or the array; `store` takes an array apart.
    ///
    /// # Safety
    ///
    /// Every element is initialised.
    unsafe fn into_nested<A>(array: A, store: impl FnOnce(A) -> Self) -> Self::Nested<A>;
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
    type Nested<A> = X;

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
    unsafe fn into_nested<A>(array: A, store: impl FnOnce(A) -> Self) -> X {
        // SAFETY: the caller's promise.
        unsafe { store(array).value.assume_init() }
    }
}

/// How the allocator aligns a block anyway. Asking it for [`ALIGNMENT`] takes it several times as long as a block with room to align in.
const GIVEN: usize = 16;

/// Bytes up to which a block has nothing to check.
const SMALL: usize = 1 << 16;

/// Blocks of this size and more ask for huge pages.
#[cfg(target_os = "linux")]
const HUGE: usize = 4 << 20;

/// Asks the system to back a large block with huge pages, where it grants them on request: the first write to each page of 4 KiB costs as
/// much as writing it twice.
#[cfg(target_os = "linux")]
fn ask_for_huge_pages(block: NonNull<u8>, bytes: usize) {
    const PAGE: usize = 4096;
    if bytes >= HUGE {
        let skip = block.as_ptr().addr().wrapping_neg() % PAGE;
        // SAFETY: whole pages inside a block that is ours. Advice does not change what the memory holds; where it is refused nothing happens.
        unsafe { libc::madvise(block.as_ptr().add(skip).cast(), (bytes - skip) / PAGE * PAGE, libc::MADV_HUGEPAGE) };
    }
}

#[cfg(not(target_os = "linux"))]
fn ask_for_huge_pages(_: NonNull<u8>, _: usize) {}

/// One heap block.
///
/// 1. `ptr` lies `shift` bytes behind the start of a block that the global allocator gave for `layout`, or is dangling but
///    aligned, with a `layout` of no bytes. From `ptr` on, the block has room for the elements that it was made for.
/// 2. The block is owned: nothing else frees it or holds a pointer that outlives a borrow of this.
pub struct Heap<T> {
    ptr: NonNull<T>,
    shift: usize,
    layout: Layout,
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
        // SAFETY: a vector's block was allocated for this layout.
        let layout = unsafe { Layout::from_size_align_unchecked(vec.capacity() * size_of::<T>(), align_of::<T>()) };
        Heap { ptr, shift: 0, layout, elem: PhantomData }
    }

    /// A block of any size.
    #[inline(never)]
    fn any(len: usize) -> Self {
        let bytes = len.checked_mul(size_of::<T>()).and_then(|bytes| bytes.checked_add(ALIGNMENT - GIVEN));
        let Some(layout) = bytes.and_then(|bytes| Layout::from_size_align(bytes, GIVEN).ok()) else {
            panic!("an array of {len} elements of {} bytes does not fit in memory", size_of::<T>())
        };
        if len * size_of::<T>() == 0 {
            return Self::dangling();
        }
        let heap = Self::block(layout);
        ask_for_huge_pages(heap.ptr.cast(), len * size_of::<T>());
        heap
    }

    /// A block, aligned, of what is more than the surplus.
    #[inline(always)]
    fn block(layout: Layout) -> Self {
        // SAFETY: the layout is not of zero size.
        let Some(block) = NonNull::new(unsafe { alloc(layout) }) else { handle_alloc_error(layout) };
        let shift = block.as_ptr().addr().wrapping_neg() % ALIGNMENT;
        // SAFETY: the block is aligned to `GIVEN`, so it starts at most `ALIGNMENT - GIVEN` bytes, its surplus, before an
        // address that is aligned to `ALIGNMENT`.
        let ptr = unsafe { block.add(shift) }.cast::<T>();
        Heap { ptr, shift, layout, elem: PhantomData }
    }

    /// A block of no bytes.
    fn dangling() -> Self {
        const { assert!(align_of::<T>() <= ALIGNMENT) };
        // SAFETY: an alignment is never zero.
        let ptr = unsafe { NonNull::new_unchecked(core::ptr::without_provenance_mut(ALIGNMENT)) };
        Heap { ptr, shift: 0, layout: Layout::new::<()>(), elem: PhantomData }
    }
}

impl<T> Drop for Heap<T> {
    fn drop(&mut self) {
        if self.layout.size() != 0 {
            // SAFETY: by (1) and (2) this is the block's own start and layout, and this is its only end.
            // Elements are `Copy` (arrays hold nothing else), so there is nothing to drop in it.
            unsafe { dealloc(self.ptr.as_ptr().cast::<u8>().sub(self.shift), self.layout) }
        }
    }
}

// SAFETY: (1) and (2).
unsafe impl<T> Store for Heap<T> {
    type Elem = T;
    type OfConst<const N: usize> = Heap<T>;
    type OfDyn = Heap<T>;
    type Nested<A> = A;

    #[inline]
    fn uninit(len: usize) -> Self {
        // One comparison: 0 wraps around.
        if len.wrapping_sub(1) >= const { if size_of::<T>() == 0 { 0 } else { SMALL / size_of::<T>() } } {
            return Self::any(len);
        }
        let bytes = len * size_of::<T>() + (ALIGNMENT - GIVEN);
        // SAFETY: a power of two, and few bytes.
        Self::block(unsafe { Layout::from_size_align_unchecked(bytes, GIVEN) })
    }

    #[inline(always)]
    fn as_ptr(&self) -> *const T {
        self.ptr.as_ptr()
    }

    #[inline(always)]
    fn as_mut_ptr(&mut self) -> *mut T {
        self.ptr.as_ptr()
    }

    #[inline(always)]
    unsafe fn into_nested<A>(array: A, _: impl FnOnce(A) -> Self) -> A {
        array
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_aligned_whatever_their_size() {
        for len in [1, 2, 3, 7, 64, 1000, 100_000] {
            let blocks: Vec<Heap<u8>> = (0..5).map(|_| Heap::uninit(len)).collect();
            assert!(blocks.iter().all(|block| block.as_ptr().addr() % ALIGNMENT == 0), "{len} bytes");
        }
        assert_eq!(Heap::<f64>::uninit(0).as_ptr().addr() % ALIGNMENT, 0);
        assert_eq!(Heap::<()>::uninit(10).as_ptr().addr() % ALIGNMENT, 0);
    }

    #[test]
    fn a_block_is_writable_from_end_to_end() {
        let mut block = Heap::<u64>::uninit(33);
        for i in 0..33 {
            // SAFETY: the block has room for 33 elements.
            unsafe { block.as_mut_ptr().add(i).write(i as u64) }
        }
        // SAFETY: they have just been written.
        let sum: u64 = unsafe { core::slice::from_raw_parts(block.as_ptr(), 33) }.iter().sum();
        assert_eq!(sum, 528);
    }

    #[test]
    #[should_panic(expected = "does not fit in memory")]
    fn a_block_larger_than_memory_is_refused() {
        Heap::<u64>::uninit(usize::MAX / 8);
    }
}
