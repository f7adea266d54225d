#!/usr/bin/env python3
"""Measures the program: make bench. Standard library only.

Each line gives what was measured, its peer in the same run, their ratio, and the bar that it is held
to; beside a bar that is missed stands MISSED, and the exit status is 1. What has no peer here is skipped
and says so.

1. cold    a cold `build --no-png` of the seeds: time and peak memory
2. text    `events` over prose of 5 and 50 MB, `dates --batch` over 10 MB: MB/s, and how linear
3. many    a folder of 1,000 documents of 10 KB, `build --form card`
4. stems   50,000 stems, dots and labels through Charts and Rendering beside gnuplot, SVG and PDF;
           the timeline of 150 events, placed and labelled, beside gnuplot's 500 without placing
5. scale   the timeline of 5,000 and 50,000 events, the briefing of 1,000 and 2,000: how linear

    make bench ONLY="cold stems"      some of them
    RUNS=9                            repetitions of what is short, interleaved with its peer
    MEGABYTES="5 50"                  sizes of prose

Peers are commands: PEER makes a briefing of the document {seed} in the folder {out}; PEER_DATES reads
the lines of JSON in {texts}; PEER_CARD makes a briefing of the documents in the folder {seeds}.
"""
import json
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.join(ROOT, ".build", "release")
PROGRAM = os.environ.get("BRIEFING", os.path.join(BUILD, "briefing"))
STEMS = os.environ.get("STEMS", os.path.join(BUILD, "DrawingBenchmark"))
RUNS = int(os.environ.get("RUNS", "9"))
SEEDS = os.path.join(ROOT, "seeds")

results = {}
missed = []


def make(kind, *arguments):
    """Material for a measurement, made elsewhere: a process counts the memory of the one it sprang from."""
    script = os.path.join(ROOT, "Benchmarks", "material.py")
    subprocess.run([sys.executable, script, kind, *map(str, arguments)], check=True)


def measure(command, out=os.devnull, source=os.devnull):
    """Wall seconds and peak MiB of one cold process, its children included."""
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, source, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    start = time.perf_counter()
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - start
    if status:
        sys.exit(f"failed: {shlex.join(command)}")
    return wall, usage.ru_maxrss / 1024


def beside(ours, theirs, prepare=lambda: None, runs=None):
    """Medians of both, run by turns: seconds and MiB of each, and the median of the ratios."""
    walls, peers, ratios, peak, peer_peak = [], [], [], 0, 0
    for _ in range(runs or RUNS):
        prepare()
        wall, memory = measure(ours)
        peak = max(peak, memory)
        walls.append(wall)
        if theirs:
            wall, memory = measure(theirs)
            peer_peak = max(peer_peak, memory)
            peers.append(wall)
            ratios.append(walls[-1] / wall)
    median = lambda values: statistics.median(values) if values else None
    return median(walls), peak, median(peers), peer_peak, median(ratios)


def say(name, ours, peer="", ratio=None, bar=None, least=False):
    """One line; `bar` is the most that the ratio may be, or the least."""
    verdict = ""
    if ratio is not None and bar is not None:
        fails = ratio < bar if least else ratio > bar
        verdict = f"{'≥' if least else '≤'} {bar:.3g}" + (" MISSED" if fails else "")
        if fails:
            missed.append(name)
    results[name] = {"ours": ours, "peer": peer or None, "ratio": ratio and round(ratio, 4), "bar": bar}
    shown = "" if ratio is None else f"{ratio:8.3f}"
    print(f"{name:34} {ours:30} {peer:28} {shown:>8}  {verdict}".rstrip(), flush=True)


def skip(name, why):
    print(f"{name:34} skipped: {why}", flush=True)


def times(wall, memory=None):
    return f"{1000 * wall:8.1f} ms" + ("" if memory is None else f" {memory:7.1f} MiB")


def command(variable, **places):
    """The command in a variable of the environment, its places filled in; None without one."""
    words = shlex.split(os.environ.get(variable, ""))
    for name, value in places.items():
        words = [word.replace("{" + name + "}", value) for word in words]
    return words or None


