#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Feeds made-up texts to the diff library under the address and undefined-behaviour sanitizers.
#   tests/fuzz/fuzz.sh [INPUTS] [LIBFUZZER-OPTION…]     (ten million by default; needs clang)
# What it finds interesting is kept in build/fuzz/corpus, what breaks a rule in build/fuzz/crash-*.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=${EDGEWRIGHT_FUZZ:-$root/build/fuzz}
compiler=$(command -v clang++ || command -v clang++-14) || { echo "needs clang"; exit 2; }
mkdir -p "$work/corpus"
cd "$work"
objects=()
for source in "$root"/app/diff/*.cpp "$root/tests/fuzz/difffuzz.cpp"; do
    object=$(basename "$source" .cpp).o
    objects+=("$object")
    if [ ! -s "$object" ] || [ "$root/tests/fuzz/fuzz.sh" -nt "$object" ] || [ "$source" -nt "$object" ] ||
        [ -n "$(find "$root/app/diff" "$root/tests/fuzz" -newer "$object" -name '*.h' -print -quit)" ]; then
        "$compiler" -std=c++20 -O2 -g1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all \
            -fsanitize-coverage=inline-8bit-counters,pc-table -fsanitize-coverage-ignorelist="$root/tests/fuzz/ignorelist.txt" \
            -I "$root/app" -I "$root/tests/fuzz" -c "$source" -o "$object"
    fi
done
"$compiler" -fsanitize=fuzzer,address,undefined "${objects[@]}" -o difffuzz
# Speed: coverage by branches alone, no record of who allocated, little memory kept from reuse.
export ASAN_OPTIONS=malloc_context_size=0:quarantine_size_mb=8${ASAN_OPTIONS:+:$ASAN_OPTIONS}
wanted=${1:-10000000}
shift || true
# In rounds, each with the corpus that the one before left; the first failure ends it.
done=0
while [ "$done" -lt "$wanted" ]; do
    round=$((wanted - done < 500000 ? wanted - done : 500000))
    if ! ./difffuzz -runs="$round" -max_len=192 -timeout=20 -entropic=0 -reload=0 -dict="$root/tests/fuzz/javascript.dict" \
        -print_final_stats=1 "$@" corpus >round.log 2>&1; then
        cat round.log
        exit 1
    fi
    executed=$(awk '/number_of_executed_units/ { print $2 }' round.log)
    done=$((done + executed))
    echo "$(date +%T) $done inputs clean: $(grep -a DONE round.log | tr -s '\t ' ' ')"
    [ "$executed" -ge "$round" ] || exit 0 # stopped from outside
done
