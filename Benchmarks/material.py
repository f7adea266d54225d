"""What the measurements are made on, always the same: prose, ledgers and tables that a number seeds.

    python3 material.py prose|documents|texts|chronology|ledger|stems ARGUMENTS…
"""
import json
import os
import random
import sys

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
HEAD = "Relations of Pakistan and Azerbaijan\n\nIslamabad, 16 January 2017\n\n"


def sentence(chance, told=1 / 3):
    form = chance.choice(TOLD if chance.random() < told else UNTOLD)
    return form.format(
        name=chance.choice(["Leghari", "Aliyev", "Musharraf", "Hussain"]),
        place=chance.choice(["Baku", "Islamabad", "Karachi", "Ganja"]),
        topic=chance.choice(["trade", "energy", "education", "culture", "defence"]),
        day=chance.randint(1, 28), month=chance.choice(MONTHS),
        year=chance.randint(1992, 2016), amount=chance.randint(1, 90))


def prose(size, path, seed=7):
    """A document of so many bytes, a third of its sentences with a date."""
    chance = random.Random(seed)
    written = 0
    with open(path, "w", encoding="utf-8") as file:
        written += file.write(HEAD)
        while written < size:
            sentences = [sentence(chance) for _ in range(chance.randint(3, 7))]
            written += file.write(" ".join(sentences) + "\n\n")


def documents(count, size, folder):
    """A folder of documents of so many bytes each."""
    os.makedirs(folder)
    for number in range(count):
        prose(size, os.path.join(folder, f"document-{number:05}.txt"), seed=number)


def texts(size, path):
    """Lines of JSON for `dates --batch`, so many bytes of text in all."""
    chance = random.Random(3)
    written = number = 0
    with open(path, "w", encoding="utf-8") as file:
        while written < size:
            text = " ".join(sentence(chance) for _ in range(20))
            written += len(text)
            file.write(json.dumps({"id": number, "text": text, "reference_date": "2017-01-16"}) + "\n")
            number += 1


def days(chance, count):
    """Days of a generation, in order."""
    return sorted(
        (chance.randint(1991, 2024), chance.randint(1, 12), chance.randint(1, 28)) for _ in range(count))


def chronology(count, path):
    """A document of so many different events, a line each."""
    deeds = [
        "President Aliyev visited Islamabad on {when}.",
        "Pakistan and Azerbaijan signed an agreement on trade in Baku on {when}.",
        "The Foreign Ministers of Pakistan and Azerbaijan met in Ganja on {when}.",
        "Pakistan gave US$ 1 million to Azerbaijan on {when}.",
        "Azerbaijan and Pakistan held a joint naval exercise on {when}.",
    ]
    chance = random.Random(11)
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEAD.replace("2017", "2025"))
        for number, (year, month, day) in enumerate(days(chance, count)):
            when = f"{day} {MONTHS[month - 1]} {year}"
            file.write(deeds[number % len(deeds)].format(when=when) + "\n\n")


def ledger(count, path):
    """An `events.json` of so many events with labels as they occur."""
    chance = random.Random(5)
    kinds = [("visit", "political"), ("agreement", "economy"), ("exercise", "defence"),
             ("training", "education"), ("aid", "humanitarian"), ("cultural_event", "culture")]
    events = []
    for number, (year, month, day) in enumerate(days(chance, count)):
        kind, domain = chance.choice(kinds)
        date = chance.choice([f"{year}-{month:02}-{day:02}"] * 4 + [f"{year}-{month:02}", f"{year}"])
        headline = f"Minister {number:05} visits Baku"
        events.append({
            "id": f"x{number}", "aliases": [], "headline": headline, "date": date,
            "proposed_date": None, "date_basis": "explicit", "type": kind, "domain": domain,
            "secondary_domains": [], "status": "occurred", "actors": ["PAK"], "recipients": ["AZE"],
            "participants": [], "places": ["Baku"], "amounts": [], "part_of": None,
            "aggregate": False, "flags": [], "confidence": 1, "reasons": [],
            "mentions": [{"document": "S1", "start": 0, "end": 1, "line": 1, "quote": headline,
                          "date_text": date, "rules": []}]})
    document = {"id": "S1", "path": "a.txt", "title": "A", "date": "2025-01-16", "author": None,
                "publisher": None, "side": "PAK", "voice": None, "marking": None, "sha256": ""}
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"format": "briefing-events/1", "as_of": "2025-01-16", "parties": ["PAK", "AZE"],
                   "documents": [document], "events": events, "undated": 0}, file)


def stems(count, path):
    """A table of day, level around 6, series, label: what both drawing programs read."""
    chance = random.Random(5)
    with open(path, "w", encoding="utf-8") as file:
        for number, (year, month, day) in enumerate(days(chance, count)):
            level = 6 + (1 if number % 2 else -1) * (1 + number * 7 % 5)
            label = f"{year}-{month:02} Visit of Minister {number:05}"
            file.write(f"{year}-{month:02}-{day:02},{level},{chance.randrange(6)},{label}\n")


if __name__ == "__main__":
    make = {"prose": prose, "documents": documents, "texts": texts, "chronology": chronology,
            "ledger": ledger, "stems": stems}[sys.argv[1]]
    make(*(int(word) if word.isdigit() else word for word in sys.argv[2:]))
