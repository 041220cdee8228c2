// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers and judges the inventions of a workspace.
#include <longmen/service/high_value.hpp>

#include <longmen/base/config.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/base/model_files.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/in_force.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/detail/high_value_facts.hpp>
#include <longmen/store/field_values.hpp>
#include <longmen/store/lapses.hpp>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace longmen::service {
namespace {

using programme::HighValueTest;

/// Was it an invention in force on the day?
std::optional<bool> valid_on(const Patent& patent, const std::optional<Date>& lapsed, Date day,
                             Date data_date) {
    auto valid = in_force_on(patent, day, data_date);
    if (!valid && lapsed && lapsed->precision() == DatePrecision::day) {
        if (lapsed->days() <= day.days()) {
            valid = false;
        } else if (patent.grant_date) {
            valid = true; // granted by the day: in_force_on has looked
        }
    }
    return valid && *valid && patent.type == PatentType::unknown ? std::nullopt : valid;
}

bool named(const std::string& place, const std::string& name) {
    return !name.empty() && place.find(name) != std::string::npos;
}

bool matches(const std::array<std::string, 3>& place, const std::string& region) {
    return std::ranges::any_of(place, [&](const auto& part) { return named(part, region); });
}

std::array<std::string, 3> place_of(const Corpus& corpus, const Patent& patent) {
    std::array<std::string, 3> place{patent.province, patent.city, patent.county};
    if (!patent.enterprises.empty() && place[2].empty()) {
        place[2] = corpus.enterprises[patent.enterprises.front()].county;
    }
    return place;
}

programme::IndustryTable industries_of(const HighValueRequest& request,
                                       const programme::HighValueRule& rule) {
    if (!request.industries.empty()) {
        return read_industries(request.industries);
    }
    return rule.parameters.industries.empty() ? programme::IndustryTable{{}, {}, {}, {}, false}
                                              : read_industries(request.models_folder + "/classification/" +
                                                                rule.parameters.industries + ".toml");
}

void take_threshold(const std::string& words, programme::HighValueParameters& parameters) {
    if (words.empty()) {
        return;
    }
    parameters.pledge_threshold = parse_money(words, std::nullopt);
    if (!parameters.pledge_threshold || parameters.pledge_threshold->fen <= 0) {
        throw UsageError(sentence("--pledge-threshold：“{}”不是带单位的金额（500万元、5000000元）",
                                  "--pledge-threshold: `{}` is no amount with its unit (500万元, 5000000元)",
                                  words));
    }
}

/// The first of the countries told, held against those of the rule.
bool is_foreign(const std::string& told, const std::vector<std::string>& countries) {
    const auto first = fold_key(std::string_view{told}.substr(0, told.find('\n')));
    return !countries.empty() && !first.empty() &&
           std::ranges::none_of(countries, [&](const std::string& country) {
               return first == country || first.starts_with(country + ";");
           });
}

/// Chinese inventions, or what may be one, that are not pending, of the places asked for.
void select(HighValueList& list, const std::unordered_map<std::int64_t, std::string>& countries) {
    const auto& region = list.request.region;
    // A record that names its province only lies outside when the region's own records name another.
    std::set<std::string> provinces;
    for (const auto& patent : list.corpus.patents) {
        if (const auto place = place_of(list.corpus, patent); !region.empty() && matches(place, region)) {
            provinces.insert(place[0]);
        }
    }
    for (std::size_t i = 0; i < list.corpus.patents.size(); ++i) {
        const auto& patent = list.corpus.patents[i];
        const bool may_be = patent.type == PatentType::invention || patent.type == PatentType::unknown;
        if (patent.office != "CN" || !may_be ||
            (validity_of(patent.status) == Validity::pending && !patent.grant_date)) {
            continue;
        }
        const auto place = place_of(list.corpus, patent);
        const auto country = countries.find(patent.id);
        if (std::ranges::any_of(list.rule.holders_left_out,
                                [&](const std::string& name) { return named(place[0], name); }) ||
            (country != countries.end() && is_foreign(country->second, list.rule.countries))) {
            ++list.holders_left_out;
            continue;
        }
        if (!region.empty() && !matches(place, region)) {
            const bool whole = std::ranges::none_of(place, [](const auto& part) { return part.empty(); });
            const bool elsewhere = !place[0].empty() && !provinces.contains(place[0]);
            ++(whole || elsewhere ? list.outside : list.unplaced);
            continue;
        }
        list.patents.push_back({i, {}, {}, {}, {}});
    }
}

} // namespace

void HighValueCount::add(const std::optional<bool>& is_valid,
                         const programme::HighValueJudgement& judgement) {
    using programme::CaseState;
    using programme::HighValueVerdict;
    if (is_valid && !*is_valid) {
        return;
    }
    if (!is_valid) {
        ++valid_unknown;
        open += judgement.verdict != HighValueVerdict::not_high_value ? 1 : 0;
        return;
    }
    ++valid;
    high_value += judgement.verdict == HighValueVerdict::high_value ? 1 : 0;
    open += judgement.verdict == HighValueVerdict::unknown ? 1 : 0;
    for (std::size_t test = 0; test < met.size(); ++test) {
        const auto& of = judgement.cases.at(test);
        met.at(test) += of.state == CaseState::met ? 1 : 0;
        const bool examined = of.reason != programme::CaseReason::not_examined;
        unknown.at(test) += of.state == CaseState::unknown && examined ? 1 : 0;
    }
}

std::optional<double> HighValueCount::share() const {
    return valid == 0 ? std::nullopt
                      : std::optional{static_cast<double>(high_value) / static_cast<double>(valid)};
}

