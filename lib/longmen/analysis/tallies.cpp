// SPDX-License-Identifier: GPL-3.0-or-later
// Counts by category and their concentration.
#include <longmen/analysis/tallies.hpp>

#include <longmen/base/text.hpp>
#include <longmen/indicators/concentration.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace longmen::analysis {

namespace {

Tally finish(std::vector<TallyRow> rows, const Date& as_of, std::size_t n, std::size_t without,
             std::size_t most, const Sentence& rule) {
    Tally result;
    result.categories = rows.size();
    std::ranges::sort(rows, [](const TallyRow& a, const TallyRow& b) {
        return a.count != b.count ? a.count > b.count : a.key < b.key;
    });
    if (rows.size() > most) {
        rows.resize(most);
    }
    for (auto& row : rows) {
        row.share = n > 0 ? static_cast<double>(row.count) / static_cast<double>(n) : 0;
        if (row.name.empty()) {
            row.name = row.key;
        }
    }
    result.rows = std::move(rows);
    result.basis = make_basis({}, as_of, n, without, rule);
    return result;
}

const Sentence joint_rule{"共同申请对每一申请人各计一件",
                          "a joint application counts whole for each applicant"};

template <class Key>
Tally single(const Corpus& corpus, std::span<const std::uint32_t> selection, const Date& as_of, Key key) {
    return tally(
        corpus, selection, [key](const Patent& patent) { return std::vector{std::string{key(patent)}}; },
        as_of);
}

} // namespace

Tally tally(const Corpus& corpus, std::span<const std::uint32_t> selection, const Categories& categories,
            const Date& as_of, std::size_t rows) {
    std::map<std::string, std::size_t> counts;
    std::size_t n = 0;
    bool several = false;
    for (const auto position : selection) {
        const auto keys = categories(corpus.patents[position]);
        n += keys.empty() ? 0 : 1;
        several = several || keys.size() > 1;
        for (const auto& key : keys) {
            ++counts[key];
        }
    }
    std::vector<TallyRow> all;
    for (const auto& [key, count] : counts) {
        all.push_back({key, "", count, 0});
    }
    return finish(
        std::move(all), as_of, n, selection.size() - n, rows,
        several ? Sentence{"一件可属多个类别，各计一件", "a record counts once in each of its categories"}
                : Sentence{});
}

Tally by_type(const Corpus& corpus, std::span<const std::uint32_t> selection, const Date& as_of) {
    return single(corpus, selection, as_of,
                  [](const Patent& patent) { return patent_type_key(patent.type); });
}
Tally by_status(const Corpus& corpus, std::span<const std::uint32_t> selection, const Date& as_of) {
    return single(corpus, selection, as_of,
                  [](const Patent& patent) { return legal_state_key(patent.status); });
}
Tally by_validity(const Corpus& corpus, std::span<const std::uint32_t> selection, const Date& as_of) {
    return single(corpus, selection, as_of,
                  [](const Patent& patent) { return validity_key(validity_of(patent.status)); });
}

Tally top_applicants(const Corpus& corpus, std::span<const std::uint32_t> selection, const Date& as_of,
                     std::size_t rows) {
    std::vector<TallyRow> all;
    std::set<std::uint32_t> counted;
    for (const auto& party : parties(corpus, selection)) {
        all.push_back({party.key, party.name, party.patents.size(), 0});
        counted.insert(party.patents.begin(), party.patents.end());
    }
    return finish(std::move(all), as_of, counted.size(), selection.size() - counted.size(), rows, joint_rule);
}

Tally top_inventors(const Corpus& corpus, std::span<const std::uint32_t> selection, const Date& as_of,
                    std::size_t rows) {
    std::map<std::string, TallyRow> counts;
    std::unordered_map<std::string, std::string> folded;
    std::size_t n = 0;
    for (const auto position : selection) {
        std::set<std::string> seen;
        for (const auto& name : corpus.patents[position].inventors) {
            auto [known, fresh] = folded.try_emplace(name);
            if (fresh) {
                known->second = fold_key(name);
            }
            const std::string& key = known->second;
            if (!key.empty() && seen.insert(key).second) {
                auto& row = counts[key];
                row.key = key;
                row.name = row.name.empty() || name < row.name ? name : row.name;
                ++row.count;
            }
        }
        n += seen.empty() ? 0 : 1;
    }
    std::vector<TallyRow> all;
    for (auto& [key, row] : counts) {
        all.push_back(std::move(row));
    }
    return finish(std::move(all), as_of, n, selection.size() - n, rows,
                  {"同名发明人未作区分", "inventors of the same name are not told apart"});
}

Tally top_subclasses(const Corpus& corpus, std::span<const std::uint32_t> selection, const Date& as_of,
                     std::size_t rows) {
    return tally(corpus, selection, all_subclasses, as_of, rows);
}

Concentration concentration_of(const std::vector<double>& amounts) {
    Concentration result;
    result.parties = amounts.size();
    const auto found = indicators::concentration(amounts);
    if (found.defined()) {
        const auto& value = found.value();
        result.hhi = value.hhi;
        result.effective_parties = value.effective_holders;
        result.cr1 = value.first(1);
        result.cr4 = value.first(4);
        result.cr8 = value.first(8);
    }
    return result;
}

Concentration applicant_concentration(const Corpus& corpus, std::span<const std::uint32_t> selection,
                                      const Date& as_of) {
    const auto everyone = parties(corpus, selection);
    std::map<std::uint32_t, std::size_t> holders;
    for (const auto& party : everyone) {
        for (const auto position : party.patents) {
            ++holders[position];
        }
    }
    std::vector<double> amounts;
    for (const auto& party : everyone) {
        double amount = 0;
        for (const auto position : party.patents) {
            amount += 1.0 / static_cast<double>(holders.at(position));
        }
        amounts.push_back(amount);
    }
    Concentration result = concentration_of(amounts);
    result.basis = make_basis({}, as_of, holders.size(), selection.size() - holders.size(),
                              {"共同申请按申请人数均分", "a joint application is shared out equally"});
    return result;
}

} // namespace longmen::analysis
