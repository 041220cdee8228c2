// SPDX-License-Identifier: GPL-3.0-or-later
// Near duplicates of a workspace: pairs, clusters, families and applicants beside them.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/near_duplicates.hpp>

#include <nlohmann/json.hpp>

namespace test_near_duplicates {

using namespace longmen;
using namespace longmen::test;
using Catch::Matchers::Contains;

namespace {

const std::string pump = "一种液压泵的密封装置，包括壳体、转轴和密封圈，密封圈套设在转轴上并抵接壳体的内壁";

/// Two rights of one day for one thing, a third of another firm with one word more, and others.
struct Workspace {
    Folder folder;
    store::Workspace workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);

    Workspace() {
        import_text(
            workspace, folder, "patents.csv",
            "公开（公告）号,名称,摘要,申请人,申请日,优先权号\n"
            "CN200000001U,液压泵," +
                pump +
                ",甲公司,2018-05-01,CN201710000001.9\n"
                "CN100000001A,液压泵," +
                pump +
                ",甲公司,2018-05-01,CN201710000001.9\n"
                "CN100000002A,液压泵," +
                pump +
                "，还有弹簧,乙公司,2019-05-01,\n"
                "CN100000003A,液压泵," +
                pump +
                "，还有弹簧,,2019-06-01,\n"
                "CN100000004A,灯具,,乙公司,2018-05-01,\n"
                "CN100000005A,一种灯具,发光二极管焊接在铝基板上并由透镜覆盖形成均匀的光斑用于道路照明场合,"
                "丙公司,2018-05-01,\n");
    }
    service::NearDuplicateTexts find(std::optional<double> threshold = {},
                                     std::optional<std::size_t> shortest = {}) {
        Threads threads{2};
        Progress silent;
        return service::near_duplicate_texts(workspace, {models(), threshold, shortest}, threads, silent);
    }
};

std::string text(const Cell& cell) {
    return std::holds_alternative<std::string>(cell) ? std::get<std::string>(cell) : std::string{"-"};
}

} // namespace

TEST_CASE("near duplicates: pairs with family and applicant", "[service]") {
    Workspace library;
    const auto found = library.find();
    CHECK(found.found.all_pairs == 6);
    CHECK(found.found.too_short == 1);
    const auto table = service::near_pair_table(found, Lang::zh, 0);
    REQUIRE(table.rows.size() == 6);
    std::vector<std::string> rows;
    for (const auto& row : table.rows) {
        rows.push_back(text(row[0]) + " " + text(row[1]) + " " + text(row[3]) + " " + text(row[4]));
    }
    CHECK(rows ==
          std::vector<std::string>{"CN100000001A CN100000002A no no", "CN100000001A CN100000003A no -",
                                   "CN100000001A CN200000001U simple yes", "CN100000002A CN100000003A no -",
                                   "CN100000002A CN200000001U no no", "CN100000003A CN200000001U no -"});
    CHECK(std::get<Decimal>(table.rows[2][2]).value == 1);
    // four pairs of characters more: 还有, 有弹, 弹簧; a comma parts the rest
    const auto size = static_cast<double>(found.sizes[0]);
    CHECK(std::get<Decimal>(table.rows[0][2]).value == Approx(size / (size + 3)));
    CHECK(service::near_pair_table(found, Lang::zh, 2).rows.size() == 2);
}

TEST_CASE("near duplicates: clusters and JSON", "[service]") {
    Workspace library;
    const auto found = library.find();
    const auto table = service::near_cluster_table(found, Lang::en, 0);
    REQUIRE(table.rows.size() == 4);
    CHECK(text(table.rows[0][0]) == "CN100000001A");
    CHECK(std::get<std::int64_t>(table.rows[0][1]) == 4);
    CHECK(text(table.rows[0][3]) == "-");
    CHECK(text(table.rows[2][2]) == "CN100000003A");
    CHECK(text(table.rows[2][3]) == "CN100000002A");
    CHECK(text(table.rows[3][3]) == "CN100000001A");
    const auto json = nlohmann::json::parse(service::near_duplicate_json(found, true));
    CHECK(json["clusters"].size() == 4);
    CHECK(json["clusters_in_all"] == 1);
    CHECK(json["compared"] == 5);
    CHECK(nlohmann::json::parse(service::near_duplicate_json(found, false))["pairs"].size() == 6);
    CHECK_THAT(service::near_duplicate_lines(found, Lang::en)[2],
               Contains("6 near-duplicate pairs of 4 records"));
}

TEST_CASE("near duplicates: the line may be moved; too many pairs are told", "[service]") {
    Workspace library;
    CHECK(library.find(1.0).found.all_pairs == 2);
    CHECK(library.find({}, 1000).found.all_pairs == 0);
    CHECK_THROWS_AS(library.find(1.5), UsageError);
    auto found = library.find();
    found.options.most_pairs = 5;
    CHECK(found.too_many());
    CHECK_THROWS_WITH(service::near_pair_table(found, Lang::en, 0), Contains("--clusters"));
    CHECK(service::near_cluster_table(found, Lang::en, 0).rows.size() == 4);
}

} // namespace test_near_duplicates
