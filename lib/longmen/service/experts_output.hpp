// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets of experts in a workspace, counted by rule, as a table.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/table.hpp>
#include <longmen/store/workspace.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace longmen::service {

/// The sheets under one rule that stand.
struct ExpertTally {
    std::string rule;
    std::size_t sheets = 0, scorers = 0, patents = 0;
    std::string first, last; ///< dates of scoring, ISO
    /// Sheets without a score for some indicator of the rule, and patents with fewer scorers than the rule
    /// asks for; nothing where the rule is not among the models, so that neither is known.
    std::optional<std::size_t> incomplete, short_of_scorers;
};

/// By rule; empty without a sheet. A rule is taken in its highest version. DataError as load_evaluation_rule.
[[nodiscard]] std::vector<ExpertTally> tally_experts(const store::Workspace& workspace,
                                                     const std::string& models_folder);
/// `rule sheets scorers patents first last incomplete short_of_scorers`.
[[nodiscard]] Table expert_table(const std::vector<ExpertTally>& tallies, Lang lang);

} // namespace longmen::service
