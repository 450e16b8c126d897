//! `broadcast!` against loops by hand, plain Rust and `ndarray`, on one core, in one run.
//!
//! Ratios are to ours: above 1, ours is faster. Rivals of a row see the same operands, and write into the same memory where they do
//! not make a new array; before they are timed, it is checked that they agree. Results of elementwise kernels have to be equal.
//!
//! `cargo bench -p ndweave-benches --bench broadcast -- [part of a row's name]`

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod rows;

#[cfg(target_arch = "x86_64")]
fn main() {
    let bench = ndweave_benches::Bench::from_args();
    let Some(avx2) = avx2::Avx2::new() else {
        return println!("the loops by hand need AVX2 and FMA");
    };
    println!("tier {}", ndweave::Tier::current());
    rows::elementwise::all(&bench, avx2);
    rows::grids::all(&bench, avx2);
    rows::reductions::all(&bench, avx2);
    rows::latency::all(&bench, avx2);
}

#[cfg(not(target_arch = "x86_64"))]
fn main() {
    println!("the loops by hand are for x86-64");
}
