// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/esa/pagedread.h"

#include "cloud/jsonreader.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace edgewright::esa {

namespace {

qsizetype itemsOn(const QJsonObject &page, QLatin1StringView items)
{
    const QJsonValue member = json::member(page, items);
    return member.isObject() ? member.toObject().size() : member.toArray().size();
}

} // namespace

Reply<QList<QJsonObject>> *PagedRead::start(ApiClient &client, const ApiCall &call,
                                            const Paging &paging, QObject *owner)
{
    auto *reply = new Reply<QList<QJsonObject>>(owner);
    auto *read = new PagedRead(client, call, paging, reply);
    read->readNext();
    return reply;
}

PagedRead::PagedRead(ApiClient &client, ApiCall call, const Paging &paging,
                     Reply<QList<QJsonObject>> *reply)
    : QObject(reply)
    , m_client(client)
    , m_call(std::move(call))
    , m_paging(paging)
    , m_reply(reply)
{
    connect(reply, &ReplyBase::cancelRequested, this, [this] {
        if (m_current != nullptr)
            m_current->cancel();
    });
}

void PagedRead::readNext()
{
    ApiCall call = m_call;
    acs3::Pairs &parameters = m_paging.inQuery ? call.query : call.form;
    parameters.emplaceBack("PageNumber", QByteArray::number(m_pages.size() + 1));
    parameters.emplaceBack("PageSize", QByteArray::number(m_paging.size));
    Reply<QJsonObject> *page = m_client.call(call, this);
    m_current = page;
    page->then(this, [this](const Result<QJsonObject> &answer) { addPage(answer); });
}

void PagedRead::addPage(const Result<QJsonObject> &page)
{
    if (!page) {
        m_reply->resolve(page.error());
        return;
    }
    m_pages.append(*page);
    m_items += itemsOn(*page, m_paging.items);
    if (isLast(*page))
        m_reply->resolve(m_pages);
    else
        readNext();
}

bool PagedRead::isLast(const QJsonObject &page) const
{
    const qsizetype onPage = itemsOn(page, m_paging.items);
    const qint64 total = json::integer(page, "TotalCount"_L1).value_or(0);
    return m_pages.size() >= m_paging.mostPages || onPage == 0 || m_items >= total;
}

} // namespace edgewright::esa
