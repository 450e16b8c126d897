"""What NumPy says in lesson 3: writes numpy.csv (name, extents, elements in row-major order).

    python3 examples/data/lesson_3/lesson_3.py

Its large arrays take 2 GB. Their numbers come from a formula and not from a generator, so that another program can make the
same ones.
"""

import os
import sys

import numpy as np
from numpy.lib.stride_tricks import as_strided

FOLDER = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(FOLDER))

from values import Values  # noqa: E402


def scattered(n):
    """n numbers from 0 to 1, exact in a float: multiples of the golden ratio, modulo 1, in 32 bits."""
    return (np.arange(n, dtype=np.uint32) * np.uint32(2654435769)) / 2.0**32


def large(values):
    for n in [1_000_000, 100_000_000]:
        a = scattered(n)
        values.put(f"sum of {n}", a.sum())
        values.put(f"norm of {n}", np.linalg.norm(a))
    values.put("the first of them", scattered(5))


def strides(values):
    values.put("strides 4 8", np.zeros((4, 8)).strides)
    values.put("strides 4 5 6 7 8", np.zeros((4, 5, 6, 7, 8)).strides)
    a = np.empty((10_000, 20_000))
    values.put("strides a", a.strides)
    values.put("strides a.T", a.T.strides)
    a = np.empty((20_000, 10_000))
    values.put("strides reshaped 40000 5000", a.reshape(40_000, 5_000).strides)
    values.put("strides reshaped 20000 5000 2", a.reshape(20_000, 5_000, 2).strides)
    values.put("ravel", [np.ravel_multi_index(index, extents) for index, extents in RAVEL])
    values.put("unravel", np.unravel_index(69_318_923, (10_000, 20_000)))


RAVEL = [((2, 3), (4, 4)), ((2, 3), (4, 8)), ((0, 0), (1, 1)), ((3, 3), (4, 4)), ((3_465, 18_923), (10_000, 20_000))]


def tricks(values):
    a = np.array([[1, 2, 3], [4, 5, 6]])
    values.put("transposed", as_strided(a, shape=a.shape[::-1], strides=a.strides[::-1]))
    values.put("transposed and reshaped", a.T.reshape(2, 3))
    rows = as_strided(np.array([1.0, 2.0, 3.0, 4.0, 5.0]), shape=(5, 100_000_000_000), strides=(8, 0))
    values.put("rows", rows[:, [0, 1, 99_999_999_999]])
    values.put("rows extents", rows.shape)


def copies(values):
    a = np.arange(25).reshape(5, 5)
    b = a[1:3, 1:3]
    values.put("offset", b.__array_interface__["data"][0] - a.__array_interface__["data"][0])
    b[0, 0] = 100
    values.put("written through", a)
    c = a[[0, 2]]
    c[0, 0] = -1
    values.put("rows 0 and 2", c)
    values.put("not written through", a)


def main():
    with Values(FOLDER) as values:
        large(values)
        strides(values)
        tricks(values)
        copies(values)


if __name__ == "__main__":
    main()
