"""The words of a text that have a vector, cut as the program cuts them (`src/search/meaning/words.rs`)."""

import re
import unicodedata

import numpy

RUN = re.compile("[0-9a-z\u00df-\u024f]+|[\u3005-\u3007\u3041-\u3096\u3099-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")
KANA = {"hiragana": re.compile("[\u3041-\u309f]+"), "katakana": re.compile("[\u30a0-\u30ff]+")}


def kind(character):
    return next((name for name, run in KANA.items() if run.match(character)), None)


class Table:
    def __init__(self, lines):
        """Of lines with a word or a stem behind a hyphen, a tab, and the number of its vector."""
        self.words, self.stems, lengths = {}, {}, {}
        for line in lines:
            word, number = line.rstrip("\n").split("\t")
            bare = word.removeprefix("-")
            (self.words if bare == word else self.stems)[bare] = int(number)
            lengths.setdefault(bare[0], set()).add(len(bare))
        self.lengths = {first: sorted(those, reverse=True) for first, those in lengths.items()}

    def japanese_rows(self):
        """How many vectors are Japanese; they come first."""
        all_words = (*self.words.items(), *self.stems.items())
        return 1 + max(number for word, number in all_words if not word.isascii())

    def rows(self, text):
        """The numbers of the words, in their order."""
        found = []
        for run in RUN.findall(unicodedata.normalize("NFKC", text).lower()):
            if run[0] >= "\u3000":
                found += self.japanese(run)
            elif run in self.words:
                found.append(self.words[run])
        return numpy.array(found, dtype=numpy.int64)

    def japanese(self, run):
        at, before = 0, None
        while at < len(run):
            here = kind(run[at])
            if here and here == before:
                # Not from within a word that the table has not, nor hiragana behind hiragana.
                at = KANA[here].match(run, at).end()
                continue
            length, row = self.longest(run, at)
            at += length
            before = kind(run[at - 1])
            if row is not None:
                before = None if before == "katakana" else before
                yield row

    def longest(self, run, at):
        for length in self.lengths.get(run[at], ()):
            word = run[at : at + length]
            if word in self.words:
                return len(word), self.words[word]
            if word in self.stems and kind(run[at + length : at + length + 1] or " ") == "hiragana":
                return length, self.stems[word]
        return 1, None
