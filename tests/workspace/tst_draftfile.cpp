// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testing.h"
#include "workspace/draftfile.h"

#include <QRegularExpression>

using namespace edgewright;
using namespace Qt::StringLiterals;

/// The head of a draft's file, as this program and earlier ones write it.
class DraftFileTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theNewestVersionSeenComesBack()
    {
        const Draft draft{.accountId = u"sandbox"_s,
                          .routine = u"hello"_s,
                          .baseVersionId = u"1710120201067203242"_s,
                          .newestVersionId = u"1710120201067203299"_s,
                          .text = "text"};

        const Result<Draft> parsed = parseDraft(serializeDraft(draft));

        QVERIFY_RESULT(parsed);
        QCOMPARE(parsed->newestVersionId, draft.newestVersionId);
        QCOMPARE(parsed->baseVersionId, draft.baseVersionId);
    }

    void aFileOfAnEarlierProgramIsRead()
    {
        // As written before drafts remembered the newest version.
        const QByteArray file =
            R"({"account":"sandbox","base":"17","caret":2,"changedAt":"2024-11-03T10:02:03.456Z",)"
            R"("firstLine":1,"format":"edgewright-draft-1","routine":"hello","sha256":)"
            R"("982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1","size":4})"
            "\ntext";

        const Result<Draft> parsed = parseDraft(file);

        QVERIFY_RESULT(parsed);
        QCOMPARE(parsed->text, QByteArray("text"));
        QCOMPARE(parsed->baseVersionId, u"17"_s);
        QCOMPARE(parsed->newestVersionId, QString());
        QCOMPARE(parsed->firstLine, 1);
    }

    void anEarlierProgramReadsWhatThisOneWrites()
    {
        const Draft draft{.accountId = u"sandbox"_s,
                          .routine = u"hello"_s,
                          .baseVersionId = u"17"_s,
                          .newestVersionId = u"18"_s,
                          .text = "text"};

        const QByteArray file = serializeDraft(draft);

        // What it looks at has neither moved nor changed its meaning.
        const QByteArray head = file.left(file.indexOf('\n'));
        QVERIFY(head.contains(R"("format":"edgewright-draft-1")"));
        QVERIFY(head.contains(R"("base":"17")"));
        QVERIFY(file.endsWith("\ntext"));
    }
};

QTEST_GUILESS_MAIN(DraftFileTest)

#include "tst_draftfile.moc"
