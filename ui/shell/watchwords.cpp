// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/watchwords.h"

#include "base/error.h"
#include "cloud/routinetypes.h"
#include "common/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

class WatchText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::WatchController)
};

/// Without the query, which may hold a token.
QString nameOf(const Watch::Address &address)
{
    const QUrl &url = address.request.url;
    return oneLine(url.path().size() > 1 ? QString(url.host() + url.path()) : url.host(), 80);
}

QString sentenceOf(const Watch::Address &address)
{
    //: An address and what it does: "www.acme.com answers 500, before 200."
    return WatchText::tr("%1 %2.").arg(nameOf(address), describe(address.before, address.now));
}

} // namespace

QString WatchWords::place() const
{
    if (environment == kProduction)
        return WatchText::tr("in production");
    return environment == kStaging ? WatchText::tr("in staging")
                                   : WatchText::tr("in %1").arg(oneLine(environment, 40));
}

QString WatchWords::before(const QList<Watch::Address> &addresses)
{
    QStringList parts;
    for (const Watch::Address &address : addresses) {
        if (!address.before)
            continue;
        const bool answers = address.before->status > 0;
        parts.append(answers ? WatchText::tr("%1 answers %2")
                                   .arg(nameOf(address), QString::number(address.before->status))
                             : address.before->problem);
    }
    return parts.isEmpty() ? QString()
                           //: What the watched addresses answer before anything is published
                           : WatchText::tr("Now: %1").arg(parts.join(u"; "_s));
}

bool WatchWords::isAllAsBefore(const QList<Watch::Address> &addresses)
{
    return std::ranges::all_of(addresses, [](const Watch::Address &address) {
        return address.verdict == WatchVerdict::AsBefore;
    });
}

QString WatchWords::good(const QList<Watch::Address> &addresses) const
{
    const auto same =
        std::ranges::count(addresses, WatchVerdict::AsBefore, &Watch::Address::verdict);
    //: %1 is a version, %2 "in production", %3 a number
    QString text = WatchText::tr("%1 answers %2: %3 of %n address(es) as before in status, headers "
                                 "and body.",
                                 nullptr, static_cast<int>(addresses.size()))
                       .arg(versionName, place(), QLocale().toString(same));
    for (const Watch::Address &address : addresses) {
        if (address.verdict != WatchVerdict::AsBefore)
            text = joinSentences(text, sentenceOf(address));
        else if (address.blips > 0)
            text =
                joinSentences(text, WatchText::tr("%1 failed for a moment.").arg(nameOf(address)));
    }
    return text;
}

QString WatchWords::bad(const QList<Watch::Address> &addresses) const
{
    QString text;
    for (const Watch::Address &address : addresses) {
        if (address.verdict != WatchVerdict::Worse && address.verdict != WatchVerdict::Unreached)
            continue;
        const QString sentence = sentenceOf(address);
        text = text.isEmpty() ? sentence : joinSentences(text, sentence);
    }
    return text;
}

} // namespace edgewright
