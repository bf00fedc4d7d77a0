// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace edgewright {

Q_LOGGING_CATEGORY(lcCloud, "edgewright.cloud")
Q_LOGGING_CATEGORY(lcArchive, "edgewright.archive")
Q_LOGGING_CATEGORY(lcIdentity, "edgewright.identity")
Q_LOGGING_CATEGORY(lcWorkspace, "edgewright.workspace")
Q_LOGGING_CATEGORY(lcSandbox, "edgewright.sandbox")
Q_LOGGING_CATEGORY(lcUi, "edgewright.ui")

namespace {

QString blotOutSecrets(QString text)
{
    // name=value, name: value and "name":"value" in headers, queries, forms and JSON
    static const QRegularExpression pair(
        uR"re((?i)((?:x-acs-security-token|x-oss-security-token|x-acs-bearer-token|securitytoken|xosssecuritytoken|signature|signatureprovided|stringtosign|policy|callback|access_?key_?secret|sts_?token|esa_er_token|token)["']?\s*[:=]\s*["']?)[^"'\s&,;<>}]+)re"_s);
    // <SignatureProvided>value</SignatureProvided>, up to the end when the text is cut inside it
    static const QRegularExpression element(
        uR"re((?is)(<(?:[a-z]\w*:)?(?:x-oss-security-token|\w*securitytoken|signature|signatureprovided|stringtosign|stringtosignbytes|canonicalrequest|canonicalrequestbytes|policy|callback|access_?key_?secret|sts_?token|token)(?:\s[^<>]*)?>)(?:<!\[CDATA\[.*?(?:\]\]>|\z)|[^<])+)re"_s);
    static const QRegularExpression header(uR"re((?i)(authorization["']?\s*[:=]\s*)[^\r\n]+)re"_s);
    static const QRegularExpression keyId(u"\\b(LTAI|STS\\.)[A-Za-z0-9]{6,}"_s);
    text.replace(element, u"\\1***"_s);
    return text.replace(header, u"\\1***"_s).replace(pair, u"\\1***"_s).replace(keyId, u"\\1***"_s);
}

/// Controls, and what reorders or breaks a line of text.
bool isDisturbing(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x2028 && c <= 0x202e)
           || (c >= 0x2066 && c <= 0x2069);
}

} // namespace

QString forLog(const QString &text, qsizetype limit)
{
    const QString safe = blotOutSecrets(text.left(limit * 2)).left(limit);
    QString line;
    line.reserve(safe.size());
    for (const QChar c : safe) {
        if (isDisturbing(c.unicode()))
            line += u"\\x"_s + QString::number(c.unicode(), 16).rightJustified(2, u'0');
        else
            line += c;
    }
    return line;
}

} // namespace edgewright
