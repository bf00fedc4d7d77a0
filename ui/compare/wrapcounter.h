// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/linewrap.h"

#include <QObject>

namespace edgewright {

/// Counts the rows of wrapped lines of large texts away from the GUI thread; the newest wish wins.
class WrapCounter final : public QObject {
    Q_OBJECT

public:
    explicit WrapCounter(QObject *parent);
    ~WrapCounter() override;
    Q_DISABLE_COPY_MOVE(WrapCounter)

    /// Nothing happens when that is being counted already.
    void count(const CompareDocumentPtr &document, int columns);

signals:
    void counted(const edgewright::CompareDocumentPtr &document,
                 const edgewright::WrapCounts &counts);

private:
    void abandon();

    std::weak_ptr<const CompareDocument> m_document; ///< Of what is being counted.
    int m_columns = 0;
    int m_number = 0;                               ///< Of the newest wish.
    std::shared_ptr<std::atomic<bool>> m_cancelled; ///< Read by the worker.
};

} // namespace edgewright
