#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Families and cited numbers on real exports, compared with what the vendors give.

Usage: families_against_vendors.py TEST_RESOLVE DATA_DIR
TEST_RESOLVE is the built test program of the module, DATA_DIR holds lens_drones.csv.xz, patsnap_family.csv.xz and
numbers.csv.xz (their origin is told beside them; none of it is part of this project). Prints one line per comparison:
pairs inside the file that the vendor puts in one family, pairs that we do, pairs in both, recall, precision; then sizes
above the vendor's, what the pairs we miss have in common, and how cited and citing numbers resolve.
"""
import collections
import csv
import io
import itertools
import lzma
import os
import pathlib
import re
import subprocess
import sys
import tempfile

csv.field_size_limit(10**9)
PROGRAM, DATA = sys.argv[1], pathlib.Path(sys.argv[2])
EXAMPLES = 5


def rows(name):
    with lzma.open(DATA / name) as packed:
        return list(csv.DictReader(io.TextIOWrapper(packed, encoding="utf-8", newline="")))


def parts(cell, separator):
    return [p.strip() for p in re.split(separator, cell or "") if p.strip() not in ("", "-")]


def dated(number, date):
    """`number@date` as the hidden test reads it."""
    number = number.replace(";", " ").replace("@", " ").replace("\t", " ").strip()
    return f"{number}@{date}" if re.fullmatch(r"\d{4}-\d\d-\d\d", date) else number


def iso(digits):
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if re.fullmatch(r"\d{8}", digits) else ""


def lens_date(cell):
    day, month, year = cell.split("/")
    return f"{'20' if int(year) < 30 else '19'}{year}-{month}-{day}"


def last_date(text):
    """Number and date of `US 201562116216 P 20150213` and `US15360203A 2016-11-23`."""
    found = re.fullmatch(r"(.*\S)\s+(\d{8}|\d{4}-\d\d-\d\d)", text.strip())
    if not found:
        return text.strip(), ""
    return found[1], found[2] if "-" in found[2] else iso(found[2])


class Document:
    """One row of one file."""

    def __init__(self, number, application, priorities, kind="all", simple=(), extended=()):
        self.number = number
        self.line = [number, application, number, ";".join(priorities), kind, "", ";".join(simple), ";".join(extended)]


def first_words(cell):
    return [p.split()[0] for p in parts(cell, "[|;]")]


def lens(table):
    return [Document(r["publication_number"], dated(r["application_number"], lens_date(r["application_date"])),
                     [dated(*last_date(p)) for p in parts(r["priority_numbers"], ";;")], "active") for r in table]


def patsnap(table):
    return [Document(r["publication_number"], dated(r["application_number"], r["application_date"]),
                     [dated(r["priority"], r["priority_date"] if r["priority_date"] != "-" else r["application_date"])],
                     "all", first_words(r["family_members"]), first_words(r["inpadoc_family_members"])) for r in table]


def derwent(table):
    return [Document(r["publication_number"], dated(*last_date(r["application_number"])),
                     [dated(*last_date(p)) for p in parts(r["priority_number"], ";")], "all",
                     first_words(r["dwpi_family_numbers"]), first_words(r["inpadoc_family_members"])) for r in table]


def run(case, documents, **settings):
    with tempfile.TemporaryDirectory() as folder:
        given, made = pathlib.Path(folder, "in.tsv"), pathlib.Path(folder, "out.tsv")
        given.write_text("".join("\t".join(d.line) + "\n" for d in documents))
        names = {"LONGMEN_FAMILIES_IN": str(given), "LONGMEN_FAMILIES_OUT": str(made)}
        for key, value in settings.items():
            if isinstance(value, list):
                path = pathlib.Path(folder, key)
                path.write_text("".join(v + "\n" for v in value))
                value = str(path)
            names["LONGMEN_" + key] = value
        subprocess.run([PROGRAM, case], env={**os.environ, **names}, check=True, stdout=subprocess.DEVNULL)
        return [line.split("\t") for line in made.read_text().split("\n") if line]


def plain(number):
    """Key under which members of different sources are compared here, independent of the library: letters and digits,
    no kind, no zero behind the year of a US publication, four-digit years."""
    text = re.sub(r"[^A-Z0-9]", "", number.upper())
    text = re.sub(r"(?<=\d)[A-Z]\d?$", "", text)
    found = re.fullmatch(r"(US|WO)((?:19|20)\d\d)0*(\d+)", text)
    if found and len(text) > 10:
        return f"{found[1]}{found[2]}-{found[3]}"
    found = re.fullmatch(r"([A-Z]{2}[A-Z]*)0*(\w+)", text)
    return found[1] + found[2] if found else text


def pairs(groups):
    return {pair for group in groups for pair in itertools.combinations(sorted(group), 2)}


def vendor_pairs(lists, inside):
    return pairs({frozenset({plain(m) for m in members} & inside) for members in lists})


def compare(label, made, column, lists):
    """Only documents the vendor knows can be right or wrong."""
    families = collections.defaultdict(set)
    for row in made:
        if row[0] != "unreadable":
            families[row[column]].add(plain(row[0]))
    inside = set().union(*families.values())
    known = {plain(m) for members in lists for m in members} & inside
    theirs, ours = vendor_pairs(lists, inside), pairs(f & known for f in families.values())
    both = theirs & ours
    share = [f"{len(both) / len(x):.4f}" if x else "none" for x in (theirs, ours)]
    print(f"{label}: vendor {len(theirs)}, ours {len(ours)}, both {len(both)}, recall {share[0]}, precision {share[1]}")
    return theirs - ours, ours - theirs


def outside(wrong, lists, inside):
    """How many of the pairs stand only in vendor's families that also have members outside the file."""
    closed = vendor_pairs([m for m in lists if {plain(x) for x in m} <= inside], inside)
    print(f"    in a vendor's family with members outside the file: {len(wrong - closed)}; "
          f"wholly inside: {len(wrong & closed)}" + "".join(f" {a}+{b}" for a, b in sorted(wrong & closed)[:EXAMPLES]))


