// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of records put together: order, repetition, kept cells, and no trace of the order of the table.
#include <longmen/base/errors.hpp>
#include <longmen/store/part_gather.hpp>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <random>

namespace test_part_gather {

using namespace longmen;

namespace {

PartRow part(std::uint64_t row, const std::string& record, Field field, const std::string& value,
             std::int64_t order, std::vector<ExtraValue> extras = {}) {
    PartRow result;
    result.row = row;
    result.record = {Field::source_ids, record, 1};
    result.parts.push_back({{field, value, 2}, order});
    result.extras = std::move(extras);
    return result;
}

std::string text_of(const PatentRow& row) {
    auto text = fmt::format("row {} of {}", row.row, row.rows);
    for (const auto& value : row.values) {
        text += fmt::format("|{}={}", field_info(value.field).key, value.value);
    }
    for (const auto& [heading, cells] : row.extras) {
        text += fmt::format("|{}:{}", heading, cells);
    }
    return text;
}

std::vector<std::string> gathered(const std::vector<PartRow>& rows) {
    store::PartGather gather;
    for (const auto& row : rows) {
        gather.add(row);
    }
    std::vector<std::string> texts;
    gather.finish([&](PatentRow row) { texts.push_back(text_of(row)); });
    return texts;
}

} // namespace

TEST_CASE("part gather: members by order then text, each once; of other fields the first", "[store]") {
    const auto texts =
        gathered({part(2, "a:b:2", Field::applicants, "Z", 1), part(3, "a:b:1", Field::applicants, "Y", 2),
                  part(4, "a:b:1", Field::country, "US", 2), part(5, "a:b:1", Field::applicants, "Z", 1),
                  part(6, "a:b:1", Field::country, "CN", 1), part(7, "a:b:1", Field::applicants, "Z", 3),
                  part(8, "a:b:1", Field::cpc, "H04B1/00", 0), part(9, "a:b:1", Field::cpc, "A01B1/00", 0)});
    CHECK(texts == std::vector<std::string>{
                       "row 3 of 7|source_ids=a:b:1|applicants=Z\nY|country=CN|cpc=A01B1/00\nH04B1/00",
                       "row 2 of 1|source_ids=a:b:2|applicants=Z"});
}

TEST_CASE("part gather: kept cells are lists of one length, blank where a row has none", "[store]") {
    const std::string odd = "3:4:\x1f\n"; // marks of any kind are text
    auto bare = part(4, "a:b:1", Field::cpc, "C", 3);
    auto kept = part(2, "a:b:1", Field::cpc, "A", 2, {{"id", "x"}, {"type", odd}});
    kept.order = 2;
    auto other = part(3, "a:b:1", Field::cpc, "B", 1, {{"type", "second"}});
    other.order = 1;
    CHECK(gathered({bare, kept, other}) ==
          std::vector<std::string>{"row 2 of 3|source_ids=a:b:1|cpc=B\nA\nC|id:\nx|type:second\n" + odd});
}

TEST_CASE("part gather: a row without parts leaves its record", "[store]") {
    PartRow bare;
    bare.row = 7;
    bare.record = {Field::source_ids, "a:b:1", 1};
    CHECK(gathered({bare}) == std::vector<std::string>{"row 7 of 1|source_ids=a:b:1"});
    CHECK(gathered({}).empty());
}

TEST_CASE("part gather: records are named by one field", "[store]") {
    store::PartGather gather;
    gather.add(part(1, "a:b:1", Field::cpc, "A", 0));
    auto other = part(2, "US1", Field::cpc, "A", 0);
    other.record.field = Field::grant_no;
    CHECK_THROWS_AS(gather.add(other), InternalError);
}

TEST_CASE("part gather: more than fits in its memory, in any order, the same", "[store]") {
    std::vector<PartRow> rows;
    constexpr int records = 2000;
    constexpr int members = 60;
    const std::string padding(200, '.'); // 24 MB in all
    for (int i = 0; i < records * members; ++i) {
        auto row = part(static_cast<std::uint64_t>(i + 2), fmt::format("a:b:{}", i % records), Field::cpc,
                        fmt::format("{}{}", i / records, padding), i / records);
        row.extras.emplace_back("n", std::to_string(i / records));
        row.order = i / records;
        rows.push_back(std::move(row));
    }
    const auto straight = gathered(rows);
    REQUIRE(straight.size() == records);
    std::shuffle(rows.begin(), rows.end(), std::mt19937{7});
    const auto shuffled = gathered(rows);
    CHECK(straight == shuffled);
    CHECK(std::ranges::count(straight[5], '\n') == 2 * (members - 1));
}

} // namespace test_part_gather
