// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped vocabulary on the words real exports carry.
#include <longmen/base/errors.hpp>
#include <longmen/record/legal_status.hpp>

#include <catch2/catch.hpp>

using namespace longmen;

namespace {

std::string state_of(std::string_view words) {
    static const auto vocabulary =
        StatusVocabulary::read(Config::read(LONGMEN_SOURCE_DIR "/models/vocabulary/legal_status.toml"));
    const auto match = vocabulary.match(words);
    return match ? (match->event_only ? "event:" + match->event
                    : match->restored ? "restored"
                                      : std::string{legal_state_key(match->state)})
                 : "none";
}

} // namespace

TEST_CASE("legal_status: words of exports fall to their states") {
    const std::pair<const char*, const char*> cases[] = {{"公开", "published"},
                                                         {"公布", "published"},
                                                         {"实质审查的生效", "examination"},
                                                         {"进入实审", "examination"},
                                                         {"授权", "granted"},
                                                         {"专利权维持", "granted"},
                                                         {"等年费滞纳金", "granted"},
                                                         {"发明专利申请公布后的驳回", "rejected"},
                                                         {"驳回失效", "rejected"},
                                                         {"驳回等复审请求", "pending"},
                                                         {"发明专利申请公布后的撤回", "withdrawn"},
                                                         {"撤回专利申请", "withdrawn"},
                                                         {"发明专利申请公布后的视为撤回", "deemed_withdrawn"},
                                                         {"逾期视撤失效", "deemed_withdrawn"},
                                                         {"国优视撤", "deemed_withdrawn"},
                                                         {"视为放弃取得专利权", "abandoned"},
                                                         {"放弃专利权（重复授权）", "abandoned"},
                                                         {"避免重复授权放弃专利权", "abandoned"},
                                                         {"专利权的终止(未缴年费专利权终止)", "fee_lapsed"},
                                                         {"未缴年费终止失效", "fee_lapsed"},
                                                         {"未缴年费专利权终止，等恢复", "fee_lapsed"},
                                                         {"专利权有效期届满", "expired"},
                                                         {"届满终止失效", "expired"},
                                                         {"专利权的终止（专利权有效期届满）", "expired"},
                                                         {"专利权全部无效", "invalidated"},
                                                         {"专利权的无效宣告", "invalidated"},
                                                         {"部分无效", "part_invalid"},
                                                         {"专利权的撤销专利权全部撤销", "revoked"},
                                                         {"权利的恢复", "restored"},
                                                         {"专利实施许可合同备案的生效", "event:licence"},
                                                         {"质押合同登记的注销", "event:pledge"},
                                                         {"专利权的转移", "event:transfer"},
                                                         {"专利权的保全", "event:preservation"},
                                                         {"有效", "in_force"},
                                                         {"有权", "in_force"},
                                                         {"失效", "dead"},
                                                         {"审中", "pending"},
                                                         {"GR01", "granted"},
                                                         {"cf01", "fee_lapsed"},
                                                         {"IP01", "part_invalid"},
                                                         {"ACTIVE", "in_force"},
                                                         {"INACTIVE", "dead"},
                                                         {"Expired", "expired"},
                                                         {"0", "dead"},
                                                         {"1", "in_force"},
                                                         {"2", "pending"},
                                                         {"天气很好", "none"},
                                                         {"", "none"}};
    for (const auto& [words, wanted] : cases) {
        INFO(words);
        CHECK(state_of(words) == wanted);
    }
}

TEST_CASE("legal_status: each state has a three-way reading and goes through its key") {
    CHECK(validity_of(LegalState::part_invalid) == Validity::in_force);
    CHECK(validity_of(LegalState::fee_lapsed) == Validity::dead);
    CHECK(validity_of(LegalState::examination) == Validity::pending);
    CHECK(legal_state_by_key("fee_lapsed") == LegalState::fee_lapsed);
    CHECK(legal_state_by_key("dead") == LegalState::dead);
    CHECK(legal_state_by_key("nonsense") == LegalState::unknown);
    CHECK(validity_key(Validity::in_force) == "in_force");
}

TEST_CASE("legal_status: a vocabulary with an unknown state or key is refused with its line") {
    CHECK_THROWS_WITH(
        StatusVocabulary::read(Config::parse("id='x'\n[[rule]]\nstate='gone'\ncontains=['a']\n", "v.toml")),
        Catch::Matchers::Contains("v.toml:3") && Catch::Matchers::Contains("fee_lapsed"));
    CHECK_THROWS_AS(StatusVocabulary::read(Config::parse("[[rule]]\nstat='granted'\n", "v.toml")), DataError);
}
