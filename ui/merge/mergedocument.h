// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/merge3.h"
#include "merge/mergetext.h"

#include <QList>

namespace edgewright {

/// The three texts of a merge and what people call them; names are foreign text.
struct MergeSources {
    QByteArray base;
    QByteArray mine;
    QByteArray theirs;
    QString baseName;   ///< "v15"; empty: there is no base.
    QString theirsName; ///< "v19"
};

enum class MergeChoice { Mine, Theirs, Both, Base };

/// The merged text while it is being decided: where its conflicts and the changes taken without a
/// question lie, through edits, undo and redo. Holds no text of its own and shows nothing.
class MergeDocument final {
public:
    MergeDocument() = default;
    MergeDocument(MergeSources sources, diff::Merge merge);

    [[nodiscard]] const MergeSources &sources() const { return m_sources; }
    /// The text to begin with, undecided conflicts in frames.
    [[nodiscard]] const QByteArray &start() const { return m_start; }

    [[nodiscard]] int conflicts() const { return static_cast<int>(m_conflicts.size()); }
    [[nodiscard]] int undecided() const;
    /// How many changes of that side were taken without a question.
    [[nodiscard]] int taken(diff::MergeKind kind) const;
    [[nodiscard]] bool isDecided(int conflict) const;
    [[nodiscard]] qsizetype begin(int conflict) const;
    [[nodiscard]] qsizetype length(int conflict) const;
    /// The conflict at that place; -1: none.
    [[nodiscard]] int conflictAt(qsizetype position) const;
    /// The next undecided one behind, or in front of, that place; around the ends; -1: none left.
    [[nodiscard]] int nextUndecided(qsizetype position, bool forward) const;
    [[nodiscard]] int lines(int conflict, MergeChoice side) const;
    /// The bytes that a choice puts in the place of the conflict.
    [[nodiscard]] QByteArray replacement(int conflict, MergeChoice choice) const;
    /// \p part without the lines that frame a conflict.
    [[nodiscard]] QByteArray withoutFrame(const QByteArray &part) const;
    /// Where a line of a frame is left in \p text outside undecided conflicts; -1: nowhere.
    [[nodiscard]] qsizetype strayFrame(const QByteArray &text) const;

    void setDecided(int conflict, bool decided);
    /// The text changed.
    void follow(qsizetype position, qsizetype removed, qsizetype inserted, bool isUndoOrRedo);
    /// \p text as it is now.
    [[nodiscard]] QList<MergeMark> marks(const QByteArray &text) const;

private:
    /// A stretch of the text that is followed.
    struct Stretch {
        qsizetype begin = 0;
        qsizetype length = 0;
        bool isDecided = true;
    };
    struct Change {
        qsizetype position = 0;
        qsizetype removed = 0;
        qsizetype inserted = 0;
        QList<Stretch> before;
        QList<Stretch> after;
    };

    void chooseFrame();
    void build();
    [[nodiscard]] QByteArray framed(const diff::MergeRegion &region) const;
    [[nodiscard]] QByteArray part(MergeChoice side, const diff::MergeRegion &region) const;
    [[nodiscard]] QByteArray whole(const QByteArray &lines) const;
    [[nodiscard]] bool isFrameLine(QByteArrayView line) const;
    /// What undoing or doing again brings back is known.
    [[nodiscard]] bool replay(const Change &change);
    void move(const Change &change);
    void addFrameMarks(const QByteArray &text, const Stretch &stretch,
                       QList<MergeMark> &marks) const;

    MergeSources m_sources;
    diff::Merge m_merge;
    QByteArray m_start;
    QByteArray m_lineEnd;
    QList<QByteArray> m_frame;  ///< Mine, base, divider, theirs; without line ends.
    QList<int> m_regions;       ///< By stretch, the region it comes from.
    QList<int> m_conflicts;     ///< By conflict, its stretch.
    QList<Stretch> m_stretches; ///< In order.
    QList<Change> m_done;       ///< The newest last.
    QList<Change> m_undone;
};

} // namespace edgewright
