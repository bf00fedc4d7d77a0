// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/tourhands.h"

#include "compare/compareview.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "shell/mainwindow.h"
#include "shell/versionpage.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

template <typename T>
T *visible(const MainWindow &window, const char *objectName)
{
    for (T *widget : window.findChildren<T *>(QString::fromLatin1(objectName))) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

void pressKey(QWidget &widget, int key, const QString &text)
{
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(&widget, &press);
    QKeyEvent release(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(&widget, &release);
}

} // namespace

TourHands::TourHands(MainWindow &window)
    : m_window(window)
{
}

DocumentArea &TourHands::documents() const
{
    return m_window.shell().documents;
}

DraftPage *TourHands::draft() const
{
    return documents().drafts().value(0);
}

bool TourHands::sees(const char *objectName) const
{
    return visible<QWidget>(m_window, objectName) != nullptr;
}

bool TourHands::canClick(const char *objectName) const
{
    const auto *button = visible<QAbstractButton>(m_window, objectName);
    return button && button->isEnabled();
}

QString TourHands::says(const char *objectName) const
{
    const auto *label = visible<QLabel>(m_window, objectName);
    return label ? label->text() : QString();
}

bool TourHands::liveIsKnown() const
{
    const QList<RoutineListModel::Item> &items =
        m_window.shell().services.catalog().model().items();
    return !items.isEmpty() && std::ranges::all_of(items, &RoutineListModel::Item::liveKnown);
}

int TourHands::versionCount() const
{
    return m_window.shell().services.history().used();
}

bool TourHands::runs(const QString &environment, const QString &versionId) const
{
    const QString name = m_window.shell().services.history().routine();
    const std::optional<Routine> routine = m_window.shell().services.catalog().routine(name);
    return routine
           && routine->deploymentIn(environment).shares
                  == QList<VersionShare>{{.versionId = versionId, .percentage = 100}};
}

bool TourHands::splitIn(const QString &environment) const
{
    const QString name = m_window.shell().services.history().routine();
    const std::optional<Routine> routine = m_window.shell().services.catalog().routine(name);
    return routine && routine->deploymentIn(environment).shares.size() == 2;
}

bool TourHands::comparisonHasChanges() const
{
    return documents().isComparing() && documents().compareView()->changeCount() > 0;
}

bool TourHands::readsVersion() const
{
    const auto *page = qobject_cast<VersionPage *>(documents().currentPage());
    return page && page->hasCode();
}

void TourHands::trigger(ActionId id)
{
    QAction &action = m_window.actions().action(id);
    if (!action.isEnabled())
        complain(u"the action “"_s + action.objectName() + u"” is disabled"_s);
    action.trigger();
}

void TourHands::click(const char *objectName)
{
    auto *button = visible<QAbstractButton>(m_window, objectName);
    if (!button || !button->isEnabled())
        complain(u"no button to press: "_s + QString::fromLatin1(objectName));
    else
        button->click();
}

void TourHands::fill(const char *objectName, const QString &text)
{
    auto *field = visible<QLineEdit>(m_window, objectName);
    if (!field) {
        complain(u"no field to fill: "_s + QString::fromLatin1(objectName));
        return;
    }
    field->setFocus();
    field->selectAll();
    for (const QChar c : text)
        pressKey(*field, 0, c);
}

void TourHands::typeAfter(const QByteArray &anchor, const QString &text)
{
    DraftPage *page = documents().currentDraft();
    const qsizetype at = page ? page->text().indexOf(anchor) : -1;
    if (at < 0) {
        complain(u"the code to edit was not found"_s);
        return;
    }
    CodeEditor &editor = page->page().editor();
    editor.goToPosition(static_cast<int>(page->text().indexOf('\n', at)));
    editor.setFocus();
    pressKey(editor, Qt::Key_Return, u"\r"_s);
    for (const QChar c : text)
        pressKey(editor, 0, c);
}

void TourHands::selectVersions(const QList<int> &rows)
{
    auto *list = visible<QListView>(m_window, "versionList");
    if (!list) {
        complain(u"the list of versions is not visible"_s);
        return;
    }
    list->selectionModel()->clear();
    for (const int row : rows)
        list->selectionModel()->setCurrentIndex(list->model()->index(row, 0),
                                                QItemSelectionModel::Select);
}

void TourHands::complain(const QString &text)
{
    if (m_complaint.isEmpty())
        m_complaint = text;
}

} // namespace edgewright
