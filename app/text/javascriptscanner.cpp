// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/javascriptscanner.h"

#include "text/javascriptwords.h"

#include <algorithm>
#include <array>
#include <limits>

namespace edgewright::javascript {

using namespace std::string_view_literals;

namespace {

// Deeper nesting is only found in attacks; the text then stays part of its template.
constexpr std::size_t kDeepestTemplate = 200;
constexpr auto npos = std::string_view::npos;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\f' || c == '\v' || isLineEnd(c);
}

bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isNumberPart(char c)
{
    return isDigit(c) || isAsciiLetter(c) || c == '_';
}

bool isWide(char c)
{
    return static_cast<unsigned char>(c) >= 0x80;
}

// Longest first, so that the first one that fits is right.
constexpr std::array kOperators{
    ">>>="sv, "..."sv,  "==="sv, "!=="sv, "**="sv, "<<="sv, ">>="sv, ">>>"sv, "&&="sv,
    "||="sv,  "?\?="sv, "=>"sv,  "=="sv,  "!="sv,  "<="sv,  ">="sv,  "&&"sv,  "||"sv,
    "?\?"sv,  "?."sv,   "++"sv,  "--"sv,  "+="sv,  "-="sv,  "*="sv,  "/="sv,  "%="sv,
    "&="sv,   "|="sv,   "^="sv,  "<<"sv,  ">>"sv,  "**"sv,
};

std::size_t operatorLength(std::string_view rest)
{
    if (rest.size() < 2 || "+-*/%=<>!&|^?."sv.find(rest[1]) == npos)
        return 1;
    const auto *const found = std::find_if(kOperators.begin(), kOperators.end(),
                                           [rest](auto op) { return rest.starts_with(op); });
    if (found == kOperators.end())
        return 1;
    // "a?.5:b" is a choice between numbers.
    const bool choice = *found == "?."sv && rest.size() > 2 && isDigit(rest[2]);
    return choice ? 1 : found->size();
}

} // namespace

Scanner::Scanner(std::string_view text, LineState &state)
    : m_text(text)
    , m_state(state)
{
    m_tokens.reserve(text.size() / 4 + 4);
}

std::vector<Token> Scanner::run()
{
    while (m_at < m_text.size())
        step();
    return std::move(m_tokens);
}

void Scanner::emitTo(TokenKind kind, std::size_t end)
{
    m_tokens.push_back({.kind = kind,
                        .begin = static_cast<std::uint32_t>(m_at),
                        .end = static_cast<std::uint32_t>(end)});
    m_at = end;
}

void Scanner::emitCode(TokenKind kind, std::size_t end, bool regexAfter)
{
    m_previous = {.kind = kind, .text = m_text.substr(m_at, end - m_at)};
    m_state.regexAllowed = regexAfter;
    emitTo(kind, end);
}

void Scanner::forgetLine(std::size_t lineBegin)
{
    m_previous = {};
    m_parentheses.clear();
    m_regexFailed = false;
    m_lineBegin = lineBegin;
}

void Scanner::step()
{
    if (m_state.inBlockComment)
        blockComment(m_at);
    else if (m_state.inTemplate)
        templateText(m_at);
    else if (m_state.stringQuote != '\0')
        stringText(m_state.stringQuote, m_at);
    else
        code(peek());
}

void Scanner::code(char c)
{
    if (isSpace(c))
        spaces();
    else if (isAsciiLetter(c) || c == '_' || c == '$')
        word();
    else if (isDigit(c) || (c == '.' && isDigit(peek(1))))
        number();
    else if (c == '"' || c == '\'')
        stringText(c, m_at + 1);
    else if (c == '`')
        templateText(m_at + 1);
    else if (c == '/')
        slash();
    else if (c == '#')
        privateName();
    else if (isWide(c) || c == '\\')
        wideCharacter();
    else
        punctuation(c);
}

void Scanner::spaces()
{
    std::size_t end = m_at;
    while (end < m_text.size() && isSpace(m_text[end])) {
        if (isLineEnd(m_text[end]))
            forgetLine(end + 1);
        ++end;
    }
    emitTo(TokenKind::Space, end);
}

void Scanner::lineComment()
{
    std::size_t end = m_at;
    while (end < m_text.size() && !isLineEnd(m_text[end])) {
        // U+2028 and U+2029 end a comment although no editor shows a new line there.
        const std::string_view next = m_text.substr(end, 3);
        if (next == "\xE2\x80\xA8"sv || next == "\xE2\x80\xA9"sv)
            break;
        ++end;
    }
    emitTo(TokenKind::LineComment, end);
}

void Scanner::blockComment(std::size_t from)
{
    const std::size_t close = m_text.find("*/"sv, from);
    m_state.inBlockComment = close == npos;
    const std::size_t end = close == npos ? m_text.size() : close + 2;
    const bool severalLines = m_text.substr(m_at, end - m_at).find_first_of("\r\n"sv) != npos;
    emitTo(TokenKind::BlockComment, end);
    if (severalLines)
        forgetLine(npos);
}

void Scanner::templateText(std::size_t from)
{
    m_state.inTemplate = true;
    std::size_t end = from;
    bool severalLines = false;
    while (end < m_text.size() && m_state.inTemplate) {
        const char c = m_text[end];
        severalLines = severalLines || isLineEnd(c);
        if (c == '\\' && end + 1 < m_text.size() && !isLineEnd(m_text[end + 1])) {
            end += 2;
            continue;
        }
        const bool substitution =
            c == '$' && charAt(end + 1) == '{' && m_state.templateBraces.size() < kDeepestTemplate;
        if (substitution)
            m_state.templateBraces.push_back(0);
        m_state.inTemplate = c != '`' && !substitution;
        end += substitution ? 2 : 1;
    }
    if (severalLines)
        forgetLine(npos);
    emitCode(TokenKind::Template, end, m_text[end - 1] == '{');
}

