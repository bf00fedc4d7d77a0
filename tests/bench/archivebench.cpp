// SPDX-License-Identifier: GPL-3.0-or-later
// Adds, reads, lists and searches in an archive of ARCHIVEBENCH_VERSIONS synthetic versions
// (100,000 unless told) of slowly changing files of 20 KB, a thousand to a routine. With
// --fast-import it writes the same versions for `git fast-import`.
#include "archive/migrations.h"
#include "archive/searchscan.h"
#include "archive/versionstore.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstring>

#include <benchmark/benchmark.h>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

constexpr int kVersionsPerRoutine = 1000;
constexpr qsizetype kFileSize = 20'000;

int versionCount()
{
    const int told = qEnvironmentVariableIntValue("ARCHIVEBENCH_VERSIONS");
    return told > 0 ? told : 100'000;
}

/// A file as people write it, and its next versions: some lines changed, added or taken out.
class SlowFile final {
public:
    explicit SlowFile(quint32 seed)
        : m_random(seed)
    {
        while (m_size < kFileSize)
            insert(m_lines.size());
    }

    void change()
    {
        const int edits = 1 + m_random.bounded(4);
        for (int i = 0; i < edits; ++i) {
            const qsizetype at = m_random.bounded(static_cast<int>(m_lines.size()));
            const bool grows = m_random.bounded(3) == 0 && m_size < kFileSize + 1000;
            if (!grows)
                m_size -= m_lines.takeAt(at).size();
            if (grows || m_size < kFileSize)
                insert(at);
        }
    }

