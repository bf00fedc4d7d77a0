// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/durablefile.h"
#include "common/themeservice.h"
#include "editor/codeeditor.h"
#include "editor/editorpage.h"
#include "shell/documentarea.h"
#include "shell/draftpage.h"
#include "support/testing.h"

#include <QPointer>
#include <QRegularExpression>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace edgewright;

namespace {

/// Nothing on a thread pool runs until release().
class BlockedPool final {
public:
    /// \p pool has one thread.
    explicit BlockedPool(QThreadPool &pool)
        : m_pool(pool)
    {
        m_pool.start([this] { m_gate.acquire(); });
    }
    ~BlockedPool() { release(); }
    BlockedPool(const BlockedPool &) = delete;
    BlockedPool &operator=(const BlockedPool &) = delete;

    void release()
    {
        if (!std::exchange(m_isBlocking, false))
            return;
        m_gate.release();
        m_pool.waitForDone();
        QCoreApplication::processEvents();
    }

private:
    QThreadPool &m_pool;
    QSemaphore m_gate;
    bool m_isBlocking = true;
};

VersionCode codeOf(const QString &id, const QByteArray &bytes)
{
    VersionCode code{.version = {}, .name = id, .bytes = bytes, .verdict = judgeBody(bytes)};
    code.version.id = id;
    return code;
}

const QByteArray kCode = "export default { fetch() { return new Response('1'); } };\n";
const QByteArray kOther = "export default { fetch() { return new Response('2'); } };\n";

} // namespace

class DraftPageTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<DraftStore>(place());
        m_page = std::make_unique<DraftPage>(
            u"one"_s, u"hello"_s, DraftPage::Keepers{.drafts = *m_store, .themes = m_themes});
        m_page->loadVersion(codeOf(u"v1"_s, kCode));
    }

    void cleanup()
    {
        makeWritable();
        m_page.reset();
        m_store.reset();
    }

    void typedTextIsKeptOnceItIsOnTheDisk()
    {
        editor().insert(u"a"_s);
        QVERIFY(!m_page->isKept());
        QTRY_VERIFY(m_page->isKept());
        QVERIFY(m_page->savedAt().isValid());
        QCOMPARE(onDisk(), m_page->text());

        editor().insert(u"b"_s);

        QVERIFY(!m_page->isKept());
    }

    void aFailedSaveIsTriedAgain()
    {
        makeUnwritable();
        editor().insert(u"typed"_s);
        QTRY_VERIFY(m_page->saveError());
        m_page->flush();
        QVERIFY(m_page->saveError() && !m_page->isKept());
        makeWritable();
        const QSignalSpy told(m_page.get(), &DraftPage::diskStateChanged);

        m_page->flush();

        QVERIFY(!m_page->saveError());
        QVERIFY(m_page->isKept());
        QVERIFY(m_page->savedAt().isValid());
        QCOMPARE(told.count(), 1);
        QCOMPARE(onDisk(), m_page->text());
    }

    void aTabThatCannotBeKeptStaysUntilItCan()
    {
        DocumentArea area(m_themes);
        const QPointer<DraftPage> page(m_page.release());
        area.addDraft(page);
        makeUnwritable();
        page->page().editor().insert(u"typed"_s);
        QTRY_VERIFY(page->saveError());

        area.close(page);
        QCOMPARE(area.drafts().size(), 1);
        makeWritable();
        area.close(page);

        QVERIFY(area.drafts().isEmpty());
        QVERIFY(onDisk().contains("typed"));
    }

    void aSaveUnderWayIsNotBelieved()
    {
        DocumentArea area(m_themes);
        const QPointer<DraftPage> page(m_page.release());
        area.addDraft(page);
        makeUnwritable();
        BlockedPool pool(m_store->pool());
        const QSignalSpy saving(m_store.get(), &DraftStore::changed);
        page->page().editor().insert(u"typed"_s);
        QTRY_COMPARE(saving.count(), 1);
        QVERIFY(!page->saveError());

        area.close(page);

        QCOMPARE(area.drafts().size(), 1);
        QVERIFY(page->saveError());
        pool.release();
        makeWritable();
    }

    void theAnswerOfAnOlderSaveIsVoid_data()
    {
        QTest::addColumn<bool>("byUndo");
        QTest::newRow("undone meanwhile") << true;
        QTest::newRow("saved as a version meanwhile") << false;
    }

    void theAnswerOfAnOlderSaveIsVoid()
    {
        QFETCH(const bool, byUndo);
        BlockedPool pool(m_store->pool());
        const QSignalSpy store(m_store.get(), &DraftStore::changed);
        editor().insert(u"typed"_s);
        QTRY_COMPARE(store.count(), 1);

        if (byUndo)
            editor().undo();
        else
            m_page->rebase(u"v2"_s, m_page->text());
        QTRY_COMPARE(store.count(), 2);
        pool.release();

        QVERIFY(!m_page->saveError());
        QVERIFY(!m_page->isEdited());
        QVERIFY(m_page->isKept());
        QVERIFY(!m_store->contains(u"one"_s, u"hello"_s));
    }

    void flushingTheBasesOwnCodeLeavesNoDraft()
    {
        editor().insert(u"typed"_s);
        editor().undo();

        m_page->flush();

        QVERIFY(!m_page->isEdited());
        QVERIFY(!m_store->contains(u"one"_s, u"hello"_s));
    }

    void undoDoesNotMakeAnUnreadBaseKnown()
    {
        m_page->loadDraft({.accountId = u"one"_s,
                           .routine = u"hello"_s,
                           .baseVersionId = u"v1"_s,
                           .text = "typed",
                           .caret = 0,
                           .changedAt = {}});
        QVERIFY_RESULT(m_page->takeCode(codeOf(u"v2"_s, kOther)));
        editor().undo();
        m_page->flush();
        QCOMPARE(m_page->baseVersionId(), u"v1"_s);

        editor().clear();
        m_page->flush();

        QVERIFY(m_page->isEdited());
        QVERIFY(m_store->contains(u"one"_s, u"hello"_s));
    }

    void aBaseReadLateCountsAfterUndo()
    {
        m_page->loadDraft({.accountId = u"one"_s,
                           .routine = u"hello"_s,
                           .baseVersionId = u"v1"_s,
                           .text = kCode,
                           .caret = 0,
                           .changedAt = {}});
        QVERIFY_RESULT(m_page->takeCode(codeOf(u"v2"_s, kOther)));
        m_page->setBaseCode(codeOf(u"v1"_s, kCode));
        QCOMPARE(m_page->baseVersionId(), u"v2"_s);

        editor().undo();
        m_page->flush();

        QCOMPARE(m_page->baseVersionId(), u"v1"_s);
        QVERIFY(!m_page->isEdited());
    }

    void replacedTextIsInTheLocalHistory_data()
    {
        QTest::addColumn<bool>("byVersion");
        QTest::newRow("by a version") << true;
        QTest::newRow("by a file") << false;
    }

    void replacedTextIsInTheLocalHistory()
    {
        QFETCH(const bool, byVersion);
        editor().insert(u"typed"_s);
        const QByteArray typed = m_page->text();

        QVERIFY_RESULT(byVersion ? m_page->takeCode(codeOf(u"v2"_s, kOther))
                                 : m_page->takeText(kOther));

        QCOMPARE(m_page->text(), kOther);
        const QList<Snapshot> entries = snapshots();
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries[0].baseVersionId, u"v1"_s);
        QCOMPARE(m_store->history().read(entries[0])->text, typed);
        editor().undo();
        m_page->flush();
        QCOMPARE(m_page->text(), typed);
        QCOMPARE(m_page->baseVersionId(), u"v1"_s);
    }

    void aVersionsOwnCodeNeedsNoSnapshot()
    {
        QVERIFY_RESULT(m_page->takeCode(codeOf(u"v2"_s, kOther)));
        QVERIFY_RESULT(m_page->takeText(kOther));

        QVERIFY(snapshots().isEmpty());
    }

    void nothingIsReplacedWithoutTheLocalHistory()
    {
        editor().insert(u"typed"_s);
        const QByteArray typed = m_page->text();
        m_page->flush();
        QVERIFY_RESULT(writeDurably(place() + u"/shelf"_s, "in the way"));

        QVERIFY(!m_page->takeCode(codeOf(u"v2"_s, kOther)));
        QVERIFY(!m_page->takeText(kOther));

        QCOMPARE(m_page->text(), typed);
        QCOMPARE(m_page->baseVersionId(), u"v1"_s);
        QVERIFY(m_page->isKept());
    }

    void aTextOfTheLocalHistoryComesBackAsOneEdit()
    {
        editor().insert(u"typed"_s);
        const QByteArray typed = m_page->text();
        QVERIFY_RESULT(m_page->takeCode(codeOf(u"v2"_s, kOther)));
        const Result<Draft> earlier = m_store->history().read(snapshots().constFirst());
        QVERIFY_RESULT(earlier);

        QVERIFY_RESULT(m_page->takeDraft(*earlier));

        QCOMPARE(m_page->text(), typed);
        QCOMPARE(m_page->baseVersionId(), u"v1"_s);
        m_page->flush();
        QCOMPARE(onDisk(), typed);
        editor().undo();
        QCOMPARE(m_page->text(), kOther);
        m_page->flush();
        QCOMPARE(m_page->baseVersionId(), u"v2"_s);
        QVERIFY(!m_page->isEdited());
    }

    void discardingGoesToTheLocalHistoryAndUndoComesBack()
    {
        editor().insert(u"typed"_s);
        m_page->flush();
        const QByteArray typed = m_page->text();
        QVERIFY(m_page->canDiscard());

        QVERIFY_RESULT(m_page->discard());

        QCOMPARE(m_page->text(), kCode);
        QVERIFY(!m_page->isEdited());
        QVERIFY(!m_page->canDiscard());
        QVERIFY(!m_store->contains(u"one"_s, u"hello"_s));
        QCOMPARE(snapshots().size(), 1);
        QCOMPARE(snapshots()[0].reason, SnapshotReason::Discarded);
        QCOMPARE(m_store->history().read(snapshots()[0])->text, typed);
        editor().undo();
        m_page->flush();
        QCOMPARE(m_page->text(), typed);
        QCOMPARE(onDisk(), typed);
    }

    void nothingIsDiscardedWithoutTheLocalHistory()
    {
        editor().insert(u"typed"_s);
        m_page->flush();
        QVERIFY_RESULT(writeDurably(place() + u"/shelf"_s, "in the way"));

        QVERIFY(!m_page->discard());

        QVERIFY(m_page->text().contains("typed"));
        QVERIFY(onDisk().contains("typed"));
    }

    void typingIsNotedEverySoOftenWhileItGoesOn()
    {
        m_page = std::make_unique<DraftPage>(
            u"one"_s, u"hello"_s,
            DraftPage::Keepers{.drafts = *m_store,
                               .themes = m_themes,
                               .snapshots = std::chrono::milliseconds(30)});
        m_page->loadVersion(codeOf(u"v1"_s, kCode));
        const QSignalSpy taken(m_store.get(), &DraftStore::snapshotTaken);
        editor().insert(u"a"_s);
        QTRY_COMPARE(taken.count(), 1);
        QCOMPARE(snapshots()[0].reason, SnapshotReason::WhileTyping);
        QCOMPARE(m_store->history().read(snapshots()[0])->text, m_page->text());

        editor().insert(u"b"_s);

        QTRY_COMPARE(snapshots().size(), 2);
        m_page->flush();
        QCOMPARE(m_store->history().read(snapshots()[0])->text, m_page->text());
    }

    void undoGoesBackBeyondASaveAsVersion()
    {
        editor().insert(u"first"_s);
        m_page->flush();
        const QByteArray first = m_page->text();
        m_page->rebase(u"v2"_s, first);
        QVERIFY(!m_page->isEdited());

        editor().undo();
        m_page->flush();

        QCOMPARE(m_page->text(), kCode);
        QCOMPARE(m_page->baseVersionId(), u"v2"_s);
        QVERIFY(m_page->isEdited());
        QCOMPARE(onDisk(), kCode);
        editor().redo();
        m_page->flush();
        QCOMPARE(m_page->text(), first);
        QVERIFY(!m_page->isEdited());
    }

    void theTextIsNotCalledKeptWhileItIsNot()
    {
        const QSignalSpy lost(m_page.get(), &DraftPage::keptNoMore);
        editor().insert(u"a"_s);
        QCOMPARE(lost.count(), 1);
        QTRY_VERIFY(m_page->isKept());
        editor().insert(u"b"_s);
        editor().insert(u"c"_s);

        QCOMPARE(lost.count(), 2);
        QVERIFY(!m_page->isKept());
    }

    void caretAndScrollPositionComeBack()
    {
        const QByteArray text = QByteArray("line\n").repeated(400);
        m_page->resize(600, 300);
        m_page->setVisible(true);
        m_page->loadDraft({.accountId = u"one"_s,
                           .routine = u"hello"_s,
                           .baseVersionId = u"v1"_s,
                           .text = text,
                           .caret = 5 * 120 + 2,
                           .firstLine = 115,
                           .changedAt = {}});

        QCOMPARE(m_page->place(), (EditorPlace{.caret = 5 * 120 + 2, .firstLine = 115}));
        const Draft kept = m_page->draft();
        QCOMPARE(kept.caret, 5 * 120 + 2);
        QCOMPARE(kept.firstLine, 115);
    }

    void aPlaceIsGoneToOnceThereIsASize()
    {
        const QByteArray text = QByteArray("line\n").repeated(400);
        const EditorPlace place{.caret = text.size(), .firstLine = 380};
        m_page->setPlace(place);
        m_page->loadDraft({.accountId = u"one"_s,
                           .routine = u"hello"_s,
                           .baseVersionId = {},
                           .text = text,
                           .changedAt = {}});
        m_page->setPlace(place);

        m_page->resize(600, 700);
        m_page->setVisible(true);

        QTRY_COMPARE(m_page->place().caret, text.size());
        // All of the last page is in sight; the caret's line is not at the top.
        QTRY_VERIFY(m_page->place().firstLine > 300 && m_page->place().firstLine <= 380);
    }

private:
    [[nodiscard]] QList<Snapshot> snapshots() const
    {
        return m_store->history().snapshots(u"one"_s, u"hello"_s);
    }
    [[nodiscard]] CodeEditor &editor() const { return m_page->page().editor(); }
    [[nodiscard]] QString place() const { return m_folder->filePath(u"drafts"_s); }

    /// A file where the folder should be.
    void makeUnwritable() const { QVERIFY_RESULT(writeDurably(place(), "in the way")); }
    void makeWritable() const { QFile::remove(place()); }

    [[nodiscard]] QByteArray onDisk() const
    {
        const auto draft = DraftStore(place()).load(u"one"_s, u"hello"_s);
        return draft && *draft ? (*draft)->text : QByteArray("no draft on the disk");
    }

    ThemeService m_themes;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DraftStore> m_store;
    std::unique_ptr<DraftPage> m_page;
};

QTEST_MAIN(DraftPageTest)
#include "tst_draftpage.moc"
