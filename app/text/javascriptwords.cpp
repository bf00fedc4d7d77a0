// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/javascriptwords.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace edgewright::javascript {

using namespace std::string_view_literals;

namespace {

// Each table is sorted, for binary_search.
constexpr std::array kReserved{
    "await"sv,      "break"sv,   "case"sv,   "catch"sv,    "class"sv,  "const"sv,  "continue"sv,
    "debugger"sv,   "default"sv, "delete"sv, "do"sv,       "else"sv,   "enum"sv,   "export"sv,
    "extends"sv,    "finally"sv, "for"sv,    "function"sv, "if"sv,     "import"sv, "in"sv,
    "instanceof"sv, "let"sv,     "new"sv,    "return"sv,   "static"sv, "switch"sv, "throw"sv,
    "try"sv,        "typeof"sv,  "var"sv,    "void"sv,     "while"sv,  "with"sv,   "yield"sv,
};

constexpr std::array kLiterals{
    "Infinity"sv, "NaN"sv, "false"sv, "null"sv, "super"sv, "this"sv, "true"sv, "undefined"sv,
};

constexpr std::array kContextual{
    "accessor"sv, "as"sv, "async"sv, "from"sv, "get"sv, "of"sv, "set"sv, "using"sv,
};

constexpr std::array kEdgeApi{
    "AbortController"sv,
    "AbortSignal"sv,
    "Blob"sv,
    "ByteLengthQueuingStrategy"sv,
    "CompressionStream"sv,
    "CountQueuingStrategy"sv,
    "DecompressionStream"sv,
    "EdgeKV"sv,
    "Event"sv,
    "EventTarget"sv,
    "FetchEvent"sv,
    "FormData"sv,
    "HTMLStream"sv,
    "Headers"sv,
    "ReadableByteStreamController"sv,
    "ReadableStream"sv,
    "ReadableStreamBYOBReader"sv,
    "ReadableStreamBYOBRequest"sv,
    "ReadableStreamDefaultController"sv,
    "ReadableStreamDefaultReader"sv,
    "Request"sv,
    "Response"sv,
    "TextDecoder"sv,
    "TextDecoderStream"sv,
    "TextEncoder"sv,
    "TextEncoderStream"sv,
    "TransformStream"sv,
    "TransformStreamDefaultController"sv,
    "URL"sv,
    "URLPattern"sv,
    "URLSearchParams"sv,
    "WritableStream"sv,
    "WritableStreamDefaultController"sv,
    "WritableStreamDefaultWriter"sv,
    "addEventListener"sv,
    "atob"sv,
    "btoa"sv,
    "cache"sv,
    "clearInterval"sv,
    "clearTimeout"sv,
    "console"sv,
    "crypto"sv,
    "fetch"sv,
    "queueMicrotask"sv,
    "setInterval"sv,
    "setTimeout"sv,
    "structuredClone"sv,
};

static_assert(std::is_sorted(kReserved.begin(), kReserved.end()));
static_assert(std::is_sorted(kLiterals.begin(), kLiterals.end()));
static_assert(std::is_sorted(kContextual.begin(), kContextual.end()));
static_assert(std::is_sorted(kEdgeApi.begin(), kEdgeApi.end()));

template <typename Table>
bool holds(const Table &table, std::string_view word)
{
    return std::binary_search(table.begin(), table.end(), word);
}

constexpr auto npos = std::string_view::npos;

bool areDigits(std::string_view text, std::string_view allowed)
{
    // A separator stands between two digits.
    return !text.empty() && text.front() != '_' && text.back() != '_' && text.find("__"sv) == npos
           && text.find_first_not_of(allowed) == npos;
}

bool isDecimal(std::string_view text)
{
    const std::size_t exponent = text.find_first_of("eE"sv);
    if (exponent != npos) {
        std::string_view power = text.substr(exponent + 1);
        power.remove_prefix(power.starts_with('+') || power.starts_with('-') ? 1 : 0);
        if (!areDigits(power, "0123456789_"sv))
            return false;
        text = text.substr(0, exponent);
    }
    const std::size_t dot = text.find('.');
    const std::string_view whole = text.substr(0, dot);
    const std::string_view fraction = dot == npos ? ""sv : text.substr(dot + 1);
    return (whole.empty() || areDigits(whole, "0123456789_"sv))
           && (fraction.empty() || areDigits(fraction, "0123456789_"sv));
}

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::size_t sequenceLength(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead < 0xE0)
        return 2;
    if (lead >= 0xE0 && lead < 0xF0)
        return 3;
    if (lead >= 0xF0 && lead < 0xF5)
        return 4;
    return 0;
}

} // namespace

WordKind wordKind(std::string_view word)
{
    if (word.size() < 2 || word.size() > 32)
        return WordKind::Plain;
    if (holds(kReserved, word))
        return WordKind::Reserved;
    if (holds(kLiterals, word))
        return WordKind::Literal;
    if (holds(kContextual, word))
        return WordKind::Contextual;
    return holds(kEdgeApi, word) ? WordKind::EdgeApi : WordKind::Plain;
}

bool takesStatementAfterParentheses(std::string_view word)
{
    return word == "if"sv || word == "while"sv || word == "for"sv || word == "with"sv;
}

bool isNumericLiteral(std::string_view text)
{
    const bool big = text.ends_with('n');
    if (big)
        text.remove_suffix(1);
    const char base = text.size() > 1 && text[0] == '0' ? text[1] : '\0';
    if (base == 'x' || base == 'X')
        return areDigits(text.substr(2), "0123456789abcdefABCDEF_"sv);
    if (base == 'o' || base == 'O')
        return areDigits(text.substr(2), "01234567_"sv);
    if (base == 'b' || base == 'B')
        return areDigits(text.substr(2), "01_"sv);
    return isDecimal(text) && (!big || text.find_first_of(".eE"sv) == npos);
}

CodePoint decode(std::string_view utf8, std::size_t at)
{
    if (at >= utf8.size())
        return {};
    const auto lead = static_cast<unsigned char>(utf8[at]);
    const std::size_t length = sequenceLength(lead);
    if (length == 1)
        return {lead, 1};
    if (length == 0 || at + length > utf8.size())
        return {0xFFFD, 1};
    char32_t value = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (!isContinuation(utf8[at + i]))
            return {0xFFFD, 1};
        value = (value << 6U) | (static_cast<unsigned char>(utf8[at + i]) & 0x3FU);
    }
    return {value, length};
}

bool isIdentifierStart(char32_t value)
{
    if (value < 0x80)
        return (value >= U'a' && value <= U'z') || (value >= U'A' && value <= U'Z') || value == U'_'
               || value == U'$';
    return QChar::isLetter(value) || QChar::category(value) == QChar::Number_Letter;
}

bool isIdentifierPart(char32_t value)
{
    if (value < 0x80)
        return isIdentifierStart(value) || (value >= U'0' && value <= U'9');
    return isIdentifierStart(value) || value == 0x200C || value == 0x200D || QChar::isMark(value)
           || QChar::isDigit(value) || QChar::category(value) == QChar::Punctuation_Connector;
}

bool isWideSpace(char32_t value)
{
    return value == 0x00A0 || value == 0xFEFF || value == 0x2028 || value == 0x2029
           || (value >= 0x80 && QChar::category(value) == QChar::Separator_Space);
}

} // namespace edgewright::javascript
