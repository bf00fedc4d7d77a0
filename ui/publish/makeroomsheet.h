// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/sheet.h"

class QSpinBox;

namespace edgewright {

/// Deletes chosen versions from the service, whether it is full or not; what can be chosen is a
/// section somebody else adds. Also says how many versions the service keeps, which the user may
/// know better.
class MakeRoomSheet final : public Sheet {
    Q_OBJECT

public:
    struct Context {
        QString routine;
        int quota = 0;
        bool isQuotaTold = false; ///< By the service itself.
    };

    MakeRoomSheet(const ThemeService &themes, QWidget *parent);

    /// Before open().
    void setContext(const Context &context);
    /// \p names: "v3"; \p obstacle: why not.
    void setChoice(const QStringList &names, const QString &obstacle);

signals:
    void deleteRequested();
    void quotaEdited(int versions);

protected:
    void confirm() override;
    /// What is deleted is not deleted by the way.
    [[nodiscard]] bool enterConfirms() const override { return false; }
    [[nodiscard]] QWidget *firstField() const override;
    void retranslate() override;

private:
    Context m_context;
    QStringList m_names;
    QLabel *m_quotaLabel = nullptr;
    QSpinBox *m_quota = nullptr;
};

} // namespace edgewright
