//! Kronecker products that are never made.

use ndweave::{Array, Array1, Array2, Array3, array, assert_array_equal, broadcast, einsum, einsum_path, s};

use crate::lesson::{NumPy, Options, Outcome, Picture, Times, code, section, show, text, value};

/// Small integers that NumPy makes as well: sums of their products are exact.
fn integers(count: usize, factor: usize, modulus: usize) -> Array1<f64> {
    let middle = (modulus / 2) as f64;
    broadcast!((i * factor % modulus) as f64 - middle -> [i in 0..count])
}

fn matrix(extent: usize, factor: usize, modulus: usize) -> Array2<f64> {
    integers(extent * extent, factor, modulus).into_reshaped((extent, extent)).expect("a square")
}

/// Two small products, and a product of a large one with a vector.
pub fn products(numpy: &NumPy, options: &Options) -> Outcome<()> {
    section("Kronecker products");
    let (a, b) = (array![[1.0, 0.5], [-0.5, -1.0]], Array2::<f64>::eye(2));
    numpy.same("kron(A, B)", &show!(a.kron(&b)));
    numpy.same("kron(B, A)", &show!(b.kron(&a)));
    Picture::of(a.kron(&b).view(), 60).save(options.picture("kron_ab.png"))?;
    Picture::of(b.kron(&a).view(), 60).save(options.picture("kron_ba.png"))?;

    text(
        "kron(A, B) times a vector needs neither the product nor the thesis' clever reshapes: with z as a matrix it is a \
         contraction of three operands, and the planner finds the two small products.",
    );
    let n = if options.short { 8 } else { 40 };
    let (a, b, z) = (matrix(n, 7, 11), matrix(n, 5, 13), integers(n * n, 3, 7));
    let zs = z.reshape((n, n)).expect("a square");
    code("einsum!(a[i, k] * b[j, l] * zs[k, l] -> [i, j])");
    let mut times = Times::new(options, "lesson");
    let ab = a.kron(&b);
    let whole = times.row("kron(A, B) · z, the product made before", "713 µs", || einsum!(ab[i, j] * z[j] -> [i]));
    let folded = times.row("reshapes and transposes", "47.7 µs", || saatci_mvm(&a, &b, &z));
    let labelled = times.row("einsum!", "", || einsum!(a[i, k] * b[j, l] * zs[k, l] -> [i, j]));
    times.print();
    assert_array_equal!(whole, folded);
    assert_array_equal!(whole, labelled.reshape(n * n).expect("n² elements"));
    if n == 40 {
        numpy.same("every 40th of kron(A, B) @ z", &whole.slice(s![..;40]));
    }
    value(einsum_path!(a[i, k] * b[j, l] * zs[k, l] -> [i, j]));
    Ok(())
}

/// The thesis' algorithm: each factor in turn on rows of its size, with a transpose between.
fn saatci_mvm(a: &Array2<f64>, b: &Array2<f64>, z: &Array1<f64>) -> Array1<f64> {
    let mut x = z.clone();
    for m in [b, a] {
        let n = m.extents()[1];
        let rows = x.reshape((x.len() / n, n)).expect("whole rows");
        let product = einsum!(m[i, j] * rows[k, j] -> [i, k]);
        x = product.into_reshaped(z.len()).expect("as many elements");
    }
    x
}

/// A sum of Kronecker products of small dense and large diagonal matrices, times a vector.
pub fn gaussian_process(numpy: &NumPy, options: &Options) {
    section("A Gaussian process");
    text(
        "The kernel is a sum of N Kronecker products of a small matrix and a large diagonal one. As a matrix it has (ab)² \
         elements; as a kernel over labels it is what it says, and only the diagonals are stored.",
    );
    let (count, a, b) = (10, 3, 300);
    let bs: Array3<f64> = integers(count * a * a, 7, 11).into_reshaped((count, a, a)).expect("as many");
    let ds: Array2<f64> = integers(count * b, 5, 13).into_reshaped((count, b)).expect("as many");
    let z = integers(a * b, 3, 7).into_reshaped((a, b)).expect("as many");
    code(
        "einsum!(\"N...b,ab->Nab\", ds, z), then \"Nca,Nab->cb\"    // the lesson's\n\
         einsum!(bs[n, c, a] * ds[n, b] * z[a, b] -> [c, b])      // at once",
    );
    let mut times = Times::new(options, "lesson");
    let quadratic = times.row("the whole matrix", "28.3 ms", || quadratic(&bs, &ds, &z));
    let two = times.row("einsum! in two steps", "62.8 µs", || {
        let left = einsum!("N...b,ab->Nab", ds, z);
        einsum!("Nca,Nab->cb", bs, left)
    });
    let one = times.row("einsum! in one", "", || einsum!(bs[n, c, a] * ds[n, b] * z[a, b] -> [c, b]));
    times.print();
    assert_array_equal!(two, one);
    assert_array_equal!(one.reshape(a * b).expect("as many"), quadratic);
    numpy.same("K @ z", &einsum!(quadratic[i] as i64 -> [i]));
    value(einsum_path!(bs[n, c, a] * ds[n, b] * z[a, b] -> [c, b]));
}

/// The matrix made, and multiplied.
fn quadratic(bs: &Array3<f64>, ds: &Array2<f64>, z: &Array2<f64>) -> Array1<f64> {
    let mut k = Array2::<f64>::zeros((z.len(), z.len()));
    for n in 0..bs.extents()[0] {
        let product = bs.slice(s![n, .., ..]).kron(&Array::from_diag(&ds.slice(s![n, ..])));
        broadcast!(k += product);
    }
    let z = z.reshape(z.len()).expect("as many");
    einsum!(k[i, j] * z[j] -> [i])
}
