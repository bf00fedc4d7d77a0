// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/tokens.h"

#include <array>

namespace edgewright::diff {

namespace {

enum class Class : std::uint8_t { Other, Space, Word, Operator, Wide };

constexpr std::array<Class, 256> makeClasses()
{
    std::array<Class, 256> classes{};
    for (std::size_t c = 0; c < 256; ++c) {
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (isLetter || (c >= '0' && c <= '9') || c == '_' || c == '$')
            classes[c] = Class::Word;
        else if (c == ' ' || (c >= '\t' && c <= '\r'))
            classes[c] = Class::Space;
        else if (c >= 0x80)
            classes[c] = Class::Wide;
    }
    for (const char c : {'=', '!', '<', '>', '&', '|', '+', '-', '*', '?'})
        classes[static_cast<unsigned char>(c)] = Class::Operator;
    return classes;
}

constexpr std::array<Class, 256> kClasses = makeClasses();
constexpr std::uint32_t kLongestOperator = 3;

Class classOf(char c)
{
    return kClasses[static_cast<unsigned char>(c)];
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
}

} // namespace

bool standsAlone(char c)
{
    return classOf(c) == Class::Other;
}

std::uint32_t characterSize(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    std::uint32_t size = 1;
    if (lead >= 0xf0 && lead <= 0xf4)
        size = 4;
    else if (lead >= 0xe0 && lead < 0xf0)
        size = 3;
    else if (lead >= 0xc2 && lead < 0xe0)
        size = 2;
    if (at + size > text.size())
        return 1;
    // The second byte tells overlong forms, surrogates and what lies beyond Unicode.
    const auto second = size > 1 ? static_cast<unsigned char>(text[at + 1]) : 0U;
    if ((lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f)
        || (lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second > 0x8f))
        return 1;
    for (std::uint32_t i = 1; i < size; ++i) {
        if (!isContinuation(text[at + i]))
            return 1;
    }
    return size;
}

void tokenize(std::string_view text, std::uint32_t begin, std::uint32_t end,
              std::vector<Token> &tokens)
{
    const std::string_view cut = text.substr(0, end);
    for (std::uint32_t at = begin; at < end;) {
        const Class kind = classOf(cut[at]);
        std::uint32_t next = at + 1;
        TokenKind tokenKind = TokenKind::Sign;
        if (kind == Class::Word || kind == Class::Space) {
            tokenKind = kind == Class::Word ? TokenKind::Word : TokenKind::Space;
            while (next < end && classOf(cut[next]) == kind)
                ++next;
        } else if (kind == Class::Operator) {
            while (next < end && next - at < kLongestOperator
                   && classOf(cut[next]) == Class::Operator)
                ++next;
        } else if (kind == Class::Wide) {
            tokenKind = TokenKind::Word;
            next = at + characterSize(cut, at);
        }
        tokens.push_back({at, next, tokenKind});
        at = next;
    }
}

} // namespace edgewright::diff
