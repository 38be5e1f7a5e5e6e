"""Sentences of manuals: what stands in a paragraph or title of GNOME's and LibreOffice's, as Debian's gnome-user-docs and
libreoffice-help-en-us ship them."""

import html
import re

PARAGRAPH = re.compile(r"<(p|title|desc|h[1-6])\b[^>]*>(.*?)</\1>", re.DOTALL)
LENGTHS = range(24, 260)
# Of each manual as many, so that none decides alone.
MOST = 7_000


def sentences(folder):
    """Of the folder into which both packages were unpacked."""
    pages = sorted(folder.glob("usr/share/help/C/gnome-help/*.page"))
    help_pages = sorted(folder.glob("usr/share/libreoffice/help/en-US/text/**/*.html"))
    return [text for those in (pages, help_pages) for text in spread(told(those))]


def told(files):
    found = {}
    for file in files:
        for _, marked in PARAGRAPH.findall(file.read_text(encoding="utf-8")):
            text = " ".join(html.unescape(re.sub("<[^>]*>", "", marked)).split())
            # LibreOffice says on each page which file it is.
            if len(text) in LENGTHS and ".xhp" not in text:
                found[text] = None
    return list(found)


def spread(texts):
    """No more than are wanted, from all over."""
    count = min(len(texts), MOST)
    return [texts[number * len(texts) // count] for number in range(count)]
