#!/usr/bin/env python3
"""Words that anybody may have typed, and names of people, on standard output: a word a line, a tab, and what it is.

    words.py SYSTEM.DIC IPADIC AMERICAN NAMES

SYSTEM.DIC is SudachiDict's core dictionary (PyPI: sudachidict_core; read with sudachipy), IPADIC the folder of Debian's
mecab-ipadic, AMERICAN the list of words of Debian's wamerican-large, NAMES the folder of PyPI's names, which has those of the
United States' census. The frequencies of wordfreq (PyPI) only choose what is common enough to keep; nothing of them is
printed. main.rs packs what is.

A word is common if a dictionary has it as one and none has it as a name: of a person, a place, a company or a product. One
that is both is a name here, whatever is lost by it.
"""

import math
import sys
import unicodedata
from pathlib import Path

import wordfreq
from sudachipy import Dictionary

sys.path.insert(0, str(Path(__file__).parent.parent / "variants_table"))
from spellings import core, hiragana, is_han, normal  # noqa: E402

# Of a thousand million words, as a power of ten.
FREQUENT = {"ja": 2.4, "en": 2.9}
FREQUENT_HIRAGANA = 3.0
FREQUENT_NAME = 2.2
# So many of the census's surnames, the most frequent first. Those behind are rarer than the words that look like them.
SURNAMES = 4_000
# What inflects, of IPADIC's and Sudachi's parts of speech.
INFLECTING = ("動詞", "形容詞")
COMMON_NOUNS = ("一般", "サ変接続", "形容動詞語幹", "副詞可能", "普通名詞")


def frequency(language):
    frequencies = wordfreq.get_frequency_dict(language, wordlist="best")
    return lambda word: math.log10(frequencies.get(word, 1e-9)) + 9


def ipadic(folder):
    """Its words: surface, part of speech in columns, dictionary form."""
    for file in sorted(folder.glob("*.csv")):
        for line in file.read_text(encoding="euc-jp").splitlines():
            columns = line.split(",")
            if len(columns) == 13:
                yield normal(columns[0]), columns[4:8], normal(columns[10])


def sudachi(core_dictionary):
    """The same of SudachiDict."""
    for word in Dictionary(dict=core_dictionary).entries():
        yield normal(word.surface()), list(word.part_of_speech()), normal(word.dictionary_form())


class Japanese:
    """Nouns, the parts of verbs and adjectives up to the last kanji, proper names and those of people."""

    def __init__(self, rows, zipf):
        self.nouns, self.stems, self.proper, self.people = set(), {}, set(), set()
        for surface, part, base in rows:
            if not surface or not all(is_japanese(c) for c in surface):
                continue
            if part[0] == "名詞" and part[1] == "固有名詞":
                self.proper.add(surface)
                if part[2] == "人名":
                    self.people.add(surface)
            elif part[0] in ("名詞", "形状詞", "副詞") and (part[0] != "名詞" or part[1] in COMMON_NOUNS):
                self.nouns.add(surface)
            elif part[0] in INFLECTING and core(base) and base != core(base):
                self.stems[core(base)] = max(self.stems.get(core(base), 0), zipf(base), zipf(surface))


def japanese(core_dictionary, folder):
    zipf = frequency("ja")
    own, other = Japanese(ipadic(folder), zipf), Japanese(sudachi(core_dictionary), zipf)
    # Of IPADIC's common nouns SudachiDict has many as names that hardly anybody has: 電話.
    rare = own.nouns - own.proper
    proper, people = own.proper | other.proper - rare, own.people | other.people - rare
    stems = {stem: max(own.stems.get(stem, 0), other.stems.get(stem, 0)) for stem in own.stems | other.stems}
    for word in (own.nouns | other.nouns) - proper:
        hiragana = all("ぁ" <= c <= "ゖ" or c == "ー" for c in word)
        is_long = len(word) > 2 if hiragana else len(word) > 1 or is_han(word)
        if is_long and zipf(word) >= (FREQUENT_HIRAGANA if hiragana else FREQUENT["ja"]):
            yield word, "word"
    for stem, frequent in stems.items():
        if frequent >= FREQUENT["ja"]:
            yield stem, "stem"
    for word in people:
        if (len(word) > 1 or is_han(word)) and zipf(word) >= FREQUENT_NAME:
            yield word, "name"


KANA = {}
for consonant, row in {
    "": "あいうえお", "k": "かきくけこ", "s": "さしすせそ", "t": "たちつてと", "n": "なにぬねの", "h": "はひふへほ", "m": "まみむめも",
    "r": "らりるれろ", "g": "がぎぐげご", "z": "ざじずぜぞ", "d": "だぢづでど", "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ",
}.items():
    KANA.update((kana, consonant + vowel) for kana, vowel in zip(row, "aiueo"))
KANA.update(zip("やゆよわをん", ("ya", "yu", "yo", "wa", "o", "n")))
KANA.update(zip("しちつふじぢづ", ("shi", "chi", "tsu", "fu", "ji", "ji", "zu")))


def romaji(kana):
    """Hepburn's letters, with and without what makes vowels long."""
    text = ""
    for c in kana:
        if c in "ゃゅょ" and text.endswith("i"):
            vowel = {"ゃ": "a", "ゅ": "u", "ょ": "o"}[c]
            text = text[:-1] + ("" if text.endswith(("shi", "chi", "ji")) else "y") + vowel
        elif c not in "っー":
            text += KANA.get(c, "")
    return {text, text.replace("ou", "o").replace("oo", "o").replace("uu", "u")}


def read_so(folder):
    """How names of people are read, in Latin letters."""
    for file in sorted(folder.glob("Noun.name*.csv")):
        for line in file.read_text(encoding="euc-jp").splitlines():
            columns = line.split(",")
            if columns[6] == "人名":
                yield from romaji(hiragana(normal(columns[-2])))


def is_japanese(c):
    return is_han(c) or "ぁ" <= c <= "ゖ" or "ァ" <= c <= "ヺ" or c == "ー"


def english(american, names, folder):
    zipf = frequency("en")
    lines = Path(american).read_text(encoding="utf-8").split()
    plain = {line for line in lines if line.isascii() and line.isalpha()}
    people = set()
    for file, most in (("dist.female.first", None), ("dist.male.first", None), ("dist.all.last", SURNAMES)):
        ranked = (Path(names) / file).read_text(encoding="ascii").splitlines()
        people.update(line.split()[0].lower() for line in ranked[:most] if line.strip())
    people.update(name for name in read_so(folder) if name in plain)
    # Of those in capitals many are places and products.
    capital = {word.lower() for word in plain if not word.islower() and not word.isupper()}
    for word in sorted(plain):
        if word.islower() and len(word) > 2 and word not in people | capital and zipf(word) >= FREQUENT["en"]:
            yield word, "word"
    for word in people:
        if len(word) > 1:
            yield word, "name"


def main():
    core_dictionary, folder, american, names = sys.argv[1:]
    found = {}
    for word, kind in [*japanese(core_dictionary, Path(folder)), *english(american, names, Path(folder))]:
        # A stem may be a noun too, and has a place of its own.
        found.setdefault((unicodedata.normalize("NFKC", word), kind == "stem"), kind)
    print("\n".join(sorted(f"{word}\t{kind}" for (word, _), kind in found.items())))


if __name__ == "__main__":
    main()
