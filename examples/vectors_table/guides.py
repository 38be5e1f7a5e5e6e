"""Sections of public manuals, in Markdown: the title of the page, that of the section, and what it says."""

import re
from pathlib import Path

# A section says at least as much; of a long one, and of a large manual, no more is read, so that none decides alone.
SHORTEST = {"en": 60, "ja": 30}
LONGEST = {"en": 1_500, "ja": 800}
MOST = 2_500

# What is no text of a manual, and translations that lie beside it.
OTHER = re.compile(
    r"license|changelog|code[-_]of[-_]conduct|contributing|node_modules|includes?/|release-?notes|/blog/|whats-?new"
    r"|(^|/)(zh|ja|de|fr|es|ko|ru|pt|it|pl|uk|vi|id|ar|tr|nl|fa|hi|bn|pt-br|zh-cn|zh-tw|ja-jp|i18n)/",
    re.IGNORECASE,
)
HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
FENCE = re.compile(r"\s*(```|~~~)")
FRONT = re.compile(r"---\n(.*?)\n---\s*\n", re.DOTALL)
TITLE = re.compile(r"^title:\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
# What is markup, and what is left of it.
MARKUP = (
    (re.compile(r"<!--.*?-->|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL), " "),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)|https?://\S+|<[^>\n]*>|\{[#:][^}]*\}"), " "),
    (re.compile(r"\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"^\s*>+|^\s*:::\s*\w*|[*`|]|\[!\w+\]", re.MULTILINE), " "),
)


def manuals(table, folder):
    """The language and the sections of each manual of the table that lies in the folder, as OWNER+NAME."""
    for line in table.read_text(encoding="utf-8").splitlines():
        language, repository, _, under = line.split("\t")
        root = folder / repository.replace("/", "+") / under
        files = [file for file in sorted(root.rglob("*.md*")) if not OTHER.search(str(file.relative_to(root)))]
        found = {}
        for file in files:
            for article, title, text in sections(file.read_text(encoding="utf-8", errors="replace")):
                if title and is_of(language, text):
                    found.setdefault(text[:200], (article, title, text[: LONGEST[language]]))
        yield language, spread(list(found.values()))


def is_of(language, text):
    kana = len(re.findall("[ぁ-んァ-ン]", text))
    return len(text) >= SHORTEST[language] and (kana > 0.15 * len(text) if language == "ja" else kana == 0)


def spread(sections):
    """No more than are wanted, from all over."""
    count = min(len(sections), MOST)
    return [sections[number * len(sections) // count] for number in range(count)]


def sections(text):
    """What stands below each heading, without code."""
    front = FRONT.match(text)
    title = front and TITLE.search(front[1])
    article = plain(title[1]) if title else ""
    heading, lines, is_code = "", [], False
    for line in [*text[front.end() if front else 0 :].splitlines(), "# "]:
        if FENCE.match(line):
            is_code = not is_code
        elif not is_code and (found := HEADING.match(line)):
            yield article, heading or article, plain("\n".join(lines))
            heading, lines = plain(found[2]), []
            if len(found[1]) == 1 and not article:
                article = heading
        elif not is_code:
            lines.append(line)


def plain(text):
    for marked, left in MARKUP:
        text = marked.sub(left, text)
    return " ".join(text.split())
