// SPDX-License-Identifier: GPL-3.0-or-later
// Indicators of all documents at once: what they are worked out from, and the columns they give.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/undefined.hpp>
#include <longmen/graph/citation_graph.hpp>
#include <longmen/indicators/indicator.hpp>
#include <longmen/record/packed_number.hpp>
#include <longmen/record/patent.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>

namespace longmen::indicators {

struct ColumnModels;

/// What is known of the documents. Views live as long as what they point at; what is not known is empty.
struct ColumnInput {
    graph::CitationGraph graph;
    graph::Lists classes; ///< subclasses of each document, the main one first
    std::uint32_t class_count = 0;
    graph::Lists applicants; ///< of each document, below `applicant_count`
    std::uint32_t applicant_count = 0;
    std::span<const std::uint32_t> family;  ///< equal numbers: one family
    std::span<const std::uint8_t> field;    ///< technology field 1..35, 0 unclassified
    std::span<const PackedNumber> numbers;  ///< tell the office
    std::span<const Measure> measures;      ///< plain numbers under a name
    std::span<const Patent* const> records; ///< of each document; null for one that only citations name
    const ColumnModels* models = nullptr;   ///< tables from model files that some indicators rest on
    bool filing_clock = false;              ///< the clock of the graph is the filing date
    graph::Day as_of = 0;                   ///< windows that end later are open
    [[nodiscard]] std::size_t nodes() const { return graph.nodes(); }
    /// Empty when there is no measure of that name.
    [[nodiscard]] std::span<const std::int32_t> measure(std::string_view name) const {
        for (const auto& one : measures) {
            if (one.name == name) {
                return one.values;
            }
        }
        return {};
    }
};

inline constexpr double undefined_value = std::numeric_limits<double>::quiet_NaN();

/// One number a document.
struct Column {
    std::string key;
    Buffer<double> values;                          ///< NaN where undefined
    Buffer<std::uint8_t> open{};                    ///< 1: right-censored; empty: none is
    Undefined reason = Undefined::no_data;          ///< why values are undefined, unless
    Buffer<std::uint8_t> reasons{};                 ///< it differs by document: numbers of Undefined
    std::span<const std::string_view> categories{}; ///< values are positions in it; empty: they are numbers

    [[nodiscard]] bool defined(std::size_t node) const { return values[node] == values[node]; }
    /// Precondition: not defined.
    [[nodiscard]] Undefined why(std::size_t node) const {
        return reasons.empty() ? reason : static_cast<Undefined>(reasons[node]);
    }
    [[nodiscard]] bool complete(std::size_t node) const { return open.empty() || open[node] == 0; }
};

/// What an indicator cannot do without.
enum class Need : std::uint8_t {
    nothing,
    classes,
    applicants,
    families,
    fields,
    records,
    days,    ///< of the clock; every input has them
    measure, ///< that of the indicator's `measure`
    markets, ///< records, and the sizes of markets
    texts,   ///< records, and the rules of texts
};

/// Numbers in a key, in the order in which they stand: `cd_5y` {5}.
using Parameters = std::array<int, 2>;
struct ParameterRange {
    int least = 0, most = 0;
};

class ColumnWork;
struct HistoryPlan;

/// A row of the registry. The key of `info` has `N` and `M` where numbers stand.
struct ColumnIndicator {
    using Compute = Column (*)(ColumnWork& work, const ColumnIndicator& self, Parameters parameters);

    IndicatorInfo info;
    std::string_view example; ///< a key as it is written, with the usual numbers
    std::array<ParameterRange, 2> ranges{};
    Need need = Need::nothing;
    Compute compute = nullptr;
    /// Asks for what one pass over all windows and cut-offs gives; null where there is no such pass.
    void (*plan)(HistoryPlan& plan, Parameters parameters) = nullptr;
    std::string_view measure{};   ///< the measure that `need` or `instead` speaks of
    bool on_request = false;      ///< costs so much that it is not among those given unasked
    Need instead = Need::nothing; ///< what stands in for records; nothing: nothing does
};

} // namespace longmen::indicators
