// SPDX-License-Identifier: GPL-3.0-or-later
// Several indexes out of one pass over the records.
#pragma once

#include <longmen/search/detail/build.hpp>
#include <longmen/store/texts.hpp>

#include <cstddef>
#include <functional>
#include <vector>

namespace longmen::search::detail {

/// Reads every record of the workspace once and puts it, with its text, into the part it belongs to; the
/// parts are written side by side. `ids` of the builds are not looked at. The same records give the same
/// parts whatever the number of threads.
void build_parts(const store::Workspace& workspace, const std::vector<Build>& builds,
                 const std::function<std::size_t(const store::TextRecord&)>& part_of,
                 const IndexSettings& settings, Threads& threads, Progress& progress);

} // namespace longmen::search::detail
