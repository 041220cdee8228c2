// SPDX-License-Identifier: GPL-3.0-or-later
// What a snapshot holds, counted.
#include <longmen/base/date.hpp>
#include <longmen/service/snapshot.hpp>

#include <algorithm>
#include <span>

namespace longmen::service {
namespace {

std::string day_text(Day day) {
    return day == unknown_day ? std::string{} : Date::from_days(day).iso();
}

/// Different values, which are small; `none` is not counted.
template <typename Value, typename Which>
std::uint64_t count_different(std::span<const Value> values, Which which, std::uint64_t none) {
    std::vector<bool> met;
    for (const auto& value : values) {
        const std::size_t one = which(value);
        if (one >= met.size()) {
            met.resize(std::max(one + 1, met.size() * 2), false);
        }
        met[one] = true;
    }
    if (none < met.size()) {
        met[none] = false;
    }
    return static_cast<std::uint64_t>(std::ranges::count(met, true));
}

/// Columns of which some snapshots have none.
void describe_columns(const store::Snapshot& snapshot, SnapshotInfo& info) {
    constexpr auto no_value = ~std::uint64_t{0};
    const auto& columns = snapshot.columns();
    const auto same = [](auto value) { return value; };
    info.offices = count_different(columns.numbers, office_of, 0);
    if (columns.inventors.size() > 0) {
        info.inventors = columns.inventor_names.size();
    }
    if (!columns.family.empty()) {
        info.families = count_different(columns.family, same, no_value);
    }
    if (!columns.field.empty()) {
        info.with_field = columns.field.size() - std::ranges::count(columns.field, 0);
        info.fields = count_different(columns.field, same, 0);
    }
    for (const auto& measure : snapshot.measures()) {
        info.measures.push_back(
            {std::string{measure.name},
             measure.values.size() - std::ranges::count(measure.values, missing_measure)});
    }
}

} // namespace

SnapshotInfo describe_snapshot(const store::Snapshot& snapshot, Threads& threads) {
    const auto graph = citation_graph(snapshot);
    SnapshotInfo info;
    info.documents = graph.nodes();
    info.citations = graph.arcs();
    info.classes = snapshot.columns().class_names.size();
    info.applicants = snapshot.columns().applicant_names.size();
    describe_columns(snapshot, info);
    for (std::size_t node = 0; node < graph.nodes(); ++node) {
        info.citing += graph.cited.count(node) > 0 ? 1 : 0;
        info.cited += graph.citing.count(node) > 0 ? 1 : 0;
    }
    const auto first = std::ranges::upper_bound(graph.day, unknown_day);
    if (first != graph.day.end()) {
        info.first_day = day_text(*first);
        info.last_day = day_text(graph.day.back());
    }
    info.disorder = graph::count_disorder(graph, graph::find_topology(graph, threads), threads);
    info.damaged = snapshot.damaged();
    info.sections = snapshot.sections();
    info.origin = snapshot.about("origin");
    info.generation = snapshot.about("generation");
    info.clock = snapshot.about("clock");
    info.unit = snapshot.about("unit");
    return info;
}

} // namespace longmen::service
