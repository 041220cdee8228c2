// SPDX-License-Identifier: GPL-3.0-or-later
// Searches that may stop early against searches that look at every match; sources against Xapian's operators.
#include "searching.hpp"

#include <longmen/search/detail/index_words.hpp>
#include <longmen/search/detail/word_sources.hpp>

#include <random>

namespace test_word_sources {

using namespace longmen;
using namespace longmen::test;
using search::detail::IndexWords;
using search::detail::Saturation;

namespace {

/// Inflected words, and characters that are common, rare and in between.
std::string drawn_word(std::mt19937& random) {
    static const std::vector<std::string> words{
        "seal", "seals", "sealing", "sealed", "pump", "pumps", "pumping", "valve",  "valves", "密",
        "封",   "圈",    "导",      "流",     "板",   "密封",  "密封圈",  "导流板", "流板",   "圈导"};
    const auto place =
        random() % words.size() * (random() % words.size()) / words.size(); // the first more often
    return words[place];
}

std::string drawn_text(std::mt19937& random, std::size_t most) {
    std::string text;
    for (auto left = 1 + random() % most; left > 0; --left) {
        text += drawn_word(random) + (random() % 3 == 0 ? "，" : " ");
    }
    return text;
}

std::string drawn_query(std::mt19937& random, int depth) {
    const auto part = [&] { return drawn_query(random, depth - 1); };
    switch (depth == 0 ? random() % 4 : random() % 8) {
    case 0:
        return drawn_word(random);
    case 1:
        return "\"" + drawn_word(random) + " " + drawn_word(random) + "\"";
    case 2:
        return "title:" + drawn_word(random);
    case 3:
        return drawn_word(random) + "^" + std::to_string(1 + random() % 4);
    case 4:
        return "(" + part() + " AND " + part() + ")";
    case 5:
        return "(" + part() + " NOT " + drawn_word(random) + ")";
    default:
        return "(" + part() + " OR " + part() + " OR " + part() + ")";
    }
}

/// An index in memory whose records hold the words `a0` to `a5` at random places.
Xapian::WritableDatabase drawn_index(std::mt19937& random) {
    Xapian::WritableDatabase index(std::string{}, Xapian::DB_BACKEND_INMEMORY);
    for (int record = 0; record < 60; ++record) {
        Xapian::Document document;
        for (auto left = 1 + random() % 12; left > 0; --left) {
            document.add_posting("a" + std::to_string(random() % 6),
                                 static_cast<Xapian::termpos>(1 + random() % 20));
        }
        index.add_document(document);
    }
    return index;
}

/// Documents and weights of all matches.
std::vector<std::pair<Xapian::docid, double>> matches(const Xapian::Database& index,
                                                      const Xapian::Query& query) {
    Xapian::Enquire enquire(index);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0));
    std::vector<std::pair<Xapian::docid, double>> found;
    const auto all = enquire.get_mset(0, index.get_doccount(), index.get_doccount());
    for (auto match = all.begin(); match != all.end(); ++match) {
        found.emplace_back(*match, match.get_weight());
    }
    std::ranges::sort(found);
    return found;
}

void check_same(const Xapian::Database& index, const Xapian::Query& one, const Xapian::Query& other) {
    const auto a = matches(index, one), b = matches(index, other);
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(a[i].first == b[i].first);
        CHECK(a[i].second == Approx(b[i].second).epsilon(1e-12));
    }
}

} // namespace

TEST_CASE("word_sources: a page is the same whether the search may stop early or not", "[search]") {
    std::mt19937 random(23);
    Library library;
    std::vector<PatentRow> rows;
    for (int serial = 0; serial < 900; ++serial) {
        rows.push_back(text_row(serial, drawn_text(random, 4), drawn_text(random, serial % 50 + 1)));
    }
    import_rows(library.workspace, rows);
    library.update();
    search::Searcher searcher(library.workspace, settings());
    std::size_t listed = 0;
    for (int trial = 0; trial < 400; ++trial) {
        const auto text = drawn_query(random, static_cast<int>(random() % 3));
        CAPTURE(text);
        const auto query = search::parse_query(text);
        search::SearchOptions options;
        options.first = random() % 3 == 0 ? random() % 20 : 0;
        options.limit = 1 + random() % 10;
        options.counts = true;
        const auto every = searcher.run(query, options).hits;
        options.counts = false;
        const auto early = searcher.run(query, options).hits;
        REQUIRE(early.size() == every.size());
        for (std::size_t i = 0; i < every.size(); ++i) {
            CHECK(early[i].number == every[i].number);
            CHECK(early[i].value == every[i].value);
        }
        listed += every.size();
    }
    CHECK(listed > 1000);
}

TEST_CASE("word_sources: forms of a word and words in a row give what Xapian's operators give", "[search]") {
    std::mt19937 random(29);
    std::size_t found = 0;
    for (int trial = 0; trial < 100; ++trial) {
        const auto index = drawn_index(random);
        const IndexWords native(index);
        const IndexWords own(index, Saturation{1.2, 0.75, index.get_avlength()});
        const auto word = [&] { return "a" + std::to_string(random() % 7); }; // a6 is nowhere
        const std::vector<std::string> forms{"a0", "a" + std::to_string(1 + random() % 2), "a6"};
        check_same(index, native.one_of(forms), own.one_of(forms));
        const std::vector<std::string> row{word(), word(), word()};
        const std::vector<std::string> also{word()};
        check_same(index, native.in_a_row({row[0], row[1]}, {}), own.in_a_row({row[0], row[1]}, {}));
        check_same(index, native.in_a_row(row, also), own.in_a_row(row, also));
        found += matches(index, own.in_a_row({row[0], row[1]}, {})).size() +
                 matches(index, own.one_of(forms)).size();
    }
    CHECK(found > 1000);
}

} // namespace test_word_sources
