// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diff/linehistory.h"
#include "workspace/versionhistory.h"

#include <QTimer>

#include <atomic>
#include <memory>

namespace edgewright {

/// The versions of one routine whose code is known, oldest first, and what became of each line from
/// one to the next.
struct VersionChain {
    struct Link {
        CodeVersion version;
        QString name; ///< "v7"
        QString label;
        QByteArray code;
        bool followsGap = false; ///< The code of the version right before it is not known.
    };

    QString routine;
    QList<Link> links;
    diff::LineHistory lines; ///< Numbers its texts like links.

    /// -1 when it is not in the chain.
    [[nodiscard]] qsizetype indexOf(const QString &versionId) const;
};

/// Keeps the chain of the routine that the history shows, while somebody wants it: reads the code
/// of all versions one after the other, newest first, and compares neighbours in the background.
/// What would be too much is left out at the old end. GUI thread.
class VersionChains final : public QObject {
    Q_OBJECT

public:
    static constexpr qint64 kMostBytes = 64'000'000;
    static constexpr qsizetype kMostVersions = 2000;

    /// \p history must outlive this object.
    explicit VersionChains(VersionHistory &history, QObject *parent = nullptr);
    ~VersionChains() override;

    /// While not wanted nothing is read.
    void setWanted(bool on);
    /// Null until it was read; of another routine until changed() tells otherwise.
    [[nodiscard]] const std::shared_ptr<const VersionChain> &chain() const { return m_chain; }
    [[nodiscard]] bool isReading() const { return m_isReading; }

signals:
    void changed();

private:
    using Item = VersionListModel::Item;

    void follow();
    void read();
    void readNext();
    void take(const Item &item, const Result<VersionCode> &code);
    void build();

    VersionHistory &m_history;
    std::shared_ptr<const VersionChain> m_chain;
    QTimer m_pause;
    bool m_isWanted = false;
    bool m_isReading = false;
    bool m_isIncomplete = false; ///< Some code could not be read; it may be another time.
    QString m_key;               ///< What the chain was, or is being, read from.
    QList<Item> m_items;         ///< Newest first; still to be read from m_next on.
    qsizetype m_next = 0;
    qint64 m_bytes = 0;
    QList<VersionChain::Link> m_links; ///< Newest first.
    quint64 m_request = 0;             ///< Answers to older requests are void.
    std::shared_ptr<std::atomic<bool>> m_cancelled;
};

} // namespace edgewright
