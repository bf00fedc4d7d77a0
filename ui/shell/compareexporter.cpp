// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/compareexporter.h"

#include "archive/exportnames.h"
#include "base/background.h"
#include "base/durablefile.h"
#include "common/messagebar.h"
#include "compare/bothsides.h"
#include "compare/comparecanvas.h"
#include "shell/actionregistry.h"
#include "shell/comparecontroller.h"
#include "shell/documentarea.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kWholeFile = -1;

QString suffixOf(CompareFormat format)
{
    switch (format) {
    case CompareFormat::Patch:
        return u".patch"_s;
    case CompareFormat::Html:
        return u".html"_s;
    case CompareFormat::Markdown:
        break;
    }
    return u".md"_s;
}

} // namespace

CompareExporter::CompareExporter(const ShellContext &shell, CompareController &compare,
                                 QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_compare(compare)
{
    const auto on = [this](ActionId id, CompareFormat format) {
        connect(&m_shell.actions.action(id), &QAction::triggered, this,
                [this, format] { exportAs(format); });
    };
    on(ActionId::ExportPatch, CompareFormat::Patch);
    on(ActionId::ExportHtml, CompareFormat::Html);
    on(ActionId::ExportMarkdown, CompareFormat::Markdown);
    connect(&m_shell.actions.action(ActionId::CopyBothSides), &QAction::triggered, this,
            &CompareExporter::copyBothSides);
}

CompareView *CompareExporter::shownView() const
{
    CompareView *view = m_compare.isShown() ? m_shell.documents.compareView() : nullptr;
    return view && !view->canvas().scene().isEmpty() ? view : nullptr;
}

void CompareExporter::exportAs(CompareFormat format)
{
    CompareView *view = shownView();
    if (!view)
        return;
    const CompareDocumentPtr document = view->canvas().scene().shared();
    if (document->sameBytes) {
        m_shell.messages.showMessage(MessageBar::Kind::Info,
                                     tr("Both sides are the same; there is nothing to export."));
        return;
    }
    const CompareView::Choices choices = view->choices();
    const CompareExport::Options options{
        .fileName = patchName(), .context = choices.wholeFile ? kWholeFile : choices.context};
    m_shell.prompts.chooseFileToSave(
        this, tr("Export Comparison"), proposedName(format),
        [this, document, format, options](const QString &path) {
            if (path.isEmpty())
                return;
            runInBackground<QByteArray>(this, [document, format, options]() -> Result<QByteArray> {
                return CompareExport::write(*document, format, options);
            })->then(this, [this, path](const Result<QByteArray> &content) {
                write(path, *content);
            });
        });
}

void CompareExporter::write(const QString &path, const QByteArray &content)
{
    if (const Result<> written = writeDurablyForUser(path, content); !written)
        m_shell.messages.showError(written.error());
    else
        m_shell.messages.showMessage(
            MessageBar::Kind::Success,
            tr("The comparison was written to “%1”.").arg(QFileInfo(path).fileName()));
}

void CompareExporter::copyBothSides()
{
    const CompareView *view = shownView();
    const QByteArray text = view ? bothSides(view->canvas().scene()) : QByteArray();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
}

QString CompareExporter::patchName() const
{
    const SourcePair pair = *m_compare.pair();
    for (const CompareSource *source : {&pair.right, &pair.left}) {
        if (const QString routine = routineOf(*source); !routine.isEmpty())
            return exportFileName(routine, u".js"_s);
        if (const auto *file = std::get_if<FileSource>(source))
            return exportFileName(QFileInfo(file->path).fileName(), {});
    }
    return u"code.js"_s;
}

QString CompareExporter::proposedName(CompareFormat format) const
{
    const SourcePair pair = *m_compare.pair();
    const CompareSources &sources = m_compare.sources();
    QStringList parts{m_shell.documents.compareRoutine(), sources.shortName(pair.left),
                      sources.shortName(pair.right)};
    parts.removeAll(QString());
    return exportFileName(parts.join(u'-'), suffixOf(format));
}

} // namespace edgewright
