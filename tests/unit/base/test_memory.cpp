// SPDX-License-Identifier: GPL-3.0-or-later
// What is freed goes back; what is held stays.
#include <longmen/base/memory.hpp>

#include <catch2/catch.hpp>

#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace test_memory {

namespace {

/// Pages of this process that lie in memory.
long resident() {
    std::ifstream file{"/proc/self/statm"};
    long all = 0;
    long held = 0;
    file >> all >> held;
    return held;
}

} // namespace

TEST_CASE("memory: pages of many freed objects go back, and those held keep their content") {
    constexpr std::size_t objects = 200000;
    constexpr std::size_t size = 512; // below what the allocator maps by itself: 100 MB in all
    std::vector<std::unique_ptr<std::string>> held;
    for (std::size_t i = 0; i < objects; ++i) {
        held.push_back(std::make_unique<std::string>(size, static_cast<char>('a' + i % 26)));
    }
    const auto full = resident();
    for (std::size_t i = 0; i + 1 < objects; ++i) { // the last one keeps the end of the heap in use
        held[i].reset();
    }
    longmen::give_back_freed();
    constexpr long page = 4096;
    if (full > 0) {
        CHECK(full - resident() > static_cast<long>(objects * size) / page / 2);
    }
    CHECK(*held.back() == std::string(size, static_cast<char>('a' + (objects - 1) % 26)));
}

} // namespace test_memory
