// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/codeoutline.h"

#include "diff/bytehash.h"
#include "diff/stop.h"

#include <algorithm>
#include <array>

namespace edgewright::diff {

using namespace std::string_view_literals;

namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kLongestParameters = 400; ///< Lexemes looked through for an arrow.
constexpr std::uint32_t kWorkPerLexeme = 40;

/// Words that may stand between the beginning of a definition and what it defines.
constexpr std::array kModifiers{"export"sv, "default"sv, "const"sv, "let"sv, "var"sv,
                                "static"sv, "async"sv,   "get"sv,   "set"sv, "*"sv};

bool isModifier(std::string_view word)
{
    return std::find(kModifiers.begin(), kModifiers.end(), word) != kModifiers.end();
}

/// A definition that begins at a lexeme.
struct Definition {
    FunctionKind kind = FunctionKind::Function;
    std::string_view name;
    std::size_t nameAt =
        kNone;                 ///< The lexeme that is the name; kNone: the name is not in the code.
    std::size_t arrow = kNone; ///< The lexeme "=>".
    std::size_t body = 0;      ///< No other definition begins before this lexeme.
};

class Outliner final {
public:
    Outliner(std::string_view text, CodeOutline &outline)
        : m_text(text)
        , m_outline(outline)
        , m_lexemes(outline.lexemes)
    {
        m_outline.functions.push_back({});
    }

    [[nodiscard]] bool run(Stop &stop)
    {
        for (std::size_t i = 0; i < m_lexemes.size(); ++i) {
            if (stop.reached(kWorkPerLexeme))
                return false;
            endArrows(i);
            if (i >= m_freeFrom)
                beginAt(i);
            note(i);
            if (isClosing(i))
                close(i);
            if (m_lexemes[i].opening != Opening::None)
                open(i);
        }
        return true;
    }

private:
    struct Frame {
        Opening opening = Opening::None;
        std::string_view name; ///< What an object is given to.
        bool endsFunction = false;
    };

    /// A function whose end is ahead.
    struct OpenFunction {
        std::uint32_t index = 0;
        std::size_t depth = 0; ///< Brackets open around it.
        std::size_t nameAt = kNone;
        std::size_t arrow = kNone;
        bool hasBody = false;      ///< Its body is open.
        bool isExpression = false; ///< An arrow without braces.
    };

    [[nodiscard]] std::string_view word(std::size_t i) const
    {
        return i < m_lexemes.size() ? m_lexemes[i].in(m_text) : std::string_view();
    }
    [[nodiscard]] bool isName(std::size_t i) const
    {
        return i < m_lexemes.size() && m_lexemes[i].kind == LexemeKind::Word;
    }
    [[nodiscard]] bool isKey(std::size_t i) const
    {
        return isName(i) || (i < m_lexemes.size() && m_lexemes[i].kind == LexemeKind::String);
    }
    [[nodiscard]] bool isClosing(std::size_t i) const
    {
        const char c = m_text[m_lexemes[i].begin];
        return m_lexemes[i].kind == LexemeKind::Template ? c == '}'
                                                         : c == ')' || c == ']' || c == '}';
    }
    [[nodiscard]] Opening around() const
    {
        return m_frames.empty() ? Opening::Block : m_frames.back().opening;
    }
    [[nodiscard]] std::uint32_t current() const { return m_open.empty() ? 0 : m_open.back().index; }

    void note(std::size_t i)
    {
        CodeFunction &function = m_outline.functions[current()];
        const std::uint64_t hash = hashBytes(word(i));
        const std::uint64_t breaks = m_lexemes[i].breakCounts ? 3 : 1;
        m_outline.code = hashing::mix(m_outline.code ^ hash, 0x9e3779b97f4a7c15U + breaks);
        ++function.lexemes;
        const bool isSeparator = word(i) == ";"sv || word(i) == ","sv;
        if ((!m_open.empty() && m_open.back().nameAt == i) || (isSeparator && m_justEnded))
            return;
        m_justEnded = false;
        function.code = hashing::mix(function.code ^ hash, 0xd6e8feb86659fd93U + breaks);
    }

    void open(std::size_t i)
    {
        Frame frame{.opening = m_lexemes[i].opening};
        if (frame.opening == Opening::Object)
            frame.name = objectName(i);
        const bool isBody = frame.opening == Opening::Function || frame.opening == Opening::Class;
        if (isBody && !m_open.empty() && !m_open.back().hasBody
            && m_open.back().depth == m_frames.size()) {
            m_open.back().hasBody = true;
            frame.endsFunction = true;
        }
        m_frames.push_back(frame);
    }

