// SPDX-License-Identifier: GPL-3.0-or-later
// Judging sheets read and filled in through real workbooks.
#pragma once

#include "small_workspace.hpp"

#include <longmen/ingest/table_reader.hpp>
#include <longmen/report/spreadsheet.hpp>
#include <longmen/service/judge_sample.hpp>
#include <longmen/service/judge_take.hpp>
#include <longmen/service/search.hpp>

#include <string>
#include <vector>

namespace longmen::test {

/// The first sheet of a workbook, row by row; `cells[r]` is row r + 1 (blank rows are empty).
struct SheetCells final : ingest::TableVisitor {
    std::vector<std::vector<std::string>> cells;
    bool first = true;
    void begin_table(const ingest::TableInfo& /*info*/) override {}
    void row(const ingest::TableRow& row) override {
        if (first) {
            cells.resize(row.number);
            cells.back().assign(row.cells.begin(), row.cells.end());
        }
    }
    void end_table() override { first = false; }
};

inline constexpr std::size_t heading_at = 8; // row 9
inline constexpr std::size_t verdict_at = 4, judge_at = 5, date_at = 6, note_at = 7;

/// A run of many records, and its sample.
struct Judged {
    Folder folder;
    store::Workspace workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    Progress silent;

    explicit Judged(int records = 30, bool backwards = false) {
        std::string text = "公开号,名称,摘要,申请人,申请日\n";
        for (int i = 0; i < records; ++i) {
            const auto n = std::to_string(100 + (backwards ? records - 1 - i : i));
            text += "CN200000" + n + "U,一种密封圈" + n + ",密封。,甲公司,2018-05-01\n";
        }
        text += "CN209999001U,一种阀,阀体。,乙公司,2018-05-01\n";
        import_text(workspace, folder, "patents.csv", text);
    }

    service::DrawnSample draw(const std::string& search, std::optional<std::size_t> size,
                              std::int64_t seed = 7, Lang lang = Lang::zh) {
        service::SampleRequest request;
        request.models_folder = models();
        request.search = search;
        request.size = size;
        request.seed = seed;
        request.person = "tester";
        request.at = "2026-11-28T00:00:00Z";
        return service::draw_sample(workspace, request, lang, silent);
    }

    std::vector<std::vector<std::string>> cells(const std::string& sheet) {
        std::ofstream{folder.path("form.xlsx"), std::ios::binary | std::ios::trunc} << sheet;
        SheetCells visitor;
        ingest::read_tables(folder.path("form.xlsx"), {}, visitor, silent);
        for (auto& row : visitor.cells) {
            row.resize(note_at + 1);
        }
        return visitor.cells;
    }

    service::TakenSheet take(const std::vector<std::vector<std::string>>& cells, bool replace = false) {
        Table table;
        for (const auto& cell : cells.at(0)) {
            table.columns.push_back({"", cell});
        }
        for (std::size_t r = 1; r < cells.size(); ++r) {
            auto& row = table.rows.emplace_back();
            for (const auto& cell : cells[r]) {
                row.push_back(cell.empty() ? Cell{} : Cell{cell});
            }
        }
        std::ofstream{folder.path("filled.xlsx"), std::ios::binary | std::ios::trunc}
            << report::spreadsheet({{"sheet", table}});
        return service::take_judgements(workspace, folder.path("filled.xlsx"), replace,
                                        "2026-11-28T01:00:00Z", silent);
    }
};

/// One letter a row: r, n, u, or - for none yet.
inline void judge(Judged& judged, std::vector<std::vector<std::string>> cells, const std::string& verdicts,
                  const std::string& who) {
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if (verdicts[i] != '-') {
            auto& row = cells.at(heading_at + 1 + i);
            row[verdict_at] = verdicts[i] == 'r'   ? "relevant"
                              : verdicts[i] == 'n' ? "not relevant"
                                                   : "unsure";
            row[judge_at] = who;
        }
    }
    judged.take(cells, true);
}

} // namespace longmen::test
