#!/usr/bin/env python3
"""Writes what has to go with a copy of the program: `copyright`, as Debian wants it, and `THIRD-PARTY-LICENSES`, with every licence
and notice of the crates and tables in the program, word for word. Or prints all of these licences as one expression of SPDX, as
packages for RPM have it.

usage: packaging/licences.py TARGET [FOLDER]
"""

import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

# What the tables in the program are derived from: a name, the file with its notice, and its licence.
IPADIC = ("IPADIC", "src/text/reading/LICENSE-IPADIC", "IPADIC")
SUDACHIDICT = ("SudachiDict", "src/text/variants/LICENSE-SUDACHIDICT", "Apache-2.0")
UNIHAN = ("Unihan", "src/text/variants/chinese/LICENSE-UNICODE", "Unicode-DFS-2016")
CHIVE = ("chiVe", "src/search/meaning/LICENSE-CHIVE", "Apache-2.0")
MINILM = ("all-MiniLM-L6-v2", "src/search/meaning/LICENSE-MINILM", "Apache-2.0")
SCOWL = ("SCOWL", "src/insight/words/LICENSE-SCOWL", "SCOWL")

# The tables, each with all that is in it. The names of people in src/insight/words are in the public domain (README.md there).
TABLES = [
    ("src/text/reading/*", [IPADIC]),
    ("src/text/variants/*", [SUDACHIDICT]),
    ("src/text/variants/chinese/*", [UNIHAN]),
    ("src/search/meaning/*", [CHIVE]),
    ("src/search/meaning/vectors", [MINILM]),
    ("src/insight/words/*", [SUDACHIDICT, IPADIC, SCOWL]),
]

# What crates call the files with their licences and notices.
NAMES = re.compile(r"(licen[cs]e|copying|copyright|notice|unlicense|patents)", re.IGNORECASE)


def crates(target):
    """The crates that the program is built from on a target, by name and version. What only builds them is none of it."""
    asked = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", target]
    told = json.loads(subprocess.run(asked, cwd=ROOT, check=True, capture_output=True).stdout)
    packages = {package["id"]: package for package in told["packages"]}
    nodes = {node["id"]: node for node in told["resolve"]["nodes"]}
    root, found = told["resolve"]["root"], set()
    waiting = [root]
    while waiting:
        at = waiting.pop()
        if at in found:
            continue
        found.add(at)
        for dependency in nodes[at]["deps"]:
            if any(kind["kind"] is None for kind in dependency["dep_kinds"]):
                waiting.append(dependency["pkg"])
    found.remove(root)
    return sorted((packages[at] for at in found), key=lambda it: (it["name"], it["version"]))


def texts(crate):
    """The licences and notices in a crate's folder."""
    folder = pathlib.Path(crate["manifest_path"]).parent
    files = [path for path in folder.iterdir() if NAMES.match(path.name)]
    files += [path for inner in folder.iterdir() if inner.is_dir() and NAMES.match(inner.name) for path in inner.iterdir()]
    named = folder / crate["license_file"] if crate["license_file"] else None
    if named and named.is_file() and named not in files:
        files.append(named)
    return [(path.name, path.read_text(errors="replace").strip()) for path in sorted(set(files)) if path.is_file()]


def holders(crate, found):
    """Who has the copyright, by the notices; else who wrote it."""
    # A notice of Unicode's spells it without the t.
    said = []
    for _, text in found:
        for line in text.splitlines():
            if re.match(r"\s*(copyright?\s+(\(c\)|©|\d)|©|\(c\)\s*\d)", line, re.IGNORECASE) and "[yyyy]" not in line:
                said.append(re.sub(r"^\s*copyright?\s*", "", line.strip(), flags=re.IGNORECASE))
    said = list(dict.fromkeys(said)) or crate["authors"] or [f"the authors of {crate['name']}"]
    return "\n ".join(line.strip() for line in said if line.strip())


def spdx(crate):
    """A licence as SPDX writes it; older crates have a stroke for `OR`."""
    return re.sub(r"\s*/\s*", " OR ", crate["license"] or "LicenseRef-see-file")


def expression(crate):
    """A licence in the words of Debian, which writes `or` and `and` small."""
    return re.sub(r"\b(OR|AND|WITH)\b", lambda it: it.group().lower(), spdx(crate))


def whole(found):
    """What counts for the program as it is linked: all of these at once. What can be chosen is said once, in whatever order it stands."""
    # SPDX has no name for these two.
    tables = [{"IPADIC": "LicenseRef-IPADIC", "SCOWL": "LicenseRef-SCOWL"}.get(it, it) for _, sources in TABLES for *_, it in sources]
    parts = {}
    for said in ["MIT OR Apache-2.0", *sorted(spdx(crate) for crate in found), *tables]:
        for part in said.split(" AND "):
            choice = part.strip("()")
            parts.setdefault(frozenset(choice.split(" OR ")), choice)
    return " AND ".join(f"({choice})" if " OR " in choice else choice for choice in parts.values())


