// SPDX-License-Identifier: GPL-3.0-or-later
// Groups without cuts are joined to their first member; with cuts, the graph of the remaining pairs is
// walked.
#include <longmen/resolve/detail/family_joining.hpp>

#include <algorithm>

namespace longmen::resolve::detail {

Joining::Joining(std::size_t documents, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& cut_pairs)
    : families_(documents), cut_pairs_(&cut_pairs), has_cut_(documents, false) {
    for (const auto& [a, b] : cut_pairs) {
        has_cut_[a] = has_cut_[b] = true;
    }
}

bool Joining::is_cut(std::uint32_t a, std::uint32_t b) const {
    return has_cut_[a] && has_cut_[b] &&
           std::ranges::binary_search(*cut_pairs_, std::pair{std::min(a, b), std::max(a, b)});
}

void Joining::link(std::uint32_t a, std::uint32_t b, LinkReason reason, const std::string& number) {
    if (families_.unite(a, b)) {
        links_.push_back({std::min(a, b), std::max(a, b), reason, number});
    }
}

void Joining::join(const std::vector<std::uint32_t>& group, const Reason& reason, const std::string& number) {
    if (std::ranges::count_if(group, [&](auto place) { return has_cut_[place]; }) < 2) {
        for (std::size_t i = 1; i < group.size(); ++i) {
            link(group[0], group[i], reason(0, i), number);
        }
        return;
    }
    // Breadth first over the pairs that are not cut. A step visits each unvisited document once and leaves
    // it only for a cut pair, so the cost is that of the group and of its cuts.
    std::vector<std::size_t> unvisited(group.size());
    for (std::size_t i = 0; i < group.size(); ++i) {
        unvisited[i] = i;
    }
    while (!unvisited.empty()) {
        std::vector<std::size_t> reached{unvisited.front()};
        unvisited.erase(unvisited.begin());
        for (std::size_t next = 0; next < reached.size(); ++next) {
            const auto from = reached[next];
            std::vector<std::size_t> left;
            for (const auto to : unvisited) {
                if (is_cut(group[from], group[to])) {
                    left.push_back(to);
                } else {
                    reached.push_back(to);
                    link(group[from], group[to], reason(from, to), number);
                }
            }
            unvisited = std::move(left);
        }
    }
}

void Joining::take(const std::vector<FamilyLink>& links) {
    for (const auto& known : links) {
        link(known.a, known.b, known.reason, known.number);
    }
}

} // namespace longmen::resolve::detail
