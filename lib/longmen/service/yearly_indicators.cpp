// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks of documents to rows.
#include <longmen/service/yearly_indicators.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/columns.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/detail/indicator_cells.hpp>
#include <longmen/service/detail/rows_in_order.hpp>

#include <algorithm>

namespace longmen::service {
namespace {

using Block = indicators::YearlyColumns::Block;

constexpr NodeId documents_of_piece = NodeId{1} << 11;

Date last_day(int year) {
    const auto day = Date::from_ymd(year, 12, 31);
    if (!day) {
        throw UsageError(sentence("年份 {} 无效", "there is no year {}", year));
    }
    return *day;
}

std::vector<std::string> keys_of(const YearlyRequest& request, const indicators::ColumnInput& input) {
    auto keys = request.keys;
    if (keys.empty()) {
        for (const auto& key : detail::usual_keys(input)) {
            if (indicators::find_column(key)->indicator->plan != nullptr) {
                keys.push_back(key);
            }
        }
    }
    return keys;
}

std::vector<NodeId> find_documents(const store::Snapshot& snapshot, const YearlyRequest& request,
                                   const indicators::ColumnInput& input) {
    std::vector<NodeId> nodes;
    for (const auto& number : request.numbers) {
        nodes.push_back(detail::find_document(snapshot, number, static_cast<NodeId>(input.nodes()),
                                              last_day(request.last_year)));
    }
    std::ranges::sort(nodes);
    nodes.erase(std::ranges::unique(nodes).begin(), nodes.end());
    return nodes;
}

} // namespace

YearlyIndicators::YearlyIndicators(const store::Snapshot& snapshot, const Corpus* corpus,
                                   const YearlyRequest& request, Threads& threads)
    : snapshot_(snapshot), reasons_(request.reasons),
      source_(snapshot, corpus, last_day(request.last_year), threads, request.models_folder),
      nodes_(find_documents(snapshot, request, source_.input())),
      columns_(source_.input(), keys_ = keys_of(request, source_.whole()), request.first_year,
               request.last_year, threads) {}

/// Calls `row(number, block, at, cutoff)`.
template <typename Row>
void YearlyIndicators::each_row(Block& block, NodeId begin, NodeId end, unsigned thread, Row row) {
    columns_.fill(block, begin, end, thread);
    const auto cutoffs = columns_.cutoffs();
    for (auto node = begin; node < end; ++node) {
        const auto number = snapshot_.number(node);
        for (auto cutoff = columns_.first_cutoff(node); cutoff < cutoffs.size(); ++cutoff) {
            row(number, block, std::size_t{node - begin} * cutoffs.size() + cutoff, cutoff);
        }
    }
}

void YearlyIndicators::write(char separator, Threads& threads,
                             const std::function<void(std::string_view)>& sink) {
    std::string header = std::string{"as_of"} + separator + "number";
    detail::append_headings(header, keys_, reasons_, separator);
    sink(header + '\n');
    std::vector<std::string> days;
    for (const auto& day : columns_.cutoffs()) {
        days.push_back(day.iso() + separator);
    }
    const auto append_rows = [&](std::string& text, Block& block, NodeId begin, NodeId end, unsigned thread) {
        each_row(block, begin, end, thread,
                 [&](const std::string& number, const Block& rows, std::size_t at, std::size_t cutoff) {
                     text += days[cutoff];
                     text += number;
                     detail::append_values(text, rows.columns, at, reasons_, separator);
                     text += '\n';
                 });
    };
    Block block;
    std::string rows;
    for (const auto node : nodes_) {
        rows.clear();
        append_rows(rows, block, node, node + 1, 0);
        sink(rows);
    }
    if (!nodes_.empty()) {
        return;
    }
    std::vector<Block> blocks(threads.count());
    detail::pieces_in_order(columns_.documents(), documents_of_piece, threads, sink,
                            [&](std::string& text, std::size_t begin, std::size_t end, unsigned thread) {
                                append_rows(text, blocks[thread], static_cast<NodeId>(begin),
                                            static_cast<NodeId>(end), thread);
                            });
}

Table YearlyIndicators::table(Lang lang) {
    auto table = table_with({{"as_of", {"时点", "As of"}}, {"number", {"号码", "Number"}}}, lang);
    detail::add_headings(table, keys_, reasons_, lang);
    Block block;
    const auto add_rows = [&](NodeId begin, NodeId end) {
        each_row(block, begin, end, 0,
                 [&](const std::string& number, const Block& rows, std::size_t at, std::size_t cutoff) {
                     std::vector<Cell> cells{columns_.cutoffs()[cutoff].iso(), number};
                     detail::add_values(cells, rows.columns, at, reasons_);
                     table.rows.push_back(std::move(cells));
                 });
    };
    for (const auto node : nodes_) {
        add_rows(node, node + 1);
    }
    const auto documents = nodes_.empty() ? columns_.documents() : 0;
    for (NodeId begin = 0; begin < documents; begin += documents_of_piece) {
        add_rows(begin, std::min<NodeId>(documents, begin + documents_of_piece));
    }
    return table;
}

} // namespace longmen::service
