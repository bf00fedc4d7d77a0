// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/gitstreamwriter.h"

#include "archive/exportnames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

QByteArray dataCommand(const QByteArray &bytes)
{
    return "data " + QByteArray::number(bytes.size()) + '\n' + bytes + '\n';
}

/// A name git takes: without the signs that end it.
QByteArray identity(const QString &accountName)
{
    QString name = exportLine(accountName);
    name.remove(u'<').remove(u'>');
    name = name.simplified();
    return (name.isEmpty() ? u"Edgewright"_s : name).toUtf8() + " <>";
}

/// Line ends as git wants them, nothing that would cut the message off.
QByteArray plainMessage(const QString &text)
{
    QString plain = text;
    plain.replace(u"\r\n"_s, u"\n"_s);
    for (QChar &c : plain) {
        if (c != u'\n' && c != u'\t' && c.category() == QChar::Other_Control)
            c = u' ';
    }
    return plain.trimmed().toUtf8();
}

QByteArray trailer(const char *key, const QString &value)
{
    return QByteArray(key) + ": " + exportLine(value).toUtf8() + '\n';
}

} // namespace

QString gitFileName(const QString &routine)
{
    return exportFileName(routine, u".js"_s);
}

GitStreamWriter::GitStreamWriter(const QString &path)
    : m_file(std::in_place, path)
{
}

Result<> GitStreamWriter::begin(const ExportPlan &plan)
{
    m_plan = plan;
    m_name = gitFileName(plan.routine).toLatin1();
    m_author = identity(plan.accountName);
    if (const Result<> opened = m_file->open(); !opened)
        return opened;
    return m_file->write("feature done\n");
}

Result<> GitStreamWriter::add(const ExportedVersion &version, const QByteArray &code)
{
    // A version without a time stands with the one before; git knows no time before 1970.
    if (version.version.createdAt.isValid())
        m_time = std::max<qint64>(version.version.createdAt.toSecsSinceEpoch(), 0);
    const QByteArray who = m_author + ' ' + QByteArray::number(m_time) + " +0000\n";
    const qint64 parent = m_mark++;
    QByteArray commit = "commit refs/heads/main\nmark :" + QByteArray::number(m_mark) + "\nauthor "
                        + who + "committer " + who + dataCommand(message(version));
    if (parent > 0)
        commit += "from :" + QByteArray::number(parent) + '\n';
    commit += "M 100644 inline " + m_name + '\n';
    m_marks.insert(version.version.id, m_mark);
    if (const Result<> written = m_file->write(commit + dataCommand(code) + '\n'); !written)
        return written;
    return version.name.isEmpty() ? Result<>() : tag(version.name, m_mark);
}

void GitStreamWriter::skip(const ExportedVersion &version)
{
    m_skipped.append(version);
}

QByteArray GitStreamWriter::message(const ExportedVersion &version)
{
    QByteArray text = plainMessage(version.version.description);
    if (text.isEmpty())
        text = exportLine(exportedName(version)).toUtf8();
    text += "\n\n";
    if (!version.name.isEmpty())
        text += trailer("Edgewright-Version", version.name);
    text += trailer("Edgewright-Version-Id", version.version.id);
    for (const ExportedVersion &skipped : std::exchange(m_skipped, {}))
        text += trailer("Edgewright-Code-Unknown", skipped.name + u' ' + skipped.version.id);
    return text;
}

Result<QString> GitStreamWriter::finish()
{
    for (const Deployment &deployment : m_plan.live) {
        if (const Result<> tagged = tagLive(deployment); !tagged)
            return tagged.error();
    }
    if (const Result<> written = m_file->write("done\n"); !written)
        return written.error();
    if (const Result<> committed = m_file->commit(); !committed)
        return committed.error();
    return m_file->path();
}

Result<> GitStreamWriter::tagLive(const Deployment &deployment)
{
    const QString main = deployment.mainVersionId();
    for (const VersionShare &share : deployment.shares) {
        const qint64 mark = m_marks.value(share.versionId);
        if (mark == 0) {
            m_untagged.append(deployment.environment);
            continue;
        }
        const QString name =
            share.versionId == main
                ? deployment.environment
                : QString(deployment.environment + u"-%1-percent"_s.arg(share.percentage));
        if (const Result<> tagged = tag(name, mark); !tagged)
            return tagged;
    }
    return {};
}

Result<> GitStreamWriter::tag(const QString &text, qint64 mark)
{
    const QString stem = gitTagName(text);
    QString name = stem;
    for (int i = 2; m_tags.contains(name.toLower()); ++i)
        name = stem + u'-' + QString::number(i);
    m_tags.append(name.toLower());
    return m_file->write("reset refs/tags/" + name.toLatin1()
                         + "\nfrom :" + QByteArray::number(mark) + "\n\n");
}

} // namespace edgewright
