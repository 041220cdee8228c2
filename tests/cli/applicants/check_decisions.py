# SPDX-License-Identifier: GPL-3.0-or-later
"""A decision by hand stands above the rules and later imports, and can be taken back. Usage: check_decisions.py <longmen> <patents.csv>"""
import csv
import io
import subprocess
import sys
import tempfile

LONGMEN, PATENTS = sys.argv[1:3]
WITH, WITHOUT, WORKS = "晋中市某某机械有限责任公司", "晋中市某某机械有限公司", "晋中市某某机械厂"


def run(workspace, *words):
    return subprocess.run([LONGMEN, *words, "-w", workspace, "--lang", "zh"], check=True, capture_output=True, text=True).stdout


def groups(workspace):
    found = {}
    for row in csv.DictReader(io.StringIO(run(workspace, "applicants", "--all", "--format", "csv"))):
        found.setdefault(row["applicant"], set()).add(row["spelling"])
    return list(found.values())


def together(workspace, *names):
    return any(set(names) <= group for group in groups(workspace))


with tempfile.TemporaryDirectory() as workspace:
    run(workspace, "import", PATENTS, "--quiet")
    assert together(workspace, WITH, WITHOUT) and not together(workspace, WITH, WORKS)
    run(workspace, "applicants", WITH, WITHOUT, "--apart", "--reason", "两家企业")
    run(workspace, "applicants", WITH, WORKS, "--same", "--reason", "改制")
    run(workspace, "import", PATENTS, "--quiet")
    assert not together(workspace, WITH, WITHOUT), "a decision was not kept"
    assert together(workspace, WITH, WORKS)
    top = run(workspace, "status", "--format", "csv")
    assert f"applicant,{WITH},2" in top or f"applicant,{WORKS},2" in top, "rankings do not count by applicant"
    run(workspace, "applicants", WITHOUT, WITH, "--undo")
    assert together(workspace, WITH, WITHOUT)
    listed = run(workspace, "applicants", "--decisions", "--format", "csv").splitlines()
    assert len(listed) == 3 and "改制" in listed[2], listed
