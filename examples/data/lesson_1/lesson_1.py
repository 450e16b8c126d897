"""What NumPy says in lesson 1: writes numpy.csv (name, extents, elements in row-major order).

    python3 examples/data/lesson_1/lesson_1.py
"""

import os
import sys

import numpy as np

FOLDER = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(FOLDER))

from values import Values  # noqa: E402


def main():
    with Values(FOLDER) as values:
        values.put("squares", np.arange(1000) ** 2)
        a, b = np.arange(6).reshape(2, 3), np.array([10, 20, 30])
        values.put("a + b", a + b)
        values.put("a * b", a * b)

        p, q = np.arange(1000.0), np.arange(1000.0) + 2
        values.put("distance", np.sum((p - q) ** 2) ** 0.5)
        values.put("norm", np.linalg.norm(p - q))
        waves = [np.sin(p), np.cos(2 * p)]
        values.put("wave distance", np.linalg.norm(waves[0] - waves[1]))

        n, m = np.arange(5), np.arange(4)[:, None]
        ps, qs = np.sin(n + 10.0 * m), np.cos(n * m / 2)
        values.put("ps", ps)
        values.put("qs", qs)
        values.put("distances", np.sum((ps - qs) ** 2, axis=1) ** 0.5)
        values.put("norms", np.linalg.norm(ps - qs, axis=1))
        values.put("along the other axis", np.linalg.norm(ps - qs, axis=0))
        difference = ps - qs
        values.put("einsum", np.einsum("ij,ij->i", difference, difference) ** 0.5)
        values.put("all pairs", np.sqrt(((ps[:, None, :] - qs[None, :, :]) ** 2).sum(axis=2)))
        values.put("diagonal", np.einsum("ii->i", np.arange(16).reshape(4, 4)))

        samples = np.random.default_rng(2018).random(size=(400, 2))
        values.put("samples", samples)
        within = np.sum(np.einsum("ij,ij->i", samples, samples) < 1)
        values.put("within", within)
        values.put("pi", within / 400 * 4)

        signal = np.cos(2 * np.pi * 3 * np.arange(16) / 16) + 0.25 * np.sin(2 * np.pi * 5 * np.arange(16) / 16)
        values.put("spectrum", np.abs(np.fft.fft(signal)))


if __name__ == "__main__":
    main()
