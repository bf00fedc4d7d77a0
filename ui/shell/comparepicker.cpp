// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/comparepicker.h"

#include "common/plaintext.h"
#include "shell/comparechoice.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace edgewright {

ComparePicker::ComparePicker(const ShellContext &shell, CompareSources &sources, QWidget *window)
    : QDialog(window)
    , m_left(new CompareChoice(u"compareLeft"_s, shell, sources, this))
    , m_right(new CompareChoice(u"compareRight"_s, shell, sources, this))
    , m_compare(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(u"comparePicker"_s);
    m_compare->setObjectName(u"compareChosen"_s);
    m_compare->setProperty("primary", true);
    // Enter in a list compares; it must not also press the button.
    m_compare->setAutoDefault(false);
    m_cancel->setObjectName(u"comparePickerCancel"_s);
    m_cancel->setAutoDefault(false);
    auto *sign = new QLabel(u"⇄"_s, this);
    sign->setFont(titleFont(font()));
    auto *sides = new QHBoxLayout;
    sides->setSpacing(12);
    sides->addWidget(m_left, 1);
    sides->addWidget(sign);
    sides->addWidget(m_right, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_compare);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(sides, 1);
    layout->addLayout(buttons);
    resize(760, 460);
    for (const CompareChoice *choice : {m_left, m_right}) {
        connect(choice, &CompareChoice::changed, this, &ComparePicker::update);
        connect(choice, &CompareChoice::chosen, this, &ComparePicker::choose);
    }
    connect(m_compare, &QPushButton::clicked, this, &ComparePicker::choose);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    retranslate();
    update();
    m_left->focusFilter();
}

void ComparePicker::select(const SourcePair &pair)
{
    m_left->select(pair.left);
    m_right->select(pair.right);
}

void ComparePicker::startWithRoutine()
{
    m_right->focusRoutine();
}

void ComparePicker::choose()
{
    const std::optional<CompareSource> left = m_left->source();
    const std::optional<CompareSource> right = m_right->source();
    if (!left || !right)
        return;
    accept();
    emit chosen({.left = *left, .right = *right});
}

void ComparePicker::update()
{
    m_compare->setEnabled(m_left->source().has_value() && m_right->source().has_value());
}

void ComparePicker::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ComparePicker::retranslate()
{
    setWindowTitle(tr("Compare"));
    m_left->setTitle(tr("Left"));
    m_right->setTitle(tr("Right"));
    m_compare->setText(tr("Compare"));
    m_compare->setAccessibleName(tr("Compare the two"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(tr("Compare")));
}

} // namespace edgewright
