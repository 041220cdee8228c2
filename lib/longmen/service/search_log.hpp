// SPDX-License-Identifier: GPL-3.0-or-later
// The log of searches as a table, and running it again.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/table.hpp>
#include <longmen/store/searches.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace longmen::service {

/// `run at person query canonical scope as_of generation total publications families`.
[[nodiscard]] Table search_log_table(const std::vector<store::LoggedSearch>& runs, Lang lang);
/// `name query at person`.
[[nodiscard]] Table saved_searches_table(const std::vector<store::SavedSearch>& saved, Lang lang);

struct Replayed {
    enum class Outcome : std::uint8_t {
        same,       ///< same counts
        data_moved, ///< other counts, and the data have changed since
        differs,    ///< other counts on the same data: the program or its models changed
        unreadable  ///< the query can no longer be read
    };
    store::LoggedSearch then;
    std::int64_t generation = 0, hits = 0, families = 0; ///< now
    Outcome outcome = Outcome::same;
};

/// Runs of the log again, as they were read then; the log is not added to. The index must be up to date.
[[nodiscard]] std::vector<Replayed> replay_searches(const store::Workspace& workspace,
                                                    const std::vector<store::LoggedSearch>& runs,
                                                    const std::string& models_folder);
/// `run query generation total families generation_now total_now families_now outcome`.
[[nodiscard]] Table replay_table(const std::vector<Replayed>& runs, Lang lang);

} // namespace longmen::service
