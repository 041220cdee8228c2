// SPDX-License-Identifier: GPL-3.0-or-later
// Results to standard output or a file, in the format asked for.
#include "output_options.hpp"

#include "../table_text.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/report/spreadsheet.hpp>
#include <longmen/service/key_words.hpp>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <variant>
#include <vector>

namespace longmen::tools {
namespace {

/// The column `number`, one a line.
std::string number_list(const Table& table) {
    const auto column = std::ranges::find(table.columns, "number", &Column::key);
    if (column == table.columns.end()) {
        throw UsageError(
            Sentence{"此结果不是专利清单，没有号码可列；请用其他输出格式",
                     "this is no list of patents, there are no numbers in it; take another format"});
    }
    const auto at = static_cast<std::size_t>(column - table.columns.begin());
    std::string text;
    for (const auto& row : table.rows) {
        if (const auto* number = std::get_if<std::string>(&row.at(at))) {
            text += *number + '\n';
        }
    }
    return text;
}

} // namespace

void OutputOptions::declare_file(CLI::App& app, Lang lang) {
    app.add_option("-o,--output", file_,
                   std::string{Text{"输出文件，- 为标准输出；格式随扩展名",
                                    "Output file, - is standard output; its ending gives the format"}
                                   .in(lang)});
    app.add_flag("--overwrite", overwrite_,
                 std::string{Text{"允许覆盖已有文件", "Replace an existing file"}.in(lang)});
}

void OutputOptions::declare(CLI::App& app, Lang lang, bool numbers) {
    declare_file(app, lang);
    numbers_ = numbers;
    std::vector<std::string> formats{"table", "csv", "tsv", "json", "xlsx", "md"};
    if (numbers) {
        formats.emplace_back("numbers");
    }
    app.add_option("--format", format_, std::string{Text{"输出格式", "Output format"}.in(lang)})
        ->check(CLI::IsMember(formats));
    app.add_flag(
        "--bom", bom_,
        std::string{
            Text{"CSV 前加字节顺序标记（供旧版 Excel）", "Byte-order mark before CSV (for old Excel)"}.in(
                lang)});
}

Format OutputOptions::format() const {
    auto name = format_;
    if (name.empty() && file_ != "-") {
        name = std::filesystem::path(file_).extension().string();
        name = name.empty() ? "" : name.substr(1);
    }
    if (name == "csv") {
        return Format::csv;
    }
    if (name == "tsv") {
        return Format::tsv;
    }
    if (name == "json") {
        return Format::json;
    }
    if (name == "xlsx") {
        return Format::xlsx;
    }
    if (numbers_ && (name == "numbers" || (format_.empty() && name == "txt"))) {
        return Format::numbers;
    }
    return name == "md" ? Format::md : Format::table;
}

void OutputOptions::check_new() const {
    if (std::filesystem::exists(file_) && !overwrite_) {
        throw DataError(
            file_, 0,
            Sentence{"文件已存在；要替换请加 --overwrite", "exists already; add --overwrite to replace it"});
    }
}

void OutputOptions::write_bytes(Context& context, const std::string& bytes) const {
    write_stream(context, [&](const auto& sink) { sink(bytes); });
}

void OutputOptions::write_stream(
    Context& context,
    const std::function<void(const std::function<void(std::string_view)>&)>& produce) const {
    if (file_ == "-") {
        produce([&](std::string_view bytes) {
            context.out().write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        });
        return;
    }
    check_new();
    std::ofstream out(file_, std::ios::binary | std::ios::trunc);
    produce(
        [&](std::string_view bytes) { out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())); });
    out.close();
    if (!out) {
        throw DataError(file_, 0, Sentence{"无法写入", "cannot be written"});
    }
}

void OutputOptions::write(Context& context, const Table& table, const std::string& json) const {
    std::string bytes;
    switch (format()) {
    case Format::table:
        bytes = screen_text(service::in_words(table, context.lang));
        break;
    case Format::csv:
        bytes = std::string{byte_order_mark()} + separated_text(table, ',');
        break;
    case Format::tsv:
        bytes = separated_text(table, '\t');
        break;
    case Format::json:
        bytes = json.empty() ? json_text(table) : json;
        break;
    case Format::md:
        bytes = markdown_text(service::in_words(table, context.lang));
        break;
    case Format::numbers:
        bytes = number_list(table);
        break;
    case Format::xlsx:
        if (file_ == "-") {
            throw UsageError(Sentence{"XLSX 需要用 -o 指定文件", "XLSX needs a file: -o result.xlsx"});
        }
        bytes = report::spreadsheet({{"longmen", table}});
        break;
    }
    write_bytes(context, bytes);
}

} // namespace longmen::tools
