// SPDX-License-Identifier: GPL-3.0-or-later
// Memory for large columns.
#include <longmen/base/buffer.hpp>

#include <catch2/catch.hpp>

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

} // namespace test_buffer
