// SPDX-License-Identifier: GPL-3.0-or-later
// Zip parts streamed into expat, bounded in size and ratio.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/xlsx_package.hpp>

#include <expat.h>
#include <fmt/format.h>
#include <zip.h>

#include <exception>
#include <vector>

namespace longmen::ingest::detail {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 18;

std::string_view local_name(const char* name) {
    const std::string_view whole{name};
    const auto colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

/// Joins expat's callbacks to a handler; exceptions stop the parser and are thrown on from outside it.
struct Bridge {
    XmlHandler* handler;
    XML_Parser parser;
    Sentence refusal; // of a document type
    std::exception_ptr thrown;

    template <typename Call>
    void guard(Call call) {
        if (thrown) {
            return;
        }
        try {
            call();
        } catch (...) {
            thrown = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
    }
    static void on_start(void* user, const char* name, const char** attributes) {
        auto* self = static_cast<Bridge*>(user);
        self->guard([&] { self->handler->start(local_name(name), XmlAttributes{attributes}); });
    }
    static void on_end(void* user, const char* name) {
        auto* self = static_cast<Bridge*>(user);
        self->guard([&] { self->handler->end(local_name(name)); });
    }
    static void on_text(void* user, const char* text, int length) {
        auto* self = static_cast<Bridge*>(user);
        self->guard([&] { self->handler->text({text, static_cast<std::size_t>(length)}); });
    }
    static void on_doctype(void* user, const char*, const char*, const char*, int) {
        auto* self = static_cast<Bridge*>(user);
        self->guard([&] { throw DataError(self->refusal); });
    }
};

struct CloseParser {
    void operator()(XML_ParserStruct* p) const { XML_ParserFree(p); }
};
struct CloseFile {
    void operator()(zip_file_t* f) const { zip_fclose(f); }
};

} // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
    for (const char** at = pairs_; *at != nullptr; at += 2) {
        if (local_name(at[0]) == name) {
            return at[1];
        }
    }
    return {};
}

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
    const std::unique_ptr<XML_ParserStruct, CloseParser> parser{XML_ParserCreate(nullptr)};
    Bridge bridge{&handler, parser.get(),
                  sentence("{}：工作簿中的 {} 声明了文档类型，XLSX 文件不会如此",
                           "{}: {} in the workbook declares a document type, which no XLSX file has", path_,
                           part),
                  nullptr};
    XML_SetUserData(parser.get(), &bridge);
    XML_SetElementHandler(parser.get(), &Bridge::on_start, &Bridge::on_end);
    XML_SetCharacterDataHandler(parser.get(), &Bridge::on_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), &Bridge::on_doctype);
    std::uint64_t done = 0;
    for (bool more = true; more;) {
        void* buffer = XML_GetBuffer(parser.get(), static_cast<int>(block_bytes));
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
        const auto result = XML_ParseBuffer(parser.get(), static_cast<int>(got), more ? 0 : 1);
        if (bridge.thrown) {
            std::rethrow_exception(bridge.thrown);
        }
        if (result != XML_STATUS_OK) {
            throw DataError(sentence(
                "{}：工作簿中的 {} 不是有效的 XML（{}，第 {} 行）；应为 XLSX 文件",
                "{}: {} in the workbook is no valid XML ({} at line {}); expected an XLSX file", path_, part,
                XML_ErrorString(XML_GetErrorCode(parser.get())), XML_GetCurrentLineNumber(parser.get())));
        }
        if (progress != nullptr) {
            progress->at(done);
        }
    }
    return true;
}

} // namespace longmen::ingest::detail
