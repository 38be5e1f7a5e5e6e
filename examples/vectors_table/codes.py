"""Vectors → codes: 256 dimensions of two bits each."""

import numpy

DIMENSIONS = 256
# How much less the directions count in which all words differ most: they say what kind of text a word is from.
WHITENING = 0.75


def normalised(vectors):
    return vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True).clip(1e-9)


def reduced(vectors, frequent):
    """The main directions of the first so many rows, made more alike in their extent."""
    vectors = normalised(vectors.astype(numpy.float64))
    vectors = normalised(vectors - vectors[:frequent].mean(axis=0))
    _, extents, directions = numpy.linalg.svd(vectors[:frequent], full_matrices=False)
    turned = (vectors @ directions.T / extents**WHITENING)[:, :DIMENSIONS]
    # A random turn, so that all dimensions are alike.
    turn, _ = numpy.linalg.qr(numpy.random.default_rng(1).standard_normal((DIMENSIONS, DIMENSIONS)))
    return normalised(turned @ turn)


def coded(vectors, by_row=True):
    """A byte for each four dimensions, the first bits for the first quarter of them: −3, −1, 1 and 3 as 0 to 3. Which numbers are
    large is judged within each vector, or they are in standard deviations already: then a vector can be longer than another."""
    deviation = numpy.sqrt((vectors**2).mean(axis=1, keepdims=True)) if by_row else 1.0
    levels = numpy.digitize(vectors / deviation, (-1.0, 0.0, 1.0)).astype(numpy.uint8)
    quarters = numpy.split(levels, 4, axis=1)
    return quarters[0] | quarters[1] << 2 | quarters[2] << 4 | quarters[3] << 6


def decoded(coded):
    """The levels, in standard deviations of a vector's numbers."""
    levels = numpy.concatenate([coded >> shift & 3 for shift in (0, 2, 4, 6)], axis=1) * 2.0 - 3
    return normalised(levels) * DIMENSIONS**0.5
