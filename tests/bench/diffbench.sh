#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures the diff engine beside `git diff` and GNU diff on real bundles and on hard texts.
#   tests/bench/diffbench.sh [instructions|time|hard]…     (all three by default)
# The corpus comes from npm into build/bench (corpus.sh); nothing is installed.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$root/build/bench
mkdir -p "$work"
cd "$work"

"$root/tests/bench/corpus.sh"

"${CXX:-g++}" -std=c++20 -O2 -DNDEBUG -I "$root/app" "$root/tests/bench/diffbench.cpp" "$root"/app/diff/*.cpp \
    -static-libstdc++ -static-libgcc -o diffbench

exec python3 "$root/tests/bench/diffbench.py" "$@"
