#!/usr/bin/env python3
"""Search on a guide of many sections, beside SQLite's FTS5 (trigrams) and fzf on the same sections in the same run.

    benches/peers.py [--sections N] [--runs N] [--json]
    benches/peers.py --guide GUIDE --queries GUIDE/queries.yaml

Needs a Rust toolchain, Linux's /proc, and a Python whose SQLite has FTS5; installs fzf with apt-get where it is missing.
Without --guide one is made up. The queries' right sections are known, so that the speed of different answers is not
compared unseen. Prints a Markdown table: medians over the runs, the systems taking turns. CPU time is that of all
threads of a search; only fzf has several. What is measured:

* madoguchi: the search of the browser as it is, with the marks and snippets of the 50 hits. It also indexes questions
  and keywords, and words besides pairs of characters. Its memory includes the loaded guide.
* FTS5 all: every word as typed must be there (a trigram table finds no word of fewer than three characters: such
  words are left out). FTS5 any: any trigram of the query. Both ordered by bm25, the addresses of 50 rows fetched. The
  table is contentless: like madoguchi's index it holds no text.
* fzf: `fzf --filter` over a line per section, until 50 lines are there. It has no index and reads everything.
"""
import argparse, json, os, re, resource, shutil, sqlite3, statistics, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LIMIT = 50
HEADING = re.compile(r'^## (.*) \{#([a-z0-9-]+)\}$')
QUERY = re.compile(r'- \{ class: (\w+), language: \w+, query: (".*"), sections: \[(.*)\] \}$')


def sections(guide):
    """Address, title and text of every section of the guide's first language, one at a time."""
    with open(os.path.join(guide, 'guide.yaml'), encoding='utf-8') as file:
        manifest = file.read()
    language = re.search(r'^languages: \[(\w+)', manifest, re.M)[1]
    for article in re.search(r'^articles: \[(.*)\]', manifest, re.M)[1].split(', '):
        with open(os.path.join(guide, language, f'{article}.md'), encoding='utf-8') as file:
            body = file.read().split('---\n', 2)[2]
        found = None
        for line in body.split('\n'):
            heading = HEADING.match(line)
            if heading:
                if found:
                    yield found[0], found[1], ' '.join(found[2])
                found = (f'{article}#{heading[2]}', heading[1], [])
            elif found and line:
                found[2].append(line)
        if found:
            yield found[0], found[1], ' '.join(found[2])


def queries(file):
    """(class, query, right addresses) of a file as make_guide and jsquad.py write it."""
    with open(file, encoding='utf-8') as lines:
        matches = [QUERY.search(line.strip()) for line in lines]
    return [(match[1], json.loads(match[2]), match[3].split(', ')) for match in matches if match]


def quantile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))]


def per_class(answers):
    """Figures of a list of (class, right addresses, found addresses, wall s, CPU s), per class."""
    classes = {}
    for answer in answers:
        classes.setdefault(answer[0], []).append(answer)
    return {name: {
        'hit@1': statistics.mean(bool(set(found[:1]) & set(right)) for _, right, found, _, _ in rows),
        'hit@5': statistics.mean(bool(set(found[:5]) & set(right)) for _, right, found, _, _ in rows),
        'wall p50': quantile([row[3] for row in rows], 0.5) * 1000,
        'wall p99': quantile([row[3] for row in rows], 0.99) * 1000,
        'CPU p50': quantile([row[4] for row in rows], 0.5) * 1000,
        'CPU p99': quantile([row[4] for row in rows], 0.99) * 1000,
    } for name, rows in classes.items()}


def peak():
    with open('/proc/self/status') as status:
        return int(re.search(r'VmHWM:\s+(\d+)', status.read())[1]) * 1024


def rows_of(lines):
    with open(lines, encoding='utf-8') as file:
        for line in file:
            yield line.rstrip('\n').split('\t')


def fts_build(lines, database):
    connection = sqlite3.connect(database)
    connection.executescript("create virtual table section using fts5(title, text, content='', tokenize='trigram');"
                             "insert into section(section, rank) values ('rank', 'bm25(3.0, 1.0)');")
    wall, cpu = time.perf_counter(), time.process_time()
    with connection:
        connection.executemany('insert into section(rowid, title, text) values (?, ?, ?)',
                               ((row, title, text) for row, (_, title, text) in enumerate(rows_of(lines), 1)))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return {'wall': wall, 'CPU': cpu, 'size': os.path.getsize(database), 'peak': peak()}


