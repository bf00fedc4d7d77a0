// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace edgewright::sandbox {

namespace {

Error bad(const QString &what)
{
    return {.code = ErrorCode::InvalidRequest, .message = what};
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"A local service that speaks the edge routine API of Alibaba Cloud ESA (2024-09-10).\n"
        "When ready it prints one JSON line: {\"endpoint\":\"127.0.0.1:PORT\",…}.\n"
        "The secret can also be given in EDGEWRIGHT_SANDBOX_ACCESS_KEY_SECRET.\n\n"_s
        + Fault::grammar());
    parser.addOptions({
        {u"help"_s, u"Shows this text."_s},
        {u"version"_s, u"Shows the version."_s},
        {u"listen"_s, u"Loopback address and port; port 0 takes a free one."_s, u"HOST:PORT"_s,
         u"127.0.0.1:0"_s},
        {u"data"_s, u"Folder that everything is kept in; created when missing."_s, u"DIR"_s},
        {u"access-key-id"_s, u"The key that calls are signed with."_s, u"ID"_s},
        {u"access-key-secret"_s, u"Its secret."_s, u"SECRET"_s},
        {u"security-token"_s, u"Makes the key a temporary one."_s, u"TOKEN"_s},
        {u"token-expires"_s, u"When the token expires, ISO 8601."_s, u"TIME"_s},
        {u"version-quota"_s, u"Versions for each routine."_s, u"N"_s, u"10"_s},
        {u"routine-quota"_s, u"Routines."_s, u"N"_s, u"100"_s},
        {u"rate"_s, u"Calls per second before throttling."_s, u"N"_s, u"100"_s},
        {u"sample"_s, u"Fills an empty data folder with sample routines."_s},
        {u"exit-with-parent"_s, u"Stops when the process PID, which started it, ends."_s, u"PID"_s},
        {u"fault"_s, u"Something that shall go wrong, see above."_s, u"SPEC"_s},
    });
}

Result<> readListen(const QString &text, Options &options)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool sound = false;
    options.port = text.mid(colon + 1).toInt(&sound);
    options.host = text.left(colon);
    if (options.host.startsWith(u'[') && options.host.endsWith(u']'))
        options.host = options.host.sliced(1, options.host.size() - 2);
    if (colon <= 0 || !sound || options.port < 0 || options.port > 65535)
        return bad(u"--listen needs HOST:PORT, not %1"_s.arg(text));
    return {};
}

Result<> readNumber(const QCommandLineParser &parser, const QString &name, int &target)
{
    bool sound = false;
    target = parser.value(name).toInt(&sound);
    if (!sound || target < 1)
        return bad(u"--%1 needs a positive number, not %2"_s.arg(name, parser.value(name)));
    return {};
}

Result<> readCredentials(const QCommandLineParser &parser, const QByteArray &environment,
                         Options &options)
{
    options.credentials.accessKeyId = parser.value(u"access-key-id"_s);
    options.credentials.accessKeySecret =
        Secret(parser.isSet(u"access-key-secret"_s) ? parser.value(u"access-key-secret"_s).toUtf8()
                                                    : environment);
    options.credentials.securityToken = Secret(parser.value(u"security-token"_s).toUtf8());
    if (!options.credentials.isComplete())
        return bad(u"--access-key-id and --access-key-secret are needed"_s);
    if (!parser.isSet(u"token-expires"_s))
        return {};
    QDateTime expires = QDateTime::fromString(parser.value(u"token-expires"_s), Qt::ISODate);
    if (!expires.isValid() || options.credentials.securityToken.isEmpty())
        return bad(u"--token-expires needs an ISO 8601 time and --security-token"_s);
    if (expires.timeSpec() == Qt::LocalTime)
        expires.setTimeSpec(Qt::UTC);
    options.credentials.expiresAt = expires.toUTC();
    return {};
}

Result<> readFaults(const QStringList &specs, Options &options)
{
    for (const QString &spec : specs) {
        const Result<Fault> fault = Fault::parse(spec);
        if (!fault)
            return fault.error();
        options.faults.append(*fault);
    }
    return {};
}

Result<> readValues(const QCommandLineParser &parser, const QByteArray &environment,
                    Options &options)
{
    if (!parser.positionalArguments().isEmpty())
        return bad(u"unexpected argument %1"_s.arg(parser.positionalArguments().constFirst()));
    options.dataFolder = parser.value(u"data"_s);
    if (options.dataFolder.isEmpty())
        return bad(u"--data is needed"_s);
    options.sample = parser.isSet(u"sample"_s);
    if (Result<> result = readListen(parser.value(u"listen"_s), options); !result)
        return result;
    if (Result<> result = readCredentials(parser, environment, options); !result)
        return result;
    if (parser.isSet(u"exit-with-parent"_s)) {
        Result<> result = readNumber(parser, u"exit-with-parent"_s, options.parentProcess);
        if (!result)
            return result;
    }
    if (Result<> result = readNumber(parser, u"version-quota"_s, options.versionQuota); !result)
        return result;
    if (Result<> result = readNumber(parser, u"routine-quota"_s, options.routineQuota); !result)
        return result;
    if (Result<> result = readNumber(parser, u"rate"_s, options.callsPerSecond); !result)
        return result;
    return readFaults(parser.values(u"fault"_s), options);
}

} // namespace

Result<Options> Options::parse(const QStringList &arguments,
                               const QByteArray &secretFromEnvironment)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return bad(parser.errorText());
    Options options;
    if (parser.isSet(u"help"_s)) {
        options.information = parser.helpText();
        return options;
    }
    if (parser.isSet(u"version"_s)) {
        options.information =
            u"edgewright-sandbox %1\n"_s.arg(QCoreApplication::applicationVersion());
        return options;
    }
    if (const Result<> result = readValues(parser, secretFromEnvironment, options); !result)
        return result.error();
    return options;
}

} // namespace edgewright::sandbox
