// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollBar>
#include <QSet>
#include <QTabBar>
#include <QTextEdit>

namespace edgewright::test {

namespace detail {

inline bool isInteractive(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
           || qobject_cast<const QComboBox *>(widget)
           || qobject_cast<const QAbstractSpinBox *>(widget)
           || qobject_cast<const QAbstractItemView *>(widget)
           || qobject_cast<const QPlainTextEdit *>(widget)
           || qobject_cast<const QTextEdit *>(widget)
           || qobject_cast<const QAbstractSlider *>(widget) || qobject_cast<const QTabBar *>(widget)
           || widget->inherits("QsciScintillaBase");
}

/// Parts that Qt makes inside other widgets and that are never reached on their own.
inline bool isInnerPart(const QWidget *widget)
{
    return qobject_cast<const QScrollBar *>(widget)
           || widget->objectName().startsWith(QLatin1String("qt_"))
           || widget->inherits("QComboBoxPrivateContainer")
           || widget->inherits("QComboBoxListView");
}

inline QString accessibleName(QWidget *widget)
{
    // Qt ignores the accessible name of a combo box on Unix: its label has to name it.
    if (qobject_cast<QComboBox *>(widget)) {
        const QList<QLabel *> labels = widget->window()->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->buddy() == widget)
                return label->text();
        }
        return {};
    }
    if (!widget->accessibleName().isEmpty())
        return widget->accessibleName();
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

} // namespace detail

/// One line for each interactive widget below \p root that a screen reader could not name, that has
/// the same name as another one, or that has no object name. Hidden pages are looked at too, but a
/// name only has to be unique among what is visible together.
inline QStringList unnamedWidgets(QWidget *root)
{
    QStringList complaints;
    QSet<QString> seen;
    QList<QWidget *> widgets = root->findChildren<QWidget *>();
    widgets.prepend(root);
    for (QWidget *widget : std::as_const(widgets)) {
        if (!detail::isInteractive(widget) || detail::isInnerPart(widget))
            continue;
        const QString name = detail::accessibleName(widget).trimmed();
        const QString what = QString::fromLatin1(widget->metaObject()->className())
                             + QLatin1Char(' ') + widget->objectName();
        const bool isShown = widget->isVisibleTo(root);
        // A button that is not in use has no text yet.
        const bool isSpare = !isShown && qobject_cast<QAbstractButton *>(widget);
        if (name.isEmpty() && !isSpare)
            complaints << what + QLatin1String(" has no accessible name");
        const QString key = QString::fromLatin1(widget->metaObject()->className()) + name;
        if (isShown && !name.isEmpty() && seen.contains(key))
            complaints << what + QLatin1String(" shares its name: ") + name;
        if (isShown)
            seen.insert(key);
        const bool isFieldButton = qobject_cast<QLineEdit *>(widget->parentWidget()) != nullptr;
        if (widget->objectName().isEmpty() && !isFieldButton)
            complaints << what + QLatin1String("has no object name: ") + name;
    }
    return complaints;
}

} // namespace edgewright::test
