// SPDX-License-Identifier: GPL-3.0-or-later
// Merging: the same content changes nothing, order does not matter, nothing is lost.
#include <longmen/base/errors.hpp>
#include <longmen/store/detail/sqlite.hpp>
#include <longmen/store/importer.hpp>
#include <longmen/store/load.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>

#include <algorithm>
#include <random>

namespace test_importer {

using namespace longmen;
using namespace longmen::store;
using test::import_rows;
using test::patent_row;
using test::terms;

namespace {

std::vector<PatentRow> three_rows() {
    return {patent_row(2, {{Field::app_no, "CN201710601862.3"},
                           {Field::title, "甲"},
                           {Field::app_date, "2017-07-21"},
                           {Field::applicants, "某厂\n某校"}}),
            patent_row(
                3, {{Field::app_no, "CN95115608.X"}, {Field::title, "乙"}, {Field::app_date, "1995-09-01"}}),
            patent_row(4, {{Field::pub_no, "CN109876543A"},
                           {Field::pub_date, "2019-06-14"},
                           {Field::title, "丙"},
                           {Field::n_claims, "9"}})};
}

/// Every value of every record, without row ids.
std::string dump(const Workspace& workspace) {
    std::string result;
    auto query = workspace.database().prepare("SELECT number || '|' || coalesce(app_no,'') || '|' || "
                                              "coalesce(pub_no,'') || '|' || coalesce(pub_date,'')"
                                              " || '|' || coalesce(grant_no,'') || '|' || "
                                              "coalesce(grant_date,'') || '|' || coalesce(title,'') || '|' ||"
                                              " coalesce(n_claims,'') || '|' || coalesce(status,'') || '|' "
                                              "|| coalesce(extras,'') FROM patent ORDER BY 1");
    while (query.step()) {
        result += query.text(0) + "\n";
    }
    auto others = workspace.database().prepare(
        "SELECT p.number || '|' || o.field || '|' || o.value || '|' || o.shown FROM other_value o"
        " JOIN patent p ON p.id = o.subject_id WHERE o.subject = 'patent' ORDER BY 1");
    while (others.step()) {
        result += others.text(0) + "\n";
    }
    return result;
}

std::int64_t one(const Workspace& workspace, const char* sql) {
    auto query = workspace.database().prepare(sql);
    query.step();
    return query.integer(0);
}

} // namespace

TEST_CASE("importer: the same rows again, shuffled, change nothing") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    auto rows = three_rows();
    CHECK(import_rows(workspace, rows).added == 3);
    const auto before = dump(workspace);
    std::ranges::reverse(rows);
    const auto again = import_rows(workspace, rows);
    CHECK(again.added == 0);
    CHECK(again.updated == 0);
    CHECK(again.unchanged == 3);
    CHECK(dump(workspace) == before);
    CHECK(workspace.generation() == 1);
}

TEST_CASE("importer: half of the columns lose nothing") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    import_rows(workspace, three_rows());
    const auto before = dump(workspace);
    const auto counts =
        import_rows(workspace, {patent_row(2, {{Field::app_no, "CN201710601862.3"}, {Field::title, "甲"}})});
    CHECK(counts.updated == 0);
    CHECK(dump(workspace) == before);
}

TEST_CASE("importer: a file that ties a publication to an application makes one record of two") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    import_rows(workspace, {patent_row(2, {{Field::app_no, "CN201710601862.3"}, {Field::title, "甲"}}),
                            patent_row(3, {{Field::pub_no, "CN109876543A"},
                                           {Field::pub_date, "2019-06-14"},
                                           {Field::n_claims, "9"}})});
    CHECK(one(workspace, "SELECT count(*) FROM patent") == 2);
    const auto counts = import_rows(workspace, {patent_row(2, {{Field::app_no, "CN201710601862.3"},
                                                               {Field::pub_no, "CN109876543B"},
                                                               {Field::pub_date, "2020-01-03"}})});
    CHECK(counts.updated == 1);
    CHECK(one(workspace, "SELECT count(*) FROM patent") == 1);
    const auto corpus = load_corpus(workspace, terms());
    REQUIRE(corpus.patents.size() == 1);
    CHECK(corpus.patents[0].number == "CN109876543B");
    CHECK(corpus.patents[0].title == "甲");
    CHECK(corpus.patents[0].n_claims == 9);
    CHECK(corpus.patents[0].grant_date->iso() == "2020-01-03");
    CHECK(corpus.patents[0].pub_date->iso() == "2019-06-14");
    CHECK(one(workspace, "SELECT count(*) FROM history WHERE field = 'united_with'") == 1);
    CHECK(one(workspace, "SELECT count(*) FROM removed WHERE number = 'CN109876543A'") == 1);
}

