// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/keyform.h"

#include "common/fieldactions.h"
#include "common/icons.h"
#include "common/plaintext.h"
#include "identity/credentialsources.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>

#include <algorithm>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestPaste = 8'000;

bool isPrintable(QChar c)
{
    return c.unicode() > 0x20 && c.unicode() < 0x7F;
}

} // namespace

KeyForm::KeyForm(const ThemeService &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
{
    setObjectName(u"keyForm"_s);
    buildLayout();
    connect(&themes, &ThemeService::changed, this, &KeyForm::restyle);
    retranslate();
    updateSite();
    restyle();
}

QLineEdit *KeyForm::addKeyField(QFormLayout *form, QLabel *&label, const QString &name)
{
    QLineEdit *field = addField(form, label, name);
    auto *problem = new QLabel(this);
    problem->setObjectName(name + u"Problem"_s);
    problem->setTextFormat(Qt::PlainText);
    problem->setFont(smallFont(font()));
    problem->setProperty("problem", true);
    problem->setWordWrap(true);
    problem->hide();
    form->addRow(nullptr, problem);
    m_problems.append({field, problem});
    return field;
}

QLineEdit *KeyForm::addField(QFormLayout *form, QLabel *&label, const QString &name)
{
    label = new QLabel(this);
    auto *field = new QLineEdit(this);
    field->setObjectName(name);
    field->setMaxLength(kLongestPaste);
    label->setBuddy(field);
    form->addRow(label, field);
    connect(field, &QLineEdit::textChanged, this, &KeyForm::noteChange);
    connect(field, &QLineEdit::returnPressed, this, &KeyForm::submitted);
    return field;
}

void KeyForm::buildLayout()
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_id = addKeyField(form, m_idLabel, u"accessKeyId"_s);
    m_secret = addKeyField(form, m_secretLabel, u"accessKeySecret"_s);
    m_token = addKeyField(form, m_tokenLabel, u"securityToken"_s);
    for (QLineEdit *field : {m_secret, m_token}) {
        field->setEchoMode(QLineEdit::Password);
        field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData
                                   | Qt::ImhNoPredictiveText);
    }
    m_reveal = m_secret->addAction(QIcon(), QLineEdit::TrailingPosition);
    m_reveal->setCheckable(true);
    m_siteLabel = new QLabel(this);
    m_site = new QComboBox(this);
    m_site->setObjectName(u"siteChoice"_s);
    m_site->addItems({QString(), QString(), QString(), QString()});
    m_siteLabel->setBuddy(m_site);
    m_site->setMinimumHeight(m_id->sizeHint().height());
    form->addRow(m_siteLabel, m_site);
    m_host = addField(form, m_hostLabel, u"customEndpoint"_s);

    connect(m_id, &QLineEdit::textChanged, this, &KeyForm::splitPasted);
    connect(m_reveal, &QAction::toggled, this, &KeyForm::revealSecret);
    connect(m_site, &QComboBox::currentIndexChanged, this, &KeyForm::updateSite);
}

Credentials KeyForm::credentials() const
{
    return {.accessKeyId = m_id->text().trimmed(),
            .accessKeySecret = Secret(m_secret->text().trimmed().toUtf8()),
            .securityToken = Secret(m_token->text().trimmed().toUtf8())};
}

Result<Endpoint> KeyForm::endpoint() const
{
    switch (m_site->currentIndex()) {
    case Hangzhou:
        return Endpoint::hangzhou();
    case Singapore:
        return Endpoint::singapore();
    case Custom:
        return Endpoint::parse(m_host->text().trimmed());
    default:
        return Endpoint();
    }
}

QString KeyForm::problemOf(const QString &text)
{
    const QString value = text.trimmed();
    const auto odd = std::find_if_not(value.begin(), value.end(), isPrintable);
    if (odd == value.end())
        return {};
    return odd->isSpace() ? tr("There is a blank inside. Was more than the key pasted?")
                          : tr("Keys have only letters, digits and signs of ASCII.");
}

