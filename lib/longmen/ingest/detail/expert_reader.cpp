// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of experts' scoring sheets: a sheet goes in whole, so the first thing wrong with it is an error.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/cells.hpp>
#include <longmen/ingest/detail/number_cell.hpp>
#include <longmen/ingest/detail/row_reader.hpp>
#include <longmen/record/source_id.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace longmen::ingest::detail {
namespace {

constexpr double highest_score = 100;

class ExpertReader final : public RowReader {
    const TableContext& context_;
    ExpertScoreRow sheet_; ///< what the rows above the heading say for all
    std::string number_;   ///< of the patent, as written there

    [[noreturn]] void fail(std::uint64_t row, const Sentence& what) const {
        throw DataError(context_.path, row, what);
    }

    [[nodiscard]] std::string_view target_of(std::string_view label) const {
        const auto found = context_.profile.columns.find(heading_key(label));
        return found == context_.profile.columns.end() ? std::string_view{} : std::string_view{found->second};
    }

    void take(std::string_view target, std::string_view value) {
        const std::array<std::pair<std::string_view, std::string*>, 5> slots{{{"scorer", &sheet_.scorer},
                                                                              {"date", &sheet_.date},
                                                                              {"rule", &sheet_.rule},
                                                                              {"scenario", &sheet_.scenario},
                                                                              {"number", &number_}}};
        for (const auto& [name, slot] : slots) {
            if (name == target && slot->empty()) {
                *slot = value;
            }
        }
    }

    /// `Scorer` with the name in the next cell that has text, or behind a colon in the same one.
    void read_title(const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto cell = trim(cells[i]);
            const auto wide = cell.find("：");
            const auto colon = std::min(wide, cell.find(':'));
            const auto label = cell.substr(0, colon);
            const auto target = target_of(trim(label));
            if (target.empty()) {
                continue;
            }
            std::string_view value;
            if (colon != std::string_view::npos) {
                value = trim(cell.substr(colon + (colon == wide ? std::string_view{"："}.size() : 1)));
            }
            for (auto next = i + 1; value.empty() && next < cells.size(); ++next) {
                value = trim(cells[next]);
                if (!target_of(value).empty()) { // the next label: this one was left empty
                    value = {};
                    break;
                }
            }
            take(target, value);
        }
    }

    [[nodiscard]] std::string_view cell_of(const TableRow& row, std::string_view target) const {
        for (std::size_t i = 0; i < context_.columns.size() && i < row.cells.size(); ++i) {
            if (context_.columns[i].target == target) {
                const auto cell = trim(row.cells[i]);
                return is_nothing(cell, context_.profile) ? std::string_view{} : cell;
            }
        }
        return {};
    }

    [[nodiscard]] std::string read_number(const TableRow& row) const {
        const auto own = cell_of(row, "number");
        const auto written = own.empty() ? std::string_view{number_} : own;
        if (written.empty()) {
            fail(row.number, Sentence{"该行没有专利号；每个评分行应写明专利号",
                                      "this row has no patent number; each row of scores names its patent"});
        }
        const auto read = read_number_cell(written, NumberHint::any);
        if (!read.number && !is_source_id(written)) {
            fail(row.number, sentence("“{}”不是专利号", "`{}` is no patent number", shown(written)));
        }
        return read.number ? read.number->canonical() : std::string{written};
    }

    [[nodiscard]] std::optional<std::string> read_score(const TableRow& row) const {
        const auto cell = cell_of(row, "score");
        if (cell.empty()) {
            return std::nullopt;
        }
        auto text = fold(cell);
        if (constexpr std::string_view points = "分"; text.ends_with(points)) {
            text.resize(text.size() - points.size());
        }
        double score = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), score);
        if (error != std::errc{} || end != text.data() + text.size() ||
            !(score >= 0 && score <= highest_score)) {
            fail(row.number, sentence("“{}”不是评分；应为 0 至 100 的数，未评分请留空",
                                      "`{}` is no score; a number from 0 to 100 is expected, or an empty "
                                      "cell where nothing is scored",
                                      shown(cell)));
        }
        return fmt::format("{}", score + 0.0); // no negative nought
    }

    [[nodiscard]] std::string read_date(const TableRow& row) const {
        const auto own = cell_of(row, "date");
        const auto written = own.empty() ? std::string_view{sheet_.date} : own;
        if (written.empty()) {
            fail(row.number, Sentence{"评分表没有评分日期；请在表头上方“评分日期”右侧填写",
                                      "the sheet has no date; fill it in beside `Date` above the heading"});
        }
        const auto date = parse_date(written, context_.date_forms());
        if (!date || date->precision() != DatePrecision::day) {
            fail(row.number, sentence("“{}”不是评分日期；应为 YYYY-MM-DD",
                                      "`{}` is no date of scoring; YYYY-MM-DD is expected", shown(written)));
        }
        return date->iso();
    }

public:
    ExpertReader(const TableContext& context, const std::vector<std::vector<std::string>>& titles)
        : context_(context) {
        for (const auto& cells : titles) {
            read_title(cells);
        }
    }

    void row(const TableRow& row) override {
        auto out = sheet_;
        out.row = row.number;
        out.score = read_score(row);
        out.reason = cell_of(row, "reason");
        out.evidence = cell_of(row, "evidence");
        if (!out.score && out.reason.empty() && out.evidence.empty()) {
            return; // a row of the form that was not filled in
        }
        out.number = read_number(row);
        out.title = cell_of(row, "title");
        out.indicator = cell_of(row, "indicator");
        if (out.indicator.empty()) {
            fail(row.number, Sentence{"该行没有指标编号", "this row has no id of an indicator"});
        }
        for (const auto& [target, slot] : {std::pair{"scorer", &out.scorer}, std::pair{"rule", &out.rule},
                                           std::pair{"scenario", &out.scenario}}) {
            if (const auto own = cell_of(row, target); !own.empty()) {
                *slot = own;
            }
        }
        if (out.scorer.empty()) {
            fail(row.number,
                 Sentence{"评分表没有评分人；请在表头上方“评分人”右侧填写姓名",
                          "the sheet does not say who scored; fill in the name beside `Scorer` above the "
                          "heading"});
        }
        out.date = read_date(row);
        context_.sink.expert_score(std::move(out));
    }
};

} // namespace

std::unique_ptr<RowReader> make_expert_reader(const TableContext& context,
                                              const std::vector<std::vector<std::string>>& titles) {
    return std::make_unique<ExpertReader>(context, titles);
}

} // namespace longmen::ingest::detail
