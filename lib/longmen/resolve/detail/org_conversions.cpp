// SPDX-License-Identifier: GPL-3.0-or-later
// The last word of a name taken off, and looked up among the others.
#include <longmen/resolve/detail/org_conversions.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace longmen::resolve::detail {
namespace {

constexpr std::string_view stock_form = "stock_cn";
constexpr std::string_view limited_form = "limited_cn";

class Conversions {
    const Ranking& ranking_;
    const OrgTables& tables_;
    std::vector<Keyed> bags_;
    std::map<std::string, std::set<std::string>> longer_; ///< whole names with a word more, by the shorter

public:
    Conversions(const Ranking& ranking, const OrgTables& tables)
        : ranking_(ranking), tables_(tables),
          bags_(ranking.keys([](const auto& name) { return name.bag_key(); })) {}

    std::vector<std::pair<Rank, Rank>> pairs() {
        std::vector<std::pair<Rank, Rank>> found;
        for (Rank rank = 0; rank < ranking_.size(); ++rank) {
            for (const auto& shorter : shorter_names(ranking_.name(rank))) {
                for (const auto other : with_key(bags_, shorter.bag_key())) {
                    if (renamed(ranking_.name(rank), ranking_.name(other), shorter.unit)) {
                        longer_[shorter.bag_key()].insert(ranking_.name(rank).bag_key());
                        found.emplace_back(std::min(rank, other), std::max(rank, other));
                    }
                }
            }
        }
        std::erase_if(found, [&](const auto& pair) { return doubtful(pair.first) || doubtful(pair.second); });
        std::ranges::sort(found);
        return found;
    }

private:
    /// A name without one of its possible last words; `unit` says by what kind of word.
    struct Shorter : OrganisationName {
        enum class Kind { tail, group, institute } unit = Kind::tail;
    };

    [[nodiscard]] bool doubtful(Rank rank) const {
        const auto row = longer_.find(ranking_.name(rank).bag_key());
        return row != longer_.end() && row->second.size() > 1;
    }

    [[nodiscard]] std::vector<Shorter> shorter_names(const OrganisationName& name) const {
        std::vector<Shorter> result;
        if (!name.cjk || name.unit != NameUnit::whole || name.words.size() != 1) {
            return result;
        }
        const std::string_view core = name.words.front().text;
        const auto take = [&](const std::string& tail, std::string_view instead, auto kind) {
            constexpr std::size_t shortest_left = 9; // bytes, three characters
            if (!core.ends_with(tail) || core.size() < tail.size() + shortest_left) {
                return;
            }
            result.push_back({name, kind});
            auto& text = result.back().words.front().text;
            text = std::string{core.substr(0, core.size() - tail.size())} + std::string{instead};
        };
        for (const auto& tail : tables_.renaming_tails) {
            take(tail, "", Shorter::Kind::tail);
        }
        for (const auto& tail : tables_.renaming_groups) {
            take(tail, "", Shorter::Kind::group);
        }
        for (const auto& [before, after] : tables_.renaming_pairs) {
            take(after, before, Shorter::Kind::institute);
        }
        return result;
    }

    [[nodiscard]] static bool renamed(const OrganisationName& longer, const OrganisationName& shorter,
                                      Shorter::Kind kind) {
        if (kind == Shorter::Kind::institute) {
            return longer.type == shorter.type && longer.legal_form == shorter.legal_form;
        }
        const auto& one = longer.legal_form;
        const auto& other = shorter.legal_form;
        const bool chinese =
            (one == stock_form || one == limited_form) && (other == stock_form || other == limited_form);
        return chinese && (one == other) == (kind == Shorter::Kind::group);
    }
};

} // namespace

std::vector<std::pair<Rank, Rank>> conversions(const Ranking& ranking, const OrgTables& tables) {
    return Conversions{ranking, tables}.pairs();
}

} // namespace longmen::resolve::detail
