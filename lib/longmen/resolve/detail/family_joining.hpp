// SPDX-License-Identifier: GPL-3.0-or-later
// Joins groups of documents to families and remembers by which link.
#pragma once

#include <longmen/resolve/detail/family_numbers.hpp>
#include <longmen/resolve/families.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace longmen::resolve::detail {

/// Documents are places in canonical order; the root of a family is its smallest member.
class Joining {
    DisjointSets families_;
    std::vector<FamilyLink> links_;
    const std::vector<std::pair<std::uint32_t, std::uint32_t>>* cut_pairs_;
    std::vector<bool> has_cut_;

    [[nodiscard]] bool is_cut(std::uint32_t a, std::uint32_t b) const;
    void link(std::uint32_t a, std::uint32_t b, LinkReason reason, const std::string& number);

public:
    using Reason = std::function<LinkReason(std::size_t, std::size_t)>; ///< of two indices of the group

    /// `cut_pairs` ascending, smaller place first; must outlive this.
    Joining(std::size_t documents, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& cut_pairs);

    /// Every two of the group (ascending) are linked, but for the pairs that are cut.
    void join(const std::vector<std::uint32_t>& group, const Reason& reason, const std::string& number);
    /// Takes over links already made.
    void take(const std::vector<FamilyLink>& links);

    std::uint32_t root(std::uint32_t place) { return families_.root(place); }
    [[nodiscard]] const std::vector<FamilyLink>& links() const { return links_; }
};

} // namespace longmen::resolve::detail
