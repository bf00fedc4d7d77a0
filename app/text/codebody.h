// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace edgewright {

/// What a body fetched from the service turned out to be (API.md §3.4, §9.12). Only Code may be
/// edited, restored or published.
enum class BodyKind {
    Code, ///< UTF-8 text that may be JavaScript.
    Empty,
    ObjectStoreError, ///< The object store's XML error document: the stored file is missing.
    MarkupPage,       ///< Another XML or HTML document, such as a proxy's error page.
    Zip,              ///< A package of code and assets.
    Cut,              ///< Ends inside a character: the rest is missing.
    NotUtf8,          ///< Text in another encoding, or binary.
};

struct BodyVerdict {
    BodyKind kind = BodyKind::Empty;
    QString reason; ///< Translated, one sentence; empty for Code.
    QString detail; ///< Untranslated: the object store's error code, or the offending offset.

    [[nodiscard]] bool isCode() const { return kind == BodyKind::Code; }
};

[[nodiscard]] BodyVerdict judgeBody(const QByteArray &bytes);

} // namespace edgewright
