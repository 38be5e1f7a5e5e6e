#!/usr/bin/env python3
"""What is found in public manuals, by questions that were written before anybody searched in them.

    benches/manuals.py [NAME=CHECKOUT]... [--binary FILE] [--misses]

NAME is one of the manuals below and CHECKOUT its repository, at hand in the commit that is named; nothing is fetched, and no text of a
manual is kept here. Without an argument it says which repositories there are. Needs a Rust toolchain unless --binary names the program.

The questions (benches/manuals/NAME.yaml) are about sections chosen at random: `natural` as people ask, `keywords`, `worried` in words
that the text avoids, `typo` half typed or misspelt. Every section that answers one is right, looked for with grep. Four manuals may be
used for tuning; figures are believed of the other four, which were chosen with them, before the first run.
"""
import argparse, json, os, subprocess, sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CLASSES = ('natural', 'keywords', 'worried', 'typo')
# Name → the half it belongs to, its repository, the commit for which the answers are, and where in it the manual is.
MANUALS = {
    'adguard': ('tune', 'AdguardTeam/KnowledgeBase', '601a79680c33', 'i18n/ja/docusaurus-plugin-content-docs/current'),
    'growi': ('tune', 'weseek/growi-docs', 'c0d2acb1667e', 'docs/ja'),
    'ente': ('tune', 'ente-io/ente', 'a621d733154a', 'docs/docs'),
    'jellyfin': ('tune', 'jellyfin/jellyfin.org', '04dc6a60fd70', 'docs'),
    'cybozu': ('other', 'cy-nakata/hugo-test', '239ce357002e', 'content/ja'),
    'misskey': ('other', 'misskey-dev/misskey-hub-next', '28abc6f34963', 'content/ja'),
    'audacity': ('other', 'audacity/audacity-support', '58ecdb504039', '.'),
    'anki': ('other', 'ankitects/anki-manual', '91630ddcdce4', 'src'),
}


def questions(name):
    return os.path.join(ROOT, 'benches', 'manuals', f'{name}.yaml')


def ask(binary, name, checkout):
    """Each question with its rank, if it has one."""
    folder = os.path.join(checkout, MANUALS[name][3])
    run = subprocess.run([binary, '--guide', folder, 'eval', '--json', questions(name)], capture_output=True, check=False)
    if not run.stdout:
        sys.exit(f'{name}: {run.stderr.decode()}')
    return json.loads(run.stdout)['queries']


def row(title, asked):
    ranks = [query['rank'] for query in asked]
    share = lambda most: 100 * sum(rank is not None and rank <= most for rank in ranks) / len(ranks)
    mean = sum(1 / rank for rank in ranks if rank is not None and rank <= 10) / len(ranks)
    return f'| {title} | {len(ranks)} | {share(1):.1f} | {share(3):.1f} | {mean:.3f} |'


def manual(text):
    name, found, checkout = text.partition('=')
    if name not in MANUALS or not found:
        raise argparse.ArgumentTypeError(f'{text}: NAME=CHECKOUT with one of {", ".join(MANUALS)}')
    return name, checkout


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('manuals', nargs='*', metavar='NAME=CHECKOUT', type=manual)
    parser.add_argument('--binary', help='the program [default: cargo builds it]')
    parser.add_argument('--misses', action='store_true', help='list what is not first, of the half for tuning only')
    options = parser.parse_args()
    if not options.manuals:
        print('\n'.join(f'{name}: {repository} at {commit}, {folder} ({half})'
                        for name, (half, repository, commit, folder) in MANUALS.items()))
        return
    binary = os.path.abspath(options.binary) if options.binary else os.path.join(ROOT, 'target', 'dist', 'madoguchi')
    if not options.binary:
        subprocess.run(['cargo', 'build', '--profile', 'dist', '--quiet'], cwd=ROOT, check=True)
    halves = {'tune': [], 'other': []}
    print('| | questions | hit@1 | hit@3 | MRR |\n| --- | --- | --- | --- | --- |')
    for name, checkout in options.manuals:
        asked = ask(binary, name, checkout)
        halves[MANUALS[name][0]] += asked
        print(row(name, asked), flush=True)
    for half, asked in halves.items():
        for kind in CLASSES:
            some = [query for query in asked if query['class'] == kind]
            if some:
                print(row(f'{half}: {kind}', some))
        if asked:
            print(row(f'**{half}**', asked))
    if options.misses:
        for query in (query for query in halves['tune'] if query['rank'] != 1):
            print(query['rank'], query['query'], query['found'][:3], '←', query['expected'])


if __name__ == '__main__':
    main()
