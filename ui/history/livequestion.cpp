// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/livequestion.h"

#include "common/plaintext.h"

#include <QDateTimeEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace edgewright {

LiveQuestion::LiveQuestion(VersionNaming name, QWidget *parent)
    : QWidget(parent)
    , m_name(std::move(name))
    , m_question(new QLabel(this))
    , m_moment(new QDateTimeEdit(this))
    , m_words(new QLabel(this))
{
    m_moment->setObjectName(u"liveMoment"_s);
    m_moment->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss"_s);
    m_moment->setDateTime(QDateTime::currentDateTime());
    m_moment->setCurrentSection(QDateTimeEdit::DaySection);
    m_question->setBuddy(m_moment);
    m_words->setObjectName(u"liveAnswer"_s);
    m_words->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addWidget(m_question, 0, Qt::AlignTop);
    layout->addWidget(m_moment, 0, Qt::AlignTop);
    layout->addWidget(m_words, 1);
    connect(m_moment, &QDateTimeEdit::dateTimeChanged, this, &LiveQuestion::ask);
    retranslate();
}

void LiveQuestion::setRoutine(const RoutineKey &key)
{
    if (key == m_key)
        return;
    m_key = key;
    m_answer = {};
    retranslate();
    ask();
}

QDateTime LiveQuestion::moment() const
{
    return m_moment->dateTime().toUTC();
}

void LiveQuestion::setMoment(const QDateTime &moment)
{
    m_moment->setDateTime(moment.toLocalTime());
}

void LiveQuestion::ask()
{
    m_moment->setEnabled(!m_key.routine.isEmpty());
    if (!m_key.routine.isEmpty())
        emit asked(m_key, moment());
}

void LiveQuestion::setAnswer(const RoutineKey &key, const LiveMoment &answer)
{
    if (key != m_key || answer.at != moment())
        return;
    m_answer = answer;
    retranslate();
}

void LiveQuestion::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LiveQuestion::retranslate()
{
    m_question->setText(tr("&What was live at"));
    m_moment->setAccessibleName(tr("Moment to look back at, local time"));
    m_moment->setToolTip(tr("Local time; arrow keys change the part with the cursor"));
    QStringList lines;
    for (const LiveState &state : std::as_const(m_answer.states))
        //: %1 is an environment, %2 what was live there
        lines.append(
            tr("%1: %2").arg(environmentWords(state.environment), liveWords(m_key, state, m_name)));
    if (!lines.isEmpty())
        lines.prepend(tr("In “%1”:").arg(oneLine(m_key.routine, 60)));
    setPlainText(m_words, lines.isEmpty() ? tr("Open a routine to ask.") : lines.join(u'\n'));
}

} // namespace edgewright
