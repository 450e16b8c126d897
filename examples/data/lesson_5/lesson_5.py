"""What NumPy says in lesson 5: writes numpy.csv (name, extents, elements in row-major order).

    python3 examples/data/lesson_5/lesson_5.py

Where the lesson draws random numbers, so does this script, once; what it drew stands in the file, too.
"""

import os
import sys

import numpy as np

FOLDER = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(FOLDER))

from values import Values  # noqa: E402

rng = np.random.default_rng(5)


def slicing(numpy):
    x = np.arange(10)
    numpy.put("x[2:6:2]", x[2:6:2])
    numpy.put("x[:3]", x[:3])
    numpy.put("x[7:]", x[7:])
    numpy.put("x[:100]", x[:100])
    numpy.put("x[20:]", x[20:])
    numpy.put("x[-4:-1]", x[-4:-1])
    numpy.put("x[::-1]", x[::-1])
    numpy.put("x[:6:-1]", x[:6:-1])
    x[:5][::-1].sort()
    numpy.put("sorted through a reversed view", x)
    x = np.arange(4 * 4 * 2).reshape(2, 4, 4)
    numpy.put("x[1, :, :1]", x[1, :, :1])
    numpy.put("x[1, :, 0]", x[1, :, 0])
    y = np.arange(4).reshape(2, 2)
    numpy.put("y[:, :, newaxis]", y[:, :, np.newaxis])
    numpy.put("y[newaxis, :, :, newaxis]", y[np.newaxis, :, :, np.newaxis])
    numpy.put("x[0, 0, s]", x[0, 0, slice(0, 2, 1)])


def advanced(numpy):
    m = np.arange(4 * 5).reshape(4, 5)
    numpy.put("m[[1, 2, 1], :]", m[[1, 2, 1], :])
    numpy.put("m[0:1, [[1, 1, 2], [0, 1, 2]]]", m[0:1, [[1, 1, 2], [0, 1, 2]]])
    x = np.arange(4 * 4 * 2).reshape(2, 4, 4)
    numpy.put("x[(0, 0, 1),]", x[(0, 0, 1),])
    numpy.put("x[(0, 0, 1)]", x[(0, 0, 1)])
    numpy.put("m[[1, 2], [3, 4]]", m[[1, 2], [3, 4]])
    numpy.put("m[ix_([1, 2], [3, 4])]", m[np.ix_([1, 2], [3, 4])])
    numpy.put("m[0, r_[:2, 3:1:-1, 2]]", m[0, np.r_[:2, slice(3, 1, -1), 2]])
    digits = np.array([7, 2, 9, 1, 0, 8, 4, 5, 6, 3])
    is_odd = digits % 2
    numpy.put("digits[is_odd]", digits[is_odd])
    numpy.put("digits[is_odd.astype(bool)]", digits[is_odd.astype(bool)])
    numpy.put("where digits are odd", np.nonzero(is_odd)[0])
    x = np.arange(4).reshape(2, -1)
    y = (x % 2).astype(bool)
    numpy.put("nonzero(y)", np.array(np.nonzero(y)))
    numpy.put("x[y]", x[y])
    x = np.array([1, 2, 3, np.nan, 2, 1, np.nan])
    numpy.put("x[~isnan(x)]", x[~np.isnan(x)])
    labels = rng.integers(0, 2, 100)
    blobs = np.round(rng.normal(scale=0.4, size=(100, 2)) + labels[:, np.newaxis], 3)
    numpy.put("labels", labels)
    numpy.put("blobs", blobs)
    numpy.put("means of the blobs", np.stack([blobs[labels == label].mean(axis=0) for label in (0, 1)]))
    xs, ys = np.mgrid[0:5:100j, 0:5:100j]
    numpy.put("every tenth of sin(x) * sin(y)", (np.sin(xs) * np.sin(ys))[::10, ::10])


