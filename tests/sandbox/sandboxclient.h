// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/requestsigner.h"
#include "support/patience.h"
#include "support/sandboxfixture.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QUuid>

namespace edgewright::test {

/// What came back, byte by byte: a fault must not be hidden by a forgiving client.
struct RawAnswer {
    QByteArray bytes; ///< Everything received.
    int status = 0;   ///< 0 when there was no status line.
    QByteArray head;
    QByteArray body;
    bool complete = false; ///< As long as Content-Length promised.

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QString text(const QString &member) const
    {
        return json().value(member).toString();
    }
    [[nodiscard]] QString code() const { return text(QStringLiteral("Code")); }
};

enum class Position { Form, Query, Get, Json, Chunked };

/// A blocking client for tests of the server: it signs like the official ones and repeats nothing.
class SandboxClient final {
public:
    explicit SandboxClient(const SandboxFixture &fixture)
        : m_host(fixture.endpoint().hostHeader().toUtf8())
        , m_credentials(fixture.credentials())
    {
    }

    Credentials &credentials() { return m_credentials; }

    [[nodiscard]] RawAnswer call(const QByteArray &action, const acs3::Pairs &parameters = {},
                                 Position position = Position::Form) const
    {
        return exchange(signedRequest(action, parameters, position));
    }

    [[nodiscard]] QByteArray signedRequest(const QByteArray &action, const acs3::Pairs &parameters,
                                           Position position = Position::Form,
                                           const QByteArray &version = "2024-09-10") const
    {
        QByteArray form;
        QJsonObject json;
        for (const auto &[name, value] : parameters) {
            form += (form.isEmpty() ? "" : "&") + name + "=" + acs3::percentEncode(value);
            json.insert(QString::fromUtf8(name), QString::fromUtf8(value));
        }
        const bool inQuery = position == Position::Query || position == Position::Get;
        QByteArray body = inQuery ? QByteArray() : form;
        if (position == Position::Json)
            body = QJsonDocument(json).toJson(QJsonDocument::Compact);
        acs3::Request request{.method = position == Position::Get ? "GET" : "POST",
                              .query = inQuery ? parameters : acs3::Pairs(),
                              .payloadHash = acs3::sha256Hex(body)};
        request.headers = {{"host", m_host},
                           {"x-acs-action", action},
                           {"x-acs-version", version},
                           {"x-acs-date", acs3::formatDate(QDateTime::currentDateTimeUtc())},
                           {"x-acs-signature-nonce", QUuid::createUuid().toByteArray(QUuid::Id128)},
                           {"x-acs-content-sha256", request.payloadHash}};
        if (!inQuery)
            request.headers.append(
                {QByteArray("content-type"), position == Position::Json
                                                 ? "application/json; charset=utf-8"
                                                 : "application/x-www-form-urlencoded"});
        if (!m_credentials.securityToken.isEmpty())
            request.headers.append({"x-acs-security-token", m_credentials.securityToken.reveal()});
        request.headers.append({"authorization", acs3::authorization(request, m_credentials)});
        QByteArray text = request.method + " /"
                          + (inQuery && !form.isEmpty() ? QByteArray("?" + form) : QByteArray())
                          + " HTTP/1.1\r\n";
        for (const auto &[name, value] : std::as_const(request.headers))
            text += name + ": " + value + "\r\n";
        if (position == Position::Chunked)
            return text + "Transfer-Encoding: chunked\r\n\r\n" + chunked(body);
        return text + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    /// Posts \p fields and the file to where a form's Url points.
    [[nodiscard]] RawAnswer postForm(const acs3::Pairs &fields, const QByteArray &file) const
    {
        QByteArray body;
        for (const auto &[name, value] : fields)
            body += "--XYZ\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                    + "\r\n";
        body += "--XYZ\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n" + file
                + "\r\n--XYZ--\r\n";
        return exchange("POST /oss HTTP/1.1\r\nHost: " + m_host
                        + "\r\nContent-Type: multipart/form-data; boundary=XYZ\r\nContent-Length: "
                        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

    /// The fields of the form an upload operation answered.
    [[nodiscard]] static acs3::Pairs fieldsOf(const RawAnswer &info)
    {
        acs3::Pairs fields;
        const QJsonObject form = info.json().value(QStringLiteral("OssPostConfig")).toObject();
        for (auto it = form.begin(); it != form.end(); ++it) {
            if (it.key() == QStringLiteral("XOssSecurityToken"))
                fields.append({"x-oss-security-token", it.value().toString().toUtf8()});
            else if (it.key() != QStringLiteral("Url"))
                fields.append({it.key().toUtf8(), it.value().toString().toUtf8()});
        }
        return fields;
    }

    /// Upload info, form, commit; the new version's id, or an empty text.
    [[nodiscard]] QString saveVersion(const QByteArray &routine, const QByteArray &code,
                                      const QByteArray &description = "test") const
    {
        const RawAnswer info = call("GetRoutineStagingCodeUploadInfo",
                                    {{"Name", routine}, {"CodeDescription", description}});
        if (info.status != 200 || postForm(fieldsOf(info), code).status != 200)
            return {};
        return call("CommitRoutineStagingCode",
                    {{"Name", routine}, {"CodeDescription", description}})
            .text(QStringLiteral("CodeVersion"));
    }

    [[nodiscard]] QByteArray codeOf(const QByteArray &routine, const QString &version) const
    {
        const RawAnswer answer =
            call("GetRoutineCodeVersion", {{"Name", routine}, {"CodeVersion", version.toUtf8()}});
        return QByteArray::fromBase64(answer.text(QStringLiteral("RoutineCode")).toLatin1());
    }

    /// Sends bytes and reads one answer, or what there is of it.
    [[nodiscard]] RawAnswer exchange(const QByteArray &request, int timeoutMs = kPatienceMs) const
    {
        const qsizetype colon = m_host.lastIndexOf(':');
        QTcpSocket socket;
        socket.connectToHost(QString::fromLatin1(m_host.left(colon)),
                             m_host.mid(colon + 1).toUShort());
        RawAnswer answer;
        if (!socket.waitForConnected(timeoutMs))
            return answer;
        socket.write(request);
        while (!isWhole(answer) && socket.waitForReadyRead(timeoutMs))
            answer.bytes += socket.readAll();
        answer.bytes += socket.readAll();
        answer.complete = isWhole(answer);
        return answer;
    }

private:
    [[nodiscard]] static QByteArray chunked(const QByteArray &body)
    {
        QByteArray text;
        for (qsizetype at = 0; at < body.size(); at += 7) {
            const QByteArray piece = body.mid(at, 7);
            text += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
        }
        return text + "0\r\n\r\n";
    }

    [[nodiscard]] static bool isWhole(RawAnswer &answer)
    {
        const qsizetype end = answer.bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        answer.head = answer.bytes.left(end).toLower();
        answer.body = answer.bytes.mid(end + 4);
        answer.status = answer.bytes.mid(9, 3).toInt();
        const qsizetype at = answer.head.indexOf("content-length: ");
        const qsizetype lineEnd = answer.head.indexOf('\r', at);
        const QByteArray length =
            answer.head.mid(at + 16, lineEnd < 0 ? -1 : lineEnd - at - 16).trimmed();
        return at < 0 || answer.body.size() >= length.toLongLong();
    }

    QByteArray m_host;
    Credentials m_credentials;
};

} // namespace edgewright::test