def why(label, wrong, documents):
    """Documents that make up most of the difference, and whether any number ties the pairs at all."""
    if not wrong:
        return
    counts = collections.Counter(itertools.chain.from_iterable(wrong))
    print(f"  {label}: {len(wrong)} pairs, {len(counts)} documents; most often "
          + ", ".join(f"{n} ({c})" for n, c in sorted(counts.items(), key=lambda x: (-x[1], x[0]))[:EXAMPLES]))
    claims = collections.defaultdict(set)
    for d in documents:
        claims[plain(d.number)] |= {re.sub(r"\W", "", n.split("@")[0]) for n in [d.line[1], *d.line[3].split(";")]}
    common = sum(bool(claims[a] & claims[b]) for a, b in wrong)
    print(f"    with a number in common, as written: {common}; without: {len(wrong) - common}")


def sizes(table, made, column, heading, label):
    """Families above the vendor's published size, and families whose members are given different sizes."""
    size = {r["publication_number"]: int(r[heading]) for r in table}
    families = collections.defaultdict(list)
    for row in made:
        if row[0] in size:
            families[row[column]].append(size[row[0]])
    several = [f for f in families.values() if len(f) > 1]
    print(f"{label}: {len(families)} families, {len(several)} of several documents; larger than the vendor's size "
          f"{sum(len(f) > min(f) for f in families.values())}; members with different sizes "
          f"{sum(len(set(f)) > 1 for f in several)}")


