// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of indicators of a snapshot, as one text.
#pragma once

#include <longmen/service/indicators.hpp>

#include <string>
#include <string_view>

namespace longmen::test {

inline std::string indicator_rows(const store::Snapshot& snapshot, const service::IndicatorRequest& request,
                                  unsigned thread_count = 2) {
    Threads threads{thread_count};
    std::string text;
    service::write_indicators(snapshot, service::compute_indicators(snapshot, nullptr, request, threads), ',',
                              threads, [&](std::string_view piece) { text += piece; });
    return text;
}

} // namespace longmen::test
