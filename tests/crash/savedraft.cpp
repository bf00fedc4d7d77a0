// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/draftstore.h"

#include <QCoreApplication>
#include <QTextStream>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace edgewright;

namespace {

// The harness finds the save in a trace of system calls between two of these.
void mark()
{
    (void)::getpgid(12345678);
}

Draft draftOf(const QByteArray &text)
{
    return {.accountId = u"one"_s,
            .routine = u"hello"_s,
            .baseVersionId = u"v1"_s,
            .text = text,
            .changedAt = QDateTime(QDate(2024, 11, 3), QTime(10, 0), Qt::UTC)};
}

} // namespace

/// savedraft FOLDER TEXT: saves a draft and says whether it is saved. savedraft FOLDER: reads it.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QTextStream output(stdout);
    DraftStore store(arguments.value(1));
    if (arguments.size() < 3) {
        const Result<std::optional<Draft>> draft = store.load(u"one"_s, u"hello"_s);
        if (!draft)
            output << "error " << draft.error().detail << '\n';
        else if (!*draft)
            output << "none\n";
        else
            output << "text " << (*draft)->text << '\n';
        return 0;
    }
    const Draft draft = draftOf(arguments.at(2).toUtf8().repeated(1'000));
    mark();
    const Result<> saved = store.saveNow(draft);
    mark();
    output << (saved ? u"saved"_s : u"not saved: "_s + saved.error().message) << '\n';
    output.flush();
    // The destructor would try again.
    ::_exit(0);
}
