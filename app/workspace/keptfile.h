// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/reply.h"

#include <QJsonObject>
#include <QThreadPool>

#include <memory>

namespace edgewright {

class KeptFileWriter;

/// A small file that holds one JSON object: read once, replaced durably in the background, one
/// write at a time and the newest last; one that cannot be understood is kept under another name.
/// GUI thread; what was handed over is on the disk when this object is gone.
class KeptFile final : public QObject {
    Q_OBJECT

public:
    /// \p format names what is in it and which version of that.
    KeptFile(QString path, QString format, QObject *parent = nullptr);
    ~KeptFile() override;

    /// Empty when there is nothing.
    [[nodiscard]] const QJsonObject &content() const { return m_content; }
    /// Where a file was moved that could not be understood; empty: there was none.
    [[nodiscard]] const QString &keptAs() const { return m_keptAs; }
    void write(const QJsonObject &content);
    /// Waits until it is on the disk.
    Result<> flush();

signals:
    void writeFailed(const edgewright::Error &error);

private:
    void load();
    void writeNext();
    [[nodiscard]] QByteArray serialized() const;

    const QString m_path;
    const QString m_format;
    QJsonObject m_content;
    QString m_keptAs;
    std::shared_ptr<KeptFileWriter> m_writer; ///< Shared with the write that outlives this object.
    quint64 m_number = 0;                     ///< Of the newest content.
    quint64 m_written = 0;                    ///< Up to which it was written, or tried to.
    bool m_isWriting = false;
    QThreadPool m_pool; ///< Of one thread: it never waits behind the work of others.
};

} // namespace edgewright
