// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace edgewright {

class CodeEditor;

/// One feature of the editor that only watches and marks. Child of its editor; follows the
/// editor's signals while it is enabled and takes its marks away when it is not.
class EditorDecorator : public QObject {
    Q_OBJECT

public:
    explicit EditorDecorator(CodeEditor &editor);

    [[nodiscard]] bool isEnabled() const { return m_enabled; }
    void setEnabled(bool on);

signals:
    void enabledChanged(bool on);

protected:
    [[nodiscard]] CodeEditor &editor() const { return m_editor; }
    /// Connects to the editor with this object as context, and marks what is there.
    virtual void start() = 0;
    virtual void clear() {}

private:
    CodeEditor &m_editor;
    bool m_enabled = false;
};

} // namespace edgewright
