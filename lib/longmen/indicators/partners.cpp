// SPDX-License-Identifier: GPL-3.0-or-later
// One applicant: its neighbours. Several: those of the best connected one, whose marks serve all documents
// that have it, and what the others add to it.
#include <longmen/indicators/partners.hpp>

#include <algorithm>
#include <vector>

namespace longmen::indicators {
namespace {

constexpr std::size_t nodes_of_piece = std::size_t{1} << 14;
constexpr std::size_t names_of_piece = std::size_t{1} << 4;

/// A bit for each applicant: small enough to stay near the processor.
class Marks {
    std::vector<std::uint64_t> words_;
    static constexpr unsigned bits = 64;

public:
    explicit Marks(std::size_t names) : words_(names / bits + 1) {}
    [[nodiscard]] bool has(std::uint32_t name) const {
        return ((words_[name / bits] >> (name % bits)) & 1U) != 0;
    }
    void set(std::uint32_t name) { words_[name / bits] |= std::uint64_t{1} << (name % bits); }
    void clear(std::uint32_t name) { words_[name / bits] &= ~(std::uint64_t{1} << (name % bits)); }
};

/// What one thread works with.
struct alignas(apart) Work {
    Marks marks;
    std::vector<std::uint32_t> added; ///< marks beyond those of the best connected one
};

/// Joint documents by their best connected applicant.
OwnedLists by_best_connected(const graph::Lists& neighbours, const graph::Lists& applicants,
                             Threads& threads) {
    constexpr auto none = ~std::uint32_t{0};
    Buffer<std::uint32_t> best(applicants.size(), Filled::no);
    threads.ranges(best.size(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto node = begin; node < end; ++node) {
            const auto own = applicants[node];
            best[node] = own.size() < 2 ? none : *std::ranges::max_element(own, {}, [&](std::uint32_t name) {
                return neighbours.count(name);
            });
        }
    });
    OwnedLists documents;
    documents.offsets = Buffer<ArcId>(neighbours.size() + 1);
    for (const auto name : best) {
        if (name != none) {
            ++documents.offsets[name + 1];
        }
    }
    for (std::size_t name = 0; name < neighbours.size(); ++name) {
        documents.offsets[name + 1] += documents.offsets[name];
    }
    documents.items = Buffer<std::uint32_t>(documents.offsets[neighbours.size()], Filled::no);
    std::vector<ArcId> places(documents.offsets.begin(), documents.offsets.end());
    for (std::size_t node = 0; node < best.size(); ++node) {
        if (best[node] != none) {
            documents.items[places[best[node]]++] = static_cast<std::uint32_t>(node);
        }
    }
    return documents;
}

/// The neighbours of `largest` are marked, and nothing else, before and after.
std::int32_t count_joint(const graph::Lists& neighbours, std::span<const std::uint32_t> own,
                         std::uint32_t largest, Work& work) {
    auto& [marks, added] = work;
    added.clear();
    auto count = static_cast<std::int32_t>(neighbours.count(largest));
    for (auto at = own.begin(); at != own.end(); ++at) { // its own are no partners
        if (std::find(own.begin(), at, *at) != at) {
            continue;
        }
        if (marks.has(*at)) {
            --count;
        } else {
            marks.set(*at);
            added.push_back(*at);
        }
    }
    const auto last =
        std::ranges::find_if(own.rbegin(), own.rend(), [&](std::uint32_t name) { return name != largest; });
    for (auto at = own.begin(); at != own.end(); ++at) {
        if (*at == largest) {
            continue;
        }
        if (last != own.rend() && at == last.base() - 1) { // nothing comes behind that would need the marks
            for (const auto name : neighbours[*at]) {
                count += marks.has(name) ? 0 : 1;
            }
            break;
        }
        for (const auto name : neighbours[*at]) {
            if (!marks.has(name)) {
                marks.set(name);
                added.push_back(name);
                ++count;
            }
        }
    }
    for (const auto name : added) {
        marks.clear(name);
    }
    return count;
}

} // namespace

Buffer<std::int32_t> partners(const graph::WeightedGraph& network, const graph::Lists& applicants,
                              Threads& threads) {
    const auto& neighbours = network.neighbours;
    Buffer<std::int32_t> counts(applicants.size(), Filled::no);
    threads.ranges(counts.size(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto node = begin; node < end; ++node) {
            const auto own = applicants[node];
            counts[node] = own.empty() ? -1 : static_cast<std::int32_t>(neighbours.count(own[0]));
        }
    });
    auto owned = by_best_connected(neighbours, applicants, threads);
    const auto& offsets = owned.offsets;
    std::vector<Work> work(threads.count(), {Marks{neighbours.size()}, {}});
    threads.ranges(
        neighbours.size(), names_of_piece, [&](std::size_t begin, std::size_t end, unsigned thread) {
            auto& mine = work[thread];
            for (auto largest = begin; largest < end; ++largest) {
                const auto documents = std::span{owned.items.begin() + offsets[largest],
                                                 owned.items.begin() + offsets[largest + 1]};
                if (documents.empty()) {
                    continue;
                }
                // The same applicants file again and again: they are counted once.
                std::ranges::sort(documents, [&](std::uint32_t left, std::uint32_t right) {
                    return std::ranges::lexicographical_compare(applicants[left], applicants[right]);
                });
                for (const auto name : neighbours[largest]) {
                    mine.marks.set(name);
                }
                for (std::size_t i = 0; i < documents.size(); ++i) {
                    const auto own = applicants[documents[i]];
                    counts[documents[i]] =
                        i > 0 && std::ranges::equal(own, applicants[documents[i - 1]])
                            ? counts[documents[i - 1]]
                            : count_joint(neighbours, own, static_cast<std::uint32_t>(largest), mine);
                }
                for (const auto name : neighbours[largest]) {
                    mine.marks.clear(name);
                }
            }
        });
    return counts;
}

} // namespace longmen::indicators
