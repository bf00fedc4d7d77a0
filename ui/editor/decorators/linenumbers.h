// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/editordecorator.h"

namespace edgewright {

/// Keeps the line number margin as wide as the longest number needs, at every zoom.
class LineNumbersDecorator final : public EditorDecorator {
    Q_OBJECT

public:
    explicit LineNumbersDecorator(CodeEditor &editor);

protected:
    void start() override;
    void clear() override;

private:
    void fitWidth();
};

} // namespace edgewright
