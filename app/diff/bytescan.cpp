// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/bytescan.h"

#include "diff/linediff.h"

#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace edgewright::diff {

namespace {

constexpr std::size_t kBlock = 64;

std::uint64_t load64(const char *bytes)
{
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

#ifdef __SSE2__

__m128i loadVector(const char *bytes)
{
    return _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes));
}

std::uint64_t equalMask(__m128i left, __m128i right)
{
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(left, right)));
}

bool sameBlock(const char *left, const char *right)
{
    const __m128i first = _mm_cmpeq_epi8(loadVector(left), loadVector(right));
    const __m128i second = _mm_cmpeq_epi8(loadVector(left + 16), loadVector(right + 16));
    const __m128i third = _mm_cmpeq_epi8(loadVector(left + 32), loadVector(right + 32));
    const __m128i fourth = _mm_cmpeq_epi8(loadVector(left + 48), loadVector(right + 48));
    const __m128i all = _mm_and_si128(_mm_and_si128(first, second), _mm_and_si128(third, fourth));
    return _mm_movemask_epi8(all) == 0xffff;
}

/// Bit n is set when byte n of the block is a newline.
std::uint64_t newlineMask(const char *block)
{
    const __m128i newline = _mm_set1_epi8('\n');
    return equalMask(loadVector(block), newline)
           | (equalMask(loadVector(block + 16), newline) << 16U)
           | (equalMask(loadVector(block + 32), newline) << 32U)
           | (equalMask(loadVector(block + 48), newline) << 48U);
}

#else

bool sameBlock(const char *left, const char *right)
{
    return std::memcmp(left, right, kBlock) == 0;
}

std::uint64_t newlineMask(const char *block)
{
    std::uint64_t mask = 0;
    for (std::size_t i = 0; i < kBlock; ++i)
        mask |= static_cast<std::uint64_t>(block[i] == '\n') << i;
    return mask;
}

#endif

} // namespace

std::size_t equalPrefix(const char *left, const char *right, std::size_t size)
{
    std::size_t at = 0;
    if (size >= 8 && load64(left) != load64(right))
        size = 8;
    while (at + kBlock <= size && sameBlock(left + at, right + at))
        at += kBlock;
    while (at + 8 <= size && load64(left + at) == load64(right + at))
        at += 8;
    while (at < size && left[at] == right[at])
        ++at;
    return at;
}

std::size_t equalSuffix(const char *leftEnd, const char *rightEnd, std::size_t size)
{
    std::size_t done = 0;
    while (done + kBlock <= size && sameBlock(leftEnd - done - kBlock, rightEnd - done - kBlock))
        done += kBlock;
    while (done < size && *(leftEnd - done - 1) == *(rightEnd - done - 1))
        ++done;
    return done;
}

std::vector<std::uint32_t> lineStarts(std::string_view text)
{
    std::vector<std::uint32_t> starts(text.size() / 32 + kBlock + 2);
    std::size_t count = 1;
    std::size_t at = 0;
    for (; at + kBlock <= text.size(); at += kBlock) {
        if (count + kBlock + 2 > starts.size())
            starts.resize(starts.size() + starts.size() / 2 + kBlock);
        std::uint32_t *out = starts.data() + count;
        for (std::uint64_t mask = newlineMask(text.data() + at); mask != 0; mask &= mask - 1)
            *out++ = static_cast<std::uint32_t>(at) + 1
                     + static_cast<std::uint32_t>(std::countr_zero(mask));
        count = static_cast<std::size_t>(out - starts.data());
    }
    starts.resize(count);
    for (; at < text.size(); ++at) {
        if (text[at] == '\n')
            starts.push_back(static_cast<std::uint32_t>(at + 1));
    }
    if (starts.back() != text.size())
        starts.push_back(static_cast<std::uint32_t>(text.size()));
    return starts;
}

} // namespace edgewright::diff
