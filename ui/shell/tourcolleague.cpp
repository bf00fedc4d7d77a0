// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/tourcolleague.h"

#include "cloud/servicefactory.h"
#include "identity/sandboxprocess.h"

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

const QString kDescription = u"shorter cache for prices"_s;

} // namespace

TourColleague::TourColleague(SandboxProcess &sandbox, QObject *parent)
    : QObject(parent)
    , m_sandbox(sandbox)
{
}

TourColleague::~TourColleague() = default;

void TourColleague::makeRoom(const QString &routine, int count)
{
    begin([this, routine, count] {
        m_service->listVersions(routine)->then(
            this, [this, routine, count](const Result<VersionList> &list) {
                if (!list)
                    return fail(list.error());
                QStringList oldestFirst;
                for (const CodeVersion &version : list->versions) {
                    if (!version.isUnstable)
                        oldestFirst.prepend(version.id);
                }
                deleteNext(routine, oldestFirst, count);
            });
    });
}

void TourColleague::save(const QString &routine, const QByteArray &code)
{
    begin([this, routine, code] {
        m_service->requestUpload(routine, kDescription)
            ->then(this, [this, routine, code](const Result<UploadForm> &form) {
                if (form)
                    upload(routine, *form, code);
                else
                    fail(form.error());
            });
    });
}

void TourColleague::begin(const std::function<void()> &task)
{
    m_isDone = false;
    if (m_service)
        return task();
    m_sandbox.start()->then(this, [this, task](const Result<AccountOffer> &offer) {
        if (!offer)
            return fail(offer.error());
        m_service = createRoutineService(
            m_network, {.endpoint = offer->account.endpoint, .credentials = offer->credentials});
        task();
    });
}

void TourColleague::fail(const Error &error)
{
    m_complaint = u"the colleague: "_s + error.message;
}

void TourColleague::deleteNext(const QString &routine, QStringList candidates, int count)
{
    if (count == 0) {
        m_isDone = true;
        return;
    }
    if (candidates.isEmpty()) {
        m_complaint = u"the colleague found nothing to delete"_s;
        return;
    }
    const QString id = candidates.takeFirst();
    // What is live is refused: the next one then.
    m_service->deleteVersion(routine, id)
        ->then(this, [this, routine, candidates, count](const Result<> &deleted) {
            deleteNext(routine, candidates, deleted ? count - 1 : count);
        });
}

void TourColleague::upload(const QString &routine, const UploadForm &form, const QByteArray &code)
{
    m_service->upload(form, code)->then(this, [this, routine](const Result<> &uploaded) {
        if (!uploaded)
            return fail(uploaded.error());
        m_service->commitUpload(routine, kDescription)
            ->then(this, [this](const Result<QString> &id) {
                m_isDone = id.hasValue();
                if (!id)
                    fail(id.error());
            });
    });
}

} // namespace edgewright