def match_all(query):
    return ' '.join(f'"{word}"' for word in query.replace('"', ' ').split() if len(word) > 2)


def match_any(query):
    words = query.replace('"', ' ').split()
    trigrams = dict.fromkeys(word[at:at + 3] for word in words for at in range(len(word) - 2))
    return ' OR '.join(f'"{trigram}"' for trigram in trigrams)


def fts_search(lines, database, file, match):
    asked = queries(file)
    addresses = [address for address, _, _ in rows_of(lines)]
    connection = sqlite3.connect(f'file:{database}?mode=ro', uri=True)
    answers = []
    for name, query, right in asked:
        wall, cpu = time.perf_counter(), time.thread_time()
        expression = match(query)
        rows = connection.execute('select rowid from section where section match ? order by rank limit ?',
                                  (expression, LIMIT)).fetchall() if expression else []
        wall, cpu = time.perf_counter() - wall, time.thread_time() - cpu
        answers.append((name, right, [addresses[row - 1] for row, in rows], wall, cpu))
    return {'classes': per_class(answers), 'peak': peak()}


def fzf_search(lines, file, count):
    """Asks `count` queries of every class: a search takes too long for all."""
    asked, answers, highest = {}, [], 0
    for name, query, right in queries(file):
        if asked.setdefault(name, 0) == count:
            continue
        asked[name] += 1
        found = []
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        with open(lines, 'rb') as source:
            wall = time.perf_counter()
            process = subprocess.Popen(['fzf', '--filter', query, '--delimiter', '\t', '--nth', '2..'], stdin=source,
                                       stdout=subprocess.PIPE)
            for line in process.stdout:
                found.append(line.split(b'\t', 1)[0].decode())
                if len(found) == LIMIT:
                    break
            wall = time.perf_counter() - wall
            process.stdout.close()
            process.kill()
            process.wait()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        highest = max(highest, after.ru_maxrss * 1024)
        answers.append((name, right, found, wall, cpu))
    return {'classes': per_class(answers), 'peak': highest}


def write_lines(guide, lines):
    with open(lines, 'w', encoding='utf-8') as file:
        for address, title, text in sections(guide):
            file.write(f'{address}\t{title}\t{text}\n'.replace('\x00', ''))
    return {}


def step(name, *arguments):
    """Runs a step in a process of its own, so that its peak of memory is its own."""
    output = subprocess.run([sys.executable, os.path.abspath(__file__), '--step', name, *map(str, arguments)],
                            check=True, stdout=subprocess.PIPE).stdout
    return json.loads(output)


STEPS = {
    'lines': write_lines,
    'fts-build': fts_build,
    'fts-all': lambda *paths: fts_search(*paths, match_all),
    'fts-any': lambda *paths: fts_search(*paths, match_any),
    'fzf': lambda lines, file, count: fzf_search(lines, file, int(count)),
}


def programs():
    """Builds the benchmark and the maker of guides; returns where they are."""
    output = subprocess.run(['cargo', 'build', '--profile', 'bench', '--locked', '--quiet', '--bench', 'scale', '--example',
                             'make_guide', '--message-format', 'json'], cwd=ROOT, check=True,
                            stdout=subprocess.PIPE).stdout
    messages = [json.loads(line) for line in output.splitlines()]
    return {message['target']['name']: message['executable'] for message in messages if message.get('executable')}


def install():
    if not shutil.which('fzf'):
        subprocess.run(['apt-get', 'update', '-qq'], check=True, stdout=sys.stderr)
        subprocess.run(['apt-get', 'install', '-y', '-qq', 'fzf'], check=True, stdout=sys.stderr)
    if sqlite3.sqlite_version_info < (3, 34):
        sys.exit(f'SQLite {sqlite3.sqlite_version} has no trigrams: 3.34 is the first that has')


def madoguchi(scale, guide, file, folder):
    report = json.loads(subprocess.run([scale, guide, '--queries', file, '--keystrokes', '1', '--json', '--index',
                                        os.path.join(folder, 'index')], check=True, stdout=subprocess.PIPE).stdout)
    build, search = report['build'], report['search']
    classes = {row['name']: {
        'hit@1': row['hit_at_1'], 'hit@5': row['hit_at_5'],
        'wall p50': row['latency']['wall_ms']['p50'], 'wall p99': row['latency']['wall_ms']['p99'],
        'CPU p50': row['latency']['cpu_ms']['p50'], 'CPU p99': row['latency']['cpu_ms']['p99'],
    } for row in search['queries']}
    return report, {'build': {'wall': build['wall_ms'] / 1000, 'CPU': build['cpu_ms'] / 1000,
                              'size': build['index_bytes'], 'peak': build['peak_bytes']},
                    'search': {'classes': classes, 'peak': search['peak_bytes']}}


