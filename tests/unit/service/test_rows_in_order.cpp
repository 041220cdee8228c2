// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of pieces come in order, whichever is ready first; what fails ends all.
#include <longmen/service/detail/rows_in_order.hpp>

#include <catch2/catch.hpp>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>

namespace test_rows_in_order {

using namespace longmen;

namespace {

constexpr std::size_t items = 1003;
constexpr std::size_t items_of_piece = 10;

/// Pieces of which every seventh takes longer.
void append_numbers(std::string& text, std::size_t begin, std::size_t end) {
    if (begin / items_of_piece % 7 == 0) {
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    for (auto item = begin; item < end; ++item) {
        text += std::to_string(item) + '\n';
    }
}

} // namespace

TEST_CASE("rows in order: the same text for any number of threads") {
    std::string expected;
    for (std::size_t item = 0; item < items; ++item) {
        expected += std::to_string(item) + '\n';
    }
    for (const unsigned count : {1U, 2U, 5U}) {
        Threads threads{count};
        std::string text;
        std::atomic<int> inside{0};
        bool alone = true;
        service::detail::pieces_in_order(
            items, items_of_piece, threads,
            [&](std::string_view piece) {
                alone = ++inside == 1 && alone;
                text += piece;
                --inside;
            },
            [](std::string& piece, std::size_t begin, std::size_t end, unsigned) {
                append_numbers(piece, begin, end);
            });
        CHECK(text == expected);
        CHECK(alone);
        std::string rows;
        service::detail::rows_in_order(
            items, threads, [&](std::string_view piece) { rows += piece; },
            [](std::string& row, std::size_t item) { row += std::to_string(item) + '\n'; });
        CHECK(rows == expected);
    }
}

TEST_CASE("rows in order: what a piece or the sink throws is thrown on, and nothing waits for it") {
    for (const unsigned count : {1U, 4U}) {
        Threads threads{count};
        const auto run = [&](std::size_t bad_piece, bool bad_sink) {
            std::size_t sunk = 0;
            service::detail::pieces_in_order(
                items, items_of_piece, threads,
                [&](std::string_view) {
                    if (bad_sink && ++sunk == 20) {
                        throw std::runtime_error{"sink"};
                    }
                },
                [&](std::string& piece, std::size_t begin, std::size_t end, unsigned) {
                    append_numbers(piece, begin, end);
                    if (begin / items_of_piece == bad_piece) {
                        throw std::runtime_error{"piece"};
                    }
                });
        };
        CHECK_THROWS_WITH(run(30, false), "piece");
        CHECK_THROWS_WITH(run(0, false), "piece");
        CHECK_THROWS_WITH(run(items, true), "sink");
        CHECK_NOTHROW(run(items, false));
    }
}

} // namespace test_rows_in_order