void KeyForm::noteChange()
{
    for (const KeyField &key : m_problems) {
        const QString problem = problemOf(key.field->text());
        if (key.label->text() == problem)
            continue;
        key.label->setText(problem);
        key.label->setVisible(!problem.isEmpty());
        key.field->setAccessibleDescription(problem);
        key.field->setProperty("invalid", !problem.isEmpty());
        key.field->style()->unpolish(key.field);
        key.field->style()->polish(key.field);
    }
    emit changed();
}

QString KeyForm::missing() const
{
    if (m_id->text().trimmed().isEmpty())
        return tr("Enter the AccessKey ID.");
    if (m_secret->text().trimmed().isEmpty())
        return tr("Enter the access key secret.");
    for (const KeyField &key : m_problems) {
        if (const QString problem = problemOf(key.field->text()); !problem.isEmpty())
            return problem;
    }
    if (m_site->currentIndex() == Custom && m_host->text().trimmed().isEmpty())
        return tr("Enter the host of the endpoint.");
    return {};
}

void KeyForm::wipe()
{
    // setText() also forgets what undo would bring back.
    for (QLineEdit *field : {m_id, m_secret, m_token, m_host})
        field->setText(QString());
    m_reveal->setChecked(false);
    m_site->setCurrentIndex(Automatic);
}

void KeyForm::focusFirst()
{
    m_id->setFocus(Qt::OtherFocusReason);
}

void KeyForm::splitPasted()
{
    const QString pasted = m_id->text();
    // QLineEdit shows a line break as a sign of its own but keeps it.
    const Credentials parsed = parsePastedKey(pasted);
    if (!parsed.isComplete() || parsed.accessKeyId == pasted)
        return;
    m_secret->setText(QString::fromUtf8(parsed.accessKeySecret.reveal()));
    m_token->setText(QString::fromUtf8(parsed.securityToken.reveal()));
    m_id->setText(parsed.accessKeyId);
}

void KeyForm::revealSecret(bool reveal)
{
    m_secret->setEchoMode(reveal ? QLineEdit::Normal : QLineEdit::Password);
    restyle();
    retranslate();
}

void KeyForm::updateSite()
{
    const bool isCustom = m_site->currentIndex() == Custom;
    m_host->setVisible(isCustom);
    m_hostLabel->setVisible(isCustom);
    emit changed();
}

void KeyForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void KeyForm::restyle()
{
    const QColor &color = m_themes.current().window.muted;
    m_reveal->setIcon(icon(m_reveal->isChecked() ? IconName::Hide : IconName::Show, color));
}

void KeyForm::retranslate()
{
    m_idLabel->setText(tr("Access key &ID"));
    m_id->setPlaceholderText(tr("or paste the whole key file here"));
    m_id->setAccessibleName(tr("AccessKey ID"));
    m_secretLabel->setText(tr("&Secret"));
    m_secret->setAccessibleName(tr("Access key secret"));
    m_tokenLabel->setText(tr("Security &token"));
    m_token->setPlaceholderText(tr("only for temporary keys"));
    m_token->setAccessibleName(tr("Security token"));
    m_siteLabel->setText(tr("Sit&e"));
    m_site->setAccessibleName(tr("Site"));
    m_site->setItemText(Automatic, tr("Find automatically"));
    m_site->setItemText(Hangzhou, tr("Hangzhou (China site)"));
    m_site->setItemText(Singapore, tr("Singapore (international site)"));
    m_site->setItemText(Custom, tr("Other endpoint…"));
    m_hostLabel->setText(tr("&Host"));
    m_host->setPlaceholderText(tr("host or host:port"));
    m_host->setAccessibleName(tr("Host of the endpoint"));
    const QString reveal = m_reveal->isChecked() ? tr("Hide the secret") : tr("Show the secret");
    m_reveal->setToolTip(reveal);
    nameFieldAction(m_secret, m_reveal, reveal);
    noteChange();
}

} // namespace edgewright
