// SPDX-License-Identifier: GPL-3.0-or-later
// Patterns, inflected forms and parts of names.
#include "searching.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/search/detail/index_words.hpp>

#include <random>

namespace test_index_words {

using namespace longmen;
using namespace longmen::test;
using search::detail::fits;

namespace {

/// By recursion, as the rule is written.
bool slow_fits(std::string_view word, std::string_view pattern) {
    if (pattern.empty()) {
        return word.empty();
    }
    if (pattern[0] == '*') {
        return slow_fits(word, pattern.substr(1)) || (!word.empty() && slow_fits(word.substr(1), pattern));
    }
    return !word.empty() && (pattern[0] == '?' || pattern[0] == word[0]) &&
           slow_fits(word.substr(1), pattern.substr(1));
}

std::string drawn(std::mt19937& random, std::string_view letters, std::size_t most) {
    std::string text;
    for (auto left = random() % (most + 1); left > 0; --left) {
        text += letters[random() % letters.size()];
    }
    return text;
}

} // namespace

TEST_CASE("index_words: a word fits a pattern as the rule says", "[search]") {
    std::mt19937 random(3);
    for (int trial = 0; trial < 5000; ++trial) {
        const auto word = drawn(random, "ab", 8), pattern = drawn(random, "ab*?", 6);
        INFO(word << " " << pattern);
        CHECK(fits(word, pattern) == slow_fits(word, pattern));
    }
    CHECK(fits("café", "caf?")); // one character, two bytes
    CHECK_FALSE(fits("café", "caf??"));
}

TEST_CASE("index_words: inflected forms without quotation marks, wildcards on both sides", "[search]") {
    Library library;
    import_rows(library.workspace,
                {text_row(1, "Battery cell", "A battery."), text_row(2, "Batteries", "Two batteries."),
                 text_row(3, "Photocell", "A photocell."), text_row(4, "Cellular", "cellular"),
                 text_row(5, "甲", "乙", "GENERAL MOTORS BATTERIES INC")});
    CHECK(library.numbers("title:battery") == std::set<std::string>{number(1), number(2)});
    CHECK(library.numbers("title:\"battery\"") == std::set<std::string>{number(1)});
    CHECK(library.numbers("title:cell*") == std::set<std::string>{number(1), number(4)});
    CHECK(library.numbers("title:*cell") == std::set<std::string>{number(1), number(3)});
    CHECK(library.numbers("title:*cell*") == std::set<std::string>{number(1), number(3), number(4)});
    CHECK(library.numbers("b?tter*") == std::set<std::string>{number(1), number(2), number(5)});
    CHECK_THROWS_AS(library.numbers("title:*"), UsageError);
}

TEST_CASE("index_words: parts of names, whatever their script, and names of any length", "[search]") {
    Library library;
    std::string longest = "甲";
    for (int i = 0; i < 200; ++i) {
        longest += "长";
    }
    longest += "末尾公司";
    import_rows(library.workspace,
                {text_row(1, "甲", "乙", "臺灣積體電路製造股份有限公司"),
                 text_row(2, "甲", "乙", "山西焦煤集团有限公司"),
                 text_row(3, "甲", "乙", "THE BOEING COMPANY"), text_row(4, "甲", "乙", longest)});
    CHECK(library.numbers("applicant:台湾积体") == std::set<std::string>{number(1)});
    CHECK(library.numbers("applicant:焦煤集团") == std::set<std::string>{number(2)});
    CHECK(library.numbers("applicant:\"boeing company\"") == std::set<std::string>{number(3)});
    CHECK(library.numbers("applicant:boe").empty()); // a Latin word is found whole
    CHECK(library.numbers("applicant:末尾公司") == std::set<std::string>{number(4)});
    CHECK(library.numbers("焦煤") == std::set<std::string>{number(2)});
}

} // namespace test_index_words
