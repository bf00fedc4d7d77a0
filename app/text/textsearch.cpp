// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/textsearch.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QRegularExpression>

#include <algorithm>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

class TextSearch final {
    Q_DECLARE_TR_FUNCTIONS(edgewright::TextSearch)
};

QRegularExpression expressionOf(const SearchQuery &query)
{
    QString pattern =
        query.regularExpression ? query.pattern : QRegularExpression::escape(query.pattern);
    if (query.wholeWord)
        pattern = u"(?<![\\w$])(?:"_s % pattern % u")(?![\\w$])"_s;
    // Ends a match that would backtrack without end; PCRE reads it at the very start only.
    pattern.prepend(u"(*LIMIT_MATCH=400000)"_s);
    QRegularExpression::PatternOptions options = QRegularExpression::MultilineOption;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, !query.caseSensitive);
    options.setFlag(QRegularExpression::UseUnicodePropertiesOption);
    return QRegularExpression(pattern, options);
}

/// What the two characters \p sign and \p next stand for; nothing when they stand for themselves.
std::optional<QString> meaning(QChar sign, QChar next, const QRegularExpressionMatch &match)
{
    const bool dollar = sign == u'$';
    const bool group = next >= (dollar ? u'0' : u'1') && next <= u'9';
    if (group)
        return match.captured(next.digitValue());
    if (next == sign)
        return QString(sign);
    if (dollar)
        return next == u'&' ? std::optional(match.captured(0)) : std::nullopt;
    if (next == u'n')
        return u"\n"_s;
    return next == u't' ? std::optional(u"\t"_s) : std::nullopt;
}

QString expanded(const QString &text, const QRegularExpressionMatch &match)
{
    QString result;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        const bool sign = (c == u'$' || c == u'\\') && at + 1 < text.size();
        const std::optional<QString> special =
            sign ? meaning(c, text[at + 1], match) : std::nullopt;
        result += special.value_or(c);
        at += special ? 1 : 0;
    }
    return result;
}

/// Walks along the text once and tells the byte for each position in UTF-16.
class ByteOffsets final {
public:
    explicit ByteOffsets(QStringView text)
        : m_text(text)
    {
    }

    qsizetype at(qsizetype position)
    {
        for (; m_position < position; ++m_position) {
            const char16_t unit = m_text[m_position].unicode();
            // Each half of a surrogate pair stands for two of its four bytes.
            m_bytes += unit < 0x80 ? 1 : unit < 0x800 || QChar::isSurrogate(unit) ? 2 : 3;
        }
        return m_bytes;
    }

private:
    QStringView m_text;
    qsizetype m_position = 0;
    qsizetype m_bytes = 0;
};

} // namespace

SearchOutcome searchText(const QByteArray &utf8, const SearchQuery &query, qsizetype from,
                         qsizetype to, const SearchLimits &limits)
{
    SearchOutcome outcome;
    if (query.pattern.isEmpty())
        return outcome;
    const QRegularExpression expression = expressionOf(query);
    if (!expression.isValid()) {
        outcome.error =
            TextSearch::tr("Invalid regular expression: %1").arg(expression.errorString());
        return outcome;
    }
    const QString text = QString::fromUtf8(utf8);
    ByteOffsets offsets(text);
    const QDeadlineTimer deadline(limits.time);
    for (qsizetype at = 0; at <= text.size();) {
        if (outcome.matches.size() >= limits.matches || deadline.hasExpired()) {
            outcome.complete = false;
            break;
        }
        const QRegularExpressionMatch match = expression.match(text, at);
        // A match that ran into the limit reports no match and is not valid.
        outcome.complete = outcome.complete && match.isValid();
        if (!match.hasMatch())
            break;
        at = std::max(match.capturedEnd(), at + 1);
        const qsizetype begin = offsets.at(match.capturedStart());
        const qsizetype end = offsets.at(match.capturedEnd());
        if (begin < from || end == begin)
            continue;
        if (end > to)
            break;
        QByteArray replacement;
        if (query.replacement)
            replacement =
                (query.regularExpression ? expanded(*query.replacement, match) : *query.replacement)
                    .toUtf8();
        outcome.matches.append({begin, end, replacement});
    }
    return outcome;
}

SearchOutcome searchText(const QByteArray &utf8, const SearchQuery &query,
                         const SearchLimits &limits)
{
    return searchText(utf8, query, 0, utf8.size(), limits);
}

} // namespace edgewright
