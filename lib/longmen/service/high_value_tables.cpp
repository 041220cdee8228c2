// SPDX-License-Identifier: GPL-3.0-or-later
// High-value patents as tables: one by one, and counted by case, industry, holder, place and year.
#include <longmen/base/text.hpp>
#include <longmen/record/organisation.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/high_value.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace longmen::service {
namespace {

using programme::CaseState;
using programme::HighValueVerdict;

constexpr std::int64_t people_of_rate = 10'000;

std::string case_key(const programme::HighValueCase& of) {
    return fold_key(of.id);
}

Cell share_cell(std::size_t part, std::size_t whole) {
    return whole == 0 ? Cell{} : Cell{Decimal{static_cast<double>(part) / static_cast<double>(whole), 4, 3}};
}

std::string_view validity_key_of(const std::optional<bool>& valid) {
    return !valid ? "unknown" : *valid ? "in_force" : "not_in_force";
}

void add_columns(Table& table, std::initializer_list<Heading> headings, Lang lang) {
    const auto more = table_with(headings, lang);
    table.columns.insert(table.columns.end(), more.columns.begin(), more.columns.end());
}

/// The columns of counts, and a row of them.
class CountColumns {
    const HighValueList& list_;

public:
    explicit CountColumns(const HighValueList& list) : list_(list) {}

    void declare(Table& table, Lang lang) const {
        add_columns(table,
                    {{"valid", {"有效发明", "Valid"}},
                     {"valid_unknown", {"效力不明", "Validity unknown"}},
                     {"high_value", {"高价值（下限）", "High-value (at least)"}},
                     {"high_value_upper", {"高价值（上限）", "At most"}},
                     {"share", {"占有效发明", "Share of valid"}},
                     {"share_upper", {"占比上限", "Share at most"}}},
                    lang);
        for (const auto& each : list_.rule.cases) {
            table.columns.push_back({case_key(each), each.id});
        }
        if (list_.populations) {
            add_columns(table,
                        {{"population", {"人口", "People"}},
                         {"per_10k", {"每万人口", "Per 10,000"}},
                         {"per_10k_upper", {"每万人口上限", "Per 10,000 at most"}}},
                        lang);
        }
    }

    void write(std::vector<Cell>& row, const HighValueCount& count,
               std::optional<std::int64_t> people) const {
        row.push_back(count_cell(count.valid));
        row.push_back(count_cell(count.valid_unknown));
        row.push_back(count_cell(count.high_value));
        row.push_back(count_cell(count.upper()));
        row.push_back(share_cell(count.high_value, count.valid));
        row.push_back(share_cell(count.upper(), count.valid + count.valid_unknown));
        for (const auto& each : list_.rule.cases) {
            row.push_back(count_cell(count.met.at(static_cast<std::size_t>(each.test))));
        }
        if (!list_.populations) {
            return;
        }
        const auto rate = [&](std::size_t patents) {
            return people ? Cell{Decimal{static_cast<double>(patents) * people_of_rate /
                                             static_cast<double>(*people),
                                         4, 2}}
                          : Cell{};
        };
        row.push_back(people ? Cell{*people} : Cell{});
        row.push_back(rate(count.high_value));
        row.push_back(rate(count.upper()));
    }

