// SPDX-License-Identifier: GPL-3.0-or-later
// One applicant: its neighbours. Several: those of the best connected one, whose marks serve all documents
// that have it, and what the others add to it.
#include <longmen/indicators/partners.hpp>

#include <longmen/base/prefetch.hpp>

#include <algorithm>
#include <span>
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
    /// 1 when it was not marked yet; nothing hangs on a branch.
    std::uint32_t set_fresh(std::uint32_t name) {
        auto& word = words_[name / bits];
        const auto before = word;
        word |= std::uint64_t{1} << (name % bits);
        return static_cast<std::uint32_t>(before != word);
    }
    void set(std::uint32_t name) { words_[name / bits] |= std::uint64_t{1} << (name % bits); }
    void clear(std::uint32_t name) { words_[name / bits] &= ~(std::uint64_t{1} << (name % bits)); }
};

/// Applicants of a document, in a copy.
struct Joint {
    std::size_t begin = 0, size = 0;
    std::uint32_t document = 0;
};

/// What one thread works with.
struct alignas(apart) Work {
    Marks marks;
    std::vector<std::uint32_t> added; ///< marks beyond those of the best connected one
    std::size_t size = 0;             ///< how many these are; the vector is the room for them
    std::vector<std::uint32_t> names; ///< of the joint documents of one applicant
    std::vector<Joint> joints;

    [[nodiscard]] std::span<const std::uint32_t> own(const Joint& joint) const {
        return std::span{names}.subspan(joint.begin, joint.size);
    }
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

/// The joint documents of `largest` with their applicants. Documents lie anywhere: what comes shortly after
/// is fetched ahead, and then the neighbours of those found.
void gather(const graph::Lists& documents, std::size_t largest, const graph::Lists& applicants,
            const graph::Lists& neighbours, Work& work) {
    constexpr std::size_t ahead = 16; // documents
    work.names.clear();
    work.joints.clear();
    for (std::size_t at = documents.offsets[largest]; at < documents.offsets[largest + 1]; ++at) {
        if (at + 2 * ahead < documents.items.size()) {
            prefetch(applicants.offsets.data() + documents.items[at + 2 * ahead]);
            prefetch(applicants.items.data() + applicants.offsets[documents.items[at + ahead]]);
        }
        const auto document = documents.items[at];
        const auto own = applicants[document];
        work.joints.push_back({work.names.size(), own.size(), document});
        for (const auto name : own) {
            work.names.push_back(name);
            prefetch(neighbours.items.data() + neighbours.offsets[name]);
        }
    }
}

/// The neighbours of `largest` are marked, and nothing else, before and after.
std::int32_t count_joint(const graph::Lists& neighbours, std::span<const std::uint32_t> own,
                         std::uint32_t largest, Work& work) {
    auto& marks = work.marks;
    auto& added = work.added;
    auto& size = work.size;
    size = 0;
    const auto add = [&](std::uint32_t name) {
        const auto fresh = marks.set_fresh(name);
        added[size] = name;
        size += fresh;
        return static_cast<std::int32_t>(fresh);
    };
    const auto make_room = [&](std::size_t more) { added.resize(std::max(added.size(), size + more + 1)); };
    auto count = static_cast<std::int32_t>(neighbours.count(largest));
    make_room(own.size());
    for (auto at = own.begin(); at != own.end(); ++at) { // its own are no partners
        if (std::find(own.begin(), at, *at) == at && add(*at) == 0) {
            --count;
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
        make_room(neighbours.count(*at));
        for (const auto name : neighbours[*at]) {
            count += add(name);
        }
    }
    for (const auto name : std::span{added}.first(size)) {
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
    const auto owned = by_best_connected(neighbours, applicants, threads);
    const auto& offsets = owned.offsets;
    std::vector<Work> work(threads.count(), {Marks{neighbours.size()}, {}, 0, {}, {}});
    threads.ranges(
        neighbours.size(), names_of_piece, [&](std::size_t begin, std::size_t end, unsigned thread) {
            auto& mine = work[thread];
            for (auto largest = begin; largest < end; ++largest) {
                if (offsets[largest] == offsets[largest + 1]) {
                    continue;
                }
                gather(owned.view(), largest, applicants, neighbours, mine);
                // The same applicants file again and again: they are counted once.
                std::ranges::sort(mine.joints, [&](const Joint& left, const Joint& right) {
                    return std::ranges::lexicographical_compare(mine.own(left), mine.own(right));
                });
                for (const auto name : neighbours[largest]) {
                    mine.marks.set(name);
                }
                std::span<const std::uint32_t> before;
                std::int32_t count = 0;
                for (const auto& joint : mine.joints) {
                    const auto own = mine.own(joint);
                    if (!std::ranges::equal(own, before)) {
                        count = count_joint(neighbours, own, static_cast<std::uint32_t>(largest), mine);
                        before = own;
                    }
                    counts[joint.document] = count;
                }
                for (const auto name : neighbours[largest]) {
                    mine.marks.clear(name);
                }
            }
        });
    return counts;
}

} // namespace longmen::indicators
