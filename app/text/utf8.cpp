// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/utf8.h"

#include <cstdint>
#include <cstring>

namespace edgewright {

namespace {

struct Sequence {
    std::size_t length = 0;   ///< 0: no character starts with this byte.
    unsigned char low = 0x80; ///< Range of the second byte.
    unsigned char high = 0xBF;
};

Sequence sequenceOf(unsigned char lead)
{
    if (lead < 0x80)
        return {.length = 1};
    if (lead < 0xC2 || lead > 0xF4)
        return {};
    if (lead < 0xE0)
        return {.length = 2};
    if (lead < 0xF0) {
        const unsigned char low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned char high = lead == 0xED ? 0x9F : 0xBF;
        return {.length = 3, .low = low, .high = high};
    }
    const unsigned char low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xF4 ? 0x8F : 0xBF;
    return {.length = 4, .low = low, .high = high};
}

std::size_t skipAscii(std::string_view bytes, std::size_t at)
{
    constexpr std::uint64_t kHighBits = 0x8080808080808080U;
    while (at + sizeof(std::uint64_t) <= bytes.size()) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof(word));
        if ((word & kHighBits) != 0)
            break;
        at += sizeof(word);
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80)
        ++at;
    return at;
}

/// How many bytes of the sequence at the front are right.
std::size_t rightBytes(std::string_view bytes, const Sequence &sequence)
{
    std::size_t right = 1;
    while (right < sequence.length && right < bytes.size()) {
        const auto byte = static_cast<unsigned char>(bytes[right]);
        const unsigned char low = right == 1 ? sequence.low : 0x80;
        const unsigned char high = right == 1 ? sequence.high : 0xBF;
        if (byte < low || byte > high)
            break;
        ++right;
    }
    return right;
}

} // namespace

Utf8Check checkUtf8(std::string_view bytes)
{
    std::size_t at = skipAscii(bytes, 0);
    while (at < bytes.size()) {
        const std::string_view rest = bytes.substr(at);
        const Sequence sequence = sequenceOf(static_cast<unsigned char>(rest[0]));
        const std::size_t right = sequence.length == 0 ? 0 : rightBytes(rest, sequence);
        if (right == 0 || right < sequence.length)
            return {.validUpTo = at, .complete = false, .cut = right == rest.size()};
        at = skipAscii(bytes, at + right);
    }
    return {.validUpTo = at};
}

} // namespace edgewright
