// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/comparetab.h"

class QMenu;

namespace edgewright {

class Settings;

/// Opens comparisons, each in a tab of its own; two sides that are compared already are raised.
class CompareController final : public QObject {
    Q_OBJECT

public:
    CompareController(const ShellContext &shell, Settings &settings, QObject *parent = nullptr);

    enum class Focus { Take, Leave };
    void compare(const SourcePair &pair, Focus focus = Focus::Take);
    /// Likewise in the comparison that is on screen, which stays until the new one is ready.
    void follow(const SourcePair &pair);
    /// A tab behind the others whose texts are read when it is looked at.
    CompareTab &openForLater(const SourcePair &pair);
    void compareFiles(const QString &leftPath, const QString &rightPath);
    /// Asks for both sides.
    void pick(bool startWithRoutine);
    void compareWithFile();
    void compareWithClipboard();
    void goToChange(bool forward);

    /// The comparison on screen, or the last one that was; null while none is open.
    [[nodiscard]] CompareTab *current() const;
    /// The one whose view that is; null: none.
    [[nodiscard]] CompareTab *tabOf(const QWidget *view) const;
    /// What it compares; nothing while none is open.
    [[nodiscard]] std::optional<SourcePair> pair() const;
    /// A comparison is on screen.
    [[nodiscard]] bool isShown() const;
    [[nodiscard]] CompareSources &sources() { return m_sources; }
    /// "v12 ⇄ Draft", of the current one.
    [[nodiscard]] QString shortTitle() const;
    [[nodiscard]] QString currentRoutine() const;
    /// As sources of the routine on screen.
    [[nodiscard]] SourcePair draftAgainst(const CompareSource &other) const;
    /// What is most likely meant while nothing was chosen: what the draft changes for the visitors,
    /// or for its base where production has that.
    [[nodiscard]] SourcePair likelyPair() const;

signals:
    /// Of any of them, or how one is shown.
    void changed();

private:
    void connectActions();
    void connectPanel();
    CompareTab &open();
    void connectView(CompareView &view);
    [[nodiscard]] QList<CompareTab *> tabs() const;
    [[nodiscard]] CompareTab *find(const SourcePair &pair) const;
    void nameTabs();
    void extendMenu(QMenu *menu);
    void retranslate();

    ShellContext m_shell;
    Settings &m_settings;
    CompareSources m_sources;
};

} // namespace edgewright
