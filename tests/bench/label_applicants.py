#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pairs of real applicant names, labelled by hand, and how well the library's groups agree with them.

The names stay in the data: applicant_pairs.tsv holds references only (file key, row and position of each name) and the label.

    label_applicants.py sample   DATA [second|third|fourth] > pairs.tsv   draw pairs by seed, labels empty
    label_applicants.py show     DATA [pairs.tsv]            print them with their names, to be labelled
    label_applicants.py evaluate DATA BUILD [pairs.tsv]      group with BUILD/tests/test_resolve, print precision, recall, F1

There are four samples: the first (applicant_pairs.tsv), and three by other seeds, with names of a database that cleans them
(applicant_pairs_second.tsv, _third.tsv, _fourth.tsv), each labelled before any program had run on it. The second and third were held out as a whole
(`c`, `d`), of the fourth half `f`; half `e` may be looked at.

DATA is the folder that holds drones-derwent-lens, taian-city, cn-firms-patentscope and patstat-cn. A row is counted from 1 without the heading, a
position from 1 in the cell. The candidates are drawn from blocks of the script's own (rare words, or two characters of a Chinese name),
never from the library's groups; they are drawn in layers of
likeness, hard ones as often as easy ones, and `weight` says for how many candidates a pair stands. Half of the pairs, by seed, is the half that may be looked at while rules are changed (`a`, `e`), the other
(`b`, `f`) and the samples between are held out: their mistakes are printed only with --held-out. With --all every mistake is printed, not the twenty worst alone.
"""
import collections
import csv
import difflib
import lzma
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree
import zipfile

FIRST_SAMPLE = {"seed": 20261127, "halves": "ab", "pairs": {"drones": 200, "taian": 120, "patentscope": 360}, "without": []}
SECOND_SAMPLE = {"seed": 1127, "halves": "c", "pairs": {"drones": 50, "patstat": 100, "patentscope": 110},
                 "without": ["applicant_pairs.tsv"]}
THIRD_SAMPLE = {"seed": 271126, "halves": "d", "pairs": {"drones": 60, "taian": 30, "patstat": 110, "patentscope": 110},
                "without": ["applicant_pairs.tsv", "applicant_pairs_second.tsv"]}
FOURTH_SAMPLE = {"seed": 281126, "halves": "ef", "pairs": {"drones": 70, "taian": 20, "patstat": 130, "patentscope": 140},
                 "without": ["applicant_pairs.tsv", "applicant_pairs_second.tsv", "applicant_pairs_third.tsv"]}
SAMPLES = {"second": SECOND_SAMPLE, "third": THIRD_SAMPLE, "fourth": FOURTH_SAMPLE}
TRIVIAL_SHARE = 0.1  # pairs with the same letters and digits, the rest differs in spelling
LARGEST_BLOCK = 25
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HERE = pathlib.Path(__file__).resolve().parent
csv.field_size_limit(1 << 30)


def xlsx_rows(path):
    with zipfile.ZipFile(path) as book:
        strings = ["".join(t.text or "" for t in item.iter(SHEET + "t"))
                   for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml")).findall(SHEET + "si")] \
            if "xl/sharedStrings.xml" in book.namelist() else []
        for row in ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(SHEET + "row"):
            cells = {}
            for cell in row.findall(SHEET + "c"):
                value = cell.find(SHEET + "v")
                text = "".join(t.text or "" for t in cell.iter(SHEET + "t")) if value is None else value.text
                cells[re.match("[A-Z]+", cell.get("r"))[0]] = strings[int(text)] if cell.get("t") == "s" else text
            yield cells


def cells_of(key, data):
    """The applicant cells of a file, and their separator."""
    if key == "taian":
        rows = list(xlsx_rows(data / "taian-city" / "专利信息.xlsx"))
        column = next(letter for letter, text in rows[0].items() if text == "申请人")
        return [row.get(column) or "" for row in rows[1:]], ";"
    if key == "patstat":
        with lzma.open(data / "patstat-cn" / "CN_applt.tsv.xz", "rt", encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            return ["" if row["psn_sector"] == "INDIVIDUAL" else row["han_name"] for row in rows], "\n"
    if key == "drones":
        path, form, separator = data / "drones-derwent-lens" / "lens_drones.csv.xz", {}, ";;"
    else:
        path, separator = data / "cn-firms-patentscope" / "patentscope_cn_parsed.tsv.xz", ";"
        form = {"delimiter": "\t", "quoting": csv.QUOTE_NONE}
    with lzma.open(path, "rt", encoding="utf-8", newline="") as file:
        return [row["applicants"] or "" for row in csv.DictReader(file, **form)], separator


def names_of(key, data):
    """Distinct names in order of first use, each with its reference `row.position`."""
    cells, separator = cells_of(key, data)
    first = {}
    for row, cell in enumerate(cells, 1):
        for position, part in enumerate(cell.split(separator), 1):
            if part.strip():
                first.setdefault(part.strip(), f"{row}.{position}")
    return first


def plain(name):
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name).casefold())


def blocks_of(names):
    by_word = collections.defaultdict(list)
    for name in names:
        folded = unicodedata.normalize("NFKC", name).casefold()
        words = set(re.findall(r"[a-z0-9]{3,}", folded))
        for run in re.findall(r"[\u4e00-\u9fff]{5,}", folded):
            words.update(run[at:at + 3] for at in range(len(run) - 2))
        for word in words:
            by_word[word].append(name)
    return by_word


def likeness(a, b):
    return difflib.SequenceMatcher(None, plain(a), plain(b))


def layers_of(names, known):
    """Pairs of names that share a block, by likeness; those of `known` left out."""
    candidates = set()
    for members in blocks_of(sorted(names)).values():
        if len(members) <= LARGEST_BLOCK:
            candidates.update((a, b) for at, a in enumerate(members) for b in members[at + 1:])
    layers = collections.defaultdict(list)
    for a, b in sorted(candidates):
        if frozenset((a, b)) in known:
            continue
        if plain(a) == plain(b):
            layers["trivial"].append((a, b))
        elif likeness(a, b).quick_ratio() >= 0.6 and (ratio := likeness(a, b).ratio()) >= 0.6:
            layers[min(int(ratio * 10), 9)].append((a, b))
    return layers


def chosen_of(layers, wanted, chance):
    """Pairs with their weight: a tenth of trivial ones, the rest from each layer alike."""
    trivial = min(len(layers["trivial"]), round(wanted * TRIVIAL_SHARE))
    chosen = [(pair, len(layers["trivial"]) / trivial) for pair in chance.sample(layers["trivial"], trivial)]
    rest = [layer for layer in (9, 8, 7, 6) if layers[layer]]
    for at, layer in enumerate(rest):
        share = min((wanted - len(chosen)) // (len(rest) - at), len(layers[layer]))
        chosen += [(pair, len(layers[layer]) / share) for pair in chance.sample(layers[layer], share)]
    return chosen


def sample(data, plan):
    chance = random.Random(plan["seed"])
    known = set()
    for earlier in plan["without"]:
        known.update(frozenset((one, other)) for _, one, other in with_names(pairs(HERE / earlier), data))
    print("file\tone\tother\tlabel\thalf\tweight\tnote")
    for key, wanted in plan["pairs"].items():
        names = names_of(key, data)
        for (a, b), weight in chosen_of(layers_of(names, known), wanted, chance):
            one, other = sorted((names[a], names[b]), key=lambda ref: [int(n) for n in ref.split(".")])
            print(key, one, other, "", chance.choice(plan["halves"]), f"{weight:.2f}", "", sep="\t")


def pairs(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def with_names(rows, data):
    by_file = {key: {ref: name for name, ref in names_of(key, data).items()} for key in {row["file"] for row in rows}}
    for row in rows:
        yield row, by_file[row["file"]][row["one"]], by_file[row["file"]][row["other"]]


def show(data, path):
    for number, (row, one, other) in enumerate(with_names(pairs(path), data), 1):
        print(number, row["file"], row["half"], row["label"] or "?", one, other, sep="\t")


def groups(key, data, build):
    names = list(names_of(key, data))
    with tempfile.TemporaryDirectory() as folder:
        source, result = pathlib.Path(folder) / "names.txt", pathlib.Path(folder) / "groups.tsv"
        source.write_text("".join(name.replace("\t", " ") + "\n" for name in names), encoding="utf-8")
        subprocess.run([str(pathlib.Path(build) / "tests" / "test_resolve"), "[names]"], check=True, stdout=subprocess.DEVNULL,
                       env={**os.environ, "LONGMEN_NAMES": str(source), "LONGMEN_GROUPS": str(result)})
        lines = [line.split("\t") for line in result.read_text(encoding="utf-8").splitlines()]
    return {name: (line[1], line[2]) for name, line in zip(names, lines)}


def measures(count):
    precision = count["tp"] / max(1e-9, count["tp"] + count["fp"])
    recall = count["tp"] / max(1e-9, count["tp"] + count["fn"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def evaluate(data, build, path, held_out, everything):
    rows = pairs(path)
    found = {key: groups(key, data, build) for key in sorted({row["file"] for row in rows})}
    counts = collections.defaultdict(collections.Counter)
    weights = collections.defaultdict(collections.Counter)
    mistakes = []
    for row, one, other in with_names(rows, data):
        (group, reason), (other_group, other_reason) = found[row["file"]][one], found[row["file"]][other]
        said, wanted = group == other_group, row["label"] == "same"
        outcome = {(True, True): "tp", (True, False): "fp", (False, True): "fn", (False, False): "tn"}[said, wanted]
        for part in ("all", "half " + row["half"], row["file"], row["file"] + " half " + row["half"]):
            counts[part][outcome] += 1
            weights[part][outcome] += float(row["weight"])
        if said != wanted:
            ratio = likeness(one, other).ratio()
            # Worst are different names that were joined, then same names that look most alike.
            mistakes.append((not said, -ratio, row["half"], row["file"], reason, other_reason, one, other))
    print("pairs\tsame\tprecision\trecall\tF1\tweighted: precision\trecall\tof")
    for part, count in sorted(counts.items()):
        precision, recall, f1 = measures(count)
        weighted = measures(weights[part])
        print(f"{sum(count.values())}\t{count['tp'] + count['fn']}\t{precision:.4f}\t{recall:.4f}\t{f1:.4f}\t"
              f"{weighted[0]:.4f}\t{weighted[1]:.4f}\t{part}")
    # What is held out stays unseen unless it is asked for.
    halves, most = ("abcdef" if held_out else "ae"), None if everything else 20
    print("\nthe worst mistakes of half", " and ".join(halves))
    for kind, _, half, key, reason, other_reason, one, other in [m for m in sorted(mistakes) if m[2] in halves][:most]:
        print("missed" if kind else "wrongly joined", half, key, reason, other_reason, one, other, sep="\t")


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in ("sample", "show", "evaluate"):
        sys.exit(__doc__)
    held_out, everything = "--held-out" in sys.argv, "--all" in sys.argv
    sys.argv = [word for word in sys.argv if not word.startswith("--")]
    data = pathlib.Path(sys.argv[2])
    default = str(HERE / "applicant_pairs.tsv")
    if sys.argv[1] == "sample":
        sample(data, SAMPLES.get(sys.argv[3], FIRST_SAMPLE) if len(sys.argv) > 3 else FIRST_SAMPLE)
    elif sys.argv[1] == "show":
        show(data, sys.argv[3] if len(sys.argv) > 3 else default)
    elif len(sys.argv) > 3:
        evaluate(data, sys.argv[3], sys.argv[4] if len(sys.argv) > 4 else default, held_out, everything)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
