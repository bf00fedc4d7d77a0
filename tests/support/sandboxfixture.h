// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/credentials.h"
#include "cloud/endpoint.h"

#include <QProcess>
#include <QTemporaryDir>

namespace edgewright::test {

/// A sandbox service of its own for one test: the real program on a free loopback port with a data
/// folder that goes with the fixture. A program that does not start fails the test.
class SandboxFixture final {
public:
    /// \p arguments are added to the command line: {"--sample"}, {"--fault", "…"}, {"--rate", "5"}.
    explicit SandboxFixture(const QStringList &arguments = {});
    ~SandboxFixture();
    Q_DISABLE_COPY_MOVE(SandboxFixture)

    /// The program under test.
    [[nodiscard]] static QString program();

    [[nodiscard]] bool isRunning() const { return m_endpoint.isValid(); }
    [[nodiscard]] const Endpoint &endpoint() const { return m_endpoint; }
    [[nodiscard]] const Credentials &credentials() const { return m_credentials; }
    [[nodiscard]] QString dataFolder() const { return m_folder.path(); }

    /// kill -9, then the same data folder and port again.
    void killAndRestart(const QStringList &arguments = {});
    /// The same data on another port, where nobody else can have come in between.
    void moveAndRestart(const QStringList &arguments = {});
    void kill();
    /// How often each operation reached the server and was understood, from its request log:
    /// one line "Operation" for each request in DATA/requests.log.
    [[nodiscard]] int sends(const QString &operation) const;

private:
    void start(const QStringList &arguments, const QString &listen);

    QTemporaryDir m_folder;
    QProcess m_process;
    Endpoint m_endpoint;
    Credentials m_credentials;
};

} // namespace edgewright::test
