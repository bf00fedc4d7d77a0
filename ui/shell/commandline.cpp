// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commandline.h"

#include "diff/diffcommand.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstring>
#include <vector>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr int kUsageError = 2;

CommandLine leave(int exitCode, const QString &output, const QString &errors = {})
{
    return {.exitCode = exitCode, .output = output.toStdString(), .errors = errors.toStdString()};
}

CommandLine usageError(const QString &text)
{
    return leave(kUsageError, {}, u"edgewright: "_s + text + u'\n');
}

bool asksForDiff(int argc, char *argv[])
{
    return argc > 1 && std::strcmp(argv[1], "--diff") == 0;
}

CommandLine runDiff(int argc, char *argv[])
{
    CommandLine result;
    result.exitCode = diff::runDiffCommand(std::vector<std::string>(argv + 2, argv + argc),
                                           result.output, result.errors);
    return result;
}

void describeOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"Desktop workbench for edge routines."_s);
    parser.addOptions({
        {u"sandbox"_s, u"Start on the embedded sandbox service with sample data."_s},
        {u"endpoint"_s, u"Call the service at this host instead of the public sites."_s,
         u"host[:port]"_s},
        {u"language"_s, u"Language of the window: en or zh_CN."_s, u"language"_s},
        {u"theme"_s, u"Colours of the window: light, dark or system."_s, u"theme"_s},
        {u"data"_s, u"Keep drafts and settings in this folder."_s, u"folder"_s},
        {u"tour"_s, u"Run the guided tour and save a picture of each stage in this folder."_s,
         u"folder"_s},
        {u"compare"_s, u"Compare two files in the window."_s},
        {u"diff"_s, u"Print a unified patch of two files and exit; must be the first argument."_s},
        {{u"h"_s, u"help"_s}, u"Show this help."_s},
        {{u"v"_s, u"version"_s}, u"Show the version."_s},
    });
    parser.addPositionalArgument(u"files"_s, u"With --compare: the two files."_s,
                                 u"[LEFT RIGHT]"_s);
}

CommandLine toOptions(const QCommandLineParser &parser)
{
    CommandLine result;
    StartOptions &options = result.options;
    options.sandbox = parser.isSet(u"sandbox"_s);
    options.tourFolder = parser.value(u"tour"_s);
    options.language = parser.value(u"language"_s);
    options.theme = parser.value(u"theme"_s);
    options.dataFolder = parser.value(u"data"_s);
    if (parser.isSet(u"endpoint"_s)) {
        const Result<Endpoint> endpoint = Endpoint::parse(parser.value(u"endpoint"_s));
        if (!endpoint)
            return usageError(endpoint.error().message);
        options.endpoint = *endpoint;
    }
    if (parser.isSet(u"compare"_s)) {
        options.comparedFiles = parser.positionalArguments();
        if (options.comparedFiles.size() != 2)
            return usageError(u"--compare needs two files"_s);
    } else if (!parser.positionalArguments().isEmpty()) {
        return usageError(u"unexpected argument "_s + parser.positionalArguments().constFirst());
    }
    if (!QStringList{u""_s, u"en"_s, u"zh_CN"_s}.contains(options.language))
        return usageError(u"unknown language "_s + options.language);
    if (!QStringList{u""_s, u"light"_s, u"dark"_s, u"system"_s}.contains(options.theme))
        return usageError(u"unknown theme "_s + options.theme);
    return result;
}

} // namespace

CommandLine readCommandLine(int argc, char *argv[])
{
    if (asksForDiff(argc, argv))
        return runDiff(argc, argv);

    QCommandLineParser parser;
    describeOptions(parser);
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const bool understood = parser.parse(arguments);
    if (parser.isSet(u"version"_s))
        return leave(0, u"edgewright " EDGEWRIGHT_VERSION u"\n"_s);
    if (parser.isSet(u"help"_s)) {
        // helpText() asks the application object for the program's name.
        const QCoreApplication forHelp(argc, argv);
        return leave(0, parser.helpText());
    }
    if (!understood && !parser.unknownOptionNames().contains(u"platform"_s))
        return usageError(parser.errorText());
    return toOptions(parser);
}

} // namespace edgewright
