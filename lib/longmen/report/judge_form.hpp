// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of a person who judges a sample of the results of a search, record by record.
#pragma once

#include <longmen/base/lang.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::report {

struct JudgeFormRow {
    std::string number, title, abstract, applicant;
};

struct JudgeForm {
    std::string query; ///< what was searched for
    std::int64_t run = 0, sample = 0, seed = 0, set_size = 0, generation = 0;
    std::vector<JudgeFormRow> rows;
};

/// What may be said of a record: its stable key, and the words of the drop-down list.
struct VerdictWord {
    std::string_view key;
    Text text;
};
inline constexpr std::array verdict_words{VerdictWord{"relevant", {"相关", "relevant"}},
                                          VerdictWord{"not_relevant", {"不相关", "not relevant"}},
                                          VerdictWord{"unsure", {"不确定", "unsure"}}};

/// What is read back, on top and as headings: each in both languages.
namespace judge_form_words {
inline constexpr Text run{"检索编号", "Run"};
inline constexpr Text sample{"样本编号", "Sample"};
inline constexpr Text seed{"随机种子", "Seed"};
inline constexpr Text set_size{"结果集件数", "Records in the set"};
inline constexpr Text generation{"数据版本", "Generation"};
inline constexpr Text query{"检索式", "Query"};
inline constexpr Text number{"专利号", "Number"};
inline constexpr Text title{"名称", "Title"};
inline constexpr Text abstract{"摘要", "Abstract"};
inline constexpr Text applicant{"申请人", "Applicant"};
inline constexpr Text verdict{"判定", "Verdict"};
inline constexpr Text judge{"判读人", "Judge"};
inline constexpr Text date{"判读日期", "Date"};
inline constexpr Text note{"备注", "Note"};
} // namespace judge_form_words

/// The bytes of an XLSX form: on top which run, sample, seed, set and generation it belongs to; a row for
/// each record with cells for verdict (from a list), judge, date and note; a second sheet says how to fill it
/// in.
[[nodiscard]] std::string judge_form(const JudgeForm& form, Lang lang);

} // namespace longmen::report
