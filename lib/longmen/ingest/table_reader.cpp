// SPDX-License-Identifier: GPL-3.0-or-later
// Format by content: workbook, JSON lines or separated values.
#include <longmen/ingest/table_reader.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/csv.hpp>
#include <longmen/ingest/detail/html_tables.hpp>
#include <longmen/ingest/detail/jsonl.hpp>
#include <longmen/ingest/detail/number_list.hpp>
#include <longmen/ingest/detail/ods.hpp>
#include <longmen/ingest/detail/old_office.hpp>
#include <longmen/ingest/detail/reference_list.hpp>
#include <longmen/ingest/detail/spreadsheet_xml.hpp>
#include <longmen/ingest/detail/tagged_records.hpp>
#include <longmen/ingest/detail/text_source.hpp>
#include <longmen/ingest/detail/xlsx.hpp>

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>

namespace longmen::ingest {
namespace {

using namespace std::string_view_literals;

constexpr auto zip_magic = "PK\x03\x04"sv;
constexpr std::size_t head_bytes = 4096;

struct KnownFormat {
    std::string_view magic;
    Text what;
};
/// What people hand in by mistake, told by its first bytes.
constexpr auto refused_formats = std::to_array<KnownFormat>({
    {"%PDF-"sv, {"PDF 文档，请将表格导出为 XLSX 或 CSV", "a PDF document; export the table as XLSX or CSV"}},
    {"Rar!\x1a\x07"sv, {"RAR 压缩包，请先解压", "a RAR archive; unpack it first"}},
    {"7z\xbc\xaf\x27\x1c"sv, {"7z 压缩包，请先解压", "a 7z archive; unpack it first"}},
    {"\x89PNG"sv, {"图片", "a picture"}},
    {"\xff\xd8\xff"sv, {"图片", "a picture"}},
    {"MIME-Version:"sv,
     {"单个文件网页（.mht），请用表格软件打开后另存为 XLSX 或 CSV",
      "a web page in a single file (.mht); open it in a spreadsheet and save it as XLSX or CSV"}},
    {"SQLite format 3"sv, {"数据库文件", "a database"}},
});

[[noreturn]] void refuse(const std::string& path, Text what) {
    throw DataError(
        Sentence{fmt::format("{}：是{}；应为表格（XLSX、ODS、CSV、TSV 或 JSONL）", path, what.zh),
                 fmt::format("{}: is {}; expected a table (XLSX, ODS, CSV, TSV or JSONL)", path, what.en)});
}

std::string read_head(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    std::string head(head_bytes, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    return head;
}

/// Reads up to `size` bytes, all there are when fewer come.
std::string take(detail::ByteSource& bytes, std::size_t size) {
    std::string head(size, '\0');
    std::size_t filled = 0;
    while (filled < size) {
        const auto got = bytes.read(head.data() + filled, size - filled);
        if (got == 0) {
            break;
        }
        filled += got;
    }
    head.resize(filled);
    return head;
}

void read_csv(const std::string& path, const std::string& inner, detail::TextSource& text, std::string piece,
              const Limits& limits, TableVisitor& visitor, Progress& progress) {
    const auto dialect = detail::find_dialect(piece);
    visitor.begin_table(
        {.name = inner, .format = dialect.separator == '\t' ? "tsv" : "csv", .encoding = text.encoding()});
    detail::CsvParser parser{path, dialect, limits, [&](const TableRow& row) { visitor.row(row); }};
    do {
        parser.feed(piece);
        progress.at(text.consumed());
    } while (text.next(piece));
    parser.finish();
    visitor.end_table();
}

/// A file of text, to be opened once more where two passes are needed.
struct TextFile {
    const std::string& path;
    const std::string& inner; ///< name inside an archive
    bool zip = false;
    const Limits& limits;
};

template <typename Function>
void each_line(detail::TextSource& text, std::string& piece, const Limits& limits, Progress& progress,
               Function line) {
    detail::LineSplitter lines{limits.cell_bytes, line};
    do {
        lines.feed(piece);
        progress.at(text.consumed());
    } while (text.next(piece));
    lines.finish();
}

/// Records whose headings are told by all of them: `records` sees every line twice.
template <typename Records>
void read_keyed(const TextFile& file, Records& records, const char* format, detail::TextSource& text,
                std::string piece, TableVisitor& visitor, Progress& progress) {
    each_line(text, piece, file.limits, progress, [&](std::string_view line, bool cut) {
        if (!cut) {
            records.collect(line);
        }
    });
    if (records.keys().empty()) {
        throw DataError(
            sentence("{}：没有一行是 JSON 对象或带标签的字段；应为每行一个对象（JSONL）或逐行标注字段的记录",
                     "{}: no line is a JSON object or a tagged field; expected one object a line (JSONL) or "
                     "records of tagged "
                     "lines",
                     file.path));
    }
    visitor.begin_table({.name = file.inner, .format = format, .encoding = text.encoding(), .keyed = true});
    const std::vector<std::string_view> headings{records.keys().begin(), records.keys().end()};
    visitor.row({.number = 0, .cells = headings});
    auto again =
        file.zip ? detail::open_zipped(file.path, file.limits) : detail::open_bytes(file.path, file.limits);
    detail::TextSource second{file.path, std::move(again.bytes), ""};
    std::uint64_t number = 0;
    if (second.next(piece)) {
        each_line(second, piece, file.limits, progress,
                  [&](std::string_view line, bool cut) { records.convert(line, cut, ++number, visitor); });
    }
    records.finish(visitor);
    visitor.end_table();
}

void read_references(const std::string& inner, detail::TextSource& text, std::string piece,
                     const Limits& limits, TableVisitor& visitor, Progress& progress) {
    visitor.begin_table({.name = inner, .format = "references", .encoding = text.encoding(), .keyed = true});
    visitor.row({.number = 0, .cells = detail::reference_headings});
    detail::ReferenceList list{limits, visitor};
    each_line(text, piece, limits, progress, [&](std::string_view line, bool cut) { list.line(line, cut); });
    list.finish();
    visitor.end_table();
}

void read_numbers(const std::string& inner, detail::TextSource& text, std::string piece, const Limits& limits,
                  TableVisitor& visitor, Progress& progress) {
    visitor.begin_table({.name = inner, .format = "numbers", .encoding = text.encoding(), .keyed = true});
    visitor.row({.number = 0, .cells = detail::number_headings});
    detail::NumberList list{visitor};
    each_line(text, piece, limits, progress, [&](std::string_view line, bool cut) { list.line(line, cut); });
    visitor.end_table();
}

void read_package(const std::string& path, std::string memory, std::string_view format, const Limits& limits,
                  TableVisitor& visitor, Progress& progress) {
    detail::OfficePackage package{path, std::move(memory), limits};
    if (detail::is_workbook(package)) {
        detail::read_workbook(package, format, limits, visitor, progress);
    } else if (package.has("content.xml")) {
        detail::read_ods(package, limits, visitor, progress);
    } else {
        refuse(path, package.has("word/document.xml") ? Text{"Word 文档，请将其中的表格另存为 XLSX 或 CSV",
                                                             "a Word document; save its table as XLSX or CSV"}
                     : package.has("xl/workbook.bin")
                         ? Text{"二进制 Excel 文件（.xlsb），请另存为 XLSX 或 CSV",
                                "a binary Excel file (.xlsb); save it as XLSX or CSV"}
                         : Text{"套了多层的压缩文件，请先解压",
                                "a packed file within a packed file; unpack it first"});
    }
}

/// True for a zip that is a document (XLSX, ODS, DOCX), not an archive of tables.
bool is_document_zip(const std::string& path, const Limits& limits) {
    const detail::OfficePackage package{path, "", limits};
    return package.has("[Content_Types].xml") || package.has("content.xml") || detail::is_workbook(package);
}

/// A workbook inside a compressed file, unpacked.
std::string unpack_workbook(const std::string& path, std::string head, detail::ByteSource& rest,
                            const Limits& limits) {
    for (std::string block = take(rest, std::size_t{1} << 20); !block.empty();
         block = take(rest, std::size_t{1} << 20)) {
        head += block;
        if (head.size() > limits.workbook_in_memory) {
            throw DataError(sentence("{}：其中的工作簿超过 {} MiB；请先解压",
                                     "{}: the workbook inside is larger than {} MiB; unpack it first", path,
                                     limits.workbook_in_memory >> 20));
        }
    }
    return head;
}

/// XML and web pages: told by the first element and what it declares.
void read_markup(const std::string& path, detail::TextSource& text, std::string piece, const Limits& limits,
                 TableVisitor& visitor, Progress& progress) {
    constexpr std::size_t looked_at = 8192; // FODS declares some fifty names
    const auto beginning = std::string_view{piece}.substr(0, looked_at);
    const auto declares = [&](std::string_view name) {
        return beginning.find(name) != std::string_view::npos;
    };
    if (declares("urn:schemas-microsoft-com:office:spreadsheet") && declares("<?xml")) {
        detail::read_spreadsheet_xml(path, text, std::move(piece), limits, visitor, progress);
        return;
    }
    if (declares("urn:oasis:names:tc:opendocument:xmlns:office")) {
        detail::read_flat_ods(path, text, std::move(piece), limits, visitor, progress);
        return;
    }
    if (detail::looks_like_html(beginning) &&
        detail::read_html(path, text, std::move(piece), limits, visitor, progress)) {
        return;
    }
    refuse(path,
           {"没有表格的网页，或没有已知专利文献的 XML "
            "文件（不论文件名如何）；如为表格，请用表格软件打开后另存为 XLSX 或 CSV",
            "a web page without a table, or XML without any known kind of patent document, whatever its "
            "name says; if it is a table, open it in a spreadsheet and save it as XLSX or CSV"});
}

void read_text(const TextFile& file, detail::TextSource& text, TableVisitor& visitor, Progress& progress) {
    const auto& [path, inner, zip, limits] = file;
    std::string piece;
    if (!text.next(piece) || trim(piece).empty()) {
        throw DataError(sentence(
            "{}：文件中只有空白；应为表格（XLSX、ODS、CSV、TSV 或 JSONL）",
            "{}: the file holds nothing but blanks; expected a table (XLSX, ODS, CSV, TSV or JSONL)", path));
    }
    const auto start = trim(piece);
    if (detail::looks_like_tagged(start)) {
        detail::TaggedRecords records{path, limits};
        read_keyed(file, records, "tagged", text, std::move(piece), visitor, progress);
    } else if (start.starts_with('<')) {
        read_markup(path, text, std::move(piece), limits, visitor, progress);
    } else if (start.starts_with('{')) {
        detail::JsonLines records{path, limits};
        read_keyed(file, records, "jsonl", text, std::move(piece), visitor, progress);
    } else if (detail::looks_like_references(start)) {
        read_references(inner, text, std::move(piece), limits, visitor, progress);
    } else if (detail::looks_like_numbers(start)) {
        read_numbers(inner, text, std::move(piece), limits, visitor, progress);
    } else if (start.starts_with('[') && start.find('{') < 64) {
        refuse(path, {"一个 JSON 数组，请改为每行一个对象（JSONL）",
                      "one JSON array; write one object a line (JSONL)"});
    } else {
        read_csv(path, inner, text, std::move(piece), limits, visitor, progress);
    }
}

} // namespace

void read_tables(const std::string& path, const Limits& limits, TableVisitor& visitor, Progress& progress) {
    std::error_code error;
    const bool zip = std::filesystem::is_regular_file(path, error) && read_head(path).starts_with(zip_magic);
    if (zip && is_document_zip(path, limits)) {
        read_package(path, "", "xlsx", limits, visitor, progress);
        return;
    }
    auto opened = zip ? detail::open_zipped(path, limits) : detail::open_bytes(path, limits);
    auto head = take(*opened.bytes, head_bytes);
    for (const auto& known : refused_formats) {
        if (head.starts_with(known.magic)) {
            refuse(path, known.what);
        }
    }
    if (head.starts_with(zip_magic)) {
        read_package(path, unpack_workbook(path, std::move(head), *opened.bytes, limits), "xlsx", limits,
                     visitor, progress);
        return;
    }
    if (head.starts_with(detail::compound_magic)) {
        read_package(path, detail::convert_old_workbook(path, std::move(head), *opened.bytes, limits), "xls",
                     limits, visitor, progress);
        return;
    }
    if (head.empty()) {
        refuse(path, {"空的压缩文件", "empty inside its packing"});
    }
    const auto total = std::filesystem::file_size(path, error);
    detail::TextSource text{
        path, opened.packed ? detail::read_ahead(std::move(opened.bytes)) : std::move(opened.bytes),
        std::move(head)};
    progress.begin(std::filesystem::path{path}.filename().string(), error ? 0 : total);
    read_text({path, opened.inner, zip, limits}, text, visitor, progress);
    progress.end();
}

} // namespace longmen::ingest
