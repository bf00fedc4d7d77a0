#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Lets `patch` and `git` judge the diff library on many made-up texts and on real bundles.
#   tests/diff/judge.sh BUILD-FOLDER [PAIRS]
# The bundles come from npm into build/bench; without npm they are left out.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
if command -v npm >/dev/null && "$root/tests/bench/corpus.sh"; then
    export EDGEWRIGHT_JUDGE_CORPUS=$root/build/bench
else
    echo "No npm here: without the bundles"
fi
export EDGEWRIGHT_JUDGE=${2:-24000} QTEST_FUNCTION_TIMEOUT=1800000 QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
for judged in tst_patch tst_merge3; do
    "$1/$judged" | grep -v '^PASS'
    [ "${PIPESTATUS[0]}" -eq 0 ]
done
