// SPDX-License-Identifier: GPL-3.0-or-later
// The closed list of diagnostic codes.
#include <longmen/base/diagnostics.hpp>
#include <longmen/base/text.hpp>

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace test_diagnostics {

using namespace longmen;

TEST_CASE("diagnostics: every code has a key of its own and a text in both languages") {
    std::set<std::string_view> keys;
    for (std::uint8_t i = 0; i < static_cast<std::uint8_t>(DiagnosticCode::count_); ++i) {
        const auto code = static_cast<DiagnosticCode>(i);
        CHECK(keys.insert(diagnostic_key(code)).second);
        CHECK(has_han(diagnostic_text(code).zh));
        CHECK_FALSE(has_han(diagnostic_text(code).en));
    }
    CHECK(diagnostic_key(DiagnosticCode::unknown_enterprise) == "unknown_enterprise");
    CHECK(diagnostic_key(DiagnosticCode::no_number) == "no_number");
}

TEST_CASE("diagnostics: docs/errors.md lists every code with its texts") {
    std::ifstream in(LONGMEN_SOURCE_DIR "/docs/errors.md");
    const std::string page{std::istreambuf_iterator<char>(in), {}};
    for (std::uint8_t i = 0; i < static_cast<std::uint8_t>(DiagnosticCode::count_); ++i) {
        const auto code = static_cast<DiagnosticCode>(i);
        const auto text = diagnostic_text(code);
        const auto row = "| `" + std::string{diagnostic_key(code)} + "` | " + std::string{text.zh} + " | " +
                         std::string{text.en} + " |";
        INFO(row);
        CHECK(page.find(row) != std::string::npos);
    }
}

} // namespace test_diagnostics
