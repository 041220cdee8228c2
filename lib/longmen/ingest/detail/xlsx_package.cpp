// SPDX-License-Identifier: GPL-3.0-or-later
// Zip parts streamed into the XML parser, bounded in size and ratio.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/xlsx_package.hpp>

#include <fmt/format.h>
#include <zip.h>

namespace longmen::ingest::detail {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 18;

struct CloseFile {
    void operator()(zip_file_t* f) const { zip_fclose(f); }
};

} // namespace

void XlsxPackage::Close::operator()(zip* z) const {
    zip_discard(z);
}

XlsxPackage::XlsxPackage(std::string path, std::string memory, const Limits& limits)
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
        throw DataError(
            sentence("{}：工作簿损坏或不完整（{}）；应为完整的 XLSX 文件，请重新复制或导出",
                     "{}: the workbook is damaged or cut off ({}); expected a complete XLSX file; copy or "
                     "export it again",
                     path_, why));
    }
}

bool XlsxPackage::has(const std::string& part) const {
    return zip_name_locate(zip_.get(), part.c_str(), 0) >= 0;
}

std::uint64_t XlsxPackage::size(const std::string& part) const {
    zip_stat_t status;
    zip_stat_init(&status);
    return zip_stat(zip_.get(), part.c_str(), 0, &status) == 0 ? status.size : 0;
}

bool XlsxPackage::parse(const std::string& part, XmlHandler& handler, Progress* progress) {
    zip_stat_t status;
    zip_stat_init(&status);
    if (zip_stat(zip_.get(), part.c_str(), 0, &status) != 0) {
        return false;
    }
    const std::unique_ptr<zip_file_t, CloseFile> file{zip_fopen(zip_.get(), part.c_str(), 0)};
    if (!file) {
        throw DataError(
            sentence("{}：无法打开工作簿中的 {}（{}）；应为未加密的 XLSX 文件",
                     "{}: cannot open {} in the workbook ({}); expected an XLSX file without password", path_,
                     part, zip_strerror(zip_.get())));
    }
    XmlStream xml{
        {.allowed = false,
         .refusal =
             sentence("{}：工作簿中的 {} 声明了文档类型，XLSX 文件不会如此",
                      "{}: {} in the workbook declares a document type, which no XLSX file has", path_, part),
         .character = {}}};
    xml.begin(handler, true);
    std::uint64_t done = 0;
    for (bool more = true; more;) {
        void* buffer = xml.buffer(block_bytes);
        const auto got = buffer != nullptr ? zip_fread(file.get(), buffer, block_bytes) : -1;
        if (got < 0) {
            throw DataError(
                sentence("{}：工作簿中的 {} 损坏或不完整（{}）；应为完整的 XLSX 文件",
                         "{}: {} in the workbook is damaged or cut off ({}); expected a complete XLSX file",
                         path_, part, zip_file_strerror(file.get())));
        }
        more = got > 0;
        done += static_cast<std::uint64_t>(got);
        unpacked_ += static_cast<std::uint64_t>(got);
        if (unpacked_ > limits_.unpacked_bytes ||
            (done > limits_.ratio_from && done / (status.comp_size + 1) > limits_.ratio)) {
            throw DataError(sentence(
                "{}：{} 解压后超过 {} MiB（压缩前 {} KiB），超出上限；应为工作簿，此文件疑似压缩炸弹",
                "{}: {} unpacks to more than {} MiB from {} KiB, beyond the limit; expected a "
                "workbook, this looks like a decompression bomb",
                path_, part, done >> 20, status.comp_size >> 10));
        }
        if (!xml.parse_buffer(static_cast<std::size_t>(got), !more)) {
            throw DataError(
                sentence("{}：工作簿中的 {} 不是有效的 XML（{}，第 {} 行）；应为 XLSX 文件",
                         "{}: {} in the workbook is no valid XML ({} at line {}); expected an XLSX file",
                         path_, part, xml.error(), xml.error_line()));
        }
        if (progress != nullptr) {
            progress->at(done);
        }
    }
    return true;
}

} // namespace longmen::ingest::detail
