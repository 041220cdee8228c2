// SPDX-License-Identifier: GPL-3.0-or-later
// What an import did, as a table, in words and as JSON.
#include <longmen/base/diagnostics.hpp>
#include <longmen/base/text.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/import.hpp>
#include <longmen/service/table_json.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace longmen::service {
namespace {

Text text_of(const std::string& code) {
    for (int i = 0; i < static_cast<int>(DiagnosticCode::count_); ++i) {
        if (diagnostic_key(static_cast<DiagnosticCode>(i)) == code) {
            return diagnostic_text(static_cast<DiagnosticCode>(i));
        }
    }
    return {code, code};
}

/// Names the parts that were not read; of many the first, and how many more (JSON has them all).
std::string skipped_note(const ImportedFile& file, bool zh) {
    constexpr std::size_t most = 8;
    const auto& parts = file.skipped;
    const auto shown = std::min(parts.size(), most);
    const std::vector<std::string> first{parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(shown)};
    const auto rest = parts.size() - shown;
    const auto more = rest == 0 ? ""
                      : zh      ? fmt::format(" 等，另有 {} 个", rest)
                                : fmt::format(" and {} more", rest);
    return zh ? fmt::format("{}：{} 个工作表或文件没有可识别的表头或文档，未读取：{}{}", file.path,
                            parts.size(), join(first, "、"), more)
              : fmt::format("{}: not read, for want of a known heading or document, {} sheets or files: {}{}",
                            file.path, parts.size(), join(first, ", "), more);
}

/// What of a sheet was hidden, and that it was read.
std::string hidden_note(const ImportedFile& file, const std::string& sheet, const ingest::HiddenParts& parts,
                        bool zh) {
    const auto name = sheet.empty() ? file.path : file.path + " [" + sheet + "]";
    std::vector<std::string> what;
    if (parts.sheet) {
        what.emplace_back(zh ? "整张工作表" : "the whole sheet");
    }
    if (parts.rows > 0) {
        what.push_back(fmt::format(fmt::runtime(zh ? "{} 行" : "{} rows"), parts.rows));
    }
    if (parts.columns > 0) {
        what.push_back(fmt::format(fmt::runtime(zh ? "{} 列" : "{} columns"), parts.columns));
    }
    return zh ? fmt::format("{}：{}在表格中被隐藏或筛选掉，仍已读取", name, join(what, "、"))
              : fmt::format("{}: hidden or filtered out in the spreadsheet, and read all the same: {}", name,
                            join(what, ", "));
}

} // namespace

Table import_table(const std::vector<ImportedFile>& files, Lang lang) {
    auto table = table_with({{"path", {"文件", "File"}},
                             {"part", {"工作表", "Sheet"}},
                             {"kind", {"类别", "Kind"}},
                             {"source", {"来源", "Source"}},
                             {"rows", {"行数", "Rows"}},
                             {"added", {"新增", "Added"}},
                             {"updated", {"更新", "Updated"}},
                             {"unchanged", {"未变", "Unchanged"}},
                             {"rejected", {"退回", "Rejected"}},
                             {"rejects_file", {"退回清单", "List of rejected rows"}}},
                            lang);
    for (const auto& file : files) {
        for (const auto& part : file.tables) {
            const auto& counts = part.counts;
            table.rows.push_back({file.path, text_cell(part.table.part), part.table.kind, part.table.source,
                                  counts.rows, counts.added, counts.updated, counts.unchanged,
                                  counts.rejected,
                                  counts.rejected > 0 ? text_cell(file.rejects_file) : Cell{}});
        }
    }
    return table;
}

std::vector<std::string> import_notes(const std::vector<ImportedFile>& files, Lang lang) {
    const bool zh = lang == Lang::zh;
    std::vector<std::string> notes;
    for (const auto& file : files) {
        for (const auto& part : file.tables) {
            const auto name = part.table.part.empty() ? file.path : file.path + " [" + part.table.part + "]";
            if (!part.table.unknown.empty()) {
                notes.push_back(zh ? fmt::format("{}：{} 列未识别，原样随记录保留：{}", name,
                                                 part.table.unknown.size(), join(part.table.unknown, "、"))
                                   : fmt::format("{}: {} columns are not known and are kept as they are: {}",
                                                 name, part.table.unknown.size(),
                                                 join(part.table.unknown, ", ")));
            }
            for (const auto& [code, count] : part.remarks) {
                notes.push_back(zh ? fmt::format("{}：{} 行提示：{}", name, count, text_of(code).zh)
                                   : fmt::format("{}: {} rows: {}", name, count, text_of(code).en));
            }
            for (const auto& [code, count] : part.rejects) {
                notes.push_back(zh ? fmt::format("{}：{} 行退回：{}", name, count, text_of(code).zh)
                                   : fmt::format("{}: {} rows rejected: {}", name, count, text_of(code).en));
            }
            if (part.counts.conflicts > 0) {
                notes.push_back(
                    zh ? fmt::format("{}：与已有数据有 {} 处取值矛盾，详见 longmen status", name,
                                     part.counts.conflicts)
                       : fmt::format("{}: {} values contradict what is known; see `longmen status`", name,
                                     part.counts.conflicts));
            }
        }
        for (const auto& [sheet, parts] : file.hidden) {
            notes.push_back(hidden_note(file, sheet, parts, zh));
        }
        if (!file.skipped.empty()) {
            notes.push_back(skipped_note(file, zh));
        }
    }
    return notes;
}

namespace {

/// Of the sheet a table stands in; empty when nothing was.
nlohmann::ordered_json hidden_json(const ImportedFile& file, const std::string& sheet) {
    auto json = nlohmann::ordered_json::object();
    const auto found =
        std::ranges::find(file.hidden, sheet, &std::pair<std::string, ingest::HiddenParts>::first);
    if (found != file.hidden.end()) {
        json["sheet"] = found->second.sheet;
        json["rows"] = found->second.rows;
        json["columns"] = found->second.columns;
    }
    return json;
}

} // namespace

std::string import_json(const std::vector<ImportedFile>& files) {
    nlohmann::ordered_json json;
    json["files"] = rows_json(import_table(files, Lang::en));
    std::size_t at = 0;
    for (const auto& file : files) {
        for (const auto& part : file.tables) {
            auto& entry = json["files"][at++];
            entry["columns"] = nlohmann::ordered_json::object();
            for (const auto& [heading, field] : part.table.columns) {
                entry["columns"][heading] = field;
            }
            entry["unknown"] = part.table.unknown;
            entry["remarks"] = part.remarks;
            entry["rejects"] = part.rejects;
            entry["conflicts"] = part.counts.conflicts;
            entry["skipped"] = file.skipped;
            entry["hidden"] = hidden_json(file, part.table.part);
        }
    }
    return json_document(json);
}

} // namespace longmen::service
