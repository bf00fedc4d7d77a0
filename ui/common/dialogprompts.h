// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/prompts.h"

#include <QPointer>
#include <QWidget>

namespace edgewright {

/// Asks in dialogs that are modal to one window and never start an event loop of their own. GUI
/// thread.
class DialogPrompts final : public Prompts {
public:
    explicit DialogPrompts(QWidget *window);

    void ask(const QObject *context, const Question &question,
             std::function<void(bool accepted)> answer) override;
    void chooseFileToOpen(const QObject *context, const QString &title,
                          std::function<void(const QString &path)> answer) override;
    void chooseFolder(const QObject *context, const QString &title,
                      std::function<void(const QString &path)> answer) override;
    void chooseFileToSave(const QObject *context, const QString &title, const QString &proposedName,
                          std::function<void(const QString &path)> answer) override;

private:
    QPointer<QWidget> m_window;
};

} // namespace edgewright
