// SPDX-License-Identifier: GPL-3.0-or-later
// The records most like one: signals, reasons, own family, files, what is missing.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/similar.hpp>

#include <nlohmann/json.hpp>

namespace test_similar {

using namespace longmen;
using namespace longmen::test;
using Catch::Matchers::Contains;

namespace {

struct Library {
    Folder folder;
    store::Workspace workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);

    explicit Library(bool citations = true) {
        const std::string cited = citations ? "CN100000009A;US5000001A" : "";
        import_text(
            workspace, folder, "patents.csv",
            "公开（公告）号,名称,摘要,申请人,申请日,IPC,优先权号,引证专利\n"
            "CN100000001A,一种液压泵,液压泵的密封圈套在转轴上,甲公司,2018-05-01,F04B1/20,CN201710000001.9," +
                cited +
                "\n"
                "CN200000001U,一种液压泵,液压泵的密封圈套在转轴上,甲公司,2018-05-01,F04B1/"
                "20,CN201710000001.9,\n"
                "CN100000002A,密封件,密封圈由橡胶制成,乙公司,2016-05-01,F16J15/16,,\n"
                "CN100000003A,柱塞装置,往复运动的柱塞,丙公司,2015-05-01,F04B1/22,," +
                cited +
                "\n"
                "CN100000004A,灯具,发光二极管,丁公司,2015-05-01,F21S2/00,,\n"
                "CN100000009A,转轴,钢制转轴,丁公司,2005-05-01,,,\n");
    }
    service::SimilarRecords find(const std::string& what, std::size_t limit = 20, unsigned count = 2) {
        Threads threads{count};
        Progress silent;
        return service::similar_records(workspace, {models(), what, limit}, threads, silent);
    }
    std::string write(const std::string& name, const std::string& text) {
        std::ofstream{folder.path(name), std::ios::binary} << text;
        return folder.path(name);
    }
};

const service::SimilarHit& hit(const service::SimilarRecords& found, const std::string& number) {
    const auto at = std::ranges::find(found.hits, number, &service::SimilarHit::number);
    REQUIRE(at != found.hits.end());
    return *at;
}

} // namespace

TEST_CASE("similar: text, classes and citations with their reasons, the own family apart", "[service]") {
    Library library;
    const auto found = library.find("CN100000001A");
    REQUIRE(found.family.size() == 1);
    CHECK(found.family[0].number == "CN200000001U");
    CHECK(found.family[0].kinship == service::Kinship::simple);
    CHECK(found.family[0].reasons.text_place == 1);
    CHECK(found.total == 3); // the lamp has nothing in common
    CHECK(found.hits.size() == 3);
    CHECK(found.missing.empty());
    CHECK(found.records == 5);
    CHECK(found.with_text == 5);
    CHECK(found.with_classes == 4);
    CHECK(found.with_citations == 2);

    const auto& ring = hit(found, "CN100000002A");
    CHECK(ring.reasons.words == std::vector<std::string>{"密封圈"});
    CHECK(ring.reasons.text_place > 0);
    CHECK(ring.reasons.classes_place == 0);
    CHECK(ring.reasons.citations_place == 0);
    const auto& piston = hit(found, "CN100000003A");
    CHECK(piston.reasons.shared_classes == std::vector<std::string>{"F04B1"});
    CHECK(piston.reasons.both_cite == 2);
    CHECK(piston.reasons.coupling == Approx(1));
    CHECK_FALSE(piston.reasons.cites);
    CHECK(piston.reasons.shared_citations.size() == 2);
    CHECK(piston.reasons.shared_citations[0] == "CN100000009A");
    CHECK_THAT(piston.reasons.shared_citations[1], Contains("5000001"));
    const auto& cited = hit(found, "CN100000009A");
    CHECK(cited.reasons.cites);
    CHECK(cited.reasons.citations == Approx(1));
    CHECK(cited.date == "2005-05-01");
    CHECK(cited.applicants == std::vector<std::string>{"丁公司"});
    // two lists, places by hand: both its class and its citations come second to none but the family and each
    // other
    CHECK(piston.value ==
          Approx(1 / (60 + piston.reasons.classes_place) + 1 / (60 + piston.reasons.citations_place)));
    const auto back = library.find("CN100000009A");
    CHECK(hit(back, "CN100000003A").reasons.cited);
    CHECK(service::similar_json(library.find("CN100000001A", 20, 1)) == service::similar_json(found));
}

TEST_CASE("similar: what cannot be told is said", "[service]") {
    Library library{false};
    const auto found = library.find("CN100000009A");
    REQUIRE(found.missing.size() == 2);
    CHECK_THAT(found.missing[0].en, Contains("no classes"));
    CHECK_THAT(found.missing[1].en, Contains("workspace has no citations"));
    Library with;
    CHECK_THAT(with.find("CN100000004A").missing.at(0).en, Contains("cites nothing"));
}

TEST_CASE("similar: an idea in a file", "[service]") {
    Library library;
    const auto found = library.find(library.write("idea.txt", "\xEF\xBB\xBF密封圈套在泵的转轴上"), 2);
    CHECK(found.is_file);
    CHECK(found.number == "idea.txt");
    CHECK(found.hits.size() == 2);
    CHECK(found.total == 4);
    CHECK(found.family.empty());
    CHECK(found.hits[0].title == "一种液压泵");
    CHECK(found.missing.size() == 2);
    CHECK_THROWS_WITH(library.find("CN999999999A"), Contains("neither"));
    CHECK_THROWS_WITH(library.find(library.write("old.txt", "\xC3\xDC\xB7\xE2")), Contains("UTF-8"));
    CHECK_THROWS_WITH(library.find(library.write("long.txt", std::string(1'000'001, 'a'))),
                      Contains("bytes"));
    CHECK_THROWS_WITH(library.find(library.write("empty.txt", "12 .")), Contains("nothing to compare"));
}

TEST_CASE("similar: table, sections and JSON", "[service]") {
    Library library;
    const auto found = library.find("CN100000001A");
    const auto table = service::similar_table(found, Lang::zh);
    REQUIRE(table.rows.size() == 4);
    CHECK(std::get<std::int64_t>(table.rows[0][0]) == 1);
    CHECK(std::holds_alternative<std::monostate>(table.rows[3][0])); // of the family
    CHECK(std::get<std::string>(table.rows[3][5]) == "simple");
    const auto sections = service::similar_sections(found, Lang::en);
    REQUIRE(sections.size() == 2);
    CHECK_THAT(sections[0].title, Contains("CN100000001A"));
    CHECK_THAT(sections[0].lines[0], Contains("5 records compared"));
    const auto json = nlohmann::json::parse(service::similar_json(found));
    CHECK(json["query"]["number"] == "CN100000001A");
    CHECK(json["hits"].size() == 3);
    CHECK(json["family"][0]["family"] == "simple");
    CHECK(json["family"][0]["rank"].is_null());
    CHECK(json["hits"][0]["citations_place"].is_number());
    CHECK(json["hits"][0]["words"].is_array());
}

} // namespace test_similar
