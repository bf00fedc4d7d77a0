// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivetypes.h"
#include "archive/linestore.h"

namespace edgewright {

/// The contents of versions, each distinct one once, named by their SHA-256. Text with lines is a
/// list of line numbers; a bundle without lines is told by its difference from another version;
/// both refer to at most some others, so that reading stays fast. Used on the archive's thread,
/// add() inside a transaction.
class BodyStore final {
public:
    /// How a body is stored; the numbers are on the disk.
    enum class Form {
        Plain = 0, ///< Compressed by itself.
        Lines = 1, ///< Line numbers, as runs of its base and others.
        Patch = 2, ///< Compressed with its base's bytes known.
    };

    /// \p database must outlive it.
    explicit BodyStore(Database &database);

    /// The body's number: that of a body held already, or of a new one, told as a difference from
    /// \p relative (0: none) where that pays.
    [[nodiscard]] Result<qint64> add(const QByteArray &bytes, qint64 relative);
    /// The exact bytes; checked against the digest.
    [[nodiscard]] Result<QByteArray> read(qint64 body);

    [[nodiscard]] Result<Form> formOf(qint64 body);
    /// The lines of a body of that form.
    [[nodiscard]] Result<LineIds> lines(qint64 body);

    [[nodiscard]] static QByteArray digestOf(const QByteArray &bytes);

private:
    struct Record {
        qint64 id = 0;
        Form form = Form::Plain;
        qint64 size = 0;
        qint64 depth = 0;
        QByteArray digest;
        QByteArray data;
    };

    [[nodiscard]] Result<qint64> find(const QByteArray &digest);
    [[nodiscard]] Result<qint64> insert(const Record &record, qint64 base, BodyKind judged);
    [[nodiscard]] Result<qint64> addLines(const QByteArray &bytes, Record record, qint64 relative);
    [[nodiscard]] Result<qint64> addPatch(const QByteArray &bytes, Record record, qint64 relative);
    /// \p body if something may be told as a difference from it; 0 otherwise.
    [[nodiscard]] Result<Record> usableBase(qint64 body, Form form, qint64 deepest);
    /// The body and those it is told from, itself first; at most up to one that is in memory.
    [[nodiscard]] Result<QList<Record>> chain(qint64 body);
    [[nodiscard]] Result<LineIds> followLines(const QList<Record> &chain);
    [[nodiscard]] Result<QByteArray> followPatches(const QList<Record> &chain);

    Database &m_database;
};

} // namespace edgewright
