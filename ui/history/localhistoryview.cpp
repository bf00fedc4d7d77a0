// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/localhistoryview.h"

#include "common/plaintext.h"
#include "common/taborder.h"
#include "common/times.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace edgewright {

namespace {

constexpr int kMargin = 12;

/// Of today the time says most.
QString timeText(const QDateTime &time, const QDateTime &now)
{
    const QDateTime local = time.toLocalTime();
    return local.date() == now.toLocalTime().date() ? QLocale().toString(local.time(), u"HH:mm"_s)
                                                    : relativeTime(time, now);
}

} // namespace

LocalHistoryView::LocalHistoryView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_empty(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_read(new QPushButton(this))
    , m_compare(new QPushButton(this))
    , m_use(new QPushButton(this))
{
    setObjectName(u"localHistoryView"_s);
    m_list->setObjectName(u"localHistory"_s);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_read->setObjectName(u"readSnapshot"_s);
    m_compare->setObjectName(u"compareSnapshot"_s);
    m_use->setObjectName(u"useSnapshot"_s);
    m_minute.setInterval(1min);
    buildLayout();
    setFocusProxy(m_list);
    const auto single = [this](auto act) {
        const QList<Snapshot> chosen = selected();
        if (chosen.size() == 1)
            act(chosen.constFirst());
    };
    const auto read = [this, single] {
        single([this](const Snapshot &snapshot) { emit activated(snapshot); });
    };
    connect(m_list, &QListWidget::itemActivated, this, read);
    connect(m_read, &QPushButton::clicked, this, read);
    connect(m_compare, &QPushButton::clicked, this, &LocalHistoryView::compareSelected);
    connect(m_use, &QPushButton::clicked, this, [this, single] {
        single([this](const Snapshot &snapshot) { emit useAsDraftRequested(snapshot); });
    });
    connect(m_list, &QListWidget::itemSelectionChanged, this, &LocalHistoryView::updateButtons);
    connect(&m_minute, &QTimer::timeout, this, &LocalHistoryView::describeRows);
    m_minute.start();
    retranslate();
    setRows({});
}

void LocalHistoryView::buildLayout()
{
    m_title->setFont(strongFont(font()));
    m_title->setBuddy(m_list);
    m_empty->setObjectName(u"localHistoryEmpty"_s);
    m_empty->setWordWrap(true);
    m_empty->setProperty("muted", true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(kMargin, 8, kMargin, kMargin);
    grid->setSpacing(8);
    grid->addWidget(m_title, 0, 0, 1, 2);
    grid->addWidget(m_empty, 1, 0, 1, 2);
    grid->addWidget(m_list, 2, 0, 1, 2);
    grid->addWidget(m_compare, 3, 0);
    grid->addWidget(m_read, 3, 1);
    grid->addWidget(m_use, 4, 0, 1, 2);
    grid->setRowStretch(2, 1);
    tabInOrder({m_list, m_compare, m_read, m_use});
}

void LocalHistoryView::setRows(const QList<Row> &rows)
{
    if (rows == m_rows && m_list->count() == rows.size() && !rows.isEmpty())
        return;
    const QList<Snapshot> chosen = selected();
    m_rows = rows;
    m_list->clear();
    for (const Row &row : m_rows) {
        auto *item = new QListWidgetItem(m_list);
        item->setSelected(chosen.contains(row.snapshot));
    }
    describeRows();
    m_empty->setVisible(m_rows.isEmpty());
    for (QWidget *part : std::initializer_list<QWidget *>{m_list, m_compare, m_read, m_use})
        part->setVisible(!m_rows.isEmpty());
    updateButtons();
}

QList<Snapshot> LocalHistoryView::selected() const
{
    QList<Snapshot> chosen;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->isSelected())
            chosen.append(m_rows.at(i).snapshot);
    }
    return chosen;
}

void LocalHistoryView::compareSelected()
{
    const QList<Snapshot> chosen = selected();
    if (chosen.size() == 1)
        emit compareWithDraftRequested(chosen[0]);
    else if (chosen.size() == 2)
        emit compareRequested(chosen[1], chosen[0]);
}

void LocalHistoryView::updateButtons()
{
    const qsizetype count = selected().size();
    m_read->setEnabled(count == 1);
    m_use->setEnabled(count == 1);
    m_compare->setEnabled(count == 1 || count == 2);
    m_compare->setText(count == 2 ? tr("Compare Both") : tr("Compare with Draft"));
    m_compare->setAccessibleName(count == 2 ? tr("Compare the selected texts of the local history")
                                            : tr("Compare the text of the local history with the "
                                                 "draft"));
}

void LocalHistoryView::describeRows()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < m_list->count(); ++i) {
        const Row &row = m_rows.at(i);
        const QString size = sizeText(row.snapshot.size);
        QListWidgetItem *item = m_list->item(i);
        //: A moment of the local history: %1 is a time, %2 is "before format", "discarded" …
        item->setText(
            tr("%1  %2").arg(timeText(row.snapshot.takenAt, now), describe(row.snapshot.reason)));
        const QString facts = row.baseName.isEmpty()
                                  ? size
                                  //: %1 is a size, %2 is a version
                                  : tr("%1, based on %2").arg(size, oneLine(row.baseName));
        item->setToolTip(plainToolTip(exactTime(row.snapshot.takenAt) + u'\n' + facts));
    }
}

void LocalHistoryView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LocalHistoryView::showEvent(QShowEvent *event)
{
    describeRows();
    QWidget::showEvent(event);
}

void LocalHistoryView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitEmptyText();
}

void LocalHistoryView::fitEmptyText()
{
    // The splitter above asks for no height at a width, so the text would be cut.
    m_empty->setMinimumHeight(m_empty->heightForWidth(width() - 2 * kMargin));
}

void LocalHistoryView::retranslate()
{
    m_title->setText(tr("Local history"));
    m_empty->setText(tr("What you type is noted here every few minutes, and before another text "
                        "takes its place."));
    fitEmptyText();
    m_list->setAccessibleName(tr("Local history, newest first"));
    m_read->setText(tr("Read"));
    m_read->setAccessibleName(tr("Read the text of the local history"));
    m_use->setText(tr("Use as Draft"));
    m_use->setAccessibleName(tr("Use the text of the local history as the draft"));
    updateButtons();
    describeRows();
}

} // namespace edgewright
