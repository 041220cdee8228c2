// SPDX-License-Identifier: GPL-3.0-or-later
// How far neighbours spread over classes, neighbour by neighbour: at the end of a list, or at several places
// in it. Sums of squares are kept up as counts rise.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/prefetch.hpp>
#include <longmen/graph/citation_graph.hpp>
#include <longmen/indicators/diversity.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

namespace longmen::indicators::detail {

inline constexpr std::size_t nodes_of_spread = std::size_t{1} << 13; // a piece of work
inline constexpr double undefined_share = std::numeric_limits<double>::quiet_NaN();

/// The classes of a node in one word, so that a neighbour costs one access to memory: their number in four
/// bits, then each in `bits`. Nodes with more than fit, or with a class of more bits, are looked up.
template <unsigned bits>
class PackedClasses {
    static constexpr std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
    static constexpr unsigned count_bits = 4;
    static constexpr std::uint64_t looked_up = (1U << count_bits) - 1;
    graph::Lists lists_;
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
    PackedClasses(const graph::Lists& lists, Threads& threads)
        : lists_(lists), words_(lists.size(), Filled::no) {
        threads.ranges(lists.size(), nodes_of_spread, [&](std::size_t begin, std::size_t end, unsigned) {
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

inline double finish(std::uint64_t squares, std::uint64_t total, bool corrected) {
    if (total == 0 || (corrected && total < 2)) {
        return undefined_share;
    }
    const auto all = static_cast<double>(total);
    const auto spread = 1 - static_cast<double>(squares) / (all * all);
    return corrected ? spread * all / (all - 1) : spread;
}

/// Of one thread: every class counts one, for each neighbour or for its first class alone.
template <typename Packed>
class CountedSpread {
    const Packed& packed_;
    bool first_only_, corrected_;
    Tally<std::uint32_t> tally_;
    std::size_t size_ = 0;
    std::uint64_t squares_ = 0;

public:
    CountedSpread(const Packed& packed, std::uint32_t class_count, DiversityRule rule, bool corrected)
        : packed_(packed), first_only_(rule == DiversityRule::first), corrected_(corrected),
          tally_(class_count) {}

    void add(std::span<const std::uint32_t> neighbours) {
        tally_.make_room(size_ + (neighbours.size() + 1) * Packed::most_packed);
        auto size = size_;
        for (const auto neighbour : neighbours) {
            const auto count = packed_.append(neighbour, tally_.classes, size);
            size += first_only_ ? std::min<std::size_t>(count, 1) : count;
        }
        auto squares = squares_; // of the counts so far: (k + 1)^2 - k^2 = 2k + 1
        for (auto i = size_; i < size; ++i) {
            squares += 2 * std::uint64_t{tally_.counts[tally_.classes[i]]++} + 1;
        }
        squares_ = squares;
        size_ = size;
    }
    [[nodiscard]] double value_so_far() { return finish(squares_, size_, corrected_); }
    double take() {
        const auto value = finish(squares_, size_, corrected_);
        for (std::size_t i = 0; i < size_; ++i) {
            tally_.counts[tally_.classes[i]] = 0;
        }
        size_ = 0;
        squares_ = 0;
        return value;
    }
};

/// Of one thread: every neighbour counts one, shared by its classes.
template <typename Packed>
class SharedSpread {
    const Packed& packed_;
    Tally<double> tally_;
    std::vector<double> kept_;
    std::size_t size_ = 0;
    std::uint64_t total_ = 0;

    [[nodiscard]] double finished(double squares) const {
        const auto all = static_cast<double>(total_);
        return total_ == 0 ? undefined_share : 1 - squares / (all * all);
    }

public:
    SharedSpread(const Packed& packed, std::uint32_t class_count, DiversityRule, bool)
        : packed_(packed), tally_(class_count) {}

    void add(std::span<const std::uint32_t> neighbours) {
        tally_.make_room(size_ + (neighbours.size() + 1) * Packed::most_packed);
        auto size = size_;
        for (const auto neighbour : neighbours) {
            const auto count = packed_.append(neighbour, tally_.classes, size);
            for (auto i = size; i < size + count; ++i) {
                tally_.counts[tally_.classes[i]] += 1.0 / static_cast<double>(count);
            }
            size += count;
            total_ += count > 0 ? 1 : 0;
        }
        size_ = size;
    }
    /// Leaves each class in the list once, where it came first.
    double value_so_far() {
        double squares = 0;
        std::size_t once = 0;
        kept_.clear();
        for (std::size_t i = 0; i < size_; ++i) {
            auto& share = tally_.counts[tally_.classes[i]];
            if (share != 0) {
                squares += share * share;
                tally_.classes[once++] = tally_.classes[i];
                kept_.push_back(share);
                share = 0;
            }
        }
        for (std::size_t i = 0; i < once; ++i) {
            tally_.counts[tally_.classes[i]] = kept_[i];
        }
        size_ = once;
        return finished(squares);
    }
    double take() {
        double squares = 0; // each class where it comes first, and nothing where it comes again
        for (std::size_t i = 0; i < size_; ++i) {
            auto& share = tally_.counts[tally_.classes[i]];
            squares += share * share;
            share = 0;
        }
        const auto value = finished(squares);
        size_ = 0;
        total_ = 0;
        return value;
    }
};

/// What the neighbours of a node and of those shortly after it will read.
template <typename Packed>
[[gnu::always_inline]] inline void fetch_ahead(const graph::Lists& neighbours, std::size_t node,
                                               const Packed& packed) {
    constexpr std::size_t ahead = 24; // arcs
    const auto arcs_end = neighbours.items.size();
    for (auto i = neighbours.offsets[node]; i < neighbours.offsets[node + 1] && i + ahead < arcs_end; ++i) {
        packed.fetch(neighbours.items[i + ahead]);
    }
}

/// Calls `make.template operator()<Packed, Spread>()` with the types that fit rule and classes.
template <typename Make>
auto with_spread(std::uint32_t class_count, DiversityRule rule, Make make) {
    constexpr unsigned narrow = 12; // five in a word; subclasses of IPC and CPC are fewer than 700
    constexpr unsigned wide = 20;   // three in a word; groups
    const auto by_rule = [&]<typename Packed>() {
        return rule == DiversityRule::fractional ? make.template operator()<Packed, SharedSpread<Packed>>()
                                                 : make.template operator()<Packed, CountedSpread<Packed>>();
    };
    return class_count <= 1U << narrow ? by_rule.template operator()<PackedClasses<narrow>>()
                                       : by_rule.template operator()<PackedClasses<wide>>();
}

/// UsageError for a correction of the fractional rule.
void check_rule(DiversityRule rule, bool corrected);

} // namespace longmen::indicators::detail
