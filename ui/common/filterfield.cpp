// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/filterfield.h"

#include "common/fieldactions.h"
#include "common/icons.h"

#include <QAbstractItemView>
#include <QAction>
#include <QEvent>
#include <QKeyEvent>

namespace edgewright {

using namespace Qt::StringLiterals;

FilterField::FilterField(const ThemeService &themes, QWidget *parent)
    : QLineEdit(parent)
    , m_themes(themes)
    , m_search(addAction(QIcon(), QLineEdit::LeadingPosition))
    , m_clear(addAction(QIcon(), QLineEdit::TrailingPosition))
{
    setMaxLength(200);
    m_clear->setVisible(false);
    connect(m_clear, &QAction::triggered, this, &QLineEdit::clear);
    connect(m_search, &QAction::triggered, this, &QLineEdit::selectAll);
    connect(this, &QLineEdit::textChanged, m_clear,
            [this](const QString &text) { m_clear->setVisible(!text.isEmpty()); });
    connect(&themes, &ThemeService::changed, this, &FilterField::restyle);
    restyle();
    nameButtons();
}

void FilterField::setView(QAbstractItemView *view)
{
    m_view = view;
}

void FilterField::setPurpose(const QString &purpose)
{
    m_purpose = purpose;
    setPlaceholderText(purpose);
    setAccessibleName(purpose);
    nameButtons();
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && m_view) {
        enterView();
        return;
    }
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        nameButtons();
    QLineEdit::changeEvent(event);
}

void FilterField::enterView()
{
    m_view->setFocus(Qt::TabFocusReason);
    const QAbstractItemModel *model = m_view->model();
    if (model && model->rowCount() > 0 && !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(model->index(0, 0));
}

void FilterField::restyle()
{
    const Theme &theme = m_themes.current();
    m_search->setIcon(icon(IconName::Search, theme.window.muted));
    m_clear->setIcon(icon(IconName::Close, theme.window.muted));
}

void FilterField::nameButtons()
{
    m_clear->setToolTip(tr("Clear the filter"));
    m_search->setToolTip(m_purpose);
    nameFieldAction(this, m_clear, tr("Clear: %1").arg(m_purpose));
    nameFieldAction(this, m_search, tr("Select the text: %1").arg(m_purpose));
}

} // namespace edgewright
