// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace edgewright {

/// A request body that can be read once. Qt repeats a POST by itself when the connection closes
/// without an answer, but only if it can rewind the body; this one cannot be rewound.
class OneShotUpload final : public QIODevice {
    Q_OBJECT

public:
    explicit OneShotUpload(QByteArray bytes, QObject *parent = nullptr);

    /// False as long as not even Qt's buffers have seen a byte: then the server has not either.
    [[nodiscard]] bool wasRead() const { return m_read; }
    /// Hands out nothing more: an aborted request may still be on its way in Qt's network thread.
    void withhold();

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    QByteArray m_bytes;
    qint64 m_position = 0;
    bool m_read = false;
};

} // namespace edgewright
