// SPDX-License-Identifier: GPL-3.0-or-later
// Leap growth as rows of percentiles.
#include <longmen/programme/ranking_choice.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <tuple>

namespace longmen::programme {
namespace {
constexpr double percent = 100;
constexpr double least_coverage = 1e-9; // any part at all
} // namespace

scoring::NamedChoice ranking_choice(const Assessment& assessment, std::size_t places) {
    if (places == 0) {
        throw UsageError(Sentence{"名额须不小于 1", "at least one place is expected"});
    }
    scoring::NamedChoice named;
    named.choice.rule.best = places;
    named.choice.rule.least_coverage = least_coverage;
    for (std::size_t i = 0; i < assessment.enterprises.size(); ++i) {
        const auto& enterprise = assessment.enterprises[i];
        if (enterprise.verdict == Verdict::eligible && enterprise.leap_growth) {
            named.positions.push_back(static_cast<std::uint32_t>(i));
        }
    }
    std::ranges::sort(named.positions, {}, [&](std::uint32_t i) {
        const auto& enterprise = assessment.enterprises[i];
        return std::tuple{std::string_view{enterprise.name}, std::string_view{enterprise.uscc}};
    });
    if (named.positions.empty()) {
        return named;
    }
    for (const auto& part : assessment.enterprises[named.positions.front()].growth) {
        const auto text = growth_text(part.growth);
        named.terms.push_back(
            {std::string{growth_key(part.growth)},
             {fmt::format("{}增长百分位", text.zh), fmt::format("percentile of growth of {}", text.en)}});
        named.choice.weights.push_back(part.weight);
    }
    for (const auto i : named.positions) {
        const auto& enterprise = assessment.enterprises[i];
        named.names.push_back(enterprise.name);
        const bool given = enterprise.word && enterprise.word->score;
        for (const auto& part : enterprise.growth) {
            named.choice.values.push_back(given             ? *enterprise.word->score / percent
                                          : part.percentile ? *part.percentile / percent
                                                            : std::numeric_limits<double>::quiet_NaN());
        }
    }
    return named;
}

} // namespace longmen::programme
