// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/codebody.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace edgewright;

namespace {

// The head of what the contract's own sample answer decodes to; it ends without closing.
const QByteArray kMissingObject =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <Code>NoSuchKey</Code>\n"
    "  <Message>The specified key does not exist.</Message";

QByteArray utf16(const QString &text)
{
    return QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
}

} // namespace

class TestCodeBody final : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aBodyIsJudged_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<BodyKind>("kind");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const QByteArray &bytes, BodyKind kind,
                            const QString &detail = {}) {
            QTest::newRow(name) << bytes << kind << detail;
        };

        row("module", "export default { async fetch(r) { return fetch(r) } };\n", BodyKind::Code);
        row("Chinese comment", u"// 重定向\nlet a = 1;"_s.toUtf8(), BodyKind::Code);
        row("emoji", u"const a = '🙂';"_s.toUtf8(), BodyKind::Code);
        row("byte order mark", "\xEF\xBB\xBFlet a;", BodyKind::Code);
        row("broken script", "if (", BodyKind::Code);
        row("comparison first", "a < b && c > d", BodyKind::Code);
        row("script comment as in old pages", "<!-- hidden\nlet a = 1;\n", BodyKind::Code);
        row("XML inside a string", "const x = '<?xml version=\"1.0\"?><Error><Code>';",
            BodyKind::Code);
        row("code that mentions PK", "PK = 3", BodyKind::Code);

        row("nothing", {}, BodyKind::Empty, u"0 bytes"_s);
        row("only a mark", "\xEF\xBB\xBF", BodyKind::Empty);
        row("only blanks", " \r\n\t\n", BodyKind::Empty);

        row("missing object", kMissingObject, BodyKind::ObjectStoreError, u"NoSuchKey"_s);
        row("missing object after a mark", "\xEF\xBB\xBF\n" + kMissingObject,
            BodyKind::ObjectStoreError, u"NoSuchKey"_s);
        row("error without declaration", "<Error><Code>AccessDenied</Code></Error>",
            BodyKind::ObjectStoreError, u"AccessDenied"_s);
        row("error cut in a character", kMissingObject + "\xE7\xBB", BodyKind::ObjectStoreError,
            u"NoSuchKey"_s);

        row("captive portal", "<!DOCTYPE html><html><head><TITLE>Sign in</TITLE></head>",
            BodyKind::MarkupPage, u"Sign in"_s);
        row("page after a comment", "<!-- saved -->\n<html><title>502 Bad\n Gateway</title>",
            BodyKind::MarkupPage, u"502 Bad Gateway"_s);
        row("page in another encoding", "<html><title>\xB5\xC7\xC2\xBC</title>",
            BodyKind::MarkupPage);
        row("other XML", "<?xml version='1.0'?><ListBucketResult/>", BodyKind::MarkupPage);

        row("zip", "PK\x03\x04\x14", BodyKind::Zip, u"zip"_s);
        row("empty zip", QByteArray("PK\x05\x06\0\0", 6), BodyKind::Zip, u"zip"_s);

        row("cut after one of three", "let a = '\xE4", BodyKind::Cut,
            u"incomplete character at byte 9"_s);
        row("cut after two of three", "let a = '\xE4\xB8", BodyKind::Cut);
        row("cut after three of four", "let a = '\xF0\x9F\x99", BodyKind::Cut);

        row("Latin-1", "let caf\xE9 = 1;", BodyKind::NotUtf8, u"byte 0xe9 at offset 7"_s);
        row("GBK", "// \xD6\xD8\xB6\xA8\xCF\xF2\n", BodyKind::NotUtf8);
        row("UTF-16 with mark", QByteArray("\xFF\xFE", 2) + utf16(u"let a;"_s), BodyKind::NotUtf8,
            u"byte 0xff at offset 0"_s);
        row("UTF-16 without mark", utf16(u"let a;"_s), BodyKind::NotUtf8,
            u"byte 0x00 at offset 1"_s);
        row("overlong", "a\xC0\xAF", BodyKind::NotUtf8);
        row("surrogate", "a\xED\xA0\x80", BodyKind::NotUtf8);
        row("past the last code point", "a\xF4\x90\x80\x80", BodyKind::NotUtf8);
        row("gzip", QByteArray("\x1F\x8B\x08\0", 4), BodyKind::NotUtf8);
    }
    void aBodyIsJudged()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(BodyKind, kind);
        QFETCH(QString, detail);

        const BodyVerdict verdict = judgeBody(bytes);

        QCOMPARE(verdict.kind, kind);
        QCOMPARE(verdict.isCode(), kind == BodyKind::Code);
        QCOMPARE(verdict.reason.isEmpty(), verdict.isCode());
        if (!detail.isEmpty())
            QCOMPARE(verdict.detail, detail);
    }

    void everyCutOfAMultibyteTextIsCodeOrCut()
    {
        const QByteArray text = u"const 标题 = '重定向🙂';"_s.toUtf8();
        for (qsizetype length = 1; length < text.size(); ++length) {
            const BodyVerdict verdict = judgeBody(text.first(length));
            const bool inside = (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U;
            QCOMPARE(verdict.kind, inside ? BodyKind::Cut : BodyKind::Code);
        }
    }

    void aHugeErrorTitleIsBounded()
    {
        const QByteArray page = "<html><title>" + QByteArray(1'000'000, 'x');

        QCOMPARE_LE(judgeBody(page).detail.size(), 200);
    }
};

QTEST_GUILESS_MAIN(TestCodeBody)
#include "tst_codebody.moc"
