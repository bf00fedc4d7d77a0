// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparedocument.h"

#include <QCoreApplication>

namespace edgewright {

enum class CompareFormat { Patch, Html, Markdown };

/// A comparison as a file for others. Any thread.
class CompareExport final {
    Q_DECLARE_TR_FUNCTIONS(edgewright::CompareExport)

public:
    /// How the text is called in a patch, and how many unchanged lines stand around a change;
    /// context < 0: all of them.
    struct Options {
        QString fileName;
        int context = 3;
    };

    [[nodiscard]] static QByteArray write(const CompareDocument &document, CompareFormat format,
                                          const Options &options);
    /// Every difference, ignored ones too: applied to the left bytes it gives the right ones.
    [[nodiscard]] static QByteArray patch(const CompareDocument &document, const Options &options);
    /// What is on screen, as a page without scripts that needs nothing else.
    [[nodiscard]] static QByteArray html(const CompareDocument &document, const Options &options);
    /// What is on screen, to be pasted into a review.
    [[nodiscard]] static QByteArray markdown(const CompareDocument &document,
                                             const Options &options);
    /// "+14 −3 · 2 functions", what differs, what is ignored, what changed in words.
    [[nodiscard]] static QStringList facts(const CompareDocument &document);

private:
    /// What stands where rows are left out.
    [[nodiscard]] static QString foldWords(const CompareDocument &document, const diff::Row &fold);
};

} // namespace edgewright
