// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "common/themeservice.h"

#include <QPointer>
#include <QVariantAnimation>
#include <QWidget>

class QBoxLayout;
class QFrame;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace edgewright {

class ElidedLabel;
class MessageBar;
class SheetScroller;

/// A card that slides over its parent's area and keeps the keyboard inside: header band, content,
/// message, progress, two buttons. Lives hidden as long as its parent and is shown by open().
class Sheet : public QWidget {
    Q_OBJECT

public:
    /// Does nothing while another sheet over the same area is at work.
    void open();
    /// Hides the sheet and gives the focus back to whoever had it.
    void dismiss();

    /// Names the step under way and locks the fields; \p total 0: no measure.
    void setStep(const QString &text, qint64 done, qint64 total, bool canCancel);
    /// Unlocks the fields and says what went wrong. What may have been done already is not offered
    /// again until open().
    void showError(const Error &error);
    [[nodiscard]] bool isWorking() const { return m_working; }
    /// Puts \p section, which becomes the sheet's, below what is there; locked while working.
    void addSection(QWidget *section);
    /// The same above everything else, for what has to be read first; scrolled to when shown.
    void addNotice(QWidget *notice);

signals:
    /// What lies beside the sheet's parent leaves it too little height to show all of itself.
    void shortOfRoom();
    /// Esc or the Cancel button; while working it asks to stop.
    void cancelRequested();

protected:
    /// \p parent is the area to cover; \p themes must outlive the sheet.
    Sheet(const ThemeService &themes, QWidget *parent);

    /// Content goes here; its widgets are locked while working.
    [[nodiscard]] QVBoxLayout *content() const { return m_contentLayout; }
    [[nodiscard]] QWidget *contentBox() const { return m_content; }
    [[nodiscard]] QPushButton *confirmButton() const { return m_confirm; }
    [[nodiscard]] QPushButton *cancelButton() const { return m_cancel; }
    [[nodiscard]] const ThemeService &themes() const { return m_themes; }
    void setTitle(const QString &title, const QString &badge);
    /// Of the header band; null: the ordinary ground.
    void setBand(const TonePair *tone);
    void setConfirmAllowed(bool allowed, const QString &reason = {});
    /// What was sent last may have been done.
    [[nodiscard]] bool isInDoubt() const { return m_isInDoubt; }
    /// Whether confirming now would do that once more.
    [[nodiscard]] virtual bool confirmRepeats() const { return true; }
    /// For other buttons that send something: called with each change of the confirm button.
    virtual void updateOthers() {}
    /// Unlocks the fields and forgets messages and progress.
    void setIdle();

    /// Puts \p widget above the buttons, where it is always seen; never locked by itself.
    void addToFooter(QWidget *widget);
    /// Puts \p widget left of the buttons, or above them where that is too narrow.
    void addBesideButtons(QWidget *widget);
    /// Brings \p part of the content to the top of what can be seen.
    void scrollTo(const QWidget *part);
    /// Pixels.
    [[nodiscard]] virtual int widest() const { return 680; }

    virtual void confirm() = 0;
    /// Whether a plain Enter confirms; Ctrl+Enter always does.
    [[nodiscard]] virtual bool enterConfirms() const { return true; }
    [[nodiscard]] virtual QWidget *firstField() const = 0;
    virtual void restyle();
    virtual void retranslate();

    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// One sheet at a time: closes another one; false when that is at work.
    [[nodiscard]] bool makeRoom();
    void buildHeader();
    void buildFooter();
    void arrangeFooter();
    void place();
    void updateConfirm();
    void answerEnter();

    const ThemeService &m_themes;
    QVariantAnimation m_slide;
    QPointer<QWidget> m_focusBefore;
    QFrame *m_card = nullptr;
    QFrame *m_band = nullptr;
    QLabel *m_badge = nullptr;
    ElidedLabel *m_title = nullptr;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_contentLayout = nullptr;
    SheetScroller *m_scroller = nullptr;
    QFrame *m_footer = nullptr;
    QVBoxLayout *m_footerLayout = nullptr;
    QBoxLayout *m_buttonRow = nullptr;
    int m_notices = 0;
    MessageBar *m_message = nullptr;
    QWidget *m_progress = nullptr;
    QLabel *m_step = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_confirm = nullptr;
    const TonePair *m_tone = nullptr;
    QString m_confirmReason;
    bool m_confirmAllowed = true;
    bool m_working = false;
    bool m_isInDoubt = false;
};

} // namespace edgewright
