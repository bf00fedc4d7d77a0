// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTranslator>

namespace edgewright {

/// The language of the window, changed while it runs: widgets hear of it by LanguageChange.
class Language final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~Language() override;

    /// "en" or "zh_CN".
    [[nodiscard]] static QString systemLanguage();
    [[nodiscard]] const QString &current() const { return m_current; }
    void set(const QString &language);

private:
    void replace(QTranslator &translator, const QString &file, const QString &folder);

    QTranslator m_qt;
    QTranslator m_own;
    QString m_current;
};

} // namespace edgewright
