// SPDX-License-Identifier: GPL-3.0-or-later
// Headings of bulk tables.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/bulk_chunks.hpp>
#include <longmen/ingest/detail/bulk_layout.hpp>

#include <algorithm>

namespace longmen::ingest::detail {
namespace {

constexpr std::size_t shown_bytes = 120;

bool names_column(std::string_view name, std::string_view cell) {
    const auto folded = fold_key(cell);
    return std::ranges::any_of(split_trimmed(name, "|"), [&](const auto& one) { return one == folded; });
}

} // namespace

BulkLayout bulk_layout(const std::string& path, std::span<const std::string_view> names, std::size_t needed) {
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
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto found =
            std::ranges::find_if(cells, [&](std::string_view cell) { return names_column(names[i], cell); });
        if (found != cells.end()) {
            layout.places[i] = static_cast<std::size_t>(found - cells.begin());
            layout.heading = true;
        }
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!layout.heading) {
            layout.places[i] = i < cells.size() ? i : BulkLayout::absent;
        }
        if (i < needed && layout.places[i] == BulkLayout::absent) {
            const auto name = names[i].substr(0, names[i].find('|'));
            throw DataError(path, 1,
                            sentence("缺少“{}”列；首行是：{}", "has no column `{}`; its first line is: {}",
                                     name, line.substr(0, shown_bytes)));
        }
        if (layout.places[i] != BulkLayout::absent) {
            layout.cells = std::max(layout.cells, layout.places[i] + 1);
        }
    }
    return layout;
}

void FaultList::add(BulkFault fault, std::uint64_t byte, std::string_view line) {
    ++faults_.counts[static_cast<std::size_t>(fault)];
    if (faults_.examples.size() < most_examples) {
        faults_.examples.push_back({{}, byte, fault, std::string{line.substr(0, shown_bytes)}});
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
