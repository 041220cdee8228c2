// SPDX-License-Identifier: GPL-3.0-or-later
// Scores of a snapshot as rows, made one at a time.
#include <longmen/base/sentence.hpp>
#include <longmen/scoring/tables.hpp>
#include <longmen/service/baseline.hpp>
#include <longmen/service/csv.hpp>
#include <longmen/service/detail/rows_in_order.hpp>
#include <longmen/service/detail/score_json.hpp>
#include <longmen/service/score_snapshot.hpp>
#include <longmen/service/table_json.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace longmen::service {
namespace {

std::size_t rows_of(const ScoredSnapshot& scored, std::size_t top) {
    const auto all = scored.scores.patent_order.size();
    return top == 0 ? all : std::min(all, top);
}

std::vector<Cell> row_of(const store::Snapshot& snapshot, const ScoredSnapshot& scored, std::size_t row,
                         Lang lang) {
    const auto node = scored.scores.patent_order[row];
    const auto& columns = snapshot.columns();
    std::string applicants;
    if (columns.applicants.size() > 0) {
        for (const auto name : columns.applicants[node]) {
            applicants += applicants.empty() ? "" : "; ";
            applicants += columns.applicant_names[name];
        }
    }
    return scoring::patent_row(scored.model, scored.scores.patents[node], snapshot.number(node), {},
                               std::move(applicants), lang);
}

Sentence clock_words(const std::string& clock) {
    if (clock == "filing") {
        return {"申请日", "the filing date"};
    }
    if (clock == "publication") {
        return {"公开日", "the publication date"};
    }
    if (clock == "priority") {
        return {"优先权日", "the priority date"};
    }
    return {"文献表所给的日期", "the date in the table of documents"};
}

} // namespace

Table snapshot_score_table(const store::Snapshot& snapshot, const ScoredSnapshot& scored, Lang lang,
                           std::size_t top) {
    auto table = scoring::patent_table_head(scored.model, lang);
    for (std::size_t row = 0; row < rows_of(scored, top); ++row) {
        table.rows.push_back(row_of(snapshot, scored, row, lang));
    }
    return table;
}

void write_snapshot_scores(const store::Snapshot& snapshot, const ScoredSnapshot& scored, std::size_t top,
                           char separator, Threads& threads,
                           const std::function<void(std::string_view)>& sink) {
    std::string head;
    for (const auto& column : scoring::patent_table_head(scored.model, Lang::en).columns) {
        head += (head.empty() ? "" : std::string(1, separator)) + column.key;
    }
    sink(head + '\n');
    detail::rows_in_order(rows_of(scored, top), threads, sink, [&](std::string& text, std::size_t row) {
        const auto cells = row_of(snapshot, scored, row, Lang::en);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) {
                text += separator;
            }
            append_csv_cell(text, cells[i], separator);
        }
        text += '\n';
    });
}

void write_snapshot_scores_json(const store::Snapshot& snapshot, const ScoredSnapshot& scored,
                                Threads& threads, const std::function<void(std::string_view)>& sink) {
    auto json = detail::score_head(scored.model, scored.scores, ScoreSubject::patent);
    json["clock"] = scored.clock;
    json["rows"] = nlohmann::ordered_json::array();
    auto head = json_document(json);
    const auto rows = rows_of(scored, 0);
    if (rows == 0) {
        sink(head);
        return;
    }
    constexpr std::string_view end = "]\n}\n";
    head.erase(head.size() - end.size());
    sink(head);
    detail::rows_in_order(rows, threads, sink, [&](std::string& text, std::size_t row) {
        auto one = scoring::patent_table_head(scored.model, Lang::en);
        one.rows.push_back(row_of(snapshot, scored, row, Lang::en));
        text += row == 0 ? "\n    " : ",\n    "; // set in by four blanks under `rows`
        const auto lines = json_document(rows_json(one).front());
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
            text += lines[i];
            if (lines[i] == '\n') {
                text += "    ";
            }
        }
    });
    sink("\n  ]\n}\n");
}

std::string snapshot_score_statement(const ScoredSnapshot& scored, Lang lang) {
    const auto& model = scored.model;
    const auto clock = clock_words(scored.clock);
    auto line =
        sentence("截止 {}；模型：{}（{} 第 {} 版）；文献 {} 件，其中 {} "
                 "件有价值分；年份、年龄和引用窗口自{}起算。",
                 "As of {}; model: {} ({}, version {}); {} documents, {} of them with a value; years, ages "
                 "and windows run from {}.",
                 scored.scores.as_of.iso(), lang == Lang::zh ? model.title_zh : model.title_en, model.id,
                 model.version, scored.scores.patents.size(), scored.scores.scored, clock.in(lang))
            .in(lang);
    if (scored.scores.baseline) {
        line += (lang == Lang::zh ? "" : " ") + baseline_line(*scored.scores.baseline, lang) +
                (lang == Lang::zh ? "。" : ".");
    }
    return line;
}

} // namespace longmen::service
