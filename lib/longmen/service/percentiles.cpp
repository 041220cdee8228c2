// SPDX-License-Identifier: GPL-3.0-or-later
// Each column placed within its cohorts.
#include <longmen/service/percentiles.hpp>

#include <longmen/base/config.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/columns.hpp>
#include <longmen/service/baseline.hpp>

#include <filesystem>

namespace longmen::service {
namespace {

std::size_t least_cohort(const std::string& models_folder) {
    const auto config =
        Config::read((std::filesystem::path{models_folder} / "baselines" / "cohorts.toml").string());
    const auto& root = config.root();
    root.allow({"id", "version", "source", "source_date", "minimum"});
    const auto minimum = root.at("minimum").integer();
    if (minimum < 1) {
        root.at("minimum").fail(sentence("{} 小于 1", "{} is less than 1", minimum));
    }
    return static_cast<std::size_t>(minimum);
}

/// A percentile column and the column of its cohorts.
std::pair<indicators::Column, indicators::Column> placed(const indicators::Column& column,
                                                         scoring::Percentiles percentiles,
                                                         const std::vector<scoring::BaselineCohort>& cohorts,
                                                         IndicatorResult& result) {
    auto names = std::make_shared<CohortNames>();
    for (const auto& cohort : cohorts) {
        names->texts.push_back(cohort.id);
    }
    names->views.assign(names->texts.begin(), names->texts.end());
    const auto size = percentiles.values.size();
    indicators::Column cohort{column.key + std::string{cohort_suffix}, Buffer<double>(size)};
    cohort.reason = Undefined::cohort_too_small;
    cohort.categories = names->views;
    for (std::size_t d = 0; d < size; ++d) {
        const auto at = percentiles.cohort[d];
        cohort.values[d] = at == scoring::DocumentCells::none ? indicators::undefined_value : at;
    }
    indicators::Column percentile{column.key + std::string{percentile_suffix}, std::move(percentiles.values)};
    percentile.reasons = std::move(percentiles.reasons);
    if (!column.open.empty()) {
        percentile.open = Buffer<std::uint8_t>(size);
        std::copy(column.open.begin(), column.open.end(), percentile.open.begin());
    }
    result.cohorts.push_back(std::move(names));
    return {std::move(percentile), std::move(cohort)};
}

indicators::Column nowhere(const std::string& key, std::size_t size) {
    indicators::Column column{key, Buffer<double>(size)};
    std::fill(column.values.begin(), column.values.end(), indicators::undefined_value);
    return column;
}

} // namespace

void add_percentiles(const store::Snapshot& snapshot, const Corpus* corpus, const PercentileRequest& request,
                     IndicatorResult& result, Threads& threads) {
    const auto minimum = least_cohort(request.models_folder);
    const auto fields = indicators::TechnologyFields::load(request.models_folder);
    const auto cells = cells_of(snapshot, corpus, fields, result.as_of, result.documents);
    std::optional<scoring::Baseline> baseline;
    std::vector<std::uint32_t> offices;
    if (!request.baseline.empty()) {
        baseline = load_baseline(request.models_folder, request.baseline);
        result.baseline = {baseline->name,  baseline->origin, baseline->unit,    baseline->clock,
                           baseline->as_of, baseline->fields, baseline->checksum};
    }
    for (std::size_t office = 0; office < cells.offices.size(); ++office) {
        offices.push_back(baseline
                              ? baseline->office(cells.offices[office]).value_or(scoring::DocumentCells::none)
                              : static_cast<std::uint32_t>(office));
    }
    std::vector<indicators::Column> columns;
    for (auto& column : result.columns) {
        columns.push_back(std::move(column));
        const auto key = columns.back().key;
        if (!columns.back().categories.empty()) {
            continue;
        }
        scoring::Baseline own;
        const auto* from = baseline ? &*baseline : &own;
        if (!baseline) {
            own.offices = cells.offices;
            own.indicators.push_back(scoring::distribution_by_cell(cells, columns.back(), snapshot.nodes(),
                                                                   threads)); // all values
        }
        const auto* indicator = from->find(key);
        if (indicator == nullptr) {
            columns.push_back(nowhere(key + std::string{percentile_suffix}, result.documents));
            columns.push_back(nowhere(key + std::string{cohort_suffix}, result.documents));
            continue;
        }
        scoring::CohortFinder finder{*from, *indicator, fields, minimum,
                                     baseline ? stats::CohortLevel::all_fields : stats::CohortLevel::corpus};
        auto percentiles = scoring::column_percentiles(cells, offices, columns.back(), finder, threads);
        auto [percentile, cohort] = placed(columns.back(), std::move(percentiles), finder.cohorts(), result);
        columns.push_back(std::move(percentile));
        columns.push_back(std::move(cohort));
    }
    result.columns = std::move(columns);
}

std::string result_heading(std::string_view key, Lang lang) {
    for (const auto& [suffix, words] : {std::pair{percentile_suffix, Text{"：百分位", ": percentile"}},
                                        std::pair{cohort_suffix, Text{"：比较组", ": cohort"}}}) {
        if (key.ends_with(suffix)) {
            key.remove_suffix(suffix.size());
            return indicators::column_heading(key, lang) + std::string{words.in(lang)};
        }
    }
    return indicators::column_heading(key, lang);
}

} // namespace longmen::service
