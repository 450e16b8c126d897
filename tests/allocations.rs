//! What a kernel allocates: nothing for constant extents, the result for others, and one block for intermediates.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use ndweave::{Array1, Array2, Array4, broadcast, einsum, einsum_path};
use num_complex::Complex;

struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
    static BYTES: Cell<usize> = const { Cell::new(0) };
}

// SAFETY: every call goes to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.with(|count| count.set(count.get() + 1));
        BYTES.with(|bytes| bytes.set(bytes.get() + layout.size()));
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

/// How many bytes `work` allocates on this thread.
fn bytes<R>(work: impl FnOnce() -> R) -> usize {
    let before = BYTES.with(Cell::get);
    std::hint::black_box(work());
    BYTES.with(Cell::get) - before
}

#[test]
fn the_counter_counts() {
    assert_eq!(allocations(|| Vec::<u8>::with_capacity(10)).0, 1);
    assert_eq!(bytes(|| Vec::<u8>::with_capacity(10)), 10);
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

/// What follows a product of matrices needs no matrix of its own: beside the result there is what the product is packed into, and where the output
/// cannot hold the product, the rows of a chunk.
#[test]
fn products_inside_of_kernels_have_no_temporary() {
    let (m, k, n) = (1030, 200, 400);
    let (w, x, b) = (Array2::<f64>::ones((m, k)), Array2::<f64>::ones((k, n)), Array1::<f64>::ones(n));
    let mut out = Array2::<f64>::zeros((m, n));
    let matrix = m * n * size_of::<f64>();
    let packed = bytes(|| einsum!(out[i, j] = w[i, k] * x[k, j]));
    let fused = bytes(|| broadcast!(out[i, j] = (sum[k](w[i, k] * x[k, j]) + b[j]).sqrt()));
    assert!(fused < packed + 4096, "{fused} bytes, of which {packed} are packed");
    assert_eq!(out[[m - 1, n - 1]], 201f64.sqrt());
    let added = bytes(|| broadcast!(out[i, j] += (sum[k](w[i, k] * x[k, j]) + b[j]).sqrt()));
    // As many rows of values, and a block for each chunk of these.
    assert!(added < matrix / 3 + 5 * packed + 4096, "{added} bytes");
    assert_eq!(out[[m - 1, n - 1]], 2.0 * 201f64.sqrt());
}

#[test]
fn real_factors_of_complex_products_are_not_copied() {
    let (x, z) = (Array2::<f64>::ones((600, 300)), Array2::from_fn((300, 7), |_| Complex::new(1.0, 2.0)));
    let mut out = Array2::from_fn((600, 7), |_| Complex::new(0.0, 0.0));
    let mixed = bytes(|| einsum!(out[i, k] = x[i, j] * z[j, k]));
    // A block of the factors is packed; a copy would be twice the factor.
    assert!(mixed < 600 * 300 * size_of::<f64>() / 4, "{mixed} bytes");
    assert_eq!(out[[599, 6]], Complex::new(300.0, 600.0));
}
