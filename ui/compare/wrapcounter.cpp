// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/wrapcounter.h"

#include "base/background.h"

namespace edgewright {

WrapCounter::WrapCounter(QObject *parent)
    : QObject(parent)
{
}

WrapCounter::~WrapCounter()
{
    abandon();
}

void WrapCounter::abandon()
{
    ++m_number;
    if (m_cancelled)
        m_cancelled->store(true);
}

void WrapCounter::count(const CompareDocumentPtr &document, int columns)
{
    if (m_document.lock() == document && m_columns == columns)
        return;
    abandon();
    m_document = document;
    m_columns = columns;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    auto *reply = runInBackground<WrapCounts>(
        this, [document, columns, cancelled = m_cancelled]() -> Result<WrapCounts> {
            return countWraps(*document, columns, cancelled.get());
        });
    reply->then(this, [this, document, number = m_number](const Result<WrapCounts> &counts) {
        if (number != m_number)
            return;
        m_document.reset();
        m_columns = 0;
        if (counts)
            emit counted(document, *counts);
    });
}

} // namespace edgewright
