// SPDX-License-Identifier: GPL-3.0-or-later
// Graph columns of a model, by patent of the corpus.
#include "small_workspace.hpp"

#include <longmen/service/column_source.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/score.hpp>
#include <longmen/service/snapshot.hpp>

#include <filesystem>
#include <sstream>

namespace test_column_source {

using namespace longmen;
using namespace longmen::test;

namespace {

/// `cited` cites nothing; the two others cite it, one of them after six years.
struct CitingWorkspace {
    Folder folder;
    store::Workspace workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    CitingWorkspace() {
        import_text(workspace, folder, "patents.csv",
                    "公开（公告）号,申请号,名称,申请人,申请日,专利类型,主分类号,引证专利\n"
                    "CN101000001B,CN200610000001.7,甲,甲公司,2006-05-01,发明,H01M4/00,\n"
                    "CN102000002B,CN200910000002.3,乙,甲公司,2009-05-01,发明,H01M4/02,CN101000001B\n"
                    "CN103000003B,CN201210000003.6,丙,乙公司,2012-06-01,发明,H01M10/00,CN101000001B\n");
    }
};

/// A copy of the models folder with one more value model, of a single graph indicator.
std::string models_with(const Folder& folder, const std::string& indicator) {
    namespace fs = std::filesystem;
    const fs::path copy = folder.path("models");
    fs::copy(models(), copy, fs::copy_options::recursive);
    std::ifstream old{copy / "value" / "longmen-first" / "v1.toml"};
    std::stringstream text;
    text << old.rdbuf();
    auto model = text.str();
    model = model.substr(0, model.find("[[term]]"));
    model.replace(model.find("longmen-first"), 13, "graph");
    model += "[[term]]\nindicator = \"" + indicator +
             "\"\nweight = 1.0\ndirection = \"more\"\nnormalisation = \"share\"\nfull = 4\nundefined = "
             "\"drop\"\n";
    fs::create_directories(copy / "value" / "graph");
    std::ofstream{copy / "value" / "graph" / "v1.toml"} << model;
    return copy.string();
}

} // namespace

TEST_CASE("column source: records stand beside the documents of the snapshot", "[service]") {
    const CitingWorkspace citing;
    Threads threads{1};
    const auto corpus = service::load_corpus(citing.workspace, models());
    const auto snapshot = service::workspace_snapshot(citing.workspace, models(), threads);
    const service::ColumnSource source{snapshot, &corpus, corpus.as_of, threads};
    const auto node = snapshot.find("CN101000001B");
    REQUIRE(node);
    REQUIRE(source.input().records[*node] != nullptr);
    CHECK(source.input().records[*node]->number == "CN101000001B");
    CHECK(source.input().field[*node] == 1);
    CHECK(source.input().measure("publication_day").size() == 3);
    CHECK(source.input().measure("nothing").empty());
    CHECK(service::ColumnSource{snapshot, nullptr, corpus.as_of, threads}.input().records.empty());
    CHECK(source.input().filing_clock);
    CHECK(source.input().models == nullptr);
    const service::ColumnSource with_tables{snapshot, &corpus, corpus.as_of, threads, models()};
    REQUIRE(with_tables.input().models != nullptr);
    CHECK(with_tables.input().models->texts.years_back == 5);
}

TEST_CASE("column source: a value model takes indicators of the citation graph", "[service]") {
    const CitingWorkspace citing;
    const Folder folder;
    const auto folder_of_models = models_with(folder, "forward_citations_5y");
    Progress silent;
    const auto scored = service::score_workspace(citing.workspace, {folder_of_models, "graph", {}}, silent);
    const auto& scores = scored.scores;
    for (std::size_t i = 0; i < scored.corpus.patents.size(); ++i) {
        INFO(scored.corpus.patents[i].number);
        REQUIRE(scores.patents[i].value.defined());
        CHECK(scores.patents[i].value.value() ==
              (scored.corpus.patents[i].number == "CN101000001B" ? 25 : 0));
    }
    const auto told = service::explain(citing.workspace, scored, "CN101000001B", Lang::en);
    CHECK(told.json.find("\"forward_citations_5y\"") != std::string::npos);
    CHECK(told.json.find("Forward citations, 5 years") != std::string::npos);
}

TEST_CASE("column source: as of a day, later records and their citations do not exist", "[service]") {
    const CitingWorkspace citing;
    const Folder folder;
    const auto folder_of_models = models_with(folder, "forward_citations_10y");
    Progress silent;
    const auto value_then = [&](std::optional<Date> as_of, const std::string& number) {
        const auto scored =
            service::score_workspace(citing.workspace, {folder_of_models, "graph", as_of}, silent);
        for (std::size_t i = 0; i < scored.corpus.patents.size(); ++i) {
            if (scored.corpus.patents[i].number == number) {
                return scored.scores.patents[i].value;
            }
        }
        return Measured<double>{Undefined::impossible_value};
    };
    CHECK(value_then(std::nullopt, "CN101000001B").value() == 50); // two citations of four
    CHECK(value_then(Date::from_ymd(2011, 12, 31), "CN101000001B").value() == 25);
    CHECK(value_then(Date::from_ymd(2008, 12, 31), "CN101000001B").value() == 0);
    REQUIRE_FALSE(value_then(Date::from_ymd(2011, 12, 31), "CN103000003B").defined());
    CHECK(value_then(Date::from_ymd(2011, 12, 31), "CN103000003B").reason() == Undefined::not_applicable);
    Threads threads{1};
    const auto corpus = service::load_corpus(citing.workspace, models());
    const auto snapshot = service::workspace_snapshot(citing.workspace, models(), threads);
    const service::ColumnSource source{snapshot, &corpus, *Date::from_ymd(2011, 12, 31), threads};
    CHECK(source.input().nodes() == 2);
    CHECK(source.input().records.size() == 2);
    CHECK(source.whole().nodes() == 3);
}

} // namespace test_column_source
