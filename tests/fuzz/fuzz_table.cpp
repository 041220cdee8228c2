// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a file: tables, or one DataError. The first byte chooses what stands around the others, so
// that the readers behind a zip or a declaration are reached too.
#include <longmen/base/errors.hpp>
#include <longmen/ingest/table_reader.hpp>

#include <unistd.h>
#include <zip.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace {

using Part = std::pair<const char*, std::string>;

/// Reads every cell, so that a view beyond its text is found.
class Touch final : public longmen::ingest::TableVisitor {
    std::size_t sum_ = 0;

public:
    void begin_table(const longmen::ingest::TableInfo& info) override { sum_ += info.name.size(); }
    void row(const longmen::ingest::TableRow& row) override {
        for (const auto cell : row.cells) {
            sum_ += std::string{cell}.size();
        }
        for (const auto& cell : row.covered) {
            sum_ += std::string{cell.text}.size();
        }
    }
    void end_table() override {}
};

/// Beginnings of the formats that are told by them.
constexpr std::array<const char*, 6> beginnings{
    "",
    R"(<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="t" xmlns:text="x"><office:spreadsheet><table:table>)",
    R"(<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table>)",
    "<html><table><tr><td>",
    "[1] a[P]. CN1\n",
    "<REC>\n<a>=b\n"};

/// Packages around a sheet.
std::vector<Part> ods(std::string sheet) {
    return {{"content.xml", std::move(sheet)}};
}
std::vector<Part> xlsx(std::string sheet) {
    return {{"xl/workbook.xml", R"(<workbook><sheets><sheet name="a" id="r"/></sheets></workbook>)"},
            {"xl/_rels/workbook.xml.rels",
             R"(<Relationships><Relationship Id="r" Type="worksheet" Target="s.xml"/></Relationships>)"},
            {"xl/sharedStrings.xml", "<sst><si><t>a</t></si></sst>"},
            {"xl/s.xml", std::move(sheet)}};
}

void write_zip(const std::string& path, const std::vector<Part>& parts) {
    zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto& [name, text] : parts) {
        zip_file_add(zip, name, zip_source_buffer(zip, text.data(), text.size(), 0), ZIP_FL_OVERWRITE);
    }
    zip_close(zip);
}

void write_file(const std::string& path, std::string bytes) {
    const auto mode =
        bytes.empty() ? std::size_t{0} : static_cast<unsigned char>(bytes[0]) % (beginnings.size() + 2);
    bytes.erase(0, 1);
    if (mode >= beginnings.size()) {
        write_zip(path, mode == beginnings.size() ? ods(std::move(bytes)) : xlsx(std::move(bytes)));
    } else {
        std::ofstream{path, std::ios::binary | std::ios::trunc} << beginnings[mode] << bytes;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::string path =
        (std::filesystem::temp_directory_path() / ("longmen-fuzz-" + std::to_string(getpid()))).string();
    setenv("PATH", "", 1); // LibreOffice is not what is tried here
    write_file(path, {reinterpret_cast<const char*>(data), size});
    Touch visitor;
    longmen::Progress silent;
    longmen::ingest::Limits limits;
    limits.unpacked_bytes = std::uint64_t{64} << 20;
    try {
        longmen::ingest::read_tables(path, limits, visitor, silent);
    } catch (const longmen::DataError&) {
    }
    return 0;
}
