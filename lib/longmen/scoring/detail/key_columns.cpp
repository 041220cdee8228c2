// SPDX-License-Identifier: GPL-3.0-or-later
// Sums over terms for small groups of candidates, kept in registers.
#include <longmen/scoring/detail/key_columns.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <numeric>

namespace longmen::scoring::detail {
namespace {

constexpr double coverage_noise = 1e-12; // as in `score_of`
// Added to a number below 2^51, this leaves the number rounded to the nearest whole in the lowest bits.
constexpr double whole_part = 0x1p52;

using Sums = std::array<double, lanes>;

/// Four numbers side by side in one register, or in two where the machine has smaller ones: each is
/// multiplied and added by itself, so the bits are the same.
using Four = double __attribute__((vector_size(32)));

// Machines with AVX2 take a version of their own; chosen when the program starts. Not where sanitizers are at
// work.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&     \
    !defined(__SANITIZE_THREAD__)
#define LONGMEN_BY_MACHINE __attribute__((target_clones("avx2", "default")))
#else
#define LONGMEN_BY_MACHINE
#endif

/// sum over terms of weight x column, for `twins` weightings and one group of candidates. All sums stay in
/// registers, and each number of a column is read once for both weightings.
[[gnu::always_inline]] inline void add_up(const double* column, std::size_t stride, std::size_t terms,
                                          const double* weights, std::array<Sums, twins>& sums) {
    Four a0{}, a1{}, b0{}, b1{};
    for (std::size_t t = 0; t < terms; ++t, column += stride) {
        const double one = weights[t], other = weights[terms + t];
        const Four a{one, one, one, one}, b{other, other, other, other};
        Four x0, x1;
        std::memcpy(&x0, column, sizeof x0);
        std::memcpy(&x1, column + 4, sizeof x1);
        a0 += a * x0;
        a1 += a * x1;
        b0 += b * x0;
        b1 += b * x1;
    }
    std::memcpy(sums[0].data(), &a0, sizeof a0);
    std::memcpy(sums[0].data() + 4, &a1, sizeof a1);
    std::memcpy(sums[1].data(), &b0, sizeof b0);
    std::memcpy(sums[1].data() + 4, &b1, sizeof b1);
}

} // namespace

Columns::Columns(const Choice& choice)
    : candidates(choice.candidates()), padded((candidates + lanes - 1) / lanes * lanes),
      terms(choice.terms()), value(padded * terms), measured(padded * terms), ties(padded), order(candidates),
      grain(choice.rule.grain), least_coverage(choice.rule.least_coverage) {
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](auto a, auto b) { return choice.tie_place(a) < choice.tie_place(b); });
    for (std::size_t position = 0; position < candidates; ++position) {
        const auto row = choice.row(order[position]);
        for (std::size_t t = 0; t < terms; ++t) {
            const bool defined = !std::isnan(row[t]);
            whole = whole && defined;
            value[t * padded + position] = defined ? row[t] : 0;
            measured[t * padded + position] = defined ? 1 : 0;
        }
        ties[position] = low_half - position;
    }
}

LONGMEN_BY_MACHINE
void fill_keys(const Columns& columns, const double* weights,
               std::array<std::vector<std::uint64_t>, twins>& keys) {
    std::array<double, twins> total{};
    for (std::size_t w = 0; w < twins; ++w) {
        for (std::size_t t = 0; t < columns.terms; ++t) {
            total[w] += weights[w * columns.terms + t];
        }
    }
    std::array<Sums, twins> sums{}, used{};
    for (std::size_t base = 0; base < columns.padded; base += lanes) {
        add_up(columns.value.data() + base, columns.padded, columns.terms, weights, sums);
        if (!columns.whole) {
            add_up(columns.measured.data() + base, columns.padded, columns.terms, weights, used);
        }
        for (std::size_t w = 0; w < twins; ++w) {
            std::array<std::uint64_t, lanes> out{};
            if (columns.whole) {
                for (std::size_t l = 0; l < lanes; ++l) {
                    const double units = sums[w][l] / total[w] * columns.grain + whole_part;
                    out[l] = ((std::bit_cast<std::uint64_t>(units) + 1) << 32U) | columns.ties[base + l];
                }
            } else {
                for (std::size_t l = 0; l < lanes; ++l) {
                    const bool scored = used[w][l] + coverage_noise >= columns.least_coverage;
                    const double units = (scored ? sums[w][l] / used[w][l] : 0) * columns.grain + whole_part;
                    out[l] = (scored ? (std::bit_cast<std::uint64_t>(units) + 1) << 32U : 0) |
                             columns.ties[base + l];
                }
            }
            std::copy(out.begin(), out.end(), keys[w].begin() + static_cast<std::ptrdiff_t>(base));
        }
    }
}

} // namespace longmen::scoring::detail
