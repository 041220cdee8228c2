#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills `longmen snapshot build --tables` at random moments and fills its disk: no temporary file stays, an older snapshot stays whole.

tests/regression/killed_snapshot.py LONGMEN [--kills 12] [--seed 1]; ends with 0 when all is well, 1 with a sentence for each fault.
"""
import argparse
import ctypes
import os
import random
import subprocess
import sys
import tempfile
import time

APPLICATIONS = 60000
faults = []


def check(good, sentence):
    if not good:
        faults.append(sentence)
        print("FAULT:", sentence, flush=True)


def write_tables(folder, rng):
    """Large enough for every table to leave more than is kept back in memory."""
    os.makedirs(folder)

    def table(name, heading, rows):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
            out.write(heading + "\n")
            out.writelines(rows)

    ids = range(1, APPLICATIONS + 1)
    table("tls201.csv", "appln_id,appln_auth,appln_nr,appln_kind,appln_filing_date,docdb_family_id",
          (f"{i},US,2001{i:08},A,{1990 + i % 30}-0{1 + i % 9}-11,{i // 2 + 1}\n" for i in ids))
    table("tls211.csv", "pat_publn_id,publn_auth,publn_nr,publn_kind,appln_id,publn_date,publn_first_grant",
          (f"{i},US,{5000000 + i},B2,{i},2021-05-04,Y\n" for i in ids))
    table("tls212.csv", "pat_publn_id,citn_id,cited_pat_publn_id,cited_appln_id",
          (f"{i},{n},{rng.randint(1, APPLICATIONS)},0\n" for i in ids for n in range(3)))
    table("tls209.csv", "appln_id,ipc_class_symbol,ipc_position", (f"{i},A61K  {1 + i % 40}/00,F\n" for i in ids))
    table("tls207.csv", "person_id,appln_id,applt_seq_nr,invt_seq_nr", (f"{i},{i},1,0\n" for i in ids))
    table("tls206.csv", "person_id,person_name,person_ctry_code", (f"{i},Quercus {i} Werke,DE\n" for i in ids))


def command(longmen, tables, output, *more):
    return [longmen, "snapshot", "build", "--tables", tables, "-o", output, "--overwrite", "--lang", "en", "--quiet", *more]


def bytes_of(path):
    with open(path, "rb") as file:
        return file.read()


def fill_disk(longmen, tables, folder):
    disk = os.path.join(folder, "disk")
    os.makedirs(disk)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"tmpfs", disk.encode(), b"tmpfs", 0, b"size=1m") != 0:
        print("full disk: left out, no right to mount", flush=True)
        return
    try:
        output = os.path.join(folder, "full.lms")
        done = subprocess.run(command(longmen, tables, output, "--scratch", disk), capture_output=True, text=True, check=False)
        check(done.returncode == 1 and "the disk is full" in done.stderr and "--scratch" in done.stderr,
              f"full disk: exit {done.returncode}, {done.stderr!r}")
        check(os.listdir(disk) == [] and not os.path.exists(output), "full disk: something stayed behind")
    finally:
        libc.umount2(disk.encode(), 0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("longmen")
    parser.add_argument("--kills", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="longmen-snapshot-") as folder:
        tables, out, scratch = (os.path.join(folder, name) for name in ("tables", "out", "scratch"))
        write_tables(tables, rng)
        os.makedirs(out)
        os.makedirs(scratch)
        output = os.path.join(out, "s.lms")
        begun = time.monotonic()
        subprocess.run(command(options.longmen, tables, output, "--scratch", scratch), check=True)
        whole, took = bytes_of(output), time.monotonic() - begun
        for kill in range(options.kills):
            process = subprocess.Popen(command(options.longmen, tables, output, "--scratch", scratch))
            time.sleep(rng.uniform(0, took))
            process.kill()
            process.wait()
            check(os.listdir(scratch) == [], f"kill {kill}: temporary files stayed: {os.listdir(scratch)}")
            check(bytes_of(output) == whole, f"kill {kill}: the older snapshot is not whole")
        subprocess.run(command(options.longmen, tables, output, "--scratch", scratch), check=True)
        check(bytes_of(output) == whole, "made again after the kills, the snapshot differs")
        fill_disk(options.longmen, tables, folder)
    print(f"{options.kills} kills, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
