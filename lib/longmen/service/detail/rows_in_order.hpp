// SPDX-License-Identifier: GPL-3.0-or-later
// Very many rows of text, made by all threads and handed on in their order.
#pragma once

#include <longmen/base/parallel.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::service::detail {

/// `append(text, item)` adds what is to be said of each item below `size`. A few pieces are in memory at a
/// time.
template <typename Append>
void rows_in_order(std::size_t size, Threads& threads, const std::function<void(std::string_view)>& sink,
                   Append append) {
    constexpr std::size_t items_of_piece = std::size_t{1} << 15;
    std::vector<std::string> pieces(std::size_t{4} * threads.count());
    const auto round = pieces.size() * items_of_piece;
    for (std::size_t first = 0; first < size; first += round) {
        const auto items = std::min(size - first, round);
        threads.ranges(items, items_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
            auto& text = pieces[begin / items_of_piece];
            text.clear();
            for (auto item = first + begin; item < first + end; ++item) {
                append(text, item);
            }
        });
        for (std::size_t piece = 0; piece * items_of_piece < items; ++piece) {
            sink(pieces[piece]);
        }
    }
}

} // namespace longmen::service::detail
