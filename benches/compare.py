#!/usr/bin/env python3
"""Figures of this checkout beside those of another commit, taken in one run.

    benches/compare.py [COMMIT] [--runs N] [--rounds N] [--guide FOLDER] [--binaries OTHER THIS]

COMMIT is a branch, a tag or a commit (main). Both are built for distribution, the other one from a work tree of its own in
target/compare, and take turns, so that a machine that speeds up or slows down does so for both. Prints a Markdown table; the last
column is this one over the other, and less is better but in the lines of what is found. With --binaries two programs are measured
that are there already. Nothing is judged here.
"""
import argparse, json, os, resource, shutil, statistics, subprocess, tempfile

import whole_program as program
from whole_program import ROOT, QUERIES, Program, environment, first_byte, percentile


def built(commit):
    """The programs of a commit and of this checkout."""
    tree = os.path.join(ROOT, 'target', 'compare', 'tree')
    git = ['git', '-C', ROOT]
    subprocess.run([*git, 'worktree', 'remove', '--force', tree], capture_output=True)
    subprocess.run([*git, 'worktree', 'prune'], check=True)
    subprocess.run([*git, 'worktree', 'add', '--quiet', '--detach', tree, commit], check=True)
    try:
        target = os.path.join(ROOT, 'target', 'compare', 'build')
        build = ['cargo', 'build', '--profile', 'dist', '--quiet', '--locked']
        subprocess.run([*build, '--target-dir', target], cwd=tree, check=True)
        subprocess.run(build, cwd=ROOT, check=True)
    finally:
        subprocess.run([*git, 'worktree', 'remove', '--force', tree], check=True)
    return [os.path.join(target, 'dist', 'madoguchi'), program.BINARY]


class Side:
    """One of the two programs: how it is started, in a home of its own, and what was measured of it."""

    def __init__(self, binary, options, home):
        os.mkdir(home)
        self.command = [os.path.abspath(binary)] + (['--guide', os.path.abspath(options.guide)] if options.guide else [])
        self.home = home
        self.first, self.results, self.builds, self.keys, self.bytes, self.cpu, self.status = ([] for _ in range(7))
        self.size = os.path.getsize(binary)

    def start(self):
        return Program(self.command, 120, 36, self.home)

    def run(self, *arguments):
        done = subprocess.run([*self.command, *arguments], env=environment(self.home), cwd=self.home, capture_output=True)
        return done.stdout

    def begin(self, with_index):
        """One start, with the index there or not."""
        if with_index:
            self.run('index', 'build')
        else:
            shutil.rmtree(os.path.join(self.home, 'cache'), ignore_errors=True)
        browser = self.start()
        self.first.append(first_byte(browser))
        os.write(browser.fd, '解約'.encode())
        (self.results if with_index else self.builds).append(browser.until(r'\d件|\d+ results|見つかりません', 600))
        browser.end()

    def answer(self):
        """Processor time of a command, in milliseconds."""
        spent = lambda: sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
        before = spent()
        self.run('status', '--short')
        self.status.append(1000 * (spent() - before))

    def found(self):
        """How many queries of the guide's are answered first, and among the first three, in per cent; nothing where it has none."""
        try:
            figures = json.loads(self.run('eval', '--json'))['overall']
            return {name: figures[name] for name in ('hit1', 'hit3')}
        except (ValueError, KeyError, TypeError):
            return {}


def measure(sides, options):
    for run in range(2 * options.runs):
        for side in sides:
            side.begin(run % 2 == 1)
            side.answer()
    browsers = [side.start() for side in sides]
    for browser in browsers:
        browser.until('F1')
        browser.settle(1)
    for _ in range(options.rounds):
        for query in QUERIES:
            for side, browser in zip(sides, browsers):
                times, size, cpu = browser.type(query)
                side.keys += times
                side.bytes.append(size)
                side.cpu.append(cpu)
    for side, browser in zip(sides, browsers):
        side.memory = browser.status('VmRSS') / 1024
        browser.end()


def table(sides, names):
    median = statistics.median
    rows = [
        ('first frame, ms', [median(side.first) for side in sides]),
        ('first results, index there, ms', [median(side.results) for side in sides]),
        ('first results, index built, ms', [median(side.builds) for side in sides]),
        ('a key to its results, ms', [median(side.keys) for side in sides]),
        ('the same, p99', [percentile(side.keys, 0.99) for side in sides]),
        ('bytes written a key', [median(side.bytes) for side in sides]),
        ('processor time a key, ms', [median(side.cpu) for side in sides]),
        ('processor time of `status --short`, ms', [statistics.mean(side.status) for side in sides]),
        ('memory, MB', [side.memory for side in sides]),
        ('binary, MB', [side.size / 1e6 for side in sides]),
    ]
    found = [side.found() for side in sides]
    rows += [(f'queries, {name}, %', [one[name] for one in found]) for name in ('hit1', 'hit3') if all(found)]
    print(f'| | {names[0]} | {names[1]} | ratio |\n|---|---|---|---|')
    for name, (other, this) in rows:
        print(f'| {name} | {other:.2f} | {this:.2f} | {this / other if other else float("nan"):.2f} |')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('commit', nargs='?', default='main')
    parser.add_argument('--runs', type=int, default=20)
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--guide', help='another guide than the built-in one')
    parser.add_argument('--binaries', nargs=2, metavar=('OTHER', 'THIS'))
    options = parser.parse_args()
    binaries = options.binaries or built(options.commit)
    with tempfile.TemporaryDirectory() as place:
        sides = [Side(binary, options, os.path.join(place, str(at))) for at, binary in enumerate(binaries)]
        measure(sides, options)
        table(sides, [os.path.basename(options.commit) if not options.binaries else 'other', 'this'])


if __name__ == '__main__':
    main()