def sensors(numpy):
    s1 = np.round(np.sin(np.linspace(0, 10, 100)) + rng.standard_normal(100) * 0.05, 4)
    s2 = np.round(2 * np.sin(np.linspace(0, 10, 100)) + rng.standard_normal(100) * 0.05, 4)
    start = int(rng.integers(0, 60))
    train = np.r_[:start, start + 40 : 100]
    factor = np.mean((s2[train] + 0.0001) / (s1[train] + 0.0001))
    numpy.put("s1", s1)
    numpy.put("s2", s2)
    numpy.put("start of the failure", start)
    numpy.put("train", train)
    numpy.put("factor", factor)
    numpy.put("factor by least squares", s1[train] @ s2[train] / (s1[train] @ s1[train]))


def cubic_kernel(x):
    y = np.zeros_like(x)
    x = np.fabs(x)
    if np.any(x > 2):
        raise ValueError("only absolute values <= 2 allowed")
    q = x <= 1
    y[q] = ((1.5 * x[q] - 2.5) * x[q]) * x[q] + 1
    q = ~q
    y[q] = ((-0.5 * x[q] + 2.5) * x[q] - 4) * x[q] + 2
    return y


def interp_cubic(grid, samples):
    delta = grid[1] - grid[0]
    factors = (samples - grid[0]) / delta
    idx_of_closest = np.floor(factors)
    dist_to_closest = factors - idx_of_closest
    weights = np.zeros((len(samples), len(grid)))
    for conv_idx in range(-2, 2):
        coeff_idx = (idx_of_closest - conv_idx).astype(int)
        coeff_idx[coeff_idx < 0] = 0
        coeff_idx[coeff_idx >= len(grid)] = len(grid) - 1
        np.add.at(weights, (np.arange(len(samples)), coeff_idx), cubic_kernel(dist_to_closest + conv_idx))
    return weights


def interpolation(numpy):
    fine, coarse = np.linspace(0, 1, 100), np.linspace(0, 1, 15)
    weights = interp_cubic(coarse, fine)
    known = np.sin(2 / (coarse + 0.2)) * (coarse + 0.1) * np.cos(2 * coarse)
    numpy.put("cubic kernel", cubic_kernel(np.linspace(-2, 2, 17)))
    numpy.put("every ninth row of W", weights[::9])
    numpy.put("W.dot(known)", weights.dot(known))


def making(numpy):
    numpy.put("linspace(4, 8, 2)", np.linspace(4, 8, 2))
    numpy.put("arange(4, 8, 2)", np.arange(4, 8, 2))
    numpy.put("logspace(1, 4, 10)", np.logspace(1, 4, 10))
    numpy.put("from rows", np.array([[1, 2], range(3, 5), np.array([5, 6])]))


def layout(numpy):
    x = np.arange(2 * 3 * 4).reshape(2, 3, 4)
    numpy.put("x.T", x.T)
    numpy.put("rollaxis(x, 1, 0)", np.rollaxis(x, 1, 0))
    moved = np.moveaxis(x, range(3), [0, 2, 1])
    numpy.put("moved", moved)
    X = np.round(rng.standard_normal((3, 4)), 3)
    numpy.put("X", X)
    numpy.put("sigma of X", np.linalg.norm(X, 2))
    A = np.arange(6).reshape(2, 3)
    numpy.put("A.ravel(order='F')", A.ravel(order="F"))
    numpy.put("A.ravel(order='F').reshape(-1, 3)", A.ravel(order="F").reshape(-1, 3))
    numpy.put("A.ravel(order='F').reshape(-1, 3, order='F')", A.ravel(order="F").reshape(-1, 3, order="F"))


