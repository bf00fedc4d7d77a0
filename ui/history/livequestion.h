// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/ledgerwords.h"

#include <QWidget>

class QDateTimeEdit;
class QLabel;

namespace edgewright {

/// "What was live at …": a moment in local time and what each environment ran then. Asks by signal,
/// shows the answer it is given.
class LiveQuestion final : public QWidget {
    Q_OBJECT

public:
    explicit LiveQuestion(VersionNaming name, QWidget *parent = nullptr);

    /// Whose life it is; without one there is nothing to ask.
    void setRoutine(const RoutineKey &key);
    [[nodiscard]] const RoutineKey &routine() const { return m_key; }
    /// UTC.
    [[nodiscard]] QDateTime moment() const;
    void setMoment(const QDateTime &moment);
    /// Dropped when it answers another question than the one that stands there now.
    void setAnswer(const RoutineKey &key, const LiveMoment &answer);
    /// Asks once more.
    void ask();

signals:
    void asked(const edgewright::RoutineKey &key, const QDateTime &moment);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    VersionNaming m_name;
    RoutineKey m_key;
    LiveMoment m_answer;
    QLabel *m_question;
    QDateTimeEdit *m_moment;
    QLabel *m_words;
};

} // namespace edgewright
