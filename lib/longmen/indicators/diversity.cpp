// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of squares kept up as counts rise.
#include <longmen/base/errors.hpp>
#include <longmen/base/prefetch.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/diversity.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

namespace longmen::indicators {
namespace {

constexpr std::size_t nodes_of_piece = std::size_t{1} << 13;
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// The classes of a node in one word, so that a neighbour costs one access to memory: their number in four
/// bits, then each in `bits`. Nodes with more than fit, or with a class of more bits, are looked up.
template <unsigned bits>
class PackedClasses {
    static constexpr std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
    static constexpr unsigned count_bits = 4;
    static constexpr std::uint64_t looked_up = (1U << count_bits) - 1;
    const graph::Lists& lists_;
    Buffer<std::uint64_t> words_;

public:
    static constexpr std::size_t most_packed = (64 - count_bits) / bits;

private:
    [[nodiscard]] static std::uint64_t pack(std::span<const std::uint32_t> classes) {
        if (classes.size() > most_packed) {
            return looked_up;
        }
        std::uint64_t word = classes.size();
        unsigned at = count_bits;
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

    [[gnu::always_inline]] void fetch(std::size_t node) const { prefetch(words_.data() + node); }

    /// Writes the classes of a node at `at`, where `to` has room for as many as are packed, and more is made
    /// for the others; returns how many they are. All places are written, so that nothing hangs on a branch.
    [[gnu::always_inline]] std::size_t append(std::size_t node, std::vector<std::uint32_t>& to,
                                              std::size_t at) const {
        auto word = words_[node];
        const auto count = static_cast<std::size_t>(word & looked_up);
        if (count == looked_up) [[unlikely]] {
            const auto classes = lists_[node];
            to.resize(to.size() + classes.size());
            std::copy(classes.begin(), classes.end(), to.begin() + static_cast<std::ptrdiff_t>(at));
            return classes.size();
        }
        auto* const out = to.data() + at;
        word >>= count_bits;
        for (std::size_t i = 0; i < most_packed; ++i, word >>= bits) {
            out[i] = static_cast<std::uint32_t>(word & mask);
        }
        return count;
    }
};

/// Work of one thread; all counts are zero between two nodes.
template <typename Count>
struct alignas(apart) Tally {
    std::vector<Count> counts;
    std::vector<std::uint32_t> classes; ///< of all neighbours, one behind the other

    explicit Tally(std::uint32_t class_count) : counts(class_count) {}
    void make_room(std::size_t size) {
        if (classes.size() < size) {
            classes.resize(size);
        }
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

template <typename Packed>
double counted(std::span<const std::uint32_t> neighbours, const Packed& packed, bool first_only,
               bool corrected, Tally<std::uint32_t>& tally) {
    tally.make_room((neighbours.size() + 1) * Packed::most_packed);
    std::size_t total = 0;
    for (const auto neighbour : neighbours) {
        const auto count = packed.append(neighbour, tally.classes, total);
        total += first_only ? std::min<std::size_t>(count, 1) : count;
    }
    std::uint64_t squares = 0; // of the counts so far: (k + 1)^2 - k^2 = 2k + 1
    for (std::size_t i = 0; i < total; ++i) {
        squares += 2 * std::uint64_t{tally.counts[tally.classes[i]]++} + 1;
    }
    for (std::size_t i = 0; i < total; ++i) {
        tally.counts[tally.classes[i]] = 0;
    }
    return finish(squares, total, corrected);
}

template <typename Packed>
double shared(std::span<const std::uint32_t> neighbours, const Packed& packed, Tally<double>& tally) {
    tally.make_room((neighbours.size() + 1) * Packed::most_packed);
    std::size_t size = 0;
    std::uint64_t total = 0;
    for (const auto neighbour : neighbours) {
        const auto count = packed.append(neighbour, tally.classes, size);
        for (auto i = size; i < size + count; ++i) {
            tally.counts[tally.classes[i]] += 1.0 / static_cast<double>(count);
        }
        size += count;
        total += count > 0 ? 1 : 0;
    }
    double squares = 0; // each class where it comes first, and nothing where it comes again
    for (std::size_t i = 0; i < size; ++i) {
        auto& share = tally.counts[tally.classes[i]];
        squares += share * share;
        share = 0;
    }
    const auto all = static_cast<double>(total);
    return total == 0 ? undefined : 1 - squares / (all * all);
}

template <unsigned bits>
Shares spread(const graph::Lists& neighbours, const graph::Lists& classes, std::uint32_t class_count,
              DiversityRule rule, bool corrected, Threads& threads) {
    const PackedClasses<bits> packed{classes, threads};
    Shares result(neighbours.size());
    const bool fractional = rule == DiversityRule::fractional;
    std::vector<Tally<std::uint32_t>> counts(fractional ? 0 : threads.count(),
                                             Tally<std::uint32_t>{class_count});
    std::vector<Tally<double>> shares(fractional ? threads.count() : 0, Tally<double>{class_count});
    constexpr std::size_t ahead = 24; // arcs
    threads.ranges(
        neighbours.size(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned thread) {
            const auto arcs_end = neighbours.items.size();
            for (auto node = begin; node < end; ++node) {
                for (auto i = neighbours.offsets[node];
                     i < neighbours.offsets[node + 1] && i + ahead < arcs_end; ++i) {
                    packed.fetch(neighbours.items[i + ahead]);
                }
                result[node] = fractional ? shared(neighbours[node], packed, shares[thread])
                                          : counted(neighbours[node], packed, rule == DiversityRule::first,
                                                    corrected, counts[thread]);
            }
        });
    return result;
}

} // namespace

Shares diversity(const graph::Lists& neighbours, const graph::Lists& classes, std::uint32_t class_count,
                 DiversityRule rule, bool corrected, Threads& threads) {
    if (corrected && rule == DiversityRule::fractional) {
        throw UsageError(
            Sentence{"霍尔校正以等权计数为前提，不用于按类别数分摊的口径",
                     "Hall's correction assumes equal weights and is not made for the fractional rule"});
    }
    constexpr unsigned narrow = 12; // five in a word; subclasses of IPC and CPC are fewer than 700
    constexpr unsigned wide = 20;   // three in a word; groups
    return class_count <= 1U << narrow
               ? spread<narrow>(neighbours, classes, class_count, rule, corrected, threads)
               : spread<wide>(neighbours, classes, class_count, rule, corrected, threads);
}

} // namespace longmen::indicators
