// SPDX-License-Identifier: GPL-3.0-or-later
// The navigation report of a park: direction of the industry, position of the park, paths, programme.
#pragma once

#include <longmen/report/document.hpp>
#include <longmen/report/report_data.hpp>

#include <string>

namespace longmen::report {

/// `park` as the enterprises name it; all enterprises of the workspace when empty. The outline follows the
/// order of the national guide for industry planning (GB/T 39551.3-2020): direction, position, path.
/// UsageError naming the parks there are when none has the name.
[[nodiscard]] Document park_report(const ReportData& data, const std::string& park);

} // namespace longmen::report
