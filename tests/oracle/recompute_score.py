# SPDX-License-Identifier: GPL-3.0-or-later
"""Recomputes scores from what `longmen explain --format json` prints, and from nothing else.

Usage: recompute_score.py <longmen> <workspace> NUMBER|ENTERPRISE|PARK...
Every normalised figure, contribution, value and coverage must come out the same to 1e-9.
"""
import json
import math
import subprocess
import sys

TOLERANCE = 1e-9


def same(a, b, what):
    assert math.isclose(a, b, rel_tol=0, abs_tol=TOLERANCE), f"{what}: {a} is not {b}"


def spread(distribution):
    return [value for value, count in distribution for _ in range(count)]


def percentile(values, share):
    """Percentile as Stata defines it: n * share, the mean of two neighbours where that is whole."""
    position = len(values) * share
    whole = int(position + 1e-9)
    if abs(position - whole) < 1e-9:
        low, high = max(whole, 1), min(whole + 1, len(values))
        return (values[low - 1] + values[high - 1]) / 2
    return values[whole]


def normalised(term, cohorts):
    kind = term["normalisation"]
    if kind == "points":
        value = term["points"][term["category"]]
    elif kind == "share":
        value = min(1.0, term["raw"] / term["full"])
    else:
        values = spread(cohorts[term["indicator"]][term["cohort"]["id"]])
        assert len(values) == term["cohort"]["size"], "members of the cohort"
        if kind == "cap_p99":
            cap = percentile(values, 0.99)
            same(cap, term["cohort"]["p99"]["value"], "99th percentile")
            value = 0.0 if cap == 0 else min(1.0, term["raw"] / cap)
        else:
            below = sum(1 for one in values if one < term["raw"])
            equal = sum(1 for one in values if one == term["raw"])
            value = (below + equal / 2) / len(values)
    return max(0.0, 1.0 - value if term["direction"] == "less" else value)


def check_patent(trace, cohorts):
    used = [term for term in trace["terms"] if term["state"] != "dropped"]
    weights = sum(term["weight"] for term in used)
    total = 0.0
    for term in used:
        value = normalised(term, cohorts) if term["state"] == "measured" else 0.0
        same(value, term["normalised"], f"{trace['number']} {term['indicator']}")
        same(term["weight"] / weights, term["weight_used"], "weight used")
        points = trace["basis"]["scale"] * term["weight"] / weights * value
        same(points, term["contribution"], "contribution")
        total += points
    same(sum(t["weight"] for t in trace["terms"] if t["state"] == "measured"), trace["coverage"], "coverage")
    if trace["value"] is not None:
        same(total, trace["value"], f"value of {trace['number']}")
    for field in trace["inputs"]:
        assert field["file"] and field["row"] and field["column"] or field["fix"] or field["field"] in DERIVED, field
    return trace["value"]


# Fields that the record's own numbers and publications decide, without a column of their own.
DERIVED = {"patent_type", "grant_date"}


def main():
    longmen, workspace, *subjects = sys.argv[1:]
    for subject in subjects:
        out = subprocess.run([longmen, "explain", "-w", workspace, "--format", "json", "--quiet", subject], check=True,
                             capture_output=True, text=True).stdout
        trace = json.loads(out)
        cohorts = trace["cohort_values"]
        if "parts" not in trace:
            check_patent(trace, cohorts)
            print(subject, trace["value"])
            continue
        counted = [part for part in trace["parts"] if part["counted"]]
        values = []
        for part in counted:
            value = check_patent(part["trace"], cohorts)
            same(value, part["value"], "value of a family")
            values.append(value)
        if trace["sum"] is not None:
            same(math.fsum(values), trace["sum"], f"sum of {subject}")
            best = sorted(values, reverse=True)[:trace["top"]]
            if best:
                same(math.fsum(best) / len(best), trace["top_mean"], f"mean of the best of {subject}")
            same(trace["sum"] if trace["value_rule"] == "sum" else trace["top_mean"], trace["value"], "value")
        print(subject, trace["value"], len(counted), "families")


if __name__ == "__main__":
    main()
