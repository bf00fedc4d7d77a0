// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/javascripttokenizer.h"

#include <Qsci/qsciscintilla.h>

namespace edgewright {

class CompareScene;

/// A bare editor for a few lines that looks like the rows of a comparison: as high as its text, no
/// margins, no scroll bars. Holds bytes, so invalid ones and line ends stay as they are.
class LineEditor final : public QsciScintilla {
    Q_OBJECT

public:
    explicit LineEditor(QWidget *parent);

    /// \p state is that of the code in front of it.
    void setBytes(const QByteArray &bytes, const javascript::LineState &state);
    [[nodiscard]] QByteArray bytes() const;
    /// New lines get this end; whoever presses Tab gets what the text is indented with.
    void setFormat(bool isCrLf, bool usesTabs, int width);
    void setLook(const CompareScene &scene);
    /// Types over what is selected.
    void type(const QString &text);
    void selectBytes(qsizetype begin, qsizetype end);
    [[nodiscard]] int rows() const;
    [[nodiscard]] int caretTop() const; ///< Of its row, from the upper edge.
    /// Nothing is scrolled away inside it.
    void showFromTop();

signals:
    void bytesChanged();
    void caretMoved();
    void kept();      ///< Ctrl+Enter, or the focus went elsewhere.
    void takenBack(); ///< Escape.

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void colour();

    javascript::LineState m_state;
    bool m_isSetting = false;
};

} // namespace edgewright
