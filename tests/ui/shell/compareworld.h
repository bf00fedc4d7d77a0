// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparecanvas.h"
#include "compare/compareview.h"
#include "history/historypanel.h"
#include "shell/comparecontroller.h"
#include "shell/documentarea.h"
#include "shell/draftcontroller.h"
#include "shell/draftpage.h"
#include "shell/language.h"
#include "shell/mainwindow.h"
#include "support/fakeroutineservice.h"
#include "support/testing.h"

#include <QLabel>
#include <QListView>
#include <QTemporaryDir>

namespace edgewright::test {

using namespace Qt::StringLiterals;

inline constexpr int kVersions = 40;

inline QByteArray codeOf(int number)
{
    QByteArray code = "function serve() {\n    return " + QByteArray::number(number) + ";\n}\n";
    for (int i = 0; i < 60; ++i)
        code += "line(" + QByteArray::number(i) + ");\n";
    return code;
}

inline Draft draftOf(const QString &routine, const QByteArray &text)
{
    Draft draft;
    draft.accountId = u"one"_s;
    draft.routine = routine;
    draft.text = text;
    draft.changedAt = QDateTime::currentDateTimeUtc();
    return draft;
}

/// The whole window on a service in memory with a routine of many versions.
struct CompareWorld {
    QTemporaryDir folder;
    AppServices services{{.data = folder.path(), .sandbox = {}, .sandboxProgram = {}}};
    Settings settings{folder.path()};
    ThemeService themes;
    Language language;
    MainWindow window{
        {.services = services, .settings = settings, .themes = themes, .language = language}};
    FakeRoutineService *fake = nullptr;
    QStringList ids; ///< Of the versions, oldest first.

    CompareWorld()
    {
        auto service = std::make_unique<FakeRoutineService>();
        fake = service.get();
        fake->setQuota({.versionsPerRoutine = kVersions + 10});
        for (const QString &name : {u"hello"_s, u"other"_s})
            fake->routines()[name].routine.name = name;
        for (int i = 1; i <= kVersions; ++i)
            ids.append(fake->addVersion(u"hello"_s, codeOf(i), u"change %1"_s.arg(i)));
        fake->addVersion(u"other"_s, codeOf(500), u"elsewhere"_s);
        window.resize(1300, 800);
        window.show();
        // Only what is asked for is read, however fast everything else would be.
        services.archiver().setPaused(true);
        services.connection().adopt({.id = u"one"_s}, std::move(service));
        services.history().setRoutine(u"hello"_s);
    }

    [[nodiscard]] CompareController &compare() const
    {
        return *window.findChild<CompareController *>();
    }
    [[nodiscard]] DocumentArea &documents() const { return window.shell().documents; }
    [[nodiscard]] CompareView &view() const { return *documents().compareView(); }
    [[nodiscard]] DraftPage *draft() const { return documents().draftOf(u"one"_s, u"hello"_s); }
    [[nodiscard]] QListView &list() const
    {
        return *window.findChild<QListView *>(u"versionList"_s);
    }
    void trigger(ActionId id) const { window.actions().action(id).trigger(); }
    /// What a label of the current comparison says; empty while it is hidden.
    [[nodiscard]] QString label(const char *name) const
    {
        const auto *found = view().findChild<QLabel *>(QString::fromLatin1(name));
        return found && found->isVisibleTo(&window) ? found->text() : QString();
    }
    /// Of the current comparison.
    [[nodiscard]] QByteArray text(Side side) const
    {
        const CompareScene &scene = view().canvas().scene();
        return scene.isEmpty() ? QByteArray("nothing yet") : scene.document().side(side).text;
    }
    void setLive(const QList<VersionShare> &shares)
    {
        fake->routines()[u"hello"_s].routine.deployments = {
            {.environment = kProduction, .shares = shares}};
        QVERIFY_RESULT(wait(services.catalog().read(u"hello"_s)));
    }
    void select(int number) const
    {
        list().setFocus();
        list().setCurrentIndex(list().model()->index(kVersions - number, 0));
    }
    [[nodiscard]] CompareSource version(int number) const
    {
        return VersionSource{.routine = u"hello"_s, .versionId = ids[number - 1]};
    }
};

} // namespace edgewright::test
