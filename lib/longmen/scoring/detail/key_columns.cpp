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

/// Two numbers side by side in one register: compilers see to the rest on any machine.
using Two = double __attribute__((vector_size(16)));

Two two_at(const double* from) {
    Two two;
    std::memcpy(&two, from, sizeof two);
    return two;
}

/// sum over terms of weight x column, for `twins` weightings and one group of candidates. All sums stay in
/// registers, and each number of a column is read once for both weightings.
void add_up(const double* column, std::size_t stride, std::size_t terms, const double* weights,
            std::array<Sums, twins>& sums) {
    Two a0{}, a1{}, a2{}, a3{}, b0{}, b1{}, b2{}, b3{};
    for (std::size_t t = 0; t < terms; ++t, column += stride) {
        const Two a{weights[t], weights[t]}, b{weights[terms + t], weights[terms + t]};
        const Two x0 = two_at(column), x1 = two_at(column + 2), x2 = two_at(column + 4),
                  x3 = two_at(column + 6);
        a0 += a * x0;
        a1 += a * x1;
        a2 += a * x2;
        a3 += a * x3;
        b0 += b * x0;
        b1 += b * x1;
        b2 += b * x2;
        b3 += b * x3;
    }
    sums[0] = {a0[0], a0[1], a1[0], a1[1], a2[0], a2[1], a3[0], a3[1]};
    sums[1] = {b0[0], b0[1], b1[0], b1[1], b2[0], b2[1], b3[0], b3[1]};
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
