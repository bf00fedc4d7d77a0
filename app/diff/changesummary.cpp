// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/changesummary.h"

#include "diff/codementions.h"
#include "diff/tokens.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace edgewright::diff {

namespace {

constexpr std::size_t kMostEntries = 500;
constexpr std::uint32_t kLongestName = 200;
constexpr std::uint32_t kLeastToRecognize = 8; ///< Lexemes; many smaller functions are the same.

/// Without a half character at its end.
std::string shortened(std::string_view name)
{
    if (name.size() <= kLongestName)
        return std::string(name);
    std::uint32_t end = 0;
    while (end + characterSize(name, end) <= kLongestName)
        end += characterSize(name, end);
    return std::string(name.substr(0, end)) + "…";
}

std::int64_t lineOf(const std::vector<std::uint32_t> &starts, std::uint32_t byte)
{
    return std::upper_bound(starts.begin(), starts.end() - 1, byte) - starts.begin() - 1;
}

struct Side {
    std::string_view text;
    CodeOutline outline;
    std::vector<std::uint32_t> starts;
    std::vector<std::vector<std::uint32_t>> children; ///< By function.

    Side(std::string_view bytes, const Limits &limits)
        : text(bytes)
        , outline(outlineCode(bytes, limits))
        , starts(lineStarts(bytes))
        , children(outline.functions.size())
    {
        for (std::uint32_t i = 1; i < outline.functions.size(); ++i)
            children[outline.functions[i].parent].push_back(i);
    }

    [[nodiscard]] const CodeFunction &function(std::uint32_t index) const
    {
        return outline.functions[index];
    }
    [[nodiscard]] std::int64_t line(std::uint32_t index) const
    {
        return lineOf(starts, function(index).begin);
    }
    [[nodiscard]] std::string inside(std::uint32_t index) const
    {
        const CodeFunction &one = function(index);
        return shortened(one.inside.empty() ? function(one.parent).name : one.inside);
    }
};

/// Finds out which functions of one side are which of the other, from the outermost inwards.
class FunctionMatcher final {
public:
    FunctionMatcher(const Side &left, const Side &right, std::vector<FunctionChange> &changes)
        : m_left(left)
        , m_right(right)
        , m_changes(changes)
        , m_isPaired(right.outline.functions.size())
    {
    }

    void run()
    {
        m_pairs.emplace_back(0, 0);
        while (!m_pairs.empty()) {
            const auto [left, right] = m_pairs.back();
            m_pairs.pop_back();
            matchChildren(m_left.children[left], m_right.children[right]);
        }
    }

private:
    using Indices = std::vector<std::uint32_t>;

    // What is the same altogether, what has the same name, what has the same code: in this order.
    void matchChildren(Indices left, Indices right)
    {
        const auto name = [](const CodeFunction &f) { return std::tuple(f.inside, f.name); };
        pairBy(left, right,
               [&](const CodeFunction &f) { return std::tuple(f.inside, f.name, f.code); });
        pairBy(left, right, name);
        pairBy(left, right, [](const CodeFunction &f) { return f.code; });
        for (const std::uint32_t index : left)
            add({.fate = Fate::Removed, .leftLine = m_left.line(index)}, m_left, index);
        for (const std::uint32_t index : right)
            add({.fate = Fate::Added, .rightLine = m_right.line(index)}, m_right, index);
    }

    /// Takes out of both lists what has the same key, in order.
    template <typename Key>
    void pairBy(Indices &left, Indices &right, Key key)
    {
        if (left.empty() || right.empty())
            return;
        std::map<decltype(key(m_left.function(0))), Indices> waiting;
        for (std::size_t i = right.size(); i-- > 0;)
            waiting[key(m_right.function(right[i]))].push_back(right[i]);
        Indices rest;
        for (const std::uint32_t index : left) {
            const auto found = waiting.find(key(m_left.function(index)));
            if (found == waiting.end() || found->second.empty()
                || !isPair(index, found->second.back())) {
                rest.push_back(index);
                continue;
            }
            pair(index, found->second.back());
            m_isPaired[found->second.back()] = true;
            found->second.pop_back();
        }
        left = std::move(rest);
        std::erase_if(right, [this](std::uint32_t index) { return m_isPaired[index]; });
    }

