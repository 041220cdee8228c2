#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills `longmen watch` at random moments: what is new is told in full, before the kill or at the next look, never lost.

tests/regression/killed_watch.py LONGMEN [--kills 12] [--seed 1]; ends with 0 when all is well, 1 with a sentence for each fault.
"""
import argparse
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

KNOWN, NEW = 300, 200
faults = []


def check(good, sentence):
    if not good:
        faults.append(sentence)
        print("FAULT:", sentence, flush=True)


def environment(workspace):
    return {**os.environ, "LONGMEN_WORKSPACE": workspace, "LC_ALL": "C", "USER": "test"}


def run(longmen, workspace, *arguments):
    return subprocess.run([longmen, *arguments, "--lang", "en", "--quiet"], env=environment(workspace), capture_output=True, text=True, check=True).stdout


def write_rows(path, first, count):
    with open(path, "w", encoding="utf-8") as out:
        out.write("公开号,名称,摘要\n")
        for i in range(first, first + count):
            out.write(f"CN{200000000 + i}U,一种密封圈{i},橡胶的密封圈。\n")
    return path


def looks(workspace):
    with sqlite3.connect(os.path.join(workspace, "workspace.db")) as database:
        check(database.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "the database is damaged")
        return database.execute("SELECT count(*) FROM watch_look").fetchone()[0]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("longmen")
    parser.add_argument("--kills", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="longmen-watch-") as folder:
        whole, trial = os.path.join(folder, "whole"), os.path.join(folder, "trial")
        run(options.longmen, whole, "import", write_rows(os.path.join(folder, "a.csv"), 0, KNOWN))
        run(options.longmen, whole, "search", "密封圈", "--save", "seals", "--limit", "1")
        run(options.longmen, whole, "watch", "@seals")
        run(options.longmen, whole, "import", write_rows(os.path.join(folder, "b.csv"), KNOWN, NEW))
        expected = {f"CN{200000000 + i}U" for i in range(KNOWN, KNOWN + NEW)}
        shutil.copytree(whole, trial)
        begin = time.monotonic()
        told = set(run(options.longmen, trial, "watch", "@seals", "--format", "numbers").split())
        seconds = time.monotonic() - begin
        check(told == expected, f"the look that was not killed tells {len(told)} instead of {NEW}")
        check(looks(trial) == 2, "the look that was not killed is not kept")
        kept = 0
        for kill in range(options.kills):
            shutil.rmtree(trial)
            shutil.copytree(whole, trial)
            path = os.path.join(folder, "told.txt")
            with open(path, "wb") as out, subprocess.Popen([options.longmen, "watch", "@seals", "--format", "numbers", "--quiet"],
                                                           env=environment(trial), stdout=out, stderr=subprocess.DEVNULL) as process:
                # Most near the end: what is written out and what is kept.
                time.sleep(seconds * (1 - rng.random() ** 2))
                process.kill()
            told = set(open(path, encoding="utf-8").read().split())
            if looks(trial) == 2:
                kept += 1
                check(told == expected, f"kill {kill}: the look is kept, but {len(told)} of {NEW} were told")
            else:
                again = set(run(options.longmen, trial, "watch", "@seals", "--format", "numbers").split())
                check(again == expected, f"kill {kill}: the next look tells {len(again)} instead of {NEW}")
            check(run(options.longmen, trial, "watch", "@seals", "--format", "numbers") == "", f"kill {kill}: told twice after a kept look")
        print(f"{options.kills} kills, {kept} of them after the look was kept; {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
