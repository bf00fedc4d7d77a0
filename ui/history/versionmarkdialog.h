// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivetypes.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace edgewright {

/// What the user writes on a version: label, note, star. It stays on this computer.
class VersionMarkDialog final : public QDialog {
    Q_OBJECT

public:
    static constexpr int kLongestLabel = 60;
    static constexpr int kLongestNote = 4000;

    VersionMarkDialog(const QString &versionName, const VersionMark &mark, QWidget *parent);

    [[nodiscard]] VersionMark mark() const;

signals:
    void marked(const edgewright::VersionMark &mark);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const QString m_versionName;
    QLabel *m_labelTitle;
    QLineEdit *m_label;
    QLabel *m_noteTitle;
    QPlainTextEdit *m_note;
    QCheckBox *m_star;
    QLabel *m_hint;
    QDialogButtonBox *m_buttons;
};

} // namespace edgewright
