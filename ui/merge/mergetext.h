// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"

#include <QByteArray>
#include <QObject>
#include <QRect>

class QWidget;

namespace edgewright {

/// What a stretch of the merged text is.
enum class MergePart {
    Mine,        ///< Taken from mine without a question.
    Theirs,      ///< Likewise from theirs.
    Both,        ///< Both changed it in the same way.
    Decided,     ///< Was a conflict.
    FrameLine,   ///< A line that frames or divides a conflict; goes when it is decided.
    FrameMine,   ///< What mine has in an undecided conflict.
    FrameBase,   ///< Likewise the base.
    FrameTheirs, ///< Likewise theirs.
};

/// Marks the lines of some bytes; an empty stretch marks the line it lies before.
struct MergeMark {
    qsizetype begin = 0;
    qsizetype length = 0;
    MergePart part = MergePart::Mine;
    QString words; ///< Beside its first line, "v19"; may be empty.

    [[nodiscard]] bool operator==(const MergeMark &other) const = default;
};

/// The text of a merge that can be edited, as the merge view needs it. Whoever has an editor makes
/// one of these. Offsets are bytes; the text is never converted.
class MergeText : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual QWidget *widget() const = 0;
    /// What lies over the text moves with it: its parent.
    [[nodiscard]] virtual QWidget *viewport() const = 0;
    [[nodiscard]] virtual QByteArray bytes() const = 0;
    /// Another text; undo is forgotten.
    virtual void setBytes(const QByteArray &text) = 0;
    /// One step for undo.
    virtual void replace(qsizetype begin, qsizetype length, const QByteArray &text) = 0;
    virtual void setMarks(const QList<MergeMark> &marks) = 0;
    [[nodiscard]] virtual qsizetype caret() const = 0;
    /// Brings that place a third below the top, with the caret there.
    virtual void goTo(qsizetype position) = 0;
    /// The line at \p position, in the viewport; nothing when it is not on screen.
    [[nodiscard]] virtual QRect lineAt(qsizetype position) const = 0;

signals:
    /// At each change, in order; the text has it already.
    void changed(qsizetype position, qsizetype removed, qsizetype inserted, bool isUndoOrRedo);
    void caretMoved();
    void scrolled(); ///< Or resized: lines are elsewhere on screen.
};

} // namespace edgewright
