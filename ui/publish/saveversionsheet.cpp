// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/saveversionsheet.h"

#include "common/plaintext.h"
#include "common/times.h"
#include "publish/variablesfield.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace edgewright {

using namespace Qt::StringLiterals;

SaveVersionSheet::SaveVersionSheet(const ThemeService &themes, QWidget *parent)
    : Sheet(themes, parent)
{
    setObjectName(u"saveVersionSheet"_s);
    buildContent();
    SaveVersionSheet::retranslate();
    SaveVersionSheet::restyle();
}

void SaveVersionSheet::buildContent()
{
    m_label = new QLabel(contentBox());
    m_description = new QLineEdit(contentBox());
    m_description->setObjectName(u"versionDescription"_s);
    m_description->setMaxLength(kLongestDescription);
    m_label->setBuddy(m_description);
    m_counter = new QLabel(contentBox());
    m_counter->setObjectName(u"descriptionCounter"_s);
    m_facts = new QLabel(contentBox());
    m_facts->setObjectName(u"versionFacts"_s);
    for (QLabel *label : {m_counter, m_facts}) {
        label->setFont(smallFont(font()));
        label->setProperty("muted", true);
    }
    buildVariables();
    buildHint();

    auto *labelRow = new QHBoxLayout;
    labelRow->addWidget(m_label);
    labelRow->addStretch();
    labelRow->addWidget(m_counter);
    content()->addLayout(labelRow);
    content()->addWidget(m_description);
    content()->addWidget(m_facts);
    content()->addWidget(m_variables);
    content()->addWidget(m_hintBox);
    connect(m_description, &QLineEdit::textChanged, this, &SaveVersionSheet::updateCounter);
    connect(m_description, &QLineEdit::textEdited, this, [this] { m_isTouched = true; });
}

void SaveVersionSheet::buildVariables()
{
    m_variables = new VariablesField(contentBox());
    m_variables->hide();
    connect(m_variables, &VariablesField::changed, this, [this] {
        updateHint();
        emit variablesChosen();
    });
}

void SaveVersionSheet::buildHint()
{
    m_hintBox = new QWidget(contentBox());
    m_hint = new QLabel(m_hintBox);
    m_hint->setObjectName(u"saveHint"_s);
    m_hint->setWordWrap(true);
    m_publishExisting = new QPushButton(m_hintBox);
    m_publishExisting->setObjectName(u"publishExisting"_s);
    m_publishExisting->setAutoDefault(false);
    auto *hintRow = new QHBoxLayout(m_hintBox);
    hintRow->setContentsMargins(0, 8, 0, 0);
    hintRow->setSpacing(16);
    hintRow->addWidget(m_hint, 1);
    m_saveAgain = new QPushButton(m_hintBox);
    m_saveAgain->setObjectName(u"saveAgain"_s);
    m_saveAgain->setAutoDefault(false);
    hintRow->addWidget(m_saveAgain);
    hintRow->addWidget(m_publishExisting);
    connect(m_publishExisting, &QPushButton::clicked, this,
            &SaveVersionSheet::publishExistingRequested);
    connect(m_saveAgain, &QPushButton::clicked, this,
            [this] { emit saveRequested(description()); });
}

void SaveVersionSheet::setContext(const Context &context)
{
    m_context = context;
    m_dropped.clear();
    m_obstacle.clear();
    m_isTouched = false;
    m_areVariablesAsked = false;
    m_variables->hide();
    m_description->setText(oneLine(context.description, kLongestDescription));
    m_description->selectAll();
    setIdle();
    retranslate();
}

void SaveVersionSheet::setRoom(const QStringList &dropped, const QString &obstacle)
{
    m_dropped = dropped;
    m_obstacle = obstacle;
    updateFacts();
}

void SaveVersionSheet::setSameAs(const QString &name)
{
    if (isWorking() || m_context.sameAsName == name)
        return;
    m_context.sameAsName = name;
    updateFacts();
    if (confirmButton()->hasFocus())
        firstField()->setFocus();
}

void SaveVersionSheet::setVariables(const QStringList &production, const QStringList &staging)
{
    m_variables->setNames(production, staging);
    m_areVariablesAsked = !production.isEmpty() || !staging.isEmpty();
    m_variables->setVisible(m_areVariablesAsked);
    updateHint();
}

