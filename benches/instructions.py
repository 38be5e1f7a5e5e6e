#!/usr/bin/env python3
"""Instructions of a start, a search and a query: figures that are the same whatever else the machine does.

    benches/instructions.py [--binary FILE]

Needs a build (it makes one for releases) and `valgrind`. A query is what a dialogue (`--plain`) with queries has more than one
without. Prints a Markdown table. Nothing is judged here.
"""
import argparse, os, re, subprocess, tempfile

from whole_program import ROOT, environment

QUERIES = ['解約', 'パスワード', 'netflix', '0120', 'アカウントを乗っ取られた', 'how do I cancel']


def counting(command, counts):
    """The command under valgrind, whose total comes to a file."""
    return ['valgrind', '--quiet', '--tool=callgrind', f'--callgrind-out-file={counts}', *command]


def total(counts):
    with open(counts) as file:
        return int(re.search(r'^(?:totals|summary): (\d+)', file.read(), re.M)[1])


def dialogue(binary, home, queries):
    """The same program in lines: valgrind has no vDSO, by which the browser reads the clock."""
    counts = os.path.join(home, 'counts')
    command = counting([binary, '--lang', 'ja', '--plain'], counts)
    lines = ''.join(f'{query}\n' for query in queries) + 'q\n'
    subprocess.run(command, env=environment(home), cwd=home, check=True, input=lines.encode(), stdout=subprocess.DEVNULL)
    return total(counts)


def search(binary, home):
    counts = os.path.join(home, 'counts')
    command = counting([binary, '--lang', 'ja', 'search', QUERIES[0]], counts)
    subprocess.run(command, env=environment(home), cwd=home, check=True, stdout=subprocess.DEVNULL)
    return total(counts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', help='measure this one, and build none')
    options = parser.parse_args()
    binary = options.binary or os.path.join(ROOT, 'target', 'release', 'madoguchi')
    if not options.binary:
        subprocess.run(['cargo', 'build', '--release', '--quiet', '--locked'], cwd=ROOT, check=True)
    binary = os.path.abspath(binary)
    with tempfile.TemporaryDirectory() as home:
        built = search(binary, home)
        found = search(binary, home)
        start = dialogue(binary, home, [])
        asked = dialogue(binary, home, QUERIES)
    print('| | million instructions |\n|---|---|')
    for what, count in [('a first search, the index built', built), ('a search, the index there', found),
                        ('a start of the dialogue', start), ('a query in it', (asked - start) / len(QUERIES))]:
        print(f'| {what} | {count / 1e6:.2f} |')


if __name__ == '__main__':
    main()
