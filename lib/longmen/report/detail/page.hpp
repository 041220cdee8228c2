// SPDX-License-Identifier: GPL-3.0-or-later
// What a report's page is made of; the values are generated from lib/longmen/report/web when building.
#pragma once

#include <string_view>

namespace longmen::report::detail {

extern const std::string_view chart_script;
extern const std::string_view chart_library_version;
extern const std::string_view style_sheet;
extern const std::string_view page_template;

} // namespace longmen::report::detail
