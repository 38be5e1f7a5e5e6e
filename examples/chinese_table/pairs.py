#!/usr/bin/env python3
"""Makes src/text/variants/chinese/table.rs out of Unihan_Variants.txt (Debian's package unicode-data has it), read from
standard input, and the pairs of src/text/variants/kanji.rs.

A simplified character that Japanese has no character for (none of JIS X 0208) is written as the usual shape of the traditional
one: no Japanese text changes. Of the others, and of those that stand for several traditional ones, all that may be meant
are listed together."""

import re
import sys

HEAD = '''//! Made by `just chinese` out of Unicode's Unihan database; see README.md.

/// Simplified characters, each with the usual shape of what it stands for; in the order of the first.
#[rustfmt::skip]
pub(super) const PAIRS: &[(char, char)] = &[
'''
RINGS = '''];

/// Characters, in their usual shape, that one simplified character may stand for, with that one where it is also one of Japan.
#[rustfmt::skip]
pub(super) const RINGS: &[&str] = &[
'''

# Of several, what is meant most often: in no order of codes.
USUAL = "麼歴髒鐘匯蕩鹸鉤鏽"


def usual_shapes():
    with open("src/text/variants/kanji.rs", encoding="utf-8") as source:
        table = source.read().split("mod tests")[0]
    return dict(re.findall(r"\('(.)', '(.)'\)", table))


def traditional(lines):
    for line in lines:
        if "\tkTraditionalVariant\t" in line:
            code, _, variants = line.rstrip("\n").split("\t")
            yield chr(int(code[2:], 16)), [chr(int(v.split("<")[0][2:], 16)) for v in variants.split()]


def is_japanese(character):
    """Whether it is in JIS X 0208."""
    try:
        return len(character.encode("euc_jp")) == 2
    except UnicodeEncodeError:
        return False


def rows(items):
    for at in range(0, len(items), 8):
        print("    " + " ".join(f"{item}," for item in items[at : at + 8]))


def main():
    shapes = usual_shapes()
    pairs, rings = [], []
    for character, others in sorted(traditional(sys.stdin)):
        if not "\u4e00" <= character <= "\u9fff" or character in shapes:
            continue
        is_own = is_japanese(character)
        meant = ([character] if is_own else []) + [c for c in others if c != character]
        meant = list(dict.fromkeys(shapes.get(c, c) for c in meant))
        if not is_own and meant:
            usual = next((c for c in meant if c in USUAL), meant[0])
            pairs.append(f"('{character}', '{usual}')")
        if len(meant) > 1:
            rings.append(f'"{"".join(meant)}"')
    print(HEAD, end="")
    rows(pairs)
    print(RINGS, end="")
    rows(rings)
    print("];")


main()
