// SPDX-License-Identifier: GPL-3.0-or-later
// Old workbooks through LibreOffice.
#include <longmen/ingest/detail/old_office.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/office_program.hpp>

#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <optional>

namespace longmen::ingest::detail {
namespace {

namespace fs = std::filesystem;

/// A folder for one conversion, removed with all that is in it.
class TempFolder {
    fs::path path_;

public:
    explicit TempFolder(const std::string& reading) {
        auto name = (fs::temp_directory_path() / "longmen-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) {
            throw DataError(sentence("{}：无法在 {} 建立临时文件夹", "{}: no folder can be made in {}",
                                     reading, fs::temp_directory_path().string()));
        }
        path_ = name;
    }
    ~TempFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    [[nodiscard]] fs::path operator/(const char* name) const { return path_ / name; }
    [[nodiscard]] std::string string() const { return path_.string(); }
};

/// A name as a directory entry holds it: UTF-16, two bytes of length with the closing zero at byte 64.
struct StreamName {
    std::u16string_view name;
    CompoundContent content;
};
constexpr std::array<StreamName, 5> stream_names{{{u"EncryptedPackage", CompoundContent::password},
                                                  {u"Workbook", CompoundContent::workbook},
                                                  {u"Book", CompoundContent::workbook},
                                                  {u"WordDocument", CompoundContent::document},
                                                  {u"PowerPoint Document", CompoundContent::document}}};
constexpr std::size_t entry_bytes = 128;
constexpr std::size_t name_bytes = 64;

std::optional<CompoundContent> content_of_entry(std::string_view entry) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(entry[at]); };
    for (const auto& [name, content] : stream_names) {
        bool same = byte(name_bytes) + 256U * byte(name_bytes + 1) == 2 * (name.size() + 1);
        for (std::size_t i = 0; i < name.size() && same; ++i) {
            same = byte(2 * i) + 256U * byte(2 * i + 1) == name[i];
        }
        if (same) {
            return content;
        }
    }
    return std::nullopt;
}

void write_all(const std::string& path, const fs::path& to, std::string block, ByteSource& rest,
               const Limits& limits) {
    std::ofstream file{to, std::ios::binary};
    std::uint64_t written = 0;
    while (!block.empty()) {
        file << block;
        written += block.size();
        if (written > limits.workbook_in_memory) {
            throw DataError(sentence("{}：旧版 Excel 文件超过 {} MiB，不予转换；请另存为 XLSX 或 CSV",
                                     "{}: an old Excel file of more than {} MiB is not converted; save it as "
                                     "XLSX or CSV",
                                     path, limits.workbook_in_memory >> 20));
        }
        block.resize(std::size_t{1} << 20);
        block.resize(rest.read(block.data(), block.size()));
    }
    if (!file.flush()) {
        throw DataError(sentence("{}：临时文件夹 {} 写不下", "{}: does not fit into the folder {}", path,
                                 to.parent_path().string()));
    }
}

[[noreturn]] void refuse(const std::string& path, CompoundContent content) {
    switch (content) {
    case CompoundContent::password:
        throw DataError(
            sentence("{}：工作簿设有打开密码；请在 Excel 或 WPS 中去掉密码后重新保存",
                     "{}: the workbook has a password; take it off in Excel or WPS and save again", path));
    case CompoundContent::document:
        throw DataError(sentence("{}：是旧版 Word 或演示文稿，请将其中的表格另存为 XLSX 或 CSV",
                                 "{}: is an old Word file or a presentation; save its table as XLSX or CSV",
                                 path));
    case CompoundContent::workbook:
    case CompoundContent::other:
        throw DataError(
            sentence("{}：不是表格（内容为 Office 旧格式，但其中没有工作簿）；应为 XLSX、XLS 或 CSV",
                     "{}: is no table (an old Office format without a workbook in it); expected "
                     "XLSX, XLS or CSV",
                     path));
    }
    throw InternalError("unknown content of a compound file");
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

} // namespace

CompoundContent compound_content(const std::string& file) {
    std::ifstream in{file, std::ios::binary};
    std::array<char, entry_bytes> entry{};
    auto found = CompoundContent::other;
    while (in.read(entry.data(), entry.size())) { // entries stand at multiples of their size
        const auto content = content_of_entry({entry.data(), entry.size()});
        if (content == CompoundContent::password) {
            return *content;
        }
        found = found == CompoundContent::other ? content.value_or(found) : found;
    }
    return found;
}

std::string convert_old_workbook(const std::string& path, std::string head, ByteSource& rest,
                                 const Limits& limits) {
    const TempFolder folder{path};
    const auto input = folder / "workbook.xls";
    write_all(path, input, std::move(head), rest, limits);
    if (const auto content = compound_content(input.string()); content != CompoundContent::workbook) {
        refuse(path, content);
    }
    const auto ended = run_office_program(
        {"--convert-to", "xlsx", "--outdir", folder.string(), input.string()}, folder.string());
    const auto output = folder / "workbook.xlsx";
    if (ended == ProgramEnd::absent) {
        throw DataError(sentence("{}：是旧版 Excel 文件（.xls），本机没有安装 LibreOffice，无法转换；请用 "
                                 "Excel 或 WPS 另存为 XLSX，或安装 "
                                 "LibreOffice 后重试",
                                 "{}: is an old Excel file (.xls), and LibreOffice, which would convert it, "
                                 "is not installed; save it "
                                 "as XLSX in Excel or WPS, or install LibreOffice and try again",
                                 path));
    }
    if (ended == ProgramEnd::timed_out) {
        throw DataError(
            sentence("{}：LibreOffice 转换旧版 Excel 文件超时；请用 Excel 或 WPS 另存为 XLSX",
                     "{}: LibreOffice did not end converting the old Excel file; save it as XLSX in "
                     "Excel or WPS",
                     path));
    }
    std::error_code error;
    if (ended != ProgramEnd::done || fs::file_size(output, error) == 0 || error) {
        throw DataError(sentence(
            "{}：LibreOffice 无法转换此旧版 Excel 文件（可能损坏或设有密码）；请用 Excel 或 WPS 另存为 XLSX",
            "{}: LibreOffice cannot convert this old Excel file (it may be damaged or have a password); save "
            "it "
            "as XLSX in Excel or WPS",
            path));
    }
    return bytes_of(output);
}

} // namespace longmen::ingest::detail
