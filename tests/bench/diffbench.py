# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs diffbench and its peers interleaved in the current directory and prints Markdown tables.

Started by diffbench.sh, which fetches the corpus and builds the program.
"""
import os
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time

PAIRS = ["lodash", "reactdom", "reactmin", "three", "ts", "tsfar"]
ROUNDS = 9


ALGORITHMS = ["myers", "minimal", "patience", "histogram"]


def commands(pair):
    left, right = f"{pair}.a", f"{pair}.b"
    all_commands = {mode: ["./diffbench", mode.split()[-1], left, right] for mode in ("lines", "lines + words", "patch")}
    for algorithm in ALGORITHMS:
        all_commands[f"git {algorithm}"] = ["git", "--no-pager", "diff", "--no-index",
                                            f"--diff-algorithm={algorithm}", left, right]
    all_commands["GNU diff"] = ["diff", left, right]
    return all_commands


def instructions(command):
    answer = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"] + command,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return int(re.search(r"Collected : (\d+)", answer.stderr).group(1)) / 1e6


def cpu(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def changed(pair):
    """Removed and added lines, by program."""
    every = commands(pair)
    counts = {}
    ours = subprocess.run(every["lines"], capture_output=True, text=True).stdout
    counts["ours"] = re.search(r"-(\d+) \+(\d+)", ours).groups()
    for algorithm in ALGORITHMS:
        git = every[f"git {algorithm}"]
        answer = subprocess.run(git[:4] + ["--numstat"] + git[4:], capture_output=True, text=True).stdout.split()
        counts[f"git {algorithm}"] = (answer[1], answer[0])
    gnu = subprocess.run(every["GNU diff"], capture_output=True).stdout.split(b"\n")
    counts["GNU diff"] = tuple(sum(line.startswith(sign) for line in gnu) for sign in (b"<", b">"))
    return {name: f"−{removed} +{added}" for name, (removed, added) in counts.items()}


def changed_table():
    print("### Changed lines\n")
    for number, pair in enumerate(PAIRS):
        row = changed(pair)
        if number == 0:
            print("| Pair | " + " | ".join(row) + " |\n" + "|---" * (len(row) + 1) + "|")
        print("| " + " | ".join([pair] + list(row.values())) + " |", flush=True)


def table(title, measure, digits):
    print(f"\n### {title}\n")
    names = list(commands("x"))
    print("| Pair | " + " | ".join(names) + " | lines ÷ git histogram | words ÷ git histogram |")
    print("|---" * (len(names) + 3) + "|")
    for pair in PAIRS:
        row = measure(commands(pair))
        ratios = [row[name] / row["git histogram"] for name in ("lines", "lines + words")]
        cells = [f"{row[name]:.{digits}f}" for name in names] + [f"{ratio:.3f}" for ratio in ratios]
        print(f"| {pair} | " + " | ".join(cells) + " |", flush=True)


def interleaved(all_commands):
    times = {name: [] for name in all_commands}
    for _ in range(ROUNDS):
        for name, command in all_commands.items():
            times[name].append(cpu(command) * 1000)
    return {name: statistics.median(values) for name, values in times.items()}


def write_hard():
    random.seed(1)
    lines = open("ts.a", "rb").read().split(b"\n")
    half = len(lines) // 2
    few = [b"%c" % c * 5 for c in b"abcdefgh"]
    numbers = [b"line %d" % i for i in range(100000)]
    signs = b"abc;,{} "
    texts = {
        "scatter": (lines, [line + b" // x" if i % 10 == 0 else line for i, line in enumerate(lines)]),
        "all different": ([b"a%d foo bar" % i for i in range(200000)], [b"b%d foo bar" % i for i in range(200000)]),
        "block moved": (lines, lines[:30000] + lines[50000:120000] + lines[30000:50000] + lines[120000:]),
        "halves swapped": (lines, lines[half:] + lines[:half]),
        "few lines repeated": (random.choices(few, k=100000), random.choices(few, k=100000)),
        "random lines": ([b"%x" % random.randrange(100000) for _ in range(100000)],
                         [b"%x" % random.randrange(100000) for _ in range(100000)]),
        "shuffled": (numbers, random.sample(numbers, len(numbers))),
        "one giant line": ([b" ".join(lines)[:4000000]], [b" ".join(open("ts.b", "rb").read().split(b"\n"))[:4000000]]),
        "giant random line": ([bytes(random.choices(signs, k=2000000))], [bytes(random.choices(signs, k=2000000))]),
    }
    for name, sides in texts.items():
        for side, content in zip("ab", sides):
            with open(f"hard-{name.replace(' ', '-')}.{side}", "wb") as out:
                out.write(b"\n".join(content))
    return list(texts)


def hard():
    print("\n### Hard texts: CPU in ms, peak memory in MB, lines + words\n")
    print("| Text | lines + words | memory | git histogram (at most 60 s) |")
    print("|---|---|---|---|")
    for name in write_hard():
        path = f"hard-{name.replace(' ', '-')}"
        ours = statistics.median(cpu(commands(path)["lines + words"]) * 1000 for _ in range(3))
        peak = subprocess.run(["/usr/bin/time", "-f", "%M"] + commands(path)["lines + words"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True).stderr
        start = time.monotonic()
        git = cpu(["timeout", "60"] + commands(path)["git histogram"]) * 1000
        text = f"{git:.0f}" if time.monotonic() - start < 59 else "> 60000"
        print(f"| {name} | {ours:.0f} | {int(peak.split()[-1]) / 1024:.0f} | {text} |", flush=True)


def main():
    wanted = sys.argv[1:] or ["instructions", "time", "hard"]
    os.environ["LC_ALL"] = "C.UTF-8"
    changed_table()
    if "instructions" in wanted and shutil.which("valgrind"):
        table("Millions of instructions, whole process",
              lambda all_commands: {name: instructions(c) for name, c in all_commands.items()}, 1)
    if "time" in wanted:
        table(f"CPU in ms, medians of {ROUNDS} interleaved runs", interleaved, 1)
    if "hard" in wanted:
        hard()


if __name__ == "__main__":
    main()
