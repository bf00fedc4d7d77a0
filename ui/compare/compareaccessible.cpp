// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/compareaccessible.h"

#include "compare/rowwords.h"

#include <algorithm>

namespace edgewright {

namespace {

constexpr int kMostRows = 5000;

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *canvas = qobject_cast<CompareCanvas *>(object);
    return canvas != nullptr ? new CompareAccessible(canvas) : nullptr;
}

} // namespace

CompareAccessible::CompareAccessible(CompareCanvas *canvas)
    : QAccessibleWidget(canvas, QAccessible::Document)
{
}

void CompareAccessible::install()
{
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(once)
}

void *CompareAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

const CompareCanvas &CompareAccessible::canvas() const
{
    return *static_cast<const CompareCanvas *>(widget());
}

void CompareAccessible::read() const
{
    const CompareScene &scene = canvas().scene();
    const int first = scene.caret / kMostRows * kMostRows;
    if (m_version == canvas().rowsVersion() && m_first == first)
        return;
    m_version = canvas().rowsVersion();
    m_first = first;
    m_text.clear();
    m_starts.clear();
    const int count = scene.isEmpty() ? 0 : scene.folds().count();
    for (int index = first; index < std::min(count, first + kMostRows); ++index) {
        m_starts.push_back(static_cast<int>(m_text.size()));
        m_text += RowWords::lines(scene, index);
    }
}

int CompareAccessible::indexAt(int offset) const
{
    const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
    return m_first + std::max(0, static_cast<int>(after - m_starts.begin()) - 1);
}

void CompareAccessible::selection(int, int *start, int *end) const
{
    *start = 0;
    *end = 0;
}

int CompareAccessible::cursorPosition() const
{
    read();
    const auto caret = static_cast<std::size_t>(canvas().scene().caret - m_first);
    return caret < m_starts.size() ? m_starts[caret] : 0;
}

void CompareAccessible::setCursorPosition(int position)
{
    read();
    if (!m_starts.empty())
        static_cast<CompareCanvas *>(widget())->setCaret(indexAt(position));
}

QString CompareAccessible::text(int start, int end) const
{
    read();
    return m_text.mid(start, end - start);
}

QString CompareAccessible::text(QAccessible::Text kind) const
{
    return QAccessibleWidget::text(kind);
}

int CompareAccessible::characterCount() const
{
    read();
    return static_cast<int>(m_text.size());
}

QRect CompareAccessible::characterRect(int offset) const
{
    read();
    const QRect row = canvas().rowRect(indexAt(offset));
    return row.translated(canvas().viewport()->mapToGlobal(QPoint(0, 0)));
}

int CompareAccessible::offsetAtPoint(const QPoint &point) const
{
    read();
    const int index = canvas().indexAt(canvas().viewport()->mapFromGlobal(point).y());
    if (index < m_first)
        return -1;
    const auto row = static_cast<std::size_t>(index - m_first);
    return row < m_starts.size() ? m_starts[row] : -1;
}

void CompareAccessible::scrollToSubstring(int start, int)
{
    setCursorPosition(start);
}

QString CompareAccessible::attributes(int, int *start, int *end) const
{
    *start = 0;
    *end = characterCount();
    return {};
}

} // namespace edgewright
