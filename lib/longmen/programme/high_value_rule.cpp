// SPDX-License-Identifier: GPL-3.0-or-later
// Reads rules for high-value patents strictly.
#include <longmen/programme/high_value_rule.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/programme/detail/origins.hpp>
#include <longmen/programme/detail/values.hpp>

#include <algorithm>
#include <array>

namespace longmen::programme {
namespace {

using namespace detail;

constexpr std::array<std::string_view, high_value_tests> test_keys{"strategic_industry", "right_abroad",
                                                                   "maintained", "pledged", "awarded"};
constexpr std::array<std::string_view, 3> state_keys{"not_met", "unknown", "met"};
constexpr std::array<std::string_view, 2> without_keys{"unknown", "leave_out"};
constexpr std::array<std::string_view, 2> family_keys{"simple", "extended"};
constexpr std::array<std::string_view, 2> from_keys{"filing", "grant"};
constexpr std::array<std::string_view, 2> share_keys{"of_valid", "of_high_value"};
constexpr int most_years = 20;
constexpr std::int64_t fen_in_yuan = 100;
constexpr std::int64_t most_least = 1'000'000'000;

class Reader {
    const ConfigNode& root_;
    HighValueRule rule_;
    Ids ids_;

    CaseState state(const ConfigNode& node) const {
        return one_of<CaseState>(node, state_keys, {"判定", "state"});
    }

    static std::vector<std::string> folded(const ConfigNode& node) {
        auto words = node.strings();
        for (auto& word : words) {
            word = fold_key(word);
            if (word.empty()) {
                node.fail(Sentence{"列表中有空的用语", "an empty word in the list"});
            }
        }
        return words;
    }

    /// The parameters of one test; all but `pledge_threshold` must be given.
    void parameters(const ConfigNode& table, HighValueTest test) {
        auto& to = rule_.parameters;
        enum class Two : std::uint8_t { first, second };
        const auto second = [&](std::string_view key, const auto& keys, Text what) {
            return one_of<Two>(table.at(key), keys, what) == Two::second;
        };
        const auto allow = [&](std::initializer_list<std::string_view> own) {
            std::vector<std::string_view> all{
                "id",     "test",   "name_zh",        "name_en",       "without_records",
                "source", "clause", "settled_source", "settled_clause"};
            all.insert(all.end(), own);
            for (const auto& key : table.keys()) {
                if (std::ranges::find(all, key) == all.end()) {
                    table.at(key).fail(sentence(
                        "{} 类情形没有这一项；允许：{}", "a case of `{}` has no such key; allowed: {}",
                        test_keys.at(static_cast<std::size_t>(test)), fmt::join(all, ", ")));
                }
            }
        };
        switch (test) {
        case HighValueTest::strategic_industry:
            allow({"table", "candidate", "unlisted_in_part", "source_class"});
            to.industries = table.at("table").string();
            to.candidate = state(table.at("candidate"));
            to.unlisted_in_part = state(table.at("unlisted_in_part"));
            to.source_class = state(table.at("source_class"));
            break;
        case HighValueTest::right_abroad:
            allow({"hk_mo_tw", "alive", "family", "application_only"});
            to.special_regions_abroad = table.at("hk_mo_tw").boolean();
            to.right_alive = table.at("alive").boolean();
            to.extended_family = second("family", family_keys, {"同族", "family"});
            to.application_only = state(table.at("application_only"));
            break;
        case HighValueTest::maintained:
            allow({"years", "from"});
            to.years = small_of(table.at("years"), 1, most_years);
            to.from_grant = second("from", from_keys, {"起算日", "beginning"});
            break;
        case HighValueTest::pledged:
            allow({"threshold_cny"});
            if (const auto* threshold = table.find("threshold_cny")) {
                to.pledge_threshold = Money{yuan_of(*threshold) * fen_in_yuan};
            }
            break;
        case HighValueTest::awarded:
            allow({"awards", "other_awards"});
            to.awards = folded(table.at("awards"));
            to.other_awards = folded(table.at("other_awards"));
            break;
        case HighValueTest::count_:
            break;
        }
    }

