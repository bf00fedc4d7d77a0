// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/reply.h"
#include "cloud/apiclient.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QPointer>

namespace edgewright::esa {

/// How a list operation pages.
struct Paging {
    QLatin1StringView items; ///< The member that holds a page's items: an array or an object.
    bool inQuery = false;    ///< Where PageNumber and PageSize go; otherwise into the form.
    int size = 20;
    int mostPages = 1; ///< The service lists no more (API.md §3.7, §3.11).
};

/// Reads a list page by page until it is complete or the service's ceiling is reached. Child of
/// its reply; goes with it.
class PagedRead final : public QObject {
    Q_OBJECT

public:
    /// \p client must outlive the reply.
    [[nodiscard]] static Reply<QList<QJsonObject>> *start(ApiClient &client, const ApiCall &call,
                                                          const Paging &paging, QObject *owner);

private:
    PagedRead(ApiClient &client, ApiCall call, const Paging &paging,
              Reply<QList<QJsonObject>> *reply);

    void readNext();
    void addPage(const Result<QJsonObject> &page);
    [[nodiscard]] bool isLast(const QJsonObject &page) const;

    ApiClient &m_client;
    ApiCall m_call;
    Paging m_paging;
    Reply<QList<QJsonObject>> *m_reply;
    QPointer<ReplyBase> m_current;
    QList<QJsonObject> m_pages;
    qsizetype m_items = 0;
};

} // namespace edgewright::esa
