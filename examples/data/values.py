"""How the lessons' scripts write NumPy's arrays: a line of numpy.csv each, with name, extents and elements."""

import os

import numpy as np


def word(element):
    if isinstance(element, (bool, np.bool_)):
        return "true" if element else "false"
    if isinstance(element, (complex, np.complexfloating)):
        return f"{float(element.real)!r}{float(element.imag):+}i"
    if isinstance(element, (float, np.floating)):
        return repr(float(element))
    return str(int(element))


class Values:
    """The values of one lesson, in `numpy.csv` of its folder."""

    def __init__(self, folder):
        self.file = open(os.path.join(folder, "numpy.csv"), "w", newline="\n")
        self.file.write("name,extents,elements\n")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()

    def put(self, name, array):
        array = np.asarray(array)
        extents = " ".join(str(extent) for extent in array.shape)
        elements = " ".join(word(element) for element in array.ravel())
        self.file.write(f'"{name}",{extents},{elements}\n')
