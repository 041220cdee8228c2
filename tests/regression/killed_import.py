#!/usr/bin/env python3
"""Kills `longmen import` and `longmen search` at random moments, and fills the disk: what was there before stays whole.

tests/regression/killed_import.py LONGMEN [--kills 12] [--rows 20000] [--seed 1]; ends with 0 when all is well, 1 with a sentence for each
fault. After each kill the workspace must open, hold whole files only, be sound by SQLite's own checks, and take the same file again to the
same rows as if nothing had happened. Ids are compared as well: a killed import leaves none behind.
"""
import argparse
import ctypes
import hashlib
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
GENERATOR = os.path.join(HERE, "..", "bench", "generate_incopat.py")
TIMES = {"import": ("at",), "search_log": ("at",)}  # columns that tell when, not what
QUERY = "导流板 OR 密封圈"
faults = []


def check(good, sentence):
    if not good:
        faults.append(sentence)
        print("FAULT:", sentence, flush=True)


def environment(workspace):
    return {**os.environ, "LONGMEN_WORKSPACE": workspace, "LC_ALL": "C", "USER": "test"}


def run(longmen, workspace, *arguments):
    """Exit code, standard output, standard error."""
    done = subprocess.run([longmen, *arguments, "--lang", "en"], env=environment(workspace), capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def take_in(longmen, workspace, file):
    """Counts of an import, without the names of files."""
    code, out, err = run(longmen, workspace, "import", file, "--format", "json")
    if code != 0:
        return f"exit {code}: {err.strip()}"
    return [{key: value for key, value in entry.items() if key not in ("path", "rejects_file")} for entry in json.loads(out)["files"]]


def killed(longmen, workspace, seconds, *arguments):
    """Runs and kills after `seconds`; true when it had not ended by itself."""
    with subprocess.Popen([longmen, *arguments], env=environment(workspace), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            process.wait(seconds)
            return False
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            return True


def copy_of(source, target):
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    return target


def state_of(workspace):
    """One hash over every row of every table, and the files taken in with their rows."""
    database = sqlite3.connect(os.path.join(workspace, "workspace.db"))
    whole = hashlib.sha256()
    tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    for table in tables:
        columns = [column[1] for column in database.execute(f"PRAGMA table_info({table})") if column[1] not in TIMES.get(table, ())]
        whole.update(repr((table, columns)).encode())
        rows = database.execute(f"SELECT {', '.join(columns)} FROM {table}")  # in the order of ids, or of the key
        while some := rows.fetchmany(1000):
            whole.update(repr(some).encode())
    files = database.execute("SELECT path, rows, added + updated + unchanged + rejected FROM import ORDER BY id").fetchall()
    database.close()
    return whole.hexdigest(), [(os.path.basename(path), rows, counted) for path, rows, counted in files]


def check_sound(workspace, moment):
    database = sqlite3.connect(os.path.join(workspace, "workspace.db"))
    check(database.execute("PRAGMA integrity_check").fetchall() == [("ok",)], f"{moment}: integrity_check")
    check(database.execute("PRAGMA foreign_key_check").fetchall() == [], f"{moment}: foreign_key_check")
    database.close()


def patents_in(longmen, workspace, moment):
    code, out, err = run(longmen, workspace, "status", "--format", "json")
    check(code == 0, f"{moment}: status ends with {code}: {err.strip()}")
    return json.loads(out)["patents"]["applications"] if code == 0 else None


class ImportKills:
    """A file taken in beside another one with contradicting rows, killed over and over."""

    def __init__(self, longmen, folder, rows):
        self.longmen, self.folder = longmen, folder
        overlap = rows // 20
        first, self.file = (os.path.join(folder, name) for name in ("first.csv", "second.csv"))
        generate(first, 2 * overlap, 7)
        generate(self.file, rows, 1, overlap)
        with open(self.file, "a", encoding="utf-8", newline="") as out:
            for i in range(20):  # rows that are rejected
                out.write(f"没有号码的一行 {i},摘要\r\n")
        self.base = os.path.join(folder, "base")
        check(isinstance(take_in(longmen, self.base, first), list), "the first file goes in")
        self.before = state_of(self.base)
        self.patents_before = patents_in(longmen, self.base, "before")
        whole = copy_of(self.base, os.path.join(folder, "whole"))
        begun = time.monotonic()
        self.counts = take_in(longmen, whole, self.file)
        self.seconds = time.monotonic() - begun
        self.after = state_of(whole)
        self.patents_after = patents_in(longmen, whole, "after")
        self.rejects = self.rejects_of(whole)
        check(self.rejects.count("\n") == 21, "the undisturbed import rejects 20 rows")
        self.again = take_in(longmen, whole, self.file)
        self.repeated = state_of(whole)
        check(self.after[0] != self.before[0] and len(self.after[1]) == 2, f"the undisturbed import works: {self.counts}")

    @staticmethod
    def rejects_of(workspace):
        path = os.path.join(workspace, "rejects", "second.csv.rejects.csv")
        if not os.path.exists(path):
            return ""
        with open(path, encoding="utf-8") as file:
            return file.read()

    def kill(self, seconds):
        """True when the killed import had left nothing."""
        moment = f"import killed after {seconds:.3f} s"
        workspace = copy_of(self.base, os.path.join(self.folder, "killed"))
        killed(self.longmen, workspace, seconds, "import", self.file)
        patents = patents_in(self.longmen, workspace, moment)
        state = state_of(workspace)
        check(state in (self.before, self.after), f"{moment}: neither as before nor as after: {state[1]}")
        nothing = state == self.before
        check(patents == (self.patents_before if nothing else self.patents_after), f"{moment}: status counts {patents} patents")
        check_sound(workspace, moment)
        counts = take_in(self.longmen, workspace, self.file)
        check(counts == (self.counts if nothing else self.again), f"{moment}: the next import counts {counts}")
        check(state_of(workspace) == (self.after if nothing else self.repeated), f"{moment}: the next import gives other rows")
        check(self.rejects_of(workspace) == self.rejects, f"{moment}: the next import lists other rejected rows")
        return nothing

    def check_full(self, label, workspace, result):
        code, out, err = result
        check(code == 1 and out == "" and err.count("\n") == 1 and "nothing was changed" in err, f"{label}: exit {code}: {out}{err}")
        check(state_of(workspace) == self.before, f"{label}: something was changed")
        check_sound(workspace, label)
        check(take_in(self.longmen, workspace, self.file) == self.counts, f"{label}: the next import with room counts differently")
        check(state_of(workspace) == self.after, f"{label}: the next import with room gives other rows")
        print(f"{label}: {err.strip()}", flush=True)

    def limit_size(self):
        """No file may grow beyond a few megabytes."""
        size = os.path.getsize(os.path.join(self.base, "workspace.db")) + (4 << 20)
        workspace = copy_of(self.base, os.path.join(self.folder, "limited"))

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        done = subprocess.run([self.longmen, "import", self.file, "--lang", "en"], env=environment(workspace), capture_output=True,
                              text=True, check=False, preexec_fn=limit)  # and with the signals of a shell
        self.check_full("limit on the size of files", workspace, (done.returncode, done.stdout, done.stderr))

    def fill_disk(self):
        """A small file system of its own; needs the right to mount."""
        disk = os.path.join(self.folder, "disk")
        os.makedirs(disk)
        size = os.path.getsize(os.path.join(self.base, "workspace.db")) + (6 << 20)
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.mount(b"tmpfs", disk.encode(), b"tmpfs", 0, f"size={size}".encode()) != 0:
            print("full disk: left out, no right to mount", flush=True)
            return
        try:
            full = copy_of(self.base, os.path.join(disk, "w"))
            result = run(self.longmen, full, "import", self.file)
            workspace = copy_of(full, os.path.join(self.folder, "filled"))
        finally:
            libc.umount2(disk.encode(), 0)
        self.check_full("full disk", workspace, result)


class FirstImportKills:
    """The first file of a workspace, which is written in another way than later ones."""

    def __init__(self, longmen, folder, rows):
        self.longmen, self.folder = longmen, folder
        self.file = os.path.join(folder, "only.csv")
        generate(self.file, rows, 5)
        whole = os.path.join(folder, "first-whole")
        begun = time.monotonic()
        self.counts = take_in(longmen, whole, self.file)
        self.seconds = time.monotonic() - begun
        self.after = state_of(whole)
        self.again = take_in(longmen, whole, self.file)
        self.repeated = state_of(whole)

    def kill(self, seconds):
        """True when the killed import had left nothing."""
        moment = f"first import killed after {seconds:.3f} s"
        workspace = os.path.join(self.folder, "first-killed")
        shutil.rmtree(workspace, ignore_errors=True)
        killed(self.longmen, workspace, seconds, "import", self.file)
        nothing = True
        if os.path.exists(os.path.join(workspace, "workspace.db")):
            patents_in(self.longmen, workspace, moment)
            check_sound(workspace, moment)
            state = state_of(workspace)
            nothing = not state[1]
            check(nothing or state == self.after, f"{moment}: a part of the file is there: {state[1]}")
        counts = take_in(self.longmen, workspace, self.file)
        check(counts == (self.counts if nothing else self.again), f"{moment}: the next import counts {counts}")
        check(state_of(workspace) == (self.after if nothing else self.repeated), f"{moment}: the next import gives other rows")
        return nothing


class SearchKills:
    """The index while it is made from nothing, and while it is brought forward."""

    def __init__(self, longmen, folder, rows):
        self.longmen, self.folder = longmen, folder
        first, second = (os.path.join(folder, name) for name in ("index-first.csv", "index-second.csv"))
        generate(first, rows, 3)
        generate(second, rows // 10, 3, rows)
        fresh = os.path.join(folder, "index-fresh")
        take_in(longmen, fresh, first)
        self.cases = []
        self.add_case("made", fresh)
        stale = os.path.join(folder, "index-made-whole")
        take_in(longmen, stale, second)
        self.add_case("brought forward", stale)

    def add_case(self, label, base):
        whole = copy_of(base, os.path.join(self.folder, f"index-{label.split()[0]}-whole"))
        begun = time.monotonic()
        answer = self.search(whole)
        check(answer[0] == 0 and answer[2] == "", f"the undisturbed search works: {answer[2].strip()}")
        self.cases.append((label, base, time.monotonic() - begun, answer))

    def search(self, workspace):
        """Exit code, answer and complaints; the number of the run is left out: a killed search may have been logged before."""
        code, out, err = run(self.longmen, workspace, "search", QUERY, "--limit", "20", "--format", "json", "--quiet")
        answer = json.loads(out) if code == 0 else out
        if code == 0:
            answer.pop("run")
        return code, answer, err

    def kill(self, number, share):
        label, base, seconds, answer = self.cases[number % len(self.cases)]
        moment = f"search killed after {seconds * share:.3f} s while the index is {label}"
        workspace = copy_of(base, os.path.join(self.folder, "index-killed"))
        killed(self.longmen, workspace, seconds * share, "search", QUERY)
        check(self.search(workspace) == answer, f"{moment}: the next search answers otherwise")
        check_sound(workspace, moment)


def generate(file, rows, seed, start=0):
    subprocess.run([sys.executable, GENERATOR, str(rows), file, "--seed", str(seed), "--from", str(start)], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("longmen")
    parser.add_argument("--kills", type=int, default=12)
    parser.add_argument("--rows", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    longmen = os.path.abspath(options.longmen)
    with tempfile.TemporaryDirectory(prefix="longmen-killed-") as folder:
        imports = ImportKills(longmen, folder, options.rows)
        nothing = 0
        for number in range(options.kills):
            nothing += imports.kill(rng.uniform(0, 1.1) * imports.seconds)
            if number % 20 == 19:
                print(f"{number + 1} imports killed, {len(faults)} faults", flush=True)
        print(f"{options.kills} imports of {options.rows} rows ({imports.seconds:.2f} s) killed: {nothing} left nothing, "
              f"{options.kills - nothing} were whole", flush=True)
        firsts = FirstImportKills(longmen, folder, options.rows)
        nothing = sum(firsts.kill(rng.uniform(0, 1.1) * firsts.seconds) for _ in range(options.kills))
        print(f"{options.kills} first imports of {options.rows} rows ({firsts.seconds:.2f} s) killed: {nothing} left nothing, "
              f"{options.kills - nothing} were whole", flush=True)
        imports.limit_size()
        imports.fill_disk()
        searches = SearchKills(longmen, folder, options.rows // 10)
        for number in range(options.kills):
            searches.kill(number, rng.uniform(0, 1.1))
        print(f"{options.kills} searches killed while the index is made ({searches.cases[0][2]:.2f} s) or brought forward "
              f"({searches.cases[1][2]:.2f} s)", flush=True)
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
