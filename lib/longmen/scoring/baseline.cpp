// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a step, counted or put together.
#include <longmen/scoring/baseline.hpp>

#include <longmen/base/errors.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace longmen::scoring {
namespace {

using stats::CohortLevel;

constexpr int capped_at = 99;

std::optional<stats::Percentile> published_percentile(const BaselineCell& cell, int percent) {
    const auto at = std::ranges::find(cell.percentiles, percent, &std::pair<int, double>::first);
    return at == cell.percentiles.end() ? std::nullopt : std::optional<stats::Percentile>{{at->second, 0, 0}};
}

} // namespace

const BaselineIndicator* Baseline::find(std::string_view key) const {
    const auto at = std::ranges::find(indicators, key, &BaselineIndicator::key);
    return at == indicators.end() ? nullptr : &*at;
}

std::optional<std::uint32_t> Baseline::office(std::string_view wanted) const {
    const auto at = std::ranges::find(offices, wanted);
    return at == offices.end() ? std::nullopt
                               : std::optional{static_cast<std::uint32_t>(at - offices.begin())};
}

std::string cohort_id(CohortLevel level, std::string_view office, int field, int sector, int year_from,
                      int year_to) {
    if (level == CohortLevel::corpus) {
        return "*";
    }
    std::string what = "*";
    if (level <= CohortLevel::years) {
        what = fmt::format("{}", field);
    } else if (level == CohortLevel::sector) {
        what = fmt::format("S{}", sector);
    }
    const auto known = office.empty() ? std::string_view{"-"} : office;
    return year_from == year_to ? fmt::format("{}/{}/{}", known, what, year_from)
                                : fmt::format("{}/{}/{}-{}", known, what, year_from, year_to);
}

CohortFinder::CohortFinder(const Baseline& baseline, const BaselineIndicator& indicator,
                           const indicators::TechnologyFields& fields, std::size_t minimum, CohortLevel last,
                           CohortLevel first)
    : indicator_(&indicator), offices_(&baseline.offices), fields_(&fields), minimum_(minimum),
      last_(indicator.published ? CohortLevel::cell : last), first_(first) {
    if (minimum == 0) {
        throw UsageError(
            Sentence{"对比组的最少成员数须不小于 1", "a cohort needs a minimum of at least 1 member"});
    }
}

CohortFinder::Cells CohortFinder::cells_of(CohortLevel level, CellKey key) const {
    const auto& cells = indicator_->cells;
    Cells found;
    if (level == CohortLevel::corpus) {
        for (const auto& cell : cells) {
            found.push_back(&cell);
        }
        return found;
    }
    const int spread = level == CohortLevel::cell ? 0 : 1;
    const bool one_field = level <= CohortLevel::years;
    const int sector = fields_->sector_of(key.field);
    for (int year = key.year - spread; year <= key.year + spread; ++year) {
        const CellKey from{key.office, year, one_field ? key.field : 0};
        for (auto at = std::ranges::lower_bound(cells, from, {}, &BaselineCell::key);
             at != cells.end() && at->key.office == key.office && at->key.year == year; ++at) {
            if (one_field && at->key.field != key.field) {
                break;
            }
            if (level != CohortLevel::sector || fields_->sector_of(at->key.field) == sector) {
                found.push_back(&*at);
            }
        }
    }
    return found;
}

BaselineCohort CohortFinder::make(CohortLevel level, CellKey key) const {
    BaselineCohort cohort;
    cohort.level = level;
    const int spread = level == CohortLevel::cell ? 0 : 1;
    cohort.id = cohort_id(level, level == CohortLevel::corpus ? "" : offices_->at(key.office), key.field,
                          fields_->sector_of(key.field), key.year - spread, key.year + spread);
    std::vector<const stats::Distribution*> parts;
    double sum = 0;
    cohort.minimum = std::numeric_limits<double>::infinity();
    cohort.maximum = -cohort.minimum;
    const auto cells = cells_of(level, key);
    for (const auto* cell : cells) {
        parts.push_back(cell->values.get());
        cohort.size += cell->size;
        cohort.open += cell->open;
        sum += cell->mean * static_cast<double>(cell->size);
        cohort.minimum = std::min(cohort.minimum, cell->minimum);
        cohort.maximum = std::max(cohort.maximum, cell->maximum);
    }
    cohort.mean = cells.size() == 1 ? cells[0]->mean : sum / static_cast<double>(cohort.size);
    if (indicator_->published) {
        cohort.p99 = published_percentile(*cells.at(0), capped_at);
        return cohort;
    }
    cohort.values = cells.size() == 1
                        ? cells[0]->values
                        : std::make_shared<const stats::Distribution>(stats::Distribution::merged(parts));
    cohort.p99 = cohort.values->quantile(capped_at);
    return cohort;
}

CohortFinder::Found CohortFinder::find(CellKey key) {
    Found found;
    const auto size_at = [&](CohortLevel level) {
        std::size_t size = 0;
        for (const auto* cell : cells_of(level, key)) {
            size += cell->size;
        }
        return size;
    };
    found.steps = stats::widen_cohort(key.year != CellKey::no_year, minimum_, last_, size_at, first_);
    if (!found.steps.level) {
        return found;
    }
    // What does not matter to the step is blanked, so that equal cohorts are made once.
    const auto level = *found.steps.level;
    auto same = key;
    if (level == CohortLevel::corpus) {
        same = {};
    } else if (level == CohortLevel::sector) {
        same.field = -fields_->sector_of(key.field);
    } else if (level == CohortLevel::all_fields) {
        same.field = 0;
    }
    const auto [at, fresh] = made_.try_emplace({level, same}, static_cast<std::uint32_t>(cohorts_.size()));
    if (fresh) {
        cohorts_.push_back(make(level, key));
    }
    found.cohort = at->second;
    return found;
}

} // namespace longmen::scoring
