// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/checklist.h"

#include "common/plaintext.h"
#include "publish/checkline.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPalette>

#include <algorithm>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTwoColumns = 620;
constexpr int kAroundText = 44; ///< Signs and gaps of a column.

QString signOf(CheckState state)
{
    switch (state) {
    case CheckState::Running:
        return u"\u2026"_s;
    case CheckState::Passed:
        return u"\u2713"_s;
    case CheckState::Warning:
        return u"\u26a0"_s;
    case CheckState::Failed:
        break;
    }
    return u"\u2717"_s;
}

} // namespace

CheckList::CheckList(const ThemeService &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_grid(new QGridLayout(this))
{
    setObjectName(u"publishChecks"_s);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    connect(&m_themes, &ThemeService::changed, this, &CheckList::restyle);
}

void CheckList::setChecks(const QList<PublishCheck> &checks)
{
    const bool isOther = checks.size() != m_checks.size();
    m_checks = checks;
    while (m_rows.size() < m_checks.size())
        addRow();
    if (isOther || longOnes() != m_long)
        arrange();
    restyle();
}

void CheckList::addRow()
{
    const Row row{.sign = new QLabel(this), .text = new CheckLine(this)};
    row.sign->setObjectName(u"checkSign%1"_s.arg(m_rows.size()));
    row.text->setObjectName(u"checkText%1"_s.arg(m_rows.size()));
    row.sign->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    row.sign->setMinimumWidth(fontMetrics().horizontalAdvance(u'M') * 3 / 2);
    connect(row.text, &CheckLine::activated, this, [this, place = m_rows.size()] {
        if (place < m_checks.size())
            emit lineRequested(m_checks.at(place).line, m_checks.at(place).text);
    });
    m_rows.append(row);
}

int CheckList::columns() const
{
    return width() >= kTwoColumns ? 2 : 1;
}

QList<bool> CheckList::longOnes() const
{
    QList<bool> flags;
    const int room = width() / 2 - kAroundText;
    for (const PublishCheck &check : m_checks)
        flags.append(columns() == 2 && fontMetrics().horizontalAdvance(check.text) > room);
    return flags;
}

void CheckList::put(const Row &row, int line, int column, bool isWide)
{
    m_grid->addWidget(row.sign, line, 3 * column);
    m_grid->addWidget(row.text, line, 3 * column + 1, 1, isWide ? 4 : 1);
}

void CheckList::arrange()
{
    m_columns = columns();
    m_long = longOnes();
    const int count = static_cast<int>(m_checks.size());
    const int narrow = static_cast<int>(m_long.count(false));
    const int perColumn = (narrow + m_columns - 1) / m_columns;
    int inColumns = 0;
    int below = perColumn;
    for (int at = 0; at < static_cast<int>(m_rows.size()); ++at) {
        const Row &row = m_rows.at(at);
        m_grid->removeWidget(row.sign);
        m_grid->removeWidget(row.text);
        row.sign->setVisible(at < count);
        row.text->setVisible(at < count);
        if (at >= count)
            continue;
        if (m_long.at(at)) {
            put(row, below++, 0, true);
            continue;
        }
        put(row, inColumns % perColumn, inColumns / perColumn, false);
        ++inColumns;
    }
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(4, m_columns == 2 ? 1 : 0);
    m_grid->setColumnMinimumWidth(2, m_columns == 2 ? 8 : 0);
}

void CheckList::show(const Row &row, const PublishCheck &check)
{
    const Theme &theme = m_themes.current();
    QColor color = theme.window.muted;
    QString word = tr("being looked at");
    if (check.state == CheckState::Passed) {
        color = theme.success.text;
        word = tr("passed");
    } else if (check.state == CheckState::Warning) {
        color = theme.warning.text;
        word = tr("to note");
    } else if (check.state == CheckState::Failed) {
        color = theme.error.text;
        word = tr("failed");
    }
    row.sign->setText(signOf(check.state));
    //: %1 is what was looked at, %2 how that ended: "Syntax: passed"
    row.sign->setAccessibleName(tr("%1: %2").arg(PublishChecks::nameOf(check.id), word));
    const bool isQuiet = check.state == CheckState::Running;
    row.sign->setStyleSheet(u"color: %1;"_s.arg(color.name()));
    const bool isBad = check.state == CheckState::Failed;
    row.text->setLink(check.line > 0);
    row.text->setStyleSheet(u"color: %1;"_s.arg((isBad     ? theme.error.text
                                                 : isQuiet ? theme.window.muted
                                                           : theme.window.text)
                                                    .name()));
    QFont words = isBad ? strongFont(font()) : font();
    words.setUnderline(check.line > 0);
    row.text->setFont(words);
    setPlainText(row.text, visibleText(check.text, 300));
    QString more = check.detail.isEmpty() ? QString() : visibleText(check.detail, 2'000);
    if (check.line > 0)
        more = QString(more + u'\n' + tr("Click to go to that line.")).trimmed();
    setPlainToolTip(row.text, more);
}

void CheckList::restyle()
{
    for (qsizetype place = 0; place < m_checks.size(); ++place)
        show(m_rows.at(place), m_checks.at(place));
}

QString CheckList::summary() const
{
    const auto count = [this](CheckState state) {
        return static_cast<int>(std::ranges::count(m_checks, state, &PublishCheck::state));
    };
    if (m_checks.isEmpty())
        return {};
    QStringList parts;
    if (const int failed = count(CheckState::Failed); failed > 0)
        parts.append(tr("%n failed", nullptr, failed));
    if (const int warnings = count(CheckState::Warning); warnings > 0)
        parts.append(tr("%n to note", nullptr, warnings));
    if (const int running = count(CheckState::Running); running > 0)
        parts.append(tr("%n under way", nullptr, running));
    return parts.isEmpty() ? tr("all passed") : parts.join(u" · "_s);
}

void CheckList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        restyle();
    QWidget::changeEvent(event);
}

void CheckList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (columns() != m_columns || longOnes() != m_long)
        arrange();
}

} // namespace edgewright
