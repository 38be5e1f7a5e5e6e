#!/usr/bin/env python3
"""What is found on public FAQ benchmarks, beside BM25 and SQLite's FTS5 on the same texts in the same run.

    benches/faq.py [--localgov FOLDER] [--stack FOLDER] [--covid FOLDER] [--jaquad FOLDER] [--binary FILE] [--keep FOLDER]

Each FOLDER is a checkout that somebody has at hand; nothing is fetched, and nothing of it is kept unless --keep says where:
--localgov  mahiya/japanese-text-embedding-benchmark (a city's FAQ, 749 real questions with two grades)
--stack     ML-Recipes/BERT-FAQ (StackFAQ: 719 answers, 1,249 questions)
--covid     the same (CovidFAQ: 68 answers, 1,387 questions as they were asked, with repeats)
--jaquad    SkelterLabsInc/JaQuAD (its development set)
Needs a Rust toolchain unless --binary names the program. For the columns of BM25: `pip install bm25s fugashi unidic-lite
PyStemmer`; for FTS5 a Python whose SQLite has it. What is missing is left out.

Half of the queries of each set (those whose MD5 begins with an even byte) may be used for tuning; figures are for the other
half unless --half says otherwise. SR@1 and SR@3: how often a right answer comes first, or among the first three. Right is any grade; the
gain in nDCG@10 is 2^grade - 1.
"""
import argparse, collections, glob, hashlib, json, math, os, re, sqlite3, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from jsquad import escaped

DEPTH = 10
# Sections of an article: a FAQ is a list, and no article of its own per question.
SECTIONS = 50


def flat(text):
    return ' '.join(text.split())


def read(*path):
    with open(os.path.join(*path), encoding='utf-8') as file:
        return json.load(file)


def localgov(folder):
    corpus, queries, judged = (read(folder, 'dataset', f'{name}.json') for name in ('corpus', 'queries', 'qrels'))
    documents = []
    for name, text in corpus.items():
        question, answer = re.match(r'Question: (.*?)\nAnswer: (.*)$', text, re.S).groups()
        documents.append((name, flat(question), answer.strip()))
    return 'ja', documents, [(flat(queries[name]), judged[name]) for name in queries]


def stack(folder):
    documents, queries = [], []
    for thread in read(folder, 'data', 'StackFAQ', 'stackExchange-FAQ.json')['root']['qapair']:
        answers = thread['answer'] if isinstance(thread['answer'], list) else [thread['answer']]
        names = {str(len(documents) + nth): 1 for nth in range(len(answers))}
        documents += [(name, flat(thread['question']), flat(answer)) for name, answer in zip(names, answers)]
        queries += [(flat(text), names) for text in thread['rephr'] if text and text.strip() not in ('', '*')]
    return 'en', documents, queries


def covid(folder):
    pairs = read(folder, 'data', 'CovidFAQ', 'query_answer_pairs.json')
    documents, right = [], collections.defaultdict(dict)
    for pair in pairs:
        if pair['query_type'] == 'faq':
            right[pair['answer']][str(len(documents))] = 1
            documents.append((str(len(documents)), flat(pair['question']), flat(pair['answer'])))
    asked = [pair for pair in pairs if pair['query_type'] != 'faq' and pair['label'] == 1]
    return 'en', documents, [(flat(pair['question']), right[pair['answer']]) for pair in asked]


def jaquad(folder):
    documents, queries = [], []
    for name in sorted(glob.glob(os.path.join(folder, 'data', 'dev', '*.json'))):
        for article in read(name)['data']:
            for paragraph in article['paragraphs']:
                number = str(len(documents))
                documents.append((number, article['title'], flat(paragraph['context'])))
                queries += [(flat(asked['question']), {number: 1}) for asked in paragraph['qas']]
    return 'ja', documents, queries


def write_guide(folder, language, documents, queries):
    """The guide with its queries; returns the document of each address."""
    os.makedirs(os.path.join(folder, language), exist_ok=True)
    address, articles = {}, []
    for start in range(0, len(documents), SECTIONS):
        article = f'a{start // SECTIONS}'
        articles.append(article)
        with open(os.path.join(folder, language, f'{article}.md'), 'w', encoding='utf-8') as file:
            file.write(f'---\ntitle: {json.dumps(f"FAQ {start // SECTIONS}")}\n---\n')
            for nth, (name, title, text) in enumerate(documents[start:start + SECTIONS]):
                address[name] = f'{article}#s{nth}'
                file.write(f'## {escaped(title)} {{#s{nth}}}\n\n{escaped(text)}\n\n')
    with open(os.path.join(folder, 'guide.yaml'), 'w', encoding='utf-8') as file:
        file.write(f'schema: 1\nid: faq\ntitle: {{ {language}: FAQ }}\nlanguages: [{language}]\ntimezone: Asia/Tokyo\n'
                   f'as_of: 2026-11-01\narticles: [{", ".join(articles)}]\n')
    with open(os.path.join(folder, 'queries.yaml'), 'w', encoding='utf-8') as file:
        file.write('queries:\n')
        for text, right in queries:
            graded = ', '.join(f'{address[name]}: {grade}' for name, grade in right.items())
            file.write(f'  - {{ query: {json.dumps(text, ensure_ascii=False)}, sections: {{ {graded} }} }}\n')
    return {where: name for name, where in address.items()}


