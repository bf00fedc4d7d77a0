// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"

namespace edgewright {

class CompareView;

/// Brings two texts of the routine on screen, or two files, into the compare view.
class CompareController final : public QObject {
    Q_OBJECT

public:
    explicit CompareController(const ShellContext &shell, QObject *parent = nullptr);

    /// A version by its id, or the draft when the id is empty.
    struct Side {
        QString versionId;
    };

    void compare(const Side &left, const Side &right);
    void compareEnvironments(const QString &leftEnvironment, const QString &rightEnvironment);
    void compareEnvironmentWithDraft(const QString &environment);
    void compareBaseWithDraft();
    void compareFiles(const QString &leftPath, const QString &rightPath);
    void goToChange(bool forward);

private:
    struct Text {
        QString title;
        QByteArray bytes;
        QString problem; ///< Why there is nothing to compare.
    };

    [[nodiscard]] Reply<Text> *fetch(const Side &side);
    [[nodiscard]] Text draftText() const;
    [[nodiscard]] Text versionText(const VersionCode &code) const;
    [[nodiscard]] QString liveVersion(const QString &environment) const;
    void sideArrived(quint64 request, bool left, const Result<Text> &text);
    void present();

    ShellContext m_shell;
    QPointer<CompareView> m_view;
    quint64 m_request = 0; ///< Answers to older requests are void.
    std::optional<Result<Text>> m_left;
    std::optional<Result<Text>> m_right;
};

} // namespace edgewright