def measure(options, folder):
    scale = programs()
    guide, file = options.guide, options.queries
    if not guide:
        guide, file = os.path.join(folder, 'guide'), os.path.join(folder, 'queries.yaml')
        subprocess.run([scale['make_guide'], '--sections', str(options.sections), '--queries', file, guide], check=True)
    lines, database = os.path.join(folder, 'lines.tsv'), os.path.join(folder, 'fts.db')
    step('lines', guide, lines)
    runs = []
    for _ in range(options.runs):
        report, own = madoguchi(scale['scale'], guide, file, folder)
        if os.path.exists(database):
            os.remove(database)
        built = step('fts-build', lines, database)
        runs.append({
            'madoguchi': own,
            'FTS5 all': {'build': built, 'search': step('fts-all', lines, database, file)},
            'FTS5 any': {'build': built, 'search': step('fts-any', lines, database, file)},
            'fzf': {'search': step('fzf', lines, file, options.fzf)},
        })
    return {'machine': report['machine'], 'sections': report['load']['sections'],
            'text_bytes': report['load']['text_bytes'], 'lines_bytes': os.path.getsize(lines), 'runs': runs}


def median(runs, system, *path):
    """The median over the runs of one figure; None where a system does not have it."""
    values = []
    for run in runs:
        value = run[system]
        for key in path:
            value = value.get(key) if value else None
        values.append(value)
    return None if None in values else statistics.median(values)


def table(figures):
    runs = figures['runs']
    systems = list(runs[0])
    rows = [('build, s', ('build', 'wall'), 1, 2), ('build, CPU s', ('build', 'CPU'), 1, 2),
            ('index, MB', ('build', 'size'), 1e6, 1), ('peak of building, MB', ('build', 'peak'), 1e6, 1),
            ('peak of searching, MB', ('search', 'peak'), 1e6, 1)]
    for name in runs[0][systems[0]]['search']['classes']:
        for figure in ('hit@1', 'hit@5', 'CPU p50', 'CPU p99', 'wall p50', 'wall p99'):
            unit = '' if figure.startswith('hit') else ', ms'
            rows.append((f'{name}: {figure}{unit}', ('search', 'classes', name, figure), 1, 3 if not unit else 2))
    print(f'{figures["sections"]} sections, {figures["text_bytes"] / 1e6:.1f} MB of text; medians of {len(runs)} runs; '
          f'{figures["machine"]}; SQLite {sqlite3.sqlite_version}, '
          f'fzf {subprocess.run(["fzf", "--version"], capture_output=True, text=True).stdout.strip()}, which reads '
          f'{figures["lines_bytes"] / 1e6:.1f} MB for every query. In brackets: times madoguchi.\n')
    print('| | ' + ' | '.join(systems) + ' |\n|---|' + '---|' * len(systems))
    for name, path, scale, digits in rows:
        values = [median(runs, system, *path) for system in systems]
        print(f'| {name} | ' + ' | '.join(cell(value, values[0], scale, digits) for value in values) + ' |')


def cell(value, own, scale, digits):
    if value is None:
        return '—'
    text = f'{value / scale:.{digits}f}'
    if value is own or not own or digits == 3:
        return text
    ratio = value / own
    return f'{text} ({ratio:.2f})' if ratio < 10 else f'{text} ({ratio:.0f})'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--sections', type=int, default=100_000)
    parser.add_argument('--guide', help='a folder, instead of one made up')
    parser.add_argument('--queries', help='the queries.yaml for it')
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--fzf', type=int, default=10, help='how many queries of every class fzf is asked')
    parser.add_argument('--json', action='store_true')
    parser.add_argument('--step', nargs='+', help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        json.dump(STEPS[options.step[0]](*options.step[1:]), sys.stdout)
        return
    if bool(options.guide) != bool(options.queries):
        parser.error('--guide and --queries go together')
    install()
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(options, folder)
    if options.json:
        print(json.dumps(figures))
    else:
        table(figures)


if __name__ == '__main__':
    main()
