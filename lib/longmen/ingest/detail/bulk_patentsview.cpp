// SPDX-License-Identifier: GPL-3.0-or-later
// PatentsView: American grants with their citations, classes and persons.
#include <longmen/ingest/detail/record_columns.hpp>

#include <algorithm>
#include <array>
#include <functional>

namespace longmen::ingest::detail {
namespace {

class PatentsView {
    const FilesByTable& files_;
    Progress& progress_;
    BulkTables& tables_;
    RecordColumns records_;
    NumberPool pool_;
    std::vector<PackedNumber> numbers_;

    template <std::size_t Size>
    std::uint64_t each(const std::string& table, const std::array<std::string_view, Size>& columns,
                       std::size_t needed, const std::function<void(const CellRow&)>& take) {
        std::uint64_t rows = 0;
        if (const auto found = files_.find(table); found != files_.end()) {
            for (const auto& path : found->second) {
                rows += each_row(path, columns, needed, tables_.faults, progress_, take);
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
        std::vector<std::int32_t> claims;
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
            records_.grant.push_back(day);
            claims.push_back(positive(row[3]) > 0 ? static_cast<std::int32_t>(positive(row[3]))
                                                  : missing_measure);
            numbers_.push_back(pool_.put("US" + std::string{row[0]} + std::string{row[2]}));
        });
        records_.end_keys(tables_.faults, files_.at("patentsview_patent")[0]);
        records_.counts.emplace_back("claims", std::move(claims));
        records_.filing.resize(records_.size());
        records_.priority.resize(records_.size());
    }

    void read_applications() {
        constexpr auto columns = std::to_array<std::string_view>({"patent_id", "filing_date"});
        each("patentsview_application", columns, 2, [&](const CellRow& row) {
            ClockDay day;
            const auto at = document(row);
            if (at == IdIndex::none) {
                return;
            }
            if (!read_clock_day(row[1], row[1], day)) {
                row.refuse(BulkFault::bad_value);
            }
            auto& known = records_.filing[at].day; // of several the first
            if (day.day != unknown_day && (known == unknown_day || day.day < known)) {
                records_.filing[at] = day;
            }
        });
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
            const auto cited = records_.index->find(*key);
            records_.citations.push_back(
                {citing, cited != IdIndex::none ? cited : records_.stub("US" + std::string{row[1]})});
        });
        constexpr auto literature = std::to_array<std::string_view>({"patent_id", "other_reference_text"});
        records_.knows_literature = files_.contains("patentsview_other_reference");
        each("patentsview_other_reference", literature, 2, [&](const CellRow& row) {
            if (const auto citing = document(row); citing != IdIndex::none && !row[1].empty()) {
                records_.literature.emplace_back(citing, std::hash<std::string_view>{}(row[1]));
            }
        });
    }

    static std::uint32_t order_of(std::string_view cell) {
        return static_cast<std::uint32_t>(positive(cell)); // sequences count from 0
    }

    void read_classes() {
        constexpr auto cpc = std::to_array<std::string_view>({"patent_id", "cpc_group", "cpc_sequence"});
        each("patentsview_cpc", cpc, 2, [&](const CellRow& row) {
            if (const auto at = document(row); at != IdIndex::none && !row[1].empty()) {
                records_.cpc.push_back({at, records_.symbols.number(row[1], 0), order_of(row[2])});
            }
        });
        constexpr auto ipc = std::to_array<std::string_view>(
            {"patent_id", "section", "ipc_class", "subclass", "main_group", "subgroup", "ipc_sequence"});
        std::string symbol;
        each("patentsview_ipc", ipc, 4, [&](const CellRow& row) {
            symbol.assign(row[1]).append(row[2]).append(row[3]).append(row[4]).append("/").append(row[5]);
            if (const auto at = document(row); at != IdIndex::none && symbol.size() > 1) {
                records_.ipc.push_back({at, records_.symbols.number(symbol, 0), order_of(row[6])});
            }
        });
    }

    void read_persons() {
        constexpr auto assignees = std::to_array<std::string_view>(
            {"patent_id", "assignee_sequence", "disambig_assignee_individual_name_first",
             "disambig_assignee_individual_name_last", "disambig_assignee_organization"});
        each("patentsview_assignee", assignees, 1, [&](const CellRow& row) {
            add_person(row, row[4].empty() ? full_name(row[2], row[3]) : std::string{row[4]},
                       records_.applicant_names, records_.applicants);
        });
        constexpr auto inventors =
            std::to_array<std::string_view>({"patent_id", "inventor_sequence", "disambig_inventor_name_first",
                                             "disambig_inventor_name_last"});
        each("patentsview_inventor", inventors, 1, [&](const CellRow& row) {
            add_person(row, full_name(row[2], row[3]), records_.inventor_names, records_.inventors);
        });
    }

    static std::string full_name(std::string_view first, std::string_view last) {
        std::string name{first};
        name += first.empty() || last.empty() ? "" : " ";
        name += last;
        return name;
    }

    void add_person(const CellRow& row, const std::string& name, NameTable& names, std::vector<Link>& links) {
        if (const auto at = document(row); at != IdIndex::none && !name.empty()) {
            links.push_back({at, names.number(name, 0), order_of(row[1])});
        }
    }

public:
    PatentsView(const FilesByTable& files, Progress& progress, BulkTables& tables)
        : files_(files), progress_(progress), tables_(tables) {}

    void read(BulkClock clock, const FieldOf& field_of, Threads& threads) {
        read_grants();
        read_applications();
        read_citations();
        read_classes();
        read_persons();
        records_.publication = records_.grant; // the only publication these tables have
        finish_records(
            records_, clock, field_of, [&](std::size_t row) { return pool_.text(numbers_[row]); }, threads,
            tables_);
    }
};

} // namespace

void read_patentsview(const FilesByTable& files, BulkClock clock, const FieldOf& field_of, Threads& threads,
                      Progress& progress, BulkTables& tables) {
    PatentsView{files, progress, tables}.read(clock, field_of, threads);
}

} // namespace longmen::ingest::detail
