# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports every file below a folder, each into a workspace of its own, and prints a table: rows read, in, rejected and why.

Usage: import_all.py <longmen> <folder> [suffix to leave out ...]
"""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile


def told(longmen, path):
    with tempfile.TemporaryDirectory() as workspace:
        done = subprocess.run([longmen, "import", str(path), "-w", workspace, "--format", "json", "--quiet", "--lang", "en"],
                              capture_output=True, text=True)
    if done.returncode != 0:
        return [("–", "–", 0, 0, done.stderr.strip().removeprefix("Error: ").replace(str(path) + ": ", ""))]
    rows = []
    for table in json.loads(done.stdout)["files"]:
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
