// SPDX-License-Identifier: GPL-3.0-or-later
// Links of rows to items, as link tables give them, into lists.
#pragma once

#include <longmen/base/errors.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/record/columns.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace longmen::ingest::detail {

struct Link {
    std::uint32_t row = 0, item = 0;
    std::uint32_t order = 0; ///< within its row
};

/// Lists of `rows` rows: by order, then by the text of the item, each item once. The same for any order of
/// the links. `text_of(item)` gives a std::string_view. `links` is given back empty.
template <typename TextOf>
OwnedLists make_lists(std::vector<Link>& links, std::size_t rows, TextOf text_of, Threads& threads) {
    constexpr std::size_t rows_of_block = std::size_t{1} << 14;
    struct Entry {
        std::uint32_t order = 0, item = 0;
    };
    if (links.size() > std::numeric_limits<ArcId>::max()) {
        throw DataError(
            sentence("共有 {} 条关联，超过上限", "{} links of a kind are more than fit", links.size()));
    }
    Buffer<ArcId> begins(rows + 1);
    for (const auto& link : links) {
        ++begins[link.row + std::size_t{1}];
    }
    for (std::size_t row = 0; row < rows; ++row) {
        begins[row + 1] += begins[row];
    }
    Buffer<Entry> entries(links.size());
    {
        Buffer<ArcId> next(rows);
        std::copy(begins.begin(), begins.begin() + rows, next.begin());
        for (const auto& link : links) {
            entries[next[link.row]++] = {link.order, link.item};
        }
    }
    std::vector<Link>{}.swap(links);
    OwnedLists lists;
    lists.offsets = Buffer<ArcId>(rows + 1);
    threads.ranges(rows, rows_of_block, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto row = begin; row < end; ++row) {
            auto* const first = entries.begin() + begins[row];
            auto* const last = entries.begin() + begins[row + 1];
            // One place for each item: its first.
            std::sort(first, last, [](const Entry& a, const Entry& b) {
                return a.item != b.item ? a.item < b.item : a.order < b.order;
            });
            auto* const kept =
                std::unique(first, last, [](const Entry& a, const Entry& b) { return a.item == b.item; });
            std::sort(first, kept, [&](const Entry& a, const Entry& b) {
                return a.order != b.order ? a.order < b.order : text_of(a.item) < text_of(b.item);
            });
            lists.offsets[row + 1] = static_cast<ArcId>(kept - first);
        }
    });
    for (std::size_t row = 0; row < rows; ++row) {
        lists.offsets[row + 1] += lists.offsets[row];
    }
    lists.items = Buffer<std::uint32_t>(lists.offsets[rows]);
    threads.ranges(rows, rows_of_block, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto row = begin; row < end; ++row) {
            const auto count = lists.offsets[row + 1] - lists.offsets[row];
            for (ArcId i = 0; i < count; ++i) {
                lists.items[lists.offsets[row] + i] = entries[begins[row] + i].item;
            }
        }
    });
    return lists;
}

} // namespace longmen::ingest::detail
