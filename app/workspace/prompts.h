// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace edgewright {

/// Questions to the user, so that those who ask know no window and tests can answer. All text is
/// shown as plain text. The answer arrives through the event loop; none arrives when \p context is
/// gone by then.
class Prompts {
public:
    virtual ~Prompts() = default;

    struct Question {
        QString title;
        QString text;
        QString detail;
        QString acceptText; ///< What the button does: "Delete v3".
        bool destructive = false;
        QString typeToConfirm; ///< When set, this text must be typed before accepting.
    };

    virtual void ask(const QObject *context, const Question &question,
                     std::function<void(bool accepted)> answer) = 0;
    /// The path is empty when the user cancelled.
    virtual void chooseFileToOpen(const QObject *context, const QString &title,
                                  std::function<void(const QString &path)> answer) = 0;
    /// Likewise, for a folder that is there.
    virtual void chooseFolder(const QObject *context, const QString &title,
                              std::function<void(const QString &path)> answer) = 0;
    /// Likewise; asks before a file that is there is chosen.
    virtual void chooseFileToSave(const QObject *context, const QString &title,
                                  const QString &proposedName,
                                  std::function<void(const QString &path)> answer) = 0;
};

} // namespace edgewright
