// SPDX-License-Identifier: GPL-3.0-or-later
#include "syscalls.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace edgewright::test {

namespace {

/// One system call of the save: its name and how often that name was called before it.
struct Call {
    QString name;
    int ordinal = 0;
};

struct Outcome {
    QByteArray said;
    QByteArray found;
};

const QStringList kFaults{u"signal=KILL"_s, u"error=ENOSPC"_s, u"error=EIO"_s, u"error=EACCES"_s};

QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        process.kill();
    return process.readAllStandardOutput().trimmed();
}

QList<Call> callsBetweenMarks(const QString &log)
{
    static const QRegularExpression line(u"^(?:\\d+\\s+)?(\\w+)\\("_s);
    QFile file(log);
    QList<Call> calls;
    QHash<QString, int> counts;
    int marks = 0;
    if (!file.open(QIODevice::ReadOnly))
        return {};
    while (!file.atEnd()) {
        const QString text = QString::fromUtf8(file.readLine());
        const QRegularExpressionMatch match = line.match(text);
        if (!match.hasMatch())
            continue;
        const QString name = match.captured(1);
        const int ordinal = ++counts[name];
        if (text.contains("getpgid(12345678"_L1))
            ++marks;
        else if (marks == 1)
            calls.append({.name = name, .ordinal = ordinal});
    }
    return calls;
}

} // namespace

bool SyscallFaults::run(const QString &saver)
{
    QTextStream output(stdout);
    QTemporaryDir folder;
    const QString drafts = folder.filePath(u"drafts"_s);
    const QString log = folder.filePath(u"trace"_s);
    const auto prepare = [&] {
        QDir(drafts).removeRecursively();
        return test::run(saver, {drafts, u"OLD"_s}) == "saved";
    };
    if (!prepare())
        return false;
    test::run(u"strace"_s, {u"-o"_s, log, saver, drafts, u"NEW"_s});
    const QList<Call> calls = callsBetweenMarks(log);
    output << "a save is " << calls.size() << " system calls\n";
    int runs = 0;
    int failures = 0;
    QHash<QByteArray, int> kinds;
    for (const Call &call : calls) {
        for (const QString &fault : kFaults) {
            if (!prepare())
                return false;
            const QString inject =
                u"inject=%1:%2:when=%3"_s.arg(call.name, fault).arg(call.ordinal);
            const QByteArray said =
                test::run(u"strace"_s, {u"-o"_s, u"/dev/null"_s, u"-e"_s, u"trace="_s + call.name,
                                        u"-e"_s, inject, saver, drafts, u"NEW"_s});
            const QByteArray found = test::run(saver, {drafts});
            const bool isOld = found == "text " + QByteArray("OLD").repeated(1'000);
            const bool isNew = found == "text " + QByteArray("NEW").repeated(1'000);
            ++runs;
            ++kinds[said.left(5) + (isOld ? "/old" : isNew ? "/new" : "/BROKEN")];
            if ((isOld || isNew) && (said != "saved" || isNew))
                continue;
            ++failures;
            output << "FAIL " << inject << ": said \"" << said << "\", found \"" << found.left(60)
                   << "\"\n";
        }
    }
    for (auto it = kinds.cbegin(); it != kinds.cend(); ++it)
        output << "  " << (it.key().startsWith('/') ? "killed" + it.key() : it.key()) << ": "
               << it.value() << '\n';
    output << runs << " faults, " << failures << " failures\n";
    return !calls.isEmpty() && failures == 0;
}

} // namespace edgewright::test
