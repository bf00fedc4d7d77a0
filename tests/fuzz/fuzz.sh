#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Feeds made-up texts to the diff library under the address and undefined-behaviour sanitizers.
#   tests/fuzz/fuzz.sh [RUNS] [LIBFUZZER-OPTION…]     (ten million runs by default; needs clang)
# What it finds interesting is kept in build/fuzz/corpus, what breaks a rule in build/fuzz/crash-*.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$root/build/fuzz
compiler=$(command -v clang++ || command -v clang++-14) || { echo "needs clang"; exit 2; }
mkdir -p "$work/corpus"
cd "$work"
objects=()
for source in "$root"/app/diff/*.cpp "$root/tests/fuzz/difffuzz.cpp"; do
    object=$(basename "$source" .cpp).o
    objects+=("$object")
    if [ ! -s "$object" ] || [ -n "$(find "$root/app/diff" "$root/tests/fuzz" -newer "$object" -name '*.h' -print -quit)" ] ||
        [ "$source" -nt "$object" ]; then
        "$compiler" -std=c++20 -O1 -g -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined \
            -fno-sanitize-recover=all -I "$root/app" -I "$root/tests/fuzz" -c "$source" -o "$object"
    fi
done
"$compiler" -fsanitize=fuzzer,address,undefined "${objects[@]}" -o difffuzz
runs=${1:-10000000}
shift || true
exec ./difffuzz -runs="$runs" -max_len=192 -timeout=20 -dict="$root/tests/fuzz/javascript.dict" \
    -print_final_stats=1 "$@" corpus
