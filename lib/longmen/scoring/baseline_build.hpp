// SPDX-License-Identifier: GPL-3.0-or-later
// Distributions of columns by cell, and the place of every document in its cohort.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/indicators/column.hpp>
#include <longmen/scoring/baseline.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace longmen::scoring {

/// Documents by cell.
struct DocumentCells {
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::string> offices; ///< ascending
    std::vector<CellKey> cells;       ///< ascending
    Buffer<std::uint32_t> cell_of;    ///< of each document; `none` where it is not counted
    Buffer<std::uint32_t> begin;      ///< of each cell in `documents`, and the end
    Buffer<std::uint32_t> documents;  ///< by cell, then ascending
};

/// Sorts documents into cells; `key_of(document)` gives an optional CellKey, nothing for one not counted.
/// Cost O(documents log cells).
template <typename KeyOf>
[[nodiscard]] DocumentCells sort_into_cells(std::size_t documents, std::vector<std::string> offices,
                                            KeyOf key_of);

/// One column as an indicator of a baseline: in each cell the documents where it is defined. Cells without
/// any are left out. `kept` as of `stats::Distribution::of_sorted`. A sort of each cell; the same for any
/// number of threads.
[[nodiscard]] BaselineIndicator distribution_by_cell(const DocumentCells& cells,
                                                     const indicators::Column& column, std::size_t kept,
                                                     Threads& threads);

/// Where each document stands in its cohort.
struct Percentiles {
    Buffer<double> values;        ///< mid-rank percentile in 0..1; NaN where undefined
    Buffer<std::uint8_t> reasons; ///< number of Undefined, meaningful where undefined
    Buffer<std::uint32_t> cohort; ///< into those of the finder; DocumentCells::none without one
};

/// Percentiles of a column. Undefined: why the value is; not_applicable for a document that is not counted;
/// cohort_too_small where even the last step is too small; no_data where only published figures are known.
/// `offices[o]`: number in the baseline of office o of the cells, `none` when it has no such office.
/// Cost O(documents log values of a cohort).
[[nodiscard]] Percentiles column_percentiles(const DocumentCells& cells,
                                             std::span<const std::uint32_t> offices,
                                             const indicators::Column& column, CohortFinder& finder,
                                             Threads& threads);

template <typename KeyOf>
DocumentCells sort_into_cells(std::size_t documents, std::vector<std::string> offices, KeyOf key_of) {
    DocumentCells made;
    made.offices = std::move(offices);
    made.cell_of = Buffer<std::uint32_t>(documents);
    std::map<CellKey, std::uint32_t> numbers;
    // In the order of time the last documents of an office and field mostly share the cell of the next one.
    std::array<std::pair<CellKey, std::uint32_t>, 1024> recent{};
    recent.fill({{0, 0, -1}, DocumentCells::none});
    for (std::size_t d = 0; d < documents; ++d) {
        made.cell_of[d] = DocumentCells::none;
        if (const std::optional<CellKey> key = key_of(d)) {
            auto& slot = recent[(key->office * 37 + static_cast<std::uint32_t>(key->field)) % recent.size()];
            if (slot.first != *key) {
                slot = *numbers.try_emplace(*key, static_cast<std::uint32_t>(numbers.size())).first;
            }
            made.cell_of[d] = slot.second;
        }
    }
    std::vector<std::uint32_t> place(numbers.size());
    for (const auto& [key, number] : numbers) {
        place[number] = static_cast<std::uint32_t>(made.cells.size());
        made.cells.push_back(key);
    }
    made.begin = Buffer<std::uint32_t>(made.cells.size() + 1);
    std::size_t counted = 0;
    for (auto& cell : made.cell_of) {
        if (cell != DocumentCells::none) {
            cell = place[cell];
            ++made.begin[cell + 1];
            ++counted;
        }
    }
    for (std::size_t c = 0; c < made.cells.size(); ++c) {
        made.begin[c + 1] += made.begin[c];
    }
    made.documents = Buffer<std::uint32_t>(counted);
    std::vector<std::uint32_t> next(made.begin.begin(), made.begin.end());
    for (std::size_t d = 0; d < documents; ++d) {
        if (const auto cell = made.cell_of[d]; cell != DocumentCells::none) {
            made.documents[next[cell]++] = static_cast<std::uint32_t>(d);
        }
    }
    return made;
}

} // namespace longmen::scoring
