// SPDX-License-Identifier: GPL-3.0-or-later
// A record as a hit.
#pragma once

#include <longmen/search/run.hpp>
#include <longmen/store/texts.hpp>

#include <string>
#include <vector>

namespace longmen::search::detail {

/// What is shown of a record, with the first piece of its texts in which the words stand.
[[nodiscard]] Hit hit_of(const store::TextRecord& record, const std::vector<std::string>& words);

} // namespace longmen::search::detail
