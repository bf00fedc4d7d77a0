// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/nameconfirmation.h"

#include "common/plaintext.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace edgewright {

using namespace Qt::StringLiterals;

NameConfirmation::NameConfirmation(const ThemeService &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_label(new QLabel(this))
    , m_field(new QLineEdit(this))
{
    setObjectName(u"nameConfirmation"_s);
    m_label->setObjectName(u"nameConfirmationText"_s);
    m_label->setWordWrap(true);
    m_label->setBuddy(m_field);
    m_field->setObjectName(u"typedName"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_label);
    layout->addWidget(m_field);
    connect(m_field, &QLineEdit::textChanged, this, &NameConfirmation::changed);
    connect(&m_themes, &ThemeService::changed, this, &NameConfirmation::restyle);
    retranslate();
    restyle();
}

void NameConfirmation::setRoutine(const QString &name)
{
    if (name == m_routine)
        return;
    m_routine = name;
    m_field->clear();
    retranslate();
}

void NameConfirmation::setCause(const QString &cause)
{
    if (cause == m_cause)
        return;
    m_cause = cause;
    retranslate();
}

void NameConfirmation::clear()
{
    m_field->clear();
}

bool NameConfirmation::isConfirmed() const
{
    return !m_routine.isEmpty() && m_field->text().trimmed() == m_routine;
}

void NameConfirmation::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void NameConfirmation::retranslate()
{
    //: %1 says what is wrong, %2 is the name
    setPlainText(m_label, tr("%1. To publish all the same, type the routine's name: %2")
                              .arg(m_cause.isEmpty() ? tr("A check failed") : oneLine(m_cause, 120),
                                   oneLine(m_routine, 80)));
    m_field->setAccessibleName(tr("The routine's name, to publish in spite of a failed check"));
}

void NameConfirmation::restyle()
{
    m_label->setStyleSheet(u"color: %1;"_s.arg(m_themes.current().error.text.name()));
}

} // namespace edgewright
