// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace edgewright::diff {

namespace hashing {

template <typename Word>
[[nodiscard]] inline std::uint64_t load(const char *bytes)
{
    Word word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

[[nodiscard]] inline std::uint64_t mix(std::uint64_t left, std::uint64_t right)
{
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(left) * right;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

} // namespace hashing

/// A 64-bit hash for tables of this process; not for storage and not against an adversary.
[[nodiscard]] inline std::uint64_t hashBytes(std::string_view bytes)
{
    using hashing::load;
    using hashing::mix;
    constexpr std::uint64_t kFirst = 0x9e3779b97f4a7c15U;
    constexpr std::uint64_t kSecond = 0xd6e8feb86659fd93U;
    const char *at = bytes.data();
    std::size_t rest = bytes.size();
    std::uint64_t hash = rest * kSecond;
    while (rest > 16) {
        hash = mix(load<std::uint64_t>(at) ^ kFirst ^ hash, load<std::uint64_t>(at + 8) ^ kSecond);
        at += 16;
        rest -= 16;
    }
    if (rest >= 8)
        return mix(load<std::uint64_t>(at) ^ kFirst ^ hash,
                   load<std::uint64_t>(at + rest - 8) ^ kSecond);
    if (rest >= 4)
        return mix(load<std::uint32_t>(at) ^ kFirst ^ hash,
                   load<std::uint32_t>(at + rest - 4) ^ kSecond);
    std::uint64_t tail = 0;
    for (std::size_t i = 0; i < rest; ++i)
        tail = (tail << 8U) | static_cast<unsigned char>(at[i]);
    return mix(tail ^ kFirst ^ hash, kSecond);
}

} // namespace edgewright::diff
