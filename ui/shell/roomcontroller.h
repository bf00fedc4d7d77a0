// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/shellcontext.h"
#include "workspace/makeroomflow.h"
#include "workspace/roomplan.h"

namespace edgewright {

class RoomNotice;
class Sheet;

/// Room for another version, as a section of one sheet: says when the service takes no more,
/// proposes what to delete, and deletes it once the sheet is confirmed: make() first, then whatever
/// needs the room. The notice shows only while there is something to choose.
class RoomController final : public QObject {
    Q_OBJECT

public:
    enum class Purpose {
        OneMore, ///< Another version is about to be saved: nothing is asked while there is room.
        AtWill,  ///< The user wants to delete some.
    };

    RoomController(const ShellContext &shell, Sheet &sheet, Purpose purpose,
                   QObject *parent = nullptr);

    /// Before the sheet is opened for that routine, which is on screen; changed() follows.
    void look(const QString &routine);
    /// The sheet is gone, or saves nothing.
    void forget();
    /// The service takes no other version until one is deleted.
    [[nodiscard]] bool isFull() const;
    /// What confirming the sheet deletes: "v3"; empty: nothing.
    [[nodiscard]] QStringList chosenNames() const;
    /// Why the sheet cannot be confirmed as it is; empty: it can.
    [[nodiscard]] QString obstacle() const;

    /// Deletes what is chosen and answers its names, at once when that is nothing. Cancel the reply
    /// to stop between two of them. A failure says what is deleted and what is not.
    [[nodiscard]] Reply<QStringList> *make();
    [[nodiscard]] bool isRunning() const { return m_flow != nullptr; }
    /// False when it has to go on to its end.
    bool stop();
    /// False unless the service refused another version: then the number is learnt, and the notice
    /// proposes what to delete.
    bool learn(const Error &error);

signals:
    /// What the functions above answer.
    void changed();
    /// "Deleting v3…"
    void stepChanged(const QString &text, bool canCancel);
    void idle();

private:
    void ask();
    void plan(const QList<LedgerEntry> &entries, const QStringList &wayBackIds);
    void show();
    void finish(Reply<QStringList> *reply, const Result<QStringList> &deleted);
    [[nodiscard]] int wanted() const;
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString placesText() const;
    [[nodiscard]] QString stays() const;

    ShellContext m_shell;
    RoomNotice *m_notice;
    Purpose m_purpose;
    QString m_routine; ///< Empty: nobody asks.
    RoomPlan m_plan;
    bool m_isPlanned = false;
    bool m_isRefused = false; ///< The service said that there is no room.
    quint64 m_question = 0;   ///< Answers to older ones are void.
    QPointer<MakeRoomFlow> m_flow;
};

} // namespace edgewright
