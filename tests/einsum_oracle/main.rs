//! Every kind of contraction, in every layout and across the sizes at which kernels change, against the oracle.
//!
//! Values are small integers, so all sums are exact in every order and results are compared with `==`.

#[path = "../oracle/mod.rs"]
mod oracle;

#[path = "../oracle/laid.rs"]
mod laid;

mod constant;
mod into;
mod layouts;

use laid::{Laid, Number, Outcome};
use layouts::{Broadcast, LAYOUTS, operands_of, seen, values};
use ndweave::einsum;
use oracle::Plain;

/// What one contraction gives, with the form that it was written in.
type Results = Vec<(&'static str, Plain<i64>)>;

/// Runs `contract` over all sizes and layouts of one spec, and compares with the oracle.
fn sweep<T: Number>(spec: &str, contract: impl Fn(&[Laid<T>]) -> Results) {
    for (extent, operands) in operands_of(spec) {
        let note = format!("{extent:?}");
        check_layouts(spec, &note, &operands, &contract);
    }
}

/// Runs `contract` over operands that are all laid out alike, and then each in a layout of its own.
fn check_layouts<T: Number>(spec: &str, note: &str, operands: &[Plain<i64>], contract: impl Fn(&[Laid<T>]) -> Results) {
    let expected = oracle::einsum(spec, operands);
    let alike = LAYOUTS.iter().map(|&layout| vec![layout; operands.len()]);
    let own = (0..2).map(|shift| (0..operands.len()).map(|n| LAYOUTS[(n + shift * 3) % LAYOUTS.len()]).collect());
    for layouts in alike.chain(own) {
        let laid: Vec<Laid<T>> = operands.iter().zip(&layouts).map(|(x, layout)| layout.lay(x)).collect();
        let repeated = layouts.contains(&Broadcast);
        let of_repeated = repeated.then(|| oracle::einsum(spec, &laid.iter().map(seen).collect::<Vec<_>>()));
        let expected = of_repeated.as_ref().unwrap_or(&expected);
        for (form, result) in contract(&laid) {
            assert_eq!(result, *expected, "`{spec}` in {form}, {note}, {layouts:?}");
        }
    }
}

/// `name: element type, "NumPy's form", (operand: rank, …), { index form };`
macro_rules! sweeps {
    ($($name:ident: $T:ty, $spec:literal, $operands:tt, $index:tt;)*) => { $(
        #[test]
        fn $name() {
            sweep::<$T>($spec, |operands| {
                vec![
                    ("NumPy's form", sweeps!(@string operands $operands $spec)),
                    ("index form", sweeps!(@index operands $operands $index)),
                ]
            });
        }
    )* };
    (@string $laid:ident ($($t:ident: $rank:tt),*) $spec:literal) => {{
        let mut laid = $laid.iter();
        $( let $t = view!(laid.next().unwrap(), $rank); )*
        einsum!($spec $(, $t)*).plain()
    }};
    (@index $laid:ident ($($t:ident: $rank:tt),*) { $($index:tt)* }) => {{
        let mut laid = $laid.iter();
        $( let $t = term!(laid.next().unwrap(), $rank); )*
        einsum!($($index)*).plain()
    }};
}

// Two matrices in each of the eight spellings.
sweeps! {
    gemm_nn: f64, "ij,jk->ik", (a: 2, b: 2), { a[i, j] * b[j, k] -> [i, k] };
    gemm_nt: f64, "ij,kj->ik", (a: 2, b: 2), { a[i, j] * b[k, j] -> [i, k] };
    gemm_tn: f64, "ji,jk->ik", (a: 2, b: 2), { a[j, i] * b[j, k] -> [i, k] };
    gemm_tt: f64, "ji,kj->ik", (a: 2, b: 2), { a[j, i] * b[k, j] -> [i, k] };
    gemm_nn_transposed: f64, "ij,jk->ki", (a: 2, b: 2), { a[i, j] * b[j, k] -> [k, i] };
    gemm_nt_transposed: f64, "ij,kj->ki", (a: 2, b: 2), { a[i, j] * b[k, j] -> [k, i] };
    gemm_tn_transposed: f64, "ji,jk->ki", (a: 2, b: 2), { a[j, i] * b[j, k] -> [k, i] };
    gemm_tt_transposed: f64, "ji,kj->ki", (a: 2, b: 2), { a[j, i] * b[k, j] -> [k, i] };
    gemm_f32: f32, "ij,jk->ik", (a: 2, b: 2), { a[i, j] * b[j, k] -> [i, k] };
    gemm_i64: i64, "ij,jk->ik", (a: 2, b: 2), { a[i, j] * b[j, k] -> [i, k] };
    gemm_i32: i32, "ij,kj->ki", (a: 2, b: 2), { a[i, j] * b[k, j] -> [k, i] };
}

// Vectors and matrices.
sweeps! {
    inner: f64, "i,i->", (x: 1, y: 1), { x[i] * y[i] };
    inner_f32: f32, "i,i->", (x: 1, y: 1), { x[i] * y[i] };
    inner_i32: i32, "i,i->", (x: 1, y: 1), { x[i] * y[i] };
    outer: f64, "i,j->ij", (x: 1, y: 1), { x[i] * y[j] -> [i, j] };
    outer_transposed: f32, "i,j->ji", (x: 1, y: 1), { x[i] * y[j] -> [j, i] };
    matrix_vector: f64, "ij,j->i", (a: 2, x: 1), { a[i, j] * x[j] -> [i] };
    transposed_matrix_vector: f32, "ij,i->j", (a: 2, x: 1), { a[i, j] * x[i] -> [j] };
    vector_matrix: f64, "i,ij->j", (x: 1, a: 2), { x[i] * a[i, j] -> [j] };
    hadamard: f64, "ij,ij->ij", (a: 2, b: 2), { a[i, j] * b[i, j] -> [i, j] };
    hadamard_transposed: f64, "ij,ji->ij", (a: 2, b: 2), { a[i, j] * b[j, i] -> [i, j] };
    frobenius: f64, "ij,ij->", (a: 2, b: 2), { a[i, j] * b[i, j] };
    frobenius_transposed: f64, "ij,ji->", (a: 2, b: 2), { a[i, j] * b[j, i] };
    row_norms: f64, "ij,ij->i", (a: 2, b: 2), { a[i, j] * b[i, j] -> [i] };
    column_norms: f32, "ij,ij->j", (a: 2, b: 2), { a[i, j] * b[i, j] -> [j] };
    scale_rows: f64, "i,ij->ij", (x: 1, a: 2), { x[i] * a[i, j] -> [i, j] };
    scale_columns: f64, "ij,j->ij", (a: 2, x: 1), { a[i, j] * x[j] -> [i, j] };
    scale_by_scalar: f64, ",ij->ij", (s: 0, a: 2), { s * a[i, j] -> [i, j] };
    bilinear: f64, "i,ij,j->", (x: 1, a: 2, y: 1), { x[i] * a[i, j] * y[j] };
    bilinear_layer: f64, "bi,oij,bj->bo", (x: 2, w: 3, y: 2), { x[b, i] * w[o, i, j] * y[b, j] -> [b, o] };
    quadratic_form_of_each: f64, "ni,ij,nj->n", (x: 2, a: 2, y: 2), { x[n, i] * a[i, j] * y[n, j] -> [n] };
}

// One operand: copies, diagonals, sums.
sweeps! {
    copied: f64, "ij->ij", (a: 2), { a[i, j] -> [i, j] };
    transposed: f64, "ij->ji", (a: 2), { a[i, j] -> [j, i] };
    permuted: f32, "ijkl->ljik", (a: 4), { a[i, j, k, l] -> [l, j, i, k] };
    diagonal: f64, "ii->i", (a: 2), { a[i, i] -> [i] };
    trace: f64, "ii->", (a: 2), { a[i, i] };
    inner_diagonal: f64, "iji->ij", (a: 3), { a[i, j, i] -> [i, j] };
    two_traces: f64, "ijij->", (a: 4), { a[i, j, i, j] };
    partial_trace: f64, "ikjk->ij", (a: 4), { a[i, k, j, k] -> [i, j] };
    cube_diagonal: i64, "iii->i", (a: 3), { a[i, i, i] -> [i] };
    sum_all: f64, "ijk->", (a: 3), { a[i, j, k] };
    sum_rows: f64, "ij->i", (a: 2), { a[i, j] -> [i] };
    sum_columns: f64, "ij->j", (a: 2), { a[i, j] -> [j] };
    sum_middle: f32, "ijk->ik", (a: 3), { a[i, j, k] -> [i, k] };
    sum_ends: i32, "ijk->j", (a: 3), { a[i, j, k] -> [j] };
}

// Batches and higher orders.
sweeps! {
    batched: f64, "bij,bjk->bik", (a: 3, b: 3), { a[n, i, j] * b[n, j, k] -> [n, i, k] };
    batched_last: f64, "ijb,jkb->ikb", (a: 3, b: 3), { a[i, j, n] * b[j, k, n] -> [i, k, n] };
    batched_middle: f32, "ibj,jbk->bik", (a: 3, b: 3), { a[i, n, j] * b[j, n, k] -> [n, i, k] };
    batched_inner: f64, "bi,bi->b", (x: 2, y: 2), { x[n, i] * y[n, i] -> [n] };
    batched_outer: f64, "bi,bj->bij", (x: 2, y: 2), { x[n, i] * y[n, j] -> [n, i, j] };
    batched_by_shared_matrix: f64, "bij,jk->bik", (a: 3, b: 2), { a[n, i, j] * b[j, k] -> [n, i, k] };
    two_batches: f64, "abij,abjk->abik", (a: 4, b: 4), { a[m, n, i, j] * b[m, n, j, k] -> [m, n, i, k] };
    attention_scores: f64, "bqhd,bkhd->bhqk", (q: 4, k: 4), { q[n, i, h, d] * k[n, j, h, d] -> [n, h, i, j] };
    two_contracted: f64, "ijk,jkl->il", (a: 3, b: 3), { a[i, j, k] * b[j, k, l] -> [i, l] };
    two_contracted_crossed: f64, "ijk,kjl->il", (a: 3, b: 3), { a[i, j, k] * b[k, j, l] -> [i, l] };
    grouped_free_labels: f64, "aibj,jbck->aick", (a: 4, b: 4), { a[m, i, n, j] * b[j, n, l, k] -> [m, i, l, k] };
    kron: f64, "ij,kl->ikjl", (a: 2, b: 2), { a[i, j] * b[k, l] -> [i, k, j, l] };
    tensordot_of_nothing: i64, "ij,k->ijk", (a: 2, x: 1), { a[i, j] * x[k] -> [i, j, k] };
    mttkrp: f64, "ijk,jr,kr->ir", (t: 3, b: 2, c: 2), { t[i, j, k] * b[j, r] * c[k, r] -> [i, r] };
    khatri_rao: f64, "ir,jr->ijr", (a: 2, b: 2), { a[i, r] * b[j, r] -> [i, j, r] };
    cp_reconstruction: f64, "ir,jr,kr->ijk", (a: 2, b: 2, c: 2), { a[i, r] * b[j, r] * c[k, r] -> [i, j, k] };
    tucker: f64, "abc,ia,jb,kc->ijk", (g: 3, u: 2, v: 2, w: 2), { g[a, b, c] * u[i, a] * v[j, b] * w[k, c] -> [i, j, k] };
}

// Labels that stand in one operand only, repeated labels between operands, chains.
sweeps! {
    summed_alone: f64, "ij,k->i", (a: 2, x: 1), { a[i, j] * x[k] -> [i] };
    summed_alone_in_both: f64, "ij,kl->", (a: 2, b: 2), { a[i, j] * b[k, l] };
    summed_alone_beside_contraction: f64, "ijl,jk->ik", (a: 3, b: 2), { a[i, j, l] * b[j, k] -> [i, k] };
    diagonal_times_vector: f64, "ii,i->i", (a: 2, x: 1), { a[i, i] * x[i] -> [i] };
    diagonal_times_matrix: f64, "ii,ij->ij", (a: 2, b: 2), { a[i, i] * b[i, j] -> [i, j] };
    trace_times_matrix: f64, "ii,jk->jk", (a: 2, b: 2), { a[i, i] * b[j, k] -> [j, k] };
    trace_of_product: f64, "ij,jk,ki->", (a: 2, b: 2, c: 2), { a[i, j] * b[j, k] * c[k, i] };
    chain_of_three: f64, "ij,jk,kl->il", (a: 2, b: 2, c: 2), { a[i, j] * b[j, k] * c[k, l] -> [i, l] };
    chain_of_five: f64, "ij,jk,kl,lm,mn->in", (a: 2, b: 2, c: 2, d: 2, e: 2),
        { a[i, j] * b[j, k] * c[k, l] * d[l, m] * e[m, n] -> [i, n] };
    chain_ending_in_vector: f64, "ij,jk,k->i", (a: 2, b: 2, x: 1), { a[i, j] * b[j, k] * x[k] -> [i] };
    three_vectors: f64, "i,i,i->i", (x: 1, y: 1, z: 1), { x[i] * y[i] * z[i] -> [i] };
    three_of_one_label: f32, "i,i,i->", (x: 1, y: 1, z: 1), { x[i] * y[i] * z[i] };
    hyperedge: f64, "ai,aj,ak->ijk", (x: 2, y: 2, z: 2), { x[n, i] * y[n, j] * z[n, k] -> [i, j, k] };
    rank_six: f64, "abcdef,fb->acde", (t: 6, m: 2), { t[a, b, c, d, e, f] * m[f, b] -> [a, c, d, e] };
}

/// Larger than the register tiles and cache blocks of a matrix product, and a multiple of none.
#[test]
fn large_matrices() {
    let spec = "ij,jk->ik";
    for [m, k, n] in [[67, 129, 65], [5, 1030, 33], [300, 9, 130]] {
        let operands = [(0, [m, k]), (1, [k, n])]
            .map(|(x, extents)| Plain { values: values(x, extents.iter().product()), extents: extents.to_vec() });
        let note = format!("{m} x {k} x {n}");
        check_layouts::<f64>(spec, &note, &operands, |x| {
            vec![("f64", einsum!("ij,jk->ik", view!(&x[0], 2), view!(&x[1], 2)).plain())]
        });
        check_layouts::<f32>(spec, &note, &operands, |x| {
            vec![("f32", einsum!("ij,jk->ik", view!(&x[0], 2), view!(&x[1], 2)).plain())]
        });
    }
}
