// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/linematcher.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

struct LineMatcherText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ArchiveSearch)
};

bool isAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 128; });
}

/// Chinese is not written in two cases.
bool hasCase(const QString &text)
{
    return text.toUpper() != text || text.toLower() != text || text.toCaseFolded() != text;
}

} // namespace

LineMatcher::LineMatcher(const ArchiveQuery &query)
    : m_query(query)
{
    if (query.isRegex) {
        QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
        options.setFlag(QRegularExpression::CaseInsensitiveOption, !query.isCaseSensitive);
        // Ends a match that would backtrack without end; PCRE reads it at the very start only.
        m_expression.setPattern(u"(*LIMIT_MATCH=200000)"_s + query.text);
        m_expression.setPatternOptions(options);
        if (!m_expression.isValid())
            m_problem = LineMatcherText::tr("This is not a regular expression: %1.")
                            .arg(m_expression.errorString());
        return;
    }
    if (query.text.contains(u'\n'))
        m_problem = LineMatcherText::tr("Only text within one line can be looked for.");
    if (query.isCaseSensitive || !hasCase(query.text))
        m_way = Way::Bytes;
    else if (isAscii(query.text))
        m_way = Way::FoldedBytes;
    const QByteArray bytes = query.text.toUtf8();
    m_bytes.setPattern(m_way == Way::FoldedBytes ? bytes.toLower() : bytes);
}

void LineMatcher::findLines(QByteArrayView text, const std::function<qsizetype(qsizetype)> &lineEnd,
                            const std::function<void(qsizetype)> &found)
{
    if (m_way == Way::Characters) {
        for (qsizetype begin = 0; begin < text.size();) {
            const qsizetype end = lineEnd(begin);
            if (match(withoutLineEnd(text.sliced(begin, end - begin))))
                found(begin);
            begin = end;
        }
        return;
    }
    const QByteArray folded =
        m_way == Way::FoldedBytes ? text.toByteArray().toLower() : QByteArray();
    const QByteArrayView where = m_way == Way::FoldedBytes ? QByteArrayView(folded) : text;
    for (qsizetype at = m_bytes.indexIn(where.data(), where.size()); at >= 0 && at < where.size();)
    {
        found(at);
        at = m_bytes.indexIn(where.data(), where.size(), lineEnd(at));
    }
}

std::optional<LineMatcher::Place> LineMatcher::match(const QString &line)
{
    if (!m_query.isRegex) {
        const Qt::CaseSensitivity sensitivity =
            m_query.isCaseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive;
        const qsizetype at = line.indexOf(m_query.text, 0, sensitivity);
        return at < 0 ? std::nullopt : std::optional(Place{at, m_query.text.size()});
    }
    const QRegularExpressionMatch match = m_expression.match(line);
    m_givenUp += match.isValid() ? 0 : 1;
    if (!match.hasMatch())
        return {};
    return Place{match.capturedStart(), match.capturedLength()};
}

QString withoutLineEnd(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && (bytes.back() == '\n' || bytes.back() == '\r'))
        bytes.chop(1);
    return QString::fromUtf8(bytes);
}

} // namespace edgewright
