#!/usr/bin/env bash
# Installs what is missing, builds with assertions on, runs every test.
set -euo pipefail
cd "$(dirname "$0")/.."
bash tools/setup.sh
cmake --preset dev >/dev/null
cmake --build --preset dev
mkdir -p build/dev/reports
ctest --preset dev -j "$(nproc)" "$@"
