// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparecanvas.h"
#include "compare/compareview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QTextStream>

#include <ctime>
#include <tuple>

using namespace edgewright;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPages = 100;

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double cpuMs()
{
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Says how long \p work took, by the clock and in CPU time of all threads.
template <typename Work>
void measure(const QString &what, int times, Work work)
{
    QElapsedTimer clock;
    clock.start();
    const double cpu = cpuMs();
    work();
    QTextStream(stdout) << what.leftJustified(44) << "wall "
                        << QString::number(static_cast<double>(clock.nsecsElapsed()) / 1e6 / times,
                                           'f', 2)
                        << " ms   cpu " << QString::number((cpuMs() - cpu) / times, 'f', 2)
                        << " ms\n";
}

void scroll(CompareCanvas &canvas, const QString &what)
{
    QScrollBar &bar = *canvas.verticalScrollBar();
    bar.setValue(0);
    measure(what, kPages, [&] {
        for (int page = 0; page < kPages; ++page) {
            bar.setValue(bar.value() + bar.pageStep());
            canvas.viewport()->repaint();
        }
    });
}

} // namespace

/// comparebench LEFT RIGHT: from the wish to compare to the first painted screen, then pages.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList files = application.arguments();
    if (files.size() != 3)
        return 2;
    CompareSide left{.title = u"left"_s, .text = read(files.at(1))};
    CompareSide right{.title = u"right"_s, .text = read(files.at(2))};
    measure(u"off the GUI thread"_s, 1, [&] {
        std::ignore =
            makeCompareDocument({.left = left,
                                 .right = right,
                                 .ignore = {.lineEnds = true},
                                 .cancelled = std::make_shared<std::atomic<bool>>(false)});
    });
    CompareView view;
    view.resize(1400, 900);
    view.show();
    QApplication::processEvents();
    measure(u"compare() until painted"_s, 1, [&] {
        QEventLoop wait;
        QObject::connect(&view, &CompareView::ready, &wait, &QEventLoop::quit);
        view.compare(left, right);
        wait.exec();
        view.canvas().viewport()->repaint();
    });
    CompareCanvas &canvas = view.canvas();
    scroll(canvas, u"a page, folded"_s);
    measure(u"whole file on"_s, 1, [&] { view.setWholeFile(true); });
    scroll(canvas, u"a page, whole file"_s);
    measure(u"wrapping on"_s, 1, [&] { view.setWordWrap(true); });
    scroll(canvas, u"a page, whole file, wrapped"_s);
    measure(u"resized, wrapped"_s, 1, [&] { view.resize(1300, 900); });
    measure(u"next change"_s, 20, [&] {
        for (int i = 0; i < 20; ++i) {
            view.goToNextChange();
            canvas.viewport()->repaint();
        }
    });
    return 0;
}
