// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for documents of every office: splitting, packing, entities, hostile and broken files.
#include "documents.hpp"

#include <longmen/ingest/documents.hpp>

namespace test_documents {

using namespace longmen;
using Catch::Matchers::Contains;
using reading::make_tar;
using reading::make_zip;
using reading::Part;
using reading::read_document;
using reading::TempFile;
using reading::us_grant;
using reading::value;

namespace {

constexpr auto no_options = [] { return ingest::ReadOptions{}; };

ingest::ReadOptions with_limit(std::size_t bytes) {
    ingest::ReadOptions options;
    options.limits.document_bytes = bytes;
    return options;
}

} // namespace

TEST_CASE("documents: one after another in a file, each with its own declaration", "[ingest]") {
    const auto got = read_document(us_grant("08930553", "One") + us_grant("08930554", "Two") +
                                   "<!DOCTYPE us-patent-grant SYSTEM \"us.dtd\" [ ]>\n" +
                                   us_grant("08930555", "Three").substr(39));
    REQUIRE(got.patents.size() == 3);
    CHECK(value(got.patents[0], Field::pub_no) == "US8930553B2");
    CHECK(value(got.patents[2], Field::title) == "Three");
    CHECK(got.patents[0].row == 1);
    CHECK(got.patents[2].row == 3);
    REQUIRE(got.tables.size() == 1);
    CHECK(got.tables[0].source == "uspto_redbook");
    CHECK(got.tables[0].kind == "patents");
}

TEST_CASE("documents: the column of a value is counted in the table's columns and named by its path",
          "[ingest]") {
    const auto got = read_document(us_grant("08930553", "One"));
    CHECK(reading::heading(got, Field::title) ==
          "us-patent-grant/us-bibliographic-data-grant/invention-title");
    CHECK(reading::heading(got, Field::app_date) ==
          "us-patent-grant/us-bibliographic-data-grant/application-reference/document-id");
    for (const auto& [field, text, column] : got.patents[0].values) {
        CHECK(column >= 1);
        CHECK(column <= got.tables[0].columns.size());
    }
}

TEST_CASE("documents: many files in a tar or zip, packed or not, are one row of documents", "[ingest]") {
    const std::vector<Part> parts{{"a/1.xml", us_grant("08930553", "One")},
                                  {"a/2.xml", us_grant("08930554", "Two") + us_grant("08930555", "Three")},
                                  {"a/readme.txt", "no document"},
                                  {"a/3.TIF", "II*"}};
    const TempFile tar{"d.tar"};
    make_tar(tar.path(), "none", parts);
    const TempFile packed{"d.tar.xz"};
    make_tar(packed.path(), "xz", parts);
    const TempFile zip{"d.zip"};
    make_zip(zip.path(), parts);
    for (const auto* file : {&tar, &packed, &zip}) {
        const auto got = reading::read_path(file->path());
        REQUIRE(got.patents.size() == 3);
        CHECK(got.patents[2].row == 3);
        CHECK(value(got.patents[2], Field::title) == "Three");
        CHECK(got.skipped == std::vector<std::string>{"a/readme.txt", "a/3.TIF"});
        REQUIRE(got.tables.size() == 1);
        CHECK(got.tables[0].part.empty());
    }
}

TEST_CASE("documents: gz, xz, zst and bz2 open by content", "[ingest]") {
    for (const std::string filter : {"gzip", "xz", "zstd", "bzip2"}) {
        const TempFile file{"table.csv"};
        reading::pack(file.path(), filter, us_grant("08930553", "One") + us_grant("08930554", "Two"));
        CHECK(reading::read_path(file.path()).patents.size() == 2);
    }
}

TEST_CASE("documents: kinds of several offices in one archive are a table each", "[ingest]") {
    const TempFile tar{"mixed.tar"};
    make_tar(tar.path(), "none",
             {{"1.xml", us_grant("08930553", "One")},
              {"2.xml",
               "<doc><str name=\"Patent Number\">US7604742</str><str name=\"Kind Code\">B2</str></doc>"}});
    const auto got = reading::read_path(tar.path());
    REQUIRE(got.tables.size() == 2);
    CHECK(got.tables[0].source == "uspto_redbook");
    CHECK(got.tables[0].part == "1.xml");
    CHECK(got.tables[1].source == "patsnap_xml");
    REQUIRE(got.patents.size() == 2);
    CHECK(got.patents[1].row == 2);
}

TEST_CASE("documents: named characters become characters, unknown ones stay", "[ingest]") {
    const auto got =
        read_document(us_grant("08930553", "10 &mgr;m &mdash; 5&deg;C &amp; &nosuchname; &#x3b1;"));
    REQUIRE(got.patents.size() == 1);
    CHECK(value(got.patents[0], Field::title) == "10 μm — 5°C & &nosuchname; α");
}

TEST_CASE("documents: entities of the document are taken when small, refused when they could grow",
          "[ingest]") {
    const auto declared = [](const std::string& entities) {
        return "<!DOCTYPE us-patent-grant SYSTEM \"us.dtd\" [" + entities + "]>\n";
    };
    const auto small = read_document(us_grant("1", "&co; lamp", {}, declared("<!ENTITY co \"Acme\">")));
    REQUIRE(small.patents.size() == 1);
    CHECK(value(small.patents[0], Field::title) == "Acme lamp");

    std::string bomb = "<!ENTITY a0 \"haha\">";
    for (int i = 1; i < 30; ++i) {
        bomb += fmt::format("<!ENTITY a{} \"&a{};&a{};\">", i, i - 1, i - 1);
    }
    const auto refused =
        read_document(us_grant("2", "&a29;", {}, declared(bomb)) + us_grant("3", "After it"));
    REQUIRE(refused.patents.size() == 1);
    CHECK(value(refused.patents[0], Field::title) == "After it");
    REQUIRE(refused.rejected.size() == 1);
    CHECK(refused.rejected[0].why.row == 1);
    CHECK(refused.rejected[0].why.column == "DOCTYPE");

    const auto large = read_document(
        us_grant("4", "&big;", {}, declared("<!ENTITY big \"" + std::string(4000, 'x') + "\">")));
    CHECK(large.patents.empty());
    CHECK(large.rejected.size() == 1);
}

TEST_CASE("documents: external entities are never loaded", "[ingest]") {
    const TempFile secret{"secret", "TOP SECRET"};
    const auto got = read_document(us_grant(
        "1", "a &ext; b", {}, "<!DOCTYPE us-patent-grant [<!ENTITY ext SYSTEM \"" + secret.path() + "\">]>"));
    for (const auto& row : got.patents) {
        CHECK(value(row, Field::title).find("SECRET") == std::string::npos);
    }
}

TEST_CASE("documents: pictures declared as entities do no harm", "[ingest]") {
    const auto got = read_document(us_grant(
        "1", "Lamp", {},
        "<!DOCTYPE us-patent-grant SYSTEM \"x.dtd\" [<!-- it's a comment > -->\n<!NOTATION TIF SYSTEM \"\">"
        "<!ENTITY D1 SYSTEM \"US1-D1.TIF\" NDATA TIF>]>"));
    REQUIRE(got.patents.size() == 1);
    CHECK(got.rejected.empty());
}

TEST_CASE("documents: a broken document is rejected with its place, the others go in", "[ingest]") {
    auto broken = us_grant("08930554", "Two");
    broken.replace(broken.find("</invention-title>"), 18, "</wrong>");
    const auto got = read_document(us_grant("08930553", "One") + broken + us_grant("08930555", "Three"));
    CHECK(got.patents.size() == 2);
    REQUIRE(got.rejected.size() == 1);
    CHECK(got.rejected[0].why.row == 2);
    CHECK(got.rejected[0].why.column == "us-patent-grant/us-bibliographic-data-grant/invention-title");
    CHECK(got.patents[1].row == 3);
}

TEST_CASE("documents: one that lacks its end does not swallow the next", "[ingest]") {
    auto open = us_grant("08930553", "One");
    open.resize(open.size() / 2);
    const auto got = read_document(open + "\n" + us_grant("08930554", "Two"));
    REQUIRE(got.patents.size() == 1);
    CHECK(value(got.patents[0], Field::title) == "Two");
    CHECK(got.rejected.size() == 1);

    const auto last = read_document(us_grant("08930554", "Two") + open);
    CHECK(last.patents.size() == 1);
    CHECK(last.rejected.size() == 1);
}

TEST_CASE("documents: beyond the limit a document is passed over, not kept in memory", "[ingest]") {
    const auto large =
        us_grant("1", "Large", "<description><p>" + std::string(100000, 'x') + "</p></description>");
    const auto got =
        read_document(us_grant("2", "Before") + large + us_grant("3", "After"), "d", with_limit(20000));
    REQUIRE(got.patents.size() == 2);
    CHECK(value(got.patents[1], Field::title) == "After");
    REQUIRE(got.rejected.size() == 1);
    CHECK(got.rejected[0].why.code == DiagnosticCode::document_too_large);
    CHECK(got.rejected[0].why.row == 2);
}

TEST_CASE("documents: deep nesting is refused", "[ingest]") {
    std::string deep;
    for (int i = 0; i < 5000; ++i) {
        deep += "<x>";
    }
    std::string ends;
    for (int i = 0; i < 5000; ++i) {
        ends += "</x>";
    }
    const auto got = read_document(us_grant("1", "Deep", deep + ends) + us_grant("2", "Flat"));
    CHECK(got.patents.size() == 1);
    CHECK(got.rejected.size() == 1);
}

TEST_CASE("documents: an element of another kind between them is rejected by its name", "[ingest]") {
    const auto got = read_document(us_grant("08930553", "One") +
                                   "<?xml version=\"1.0\"?>\n<sequence-cwu><x>1</x></sequence-cwu>\n" +
                                   us_grant("08930554", "Two"));
    CHECK(got.patents.size() == 2);
    REQUIRE(got.rejected.size() == 1);
    CHECK(got.rejected[0].why.code == DiagnosticCode::unknown_document);
    CHECK(got.rejected[0].why.column == "sequence-cwu");
    CHECK(got.rejected[0].why.row == 2);
}

TEST_CASE("documents: without any number a document is rejected", "[ingest]") {
    const auto got = read_document("<doc><str name=\"Title\">A lamp</str></doc>");
    CHECK(got.patents.empty());
    REQUIRE(got.rejected.size() == 1);
    CHECK(got.rejected[0].why.code == DiagnosticCode::no_number);
    REQUIRE(!got.rejected[0].cells.empty());
    CHECK(got.rejected[0].cells[0].second == "A lamp");
}

TEST_CASE("documents: UTF-16 and GB18030 are decoded first", "[ingest]") {
    std::string utf16 = "\xff\xfe";
    for (const char c : us_grant("08930553", "Lamp")) {
        utf16 += c;
        utf16 += '\0';
    }
    CHECK(read_document(utf16).patents.size() == 1);
    const auto got = read_document("\xef\xbb\xbf" + us_grant("08930553", "灯"));
    REQUIRE(got.patents.size() == 1);
    CHECK(value(got.patents[0], Field::title) == "灯");
}

TEST_CASE("documents: a file that is none is left to the tables", "[ingest]") {
    CHECK(reading::read_text("申请号,名称\n201110314278.2,灯\n").patents.size() == 1);
    CHECK_THROWS_WITH(read_document("<?xml version=\"1.0\"?><scheme><item>A01L</item></scheme>"),
                      Contains("known kind of patent document"));
    CHECK_THROWS_WITH(read_document("<html><body>us-patent-grant</body></html>"), Contains("web page"));
    auto options = no_options();
    options.kind = "events";
    CHECK_THROWS_AS(read_document(us_grant("1", "One"), "d", options), DataError);
}

TEST_CASE("documents: a source asked for takes its own documents only", "[ingest]") {
    auto options = no_options();
    options.source = "uspto_redbook";
    CHECK(read_document(us_grant("08930553", "One"), "d", options).patents.size() == 1);
    options.source = "epo";
    CHECK_THROWS_WITH(read_document(us_grant("08930553", "One"), "d", options), Contains("`epo`"));
}

TEST_CASE("documents: models read once serve many files", "[ingest]") {
    const auto models = ingest::DocumentModels::read(reading::models());
    CHECK(models.has("cnipa"));
    CHECK_FALSE(models.has("incopat"));
    const TempFile file{"one.xml", us_grant("08930553", "One")};
    Progress silent;
    for (int i = 0; i < 2; ++i) {
        reading::RowRecorder recorder;
        const auto report = ingest::read_documents(file.path(), {}, models, recorder, silent);
        REQUIRE(report);
        CHECK(recorder.patents.size() == 1);
    }
    const TempFile table{"table.csv", "申请号\n201110314278.2\n"};
    reading::RowRecorder recorder;
    CHECK_FALSE(ingest::read_documents(table.path(), {}, models, recorder, silent));
}

TEST_CASE("documents: many without an end cost no more than their bytes", "[ingest]") {
    std::string open;
    for (int i = 0; i < 100000; ++i) {
        open += "<?xml version=\"1.0\"?>\n<us-patent-grant>\n";
    }
    const auto got = read_document(open + us_grant("1", "Last"));
    CHECK(got.rejected.size() == 100000);
    REQUIRE(got.patents.size() == 1);
    CHECK(value(got.patents[0], Field::title) == "Last");
}

TEST_CASE("documents: endless names and many unknown elements are bounded", "[ingest]") {
    const std::string name(5000, 'n');
    const auto named = read_document(us_grant("1", "Named", "<" + name + "></" + name + ">"));
    CHECK(named.patents.empty());
    CHECK(named.rejected.size() == 1);
    std::string many;
    for (int i = 0; i < 50000; ++i) {
        many += fmt::format("<x{}>v</x{}>", i, i);
    }
    auto grant = us_grant("1", "Many");
    grant.insert(grant.find("</us-bibliographic-data-grant>"), many);
    const auto got = read_document(grant);
    REQUIRE(got.patents.size() == 1);
    CHECK(got.patents[0].extras.size() == 50000);
}

} // namespace test_documents
