// SPDX-License-Identifier: GPL-3.0-or-later
// Columns written, read and counted, against maps of strings.
#include "searching.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/search/detail/column_counts.hpp>
#include <longmen/search/detail/columns_writer.hpp>

#include <filesystem>
#include <map>
#include <random>

namespace test_columns {

using namespace longmen;
using namespace longmen::test;
using namespace longmen::search;

namespace {

store::TextRecord drawn(std::mt19937& random, std::size_t names) {
    store::TextRecord record;
    record.number = "CN1";
    record.family = random() % 2 == 0 ? record.number : "F" + std::to_string(random() % 40);
    record.applicants = "甲" + std::to_string(random() % names) + "\n乙" + std::to_string(random() % 3) +
                        (random() % 4 == 0 ? "\n乙0" : "");
    record.classes = random() % 5 == 0 ? "" : "H01M10/05\nH01M4/00\nH01L1/00\nF16K1/00";
    if (random() % 4 == 0) {
        record.classes = "F16J15/00\nF16K1/00\nA01B1/00";
    }
    record.pub_date = random() % 7 == 0 ? "" : std::to_string(2001 + random() % 20) + "-05-04";
    record.expiry_date = random() % 7 == 0 ? "" : std::to_string(2020 + random() % 20) + "-01-02";
    record.app_date = random() % 6 == 0 ? "" : std::to_string(2000 + random() % 20) + "-01-02";
    record.status = random() % 3 == 0 ? "" : "granted";
    return record;
}

std::vector<std::string> members(const std::string& value) {
    std::set<std::string> each;
    for (std::size_t begin = 0; begin < value.size();) {
        const auto end = std::min(value.find('\n', begin), value.size());
        each.insert(value.substr(begin, end - begin));
        begin = end + 1;
    }
    return {each.begin(), each.end()};
}

} // namespace

TEST_CASE("columns: facets and families are those of the records, also after a change", "[search]") {
    for (const std::size_t names : {3, 5000}) { // numbers of one and of two bytes
        std::mt19937 random(7);
        Folder folder;
        std::vector<store::TextRecord> records(3000);
        detail::ColumnsWriter first;
        for (std::size_t i = 1; i < records.size(); ++i) {
            records[i] = drawn(random, names);
            first.set(static_cast<std::uint32_t>(i), detail::counted_values(records[i]));
        }
        first.write(folder.path("one"));
        detail::ColumnsWriter second;
        second.add(detail::Columns::open(folder.path("one")));
        records.resize(3300);
        for (std::size_t i = 2900; i < records.size(); ++i) {
            records[i] = drawn(random, names);
            second.set(static_cast<std::uint32_t>(i), detail::counted_values(records[i]));
        }
        second.write(folder.path("two"));
        const auto columns = detail::Columns::open(folder.path("two"));
        CHECK(columns.rows() == records.size());
        std::vector<std::uint32_t> wanted;
        std::map<std::string, std::map<std::string, std::size_t>> expected;
        std::set<std::string> families;
        std::size_t alone = 0;
        for (std::uint32_t i = 1; i < records.size(); i += 1 + static_cast<std::uint32_t>(random() % 3)) {
            wanted.push_back(i);
            const auto& record = records[i];
            for (const auto& name : members(record.applicants)) {
                ++expected["applicant"][name];
            }
            for (const auto& [key, length] : {std::pair{"ipc1", 1U}, {"ipc3", 3U}, {"ipc", 4U}}) {
                std::set<std::string> cut;
                for (const auto& symbol : members(record.classes)) {
                    cut.insert(symbol.substr(0, length));
                }
                for (const auto& one : cut) {
                    ++expected[key][one];
                }
            }
            for (const auto& [key, date] : {std::pair{"year", &record.app_date},
                                            {"published", &record.pub_date},
                                            {"expires", &record.expiry_date}}) {
                if (!date->empty()) {
                    ++expected[key][date->substr(0, 4)];
                }
            }
            ++expected["status"][record.status.empty() ? "unknown" : record.status];
            record.family == record.number ? void(++alone) : void(families.insert(record.family));
        }
        CHECK(detail::families_of(columns, wanted) == families.size() + alone);
        std::vector<FacetChoice> choices;
        for (const auto& key : facet_names()) {
            choices.push_back({key, 100000});
        }
        const auto facets = detail::facets_of(columns, wanted, choices);
        REQUIRE(facets.size() == 9);
        for (const auto& facet : facets) {
            INFO(facet.key);
            std::map<std::string, std::size_t> counted;
            for (const auto& row : facet.rows) {
                counted[row.key] = row.count;
            }
            CHECK(counted == expected[facet.key]); // no county was drawn
            CHECK(facet.distinct == facet.rows.size());
            CHECK(std::ranges::is_sorted(facet.rows, [](const FacetRow& a, const FacetRow& b) {
                return a.count != b.count ? a.count > b.count : a.key < b.key;
            }));
        }
    }
}

TEST_CASE("columns: a file that is missing or cut short is an error, an index without it is made anew",
          "[search]") {
    Folder folder;
    CHECK_THROWS_AS(detail::Columns::open(folder.path("none")), DataError);
    detail::ColumnsWriter writer;
    writer.set(5, {"F1", "2001", "2003", "2021", "甲\n乙", "H01M", "granted", ""});
    writer.write(folder.path("whole"));
    CHECK(detail::Columns::open(folder.path("whole")).rows() == 6);
    std::filesystem::resize_file(folder.path("whole"), 300);
    CHECK_THROWS_AS(detail::Columns::open(folder.path("whole")), DataError);

    Library library;
    import_rows(library.workspace, {text_row(1, "阀", "阀")});
    library.update();
    const auto columns = [&] {
        std::vector<std::filesystem::path> found;
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(library.workspace.folder() + "/index")) {
            if (entry.path().filename().string().starts_with("columns-")) {
                found.push_back(entry.path());
            }
        }
        return found;
    };
    REQUIRE(columns().size() == 1);
    for (int i = 2; i < 8; ++i) {
        import_rows(library.workspace, {text_row(i, "阀", "阀")});
    }
    library.update();
    CHECK(columns().size() == 1); // of the last generation only
    std::filesystem::remove(columns().at(0));
    CHECK(library.update().made_anew);
}

} // namespace test_columns
