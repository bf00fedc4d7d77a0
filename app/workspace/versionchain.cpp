// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/versionchain.h"

#include "base/background.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace edgewright {

namespace {

constexpr auto kPause = 100ms;
constexpr auto kLongestSearch = 10s;

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// Changes when there may be more to read than before.
QString keyOf(const QString &routine, const QList<VersionListModel::Item> &items)
{
    QString key = routine;
    for (const VersionListModel::Item &item : items)
        key += u'\n' + item.version.id + (item.isHeld ? u'+' : u'-') + item.name + u'\n'
               + item.mark.label;
    return key;
}

std::shared_ptr<const VersionChain> chainOf(const QString &routine,
                                            const QList<VersionChain::Link> &links,
                                            const std::atomic<bool> *cancelled)
{
    auto chain = std::make_shared<VersionChain>();
    chain->routine = routine;
    chain->links = links;
    const diff::Limits limits{.deadline = std::chrono::steady_clock::now() + kLongestSearch,
                              .cancelled = cancelled};
    for (qsizetype i = 0; i < links.size(); ++i) {
        const std::string_view code = view(links.at(i).code);
        if (i == 0)
            chain->lines = diff::LineHistory(code);
        else
            chain->lines.add(view(links.at(i - 1).code), code, limits);
    }
    return chain;
}

} // namespace

qsizetype VersionChain::indexOf(const QString &versionId) const
{
    const auto found = std::ranges::find_if(
        links, [&versionId](const Link &link) { return link.version.id == versionId; });
    return found == links.end() ? -1 : found - links.begin();
}

VersionChains::VersionChains(VersionHistory &history, QObject *parent)
    : QObject(parent)
    , m_history(history)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &VersionChains::follow);
    const VersionListModel *model = &m_history.model();
    const auto soon = [this] { m_pause.start(); };
    connect(model, &QAbstractItemModel::rowsInserted, this, soon);
    connect(model, &QAbstractItemModel::rowsRemoved, this, soon);
    connect(model, &QAbstractItemModel::dataChanged, this, soon);
    connect(model, &QAbstractItemModel::modelReset, this, soon);
}

VersionChains::~VersionChains()
{
    if (m_cancelled)
        m_cancelled->store(true);
}

void VersionChains::setWanted(bool on)
{
    m_isWanted = on;
    if (!on)
        return;
    if (m_isIncomplete && !m_isReading)
        m_key.clear();
    follow();
}

void VersionChains::follow()
{
    if (!m_isWanted)
        return;
    QList<Item> items = m_history.model().items();
    // The staging slot is no version: it changes.
    items.removeIf([](const Item &item) { return item.version.isUnstable; });
    const QString key = keyOf(m_history.routine(), items);
    if (key == m_key)
        return;
    m_key = key;
    m_items = items;
    read();
}

void VersionChains::read()
{
    ++m_request;
    if (m_cancelled)
        m_cancelled->store(true);
    m_isReading = true;
    m_isIncomplete = false;
    m_next = 0;
    m_bytes = 0;
    m_links.clear();
    if (m_chain && m_chain->routine != m_history.routine()) {
        m_chain.reset();
        emit changed();
    }
    readNext();
}

void VersionChains::readNext()
{
    if (m_next == m_items.size() || m_links.size() == kMostVersions || m_bytes > kMostBytes) {
        build();
        return;
    }
    const Item item = m_items.at(m_next++);
    m_history.fetchCode(m_history.routine(), item.version.id)
        ->then(this, [this, item, request = m_request](const Result<VersionCode> &code) {
            if (request == m_request)
                take(item, code);
        });
}

void VersionChains::take(const Item &item, const Result<VersionCode> &code)
{
    m_isIncomplete = m_isIncomplete || !code;
    if (code && code->verdict.isCode()) {
        m_bytes += code->bytes.size();
        m_links.append({.version = item.version,
                        .name = item.name.isEmpty() ? item.version.id : item.name,
                        .label = item.mark.label,
                        .code = code->bytes});
    } else if (!m_links.isEmpty()) {
        m_links.last().followsGap = true;
    }
    readNext();
}

void VersionChains::build()
{
    std::ranges::reverse(m_links);
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    using Chain = std::shared_ptr<const VersionChain>;
    runInBackground<Chain>(this,
                           [routine = m_history.routine(), links = m_links,
                            cancelled = m_cancelled]() -> Result<Chain> {
                               return chainOf(routine, links, cancelled.get());
                           })
        ->then(this, [this, request = m_request](const Result<Chain> &chain) {
            if (request != m_request)
                return;
            m_isReading = false;
            m_chain = *chain;
            m_links.clear();
            emit changed();
        });
}

} // namespace edgewright
