// SPDX-License-Identifier: GPL-3.0-or-later
// Which of two values of a field stands: one total order, whatever the order of arrival.
#pragma once

#include <longmen/store/detail/contradiction.hpp>
#include <longmen/store/detail/origin.hpp>
#include <longmen/store/detail/sqlite.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace longmen::store::detail {

/// What a merge did to a record.
struct MergeResult {
    bool changed = false;
    std::int64_t conflicts = 0; ///< newly listed
};

/// Applies incoming values to stored ones. A value pinned by hand stands above all; then a date more exact
/// than a bare year or month, a number above the id of a source (`standing_of`); then the source with the
/// later date (cut-off declared, else the latest date in the file), then the more precise value, then the row
/// with the later document, then the greater text. The losing value is kept.
class Merger {
    Database& database_;
    std::int64_t import_;
    std::int64_t generation_;
    std::unordered_map<std::int64_t, std::string> source_dates_;
    Statement keep_other_, drop_other_, add_history_;

    std::string source_date(std::int64_t import);

public:
    Merger(Database& database, std::int64_t import, std::int64_t generation);
    /// Must be known before values of other imports are merged.
    void set_source_date(std::string date) { source_dates_[import_] = std::move(date); }

    /// Does `a` come from a newer source, or a later document of an equally new one?
    bool newer(const Place& a, const Place& b);
    /// One field of one record. `stored` and `origin` are updated.
    void apply(std::string_view subject, std::int64_t id, std::string_view field, Contradiction contradiction,
               std::string& stored, Origin& origin, std::string_view incoming, const Place& place,
               MergeResult& result);
    /// A value that stands is no longer one that lost.
    void forget_other(std::string_view subject, std::int64_t id, std::string_view field,
                      std::string_view value);
    void history(std::string_view subject, std::int64_t id, std::string_view field, std::string_view old,
                 std::string_view now);
};

} // namespace longmen::store::detail
