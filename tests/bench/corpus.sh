#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fetches pairs of real bundles from npm into build/bench as NAME.a and NAME.b; nothing is installed.
set -euo pipefail
work=$(cd "$(dirname "$0")/../.." && pwd)/build/bench
mkdir -p "$work"
cd "$work"

fetch() { # package@version, file in the package, name
    [ -s "$3" ] && return
    local archive
    archive=$(npm pack --silent "$1")
    tar -xzOf "$archive" "package/$2" > "$3.part"
    mv "$3.part" "$3"
}

fetch lodash@4.17.20 lodash.js lodash.a
fetch lodash@4.17.21 lodash.js lodash.b
fetch react-dom@18.2.0 umd/react-dom.development.js reactdom.a
fetch react-dom@18.3.1 umd/react-dom.development.js reactdom.b
fetch react-dom@18.2.0 umd/react-dom.production.min.js reactmin.a
fetch react-dom@18.3.1 umd/react-dom.production.min.js reactmin.b
fetch three@0.150.1 build/three.module.js three.a
fetch three@0.151.3 build/three.module.js three.b
fetch typescript@5.3.3 lib/typescript.js ts.a
fetch typescript@5.4.5 lib/typescript.js ts.b
fetch typescript@5.0.4 lib/typescript.js tsfar.a
cp -n ts.b tsfar.b 2>/dev/null || true
