#!/usr/bin/env python3
"""Whole-program figures of the browser, taken on a pseudo-terminal, beside `less` and `fzf` on the same guide as text.

    benches/whole_program.py [--runs N] [--size COLSxROWS] [--guide FOLDER] [--binary FILE]

Needs a build for distribution (it makes one), `less`, `fzf` and Linux's /proc. Prints a Markdown table: medians of N runs, the
programs taking turns, so that a machine that speeds up or slows down does so for all. What a program writes is read at
once and looked at later, when the clock has stopped. Nothing is judged here.
"""
import argparse, fcntl, glob, json, os, pty, re, select, shlex, shutil, signal, statistics, struct, subprocess, sys
import tempfile, termios, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BINARY = os.path.join(ROOT, 'target', 'dist', 'madoguchi')
# Typed and taken back, key by key: kanji, kana, latin, a number, a sentence.
QUERIES = ['解約', 'パスワード', '電話がつながらない', 'netflix', '0120', 'アカウントを乗っ取られた', '請求', 'chat']


def environment(home):
    return dict(os.environ, TERM='xterm-256color', LC_ALL='C.UTF-8', HOME=home,
                XDG_CACHE_HOME=os.path.join(home, 'cache'), LESSHISTFILE='-', LESSCHARSET='utf-8')


class Program:
    """A program on a pseudo-terminal, and when its bytes came."""

    def __init__(self, command, columns, rows, home):
        self.name = command[0]
        self.start = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(home)
            os.execvpe(command[0], command, environment(home))
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack('HHHH', rows, columns, 0, 0))
        self.output = b''

    def read(self, timeout):
        """The next bytes and when they came; None when there are none in time."""
        ready, _, _ = select.select([self.fd], [], [], timeout)
        if not ready:
            return None
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            return None
        self.output += data
        return time.perf_counter() if data else None

    def until(self, what, limit=10):
        """Milliseconds from the start until something like this has been written."""
        end = time.perf_counter() + limit
        now = time.perf_counter()
        while not re.search(what, self.text()):
            now = self.read(0.05) or time.perf_counter()
            if now > end:
                sys.exit(f'waited in vain for {what!r}; last: {self.text()[-300:]!r}')
        return (now - self.start) * 1000

    def text(self):
        """What was written, without the escape sequences between wide characters."""
        return re.sub(rb'\x1b\[[0-9;?]*[A-Za-z]', b'', self.output).decode(errors='replace')

    def settle(self, quiet=0.04):
        """When the last byte came, after which it was quiet."""
        last = None
        while (now := self.read(quiet)) is not None:
            last = now
        return last

    def key(self, key):
        """Milliseconds from a key to the last byte that it caused."""
        pressed = time.perf_counter()
        os.write(self.fd, key.encode())
        last = self.settle()
        return (last - pressed) * 1000 if last else None

    def cpu(self):
        """Milliseconds of processor time, of all threads that are still there."""
        total = 0
        for path in glob.glob(f'/proc/{self.pid}/task/*/schedstat'):
            with open(path) as stat:
                total += int(stat.read().split()[0])
        return total / 1e6

    def type(self, query):
        """Types a query and takes it back: for each key its time, and for all keys the bytes and processor time of one."""
        keys = list(query) + ['\x7f'] * len(query)
        bytes_before, cpu_before = len(self.output), self.cpu()
        times = [self.key(key) for key in keys]
        one = lambda total: total / len(keys)
        return ([time for time in times if time is not None], one(len(self.output) - bytes_before),
                one(self.cpu() - cpu_before))

    def status(self, name):
        with open(f'/proc/{self.pid}/status') as status:
            return int(re.search(name + r':\s+(\d+)', status.read()).group(1))

    def wakeups(self):
        total = 0
        for path in glob.glob(f'/proc/{self.pid}/task/*/status'):
            with open(path) as status:
                total += int(re.search(r'\nvoluntary_ctxt_switches:\s+(\d+)', status.read()).group(1))
        return total

    def end(self):
        os.kill(self.pid, signal.SIGTERM)
        end = time.perf_counter() + 5
        while os.waitpid(self.pid, os.WNOHANG)[0] == 0:
            self.read(0.01)
            if time.perf_counter() > end:
                # `less` sometimes waits for a key first.
                if self.name == BINARY:
                    sys.exit('it does not end on SIGTERM')
                os.kill(self.pid, signal.SIGKILL)
        os.close(self.fd)


def percentile(values, part):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * part))]


def guide_as_text(options, home):
    """The texts of the guide's first language in one file."""
    guide = options.guide or os.path.join(ROOT, 'guide')
    with open(os.path.join(guide, 'guide.yaml')) as manifest:
        language = re.search(r'^languages: *\[ *([\w-]+)', manifest.read(), re.M)[1]
    path = os.path.join(home, 'guide.txt')
    with open(path, 'w') as file:
        for article in sorted(glob.glob(os.path.join(guide, language, '*.md'))):
            with open(article) as source:
                file.write(source.read())
    return path


