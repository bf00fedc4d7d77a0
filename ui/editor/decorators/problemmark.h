// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/editordecorator.h"

#include <QColor>

namespace edgewright {

/// A wavy line under one line of the text, for something that was found there. Goes with the next
/// edit, which may have mended it.
class ProblemMark final : public EditorDecorator {
    Q_OBJECT

public:
    explicit ProblemMark(CodeEditor &editor);

    /// \p line from 0; in place of the one before.
    void mark(int line, const QColor &color);
    /// -1: none.
    [[nodiscard]] int line() const { return m_line; }

protected:
    void start() override;
    void clear() override;

private:
    int m_line = -1;
};

} // namespace edgewright
