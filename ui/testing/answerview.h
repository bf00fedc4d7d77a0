// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "common/themeservice.h"
#include "probe/probetypes.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace edgewright {

/// What a request got: a line in words, then headers and body, all as plain text. Read-only.
class AnswerView final : public QWidget {
    Q_OBJECT

public:
    /// \p themes must outlive the view.
    explicit AnswerView(const ThemeService &themes, QWidget *parent = nullptr);

    /// \p place: "Staging"; translated.
    void showAnswer(const ProbeAnswer &answer, const QString &place);
    void showError(const Error &error);
    /// Nothing, or what is under way.
    void showNote(const QString &note);
    [[nodiscard]] QWidget *text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Tone { Plain, Good, Bad };

    void setLine(const QString &text, Tone tone);
    void restyle();
    void retranslate();

    const ThemeService &m_themes;
    QLabel *m_line;
    QLabel *m_facts;
    QPlainTextEdit *m_text;
    Tone m_tone = Tone::Plain;
};

} // namespace edgewright
