#!/usr/bin/env bash
# Times the archive and sets its size beside git's pack of the same versions.
# usage: archivebench.sh BUILD_FOLDER [VERSIONS]      (a Release build; 100000 versions unless told)
set -euo pipefail
program=$(realpath "$1")/tests/bench/archivebench
export ARCHIVEBENCH_VERSIONS=${2:-100000}
"$program"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git init -q "$work"
"$program" --fast-import | git -C "$work" fast-import --quiet
git -C "$work" gc -q
git -C "$work" count-objects -v | grep -E '^(in-pack|size-pack)'
