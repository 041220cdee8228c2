// SPDX-License-Identifier: GPL-3.0-or-later
// The navigation report of an enterprise: its patents, its rivals, its gaps, its risks, the programme.
#pragma once

#include <longmen/report/document.hpp>
#include <longmen/report/report_data.hpp>

#include <cstddef>

namespace longmen::report {

/// `enterprise` is a position in the corpus. The outline follows GB/T 39551.4-2020. UsageError when there is
/// none.
[[nodiscard]] Document enterprise_report(const ReportData& data, std::size_t enterprise);

} // namespace longmen::report