void Scanner::stringText(char quote, std::size_t from)
{
    for (std::size_t end = from; end < m_text.size(); ++end) {
        const char c = m_text[end];
        if (c == quote) {
            m_state.stringQuote = '\0';
            emitCode(TokenKind::String, end + 1, false);
            return;
        }
        if (isLineEnd(c)) {
            m_state.stringQuote = '\0';
            emitCode(TokenKind::Invalid, end, false);
            return;
        }
        if (c == '\\' && isLineEnd(charAt(end + 1))) {
            const bool pair = charAt(end + 1) == '\r' && charAt(end + 2) == '\n';
            m_state.stringQuote = quote;
            emitCode(TokenKind::String, end + (pair ? 3 : 2), false);
            forgetLine(m_at);
            return;
        }
        end += c == '\\' ? 1 : 0;
    }
    m_state.stringQuote = '\0';
    emitCode(TokenKind::Invalid, m_text.size(), false);
}

void Scanner::slash()
{
    if (peek(1) == '/') {
        lineComment();
        return;
    }
    if (peek(1) == '*') {
        blockComment(m_at + 2);
        return;
    }
    if (m_state.regexAllowed && !m_regexFailed) {
        const std::size_t end = regexEnd();
        m_regexFailed = end == npos;
        if (end != npos) {
            emitCode(TokenKind::RegularExpression, end, false);
            return;
        }
    }
    punctuation('/');
}

std::size_t Scanner::regexEnd() const
{
    bool inClass = false;
    std::size_t at = m_at + 1;
    for (; at < m_text.size() && !isLineEnd(m_text[at]); ++at) {
        const char c = m_text[at];
        if (c == '\\' && !isLineEnd(charAt(at + 1)))
            ++at;
        else if (c == '[')
            inClass = true;
        else if (c == ']')
            inClass = false;
        else if (c == '/' && !inClass)
            break;
    }
    if (charAt(at) != '/')
        return npos;
    ++at;
    while (isAsciiLetter(charAt(at)))
        ++at;
    return at;
}

std::size_t Scanner::numberEnd() const
{
    const bool prefixed = peek() == '0' && "xXoObB"sv.find(peek(1)) != npos && peek(1) != '\0';
    std::size_t end = m_at;
    bool dot = prefixed;
    while (end < m_text.size()) {
        const char c = m_text[end];
        const char before = end > m_at ? m_text[end - 1] : '\0';
        const bool signOfExponent =
            !prefixed && (c == '+' || c == '-') && (before == 'e' || before == 'E');
        const bool firstDot = c == '.' && !dot && isNumberPart(before == '\0' ? '0' : before);
        if (!isNumberPart(c) && !signOfExponent && !firstDot)
            break;
        dot = dot || c == '.';
        ++end;
    }
    return end;
}

void Scanner::number()
{
    const std::size_t end = numberEnd();
    const std::size_t whole = startsWord(end) ? wordEnd(end) : end;
    const bool valid = whole == end && isNumericLiteral(m_text.substr(m_at, end - m_at));
    emitCode(valid ? TokenKind::Number : TokenKind::Invalid, whole, false);
}

void Scanner::wideCharacter()
{
    if (startsWord(m_at)) {
        word();
        return;
    }
    const CodePoint point = decode(m_text, m_at);
    if (isWideSpace(point.value))
        emitTo(TokenKind::Space, m_at + point.length);
    else
        emitTo(TokenKind::Invalid, m_at + std::max<std::size_t>(point.length, 1));
}

void Scanner::privateName()
{
    if (peek(1) == '!' && m_at == m_lineBegin)
        lineComment();
    else if (startsWord(m_at + 1))
        emitCode(TokenKind::PrivateName, wordEnd(m_at + 1), false);
    else
        emitCode(TokenKind::Invalid, m_at + 1, true);
}

void Scanner::punctuation(char c)
{
    if ("([{"sv.find(c) != npos) {
        openingBracket(c);
        return;
    }
    if (")]}"sv.find(c) != npos) {
        closingBracket(c);
        return;
    }
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
        emitTo(TokenKind::Invalid, m_at + 1);
        return;
    }
    const std::string_view op = m_text.substr(m_at, operatorLength(m_text.substr(m_at)));
    const bool countsUp = op == "++"sv || op == "--"sv;
    const bool member = op == "."sv || op == "?."sv;
    emitCode(TokenKind::Operator, m_at + op.size(), countsUp ? m_state.regexAllowed : !member);
}

void Scanner::openingBracket(char c)
{
    if (c == '(')
        m_parentheses.push_back(m_previous.kind == TokenKind::Keyword
                                && takesStatementAfterParentheses(m_previous.text));
    std::vector<std::uint16_t> &braces = m_state.templateBraces;
    if (c == '{' && !braces.empty() && braces.back() < std::numeric_limits<std::uint16_t>::max())
        ++braces.back();
    emitCode(TokenKind::Bracket, m_at + 1, true);
}

void Scanner::closingBracket(char c)
{
    std::vector<std::uint16_t> &braces = m_state.templateBraces;
    if (c == '}' && !braces.empty() && braces.back() == 0) {
        braces.pop_back();
        templateText(m_at + 1);
        return;
    }
    if (c == '}' && !braces.empty())
        --braces.back();
    bool regexAfter = c == '}'; // Far more often the end of a block than of an object.
    if (c == ')' && !m_parentheses.empty()) {
        regexAfter = m_parentheses.back();
        m_parentheses.pop_back();
    }
    emitCode(TokenKind::Bracket, m_at + 1, regexAfter);
}

} // namespace edgewright::javascript
