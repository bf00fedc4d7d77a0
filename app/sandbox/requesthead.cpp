// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/requesthead.h"

#include <algorithm>

namespace edgewright::sandbox {

namespace {

constexpr int kBadRequest = 400;
constexpr int kNotImplemented = 501;
constexpr int kVersionNotSupported = 505;
constexpr qsizetype kMostHeaders = 100;

bool isToken(const QByteArray &text)
{
    constexpr QByteArrayView punctuation = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::ranges::all_of(text, [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
               || punctuation.contains(c);
    });
}

int parseRequestLine(const QByteArray &line, HttpRequest &request)
{
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts[0]) || parts[1].isEmpty())
        return kBadRequest;
    if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0")
        return kVersionNotSupported;
    request.method = parts[0];
    QByteArray target = parts[1];
    if (target.startsWith("http://")) {
        const qsizetype slash = target.indexOf('/', 7);
        target = slash < 0 ? QByteArray("/") : target.mid(slash);
    }
    if (!target.startsWith('/'))
        return kBadRequest;
    const qsizetype question = target.indexOf('?');
    request.path = question < 0 ? target : target.left(question);
    request.rawQuery = question < 0 ? QByteArray() : target.mid(question + 1);
    return 0;
}

int parseHeaderLine(const QByteArray &line, HttpRequest &request)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0)
        return kBadRequest;
    const QByteArray name = line.left(colon).toLower();
    const QByteArray value = line.mid(colon + 1).trimmed();
    if (!isToken(name) || value.contains('\0') || value.contains('\r') || value.contains('\n'))
        return kBadRequest;
    const bool once = name == "host" || name == "content-length" || name == "transfer-encoding"
                      || name == "authorization" || name == "content-type"
                      || name.startsWith("x-acs-");
    if (once && request.hasHeader(name))
        return kBadRequest;
    request.headers.append({name, value});
    return request.headers.size() > kMostHeaders ? kBadRequest : 0;
}

int parseFraming(RequestHead &head)
{
    const HttpRequest &request = head.request;
    if (!request.hasHeader("host"))
        return kBadRequest;
    if (request.hasHeader("transfer-encoding")) {
        if (request.hasHeader("content-length"))
            return kBadRequest;
        if (request.header("transfer-encoding").toLower() != "chunked")
            return kNotImplemented;
        head.chunked = true;
    }
    if (request.hasHeader("content-length")) {
        const QByteArray digits = request.header("content-length");
        const bool sound =
            !digits.isEmpty() && digits.size() <= 18
            && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
        if (!sound)
            return kBadRequest;
        head.contentLength = digits.toLongLong();
    }
    head.expectContinue = request.header("expect").toLower() == "100-continue";
    return 0;
}

} // namespace

RequestHead parseRequestHead(const QByteArray &text)
{
    RequestHead head;
    QList<QByteArray> lines = text.split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    head.refusal = parseRequestLine(lines.takeFirst(), head.request);
    for (const QByteArray &line : std::as_const(lines)) {
        if (head.refusal != 0)
            return head;
        if (!line.isEmpty())
            head.refusal = parseHeaderLine(line, head.request);
    }
    if (head.refusal == 0)
        head.refusal = parseFraming(head);
    const QByteArray connection = head.request.header("connection").toLower();
    const bool keepsAlive = !text.contains(" HTTP/1.0\r") || connection.contains("keep-alive");
    head.closeAfter = connection.contains("close") || !keepsAlive;
    return head;
}

} // namespace edgewright::sandbox
