// SPDX-License-Identifier: GPL-3.0-or-later
// Headings of bulk tables.
#include <longmen/ingest/detail/bulk_layout.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/bulk_chunks.hpp>

#include <algorithm>

namespace longmen::ingest::detail {
namespace {

constexpr std::size_t shown_bytes = 120;

/// The cell that bears the first of the names any free cell bears; `absent` when none does.
std::size_t place_of(std::string_view names, const std::vector<std::string>& cells,
                     const std::vector<std::uint8_t>& taken) {
    for (const auto& name : split_trimmed(names, "|")) {
        for (std::size_t place = 0; place < cells.size(); ++place) {
            if (taken[place] == 0 && cells[place] == name) {
                return place;
            }
        }
    }
    return BulkLayout::absent;
}

} // namespace

BulkLayout bulk_layout(const std::string& path, std::span<const std::string_view> names, std::size_t needed,
                       std::size_t in_order) {
    const auto line = first_line(path);
    BulkLayout layout;
    layout.separator = line.find('\t') != std::string::npos ? '\t' : ',';
    layout.places.fill(BulkLayout::absent);
    std::vector<std::string_view> cells;
    for (std::string_view rest = line;;) {
        const auto end = rest.find(layout.separator);
        cells.push_back(rest.substr(0, end));
        if (end == std::string_view::npos) {
            break;
        }
        rest.remove_prefix(end + 1);
    }
    if (std::ranges::any_of(cells, [](std::string_view cell) { return cell.starts_with('"'); })) {
        throw DataError(
            path, 1,
            Sentence{"单元格带引号；批量表须为不带引号的制表符或逗号分隔文本",
                     "the cells are quoted; a bulk table has plain cells parted by tabs or commas"});
    }
    std::vector<std::string> headings;
    for (const auto cell : cells) {
        headings.push_back(fold_key(cell));
    }
    layout.wanted.assign(cells.size(), 0);
    const auto take = [&](std::size_t column, std::size_t place) {
        layout.places.at(column) = place;
        layout.wanted[place] = static_cast<std::uint8_t>(column + 1);
    };
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (const auto place = place_of(names[i], headings, layout.wanted); place != BulkLayout::absent) {
            take(i, place);
            layout.names.at(i) = headings[place];
            layout.heading = true;
        }
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!layout.heading && i < std::min(in_order, cells.size())) {
            take(i, i);
        }
        if (i < needed && !layout.has(i)) {
            const auto name = names[i].substr(0, names[i].find('|'));
            throw DataError(path, 1,
                            sentence("缺少“{}”列；首行是：{}", "has no column `{}`; its first line is: {}",
                                     name, line.substr(0, shown_bytes)));
        }
    }
    for (std::size_t place = 0; layout.heading && place < cells.size(); ++place) {
        if (layout.wanted[place] == 0 && !cells[place].empty()) {
            layout.passed_over.emplace_back(cells[place]);
        }
    }
    while (!layout.wanted.empty() && layout.wanted.back() == 0) {
        layout.wanted.pop_back();
    }
    return layout;
}

void FaultList::add(BulkFault fault, std::uint64_t byte, std::string_view line, std::uint64_t row) {
    ++faults_.counts[static_cast<std::size_t>(fault)];
    if (faults_.examples.size() < most_examples) {
        faults_.examples.push_back({{}, byte, row, fault, std::string{line.substr(0, shown_bytes)}});
    }
}

void FaultList::append(const FaultList& later) {
    for (std::size_t i = 0; i < bulk_fault_count; ++i) {
        faults_.counts.at(i) += later.faults_.counts.at(i);
    }
    for (const auto& example : later.faults_.examples) {
        if (faults_.examples.size() < most_examples) {
            faults_.examples.push_back(example);
        }
    }
}

void FaultList::move_to(BulkFaults& report, const std::string& file) {
    for (std::size_t i = 0; i < bulk_fault_count; ++i) {
        report.counts.at(i) += faults_.counts.at(i);
    }
    for (auto& example : faults_.examples) {
        example.file = file;
        report.examples.push_back(std::move(example));
    }
    faults_ = {};
}

} // namespace longmen::ingest::detail