    [[nodiscard]] QByteArray bytes() const { return m_lines.join(); }

private:
    void insert(qsizetype at)
    {
        static const QByteArrayList words{"request", "response", "cache", "header", "cookie",
                                          "variant", "origin",   "fetch", "await",  "return"};
        QByteArray line("    const ");
        for (int i = 0; i < 3; ++i)
            line += words.at(m_random.bounded(static_cast<int>(words.size()))) + '.';
        line += "value" + QByteArray::number(m_random.bounded(100'000)) + "();\n";
        m_size += line.size();
        m_lines.insert(at, line);
    }

    QRandomGenerator m_random;
    QByteArrayList m_lines;
    qsizetype m_size = 0;
};

RoutineKey keyOf(int routine)
{
    return {.accountId = u"1234567890123456"_s, .routine = u"routine-%1"_s.arg(routine)};
}

QString idOf(int version)
{
    return QString::number(1'700'000'000'000'000'000LL + version * 60'000'000LL);
}

QDateTime timeOf(int version)
{
    return QDateTime::fromSecsSinceEpoch(1'700'000'000 + version * 60LL, Qt::UTC);
}

QString descriptionOf(int version)
{
    return u"change %1"_s.arg(version);
}

void need(const Result<> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text() + result.error().detail));
}

void add(Database &database, const RoutineKey &key, int version, const QByteArray &bytes)
{
    VersionStore store(database);
    need(store.recordListing(key, {.list = {.versions = {{.id = idOf(version),
                                                          .description = descriptionOf(version),
                                                          .createdAt = timeOf(version)}},
                                            .complete = false},
                                   .ordinals = {{idOf(version), version % kVersionsPerRoutine + 1}},
                                   .at = timeOf(version)}));
    need(store.recordBody(key, idOf(version), bytes));
}

/// The archive that all look at.
class Archived final {
public:
    static Database &database()
    {
        static Archived archived;
        return archived.m_database;
    }
    static QString file() { return database().file(); }

private:
    Archived()
    {
        need(m_database.open(m_folder.filePath(u"archive.db"_s)));
        need(Migrations::run(m_database));
        need(m_database.execute(u"PRAGMA synchronous = OFF"_s)); // while it is filled
        for (int version = 0; version < versionCount();) {
            SlowFile file(static_cast<quint32>(version));
            const RoutineKey key = keyOf(version / kVersionsPerRoutine);
            for (int i = 0; i < kVersionsPerRoutine && version < versionCount(); ++i, ++version) {
                add(m_database, key, version, file.bytes());
                file.change();
            }
        }
        need(m_database.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
        need(m_database.execute(u"PRAGMA synchronous = FULL"_s));
    }

    QTemporaryDir m_folder;
    Database m_database;
};

void sizeOnDisk(benchmark::State &state)
{
    const qint64 size = QFileInfo(Archived::file()).size();
    for (auto _ : state)
        benchmark::DoNotOptimize(size);
    state.counters["bytes"] = static_cast<double>(size);
    state.counters["bytes_per_version"] = static_cast<double>(size) / versionCount();
}

void bareInsert(benchmark::State &state)
{
    QTemporaryDir folder;
    Database database;
    need(database.open(folder.filePath(u"bare.db"_s)));
    need(database.execute(u"CREATE TABLE bodies (id INTEGER PRIMARY KEY, data BLOB NOT NULL)"_s));
    SlowFile file(1);
    for (auto _ : state) {
        file.change();
        need(database.execute(u"INSERT INTO bodies (data) VALUES (?)"_s, {file.bytes()}));
    }
}

void addVersion(benchmark::State &state)
{
    Database &database = Archived::database();
    SlowFile file(4'000'000);
    static int version = 50'000'000;
    add(database, keyOf(5'000'000), version++, file.bytes());
    VersionStore store(database);
    for (auto _ : state) {
        file.change();
        need(store.recordBody(keyOf(5'000'000), idOf(version++), file.bytes()));
    }
}

void readVersion(benchmark::State &state)
{
    VersionStore store(Archived::database());
    QRandomGenerator random(1);
    for (auto _ : state) {
        const int version = random.bounded(versionCount());
        const Result<QByteArray> bytes =
            store.body(keyOf(version / kVersionsPerRoutine), idOf(version));
        need(bytes ? Result<>() : Result<>(bytes.error()));
    }
}

void listRoutine(benchmark::State &state)
{
    VersionStore store(Archived::database());
    for (auto _ : state) {
        const auto versions = store.versions(keyOf(0));
        need(versions ? Result<>() : Result<>(versions.error()));
    }
}

/// \p cold: nothing is in memory yet, as for the first search after the start.
void search(benchmark::State &state, const QString &text, bool untilFirst, bool cold)
{
    Database &warm = Archived::database();
    qint64 hits = 0;
    for (auto _ : state) {
        Database fresh;
        if (cold)
            need(fresh.open(Archived::file()));
        auto promise = std::make_shared<SearchScan::Promise>();
        promise->start();
        QFuture<SearchBatch> future = promise->future();
        SearchScan scan({.text = text}, promise);
        while (scan.step(cold ? fresh : warm)) {
            if (untilFirst && future.resultCount() > 0)
                break;
        }
        hits = future.resultAt(future.resultCount() - 1).summary.hits;
        future.cancel();
    }
    state.counters["hits"] = static_cast<double>(hits);
}

/// What some versions of the last routine but ten contain.
QString needle()
{
    SlowFile file(static_cast<quint32>(std::max(0, versionCount() - 11 * kVersionsPerRoutine)));
    return QString::fromLatin1(file.bytes().left(200).split('\n').at(1)).trimmed();
}

void writeForGit()
{
    int mark = 0;
    for (int version = 0; version < versionCount();) {
        SlowFile file(static_cast<quint32>(version));
        const int routine = version / kVersionsPerRoutine;
        for (int i = 0; i < kVersionsPerRoutine && version < versionCount(); ++i, ++version) {
            const QByteArray bytes = file.bytes();
            const QByteArray description = descriptionOf(version).toUtf8();
            std::printf("commit refs/heads/routine-%d\nmark :%d\ncommitter e <e> %lld +0000\n"
                        "data %lld\n%s\nM 644 inline index.js\ndata %lld\n%s\n",
                        routine, ++mark, timeOf(version).toSecsSinceEpoch(), description.size(),
                        description.constData(), bytes.size(), bytes.constData());
            file.change();
        }
    }
}

} // namespace

BENCHMARK(sizeOnDisk)->Iterations(1);
BENCHMARK(bareInsert)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK(addVersion)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK(readVersion)->Unit(benchmark::kMicrosecond);
BENCHMARK(listRoutine)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(search, firstHitCold, needle(), true, true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, firstHit, needle(), true, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, firstHitAnyCase, needle().toUpper(), true, false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, rare, needle(), false, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, frequent, u"cookie.cookie"_s, false, false)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, absent, u"\u51fd\u6570"_s, false, false)->Unit(benchmark::kMillisecond);

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc > 1 && std::strcmp(argv[1], "--fast-import") == 0) {
        writeForGit();
        return 0;
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
