// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers out of records.
#include <longmen/service/detail/record_measures.hpp>

#include <longmen/record/columns.hpp>
#include <longmen/store/citations.hpp>
#include <longmen/store/lapses.hpp>

#include <algorithm>
#include <array>
#include <limits>

namespace longmen::service::detail {
namespace {

constexpr std::array<std::string_view, 9> all_names{"publication_day", "grant_day",     "priority_day",
                                                    "claims",          "npl_citations", "lapse_day",
                                                    "term_end_day",    "in_force_from", "in_force_until"};

std::optional<std::int64_t> day(const std::optional<Date>& date) {
    return date ? std::optional<std::int64_t>{date->days()} : std::nullopt;
}

std::optional<std::int64_t> whole_day(const std::optional<Date>& date) {
    return date && date->precision() == DatePrecision::day ? day(date) : std::nullopt;
}

template <typename Value>
std::optional<Value> find(const std::unordered_map<std::int64_t, Value>& values, std::int64_t id) {
    const auto found = values.find(id);
    return found == values.end() ? std::nullopt : std::optional{found->second};
}

} // namespace

RecordMeasures::RecordMeasures(const store::Workspace& workspace, Date as_of, std::size_t nodes)
    : lapses_(store::load_lapses(workspace)), literature_(store::load_literature_counts(workspace)),
      as_of_(as_of), values_(all_names.size() * nodes, missing_measure), nodes_(nodes) {}

void RecordMeasures::put(std::size_t node, std::string_view name, std::optional<std::int64_t> value) {
    if (value && *value > missing_measure && *value <= std::numeric_limits<std::int32_t>::max()) {
        const auto place = static_cast<std::size_t>(std::ranges::find(all_names, name) - all_names.begin());
        values_[place * nodes_ + node] = static_cast<std::int32_t>(*value);
    }
}

void RecordMeasures::set(std::size_t node, const Patent& patent) {
    put(node, "publication_day", day(patent.pub_date));
    put(node, "grant_day", day(patent.grant_date));
    put(node, "priority_day", day(patent.priority_date));
    put(node, "claims", patent.n_claims);
    put(node, "npl_citations", find(literature_, patent.id));
    const auto lapsed = whole_day(find(lapses_, patent.id));
    put(node, "lapse_day", lapsed);
    put(node, "term_end_day", whole_day(patent.expiry_date));
    const auto until = lapsed                                             ? lapsed
                       : validity_of(patent.status) == Validity::in_force ? day(as_of_)
                                                                          : std::nullopt;
    if (until) {
        // Of a grant without its date only the last day is known.
        put(node, "in_force_from", whole_day(patent.grant_date).value_or(*until));
        put(node, "in_force_until", until);
    }
}

std::vector<std::string> RecordMeasures::names() {
    return {all_names.begin(), all_names.end()};
}

} // namespace longmen::service::detail
