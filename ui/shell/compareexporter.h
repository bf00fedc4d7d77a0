// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/compareexport.h"
#include "shell/shellcontext.h"

namespace edgewright {

class CompareController;
class CompareView;

/// Writes the comparison on screen to a file the user chooses, and puts parts of it on the
/// clipboard.
class CompareExporter final : public QObject {
    Q_OBJECT

public:
    CompareExporter(const ShellContext &shell, CompareController &compare,
                    QObject *parent = nullptr);

    /// Asks where to; what is written is what was on screen when this was called.
    void exportAs(CompareFormat format);
    void copyBothSides();

private:
    void write(const QString &path, const QByteArray &content);
    [[nodiscard]] QString proposedName(CompareFormat format) const;
    [[nodiscard]] QString patchName() const;
    [[nodiscard]] CompareView *shownView() const;

    ShellContext m_shell;
    CompareController &m_compare;
};

} // namespace edgewright
