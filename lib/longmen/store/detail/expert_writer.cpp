// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of one file become sheets; what is there already is compared whole.
#include <longmen/store/detail/expert_writer.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>

#include <fmt/format.h>

#include <utility>

namespace longmen::store::detail {
namespace {

constexpr std::string_view sheets_of =
    "SELECT id, date FROM expert_sheet WHERE patent_id = ? AND rule = ? AND scorer_key = ? AND replaced_by "
    "IS NULL";

struct StoredSheet {
    std::int64_t id = 0;
    std::string date;
};

std::optional<StoredSheet> find_sheet(Database& database, std::int64_t patent, std::string_view rule,
                                      std::string_view scorer_key) {
    auto query = database.prepare(sheets_of);
    query.bind(1, patent).bind(2, rule).bind(3, scorer_key);
    return query.step() ? std::optional{StoredSheet{query.integer(0), query.text(1)}} : std::nullopt;
}

void append(std::string& content, std::string_view indicator, std::string_view score, std::string_view reason,
            std::string_view evidence) {
    for (const auto part : {indicator, score, reason, evidence}) {
        content.append(part).append("\x1f");
    }
    content += '\x1e';
}

/// What a sheet says, in one text that tells whether two say the same.
std::string content_of(Database& database, const StoredSheet& sheet) {
    auto query = database.prepare(
        "SELECT indicator, score, reason, evidence FROM expert_score WHERE sheet_id = ? ORDER BY indicator");
    query.bind(1, sheet.id);
    auto content = sheet.date + '\x1e';
    while (query.step()) {
        append(content, query.view(0), query.view(1), query.view(2), query.view(3));
    }
    return content;
}

void mark_replaced(Database& database, std::int64_t sheet, std::int64_t import) {
    auto update = database.prepare("UPDATE expert_sheet SET replaced_by = ? WHERE id = ?");
    update.bind(1, import).bind(2, sheet).run();
}

} // namespace

std::map<ExpertWriter::Key, ExpertWriter::Sheet>
ExpertWriter::gather(const std::function<std::optional<std::int64_t>(std::string_view)>& find_patent) const {
    std::map<Key, Sheet> sheets;
    for (const auto& waiting : rows_) {
        const auto& row = waiting.row;
        const auto patent = find_patent(row.number);
        if (!patent) {
            throw DataError(
                path_, row.row,
                sentence("专利“{}”不在工作区；请核对专利号，或先导入该专利",
                         "the patent `{}` is not in the workspace; check its number, or import it "
                         "first",
                         row.number));
        }
        auto& sheet = sheets[{*patent, row.rule, fold_key(row.scorer)}];
        if (!sheet.empty() && sheet.begin()->second->row.date != row.date) {
            const auto& other = sheet.begin()->second->row;
            throw DataError(
                path_, row.row,
                sentence("{} 对专利 {} 的评分有两个日期：{} 与第 {} 行的 {}；一位评分人对一件专利"
                         "只能有一张评分表",
                         "{} scored the patent {} on two days, {} and, in row {}, {}; one sheet a "
                         "scorer and patent is expected",
                         row.scorer, row.number, row.date, other.row, other.date));
        }
        const auto [at, added] = sheet.try_emplace(row.indicator, &waiting);
        if (!added) {
            throw DataError(path_, row.row,
                            sentence("{} 对专利 {} 的指标 {} 已在第 {} 行评分；每个指标只能评一次",
                                     "{} scored {} for the indicator {} in row {} already; one score an "
                                     "indicator is expected",
                                     row.scorer, row.number, row.indicator, at->second->row.row));
        }
    }
    return sheets;
}

void ExpertWriter::write(const Key& key, const Sheet& sheet) {
    const auto& first = sheet.begin()->second->row;
    auto insert = database_.prepare(
        "INSERT INTO expert_sheet(patent_id, rule, scorer, scorer_key, date, scenario, import_id) "
        "VALUES(?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, key.patent).bind(2, key.rule).bind(3, first.scorer).bind(4, key.scorer);
    insert.bind(5, first.date).bind(6, first.scenario).bind(7, import_).run();
    const auto id = database_.last_id();
    auto add = database_.prepare("INSERT INTO expert_score VALUES(?, ?, ?, ?, ?, ?)");
    for (const auto& [indicator, waiting] : sheet) {
        const auto& row = waiting->row;
        add.bind(1, id).bind(2, indicator).bind_or_null(3, row.score.value_or(std::string{}));
        add.bind(4, row.reason).bind(5, row.evidence).bind(6, static_cast<std::int64_t>(row.row)).run();
    }
}

void ExpertWriter::finish(bool replace,
                          const std::function<std::optional<std::int64_t>(std::string_view)>& find_patent,
                          const std::function<void(std::size_t, Fate)>& counted) {
    for (const auto& [key, sheet] : gather(find_patent)) {
        const auto& first = sheet.begin()->second->row;
        auto fate = Fate::added;
        if (const auto stored = find_sheet(database_, key.patent, key.rule, key.scorer)) {
            auto content = first.date + '\x1e';
            for (const auto& [indicator, waiting] : sheet) {
                const auto& row = waiting->row;
                append(content, indicator, row.score.value_or(std::string{}), row.reason, row.evidence);
            }
            if (content == content_of(database_, *stored)) {
                fate = Fate::unchanged;
            } else if (!replace) {
                throw DataError(
                    path_, first.row,
                    sentence("{} 对专利 {} 已有 {} 的评分表，内容不同；要以本表取代，请加 --replace",
                             "{0} has a sheet of {2} for the patent {1} with another content; "
                             "--replace lets this one take its place",
                             first.scorer, first.number, stored->date));
            } else {
                mark_replaced(database_, stored->id, import_);
                fate = Fate::updated;
            }
        }
        if (fate != Fate::unchanged) {
            write(key, sheet);
        }
        for (const auto& [indicator, waiting] : sheet) {
            counted(waiting->part, fate);
        }
    }
}

void unite_expert_sheets(Database& database, std::int64_t kept, std::int64_t gone, std::int64_t import) {
    auto query = database.prepare(
        "SELECT id, date, rule, scorer_key FROM expert_sheet WHERE patent_id = ? AND replaced_by IS NULL");
    query.bind(1, gone);
    std::vector<std::int64_t> replaced;
    while (query.step()) {
        const StoredSheet moved{query.integer(0), query.text(1)};
        if (const auto other = find_sheet(database, kept, query.view(2), query.view(3))) {
            // The content begins with the date.
            const bool moved_stands = content_of(database, moved) > content_of(database, *other);
            replaced.push_back(moved_stands ? other->id : moved.id);
        }
    }
    query.reset();
    for (const auto sheet : replaced) {
        mark_replaced(database, sheet, import);
    }
    auto move = database.prepare("UPDATE expert_sheet SET patent_id = ? WHERE patent_id = ?");
    move.bind(1, kept).bind(2, gone).run();
}

} // namespace longmen::store::detail
