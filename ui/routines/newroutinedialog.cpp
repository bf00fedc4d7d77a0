// SPDX-License-Identifier: GPL-3.0-or-later
#include "routines/newroutinedialog.h"

#include "common/busyindicator.h"
#include "common/messagebar.h"
#include "common/plaintext.h"
#include "routines/routinename.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFieldWidth = 400;
constexpr int kLongestDescription = 200;

} // namespace

NewRoutineDialog::NewRoutineDialog(const ThemeService &themes, QWidget *parent)
    : QDialog(parent)
    , m_themes(themes)
{
    setObjectName(u"newRoutineDialog"_s);
    buildLayout();
    connect(&themes, &ThemeService::changed, this, &NewRoutineDialog::restyle);
    retranslate();
    m_name->setFocus();
}

void NewRoutineDialog::buildLayout()
{
    m_title = new QLabel(this);
    m_title->setFont(titleFont(font()));
    m_nameLabel = new QLabel(this);
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"routineName"_s);
    m_name->setMinimumWidth(kFieldWidth);
    m_nameLabel->setBuddy(m_name);
    m_rule = new QLabel(this);
    m_rule->setObjectName(u"routineNameRule"_s);
    m_rule->setFont(smallFont(font()));
    m_rule->setWordWrap(true);
    m_descriptionLabel = new QLabel(this);
    m_description = new QLineEdit(this);
    m_description->setObjectName(u"routineDescription"_s);
    m_description->setMaxLength(kLongestDescription);
    m_descriptionLabel->setBuddy(m_description);
    m_message = new MessageBar(m_themes, this);
    m_busy = new BusyIndicator(this);
    m_busy->setCancellable(false);
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(u"newRoutineCancel"_s);
    m_cancel->setAutoDefault(false);
    m_create = new QPushButton(this);
    m_create->setObjectName(u"newRoutineCreate"_s);
    m_create->setProperty("primary", true);
    m_create->setDefault(true);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_create);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addSpacing(8);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_nameLabel, m_name, m_rule})
        column->addWidget(widget);
    column->addSpacing(8);
    column->addWidget(m_descriptionLabel);
    column->addWidget(m_description);
    column->addWidget(m_message);
    column->addWidget(m_busy);
    column->addSpacing(16);
    column->addLayout(buttons);
    column->setSizeConstraint(QLayout::SetFixedSize);

    connect(m_name, &QLineEdit::textChanged, this, &NewRoutineDialog::updateName);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this,
            [this] { emit createRequested(m_name->text(), m_description->text().trimmed()); });
}

void NewRoutineDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    if (busy) {
        m_message->clear();
        m_busy->start(tr("Creating %1…").arg(m_name->text()));
    } else {
        m_busy->stop();
    }
    m_name->setEnabled(!busy);
    m_description->setEnabled(!busy);
    updateName();
}

void NewRoutineDialog::showError(const Error &error)
{
    setBusy(false);
    m_message->showError(error);
    m_name->setFocus();
}

void NewRoutineDialog::updateName()
{
    const QString problem = routineNameProblem(m_name->text());
    const bool isUntouched = m_name->text().isEmpty();
    const QString rule = tr("%1 to %2 characters: lower-case letters, digits and hyphens. The name "
                            "cannot be changed later.")
                             .arg(kShortestRoutineName)
                             .arg(kLongestRoutineName);
    setPlainText(m_rule, isUntouched || problem.isEmpty() ? rule : problem);
    m_create->setEnabled(problem.isEmpty() && !m_isBusy);
    setPlainToolTip(m_create, problem);
    m_name->setAccessibleDescription(m_rule->text());
    restyle();
}

void NewRoutineDialog::restyle()
{
    const Theme &theme = m_themes.current();
    const bool isWrong = !m_name->text().isEmpty() && !routineNameProblem(m_name->text()).isEmpty();
    const QColor color = isWrong ? theme.error.text : theme.window.muted;
    m_rule->setStyleSheet(u"color: %1;"_s.arg(color.name()));
}

void NewRoutineDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void NewRoutineDialog::retranslate()
{
    setWindowTitle(tr("New Routine"));
    m_title->setText(tr("New Routine"));
    m_nameLabel->setText(tr("&Name"));
    m_name->setAccessibleName(tr("Name of the routine"));
    m_descriptionLabel->setText(tr("&Description (optional)"));
    m_description->setAccessibleName(tr("Description of the routine"));
    m_message->setPlace(tr("New routine"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel the new routine"));
    m_create->setText(tr("Create"));
    m_create->setAccessibleName(tr("Create the routine"));
    updateName();
}

} // namespace edgewright
