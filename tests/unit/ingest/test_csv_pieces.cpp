// SPDX-License-Identifier: GPL-3.0-or-later
// Separated values against a definition that reads one character after the other, however the text is cut.
#include <longmen/ingest/detail/csv.hpp>

#include <catch2/catch.hpp>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace test_csv_pieces {

namespace {

using namespace longmen::ingest;
using Rows = std::vector<std::vector<std::string>>;

/// RFC 4180, and what this project adds: CR alone ends a row, text behind a closing quote belongs to the
/// cell.
Rows slowly(std::string_view text) {
    Rows rows;
    std::vector<std::string> row(1);
    bool quoted = false;
    bool closed = false;
    bool begun = false; // the cell has had a quote or text
    const auto end_row = [&] {
        bool any = false;
        for (const auto& cell : row) {
            any = any || !cell.empty();
        }
        if (any) {
            rows.push_back(row);
        }
        row.assign(1, {});
        begun = false;
        closed = false;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool return_and_feed = c == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (quoted && c == '"') {
            quoted = i + 1 < text.size() && text[i + 1] == '"';
            closed = !quoted;
            row.back() += quoted ? "\"" : "";
            i += quoted ? 1 : 0;
        } else if (quoted) {
            row.back() += c == '\r' ? '\n' : c;
            i += return_and_feed ? 1 : 0;
        } else if (c == ',') {
            row.emplace_back();
            begun = false;
            closed = false;
        } else if (c == '\n' || c == '\r') {
            end_row();
            i += return_and_feed ? 1 : 0;
        } else if (c == '"' && !begun && !closed) {
            quoted = true;
            begun = true;
        } else {
            row.back() += c;
            begun = true;
        }
    }
    end_row();
    return rows;
}

template <typename NextSize>
Rows in_pieces(const std::string& text, NextSize next_size) {
    Rows rows;
    detail::CsvParser parser{
        "", {}, {}, [&](const TableRow& row) { rows.emplace_back(row.cells.begin(), row.cells.end()); }};
    for (std::size_t at = 0; at < text.size();) {
        std::string piece =
            text.substr(at, next_size()); // of its own, so that views of the last one would show
        at += piece.size();
        parser.feed(piece);
    }
    parser.finish();
    return rows;
}

} // namespace

TEST_CASE("csv: rows are the same however the text is cut, and as one character after the other gives them") {
    constexpr std::array<std::string_view, 12> parts{
        ",",    "\"", "\"",   "\n", "\r\n", "\r",
        "\"\"", "a",  "中文", "",   " ",    "a longer run of plain text that fills blocks"};
    std::mt19937 random{20261127};
    for (int round = 0; round < 4000; ++round) {
        std::string text;
        const auto length = random() % (round % 10 == 0 ? 200 : 24);
        for (std::size_t i = 0; i < length; ++i) {
            text += parts[random() % parts.size()];
        }
        const auto expected = slowly(text);
        CAPTURE(text);
        REQUIRE(in_pieces(text, [] { return std::size_t{1}; }) == expected);
        REQUIRE(in_pieces(text, [&] { return std::size_t{1} + random() % 7; }) == expected);
        REQUIRE(in_pieces(text, [&] { return std::size_t{1} + random() % 150; }) == expected);
        REQUIRE(in_pieces(text, [&] { return text.size(); }) == expected);
    }
}

TEST_CASE("csv: lines are counted and broken text is told across pieces") {
    const std::string text = "h1,h2\r\n\"a\r\nb\",1\r\n\r\nx,\xff\r\ny,\xe4\xb8\xad\n";
    for (std::size_t size = 1; size <= text.size(); ++size) {
        std::vector<std::string> seen;
        detail::CsvParser parser{"", {}, {}, [&](const TableRow& row) {
                                     seen.push_back(std::to_string(row.number) +
                                                    (row.fault == TableRow::Fault::bad_text ? "!" : ""));
                                 }};
        for (std::size_t at = 0; at < text.size(); at += size) {
            const std::string piece = text.substr(at, size);
            parser.feed(piece);
        }
        parser.finish();
        CHECK(seen == std::vector<std::string>{"1", "2", "5!", "6"});
    }
}

} // namespace test_csv_pieces
