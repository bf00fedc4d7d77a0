// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merge/mergetext.h"

#include <QLabel>

#include <memory>

namespace edgewright::test {

/// A text in memory with undo, in place of the editor.
class FakeText final : public MergeText {
public:
    FakeText()
        : m_widget(new QLabel)
    {
        m_widget->setFocusPolicy(Qt::StrongFocus);
    }

    [[nodiscard]] QWidget *widget() const override { return m_widget; }
    [[nodiscard]] QWidget *viewport() const override { return m_widget; }
    [[nodiscard]] QByteArray bytes() const override { return m_bytes; }
    void setBytes(const QByteArray &text) override
    {
        m_bytes = text;
        m_done.clear();
        m_undone.clear();
    }
    void replace(qsizetype begin, qsizetype length, const QByteArray &text) override
    {
        const Step step{begin, m_bytes.mid(begin, length), text};
        m_done.append(step);
        m_undone.clear();
        apply(begin, step.removed, step.inserted, false);
    }
    void setMarks(const QList<MergeMark> &marks) override { m_marks = marks; }
    [[nodiscard]] qsizetype caret() const override { return m_caret; }
    void goTo(qsizetype position) override
    {
        m_caret = position;
        emit caretMoved();
    }
    [[nodiscard]] QRect lineAt(qsizetype /*position*/) const override { return {0, 0, 400, 20}; }

    void undo()
    {
        const Step step = m_done.takeLast();
        m_undone.append(step);
        apply(step.begin, step.inserted, step.removed, true);
    }
    void redo()
    {
        const Step step = m_undone.takeLast();
        m_done.append(step);
        apply(step.begin, step.removed, step.inserted, true);
    }
    [[nodiscard]] const QList<MergeMark> &marks() const { return m_marks; }

private:
    struct Step {
        qsizetype begin;
        QByteArray removed;
        QByteArray inserted;
    };

    /// As an editor tells it: first what goes, then what comes.
    void apply(qsizetype begin, const QByteArray &removed, const QByteArray &inserted, bool isUndo)
    {
        m_bytes.remove(begin, removed.size());
        if (!removed.isEmpty())
            emit changed(begin, removed.size(), 0, isUndo);
        m_bytes.insert(begin, inserted);
        if (!inserted.isEmpty())
            emit changed(begin, 0, inserted.size(), isUndo);
    }

    QWidget *m_widget;
    QByteArray m_bytes;
    QList<Step> m_done;
    QList<Step> m_undone;
    QList<MergeMark> m_marks;
    qsizetype m_caret = 0;
};

} // namespace edgewright::test