def gnuplot(folder, kind, table, count):
    """A script that draws the same stems, dots and labels, none of them placed."""
    output = os.path.join(folder, f"peer.{kind}")
    terminal = {"svg": "svg size 1100,500 font 'DejaVu Sans,6'",
                "pdf": "pdfcairo size 11,5 font 'DejaVu Sans,5'"}[kind]
    colours = "0x3460A0 0x73232D 0x4F7D55 0x482C5C 0xAC8815 0xAF330C".split()
    rows = os.path.join(folder, f"stems-{count}.dat")
    with open(table, encoding="utf-8") as source, open(rows, "w", encoding="utf-8") as target:
        for line in source:
            day, level, series, label = line.rstrip("\n").split(",", 3)
            year, month, date = map(int, day.split("-"))
            at = year + (month - 1) / 12 + (date - 1) / 365
            target.write(f"{at}\t{int(level) - 6}\t{colours[int(series)]}\t{label}\n")
    script = os.path.join(folder, f"peer-{kind}-{count}.gp")
    with open(script, "w", encoding="utf-8") as file:
        file.write(f"set term {terminal}\nset output '{output}'\nunset key\nunset ytics\n"
                   "set datafile separator '\\t'\n"
                   f"plot '{rows}' u 1:2:3 w impulses lc rgb var, '' u 1:2:3 w points pt 7 ps .2 "
                   "lc rgb var, '' u 1:2:4 w labels left font ',5'\n")
    return ["gnuplot", script]


def cold(folder):
    output = os.path.join(folder, "Output")
    seed = sorted(os.path.join(SEEDS, name) for name in os.listdir(SEEDS) if name.endswith((".txt", ".md", ".html")))[0]
    peer = command("PEER", seed=seed, out=folder)
    build = [PROGRAM, "build", "--no-png", "--seeds", SEEDS, "--output", output]
    wall, peak, other, memory, ratio = beside(build, peer, lambda: shutil.rmtree(output, ignore_errors=True))
    say("cold build of the seeds", times(wall, peak), times(other, memory) if peer else "", ratio, 1 / 15)
    say("  its memory, MiB", f"{peak:8.1f} MiB", "", peak, 64)
    if not peer:
        skip("  beside a peer", "name one in PEER")


def text(folder):
    document = os.path.join(folder, "prose.txt")
    ledger = os.path.join(folder, "events.csv")
    speeds = []
    for megabytes in os.environ.get("MEGABYTES", "5 50").split():
        make("prose", int(megabytes) * 1_000_000, document)
        wall, peak = measure([PROGRAM, "events", "--quiet", "--format", "csv", document], ledger)
        with open(ledger, "rb") as file:
            events = sum(1 for _ in file) - 1
        speeds.append(os.path.getsize(document) / 1e6 / wall)
        say(f"events, {megabytes} MB", f"{speeds[-1]:8.2f} MB/s {peak:9.1f} MiB", f"{events} events")
    if len(speeds) > 1:
        say("  speed of the largest : smallest", "", "", speeds[-1] / speeds[0], 0.7, least=True)
    texts = os.path.join(folder, "texts.jsonl")
    make("texts", 10_000_000, texts)
    size = os.path.getsize(texts) / 1e6
    wall, peak = measure([PROGRAM, "dates", "--batch"], os.devnull, texts)
    peer = command("PEER_DATES", texts=texts)
    other = measure(peer, os.devnull, texts)[0] if peer else None
    say("dates --batch, 10 MB", f"{size / wall:8.2f} MB/s {peak:9.1f} MiB",
        f"{size / other:8.2f} MB/s" if other else "", wall / other if other else None, 1 / 5)
    wall, peak = measure([PROGRAM, "events", "--batch"], os.devnull, texts)
    say("events --batch, 10 MB", f"{size / wall:8.2f} MB/s {peak:9.1f} MiB",
        f"{size / other:8.2f} MB/s" if other else "", wall / other if other else None, 1)


