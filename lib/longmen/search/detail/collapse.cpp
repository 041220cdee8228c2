// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the matches of families.
#include <longmen/search/detail/collapse.hpp>
#include <longmen/search/detail/layout.hpp>

#include <unordered_map>
#include <utility>

namespace longmen::search::detail {
namespace {

class FamilySpy final : public Xapian::MatchSpy {
    std::unordered_map<std::string, std::size_t>& members_;

public:
    explicit FamilySpy(std::unordered_map<std::string, std::size_t>& members) : members_(members) {}
    void operator()(const Xapian::Document& document, double /*weight*/) override {
        const auto found = members_.find(document.get_value(slot_family));
        if (found != members_.end()) {
            ++found->second;
        }
    }
};

} // namespace

void count_members(Xapian::Enquire& enquire, Xapian::doccount all, bool remote,
                   const std::vector<std::string>& families, std::vector<Hit>& hits) {
    std::unordered_map<std::string, std::size_t> members;
    for (const auto& family : families) {
        if (!family.empty()) {
            members.emplace(family, 0);
        }
    }
    if (remote) {
        Xapian::ValueCountMatchSpy counted(slot_family);
        enquire.add_matchspy(&counted);
        (void)enquire.get_mset(0, 0, all);
        enquire.clear_matchspies();
        for (auto value = counted.values_begin(); value != counted.values_end(); ++value) {
            if (const auto found = members.find(*value); found != members.end()) {
                found->second = value.get_termfreq();
            }
        }
    } else {
        FamilySpy spy(members);
        enquire.add_matchspy(&spy);
        (void)enquire.get_mset(0, 0, all);
        enquire.clear_matchspies();
    }
    for (std::size_t i = 0; i < hits.size(); ++i) {
        hits[i].members = families[i].empty() ? 1 : members.at(families[i]);
    }
}

} // namespace longmen::search::detail
