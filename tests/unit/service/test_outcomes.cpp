// SPDX-License-Identifier: GPL-3.0-or-later
// Outcomes by hand, and what cannot be told left out with its reason.
#include "cited_park.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/outcomes.hpp>
#include <longmen/service/validate.hpp>

using namespace longmen;
using namespace longmen::test;
using service::LeftOut;
using service::Outcomes;

TEST_CASE("outcomes: later citations, rights and events by hand", "[service]") {
    const CitedPark park{true};
    Threads threads{1};
    const auto corpus = service::load_corpus(park.workspace, models());
    const auto fields = indicators::TechnologyFields::load(models());
    const auto as_of = *Date::from_ymd(2010, 12, 31), until = *Date::from_ymd(2015, 12, 31);
    const auto within = [&](const std::string& spec) {
        const service::OutcomeSource source{
            park.workspace, models(), corpus, service::parse_outcome(spec), 30, fields, threads};
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
        const service::OutcomeSource source{
            park.workspace, models(), corpus, service::parse_outcome(spec), 30, fields, threads};
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
    const service::OutcomeSource source{park.workspace, models(), corpus, service::parse_outcome(path), 30,
                                        fields,         threads};
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
    CHECK_THROWS_AS((service::OutcomeSource{park.workspace, models(), corpus, service::parse_outcome(path),
                                            30, fields, threads}),
                    DataError);
}

TEST_CASE("outcomes: how they are written", "[service]") {
    using Kind = service::OutcomeSpec::Kind;
    CHECK(service::parse_outcome("citations:top10%").share == Approx(0.1));
    CHECK(service::parse_outcome("family:3").least == 3);
    CHECK(service::parse_outcome("event:transfer").kind == Kind::event);
    CHECK(service::parse_outcome("awards.csv").kind == Kind::file);
    for (const auto* bad :
         {"citations:", "citations:0", "citations:top0%", "citations:top100%", "family:x", "event:nothing"}) {
        INFO(bad);
        CHECK_THROWS_AS(service::parse_outcome(bad), UsageError);
    }
    CHECK(service::parse_year_ends("2005..2007").size() == 3);
    CHECK(service::parse_year_ends("2005")[0].iso() == "2005-12-31");
    CHECK_THROWS_AS(service::parse_year_ends("2007..2005"), UsageError);
}