    void close(std::size_t i)
    {
        const bool isBrace = m_text[m_lexemes[i].begin] == '}';
        if (isBrace) {
            while (!m_frames.empty() && isGroup(m_frames.back().opening))
                m_frames.pop_back();
        } else if (!m_frames.empty() && !isGroup(m_frames.back().opening)) {
            return;
        }
        if (m_frames.empty())
            return;
        const bool endsFunction = m_frames.back().endsFunction;
        m_frames.pop_back();
        while (!m_open.empty() && m_open.back().depth > m_frames.size())
            end();
        if (endsFunction && !m_open.empty() && m_open.back().depth == m_frames.size())
            end();
    }

    [[nodiscard]] static bool isGroup(Opening opening)
    {
        return opening == Opening::Group || opening == Opening::Head || opening == Opening::Params;
    }

    void end()
    {
        m_open.pop_back();
        m_justEnded = true;
    }

    // An arrow without braces ends with its expression; a method without a body was none.
    void endArrows(std::size_t i)
    {
        while (!m_open.empty() && m_open.back().depth == m_frames.size()) {
            OpenFunction &last = m_open.back();
            if (last.arrow != kNone && i == last.arrow + 1)
                last.isExpression = m_lexemes[i].opening != Opening::Function;
            const bool ends =
                word(i) == ";"sv || word(i) == ","sv || isClosing(i) || m_lexemes[i].breakCounts;
            const bool isExpression = last.isExpression && i > last.arrow + 1;
            const bool lacksBody = last.arrow == kNone && !last.hasBody && word(i) == ";"sv;
            if (!(isExpression && ends) && !lacksBody)
                return;
            end();
        }
    }

    void beginAt(std::size_t i)
    {
        const LexemeKind kind = m_lexemes[i].kind;
        const bool mayBegin = kind == LexemeKind::Word || kind == LexemeKind::String
                              || word(i) == "*"sv || word(i) == "("sv;
        if (!mayBegin || (i > 0 && (word(i - 1) == "."sv || word(i - 1) == "?."sv)))
            return;
        const Definition found = definitionAt(i);
        if (found.name.empty())
            return;
        const auto index = static_cast<std::uint32_t>(m_outline.functions.size());
        m_outline.functions.push_back(
            {.kind = found.kind,
             .name = found.name,
             .inside = around() == Opening::Object ? m_frames.back().name : std::string_view(),
             .parent = current(),
             .begin = m_lexemes[i].begin});
        m_open.push_back({.index = index,
                          .depth = m_frames.size(),
                          .nameAt = found.nameAt,
                          .arrow = found.arrow});
        m_freeFrom = found.body;
    }

    [[nodiscard]] Definition definitionAt(std::size_t i) const
    {
        std::size_t at = i;
        bool isDefault = false;
        while (isModifier(word(at))
               && (isKey(at + 1) || isModifier(word(at + 1)) || word(at) == "default"sv)
               && word(at + 1) != "="sv && word(at + 1) != ":"sv)
        {
            isDefault = isDefault || word(at) == "default"sv;
            ++at;
        }
        if (const Definition listener = listenerAt(i); !listener.name.empty())
            return listener;
        if (word(at) == "function"sv || word(at) == "class"sv)
            return declarationAt(at, isDefault);
        if (isKey(at) && at + 1 < m_lexemes.size() && m_lexemes[at + 1].opening == Opening::Params)
            return {FunctionKind::Method, nameOf(at), at, kNone, at + 1};
        if (isDefault)
            return valueAt(at, "default"sv, kNone);
        return assignmentAt(at);
    }

    [[nodiscard]] Definition declarationAt(std::size_t at, bool isDefault) const
    {
        const FunctionKind kind =
            word(at) == "class"sv ? FunctionKind::Class : FunctionKind::Function;
        const std::size_t name = word(at + 1) == "*"sv ? at + 2 : at + 1;
        if (isName(name) && word(name) != "extends"sv)
            return {kind, word(name), name, kNone, name + 1};
        if (isDefault)
            return {kind, "default"sv, kNone, kNone, name};
        return {};
    }

    /// `name = value`, `a.b.name = value`, and `name: value` in an object.
    [[nodiscard]] Definition assignmentAt(std::size_t at) const
    {
        std::size_t name = at;
        while (isName(name) && word(name + 1) == "."sv && isName(name + 2))
            name += 2;
        if (!isKey(name))
            return {};
        const bool isMember = word(name + 1) == ":"sv && around() == Opening::Object;
        if (word(name + 1) != "="sv && !isMember)
            return {};
        Definition found = valueAt(name + 2, nameOf(name), name);
        if (isMember || around() == Opening::Class)
            found.kind = found.kind == FunctionKind::Function ? FunctionKind::Method : found.kind;
        return found;
    }