TEST_CASE("importer: the newer source wins, the other value is listed, whatever the order of files") {
    const auto older = std::vector{patent_row(
        2, {{Field::app_no, "CN201710601862.3"}, {Field::title, "旧名"}, {Field::status, "examination"}})};
    const auto newer = std::vector{patent_row(
        2, {{Field::app_no, "CN201710601862.3"}, {Field::title, "新名"}, {Field::status, "granted"}})};
    const auto d2019 = Date::from_iso("2019-01-01");
    const auto d2020 = Date::from_iso("2020-01-01");
    const test::Folder a;
    auto first = Workspace::open(a.path(), OpenMode::create);
    import_rows(first, older, d2019);
    CHECK(import_rows(first, newer, d2020).conflicts == 1);
    const test::Folder b;
    auto second = Workspace::open(b.path(), OpenMode::create);
    import_rows(second, newer, d2020);
    CHECK(import_rows(second, older, d2019).conflicts == 1);
    CHECK(dump(first) == dump(second));
    CHECK(dump(first).find("新名") < dump(first).find("旧名|1"));
    CHECK(dump(first).find("status|examination|0") !=
          std::string::npos); // moved on with time: no contradiction
    CHECK(import_rows(first, older, d2019).conflicts == 0);
}

TEST_CASE("importer: a value repeated by a newer source stands against one in between") {
    const auto row = [](const char* title) {
        return std::vector{patent_row(2, {{Field::app_no, "CN201710601862.3"}, {Field::title, title}})};
    };
    const std::vector<std::pair<const char*, const char*>> files{
        {"甲", "2018-01-01"}, {"乙", "2019-01-01"}, {"甲", "2020-01-01"}};
    std::vector<std::size_t> order{0, 1, 2};
    do {
        const test::Folder folder;
        auto workspace = Workspace::open(folder.path(), OpenMode::create);
        for (const auto i : order) {
            import_rows(workspace, row(files[i].first), Date::from_iso(files[i].second));
        }
        INFO(order[0] << order[1] << order[2]);
        CHECK(load_corpus(workspace, terms()).patents[0].title == "甲");
    } while (std::ranges::next_permutation(order).found);
}

TEST_CASE("importer: random files in random order and shuffled rows end in the same state") {
    std::mt19937 random{11};
    const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const char* numbers[] = {"CN201710601862.3", "CN95115608.X", "CN97101765.4", "CN200710308494.X"};
    const char* publications[] = {"CN109876543A", "CN109876543B", "CN1030001A", "CN101234567C"};
    for (int round = 0; round < 12; ++round) {
        std::vector<std::pair<std::vector<PatentRow>, std::string>> files;
        for (int f = 0; f < 3; ++f) {
            std::vector<PatentRow> rows;
            for (std::uint64_t r = 0; r < 6; ++r) {
                const int which = pick(4);
                std::vector<std::pair<Field, std::string>> values{{Field::app_no, numbers[which]}};
                if (pick(2)) {
                    values.emplace_back(Field::pub_no, publications[which]);
                    values.emplace_back(Field::pub_date, "20" + std::to_string(10 + pick(9)) + "-01-01");
                }
                if (pick(2)) {
                    values.emplace_back(Field::title, "题" + std::to_string(pick(3)));
                }
                if (pick(2)) {
                    values.emplace_back(Field::n_claims, std::to_string(pick(3)));
                }
                rows.push_back(patent_row(r + 2, values));
            }
            files.emplace_back(std::move(rows), "20" + std::to_string(15 + f) + "-05-05");
        }
        std::string wanted;
        for (int order = 0; order < 3; ++order) {
            const test::Folder folder;
            auto workspace = Workspace::open(folder.path(), OpenMode::create);
            for (auto& [rows, date] : files) {
                std::ranges::shuffle(rows, random);
                import_rows(workspace, rows, Date::from_iso(date));
            }
            const auto got = dump(workspace);
            const auto again = import_rows(workspace, files[0].first, Date::from_iso(files[0].second));
            CHECK(again.added + again.updated + again.conflicts == 0);
            CHECK(dump(workspace) == got);
            wanted = wanted.empty() ? got : wanted;
            CHECK(got == wanted);
            std::ranges::shuffle(files, random);
        }
    }
}

