// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/multipart.h"

namespace edgewright::sandbox {

namespace {

/// The value of \p name in "form-data; name=\"a;b\"; filename=x"; null when it is not there.
QByteArray attribute(const QByteArray &header, const QByteArray &name)
{
    qsizetype at = header.indexOf(';');
    while (at >= 0 && at < header.size()) {
        const qsizetype equals = header.indexOf('=', at);
        if (equals < 0)
            return {};
        const QByteArray found = header.mid(at + 1, equals - at - 1).trimmed().toLower();
        QByteArray value("");
        qsizetype end = equals + 1;
        if (header.mid(end, 1) == "\"") {
            for (++end; end < header.size() && header[end] != '"'; ++end) {
                // Only a quote is escaped: browsers send Windows paths with plain backslashes.
                if (header[end] == '\\' && header.mid(end + 1, 1) == "\"")
                    ++end;
                value += header[end];
            }
            at = header.indexOf(';', end);
        } else {
            at = header.indexOf(';', end);
            value = header.mid(end, at < 0 ? -1 : at - end).trimmed();
        }
        if (found == name)
            return value;
    }
    return {};
}

struct Part {
    QByteArray name; ///< Lower case; null when the part has none.
    QByteArray content;
};

std::optional<Part> parsePart(const QByteArray &text)
{
    const qsizetype end = text.startsWith("\r\n") ? 0 : text.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    Part part;
    const QList<QByteArray> lines = text.left(end).split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().toLower() == "content-disposition")
            part.name = attribute(line.mid(colon + 1).trimmed(), "name").toLower();
    }
    part.content = text.mid(end + (end == 0 ? 2 : 4));
    return part;
}

} // namespace

std::optional<MultipartForm> parseMultipart(const QByteArray &contentType, const QByteArray &body)
{
    const QByteArray boundary = attribute(contentType, "boundary");
    if (boundary.isEmpty() || boundary.size() > 200
        || !contentType.toLower().startsWith("multipart/form-data"))
        return std::nullopt;
    const QByteArray delimiter = "\r\n--" + boundary;
    // The first delimiter needs no line break before it; anything before it is a preamble.
    qsizetype at = body.startsWith(delimiter.mid(2)) ? -2 : body.indexOf(delimiter);
    if (at == -1)
        return std::nullopt;
    MultipartForm form;
    for (;;) {
        at += delimiter.size();
        if (body.mid(at, 2) == "--")
            return form;
        const qsizetype lineEnd = body.indexOf("\r\n", at);
        const qsizetype next = lineEnd < 0 ? -1 : body.indexOf(delimiter, lineEnd);
        // Two delimiters may share no line break: there would be no part between them.
        if (next < lineEnd + 2)
            return std::nullopt;
        const auto part = parsePart(body.mid(lineEnd + 2, next - lineEnd - 2));
        if (!part)
            return std::nullopt;
        if (part->name == "file") {
            form.fieldBytes = at;
            form.hasFile = true;
            form.file = part->content;
            return form;
        }
        if (!part->name.isEmpty())
            form.fields.insert(part->name, part->content);
        at = next;
    }
}

} // namespace edgewright::sandbox
