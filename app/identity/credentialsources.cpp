// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/credentialsources.h"

#include "base/durablefile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr qint64 kLargestConfig = 1'000'000;

struct CredentialSources {
    Q_DECLARE_TR_FUNCTIONS(edgewright::CredentialSources)
};

Secret secretOf(const QString &text)
{
    return Secret(text.trimmed().toUtf8());
}

std::optional<AccountOffer> environmentOffer(const QProcessEnvironment &environment)
{
    const QString id = environment.value(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s).trimmed();
    const Secret secret = secretOf(environment.value(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s));
    if (id.isEmpty() && secret.isEmpty())
        return {};
    AccountOffer offer{
        .account = {.id = u"environment"_s,
                    .kind = AccountKind::Environment,
                    .name = CredentialSources::tr("Environment variables"),
                    .accessKeyId = id},
        .credentials = {.accessKeyId = id,
                        .accessKeySecret = secret,
                        .securityToken =
                            secretOf(environment.value(u"ALIBABA_CLOUD_SECURITY_TOKEN"_s))},
    };
    //: %1 is the name of an environment variable
    const QString missing = CredentialSources::tr("%1 is not set.");
    if (id.isEmpty())
        offer.unusableReason = missing.arg("ALIBABA_CLOUD_ACCESS_KEY_ID"_L1);
    else if (secret.isEmpty())
        offer.unusableReason = missing.arg("ALIBABA_CLOUD_ACCESS_KEY_SECRET"_L1);
    return offer;
}

QString unusableReason(const QString &mode, const Credentials &credentials)
{
    const bool isToken = mode.compare("StsToken"_L1, Qt::CaseInsensitive) == 0;
    const bool isKey = mode.isEmpty() || mode.compare("AK"_L1, Qt::CaseInsensitive) == 0;
    if (!isToken && !isKey)
        //: %1 is a mode of a profile, such as RamRoleArn
        return CredentialSources::tr("Profiles of mode %1 are not supported yet.").arg(mode);
    if (!credentials.isComplete())
        return CredentialSources::tr("The profile has no complete access key.");
    if (isToken && credentials.securityToken.isEmpty())
        return CredentialSources::tr("The profile has no security token.");
    if (credentials.expiresAt.isValid() && credentials.expiresAt <= QDateTime::currentDateTimeUtc())
        return CredentialSources::tr("The profile's security token has expired.");
    return {};
}

AccountOffer profileOffer(const QJsonObject &profile)
{
    const QString name = profile.value("name"_L1).toString();
    const QString mode = profile.value("mode"_L1).toString().trimmed();
    const QString id = profile.value("access_key_id"_L1).toString().trimmed();
    Credentials credentials{
        .accessKeyId = id,
        .accessKeySecret = secretOf(profile.value("access_key_secret"_L1).toString()),
    };
    // The command line ignores a token left over from another mode; so must a signature.
    if (mode.compare("StsToken"_L1, Qt::CaseInsensitive) == 0)
        credentials.securityToken = secretOf(profile.value("sts_token"_L1).toString());
    if (const qint64 seconds = profile.value("sts_expiration"_L1).toInteger();
        seconds > 0 && !credentials.securityToken.isEmpty())
        credentials.expiresAt = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
    return {.account = {.id = u"cli:"_s + name,
                        .kind = AccountKind::CliProfile,
                        .name = name,
                        .accessKeyId = id},
            .credentials = credentials,
            .unusableReason = unusableReason(mode, credentials)};
}

AccountOffer brokenConfig(const QString &reason)
{
    return {.account = {.id = u"cli:"_s,
                        .kind = AccountKind::CliProfile,
                        .name = u"~/.aliyun/config.json"_s},
            .unusableReason = reason};
}

QString currentProfile(const QProcessEnvironment &environment, const QJsonObject &config)
{
    // In the command line's own order.
    for (const QString &variable :
         {u"ALIBABACLOUD_PROFILE"_s, u"ALIBABA_CLOUD_PROFILE"_s, u"ALICLOUD_PROFILE"_s})
    {
        if (const QString name = environment.value(variable); !name.isEmpty())
            return name;
    }
    return config.value("current"_L1).toString();
}

QList<AccountOffer> profileOffers(const QProcessEnvironment &environment, const QString &home)
{
    const Result<QByteArray> content =
        readWholeFile(home + u"/.aliyun/config.json"_s, kLargestConfig);
    if (!content) {
        if (content.error().code == ErrorCode::NotFound)
            return {};
        return {brokenConfig(content.error().message)};
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(*content, &problem);
    if (!document.isObject() || !document.object().value("profiles"_L1).isArray())
        return {brokenConfig(
            CredentialSources::tr("The file is not a configuration of the aliyun command line."))};

    QList<AccountOffer> offers;
    QSet<QString> names;
    const QJsonArray profiles = document.object().value("profiles"_L1).toArray();
    for (const QJsonValue &profile : profiles) {
        const QString name = profile.toObject().value("name"_L1).toString();
        if (name.isEmpty() || names.contains(name))
            continue;
        names.insert(name);
        offers.append(profileOffer(profile.toObject()));
    }
    const QString current = currentProfile(environment, document.object());
    std::ranges::stable_partition(
        offers, [&](const AccountOffer &offer) { return offer.account.name == current; });
    return offers;
}

} // namespace

QList<AccountOffer> discoverAccounts(const QProcessEnvironment &environment, const QString &home)
{
    QList<AccountOffer> offers;
    if (const std::optional<AccountOffer> offer = environmentOffer(environment))
        offers.append(*offer);
    const QString disabled = environment.value(u"ALIBABA_CLOUD_CLI_PROFILE_DISABLED"_s);
    if (disabled.compare("true"_L1, Qt::CaseInsensitive) != 0)
        offers.append(profileOffers(environment, home));
    return offers;
}

} // namespace edgewright