def larger(table, made):
    """Each extended family above the vendor's size: members with their size, and the numbers that tie them."""
    size = {r["publication_number"]: r["extended_family_size"] for r in table}
    families = collections.defaultdict(list)
    for row in made:
        if row[0] in size:
            families[row[2]].append(row)
    for members in families.values():
        if len(members) > min(int(size[row[0]]) for row in members):
            ties = sorted({f"{row[3]} {row[4]}" for row in members if row[3] != "first"})
            print("  larger: " + ", ".join(f"{row[0]} ({size[row[0]]})" for row in members) + "; " + "; ".join(ties))


def citations(label, table, heading, documents):
    cited = [(r["publication_number"], c) for r in table for c in parts(r[heading], ";")]
    answers = run("[.cited-tsv]", documents, CITED_IN=sorted({c for _, c in cited}))
    found = {text: (match, record) for text, match, record in answers}
    counts = collections.Counter(found[c][0] for _, c in cited)
    stubs = {found[c][1] for _, c in cited if found[c][0] in ("unknown", "ambiguous", "unreadable")}
    given = {d.number for d in documents}
    print(f"{label}: {len(cited)} links, written exactly as a document of the set {sum(c in given for _, c in cited)}; "
          + ", ".join(f"{k} {v}" for k, v in sorted(counts.items())) + f"; stubs {len(stubs)} of "
          f"{len({c for _, c in cited if found[c][1] in stubs})} spellings")
    unread = sorted({c for _, c in cited if found[c][0] == "unreadable"})
    if unread:
        print(f"  unreadable: {len(unread)} spellings: {', '.join(unread[:EXAMPLES])}")
    resolved = ("exact", "kind_ignored", "application")
    exact = {(a, found[c][1]) for a, c in cited if found[c][0] == "exact"}
    return exact, {(a, found[c][1]) for a, c in cited if found[c][0] in resolved}


def main():
    if not DATA.is_dir():
        print(f"skipped: {DATA} is not there")
        return
    l, p, n = rows("lens_drones.csv.xz"), rows("patsnap_family.csv.xz"), rows("numbers.csv.xz")
    sources = {"lens": lens(l), "patsnap": patsnap(p), "derwent": derwent(n)}
    sources["all three"] = [d for s in list(sources.values()) for d in s]
    lists = {"patsnap simple": (1, [first_words(r["family_members"]) for r in p]),
             "patsnap inpadoc": (2, [first_words(r["inpadoc_family_members"]) for r in p]),
             "derwent inpadoc": (2, [first_words(r["inpadoc_family_members"]) for r in n])}
    for name, documents in sources.items():
        made = run("[.families-tsv]", documents, FAMILIES_BASIS="priorities")
        reasons = collections.Counter(r[3] for r in made if r[0] != "unreadable")
        print(f"== {name}: {len(documents)} documents; {dict(sorted(reasons.items()))}; unreadable numbers "
              f"{sum(r[0] == 'unreadable' for r in made)}")
        for vendor, (column, members) in lists.items():
            missed, extra = compare(f"{name} against {vendor}", made, column, members)
            if column == 2:
                why("missed", missed, documents)
                if missed:
                    outside(missed, members, {plain(d.number) for d in documents})
                why("not the vendor's", extra, documents)
        if name in ("lens", "all three"):
            sizes(l, made, 2, "extended_family_size", f"{name}, extended families against Lens sizes")
            sizes(l, made, 1, "simple_family_size", f"{name}, simple families against Lens sizes")
        if name == "lens":
            larger(l, made)
    made = run("[.families-tsv]", sources["patsnap"], FAMILIES_BASIS="vendor")
    for vendor in ("patsnap simple", "patsnap inpadoc"):
        compare(f"patsnap, as the vendor gives it, against {vendor}", made, *lists[vendor])
    exact_cited, cited = citations("cited", n, "cited_patents", sources["derwent"])
    exact_citing, citing = citations("citing", n, "citing_patents", sources["derwent"])
    print(f"links in both directions: exact {len(exact_cited & {(b, a) for a, b in exact_citing})}, "
          f"all {len(cited & {(b, a) for a, b in citing})}")


main()