    /// Of a place by its name; the region asked for has the people of everything.
    [[nodiscard]] std::optional<std::int64_t> people(std::string_view place) const {
        const auto& region = list_.request.region;
        if (!region.empty() && place.find(region) != std::string_view::npos) {
            return list_.people();
        }
        return list_.populations && !list_.populations->everything ? list_.populations->of(place)
                                                                   : std::nullopt;
    }
};

Table by_patent(const HighValueList& list, Lang lang) {
    auto table = table_with({{"number", {"专利号", "Number"}},
                             {"title", {"名称", "Title"}},
                             {"applicant", {"申请人", "Applicant"}},
                             {"filed", {"申请日", "Filed"}},
                             {"granted", {"授权日", "Granted"}},
                             {"validity", {"效力", "Validity"}},
                             {"verdict", {"判定", "Verdict"}}},
                            lang);
    for (const auto& each : list.rule.cases) {
        table.columns.push_back({case_key(each), each.id});
    }
    add_columns(table, {{"reasons", {"理由代码", "Reasons"}}, {"evidence", {"依据", "Evidence"}}}, lang);
    std::vector<const HighValuePatent*> order;
    for (const auto& of : list.patents) {
        if (!of.valid || *of.valid) {
            order.push_back(&of);
        }
    }
    std::ranges::stable_sort(order, std::greater{},
                             [](const HighValuePatent* of) { return of->judgement.verdict; });
    for (const auto* of : order) {
        const auto& patent = list.corpus.patents[of->patent];
        const auto date = [](const std::optional<Date>& day) { return day ? Cell{day->iso()} : Cell{}; };
        std::vector<Cell> row{patent.number,
                              text_cell(patent.title.empty() ? patent.title_en : patent.title),
                              text_cell(join(patent.applicants, "; ")),
                              date(patent.app_date),
                              date(patent.grant_date),
                              std::string{validity_key_of(of->valid)},
                              std::string{verdict_key(of->judgement.verdict)}};
        std::vector<std::string> reasons, evidence;
        for (const auto& each : list.rule.cases) {
            const auto& result = of->judgement.cases.at(static_cast<std::size_t>(each.test));
            row.emplace_back(std::string{case_state_key(result.state)});
            reasons.push_back(fmt::format("{}:{}", each.id, case_reason_key(result.reason)));
            if (result.state != CaseState::not_met && result.reason != programme::CaseReason::not_examined) {
                evidence.push_back(
                    fmt::format("{} {}", each.id, high_value_evidence(list, *of, each.test).in(lang)));
            }
        }
        row.emplace_back(join(reasons, "; "));
        row.push_back(text_cell(join(evidence, lang == Lang::zh ? "；" : "; ")));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table by_case(const HighValueList& list, Lang lang) {
    auto table = table_with({{"case", {"情形", "Case"}},
                             {"name", {"含义", "Meaning"}},
                             {"met", {"符合", "Met"}},
                             {"unknown", {"不明", "Unknown"}},
                             {"only", {"仅因此项", "By this alone"}},
                             {"share_of_high_value", {"占高价值", "Share of high-value"}},
                             {"examined", {"是否审查", "Examined"}},
                             {"source", {"依据", "Source"}},
                             {"clause", {"条款", "Clause"}},
                             {"settled_source", {"参数依据", "Parameters by"}},
                             {"settled_clause", {"参数说明", "Parameters"}}},
                            lang);
    const auto total = list.total();
    std::array<std::size_t, programme::high_value_tests> only{};
    for (const auto& of : list.patents) {
        if (of.valid.value_or(false)) {
            std::size_t met = 0, last = 0;
            for (std::size_t test = 0; test < only.size(); ++test) {
                if (of.judgement.cases.at(test).state == CaseState::met) {
                    ++met;
                    last = test;
                }
            }
            only.at(last) += met == 1 ? 1 : 0;
        }
    }
    for (const auto& each : list.rule.cases) {
        const auto test = static_cast<std::size_t>(each.test);
        const bool examined =
            list.records.test(test) || each.without_records == programme::WithoutRecords::unknown;
        table.rows.push_back({each.id, std::string{each.name.in(lang)}, count_cell(total.met.at(test)),
                              count_cell(total.unknown.at(test)), count_cell(only.at(test)),
                              share_cell(total.met.at(test), total.high_value),
                              std::string{examined ? "yes" : "no"}, each.origin.source, each.origin.clause,
                              each.settled.source, each.settled.clause});
    }
    return table;
}

/// Entries of the table that valid inventions meet, by their place in it.
Table by_industry(const HighValueList& list, Lang lang) {
    auto table = table_with({{"code", {"代码", "Code"}},
                             {"industry", {"产业", "Industry"}},
                             {"entry", {"类别", "Entry"}},
                             {"hits", {"命中", "Hits"}},
                             {"candidates", {"候选", "Candidates"}}},
                            lang);
    const auto& entries = list.industries.entries();
    std::vector<std::pair<std::size_t, std::size_t>> counts(entries.size());
    for (const auto& of : list.patents) {
        if (!of.valid.value_or(false)) {
            continue;
        }
        for (const auto& place : of.facts.industry.hits) {
            ++counts[place.entry].first;
        }
        for (const auto& place : of.facts.industry.candidates) {
            ++counts[place.entry].second;
        }
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (counts[i].first + counts[i].second > 0) {
            table.rows.push_back({entries[i].id, std::string{entries[i].industry.in(lang)},
                                  std::string{entries[i].name.in(lang)}, count_cell(counts[i].first),
                                  count_cell(counts[i].second)});
        }
    }
    return table;
}

/// Groups by a key in its order, each with some cells before the counts.
template <typename Key>
using Groups = std::map<Key, HighValueCount>;

Table by_applicant(const HighValueList& list, Lang lang) {
    auto table = table_with({{"applicant", {"申请人", "Applicant"}}}, lang);
    const CountColumns columns{list};
    columns.declare(table, lang);
    Groups<std::string> groups;
    for (const auto& of : list.patents) {
        std::set<std::string> names;
        for (const auto& name : list.corpus.patents[of.patent].applicants) {
            const auto same = list.corpus.same_as.find(name);
            names.insert(same == list.corpus.same_as.end() ? name : same->second);
        }
        for (const auto& name : names) {
            groups[name].add(of.valid, of.judgement);
        }
    }
    std::vector<std::pair<std::string, HighValueCount>> order{groups.begin(), groups.end()};
    std::erase_if(order,
                  [](const auto& group) { return group.second.valid + group.second.valid_unknown == 0; });
    std::ranges::stable_sort(order, [](const auto& a, const auto& b) {
        return std::tuple{b.second.high_value, b.second.upper(), b.second.valid} <
               std::tuple{a.second.high_value, a.second.upper(), a.second.valid};
    });
    for (const auto& [name, count] : order) {
        columns.write(table.rows.emplace_back(std::vector<Cell>{name}), count, std::nullopt);
    }
    return table;
}

/// Enterprises by normalised name then code, those of nobody last.
Table by_enterprise(const HighValueList& list, Lang lang) {
    auto table = table_with(
        {{"enterprise", {"企业", "Enterprise"}}, {"uscc", {"统一社会信用代码", "Credit code"}}}, lang);
    const CountColumns columns{list};
    columns.declare(table, lang);
    const auto nobody = list.corpus.enterprises.size(); // they are in that order already
    std::vector<HighValueCount> counts(nobody + 1);
    for (const auto& of : list.patents) {
        const auto& owners = list.corpus.patents[of.patent].enterprises;
        for (const auto owner : owners) {
            counts[owner].add(of.valid, of.judgement);
        }
        if (owners.empty()) {
            counts[nobody].add(of.valid, of.judgement);
        }
    }
    for (std::size_t i = 0; i <= nobody; ++i) {
        if (counts[i].valid + counts[i].valid_unknown > 0) {
            auto& row = table.rows.emplace_back();
            row = i < nobody ? std::vector<Cell>{text_cell(list.corpus.enterprises[i].name),
                                                 text_cell(list.corpus.enterprises[i].uscc)}
                             : std::vector<Cell>(2);
            columns.write(row, counts[i], std::nullopt);
        }
    }
    return table;
}

Table by_park(const HighValueList& list, Lang lang) {
    auto table = table_with({{"park", {"园区", "Park"}}}, lang);
    const CountColumns columns{list};
    columns.declare(table, lang);
    Groups<std::pair<bool, std::string>> groups; // parks without name last
    for (const auto& of : list.patents) {
        std::set<std::string> parks;
        for (const auto owner : list.corpus.patents[of.patent].enterprises) {
            parks.insert(list.corpus.enterprises[owner].park);
        }
        if (parks.empty()) {
            parks.emplace(); // insert({}) would take the empty list
        }
        for (const auto& park : parks) {
            groups[{park.empty(), park}].add(of.valid, of.judgement);
        }
    }
    for (const auto& [key, count] : groups) {
        if (count.valid + count.valid_unknown > 0) {
            columns.write(table.rows.emplace_back(std::vector<Cell>{text_cell(key.second)}), count,
                          columns.people(key.second));
        }
    }
    return table;
}

/// A row for each province, its cities and their counties; the part that is not known further is the
/// difference.
Table by_region(const HighValueList& list, Lang lang) {
    auto table = table_with({{"level", {"级别", "Level"}},
                             {"province", {"省", "Province"}},
                             {"city", {"市", "City"}},
                             {"county", {"区县", "County"}}},
                            lang);
    const CountColumns columns{list};
    columns.declare(table, lang);
    // Ordered so that a place stands before its parts, and what has no place last.
    Groups<std::pair<bool, std::array<std::string, 3>>> groups;
    for (const auto& of : list.patents) {
        const auto place = list.place_of(of);
        std::set<std::array<std::string, 3>> rows;
        rows.insert({place[0], {}, {}});
        rows.insert({place[0], place[1], {}});
        rows.insert(place);
        const bool unknown = place[0].empty() && place[1].empty() && place[2].empty();
        for (const auto& row : rows) {
            const bool nowhere = row[0].empty() && row[1].empty() && row[2].empty();
            if (!nowhere || unknown) {
                groups[{nowhere, row}].add(of.valid, of.judgement);
            }
        }
    }
    for (const auto& [key, count] : groups) {
        if (count.valid + count.valid_unknown == 0) {
            continue;
        }
        const auto& [province, city, county] = key.second;
        const auto* level = !county.empty()     ? "county"
                            : !city.empty()     ? "city"
                            : !province.empty() ? "province"
                                                : "";
        const auto& name = !county.empty() ? county : !city.empty() ? city : province;
        columns.write(table.rows.emplace_back(std::vector<Cell>{text_cell(level), text_cell(province),
                                                                text_cell(city), text_cell(county)}),
                      count, name.empty() ? std::nullopt : columns.people(name));
    }
    return table;
}

Table by_year(const HighValueList& list, Lang lang) {
    auto table = table_with({{"day", {"截止日", "As of"}}}, lang);
    const CountColumns columns{list};
    columns.declare(table, lang);
    for (const auto& [day, count] : high_value_years(list)) {
        const bool last = day == list.day; // people are those of the day asked for
        columns.write(table.rows.emplace_back(std::vector<Cell>{day.iso()}), count,
                      last ? list.people() : std::nullopt);
    }
    return table;
}

} // namespace

Table high_value_table(const HighValueList& list, HighValueSubject subject, Lang lang, std::size_t top) {
    Table table;
    switch (subject) {
    case HighValueSubject::patent:
        table = by_patent(list, lang);
        break;
    case HighValueSubject::case_:
        table = by_case(list, lang);
        break;
    case HighValueSubject::industry:
        table = by_industry(list, lang);
        break;
    case HighValueSubject::applicant:
        table = by_applicant(list, lang);
        break;
    case HighValueSubject::enterprise:
        table = by_enterprise(list, lang);
        break;
    case HighValueSubject::park:
        table = by_park(list, lang);
        break;
    case HighValueSubject::region:
        table = by_region(list, lang);
        break;
    case HighValueSubject::year:
        table = by_year(list, lang);
        break;
    }
    if (top > 0 && table.rows.size() > top) {
        table.rows.resize(top);
    }
    return table;
}

} // namespace longmen::service
