// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/versionhistory.h"

#include <QWidget>

class QStackedLayout;

namespace edgewright {

class EditorPage;
class EmptyState;
class ThemeService;

/// One version's code to be read, or a sentence on why there is none to read.
class VersionPage final : public QWidget {
    Q_OBJECT

public:
    /// \p themes must outlive the page.
    explicit VersionPage(const ThemeService &themes, QWidget *parent = nullptr);

    [[nodiscard]] EditorPage &page() const { return *m_page; }
    [[nodiscard]] const QString &routine() const { return m_routine; }
    [[nodiscard]] const QString &versionId() const { return m_versionId; }
    [[nodiscard]] bool hasCode() const { return m_hasCode; }

    void showLoading(const QString &routine, const QString &versionId, const QString &what);
    void showCode(const QString &routine, const VersionCode &code, const QString &banner);
    void showProblem(const QString &title, const QString &text);

signals:
    /// There is code to be read now.
    void codeShown();
    /// Stop the reading that showLoading() told of.
    void cancelRequested();

protected:
    bool event(QEvent *event) override;

private:
    void retranslate();

    QStackedLayout *m_layout;
    EmptyState *m_placeholder;
    EditorPage *m_page;
    QString m_routine;
    QString m_versionId;
    QString m_title; ///< Of the page that stands in for the code.
    bool m_canCancel = false;
    bool m_hasCode = false;
};

} // namespace edgewright
