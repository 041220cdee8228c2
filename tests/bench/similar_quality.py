#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How high `longmen similar` puts what is known to belong together.

    python3 tests/bench/similar_quality.py families LONGMEN WORKSPACE MODELS QUERIES
    python3 tests/bench/similar_quality.py topic LONGMEN WORKSPACE MODELS RELEVANT.txt [IDEA.txt]

families: for records that have family members in the workspace (drawn from those with the same priorities as another), the place of each member by each signal and by all together. A member's place by all
is one more than the records outside the family that stand before it, as far as the first 200 go. topic: for each of a list of relevant documents given as the query, and for an idea
as text, how many of the others are among the first 10, 22 and 100.
"""
import json
import pathlib
import random
import sqlite3
import subprocess
import sys


def similar(program, workspace, models, what, limit):
    out = subprocess.run([program, "similar", what, "-w", workspace, "--models", models, "-n", str(limit), "--format", "json", "--lang", "en"],
                         capture_output=True, text=True)
    return json.loads(out.stdout) if out.returncode == 0 else None


def families(program, workspace, models, queries):
    database = sqlite3.connect(f"file:{workspace}/workspace.db?mode=ro", uri=True)
    numbers = [row[0] for row in database.execute("SELECT number FROM patent JOIN ("
              "SELECT coalesce(active_priorities, priority_numbers) AS claimed FROM patent WHERE claimed IS NOT NULL GROUP BY claimed HAVING count(*) > 1)"
              " ON claimed = coalesce(active_priorities, priority_numbers) ORDER BY number")]
    random.Random(1).shuffle(numbers)
    places = {}
    asked = 0
    for number in numbers:
        found = similar(program, workspace, models, number, 200)
        if found is None or not found["family"]:
            continue
        for member in found["family"]:
            kin = member["family"]
            before = sum(hit["value"] > member["value"] for hit in found["hits"])
            for signal, place in (("fused", before + 1 if member["value"] > 0 else None), ("text", member["text_place"]),
                                  ("classes", member["classes_place"]), ("citations", member["citations_place"])):
                places.setdefault((kin, signal), []).append(place)
        asked += 1
        if asked == queries:
            break
    print(f"{asked} records with family members")
    print(f"{'family':<10}{'signal':<11}{'members':>8}{'on list':>9}{'median':>8}{'MRR':>7}{'in 1':>7}{'in 10':>7}{'in 100':>8}")
    for (kin, signal), all_places in sorted(places.items()):
        known = sorted(p for p in all_places if p)
        total = len(all_places)
        share = lambda n: sum(p <= n for p in known) / total
        print(f"{kin:<10}{signal:<11}{total:>8}{len(known):>9}{known[len(known) // 2] if known else 0:>8.0f}{sum(1 / p for p in known) / total:>7.3f}"
              f"{share(1):>7.2f}{share(10):>7.2f}{share(100):>8.2f}")


def topic(program, workspace, models, relevant_file, idea):
    wanted = pathlib.Path(relevant_file).read_text().split()
    named = {}
    for number in wanted:
        found = similar(program, workspace, models, number, 1)
        if found:
            named[found["query"]["number"]] = number
    sums = {10: 0, 22: 0, 100: 0}
    for number in named:
        found = similar(program, workspace, models, number, 100)
        order = [hit["number"] for hit in found["family"]] + [hit["number"] for hit in found["hits"]]
        for depth in sums:
            sums[depth] += len(set(order[:depth]) & set(named) - {number}) / (len(named) - 1)
    print(f"{len(named)} relevant records as the query: share of the others within " +
          ", ".join(f"{depth}: {value / len(named):.3f}" for depth, value in sums.items()))
    if idea:
        found = similar(program, workspace, models, idea, 100)
        order = [hit["number"] for hit in found["hits"]]
        print("the idea as text: share of the relevant within " +
              ", ".join(f"{depth}: {len(set(order[:depth]) & set(named)) / len(named):.3f}" for depth in sums))


if __name__ == "__main__":
    if sys.argv[1] == "families":
        families(*sys.argv[2:5], int(sys.argv[5]))
    else:
        topic(*sys.argv[2:6], sys.argv[6] if len(sys.argv) > 6 else None)
