// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/editordecorator.h"

#include <QList>
#include <QString>

namespace edgewright {

/// Something to be said of lines; foreign text, shown as plain text.
struct LineNote {
    QString text;    ///< In the margin, cut when it is long.
    QString details; ///< The tool tip.

    [[nodiscard]] bool operator==(const LineNote &other) const = default;
};

/// A margin to the left of the line numbers with a note for each line: once for neighbouring lines
/// that share it, on grounds that alternate. Off until it is switched on.
class LineNotesDecorator final : public EditorDecorator {
    Q_OBJECT

public:
    explicit LineNotesDecorator(CodeEditor &editor);

    /// \p noteOfLine: for each line an index into \p notes, or -1. Lines that are added or removed
    /// later move the notes along, until they are set again.
    void setNotes(const QList<LineNote> &notes, const QList<int> &noteOfLine);
    /// The note of \p line as it was set; null when it has none.
    [[nodiscard]] const LineNote *noteOf(int line) const;

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    /// Alt+click on the note of a line.
    void noteActivated(int line);

protected:
    void start() override;
    void clear() override;

private:
    void applyLook();
    void show();
    void fitWidth();
    [[nodiscard]] int widthOf(const QString &text) const;
    [[nodiscard]] QString cut(const QString &text, int width) const;
    /// The line whose note is at \p point, -1 beside the margin or below the text.
    [[nodiscard]] int lineAt(const QPoint &point) const;

    QList<LineNote> m_notes;
    QList<int> m_noteOfLine;
};

} // namespace edgewright
