# SPDX-License-Identifier: GPL-3.0-or-later
"""Two exports of the same patents: one record each, and exactly the contradictions that were put into the second are listed.

Usage: check_conflicts.py <longmen> <bundled park>
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

longmen, park = sys.argv[1], pathlib.Path(sys.argv[2])


def run(*command):
    return subprocess.run([longmen, *command], check=True, capture_output=True, text=True).stdout


with tempfile.TemporaryDirectory() as folder:
    workspace = ["-w", folder + "/w"]
    exports = ["园区专利_incoPat导出.xlsx", "竞争对手专利_incoPat导出.csv.xz"]
    run("import", *workspace, "--quiet", *[str(park / name) for name in exports])
    out = json.loads(run("import", *workspace, "--quiet", "--format", "json", str(park / "部分专利_CNIPR导出.csv.gz"),
                         str(park / "english-sample.utf16.tsv")))
    assert [file["added"] for file in out["files"]] == [0, 0], "the second export describes patents that are there already"
    status = json.loads(run("status", *workspace, "--format", "json"))
    assert status["patents"]["applications"] == 3263 + 20153
    with open(park / "expected" / "conflicts.csv", encoding="utf-8-sig", newline="") as file:
        expected = list(csv.DictReader(file))
    assert status["conflicts"]["count"] == len(expected), status["conflicts"]["count"]
    seen = set()
    for row in expected:
        record = json.loads(run("show", *workspace, row["app_no"], "--format", "json"))
        found = [one for one in record["conflicts"] if one["field"] == row["field"]]
        assert len(found) == 1, row
        values = {found[0]["kept"].replace("-", "."), found[0]["other"].replace("-", ".")}
        assert values == {row["incopat"].replace("-", "."), row["cnipr"].replace("-", ".")}, (row, values)
        seen.add((row["app_no"], row["field"]))
    assert len(seen) == len(expected)
    print(len(seen), "contradictions, as built")
