#!/usr/bin/env bash
# From nothing to the first report: installs what is missing, builds, runs the main job on the bundled synthetic park.
# Usage: tools/demo.sh [folder for the results]   (default: ./demo)
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-demo}
park=datasets/longmen-park

bash tools/setup.sh
cmake --preset dev -DLONGMEN_TESTS=OFF -B build/demo >/dev/null
cmake --build build/demo --target longmen
longmen=build/demo/bin/longmen

rm -rf "$out"
mkdir -p "$out"
export LONGMEN_WORKSPACE=$out/workspace

step() { printf '\n\033[1m%s\033[0m\n' "$*"; }
step "1  import: patents, enterprises, yearly figures"
"$longmen" import "$park/企业名单.xlsx" "$park/年度数据.csv" "$park"/园区专利_incoPat导出.xlsx "$park"/竞争对手专利_incoPat导出.csv.xz
step "2  status: what the data hold and can carry"
"$longmen" status
step "3  score: enterprises by value of their portfolios"
"$longmen" score --by enterprise --top 10
step "4  search"
"$longmen" search "液压 AND 密封" --limit 3
step "5  assess: who qualifies for the Longmen programme"
"$longmen" assess
step "6  report"
"$longmen" navigate park -o "$out/report.html"
printf '\nThe report: %s/%s\n' "$PWD" "$out/report.html"
