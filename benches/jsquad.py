#!/usr/bin/env python3
"""Turns a folder of questions and the paragraphs that answer them into a guide with queries.

    benches/jsquad.py FOLDER GUIDE
    cargo bench --bench scale -- GUIDE --queries GUIDE/queries.yaml

FOLDER holds `paragraphs.tsv` (id, title, text) and `questions.tsv` (question, id of its paragraph), such as JSQuAD of
JGLUE gives. Paragraphs that follow each other with the same title become an article; a paragraph becomes a section
under that title. The classes of queries: `natural`, the question; `keywords`, two words of the question that are in the
paragraph; `half`, the first half of the question, as it stands while it is typed.
"""
import argparse, csv, itertools, json, os, re, sys

# Words by their script: runs of kanji, of katakana, of Latin letters and digits.
WORD = re.compile(r'[一-鿿々〆]{2,}|[ァ-ヺー]{2,}|[A-Za-zＡ-Ｚａ-ｚ][A-Za-z0-9Ａ-Ｚａ-ｚ０-９]+|[0-9０-９]{2,}')
# What Markdown would take for markup at the beginning of a line, and anywhere.
MARKUP = re.compile(r'([\\`*_{}\[\]<>#|~])|^(\s*)([-+=]|\d+[.)])', re.MULTILINE)
DESKS = '''desks:
  - id: counter
    name: { ja: 窓口 }
    section: a0#s0
    availability: unknown
    contacts:
      - { kind: place, value: { ja: 図書館 } }
'''


def rows(folder, name):
    with open(os.path.join(folder, name), encoding='utf-8', newline='') as file:
        return list(csv.reader(file, delimiter='\t', quoting=csv.QUOTE_NONE))


def escaped(text):
    """The text such that Markdown shows it as it is."""
    return MARKUP.sub(lambda match: f'\\{match[1]}' if match[1] else f'{match[2]}\\{match[3]}'
                      if not match[3][0].isdigit() else f'{match[2]}{match[3][:-1]}\\{match[3][-1]}', text)


def guide(paragraphs, folder):
    """Writes the articles; returns the address of every paragraph."""
    os.makedirs(os.path.join(folder, 'ja'), exist_ok=True)
    addresses, count = {}, 0
    for title, group in itertools.groupby(paragraphs, key=lambda paragraph: paragraph[1]):
        article = f'a{count}'
        count += 1
        with open(os.path.join(folder, 'ja', f'{article}.md'), 'w', encoding='utf-8') as file:
            file.write(f'---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n')
            for nth, (name, _, text) in enumerate(group):
                addresses[name] = f'{article}#s{nth}'
                file.write(f'## {escaped(title)} {{#s{nth}}}\n\n{escaped(text)}\n\n')
    articles = ', '.join(f'a{nth}' for nth in range(count))
    with open(os.path.join(folder, 'guide.yaml'), 'w', encoding='utf-8') as file:
        file.write('schema: 1\nid: questions\ntitle: { ja: 問いと答え }\nlanguages: [ja]\ntimezone: Asia/Tokyo\n'
                   f'as_of: 2026-11-01\nofficial_numbers: []\narticles: [{articles}]\n')
    with open(os.path.join(folder, 'desks.yaml'), 'w', encoding='utf-8') as file:
        file.write(DESKS)
    return addresses


def keywords(question, text, frequency):
    """The two words of the question that are in the text and in the fewest others, in the order of the question."""
    words = list(dict.fromkeys(word for word in WORD.findall(question) if word in text))
    rare = sorted(words, key=lambda word: frequency(word))[:2]
    return ' '.join(word for word in words if word in rare) if len(rare) == 2 else None


def queries(questions, paragraphs, addresses):
    texts = {name: title + text for name, title, text in paragraphs}
    counts = {}

    def frequency(word):
        if word not in counts:
            counts[word] = sum(word in text for text in texts.values())
        return counts[word]

    for question, name in questions:
        question = ' '.join(question.split())
        yield 'natural', question, addresses[name]
        yield 'half', question[:(len(question) + 1) // 2], addresses[name]
        words = keywords(question, texts[name], frequency)
        if words:
            yield 'keywords', words, addresses[name]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder', help='with paragraphs.tsv and questions.tsv')
    parser.add_argument('guide', help='the folder to write')
    options = parser.parse_args()
    paragraphs = rows(options.folder, 'paragraphs.tsv')
    questions = rows(options.folder, 'questions.tsv')
    addresses = guide(paragraphs, options.guide)
    unknown = [name for _, name in questions if name not in addresses]
    if unknown:
        sys.exit(f'questions.tsv names a paragraph that is not there: {unknown[0]}')
    with open(os.path.join(options.guide, 'queries.yaml'), 'w', encoding='utf-8') as file:
        file.write('queries:\n')
        for name, query, address in queries(questions, paragraphs, addresses):
            query = json.dumps(query, ensure_ascii=False)
            file.write(f'  - {{ class: {name}, language: ja, query: {query}, sections: [{address}] }}\n')


if __name__ == '__main__':
    main()
