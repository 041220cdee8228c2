// SPDX-License-Identifier: GPL-3.0-or-later
// Memory for large columns.
#include <longmen/base/buffer.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace test_buffer {

using namespace longmen;

TEST_CASE("buffer: zeroed, moved, empty") {
    Buffer<int> none;
    CHECK(none.empty());
    Buffer<std::uint64_t> many(3'000'000);
    CHECK(many[2'999'999] == 0);
    many[7] = 5;
    Buffer<std::uint64_t> other = std::move(many);
    CHECK(other[7] == 5);
    CHECK(many.empty());
    other = Buffer<std::uint64_t>(2);
    CHECK(other.size() == 2);
    CHECK(other[1] == 0);
}

TEST_CASE("buffer: zero at first even where another one lay, unless it need not be") {
    constexpr std::size_t large = 3'000'000;
    for (const std::size_t size : {std::size_t{10}, large}) {
        for (int round = 0; round < 3; ++round) {
            Buffer<std::uint32_t> zeroed(size);
            CHECK(std::ranges::count(zeroed, 0U) == static_cast<std::ptrdiff_t>(size));
            std::ranges::fill(zeroed, 7U);
            Buffer<std::uint32_t> unfilled(size, Filled::no);
            std::ranges::fill(unfilled, 8U);
            CHECK(std::ranges::count(zeroed, 7U) == static_cast<std::ptrdiff_t>(size));
        }
    }
}

} // namespace test_buffer
