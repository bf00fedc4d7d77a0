// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/servicechoice.h"

using namespace Qt::StringLiterals;

namespace edgewright {

namespace {

constexpr QLatin1StringView kFirstPrefix{"dcdn:"};

} // namespace

Account usedAs(Account account, const ServiceChoice &choice)
{
    account.id = commonAccountId(account.id);
    account.signature = choice.signature;
    if (choice.generation == ApiGeneration::First) {
        account.id.prepend(kFirstPrefix);
        // It has one site only.
        const bool isOther = account.endpoint == Endpoint::hangzhou()
                             || account.endpoint == Endpoint::singapore();
        if (!account.endpoint.isValid() || isOther)
            account.endpoint = Endpoint::dcdn();
    }
    if (account.endpoint.isValid())
        account.endpoint = account.endpoint.speaking(choice.generation);
    return account;
}

QString commonAccountId(const QString &accountId)
{
    return accountId.startsWith(kFirstPrefix) ? accountId.mid(kFirstPrefix.size()) : accountId;
}

ApiGeneration generationOf(const QString &accountId)
{
    return accountId.startsWith(kFirstPrefix) ? ApiGeneration::First : ApiGeneration::Current;
}

} // namespace edgewright
