# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes sheets of three experts, takes them in, and recomputes every evaluation from what
`longmen evaluate --format json` prints, and from nothing else.

Usage: recompute_evaluation.py <longmen> <folder to work in> <file of patents>
"""
import json
import math
import pathlib
import shutil
import statistics
import subprocess
import sys

TOLERANCE = 1e-9


def same(a, b, what):
    assert (a is None) == (b is None), f"{what}: {a} is not {b}"
    assert a is None or math.isclose(a, b, rel_tol=0, abs_tol=TOLERANCE), f"{what}: {a} is not {b}"


def by_points(points, raw):
    if raw <= points[0][0]:
        return points[0][1]
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        if raw <= x1:
            return y0 + (y1 - y0) * (raw - x0) / (x1 - x0)
    return points[-1][1]


def data_score(data):
    if "points" in data:
        return by_points(data["points"], data["raw"])
    if "categories" in data:
        return data["categories"][data["word"]]
    return dict(data["cases"]).get(data["word"], data["none"])


def weighted(items):
    known = [(weight, score) for weight, score in items if score is not None and weight > 0]
    return math.fsum(w * s for w, s in known) / math.fsum(w for w, _ in known) if known else None


def total_of(tree, score_of):
    return weighted((d["weight"], weighted((g["weight"], weighted((i["weight"], score_of(i)) for i in g["indicators"]))
                                           for g in d["groups"])) for d in tree)


def score_of(indicator):
    scores = [e["score"] for e in indicator["experts"] if e["score"] is not None]
    if scores:
        return statistics.fmean(scores)
    return data_score(indicator["data"]) if indicator["data"] else None


def check(result, mode, minimum):
    tree = result["tree"]
    coverage = dict.fromkeys(result["coverage"], 0.0)
    scorers = set()
    for dimension in tree:
        for group in dimension["groups"]:
            for indicator in group["indicators"]:
                scores = [e["score"] for e in indicator["experts"] if e["score"] is not None]
                same(score_of(indicator), indicator["score"], indicator["id"])
                weight = dimension["weight"] * group["weight"] * indicator["weight"]
                origin = ("expert" if len(scores) >= minimum else "provisional") if scores else \
                    "missing" if not indicator["data"] else "data" if indicator["class"].startswith("B") else "proxy"
                assert origin == indicator["origin"], indicator["id"]
                coverage[origin] += weight
                if weight > 0:
                    scorers |= {e["scorer"] for e in indicator["experts"] if e["score"] is not None}
                if len(scores) > 1:
                    same(statistics.stdev(scores), indicator["spread"]["sd"], "spread of an indicator")
    for origin, share in coverage.items():
        same(share, result["coverage"][origin], f"coverage {origin}")
    if result["state"] != "evaluated":
        assert result["total"] is None and result["low"] is None, "no value where nothing is evaluated"
        return
    zero = lambda i: score_of(i) or 0.0
    same(total_of(tree, zero), result["low"], "low")
    same(total_of(tree, lambda i: 100.0 if score_of(i) is None else score_of(i)), result["high"], "high")
    if mode == "available":
        same(total_of(tree, score_of), result["total"], "total")
        totals = []
        for scorer in sorted(scorers):
            own = lambda i: next((e["score"] for e in i["experts"] if e["scorer"] == scorer and e["score"] is not None), None)
            totals.append(total_of(tree, lambda i: score_of(i) if own(i) is None else own(i)))
        if totals:
            same(min(totals), result["spread"]["low"], "least total")
            same(max(totals), result["spread"]["high"], "greatest total")
            same(statistics.stdev(totals) if len(totals) > 1 else None, result["spread"]["sd"], "spread of the total")
    elif mode == "strict":
        same(result["low"], result["total"], "strict total")


def main():
    longmen, folder, patents = sys.argv[1:]
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)

    def run(*arguments, expect=0):
        done = subprocess.run([longmen, *arguments, "-w", folder / "w"], capture_output=True, text=True)
        assert done.returncode == expect, (arguments, done.returncode, done.stderr)
        return done.stdout

    run("import", patents, "--quiet")
    everything = json.loads(run("evaluate", "--all", "--scenario", "other", "--format", "json", "--quiet"))
    assert not any("tree" in result for p in everything["patents"] for result in p["scenarios"])
    # By total: the last ones are those that are not evaluated.
    numbers = [p["number"] for p in everything["patents"]]
    numbers = numbers[:20] + numbers[-20:]
    one = json.loads(run("evaluate", numbers[0], "--scenario", "other", "--format", "json", "--quiet"))
    ids = [i["id"] for d in one["patents"][0]["scenarios"][0]["tree"] for g in d["groups"] for i in g["indicators"]]
    assert len(ids) == 27
    run("template", "expert-sheet", *numbers, "--scenario", "finance", "-o", folder / "form.xlsx")
    run("import", folder / "form.xlsx", "--quiet")
    seed = 7
    sheets = []
    for scorer in ("甲", "乙", "丙"):
        rows = [f"评分人,{scorer}", "评分日期,2026-11-20", "专利号,指标编号,评分,评分理由,证据"]
        for number in numbers:
            for indicator in ids:
                seed = (seed * 1103515245 + 12345) % 2**31
                if seed // 65536 % 3 > 0:
                    rows.append(f"{number},{indicator},{seed // 65536 % 201 / 2},因为{seed},")
        sheets.append(folder / f"{scorer}.csv")
        sheets[-1].write_text("\n".join(rows) + "\n", encoding="utf-8")
    run("import", *sheets, "--quiet")
    assert '"unchanged"' in run("import", sheets[0], "--quiet", "--format", "json")
    for mode, option in (("available", []), ("strict", ["--strict-missing"]), ("range", ["--range"])):
        out = run("evaluate", *numbers, "--scenario", "all", "--format", "json", "--quiet", *option)
        told = json.loads(out)
        assert told["mode"] == mode and [p["number"] for p in told["patents"]] == numbers
        assert told["sheets"] == 3 * len(numbers)
        seen = set()
        for patent in told["patents"]:
            assert len(patent["scenarios"]) == 6
            for result in patent["scenarios"]:
                check(result, mode, told["minimum_scorers"])
                seen.add(result["state"])
        assert "evaluated" in seen and len(seen) > 1, seen
        print(mode, len(told["patents"]), "patents", sorted(seen))


if __name__ == "__main__":
    main()
