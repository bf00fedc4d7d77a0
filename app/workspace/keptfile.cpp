// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/keptfile.h"

#include "base/background.h"
#include "base/durablefile.h"
#include "base/log.h"

#include <QJsonDocument>

#include <mutex>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr qint64 kLargestFile = 4'000'000;
constexpr auto kFormat = "format"_L1;

} // namespace

/// Lets no older content replace a newer one, whichever thread comes last.
class KeptFileWriter final {
public:
    explicit KeptFileWriter(QString path)
        : m_path(std::move(path))
    {
    }

    Result<> write(quint64 number, const QByteArray &content)
    {
        const std::scoped_lock lock(m_mutex);
        if (number <= m_done)
            return {};
        const Result<> written = writeDurably(m_path, content);
        if (written)
            m_done = number;
        return written;
    }

private:
    const QString m_path;
    std::mutex m_mutex;
    quint64 m_done = 0;
};

KeptFile::KeptFile(QString path, QString format, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_format(std::move(format))
    , m_writer(std::make_shared<KeptFileWriter>(m_path))
{
    m_pool.setMaxThreadCount(1);
    load();
}

KeptFile::~KeptFile()
{
    if (const Result<> written = flush(); !written)
        qCWarning(lcWorkspace).noquote() << forLog(written.error().detail);
}

void KeptFile::load()
{
    const Result<QByteArray> bytes = readWholeFile(m_path, kLargestFile);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
        return;
    m_content = bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    if (m_content.value(kFormat).toString() == m_format)
        return;
    m_content = {};
    m_keptAs = setAside(m_path);
    qCInfo(lcWorkspace).noquote() << m_format << "was damaged and is kept as" << forLog(m_keptAs);
}

void KeptFile::write(const QJsonObject &content)
{
    m_content = content;
    m_content.insert(kFormat, m_format);
    ++m_number;
    writeNext();
}

Result<> KeptFile::flush()
{
    if (m_written == m_number && !m_isWriting)
        return {};
    m_written = m_number;
    return m_writer->write(m_number, serialized());
}

void KeptFile::writeNext()
{
    if (m_isWriting || m_written == m_number)
        return;
    m_isWriting = true;
    m_written = m_number;
    runInBackground<void>(m_pool, this,
                          [writer = m_writer, number = m_number, bytes = serialized()] {
                              return writer->write(number, bytes);
                          })
        ->then(this, [this](const Result<> &written) {
            m_isWriting = false;
            if (!written)
                emit writeFailed(written.error());
            writeNext();
        });
}

QByteArray KeptFile::serialized() const
{
    return QJsonDocument(m_content).toJson(QJsonDocument::Compact);
}

} // namespace edgewright
