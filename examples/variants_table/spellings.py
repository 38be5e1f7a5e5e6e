#!/usr/bin/env python3
"""The spellings of Japanese words on standard output: a group a line, tabs between, the usual one first.

    spellings.py SYSTEM.DIC SYNONYMS.TXT < KNOWN

SYSTEM.DIC is SudachiDict's core dictionary (PyPI: sudachidict_core; read with sudachipy), SYNONYMS.TXT is
src/main/text/synonyms.txt of its repository. KNOWN are the written forms of IPADIC, one a line. They and the frequencies
of wordfreq (PyPI) only choose what is common enough to keep; nothing of them is printed. main.rs packs what is.
"""

import csv
import re
import sys
import unicodedata
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import wordfreq
from sudachipy import Dictionary

# Of a thousand million words, as a power of ten: one of a group's spellings has to be as frequent.
FREQUENT = 2.35
KEPT = 9  # With the word itself.


# Kanji of several shapes, as folding makes one of them.
PAIRS = Path(__file__).parents[2] / "src/text/variants/kanji.rs"
USUAL = str.maketrans(dict(re.findall(r"\('(.)', '(.)'\)", PAIRS.read_text(encoding="utf-8"))))


def normal(text):
    return unicodedata.normalize("NFKC", text).lower().translate(USUAL)


def is_han(c):
    return "\u3400" <= c <= "\u9fff" or c >= "\U00020000" or c in "々〆"


def is_kana(text):
    return all("ぁ" <= c <= "ゖ" or "ァ" <= c <= "ヺ" or c == "ー" for c in text)


def hiragana(text):
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in text)


def kanji(text):
    return "".join(filter(is_han, text))


def without_long_marks(reading):
    """サーバ and サーバー are one reading here, コンピュータ and コンピューター too."""
    return reading.rstrip("ー")


def kind(pos):
    """What a word is, if people search for it; of what inflects only the dictionary form."""
    if pos[0] == "名詞":
        return "noun" if pos[1] == "普通名詞" else None
    if pos[0] in ("動詞", "形容詞"):
        return pos[0] if pos[5].startswith("終止形-一般") else None
    return "noun" if pos[0] in ("形状詞", "代名詞", "副詞", "感動詞") else None


class Words:
    """Written form → what it is: (normalised form, reading, kind), the one that it is when it stands alone."""

    def __init__(self, dictionary):
        ways = defaultdict(set)
        for word in dictionary.entries():
            what = kind(word.part_of_speech())
            if what and is_wanted(normal(word.surface())):
                reading = without_long_marks(word.reading_form())
                ways[normal(word.surface())].add((normal(word.normalized_form()), reading, what))
        tokenizer = dictionary.tokenizer()
        self.ways = {}
        for surface, some in ways.items():
            self.ways[surface] = some.pop() if len(some) == 1 else alone(surface, some, tokenizer)


def alone(surface, ways, tokenizer):
    found = [(normal(m.normalized_form()), without_long_marks(m.reading_form())) for m in tokenizer.tokenize(surface)]
    # A verb's form that is a noun too (引っ越し) is the noun.
    fits = [way for way in ways if len(found) == 1 and way[1] == found[0][1]]
    exact = [way for way in fits if way[0] == found[0][0]]
    return min(exact or fits, default=None, key=lambda way: (way[2] != "noun", way))


def is_wanted(surface):
    """Not single kana or letters, not what has signs in it."""
    return len(surface) > 1 - any(map(is_han, surface)) and all(c.isalnum() or c in "ー々〆 -.'" for c in surface)


class Groups:
    """Which words are one (union-find)."""

    def __init__(self):
        self.parents = {}

    def of(self, word):
        while word in self.parents:
            word = self.parents[word]
        return word

    def join(self, one, other):
        one, other = self.of(one), self.of(other)
        if one != other:
            self.parents[other] = one


def inflects(what):
    return what in ("動詞", "形容詞")