    /// A function, class or arrow at \p at that gets \p name.
    [[nodiscard]] Definition valueAt(std::size_t at, std::string_view name,
                                     std::size_t nameAt) const
    {
        const std::size_t value = word(at) == "async"sv && word(at + 1) != "=>"sv ? at + 1 : at;
        if (word(value) == "function"sv)
            return {FunctionKind::Function, name, nameAt, kNone, value + 2};
        if (word(value) == "class"sv)
            return {FunctionKind::Class, name, nameAt, kNone, value + 2};
        if (const std::size_t arrow = arrowAfter(value); arrow != kNone)
            return {FunctionKind::Function, name, nameAt, arrow, value + 1};
        return {};
    }

    /// addEventListener("name", function …
    [[nodiscard]] Definition listenerAt(std::size_t i) const
    {
        if (i < 4 || word(i - 1) != ","sv || m_lexemes[i - 2].kind != LexemeKind::String
            || word(i - 3) != "("sv || word(i - 4) != "addEventListener"sv)
            return {};
        Definition found = valueAt(i, stringContent(word(i - 2)), kNone);
        found.kind = FunctionKind::Listener;
        return found;
    }

    /// The "=>" behind the parameters at \p at.
    [[nodiscard]] std::size_t arrowAfter(std::size_t at) const
    {
        if (isName(at))
            return word(at + 1) == "=>"sv ? at + 1 : kNone;
        if (word(at) != "("sv)
            return kNone;
        std::size_t depth = 0;
        const std::size_t end = std::min(m_lexemes.size(), at + kLongestParameters);
        for (std::size_t i = at; i < end; ++i) {
            const char c = m_text[m_lexemes[i].begin];
            if (m_lexemes[i].opening == Opening::Template || m_lexemes[i].kind != LexemeKind::Sign)
                continue;
            if (c == '(' || c == '[' || c == '{')
                ++depth;
            else if (isClosing(i) && --depth == 0)
                return word(i + 1) == "=>"sv ? i + 1 : kNone;
        }
        return kNone;
    }

    [[nodiscard]] std::string_view objectName(std::size_t i) const
    {
        if (i < 2 || !isKey(i - 2) || (word(i - 1) != "="sv && word(i - 1) != ":"sv))
            return {};
        return word(i - 2) == "exports"sv ? std::string_view() : nameOf(i - 2);
    }

    [[nodiscard]] std::string_view nameOf(std::size_t i) const
    {
        return m_lexemes[i].kind == LexemeKind::String ? stringContent(word(i)) : word(i);
    }

    std::string_view m_text;
    CodeOutline &m_outline;
    const std::vector<Lexeme> &m_lexemes;
    std::vector<Frame> m_frames;
    std::vector<OpenFunction> m_open;
    std::size_t m_freeFrom = 0;
    bool m_justEnded = false; ///< A separator now belongs to the function that ended.
};

/// Blanks of a comment say nothing.
std::uint64_t hashComment(std::string_view comment)
{
    std::uint64_t hash = 0;
    for (const char c : comment) {
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    return hash;
}

} // namespace

CodeOutline outlineCode(std::string_view text, const Limits &limits)
{
    CodeOutline outline;
    outline.lexemes.reserve(text.size() / 8 + 8);
    Stop stop(limits);
    CodeLexer lexer(text);
    Lexeme lexeme;
    while (lexer.next(lexeme)) {
        if (stop.reached(kWorkPerLexeme)) {
            outline.complete = false;
            return outline;
        }
        if (lexeme.isComment())
            outline.comments =
                hashing::mix(outline.comments ^ hashComment(lexeme.in(text)), 0x9e3779b97f4a7c15U);
        else
            outline.lexemes.push_back(lexeme);
    }
    outline.complete = Outliner(text, outline).run(stop);
    return outline;
}

std::string_view stringContent(std::string_view lexeme)
{
    const char first = lexeme.empty() ? '\0' : lexeme.front();
    if (first == '"' || first == '\'' || first == '`' || first == '}')
        lexeme.remove_prefix(1);
    if (lexeme.ends_with("${"sv))
        lexeme.remove_suffix(2);
    else if (!lexeme.empty()
             && (lexeme.back() == '"' || lexeme.back() == '\'' || lexeme.back() == '`'))
        lexeme.remove_suffix(1);
    return lexeme;
}

} // namespace edgewright::diff
