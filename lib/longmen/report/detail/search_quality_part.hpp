// SPDX-License-Identifier: GPL-3.0-or-later
// Precision and recall of searches in the data chapter.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/report/document.hpp>
#include <longmen/report/search_quality.hpp>

namespace longmen::report::detail {

/// A heading, a table of shares with intervals and lines, and what has to be said of judges and reference
/// sets; one sentence when nothing was judged.
void say_search_quality(Chapter& chapter, const SearchQuality& quality, Lang lang);

} // namespace longmen::report::detail
