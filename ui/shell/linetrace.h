// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/decorators/linenotes.h"
#include "workspace/versionchain.h"

#include <QCoreApplication>

namespace edgewright {

/// A text and where each of its lines came from; a value. Lines are those of the editor.
class LineTrace final {
    Q_DECLARE_TR_FUNCTIONS(edgewright::LineTrace)

public:
    using Chain = std::shared_ptr<const VersionChain>;

    /// Version \p index of \p chain itself.
    LineTrace(Chain chain, qsizetype index);
    /// A text made from version \p base of \p chain; coarser when \p limits are reached. May take
    /// a while: not on the GUI thread.
    LineTrace(Chain chain, qsizetype base, const QByteArray &text, const diff::Limits &limits = {});

    [[nodiscard]] const Chain &chain() const { return m_chain; }
    /// The version that brought \p line; one past the versions for lines of the text itself, -1
    /// when there is no such line.
    [[nodiscard]] qsizetype bringerOf(int line) const;
    /// The version before that one: the base for lines of the text itself; -1: there is none.
    [[nodiscard]] qsizetype before(int line) const;
    /// The same line in version \p index, which is not newer than the text.
    [[nodiscard]] int lineIn(qsizetype index, int line) const;

    /// Short and long words about each bringer, and which line has which.
    [[nodiscard]] QList<LineNote> notes(const QDateTime &now) const;
    [[nodiscard]] QList<int> noteOfLine() const;
    /// "Line 12 came with v7 · …"; empty when there is no such line.
    [[nodiscard]] QString sentence(int line, const QDateTime &now) const;

private:
    void read(const QByteArray &text);
    [[nodiscard]] LineNote noteOf(qsizetype bringer, const QDateTime &now) const;

    Chain m_chain;
    diff::LineHistory m_lines; ///< Up to the text.
    std::size_t m_number = 0;  ///< Of the text in m_lines.
    std::vector<std::uint32_t> m_bringers;
    /// Of each line of the editor the line in m_lines: they differ where a lone CR ends a line.
    std::vector<std::uint32_t> m_lineOfEditorLine;
};

} // namespace edgewright