def madoguchi(binary, folder, names):
    report = subprocess.run([binary, '--guide', folder, 'eval', '--json'], check=True, capture_output=True).stdout
    return [[names[found] for found in query['found']] for query in json.loads(report)['queries']]


def tokenizer(language):
    """Content lemmas of Japanese, stems of English."""
    if language == 'ja':
        import fugashi
        tagger, kinds = fugashi.Tagger(), {'名詞', '動詞', '形容詞', '形状詞', '副詞', '接頭辞', '接尾辞'}
        return lambda text: [word.feature.lemma or word.surface for word in tagger(text) if word.feature.pos1 in kinds]
    import Stemmer
    stemmer = Stemmer.Stemmer('english')
    return lambda text: stemmer.stemWords(re.findall(r'[a-z0-9]+', text.lower()))


def bm25(language, documents, queries):
    import bm25s
    cut = tokenizer(language)
    index = bm25s.BM25()
    index.index([cut(f'{title} {text}') for _, title, text in documents], show_progress=False)
    rankings = []
    for text, _ in queries:
        words = cut(text)
        found = index.retrieve([words], k=min(DEPTH, len(documents)), show_progress=False)[0][0] if words else []
        rankings.append([documents[int(number)][0] for number in found])
    return rankings


def fts5(language, documents, queries):
    """Any word in English (porter stems), any three characters in Japanese."""
    base = sqlite3.connect(':memory:')
    base.execute(f'CREATE VIRTUAL TABLE t USING fts5(title, text, tokenize="{"trigram" if language == "ja" else "porter"}")')
    base.executemany('INSERT INTO t(rowid, title, text) VALUES (?, ?, ?)',
                     [(nth + 1, title, text) for nth, (_, title, text) in enumerate(documents)])
    rankings = []
    for text, _ in queries:
        plain = re.sub(r'\W', '', text) if language == 'ja' else None
        terms = [plain[at:at + 3] for at in range(len(plain) - 2)] if plain is not None else re.findall(r'\w+', text)
        asked = ' OR '.join(f'"{term}"' for term in dict.fromkeys(terms))
        rows = base.execute('SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT ?', (asked, DEPTH)) if asked else []
        rankings.append([documents[row[0] - 1][0] for row in rows])
    return rankings


def figures(rankings, queries, half):
    count = first = three = reciprocal = recall = gain = 0
    for found, (text, right) in zip(rankings, queries):
        is_to_tune = hashlib.md5(text.encode()).digest()[0] % 2 == 0
        if half != 'all' and is_to_tune != (half == 'tune'):
            continue
        count += 1
        found = found[:DEPTH]
        rank = next((nth for nth, name in enumerate(found, 1) if name in right), None)
        first += rank == 1
        three += rank is not None and rank <= 3
        reciprocal += 1 / rank if rank else 0
        recall += sum(name in right for name in found) / len(right)
        ideal = sorted(right.values(), reverse=True)[:DEPTH]
        gained = lambda grades: sum((2 ** grade - 1) / math.log2(nth + 1) for nth, grade in enumerate(grades, 1))
        gain += gained([right.get(name, 0) for name in found]) / gained(ideal)
    return count, [value / count for value in (first, three, reciprocal, recall, gain)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('localgov', 'stack', 'covid', 'jaquad'):
        parser.add_argument(f'--{name}', metavar='FOLDER')
    parser.add_argument('--binary', help='the program [default: cargo builds it]')
    parser.add_argument('--keep', metavar='FOLDER', help='where the guides stay')
    parser.add_argument('--half', choices=['report', 'tune', 'all'], default='report')
    options = parser.parse_args()
    binary = options.binary
    if not binary:
        subprocess.run(['cargo', 'build', '--profile', 'dist', '--quiet'], cwd=ROOT, check=True)
        binary = os.path.join(ROOT, 'target', 'dist', 'madoguchi')
    with tempfile.TemporaryDirectory() as temporary:
        print('| | | queries | SR@1 | SR@3 | MRR | R@10 | nDCG@10 |\n| --- | --- | --- | --- | --- | --- | --- | --- |')
        for name, load in (('localgov', localgov), ('stack', stack), ('covid', covid), ('jaquad', jaquad)):
            source = getattr(options, name)
            if not source:
                continue
            language, documents, queries = load(source)
            folder = os.path.join(options.keep or temporary, name)
            names = write_guide(folder, language, documents, queries)
            peers = (('madoguchi', lambda: madoguchi(os.path.abspath(binary), folder, names)),
                     ('BM25', lambda: bm25(language, documents, queries)),
                     ('FTS5', lambda: fts5(language, documents, queries)))
            for peer, rank in peers:
                try:
                    count, values = figures(rank(), queries, options.half)
                except (ImportError, sqlite3.OperationalError) as error:
                    print(f'| {name} | {peer} | {error} |')
                    continue
                print(f'| {name} | {peer} | {count:,} | ' + ' | '.join(f'{value:.3f}' for value in values) + ' |', flush=True)


if __name__ == '__main__':
    main()
