#!/usr/bin/env bash
# Installs what is missing, builds with assertions on, runs every test.
set -euo pipefail
cd "$(dirname "$0")/.."
bash tools/setup.sh
# From nothing: sources in groups. A folder that was made file by file (`cmake --preset dev`) stays as it is.
preset=whole
if [ -f build/dev/build.ninja ] && ! grep -q '^LONGMEN_UNITY:.*=ON$' build/dev/CMakeCache.txt; then preset=dev; fi
cmake --preset "$preset" >/dev/null
cmake --build --preset dev
mkdir -p build/dev/reports
ctest --preset dev -j "$(nproc)" "$@"
