// SPDX-License-Identifier: GPL-3.0-or-later
// PatentsView: American grants with their citations, classes and persons.
#include <longmen/ingest/detail/class_lists.hpp>
#include <longmen/ingest/detail/person_names.hpp>
#include <longmen/ingest/detail/record_columns.hpp>

#include <algorithm>
#include <array>
#include <functional>

namespace longmen::ingest::detail {
namespace {

class PatentsView {
    const SourceReading& reading_;
    RelationalTables& tables_;
    RecordColumns records_;
    NumberPool pool_;

    template <std::size_t Size>
    std::uint64_t each(const std::string& table, const std::array<std::string_view, Size>& columns,
                       std::size_t needed, const std::function<void(const CellRow&)>& take) {
        std::uint64_t rows = 0;
        if (const auto found = reading_.files.find(table); found != reading_.files.end()) {
            for (const auto& path : found->second) {
                rows += each_row(path, columns, needed, tables_.faults, reading_.progress, take);
            }
        }
        return rows;
    }

    /// Document of the id in the first cell; IdIndex::none when the row is of no use, and counted.
    [[nodiscard]] std::uint32_t document(const CellRow& row) const {
        const auto key = pack_number(row[0]);
        if (!key) {
            row.refuse(BulkFault::bad_id);
            return IdIndex::none;
        }
        return records_.row_of(*key, row);
    }

    void read_grants() {
        constexpr auto columns =
            std::to_array<std::string_view>({"patent_id", "patent_date", "wipo_kind", "num_claims"});
        auto& claims =
            records_.counts.emplace_back("claims", ScratchColumn<std::int32_t>{reading_.room.scratch}).second;
        tables_.node_rows = each("patentsview_patent", columns, 2, [&](const CellRow& row) {
            const auto key = pack_number(row[0]);
            if (!key) {
                row.refuse(BulkFault::bad_id);
                return;
            }
            Day day = unknown_day;
            if (!read_day(row[1], day)) {
                row.refuse(BulkFault::bad_value);
            }
            records_.keys.push_back(*key);
            records_.publication.push_back(day); // the only publication these tables have
            records_.grant.push_back(day);
            records_.priority.push_back(unknown_day);
            claims.push_back(positive(row[3]) > 0 ? static_cast<std::int32_t>(positive(row[3]))
                                                  : missing_measure);
            records_.source_numbers.push_back(pool_.put("US" + std::string{row[0]} + std::string{row[2]}));
        });
        records_.end_keys(tables_.faults, reading_.files.at("patentsview_patent")[0]);
        records_.settle_numbers([&](std::size_t /*row*/, PackedNumber number,
                                    PackedNumber /*key*/) { return pool_.text(number); },
                                reading_.threads);
    }

    void read_applications() {
        constexpr auto columns = std::to_array<std::string_view>({"patent_id", "filing_date"});
        std::vector<ClockDay> filing(records_.size());
        each("patentsview_application", columns, 2, [&](const CellRow& row) {
            ClockDay day;
            const auto at = document(row);
            if (at == IdIndex::none) {
                return;
            }
            if (!read_clock_day(row[1], row[1], day)) {
                row.refuse(BulkFault::bad_value);
            }
            auto& known = filing[at]; // of several the first
            if (day.day != unknown_day && (known.day == unknown_day || day.day < known.day)) {
                known = day;
            }
        });
        for (const auto& one : filing) {
            records_.filing.push_back(one.code());
        }
    }

    void read_citations() {
        constexpr auto columns = std::to_array<std::string_view>({"patent_id", "citation_patent_id"});
        tables_.edge_rows = each("patentsview_us_citation", columns, 2, [&](const CellRow& row) {
            const auto citing = document(row);
            if (citing == IdIndex::none) {
                return;
            }
            const auto key = pack_number(row[1]);
            if (!key) {
                row.refuse(BulkFault::bad_id);
                return;
            }
            const auto cited = records_.find(*key);
            records_.citations.push_back(
                {citing, cited != IdIndex::none ? cited : records_.stub("US" + std::string{row[1]})});
        });
        constexpr auto literature = std::to_array<std::string_view>({"patent_id", "other_reference_text"});
        if (reading_.files.contains("patentsview_other_reference")) {
            records_.begin_literature();
        }
        each("patentsview_other_reference", literature, 2, [&](const CellRow& row) {
            if (const auto citing = document(row); citing != IdIndex::none && !row[1].empty()) {
                records_.cite_literature(citing, row[1]);
            }
        });
    }

    static std::uint32_t order_of(std::string_view cell) {
        return static_cast<std::uint32_t>(positive(cell)); // sequences count from 0
    }

    void read_classes() {
        ClassLists classes{reading_.room, records_.documents()};
        constexpr auto cpc = std::to_array<std::string_view>({"patent_id", "cpc_group", "cpc_sequence"});
        each("patentsview_cpc", cpc, 2, [&](const CellRow& row) {
            if (const auto at = document(row); at != IdIndex::none && !row[1].empty()) {
                classes.add_cpc(at, row[1], order_of(row[2]));
            }
        });
        constexpr auto ipc = std::to_array<std::string_view>(
            {"patent_id", "section", "ipc_class", "subclass", "main_group", "subgroup", "ipc_sequence"});
        std::string symbol;
        each("patentsview_ipc", ipc, 4, [&](const CellRow& row) {
            symbol.assign(row[1]).append(row[2]).append(row[3]).append(row[4]).append("/").append(row[5]);
            if (const auto at = document(row); at != IdIndex::none && symbol.size() > 1) {
                classes.add_ipc(at, symbol, order_of(row[6]));
            }
        });
        classes.settle(reading_.field_of, reading_.threads, tables_);
    }

    void read_persons() {
        PersonNames persons{reading_.room, records_.documents()};
        const auto add = [&](const CellRow& row, const std::string& name, PersonRole role) {
            if (const auto at = document(row); at != IdIndex::none && !name.empty()) {
                persons.add_named(role, at, name, order_of(row[1]));
            }
        };
        constexpr auto assignees = std::to_array<std::string_view>(
            {"patent_id", "assignee_sequence", "disambig_assignee_individual_name_first",
             "disambig_assignee_individual_name_last", "disambig_assignee_organization"});
        each("patentsview_assignee", assignees, 1, [&](const CellRow& row) {
            add(row, row[4].empty() ? full_name(row[2], row[3]) : std::string{row[4]}, PersonRole::applicant);
        });
        constexpr auto inventors =
            std::to_array<std::string_view>({"patent_id", "inventor_sequence", "disambig_inventor_name_first",
                                             "disambig_inventor_name_last"});
        each("patentsview_inventor", inventors, 1,
             [&](const CellRow& row) { add(row, full_name(row[2], row[3]), PersonRole::inventor); });
        persons.settle({}, reading_.threads, tables_);
    }

    static std::string full_name(std::string_view first, std::string_view last) {
        std::string name{first};
        name += first.empty() || last.empty() ? "" : " ";
        name += last;
        return name;
    }

public:
    PatentsView(const SourceReading& reading, RelationalTables& tables)
        : reading_(reading), tables_(tables), records_(reading.room) {}

    void read() {
        read_grants();
        read_applications();
        read_citations();
        records_.put_in_order(reading_.clock, tables_);
        read_classes();
        read_persons();
        records_.put_citations(tables_);
    }
};

} // namespace

void read_patentsview(const SourceReading& reading, RelationalTables& tables) {
    PatentsView{reading, tables}.read();
}

} // namespace longmen::ingest::detail
