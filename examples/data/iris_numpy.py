"""What NumPy says about Fisher's iris data: the figures that the tour compares with.

Run it in this directory: `python3 iris_numpy.py`. It reads iris.csv and writes, as plain CSV with a header each,

    iris_numpy_covariance.csv   4 x 4   covariance of the measurements over all flowers (ddof = 1)
    iris_numpy_class_means.csv  3 x 4   mean of each species, in order of first appearance
    iris_numpy_distances.csv            distances of pairs of flowers: some pairs, and the sum over all 150 x 150
    iris_numpy_flowers.csv      150     for each flower its Mahalanobis distance to the mean of its own species (with
                                        that species' covariance, ddof = 1), and its nearest other flower and the
                                        distance to it (the lowest index wins ties)
"""

import csv

import numpy as np

PROBES = [(0, 1), (0, 50), (0, 149), (13, 117), (41, 98), (70, 133), (100, 142), (149, 148), (7, 7)]


def write(name, header, rows):
    with open(f"iris_numpy_{name}.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        # repr of a float is the shortest decimal that reads back as the same number.
        out.writerows([[x if isinstance(x, (str, int)) else repr(float(x)) for x in row] for row in rows])


def nearest_others(x):
    """Which other flower is nearest, with squared distances in exact tenths, so that ties are ties.

    In floats eight flowers would get the neighbour that rounding prefers.
    """
    tenths = np.rint(x * 10).astype(np.int64)
    squared = ((tenths[:, None, :] - tenths[None, :, :]) ** 2).sum(axis=2)
    np.fill_diagonal(squared, np.iinfo(np.int64).max)
    return squared.argmin(axis=1)


def main():
    with open("iris.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    fields = list(rows[0])[:4]
    x = np.array([[float(row[f]) for f in fields] for row in rows])
    species = [row["species"] for row in rows]
    names = list(dict.fromkeys(species))
    of_class = np.array([names.index(s) for s in species])

    write("covariance", fields, np.cov(x, rowvar=False))

    means = np.stack([x[of_class == c].mean(axis=0) for c in range(len(names))])
    write("class_means", ["species", *fields], [[name, *mean] for name, mean in zip(names, means)])

    distances = np.sqrt(((x[:, None, :] - x[None, :, :]) ** 2).sum(axis=2))
    probes = [[i, j, distances[i, j]] for i, j in PROBES]
    write("distances", ["i", "j", "distance"], [*probes, ["all", "all", distances.sum()]])

    inverses = np.stack([np.linalg.inv(np.cov(x[of_class == c], rowvar=False)) for c in range(len(names))])
    deviation = x - means[of_class]
    mahalanobis = np.sqrt(np.einsum("ni,nij,nj->n", deviation, inverses[of_class], deviation))
    nearest = nearest_others(x)
    flowers = [[n, mahalanobis[n], int(nearest[n]), distances[n, nearest[n]]] for n in range(len(x))]
    write("flowers", ["flower", "mahalanobis", "nearest", "distance"], flowers)


if __name__ == "__main__":
    main()
