// SPDX-License-Identifier: GPL-3.0-or-later
// Scores of a workspace agree with the library's, and JSON with the table.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/score.hpp>

#include <nlohmann/json.hpp>

namespace test_score {

using namespace longmen;
using namespace longmen::test;

TEST_CASE("score: by patent, enterprise and park", "[service]") {
    const SmallWorkspace small;
    Progress silent;
    const auto scored = service::score_workspace(small.workspace, {models(), "longmen-first", {}}, silent);
    CHECK(scored.scores.as_of.iso() == "2022-03-31");
    CHECK(service::score_table(scored, service::ScoreSubject::patent, Lang::en, 0).rows.size() == 3);
    CHECK(service::score_table(scored, service::ScoreSubject::patent, Lang::en, 2).rows.size() == 2);
    CHECK(service::score_table(scored, service::ScoreSubject::enterprise, Lang::en, 0).rows.size() == 2);
    CHECK(service::score_table(scored, service::ScoreSubject::park, Lang::en, 0).rows.size() == 1);
    const auto json = nlohmann::json::parse(service::score_json(scored, service::ScoreSubject::enterprise));
    CHECK(json["by"] == "enterprise");
    CHECK(json["model"] == "longmen-first");
    CHECK(json["rows"].size() == 2);
    CHECK(service::score_statement(scored, Lang::zh).find("2022-03-31") != std::string::npos);
    CHECK_THROWS_AS(service::score_workspace(small.workspace, {models(), "nothing", {}}, silent), UsageError);
}

} // namespace test_score
