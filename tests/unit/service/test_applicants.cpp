// SPDX-License-Identifier: GPL-3.0-or-later
// Applicants of a corpus as organisations.
#include <longmen/analysis/selection.hpp>
#include <longmen/service/applicants.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>

namespace test_applicants {

using namespace longmen;
using namespace longmen::service;

namespace {

const std::string models = LONGMEN_SOURCE_DIR "/models";

Corpus corpus_of(const std::vector<std::vector<std::string>>& applicants) {
    Corpus corpus;
    for (const auto& names : applicants) {
        Patent patent;
        patent.number = "CN" + std::to_string(100000 + corpus.patents.size()) + "A";
        patent.applicants = names;
        corpus.patents.push_back(std::move(patent));
    }
    return corpus;
}

const Applicant* of_name(const std::vector<Applicant>& applicants, const std::string& name) {
    const auto found = std::ranges::find_if(applicants, [&](const Applicant& one) {
        return one.name == name || std::ranges::find(one.spellings, name) != one.spellings.end();
    });
    return found == applicants.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("applicants: spellings of one firm are one, with the reason; joint applicants stay two") {
    auto corpus = corpus_of({{"晋中某某机械有限责任公司"},
                             {"晋中某某机械有限公司"},
                             {"晋中某某机械有限公司"},
                             {"太原某某机械有限公司", "太原某某机械有限责任公司"}});
    const auto applicants = find_applicants(corpus, models, {});
    const auto* firm = of_name(applicants, "晋中某某机械有限责任公司");
    REQUIRE(firm != nullptr);
    CHECK(firm->name == "晋中某某机械有限公司"); // named by more records
    CHECK(firm->patents == 3);
    REQUIRE(firm->joinings.size() == 1);
    CHECK(firm->type == resolve::PartyType::enterprise);
    CHECK(of_name(applicants, "太原某某机械有限公司") != of_name(applicants, "太原某某机械有限责任公司"));
    unite_applicants(corpus, applicants);
    std::vector<std::uint32_t> all(corpus.patents.size());
    std::iota(all.begin(), all.end(), 0U);
    const auto parties = analysis::parties(corpus, all);
    const auto counted = std::ranges::find(parties, "晋中某某机械有限公司", &analysis::Party::name);
    REQUIRE(counted != parties.end());
    CHECK(counted->patents.size() == 3);
}

TEST_CASE(
    "applicants: a decision by hand parts and joins whatever the rules say, one taken back does nothing") {
    const auto corpus =
        corpus_of({{"晋中某某机械有限责任公司"}, {"晋中某某机械有限公司"}, {"晋中某某机械厂"}});
    const auto both =
        find_applicants(corpus, models,
                        {{"晋中某某机械有限责任公司", "晋中某某机械有限公司", false, "x", "", "", ""},
                         {"晋中某某机械厂", "晋中某某机械有限公司", true, "x", "", "", ""}});
    CHECK(of_name(both, "晋中某某机械有限责任公司") != of_name(both, "晋中某某机械有限公司"));
    CHECK(of_name(both, "晋中某某机械厂") == of_name(both, "晋中某某机械有限公司"));
    const auto undone = find_applicants(
        corpus, models,
        {{"晋中某某机械有限责任公司", "晋中某某机械有限公司", false, "x", "", "", "2022-01-01"}});
    CHECK(of_name(undone, "晋中某某机械有限责任公司") == of_name(undone, "晋中某某机械有限公司"));
}

TEST_CASE("applicants: former names an enterprise gives belong to it") {
    auto corpus = corpus_of({{"旧名纺机厂"}, {"新名智能装备有限公司"}});
    corpus.enterprises.emplace_back();
    corpus.enterprises[0].name = "新名智能装备有限公司";
    corpus.enterprises[0].former_names = {"旧名纺机厂"};
    const auto applicants = find_applicants(corpus, models, {});
    REQUIRE(applicants.size() == 1);
    CHECK(applicants[0].joinings[0].reason == resolve::MergeReason::former_name);
}

} // namespace test_applicants
