//! Contractions against the matrix products of other crates, and against the best composition of GEMM and loops by hand.
//!
//! Ratios are to ours, the first entry of a row: above 1, ours is faster. Before a row is timed it is checked that its rivals agree.
//!
//! `cargo bench -p ndweave-benches --bench contract -- [part of a row's name]`

mod by_hand;
mod classes;
mod epilogue;
mod square;

fn main() {
    let bench = ndweave_benches::Bench::from_args();
    println!("tier {}", ndweave::Tier::current());
    square::all(&bench);
    classes::all(&bench);
    epilogue::all(&bench);
}