def indented(text):
    return "\n".join(f" {line}" if line.strip() else " ." for line in text.strip().splitlines())


def standard_texts(all_texts):
    """For crates that carry no text: the texts that others carry under these names."""
    found = {}
    for crate, files in all_texts:
        for name, text in files:
            for licence, pattern in [("MIT", r"licen[cs]e[-.]mit"), ("Apache-2.0", r"licen[cs]e[-.]apache")]:
                if re.match(pattern, name, re.IGNORECASE):
                    found.setdefault(licence, text)
        if re.fullmatch(r"[A-Za-z0-9.-]+", crate["license"] or "") and len(files) == 1:
            found.setdefault(crate["license"], files[0][1])
    return found


def notice(file):
    return (ROOT / file).read_text().strip()


def third_party(all_texts, target):
    """Every text once, below the crates that it is of."""
    standard = standard_texts(all_texts)
    by_text = {}
    for crate, files in all_texts:
        name = f"{crate['name']} {crate['version']} ({crate['license']})"
        wanted = files
        if not files:
            parts = re.split(r"\bOR\b|\bAND\b|\bWITH\b|[/()]", crate["license"] or "")
            wanted = [(part, standard[part.strip()]) for part in parts if part.strip() in standard]
            if not wanted:
                sys.exit(f"{name} has no licence in its folder, and no other crate has its text")
        for _, text in wanted:
            by_text.setdefault(text, []).append(name)
    for place, sources in TABLES:
        for name, file, licence in sources:
            by_text.setdefault(notice(file), []).append(f"{place}, from {name} ({licence})")
    rule = "=" * 100
    parts = [f"{rule}\n{chr(10).join(names)}\n{rule}\n\n{text}\n" for text, names in by_text.items()]
    head = (
        "The program contains the crates and tables that are named here. The licences and notices below are theirs, word for word.\n"
        "It contains the standard library of Rust too (MIT OR Apache-2.0, https://www.rust-lang.org).\n"
    )
    if target.endswith("-musl"):
        head += "And the C library musl (MIT, https://musl.libc.org, Copyright © 2005-2020 Rich Felker and others).\n"
    return "\n".join([head, *parts])


def copyright_file(all_texts):
    """Debian's copyright-format 1.0."""
    mit = (ROOT / "LICENSE-MIT").read_text().strip()
    holder = next(line for line in mit.splitlines() if line.lower().startswith("copyright"))
    holder = re.sub(r"^copyright\s*(\(c\))?\s*", "", holder, flags=re.IGNORECASE)
    paragraphs = [
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: madoguchi\n"
        "Comment: The texts of all licences below are in THIRD-PARTY-LICENSES.gz beside this file, word for word.",
        f"Files: *\nCopyright: {holder}\nLicense: MIT or Apache-2.0",
    ]
    for place, sources in TABLES:
        whose = [holders({"name": name, "authors": []}, [("", notice(file))]) for name, file, _ in sources]
        said = " and ".join(dict.fromkeys(licence for _, _, licence in sources))
        whose = "\n ".join(whose)
        paragraphs.append(f"Files: {place}\nCopyright: {whose}\nLicense: {said}")
    licences = {}
    for crate, files in all_texts:
        said = expression(crate)
        licences.setdefault(said, None)
        paragraphs.append(
            f"Files: crates/{crate['name']}-{crate['version']}/*\nCopyright: {holders(crate, files)}\nLicense: {said}"
        )
    apache = "On Debian systems the text is in /usr/share/common-licenses/Apache-2.0."
    own = {
        "MIT or Apache-2.0": f"{mit}\n\nOr, at your choice, the Apache License, version 2.0. {apache}",
        **{licence: notice(file) for _, file, licence in (IPADIC, UNIHAN, SCOWL)},
        "Apache-2.0": f"The Apache License, version 2.0. {apache}",
    }
    for said in licences:
        own.setdefault(said, "Its texts are in THIRD-PARTY-LICENSES.gz beside this file.")
    paragraphs += [f"License: {name}\n{indented(text)}" for name, text in own.items()]
    return "\n\n".join(paragraphs) + "\n"


def main():
    target = sys.argv[1]
    if len(sys.argv) == 2:
        print(whole(crates(target)))
        return
    folder = pathlib.Path(sys.argv[2])
    all_texts = [(crate, texts(crate)) for crate in crates(target)]
    (folder / "copyright").write_text(copyright_file(all_texts))
    (folder / "THIRD-PARTY-LICENSES").write_text(third_party(all_texts, target))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main()
