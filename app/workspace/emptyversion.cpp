// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/emptyversion.h"

#include <QCoreApplication>

namespace edgewright {

namespace {

struct EmptyVersionText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::EmptyVersion)
};

} // namespace

Reply<> *removeEmptyVersion(RoutineService &service, const QString &routine,
                            const QString &versionId, QObject *owner)
{
    auto *reply = new Reply<>(owner);
    service.fetchBody(routine, versionId)
        ->then(reply, [&service, routine, versionId, reply](const Result<VersionBody> &body) {
            if (!body) {
                reply->resolve(body.error());
                return;
            }
            if (!body->bytes.isEmpty()) {
                reply->resolve(Error{.code = ErrorCode::InUse,
                                     .message = EmptyVersionText::tr(
                                         "The version holds code and was not deleted.")});
                return;
            }
            Reply<> *deletion = service.deleteVersion(routine, versionId);
            deletion->then(reply, [reply, deletion](const Result<> &deleted) {
                reply->setRequestId(deletion->requestId());
                reply->resolve(deleted);
            });
        });
    return reply;
}

} // namespace edgewright
