// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayMatcher>
#include <QRegularExpression>
#include <QString>

#include <functional>
#include <optional>

namespace edgewright {

/// What is looked for in all versions.
struct ArchiveQuery {
    QString text;
    bool isRegex = false;
    bool isCaseSensitive = false;
    QString accountId; ///< Empty: all.
    QString routine;   ///< Empty: all.

    [[nodiscard]] bool operator==(const ArchiveQuery &other) const = default;
};

/// Finds a text or a regular expression in single lines. A line that would keep an expression busy
/// without end is given up.
class LineMatcher final {
public:
    explicit LineMatcher(const ArchiveQuery &query);

    /// Translated; empty when the query can be looked for.
    [[nodiscard]] const QString &problem() const { return m_problem; }

    /// Calls \p found with a position in \p text for every line that matches, and at most once for
    /// each; \p lineEnd tells where the line of a position ends.
    void findLines(QByteArrayView text, const std::function<qsizetype(qsizetype)> &lineEnd,
                   const std::function<void(qsizetype)> &found);

    struct Place {
        qsizetype begin = 0; ///< Characters.
        qsizetype length = 0;
    };
    /// The first match in \p line, which has no line end.
    [[nodiscard]] std::optional<Place> match(const QString &line);

    [[nodiscard]] int linesGivenUp() const { return m_givenUp; }

private:
    enum class Way { Bytes, FoldedBytes, Characters };

    ArchiveQuery m_query;
    Way m_way = Way::Characters;
    QByteArrayMatcher m_bytes;
    QRegularExpression m_expression;
    QString m_problem;
    int m_givenUp = 0;
};

/// \p bytes as text without its line end.
[[nodiscard]] QString withoutLineEnd(QByteArrayView bytes);

} // namespace edgewright
