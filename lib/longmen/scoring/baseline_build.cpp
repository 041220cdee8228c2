// SPDX-License-Identifier: GPL-3.0-or-later
// Each cell gathered and sorted on its own.
#include <longmen/scoring/baseline_build.hpp>

#include <algorithm>

namespace longmen::scoring {
namespace {

constexpr std::size_t documents_of_block = std::size_t{1} << 14;

BaselineCell cell_of_values(CellKey key, std::vector<double>& values, std::size_t open, std::size_t kept) {
    BaselineCell cell;
    cell.key = key;
    cell.size = values.size();
    cell.open = open;
    if (values.empty()) {
        return cell;
    }
    std::ranges::sort(values);
    double sum = 0;
    for (const double value : values) {
        sum += value;
    }
    cell.mean = sum / static_cast<double>(values.size());
    cell.minimum = values.front();
    cell.maximum = values.back();
    cell.values = std::make_shared<const stats::Distribution>(stats::Distribution::of_sorted(values, kept));
    return cell;
}

} // namespace

BaselineIndicator distribution_by_cell(const DocumentCells& cells, const indicators::Column& column,
                                       std::size_t kept, Threads& threads) {
    std::vector<BaselineCell> made(cells.cells.size());
    struct alignas(apart) Gathered {
        std::vector<double> values;
    };
    std::vector<Gathered> gathered(threads.count());
    threads.each(made.size(), [&](std::size_t c, unsigned thread) {
        auto& values = gathered[thread].values;
        values.clear();
        std::size_t open = 0;
        for (auto at = cells.begin[c]; at < cells.begin[c + 1]; ++at) {
            const auto document = cells.documents[at];
            if (column.defined(document)) {
                values.push_back(column.values[document] == 0 ? 0.0 : column.values[document]); // no -0
                open += column.complete(document) ? 0 : 1;
            }
        }
        made[c] = cell_of_values(cells.cells[c], values, open, kept);
    });
    std::erase_if(made, [](const BaselineCell& cell) { return cell.size == 0; });
    return {column.key, std::move(made), false};
}

Percentiles column_percentiles(const DocumentCells& cells, std::span<const std::uint32_t> offices,
                               const indicators::Column& column, CohortFinder& finder, Threads& threads) {
    std::vector<std::uint32_t> cohort_of(cells.cells.size(), DocumentCells::none);
    for (std::size_t c = 0; c < cells.cells.size(); ++c) {
        auto key = cells.cells[c];
        key.office = offices[key.office];
        if (key.office != DocumentCells::none) {
            cohort_of[c] = finder.find(key).cohort.value_or(DocumentCells::none);
        }
    }
    const auto documents = cells.cell_of.size();
    Percentiles made{Buffer<double>(documents), Buffer<std::uint8_t>(documents),
                     Buffer<std::uint32_t>(documents)};
    const auto& cohorts = finder.cohorts();
    threads.ranges(documents, documents_of_block, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto d = begin; d < end; ++d) {
            const auto undefined = [&](Undefined reason) {
                made.values[d] = indicators::undefined_value;
                made.reasons[d] = static_cast<std::uint8_t>(reason);
            };
            const auto cell = cells.cell_of[d];
            made.cohort[d] = cell == DocumentCells::none ? DocumentCells::none : cohort_of[cell];
            if (!column.defined(d)) {
                undefined(column.why(d));
            } else if (cell == DocumentCells::none) {
                undefined(Undefined::not_applicable);
            } else if (made.cohort[d] == DocumentCells::none) {
                undefined(Undefined::cohort_too_small);
            } else if (const auto* values = cohorts[made.cohort[d]].values.get(); values == nullptr) {
                undefined(Undefined::no_data);
            } else {
                made.values[d] = values->percentile(column.values[d]);
            }
        }
    });
    return made;
}

} // namespace longmen::scoring