void SaveVersionSheet::chooseVariables(const QString &environment)
{
    m_variables->choose(environment);
}

QString SaveVersionSheet::variablesOf() const
{
    return m_variables->chosen();
}

void SaveVersionSheet::reset()
{
    setContext({});
}

void SaveVersionSheet::propose(const QString &description)
{
    if (m_isTouched || isWorking() || !m_description->text().isEmpty())
        return;
    m_description->setText(oneLine(description, kLongestDescription));
    m_description->selectAll();
}

QString SaveVersionSheet::description() const
{
    return m_description->text().trimmed();
}

void SaveVersionSheet::confirm()
{
    if (m_context.sameAsName.isEmpty())
        emit saveRequested(description());
    else if (m_context.willPublish)
        emit publishExistingRequested();
    else
        emit useExistingRequested();
}

bool SaveVersionSheet::enterConfirms() const
{
    return m_dropped.isEmpty() || !m_context.sameAsName.isEmpty();
}

QWidget *SaveVersionSheet::firstField() const
{
    return m_context.sameAsName.isEmpty() ? static_cast<QWidget *>(m_description)
                                          : static_cast<QWidget *>(confirmButton());
}

void SaveVersionSheet::updateCounter()
{
    m_counter->setText(tr("%1 / %2", "characters typed of those allowed")
                           .arg(m_description->text().size())
                           .arg(kLongestDescription));
}

void SaveVersionSheet::updateFacts()
{
    QStringList facts{sizeText(m_context.size)};
    const bool isFull = m_context.quota > 0 && m_context.used >= m_context.quota;
    if (m_context.quota > 0 && !isFull)
        facts << tr("version %1 of %2 allowed").arg(m_context.used + 1).arg(m_context.quota);
    m_facts->setText(facts.join(u" · "_s));
    updateHint();
    updateButton();
}

void SaveVersionSheet::updateHint()
{
    const bool isSame = !m_context.sameAsName.isEmpty();
    const QString name = oneLine(m_context.sameAsName, 40);
    //: %1 is a version
    setPlainText(m_hint,
                 isSame ? tr("Nothing new — %1 is the same, byte by byte.").arg(name) : QString());
    m_hintBox->setVisible(isSame);
    m_description->setEnabled(!isSame);
    m_publishExisting->setVisible(isSame && !m_context.willPublish);
    m_publishExisting->setText(actionText(tr("Publish %1…").arg(name)));
    m_publishExisting->setAccessibleName(tr("Publish %1 instead…").arg(name));
    const bool carriesSome = m_areVariablesAsked && !m_variables->chosen().isEmpty();
    m_saveAgain->setVisible(isSame && carriesSome);
    m_saveAgain->setEnabled(m_obstacle.isEmpty());
}

void SaveVersionSheet::updateButton()
{
    const QString name = oneLine(m_context.sameAsName, 40);
    const QString dropped = oneLine(QLocale().createSeparatedList(m_dropped), 40);
    QString text = tr("Save Version");
    if (!name.isEmpty() && m_context.willPublish)
        text = tr("Publish %1…").arg(name);
    else if (!name.isEmpty())
        text = tr("Use %1", "%1 is a version").arg(name);
    else if (!m_dropped.isEmpty())
        //: %1 is one version or several
        text = tr("Delete %1 and Save as Version").arg(dropped);
    confirmButton()->setText(actionText(text));
    confirmButton()->setAccessibleName(
        m_dropped.isEmpty() && name.isEmpty() ? tr("Save as a version") : text);
    setConfirmAllowed(!name.isEmpty() || m_obstacle.isEmpty(), m_obstacle);
}

void SaveVersionSheet::restyle()
{
    Sheet::restyle();
    m_hint->setStyleSheet(u"color: %1;"_s.arg(themes().current().warning.text.name()));
}

void SaveVersionSheet::retranslate()
{
    setTitle(tr("Save %1 as a version").arg(oneLine(m_context.routine, 60)), {});
    Sheet::retranslate();
    m_label->setText(tr("&Description"));
    m_description->setAccessibleName(tr("Description of the version"));
    m_description->setPlaceholderText(tr("What changed, in a few words"));
    m_saveAgain->setText(tr("Save Again with Today's Variables"));
    m_saveAgain->setAccessibleName(
        tr("Save the same code again, with what the variables hold today"));
    updateCounter();
    updateFacts();
}

} // namespace edgewright
