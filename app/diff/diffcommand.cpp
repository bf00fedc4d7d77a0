// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/diffcommand.h"

#include "diff/filetext.h"
#include "diff/patch.h"

#include <charconv>
#include <string_view>

namespace edgewright::diff {

namespace {

constexpr int kSame = 0;
constexpr int kDifferent = 1;
constexpr int kTrouble = 2;
constexpr std::string_view kUsage =
    "usage: edgewright --diff [--unified=N] [--ignore-space=MODE[,MODE]] [--label=NAME]... LEFT "
    "RIGHT\n"
    "  MODE is trailing, all, blank-lines, line-ends, or formatting: code laid out otherwise,\n"
    "  comments and text in quotes still count; LEFT or RIGHT may be - for the standard input\n";

struct Command {
    int context = 3;
    Ignore ignore;
    std::vector<std::string> labels;
    std::vector<std::string> files;
};

bool setIgnore(std::string_view modes, Ignore &ignore)
{
    while (!modes.empty()) {
        const std::string_view mode = modes.substr(0, modes.find(','));
        modes.remove_prefix(mode.size() == modes.size() ? mode.size() : mode.size() + 1);
        if (mode == "trailing")
            ignore.trailingSpace = true;
        else if (mode == "all")
            ignore.allSpace = true;
        else if (mode == "blank-lines")
            ignore.blankLines = true;
        else if (mode == "line-ends")
            ignore.lineEnds = true;
        else if (mode == "formatting")
            ignore.formatting = true;
        else
            return false;
    }
    return true;
}

bool setContext(std::string_view digits, int &context)
{
    const char *end = digits.data() + digits.size();
    const auto [at, code] = std::from_chars(digits.data(), end, context);
    return code == std::errc() && at == end && context >= 0;
}

/// The value of `--name=value`; false when \p argument is another option.
bool hasValue(std::string_view argument, std::string_view option, std::string_view &value)
{
    if (!argument.starts_with(option))
        return false;
    value = argument.substr(option.size());
    return true;
}

bool isUnderstood(std::string_view argument, Command &command)
{
    std::string_view value;
    if (hasValue(argument, "--unified=", value))
        return setContext(value, command.context);
    if (hasValue(argument, "--ignore-space=", value))
        return setIgnore(value, command.ignore);
    if (hasValue(argument, "--label=", value) && command.labels.size() < 2) {
        command.labels.emplace_back(value);
        return true;
    }
    return argument == "--unified";
}

bool parse(const std::vector<std::string> &arguments, Command &command, std::string &errorText)
{
    bool areOptions = true;
    for (const std::string &argument : arguments) {
        if (areOptions && argument == "--") {
            areOptions = false;
        } else if (!areOptions || argument == "-" || !argument.starts_with('-')) {
            command.files.push_back(argument);
        } else if (!isUnderstood(argument, command)) {
            errorText = "edgewright: not understood: " + argument + '\n' + std::string(kUsage);
            return false;
        }
    }
    if (command.files.size() != 2) {
        errorText = kUsage;
        return false;
    }
    command.labels.resize(2);
    for (std::size_t i = 0; i < 2; ++i) {
        if (command.labels[i].empty())
            command.labels[i] = command.files[i];
    }
    return true;
}

} // namespace

int runDiffCommand(const std::vector<std::string> &arguments, std::string &output,
                   std::string &errorText)
{
    Command command;
    if (!parse(arguments, command, errorText))
        return kTrouble;
    FileText left;
    FileText right;
    if (!left.read(command.files[0]) || !right.read(command.files[1])) {
        const std::string &reason = left.error().empty() ? right.error() : left.error();
        errorText = "edgewright: " + reason + '\n';
        return kTrouble;
    }
    const LineDiff diff = diffLines(left.text(), right.text(), command.ignore);
    output = unifiedPatch(left.text(), right.text(), diff, {command.labels[0], command.labels[1]},
                          command.context);
    return diff.changes.empty() ? kSame : kDifferent;
}

} // namespace edgewright::diff
