// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/questiondialog.h"

#include "common/plaintext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTextWidth = 440;

QLabel *textLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    setPlainText(label, text);
    label->setWordWrap(true);
    label->setMinimumWidth(kTextWidth);
    return label;
}

} // namespace

QuestionDialog::QuestionDialog(const Prompts::Question &question, QWidget *parent)
    : QDialog(parent)
    , m_question(question)
    , m_accept(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(u"questionDialog"_s);
    m_accept->setObjectName(u"questionAccept"_s);
    m_cancel->setObjectName(u"questionCancel"_s);
    m_accept->setProperty(question.destructive ? "danger" : "primary", true);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    buildLayout();
    retranslate();
    updateAccept();
    if (m_confirmField) {
        m_confirmField->setFocus();
        return;
    }
    QPushButton *harmless = question.destructive ? m_cancel : m_accept;
    harmless->setDefault(true);
    harmless->setFocus();
}

void QuestionDialog::buildLayout()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(8);
    QLabel *title = textLabel(oneLine(m_question.title), this);
    title->setObjectName(u"questionTitle"_s);
    title->setFont(titleFont(font()));
    column->addWidget(title);
    QLabel *text = textLabel(visibleText(m_question.text, 2'000), this);
    text->setObjectName(u"questionText"_s);
    column->addWidget(text);
    if (!m_question.detail.isEmpty()) {
        auto *detail = new QPlainTextEdit(visibleText(m_question.detail), this);
        detail->setObjectName(u"questionDetail"_s);
        detail->setReadOnly(true);
        detail->setTabChangesFocus(true);
        detail->setFixedHeight(detail->fontMetrics().lineSpacing() * 5 + 16);
        detail->setAccessibleName(tr("Details of the question"));
        column->addWidget(detail);
    }
    if (!m_question.typeToConfirm.isEmpty()) {
        buildConfirmation();
        column->addSpacing(8);
        column->addWidget(m_confirmLabel);
        column->addWidget(m_confirmField);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_accept);
    column->addSpacing(16);
    column->addLayout(buttons);
    column->setSizeConstraint(QLayout::SetFixedSize);
}

void QuestionDialog::buildConfirmation()
{
    m_confirmLabel = textLabel({}, this);
    m_confirmField = new QLineEdit(this);
    m_confirmField->setObjectName(u"questionConfirmation"_s);
    m_confirmLabel->setBuddy(m_confirmField);
    connect(m_confirmField, &QLineEdit::textChanged, this, &QuestionDialog::updateAccept);
    connect(m_confirmField, &QLineEdit::returnPressed, m_accept, &QPushButton::click);
    // A default button would answer the same Enter a second time.
    m_cancel->setAutoDefault(false);
    m_accept->setAutoDefault(false);
}

void QuestionDialog::updateAccept()
{
    m_accept->setEnabled(!m_confirmField
                         || m_confirmField->text().trimmed() == m_question.typeToConfirm);
}

void QuestionDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void QuestionDialog::retranslate()
{
    setWindowTitle(oneLine(m_question.title));
    const QString accept = m_question.acceptText.isEmpty() ? tr("OK") : m_question.acceptText;
    m_accept->setText(actionText(accept));
    m_accept->setAccessibleName(oneLine(accept));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    if (!m_confirmField)
        return;
    const QString request = tr("Type %1 to confirm:").arg(oneLine(m_question.typeToConfirm));
    setPlainText(m_confirmLabel, request);
    m_confirmField->setAccessibleName(request);
}

} // namespace edgewright
