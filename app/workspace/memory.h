// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace edgewright {

class Archive;
class DraftStore;
class Ledger;
class VersionNames;
class VersionQuota;

/// What this computer remembers, for those who ask the service. All of it outlives them.
struct Memory {
    DraftStore &drafts;
    VersionNames &names;
    Archive &archive;
    Ledger &ledger;
    VersionQuota *quota = nullptr; ///< Without it the documented number stands.
};

} // namespace edgewright
