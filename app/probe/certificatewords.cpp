// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/certificatewords.h"

#include "base/log.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

class CertificateText {
    Q_DECLARE_TR_FUNCTIONS(edgewright::ProbeClient)
};

constexpr qsizetype kMostNames = 3;

QString namesOf(const QSslCertificate &certificate)
{
    QStringList names = certificate.subjectAlternativeNames().values(QSsl::DnsEntry);
    if (names.isEmpty())
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    names.sort();
    names = names.mid(0, kMostNames);
    for (QString &name : names)
        name = forLog(name, 80);
    return QLocale().createSeparatedList(names);
}

QString words(const QSslError &error, const QSslCertificate &certificate)
{
    switch (error.error()) {
    case QSslError::HostNameMismatch:
        return CertificateText::tr("its certificate is for %1.").arg(namesOf(certificate));
    case QSslError::CertificateExpired:
        return CertificateText::tr("its certificate has expired.");
    case QSslError::CertificateNotYetValid:
        return CertificateText::tr("its certificate is not valid yet.");
    case QSslError::CertificateRevoked:
        return CertificateText::tr("its certificate was revoked.");
    case QSslError::NoPeerCertificate:
        return CertificateText::tr("it showed no certificate.");
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return CertificateText::tr("nobody this computer trusts vouches for its certificate.");
    default:
        return forLog(error.errorString(), 200);
    }
}

} // namespace

QString certificateWords(const QList<QSslError> &errors, const QSslCertificate &certificate)
{
    // Of several complaints the one about the name says most.
    constexpr std::array telling{QSslError::HostNameMismatch, QSslError::CertificateExpired,
                                 QSslError::CertificateNotYetValid, QSslError::CertificateRevoked};
    for (const QSslError::SslError kind : telling) {
        const auto found = std::ranges::find(errors, kind, &QSslError::error);
        if (found != errors.end())
            return words(*found, certificate);
    }
    return errors.isEmpty() ? QString() : words(errors.constFirst(), certificate);
}

QString protocolWord(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return u"TLS 1.2"_s;
    case QSsl::TlsV1_3:
        return u"TLS 1.3"_s;
    default:
        return u"TLS"_s;
    }
}

} // namespace edgewright
