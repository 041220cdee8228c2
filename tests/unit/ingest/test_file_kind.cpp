// SPDX-License-Identifier: GPL-3.0-or-later
// The kind of a file from its first rows, whatever the rest of it is.
#include "recording.hpp"

#include <longmen/ingest/file_kind.hpp>

namespace test_file_kind {

using namespace longmen;
using namespace longmen::ingest;

namespace {

std::optional<TableKind> kind_of(const std::string& text, const std::string& source = "") {
    const reading::TempFile file{"table.tsv", text};
    ReadOptions options;
    options.models_folder = reading::models();
    options.source = source;
    return first_kind(file.path(), Profiles::read(options.models_folder), options);
}

} // namespace

TEST_CASE("file kind: from the heading, below titles too", "[ingest]") {
    CHECK(kind_of("person_id\tperson_name\tperson_ctry_code\n1\tA\tCN\n") == TableKind::referents);
    CHECK(kind_of("person_id\tappln_id\tapplt_seq_nr\n1\t2\t1\n") == TableKind::patents);
    CHECK(kind_of("企业名单,\n企业名称,统一社会信用代码,曾用名,所属园区\n甲,,,\n") == TableKind::enterprises);
    CHECK(kind_of("日期,天气,温度\n1,2,3\n") == std::nullopt);
    CHECK(kind_of("a,b\n1,2\n", "figures") == TableKind::figures);
}

TEST_CASE("file kind: a file that cannot be read has none, and is not complained of", "[ingest]") {
    ReadOptions options;
    options.models_folder = reading::models();
    const auto profiles = Profiles::read(options.models_folder);
    CHECK(first_kind("/nowhere/at.all", profiles, options) == std::nullopt);
    const reading::TempFile cut{"cut.gz", std::string("\x1f\x8b\x08\0\0", 5)};
    CHECK(first_kind(cut.path(), profiles, options) == std::nullopt);
}

TEST_CASE("file kind: the first rows are enough", "[ingest]") {
    std::string text = "person_id\tperson_name\tperson_ctry_code\n1\tA\tCN\n";
    text += std::string(100, 'x') + "\t\"never closed\n"; // an import would reject this row
    CHECK(kind_of(text) == TableKind::referents);
}

} // namespace test_file_kind
