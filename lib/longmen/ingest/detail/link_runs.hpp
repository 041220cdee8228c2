// SPDX-License-Identifier: GPL-3.0-or-later
// Links of documents, range by range of these: beside the memory until a range is asked for.
#pragma once

#include <longmen/ingest/relational_tables.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace longmen::ingest::detail {

/// `Item` has a member `row`, below `rows`.
template <typename Item>
class LinkRuns {
    std::vector<ScratchColumn<Item>> runs_;
    std::size_t rows_;
    unsigned shift_;
    std::uint64_t size_ = 0;

public:
    LinkRuns(const RelationalRoom& room, std::size_t rows) : rows_(rows) {
        constexpr std::size_t most_runs = 64;
        const auto wanted = std::max({std::size_t{1}, room.documents_of_range, rows / most_runs});
        shift_ = static_cast<unsigned>(std::countr_zero(std::bit_ceil(wanted)));
        for (std::size_t begin = 0; begin < rows; begin += std::size_t{1} << shift_) {
            runs_.emplace_back(room.scratch);
        }
    }
    void add(const Item& item) {
        runs_[item.row >> shift_].push_back(item);
        ++size_;
    }
    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] std::size_t ranges() const { return runs_.size(); }
    [[nodiscard]] std::size_t begin(std::size_t range) const { return range << shift_; }
    [[nodiscard]] std::size_t rows(std::size_t range) const {
        return std::min(rows_ - begin(range), std::size_t{1} << shift_);
    }
    /// Calls `take(items)` for pieces of the links of a range, in the order in which they came; then they are
    /// gone.
    template <typename Take>
    void take(std::size_t range, Take take) {
        auto run = std::move(runs_[range]);
        run.each_piece([&](std::span<const Item> items, std::size_t /*begin*/) { take(items); });
    }
};

} // namespace longmen::ingest::detail
