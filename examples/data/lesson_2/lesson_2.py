"""What NumPy says in lesson 2: writes numpy.csv (name, extents, elements in row-major order).

    python3 examples/data/lesson_2/lesson_2.py
"""

import os
import sys

import numpy as np

FOLDER = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(FOLDER))

from values import Values  # noqa: E402


def softmax(x):
    e = np.exp(x - x.max())
    return e / e.sum()


def layer(values):
    """The slide's layer for one vector, and for a batch of them."""
    w = np.sin(np.arange(12.0)).reshape(3, 4)
    b = np.array([0.5, -0.25, 0.125])
    x = np.array([1.0, -2.0, 0.5, 3.0])
    logits = w @ x + b
    values.put("w", w)
    values.put("logits", logits)
    values.put("relu", np.maximum(logits, 0))
    values.put("softmax", softmax(logits))
    batch = np.cos(np.arange(8.0)).reshape(2, 4)
    values.put("batch", batch)
    values.put("batch softmax", np.stack([softmax(row) for row in batch @ w.T + b]))
    values.put("large softmax", softmax(1000 * logits))


def broadcasting(values):
    column, row = np.arange(5)[:, np.newaxis], np.arange(5)
    values.put("column + row", column + row)
    a, b = np.arange(6).reshape(3, 1, 2), 10 * np.arange(4).reshape(4, 1)
    values.put("three axes", a + b)
    first, second = np.broadcast_arrays(np.arange(3), np.arange(2)[:, None])
    values.put("broadcast_arrays first", first)
    values.put("broadcast_arrays second", second)
    x = np.sin(np.arange(12.0)).reshape(4, 3)
    values.put("x", x)
    values.put("standardised", (x - x.mean(axis=0)) / x.std(axis=0))


def indexing(values):
    x = np.arange(6).reshape(2, 3)
    values.put("x[:, ::2]", x[:, ::2])
    values.put("x[::2, ::2]", x[::2, ::2])
    values.put("x[:, ::2][::-1, 1:]", x[:, ::2][::-1, 1:])
    values.put("x > 2", x > 2)
    values.put("x[x > 2]", x[x > 2])
    values.put("x[x % 2 == 0]", x[x % 2 == 0])
    positive = x.copy()
    positive[positive > 3] = -1
    values.put("x[x > 3] = -1", positive)
    y = 10 * np.arange(8)
    values.put("y[[1, 1, -2]]", y[[1, 1, -2]])
    values.put("y[[[0, 1], [2, 3]]]", y[np.array([[0, 1], [2, 3]])])
    values.put("x[[0, 1], [2, 0]]", x[[0, 1], [2, 0]])
    values.put("x[[[0], [1]], [0, 2]]", x[np.array([[0], [1]]), [0, 2]])
    t = np.arange(2 * 3 * 4).reshape(2, 3, 4)
    values.put("t[:, [0, 1], [2, 3]]", t[:, [0, 1], [2, 3]])
    values.put("t[[0, 1], :, [2, 3]]", t[[0, 1], :, [2, 3]])
    values.put("t[0, :, [0, 1, 3]]", t[0, :, [0, 1, 3]])


def main():
    with Values(FOLDER) as values:
        x = np.linspace(-3, 3, 13)
        values.put("math", np.sin(x) ** 2 + np.exp(-x))
        layer(values)
        broadcasting(values)
        indexing(values)


if __name__ == "__main__":
    main()
