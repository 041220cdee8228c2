// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a table of outcomes.
#include <longmen/service/detail/outcome_file.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/table_reader.hpp>
#include <longmen/store/lookup.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace longmen::service::detail {
namespace {

constexpr std::size_t examples_kept = 5;

bool is_one_of(std::string_view cell, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, cell) != words.end();
}

class Reader final : public ingest::TableVisitor {
    const store::Workspace& workspace_;
    std::string path_;
    OutcomeFile& file_;
    std::optional<std::size_t> number_, date_, outcome_;
    bool headed_ = false;

    void read_heading(const ingest::TableRow& row) {
        headed_ = true;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto name = trim(row.cells[i]);
            if (!number_ && is_one_of(name, {"number", "号码", "专利号", "申请号", "公开号", "公开（公告）号",
                                             "app_no", "pub_no"})) {
                number_ = i;
            } else if (!date_ && is_one_of(name, {"date", "日期", "event_date", "事件日期"})) {
                date_ = i;
            } else if (!outcome_ && is_one_of(name, {"outcome", "结果"})) {
                outcome_ = i;
            }
        }
        if (!number_ || !date_) {
            throw DataError(
                path_, row.number,
                Sentence{"结果文件须有 number（号码）和 date（日期）两列；可另有 outcome（结果，0 或 1）",
                         "a file of outcomes has columns `number` and `date`, and may have "
                         "`outcome` (0 or 1)"});
        }
        file_.complete = outcome_.has_value();
    }

    void leave(const char* why, const ingest::TableRow& row, std::string_view number) {
        auto& fault = file_.faults[why];
        if (++fault.count <= examples_kept) {
            fault.examples.push_back(fmt::format("{}: {}", row.number, number));
        }
    }

public:
    Reader(const store::Workspace& workspace, std::string path, OutcomeFile& file)
        : workspace_(workspace), path_(std::move(path)), file_(file) {}

    void begin_table(const ingest::TableInfo&) override {}
    void end_table() override {}

    void row(const ingest::TableRow& row) override {
        if (!headed_) {
            read_heading(row);
            return;
        }
        const auto cell = [&](std::optional<std::size_t> at) {
            return at && *at < row.cells.size() ? std::string{trim(row.cells[*at])} : std::string{};
        };
        const auto number = cell(number_);
        const auto id = store::find_patent(workspace_, number);
        if (!id) {
            leave("unknown_patent", row, number);
            return;
        }
        const auto date = parse_date(cell(date_));
        if (!date) {
            leave("no_date", row, number);
        }
        const auto said = cell(outcome_);
        if (outcome_ && said != "0" && said != "1") {
            leave("no_outcome", row, number);
            return;
        }
        file_.rows.push_back({*id, date, !outcome_ || said == "1"});
    }
};

} // namespace

OutcomeFile read_outcome_file(const store::Workspace& workspace, const std::string& path) {
    OutcomeFile file;
    Reader reader{workspace, path, file};
    Progress silent;
    ingest::read_tables(path, {}, reader, silent);
    return file;
}

} // namespace longmen::service::detail
