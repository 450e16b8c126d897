//! `broadcast!` on random extents and layouts, against loops over index tuples.
//!
//! Every kernel is compiled once, over views of run-time extents, and runs on extents at which the loops around it change (gangs of 8 and
//! 16, tiles of 32 and 64, runs of 256 and 4096 terms, chunks of 128 KiB, copies of at most 65,536 elements) and on random ones, in
//! random layouts: orders of the axes, gaps, backwards, stride 0. What lies between the elements of a view is NaN, or a number that no element has.
//! Expected values are computed element by element in scalar Rust. Sums are of small integers, exact in every order; results without a
//! sum have the same bits.
//!
//! A case that fails prints its number, extents and strides. `NDWEAVE_ORACLE_CASES=1000` runs so many random cases of each kernel.

mod case;
mod elementwise;
mod gathers;
mod large;
mod lines;
mod products;
mod programs;
mod reductions;
mod targets;
