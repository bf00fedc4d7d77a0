// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparedocument.h"

#include <QCoreApplication>
#include <QStringList>

namespace edgewright {

/// What is to be said about a comparison besides its lines.
class CompareWords final {
    Q_DECLARE_TR_FUNCTIONS(edgewright::CompareWords)

public:
    struct Facts {
        QStringList differing; ///< What needs a look: other line ends, not code, gave up.
        QStringList common;    ///< "Line ends: both LF"
    };

    [[nodiscard]] static Facts facts(const CompareDocument &document);
    /// What a text is when it is no code, wherever it came from; empty for code.
    [[nodiscard]] static QString judgement(BodyKind kind);
    /// "No differences" in the words that fit; empty when lines differ.
    [[nodiscard]] static QString sameness(const CompareDocument &document);
    /// "Nothing ignored", "Ignoring: trailing space, blank lines · 12 differences hidden"
    [[nodiscard]] static QString ignored(const diff::Ignore &ignore, int hidden);
    /// What a row is that is no change although its bytes differ.
    [[nodiscard]] static QString otherwise(const CompareDocument &document);
    /// False where one side is missing or is no code: what changed in the code is no question then.
    [[nodiscard]] static bool isAboutCode(const CompareDocument &document);
    [[nodiscard]] static QString changes(int count);
    /// "3 of 6", with what comes next at the end and what happened after a wrap.
    [[nodiscard]] static QString place(int change, int count, bool wrapped);

private:
    /// What is wrong with one text.
    [[nodiscard]] static QStringList faults(const CompareSide &side,
                                            const CompareDocument::Facts &facts);
};

} // namespace edgewright
