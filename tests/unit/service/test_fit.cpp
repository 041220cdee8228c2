// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace whose rights lapse by their claims: the fit finds that out from earlier days, and nothing
// later.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/fit.hpp>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <random>

namespace test_fit {

using namespace longmen;
using namespace longmen::test;

namespace {

const std::string models = LONGMEN_SOURCE_DIR "/models";

/// 400 rights granted before 2010. Between 2011 and 2013 those with few claims lapse more often; the number
/// of classes says nothing.
struct Park {
    Folder folder;
    store::Workspace workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    /// `by_time`: claims decide when a right lapses, chance alone whether.
    explicit Park(bool by_time = false) {
        std::mt19937 random{11};
        std::string text =
            "公开（公告）号,申请号,名称,申请日,授权日,专利类型,法律状态,法律状态日期,IPC分类号,"
            "权利要求数量\n";
        for (int i = 0; i < 400; ++i) {
            const int claims = 1 + static_cast<int>(random() % 20);
            const bool lapses = by_time ? i % 10 != 0 : static_cast<int>(random() % 24) >= claims;
            const auto year = by_time ? (claims <= 10 ? 1 : 3) : 1 + random() % 3;
            text +=
                fmt::format("CN{}B,CN20061{:07d},甲,2006-05-01,2008-05-01,发明,{},{},{},{}\n", 101000000 + i,
                            i, lapses ? "未缴年费" : "授权", lapses ? fmt::format("201{}-06-01", year) : "",
                            random() % 2 == 0 ? "H01M4/00" : "H01M4/00; A61K31/00", claims);
        }
        auto how = request();
        how.cutoff = Date::from_ymd(2020, 1, 1);
        import_text(workspace, folder, "patents.csv", text, how);
        std::ofstream(folder.path("base.toml"))
            << "id = \"base\"\nversion = \"3\"\ntitle_zh = \"基\"\ntitle_en = \"base\"\nquestion_zh = "
               "\"？\"\n"
               "question_en = \"?\"\nsources = []\nneeds = [\"n_claims\"]\naggregation = "
               "\"weighted_mean\"\nscale = "
               "100\nminimum_coverage = 0.1\n[cohort]\nminimum = 1\n[uncertainty]\nrule = "
               "\"one_weight_at_a_time\"\nchange = 0.2\n[portfolio]\nvalue = \"sum\"\nrepresentative = "
               "\"best_active_member\"\nactive = [\"in_force\"]\ntop = 3\n"
               "# How many claims.\n[[term]]\nindicator = \"claims\"\nweight = 0.2\ndirection = \"more\"\n"
               "normalisation = \"share\"\nfull = 20\nundefined = \"drop\"\n"
               "[[term]]\nindicator = \"scope\"\nweight = 0.3\ndirection = \"more\"\nnormalisation = "
               "\"share\"\nfull "
               "= 2\nundefined = \"drop\"\n"
               "[[term]]\nindicator = \"vendor_family_size\"\nweight = 0.5\ndirection = "
               "\"more\"\nnormalisation = "
               "\"share\"\nfull = 5\nundefined = \"drop\"\n";
    }
    [[nodiscard]] service::FitRequest asked() const {
        service::FitRequest how;
        how.models_folder = models;
        how.model = folder.path("base.toml");
        how.outcome = "in_force";
        how.as_of = {*Date::from_ymd(2010, 12, 31)};
        how.years = 4;
        how.drop_undated = true;
        how.id = "learned";
        return how;
    }
};

} // namespace

TEST_CASE("fit: what decided lapses has the weight, what carries no date takes no part", "[service]") {
    const Park park;
    Progress quiet;
    Threads threads{1};
    const auto fitted = service::fit_model(park.workspace, park.asked(), quiet, threads);
    CHECK(fitted.fit.members == 400);
    CHECK(fitted.fit.weights[0] > 0.8);
    CHECK(fitted.fit.weights[2] == 0);
    CHECK(fitted.undated == std::vector<std::size_t>{2});
    CHECK(fitted.dates[0].positives == fitted.fit.positives);

    // The model it wrote reads, says where it comes from, and keeps what it was made of.
    const auto model =
        scoring::read_value_model(Config::parse(fitted.text, "learned.toml"), fitted.base.fields);
    CHECK(model.id == "learned");
    CHECK(model.terms[0].key == "claims");
    CHECK(model.terms[0].weight == Approx(fitted.fit.weights[0]));
    CHECK(fitted.text.find("# Weights learned by penalised logistic regression from the outcome in_force") ==
          0);
    CHECK(fitted.text.find(fitted.base.checksum) != std::string::npos);
    CHECK(fitted.text.find("Left out, without a value on these dates: vendor_family_size.") !=
          std::string::npos);

    const auto json = nlohmann::json::parse(service::fit_json(fitted));
    CHECK(json["terms"][0]["state"] == "weighed");
    CHECK(json["terms"][2]["state"] == "undated");
    CHECK(json["deviance_explained"].is_null()); // one date: not tried on others
    CHECK(service::fit_sections(fitted, Lang::zh).size() == 2);
}

TEST_CASE("fit: hazards know when a right ended, not only whether", "[service]") {
    const Park park{true};
    Progress quiet;
    Threads threads{1};
    auto how = park.asked();
    how.survival = true;
    const auto fitted = service::fit_model(park.workspace, how, quiet, threads);
    CHECK(fitted.fit.weights[0] > 0.8);
    CHECK(*fitted.fit.concordance > 0.7);
}

TEST_CASE("fit: hazards tell the same, and only of rights kept", "[service]") {
    const Park park;
    Progress quiet;
    Threads threads{2};
    auto how = park.asked();
    how.survival = true;
    const auto fitted = service::fit_model(park.workspace, how, quiet, threads);
    CHECK(fitted.fit.weights[0] > 0.8);
    CHECK(*fitted.fit.concordance > 0.6);
    how.outcome = "citations:1";
    CHECK_THROWS_AS(service::fit_model(park.workspace, how, quiet, threads), UsageError);
    how.outcome = "in_force";
    how.drop_undated = false;
    CHECK_THROWS_AS(service::fit_model(park.workspace, how, quiet, threads), UsageError);
    how.drop_undated = true;
    how.years = 30;
    CHECK_THROWS_AS(service::fit_model(park.workspace, how, quiet, threads), DataError);
    how.as_of.clear();
    CHECK_THROWS_AS(service::fit_model(park.workspace, how, quiet, threads), UsageError);
}

} // namespace test_fit
