// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of mentions that grow only while nothing speaks against it.
#pragma once

#include <longmen/resolve/organisations.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace longmen::resolve::detail {

using Rank = std::uint32_t; ///< position of a mention in the order of normalised names

/// What keeps two sets apart in a kind of joining.
enum class Caution : std::uint8_t {
    none,  ///< a person's word: only another person's word
    codes, ///< the same name or code: also differing codes
    forms, ///< also countries of legal forms, order of a university's name
    joint, ///< also: both on one record
};

struct ClusterFacts {
    std::uint64_t countries = ~std::uint64_t{0};
    std::uint64_t also = 0;     ///< where the legal forms may be translations
    bool country_known = false; ///< `countries` is where the body is, not only where its form is at home
    std::uint8_t order = 3;
    bool individual = false;
    std::string_view country; ///< of the mention; the first known of the set
    std::string_view code;
};

struct ClusterLink {
    Rank a = 0;
    Rank b = 0;
    MergeReason reason{};
    double score = 1;
};

class Clusters {
    std::vector<Rank> parent_;
    std::vector<Rank> size_;
    std::vector<ClusterFacts> facts_;
    std::vector<std::vector<Rank>> apart_; ///< by a person's word
    std::vector<std::vector<Rank>> joint_; ///< on one record
    std::vector<ClusterLink> links_;

public:
    explicit Clusters(std::vector<ClusterFacts> facts);

    void keep_apart(Rank a, Rank b);
    void note_joint(Rank a, Rank b);

    [[nodiscard]] Rank root(Rank rank);
    /// Whether the sets of a and b may become one.
    [[nodiscard]] bool compatible(Rank a, Rank b, Caution caution);
    /// Joins the sets when they may; true when they are one afterwards.
    bool join(const ClusterLink& link, Caution caution);
    /// Joins what the names of one key allow. Where a set without legal form could go to several, it goes to
    /// none.
    template <class ReasonOf>
    void join_bucket(std::vector<Rank> ranks, Caution caution, ReasonOf reason_of);

    [[nodiscard]] const std::vector<ClusterLink>& links() const { return links_; }
    [[nodiscard]] bool kept_apart(Rank a, Rank b);

private:
    [[nodiscard]] bool any_between(const std::vector<std::vector<Rank>>& pairs, Rank a, Rank b);
    void sort_by_strictness(std::vector<Rank>& ranks);
};

template <class ReasonOf>
void Clusters::join_bucket(std::vector<Rank> ranks, Caution caution, ReasonOf reason_of) {
    constexpr std::size_t most_heads = 64; // more unlike names under one key: the rest stays as it is
    sort_by_strictness(ranks);
    std::vector<Rank> heads;
    for (const auto rank : ranks) {
        Rank target = rank;
        int possible = 0;
        for (const auto head : heads) {
            if (root(head) == root(rank)) {
                possible = -1;
                break;
            }
            if (compatible(head, rank, caution)) {
                target = head;
                ++possible;
            }
        }
        if (possible == 1) {
            join({target, rank, reason_of(target, rank), 1}, caution);
        } else if (possible == 0 && heads.size() < most_heads) {
            heads.push_back(rank);
        }
    }
}

} // namespace longmen::resolve::detail
