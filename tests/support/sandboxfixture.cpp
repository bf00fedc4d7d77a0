// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandboxfixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace edgewright::test {

namespace {

constexpr int kStartMs = 60'000;

} // namespace

SandboxFixture::SandboxFixture(const QStringList &arguments)
    : m_credentials{.accessKeyId = u"LTAI5tSandboxTestKey001"_s,
                    .accessKeySecret = Secret("sandbox-test-secret-0123456789")}
{
    start(arguments, u"127.0.0.1:0"_s);
}

QString SandboxFixture::program()
{
    return QStringLiteral(EDGEWRIGHT_SANDBOX_PROGRAM);
}

SandboxFixture::~SandboxFixture()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5'000))
        kill();
}

void SandboxFixture::killAndRestart(const QStringList &arguments)
{
    const QString listen = m_endpoint.hostHeader();
    kill();
    start(arguments, listen);
}

void SandboxFixture::moveAndRestart(const QStringList &arguments)
{
    kill();
    start(arguments, u"127.0.0.1:0"_s);
}

void SandboxFixture::kill()
{
    m_process.kill();
    m_process.waitForFinished(5'000);
}

int SandboxFixture::sends(const QString &operation) const
{
    QFile log(m_folder.filePath(u"requests.log"_s));
    if (!log.open(QIODevice::ReadOnly))
        return 0;
    return static_cast<int>(log.readAll().split('\n').count(operation.toUtf8()));
}

void SandboxFixture::start(const QStringList &arguments, const QString &listen)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program(),
                    QStringList{u"--listen"_s, listen, u"--data"_s, m_folder.path(),
                                u"--access-key-id"_s, m_credentials.accessKeyId,
                                u"--access-key-secret"_s,
                                QString::fromUtf8(m_credentials.accessKeySecret.reveal())}
                        + arguments);
    while (!m_process.canReadLine() && m_process.waitForReadyRead(kStartMs)) {
    }
    const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
    const Result<Endpoint> endpoint = Endpoint::parse(ready.value("endpoint"_L1).toString());
    if (!endpoint)
        QTest::qFail("the sandbox did not start", __FILE__, __LINE__);
    else
        m_endpoint = *endpoint;
}

} // namespace edgewright::test
