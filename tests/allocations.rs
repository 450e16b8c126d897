//! What a kernel allocates: nothing for constant extents, the result for others, and one block for intermediates.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use ndweave::{Array2, Array4, einsum, einsum_path};

struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
}

// SAFETY: every call goes to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.with(|count| count.set(count.get() + 1));
        // SAFETY: the caller's promise.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller's promise.
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How many blocks `work` allocates on this thread.
fn allocations<R>(work: impl FnOnce() -> R) -> (usize, R) {
    let before = ALLOCATIONS.with(Cell::get);
    let result = work();
    (ALLOCATIONS.with(Cell::get) - before, result)
}

#[test]
fn the_counter_counts() {
    assert_eq!(allocations(|| Vec::<u8>::with_capacity(10)).0, 1);
    assert_eq!(allocations(|| 1 + 1).0, 0);
}

#[test]
fn constant_extents_allocate_nothing() {
    let a: [[f64; 3]; 2] = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
    let b: [[f64; 4]; 3] = [[1.0, 0.0, 2.0, 1.0], [0.0, 1.0, 1.0, 0.0], [1.0, 1.0, 0.0, 3.0]];
    let (count, c): (usize, [[f64; 4]; 2]) = allocations(|| einsum!("ij,jk->ik", a, b));
    assert_eq!((count, c), (0, [[4.0, 5.0, 4.0, 10.0], [10.0, 11.0, 13.0, 22.0]]));
    assert_eq!(allocations(|| einsum!(a[i, j] * b[j, k] -> [k, i])).0, 0);
    assert_eq!(allocations(|| einsum!((a[i, j] - 1.0).powi(2))).0, 0);
    let mut out = [[0.0; 4]; 2];
    assert_eq!(allocations(|| einsum!(out[i, k] += a[i, j] * b[j, k])).0, 0);
}

#[test]
fn run_time_extents_allocate_the_result() {
    let (a, b) = (Array2::<f64>::ones((5, 6)), Array2::<f64>::ones((6, 7)));
    assert_eq!(allocations(|| einsum!("ij,jk->ik", a, b)).0, 1);
    assert_eq!(allocations(|| einsum!(a[i, j] * a[i, j])).0, 0);
    let mut c = Array2::<f64>::zeros((5, 7));
    assert_eq!(allocations(|| einsum!(c[i, k] = a[i, j] * b[j, k])).0, 0);
    assert_eq!(allocations(|| einsum!(a[i, j] * 2.0 + a[i, j] -> [j, i])).0, 1);
}

#[test]
fn chains_with_short_intermediates_allocate_the_result() {
    let (a, b, c, d) = (
        Array2::<f64>::ones((3, 4)),
        Array2::<f64>::ones((4, 5)),
        Array2::<f64>::ones((5, 6)),
        Array2::<f64>::ones((6, 2)),
    );
    assert!(einsum_path!("ij,jk,kl,lm->im", a, b, c, d).terms().len() == 1);
    assert_eq!(allocations(|| einsum!("ij,jk,kl,lm->im", a, b, c, d)).0, 1);
}

#[test]
fn large_products_and_groups_of_labels_pack_into_one_block() {
    let (a, b) = (Array2::<f64>::ones((200, 150)), Array2::<f64>::ones((150, 170)));
    let mut c = Array2::<f64>::zeros((200, 170));
    assert_eq!(allocations(|| einsum!(c[i, k] = a[i, j] * b[j, k])).0, 1);
    assert_eq!(allocations(|| einsum!("ij,jk->ki", a, b)).0, 2);
    let (x, y) = (Array4::<f64>::ones((6, 7, 8, 9)), Array4::<f64>::ones((9, 10, 8, 11)));
    let (count, z) = allocations(|| einsum!("abcd,dfce->abef", x, y));
    assert_eq!((count, z[[5, 6, 10, 9]]), (2, 72.0));
    // Intermediates and what is packed share it.
    let d = Array2::<f64>::ones((170, 160));
    let (count, e) = allocations(|| einsum!("ij,jk,kl->il", a, b, d));
    assert_eq!((count, e[[199, 159]]), (2, 25_500.0));
}

#[test]
fn chains_of_constant_extents_allocate_nothing() {
    let (a, b, c) = ([[1.0f64; 12]; 10], [[2.0; 14]; 12], [[3.0; 9]; 14]);
    let (count, d): (usize, [[f64; 9]; 10]) = allocations(|| einsum!("ij,jk,kl->il", a, b, c));
    assert_eq!((count, d), (0, [[1008.0; 9]; 10]));
    let (count, d): (usize, [[f64; 10]; 9]) = allocations(|| einsum!(a[i, j] * b[j, k] * c[k, l] -> [l, i]));
    assert_eq!((count, d), (0, [[1008.0; 10]; 9]));
}

#[test]
fn a_copy_of_the_output_is_one_block() {
    let mut a = Array2::<f64>::ones((3, 3));
    assert_eq!(allocations(|| einsum!(a[i, j] += a[j, i])).0, 1);
    assert_eq!(allocations(|| einsum!(a[i, j] = 2.0 * a[i, j] + 1.0)).0, 0);
}
