// SPDX-License-Identifier: GPL-3.0-or-later
// Indicators of documents as they could be known at the end of each year: a row for each document and
// year-end.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/table.hpp>
#include <longmen/indicators/yearly_columns.hpp>
#include <longmen/service/column_source.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::service {

struct YearlyRequest {
    std::vector<std::string> keys;    ///< empty: those that one pass gives, windows of 5 years
    std::vector<std::string> numbers; ///< empty: all documents
    int first_year = 0, last_year = 0;
    bool reasons = false;        ///< a column more for each indicator
    std::string models_folder{}; ///< empty: none of the indicators that rest on tables of it
};

/// `as_of number` and a column for each key; document by document in the order of time, then by year. A
/// document has rows from the first year-end at which it exists.
class YearlyIndicators {
    const store::Snapshot& snapshot_;
    std::vector<std::string> keys_;
    bool reasons_;
    ColumnSource source_;
    std::vector<NodeId> nodes_;
    indicators::YearlyColumns columns_;

    template <typename Row>
    void each_row(indicators::YearlyColumns::Block& block, NodeId begin, NodeId end, unsigned thread,
                  Row row);

public:
    /// `corpus` may be null. What is given must outlive it. UsageError: an unknown indicator, one that only a
    /// record tells, an unknown number or one later than the last year-end, years out of order.
    YearlyIndicators(const store::Snapshot& snapshot, const Corpus* corpus, const YearlyRequest& request,
                     Threads& threads);
    /// The header and all rows as separated text, in pieces; a few pieces are in memory at a time. Cells are
    /// as `write_indicators` has them. Once only.
    void write(char separator, Threads& threads, const std::function<void(std::string_view)>& sink);
    /// The same as a table. Once only.
    [[nodiscard]] Table table(Lang lang);
};

} // namespace longmen::service
