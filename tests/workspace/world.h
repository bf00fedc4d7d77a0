// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archive.h"
#include "archive/ledger.h"
#include "support/fakeroutineservice.h"
#include "support/testing.h"
#include "workspace/archiver.h"

#include <QAbstractItemModelTester>
#include <QNetworkAccessManager>
#include <QTemporaryDir>

namespace edgewright::test {

/// Everything below the window on a folder, with a service in memory; another world on the same
/// folder is the program after a restart.
class World final {
public:
    explicit World(const QString &folder)
        : m_folder(folder)
    {
    }

    /// Connects a service with these routines; the fake lives until the account is left.
    FakeRoutineService &connectFake(const QStringList &routines,
                                    const QString &accountId = QStringLiteral("one"))
    {
        auto service = makeFake(routines);
        FakeRoutineService &fake = *service;
        connection.adopt({.id = accountId}, std::move(service));
        return fake;
    }

    [[nodiscard]] static std::unique_ptr<FakeRoutineService> makeFake(const QStringList &routines)
    {
        auto service = std::make_unique<FakeRoutineService>();
        for (const QString &name : routines)
            service->routines()[name].routine.name = name;
        return service;
    }

    /// Nothing is under way, and nothing follows from what was.
    [[nodiscard]] bool isIdle()
    {
        // What was listed is recorded and read back before the archiver wants any of it.
        for (int step = 0; step < 4; ++step)
            static_cast<void>(wait(archive.versions({})));
        return !catalog.isRefreshing() && !history.isAwaited() && archiver.progress().total == 0;
    }

    /// "v2 v1" of what is shown; a version that only this computer has stands in brackets.
    [[nodiscard]] QString shown()
    {
        QStringList rows;
        for (const VersionListModel::Item &item : history.model().items())
            rows.append(item.onService ? item.name : QString(u'(' + item.name + u')'));
        return rows.join(u' ');
    }

private:
    QString m_folder;
    QNetworkAccessManager m_network;

public:
    Connection connection{m_network};
    DraftStore drafts{m_folder + u"/drafts"};
    Archive archive{m_folder};
    Ledger ledger{archive};
    VersionNames names{m_folder + u"/names"};
    Memory memory{.drafts = drafts, .names = names, .archive = archive, .ledger = ledger};
    RoutineCatalog catalog{connection, memory};
    VersionHistory history{connection, catalog, memory};
    Archiver archiver{
        {.connection = connection, .catalog = catalog, .history = history, .archive = archive}};
    QAbstractItemModelTester catalogTester{&catalog.model(),
                                           QAbstractItemModelTester::FailureReportingMode::QtTest};
    QAbstractItemModelTester historyTester{&history.model(),
                                           QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace edgewright::test
