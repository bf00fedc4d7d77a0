// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/editordecorator.h"

namespace edgewright {

/// Wraps by character while a line is so long that drawing it as one would block typing; a bundle
/// on one line stays usable.
class LongLinesDecorator final : public EditorDecorator {
    Q_OBJECT

public:
    static constexpr int kLongLine = 10'000; ///< Bytes.

    explicit LongLinesDecorator(CodeEditor &editor);

protected:
    void start() override;
    void clear() override;

private:
    void inspectAll();
    void inspect(int firstLine, int lastLine);

    bool m_wrapping = false;
};

} // namespace edgewright
