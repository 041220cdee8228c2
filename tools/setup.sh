#!/usr/bin/env bash
# Installs, by package name and only where missing, what building, testing and the reports need.
# Works as root or through sudo; a second run finds everything present and returns at once.
set -euo pipefail

packages=(
  # build
  g++ cmake ninja-build pkg-config ccache git ca-certificates
  # library
  libfmt-dev libicu-dev libxxhash-dev libtomlplusplus-dev nlohmann-json3-dev libsqlite3-dev
  libzip-dev libexpat1-dev libarchive-dev libsimdjson-dev libuchardet-dev libxapian-dev libxlsxwriter-dev
  libeigen3-dev libboost-dev libigraph-dev libkainjow-mustache-dev
  # program and tests
  libcli11-dev catch2 librapidcheck-dev python3 xz-utils sqlite3 xapian-tools
  # reports: charts are inlined at build time, the browser opens them in a test
  nodejs chromium fonts-noto-cjk
)

missing=()
for package in "${packages[@]}"; do
  # A command already on the machine (a node of the user's own) counts as its package.
  if [ "$package" = nodejs ] && command -v node >/dev/null; then continue; fi
  if [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
    missing+=("$package")
  fi
done
if ! command -v npm >/dev/null; then missing+=(npm); fi

if [ ${#missing[@]} -eq 0 ]; then
  echo "setup: all ${#packages[@]} packages are present"
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "setup: not root and no sudo; please install: ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
echo "setup: installing ${#missing[@]} packages: ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
echo "setup: done"
