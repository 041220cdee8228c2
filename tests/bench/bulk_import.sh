#!/usr/bin/env bash
# How fast a large table goes in and is indexed, beside the bare cost of SQLite for the same rows.
# Usage: tests/bench/bulk_import.sh <longmen> <table of patents> [query]
set -euo pipefail
longmen=$1
table=$2
query=${3:-发光二极管}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LONGMEN_WORKSPACE=$folder/w

measure() { # label, command...
  local label=$1 begun ended
  shift
  begun=$(date +%s.%N)
  /usr/bin/time -f '%M' -o "$folder/peak" "$@" >"$folder/out" 2>"$folder/err"
  ended=$(date +%s.%N)
  printf '%-34s %8.2f s   peak %5d MB\n' "$label" "$(echo "$ended - $begun" | bc)" "$(($(tail -1 "$folder/peak") / 1024))"
}

measure "import" "$longmen" import "$table"
measure "import again, unchanged" "$longmen" import "$table"
measure "status" "$longmen" status
measure "score" "$longmen" score --top 1
measure "index and first search" "$longmen" search "$query" --limit 1
measure "search again" "$longmen" search "$query" --limit 1
sqlite3 "$LONGMEN_WORKSPACE/workspace.db" .schema >"$folder/schema"
measure "bare SQLite: the same rows copied" sqlite3 "$folder/bare.db" \
  "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;" ".read $folder/schema" "ATTACH '$LONGMEN_WORKSPACE/workspace.db' AS w;" \
  "BEGIN; INSERT INTO patent SELECT * FROM w.patent; INSERT INTO alias SELECT * FROM w.alias;" \
  "INSERT INTO publication SELECT * FROM w.publication; INSERT INTO class SELECT * FROM w.class;" \
  "INSERT INTO history SELECT * FROM w.history; COMMIT;"
printf 'rows %s, database %s MB, index %s MB\n' \
  "$(sqlite3 "$LONGMEN_WORKSPACE/workspace.db" 'SELECT count(*) FROM patent')" \
  "$(du -sm "$LONGMEN_WORKSPACE/workspace.db" | cut -f1)" "$(du -sm "$LONGMEN_WORKSPACE/index" | cut -f1)"
