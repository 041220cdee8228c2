// SPDX-License-Identifier: GPL-3.0-or-later
// Every column is cut where the documents end.
#include <longmen/indicators/cut_off.hpp>

#include <algorithm>

namespace longmen::indicators {
namespace {

template <typename Item>
std::span<const Item> head(std::span<const Item> items, std::size_t nodes) {
    return items.first(std::min(items.size(), nodes));
}

graph::Lists head(const graph::Lists& lists, std::size_t nodes) {
    return lists.size() <= nodes
               ? lists
               : graph::Lists{lists.offsets.first(nodes + 1), lists.items.first(lists.offsets[nodes])};
}

} // namespace

CutOff::CutOff(const ColumnInput& whole, graph::Day as_of, Threads& threads)
    : prefix_(whole.graph, graph::documents_until(whole.graph, as_of), threads), input_(whole) {
    const auto nodes = prefix_.graph().nodes();
    input_.graph = prefix_.graph();
    input_.classes = head(whole.classes, nodes);
    input_.applicants = head(whole.applicants, nodes);
    input_.family = head(whole.family, nodes);
    input_.field = head(whole.field, nodes);
    input_.numbers = head(whole.numbers, nodes);
    input_.records = head(whole.records, nodes);
    input_.as_of = as_of;
    for (const auto& [name, values] : whole.measures) {
        auto known = head(values, nodes);
        const auto later = [as_of](std::int32_t day) { return day > as_of; };
        if (name.ends_with("_day") && std::ranges::any_of(known, later)) {
            known_days_.emplace_back(known.size());
            std::ranges::replace_copy_if(known, known_days_.back().begin(), later, missing_measure);
            known = known_days_.back().view();
        }
        measures_.push_back({name, known});
    }
    input_.measures = measures_;
}

} // namespace longmen::indicators
