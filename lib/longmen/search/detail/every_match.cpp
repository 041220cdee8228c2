// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers matches and picks pages.
#include <longmen/search/detail/every_match.hpp>

#include <longmen/search/detail/layout.hpp>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace longmen::search::detail {
namespace {

class Gatherer final : public Xapian::MatchSpy {
    EveryMatch& matches_;

public:
    explicit Gatherer(EveryMatch& matches) : matches_(matches) {}
    void operator()(const Xapian::Document& document, double value) override {
        matches_.rows.push_back(document.get_docid());
        matches_.values.push_back(value);
    }
};

std::vector<Match> matches_in(const Xapian::MSet& found) {
    std::vector<Match> page;
    for (auto match = found.begin(); match != found.end(); ++match) {
        page.push_back({*match, match.get_weight()});
    }
    return page;
}

/// Numbers of rows, ascending as given.
std::vector<std::string> numbers_of(const std::vector<Match>& rows, const Xapian::Database& database) {
    std::vector<std::string> numbers(rows.size());
    auto number = database.valuestream_begin(slot_number);
    const auto end = database.valuestream_end(slot_number);
    for (std::size_t i = 0; i < rows.size() && number != end; ++i) {
        number.skip_to(rows[i].row);
        if (number != end && number.get_docid() == rows[i].row) {
            numbers[i] = *number;
        }
    }
    return numbers;
}

} // namespace

std::vector<Match> page_of(const Xapian::Enquire& enquire, std::size_t first, std::size_t limit,
                           Xapian::doccount least) {
    return matches_in(
        enquire.get_mset(static_cast<Xapian::doccount>(first), static_cast<Xapian::doccount>(limit), least));
}

EveryMatch every_match(Xapian::Enquire& enquire, Xapian::doccount all, std::size_t first, std::size_t limit) {
    EveryMatch matches;
    Gatherer gatherer(matches);
    enquire.add_matchspy(&gatherer);
    matches.page = matches_in(
        enquire.get_mset(static_cast<Xapian::doccount>(first), static_cast<Xapian::doccount>(limit), all));
    enquire.clear_matchspies();
    return matches;
}

std::vector<Match> best_of(const EveryMatch& matches, std::size_t first, std::size_t limit,
                           const Xapian::Database& database) {
    const auto count = matches.rows.size();
    first = std::min(first, count);
    const auto last = first + std::min(limit, count - first);
    if (first == last) {
        return {};
    }
    // The values of the first and the last of the page: who is better than the first is on an earlier page.
    auto values = matches.values;
    const auto at = [&](std::size_t place) { return values.begin() + static_cast<std::ptrdiff_t>(place); };
    std::nth_element(values.begin(), at(last - 1), values.end(), std::greater<>{});
    const double least = *at(last - 1);
    std::nth_element(values.begin(), at(first), at(last), std::greater<>{});
    const double most = *at(first);
    std::vector<Match> page;
    std::size_t before = 0; // on earlier pages for certain
    for (std::size_t i = 0; i < count; ++i) {
        if (matches.values[i] > most) {
            ++before;
        } else if (matches.values[i] >= least) {
            page.push_back({matches.rows[i], matches.values[i]});
        }
    }
    const auto numbers = numbers_of(page, database);
    std::vector<std::size_t> order(page.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    const auto end = order.begin() + static_cast<std::ptrdiff_t>(last - before);
    std::partial_sort(order.begin(), end, order.end(), [&](std::size_t a, std::size_t b) {
        return page[a].value != page[b].value ? page[a].value > page[b].value
               : numbers[a] != numbers[b]     ? numbers[a] < numbers[b]
                                              : page[a].row < page[b].row;
    });
    std::vector<Match> result;
    for (auto place = order.begin() + static_cast<std::ptrdiff_t>(first - before); place != end; ++place) {
        result.push_back(page[*place]);
    }
    return result;
}

} // namespace longmen::search::detail
