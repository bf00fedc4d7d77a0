// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/coredump.h"
#include "shell/application.h"
#include "shell/commandline.h"

#include <QApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    using namespace edgewright;

#ifdef NDEBUG // what developers build can be debugged
    refuseCoreDumps();
#endif
    const CommandLine commandLine = readCommandLine(argc, argv);
    if (commandLine.exitCode) {
        std::fwrite(commandLine.output.data(), 1, commandLine.output.size(), stdout);
        std::fwrite(commandLine.errors.data(), 1, commandLine.errors.size(), stderr);
        return *commandLine.exitCode;
    }
    const QApplication qtApplication(argc, argv);
    Application application(commandLine.options);
    application.start();
    return QApplication::exec();
}
