// SPDX-License-Identifier: GPL-3.0-or-later
// Range by range: lists of symbols of both schemes, then of subclasses.
#include <longmen/ingest/detail/class_lists.hpp>

#include <longmen/base/memory.hpp>
#include <longmen/ingest/detail/bulk_fields.hpp>
#include <longmen/ingest/detail/list_writer.hpp>

#include <vector>

namespace longmen::ingest::detail {

void ClassLists::settle(const FieldOf& field_of, Threads& threads, RelationalTables& tables) {
    std::vector<std::uint32_t> subclass_of;
    std::vector<std::uint8_t> field_of_symbol;
    NameTable subclasses;
    for (std::size_t symbol = 0; symbol < symbols_.size(); ++symbol) {
        const auto name = symbols_.name(symbol);
        subclass_of.push_back(subclasses.number(name.substr(0, subclass_size), symbol));
        field_of_symbol.push_back(field_of ? field_of(name) : std::uint8_t{0});
    }
    const auto text_of = [&](std::uint32_t symbol) { return symbols_.name(symbol); };
    const auto name_of = [&](std::uint32_t subclass) { return subclasses.name(subclass); };
    ListWriter writer{tables.classes, subclasses.size()};
    for (std::size_t range = 0; range < ipc_.ranges(); ++range) {
        const auto rows = ipc_.rows(range);
        const auto lists_of = [&](LinkRuns<Link>& runs) {
            std::vector<Link> links;
            runs.take(range, [&](std::span<const Link> some) {
                for (const auto& link : some) {
                    links.push_back(
                        {static_cast<std::uint32_t>(link.row - runs.begin(range)), link.item, link.order});
                }
            });
            return make_lists(links, rows, text_of, threads);
        };
        const auto ipc = lists_of(ipc_);
        const auto cpc = lists_of(cpc_);
        std::vector<std::uint8_t> fields(rows);
        for (std::size_t row = 0; row < rows; ++row) {
            const auto first = ipc.view()[row];
            const auto second = cpc.view()[row];
            for (const auto symbol : first.empty() ? second : first) {
                writer.add(subclass_of[symbol], name_of);
            }
            writer.end_list();
            for (const auto& scheme : {first, second}) {
                for (const auto symbol : scheme) {
                    fields[row] = fields[row] == 0 ? field_of_symbol[symbol] : fields[row];
                }
            }
        }
        if (field_of && symbols_.size() > 0) {
            tables.field.append(fields);
        }
    }
    give_back_freed();
}

} // namespace longmen::ingest::detail
