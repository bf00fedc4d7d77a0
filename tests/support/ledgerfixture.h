// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/ledger.h"
#include "support/testing.h"

#include <QTemporaryDir>

namespace edgewright::test {

/// A ledger in a folder of its own.
class LedgerFixture final {
public:
    LedgerFixture() = default;

    [[nodiscard]] Ledger &ledger() { return *m_ledger; }
    [[nodiscard]] Archive &archive() { return *m_archive; }

    /// Newest first.
    [[nodiscard]] QList<LedgerEntry> entries(const LedgerFilter &filter = {})
    {
        const Result<QList<LedgerEntry>> found = wait(m_ledger->entries(filter));
        return found ? *found : QList<LedgerEntry>();
    }

    /// Lets go of the file as the end of the program does, and opens it again.
    void restart()
    {
        m_ledger.reset();
        m_archive.reset();
        open();
    }

    /// Every write to the ledger fails from now on.
    void breakWrites()
    {
        static_cast<void>(wait(m_archive->worker().run(nullptr, [](Database &database) {
            return database.execute(
                QStringLiteral("CREATE TEMP TRIGGER full BEFORE INSERT ON main.ledger BEGIN "
                               "SELECT RAISE(ABORT, 'the disk is full'); END"));
        })));
    }

private:
    void open()
    {
        m_ledger.reset();
        m_archive.reset(); // one program at a time has the file
        m_archive = std::make_unique<Archive>(m_folder.path());
        m_ledger = std::make_unique<Ledger>(*m_archive);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Archive> m_archive = std::make_unique<Archive>(m_folder.path());
    std::unique_ptr<Ledger> m_ledger = std::make_unique<Ledger>(*m_archive);
};

} // namespace edgewright::test
