// SPDX-License-Identifier: GPL-3.0-or-later
// Old Office files told apart by their directory, and files that LibreOffice wrote, where it is installed.
#include "reading.hpp"

#include <longmen/ingest/detail/office_program.hpp>
#include <longmen/ingest/detail/old_office.hpp>

#include <cstdlib>
#include <optional>

namespace test_old_office {

using Catch::Matchers::Contains;
using longmen::ingest::detail::compound_content;
using longmen::ingest::detail::compound_magic;
using longmen::ingest::detail::CompoundContent;
using reading::Rows;
using reading::TempFile;
namespace fs = std::filesystem;

namespace {

/// A compound file of a header and a directory with these names.
std::string compound(const std::vector<std::u16string>& names) {
    std::string file{compound_magic};
    file.resize(512);
    for (const auto& name : names) {
        std::string entry(128, '\0');
        for (std::size_t i = 0; i < name.size(); ++i) {
            entry[2 * i] = static_cast<char>(name[i]);
        }
        entry[64] = static_cast<char>(2 * (name.size() + 1));
        file += entry;
    }
    return file;
}

/// PATH for as long as this lives.
class PathVariable {
    std::string before_;

public:
    explicit PathVariable(const std::string& folders) : before_{std::getenv("PATH")} {
        setenv("PATH", folders.c_str(), 1);
    }
    ~PathVariable() { setenv("PATH", before_.c_str(), 1); }
    PathVariable(const PathVariable&) = delete;
    PathVariable& operator=(const PathVariable&) = delete;
};

/// A folder of its own, removed at the end.
class Folder {
    fs::path path_;

public:
    Folder() {
        auto name = (fs::temp_directory_path() / "longmen-test-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
    [[nodiscard]] std::string path() const { return path_.string(); }
};

/// A sheet with a merged cell, a filtered row, a date, text over two lines; a second, hidden sheet.
constexpr auto sheets =
    R"(<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" )"
    R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">)"
    R"(<office:automatic-styles><number:date-style style:name="d"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>)"
    R"(<style:style style:name="c" style:family="table-cell" style:data-style-name="d"/><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>)"
    R"(<office:body><office:spreadsheet><table:table table:name="清单" table:style-name="ta1">)"
    R"(<table:table-row><table:table-cell office:value-type="string"><text:p>申请人</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>申请号</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>申请日</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>名称</text:p></table:table-cell></table:table-row>)"
    R"(<table:table-row><table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1" office:value-type="string"><text:p>甲厂</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="201710601862.3"><text:p>201710601862.3</text:p></table:table-cell><table:table-cell table:style-name="c" office:value-type="date" office:date-value="2017-07-21"><text:p>2017-07-21</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>一种 织机</text:p></table:table-cell></table:table-row>)"
    R"(<table:table-row table:visibility="collapse"><table:covered-table-cell/><table:table-cell office:value-type="string"><text:p>201810000001.5</text:p></table:table-cell><table:table-cell table:style-name="c" office:value-type="date" office:date-value="2018-01-02"><text:p>2018-01-02</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>第一行</text:p><text:p>第二行</text:p></table:table-cell></table:table-row>)"
    R"(</table:table><table:table table:name="旧表" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>)";

const Rows expected{{"申请人", "申请号", "申请日", "名称"},
                    {"甲厂", "201710601862.3", "2017-07-21", "一种 织机"},
                    {"", "201810000001.5", "2018-01-02", "第一行\n第二行"}};

/// What LibreOffice makes of `sheets`; nothing, with a word, where it is not installed.
std::optional<std::string> converted(const Folder& folder, const std::string& format,
                                     std::string source = sheets) {
    const auto input = folder.file("sheets.fods");
    std::ofstream{input} << source;
    const auto ended = longmen::ingest::detail::run_office_program(
        {"--convert-to", format, "--outdir", folder.path(), input}, folder.path());
    if (ended == longmen::ingest::detail::ProgramEnd::absent) {
        WARN("LibreOffice is not installed: files written by it are not tried");
        return std::nullopt;
    }
    REQUIRE(ended == longmen::ingest::detail::ProgramEnd::done);
    const auto output = folder.file("sheets." + format.substr(0, format.find(':')));
    REQUIRE(fs::file_size(output) > 0);
    return output;
}

} // namespace

TEST_CASE("old office: the directory of a compound file tells what it is", "[ingest]") {
    const auto content = [](const std::vector<std::u16string>& names) {
        return compound_content(TempFile{"old.xls", compound(names)}.path());
    };
    CHECK(content({u"Root Entry", u"Workbook"}) == CompoundContent::workbook);
    CHECK(content({u"Root Entry", u"Book"}) == CompoundContent::workbook);
    CHECK(content({u"Root Entry", u"EncryptionInfo", u"EncryptedPackage"}) == CompoundContent::password);
    CHECK(content({u"Root Entry", u"WordDocument"}) == CompoundContent::document);
    CHECK(content({u"Root Entry", u"Workbooks"}) == CompoundContent::other);
}

TEST_CASE("old office: what cannot be read says so, and what to do", "[ingest]") {
    const auto refusal = [](const std::vector<std::u16string>& names) {
        const TempFile file{"old.xls", compound(names)};
        const auto message = reading::refusal(file.path());
        CHECK_THAT(message, Contains(file.path()));
        return message;
    };
    CHECK_THAT(refusal({u"EncryptionInfo", u"EncryptedPackage"}), Contains("has a password"));
    CHECK_THAT(refusal({u"WordDocument"}), Contains("Word"));
    CHECK_THAT(refusal({u"Contents"}), Contains("no table"));
    const PathVariable nowhere{"/nonexistent"};
    CHECK_THAT(refusal({u"Workbook"}),
               Contains("LibreOffice") && Contains("not installed") && Contains("XLSX"));
}

TEST_CASE("old office: a program that fails is one sentence", "[ingest]") {
    const Folder folder;
    const auto program = folder.file("soffice");
    std::ofstream{program} << "#!/bin/sh\nexit 3\n";
    fs::permissions(program, fs::perms::owner_all);
    const PathVariable fake{folder.path() + ":/usr/bin:/bin"};
    const TempFile file{"old.xls", compound({u"Workbook"})};
    CHECK_THAT(reading::refusal(file.path()), Contains("cannot convert"));
    const longmen::ingest::Limits small{.workbook_in_memory = 100};
    CHECK_THAT(reading::refusal(file.path(), small), Contains("not converted"));
}

TEST_CASE("libreoffice: ODS, flat ODS, XLSX and old XLS give the same rows", "[ingest][libreoffice]") {
    for (const std::string format : {"ods", "fods", "xlsx", "xls"}) {
        const Folder folder;
        const auto file = converted(folder, format);
        if (!file) {
            return;
        }
        INFO(format);
        const auto tables = reading::read(*file);
        REQUIRE(tables.size() == 2);
        CHECK(tables[0].info.name == "清单");
        CHECK(tables[0].info.format == (format == "fods" ? "ods" : format));
        CHECK(tables[0].rows == expected);
        CHECK(tables[0].covered == Rows{{}, {}, {"甲厂"}});
        CHECK(tables[0].hidden.rows == 1);
        CHECK_FALSE(tables[0].hidden.sheet);
        CHECK(tables[1].rows == Rows{{"1"}});
        CHECK(tables[1].hidden.sheet);
    }
}

TEST_CASE("libreoffice: a page and an XML workbook give the same rows", "[ingest][libreoffice]") {
    std::string all_shown = sheets; // its pages leave hidden rows out
    const std::string hidden = R"( table:visibility="collapse")";
    all_shown.erase(all_shown.find(hidden), hidden.size());
    for (const std::string format : {"html", "xml:MS Excel 2003 XML"}) {
        const Folder folder;
        const auto file = converted(folder, format, all_shown);
        if (!file) {
            return;
        }
        INFO(format);
        const auto tables = reading::read(*file);
        REQUIRE_FALSE(tables.empty());
        CHECK(tables[0].rows == expected);
        CHECK(tables[0].covered == Rows{{}, {}, {"甲厂"}});
    }
}

} // namespace test_old_office