TEST_CASE("importer: a session that is dropped leaves nothing; columns nobody knows are kept") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    {
        ImportSession session(workspace, {"f.csv", "", std::nullopt, "", ""});
        session.patent(three_rows()[0]);
    }
    CHECK(one(workspace, "SELECT count(*) FROM patent") == 0);
    CHECK(one(workspace, "SELECT count(*) FROM import") == 0);
    auto row = three_rows()[0];
    row.extras = {{"技术功效,短语", "提高; 效率"}};
    import_rows(workspace, {row});
    row.extras = {{"技术功效,短语", "提高; 效率"}, {"别的", "x"}};
    CHECK(import_rows(workspace, {row}).updated == 1);
    CHECK(import_rows(workspace, {row}).updated == 0);
    CHECK(dump(workspace).find("技术功效,短语") != std::string::npos);
}

TEST_CASE("importer: enterprises by code, by name, by former name; figures need their enterprise") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    const auto import = [&](auto&& fill) {
        ImportSession session(workspace, {"e.xlsx", "", std::nullopt, "", ""});
        session.begin_table();
        fill(session);
        return session.commit().at(0);
    };
    const auto enterprise = [](ImportSession& session) {
        EnterpriseRow row;
        row.row = 2;
        row.name = "晋中（榆次）液压有限公司";
        row.uscc = "91350100M000100Y43";
        row.former_names = {"榆次液压厂"};
        session.enterprise(row);
    };
    CHECK(import(enterprise).added == 1);
    CHECK(import(enterprise).unchanged == 1);
    const auto figures = [](const char* name, std::int64_t fen) {
        return [=](ImportSession& session) {
            FiguresRow row;
            row.row = 5;
            row.name = name;
            row.year = 2021;
            row.sales_revenue = Money{fen};
            session.figures(row);
        };
    };
    CHECK(import(figures("榆次液压厂", 100)).added == 1);
    CHECK(import(figures("晋中(榆次)液压有限责任公司", 100)).unchanged == 1);
    CHECK(import(figures("没有的公司", 100)).rejected == 1);
    CHECK(one(workspace, "SELECT count(*) FROM reject WHERE code = 'unknown_enterprise'") == 1);
    import_rows(workspace, {patent_row(2, {{Field::app_no, "CN201710601862.3"},
                                           {Field::app_date, "2017-07-21"},
                                           {Field::applicants, "榆次液压厂\n别人"}})});
    const auto corpus = load_corpus(workspace, terms());
    REQUIRE(corpus.enterprises.size() == 1);
    CHECK(corpus.enterprises[0].figures.at(0).sales_revenue->fen == 100);
    CHECK(corpus.patents.at(0).enterprises == std::vector<std::uint32_t>{0});
}

TEST_CASE("importer: a grant known by its publication alone has that date, at once as after a merge") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path("w"), OpenMode::create);
    const auto row = patent_row(2, {{Field::app_no, "CN200519012244.X"},
                                    {Field::pub_no, "CN190536002C"},
                                    {Field::pub_date, "2010-02-03"},
                                    {Field::grant_no, "CN190536002C"}});
    import_rows(workspace, {row});
    const auto at_once = dump(workspace);
    CHECK(at_once.find("CN190536002C|2010-02-03") != std::string::npos);
    CHECK(import_rows(workspace, {row}, std::nullopt, "again.csv").updated == 0);
    CHECK(dump(workspace) == at_once);
}

} // namespace test_importer
