//! What one writes without `einsum!`: a call of a GEMM with strides, and loops.

/// A matrix in memory: its first element, and the strides of its rows and columns.
#[derive(Clone, Copy)]
pub struct Matrix<'a> {
    /// The elements.
    pub data: &'a [f64],
    /// Elements from one row to the next.
    pub row: usize,
    /// Elements from one column to the next.
    pub column: usize,
}

impl<'a> Matrix<'a> {
    /// Row-major, of `columns` columns.
    pub fn rows(data: &'a [f64], columns: usize) -> Self {
        Matrix { data, row: columns, column: 1 }
    }

    /// The transpose.
    pub fn t(self) -> Self {
        Matrix { data: self.data, row: self.column, column: self.row }
    }
}

/// `c = a·b + beta·c`, where `c` is row-major, `m` by `n`, and the sums have `k` terms.
pub fn gemm([m, k, n]: [usize; 3], a: Matrix<'_>, b: Matrix<'_>, beta: f64, c: &mut [f64]) {
    let reach = |matrix: Matrix<'_>, rows, columns| (rows - 1) * matrix.row + (columns - 1) * matrix.column;
    assert!(c.len() >= m * n && a.data.len() > reach(a, m, k) && b.data.len() > reach(b, k, n));
    let (a_row, a_column, b_row, b_column) = (a.row as isize, a.column as isize, b.row as isize, b.column as isize);
    let (a, b, c, width) = (a.data.as_ptr(), b.data.as_ptr(), c.as_mut_ptr(), n as isize);
    // SAFETY: the slices hold all elements of the matrices (asserted).
    unsafe { matrixmultiply::dgemm(m, k, n, 1.0, a, a_row, a_column, b, b_row, b_column, beta, c, width, 1) }
}

/// The axes of a row-major array in another order: `order[axis]` is the axis that comes from.
pub fn permuted<const N: usize>(data: &[f64], extents: [usize; N], order: [usize; N]) -> Vec<f64> {
    let mut strides = [1; N];
    for axis in (0..N - 1).rev() {
        strides[axis] = strides[axis + 1] * extents[axis + 1];
    }
    let (extents, strides) = (order.map(|axis| extents[axis]), order.map(|axis| strides[axis]));
    let mut out = Vec::with_capacity(data.len());
    let mut index = [0; N];
    let mut at = 0;
    'all: loop {
        // The innermost axis in one go.
        out.extend((0..extents[N - 1]).map(|last| data[at + last * strides[N - 1]]));
        for axis in (0..N - 1).rev() {
            index[axis] += 1;
            at += strides[axis];
            if index[axis] < extents[axis] {
                continue 'all;
            }
            at -= strides[axis] * extents[axis];
            index[axis] = 0;
        }
        return out;
    }
}

/// The sum of products, in eight accumulators.
pub fn dot(x: &[f64], y: &[f64]) -> f64 {
    let mut sums = [0.0; 8];
    let (x8, x_rest) = x.as_chunks::<8>();
    let (y8, y_rest) = y.as_chunks::<8>();
    for (x, y) in x8.iter().zip(y8) {
        for lane in 0..8 {
            sums[lane] += x[lane] * y[lane];
        }
    }
    sums.iter().sum::<f64>() + x_rest.iter().zip(y_rest).map(|(x, y)| x * y).sum::<f64>()
}

/// `y += a·x`.
pub fn axpy(a: f64, x: &[f64], y: &mut [f64]) {
    y.iter_mut().zip(x).for_each(|(y, x)| *y += a * x);
}
