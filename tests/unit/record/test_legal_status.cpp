// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped vocabulary on the words real exports carry.
#include <longmen/base/errors.hpp>
#include <longmen/record/legal_status.hpp>

#include <catch2/catch.hpp>

#include <utility>
#include <vector>

namespace test_legal_status {

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
                                                         {"质押合同登记的注销", "event:pledge_end"},
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

TEST_CASE("legal_status: the strings collected from gazettes and vendors fall to their states") {
    const std::pair<const char*, std::vector<const char*>> groups[] = {
        {"published", {"公开", "公布", "PB01", "PB", "公開"}},
        {"examination", {"实质审查的生效", "实质审查请求的生效", "进入实审", "实质审查", "SE01", "SE"}},
        {"granted", {"授权", "专利权维持", "等年费滞纳金", "GR01", "GR", "Patented"}},
        {"rejected",
         {"发明专利申请公布后的驳回", "专利申请的驳回", "驳回的专利申请", "驳回失效", "RJ01", "RJ"}},
        {"pending", {"驳回等复审请求", "逾期视撤，等恢复", "视为撤回等恢复", "审中", "P", "2"}},
        {"withdrawn", {"发明专利申请公布后的撤回", "撤回的专利申请", "撤回专利申请"}},
        {"deemed_withdrawn",
         {"发明专利申请公布后的视为撤回", "专利申请的视为撤回", "逾期视撤失效", "无申请费视撤失效",
          "实审请求视撤失效", "国优视撤", "WD01"}},
        {"abandoned",
         {"视为放弃取得专利权", "视为放弃失效", "专利权的视为放弃", "专利权的主动放弃",
          "避免重复授权放弃专利权", "放弃专利权（重复授权）", "放弃专利权(主动放弃)",
          "放弃专利权（同样发明创造）", "AV01", "AD01"}},
        {"fee_lapsed",
         {"未缴年费专利权终止", "专利权的终止(未缴年费专利权终止)", "专利权的终止未缴年费专利权终止",
          "未缴年费终止失效", "未缴年费专利权终止，等恢复", "CF01", "Expired - Fee Related"}},
        {"expired",
         {"专利权有效期届满", "专利权的终止(专利权有效期届满)", "专利权的终止专利权有效期届满",
          "届满终止失效", "CX01", "Expired - Lifetime"}},
        {"invalidated",
         {"专利权全部无效", "专利权的无效宣告", "无效宣告失效", "宣告专利权全部无效",
          "①专利权的无效宣告：②专利权全部无效", "IW01"}},
        {"part_invalid", {"部分无效", "宣告专利权部分无效", "专利权的无效宣告（专利权部分无效）", "IP01"}},
        {"revoked", {"专利权的撤销专利权全部撤销", "专利权的撤销"}},
        {"restored", {"权利的恢复", "恢复权利", "RR01"}},
        {"dead", {"失效", "0", "N", "Inactive", "dead", "PCT-NE", "无权"}},
        {"in_force", {"有效", "1", "I", "有权", "Active"}},
        {"event:transfer", {"权利转移", "专利权的转移", "专利申请权的转移", "TR01", "TA01"}},
        {"event:licence", {"专利实施许可合同备案的生效", "EE01", "LIC"}},
        {"event:licence_change", {"专利实施许可合同备案的变更", "EM01"}},
        {"event:licence_end", {"专利实施许可合同备案的注销", "EC01"}},
        {"event:open_licence", {"专利开放许可声明", "OL01"}},
        {"event:open_licence_end", {"专利开放许可声明的撤回", "OL02"}},
        {"event:pledge", {"专利权质押合同登记的生效", "PE01", "质押合同登记的生效；质押合同登记的注销"}},
        {"event:pledge_change", {"专利权质押合同登记的变更", "PM01"}},
        {"event:pledge_end", {"专利权质押合同登记的注销", "PC01"}},
        {"event:preservation", {"专利权的保全", "PP01"}},
        {"event:preservation_end", {"专利权保全的解除", "PD01"}},
        {"event:litigation", {"专利诉讼", "侵权纠纷"}},
        {"event:invalidation_request", {"无效宣告请求", "请求宣告无效", "专利权无效宣告请求"}},
        {"event:award", {"第二十二届中国专利奖优秀奖", "中国专利金奖"}},
        {"event:standard", {"标准必要专利", "SEP"}},
        {"event:fee_paid", {"第5年年费", "缴纳年费", "年费缴纳"}},
        {"event:bibliographic_change", {"著录事项变更", "CB03", "CP02", "CD02", "公告送达", "公报更正"}}};
    for (const auto& [wanted, texts] : groups) {
        for (const auto* text : texts) {
            INFO(text);
            CHECK(state_of(text) == wanted);
        }
    }
}

TEST_CASE("legal_status: a state beside events in one cell is not lost") {
    CHECK(state_of("授权 | 权利转移") == "granted");
    CHECK(state_of("权利转移;质押;授权") == "granted");
    CHECK(state_of("未缴年费专利权终止; 专利实施许可合同备案的注销") == "fee_lapsed");
}

TEST_CASE("legal_status: what can be undone is marked as at risk") {
    const auto vocabulary =
        StatusVocabulary::read(Config::read(LONGMEN_SOURCE_DIR "/models/vocabulary/legal_status.toml"));
    for (const auto* text :
         {"等年费滞纳金", "驳回等复审请求", "逾期视撤，等恢复", "未缴年费专利权终止，等恢复"}) {
        INFO(text);
        CHECK(vocabulary.match(text)->at_risk);
    }
    for (const auto* text : {"授权", "驳回失效", "逾期视撤失效", "未缴年费终止失效"}) {
        INFO(text);
        CHECK_FALSE(vocabulary.match(text)->at_risk);
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
    const auto refused = [](const char* text, const char* why) {
        CHECK_THROWS_WITH(StatusVocabulary::read(Config::parse(text, "v.toml")),
                          Catch::Matchers::Contains(why));
    };
    refused("[[rule]]\nstate='dead'\ncontains=['-']\n", "v.toml:3");
    refused("[[rule]]\nstate='dead'\n[[rule]]\nstate='dead'\ncodes=['A', 'a']\n", "needs");
    refused("[[rule]]\nstate='dead'\ncodes=['A']\n[[rule]]\nstate='granted'\ncodes=['a']\n", "twice");
    refused("[[rule]]\nevent_only=true\ncodes=['A']\n", "event");
    refused("[[rule]]\nevent='party'\ncodes=['A']\n", "fee_paid");
}

} // namespace test_legal_status
