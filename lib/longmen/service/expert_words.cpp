// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what experts said from a table.
#include <longmen/base/date.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/table_reader.hpp>
#include <longmen/service/assess.hpp>

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <string_view>

namespace longmen::service {
namespace {

enum Slot : std::size_t { enterprise, criterion, state, score, person, date, reason, slots };

constexpr std::array<Text, slots> headings{
    Text{"企业", "enterprise"}, Text{"条件", "criterion"}, Text{"结论", "state"}, Text{"评分", "score"},
    Text{"专家", "person"},     Text{"日期", "date"},      Text{"理由", "reason"}};

class WordReader final : public ingest::TableVisitor {
    const std::string& path_;
    std::array<std::optional<std::size_t>, slots> column_;
    bool heading_ = true;

    [[noreturn]] void fail(std::uint64_t row, const Sentence& what) const {
        throw DataError(path_, row, what);
    }

    void read_heading(const ingest::TableRow& row) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto key = fold_key(row.cells[i]);
            bool known = false;
            for (std::size_t s = 0; s < slots; ++s) {
                if (key == headings[s].zh || key == headings[s].en) {
                    column_[s] = i;
                    known = true;
                }
            }
            if (!known && !key.empty()) {
                fail(row.number,
                     sentence("未知的表头“{}”；允许：企业、条件、结论、评分、专家、日期、理由",
                              "unknown heading `{}`; allowed: enterprise, criterion, state, score, "
                              "person, date, reason",
                              row.cells[i]));
            }
        }
        for (const auto needed : {enterprise, person, reason}) {
            if (!column_[needed]) {
                fail(row.number, sentence("缺少表头“{1}”（{0}）", "the heading `{}` ({}) is missing",
                                          headings[needed].en, headings[needed].zh));
            }
        }
    }

public:
    std::vector<programme::ExpertWord> words;

    explicit WordReader(const std::string& path) : path_(path) {}

    void begin_table(const ingest::TableInfo& /*info*/) override {
        heading_ = true;
        column_ = {};
    }
    void end_table() override {}
    void row(const ingest::TableRow& row) override {
        if (heading_) {
            heading_ = false;
            read_heading(row);
            return;
        }
        const auto cell = [&](Slot slot) {
            return column_[slot] && *column_[slot] < row.cells.size() ? trim(row.cells[*column_[slot]])
                                                                      : std::string_view{};
        };
        programme::ExpertWord word;
        word.enterprise = cell(enterprise);
        word.criterion = cell(criterion);
        word.by = cell(person);
        word.reason = cell(reason);
        if (word.enterprise.empty() || word.by.empty() || word.reason.empty()) {
            fail(row.number,
                 Sentence{"企业、专家和理由必须填写", "enterprise, person and reason must be filled in"});
        }
        if (const auto text = cell(date); !text.empty()) {
            const auto parsed = parse_date(text);
            if (!parsed) {
                fail(row.number, sentence("“{}”不是日期", "`{}` is no date", text));
            }
            word.date = parsed->iso();
        }
        if (const auto text = cell(state); text == "met" || text == "符合") {
            word.met = true;
        } else if (text == "not_met" || text == "不符合") {
            word.met = false;
        } else if (!text.empty()) {
            fail(row.number, sentence("“{}”不是结论；应为 符合（met）或 不符合（not_met）",
                                      "`{}` is no state; met (符合) or not_met (不符合) is expected", text));
        }
        if (const auto text = cell(score); !text.empty()) {
            double value = 0;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
            constexpr double highest = 100;
            if (error != std::errc{} || end != text.data() + text.size() || value < 0 || value > highest) {
                fail(row.number,
                     sentence("“{}”不是 0 到 100 的评分", "`{}` is no score from 0 to 100", text));
            }
            word.score = value;
        }
        if (!word.met && !word.score) {
            fail(row.number, Sentence{"结论与评分至少应填一项", "a state or a score is expected"});
        }
        words.push_back(std::move(word));
    }
};

} // namespace

std::vector<programme::ExpertWord> read_expert_words(const std::string& path) {
    WordReader reader(path);
    Progress silent;
    ingest::read_tables(path, {}, reader, silent);
    return reader.words;
}

} // namespace longmen::service
