#!/usr/bin/env python3
"""Measures the program: python3 Benchmarks/bench.py (or make bench). Standard library only.

1. A cold `briefing build --no-png` of the seeds: wall time and peak memory, medians, beside a peer.
   The peer is the command in PEER ("PEER='python3 report.py {seed}'", {seed} standing for the first
   document); without it gnuplot drawing one line, else an empty Python program, gives the measure.
2. `briefing events` over generated prose of 5 and 50 MB: MB/s, events, and how far from linear.

RUNS (default 9) sets how often the first is repeated; MEGABYTES (default "5 50") the sizes.
"""
import json
import os
import random
import shlex
import shutil
import statistics
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAM = os.environ.get("BRIEFING", os.path.join(ROOT, ".build", "release", "briefing"))
RUNS = int(os.environ.get("RUNS", "9"))


def measure(command, out=os.devnull):
    """Wall seconds and peak MiB of one cold process, its children included."""
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
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


def medians(command, prepare=lambda: None):
    walls, peaks = [], []
    for _ in range(RUNS):
        prepare()
        wall, peak = measure(command)
        walls.append(wall)
        peaks.append(peak)
    return statistics.median(walls), statistics.median(peaks)


def peer(folder):
    seed = sorted(os.path.join(ROOT, "seeds", name) for name in os.listdir(os.path.join(ROOT, "seeds")))[0]
    if os.environ.get("PEER"):
        words = shlex.split(os.environ["PEER"])
        return "PEER", [word.replace("{seed}", seed).replace("{out}", folder) for word in words]
    if shutil.which("gnuplot"):
        picture = os.path.join(folder, "line.svg")
        return "gnuplot, one line", ["gnuplot", "-e", f"set term svg; set output '{picture}'; plot x"]
    return "python3 -c pass", ["python3", "-c", "pass"]


def cold_build(folder):
    output = os.path.join(folder, "Output")
    build = [PROGRAM, "build", "--no-png", "--seeds", os.path.join(ROOT, "seeds"), "--output", output]
    wall, peak = medians(build, lambda: shutil.rmtree(output, ignore_errors=True))
    name, command = peer(folder)
    peer_wall, peer_peak = medians(command)
    print(f"cold build        {1000 * wall:8.1f} ms   {peak:7.1f} MiB   (median of {RUNS})")
    print(f"{name:17} {1000 * peer_wall:8.1f} ms   {peer_peak:7.1f} MiB")
    print(f"ratio             {wall / peer_wall:8.3f}      {peak / peer_peak:7.3f}")
    return {
        "build_ms": round(1000 * wall, 1), "build_mib": round(peak, 1), "peer": name,
        "peer_ms": round(1000 * peer_wall, 1), "peer_mib": round(peer_peak, 1),
        "wall_ratio": round(wall / peer_wall, 4), "memory_ratio": round(peak / peer_peak, 4),
    }


MONTHS = "January February March April May June July August September October November December".split()
TOLD = [
    "President {name} visited {place} on {day} {month} {year}.",
    "The two countries signed an agreement on {topic} in {place} on {day} {month} {year}.",
    "In {month} {year} the Foreign Ministers met in {place} and discussed {topic}.",
    "Pakistan extended assistance of US$ {amount} million to Azerbaijan in {year}.",
    "The next session of the Joint Commission will be held in {place} in {year}.",
]
UNTOLD = [
    "Close and cordial relations between the two countries rest on a common cultural heritage.",
    "There is great potential for cooperation in {topic}, as both sides have said many times.",
    "The hospitality of the people of {place} is well known, and so is their love of {topic}.",
    "Both countries coordinate their positions in international forums on issues of common interest.",
]


def prose(size, path):
    """Prose of so many bytes, always the same, a third of its sentences with a date."""
    chance = random.Random(7)
    written = 0
    with open(path, "w", encoding="utf-8") as file:
        written += file.write("Relations of Pakistan and Azerbaijan\n\nIslamabad, 16 January 2017\n\n")
        while written < size:
            sentences = []
            for _ in range(chance.randint(3, 7)):
                form = chance.choice(TOLD if chance.random() < 1 / 3 else UNTOLD)
                sentences.append(form.format(
                    name=chance.choice(["Leghari", "Aliyev", "Musharraf", "Hussain"]),
                    place=chance.choice(["Baku", "Islamabad", "Karachi", "Ganja"]),
                    topic=chance.choice(["trade", "energy", "education", "culture", "defence"]),
                    day=chance.randint(1, 28), month=chance.choice(MONTHS),
                    year=chance.randint(1992, 2016), amount=chance.randint(1, 90)))
            written += file.write(" ".join(sentences) + "\n\n")


def throughput(folder):
    result, speeds = {}, []
    for megabytes in os.environ.get("MEGABYTES", "5 50").split():
        document = os.path.join(folder, "prose.txt")
        ledger = os.path.join(folder, "events.csv")
        prose(int(megabytes) * 1_000_000, document)
        command = [PROGRAM, "events", "--quiet", "--format", "csv", document]
        wall, peak = measure(command, ledger)
        with open(ledger, "rb") as file:
            events = sum(1 for _ in file) - 1
        size = os.path.getsize(document) / 1e6
        speeds.append(size / wall)
        print(f"text {size:5.0f} MB     {size / wall:8.2f} MB/s   {peak:7.1f} MiB   {events} events")
        result[f"mb_per_s_{megabytes}"] = round(size / wall, 2)
        result[f"mib_{megabytes}"] = round(peak, 1)
    if len(speeds) > 1:
        print(f"linearity         {speeds[-1] / speeds[0]:8.2f}      (1 = as fast per byte in the largest)")
        result["linearity"] = round(speeds[-1] / speeds[0], 3)
    return result


def main():
    if not os.access(PROGRAM, os.X_OK):
        sys.exit("build first: swift build -c release --product briefing")
    with tempfile.TemporaryDirectory() as folder:
        result = cold_build(folder)
        sys.stdout.flush()
        result.update(throughput(folder))
    if "--json" in sys.argv:
        print(json.dumps(result))


if __name__ == "__main__":
    main()
