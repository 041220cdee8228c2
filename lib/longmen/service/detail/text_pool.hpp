// SPDX-License-Identifier: GPL-3.0-or-later
// Texts as snapshots hold them.
#pragma once

#include <longmen/store/snapshot.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::service::detail {

/// Texts behind one another, as a snapshot holds them.
class TextPool {
    std::vector<std::uint64_t> offsets_{0};
    std::string bytes_;

public:
    TextPool() = default;
    explicit TextPool(const std::vector<std::string>& texts) {
        for (const auto& text : texts) {
            add(text);
        }
    }
    void add(std::string_view text) {
        bytes_ += text;
        offsets_.push_back(bytes_.size());
    }
    [[nodiscard]] store::TextColumn view() const { return {offsets_, bytes_}; }
};

} // namespace longmen::service::detail
