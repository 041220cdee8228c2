// SPDX-License-Identifier: GPL-3.0-or-later
// What experts said of patents, as the workspace keeps it.
#pragma once

#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::store {

struct ExpertScore {
    std::string indicator;       ///< id in the rule
    std::optional<double> score; ///< 0 to 100; absent where the expert gave words only
    std::string reason, evidence;
    std::uint64_t row = 0; ///< of the file
};

/// What one scorer says of one patent under one rule.
struct ExpertSheet {
    std::int64_t patent = 0; ///< Patent::id
    std::string rule, scenario, scorer, date;
    std::string file;                ///< name without folder
    std::int64_t import = 0;         ///< id of the import
    std::vector<ExpertScore> scores; ///< by indicator
};

/// The sheets under a rule that stand, none that was replaced; by patent, then scorer.
[[nodiscard]] std::vector<ExpertSheet> load_expert_sheets(const Workspace& workspace, std::string_view rule);

/// Ids of the rules of which there are sheets that stand, sorted.
[[nodiscard]] std::vector<std::string> list_expert_rules(const Workspace& workspace);

} // namespace longmen::store
