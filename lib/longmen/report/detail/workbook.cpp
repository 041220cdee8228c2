// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks through libxlsxwriter, with nothing in them that depends on the moment.
#include <longmen/report/detail/workbook.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>

#include <fmt/format.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace longmen::report::detail {
namespace {

std::string temporary_path() {
    static std::atomic<int> next{0};
    return (std::filesystem::temp_directory_path() / fmt::format("longmen-{}-{}.xlsx", getpid(), next++))
        .string();
}

} // namespace

Workbook::Workbook() : path_(temporary_path()) {
    book_ = workbook_new(path_.c_str());
    lxw_doc_properties properties{};
    constexpr std::time_t created = 946684800; // 2000-01-01: the same tables give the same bytes
    properties.created = created;
    workbook_set_properties(book_, &properties);
}

Workbook::~Workbook() {
    if (book_ != nullptr) {
        workbook_close(book_);
    }
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

lxw_worksheet* Workbook::add_sheet(const std::string& name) {
    std::string clean;
    std::size_t characters = 0;
    constexpr std::size_t most_characters = 31;
    for (std::size_t i = 0; i < name.size();) {
        std::size_t length = 1;
        while (i + length < name.size() && (static_cast<unsigned char>(name[i + length]) & 0xC0U) == 0x80U) {
            ++length;
        }
        if (++characters > most_characters) {
            break;
        }
        const auto character = name.substr(i, length);
        clean += std::string_view{"[]:*?/\\'"}.find(character) == std::string_view::npos ? character : "_";
        i += length;
    }
    auto* sheet = workbook_add_worksheet(book_, clean.c_str());
    if (sheet == nullptr) {
        throw InternalError("a sheet `" + clean + "` cannot be made");
    }
    return sheet;
}

lxw_format* Workbook::add_format() {
    return workbook_add_format(book_);
}

std::string Workbook::bytes() {
    const auto error = workbook_close(book_);
    book_ = nullptr;
    if (error != LXW_NO_ERROR) {
        throw DataError(
            path_, 0,
            sentence("工作簿无法写入：{}", "the workbook cannot be written: {}", lxw_strerror(error)));
    }
    std::ifstream in(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace longmen::report::detail
