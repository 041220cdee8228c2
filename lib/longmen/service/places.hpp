// SPDX-License-Identifier: GPL-3.0-or-later
// Province, city and county that an address tells, where the source has no columns for them.
#pragma once

#include <longmen/record/import_row.hpp>
#include <longmen/resolve/address.hpp>
#include <longmen/store/workspace.hpp>

#include <string>

namespace longmen::service {

class Places {
    resolve::Regions regions_;

public:
    /// The table of `vocabulary/regions.toml` of the models folder, and the divisions that were taken into
    /// the workspace. DataError as resolve::Regions::read.
    Places(const std::string& models_folder, const store::Workspace& workspace);

    /// Fills province (short), city and county (in full) from the address where they are absent; the values
    /// stand under the column of the address. What the address does not tell stays absent.
    void complete(PatentRow& row) const;
    void complete(EnterpriseRow& row) const;
};

} // namespace longmen::service
