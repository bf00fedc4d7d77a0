// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/probetypes.h"

namespace edgewright {

/// Reads one HTTP/1.1 answer from the bytes of a connection, strictly: what two readers could take
/// for different messages is refused. Interim answers (1xx) are passed over. Knows no network.
class AnswerParser final {
public:
    enum class State {
        Reading,
        Done,   ///< answer() is whole, or cut at the limit.
        Failed, ///< See problem().
    };

    /// \p method: an answer to HEAD has no body.
    AnswerParser(const ProbeSettings &limits, const QByteArray &method);

    void add(QByteArrayView bytes);
    /// The connection was closed by the other side.
    void end();

    [[nodiscard]] State state() const { return m_state; }
    /// Facts for Details, in English.
    [[nodiscard]] const QByteArray &problem() const { return m_problem; }
    /// Whether a single byte came.
    [[nodiscard]] bool hasBegun() const { return m_begun; }
    /// Status, headers and the body, decoded where that is possible.
    [[nodiscard]] ProbeAnswer takeAnswer();

private:
    enum class Part { Head, UntilLength, UntilEnd, ChunkSize, ChunkData, ChunkEnd, Trailer };

    void step();
    [[nodiscard]] bool readHead();
    void readStatusLine(QByteArrayView line);
    void readHeaderLine(QByteArrayView line);
    void chooseFraming();
    [[nodiscard]] bool readLine(QByteArray &line);
    [[nodiscard]] bool readChunkSize();
    [[nodiscard]] bool readBytes(qint64 most);
    void fail(const QByteArray &problem);

    const ProbeSettings m_limits;
    const bool m_isHead;
    State m_state = State::Reading;
    Part m_part = Part::Head;
    QByteArray m_input;
    QByteArray m_problem;
    ProbeAnswer m_answer;
    qint64 m_rest = 0;     ///< Of the body or the chunk.
    qsizetype m_lines = 0; ///< Bytes of head and trailer so far.
    bool m_begun = false;
};

} // namespace edgewright
