// SPDX-License-Identifier: GPL-3.0-or-later
// Text tables: separators, quotes, encodings, packing, JSON lines, and what is refused.
#include "reading.hpp"

#include <iconv.h>

namespace test_table_reader {

using Catch::Matchers::Contains;
using longmen::ingest::Limits;
using longmen::ingest::TableRow;
using reading::Rows;
using reading::TempFile;

namespace {

std::string encode(std::string text, const char* to) {
    const iconv_t cd = iconv_open(to, "UTF-8");
    REQUIRE(cd != reinterpret_cast<iconv_t>(-1));
    std::string out(text.size() * 4, '\0');
    char* from = text.data();
    char* at = out.data();
    std::size_t from_left = text.size();
    std::size_t left = out.size();
    REQUIRE(iconv(cd, &from, &from_left, &at, &left) != static_cast<std::size_t>(-1));
    iconv_close(cd);
    out.resize(out.size() - left);
    return out;
}

const std::string small = "申请号,名称,申请人\n201810000001.5,一种织机,甲厂\n201810000002.X,一种锭子,乙厂\n";
const Rows small_rows{{"申请号", "名称", "申请人"},
                      {"201810000001.5", "一种织机", "甲厂"},
                      {"201810000002.X", "一种锭子", "乙厂"}};

} // namespace

TEST_CASE("tables: quotes, doubled quotes and line ends inside cells follow RFC 4180") {
    const TempFile file{"a.csv",
                        "a,b,c\r\n\"x,1\",\"say \"\"hi\"\"\",\"two\r\nlines\"\r\n\r\n,,\r\nlast, ,\"\"\r\n"};
    const auto tables = reading::read(file.path());
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].rows == Rows{{"a", "b", "c"}, {"x,1", "say \"hi\"", "two\nlines"}, {"last", " ", ""}});
    CHECK(tables[0].numbers == std::vector<std::uint64_t>{1, 2, 6});
    CHECK(tables[0].info.format == "csv");
}

TEST_CASE("tables: tabs and semicolons are told from commas inside cells") {
    const TempFile tabs{"a", "number\ttitle\nCN1\tOne, two, three\nCN2\tFour, five\n"};
    CHECK(reading::read(tabs.path())[0].rows[1] == std::vector<std::string>{"CN1", "One, two, three"});
    const TempFile semicolons{"b", "Title;Inventors;No\nA, with, commas;B;1\nC;\"D;E\";2\n"};
    CHECK(reading::read(semicolons.path())[0].rows[2] == std::vector<std::string>{"C", "D;E", "2"});
    const TempFile stray{"c", "number\ttitle\tx\n1\t\"open\t3\n2\tb\t4\n3\tc\t5\n"};
    CHECK(reading::read(stray.path())[0].rows.size() == 4);
}

TEST_CASE("tables: the same rows come out of every encoding") {
    std::string text = small;
    for (int i = 0; i < 40; ++i) {
        text += fmt::format("2018{:08}.1,一种带有清选筛的收获机,晋中农机有限公司\n", i);
    }
    for (const char* encoding : {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "BIG5"}) {
        const bool big5 = std::string_view{encoding} == "BIG5";
        const std::string source = big5 ? "申請號,名稱,申請人\n1,一種織機的紗線張力控制裝置與方法,甲廠\n2,"
                                          "一種錠子之間的連接結構,乙廠\n"
                                        : text;
        const auto bytes = encode(source, encoding);
        const TempFile file{"a.csv", bytes};
        const auto tables = reading::read(file.path());
        CHECK(tables[0].info.encoding == encoding);
        CHECK(tables[0].rows[0][2] == (big5 ? "申請人" : "申请人"));
    }
    const TempFile with_mark{"b.csv", "\xef\xbb\xbf" + small};
    CHECK(reading::read(with_mark.path())[0].rows == small_rows);
    const TempFile mark_16{"c.csv", "\xff\xfe" + encode(small, "UTF-16LE")};
    CHECK(reading::read(mark_16.path())[0].rows == small_rows);
}

TEST_CASE("tables: text that turns Chinese only far down is still read in its encoding") {
    std::string text = "number,title,applicant\n";
    while (text.size() < 3'000'000) {
        text += "US7131597B2,a device,someone\n";
    }
    const auto rows_before = static_cast<std::size_t>(std::ranges::count(text, '\n'));
    const TempFile file{"late.csv", text + encode("CN1,一种专利名称,甲\n", "GB18030")};
    const auto tables = reading::read(file.path());
    REQUIRE(tables[0].rows.size() == rows_before + 1);
    CHECK(tables[0].rows.back()[1] == "一种专利名称");
}

TEST_CASE("tables: a row with broken bytes is marked, the others stand") {
    std::string text = small;
    for (int i = 0; i < 100; ++i) {
        text += "201810000003.8,一种带有清选筛和控制柜的马铃薯收获机,寿阳县农业科技有限公司\n";
    }
    const TempFile file{"a.csv", text + "201810000004.6,坏\xe7\xbb,丙厂\n" + "201810000005.4,好,丁厂\n"};
    const auto tables = reading::read(file.path());
    const auto& faults = tables[0].faults;
    CHECK(std::ranges::count(faults, TableRow::Fault::bad_text) == 1);
    CHECK(faults[faults.size() - 2] == TableRow::Fault::bad_text);
    CHECK(tables[0].rows.back()[2] == "丁厂");
}

