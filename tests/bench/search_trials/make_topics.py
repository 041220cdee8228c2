# SPDX-License-Identifier: GPL-3.0-or-later
"""Topics without a judge: a record's title and words of its abstract as a searcher's description, and as relevant the records that a
person other than the author tied to it: citations either way, the same family, or at least three documents cited by both (`linked`);
or the same full IPC symbol as its first one, where 5 to 40 records share it (`classed`). The record itself counts as neither
(fourth cell of its line).

Usage: make_topics.py <table.tsv> <topic.xml> <relevant numbers> <seed> <output folder>; table: number title abstract ipc cites cited_by
family; writes topic-title, topic-description, topic-whole, linked, classed (.queries: id, text, numbers)."""
import collections
import pathlib
import random
import re
import sys
import xml.etree.ElementTree as ET


def base(number):
    return re.sub(r"[A-Z]\d?$", "", number.strip())


def asked(row, rng):
    """Title, and a run of the abstract as long as a description of a topic."""
    words = row[2].split()
    start = rng.randrange(max(1, len(words) - 30))
    return f"{row[1]} Relevant documents will describe {' '.join(words[start:start + 25])}"


def linked(rows):
    by_base = collections.defaultdict(set)
    for row in rows:
        by_base[base(row[0])].add(row[0])
    ties, citers = collections.defaultdict(set), collections.defaultdict(set)
    for row in rows:
        for cell in row[4:7]:
            for other in filter(None, map(base, cell.split("|"))):
                for number in by_base.get(other, ()):
                    if number != row[0]:
                        ties[row[0]].add(number)
                        ties[number].add(row[0])
        for cited in set(filter(None, map(base, row[4].split("|")))):
            citers[cited].add(row[0])
    shared = collections.Counter()
    for group in citers.values():
        if len(group) <= 50:
            group = sorted(group)
            shared.update((a, b) for i, a in enumerate(group) for b in group[i + 1:])
    for (a, b), count in shared.items():
        if count >= 3:
            ties[a].add(b)
            ties[b].add(a)
    return ties


def classed(rows):
    members = collections.defaultdict(list)
    for row in rows:
        for symbol in {s.strip() for s in row[3].split("|") if s.strip()}:
            members[symbol].append(row[0])
    return {row[0]: set(members[s]) - {row[0]} for row in rows if (s := row[3].split("|")[0].strip()) and 5 <= len(members[s]) - 1 <= 40}


def write(path, queries):
    with open(path, "w", encoding="utf-8") as out:
        for name, text, numbers, itself in queries:
            out.write(f"{name}\t{text}\t{' '.join(sorted(numbers))}\t{itself}\n")


def main(table, topic, judged, seed, folder):
    rows = [line.rstrip("\n").split("\t") for line in open(table, encoding="utf-8")]
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    good = set(open(judged, encoding="utf-8").read().split())
    root = ET.parse(topic).getroot()
    title, description = (" ".join(root.findtext(tag).split()) for tag in ("title", "description"))
    for name, text in (("title", title), ("description", description), ("whole", f"{title} {description}")):
        write(folder / f"topic-{name}.queries", [(f"topic-{name}", text, good, "")])
    by_number = {row[0]: row for row in rows}
    for name, ties, least in (("linked", linked(rows), 3), ("classed", classed(rows), 5)):
        rng = random.Random(int(seed))
        picked = sorted(n for n, t in ties.items() if len(t) >= least and len(by_number[n][2].split()) >= 40)
        rng.shuffle(picked)
        write(folder / f"{name}.queries", [(f"{name}-{i}", asked(by_number[n], rng), ties[n], n) for i, n in enumerate(picked[:300])])


if __name__ == "__main__":
    main(*sys.argv[1:])
