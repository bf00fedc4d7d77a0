// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/codelexer.h"

#include <algorithm>
#include <array>

namespace edgewright::diff {

using namespace std::string_view_literals;

namespace {

/// Words that no expression ends with.
constexpr std::array kOpenWords{
    "await"sv,  "case"sv,     "catch"sv,  "class"sv,  "const"sv,   "default"sv,
    "delete"sv, "do"sv,       "else"sv,   "export"sv, "extends"sv, "finally"sv,
    "for"sv,    "function"sv, "if"sv,     "import"sv, "in"sv,      "instanceof"sv,
    "new"sv,    "return"sv,   "switch"sv, "throw"sv,  "try"sv,     "typeof"sv,
    "var"sv,    "void"sv,     "while"sv,  "with"sv,   "yield"sv,
};

/// Words that a line end behind them may cut off from what follows.
constexpr std::array kRestrictedWords{"return"sv, "throw"sv, "break"sv, "continue"sv,
                                      "yield"sv,  "async"sv, "await"sv};

constexpr std::array kHeadWords{"if"sv, "for"sv, "while"sv, "with"sv, "switch"sv, "catch"sv};

/// Words whose block is one of statements.
constexpr std::array kBlockWords{"else"sv, "do"sv, "try"sv, "finally"sv, "catch"sv, "static"sv};

/// What may stand before a function or class that is a statement.
constexpr std::array kStatementWords{"export"sv, "default"sv, "else"sv, "do"sv};

template <typename Words>
bool contains(const Words &words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isWord(std::string_view lexeme)
{
    if (lexeme.empty())
        return false;
    const char c = lexeme[0];
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || c == '#'
           || c == '\\' || static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

/// Whether a line end here would cut off what follows from the word before, whatever it is.
bool CodeLexer::isCutOff() const
{
    return !m_isProperty && contains(kRestrictedWords, m_previous);
}

/// Whether a line end before \p lexeme, which may start a statement, could end one.
bool CodeLexer::countsBreak(const Lexeme &lexeme) const
{
    if (!m_lineBefore)
        return false;
    if (isCutOff())
        return true;
    const bool isBody = m_text[lexeme.begin] == '{' && m_classDepth == m_open.size() + 1;
    return m_endsValue && !isBody;
}

void CodeLexer::noteWord(std::string_view word)
{
    const bool isProperty = m_previous == "."sv || m_previous == "?."sv;
    const bool isOpenWord = !isProperty && contains(kOpenWords, word);
    if (isOpenWord && (word == "function"sv || word == "class"sv)) {
        const std::string_view before = m_previous == "async"sv ? m_beforePrevious : m_previous;
        const bool isStatement =
            before.empty() || before == ";"sv || contains(kStatementWords, before)
            || (before == "{"sv && top() != Opening::Object) || (before == "}"sv && !m_endsValue)
            || (before == ")"sv && !m_endsValue) || (m_lineBefore && m_endsValue);
        if (word == "function"sv) {
            m_isFunctionValue = !isStatement;
            m_awaitsParams = true;
        } else {
            m_isClassValue = !isStatement;
            m_classDepth = m_open.size() + 1;
        }
    }
    m_isProperty = isProperty;
    m_endsValue = !isOpenWord;
}

Opening CodeLexer::parenthesis() const
{
    if (m_awaitsParams)
        return Opening::Params;
    if (m_isProperty)
        return Opening::Group;
    if (contains(kHeadWords, m_previous)
        || (m_previous == "await"sv && m_beforePrevious == "for"sv))
        return Opening::Head;
    const bool inMembers = top() == Opening::Class || top() == Opening::Object;
    if (!inMembers || !isWord(m_previous))
        return Opening::Group;
    if (m_previousStartsLine && top() == Opening::Class)
        return Opening::Params;
    const bool isMember = isWord(m_beforePrevious)
                              ? m_beforePrevious != "new"sv
                              : "{},;*"sv.find(m_beforePrevious) != std::string_view::npos;
    return isMember ? Opening::Params : Opening::Group;
}

CodeLexer::Frame CodeLexer::brace()
{
    if (m_classDepth == m_open.size() + 1) {
        m_classDepth = 0;
        return {.opening = Opening::Class, .isValue = m_isClassValue};
    }
    if (m_closed == Opening::Params)
        return {.opening = Opening::Function, .isValue = m_closedValue};
    if (m_previous == "=>"sv)
        return {.opening = Opening::Function, .isValue = true};
    if (m_previous == ":"sv) {
        const bool isStatement = top() == Opening::Block || top() == Opening::Function;
        return isStatement && !m_isChoice ? Frame{.opening = Opening::Block}
                                          : Frame{.opening = Opening::Object, .isValue = true};
    }
    const bool isBlock = m_previous.empty() || m_previous == ";"sv || m_previous == "}"sv
                         || m_previous == ")"sv || (m_previous == "{"sv && top() != Opening::Object)
                         || contains(kBlockWords, m_previous) || m_endsValue;
    return isBlock ? Frame{.opening = Opening::Block}
                   : Frame{.opening = Opening::Object, .isValue = true};
}

void CodeLexer::open(Lexeme &lexeme, char bracket)
{
    Frame frame;
    if (bracket == '{') {
        frame = brace();
    } else if (bracket == '(') {
        frame.opening = parenthesis();
        const bool isMethod = frame.opening == Opening::Params && !m_awaitsParams;
        frame.isValue = frame.opening == Opening::Group
                        || (frame.opening == Opening::Params && !isMethod && m_isFunctionValue);
        m_awaitsParams = false;
    } else {
        frame.isValue = true;
    }
    m_open.push_back(frame);
    lexeme.opening = frame.opening;
    m_closed = Opening::None;
    m_endsValue = false;
}

// A bracket that closes nothing is passed over; a } closes what was left open inside, too.
void CodeLexer::close(Lexeme &lexeme, char bracket)
{
    lexeme.breakCounts = false;
    const auto isBrace = [](Opening opening) {
        return opening == Opening::Block || opening == Opening::Function
               || opening == Opening::Class || opening == Opening::Object;
    };
    Frame closed{.opening = Opening::Group, .isValue = bracket != '}'};
    if (bracket == '}') {
        while (m_open.size() > 1 && !isBrace(top()) && top() != Opening::Template)
            m_open.pop_back();
        if (m_open.size() > 1 && isBrace(top())) {
            closed = m_open.back();
            m_open.pop_back();
        }
    } else if (m_open.size() > 1 && !isBrace(top()) && top() != Opening::Template) {
        closed = m_open.back();
        m_open.pop_back();
    }
    m_closed = closed.opening;
    m_closedValue = closed.isValue;
    // Parameters are followed by a body, not by an end.
    m_endsValue = closed.isValue && closed.opening != Opening::Params;
}

} // namespace edgewright::diff