def measure(options, home):
    columns, rows = map(int, options.size.split('x'))
    text = guide_as_text(options, home)
    browser = [BINARY] + (['--guide', os.path.abspath(options.guide)] if options.guide else [])
    start = lambda command: Program(command, columns, rows, home)
    less, first, results, builds = [], [], [], []
    for run in range(options.runs + 1):
        program = start(['less', text])
        less_first = first_byte(program)
        program.end()
        cache = os.path.join(home, 'cache', 'madoguchi')
        if run % 2 == 0:
            subprocess.run(['rm', '-rf', cache], check=True)
        else:
            # That of a large guide is not there yet when the run before it ends.
            subprocess.run(browser + ['index', 'build'], env=environment(home), check=True, capture_output=True)
        program = start(browser)
        frame = first_byte(program)
        # Typed at once: the results are there as soon as they can be.
        os.write(program.fd, '解約'.encode())
        found = program.until(r'\d件|見つかりません', 600)
        program.end()
        if run == 0:
            continue  # warm-up
        less.append(less_first)
        first.append(frame)
        (builds if run % 2 == 0 else results).append(found)
    program = start(browser)
    program.until('F1')
    typed = dict(madoguchi=program)
    if shutil.which('fzf'):
        typed['fzf'] = start(['sh', '-c', f'exec fzf < {shlex.quote(text)}'])
    for one in typed.values():
        one.settle(1)
    keys = {name: [] for name in typed}
    costs = {name: [] for name in typed}
    for _ in range(options.rounds):
        for query in QUERIES:
            for name, one in typed.items():
                times, *cost = one.type(query)
                keys[name] += times
                costs[name].append(cost)
    costs = {name: [statistics.median(values) for values in zip(*all)] for name, all in costs.items()}
    peak, rss, threads = (program.status(name) for name in ('VmHWM', 'VmRSS', 'Threads'))
    before, began = program.wakeups(), time.perf_counter()
    while time.perf_counter() < began + options.idle:
        program.read(options.idle)
    woken = program.wakeups() - before
    for one in typed.values():
        one.end()
    return dict(less=less, first=first, results=results, builds=builds, keys=keys, costs=costs, peak=peak, rss=rss,
                threads=threads, woken=woken)


def first_byte(program):
    now = program.read(10)
    return (now - program.start) * 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--runs', type=int, default=40)
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--idle', type=float, default=130, help='seconds to count wake-ups for')
    parser.add_argument('--size', default='120x36')
    parser.add_argument('--guide', help='another guide than the built-in one')
    parser.add_argument('--binary', help='measure this one, and build none: that of another branch, say')
    parser.add_argument('--json', action='store_true')
    options = parser.parse_args()
    if options.binary:
        global BINARY
        BINARY = os.path.abspath(options.binary)
    else:
        subprocess.run(['cargo', 'build', '--profile', 'dist', '--quiet'], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as home:
        figures = measure(options, home)
    if options.json:
        print(json.dumps(figures))
        return
    median = statistics.median
    ratio = lambda ours, theirs: f'{median(ours) / median(theirs):.2f}'
    less = figures['less']
    rows = [
        ('first frame', f'{median(figures["first"]):.1f} ms', f'`less`: {median(less):.1f} ms; ratio '
         f'{median(a / b for a, b in zip(figures["first"], less)):.2f}'),
        ('first results, index there', f'{median(figures["results"]):.1f} ms',
         f'{ratio(figures["results"], less)} times `less`'),
        ('first results, index built', f'{median(figures["builds"]):.1f} ms', ''),
    ]
    for name, keys in figures['keys'].items():
        size, cpu = figures['costs'][name]
        rows.append((f'{name}: key to results on the screen', f'{median(keys):.2f} ms',
                     f'p99 {percentile(keys, 0.99):.2f} ms, {len(keys)} keys; {size:.0f} bytes and {cpu:.2f} ms of '
                     'processor time a key'))
    if 'fzf' in figures['keys']:
        ours, theirs = figures['keys'].values()
        rows.append(('ratio to `fzf`', ratio(ours, theirs),
                     f'p99 {percentile(ours, 0.99) / percentile(theirs, 0.99):.2f}'))
    rows += [
        ('memory', f'{figures["rss"] / 1024:.1f} MB', f'peak {figures["peak"] / 1024:.1f} MB'),
        ('threads', str(figures['threads']), ''),
        ('wake-ups', str(figures['woken']), f'in {options.idle:.0f} s without a key'),
    ]
    print(f'| {options.size} | median | |\n|---|---|---|')
    for row in rows:
        print('| ' + ' | '.join(row) + ' |')


if __name__ == '__main__':
    main()