TEST_CASE("tables: packed files are told by their bytes and give the same rows") {
    for (const char* filter : {"gzip", "xz", "zstd", "bzip2"}) {
        const TempFile file{"table.dat"};
        reading::pack(file.path(), filter, small);
        CHECK(reading::read(file.path())[0].rows == small_rows);
    }
    const TempFile zip{"table.csv"};
    reading::make_zip(zip.path(), {{"__MACOSX/._导出.csv", "x"}, {"导出.csv", small}});
    const auto tables = reading::read(zip.path());
    CHECK(tables[0].rows == small_rows);
    CHECK(tables[0].info.name == "导出.csv");
    const TempFile two{"two.zip"};
    reading::make_zip(two.path(), {{"a.csv", small}, {"b.csv", small}});
    CHECK_THAT(reading::refusal(two.path()), Contains("holds 2 files"));
}

TEST_CASE("tables: a packed file cut off at any place is one clear error") {
    std::string text = small;
    for (int i = 0; i < 2000; ++i) {
        text += fmt::format("2018{:08}.1,一种收获机{},甲{}\n", i * 7919 % 100003, i * 31 % 997, i);
    }
    for (const char* filter : {"gzip", "xz", "zstd", "bzip2"}) {
        const TempFile file{"cut"};
        reading::pack(file.path(), filter, text);
        const auto whole = file.bytes();
        for (const auto share : {0.3, 0.7, 0.999}) {
            file.write(whole.substr(0, static_cast<std::size_t>(static_cast<double>(whole.size()) * share)));
            INFO(filter << ' ' << share);
            CHECK_THAT(reading::refusal(file.path()),
                       Contains("damaged or cut off") && Contains(file.path()));
        }
    }
}

TEST_CASE("tables: a decompression bomb is refused within bounds") {
    const TempFile file{"bomb.gz"};
    reading::pack(file.path(), "gzip", std::string(std::size_t{40} << 20, 'a'));
    CHECK_THAT(reading::refusal(file.path()), Contains("decompression bomb"));
    CHECK_THAT(reading::refusal(file.path(), {.unpacked_bytes = 1 << 20}), Contains("beyond the limit"));
}

TEST_CASE("tables: a cell of ten megabytes marks its row and leaves the others whole") {
    const TempFile file{"big.csv", "a,b\n1,2\n" + std::string(std::size_t{10} << 20, 'x') + ",3\n4,5\n"};
    const auto tables = reading::read(file.path());
    REQUIRE(tables[0].rows.size() == 4);
    CHECK(tables[0].faults == std::vector{TableRow::Fault::none, TableRow::Fault::none,
                                          TableRow::Fault::cell_too_large, TableRow::Fault::none});
    CHECK(tables[0].rows[2][0].size() == std::size_t{8} << 20);
    CHECK(tables[0].rows[3] == std::vector<std::string>{"4", "5"});
}

TEST_CASE("tables: a quote that is never closed is told") {
    const TempFile file{"open.csv", "a,b\n1,2\n3,\"4\n5,6\n"};
    CHECK(reading::read(file.path())[0].faults.back() == TableRow::Fault::open_quote);
}

TEST_CASE("tables: JSON lines become rows whose headings are all the keys") {
    const TempFile file{
        "a.jsonl",
        "{\"申请号\":\"CN1\",\"n\":3}\n\n{\"n\":2.50,\"发明人\":[\"甲\",\"乙\"],\"x\":null,\"o\":{\"k\":1}}\n"
        "{broken\n[1]\n{\"b\":true}\n"};
    const auto tables = reading::read(file.path());
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].info.keyed);
    CHECK(tables[0].rows[0] == std::vector<std::string>{"申请号", "n", "发明人", "x", "o", "b"});
    CHECK(tables[0].rows[1] == std::vector<std::string>{"CN1", "3", "", "", "", ""});
    CHECK(tables[0].rows[2] == std::vector<std::string>{"", "2.5", "甲\n乙", "", "{\"k\":1}", ""});
    CHECK(tables[0].faults[3] == TableRow::Fault::bad_json);
    CHECK(tables[0].faults[4] == TableRow::Fault::bad_json);
    CHECK(tables[0].rows[5][5] == "true");
    CHECK(tables[0].numbers == std::vector<std::uint64_t>{0, 1, 3, 4, 5, 6});
}

TEST_CASE("tables: what is no table is refused in one sentence that names the file") {
    const TempFile empty{"empty.csv"};
    std::ofstream{empty.path()};
    CHECK_THAT(reading::refusal(empty.path()), Contains(empty.path()) && Contains("empty"));
    CHECK_THAT(reading::refusal("/nowhere/a.csv"), Contains("no such file"));
    const TempFile blank{"blank.csv", " \n\t\n"};
    CHECK_THAT(reading::refusal(blank.path()), Contains("blanks"));
    const TempFile pdf{"a.csv", "%PDF-1.4 and so on"};
    CHECK_THAT(reading::refusal(pdf.path()), Contains("PDF"));
    const TempFile page{"a.xls", "<html><table><tr><td> </td></tr></table><p>1</p></html>"};
    CHECK_THAT(reading::refusal(page.path()), Contains("web page"));
    const TempFile saved_page{"a.xls", "MIME-Version: 1.0\nContent-Type: multipart/related\n"};
    CHECK_THAT(reading::refusal(saved_page.path()), Contains("single file"));
    std::string noise;
    for (int i = 0; i < 5000; ++i) {
        noise += static_cast<char>((i * 7919 + i / 3 * 104729) >> 3);
    }
    const TempFile bytes{"a.csv", noise};
    CHECK_THAT(reading::refusal(bytes.path()), Contains("no text"));
    const TempFile array{"a.json", "[{\"a\":1}]"};
    CHECK_THAT(reading::refusal(array.path()), Contains("JSON array"));
    const TempFile wide{"wide.csv", "a,b\n" + std::string(300, ',') + "\n"};
    CHECK_THAT(reading::refusal(wide.path(), {.columns = 200}), Contains("more than 200 cells"));
}

} // namespace test_table_reader
