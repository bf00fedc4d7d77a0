// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linediff.h"

#include <string>

/// What changed between two texts of JavaScript, for people: functions, headers, hosts, paths.
/// Names are copied out of the texts byte for byte and are foreign: plain text, perhaps invalid
/// UTF-8.
namespace edgewright::diff {

enum class Fate : std::uint8_t { Added, Removed, Changed, Renamed };

enum class FunctionKind : std::uint8_t {
    Function, ///< Declared, or a function or arrow given to a name.
    Method,   ///< Of a class or an object; getters and setters, too.
    Class,    ///< What a class holds beside its methods.
    Listener, ///< Handed to addEventListener; the name is that of the event.
};

struct FunctionChange {
    Fate fate = Fate::Changed;
    FunctionKind kind = FunctionKind::Function;
    std::string name;           ///< "default" for an exported function without a name.
    std::string inside;         ///< The nearest class, object or function around it; may be empty.
    std::string oldName;        ///< Renamed only.
    std::int64_t leftLine = -1; ///< Where it begins; -1: not on this side.
    std::int64_t rightLine = -1;

    [[nodiscard]] bool operator==(const FunctionChange &other) const = default;
};

/// A text in the code that is on one side only.
struct Mention {
    Fate fate = Fate::Added; ///< Added or Removed.
    std::string text;
    std::int64_t line = 0; ///< First line with it: on the right when added, else on the left.

    [[nodiscard]] bool operator==(const Mention &other) const = default;
};

/// The lists are in reading order: by the line on the right, what was removed by its line on the
/// left.
struct ChangeSummary {
    std::vector<FunctionChange> functions;
    std::vector<Mention> headers; ///< As first written; upper and lower case are the same header.
    std::vector<Mention>
        hosts; ///< Lower case, with the port when one is written; never a password.
    std::vector<Mention>
        paths; ///< Strings that start with '/'; "…" at the end: goes on at run time.
    bool outsideFunctions = false; ///< Code that stands in no function changed.
    bool onlyLayout = false;       ///< The bytes differ, the code and its comments do not.
    bool onlyComments = false;     ///< The code does not differ, comments do.
    std::uint32_t leftOut = 0;     ///< Entries beyond the most that a list holds.
    bool complete = true; ///< False when a limit ended the reading: nothing else is filled in.

    [[nodiscard]] bool isEmpty() const
    {
        return functions.empty() && headers.empty() && hosts.empty() && paths.empty();
    }
    [[nodiscard]] bool operator==(const ChangeSummary &other) const = default;
};

/// Reads both texts from beginning to end in linear time; works on minified code as well. Needs no
/// line diff: functions are compared by their tokens, so that reindenting changes none.
[[nodiscard]] ChangeSummary summarizeChanges(std::string_view left, std::string_view right,
                                             const Limits &limits = {});

} // namespace edgewright::diff
