// SPDX-License-Identifier: GPL-3.0-or-later
// Makes ranges of days.
#include <longmen/search/detail/dates.hpp>

#include <vector>

namespace longmen::search::detail {

Xapian::Query date_range(const Xapian::Database& database, std::string_view prefix, unsigned slot,
                         const std::string& from, const std::string& to) {
    using Xapian::Query;
    constexpr std::size_t year_size = 4;
    const auto first = from.empty() ? std::string{"00000000"} : from;
    const auto last = to.empty() ? std::string{"99999999"} : to;
    std::vector<Query> parts;
    const std::string key{prefix};
    // Is the whole period, year or month, in the range? `0101` and `1231` complete a year, `01` and `31` a
    // month.
    const auto inside = [&](const std::string& period) {
        const bool year = period.size() == year_size;
        return period + (year ? "0101" : "01") >= first && period + (year ? "1231" : "31") <= last;
    };
    const auto outside = [&](const std::string& period) {
        return period < first.substr(0, period.size()) || period > last.substr(0, period.size());
    };
    bool year_inside = false;
    for (auto term = database.allterms_begin(key); term != database.allterms_end(key); ++term) {
        const auto period = (*term).substr(key.size());
        if (outside(period)) {
            continue;
        }
        if (period.size() == year_size) {
            year_inside = inside(period);
            if (year_inside) {
                parts.emplace_back(*term);
            }
        } else if (!year_inside) {
            const Query month(*term);
            parts.push_back(inside(period) ? month
                                           : Query(Query::OP_FILTER, month,
                                                   Query(Query::OP_VALUE_RANGE, slot, first, last)));
        }
    }
    return Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_OR, parts.begin(), parts.end()), 0);
}

} // namespace longmen::search::detail
