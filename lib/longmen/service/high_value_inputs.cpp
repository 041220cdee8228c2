// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that a user brings to the count of high-value patents.
#include <longmen/service/high_value_inputs.hpp>

#include <longmen/base/config.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/number.hpp>
#include <longmen/service/detail/named_columns.hpp>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace longmen::service {
namespace {

using detail::NamedColumn;
using detail::NamedRow;

const NamedColumn number_column{
    {"专利号", "申请号", "专利申请号", "公开（公告）号", "number", "Application number", "Patent number"},
    true};

std::string number_of(const std::string& path, const NamedRow& row, std::string_view cell) {
    const auto number = parse_number(cell);
    if (!number) {
        throw DataError(path, row.number, sentence("“{}”不是专利号", "`{}` is no number of a patent", cell));
    }
    return number->key();
}

std::optional<Date> date_of(const std::string& path, const NamedRow& row, std::string_view cell) {
    if (cell.empty()) {
        return std::nullopt;
    }
    const auto date = parse_date(cell, {.excel_serial = true});
    if (!date) {
        throw DataError(path, row.number, sentence("“{}”不是日期", "`{}` is no date", cell));
    }
    return date;
}

/// Keywords of one cell.
std::vector<std::string> keywords_of(std::string_view cell) {
    std::vector<std::string> words;
    std::string word;
    const auto flush = [&] {
        if (const auto trimmed = trim(word); !trimmed.empty()) {
            words.emplace_back(trimmed);
        }
        word.clear();
    };
    const auto text = fold_width(cell);
    constexpr std::string_view pause = "、";
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (std::string_view{text}.substr(i).starts_with(pause)) {
            flush();
            i += pause.size() - 1;
        } else if (std::string_view{",;|\n\r\t"}.find(text[i]) != std::string_view::npos) {
            flush();
        } else {
            word += text[i];
        }
    }
    flush();
    return words;
}

std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// People from `338`, `3,380,000`, `338.5万`; `scale` is that of the heading.
std::optional<std::int64_t> people_of(std::string_view written, bool ten_thousands) {
    auto text = fold_key(written);
    if (text.ends_with("人")) {
        text.resize(text.size() - std::string_view{"人"}.size());
    }
    if (text.ends_with("万")) {
        text.resize(text.size() - std::string_view{"万"}.size());
        ten_thousands = true;
    }
    // Exactly, through money: yuan are people, 万元 are 万 of them.
    const auto unit = ten_thousands ? MoneyUnit::ten_thousand_yuan : MoneyUnit::yuan;
    const auto read = text.empty() ? std::nullopt : parse_money(text, unit);
    constexpr std::int64_t fen = 100;
    if (!read || read->fen <= 0 || read->fen % fen != 0) {
        return std::nullopt;
    }
    return read->fen / fen;
}

} // namespace

programme::IndustryTable read_industries(const std::string& path) {
    if (path.ends_with(".toml")) {
        return programme::IndustryTable::read(Config::read(path));
    }
    enum : std::size_t { industry, name, code, ipc, except, keywords };
    const std::array<NamedColumn, 6> columns{{
        {{"产业", "一级", "战略性新兴产业", "领域", "industry"}},
        {{"类别", "条目", "名称", "分类名称", "技术领域", "entry", "name"}, true},
        {{"代码", "编号", "分类代码", "code", "id"}},
        {{"IPC", "IPC分类号", "国际专利分类号", "国际专利分类", "分类号"}, true},
        {{"不含", "排除", "except", "excluded"}},
        {{"关键词", "检索词", "keywords"}},
    }};
    std::vector<programme::IndustryEntry> entries;
    std::string present;
    detail::read_named_columns(path, columns, [&](const NamedRow& row) {
        const auto cell = [&](std::size_t at) { return row.cells[at]; };
        if (!cell(industry).empty()) {
            present = cell(industry);
        }
        const bool new_entry =
            !cell(name).empty() && (entries.empty() || cell(name) != entries.back().name.zh ||
                                    (!cell(code).empty() && cell(code) != entries.back().id));
        if (new_entry) {
            programme::IndustryEntry entry;
            entry.id = cell(code).empty() ? std::to_string(entries.size() + 1) : std::string{cell(code)};
            entry.industry = {present, present};
            entry.name = {std::string{cell(name)}, std::string{cell(name)}};
            entry.file = path;
            entry.line = row.number;
            entries.push_back(std::move(entry));
        }
        if (entries.empty()) {
            throw DataError(path, row.number,
                            Sentence{"该行没有类别名称", "the row has no entry to belong to"});
        }
        auto& entry = entries.back();
        programme::read_symbol_cell(cell(ipc), entry);
        programme::IndustryEntry excluded;
        programme::read_symbol_cell(cell(except), excluded);
        entry.except.insert(entry.except.end(), excluded.symbols.begin(), excluded.symbols.end());
        for (auto& word : keywords_of(cell(keywords))) {
            entry.keywords.push_back(std::move(word));
        }
    });
    if (entries.empty()) {
        throw DataError(path, 0, Sentence{"表中没有条目", "the table has no entries"});
    }
    const auto file = std::filesystem::path(path).filename().string();
    return {std::move(entries), file, {file, file}, hash_hex(bytes_of(path)), true};
}

