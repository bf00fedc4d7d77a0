// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"
#include "workspace/guard.h"

#include <QHash>

namespace edgewright {

class DraftPage;
class GuardNotice;
class MergeController;
class PublishController;
class SaveController;
class Sheet;

/// Says in the sheets of saving and publishing who was faster, and does what is decided on that:
/// look at their change, merge it, go on. After a save it looks once more for somebody who slipped
/// in between.
class GuardController final : public QObject {
    Q_OBJECT

public:
    /// All of them outlive the controller.
    struct Places {
        SaveController &save;
        Sheet &saveSheet;
        PublishController &publish;
        Sheet &publishSheet;
        MergeController &merge;
    };

    GuardController(const ShellContext &shell, const Places &places, QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void compareRequested(const QString &fromVersionId, const QString &toVersionId);

private:
    /// One sheet with its notice.
    struct Post {
        Sheet *sheet = nullptr;
        GuardNotice *notice = nullptr;
        GuardFinding finding;
        bool publishes = false;
    };

    void addPost(Sheet &sheet, bool publishes);
    void connectPost(qsizetype index);
    void tell(qsizetype index, const GuardFinding &finding);
    void readChange(qsizetype index);
    void readTheirs(qsizetype index, const QByteArray &before, const QString &to);
    void measureChange(qsizetype index, const QByteArray &before, const QByteArray &after);
    void see(const GuardFinding &finding);
    /// \p base: what both started from; empty: what the draft is based on.
    void merge(const GuardFinding &finding, const QString &base = {});
    /// Whether somebody saved between the last look and the save.
    void lookAfterSave(const QString &versionId);
    void tellCollision(const GuardFinding &finding, const QString &formerBase);
    void noteBase(const DraftPage *page);
    [[nodiscard]] QStringList sentences(const GuardFinding &finding) const;
    [[nodiscard]] QString savedSentence(const GuardFinding &finding) const;
    [[nodiscard]] QString liveSentence(const GuardFinding &finding) const;
    [[nodiscard]] QString sharesText(const GuardFinding &finding,
                                     const QList<VersionShare> &shares) const;
    [[nodiscard]] QString nameOf(const GuardFinding &finding, const QString &versionId) const;

    ShellContext m_shell;
    Places m_places;
    /// Of a draft's page: what it was based on before it was saved, and what it is now.
    struct Bases {
        QString former;
        QString now;
    };
    QHash<const DraftPage *, Bases> m_bases;
    QList<Post> m_posts;   ///< Saving, publishing.
    quint64 m_request = 0; ///< Answers to older requests are void.
};

} // namespace edgewright
