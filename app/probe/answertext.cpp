// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/answertext.h"

#include "text/textformat.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>
#include <QStringDecoder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kLevel = 2;

class AnswerText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ProbeAnswer)
};

/// What the header Content-Type says after "charset="; empty without it.
QByteArray charsetOf(const QByteArray &type)
{
    const qsizetype at = type.toLower().indexOf("charset=");
    if (at < 0)
        return {};
    const QByteArray name = type.sliced(at + 8);
    return name.left(name.indexOf(';') < 0 ? name.size() : name.indexOf(';'))
        .trimmed()
        .replace('"', "");
}

bool isBinary(const QString &text)
{
    return text.contains(u'\0');
}

QString decoded(const ProbeAnswer &answer, const QByteArray &bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8(bytes);
    // A body that was cut may end within a character.
    const bool sound = isUtf8(bytes) || answer.bodyState == ProbeAnswer::Body::Cut;
    if (sound && !isBinary(text))
        return text;
    const QByteArray charset = charsetOf(answer.header("content-type"));
    QStringDecoder other(charset.constData());
    if (!charset.isEmpty() && other.isValid()) {
        text = other(bytes);
        if (!other.hasError() && !isBinary(text))
            return text;
    }
    return AnswerText::tr("%1 that are not text.")
        .arg(QLocale().formattedDataSize(bytes.size(), 1, QLocale::DataSizeTraditionalFormat));
}

bool saysJson(const ProbeAnswer &answer)
{
    return answer.header("content-type").toLower().contains("json");
}

QByteArray newLine(int level)
{
    return '\n' + QByteArray(level * kLevel, ' ');
}

} // namespace

bool isVolatileHeader(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 24> names{"date",
                                                   "age",
                                                   "expires",
                                                   "via",
                                                   "server-timing",
                                                   "eagleid",
                                                   "connection",
                                                   "keep-alive",
                                                   "x-cache",
                                                   "x-timer",
                                                   "x-served-by",
                                                   "traceparent",
                                                   "content-length",
                                                   "cf-ray",
                                                   "x-swift-savetime",
                                                   "x-swift-cachetime",
                                                   "x-cache-hits",
                                                   "x-cache-status",
                                                   "x-site-cache-status",
                                                   "ali-swift-global-savetime",
                                                   "report-to",
                                                   "nel",
                                                   "transfer-encoding",
                                                   "x-via"};
    const QByteArray lower = name.toByteArray().toLower();
    return std::ranges::find(names, QByteArrayView(lower)) != names.end()
           || lower.contains("request-id") || lower.contains("requestid")
           || lower.contains("trace-id") || lower.contains("traceid");
}

QByteArray indentedJson(const QByteArray &json)
{
    QJsonParseError error{};
    (void)QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return json;
    QByteArray lines;
    int level = 0;
    bool inString = false;
    bool justOpened = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            lines += c;
            if (c == '\\')
                lines += json[++i];
            inString = c != '"';
            continue;
        }
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
            continue;
        const bool closes = c == '}' || c == ']';
        level -= closes ? 1 : 0;
        if (closes != justOpened && (closes || justOpened))
            lines += newLine(level);
        justOpened = c == '{' || c == '[';
        level += justOpened ? 1 : 0;
        inString = c == '"';
        lines += c;
        if (c == ',')
            lines += newLine(level);
        else if (c == ':')
            lines += ' ';
    }
    return lines + '\n';
}

QString bodyText(const ProbeAnswer &answer)
{
    if (answer.bodyState == ProbeAnswer::Body::Whole && saysJson(answer))
        return decoded(answer, indentedJson(answer.body));
    return decoded(answer, answer.body);
}

QByteArray comparableText(const ProbeAnswer &answer)
{
    QByteArray text = QByteArray::number(answer.status) + '\n';
    QByteArrayList lines;
    for (const auto &[name, value] : answer.headers) {
        if (!isVolatileHeader(name))
            lines.append(name.toLower() + ": " + value + '\n');
    }
    std::ranges::sort(lines);
    text += lines.join();
    text += '\n';
    text += bodyText(answer).toUtf8();
    if (answer.bodyState == ProbeAnswer::Body::Cut)
        text += '\n' + AnswerText::tr("[the rest was left off]").toUtf8() + '\n';
    return text;
}

QString statusWords(int status, const QByteArray &reason)
{
    struct Words {
        int status;
        QLatin1StringView text;
    };
    static constexpr std::array usual{
        Words{200, "OK"_L1},
        Words{201, "Created"_L1},
        Words{204, "No Content"_L1},
        Words{206, "Partial Content"_L1},
        Words{301, "Moved Permanently"_L1},
        Words{302, "Found"_L1},
        Words{303, "See Other"_L1},
        Words{304, "Not Modified"_L1},
        Words{307, "Temporary Redirect"_L1},
        Words{308, "Permanent Redirect"_L1},
        Words{400, "Bad Request"_L1},
        Words{401, "Unauthorized"_L1},
        Words{403, "Forbidden"_L1},
        Words{404, "Not Found"_L1},
        Words{405, "Method Not Allowed"_L1},
        Words{429, "Too Many Requests"_L1},
        Words{500, "Internal Server Error"_L1},
        Words{502, "Bad Gateway"_L1},
        Words{503, "Service Unavailable"_L1},
        Words{504, "Gateway Timeout"_L1},
    };
    const auto known = std::ranges::find(usual, status, &Words::status);
    const QString words = !reason.isEmpty()
                              ? QString::fromUtf8(reason)
                              : QString(known == usual.end() ? QLatin1StringView() : known->text);
    return QString(QString::number(status) + u' ' + words).trimmed();
}

} // namespace edgewright
