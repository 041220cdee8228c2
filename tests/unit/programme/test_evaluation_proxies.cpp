// SPDX-License-Identifier: GPL-3.0-or-later
// Stand-ins by hand: kinds of claims by their words, lengths among the like, growth of a class.
#include <longmen/programme/evaluation_rule.hpp>

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace test_evaluation_proxies {

using namespace longmen;
using namespace longmen::programme;

namespace {

const DerivedRules& rules() {
    static const auto read =
        load_evaluation_rule(std::string{LONGMEN_SOURCE_DIR} + "/models", "gbt-42748/v2").derived;
    return *read;
}

std::string kind(const std::string& title, const std::string& claim = {},
                 PatentType type = PatentType::invention) {
    Patent patent;
    patent.title = title;
    patent.type = type;
    const auto found = claim_kind(patent, claim, rules());
    return found.defined() ? std::string{claim_kinds.at(static_cast<std::size_t>(found.value()))}
                           : std::string{undefined_key(found.reason())};
}

/// `count` filings of a year, by as many applicants as `owners`.
void add(Corpus& corpus, const std::string& symbol, int year, int count, int owners) {
    for (int i = 0; i < count; ++i) {
        Patent patent;
        patent.ipc = {symbol};
        patent.app_date = Date::from_ymd(year, 6, 1);
        patent.applicants = {fmt::format("{} {}", symbol, i % owners)};
        corpus.patents.push_back(std::move(patent));
    }
}

} // namespace

TEST_CASE("evaluation_proxies: the kind of what is claimed by its words") {
    CHECK(kind("一种锂电池") == "product");
    CHECK(kind("一种锂电池的制备方法") == "method");
    CHECK(kind("一种锂电池及其制备方法") == "product_and_method");
    CHECK(kind("镍和钴的回收方法") == "method"); // what is recovered is not claimed
    CHECK(kind("数据处理方法、装置、电子设备及存储介质") == "product_and_method");
    CHECK(kind("用于分选方法的筛分装置") == "product");
    CHECK(kind("青蒿素在制备药物中的应用") == "method");
    CHECK(kind("Battery") == "product");
    CHECK(kind("Method for making a battery") == "method");
    CHECK(kind("Battery and method for producing same") == "product_and_method");
    CHECK(kind("Method, apparatus and system for charging") == "product_and_method");
    // The claim says what the title does not; what stands behind its first comma is not the subject.
    CHECK(kind("锂电池技术", "1. 一种锂电池的制备方法，包括以下步骤，所用装置") == "method");
    CHECK(kind("一种锂电池的制备方法", "1、一种锂电池，其特征在于，采用上述方法") == "product_and_method");
    CHECK(kind("一种制备方法", {}, PatentType::utility_model) == "product"); // by law
    CHECK(kind("") == "no_data");
}

TEST_CASE("evaluation_proxies: lengths of first claims among those of the office and type") {
    std::vector<Patent> patents;
    std::vector<std::string> claims;
    const auto add_claim = [&](const std::string& office, std::size_t letters) {
        Patent patent;
        patent.office = office;
        patent.type = PatentType::invention;
        patents.push_back(patent);
        claims.push_back(std::string(letters, 'a') + " ，。 "); // blanks and marks do not count
    };
    for (std::size_t i = 1; i <= 30; ++i) {
        add_claim("CN", i);
    }
    add_claim("US", 5);
    patents.emplace_back();
    claims.emplace_back();
    auto found = claim_lengths(patents, claims, rules());
    CHECK(found[0].value() == 1);
    CHECK(found[29].value() == 0);
    CHECK(found[9].value() == Approx(20.0 / 29));
    CHECK(found[30].reason() == Undefined::cohort_too_small);
    CHECK(found[31].reason() == Undefined::no_data);
    // A second of ten letters: each has one of the same length.
    add_claim("CN", 10);
    found = claim_lengths(patents, claims, rules());
    CHECK(found[9].value() == Approx(20.5 / 30));
    CHECK(found[32].value() == found[9].value());
}

TEST_CASE("evaluation_proxies: growth of the class of the first symbol") {
    // As of mid-2020 the last 18 months do not count: 2014..2018 over 2009..2013.
    Corpus corpus;
    corpus.as_of = *Date::from_ymd(2020, 7, 1);
    add(corpus, "H01M4/00", 2010, 20, 10);
    add(corpus, "H01M4/00", 2016, 30, 10);
    add(corpus, "H01M4/00", 2019, 40, 10); // not all published
    add(corpus, "B65G1/00", 2010, 20, 9);  // too few applicants
    add(corpus, "B65G1/00", 2016, 40, 9);
    add(corpus, "A01B1/00", 2016, 60, 20); // none before
    add(corpus, "C22B1/00", 2016, 49, 20); // too few
    add(corpus, "", 2016, 1, 1);
    corpus.patents.back().ipc.clear();
    const auto at = [&](const std::string& symbol) {
        const auto found = class_growth(corpus, rules());
        for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
            if ((corpus.patents[i].ipc.empty() ? "" : corpus.patents[i].ipc.front()) == symbol) {
                return found[i];
            }
        }
        return Measured<double>{Undefined::no_data};
    };
    CHECK(at("H01M4/00").reason() == Undefined::window_open); // the data begin in 2010
    add(corpus, "H01M4/00", 2008, 1, 1);
    CHECK(at("H01M4/00").value() == 1.5);
    CHECK(at("B65G1/00").reason() == Undefined::cohort_too_small);
    CHECK(at("A01B1/00").reason() == Undefined::zero_denominator);
    CHECK(at("C22B1/00").reason() == Undefined::cohort_too_small);
    CHECK(at("").reason() == Undefined::no_classes);
    // Two spellings of one applicant are one.
    Corpus spelt;
    spelt.as_of = corpus.as_of;
    add(spelt, "H01M4/00", 2008, 1, 1);
    add(spelt, "H01M4/00", 2010, 30, 10);
    add(spelt, "H01M4/00", 2016, 30, 10);
    CHECK(class_growth(spelt, rules())[0].defined());
    spelt.same_as["H01M4/00 1"] = "H01M4/00 0";
    CHECK(class_growth(spelt, rules())[0].reason() == Undefined::cohort_too_small);
}

} // namespace test_evaluation_proxies
