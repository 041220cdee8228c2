// SPDX-License-Identifier: GPL-3.0-or-later
// Each case and parameter by hand; random facts against what could and what must be.
#include <longmen/base/model_files.hpp>
#include <longmen/programme/high_value.hpp>

#include <catch2/catch.hpp>

#include <random>

namespace test_high_value {

using namespace longmen;
using namespace longmen::programme;

namespace {

const Date today = *Date::from_iso("2022-03-31");
const HighValueRecords all_records{0b11111};

HighValueRule rule() {
    static const auto shipped = read_high_value_rule(
        Config::read(find_model_file(std::string{LONGMEN_SOURCE_DIR} + "/models", "high_value", "cn-2021")));
    return shipped;
}

IndustryTable industries(bool whole = false) {
    IndustryEntry entry;
    entry.symbols = {"G06N3/*"};
    entry.keywords = {"神经网络"};
    return {{entry}, "t", {"表", "t"}, "", whole};
}

CaseResult judge(const HighValueRule& by, HighValueTest test, const HighValueFacts& facts, Date day = today,
                 bool whole = false) {
    return judge_high_value(by, industries(whole), facts, all_records, day, today)
        .cases.at(static_cast<std::size_t>(test));
}

HighValueFacts classes(std::vector<std::string> ipc, std::string_view text) {
    HighValueFacts facts;
    const std::array<std::string_view, 1> texts{text};
    facts.industry = industries().match(ipc, texts);
    return facts;
}

std::optional<Date> on(const char* iso) {
    return Date::from_iso(iso);
}

} // namespace

TEST_CASE("high value: strategic industry by class and keyword") {
    auto by = rule();
    const auto test = HighValueTest::strategic_industry;
    CHECK(judge(by, test, classes({"G06N3/08"}, "神经网络")).state == CaseState::met);
    const auto candidate = classes({"G06N3/08"}, "一种方法");
    CHECK(judge(by, test, candidate) == CaseResult{CaseState::unknown, CaseReason::class_without_keyword, 0});
    by.parameters.candidate = CaseState::met;
    CHECK(judge(by, test, candidate).state == CaseState::met);
    CHECK(judge(by, test, classes({"F16J15/16"}, "")).reason == CaseReason::not_listed_in_part);
    CHECK(judge(by, test, classes({"F16J15/16"}, ""), today, true).reason == CaseReason::not_listed);
    by.parameters.unlisted_in_part = CaseState::unknown;
    CHECK(judge(by, test, classes({"F16J15/16"}, "")).state == CaseState::unknown);
    CHECK(judge(by, test, classes({"F16J15/16"}, ""), today, true).state == CaseState::not_met);
    CHECK(judge(by, test, classes({}, "神经网络")).reason == CaseReason::no_classes);
    CHECK(judge(by, test, classes({"G06N"}, "神经网络")).reason == CaseReason::classes_too_short);
}

TEST_CASE("high value: a class that a source gives lifts what the table says, never lowers it") {
    auto by = rule();
    const auto test = HighValueTest::strategic_industry;
    auto facts = classes({"F16J15/16"}, "");
    facts.source_class = "高端装备制造";
    CHECK(judge(by, test, facts) == CaseResult{CaseState::unknown, CaseReason::class_by_source, {}});
    by.parameters.source_class = CaseState::met;
    CHECK(judge(by, test, facts).state == CaseState::met);
    by.parameters.source_class = CaseState::not_met;
    CHECK(judge(by, test, facts).reason == CaseReason::not_listed_in_part);
    auto hit = classes({"G06N3/08"}, "神经网络");
    hit.source_class = "高端装备制造";
    CHECK(judge(by, test, hit).reason == CaseReason::class_and_keyword);
}

TEST_CASE("high value: a right abroad must be granted; HK, MO, TW and life as the rule says") {
    auto by = rule();
    const auto test = HighValueTest::right_abroad;
    HighValueFacts facts;
    CHECK(judge(by, test, facts).reason == CaseReason::no_family);
    facts.family_known = true;
    CHECK(judge(by, test, facts) == CaseResult{CaseState::not_met, CaseReason::none_abroad, {}});
    facts.abroad = {{"WO2018000001A1", "WO", false}, {"US20190000001A1", "US", false}};
    CHECK(judge(by, test, facts) == CaseResult{CaseState::not_met, CaseReason::application_abroad, 1});
    by.parameters.application_only = CaseState::unknown;
    CHECK(judge(by, test, facts).state == CaseState::unknown);
    facts.abroad.push_back({"US9000001B2", "US", true, on("2020-05-05")});
    CHECK(judge(by, test, facts) == CaseResult{CaseState::met, CaseReason::granted_abroad, 2});
    CHECK(judge(by, test, facts, *on("2020-05-04")).state == CaseState::unknown); // application_only
    CHECK(judge(by, test, facts, *on("2020-05-05")).state == CaseState::met);

    facts.abroad = {{"HK1000001B", "HK", true}};
    CHECK(judge(by, test, facts).reason == CaseReason::none_abroad);
    by.parameters.special_regions_abroad = true;
    CHECK(judge(by, test, facts).state == CaseState::met);
    // Granted on an unknown day: known on the day of the data only.
    CHECK(judge(by, test, facts, *on("2021-01-01")).reason == CaseReason::abroad_state_unknown);

    by.parameters.right_alive = true;
    facts.abroad = {{"US9000001B2", "US", true, on("2015-05-05")}};
    CHECK(judge(by, test, facts).reason == CaseReason::abroad_life_unknown);
    facts.abroad[0].alive = false;
    CHECK(judge(by, test, facts) == CaseResult{CaseState::not_met, CaseReason::abroad_ended, 0});
    CHECK(judge(by, test, facts, *on("2018-01-01")).reason == CaseReason::abroad_life_unknown);
    facts.abroad.push_back({"EP3000001B1", "EP", true, on("2016-05-05"), true});
    CHECK(judge(by, test, facts) == CaseResult{CaseState::met, CaseReason::granted_abroad, 1});
    facts.abroad = {{"JP2018000001", "JP", std::nullopt}};
    CHECK(judge(by, test, facts).reason == CaseReason::abroad_state_unknown);
}

TEST_CASE("high value: maintained is later than the anniversary, from filing or from grant") {
    auto by = rule();
    const auto test = HighValueTest::maintained;
    HighValueFacts facts;
    facts.filed = on("2012-03-31");
    facts.granted = on("2014-06-01");
    CHECK(judge(by, test, facts).state == CaseState::not_met); // exactly ten years
    facts.filed = on("2012-03-30");
    CHECK(judge(by, test, facts) == CaseResult{CaseState::met, CaseReason::maintained, {}});
    by.parameters.from_grant = true;
    CHECK(judge(by, test, facts).state == CaseState::not_met);
    by.parameters.years = 7;
    CHECK(judge(by, test, facts).state == CaseState::met);
    facts.granted = on("2015");
    CHECK(judge(by, test, facts).reason == CaseReason::date_too_coarse);
    facts.granted = on("2014");
    CHECK(judge(by, test, facts).state == CaseState::met);
    facts.granted = {};
    CHECK(judge(by, test, facts).reason == CaseReason::no_date);
}

TEST_CASE("high value: a pledge counts with an amount and a threshold only") {
    auto by = rule();
    const auto test = HighValueTest::pledged;
    HighValueFacts facts;
    CHECK(judge(by, test, facts).reason == CaseReason::no_pledge);
    facts.pledged_some_day = true;
    CHECK(judge(by, test, facts).reason == CaseReason::threshold_unknown);
    facts.pledges = {{on("2020-01-01"), Money{1'000'000'000}}};
    CHECK(judge(by, test, facts) == CaseResult{CaseState::unknown, CaseReason::threshold_unknown, 0});
    by.parameters.pledge_threshold = Money{500'000'000};
    CHECK(judge(by, test, facts).state == CaseState::met);
    CHECK(judge(by, test, facts, *on("2019-12-31")).reason == CaseReason::no_pledge);
    facts.pledges = {{on("2020-01-01"), Money{499'999'999}}};
    CHECK(judge(by, test, facts).reason == CaseReason::amount_below);
    facts.pledges.push_back({on("2021-01-01"), std::nullopt});
    CHECK(judge(by, test, facts) == CaseResult{CaseState::unknown, CaseReason::amount_unknown, 1});
    facts.pledges.push_back({on("2021-06-01"), Money{500'000'000}});
    CHECK(judge(by, test, facts) == CaseResult{CaseState::met, CaseReason::amount_reached, 2});
}

TEST_CASE("high value: awards of the list count, provincial ones do not, others are open") {
    const auto by = rule();
    const auto test = HighValueTest::awarded;
    HighValueFacts facts;
    CHECK(judge(by, test, facts).reason == CaseReason::no_award);
    facts.awards = {{on("2020"), "山西省专利奖一等奖"}};
    CHECK(judge(by, test, facts).reason == CaseReason::award_of_other_kind);
    facts.awards.push_back({on("2020"), "专利奖"});
    CHECK(judge(by, test, facts) == CaseResult{CaseState::unknown, CaseReason::award_unclear, 1});
    facts.awards.push_back({on("2021"), "第二十二届中国专利奖优秀奖"});
    CHECK(judge(by, test, facts) == CaseResult{CaseState::met, CaseReason::award_counts, 2});
    CHECK(judge(by, test, facts, *on("2021-06-30")).state == CaseState::unknown); // some day of that year
    CHECK(judge(by, test, facts, *on("2020-12-31")).state == CaseState::unknown); // by the second one
}

TEST_CASE("high value: cases without records are left out, or unknown, as the rule says") {
    auto by = rule();
    HighValueFacts facts;
    facts.filed = on("2020-01-01");
    facts.family_known = true;
    facts.industry.readable = true;
    auto records = all_records;
    records.reset(static_cast<std::size_t>(HighValueTest::awarded));
    const auto judged = [&] { return judge_high_value(by, industries(), facts, records, today, today); };
    CHECK(judged().verdict == HighValueVerdict::not_high_value);
    CHECK(judged().cases[4].reason == CaseReason::not_examined);
    by.cases[4].without_records = WithoutRecords::unknown;
    CHECK(judged().verdict == HighValueVerdict::unknown);
    CHECK(judged().cases[4].reason == CaseReason::no_records);
    facts.filed = on("2010-01-01");
    CHECK(judged().verdict == HighValueVerdict::high_value);
}

TEST_CASE("high value: met is what must be, not met what cannot be, whatever is unknown") {
    std::mt19937 random{7};
    const auto chance = [&](unsigned of) { return random() % of == 0; };
    const auto some_day = [&]() -> std::optional<Date> {
        return chance(4) ? std::nullopt : std::optional{today.add_days(-static_cast<int>(random() % 3000))};
    };
    std::array<int, 3> seen{};
    for (int round = 0; round < 3000; ++round) {
        auto by = rule();
        by.parameters.right_alive = chance(2);
        if (!chance(3)) {
            by.parameters.pledge_threshold = Money{100};
        }
        const auto day = today.add_days(-static_cast<int>(random() % 3000) * static_cast<int>(random() % 2));
        HighValueFacts facts;
        facts.industry.readable = true;
        facts.family_known = true;
        facts.filed =
            chance(5) ? std::nullopt : std::optional{today.add_days(-static_cast<int>(random() % 7000))};
        for (auto n = random() % 3; n > 0; --n) {
            AbroadRight right{"n", chance(3) ? "WO" : "US"};
            right.granted = chance(3) ? std::nullopt : std::optional{chance(2)};
            right.granted_on = right.granted.value_or(false) ? some_day() : std::nullopt;
            right.alive = chance(3) ? std::nullopt : std::optional{chance(2)};
            facts.abroad.push_back(right);
        }
        for (auto n = random() % 2; n > 0; --n) {
            facts.pledges.push_back(
                {some_day(), chance(3) ? std::nullopt : std::optional{Money{chance(2) ? 99 : 100}}});
        }
        // What may be and what must be, fact by fact.
        bool may = false, must = false;
        const auto also = [&](bool possible, bool certain) {
            may = may || possible;
            must = must || certain;
        };
        const auto before = [&](const std::optional<Date>& date) {
            return std::pair{!date || date->days() <= day.days(),
                             date ? date->days() <= day.days() : day == today};
        };
        for (const auto& right : facts.abroad) {
            const auto [can, sure] = before(right.granted_on);
            const bool may_live = right.alive.value_or(true) || day != today;
            if (right.office != "WO") {
                also(right.granted.value_or(true) && can && (!by.parameters.right_alive || may_live),
                     right.granted.value_or(false) && sure &&
                         (!by.parameters.right_alive || right.alive.value_or(false)));
            }
        }
        for (const auto& pledge : facts.pledges) {
            const auto [can, sure] = before(pledge.date);
            const auto& threshold = by.parameters.pledge_threshold;
            const bool known = threshold && pledge.amount;
            also(can && (!known || *pledge.amount >= *threshold),
                 sure && known && *pledge.amount >= *threshold);
        }
        also(!facts.filed || facts.filed->add_years(10).days() < day.days(),
             facts.filed && facts.filed->add_years(10).days() < day.days());
        const auto expected = must  ? HighValueVerdict::high_value
                              : may ? HighValueVerdict::unknown
                                    : HighValueVerdict::not_high_value;
        const auto found = judge_high_value(by, industries(), facts, all_records, day, today).verdict;
        CHECK(found == expected);
        ++seen.at(static_cast<std::size_t>(found));
    }
    for (const auto count : seen) {
        CHECK(count > 100); // each verdict was tried
    }
}

} // namespace test_high_value
