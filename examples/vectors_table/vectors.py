#!/usr/bin/env python3
"""Writes the vectors of words to FOLDER/vectors, and prints the words: each a line, a tab and the number of its vector. Before a
stem there is a hyphen.

    vectors.py FOLDER SYSTEM.DIC VOCABULARY

SYSTEM.DIC is SudachiDict's core dictionary (PyPI: sudachidict_core), VOCABULARY the folder vocab/ of ja_ginza (PyPI). Needs
sudachipy, wordfreq, msgpack and numpy. main.rs packs what is printed.
"""

import sys
from pathlib import Path

import chive
import codes

# The rows of chiVe from which its directions are taken; those behind them are rare.
FREQUENT_ROWS = 15_000


def main():
    folder, dictionary, vocabulary = map(Path, sys.argv[1:])
    rows, vectors = chive.load(vocabulary)
    words, stems = chive.words(str(dictionary), rows)
    used = sorted({*words.values(), *stems.values()})
    number = {row: number for number, row in enumerate(used)}
    coded = codes.coded(codes.reduced(vectors, FREQUENT_ROWS)[used])
    lines = {word: number[row] for word, row in words.items()}
    lines |= {f"-{stem}": number[row] for stem, row in stems.items()}
    (folder / "vectors").write_bytes(coded.tobytes())
    print("\n".join(f"{word}\t{number}" for word, number in sorted(lines.items())))


if __name__ == "__main__":
    main()
