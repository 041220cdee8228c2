// SPDX-License-Identifier: GPL-3.0-or-later
// Texts packed into one come out as they were.
#include <longmen/search/detail/packed.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace test_packed {

using namespace longmen::search::detail;

TEST_CASE("packed: any texts come out again", "[search]") {
    const std::vector<std::string> texts{"", "阀", "3:abc", std::string("a\0b\x1f\n", 5), "12"};
    std::string packed;
    for (const auto& text : texts) {
        pack(packed, text);
    }
    const auto out = unpack(packed);
    CHECK(std::vector<std::string>(out.begin(), out.end()) == texts);
    CHECK(unpack("").empty());
}

TEST_CASE("packed: what is cut off or no packing ends the list", "[search]") {
    std::string packed;
    pack(packed, "one");
    pack(packed, "two");
    for (std::size_t size = 0; size < packed.size(); ++size) {
        CHECK(unpack(std::string_view{packed}.substr(0, size)).size() == (size >= 5 ? 1 : 0));
    }
    for (const auto* wrong : {"x", "3", "3:", "-1:a", ":", "99999999999999999999999:a"}) {
        CHECK(unpack(wrong).empty());
    }
}

} // namespace test_packed