    [[nodiscard]] bool isPair(std::uint32_t left, std::uint32_t right) const
    {
        return m_left.function(left).name == m_right.function(right).name
               || m_left.function(left).lexemes >= kLeastToRecognize;
    }

    void pair(std::uint32_t left, std::uint32_t right)
    {
        m_pairs.emplace_back(left, right);
        const CodeFunction &before = m_left.function(left);
        const CodeFunction &after = m_right.function(right);
        const bool isRenamed = before.name != after.name;
        if (!isRenamed && before.code == after.code)
            return;
        add({.fate = isRenamed ? Fate::Renamed : Fate::Changed,
             .oldName = isRenamed ? shortened(before.name) : std::string(),
             .leftLine = m_left.line(left),
             .rightLine = m_right.line(right)},
            m_right, right);
    }

    void add(FunctionChange change, const Side &side, std::uint32_t index)
    {
        change.kind = side.function(index).kind;
        change.name = shortened(side.function(index).name);
        change.inside = side.inside(index);
        m_changes.push_back(std::move(change));
    }

    const Side &m_left;
    const Side &m_right;
    std::vector<FunctionChange> &m_changes;
    std::vector<bool> m_isPaired; ///< By right function.
    std::vector<std::pair<std::uint32_t, std::uint32_t>>
        m_pairs; ///< Whose insides are to be matched.
};

using Places = std::vector<CodeMentions::Place>;

/// Appends the first of each of \p places that is not among \p others.
void addMentions(const Places &places, const Places &others, Fate fate,
                 const std::vector<std::uint32_t> &starts, std::vector<Mention> &mentions)
{
    std::set<std::string_view> known;
    for (const CodeMentions::Place &place : others)
        known.insert(place.key);
    for (const CodeMentions::Place &place : places) {
        if (known.insert(place.key).second)
            mentions.push_back({fate, place.text, lineOf(starts, place.begin)});
    }
}

std::int64_t place(const Mention &mention)
{
    return mention.line;
}

std::int64_t place(const FunctionChange &change)
{
    return change.rightLine >= 0 ? change.rightLine : change.leftLine;
}

template <typename Entry>
void arrange(std::vector<Entry> &entries, std::uint32_t &leftOut)
{
    std::stable_sort(entries.begin(), entries.end(), [](const Entry &first, const Entry &second) {
        return place(first) < place(second);
    });
    if (entries.size() <= kMostEntries)
        return;
    leftOut += static_cast<std::uint32_t>(entries.size() - kMostEntries);
    entries.resize(kMostEntries);
}

} // namespace

ChangeSummary summarizeChanges(std::string_view left, std::string_view right, const Limits &limits)
{
    ChangeSummary summary;
    if (left == right)
        return summary;
    const Side before(left, limits);
    const Side after(right, limits);
    const CodeMentions gone = findMentions(left, before.outline.lexemes, limits);
    const CodeMentions come = findMentions(right, after.outline.lexemes, limits);
    summary.complete =
        before.outline.complete && after.outline.complete && gone.complete && come.complete;
    if (!summary.complete)
        return summary;
    FunctionMatcher(before, after, summary.functions).run();
    const bool sameCode = before.outline.code == after.outline.code;
    summary.onlyLayout = sameCode && before.outline.comments == after.outline.comments;
    summary.onlyComments = sameCode && !summary.onlyLayout;
    summary.outsideFunctions = before.function(0).code != after.function(0).code;
    const auto compare = [&](const Places &was, const Places &is, std::vector<Mention> &mentions) {
        addMentions(is, was, Fate::Added, after.starts, mentions);
        addMentions(was, is, Fate::Removed, before.starts, mentions);
        arrange(mentions, summary.leftOut);
    };
    compare(gone.headers, come.headers, summary.headers);
    compare(gone.hosts, come.hosts, summary.hosts);
    compare(gone.paths, come.paths, summary.paths);
    arrange(summary.functions, summary.leftOut);
    return summary;
}

} // namespace edgewright::diff