def groups(words, synonyms):
    joined = Groups()
    kana_of = {}  # How many kana the words of a key have.
    # By normalised form. Of what inflects, words with other kanji are other words (上がる, 挙がる).
    for surface, way in words.items():
        form, reading, what = way
        key = (form, reading, what, kanji(surface) if inflects(what) else "")
        kana = sum(map(is_kana, surface))
        kana_of[key] = min(kana, kana_of.get(key, kana))
        joined.join(key, surface)
    # Verbs in kana, or partly, belong to those with kanji if these agree about them.
    by_form = defaultdict(set)
    for key in kana_of:
        if inflects(key[2]):
            by_form[key[:3]].add(key[3])
    for form, some in by_form.items():
        for part in some:
            wholes = [
                whole
                for whole in some
                if part != whole and is_part(part, whole) and kana_of[*form, part] > kana_of[*form, whole]
            ]
            longest = [whole for whole in wholes if not any(is_part(whole, other) for other in wholes if other != whole)]
            if len(longest) == 1:
                joined.join((*form, longest[0]), (*form, part))
    # By what the synonyms say means the same, if it is read the same and written with the same kanji or in kana; and by
    # kana alone.
    for some in synonyms:
        known = [word for word in some if word in words and not inflects(words[word][2])]
        for one, other in combinations(known, 2):
            if words[one][1] == words[other][1] and (kanji(one) == kanji(other) or "" in (kanji(one), kanji(other))):
                joined.join(one, other)
    kana = {}
    for surface, way in words.items():
        if is_kana(surface) and is_kana(way[0]) and not inflects(way[2]):
            joined.join(kana.setdefault((hiragana(surface), way[2]), surface), surface)
    found = defaultdict(list)
    for surface in words:
        found[joined.of(surface)].append(surface)
    return found.values()


def is_part(part, whole):
    rest = iter(whole)
    return all(c in rest for c in part)


def synonym_sets(path):
    """The words of each group of synonyms."""
    sets = defaultdict(list)
    with open(path, encoding="utf-8") as file:
        for row in csv.reader(file):
            if len(row) > 8 and row[2] != "2":
                sets[row[0]].append(normal(row[8]))
    return sets.values()


def core(word):
    """Up to its last kanji, which is what all forms of it have."""
    while word and not is_han(word[-1]):
        word = word[:-1]
    return word


def cores(group):
    """How the parts that do not inflect are written, of words with the same two kanji or more: 問い合, 問合."""
    found = defaultdict(list)
    for word in group:
        if len(kanji(word)) > 1 and core(word) not in found[kanji(word)]:
            found[kanji(word)].append(core(word))
    return max(found.values(), default=[], key=len)


def choose(group, forms, known, frequencies):
    """Those of a group that are worth keeping, the usual ones first."""
    latin = {word for word in group if word.isascii()}
    if len({word.replace(" ", "").replace("-", "") for word in latin}) > 1:
        # ライト is right and light: of several words none is a spelling of it.
        group = [word for word in group if word not in latin]
    if max((frequencies.get(word, 0) for word in group), default=0) < 10 ** (FREQUENT - 9):
        return []
    usual = max(group, key=lambda word: (word in forms, frequencies.get(word, 0), word))
    # A kanji by itself says more of what a word means: 取り, 採り and 捕り are read the same and differ.
    single = len(kanji(usual)) == 1
    group = [word for word in group if not single or kanji(word) in ("", kanji(usual))]
    group = [
        word
        for word in group
        if word in known or word in frequencies or word in forms or is_part(kanji(word), kanji(usual)) and not is_kana(word)
    ]
    group.sort(key=lambda word: (word != usual, is_kana(word), -frequencies.get(word, 0), word))
    return group[:KEPT]


def main():
    dictionary = Dictionary(dict=sys.argv[1])
    words = {surface: way for surface, way in Words(dictionary).ways.items() if way}
    known = {normal(line.rstrip("\n")) for line in sys.stdin}
    frequencies = wordfreq.get_frequency_dict("ja", wordlist="best")
    kept, stems = [], []
    for group in groups(words, synonym_sets(sys.argv[2])):
        group = choose(group, {words[word][0] for word in group}, known, frequencies)
        if len(group) > 1:
            kept.append(group)
            stems.append(cores(group))
    place = {word: group for group in kept for word in group}
    for some in stems:
        if len(some) > 1:
            # With the word that is written like a stem (引越), else by themselves.
            group = next((place[word] for word in some if word in place), [])
            if not group:
                kept.append(group)
            for word in some:
                if place.setdefault(word, group) is group and word not in group:
                    group.append(word)
    print("\n".join(sorted("\t".join(group[:KEPT]) for group in kept)))


if __name__ == "__main__":
    main()
