// SPDX-License-Identifier: GPL-3.0-or-later
// Zip parts streamed into the XML parser, bounded in size and ratio.
#include <longmen/ingest/detail/office_package.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/byte_source.hpp>

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace longmen::ingest::detail {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 18;

struct CloseFile {
    void operator()(zip_file_t* f) const { zip_fclose(f); }
};

} // namespace

struct OfficePackage::OpenPart {
    const std::string& name;
    std::unique_ptr<zip_file_t, CloseFile> file;
    std::uint64_t packed = 0;
    std::uint64_t done = 0;
};

void OfficePackage::Close::operator()(zip* z) const {
    zip_discard(z);
}

OfficePackage::OfficePackage(std::string path, std::string memory, const Limits& limits)
    : path_{std::move(path)}, memory_{std::move(memory)}, limits_{limits} {
    zip_error_t error;
    zip_error_init(&error);
    if (memory_.empty()) {
        int code = 0;
        zip_.reset(zip_open(path_.c_str(), ZIP_RDONLY, &code));
        zip_error_set(&error, code, 0);
    } else if (auto* source = zip_source_buffer_create(memory_.data(), memory_.size(), 0, &error)) {
        zip_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
        if (!zip_) {
            zip_source_free(source);
        }
    }
    const std::string why = zip_ ? "" : zip_error_strerror(&error);
    zip_error_fini(&error);
    if (!zip_) {
        throw DataError(sentence(
            "{}：工作簿损坏或不完整（{}）；应为完整的 XLSX 或 ODS 文件，请重新复制或导出",
            "{}: the workbook is damaged or cut off ({}); expected a complete XLSX or ODS file; copy or "
            "export it again",
            path_, why));
    }
}

bool OfficePackage::has(const std::string& part) const {
    return zip_name_locate(zip_.get(), part.c_str(), 0) >= 0;
}

std::uint64_t OfficePackage::size(const std::string& part) const {
    zip_stat_t status;
    zip_stat_init(&status);
    return zip_stat(zip_.get(), part.c_str(), 0, &status) == 0 ? status.size : 0;
}

std::uint64_t OfficePackage::packed_size() const {
    std::error_code error;
    const auto size = memory_.empty() ? std::filesystem::file_size(path_, error) : memory_.size();
    return error ? 0 : size;
}

OfficePackage::OpenPart OfficePackage::open(const std::string& part) const {
    zip_stat_t status;
    zip_stat_init(&status);
    zip_stat(zip_.get(), part.c_str(), 0, &status);
    std::unique_ptr<zip_file_t, CloseFile> file{zip_fopen(zip_.get(), part.c_str(), 0)};
    if (!file) {
        throw DataError(
            sentence("{}：无法打开工作簿中的 {}（{}）；应为未加密的 XLSX 或 ODS 文件",
                     "{}: cannot open {} in the workbook ({}); expected an XLSX or ODS file without password",
                     path_, part, zip_strerror(zip_.get())));
    }
    return {part, std::move(file), status.comp_size};
}

std::size_t OfficePackage::read(OpenPart& part, void* buffer, std::size_t size) {
    const auto got = buffer != nullptr ? zip_fread(part.file.get(), buffer, size) : -1;
    if (got < 0) {
        throw DataError(sentence(
            "{}：工作簿中的 {} 损坏或不完整（{}）；应为完整的 XLSX 或 ODS 文件",
            "{}: {} in the workbook is damaged or cut off ({}); expected a complete XLSX or ODS file", path_,
            part.name, zip_file_strerror(part.file.get())));
    }
    part.done += static_cast<std::uint64_t>(got);
    unpacked_ += static_cast<std::uint64_t>(got);
    if (unpacked_ > limits_.unpacked_bytes) {
        check_unpacked(path_, unpacked_, part.packed, limits_);
    }
    check_unpacked(path_, part.done, part.packed, limits_);
    return static_cast<std::size_t>(got);
}

bool OfficePackage::holds(const std::string& part, std::string_view word) {
    if (!has(part)) {
        return false;
    }
    auto opened = open(part);
    std::vector<char> block(block_bytes + word.size());
    std::size_t kept = 0; // the end of the block before, where a word may begin
    bool found = false;
    while (const auto got = found ? 0 : read(opened, block.data() + kept, block_bytes)) {
        const std::string_view text{block.data(), kept + got};
        found = text.find(word) != std::string_view::npos;
        kept = std::min(text.size(), word.size() - 1);
        std::copy(text.end() - static_cast<std::ptrdiff_t>(kept), text.end(), block.data());
    }
    unpacked_ -= opened.done; // it is unpacked again to be parsed
    return found;
}

bool OfficePackage::parse(const std::string& part, XmlHandler& handler, Progress* progress) {
    if (!has(part)) {
        return false;
    }
    auto opened = open(part);
    XmlStream xml{
        {.allowed = false,
         .refusal = sentence("{}：工作簿中的 {} 声明了文档类型，XLSX 和 ODS 文件不会如此",
                             "{}: {} in the workbook declares a document type, which no XLSX or ODS file has",
                             path_, part),
         .character = {}}};
    xml.begin(handler, true);
    for (bool more = true; more;) {
        const auto got = read(opened, xml.buffer(block_bytes), block_bytes);
        more = got > 0;
        if (!xml.parse_buffer(got, !more)) {
            throw DataError(sentence(
                "{}：工作簿中的 {} 不是有效的 XML（{}，第 {} 行）；应为 XLSX 或 ODS 文件",
                "{}: {} in the workbook is no valid XML ({} at line {}); expected an XLSX or ODS file", path_,
                part, xml.error(), xml.error_line()));
        }
        if (progress != nullptr) {
            progress->at(opened.done);
        }
    }
    return true;
}

} // namespace longmen::ingest::detail
