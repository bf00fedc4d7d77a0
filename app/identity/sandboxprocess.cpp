// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/sandboxprocess.h"

#include "base/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace edgewright {

namespace {

constexpr auto kStartLimit = 20s;
constexpr int kStopMs = 2'000;
constexpr qsizetype kKeptErrorOutput = 4'000;
constexpr qsizetype kLongestReadyLine = 10'000;

QByteArray randomHex()
{
    std::array<quint32, 5> words{};
    QRandomGenerator::system()->fillRange(words.data(), std::ssize(words));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words)).toHex();
}

Credentials newCredentials()
{
    return {.accessKeyId = u"LTAI5tSandbox"_s + QString::fromLatin1(randomHex().left(11)),
            .accessKeySecret = Secret(randomHex())};
}

/// The sandbox needs no cloud key, so none is handed down to it.
QProcessEnvironment environmentWithoutKeys()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        const bool isCloud = std::ranges::any_of(
            std::array{"ALIBABA_CLOUD_"_L1, "ALIBABACLOUD_"_L1, "ALICLOUD_"_L1, "ALIYUN_"_L1},
            [&name](QLatin1StringView prefix) { return name.startsWith(prefix); });
        if (isCloud)
            environment.remove(name);
    }
    return environment;
}

} // namespace

SandboxProcess::SandboxProcess(QString program, QString dataFolder, QObject *parent)
    : QObject(parent)
    , m_program(std::move(program))
    , m_dataFolder(std::move(dataFolder))
{
    m_startTimer.setSingleShot(true);
    m_startTimer.setInterval(kStartLimit);
    connect(&m_startTimer, &QTimer::timeout, this, [this] {
        fail(tr("The sandbox service did not answer in time."), u"no ready line"_s);
        m_process.kill();
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &SandboxProcess::readOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this, &SandboxProcess::readErrorOutput);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(tr("The sandbox service could not be started."), m_process.errorString());
    });
    connect(&m_process, &QProcess::finished, this, [this](int exitCode) {
        readErrorOutput();
        fail(tr("The sandbox service stopped."), u"exit code %1"_s.arg(exitCode));
        m_offer = {};
        emit stopped();
    });
}

SandboxProcess::~SandboxProcess()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    // QProcess would kill it and wait as well, but with a warning and without a clean stop.
    m_process.terminate();
    if (!m_process.waitForFinished(kStopMs)) {
        m_process.kill();
        m_process.waitForFinished(kStopMs);
    }
}

QString SandboxProcess::defaultProgram()
{
    return QCoreApplication::applicationDirPath() + u"/edgewright-sandbox"_s;
}

Reply<AccountOffer> *SandboxProcess::start()
{
    auto *reply = new Reply<AccountOffer>(this);
    if (m_offer.account.endpoint.isValid()) {
        reply->resolve(m_offer);
        return reply;
    }
    m_askers.append(reply);
    connect(reply, &ReplyBase::cancelRequested, this, [reply] {
        reply->resolve(Error{.code = ErrorCode::Cancelled,
                             .message = tr("Starting the sandbox service was cancelled.")});
    });
    if (m_process.state() == QProcess::NotRunning)
        launch();
    return reply;
}

void SandboxProcess::launch()
{
    QDir().mkpath(m_dataFolder);
    m_credentials = newCredentials();
    m_errorOutput.clear();
    QProcessEnvironment environment = environmentWithoutKeys();
    environment.insert(u"EDGEWRIGHT_SANDBOX_ACCESS_KEY_SECRET"_s,
                       QString::fromLatin1(m_credentials.accessKeySecret.reveal()));
    m_process.setProcessEnvironment(environment);
    m_startTimer.start();
    m_process.start(m_program,
                    {u"--exit-with-parent"_s, QString::number(QCoreApplication::applicationPid()),
                     u"--sample"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, m_dataFolder,
                     u"--access-key-id"_s, m_credentials.accessKeyId});
}

void SandboxProcess::readOutput()
{
    if (m_offer.account.endpoint.isValid()) {
        m_process.readAllStandardOutput(); // nothing more is expected; keep the pipe empty
        return;
    }
    if (!m_process.canReadLine() && m_process.bytesAvailable() < kLongestReadyLine)
        return;
    const QByteArray line = m_process.readLine(kLongestReadyLine);
    const QJsonObject ready = QJsonDocument::fromJson(line).object();
    const Result<Endpoint> endpoint = Endpoint::parse(ready.value("endpoint"_L1).toString());
    if (!endpoint || !endpoint->isLoopback()) {
        fail(tr("The sandbox service gave no usable address."), QString::fromUtf8(line));
        m_process.kill();
        return;
    }
    m_startTimer.stop();
    m_offer = {.account = {.id = u"sandbox"_s,
                           .kind = AccountKind::Sandbox,
                           .name = tr("Sandbox"),
                           .accessKeyId = m_credentials.accessKeyId,
                           .endpoint = *endpoint},
               .credentials = m_credentials};
    for (const QPointer<Reply<AccountOffer>> &asker : std::exchange(m_askers, {})) {
        if (asker != nullptr)
            asker->resolve(m_offer);
    }
}

void SandboxProcess::readErrorOutput()
{
    m_errorOutput += m_process.readAllStandardError();
    m_errorOutput = m_errorOutput.right(kKeptErrorOutput);
}

void SandboxProcess::fail(const QString &message, const QString &cause)
{
    m_startTimer.stop();
    const QString output = forLog(QString::fromUtf8(m_errorOutput).trimmed());
    const Error error{.code = ErrorCode::ServiceFailure,
                      .message = message,
                      .advice = output.isEmpty() ? QString() : tr("It said: %1").arg(output),
                      .detail = m_program + u": "_s + forLog(cause) + u' ' + output};
    qCInfo(lcIdentity).noquote() << error.detail;
    for (const QPointer<Reply<AccountOffer>> &asker : std::exchange(m_askers, {})) {
        if (asker != nullptr)
            asker->resolve(error);
    }
}

} // namespace edgewright
