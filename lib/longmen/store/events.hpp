// SPDX-License-Identifier: GPL-3.0-or-later
// Events around rights as the workspace keeps them.
#pragma once

#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::store {

struct PatentEvent {
    std::int64_t patent = 0; ///< Patent::id
    std::string code;        ///< key of an EventKind or LegalState, else as written
    std::string date;        ///< ISO, may be empty
    std::string detail;
    std::string source_date; ///< of the file it came from, may be empty
};

/// Events of one code, or all when it is empty; by patent, date, code, detail.
[[nodiscard]] std::vector<PatentEvent> load_events(const Workspace& workspace, std::string_view code = {});

} // namespace longmen::store
