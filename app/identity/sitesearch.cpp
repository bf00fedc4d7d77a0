// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/sitesearch.h"

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

/// How much a failure says about the account; the site with the highest one is where it belongs.
int weight(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ServiceNotOpen:
    case ErrorCode::PaymentOverdue:
        return 6;
    case ErrorCode::Forbidden:
    case ErrorCode::TokenExpired:
        return 5;
    case ErrorCode::ClockSkew:
        return 4;
    case ErrorCode::BadCredentials:
        // A wrong signature means that the site knows the key; others do not even know it.
        return error.serviceCode.contains("Signature"_L1) ? 4 : 2;
    case ErrorCode::Network:
    case ErrorCode::Timeout:
    case ErrorCode::Cancelled:
        return 1;
    default:
        return 3;
    }
}

} // namespace

SiteSearch::SiteSearch(QNetworkAccessManager &network, QList<Endpoint> sites, ServiceConfig config,
                       QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_sites(std::move(sites))
    , m_config(std::move(config))
{
}

SiteSearch::~SiteSearch() = default;

Reply<Endpoint> *SiteSearch::start()
{
    auto *reply = new Reply<Endpoint>(parent());
    m_reply = reply;
    connect(reply, &ReplyBase::cancelRequested, this, [this] {
        finish(Error{.code = ErrorCode::Cancelled, .message = tr("Connecting was cancelled.")});
    });
    connect(reply, &QObject::destroyed, this, &QObject::deleteLater);
    if (m_config.credentials.isComplete())
        askNext();
    else
        finish(Error{.code = ErrorCode::BadCredentials,
                     .message = tr("The access key is not complete."),
                     .advice = tr("Both the AccessKey ID and its secret are needed.")});
    return reply;
}

void SiteSearch::askNext()
{
    if (m_sites.isEmpty()) {
        Error error = m_failure.value_or(
            Error{.code = ErrorCode::Internal, .message = tr("There is no site to ask.")});
        error.detail = m_details.join(u'\n');
        finish(error);
        return;
    }
    const Endpoint site = m_sites.takeFirst();
    emit asking(site);
    // Not deleted at once: this may be running inside a handler of its last reply.
    if (m_service) {
        m_service->setParent(this);
        m_service.release()->deleteLater();
    }
    m_config.endpoint = site;
    m_service = createRoutineService(m_network, m_config);
    m_service->fetchServiceState()->then(
        this, [this, site](const Result<ServiceState> &state) { judge(site, state); });
}

void SiteSearch::judge(const Endpoint &site, const Result<ServiceState> &state)
{
    if (m_reply == nullptr || m_reply->isFinished())
        return;
    if (state && *state == ServiceState::Running) {
        finish(site);
        return;
    }
    Error error{.code = ErrorCode::ServiceNotOpen};
    if (!state) {
        error = state.error();
    } else if (*state == ServiceState::Creating) {
        error.message = tr("Edge routines are still being activated for this account.");
        error.advice = tr("Try again in a minute.");
    } else {
        error.message = tr("Edge routines are not activated for this account.");
        error.advice = tr("Activate them in the console, then connect again.");
    }
    keep(site, error);
    askNext();
}

void SiteSearch::keep(const Endpoint &site, Error error)
{
    m_details.append(
        site.hostHeader() + u": "_s
        + (error.detail.isEmpty() ? u"edge routines are not running"_s : error.detail));
    if (!m_failure || weight(error) > weight(*m_failure))
        m_failure = std::move(error);
}

void SiteSearch::finish(const Result<Endpoint> &result)
{
    if (m_reply != nullptr)
        m_reply->resolve(result);
}

} // namespace edgewright
