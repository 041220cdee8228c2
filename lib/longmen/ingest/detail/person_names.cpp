// SPDX-License-Identifier: GPL-3.0-or-later
// Persons linked, by id; each with the best name met.
#include <longmen/ingest/detail/person_names.hpp>

#include <longmen/base/memory.hpp>
#include <longmen/ingest/detail/link_lists.hpp>
#include <longmen/ingest/detail/list_writer.hpp>

#include <vector>

namespace longmen::ingest::detail {

void PersonNames::end_links() {
    persons_.end();
    for (auto& names : names_) {
        names = Buffer<Name>(persons_.size());
    }
}

void PersonNames::put(Name& known, std::string_view text, bool second) {
    if (text.empty()) {
        return;
    }
    const bool better = known.number == 0 || (known.second != 0 && !second) ||
                        ((known.second != 0) == second && text < block_.name(known.number - 1));
    if (better) {
        known.number = (block_.number(text) + 1) & NameBlock::most;
        known.second = second ? 1 : 0;
    }
}

void PersonNames::add_name(PackedNumber person, std::string_view name, std::string_view other_of_applicant,
                           std::string_view other_of_inventor) {
    const auto at = persons_.rank(person);
    if (at == KeyRanks::none) {
        return;
    }
    put(names_[0][at], name, false);
    put(names_[0][at], other_of_applicant, true);
    put(names_[1][at], name, false);
    put(names_[1][at], other_of_inventor, true);
}

std::uint32_t PersonNames::name_of(const PersonLink& link, PersonRole role) const {
    if (!by_id_) {
        return static_cast<std::uint32_t>(link.person);
    }
    const auto& name = names_.at(static_cast<std::size_t>(role))[persons_.rank(link.person)];
    return name.number == 0 ? unnamed : name.number - 1;
}

void PersonNames::settle(PersonRole role, ScratchLists& lists, FaultList& unknown, Threads& threads) {
    auto& runs = links(role);
    const auto text_of = [&](std::uint32_t name) { return block_.name(name); };
    ListWriter writer{lists, block_.size()};
    std::vector<Link> links;
    for (std::size_t range = 0; range < runs.ranges(); ++range) {
        runs.take(range, [&](std::span<const PersonLink> some) {
            for (const auto& link : some) {
                if (const auto name = name_of(link, role); name == unnamed) {
                    unknown.add(BulkFault::unknown_id, 0, "person_id " + unpack_number(link.person));
                } else {
                    links.push_back(
                        {static_cast<std::uint32_t>(link.row - runs.begin(range)), name, link.order});
                }
            }
        });
        const auto of_range = make_lists(links, runs.rows(range), text_of, threads);
        for (std::size_t row = 0; row < runs.rows(range); ++row) {
            for (const auto name : of_range.view()[row]) {
                writer.add(name, text_of);
            }
            writer.end_list();
        }
    }
    if (role == PersonRole::inventor && writer.empty()) { // not known, rather than none
        lists.offsets = ScratchColumn<ArcId>{Scratch{}};
    }
}

void PersonNames::settle(const std::string& file, Threads& threads, RelationalTables& tables) {
    block_.end_names();
    for (const auto role : {PersonRole::applicant, PersonRole::inventor}) {
        FaultList unknown;
        auto& lists = role == PersonRole::applicant ? tables.applicants : tables.inventors;
        settle(role, lists, unknown, threads);
        unknown.move_to(tables.faults, file);
        names_.at(static_cast<std::size_t>(role)) = {};
        give_back_freed();
    }
}

} // namespace longmen::ingest::detail
