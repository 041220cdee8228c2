// SPDX-License-Identifier: GPL-3.0-or-later
// PATSTAT: applications with their publications, citations, classes and persons.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/bulk_nodes.hpp>
#include <longmen/ingest/detail/class_lists.hpp>
#include <longmen/ingest/detail/patstat_publications.hpp>
#include <longmen/ingest/detail/person_names.hpp>
#include <longmen/ingest/detail/record_columns.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <limits>

namespace longmen::ingest::detail {
namespace {

class Patstat {
    const SourceReading& reading_;
    RelationalTables& tables_;
    RecordColumns records_;
    PatstatPublications publications_;
    ScratchColumn<PackedNumber> publication_keys_;
    ScratchColumn<std::uint32_t> publication_rows_;
    ScratchColumn<Day> earliest_; ///< day of publication by the table of applications

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
    [[nodiscard]] bool has(const std::string& table) const { return reading_.files.contains(table); }

    static std::int32_t count(std::string_view cell) {
        const auto value = positive(cell);
        return value > 0 || cell == "0" ? static_cast<std::int32_t>(std::min<std::uint64_t>(
                                              value, std::numeric_limits<std::int32_t>::max()))
                                        : missing_measure;
    }

    void read_applications() {
        constexpr auto columns = std::to_array<std::string_view>(
            {"appln_id", "appln_auth", "appln_nr", "appln_kind", "appln_filing_date", "appln_filing_year",
             "earliest_filing_date", "earliest_filing_year", "earliest_publn_date", "docdb_family_id",
             "docdb_family_size", "nb_citing_docdb_fam"});
        for (const char* name : {"claims", "vendor_family_size", "vendor_forward_citations"}) {
            records_.counts.emplace_back(name, ScratchColumn<std::int32_t>{reading_.room.scratch});
        }
        auto& sizes = records_.counts[1].second;
        auto& citing = records_.counts[2].second;
        tables_.node_rows = each("patstat_appln", columns, 1, [&](const CellRow& row) {
            const auto key = pack_number(row[0]);
            if (!key || positive(row[0]) == 0) {
                row.refuse(BulkFault::bad_id);
                return;
            }
            ClockDay filing;
            ClockDay priority;
            Day published = unknown_day;
            const bool good = read_clock_day(row[4], row[5], filing);
            if (!read_clock_day(row[6], row[7], priority) || !read_day(row[8], published) || !good) {
                row.refuse(BulkFault::bad_value);
            }
            records_.keys.push_back(*key);
            records_.filing.push_back(filing.code());
            records_.priority.push_back(priority.code());
            earliest_.push_back(published);
            records_.family.push_back(positive(row[9]) > 0 ? *pack_number(std::to_string(positive(row[9])))
                                                           : no_family);
            sizes.push_back(count(row[10]));
            citing.push_back(count(row[11]));
            records_.source_numbers.push_back(publications_.application(row[1], row[2], row[3]));
        });
        records_.end_keys(tables_.faults, reading_.files.at("patstat_appln")[0]);
        publications_.begin(records_.size());
    }

    void read_publications() {
        constexpr auto columns = std::to_array<std::string_view>({"pat_publn_id", "appln_id", "publn_auth",
                                                                  "publn_nr", "publn_kind", "publn_date",
                                                                  "publn_first_grant", "publn_claims"});
        each("patstat_publn", columns, 2, [&](const CellRow& row) {
            const auto key = pack_number(row[0]);
            const auto application = pack_number(row[1]);
            if (!key || !application) {
                row.refuse(BulkFault::bad_id);
                return;
            }
            const auto document = records_.row_of(*application, row);
            if (document == IdIndex::none) {
                return;
            }
            publication_keys_.push_back(*key);
            publication_rows_.push_back(document);
            Day day = unknown_day;
            if (!read_day(row[5], day)) {
                row.refuse(BulkFault::bad_value);
            }
            const bool grant = row[6] == "Y" || row[6] == "1";
            if (!row[3].empty()) {
                publications_.add(document, row[2], row[3], row[4], day, grant);
            }
            if (grant && positive(row[7]) > 0) {
                publications_.add_claims(document, count(row[7]));
            }
        });
        earliest_.each_piece([&](std::span<const Day> piece, std::size_t begin) {
            for (std::size_t i = 0; i < piece.size(); ++i) {
                const auto first = publications_.first_day(begin + i);
                records_.publication.push_back(first != unknown_day ? first : piece[i]);
                records_.grant.push_back(publications_.grant_day(begin + i));
                records_.counts[0].second.push_back(publications_.claims(begin + i));
            }
        });
        earliest_ = ScratchColumn<Day>{reading_.room.scratch};
        records_.settle_numbers(
            [&](std::size_t row, PackedNumber application, PackedNumber key) {
                return publications_.number_of(row, application, key);
            },
            reading_.threads);
        publications_ = {};
    }

    /// The application of each publication.
    [[nodiscard]] KeyDocuments index_publications() {
        KeyDocuments index;
        publication_keys_.each_piece([&](std::span<const PackedNumber> piece, std::size_t /*begin*/) {
            for (const auto key : piece) {
                index.ranks.add(key);
            }
        });
        index.end_keys();
        std::vector<std::uint32_t> rows;
        publication_keys_.each_piece([&](std::span<const PackedNumber> piece, std::size_t begin) {
            rows.resize(piece.size());
            publication_rows_.read(begin, rows);
            for (std::size_t i = 0; i < piece.size(); ++i) {
                (void)index.put(piece[i], rows[i]); // of a publication named again the first row stands
            }
        });
        publication_keys_ = ScratchColumn<PackedNumber>{reading_.room.scratch};
        publication_rows_ = ScratchColumn<std::uint32_t>{reading_.room.scratch};
        return index;
    }

