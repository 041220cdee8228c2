# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the verdict of every enterprise of the bundled park with the one it was built to get.

Usage: check_verdicts.py <longmen> <workspace> <verdicts.csv>
"""
import csv
import json
import subprocess
import sys

longmen, workspace, expected_file = sys.argv[1:]
out = subprocess.run([longmen, "assess", "-w", workspace, "--year", "2021", "--format", "json", "--quiet"], check=True,
                     capture_output=True, text=True).stdout
got = {entry["uscc"]: entry["verdict"] for entry in json.loads(out)["enterprises"]}
with open(expected_file, encoding="utf-8-sig", newline="") as file:
    expected = {row["uscc"]: row["verdict"] for row in csv.DictReader(file)}
wrong = {code: (verdict, got.get(code)) for code, verdict in expected.items() if got.get(code) != verdict}
assert not wrong and len(got) == len(expected), f"expected and found: {wrong}"
print(len(expected), "verdicts as built")
