// SPDX-License-Identifier: GPL-3.0-or-later
// Outcomes by hand, and what cannot be told left out with its reason.
#include "cited_park.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/outcomes.hpp>
#include <longmen/service/validate.hpp>

namespace test_outcomes {

using namespace longmen;
using namespace longmen::test;
using service::LeftOut;
using service::Outcomes;

namespace {

service::OutcomeSpec outcome(const std::string& text) {
    static const auto rules =
        scoring::read_validation_rules(Config::read(models() + "/validation/default.toml"));
    return service::parse_outcome(text, rules);
}

} // namespace

TEST_CASE("outcomes: later citations, rights and events by hand", "[service]") {
    const CitedPark park{true};
    Threads threads{1};
    const auto corpus = service::load_corpus(park.workspace, models());
    const auto fields = indicators::TechnologyFields::load(models());
    const auto as_of = *Date::from_ymd(2010, 12, 31), until = *Date::from_ymd(2015, 12, 31);
    const auto within = [&](const std::string& spec) {
        const service::OutcomeSource source{park.workspace, models(), corpus, outcome(spec), 30,
                                            fields,         threads};
        return source.within(as_of, until);
    };
    const auto cited = within("citations:2");
    // The later documents 80..119 cite i - 80 and (i - 80) / 4: number 0 is cited by 80 (once), 81, 82, 83.
    CHECK(cited.counts[at(corpus, number(0))] == 4);
    CHECK(cited.happened[at(corpus, number(0))] == 1);
    CHECK(cited.counts[at(corpus, number(30))] == 1);
    CHECK(cited.happened[at(corpus, number(30))] == 0);
    CHECK(cited.happened[at(corpus, number(90))] == Outcomes::left_out);
    CHECK(cited.why[at(corpus, number(90))] == LeftOut::later);

    const auto kept = within("in_force");
    CHECK(kept.happened[at(corpus, number(0))] == 0); // lapsed in 2012
    CHECK(kept.happened[at(corpus, number(1))] == 1);

    CHECK_THROWS_AS(within("event:transfer"), DataError); // nothing tells of any
}

TEST_CASE("outcomes: the most cited of a cohort, events and families by hand", "[service]") {
    CitedPark park{true};
    import_text(park.workspace, park.folder, "events.csv",
                "number,code,date\n" + number(1) + ",TR01,2012-03-01\n" + number(2) + ",TR01,2009-03-01\n" +
                    number(3) + ",TR01,2016-03-01\n",
                request());
    Threads threads{1};
    const auto corpus = service::load_corpus(park.workspace, models());
    const auto fields = indicators::TechnologyFields::load(models());
    const auto within = [&](const std::string& spec) {
        const service::OutcomeSource source{park.workspace, models(), corpus, outcome(spec), 30,
                                            fields,         threads};
        return source.within(*Date::from_ymd(2010, 12, 31), *Date::from_ymd(2015, 12, 31));
    };
    const auto happened = [&](const Outcomes& found, int i) {
        return int{found.happened[at(corpus, number(i))]};
    };

    // Of the thirty of 2006: 2, 4, 6, 8 are cited 5 times, 0 four times, 10..38 once, 40..58 never.
    const auto tenth = within("citations:top10%"), fifth = within("citations:top20%");
    CHECK(happened(tenth, 2) == 1);
    CHECK(happened(tenth, 8) == 1); // four are tied across the third place: all in
    CHECK(happened(tenth, 0) == 0); // four stand above it
    CHECK(happened(fifth, 0) == 1);
    CHECK(happened(fifth, 10) == 1);                      // five above it, under six
    CHECK(happened(within("citations:top99%"), 40) == 0); // never cited is never in

    const auto sold = within("event:transfer");
    CHECK(happened(sold, 1) == 1);
    CHECK(sold.why[at(corpus, number(2))] == LeftOut::already);
    CHECK(happened(sold, 3) == 0);
    CHECK(happened(sold, 4) == 0);

    CHECK(happened(within("family:2"), 1) == 0);
    CHECK(within("family:1").why[at(corpus, number(1))] == LeftOut::already);
}

TEST_CASE("outcomes: a file, with what cannot be told left out and named", "[service]") {
    const CitedPark park{true};
    Threads threads{1};
    const auto corpus = service::load_corpus(park.workspace, models());
    const auto fields = indicators::TechnologyFields::load(models());
    const auto path = park.folder.path("outcomes.csv");
    std::ofstream{path} << "number,date,outcome\n"
                        << number(0) << ",2012-03-01,1\n"
                        << number(1) << ",2012-03-01,0\n"
                        << number(2) << ",2009-03-01,1\n"
                        << number(3) << ",,1\n"
                        << number(4) << ",2010,1\n"
                        << number(5) << ",2019-01-01,1\n"
                        << "CN999999999B,2012-03-01,1\n"
                        << number(6) << ",2012-03-01,maybe\n";
    const service::OutcomeSource source{park.workspace, models(), corpus, outcome(path), 30, fields, threads};
    const auto found = source.within(*Date::from_ymd(2010, 12, 31), *Date::from_ymd(2015, 12, 31));
    const auto why = [&](int i) { return found.why[at(corpus, number(i))]; };
    CHECK(found.happened[at(corpus, number(0))] == 1);
    CHECK(found.happened[at(corpus, number(1))] == 0);
    CHECK(why(2) == LeftOut::already);
    CHECK(why(3) == LeftOut::coarse_date);
    CHECK(why(4) == LeftOut::already); // all of 2010 lies before the day
    CHECK(why(5) == LeftOut::not_listed);
    CHECK(why(7) == LeftOut::not_listed);
    CHECK(source.faults().at("unknown_patent").count == 1);
    CHECK(source.faults().at("no_date").count == 1);
    CHECK(source.faults().at("no_outcome").count == 1);
    std::ofstream{path, std::ios::trunc} << "a,b\n1,2\n";
    CHECK_THROWS_AS(
        (service::OutcomeSource{park.workspace, models(), corpus, outcome(path), 30, fields, threads}),
        DataError);
}

TEST_CASE("outcomes: growth of citations from the third year, by hand", "[service]") {
    const CitedPark park{true};
    Threads threads{1};
    const auto corpus = service::load_corpus(park.workspace, models());
    const auto fields = indicators::TechnologyFields::load(models());
    const auto within = [&](const std::string& spec) {
        const service::OutcomeSource source{park.workspace, models(), corpus, outcome(spec), 30,
                                            fields,         threads};
        return source.within(*Date::from_ymd(2010, 12, 31), *Date::from_ymd(2012, 12, 31));
    };
    const auto positives = [](const Outcomes& found) {
        return std::ranges::count(found.happened, std::int8_t{1});
    };
    const auto members = [](const Outcomes& found) {
        return std::ranges::count_if(found.happened, [](auto one) { return one != Outcomes::left_out; });
    };
    // The thirty of 2007 are three full years old: odd numbers. Of the documents of 2012, five cite each of
    // 1, 3, 5, 7, 9, one each of 11 to 39, none 41 to 59.
    const auto one = within("growth:1"), median = within("growth:median"), top = within("growth:top10%");
    for (const auto* found : {&one, &median, &top}) {
        CHECK(members(*found) == 30);
        CHECK(found->counts[at(corpus, number(1))] == 5);
        CHECK(found->counts[at(corpus, number(39))] == 1);
        CHECK(found->why[at(corpus, number(0))] == LeftOut::other_age);  // 2006: four years old
        CHECK(found->why[at(corpus, number(60))] == LeftOut::other_age); // 2008: two
        CHECK(found->why[at(corpus, number(90))] == LeftOut::later);
        CHECK(found->happened[at(corpus, number(59))] == 0);
    }
    CHECK(positives(one) == 20);
    CHECK(positives(median) == 5); // the median is 1
    CHECK(positives(top) == 5);    // tied across the third place: all in
    // Of fewer than the minimum of the like nothing is told.
    const service::OutcomeSource few{park.workspace, models(), corpus, outcome("growth:median"), 100,
                                     fields,         threads};
    const auto found = few.within(*Date::from_ymd(2010, 12, 31), *Date::from_ymd(2012, 12, 31));
    CHECK(found.why[at(corpus, number(1))] == LeftOut::small_cohort);
}

TEST_CASE("outcomes: what is known of citations before the day is no growth", "[service]") {
    // Documents of 2008 cite 0..19: at the end of 2009 those of 2006 are three full years old, and what they
    // have by then is not counted among what comes.
    const CitedPark park{true};
    Threads threads{1};
    const auto corpus = service::load_corpus(park.workspace, models());
    const auto fields = indicators::TechnologyFields::load(models());
    const service::OutcomeSource source{park.workspace, models(), corpus, outcome("growth:1"), 30,
                                        fields,         threads};
    const auto found = source.within(*Date::from_ymd(2009, 12, 31), *Date::from_ymd(2011, 12, 31));
    CHECK(found.happened[at(corpus, number(0))] == 0);
    CHECK(found.counts[at(corpus, number(0))] == 0);
}

TEST_CASE("outcomes: families by their records, offices and members", "[service]") {
    Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    // Family A: China 2009-06, Europe 2010-05, United States 2011-03, Japan 2014-01. Family B: China 2009-07,
    // a second Chinese member 2012. C alone. D begins in 2007: too old. E: filed twice on one day.
    std::string text = "公开（公告）号,申请号,名称,申请日,主分类号,优先权号\n";
    const auto add = [&](const char* number, const char* application, const char* filed, const char* claims) {
        text += fmt::format("{},{},甲,{},H01M4/00,{}\n", number, application, filed, claims);
    };
    add("CN101000001A", "CN200910000001", "2009-06-01", "CN200910000001");
    add("EP2000001A1", "EP20100000001", "2010-05-20", "CN200910000001");
    add("US8000001B2", "US201113000001", "2011-03-01", "CN200910000001");
    add("JP2014000001A", "JP2014000001", "2014-01-05", "CN200910000001");
    add("CN101000002A", "CN200910000002", "2009-07-01", "CN200910000002");
    add("CN101000003A", "CN201210000003", "2012-07-01", "CN200910000002");
    add("CN101000004A", "CN200910000004", "2009-08-01", "");
    add("CN101000005A", "CN200710000005", "2007-08-01", "CN200710000005");
    add("EP2000005A1", "EP20090000005", "2009-08-01", "CN200710000005");
    auto how = request();
    how.cutoff = Date::from_ymd(2020, 1, 1);
    import_text(workspace, folder, "families.csv", text, how);
    Threads threads{1};
    const auto corpus = service::load_corpus(workspace, models());
    const auto fields = indicators::TechnologyFields::load(models());
    const auto of = [&](const char* wanted) { return at(corpus, wanted); };
    REQUIRE(corpus.patents[of("CN101000001A")].family == corpus.patents[of("JP2014000001A")].family);
    REQUIRE(corpus.patents[of("CN101000002A")].family == corpus.patents[of("CN101000003A")].family);
    const auto within = [&](const std::string& spec) {
        const service::OutcomeSource source{workspace, models(), corpus, outcome(spec), 3, fields, threads};
        return source.within(*Date::from_ymd(2010, 12, 31), *Date::from_ymd(2014, 12, 31));
    };

    // Whatever the age, every member: two offices by 2010, four by 2014.
    const auto any = within("family:3");
    CHECK(any.happened[of("CN101000001A")] == 1);
    CHECK(any.happened[of("EP2000001A1")] == 1);
    CHECK(any.counts[of("CN101000001A")] == 4);
    CHECK(any.happened[of("CN101000002A")] == 0);
    CHECK(within("family:2").why[of("CN101000001A")] == LeftOut::already);
    CHECK(within("family:5").happened[of("CN101000001A")] == 0);

    const auto offices = within("breadth:3");
    CHECK(offices.happened[of("CN101000001A")] == 1);
    CHECK(offices.counts[of("CN101000001A")] == 4);
    CHECK(offices.why[of("EP2000001A1")] == LeftOut::other_age); // filed in 2010
    CHECK(offices.happened[of("CN101000002A")] == 0);
    CHECK(offices.happened[of("CN101000004A")] == 0);
    CHECK(offices.why[of("CN101000005A")] == LeftOut::other_age);
    CHECK(offices.why[of("EP2000005A1")] == LeftOut::other_member); // of the age, not the first
    CHECK(offices.why[of("US8000001B2")] == LeftOut::later);
    CHECK(within("breadth:2").why[of("CN101000001A")] == LeftOut::already);

    const auto members = within("members:2");
    CHECK(members.why[of("CN101000001A")] == LeftOut::already);
    CHECK(members.happened[of("CN101000002A")] == 1);
    CHECK(members.happened[of("CN101000004A")] == 0);
    // Of three of the like one is above the others; alone is never among the top.
    const auto top = within("breadth:top50%");
    CHECK(top.happened[of("CN101000001A")] == 1);
    CHECK(top.happened[of("CN101000002A")] == 0);
    CHECK(top.happened[of("CN101000004A")] == 0);
}

TEST_CASE("outcomes: how they are written", "[service]") {
    using Kind = service::OutcomeSpec::Kind;
    CHECK(outcome("citations:top10%").share == Approx(0.1));
    CHECK(outcome("family:3").least == 3);
    CHECK(outcome("event:transfer").kind == Kind::event);
    CHECK(outcome("awards.csv").kind == Kind::file);
    for (const auto* bad :
         {"citations:", "citations:0", "citations:top0%", "citations:top100%", "family:x", "event:nothing",
          "growth:", "growth:mean", "growth:top100%", "breadth:0", "breadth:median", "members:"}) {
        INFO(bad);
        CHECK_THROWS_AS(outcome(bad), UsageError);
    }
    CHECK(outcome("growth:median").median);
    CHECK(outcome("growth:4").known_years == 3);
    CHECK(outcome("members:top5%").members);
    CHECK_FALSE(outcome("breadth:4").members);
    CHECK(outcome("citations:2").known_years == 0);
    const auto rules = scoring::read_validation_rules(Config::read(models() + "/validation/default.toml"));
    CHECK(service::usual_years(outcome("growth:1"), rules) == 2);
    CHECK(service::usual_years(outcome("breadth:2"), rules) == 4);
    CHECK(service::usual_years(outcome("family:2"), rules) == 5);
    CHECK(service::outcome_words(outcome("growth:2")).en ==
          "cited at least 2 more times after 3 years from filing");
    CHECK(service::parse_year_ends("2005..2007").size() == 3);
    CHECK(service::parse_year_ends("2005")[0].iso() == "2005-12-31");
    CHECK_THROWS_AS(service::parse_year_ends("2007..2005"), UsageError);
}

} // namespace test_outcomes
