// SPDX-License-Identifier: GPL-3.0-or-later
// Order of matches against sorting all of them.
#include <longmen/search/detail/ranked.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace test_ranked {

using namespace longmen::search::detail;

namespace {

/// Gives the document `n` the weight of the list, a little off where `shaken`.
class Weights final : public Xapian::PostingSource {
    std::vector<double> weights_;
    Xapian::docid at_ = 0;

public:
    explicit Weights(std::vector<double> weights) : weights_(std::move(weights)) { set_maxweight(100); }
    Xapian::doccount get_termfreq_min() const override {
        return static_cast<Xapian::doccount>(weights_.size());
    }
    Xapian::doccount get_termfreq_est() const override { return get_termfreq_min(); }
    Xapian::doccount get_termfreq_max() const override { return get_termfreq_min(); }
    double get_weight() const override { return weights_[at_ - 1]; }
    void next(double /*least*/) override { ++at_; }
    void skip_to(Xapian::docid document, double /*least*/) override { at_ = std::max(at_, document); }
    bool at_end() const override { return at_ > weights_.size(); }
    Xapian::docid get_docid() const override { return at_; }
    Weights* clone() const override { return new Weights(weights_); }
    void init(const Xapian::Database& /*database*/) override { at_ = 0; }
};

} // namespace

TEST_CASE("ranked: weights that differ by the order of addition only are equal", "[search]") {
    constexpr int count = 300;
    std::mt19937 random(3);
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    std::vector<double> exact, shaken;
    std::vector<std::string> keys;
    for (int i = 0; i < count; ++i) {
        keys.push_back("K" + std::to_string(1000 + (i * 7) % count));
        Xapian::Document document;
        document.add_value(0, keys.back());
        database.add_document(document);
        exact.push_back(static_cast<double>(1 + random() % 6) * 1.7);
        shaken.push_back(exact.back() * (1 + 1e-15 * static_cast<double>(random() % 9)));
    }
    std::vector<Xapian::docid> expected;
    for (Xapian::docid id = 1; id <= count; ++id) {
        expected.push_back(id);
    }
    std::ranges::sort(expected, [&](auto a, auto b) {
        return exact[a - 1] != exact[b - 1] ? exact[a - 1] > exact[b - 1] : keys[a - 1] < keys[b - 1];
    });
    Xapian::Enquire enquire(database);
    enquire.set_query(Xapian::Query((new Weights(shaken))->release()));
    enquire.set_sort_by_relevance_then_value(0, false);
    for (const auto& [first, limit] : std::vector<std::pair<std::size_t, std::size_t>>{
             {0, 0}, {0, 1}, {0, 20}, {35, 20}, {0, 300}, {290, 50}, {400, 10}, {7, SIZE_MAX}}) {
        INFO(first << " " << limit);
        std::vector<Xapian::docid> page;
        for (const auto& match : ranked(enquire, first, limit, count, 0)) {
            page.push_back(match.row);
        }
        const auto begin = std::min<std::size_t>(first, count);
        const auto end = begin + std::min<std::size_t>(limit, count - begin);
        CHECK(page == std::vector<Xapian::docid>(expected.begin() + static_cast<std::ptrdiff_t>(begin),
                                                 expected.begin() + static_cast<std::ptrdiff_t>(end)));
    }
}

} // namespace test_ranked
