// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/javascriptscanner.h"
#include "text/javascriptwords.h"

namespace edgewright::javascript {

using namespace std::string_view_literals;

namespace {

constexpr std::size_t kArrowLookahead = 160;
constexpr auto npos = std::string_view::npos;

bool isQuote(char c)
{
    return c == '"' || c == '\'' || c == '`';
}

bool isAsciiPart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
           || c == '$';
}

} // namespace

std::size_t Scanner::skipBlanks(std::size_t at) const
{
    while (charAt(at) == ' ' || charAt(at) == '\t')
        ++at;
    return at;
}

bool Scanner::startsWord(std::size_t at) const
{
    const char c = charAt(at);
    if (static_cast<unsigned char>(c) < 0x80)
        return isIdentifierStart(static_cast<unsigned char>(c))
               || (c == '\\' && charAt(at + 1) == 'u');
    return isIdentifierStart(decode(m_text, at).value);
}

std::size_t Scanner::wordEnd(std::size_t at) const
{
    while (at < m_text.size()) {
        const char c = m_text[at];
        if (isAsciiPart(c)) {
            ++at;
        } else if (c == '\\' && charAt(at + 1) == 'u') {
            const std::size_t close =
                charAt(at + 2) == '{' ? m_text.substr(at, 12).find('}') : npos;
            at = close == npos ? at + 2 : at + close + 1;
        } else {
            const CodePoint point = decode(m_text, at);
            if (point.value < 0x80 || !isIdentifierPart(point.value))
                break;
            at += point.length;
        }
    }
    return at;
}

void Scanner::word()
{
    const std::size_t end = wordEnd(m_at);
    const TokenKind kind = kindOfWord(m_text.substr(m_at, end - m_at), end);
    emitCode(kind, end, kind == TokenKind::Keyword);
}

TokenKind Scanner::kindOfWord(std::string_view word, std::size_t end) const
{
    if (m_previous.text == "."sv || m_previous.text == "?."sv) {
        const bool called = isFunction(end);
        return called ? TokenKind::FunctionName : TokenKind::Property;
    }
    const WordKind kind = wordKind(word);
    if (kind == WordKind::Literal)
        return TokenKind::Literal;
    if (word != "default"sv && isKey(end)) {
        const std::size_t colon = skipBlanks(end);
        return startsFunctionValue(colon + 1) ? TokenKind::FunctionName : TokenKind::Property;
    }
    if (kind == WordKind::Reserved)
        return TokenKind::Keyword;
    if (kind == WordKind::Contextual && isKeywordHere(word, end))
        return TokenKind::Keyword;
    return kindOfName(kind == WordKind::EdgeApi, end);
}

TokenKind Scanner::kindOfName(bool isEdgeApi, std::size_t end) const
{
    const std::string_view before = m_previous.text;
    const bool afterKeyword = m_previous.kind == TokenKind::Keyword;
    const bool named = afterKeyword && (before == "function"sv || before == "class"sv);
    const bool declared =
        named
        || (afterKeyword
            && (before == "const"sv || before == "let"sv || before == "var"sv || before == "async"sv
                || before == "get"sv || before == "set"sv || before == "static"sv));
    if (isEdgeApi && !declared)
        return TokenKind::EdgeApi;
    return named || isFunction(end) ? TokenKind::FunctionName : TokenKind::Identifier;
}

bool Scanner::previousIsValue() const
{
    switch (m_previous.kind) {
    case TokenKind::Identifier:
    case TokenKind::FunctionName:
    case TokenKind::Property:
    case TokenKind::PrivateName:
    case TokenKind::EdgeApi:
    case TokenKind::String:
        return true;
    default:
        return m_previous.text == ")"sv || m_previous.text == "]"sv || m_previous.text == "}"sv;
    }
}

bool Scanner::previousOpensMember() const
{
    return m_previous.text.empty() || m_previous.text == "{"sv || m_previous.text == ","sv
           || m_previous.text == ";"sv || m_previous.text == "}"sv || m_previous.text == "static"sv;
}

bool Scanner::isAsyncKeyword(std::size_t end) const
{
    const std::size_t next = skipBlanks(end);
    if (startsWord(next) || charAt(next) == '#')
        return true;
    if (charAt(next) == '*' || (charAt(next) == '[' && next > end))
        return previousOpensMember();
    // "x = async (…) =>" against the call "async(…)" at the start of a statement.
    const bool opens = m_previous.kind == TokenKind::Operator
                       || m_previous.kind == TokenKind::Keyword || m_previous.text == "("sv
                       || m_previous.text == "["sv;
    return charAt(next) == '(' && opens;
}

bool Scanner::isKeywordHere(std::string_view word, std::size_t end) const
{
    const std::size_t next = skipBlanks(end);
    const char c = charAt(next);
    if (word == "async"sv)
        return isAsyncKeyword(end);
    if (word == "of"sv)
        return previousIsValue() && c != '\0' && ".,;=)"sv.find(c) == npos;
    if (word == "from"sv)
        return (previousIsValue() || m_previous.text == "*"sv) && (c == '"' || c == '\'');
    if (word == "as"sv)
        return (previousIsValue() || m_previous.text == "*"sv || m_previous.text == "default"sv)
               && (startsWord(next) || isQuote(c));
    // get, set, accessor, using: before the name of a member or of a variable.
    if (!previousOpensMember() && m_previous.text != "await"sv)
        return false;
    if (c == '#' || c == '"' || c == '\'' || (c == '[' && next > end))
        return true;
    const std::string_view follower = m_text.substr(next, wordEnd(next) - next);
    return startsWord(next) && follower != "in"sv && follower != "instanceof"sv
           && follower != "of"sv;
}

bool Scanner::isKey(std::size_t end) const
{
    const bool opens =
        m_previous.text.empty() || m_previous.text == "{"sv || m_previous.text == ","sv;
    return opens && charAt(skipBlanks(end)) == ':';
}

bool Scanner::isFunction(std::size_t end) const
{
    const std::size_t next = skipBlanks(end);
    const char c = charAt(next);
    if (c == '(')
        return true;
    if (c == '?')
        return m_text.substr(next, 3) == "?.("sv;
    return c == '=' && charAt(next + 1) != '=' && startsFunctionValue(next + 1);
}

bool Scanner::startsFunctionValue(std::size_t at) const
{
    at = skipBlanks(at);
    std::size_t end = wordEnd(at);
    if (m_text.substr(at, end - at) == "async"sv) {
        at = skipBlanks(end);
        end = wordEnd(at);
    }
    const std::string_view word = m_text.substr(at, end - at);
    if (word == "function"sv)
        return true;
    if (!word.empty())
        return m_text.substr(skipBlanks(end), 2) == "=>"sv;
    int depth = 0;
    const std::size_t limit = std::min(m_text.size(), at + kArrowLookahead);
    for (; at < limit && m_text[at] != '\n' && m_text[at] != '\r'; ++at) {
        depth += m_text[at] == '(' ? 1 : 0;
        depth -= m_text[at] == ')' ? 1 : 0;
        if (depth == 0)
            break;
    }
    return charAt(at) == ')' && m_text.substr(skipBlanks(at + 1), 2) == "=>"sv;
}

} // namespace edgewright::javascript
