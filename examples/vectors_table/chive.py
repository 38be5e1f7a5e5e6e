"""Japanese words and their vectors: chiVe's, as PyPI's ja_ginza ships them."""

import io
import json
import math
import sys
from pathlib import Path

import msgpack
import numpy
import wordfreq
from sudachipy import Dictionary

sys.path.insert(0, str(Path(__file__).parent.parent / "variants_table"))
from spellings import Words, is_kana, normal  # noqa: E402

# Of a thousand million words, as a power of ten. More words find less: a compound tells more by its parts.
FREQUENT = 2.5
FREQUENT_HIRAGANA = 3.0
FREQUENT_STEM = 1.0
# The first of the forms that a stem can have, to find how frequent it is.
ENDINGS = ("", *"るいりきしつえけせみわらかくうすむれ")


def murmur(text, seed=1):
    """MurmurHash64A, by which the table of keys knows its strings."""
    mask, factor, shift = (1 << 64) - 1, 0xC6A4A7935BD1E995, 47
    data = text.encode()
    result = seed ^ (len(data) * factor & mask)
    whole = len(data) // 8 * 8
    for start in range(0, whole, 8):
        part = int.from_bytes(data[start : start + 8], "little") * factor & mask
        part = (part ^ part >> shift) * factor & mask
        result = (result ^ part) * factor & mask
    if data[whole:]:
        result = (result ^ int.from_bytes(data[whole:], "little")) * factor & mask
    result = (result ^ result >> shift) * factor & mask
    return result ^ result >> shift


def load(vocabulary):
    """Normalised form → row, and the rows."""
    rows = msgpack.unpackb((vocabulary / "key2row").read_bytes(), strict_map_key=False)
    found = {}
    for word in json.loads((vocabulary / "strings.json").read_text(encoding="utf-8")):
        row = rows.get(murmur(word))
        if row is not None:
            found.setdefault(normal(word), row)
    return found, numpy.load(io.BytesIO((vocabulary / "vectors").read_bytes()))


def words(dictionary, rows):
    """Words with the row of their normalised form, and stems of what inflects with that of its."""
    frequencies = wordfreq.get_frequency_dict("ja", wordlist="best")

    def zipf(word):
        return math.log10(frequencies.get(word, 1e-9)) + 9

    found, stems = {}, {}
    for surface, way in sorted(Words(Dictionary(dict=dictionary)).ways.items()):
        form, _, kind = way or (None, None, None)
        row = rows.get(form, rows.get(surface))
        if row is None or surface.isascii():
            continue
        if kind == "noun":
            hiragana = all("ぁ" <= c <= "ゖ" or c == "ー" for c in surface)
            if zipf(surface) >= (FREQUENT_HIRAGANA if hiragana else FREQUENT) and (not hiragana or len(surface) > 2):
                found[surface] = row
        elif "ぁ" <= surface[-1] <= "ゖ":
            stem = surface[:-1]
            if stem and (not is_kana(stem) or len(stem) > 2):
                if any(zipf(stem + ending) >= FREQUENT_STEM for ending in ENDINGS):
                    stems.setdefault(stem, row)
    return found, stems