def integers(count, factor, modulus):
    """Small integers that any language can make: exact in floats, and so are their sums of products."""
    return (np.arange(count) * factor % modulus - modulus // 2).astype(float)


def kronecker(numpy):
    A, B = np.array([[1, 1 / 2], [-1 / 2, -1]]), np.identity(2)
    numpy.put("kron(A, B)", np.kron(A, B))
    numpy.put("kron(B, A)", np.kron(B, A))
    A, B = integers(1600, 7, 11).reshape(40, 40), integers(1600, 5, 13).reshape(40, 40)
    z = integers(1600, 3, 7)
    numpy.put("every 40th of kron(A, B) @ z", (np.kron(A, B) @ z)[::40])
    Bs, Ds = integers(90, 7, 11).reshape(10, 3, 3), integers(3000, 5, 13).reshape(10, 300)
    z = integers(900, 3, 7)
    K = sum(np.kron(B, np.diag(D)) for B, D in zip(Bs, Ds))
    numpy.put("K @ z", (K @ z).astype(int))


def universal(numpy):
    a, b = np.arange(6), np.repeat([1, 2], 3)
    numpy.put("a + b", a + b)
    A, b, c = np.arange(6).reshape(2, 3), np.arange(2), np.arange(3)
    demo = np.frompyfunc(lambda x, y: 10 * int(x) + int(y), 2, 1)
    numpy.put("A * c", A * c)
    numpy.put("repeat(c.reshape(1, 3), 2, axis=0)", np.repeat(c.reshape(1, 3), 2, axis=0))
    numpy.put("repeat(b[:, newaxis], 3, axis=1)", np.repeat(b[:, np.newaxis], 3, axis=1))
    numpy.put("demo(A, b[:, newaxis])", demo(A, b[:, np.newaxis]))
    numpy.put("demo(b[:, newaxis], A)", demo(b[:, np.newaxis], A))
    numpy.put("b[:, newaxis] * A", b[:, np.newaxis] * A)
    a, b = np.arange(4), np.arange(4, 8)
    numpy.put("demo.outer(a, b)", demo.outer(a, b))
    numpy.put("bitwise_or.accumulate(b)", np.bitwise_or.accumulate(b))
    numpy.put("bitwise_or.reduce(b)", np.bitwise_or.reduce(b))


def aliasing(numpy):
    A = np.array([[3, 5, 0], [7, 7, 9], [4, 0, 8]])
    A += A.T
    numpy.put("A += A.T", A)
    numpy.put("add(A, A, out=A)", np.add(A, A, out=A))
    x = np.arange(10)
    np.subtract(x[:5], x[5:], x[:5])
    numpy.put("subtract(x[:5], x[5:], x[:5])", x)
    x = np.arange(4).reshape(2, 2)
    numpy.put("x @ x", x @ x)


def einsum(numpy):
    x = np.array([[[5, 9], [-4, 2]], [[10, 5], [7, -1]]])
    y = rng.integers(-10, 11, size=(2, 2, 2))
    numpy.put("y", y)
    for subscripts in ["ijk->kji", "ijk->"]:
        numpy.put(subscripts, np.einsum(subscripts, x))
    for subscripts in ["ijk,ijk->ijk", "ijk,kji->ijk", "ijk,jki->ijk"]:
        numpy.put(subscripts, np.einsum(subscripts, x, y))
    numpy.put("i,j->ij", np.einsum("i,j->ij", np.arange(4), np.arange(4, 8)))
    a = np.arange(4).reshape(2, 2)
    numpy.put("ij,ij->", np.einsum("ij,ij->", a, a))
    numpy.put("ij,jk->ik", np.einsum("ij,jk->ik", x[0], y[0]))
    x = rng.integers(-10, 11, (3, 2, 2))
    y = rng.integers(-10, 11, (3, 2, 2))
    numpy.put("batch x", x)
    numpy.put("batch y", y)
    numpy.put("bij,bjk->bik", np.einsum("bij,bjk->bik", x, y))
    x = rng.integers(-10, 11, 3 * 2 * 2 * 1).reshape(3, 2, 2, 1)
    y = rng.integers(-10, 11, 3 * 2 * 2).reshape(3, 2, 2)
    z = rng.integers(-10, 11, 2 * 3).reshape(2, 3)
    numpy.put("derivation x", x)
    numpy.put("derivation y", y)
    numpy.put("derivation z", z)
    numpy.put("ijkm,iko,kp->mip", np.einsum("ijkm,iko,kp->mip", x, y, z))


with Values(FOLDER) as values:
    for part in (slicing, advanced, sensors, interpolation, making, layout, kronecker, universal, aliasing, einsum):
        part(values)
