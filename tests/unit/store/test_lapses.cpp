// SPDX-License-Identifier: GPL-3.0-or-later
// Lapses from the status of records and from their events.
#include <longmen/store/lapses.hpp>
#include <longmen/store/load.hpp>

#include <catch2/catch.hpp>
#include <support/terms.hpp>
#include <support/workspace.hpp>

namespace test_lapses {

using namespace longmen;
using test::import_rows;
using test::patent_row;

TEST_CASE("lapses: by the date of the status, else of the last event; none where it is another") {
    const test::Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    const auto row = [](std::uint64_t at, const char* number, const char* status, const char* date) {
        std::vector<std::pair<Field, std::string>> values{
            {Field::app_no, number}, {Field::app_date, "2010-03-01"}, {Field::status, status}};
        if (*date != '\0') {
            values.emplace_back(Field::status_date, date);
        }
        return patent_row(at, std::move(values));
    };
    auto by_event = row(3, "CN201010000002", "fee_lapsed", "");
    by_event.events.push_back({0, {}, "fee_lapsed", "2014-05-01", {}});
    by_event.events.push_back({0, {}, "fee_lapsed", "2017-05-01", {}});
    by_event.events.push_back({0, {}, "pledge", "2019-05-01", {}});
    auto restored = row(4, "CN201010000003", "granted", "2016-01-01");
    restored.events.push_back({0, {}, "fee_lapsed", "2015-05-01", {}});
    import_rows(workspace, {row(2, "CN201010000001", "fee_lapsed", "2016-03-01"), by_event, restored,
                            row(5, "CN201010000004", "fee_lapsed", "")});
    const auto corpus = store::load_corpus(workspace, test::terms());
    const auto lapses = store::load_lapses(workspace);
    CHECK(lapses.size() == 2);
    for (const auto& patent : corpus.patents) {
        const auto found = lapses.find(patent.id);
        const std::string day = found == lapses.end() ? "" : found->second.iso();
        CHECK(day == (patent.app_no == "CN201010000001"   ? "2016-03-01"
                      : patent.app_no == "CN201010000002" ? "2017-05-01"
                                                          : ""));
    }
}

} // namespace test_lapses
