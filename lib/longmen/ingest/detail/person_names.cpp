// SPDX-License-Identifier: GPL-3.0-or-later
// Persons linked, by id; each with the best name met.
#include <longmen/ingest/detail/person_names.hpp>

#include <algorithm>

namespace longmen::ingest::detail {

void PersonNames::end_links() {
    std::vector<PackedNumber> persons;
    persons.reserve(links_.size());
    for (const auto& link : links_) {
        persons.push_back(link.person);
    }
    std::ranges::sort(persons);
    persons.erase(std::ranges::unique(persons).begin(), persons.end());
    std::vector<std::uint32_t> none;
    index_ = std::make_unique<IdIndex>(persons, none);
    names_.resize(persons.size());
}

void PersonNames::put(Name& known, std::string_view text, bool second) {
    if (text.empty()) {
        return;
    }
    const bool better = known.number == 0 || (known.second && !second) ||
                        (known.second == second && text < table_.name(known.number - 1));
    if (better) {
        known = {table_.number(text, 0) + 1, second};
    }
}

void PersonNames::add_name(PackedNumber person, std::string_view first, std::string_view second) {
    if (const auto at = index_->find(person); at != IdIndex::none) {
        put(names_[at], first, false);
        put(names_[at], second, true);
    }
}

std::vector<Link> PersonNames::settle(NameTable& table, const std::string& file, BulkFaults& faults) {
    std::vector<Link> links;
    links.reserve(links_.size());
    FaultList unknown;
    for (const auto& link : links_) {
        const auto& name = names_[index_->find(link.person)];
        if (name.number == 0) {
            unknown.add(BulkFault::unknown_id, 0, "person_id " + unpack_number(link.person));
        } else {
            links.push_back({link.row, name.number - 1, link.order});
        }
    }
    unknown.move_to(faults, file);
    table = std::move(table_);
    std::vector<PersonLink>{}.swap(links_);
    return links;
}

} // namespace longmen::ingest::detail
