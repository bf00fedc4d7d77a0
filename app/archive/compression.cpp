// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/compression.h"

#include <QCoreApplication>

#include <memory>

#include <zstd.h>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

struct CompressionText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::Archive)
};

constexpr int kLevel = 9;
constexpr int kShortestWindow = 17;
constexpr int kLongestWindow = 27;

/// As wide as both texts together, or the known one is out of sight.
int windowFor(qsizetype size)
{
    int bits = kShortestWindow;
    while (bits < kLongestWindow && (qsizetype{1} << bits) < size)
        ++bits;
    return bits;
}

std::size_t unsignedSize(qsizetype size)
{
    return static_cast<std::size_t>(size);
}

Error damaged(const QString &detail)
{
    return Error{.code = ErrorCode::Storage,
                 .message = CompressionText::tr("The archive file is damaged."),
                 .detail = detail};
}

} // namespace

QByteArray compress(QByteArrayView bytes, QByteArrayView known)
{
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(),
                                                                       ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
    // The size and the digest are kept beside it.
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_contentSizeFlag, 0);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, windowFor(bytes.size() + known.size()));
    if (!known.isEmpty()) {
        ZSTD_CCtx_setParameter(context.get(), ZSTD_c_enableLongDistanceMatching, 1);
        ZSTD_CCtx_refPrefix(context.get(), known.data(), unsignedSize(known.size()));
    }
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(unsignedSize(bytes.size()))),
                      Qt::Uninitialized);
    const std::size_t length =
        ZSTD_compress2(context.get(), packed.data(), unsignedSize(packed.size()), bytes.data(),
                       unsignedSize(bytes.size()));
    Q_ASSERT(!ZSTD_isError(length)); // only for too small a target
    packed.truncate(static_cast<qsizetype>(length));
    packed.squeeze();
    return packed;
}

Result<QByteArray> decompress(QByteArrayView packed, qint64 size, QByteArrayView known)
{
    constexpr qint64 kLargest = qint64{1} << 30;
    if (size < 0 || size > kLargest)
        return damaged(u"a size of %1"_s.arg(size));
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(),
                                                                       ZSTD_freeDCtx);
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kLongestWindow);
    if (!known.isEmpty())
        ZSTD_DCtx_refPrefix(context.get(), known.data(), unsignedSize(known.size()));
    QByteArray bytes(size, Qt::Uninitialized);
    const std::size_t length =
        ZSTD_decompressDCtx(context.get(), bytes.data(), unsignedSize(bytes.size()), packed.data(),
                            unsignedSize(packed.size()));
    if (ZSTD_isError(length))
        return damaged(QString::fromLatin1(ZSTD_getErrorName(length)));
    if (length != unsignedSize(size))
        return damaged(u"%1 bytes instead of %2"_s.arg(length).arg(size));
    return bytes;
}

} // namespace edgewright
