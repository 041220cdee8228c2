// SPDX-License-Identifier: GPL-3.0-or-later
// Classes and words against a table of industries.
#include <longmen/base/errors.hpp>
#include <longmen/programme/strategic_industries.hpp>

#include <catch2/catch.hpp>

#include <filesystem>
#include <random>
#include <set>

namespace test_strategic_industries {

using namespace longmen;
using namespace longmen::programme;
using Catch::Matchers::Contains;

namespace {

IndustryEntry entry(std::vector<std::string> symbols, std::vector<std::string> keywords = {},
                    std::vector<std::string> except = {}) {
    IndustryEntry result;
    result.id = "x";
    result.symbols = std::move(symbols);
    result.except = std::move(except);
    result.keywords = std::move(keywords);
    result.file = "t.csv";
    result.line = 7;
    return result;
}

IndustryTable table(std::vector<IndustryEntry> entries) {
    return {std::move(entries), "t", {"表", "table"}, "sum", true};
}

IndustryMatch match(const IndustryTable& of, std::vector<std::string> symbols, std::string_view text = {}) {
    const std::array<std::string_view, 1> texts{text};
    return of.match(symbols, texts);
}

bool hit(const std::string& pattern, const std::string& symbol) {
    return !match(table({entry({pattern})}), {symbol}).hits.empty();
}

/// The same question with no trie: does the symbol belong under the pattern, both as a table writes them?
bool covers_by_definition(const std::string& pattern, const std::string& symbol) {
    if (pattern.ends_with('*')) {
        return symbol.starts_with(pattern.substr(0, pattern.size() - 1));
    }
    if (pattern.size() <= 4) {
        return symbol.starts_with(pattern);
    }
    return pattern.find('/') == std::string::npos ? symbol.starts_with(pattern + "/") : symbol == pattern;
}

} // namespace

TEST_CASE("strategic industries: symbols in every spacing are one") {
    for (const auto* text : {"G06N3/08", "G06N 3/08", "g06n0003/08", "G06N3/08 (2023.01)", "G06N-3/08",
                             " G06N 3/08(2006.01)I", "G06N0003080000"}) {
        CAPTURE(text);
        CHECK(symbol_text(text) == "G06N3/08");
    }
    CHECK(symbol_text("G06N") == "G06N");
    CHECK(symbol_text("G06N3") == "G06N3");
    CHECK(symbol_text("G06") == "G06");
    CHECK(symbol_text("A61K31/4985") == "A61K31/4985");
    for (const auto* text : {"", "G0", "Z06N3/08", "1234", "第06", "G0XN"}) {
        CAPTURE(text);
        CHECK(symbol_text(text).empty());
    }
}

TEST_CASE("strategic industries: truncation, whole symbols, groups, subclasses") {
    CHECK(hit("G06N3/*", "G06N3/08"));
    CHECK_FALSE(hit("G06N3/*", "G06N30/08"));
    CHECK(hit("G06N3", "G06N3/08"));
    CHECK_FALSE(hit("G06N3", "G06N30/08"));
    CHECK(hit("G06N3*", "G06N30/08")); // as written
    CHECK(hit("G06F9/44", "G06F9/44"));
    CHECK_FALSE(hit("G06F9/44", "G06F9/445"));
    CHECK(hit("G06F9/44*", "G06F9/445"));
    CHECK(hit("G06F9/44*", "G06F9/4401"));
    CHECK(hit("c12n", "C12N15/09"));
    CHECK(hit("C12", "C12N15/09"));
    CHECK(hit("Ｇ０６Ｎ ３／＊", "G06N3/08")); // full width, a blank
    CHECK_FALSE(hit("C12N", "C12P7/06"));
}

TEST_CASE("strategic industries: what is excluded does not count for its entry, but for others") {
    const auto of = table({entry({"C01B"}, {}, {"C01B32/*"}), entry({"C01B32/05"})});
    const auto place = match(of, {"C01B32/05"});
    REQUIRE(place.hits.size() == 1);
    CHECK(place.hits[0].entry == 1);
    CHECK(match(of, {"C01B33/02"}).hits.at(0).entry == 0);
    const auto both = match(of, {"C01B32/05", "C01B33/02"}); // another symbol of the patent may still belong
    REQUIRE(both.hits.size() == 2);
    CHECK(both.hits[0].symbol == 1);
}

TEST_CASE("strategic industries: a class is a candidate, a keyword makes it a hit") {
    const auto of = table({entry({"G06N"}, {"神经网络", "AI", "deep learning"})});
    CHECK(match(of, {"G06N3/08"}, "一种方法").candidates.size() == 1);
    CHECK(match(of, {"G06N3/08"}, "一种神经网络训练方法").hits.at(0).keyword == 0U);
    CHECK(match(of, {"G06N3/08"}, "Method of Deep Learning").hits.at(0).keyword == 2U);
    CHECK(match(of, {"G06N3/08"}, "用ＡＩ控制").hits.at(0).keyword == 1U); // width and case
    CHECK(match(of, {"G06N3/08"}, "an air duct, a chain").hits.empty());   // no word ends inside another
    CHECK(match(of, {"H01L21/00"}, "神经网络").hits.empty());
    CHECK(match(of, {"H01L21/00"}, "神经网络").candidates.empty());
}

TEST_CASE("strategic industries: symbols shorter than the patterns cannot tell") {
    const auto of = table({entry({"G06N3/*"}), entry({"C12N"})});
    CHECK(match(of, {"G06N"}).too_coarse);
    CHECK(match(of, {"G06"}).too_coarse);
    CHECK_FALSE(match(of, {"G06N3/08"}).too_coarse);
    CHECK_FALSE(match(of, {"G06N5/00"}).too_coarse);
    CHECK_FALSE(match(of, {"C12N"}).too_coarse);
    CHECK_FALSE(match(of, {"F16J"}).too_coarse);
    CHECK(match(of, {"F16J"}).readable);
    CHECK_FALSE(match(of, {"?"}).readable);
    CHECK_FALSE(match(of, {}).readable);
}

TEST_CASE("strategic industries: the trie is the comparison of each symbol with each pattern") {
    std::mt19937 random{19};
    const auto one_of = [&](auto... each) {
        const std::array<std::string, sizeof...(each)> all{std::string{each}...};
        return all[random() % all.size()];
    };
    const auto subclass = [&] { return one_of("G06N", "G06F", "H01L", "C12N"); };
    const auto group = [&] { return one_of("1", "3", "30", "31"); };
    const auto subgroup = [&] { return one_of("00", "04", "041", "08", "10"); };
    for (int round = 0; round < 300; ++round) {
        std::vector<IndustryEntry> entries;
        for (int e = 0; e < 4; ++e) {
            const auto pattern = [&]() -> std::string {
                const auto whole = subclass() + group() + "/" + subgroup();
                switch (random() % 5) {
                case 0:
                    return whole;
                case 1:
                    return whole.substr(0, 4 + random() % (whole.size() - 3)) + "*";
                case 2:
                    return whole.substr(0, whole.find('/'));
                case 3:
                    return whole.substr(0, 4);
                default:
                    return whole.substr(0, 3);
                }
            };
            entries.push_back(entry({pattern(), pattern()}, {}, {pattern()}));
        }
        std::vector<std::string> symbols;
        for (int s = 0; s < 3; ++s) {
            symbols.push_back(subclass() + group() + "/" + subgroup());
        }
        std::set<std::uint32_t> expected;
        for (std::uint32_t e = 0; e < entries.size(); ++e) {
            for (const auto& symbol : symbols) {
                const auto covered = [&](const std::vector<std::string>& patterns) {
                    return std::any_of(patterns.begin(), patterns.end(), [&](const auto& pattern) {
                        return covers_by_definition(pattern, symbol);
                    });
                };
                if (covered(entries[e].symbols) && !covered(entries[e].except)) {
                    expected.insert(e);
                }
            }
        }
        std::set<std::uint32_t> found;
        for (const auto& place : match(table(entries), symbols).hits) {
            found.insert(place.entry);
            const auto& of = entries[place.entry];
            CHECK(covers_by_definition(of.symbols[place.pattern], symbols[place.symbol]));
        }
        CHECK(found == expected);
    }
}

TEST_CASE("strategic industries: cells of a user's table, with exclusions in brackets") {
    IndustryEntry of;
    read_symbol_cell("G06N3/*、G06N5/*（不含G06N3/02；G06N3/04*），H04L 9/00", of);
    CHECK(of.symbols == std::vector<std::string>{"G06N3/*", "G06N5/*", "H04L", "9/00"}); // a blank parts
    CHECK(of.except == std::vector<std::string>{"G06N3/02", "G06N3/04*"});
}

TEST_CASE("strategic industries: what is no symbol is refused with its place") {
    CHECK_THROWS_WITH(table({entry({"G06N3/*", "人工智能"})}), Contains("t.csv:7") && Contains("人工智能"));
    CHECK_THROWS_WITH(table({entry({"G06N/"})}), Contains("G06N/"));
    CHECK_THROWS_WITH(table({entry({})}), Contains("no IPC symbols"));
    CHECK_THROWS_WITH(table({entry({"9/00"})}), Contains("9/00"));
    CHECK_THROWS_WITH(table({entry({"G06N"}, {" "})}), Contains("empty keyword"));
}

TEST_CASE("strategic industries: model files are read strictly; the bundled one holds nine industries") {
    const auto read = [](const std::string& text) {
        return IndustryTable::read(Config::parse(text, "i.toml"));
    };
    const std::string head =
        "id = \"i\"\nversion = \"1\"\nname_zh = \"表\"\nname_en = \"t\"\nsource = \"s\"\n"
        "source_date = 2026-01-01\n";
    const std::string body =
        "[[industry]]\nnumber = 1\nname_zh = \"一\"\nname_en = \"one\"\n[[entry]]\nid = \"1.1\"\n"
        "industry = 1\nname_zh = \"甲\"\nname_en = \"a\"\nipc = [\"G06N\"]\n";
    CHECK(read(head + "coverage = \"whole\"\n" + body).whole());
    CHECK_THROWS_WITH(read(head + "coverage = \"all\"\n" + body), Contains("partial, whole"));
    CHECK_THROWS_WITH(read(head + "coverage = \"whole\"\n" + body + "color = 1\n"), Contains("i.toml:18"));
    CHECK_THROWS_WITH(read(head + "coverage = \"whole\"\n" + body + body), Contains("twice"));
    const auto bundled = IndustryTable::read(
        Config::read(std::string{LONGMEN_SOURCE_DIR} + "/models/classification/strategic_industries.toml"));
    CHECK_FALSE(bundled.whole());
    std::set<std::string> industries;
    for (const auto& each : bundled.entries()) {
        industries.insert(each.industry.en);
        CHECK_FALSE(each.keywords.empty());
    }
    CHECK(industries.size() == 9);
    CHECK(match(bundled, {"H01M10/0525"}, "锂离子电池").hits.size() == 1);
    CHECK(match(bundled, {"A47B1/00"}, "电池桌").hits.empty());
}

} // namespace test_strategic_industries
