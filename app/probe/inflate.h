// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace edgewright {

struct Inflated {
    enum State {
        Whole,
        Short,    ///< The input ends too early.
        TooLarge, ///< Stopped at the limit; the bytes are the beginning.
        Broken,
    };

    QByteArray bytes;
    State state = Whole;
};

/// Unpacks gzip, zlib or bare deflate, never into more than \p limit bytes.
[[nodiscard]] Inflated inflate(const QByteArray &packed, qsizetype limit);

} // namespace edgewright
