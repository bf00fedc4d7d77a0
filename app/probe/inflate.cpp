// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/inflate.h"

#include <algorithm>
#include <array>

#include <zlib.h>

namespace edgewright {

namespace {

constexpr int kGzipOrZlib = MAX_WBITS + 32;
constexpr int kBareDeflate = -MAX_WBITS;

Inflated unpack(const QByteArray &packed, qsizetype limit, int windowBits)
{
    z_stream stream{};
    if (inflateInit2(&stream, windowBits) != Z_OK)
        return {.state = Inflated::Broken};
    QByteArray input = packed; // zlib wants what it may write to
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    Inflated result{.state = Inflated::Short};
    std::array<Bytef, 64 * 1024> room{};
    int code = Z_OK;
    while (code == Z_OK && result.state == Inflated::Short) {
        stream.next_out = room.data();
        stream.avail_out = static_cast<uInt>(room.size());
        code = ::inflate(&stream, Z_NO_FLUSH);
        const auto made = static_cast<qsizetype>(room.size() - stream.avail_out);
        const qsizetype kept = std::min(made, limit - result.bytes.size());
        result.bytes.append(reinterpret_cast<const char *>(room.data()), kept);
        if (kept < made)
            result.state = Inflated::TooLarge;
        else if (code == Z_STREAM_END)
            result.state = Inflated::Whole;
    }
    if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
        result.state = Inflated::Broken;
    inflateEnd(&stream);
    return result;
}

} // namespace

Inflated inflate(const QByteArray &packed, qsizetype limit)
{
    const Inflated result = unpack(packed, limit, kGzipOrZlib);
    // What "deflate" means was never agreed upon.
    const bool hasHeader = packed.startsWith("\x1f\x8b");
    return result.state == Inflated::Broken && !hasHeader ? unpack(packed, limit, kBareDeflate)
                                                          : result;
}

} // namespace edgewright