def many(folder):
    walls = {}
    for count in (100, 1000):
        seeds = os.path.join(folder, f"documents-{count}")
        make("documents", count, 10_000, seeds)
        output = os.path.join(folder, f"card-{count}")
        build = [PROGRAM, "build", "--no-png", "--form", "card", "--seeds", seeds, "--output", output]
        peer = command("PEER_CARD", seeds=seeds, out=folder) if count == 1000 else None
        wall, peak, other, memory, ratio = beside(build, peer, runs=1)
        walls[count] = wall
        say(f"card of {count} documents", times(wall, peak), times(other, memory) if peer else "", ratio, 1 / 6)
    say("  time of 1,000 : 10 × that of 100", "", "", walls[1000] / walls[100] / 10, 1.3)


def stems(folder):
    count = 50_000
    table = os.path.join(folder, "stems.csv")
    make("stems", count, table)
    small = os.path.join(folder, "stems-500.csv")
    make("stems", 500, small)
    has_peer = shutil.which("gnuplot") is not None
    if not has_peer:
        skip("drawing beside gnuplot", "apt-get install gnuplot-nox")
    if os.access(STEMS, os.X_OK):
        for kind, bar in (("svg", 1), ("pdf", 0.5)):
            ours = [STEMS, table, kind, os.path.join(folder, f"ours.{kind}")]
            peer = gnuplot(folder, kind, table, count) if has_peer else None
            wall, peak, other, memory, ratio = beside(ours, peer, runs=min(RUNS, 5))
            say(f"{count} stems, {kind.upper()}", times(wall, peak), times(other, memory) if peer else "", ratio, bar)
    else:
        skip("stems", "swift build -c release --product DrawingBenchmark")
    ledger = os.path.join(folder, "ledger-150.json")
    make("ledger", 150, ledger)
    for kind in ("svg", "pdf"):
        ours = [PROGRAM, "chart", "timeline", "--events", ledger, "--output", os.path.join(folder, f"timeline.{kind}")]
        peer = gnuplot(folder, kind, small, 500) if has_peer else None
        wall, peak, other, memory, ratio = beside(ours, peer)
        say(f"timeline of 150, {kind.upper()}", times(wall, peak), times(other, memory) if peer else "", ratio, 1)


def scale(folder):
    def drawing(count):
        ledger = os.path.join(folder, f"ledger-{count}.json")
        make("ledger", count, ledger)
        return [PROGRAM, "chart", "timeline", "--events", ledger, "--output", os.path.join(folder, "timeline.svg")]

    def briefing(count):
        seeds = os.path.join(folder, f"chronology-{count}")
        os.makedirs(seeds)
        make("chronology", count, os.path.join(seeds, "chronology.txt"))
        return [PROGRAM, "build", "--no-png", "--seeds", seeds, "--output", os.path.join(folder, f"pages-{count}")]

    for name, made, few, lots in (("timeline", drawing, 5_000, 50_000), ("briefing", briefing, 1_000, 2_000)):
        wall, peak, other, memory, ratio = beside(made(lots), made(few), runs=min(RUNS, 5))
        say(f"{name} of {lots} : {few}", times(wall, peak), times(other, memory), ratio, 1.25 * lots / few)


PARTS = {"cold": cold, "text": text, "many": many, "stems": stems, "scale": scale}


def main():
    if not os.access(PROGRAM, os.X_OK):
        sys.exit("build first: swift build -c release --product briefing")
    chosen = [word for word in sys.argv[1:] if not word.startswith("-")] or list(PARTS)
    if unknown := [name for name in chosen if name not in PARTS]:
        sys.exit(f"no such part: {unknown[0]}; there are {', '.join(PARTS)}")
    for name in chosen:
        with tempfile.TemporaryDirectory() as folder:
            PARTS[name](folder)
    if "--json" in sys.argv:
        print(json.dumps(results, ensure_ascii=False))
    if missed:
        sys.exit(f"missed: {', '.join(missed)}")


if __name__ == "__main__":
    main()
