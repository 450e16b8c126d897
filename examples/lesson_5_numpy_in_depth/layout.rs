//! Under the hood: axes that move, and the order of the elements.

use ndweave::{Array, View2, broadcast, einsum};

use crate::lesson::{NumPy, code, section, show, text, value};

/// Shapes, transposes, and what they are good for.
pub fn axes(numpy: &NumPy) {
    section("Under the hood");
    let x = show!(Array::arange(0, 2 * 3 * 4, 1).into_reshaped((2, 3, 4)).unwrap());
    value(format!("extents {:?}, {} elements, strides {:?}", x.extents(), x.len(), x.strides()));
    text("An Array lies in one block, row-major, always; as_slice is that block, without a copy.");
    assert!(x.as_slice().iter().copied().eq(0..24));
    text("Axes move without a copy: only the strides do.");
    let rolled = x.permute([1, 0, 2]);
    code("x.t()    x.permute([1, 0, 2])    x.swap_axes::<1, 2>()");
    numpy.same("x.T", &x.t());
    numpy.same("rollaxis(x, 1, 0)", &rolled);
    let moved = x.swap_axes::<1, 2>();
    numpy.same("moved", &moved);
    value(format!("{:?} -> {:?} -> {:?} -> {:?}", x.extents(), x.t().extents(), rolled.extents(), moved.extents()));
    assert_eq!(moved[[1, 2, 0]], x[[1, 0, 2]]);

    text(
        "Decompositions of matrices are left to linear-algebra crates. The largest singular value of X is the root of the largest \
         eigenvalue of X Xᵀ, and repeated products find both. The transpose is in the labels:",
    );
    let x = numpy.array::<f64, 2>("X");
    let sigma = show!(largest(einsum!(x[k, i] * x[k, j] -> [i, j]).view()).sqrt());
    let eig = largest(einsum!(x[i, k] * x[j, k] -> [i, j]).view()).sqrt();
    numpy.close("sigma of X", &sigma);
    value(format!("sigma {sigma:.2}, eig {eig:.2}"));
    assert!((sigma - eig).abs() < 1e-9);

    text("A matrix plus its own transpose, in place; the plan says that x is copied first, so the sum is right.");
    let mut x = x.to_reshaped((4, 3)).expect("12 elements").select::<0>(&[0, 1, 2]);
    code("broadcast!(x[i, j] += x[j, i]);");
    broadcast!(x[i, j] += x[j, i]);
    let (upper, lower) = (x.triu(0), x.tril(0));
    assert_eq!(show!(broadcast!(upper[i, j] - lower[j, i] -> [i, j]).norm_all()), 0.0);
}

/// The largest eigenvalue of a symmetric matrix, by repeated products.
fn largest(a: View2<'_, f64>) -> f64 {
    let mut v = broadcast!(1.0 + j as f64 -> [j in 0..a.extents()[0]]);
    let mut length = 0.0;
    for _ in 0..500 {
        v = einsum!(a[i, j] * v[j] -> [i]);
        length = v.norm_all();
        broadcast!(v[i] /= length);
    }
    length
}

/// Row-major and column-major.
pub fn orders(numpy: &NumPy) {
    section("C and Fortran order");
    let a = show!(Array::arange(0, 6, 1).into_reshaped((2, 3)).unwrap());
    text(
        "Arrays are row-major. A matrix in Fortran's order is the transpose of an array, as a view: other strides, the same \
         elements at the same indices, and kernels take it as it is.",
    );
    code("let columns = a.t().to_owned();\nlet b = columns.t();");
    let columns = a.t().to_owned();
    let b = columns.t();
    value(format!("strides {:?}\n{}\nstrides {:?}\n{b}", a.strides(), a, b.strides()));
    assert_eq!(b, a);
    text("ravel and reshape in Fortran's order are a transpose before and a transpose behind:");
    let flat = show!(Array::from_vec(a.t().to_vec()));
    numpy.same("A.ravel(order='F')", &flat);
    let folded = flat.reshape((2, 3)).expect("6 elements");
    numpy.same("A.ravel(order='F').reshape(-1, 3)", &folded);
    let turned = flat.reshape((3, 2)).expect("6 elements");
    code("flat.reshape((2, 3))?    flat.reshape((3, 2))?.t()");
    value(format!("{folded}\n{}", turned.t()));
    numpy.same("A.ravel(order='F').reshape(-1, 3, order='F')", &turned.t());
    text(
        "GOTCHA: NumPy's ravel and reshape copy if they must, and do not say so. reshape never copies here; where strides cannot \
         do it, it is an error, and to_reshaped is the copy:",
    );
    let error = a.t().reshape(6).expect_err("no strides lead there");
    code("a.t().reshape(6)");
    value(format!("Err: {error}"));
    assert_eq!(show!(a.t().to_reshaped(6).unwrap()), flat);
}
