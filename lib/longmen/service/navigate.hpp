// SPDX-License-Identifier: GPL-3.0-or-later
// Navigation reports from a workspace.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/base/lang.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/service/search_quality.hpp>
#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace longmen::service {

struct NavigateRequest {
    enum class Subject : std::uint8_t { park, enterprise };
    std::string models_folder;
    Subject subject = Subject::park;
    std::string name; ///< of the park (empty: the only one, or all enterprises), or the enterprise by code or
                      ///< any name
    std::string model = "longmen-first";
    std::string programme = "jinzhong-2020";
    std::optional<Date> as_of; ///< default: the workspace's data date
    Lang lang = Lang::zh;
    std::vector<QualityChoice> searches; ///< told in the data chapter; those that were judged when empty
};

/// The report as one HTML file. UsageError when there is no such park, enterprise, model, programme, run or
/// reference set.
[[nodiscard]] std::string navigate(const store::Workspace& workspace, const NavigateRequest& request,
                                   Progress& progress);

} // namespace longmen::service
