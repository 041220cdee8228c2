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

/// `append(text, begin, end, thread)` adds what is to be said of the items from `begin` to before `end`,
/// pieces of `items_of_piece` below `size`, those of one thread in ascending order. A few pieces are in
/// memory at a time.
template <typename Append>
void pieces_in_order(std::size_t size, std::size_t items_of_piece, Threads& threads,
                     const std::function<void(std::string_view)>& sink, Append append) {
    std::vector<std::string> pieces(std::size_t{4} * threads.count());
    const auto round = pieces.size() * items_of_piece;
    for (std::size_t first = 0; first < size; first += round) {
        const auto items = std::min(size - first, round);
        threads.ranges(items, items_of_piece, [&](std::size_t begin, std::size_t end, unsigned thread) {
            auto& text = pieces[begin / items_of_piece];
            text.clear();
            append(text, first + begin, first + end, thread);
        });
        for (std::size_t piece = 0; piece * items_of_piece < items; ++piece) {
            sink(pieces[piece]);
        }
    }
}

/// The same with `append(text, item)` for each item.
template <typename Append>
void rows_in_order(std::size_t size, Threads& threads, const std::function<void(std::string_view)>& sink,
                   Append append) {
    constexpr std::size_t items_of_piece = std::size_t{1} << 15;
    pieces_in_order(size, items_of_piece, threads, sink,
                    [&](std::string& text, std::size_t begin, std::size_t end, unsigned) {
                        for (auto item = begin; item < end; ++item) {
                            append(text, item);
                        }
                    });
}

} // namespace longmen::service::detail
