#!/usr/bin/env python3
"""Writes what has to go with a copy of the program: `copyright`, as Debian wants it, and `THIRD-PARTY-LICENSES`, with every licence
and notice of the crates and tables in the program, word for word.

usage: packaging/licences.py TARGET FOLDER
"""

import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

# The tables in the program, and what they are derived from.
TABLES = [
    ("src/text/reading/*", "src/text/reading/LICENSE-IPADIC", "IPADIC"),
    ("src/text/variants/*", "src/text/variants/LICENSE-SUDACHIDICT", "Apache-2.0"),
    ("src/text/variants/chinese/*", "src/text/variants/chinese/LICENSE-UNICODE", "Unicode-DFS-2016"),
    ("src/search/meaning/*", "src/search/meaning/LICENSE-CHIVE", "Apache-2.0"),
    ("src/search/meaning/vectors", "src/search/meaning/LICENSE-MINILM", "Apache-2.0"),
    ("src/insight/words/*", "src/insight/words/LICENSE-SCOWL", "SCOWL"),
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
    said = []
    for _, text in found:
        for line in text.splitlines():
            if re.match(r"\s*(copyright\s+(\(c\)|©|\d)|©|\(c\)\s*\d)", line, re.IGNORECASE) and "[yyyy]" not in line:
                said.append(re.sub(r"^\s*copyright\s*", "", line.strip(), flags=re.IGNORECASE))
    said = list(dict.fromkeys(said)) or crate["authors"] or [f"the authors of {crate['name']}"]
    return "\n ".join(line.strip() for line in said if line.strip())


def expression(crate):
    """A licence in the words of Debian, which writes `or` and `and` small."""
    said = crate["license"] or "see-file"
    return re.sub(r"\b(OR|AND|WITH)\b", lambda it: it.group().lower(), re.sub(r"\s*/\s*", " OR ", said))


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


def third_party(all_texts):
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
    for place, file, licence in TABLES:
        by_text.setdefault((ROOT / file).read_text().strip(), []).append(f"{place} ({licence})")
    rule = "=" * 100
    parts = [f"{rule}\n{chr(10).join(names)}\n{rule}\n\n{text}\n" for text, names in by_text.items()]
    head = (
        "The program contains the crates and tables that are named here. The licences and notices below are theirs, word for word.\n"
        "It contains the standard library of Rust too (MIT OR Apache-2.0, https://www.rust-lang.org).\n\n"
    )
    return head + "\n".join(parts)


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
    for place, file, licence in TABLES:
        text = (ROOT / file).read_text()
        table = {"name": file.rsplit("LICENSE-")[-1], "authors": []}
        paragraphs.append(f"Files: {place}\nCopyright: {holders(table, [('', text)])}\nLicense: {licence}")
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
        **{name: (ROOT / path).read_text() for _, path, name in TABLES if name != "Apache-2.0"},
        "Apache-2.0": f"The Apache License, version 2.0. {apache}",
    }
    for said in licences:
        own.setdefault(said, "Its texts are in THIRD-PARTY-LICENSES.gz beside this file.")
    paragraphs += [f"License: {name}\n{indented(text)}" for name, text in own.items()]
    return "\n\n".join(paragraphs) + "\n"


def main():
    target, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    all_texts = [(crate, texts(crate)) for crate in crates(target)]
    (folder / "copyright").write_text(copyright_file(all_texts))
    (folder / "THIRD-PARTY-LICENSES").write_text(third_party(all_texts))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main()
