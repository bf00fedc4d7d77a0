// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/watchverdict.h"

#include "probe/answertext.h"

#include <QCoreApplication>

namespace edgewright {

namespace {

class WatchText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::Watch)
};

enum Rank { Fine, ClientError, ServerError };

Rank rankOf(const WatchSample &sample)
{
    if (sample.status == 0 || sample.status >= 500)
        return ServerError;
    return sample.status >= 400 ? ClientError : Fine;
}

QString words(const WatchSample &sample)
{
    return sample.status == 0 ? WatchText::tr("nothing") : QString::number(sample.status);
}

/// Where status and headers end.
QByteArrayView headOf(const QByteArray &content)
{
    const qsizetype end = content.indexOf("\n\n");
    return end < 0 ? QByteArrayView() : QByteArrayView(content).first(end);
}

/// Of two answers with the same status.
QString describeContent(const WatchSample &before, const WatchSample &after)
{
    const QByteArrayView headBefore = headOf(before.content);
    const QByteArrayView headNow = headOf(after.content);
    const bool isOtherHead = headBefore != headNow;
    const bool isOtherBody = QByteArrayView(before.content).sliced(headBefore.size())
                             != QByteArrayView(after.content).sliced(headNow.size());
    if (!isOtherHead && !isOtherBody)
        return WatchText::tr("answers %1 as before").arg(words(after));
    if (!isOtherBody)
        return WatchText::tr("answers %1 as before, but with other headers").arg(words(after));
    return isOtherHead
               ? WatchText::tr("answers %1 as before, but with other headers and another body")
                     .arg(words(after))
               : WatchText::tr("answers %1 as before, but with another body").arg(words(after));
}

} // namespace

WatchSample WatchSample::of(const Result<ProbeAnswer> &answer)
{
    if (!answer)
        return {.unreached = answer.error().code == ErrorCode::Network
                             || answer.error().code == ErrorCode::InvalidRequest,
                .problem = answer.error().message};
    return {.status = answer->status, .content = comparableText(*answer)};
}

bool isMeasure(const std::optional<WatchSample> &before)
{
    return before && !before->unreached;
}

WatchVerdict judge(const std::optional<WatchSample> &before, const WatchSample &after)
{
    if (after.unreached)
        return WatchVerdict::Unreached;
    const Rank now = rankOf(after);
    if (!isMeasure(before))
        return now == ServerError ? WatchVerdict::Worse : WatchVerdict::NoMeasure;
    if (now > rankOf(*before))
        return WatchVerdict::Worse;
    if (now == rankOf(*before) && now != Fine)
        return WatchVerdict::BadBefore;
    const bool same = after.status == before->status && after.content == before->content;
    return same ? WatchVerdict::AsBefore : WatchVerdict::Different;
}

QString describe(const std::optional<WatchSample> &before, const WatchSample &after)
{
    if (after.unreached)
        return WatchText::tr("could not be reached");
    if (!isMeasure(before))
        return WatchText::tr("answers %1").arg(words(after));
    if (after.status != before->status)
        //: Status codes: "answers 500, before 200"
        return WatchText::tr("answers %1, before %2").arg(words(after), words(*before));
    if (after.status == 0)
        return WatchText::tr("does not answer, nor did it before");
    return describeContent(*before, after);
}

} // namespace edgewright
