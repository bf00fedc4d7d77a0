// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/database.h"

#include <QCache>
#include <QHash>
#include <QList>

#include <vector>

namespace edgewright {

using LineId = quint32;
using LineIds = QList<LineId>;

/// Lines with their line ends, each distinct one once, numbered from 0 in the order of their
/// coming. On the disk they lie in packs; new ones in small raw packs, which are made one
/// compressed pack when there are enough. In memory packs are held while there is room. One
/// connection's, for the thread of the archive.
class LineStore final {
public:
    /// \p database must outlive it.
    explicit LineStore(Database &database);

    /// The numbers of \p lines; those not held yet are written, inside the caller's transaction.
    [[nodiscard]] Result<LineIds> intern(const QList<QByteArrayView> &lines);
    /// The lines one after the other.
    [[nodiscard]] Result<QByteArray> text(const LineIds &ids, qint64 size);

    [[nodiscard]] Result<LineId> count();

    struct Pack {
        LineId first = 0;
        std::vector<quint32> ends; ///< Where each line ends in the text.
        QByteArray text;

        [[nodiscard]] QByteArrayView line(qsizetype index) const;
    };
    /// The pack that holds the line \p id now; which lines share one changes when others are added.
    /// Valid until the next call.
    [[nodiscard]] Result<const Pack *> packOf(LineId id);

    /// Decoded bodies of late, by body; whoever decodes keeps them here.
    [[nodiscard]] QCache<qint64, LineIds> &decoded() { return m_decoded; }
    [[nodiscard]] QCache<qint64, QByteArray> &texts() { return m_texts; }

private:
    struct Slot {
        LineId first = 0;
        LineId count = 0;
        bool isRaw = false;
    };

    [[nodiscard]] Result<> loadSlots();
    [[nodiscard]] Result<> buildIndex();
    [[nodiscard]] Result<LineId> lineId(QByteArrayView line, Pack &fresh);
    [[nodiscard]] Result<bool> holds(LineId id, QByteArrayView line);
    [[nodiscard]] qsizetype slotOf(LineId id) const;
    [[nodiscard]] Result<const Pack *> pack(qsizetype index);
    [[nodiscard]] Result<> write(const Pack &fresh);
    [[nodiscard]] Result<> writeSlot(const Pack &pack, bool raw);
    [[nodiscard]] Result<> mergeTail();
    [[nodiscard]] Result<qsizetype> rawTail(Pack &merged);

    Database &m_database;
    std::vector<Slot> m_slots;
    bool m_hasSlots = false;
    bool m_hasIndex = false;
    LineId m_count = 0;
    qint64 m_tailSize = 0;           ///< Bytes of text in the raw packs at the end.
    QHash<quint64, LineId> m_index;  ///< By the hash of the line.
    QCache<qsizetype, Pack> m_packs; ///< By slot.
    QCache<qint64, LineIds> m_decoded;
    QCache<qint64, QByteArray> m_texts;
};

} // namespace edgewright
