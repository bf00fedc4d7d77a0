// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/editordecorator.h"

namespace edgewright {

/// Marks the bracket at the caret together with its partner, or as lonely when there is none.
class BraceMatchDecorator final : public EditorDecorator {
    Q_OBJECT

public:
    explicit BraceMatchDecorator(CodeEditor &editor);

protected:
    void start() override;
    void clear() override;

private:
    void match();
    [[nodiscard]] int bracketAtCaret() const;
};

} // namespace edgewright
