# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures of a run: MRR@10, recall@10, recall@100, nDCG@100, each with a 95% interval by redrawing queries (seed 1, 1,000 times).

Usage: measure.py <relevant> <run>...; relevant: query, text, numbers separated by blanks and, if it stands there, a number to leave out
(the files of make_queries.py and make_topics.py); run: query, rank, number."""
import collections
import math
import random
import re
import sys


def measures(relevant, hits):
    ranks = [r for r, n in enumerate(hits, 1) if n in relevant]
    ideal = sum(1 / math.log2(r + 1) for r in range(1, min(len(relevant), 100) + 1))
    return (1 / ranks[0] if ranks and ranks[0] <= 10 else 0,
            sum(r <= 10 for r in ranks) / len(relevant),
            sum(r <= 100 for r in ranks) / len(relevant),
            sum(1 / math.log2(r + 1) for r in ranks if r <= 100) / ideal)


def interval(values):
    rng = random.Random(1)
    means = sorted(sum(rng.choices(values, k=len(values))) / len(values) for _ in range(1000))
    return means[25], means[974]


def base(number):
    """A publication without its kind: tables differ in writing it."""
    return re.sub(r"[A-Z]\d?$", "", number)


def read_run(path):
    run = collections.defaultdict(list)
    for line in open(path, encoding="utf-8"):
        query, rank, number = line.rstrip("\n").split("\t")[:3]
        run[query].append((int(rank), base(number)))
    return {q: list(dict.fromkeys(n for _, n in sorted(hits))) for q, hits in run.items()}


def main(queries, *runs):
    relevant, apart = {}, {}
    for line in open(queries, encoding="utf-8"):
        query, _, numbers, *itself = line.rstrip("\n").split("\t")
        relevant[query], apart[query] = set(map(base, numbers.split())), set(map(base, itself))
    print("run\tqueries\tMRR@10\trecall@10\trecall@100\tnDCG@100")
    for path in runs:
        run = read_run(path)
        table = [measures(r, [n for n in run.get(q, []) if n not in apart[q]]) for q, r in relevant.items()]
        cells = []
        for column in zip(*table):
            low, high = interval(column)
            cells.append(f"{sum(column) / len(column):.3f} ({low:.3f}–{high:.3f})")
        print(path.rsplit("/", 1)[-1], len(table), *cells, sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
