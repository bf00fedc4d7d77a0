// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/editordecorator.h"
#include "text/suspicious.h"

#include <QTimer>

namespace edgewright {

/// Looks for characters that hide or deceive when a text is set and after each pause in typing, and
/// frames them. The boxes in place of invisible ones are Scintilla's and need no search.
class SuspiciousDecorator final : public EditorDecorator {
    Q_OBJECT

public:
    explicit SuspiciousDecorator(CodeEditor &editor);

    [[nodiscard]] const QList<SuspiciousCharacter> &characters() const { return m_characters; }

signals:
    void found(const QList<edgewright::SuspiciousCharacter> &characters);

protected:
    void start() override;
    void clear() override;

private:
    void search();

    QTimer m_pause;
    QList<SuspiciousCharacter> m_characters;
};

} // namespace edgewright
