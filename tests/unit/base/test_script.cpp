// SPDX-License-Identifier: GPL-3.0-or-later
// Traditional characters to simplified ones.
#include <longmen/base/script.hpp>

#include <catch2/catch.hpp>

namespace test_script {

using longmen::simplified;

TEST_CASE("script: traditional characters become simplified, everything else stays") {
    CHECK(simplified("標準化申請人") == "标准化申请人");
    CHECK(simplified("最近專利權人(第2語言)[JP,KR,CN]") == "最近专利权人(第2语言)[JP,KR,CN]");
    CHECK(simplified("未審查的公開號") == "未审查的公开号");
    CHECK(simplified("申请（专利权）人") == "申请（专利权）人");
    CHECK(simplified("Patent No.") == "Patent No.");
    CHECK(simplified("").empty());
}

} // namespace test_script
