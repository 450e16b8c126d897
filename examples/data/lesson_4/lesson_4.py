"""What NumPy says in lesson 4: writes numpy.csv (name, extents, elements in row-major order) and counts.png.

    python3 examples/data/lesson_4/lesson_4.py
"""

import os
import struct
import sys
import zlib

import numpy as np

FOLDER = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(FOLDER))

from values import Values  # noqa: E402


def write_png(path, pixels):
    """An 8-bit picture in shades of grey."""
    height, width = pixels.shape

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = b"".join(b"\0" + row.tobytes() for row in pixels.astype(np.uint8))
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)))
        file.write(chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def mandel1(position, limit=50):
    value = position
    while abs(value) < 2:
        limit -= 1
        value = value**2 + position
        if limit < 0:
            return 0
    return limit


def mandel4(position, limit=50):
    value = position
    diverged_at_count = np.zeros(position.shape)
    while limit > 0:
        limit -= 1
        value = value**2 + position
        diverging = abs(value) > 2
        first_diverged_this_time = np.logical_and(diverging, diverged_at_count == 0)
        diverged_at_count[first_diverged_this_time] = limit
        value[diverging] = 2
    return diverged_at_count


def mandel_numpy(position, limit=50):
    value = position
    while limit > 0:
        limit -= 1
        value = value**2 + position
        diverging = abs(value) > 2
        value[diverging] = 2
    return abs(value) < 2


def grid(resolution):
    xmin, ymin, xmax, ymax = -1.5, -1.0, 0.5, 1.0
    ymatrix, xmatrix = np.mgrid[
        ymin : ymax : (ymax - ymin) / resolution, xmin : xmax : (xmax - xmin) / resolution
    ]
    return ymatrix, xmatrix


with Values(FOLDER) as numpy:
    x = np.arange(0, 256, 4).reshape(8, 8)
    numpy.put("x + 10", x + 10)
    numpy.put("sqrt(x)", np.sqrt(x))
    numpy.put("linspace", np.linspace(0, 10, 21))
    numpy.put("arange", np.arange(0, 10, 0.5))

    ymatrix, xmatrix = grid(300)
    values = xmatrix + 1j * ymatrix
    z1 = values * values + values
    z2 = z1 * z1 + values
    z3 = z2 * z2 + values
    numpy.put("every tenth row of ymatrix", ymatrix[::10, 0])
    numpy.put("every tenth column of xmatrix", xmatrix[0, ::10])
    numpy.put("every 25th value of z3", z3[::25, ::25])
    numpy.put("how many of z3 are beyond 2", np.count_nonzero(abs(z3) > 2))

    counts = mandel4(values)
    assert (counts == np.vectorize(mandel1)(values)).all()
    assert ((mandel_numpy(values)) <= (counts == 0)).all()
    write_png(os.path.join(FOLDER, "counts.png"), counts)
    numpy.put("sum of the counts", int(counts.sum()))
    numpy.put("points of the set", np.count_nonzero(mandel_numpy(values)))
    rows = mandel_numpy(values)
    numpy.put("points of the set in every tenth row", np.count_nonzero(rows, axis=1)[::10])

    x = np.arange(10)
    y = np.ones(10) * 5
    z = x > y
    numpy.put("x > y", z)
    numpy.put("x[x > 3]", x[x > 3])
    numpy.put("x[not z]", x[np.logical_not(z)])
    x[z] = 5
    numpy.put("x[z] = 5", x)

    numpy.put("arccos(cos(x))", np.arccos(np.cos([1e-5, 1e-3, 1e-1])))

    x = np.arange(64)
    y = x.reshape([8, 8])
    numpy.put("y[3]", y[3])
    numpy.put("y[[2, 5]]", y[[2, 5]])
    numpy.put("y[[0, 2, 5], [1, 2, 7]]", y[[0, 2, 5], [1, 2, 7]])
    numpy.put("y[0:4:2, [0, 2]]", y[0:4:2, [0, 2]])
    z = x.reshape([4, 4, 4])
    numpy.put("z[:, [1, 3], 0:3]", z[:, [1, 3], 0:3])
    numpy.put("z[:, newaxis, [1, 3], 0]", z[:, np.newaxis, [1, 3], 0])
    a = z[:, :, 2]
    a[0, 0] = -500
    numpy.put("z", z)
    numpy.put("z[1]", z[1])
    numpy.put("z[..., 2]", z[..., 2])
