// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace edgewright {

struct SearchQuery {
    QString pattern;
    bool caseSensitive = false;
    bool wholeWord = false;
    bool regularExpression = false;
    /// For each match the text to put in its place. In regular expressions $1…$9 or \1…\9 are its
    /// groups, $& all of it, \n and \t line break and tabulator, $$ and \\ the signs themselves.
    std::optional<QString> replacement;

    [[nodiscard]] bool operator==(const SearchQuery &other) const = default;
};

struct SearchMatch {
    qsizetype begin = 0; ///< Bytes in the UTF-8 text.
    qsizetype end = 0;
    QByteArray replacement;
};

struct SearchOutcome {
    QList<SearchMatch> matches;
    bool complete = true; ///< False when a limit cut the search short.
    QString error;        ///< Translated, for an invalid regular expression.
};

struct SearchLimits {
    qsizetype matches = 20'000;
    std::chrono::milliseconds time{400};
};

/// All matches that lie between \p from and \p to (bytes), in order and without overlap; empty
/// matches are left out. Bounded in time even for a pattern that backtracks without end.
[[nodiscard]] SearchOutcome searchText(const QByteArray &utf8, const SearchQuery &query,
                                       qsizetype from, qsizetype to,
                                       const SearchLimits &limits = {});
[[nodiscard]] SearchOutcome searchText(const QByteArray &utf8, const SearchQuery &query,
                                       const SearchLimits &limits = {});

} // namespace edgewright