HighValueCount HighValueList::total() const {
    HighValueCount count;
    for (const auto& patent : patents) {
        count.add(patent.valid, patent.judgement);
    }
    return count;
}

std::optional<std::int64_t> HighValueList::people() const {
    return populations ? populations->of(request.region) : std::nullopt;
}

std::array<std::string, 3> HighValueList::place_of(const HighValuePatent& patent) const {
    return service::place_of(corpus, corpus.patents[patent.patent]);
}

HighValueList list_high_value(const store::Workspace& workspace, const HighValueRequest& request) {
    auto rule = programme::read_high_value_rule(
        Config::read(find_model_file(request.models_folder, "high_value", request.rule)));
    take_threshold(request.pledge_threshold, rule.parameters);
    auto industries = industries_of(request, rule);
    const auto kinds = programme::GrantedKinds::read_folder(request.models_folder);
    const auto pledges =
        request.pledges.empty() ? std::vector<NumberedPledge>{} : read_pledges(request.pledges);
    const auto awards = request.awards.empty() ? std::vector<NumberedAward>{} : read_awards(request.awards);
    auto populations =
        request.population.empty() ? std::nullopt : std::optional{read_populations(request.population)};
    auto corpus = load_corpus(workspace, request.models_folder, request.as_of);
    const auto day = corpus.as_of;
    HighValueList list{std::move(corpus),
                       std::move(rule),
                       std::move(industries),
                       std::move(populations),
                       request,
                       day,
                       workspace.data_date().value_or(day),
                       {},
                       {}};
    select(list, store::load_field_values(workspace, Field::country));

    const auto lapses = store::load_lapses(workspace);
    const auto source_classes = store::load_field_values(workspace, Field::sei);
    auto deals = detail::gather_deals(workspace, list.corpus, pledges, awards);
    list.numbers_not_found = deals.not_found;
    const detail::RightsAbroad abroad{list.corpus, kinds, list.data_date,
                                      list.rule.parameters.extended_family};
    Threads threads{request.threads};
    constexpr std::size_t block = 256;
    threads.ranges(list.patents.size(), block, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto i = begin; i < end; ++i) {
            auto& of = list.patents[i];
            const auto& patent = list.corpus.patents[of.patent];
            auto& facts = of.facts;
            facts.filed = patent.app_date;
            facts.granted = patent.grant_date;
            const std::array<std::string_view, 3> texts{patent.title, patent.title_en, patent.abstract};
            facts.industry = list.industries.match(patent.ipc, texts);
            if (const auto found = source_classes.find(patent.id); found != source_classes.end()) {
                facts.source_class = found->second;
            }
            abroad.fill(patent, facts);
            facts.pledged_some_day = patent.pledges.value_or(0) > 0;
            if (const auto found = deals.pledges.find(patent.id); found != deals.pledges.end()) {
                facts.pledges = found->second;
            }
            if (const auto found = deals.awards.find(patent.id); found != deals.awards.end()) {
                facts.awards = found->second;
            }
            if (const auto found = lapses.find(patent.id); found != lapses.end()) {
                of.lapsed = found->second;
            }
            of.valid = valid_on(patent, of.lapsed, list.day, list.data_date);
        }
    });

    const auto any = [&](HighValueTest test, auto tells) {
        list.records.set(static_cast<std::size_t>(test), std::ranges::any_of(list.patents, tells));
    };
    any(HighValueTest::strategic_industry, [](const HighValuePatent& of) {
        return of.facts.industry.readable || !of.facts.source_class.empty();
    });
    any(HighValueTest::right_abroad, [](const HighValuePatent& of) { return of.facts.family_known; });
    any(HighValueTest::maintained, [&](const HighValuePatent& of) {
        return list.rule.parameters.from_grant ? of.facts.granted.has_value() : of.facts.filed.has_value();
    });
    any(HighValueTest::pledged, [&](const HighValuePatent& of) {
        return deals.tells_pledges || list.corpus.patents[of.patent].pledges.has_value();
    });
    any(HighValueTest::awarded, [&](const HighValuePatent&) { return deals.tells_awards; });

    threads.ranges(list.patents.size(), block, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto i = begin; i < end; ++i) {
            auto& of = list.patents[i];
            of.judgement = programme::judge_high_value(list.rule, list.industries, of.facts, list.records,
                                                       list.day, list.data_date);
        }
    });
    return list;
}

std::vector<std::pair<Date, HighValueCount>> high_value_years(const HighValueList& list) {
    std::optional<int> first;
    for (const auto& of : list.patents) {
        const auto& granted = of.facts.granted;
        if (granted && granted->days() <= list.day.days()) {
            first = std::min(first.value_or(granted->year()), granted->year());
        }
    }
    std::vector<std::pair<Date, HighValueCount>> years;
    constexpr int last_month = 12, last_day = 31;
    for (int year = first.value_or(list.day.year()); year < list.day.year(); ++year) {
        years.emplace_back(*Date::from_ymd(year, last_month, last_day), HighValueCount{});
    }
    years.emplace_back(list.day, HighValueCount{});
    Threads threads{list.request.threads};
    threads.ranges(years.size(), 1, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto i = begin; i < end; ++i) {
            auto& [day, count] = years[i];
            for (const auto& of : list.patents) {
                const auto valid = valid_on(list.corpus.patents[of.patent], of.lapsed, day, list.data_date);
                if (!valid || *valid) {
                    count.add(valid, programme::judge_high_value(list.rule, list.industries, of.facts,
                                                                 list.records, day, list.data_date));
                }
            }
        }
    });
    return years;
}

} // namespace longmen::service
