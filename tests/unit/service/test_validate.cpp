// SPDX-License-Identifier: GPL-3.0-or-later
// Outcomes by hand, and scores that do not change when later rows are added.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/report/html.hpp>
#include <longmen/report/validation_page.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/outcomes.hpp>
#include <longmen/service/validate.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

using namespace longmen;
using namespace longmen::test;
using service::LeftOut;
using service::Outcomes;

namespace {

std::string number(int i) {
    return fmt::format("CN{}B", 101000000 + i);
}

/// 60 patents of 2006 to 2008; those of 2009 and 2013 cite them. With `later`, much more happens after 2010.
struct Park {
    Folder folder;
    store::Workspace workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    explicit Park(bool later) {
        std::string text = "公开（公告）号,申请号,名称,申请日,授权日,专利类型,法律状态,status_date,主分类号,"
                           "权利要求数量,被引次数,引证专利\n";
        const auto add = [&](int i, int year, const std::string& cites, const char* state, const char* when) {
            text +=
                fmt::format("{},CN{}1{:07d},甲,{}-05-01,{}-05-01,发明,{},{},H01M4/00,{},{},{}\n", number(i),
                            year, i, year, year + 2, state, when, 1 + i % 9, later ? 9 : 0, cites);
        };
        for (int i = 0; i < 60; ++i) {
            const bool lapsed = later && i % 3 == 0;
            add(i, 2006 + i % 2, "", lapsed ? "未缴年费" : "授权", lapsed ? "2012-06-01" : "");
        }
        for (int i = 60; i < 80; ++i) {
            add(i, 2008, number(i - 60) + ";" + number((i - 60) / 2), "授权", "");
        }
        if (later) {
            for (int i = 80; i < 120; ++i) {
                add(i, 2012, number(i - 80) + ";" + number((i - 80) / 4), "授权", "");
            }
        }
        auto how = request();
        how.cutoff = Date::from_ymd(2020, 1, 1);
        import_text(workspace, folder, "patents.csv", text, how);
    }
};

std::size_t at(const Corpus& corpus, const std::string& wanted) {
    const auto found = std::ranges::find(corpus.patents, wanted, &Patent::number);
    REQUIRE(found != corpus.patents.end());
    return static_cast<std::size_t>(found - corpus.patents.begin());
}

service::ValidateRequest asked(const std::string& outcome) {
    service::ValidateRequest request;
    request.models_folder = models();
    request.models = {"longmen-first"};
    request.outcome = outcome;
    request.as_of = {*Date::from_ymd(2010, 12, 31)};
    request.drop_undated = true;
    return request;
}

} // namespace

TEST_CASE("outcomes: later citations, rights and events by hand", "[service]") {
    const Park park{true};
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

TEST_CASE("outcomes: a file, with what cannot be told left out and named", "[service]") {
    const Park park{true};
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

TEST_CASE("validate: what comes later does not change what is scored", "[service]") {
    // The same file of outcomes judges both: any difference comes from the scores.
    const Park before{false}, after{true};
    Progress silent;
    std::vector<std::string> found;
    for (const auto* park : {&before, &after}) {
        const auto path = park->folder.path("outcomes.csv");
        std::ofstream file{path, std::ios::trunc};
        file << "number,date,outcome\n";
        for (int i = 0; i < 80; ++i) {
            file << number(i) << ",2014-01-01," << (i * 7 % 5 == 0 || i < 10 ? 1 : 0) << '\n';
        }
        file.close();
        auto request = asked(path);
        auto json = nlohmann::json::parse(
            service::validation_json(service::validate_models(park->workspace, request, silent)));
        CHECK(json["all"]["members"] == 80);
        CHECK(json["all"]["common"] == 80);
        CHECK(json["all"]["models"].size() == 3);
        found.push_back(json["all"].dump());
    }
    CHECK(found[0] == found[1]);
}

TEST_CASE("validate: refusals", "[service]") {
    const Park park{true};
    Progress silent;
    const auto run = [&](const service::ValidateRequest& request) {
        return service::validate_models(park.workspace, request, silent);
    };
    auto request = asked("citations:1");
    request.drop_undated = false;
    CHECK_THROWS_WITH(run(request), Catch::Contains("vendor_forward_citations, vendor_family_size"));
    request = asked("citations:1");
    request.as_of.clear();
    CHECK_THROWS_AS(run(request), UsageError);
    request = asked("citations:1");
    request.years = 30;
    CHECK_THROWS_AS(run(request), DataError);
    request = asked("event:award");
    CHECK_THROWS_AS(run(request), DataError);
}

TEST_CASE("validate: several dates, each patent once in the whole; words, table, page", "[service]") {
    const Park park{true};
    Progress silent;
    auto request = asked("citations:1");
    request.as_of = service::parse_year_ends("2008..2010");
    const auto data = service::validate_models(park.workspace, request, silent);
    REQUIRE(data.dates.size() == 3);
    CHECK(data.pooled.members == 80); // no patent twice
    CHECK(data.dates[2].found.members == 80);
    CHECK(data.dates[0].learned_on.iso() == "2004-01-01");
    const auto sections = service::validation_sections(data, "year", Lang::en);
    CHECK(sections.front().title.starts_with("longmen-first: too few outcomes to tell"));
    CHECK(service::validation_sections(data, "", Lang::zh).front().title.starts_with("longmen-first："));
    const auto table = service::validation_table(data, "office", Lang::en);
    CHECK(table.rows.size() == 3 * (1 + 3 + 1));
    for (const auto& row : table.rows) {
        CHECK(row.size() == table.columns.size());
    }
    for (const auto lang : {Lang::zh, Lang::en}) {
        const auto page = report::to_html(report::validation_page(data, lang));
        CHECK(page == report::to_html(report::validation_page(data, lang)));
        CHECK(page.find(lang == Lang::zh ? "价值模型检验" : "Validation of value models") !=
              std::string::npos);
    }
}
