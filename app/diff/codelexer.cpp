// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/codelexer.h"

#include <algorithm>
#include <array>

namespace edgewright::diff {

using namespace std::string_view_literals;

namespace {

constexpr auto npos = std::string_view::npos;

// Longest first, so that the first one that fits is right.
constexpr std::array kOperators{
    ">>>="sv, "..."sv,  "==="sv, "!=="sv, "**="sv, "<<="sv, ">>="sv, ">>>"sv, "&&="sv,
    "||="sv,  "?\?="sv, "=>"sv,  "=="sv,  "!="sv,  "<="sv,  ">="sv,  "&&"sv,  "||"sv,
    "?\?"sv,  "?."sv,   "++"sv,  "--"sv,  "+="sv,  "-="sv,  "*="sv,  "/="sv,  "%="sv,
    "&="sv,   "|="sv,   "^="sv,  "<<"sv,  ">>"sv,  "**"sv,
};

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isWordPart(char c)
{
    return isLetter(c) || isDigit(c) || c == '_' || c == '$' || c == '\\'
           || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t operatorSize(std::string_view rest)
{
    if (rest.size() < 2 || "+-*/%=<>!&|^?."sv.find(rest[1]) == npos)
        return 1;
    const auto *const found = std::find_if(kOperators.begin(), kOperators.end(),
                                           [rest](auto op) { return rest.starts_with(op); });
    if (found == kOperators.end())
        return 1;
    // "a?.5:b" is a choice between numbers.
    return *found == "?."sv && rest.size() > 2 && isDigit(rest[2]) ? 1 : found->size();
}

} // namespace

CodeLexer::CodeLexer(std::string_view text)
    : m_text(text)
    , m_open{{.opening = Opening::Block}}
{
}

bool CodeLexer::next(Lexeme &lexeme)
{
    skipBlanks();
    if (m_at >= m_text.size())
        return false;
    lexeme = {.begin = static_cast<std::uint32_t>(m_at)};
    const bool isComment = m_text[m_at] == '/' && (at(m_at + 1) == '/' || at(m_at + 1) == '*');
    if (isComment || (m_at == 0 && m_text.starts_with("#!"sv))) {
        readComment(lexeme);
        return true;
    }
    lexeme.lineBefore = m_lineBefore;
    read(lexeme);
    lexeme.breakCounts = lexeme.breakCounts && m_lineBefore;
    m_previousStartsLine = m_lineBefore;
    m_lineBefore = false;
    m_beforePrevious = m_previous;
    m_previous = lexeme.in(m_text);
    return true;
}

void CodeLexer::skipBlanks()
{
    for (; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        if (isLineEnd(c))
            m_lineBefore = true;
        else if (c != ' ' && c != '\t' && c != '\f' && c != '\v')
            break;
    }
}

void CodeLexer::readComment(Lexeme &lexeme)
{
    std::size_t end = 0;
    if (at(m_at + 1) == '*') {
        end = m_text.find("*/"sv, m_at + 2);
        end = end == npos ? m_text.size() : end + 2;
        lexeme.kind = LexemeKind::BlockComment;
        m_lineBefore =
            m_lineBefore || m_text.substr(m_at, end - m_at).find_first_of("\r\n"sv) != npos;
    } else {
        end = std::min(m_text.find_first_of("\r\n"sv, m_at), m_text.size());
        lexeme.kind = LexemeKind::LineComment;
    }
    m_at = end;
    lexeme.end = static_cast<std::uint32_t>(end);
}

void CodeLexer::read(Lexeme &lexeme)
{
    const char c = m_text[m_at];
    const Opening closed = m_closed;
    m_closed = Opening::None;
    if (isDigit(c) || (c == '.' && isDigit(at(m_at + 1)))) {
        readNumber(lexeme);
    } else if (isWordPart(c) || (c == '#' && isWordPart(at(m_at + 1)))) {
        readWord(lexeme);
    } else if (c == '"' || c == '\'') {
        readString(lexeme, c);
    } else if (c == '`') {
        readTemplate(lexeme);
    } else if (c == '/' && !m_endsValue && m_at >= m_noRegexBefore && readRegex(lexeme)) {
        lexeme.kind = LexemeKind::Regex;
    } else {
        m_closed = closed;
        readSign(lexeme);
        return;
    }
    lexeme.end = static_cast<std::uint32_t>(m_at);
}

void CodeLexer::readWord(Lexeme &lexeme)
{
    lexeme.kind = LexemeKind::Word;
    lexeme.breakCounts = countsBreak(lexeme);
    const std::size_t begin = m_at++;
    while (isWordPart(at(m_at)))
        ++m_at;
    const std::string_view word = m_text.substr(begin, m_at - begin);
    // A break in front of these never ends the statement.
    if (word == "in"sv || word == "instanceof"sv)
        lexeme.breakCounts = false;
    noteWord(word);
}

void CodeLexer::readNumber(Lexeme &lexeme)
{
    lexeme.kind = LexemeKind::Number;
    lexeme.breakCounts = countsBreak(lexeme);
    const bool hasExponent = at(m_at) != '0' || (at(m_at + 1) | 0x20) != 'x';
    for (; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        const bool isSign = (c == '+' || c == '-') && hasExponent
                            && (m_text[m_at - 1] | 0x20) == 'e' && m_at > lexeme.begin;
        if (!isWordPart(c) && c != '.' && !isSign)
            break;
    }
    m_endsValue = true;
    m_isProperty = false;
}

void CodeLexer::readString(Lexeme &lexeme, char quote)
{
    lexeme.kind = LexemeKind::String;
    lexeme.breakCounts = countsBreak(lexeme);
    m_endsValue = true;
    m_isProperty = false;
    for (++m_at; m_at < m_text.size() && !isLineEnd(m_text[m_at]); ++m_at) {
        const char c = m_text[m_at];
        if (c == quote) {
            ++m_at;
            return;
        }
        if (c != '\\')
            continue;
        ++m_at;
        if (at(m_at) == '\r' && at(m_at + 1) == '\n')
            ++m_at;
    }
    m_at = std::min(m_at, m_text.size());
}

// Begins at a back-quote or at the } behind a substitution.
void CodeLexer::readTemplate(Lexeme &lexeme)
{
    lexeme.kind = LexemeKind::Template;
    lexeme.breakCounts = m_text[m_at] == '`' && isCutOff();
    m_endsValue = true;
    m_isProperty = false;
    for (++m_at; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        if (c == '`') {
            ++m_at;
            return;
        }
        if (c == '$' && at(m_at + 1) == '{') {
            m_at += 2;
            m_open.push_back({.opening = Opening::Template, .isValue = true});
            lexeme.opening = Opening::Template;
            m_endsValue = false;
            return;
        }
        if (c == '\\')
            ++m_at;
    }
    m_at = std::min(m_at, m_text.size());
}

bool CodeLexer::readRegex(Lexeme &lexeme)
{
    bool inClass = false;
    std::size_t end = m_at + 1;
    for (; end < m_text.size() && !isLineEnd(m_text[end]); ++end) {
        const char c = m_text[end];
        if (c == '\\' && !isLineEnd(at(end + 1)))
            ++end;
        else if (c == '[')
            inClass = true;
        else if (c == ']')
            inClass = false;
        else if (c == '/' && !inClass)
            break;
    }
    if (at(end) != '/') {
        m_noRegexBefore = end;
        return false;
    }
    lexeme.breakCounts = countsBreak(lexeme);
    for (++end; isWordPart(at(end));)
        ++end;
    m_at = end;
    m_endsValue = true;
    m_isProperty = false;
    return true;
}

void CodeLexer::readSign(Lexeme &lexeme)
{
    const char c = m_text[m_at];
    if (c == '}' && top() == Opening::Template) {
        m_open.pop_back();
        m_closed = Opening::None;
        readTemplate(lexeme);
        lexeme.end = static_cast<std::uint32_t>(m_at);
        return;
    }
    const std::string_view sign = m_text.substr(m_at, operatorSize(m_text.substr(m_at)));
    m_at += sign.size();
    lexeme.end = static_cast<std::uint32_t>(m_at);
    const bool counts = sign == "++"sv || sign == "--"sv;
    const bool startsStatement = counts || c == '{' || sign == "!"sv || sign == "~"sv || c == '@';
    lexeme.breakCounts =
        sign == "=>"sv || (c != ';' && isCutOff()) || (startsStatement && countsBreak(lexeme));
    m_isProperty = false;
    if (c == '(' || c == '[' || c == '{') {
        open(lexeme, c);
        return;
    }
    if (c == ')' || c == ']' || c == '}') {
        close(lexeme, c);
        return;
    }
    m_closed = Opening::None;
    std::uint32_t &choices = m_open.back().choices;
    m_isChoice = sign == ":"sv && choices > 0;
    if (m_isChoice)
        --choices;
    if (sign == "?"sv)
        ++choices;
    // After an expression on the same line these belong to it, else to what follows.
    m_endsValue = counts && m_endsValue && !m_lineBefore;
}

} // namespace edgewright::diff
