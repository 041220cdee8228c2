// SPDX-License-Identifier: GPL-3.0-or-later
// Assets besides patents as the workspace keeps them.
#pragma once

#include <longmen/record/asset.hpp>
#include <longmen/store/workspace.hpp>

#include <vector>

namespace longmen::store {

/// All of them, by kind, number, normalised owner, name. `enterprise` is left open: load_corpus ties owners.
[[nodiscard]] std::vector<Asset> load_assets(const Workspace& workspace);

} // namespace longmen::store
