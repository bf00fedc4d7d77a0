// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/httpmessage.h"

#include <QMap>
#include <QString>

#include <optional>

namespace edgewright::sandbox {

/// The business parameters of a call, wherever the client put them: query, form body or JSON body.
/// The body wins over the query, a later value over an earlier one. Names are case-sensitive;
/// empty values count as absent, because official clients send them for what was left undefined.
class Parameters final {
public:
    /// Nothing when the body says it is JSON and is not an object.
    [[nodiscard]] static std::optional<Parameters> parse(const HttpRequest &request);

    [[nodiscard]] bool has(const QString &name) const { return !m_values.value(name).isEmpty(); }
    [[nodiscard]] QString text(const QString &name) const { return m_values.value(name); }
    /// Sent at all, even empty: tells "no description" from "make it empty".
    [[nodiscard]] bool wasSent(const QString &name) const { return m_values.contains(name); }
    /// \p fallback when absent, nothing when it is not a number.
    [[nodiscard]] std::optional<qint64> number(const QString &name, qint64 fallback) const;
    [[nodiscard]] bool isTrue(const QString &name) const;

    void set(const QString &name, const QString &value) { m_values.insert(name, value); }

private:
    [[nodiscard]] bool addJson(const QByteArray &body);
    void addForm(const QByteArray &text);

    QMap<QString, QString> m_values;
};

/// Decoded names and values of a query or form, in order; '+' is a space.
[[nodiscard]] acs3::Pairs decodeForm(const QByteArray &text);

} // namespace edgewright::sandbox