std::vector<NumberedPledge> read_pledges(const std::string& path) {
    const std::array<NamedColumn, 3> columns{{
        number_column,
        {{"金额", "质押金额", "融资金额", "质押融资金额", "贷款金额", "amount", "Loan amount"}},
        {{"日期", "质押日期", "登记日", "登记日期", "生效日期", "date"}},
    }};
    std::vector<NumberedPledge> pledges;
    detail::read_named_columns(path, columns, [&](const NamedRow& row) {
        NumberedPledge pledge;
        pledge.number = number_of(path, row, row.cells[0]);
        pledge.fact.source =
            std::filesystem::path(path).filename().string() + ":" + std::to_string(row.number);
        pledge.fact.date = date_of(path, row, row.cells[2]);
        if (const auto cell = row.cells[1]; !cell.empty()) {
            pledge.fact.amount = parse_money(cell, find_money_unit(row.headings[1]));
            if (!pledge.fact.amount || pledge.fact.amount->fen < 0) {
                throw DataError(path, row.number,
                                sentence("“{}”不是金额，或没有单位（元、万元、亿元）",
                                         "`{}` is no amount, or its unit is missing (元, 万元, 亿元)", cell));
            }
        }
        pledges.push_back(std::move(pledge));
    });
    return pledges;
}

std::vector<NumberedAward> read_awards(const std::string& path) {
    const std::array<NamedColumn, 3> columns{{
        number_column,
        {{"奖项", "奖项名称", "获奖名称", "奖励名称", "award"}, true},
        {{"日期", "获奖日期", "年份", "获奖年份", "年度", "date", "year"}},
    }};
    std::vector<NumberedAward> awards;
    detail::read_named_columns(path, columns, [&](const NamedRow& row) {
        NumberedAward award;
        award.number = number_of(path, row, row.cells[0]);
        award.fact.words = row.cells[1];
        award.fact.source =
            std::filesystem::path(path).filename().string() + ":" + std::to_string(row.number);
        award.fact.date = date_of(path, row, row.cells[2]);
        awards.push_back(std::move(award));
    });
    return awards;
}

std::optional<std::int64_t> Populations::of(std::string_view place) const {
    if (everything || place.empty()) {
        return everything;
    }
    for (const auto& [name, people] : places) {
        if (place.starts_with(name) || name.starts_with(place)) {
            return people;
        }
    }
    return std::nullopt;
}

Populations read_populations(const std::string& words) {
    if (const auto people = people_of(words, false)) {
        return {people, {}};
    }
    if (!std::filesystem::is_regular_file(words)) {
        throw UsageError(
            sentence("--population：“{}”既不是人数（3380000、338万），也不是文件",
                     "--population: `{}` is neither a number of people (3380000, 338万) nor a file", words));
    }
    const std::array<NamedColumn, 2> columns{{
        {{"地区", "区县", "行政区", "region", "place"}, true},
        {{"常住人口", "人口", "年末常住人口", "population", "people"}, true},
    }};
    Populations populations;
    detail::read_named_columns(words, columns, [&](const NamedRow& row) {
        const bool ten_thousands = row.headings[1].find("万") != std::string::npos;
        const auto people = people_of(row.cells[1], ten_thousands);
        if (row.cells[0].empty() || !people) {
            throw DataError(words, row.number,
                            sentence("地区为空，或“{}”不是人数", "no place, or `{}` is no number of people",
                                     row.cells[1]));
        }
        populations.places.emplace_back(row.cells[0], *people);
    });
    return populations;
}

} // namespace longmen::service