    void read_citations() {
        constexpr auto columns = std::to_array<std::string_view>(
            {"pat_publn_id", "cited_pat_publn_id", "cited_appln_id", "cited_npl_publn_id", "npl_publn_id"});
        if (!has("patstat_citation")) {
            return;
        }
        const auto index = index_publications();
        records_.begin_literature();
        const auto publication = [&](std::string_view cell) {
            const auto key = pack_number(cell);
            return key ? index.find(*key) : IdIndex::none;
        };
        tables_.edge_rows = each("patstat_citation", columns, 1, [&](const CellRow& row) {
            const auto document = publication(row[0]);
            if (document == IdIndex::none) {
                row.refuse(BulkFault::unknown_id);
            } else if (positive(row[1]) > 0) {
                const auto cited = publication(row[1]);
                records_.citations.push_back(
                    {document,
                     cited != IdIndex::none ? cited : records_.stub("patstat:publn:" + std::string{row[1]})});
            } else if (positive(row[2]) > 0) {
                const auto key = pack_number(row[2]);
                const auto cited = key ? records_.find(*key) : IdIndex::none;
                records_.citations.push_back(
                    {document,
                     cited != IdIndex::none ? cited : records_.stub("patstat:appln:" + std::string{row[2]})});
            } else if (const auto item = row[3].empty() ? row[4] : row[3]; !item.empty() && item != "0") {
                records_.cite_literature(document, item);
            }
        });
    }

    void read_classes() {
        ClassLists classes{reading_.room, records_.documents()};
        std::string symbol; // without the blanks that put main groups below each other
        const auto read = [&](const char* table, std::string_view symbol_column, auto add) {
            const auto columns = std::to_array<std::string_view>({"appln_id", symbol_column, "ipc_position"});
            each(table, columns, 2, [&](const CellRow& row) {
                const auto key = pack_number(row[0]);
                if (!key || row[1].empty()) {
                    row.refuse(BulkFault::bad_id);
                } else if (const auto document = records_.row_of(*key, row); document != IdIndex::none) {
                    symbol = row[1];
                    std::erase(symbol, ' ');
                    add(document, row[2] == "F" ? 0U : 1U);
                }
            });
        };
        read("patstat_ipc", "ipc_class_symbol",
             [&](std::uint32_t document, std::uint32_t order) { classes.add_ipc(document, symbol, order); });
        read("patstat_cpc", "cpc_class_symbol",
             [&](std::uint32_t document, std::uint32_t order) { classes.add_cpc(document, symbol, order); });
        classes.settle(reading_.field_of, reading_.threads, tables_);
    }

    void read_persons() {
        PersonNames persons{reading_.room, records_.documents()};
        constexpr auto columns =
            std::to_array<std::string_view>({"person_id", "appln_id", "applt_seq_nr", "invt_seq_nr"});
        each("patstat_pers_appln", columns, 2, [&](const CellRow& row) {
            const auto key = pack_number(row[1]);
            const auto person = pack_number(row[0]);
            if (!key || !person) {
                row.refuse(BulkFault::bad_id);
                return;
            }
            const auto document = records_.row_of(*key, row);
            if (document == IdIndex::none) {
                return;
            }
            for (const auto& [cell, role] :
                 {std::pair{row[2], PersonRole::applicant}, std::pair{row[3], PersonRole::inventor}}) {
                if (const auto order = positive(cell); order > 0) {
                    persons.add_link(role, document, *person, static_cast<std::uint32_t>(order));
                }
            }
        });
        persons.end_links();
        constexpr auto names =
            std::to_array<std::string_view>({"person_id", "person_name", "han_name", "psn_name"});
        const bool linked = has("patstat_pers_appln");
        if (linked) {
            each("patstat_person", names, 1, [&](const CellRow& row) {
                if (const auto person = pack_number(row[0])) {
                    persons.add_name(*person, row[1], row[2], row[3]);
                } else {
                    row.refuse(BulkFault::bad_id);
                }
            });
        }
        persons.settle(linked ? reading_.files.at("patstat_pers_appln")[0] : std::string{}, reading_.threads,
                       tables_);
    }

    void check_persons() const {
        if (has("patstat_pers_appln") && !has("patstat_person")) {
            throw DataError(reading_.files.at("patstat_pers_appln")[0], 0,
                            Sentence{"只有人员编号；请一并给出人员表（tls206_person）",
                                     "gives persons by id alone; the table of persons (tls206_person) is "
                                     "needed too"});
        }
    }

public:
    Patstat(const SourceReading& reading, RelationalTables& tables)
        : reading_(reading), tables_(tables), records_(reading.room), publication_keys_(reading.room.scratch),
          publication_rows_(reading.room.scratch), earliest_(reading.room.scratch) {}

    void read() {
        check_persons();
        read_applications();
        read_publications();
        read_citations();
        records_.put_in_order(reading_.clock, tables_);
        read_classes();
        read_persons();
        records_.put_citations(tables_);
    }
};

} // namespace

void read_patstat(const SourceReading& reading, RelationalTables& tables) {
    Patstat{reading, tables}.read();
}

} // namespace longmen::ingest::detail
