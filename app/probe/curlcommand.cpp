// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/curlcommand.h"

#include "probe/requesttext.h"

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

QString quoted(const QString &text)
{
    QString inner = text;
    inner.remove(u'\0'); // no argument of a program can hold it
    return u'\'' + inner.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString resolveArgument(const ProbeRequest &request)
{
    QString address = request.address->toString();
    if (address.contains(u':'))
        address = u'[' + address + u']';
    return u"%1:%2:%3"_s.arg(request.url.host(QUrl::FullyEncoded))
        .arg(portOf(request.url))
        .arg(address);
}

} // namespace

QString curlCommand(const ProbeRequest &request)
{
    // Braces and brackets in an address would be taken for patterns.
    QStringList words{u"curl"_s, u"--include"_s, u"--globoff"_s, u"--path-as-is"_s};
    const bool hasBody = !request.body.isEmpty();
    if (request.method == "HEAD")
        words += u"--head"_s;
    else if (request.method != (hasBody ? "POST" : "GET"))
        words += {u"--request"_s, quoted(QString::fromLatin1(request.method))};
    if (request.address)
        words += {u"--resolve"_s, quoted(resolveArgument(request))};
    bool acceptsPacked = false;
    bool hasType = false;
    for (const auto &[name, value] : request.headers) {
        acceptsPacked = acceptsPacked || name.toLower() == "accept-encoding";
        hasType = hasType || name.toLower() == "content-type";
        const QString separator = value.isEmpty() ? u";"_s : u": "_s;
        words +=
            {u"--header"_s, quoted(QString::fromUtf8(name) + separator + QString::fromUtf8(value))};
    }
    if (!acceptsPacked)
        words += u"--compressed"_s;
    if (hasBody) {
        // curl would call the body a form by itself.
        if (!hasType)
            words += {u"--header"_s, quoted(u"Content-Type:"_s)};
        words += {u"--data-raw"_s, quoted(QString::fromUtf8(request.body))};
    }
    words += quoted(QString::fromLatin1(request.url.toEncoded(QUrl::RemoveFragment)));
    return words.join(u' ');
}

} // namespace edgewright
