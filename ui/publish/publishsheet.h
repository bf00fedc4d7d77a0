// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/changeexcerpt.h"
#include "publish/publishcontext.h"
#include "publish/sheet.h"
#include "workspace/publishchecks.h"

class QGridLayout;
class QLineEdit;
class QRadioButton;

namespace edgewright {

class ChangeView;
class CheckList;
class CheckSummary;
class NameConfirmation;
class TrafficField;

/// Publishes a version, or a draft, to staging or production: says what is live there now and what
/// will be, what that changes, whom it reaches, and what was looked at. Staging is chosen first;
/// production is never confirmed by a plain Enter, and a failed check only by typing the name.
class PublishSheet final : public Sheet {
    Q_OBJECT

public:
    static constexpr int kLongestDescription = 200;

    using Live = PublishLive;
    using Context = PublishContext;
    using Step = PublishStep;

    PublishSheet(const ThemeService &themes, QWidget *parent);

    /// Before open(); chooses staging.
    void setContext(const Context &context);
    /// The draft has become that version; everything else stays as it is.
    void setVersion(const QString &versionId, const QString &name);
    /// New facts about what is live, while the sheet is open; keeps the choice.
    void setLive(const Live &staging, const Live &production);
    void setExcerpt(const ChangeExcerpt &excerpt);
    /// Instead of an excerpt: why there is none (yet).
    void setNoExcerpt(const QString &why);
    /// Routes and hosts, none when nothing leads to the routine.
    void setReach(const QStringList &reach);
    void setNoReach(const QString &why);
    void setChecks(const QList<PublishCheck> &checks);
    void setSteps(const QList<Step> &steps);
    /// Of a draft: selected so that typing replaces it; nothing once something was typed.
    void propose(const QString &description);
    /// Confirming waits for an answer elsewhere; empty: no longer.
    void setObstacle(const QString &reason);

    void chooseEnvironment(const QString &environment);
    [[nodiscard]] QString environment() const;
    /// What is to be live; of a draft that share is without an id.
    [[nodiscard]] QList<VersionShare> shares() const;
    [[nodiscard]] const Context &context() const { return m_context; }
    /// Why, for the ledger; may be empty. Stays until another version is to be published.
    [[nodiscard]] QString reason() const;
    /// Of the version that a draft becomes.
    [[nodiscard]] QString description() const;
    /// The version that the excerpt compares with; empty when nothing is live.
    [[nodiscard]] const Live &target() const;

signals:
    void publishRequested(const QString &environment);
    void environmentChanged(const QString &environment);
    void compareRequested(const QString &fromId, const QString &toId);
    /// A check found that in that line, from 1, of what is to be published.
    void lineRequested(qint64 line, const QString &text);

protected:
    void confirm() override;
    [[nodiscard]] bool enterConfirms() const override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] int widest() const override { return 980; }
    void restyle() override;
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildContent();
    [[nodiscard]] QGridLayout *buildFacts();
    void buildChanges();
    void buildChecks();
    void buildFields();
    void addFact(QGridLayout *grid, QLabel *&name, QLabel *&value, const QString &objectName);
    [[nodiscard]] QLabel *addHeading(const QString &objectName);
    void updateTarget();
    void updateTitle();
    void updateNote();
    void updateReach();
    /// Whether the one that is live may keep a part.
    void updateTraffic();
    [[nodiscard]] QString afterText() const;
    /// "v7", or "v5 90 % · v7 10 %".
    [[nodiscard]] QString afterShort() const;
    void updateChanges();
    void judgeConfirm();
    void updateFields();
    [[nodiscard]] bool isProduction() const;
    [[nodiscard]] QString confirmText() const;
    [[nodiscard]] QString subject() const;

    Context m_context;
    ChangeExcerpt m_excerpt;
    QString m_noExcerpt;
    QString m_obstacle;
    QStringList m_routes;
    QString m_noReach;        ///< Why there are none.
    bool m_isTouched = false; ///< The description was typed in.
    bool m_hasFailed = false; ///< A check did.
    QLabel *m_choice = nullptr;
    QRadioButton *m_staging = nullptr;
    QRadioButton *m_production = nullptr;
    QLabel *m_trafficName = nullptr;
    TrafficField *m_traffic = nullptr;
    QLabel *m_versionName = nullptr;
    QLabel *m_version = nullptr;
    QLabel *m_nowName = nullptr;
    QLabel *m_now = nullptr;
    QLabel *m_afterName = nullptr;
    QLabel *m_after = nullptr;
    QLabel *m_reachName = nullptr;
    QLabel *m_reach = nullptr;
    QLabel *m_note = nullptr;
    QLabel *m_changesTitle = nullptr;
    QLabel *m_changesLine = nullptr;
    ChangeView *m_changes = nullptr;
    QPushButton *m_compare = nullptr;
    QLabel *m_checksTitle = nullptr;
    CheckList *m_checks = nullptr;
    CheckSummary *m_summary = nullptr;
    QLabel *m_descriptionName = nullptr;
    QLineEdit *m_description = nullptr;
    QLabel *m_reasonName = nullptr;
    QLineEdit *m_reason = nullptr;
    QLabel *m_steps = nullptr;
    NameConfirmation *m_typedName = nullptr;
};

} // namespace edgewright
