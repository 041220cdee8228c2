# SPDX-License-Identifier: GPL-3.0-or-later
"""Recomputes scores from what `longmen explain --format json` prints, and from nothing else.

Usage: recompute_score.py <longmen> <workspace> <model>[@<baseline>] NUMBER|ENTERPRISE|PARK...
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


def on_curve(places, x):
    if x <= places[0][0]:
        return places[0][1]
    for (x0, y0), (x1, y1) in zip(places, places[1:]):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return places[-1][1]


def step_points(steps, x):
    for step in steps:
        if (x >= step.get("from", -math.inf) and x > step.get("over", -math.inf)
                and x <= step.get("to", math.inf) and x < step.get("under", math.inf)):
            return step["points"]
    return 0


def normalised(term, cohorts):
    kind, raw = term["normalisation"], term["raw"]
    if kind == "points":
        value = term["points"][term["category"]]
    elif kind == "share":
        value = min(1.0, max(0.0, raw / term["full"]))
    elif kind == "curve":
        value = on_curve(term["curve"], raw)
    elif kind == "steps":
        value = step_points(term["steps"], raw) / max(step["points"] for step in term["steps"])
    elif kind == "as_is":
        value = raw
    else:
        values = spread(cohorts[term["name"]][term["cohort"]["id"]])
        assert len(values) == term["cohort"]["size"], "members of the cohort"
        if kind == "cap_p99":
            cap = percentile(values, 0.99)
            same(cap, term["cohort"]["p99"]["value"], "99th percentile")
            value = 0.0 if cap == 0 else min(1.0, max(0.0, raw / cap))
        elif kind == "mean_ratio":
            value = raw / (math.fsum(values) / len(values))
        else:
            below = sum(1 for one in values if one < raw)
            equal = sum(1 for one in values if one == raw)
            value = (below + equal / 2) / len(values)
    return 1.0 - value if term["direction"] == "less" else value


def aggregate(rule, scale, pairs):
    """Value of (weight, normalised value) of the terms used."""
    weights = math.fsum(w for w, _ in pairs)
    if rule in ("weighted_mean", "points"):
        return scale * math.fsum(w * x for w, x in pairs) / weights
    if rule == "product":
        return scale * math.prod(x ** w for w, x in pairs)
    if rule == "geometric_mean":
        return scale * math.prod(x ** (w / weights) for w, x in pairs)
    worst = math.sqrt(math.fsum((w * x) ** 2 for w, x in pairs))
    best = math.sqrt(math.fsum((w * (1 - x)) ** 2 for w, x in pairs))
    return scale * worst / (worst + best)


def check_patent(trace, cohorts):
    rule, scale = trace["basis"]["aggregation"], trace["basis"]["scale"]
    used = [term for term in trace["terms"] if term["state"] != "dropped"]
    weights = sum(term["weight"] for term in used)
    pairs = []
    for term in used:
        value = normalised(term, cohorts) if term["state"] == "measured" else 0.0
        same(value, term["normalised"], f"{trace['number']} {term['name']}")
        share = term["weight"] if rule == "product" else term["weight"] / weights
        same(share, term["weight_used"], "weight used")
        if rule in ("weighted_mean", "points"):
            same(scale * share * value, term["contribution"], "contribution")
        pairs.append((term["weight"], value))
    measured = sum(t["weight"] for t in trace["terms"] if t["state"] == "measured")
    same(measured / sum(t["weight"] for t in trace["terms"]), trace["coverage"], "coverage")
    if trace["value"] is not None:
        same(aggregate(rule, scale, pairs), trace["value"], f"value of {trace['number']}")
    for field in trace["inputs"]:
        assert field["file"] and field["row"] and field["column"] or field["fix"] or field["field"] in DERIVED, field
    return trace["value"]


def best_first(values):
    return sorted(values, reverse=True)


# Fields that the record's own numbers and publications decide, without a column of their own.
DERIVED = {"patent_type", "grant_date", "pub_date"}


def main():
    longmen, workspace, model, *subjects = sys.argv[1:]
    model, _, baseline = model.partition("@")
    options = ["--model", model] + (["--baseline", baseline] if baseline else [])
    for subject in subjects:
        out = subprocess.run([longmen, "explain", "-w", workspace, "--format", "json", "--quiet", *options, subject], check=True,
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
            best = best_first(values)[:trace["top"]]
            if best:
                same(math.fsum(best) / len(best), trace["top_mean"], f"mean of the best of {subject}")
            h = sum(1 for place, one in enumerate(best_first(values), 1) if one >= place * trace.get("step", 1))
            same({"sum": trace["sum"], "top_mean": trace["top_mean"], "h": h}[trace["value_rule"]], trace["value"],
                 "value")
        print(subject, trace["value"], len(counted), "families")


if __name__ == "__main__":
    main()
