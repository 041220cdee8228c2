// SPDX-License-Identifier: GPL-3.0-or-later
// The documents of each family.
#pragma once

#include <longmen/base/buffer.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace longmen::indicators::detail {

/// Families in the order of their smallest document; members with a day ascend, those without one come
/// behind.
class FamilyMembers {
    Buffer<std::uint32_t> of_;
    Buffer<std::uint32_t> members_;
    std::vector<std::uint32_t> begins_{0};

public:
    /// Documents with equal numbers in `family` are one; when that is empty, each document is. Those from
    /// `first_dated` on have a day.
    FamilyMembers(std::span<const std::uint32_t> family, std::size_t nodes, std::size_t first_dated);
    [[nodiscard]] std::size_t size() const { return begins_.size() - 1; }
    /// Of a document, below `size()`.
    [[nodiscard]] std::uint32_t number(std::size_t node) const { return of_[node]; }
    [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t family) const {
        return members_.view().subspan(begins_[family], begins_[family + 1] - begins_[family]);
    }
};

} // namespace longmen::indicators::detail
