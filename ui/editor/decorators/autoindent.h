// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/editordecorator.h"

namespace edgewright {

/// Enter keeps the indentation, goes one level deeper after an opening bracket, and puts a closing
/// one on a line of its own; a closing bracket typed first on a line goes back a level.
class AutoIndentDecorator final : public EditorDecorator {
    Q_OBJECT

public:
    explicit AutoIndentDecorator(CodeEditor &editor);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void start() override;
    void clear() override;

private:
    void breakLine();
    void outdentClosing(int character);
};

} // namespace edgewright
