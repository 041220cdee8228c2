// SPDX-License-Identifier: GPL-3.0-or-later
// Classes in common by hand.
#include <longmen/search/nearest_classes.hpp>

#include <catch2/catch.hpp>

#include <cmath>

namespace test_nearest_classes {

using namespace longmen::search;

TEST_CASE("nearest classes: rarity of what is shared over that of what either has", "[search]") {
    NearestClasses classes;
    classes.add("H01M10/0525\nH01M10/0525\nH01M4/38"); // H01M, H01M10, H01M10/0525, H01M4, H01M4/38
    classes.add("H01M10/44");                          // H01M, H01M10, H01M10/44
    classes.add("F16J15/16");
    classes.add("");
    classes.add("H01M10/0525");
    CHECK(classes.known() == 4);
    const auto values = classes.values("H01M10/0525");
    const auto h01m = std::log(4.0 / 3);
    const auto group = std::log(4.0 / 3); // H01M10
    const auto deep = std::log(4.0 / 2);  // H01M10/0525
    const auto single = std::log(4.0);
    CHECK(values[0] == Approx((h01m + group + deep) / (h01m + group + deep + 2 * single)));
    CHECK(values[1] == Approx((h01m + group) / (h01m + group + deep + single)));
    CHECK(values[2] == 0);
    CHECK(values[3] == 0);
    CHECK(values[4] == Approx(1));
    using List = std::vector<std::string>;
    CHECK(classes.shared("H01M10/0525", 0) == List{"H01M10/0525"}); // the levels above are told by it
    CHECK(classes.shared("H01M10/0525", 1) == List{"H01M10"});
    CHECK(classes.shared("H01M4/38\nH01M10/44", 0) == List{"H01M4/38", "H01M10"});
    CHECK(classes.shared("F16J15/16", 0).empty());
}

TEST_CASE("nearest classes: a class nobody has makes less alike; what all have says nothing", "[search]") {
    NearestClasses classes;
    classes.add("A61K31/00");
    classes.add("A61K31/12");
    const auto alone = classes.values("A61K31/00");
    const auto with_strange = classes.values("A61K31/00\nB60L50/60");
    CHECK(alone[0] == Approx(1));
    CHECK(alone[1] == 0);                      // only what all have
    CHECK(with_strange[0] == Approx(1.0 / 4)); // three levels unknown, each as rare as one record in two
    CHECK(classes.values("")[0] == 0);
    CHECK(NearestClasses{}.values("A61K31/00").empty());
}

} // namespace test_nearest_classes
