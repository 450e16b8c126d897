#!/usr/bin/env python3
"""Writes tests/data/making.csv: what NumPy makes, joins, repeats and pads. Needs NumPy (the data are of 2.4).

    python3 tests/generate/making.py

Each line is name,shape,values: the extents and the elements in row-major order, separated by spaces, floats in their shortest
decimals. The names are those that tests/making.rs looks up.
"""

import os

import numpy as np

A = np.arange(6).reshape(2, 3)
T = np.arange(24).reshape(2, 3, 4)
X = np.array([1, 2, 3, 4])
Y = np.array([10, 20])
ONE = np.array([7])


def cases():
    yield "arange_f32", np.arange(0.1, 1.3, 0.2, dtype=np.float32)
    yield "arange_down", np.arange(5.0, -2.0, -0.7)
    yield "arange_ceil", np.arange(1.0, 1.3, 0.1)  # NumPy's rule gives an entry that is not before the stop.
    yield "arange_i8", np.arange(-128, 127, 50, dtype=np.int8)
    yield "arange_u64", np.arange(3, 2**63, 2**62, dtype=np.uint64)
    yield "arange_none", np.arange(3, 3)
    yield "linspace", np.linspace(-1, 2, 7)
    yield "linspace_one", np.linspace(3, 9, 1)
    yield "linspace_down", np.linspace(1, 0.1, 4)
    yield "logspace", np.logspace(-2, 1, 5)
    yield "geomspace", np.geomspace(2, 5000, 6)
    yield "geomspace_negative", np.geomspace(-1000, -1, 4)
    yield "geomspace_one", np.geomspace(3, 9, 1)
    for name, grid in zip("xy", np.meshgrid(X, Y)):
        yield f"meshgrid_{name}", grid
    for name, grid in zip("ab", np.meshgrid(X, Y, indexing="ij")):
        yield f"meshgrid_ij_{name}", grid
    for name, grid in zip("ij", np.mgrid[-1:2, 3:5]):
        yield f"mgrid_{name}", grid
    for name, grid in zip("ij", np.mgrid[-1.5:0.5:0.3, 7:0:-3]):
        yield f"mgrid_by_{name}", grid
    for axis, grid in enumerate(np.indices((2, 3, 2))):
        yield f"indices_{axis}", grid
    for k in (-3, -1, 0, 2, 9):
        yield f"eye_{k}", np.eye(3, 4, k, dtype=np.int64)
        yield f"tri_{k}", np.tri(3, 4, k, dtype=np.int64)
        yield f"tril_{k}", np.tril(T, k)
        yield f"triu_{k}", np.triu(T, k)
        yield f"diag_{k}", A.diagonal(k)
    for k in (-2, 0, 1):
        yield f"from_diag_{k}", np.diag(X, k)
    yield "kron", np.kron(A, np.array([[1, 10], [100, 1000]]))
    yield "kron_vectors", np.kron(X, Y)
    yield "kron_3", np.kron(T, np.arange(4).reshape(1, 2, 2))
    yield "kron_empty", np.kron(A, np.zeros((0, 2), int))
    yield "tile", np.tile(A, (2, 3))
    yield "tile_none", np.tile(A, (2, 0))
    yield "tile_t", np.tile(A.T, (1, 2))
    yield "tile_3", np.tile(T, (2, 1, 2))
    for axis in range(3):
        yield f"repeat_{axis}", np.repeat(T, 3, axis)
        yield f"roll_{axis}", np.roll(T, 5, axis)
        yield f"roll_back_{axis}", np.roll(T, -1, axis)
    yield "repeat_none", np.repeat(A, 0, 1)
    yield "roll_t", np.roll(A.T, 1, 0)
    yield "roll_empty", np.roll(np.zeros((2, 0), int), 3, 1)
    yield "flip", np.flip(T)
    for k in (1, 2, 3):
        yield f"rot90_{k}", np.rot90(A, k)
        yield f"rot90_3d_{k}", np.rot90(T, k)
    for mode in ("edge", "reflect", "symmetric", "wrap"):
        yield f"pad_{mode}", np.pad(A, ((2, 1), (0, 4)), mode)
        yield f"pad_wide_{mode}", np.pad(X, (9, 11), mode)
        yield f"pad_one_{mode}", np.pad(ONE, (2, 3), mode)
        yield f"pad_t_{mode}", np.pad(A.T, ((1, 0), (3, 2)), mode)
    yield "pad_constant", np.pad(A, ((2, 1), (0, 4)), constant_values=-1)
    yield "pad_constant_t", np.pad(A.T, ((0, 1), (3, 0)), constant_values=-1)
    yield "pad_constant_empty", np.pad(np.zeros((2, 0), int), ((0, 1), (1, 1)), constant_values=5)
    for axis in range(3):
        yield f"concat_{axis}", np.concatenate([T, T[::-1, ::-1, ::-1], T], axis)
    yield "concat_t", np.concatenate([A.T, A.T[:1]], 0)
    yield "concat_t_1", np.concatenate([A.T, A.T[:, :1]], 1)
    for axis in range(3):
        yield f"stack_{axis}", np.stack([A, 10 * A, -A], axis)
    for n, part in enumerate(np.split(T, 2, 2)):
        yield f"split_{n}", part
    for n, part in enumerate(np.split(T, [1, 1, 3], 1)):
        yield f"split_at_{n}", part
    yield "column_stack", np.column_stack([X, 2 * X, X])
    yield "column_stack_matrices", np.column_stack([A, A[:, :1]])
    yield "block", np.block([[A, np.array([[7], [8]])], [np.array([[9, 10, 11, 12]])]])


def main():
    path = os.path.join(os.path.dirname(__file__), "..", "data", "making.csv")
    with open(path, "w") as file:
        for name, array in cases():
            shape = " ".join(map(str, array.shape))
            values = " ".join(str(x) if array.dtype.kind in "iu" else str(np.format_float_positional(x, unique=True, trim="-")) for x in array.ravel())
            file.write(f"{name},{shape},{values}\n")


if __name__ == "__main__":
    main()
