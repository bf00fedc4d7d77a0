// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "compare/comparedocument.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QStackedWidget;

namespace edgewright {

class CompareBar;
class CompareCanvas;
class CompareFindBar;
class CompareFooter;
class CompareHeader;
class OverviewStrip;

/// Shows how two texts differ, side by side or unified, and walks through the changes. Compares on
/// worker threads; a newer request makes older ones void, and what was shown stays until the new
/// comparison is ready. Knows nothing of versions and services.
class CompareView final : public QWidget {
    Q_OBJECT

public:
    explicit CompareView(QWidget *parent = nullptr);
    ~CompareView() override;
    Q_DISABLE_COPY_MOVE(CompareView)

    enum class Place {
        Automatic, ///< The first change, unless the texts are the same as before.
        Kept,      ///< Where the reader is.
    };
    void compare(CompareSide left, CompareSide right, Place place = Place::Automatic);
    /// Names both sides of what is shown anew; foreign text.
    void setTitles(const QString &left, const QString &right);
    /// "Reading v12…", told after a while; what is shown stays. An answer under way is dropped.
    void setLoading(const QString &what);
    /// Shows \p text instead of a comparison, until the next compare().
    void showProblem(const QString &text);

    void applyTheme(const Theme &theme);
    void setColorBlindSafe(bool on); ///< Blue and orange instead of red and green.
    void setCodeFont(const QFont &font);
    void setWordWrap(bool on);

    /// How comparisons are shown, as the user chose last.
    struct Choices {
        std::optional<bool> unified; ///< Nothing: automatic, unified when narrow.
        int context = 3;
        bool wholeFile = false;

        [[nodiscard]] bool operator==(const Choices &other) const = default;
    };
    void setChoices(const Choices &choices);
    [[nodiscard]] Choices choices() const;

    [[nodiscard]] int changeCount() const;
    [[nodiscard]] int currentChange() const; ///< From 0; -1 when the caret is in none.
    void goToNextChange();
    void goToPreviousChange();

    void setUnified(std::optional<bool> unified); ///< Nothing: automatic, unified when narrow.
    [[nodiscard]] bool isUnified() const;
    void setContext(int lines);
    [[nodiscard]] int contextLines() const { return m_context; }
    void setWholeFile(bool on);
    void setIgnore(const diff::Ignore &ignore);
    [[nodiscard]] const diff::Ignore &ignore() const { return m_ignore; }
    void swapSides();
    void find();
    void findNext();
    void findPrevious();

    /// Gives the focus to the rows, as soon as there are some unless it moved on meanwhile.
    void takeFocus();
    [[nodiscard]] CompareCanvas &canvas() const { return *m_canvas; }

signals:
    void ready(); ///< The comparison asked for last is on the screen.
    void choicesChanged();
    void sidesSwapped();
    void changeShown(int index, int count);
    void lineActivated(edgewright::Side side, int line); ///< Asked for by double-click or Return.
    /// A block of an editable side is to become what the other side has, or to go.
    void blockTaken(const edgewright::CompareEdit &edit);
    void undoRequested(); ///< Of the editable side.
    void redoRequested();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void connectParts();
    void start(bool keepPlace);
    void finish(const Result<CompareDocumentPtr> &result, bool keepPlace);
    void showDocument(CompareDocumentPtr document, bool keepPlace);
    void colourLater();
    void summarizeLater();
    void abandon();
    void showBusy();
    void showMessage(const QString &text, bool isProblem);
    void goTo(int change, bool forward);
    void updateLayout();
    void updatePlace(bool wrapped);
    void search();
    void goToMatch(int match);
    [[nodiscard]] bool runKey(int key, Qt::KeyboardModifiers modifiers, bool onlyAsk);
    void closeFind();
    void retranslate();

    CompareHeader *m_header;
    CompareBar *m_bar;
    QStackedWidget *m_pages;
    QLabel *m_message;
    CompareCanvas *m_canvas;
    OverviewStrip *m_overview;
    CompareFooter *m_footer;
    CompareFindBar *m_findBar;
    QTimer m_busyDelay; ///< Then m_busy is told.
    QString m_busy;
    QTimer m_searchDelay;
    std::shared_ptr<std::atomic<bool>> m_cancelled; ///< Read by the worker.
    CompareSide m_left;
    CompareSide m_right;
    diff::Ignore m_ignore;
    std::optional<bool> m_unified;
    const Theme *m_theme = &theme(ThemeKind::Light);
    int m_context = 3;
    int m_running = 0; ///< Number of the newest comparison.
    int m_searching = 0;
    bool m_wholeFile = false;
    bool m_colorBlindSafe = false;
    bool m_isUntouched = true; ///< Nothing was asked for yet.
    bool m_hasContent = false, m_wantsFocus = false;
    QPointer<QWidget> m_focusBefore; ///< When the focus was wanted.
};

} // namespace edgewright
