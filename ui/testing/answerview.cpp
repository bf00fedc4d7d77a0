// SPDX-License-Identifier: GPL-3.0-or-later
#include "testing/answerview.h"

#include "common/plaintext.h"
#include "common/theme.h"
#include "probe/answertext.h"

#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr qsizetype kMostText = 2'000'000;
constexpr int kClientError = 400;

} // namespace

AnswerView::AnswerView(const ThemeService &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_line(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
{
    m_line->setObjectName(u"answerLine"_s);
    m_line->setWordWrap(true);
    m_facts->setObjectName(u"answerFacts"_s);
    m_facts->setWordWrap(true);
    m_text->setObjectName(u"answerText"_s);
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(m_line);
    layout->addWidget(m_facts);
    layout->addWidget(m_text, 1);
    connect(&m_themes, &ThemeService::changed, this, &AnswerView::restyle);
    showNote({});
    retranslate();
}

QWidget *AnswerView::text() const
{
    return m_text;
}

void AnswerView::showAnswer(const ProbeAnswer &answer, const QString &place)
{
    const QString status = oneLine(statusWords(answer.status, answer.reason), 80);
    //: "Staging answered 200 OK in 41 ms."
    setLine(
        tr("%1 answered %2 in %3 ms.").arg(place, status, QLocale().toString(answer.time.count())),
        answer.status < kClientError ? Tone::Good : Tone::Bad);
    QStringList facts{tr("Address: %1").arg(answer.address.toString())};
    if (answer.certificate.protocol.isEmpty())
        facts += tr("not encrypted");
    else
        facts += tr("%1, certificate by %2, valid until %3")
                     .arg(answer.certificate.protocol, oneLine(answer.certificate.issuer, 60),
                          QLocale().toString(answer.certificate.validUntil.date(),
                                             QLocale::ShortFormat));
    if (answer.bodyState == ProbeAnswer::Body::Cut)
        facts += tr("only the beginning of the body is shown");
    else if (answer.bodyState == ProbeAnswer::Body::Undecodable)
        facts += tr("the body could not be unpacked and is shown as it came");
    setPlainText(m_facts, facts.join(u" · "_s));
    m_facts->show();
    QString text;
    for (const auto &[name, value] : answer.headers)
        text += QString::fromUtf8(name) + u": "_s + QString::fromUtf8(value) + u'\n';
    text += u'\n' + bodyText(answer);
    m_text->setPlainText(visibleText(text, kMostText));
    m_text->show();
}

void AnswerView::showError(const Error &error)
{
    setLine(error.text(), Tone::Bad);
    m_facts->hide();
    m_text->setPlainText(visibleText(error.detail));
    m_text->setVisible(!error.detail.isEmpty());
}

void AnswerView::showNote(const QString &note)
{
    setLine(note, Tone::Plain);
    m_facts->hide();
    m_text->clear();
}

void AnswerView::setLine(const QString &text, Tone tone)
{
    setPlainText(m_line, text);
    m_line->setVisible(!text.isEmpty());
    m_tone = tone;
    restyle();
}

void AnswerView::restyle()
{
    const Theme &theme = m_themes.current();
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, m_tone == Tone::Good  ? theme.diff().addedSign
                                          : m_tone == Tone::Bad ? theme.diff().removedSign
                                                                : theme.window.text);
    m_line->setPalette(colors);
    m_line->setFont(m_tone == Tone::Plain ? font() : strongFont(font()));
    colors.setColor(QPalette::WindowText, theme.window.muted);
    m_facts->setPalette(colors);
}

void AnswerView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AnswerView::retranslate()
{
    m_text->setAccessibleName(tr("Headers and body of the answer"));
}

} // namespace edgewright
