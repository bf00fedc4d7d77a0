// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/plaintext.h"

#include <QFont>
#include <QLabel>
#include <QTextBoundaryFinder>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kToolTipLimit = 1'500;
constexpr int kToolTipColumns = 90;

bool disguises(QChar c)
{
    const char16_t code = c.unicode();
    const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
    const bool direction = code == 0x061C || code == 0x200E || code == 0x200F
                           || (code >= 0x202A && code <= 0x202E)
                           || (code >= 0x2066 && code <= 0x2069);
    const bool zeroWidth = code == 0x200B || code == 0x2060 || code == 0xFEFF;
    return control || direction || zeroWidth || code == 0x2028 || code == 0x2029;
}

QString shown(QChar c)
{
    const uint code = c.unicode();
    if (code < 0x100)
        return u"\\x%1"_s.arg(code, 2, 16, QChar(u'0'));
    return u"\\u%1"_s.arg(code, 4, 16, QChar(u'0'));
}

QString cut(const QString &text, qsizetype limit)
{
    if (text.size() <= limit)
        return text;
    qsizetype end = limit - 1;
    if (end > 0 && text.at(end - 1).isHighSurrogate())
        --end;
    return text.first(end).trimmed() + u'…';
}

QString revealed(const QString &text, bool keepLines)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        const bool layout = keepLines && (c == u'\n' || c == u'\t');
        result += layout || !disguises(c) ? QString(c) : shown(c);
    }
    return result;
}

/// Where \p line is to be broken so that its first part is not wider than a tool tip.
qsizetype breakOf(const QString &line)
{
    qsizetype fits = 0;
    // Chinese, Japanese and Korean letters are twice as wide.
    for (int columns = 0; fits < line.size() && columns < kToolTipColumns; ++fits)
        columns += line.at(fits).unicode() < 0x1100 ? 1 : 2;
    if (fits == line.size())
        return fits;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, line);
    finder.setPosition(fits);
    if (finder.isAtBoundary() || finder.toPreviousBoundary() > 0)
        return finder.position();
    return line.at(fits).isLowSurrogate() ? fits - 1 : fits;
}

/// Qt breaks the lines of a tool tip only when it is HTML.
QString wrapped(const QString &text)
{
    QStringList lines;
    const QStringList given = text.split(u'\n');
    for (QString line : given) {
        qsizetype end = breakOf(line);
        for (; end < line.size(); end = breakOf(line)) {
            lines << line.first(end).trimmed();
            line.remove(0, end);
        }
        lines << line;
    }
    return lines.join(u'\n');
}

QFont scaled(const QFont &base, double factor, QFont::Weight weight)
{
    QFont font = base;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    font.setWeight(weight);
    return font;
}

} // namespace

void setPlainText(QLabel *label, const QString &text)
{
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::NoTextInteraction);
    label->setOpenExternalLinks(false);
    label->setText(visibleText(text));
}

QString plainToolTip(const QString &text)
{
    if (text.trimmed().isEmpty())
        return {};
    const QString plain = wrapped(visibleText(text.trimmed(), kToolTipLimit));
    return Qt::mightBeRichText(plain) ? Qt::convertFromPlainText(plain, Qt::WhiteSpaceNormal)
                                      : plain;
}

void setPlainToolTip(QWidget *widget, const QString &text)
{
    widget->setToolTip(plainToolTip(text));
    widget->setAccessibleDescription(visibleText(text.trimmed(), kToolTipLimit));
}

QString oneLine(const QString &text, qsizetype limit)
{
    // A little more than can be shown is enough to look at.
    return cut(revealed(text.left(limit * 4).simplified(), false), limit);
}

QString visibleText(const QString &text, qsizetype limit)
{
    QString lines = text.left(limit + 1);
    lines.replace(u"\r\n"_s, u"\n"_s);
    return cut(revealed(lines, true), limit);
}

QString actionText(const QString &text, qsizetype limit)
{
    return oneLine(text, limit).replace(u'&', u"&&"_s);
}

QFont smallFont(const QFont &base)
{
    return scaled(base, 0.9, base.weight());
}

QFont strongFont(const QFont &base)
{
    return scaled(base, 1.0, QFont::DemiBold);
}

QFont titleFont(const QFont &base)
{
    return scaled(base, 1.25, QFont::DemiBold);
}

} // namespace edgewright
