# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports every file below a folder, each into a workspace of its own, and prints a table: rows read, in, rejected and why. A table that
names persons or places by id goes in with those of its folder.

Usage: import_all.py <longmen> <folder> [suffix to leave out ...]
"""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile


def taken_in(longmen, paths):
    """What the program says of the files, in one workspace, and its complaint."""
    with tempfile.TemporaryDirectory() as workspace:
        done = subprocess.run([longmen, "import", *map(str, paths), "-w", workspace, "--format", "json", "--quiet", "--lang", "en"],
                              capture_output=True, text=True)
    return json.loads(done.stdout)["files"] if done.returncode == 0 else [], done.stderr.strip()


def baseline_of(longmen, path):
    """A table of distributions becomes a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([longmen, "baseline", "import", path, "-o", folder + "/b.lmb", "--lang", "en"], capture_output=True, text=True)
    rows = next((int(line.split()[0]) for line in done.stderr.splitlines() if line.endswith(" rows read")), 0)
    return ("baseline import", "baseline", rows, 0, next((line for line in done.stderr.splitlines() if line.startswith("left out")), ""))


def told(longmen, path):
    files, complaint = taken_in(longmen, [path])
    if "ids that are not known yet" in complaint:
        others = [p for p in sorted(path.parent.iterdir()) if p.is_file() and p != path]
        referents = [p for p in others if any(f["kind"] == "referents" for f in taken_in(longmen, [p])[0])]
        files, complaint = taken_in(longmen, [*referents, path])
    if not files and "longmen baseline import" in complaint:
        return [baseline_of(longmen, path)]
    if not files:
        return [("–", "–", 0, 0, complaint.removeprefix("Error: ").replace(str(path) + ": ", ""))]
    rows = []
    for table in files:
        if table["path"] != str(path):
            continue
        rejects = ", ".join(f"{count} {code}" for code, count in table["rejects"].items())
        remarks = ", ".join(f"{count} {code}" for code, count in table["remarks"].items())
        skipped = f"{len(table['skipped'])} parts not read" if table["skipped"] else ""
        words = "; ".join(filter(None, [rejects and "rejected: " + rejects, remarks and "remarks: " + remarks, skipped]))
        rows.append((table["source"], table["kind"], table["rows"], table["rejected"], words))
    return rows


def main():
    longmen, folder, *left_out = sys.argv[1:]
    folder = pathlib.Path(folder)
    sums = collections.Counter()
    print("| file | source | kind | rows | in | rejected | remarks |\n|---|---|---|---:|---:|---:|---|")
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and not p.name.endswith(tuple(left_out or ["\0"]))):
        for source, kind, rows, rejected, words in told(longmen, path):
            print(f"| `{path.relative_to(folder)}` | {source} | {kind} | {rows} | {rows - rejected} | {rejected} | {words} |")
            sums["rows"] += rows
            sums["rejected"] += rejected
    print(f"\n{sums['rows']} rows, {sums['rows'] - sums['rejected']} in, {sums['rejected']} rejected.")


main()
