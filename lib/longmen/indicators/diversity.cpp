// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of squares kept up as counts rise.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/diversity.hpp>

#include <array>
#include <limits>
#include <vector>

namespace longmen::indicators {
namespace {

constexpr std::size_t nodes_of_piece = std::size_t{1} << 13;
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// Up to three classes of a node in one word, so that a neighbour costs one access to memory: count below,
/// then 20 bits each. Nodes with more, or with a class beyond 20 bits, are looked up.
class PackedClasses {
    static constexpr unsigned bits = 20;
    static constexpr std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
    static constexpr std::uint64_t looked_up = 15;
    const graph::Lists& lists_;
    Buffer<std::uint64_t> words_;

    [[nodiscard]] static std::uint64_t pack(std::span<const std::uint32_t> classes) {
        constexpr std::size_t most = 3;
        if (classes.size() > most) {
            return looked_up;
        }
        std::uint64_t word = classes.size();
        unsigned at = 4;
        for (const auto each : classes) {
            if (each > mask) {
                return looked_up;
            }
            word |= std::uint64_t{each} << at;
            at += bits;
        }
        return word;
    }

public:
    PackedClasses(const graph::Lists& lists, Threads& threads) : lists_(lists), words_(lists.size()) {
        threads.ranges(lists.size(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
            for (auto node = begin; node < end; ++node) {
                words_[node] = pack(lists[node]);
            }
        });
    }

    void ahead(std::size_t node) const { __builtin_prefetch(words_.data() + node); }

    /// Calls `take(class, number of classes)` for each.
    template <typename Take>
    void each(std::size_t node, Take take) const {
        auto word = words_[node];
        const auto count = static_cast<std::uint32_t>(word & 15U);
        if (count == looked_up) {
            const auto classes = lists_[node];
            for (const auto one : classes) {
                take(one, static_cast<std::uint32_t>(classes.size()));
            }
            return;
        }
        word >>= 4U;
        for (std::uint32_t i = 0; i < count; ++i, word >>= bits) {
            take(static_cast<std::uint32_t>(word & mask), count);
        }
    }
};

/// Counts of one thread, all zero between two nodes.
template <typename Count>
struct Tally {
    std::vector<Count> counts;
    std::vector<std::uint32_t> seen;

    explicit Tally(std::uint32_t classes) : counts(classes) {}
    void clear() {
        for (const auto each : seen) {
            counts[each] = 0;
        }
        seen.clear();
    }
};

double finish(std::uint64_t squares, std::uint64_t total, bool corrected) {
    if (total == 0 || (corrected && total < 2)) {
        return undefined;
    }
    const auto all = static_cast<double>(total);
    const auto spread = 1 - static_cast<double>(squares) / (all * all);
    return corrected ? spread * all / (all - 1) : spread;
}

double counted(std::span<const std::uint32_t> neighbours, const PackedClasses& classes, bool first_only,
               bool corrected, Tally<std::uint32_t>& tally) {
    std::uint64_t squares = 0; // of the counts so far: (k + 1)^2 - k^2 = 2k + 1
    std::uint64_t total = 0;
    for (const auto neighbour : neighbours) {
        bool first = true;
        classes.each(neighbour, [&](std::uint32_t one, std::uint32_t) {
            if (first_only && !first) {
                return;
            }
            first = false;
            auto& count = tally.counts[one];
            if (count == 0) {
                tally.seen.push_back(one);
            }
            squares += 2 * std::uint64_t{count} + 1;
            ++count;
            ++total;
        });
    }
    tally.clear();
    return finish(squares, total, corrected);
}

double shared(std::span<const std::uint32_t> neighbours, const PackedClasses& classes, Tally<double>& tally) {
    std::uint64_t total = 0;
    for (const auto neighbour : neighbours) {
        std::uint32_t of = 0;
        classes.each(neighbour, [&](std::uint32_t one, std::uint32_t count) {
            if (tally.counts[one] == 0) {
                tally.seen.push_back(one);
            }
            tally.counts[one] += 1.0 / count;
            of = count;
        });
        total += of > 0 ? 1 : 0;
    }
    double squares = 0;
    for (const auto one : tally.seen) {
        squares += tally.counts[one] * tally.counts[one];
    }
    tally.clear();
    const auto all = static_cast<double>(total);
    return total == 0 ? undefined : 1 - squares / (all * all);
}

} // namespace

Shares diversity(const graph::Lists& neighbours, const graph::Lists& classes, std::uint32_t class_count,
                 DiversityRule rule, bool corrected, Threads& threads) {
    if (corrected && rule == DiversityRule::fractional) {
        throw UsageError(
            Sentence{"霍尔校正以等权计数为前提，不用于按类别数分摊的口径",
                     "Hall's correction assumes equal weights and is not made for the fractional rule"});
    }
    const PackedClasses packed{classes, threads};
    Shares result(neighbours.size());
    std::vector<Tally<std::uint32_t>> counts(threads.count(), Tally<std::uint32_t>{class_count});
    std::vector<Tally<double>> shares(rule == DiversityRule::fractional ? threads.count() : 0,
                                      Tally<double>{class_count});
    constexpr std::size_t distance = 24; // arcs ahead of the one in hand
    threads.ranges(
        neighbours.size(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned thread) {
            const auto arcs_end = neighbours.offsets[end];
            for (auto node = begin; node < end; ++node) {
                for (auto i = neighbours.offsets[node];
                     i < neighbours.offsets[node + 1] && i + distance < arcs_end; ++i) {
                    packed.ahead(neighbours.items[i + distance]);
                }
                result[node] = rule == DiversityRule::fractional
                                   ? shared(neighbours[node], packed, shares[thread])
                                   : counted(neighbours[node], packed, rule == DiversityRule::first,
                                             corrected, counts[thread]);
            }
        });
    return result;
}

} // namespace longmen::indicators
