// SPDX-License-Identifier: GPL-3.0-or-later
// Ages and ends of rights in force.
#include <longmen/analysis/ages.hpp>

#include <longmen/record/in_force.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace longmen::analysis {

namespace {

/// Records in force on the day; those nobody can tell are counted apart.
struct Alive {
    std::vector<std::uint32_t> patents;
    std::size_t unknown = 0;
};

Alive alive(const Corpus& corpus, std::span<const std::uint32_t> selection, const Date& as_of) {
    Alive result;
    for (const auto position : selection) {
        const auto in_force = in_force_on(corpus.patents[position], as_of, corpus.as_of);
        if (!in_force) {
            ++result.unknown;
        } else if (*in_force) {
            result.patents.push_back(position);
        }
    }
    return result;
}

Sentence unknown_rule(std::size_t unknown) {
    if (unknown == 0) {
        return {"只计有效专利", "rights in force only"};
    }
    return {fmt::format("只计有效专利；另有{}件法律状态不明", unknown),
            fmt::format("rights in force only; the status of {} more is unknown", unknown)};
}

} // namespace

int full_years(const Date& from, const Date& to) {
    const int years = to.year() - from.year();
    return std::max(0, from.add_years(years).days() > to.days() ? years - 1 : years);
}

AgePyramid age_pyramid(const Corpus& corpus, std::span<const std::uint32_t> selection, const Date& as_of) {
    const Alive rights = alive(corpus, selection, as_of);
    AgePyramid result;
    result.unknown = rights.unknown;
    std::size_t n = 0;
    for (const auto position : rights.patents) {
        const auto& patent = corpus.patents[position];
        if (!patent.app_date) {
            continue;
        }
        ++n;
        const auto age = static_cast<std::size_t>(full_years(*patent.app_date, as_of));
        while (result.steps.size() <= age) {
            result.steps.push_back({static_cast<int>(result.steps.size()), {}});
        }
        ++result.steps[age].counts.at(static_cast<std::size_t>(patent.type));
    }
    result.basis =
        make_basis(Clock::filing, as_of, n, rights.patents.size() - n, unknown_rule(rights.unknown));
    return result;
}

ExpiryLadder expiry_ladder(const Corpus& corpus, std::span<const std::uint32_t> selection,
                           const Date& as_of) {
    const Alive rights = alive(corpus, selection, as_of);
    ExpiryLadder result;
    result.unknown = rights.unknown;
    std::vector<std::tuple<Date, std::string, std::uint32_t>> ends;
    for (const auto position : rights.patents) {
        if (const auto& end = corpus.patents[position].expiry_date) {
            ends.emplace_back(*end, corpus.patents[position].number, position);
        }
    }
    std::ranges::sort(ends);
    for (const auto& [end, number, position] : ends) {
        if (result.steps.empty()) {
            result.steps.push_back({end.year(), {}, {}});
        }
        while (result.steps.back().year < end.year()) {
            result.steps.push_back({result.steps.back().year + 1, {}, {}});
        }
        auto& step = result.steps.back();
        ++step.counts.at(static_cast<std::size_t>(corpus.patents[position].type));
        step.patents.push_back(position);
    }
    Sentence rule = unknown_rule(rights.unknown);
    rule.zh += "；按法定期限届满日，未考虑欠费终止";
    rule.en += "; by the end of the full term, lapses for unpaid fees aside";
    result.basis = make_basis({}, as_of, ends.size(), rights.patents.size() - ends.size(), rule);
    return result;
}

} // namespace longmen::analysis