    HighValueCase one_case(const ConfigNode& table) {
        HighValueCase result;
        result.id = ids_.take(table);
        result.test = one_of<HighValueTest>(table.at("test"), test_keys, {"情形", "test"});
        if (std::ranges::find(rule_.cases, result.test, &HighValueCase::test) != rule_.cases.end()) {
            table.at("test").fail(Sentence{"该情形在文件中出现了两次", "this test is in the file twice"});
        }
        parameters(table, result.test);
        result.name = pair_of(table, "name");
        result.without_records =
            one_of<WithoutRecords>(table.at("without_records"), without_keys, {"处理", "treatment"});
        result.origin = read_origin(table, rule_.sources);
        result.settled = read_origin(table, rule_.sources, "settled_");
        return result;
    }

    Expectation expectation(const ConfigNode& table) {
        table.allow({"share", "case", "low", "high", "least", "note_zh", "note_en", "source", "clause"});
        Expectation result;
        result.share = one_of<ExpectedShare>(table.at("share"), share_keys, {"比例", "share"});
        if (result.share == ExpectedShare::of_high_value) {
            const auto& of = table.at("case");
            result.case_id = of.string();
            if (std::ranges::find(rule_.cases, result.case_id, &HighValueCase::id) == rule_.cases.end()) {
                of.fail(sentence("文件中没有情形“{}”", "no case `{}` in this file", result.case_id));
            }
        }
        result.low_millionths = share_of(table.at("low"));
        result.high_millionths = share_of(table.at("high"));
        if (result.high_millionths < result.low_millionths) {
            table.at("high").fail(Sentence{"上限小于下限", "the upper end lies below the lower one"});
        }
        result.least = small_of(table.at("least"), 1, most_least);
        result.note = pair_of(table, "note");
        result.origin = read_origin(table, rule_.sources);
        return result;
    }

    ReferenceFigure reference(const ConfigNode& table) {
        table.allow({"date", "per_10k", "target", "source", "clause"});
        ReferenceFigure result{date_of(table.at("date")), table.at("per_10k").real(),
                               table.boolean_or("target", false), read_origin(table, rule_.sources)};
        if (!(result.per_10k > 0)) {
            table.at("per_10k").fail(Sentence{"此处应为正数", "a number above 0 is expected"});
        }
        return result;
    }

public:
    explicit Reader(const Config& config) : root_(config.root()) { rule_.checksum = config.checksum(); }

    HighValueRule read() {
        root_.allow({"id", "version", "name_zh", "name_en", "note_zh", "note_en", "source", "clause",
                     "sources", "case", "holders", "expect", "reference"});
        for (const auto* node : root_.tables("sources")) {
            rule_.sources.push_back(read_source(*node, ids_));
        }
        rule_.id = root_.at("id").string();
        rule_.version = root_.at("version").string();
        rule_.name = pair_of(root_, "name");
        rule_.note = pair_of(root_, "note", false);
        rule_.origin = read_origin(root_, rule_.sources);
        for (const auto* node : root_.tables("case")) {
            rule_.cases.push_back(one_case(*node));
        }
        if (rule_.cases.empty()) {
            root_.fail(Sentence{"规则中没有任何情形（[[case]]）", "the rule has no case ([[case]])"});
        }
        if (const auto* holders = root_.find("holders")) {
            holders->allow({"countries", "left_out", "source", "clause"});
            rule_.countries = folded(holders->at("countries"));
            rule_.holders_left_out = holders->at("left_out").strings();
            (void)read_origin(*holders, rule_.sources);
        }
        for (const auto* node : root_.tables("expect")) {
            rule_.expectations.push_back(expectation(*node));
        }
        for (const auto* node : root_.tables("reference")) {
            rule_.references.push_back(reference(*node));
        }
        return std::move(rule_);
    }
};

} // namespace

std::string_view high_value_test_key(HighValueTest test) {
    return test_keys.at(static_cast<std::size_t>(test));
}

std::string_view case_state_key(CaseState state) {
    return state_keys.at(static_cast<std::size_t>(state));
}

HighValueRule read_high_value_rule(const Config& config) {
    return Reader{config}.read();
}

} // namespace longmen::programme
