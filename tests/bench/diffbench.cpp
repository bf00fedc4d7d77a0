// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/filetext.h"
#include "diff/patch.h"
#include "diff/rows.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>

using namespace edgewright::diff;

/// diffbench lines|words|patch LEFT RIGHT [ROUNDS]: what the engine finds and how long it takes, so
/// that a script can run it beside other programs.
int main(int argc, char **argv)
{
    FileText left;
    FileText right;
    if (argc < 4 || !left.read(argv[2]) || !right.read(argv[3])) {
        std::fprintf(stderr, "usage: diffbench lines|words|patch LEFT RIGHT [ROUNDS]\n");
        return 2;
    }
    const std::string_view mode = argv[1];
    const int rounds = argc > 4 ? std::atoi(argv[4]) : 1;
    double fastest = 1e9;
    LineDiff lines;
    std::size_t extra = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        if (mode == "words") {
            const Comparison comparison = compareTexts(left.text(), right.text());
            extra = alignRows(comparison, 3).size();
            lines = comparison.lines;
        } else {
            lines = diffLines(left.text(), right.text());
        }
        if (mode == "patch")
            extra = unifiedPatch(left.text(), right.text(), lines, {}).size();
        const std::chrono::duration<double, std::milli> spent =
            std::chrono::steady_clock::now() - start;
        fastest = std::min(fastest, spent.count());
    }
    std::printf("%zu changes -%llu +%llu %s %zu %.2f ms\n", lines.changes.size(),
                static_cast<unsigned long long>(lines.removed()),
                static_cast<unsigned long long>(lines.added()),
                lines.refined ? "refined" : "limited", extra, fastest);
    return 0;
}
