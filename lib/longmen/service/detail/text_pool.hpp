// SPDX-License-Identifier: GPL-3.0-or-later
// Texts as snapshots hold them.
#pragma once

#include <longmen/base/page_allocator.hpp>
#include <longmen/store/snapshot.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::service::detail {

/// Texts behind one another, as a snapshot holds them.
class TextPool {
    PagedVector<std::uint64_t> offsets_ = PagedVector<std::uint64_t>(1);
    PagedVector<char> bytes_;

public:
    TextPool() = default;
    explicit TextPool(const std::vector<std::string>& texts) {
        std::size_t bytes = 0;
        for (const auto& text : texts) {
            bytes += text.size();
        }
        bytes_.reserve(bytes);
        offsets_.reserve(texts.size() + 1);
        for (const auto& text : texts) {
            add(text);
        }
    }
    void add(std::string_view text) {
        bytes_.insert(bytes_.end(), text.begin(), text.end());
        offsets_.push_back(bytes_.size());
    }
    [[nodiscard]] store::TextColumn view() const { return {offsets_, {bytes_.data(), bytes_.size()}}; }
};

} // namespace longmen::service::detail
