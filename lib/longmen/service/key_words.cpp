// SPDX-License-Identifier: GPL-3.0-or-later
// Which column holds which keys.
#include <longmen/service/key_words.hpp>

#include <longmen/base/undefined.hpp>
#include <longmen/programme/evaluation.hpp>
#include <longmen/record/legal_status.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace longmen::service {
namespace {

struct Word {
    std::string_view key;
    Text text;
};

constexpr std::array answers{Word{"yes", {"是", "yes"}}, Word{"no", {"否", "no"}}};
constexpr std::array findings{Word{"candidate", {"建议查看", "candidate"}},
                              Word{"look", {"条件不明", "look"}}};
constexpr std::array measures{Word{"value", {"价值分", "value"}}, Word{"no_value", {"无价值分", "no value"}},
                              Word{"percentile", {"组内百分位", "percentile"}},
                              Word{"no_percentile", {"无百分位", "no percentile"}},
                              Word{"top", {"组内前列", "top"}}};
constexpr std::array holders{Word{"family", {"专利族", "family"}}, Word{"field", {"技术领域", "field"}},
                             Word{"inventor", {"发明人", "inventor"}},
                             Word{"applicant", {"申请人", "applicant"}}};
constexpr std::array counted{Word{"value", {"价值分", "value"}}, Word{"families", {"专利族数", "families"}}};
constexpr std::array verdicts{Word{"high_value", {"高价值", "high value"}},
                              Word{"unknown", {"不明", "unknown"}},
                              Word{"not_high_value", {"非高价值", "not high value"}}};
constexpr std::array cases{Word{"met", {"符合", "met"}}, Word{"not_met", {"不符合", "not met"}},
                           Word{"unknown", {"不明", "unknown"}},
                           Word{"not_examined", {"未审查", "not examined"}}};
constexpr std::array fitted{Word{"weighed", {"计权", "weighed"}}, Word{"taken_out", {"剔除", "taken out"}},
                            Word{"undated", {"无当时取值", "undated"}}};
constexpr std::array schemes{
    Word{"given", {"模型所定", "given"}},         Word{"equal", {"等权", "equal"}},
    Word{"entropy", {"熵权法", "entropy"}},       Word{"critic", {"CRITIC 法", "critic"}},
    Word{"pairwise", {"层次分析法", "pairwise"}}, Word{"topsis", {"TOPSIS", "topsis"}}};
constexpr std::array levels{Word{"province", {"省级", "province"}}, Word{"city", {"市级", "city"}},
                            Word{"county", {"县级", "county"}}};
constexpr std::array kinds{Word{"source", {"数据来源", "source"}}, Word{"value", {"价值模型", "value"}},
                           Word{"programme", {"扶持方案", "programme"}},
                           Word{"high_value", {"高价值规则", "high_value"}},
                           Word{"evaluation", {"评估规则", "evaluation"}}};

struct Holding {
    std::string_view column;
    std::span<const Word> words;
};

constexpr std::array holdings{
    Holding{"complete", answers},
    Holding{"chosen", answers},
    Holding{"active", answers},
    Holding{"counted", answers},
    Holding{"examined", answers},
    Holding{"rta_reliable", answers},
    Holding{"provisional", answers},
    Holding{"finding", findings},
    Holding{"measure", measures},
    Holding{"by", holders},
    Holding{"of", counted},
    Holding{"verdict", verdicts},
    Holding{"h1", cases},
    Holding{"h2", cases},
    Holding{"h3", cases},
    Holding{"h4", cases},
    Holding{"h5", cases},
    Holding{"state", fitted},
    Holding{"scheme", schemes},
    Holding{"level", levels},
    Holding{"kind", kinds},
};

/// Columns that hold the state of a right, or a category of an indicator.
constexpr std::array<std::string_view, 5> of_states{"validity", "raw", "from", "to", "boundary"};

bool is_state_column(std::string_view column) {
    return std::ranges::find(of_states, column) != of_states.end();
}

} // namespace

std::string key_word(std::string_view column, const std::string& key, Lang lang) {
    if (is_state_column(column)) {
        for (const auto state : {Validity::in_force, Validity::pending, Validity::dead, Validity::unknown}) {
            if (key == validity_key(state)) {
                return std::string{validity_text(state).in(lang)};
            }
        }
    }
    if (column == "reason") {
        for (int i = 0; i <= static_cast<int>(Undefined::impossible_value); ++i) {
            const auto reason = static_cast<Undefined>(i);
            if (key == undefined_key(reason)) {
                return std::string{undefined_text(reason).in(lang)};
            }
        }
    }
    if (column == "state") {
        for (int i = 0; i <= static_cast<int>(programme::EvaluationState::no_evidence); ++i) {
            const auto state = static_cast<programme::EvaluationState>(i);
            if (key == programme::evaluation_state_key(state)) {
                return std::string{programme::evaluation_state_text(state).in(lang)};
            }
        }
    }
    for (const auto& holding : holdings) {
        if (holding.column == column) {
            const auto word = std::ranges::find(holding.words, key, &Word::key);
            if (word != holding.words.end()) {
                return std::string{word->text.in(lang)};
            }
        }
    }
    return key;
}

Table in_words(Table table, Lang lang) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        for (auto& row : table.rows) {
            if (auto* text = c < row.size() ? std::get_if<std::string>(&row[c]) : nullptr) {
                *text = key_word(table.columns[c].key, *text, lang);
            }
        }
    }
    return table;
}

} // namespace longmen::service
