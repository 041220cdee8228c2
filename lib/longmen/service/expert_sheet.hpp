// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet experts fill in, for patents of a workspace.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/store/workspace.hpp>

#include <optional>
#include <string>
#include <vector>

namespace longmen::service {

struct ExpertSheetRequest {
    std::string models_folder;
    std::string rule = "gbt-42748";
    std::string scenario; ///< indicators without weight in it are left out; empty: all
    std::optional<Date> as_of;
    std::vector<std::string> numbers; ///< in any form; empty: one patent for the expert to name
};

/// The bytes of an XLSX form. Without numbers no workspace is needed. UsageError: no such rule, scenario or
/// patent.
[[nodiscard]] std::string expert_sheet(const store::Workspace* workspace, const ExpertSheetRequest& request,
                                       Lang lang);

} // namespace longmen::service
