// SPDX-License-Identifier: GPL-3.0-or-later
// BM25 by its definition over words in maps; shared words by hand.
#include <longmen/search/nearest_texts.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace test_nearest_texts {

using namespace longmen;
using namespace longmen::search;

namespace {

struct Record {
    std::string title, abstract;
};

std::map<std::string, double> counts(const Record& record, unsigned title) {
    std::map<std::string, double> result;
    const auto add = [&](const std::string& text, double times) {
        std::istringstream words{text};
        for (std::string word; words >> word;) {
            result[word] += times;
        }
    };
    add(record.title, title);
    add(record.abstract, 1);
    return result;
}

std::vector<double> by_definition(const Record& own, const std::vector<Record>& records,
                                  const TextRules& rules) {
    std::vector<std::map<std::string, double>> all;
    double length = 0;
    double known = 0;
    std::map<std::string, double> with;
    for (const auto& record : records) {
        all.push_back(counts(record, rules.title));
        for (const auto& [word, count] : all.back()) {
            length += count;
            with[word] += 1;
        }
        known += all.back().empty() ? 0 : 1;
    }
    std::vector<double> result;
    for (const auto& record : all) {
        double value = 0;
        double own_length = 0;
        for (const auto& [word, count] : record) {
            own_length += count;
        }
        for (const auto& [word, times] : counts(own, rules.title)) {
            if (const auto found = record.find(word); found != record.end()) {
                const auto norm = rules.k1 * (1 - rules.b + rules.b * own_length / (length / known));
                value += std::log(1 + (known - with[word] + 0.5) / (with[word] + 0.5)) * times *
                         (rules.k1 + 1) / (times + rules.k1) * found->second * (rules.k1 + 1) /
                         (found->second + norm);
            }
        }
        result.push_back(value);
    }
    return result;
}

NearestTexts held(const std::vector<TextPart>& own, const std::vector<Record>& records,
                  const TextRules& rules, std::size_t at_once, unsigned count) {
    NearestTexts nearest{own, rules};
    Threads threads{count};
    for (std::size_t first = 0; first < records.size(); first += at_once) {
        int called = 0;
        nearest.add(
            std::min(at_once, records.size() - first),
            [&](std::size_t at, const auto& take) {
                take({records[first + at].title, true});
                take({records[first + at].abstract, false});
            },
            threads, [&] { ++called; });
        REQUIRE(called == 1);
    }
    return nearest;
}

} // namespace

TEST_CASE("nearest texts: values as defined, the same for any cut and number of threads", "[search]") {
    std::mt19937_64 random{3};
    const auto text = [&](std::size_t most) {
        std::string words;
        for (auto left = random() % most; left-- > 0;) {
            words += "w" + std::to_string(random() % 50) + " ";
        }
        return words;
    };
    for (const auto& rules : {TextRules{1.2, 0.75, 2}, TextRules{2, 0, 1}, TextRules{0.5, 1, 5}}) {
        std::vector<Record> records;
        for (int i = 0; i < 700; ++i) {
            records.push_back({text(5), text(20)});
        }
        const auto own = records[5];
        const std::vector<TextPart> parts{{own.title, true}, {own.abstract, false}};
        auto nearest = held(parts, records, rules, 1000, 1);
        const auto values = nearest.values();
        const auto wanted = by_definition(own, records, rules);
        REQUIRE(values.size() == wanted.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            REQUIRE(values[i] == Approx(wanted[i]).margin(1e-12));
        }
        CHECK(held(parts, records, rules, 60, 3).values() == values);
    }
}

TEST_CASE("nearest texts: telling words are stretches of the one text, longest first told", "[search]") {
    const std::string title = "液压密封装置";
    const std::string abstract = "一种密封圈，带有Spring和spring，用于装置";
    const std::vector<Record> records{
        {"密封圈", "该密封圈用于 SPRING"}, {"装置", "装置"}, {"灯", "灯具"}, {"", ""}};
    auto nearest = held({{title, true}, {abstract, false}}, records, {1.2, 0.75, 2}, 10, 1);
    const auto values = nearest.values();
    CHECK(nearest.with_text() == 3); // one character alone is no pair, but the abstract has one
    CHECK(values[0] > values[1]);
    CHECK(values[2] == 0);
    CHECK(values[3] == 0);
    const auto words = nearest.shared_words(0, 5);
    // The pairs 密封 and 封圈 overlap; 密封 alone lies within; Spring is told as first written.
    CHECK(words == std::vector<std::string>{"密封圈", "Spring", "用于"});
    CHECK(nearest.shared_words(0, 1) == std::vector<std::string>{"密封圈"});
    CHECK(nearest.shared_words(2, 5).empty());
}

} // namespace test_nearest_texts
