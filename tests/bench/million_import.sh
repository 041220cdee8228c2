#!/usr/bin/env bash
# A million generated rows of forty columns into an empty workspace: rows a second, memory, size, beside the bare cost of SQLite for the same
# rows of the same tables.
# Usage: tests/bench/million_import.sh <longmen> [rows, 1000000] [folder for the table and the databases]
set -euo pipefail
longmen=$1
rows=${2:-1000000}
here=$(cd "$(dirname "$0")" && pwd)
folder=${3:-$(mktemp -d)}
mkdir -p "$folder"
[ $# -ge 3 ] || trap 'rm -rf "$folder"' EXIT
table=$folder/incopat-$rows.csv
export LONGMEN_WORKSPACE=$folder/w

[ -s "$table" ] || { python3 "$here/generate_incopat.py" "$rows" "$table.part" && mv "$table.part" "$table"; }

measure() { # label, command...
  local label=$1 begun ended
  shift
  begun=$(date +%s.%N)
  /usr/bin/time -f '%M %U %S' -o "$folder/peak" "$@" >"$folder/out" 2>"$folder/err"
  ended=$(date +%s.%N)
  read -r peak user system < <(tail -1 "$folder/peak")
  seconds=$(echo "$ended - $begun" | bc)
  printf '%-36s %8.2f s  (%7.2f user %6.2f system)  peak %5d MB  %7d rows/s\n' "$label" "$seconds" "$user" "$system" $((peak / 1024)) \
    "$(echo "$rows / $seconds" | bc)"
}

printf 'load %s; table of %s rows, %s MB\n' "$(cut -d' ' -f1-3 /proc/loadavg)" "$rows" "$(du -m "$table" | cut -f1)"
rm -rf "$LONGMEN_WORKSPACE" "$folder/bare.db"
cat "$table" >/dev/null # into the page cache
measure "import" "$longmen" import "$table"
database=$LONGMEN_WORKSPACE/workspace.db
page=$(sqlite3 "$database" 'PRAGMA page_size')
sqlite3 "$database" .schema >"$folder/schema"
measure "bare SQLite: the same rows copied" sqlite3 "$folder/bare.db" \
  "PRAGMA page_size=$page; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;" ".read $folder/schema" \
  "ATTACH '$database' AS w;" "BEGIN; INSERT INTO patent SELECT * FROM w.patent; INSERT INTO alias SELECT * FROM w.alias;" \
  "INSERT INTO publication SELECT * FROM w.publication; INSERT INTO class SELECT * FROM w.class;" \
  "INSERT INTO citation SELECT * FROM w.citation; INSERT INTO history SELECT * FROM w.history; COMMIT;"
measure "import again, unchanged" "$longmen" import "$table"
for name in patent alias publication class citation history remark; do
  printf '%s %s; ' "$name" "$(sqlite3 "$database" "SELECT count(*) FROM $name")"
done
printf 'database %s MB; load %s\n' "$(du -m "$database" | cut -f1)" "$(cut -d' ' -f1-3 /proc/loadavg)"
